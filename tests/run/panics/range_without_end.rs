// A range without an end comes to the end of its type, in std's own source.

fn main() {
    for (letter, number) in ('a'..).zip(7usize..).take(3) {
        print!("{letter}{number} ");
    }
    'outer: for i in 1.. {
        for j in 1i64.. {
            match i * j {
                product if product > 12 => break 'outer,
                _ if j > 3 => continue 'outer,
                product => print!("{product} "),
            }
        }
    }
    println!();
    for i in 252u8.. {
        // Where overflow is no error, it goes on from the start.
        if i < 252 {
            break;
        }
        println!("{i}");
    }
}
