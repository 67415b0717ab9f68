#[derive(Debug)]
enum Problem {
    TooLarge { limit: u32 },
}

fn check(n: u32) -> Result<u32, Problem> {
    if n > 10 { Err(Problem::TooLarge { limit: 10 }) } else { Ok(n) }
}

fn main() {
    println!("{}", check(3).expect("small enough"));
    println!("{:?} {}", check(30).is_err(), check(2).unwrap());
    check(11).expect("a number up to ten");
}
