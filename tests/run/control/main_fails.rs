// An error from `main` is printed, and the exit code says so.
#[derive(Debug)]
enum Problem {
    Odd { n: u32 },
}

fn half(n: u32) -> Result<u32, Problem> {
    if n % 2 == 1 { Err(Problem::Odd { n }) } else { Ok(n / 2) }
}

fn main() -> Result<(), Problem> {
    println!("{}", half(12)?);
    println!("{}", half(half(14)?)?);
    println!("not reached");
    Ok(())
}
