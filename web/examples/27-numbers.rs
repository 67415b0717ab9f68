// A sum of numbers, one on a line, from the input under Input. What
// is no number becomes an `Err` that says why, and the program goes
// on. `?` in `main` is for a line that is no UTF-8. Step from line to
// line: each turn of the loop reads one.

use std::io;
use std::num::ParseIntError;

fn number(line: &str) -> Result<i32, ParseIntError> {
    line.trim().parse()
}

fn main() -> io::Result<()> {
    let mut sum = 0;
    let mut count = 0;
    for (index, line) in io::stdin().lines().enumerate() {
        match number(&line?) {
            Ok(value) => {
                sum += value;
                count += 1;
                println!("{value:>6}  sum {sum:>6}");
            }
            Err(error) => eprintln!("line {}: {error}", index + 1),
        }
    }
    if count > 0 {
        println!("{count} numbers, {:.2} on average", f64::from(sum) / f64::from(count));
    }
    Ok(())
}
