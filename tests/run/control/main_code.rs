// An exit code of the program's choice.
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("three");
    if 1 + 1 == 3 {
        return ExitCode::SUCCESS;
    }
    ExitCode::from(3)
}
