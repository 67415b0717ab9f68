// Blocks, if and match are expressions; `!` fits everywhere.
fn sign(n: i32) -> &'static str {
    if n < 0 {
        "negative"
    } else if n == 0 {
        "zero"
    } else {
        "positive"
    }
}

fn collatz(mut n: u64) -> u32 {
    let mut steps = 0;
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        steps += 1;
    }
    steps
}

fn early(n: i32) -> i32 {
    let doubled = if n > 100 {
        return -1;
    } else {
        n * 2
    };
    doubled + 1
}

fn main() {
    let x = {
        let a = 3;
        let b = 4;
        a * a + b * b
    };
    println!("{x} {} {} {}", sign(-5), sign(0), sign(9));
    println!("{} {}", collatz(27), collatz(97));
    println!("{} {}", early(7), early(101));
    let unit = {
        println!("inside");
    };
    println!("{unit:?}");
    let n = 5;
    let kind = match n {
        0 => "none",
        1 | 2 => "few",
        3..=9 => "some",
        _ => "many",
    };
    println!("{kind}");
    let nested = if n > 3 { if n > 4 { "big" } else { "four" } } else { "small" };
    println!("{nested}");
    let mut evaluated = 0;
    let both = {
        evaluated += 1;
        false
    } && {
        evaluated += 10;
        true
    };
    let either = {
        evaluated += 100;
        true
    } || {
        evaluated += 1000;
        true
    };
    println!("{both} {either} {evaluated}");
}
