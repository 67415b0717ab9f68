// The `?` operator on results, with conversion of the error, and on options.
#[derive(Debug)]
enum Problem { Negative(i64), Parse(std::num::ParseIntError), Small }
impl From<std::num::ParseIntError> for Problem {
    fn from(e: std::num::ParseIntError) -> Self { Problem::Parse(e) }
}
fn parse(s: &str) -> Result<i64, Problem> {
    let n: i64 = s.parse()?;
    if n < 0 { return Err(Problem::Negative(n)); }
    let m = small(n)?;
    Ok(m * 2)
}
fn small(n: i64) -> Result<i64, Problem> {
    if n > 100 { Err(Problem::Small)? }
    Ok(n)
}
fn first_digit(s: &str) -> Option<u32> {
    let b = s.as_bytes().first()?;
    let d = (*b as char).to_digit(10)?;
    Some(d)
}
fn sum(a: Option<i32>, b: Option<i32>) -> Option<i32> { Some(a? + b?) }
fn main() {
    for i in 0..5 { let s = ["12", "x", "-4", "1000", ""][i];
        println!("{:?}", parse(s));
    }
    println!("{:?} {:?} {:?}", first_digit("7a"), first_digit("a"), first_digit(""));
    println!("{:?} {:?}", sum(Some(1), Some(2)), sum(Some(1), None));
}
