// Both streams in turn, from functions called within arguments, with pieces of lines on each.
use std::fmt;

fn out(n: i32) -> i32 {
    println!("out {n}");
    n
}

fn err(n: i32) -> i32 {
    eprintln!("err {n}");
    -n
}

struct Noisy(i32);

impl fmt::Display for Noisy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        eprint!("<formatting {}>", self.0);
        write!(f, "noisy {}", self.0)
    }
}

fn main() {
    print!("a");
    eprint!("b");
    println!("c");
    eprintln!("d");
    println!("{} {}", out(1), err(2));
    eprintln!("{} {}", err(3), out(4));
    print!("{}{}", err(5) + out(6), '\n');
    eprint!("{:>5}|{:<5}|", out(7), err(8));
    eprintln!();
    println!("{} {}", Noisy(9), Noisy(10));
    eprintln!("{}", out(11) * err(12));
    for i in 0..6 {
        if i % 2 == 0 {
            print!("{i},");
        } else {
            eprint!("{i};");
        }
    }
    let result = dbg!(out(13) + 1) * 2;
    dbg!(result, "two", [err(14)]);
    println!("{result}");
    eprint!("the end");
    print!("the end");
}
