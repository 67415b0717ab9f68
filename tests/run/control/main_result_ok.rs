// A `main` that returns `Ok` ends with 0; an exit code may be inside.
use std::num::ParseIntError;
use std::process::ExitCode;

fn main() -> Result<ExitCode, ParseIntError> {
    let n: u8 = "42".parse()?;
    println!("{n}");
    Ok(ExitCode::from(n - 40))
}
