// `std::process::exit` in the middle of an expression, after half a line, from within nested calls and loops.
use std::process;

struct Guard {
    limit: u32,
}

impl Guard {
    fn check(&self, n: u32) -> u32 {
        if n > self.limit {
            eprintln!("{n} is over {}", self.limit);
            process::exit(self.code(n))
        }
        n
    }

    fn code(&self, n: u32) -> i32 {
        print!("leaving");
        (n * 5) as i32
    }
}

fn main() {
    let guard = Guard { limit: 7 };
    let mut total = 0;
    'outer: loop {
        for i in 0..1000 {
            let _x: [u32; 3] = [guard.check(i), guard.check(i + 1), total];
            total += i;
            if total > 100 {
                break 'outer;
            }
            print!("{total} ");
        }
    }
    println!("not reached");
}
