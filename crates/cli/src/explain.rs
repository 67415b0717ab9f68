//! `staircase explain`.

use crate::report::{Exit, fail, say};
use stair::source::Code;

/// Print the page that explains a code.
pub(crate) fn explain(code: &str) -> Result<Exit, Exit> {
    let Some(code) = Code::parse(code) else {
        let message = format!("there is no code `{code}`; codes look like E0382, S0001 or arithmetic_overflow");
        return Err(fail(Exit::USAGE, message));
    };
    say!("{code}: {}\n\n{}", code.title(), code.explanation().trim_end());
    Ok(Exit::OK)
}
