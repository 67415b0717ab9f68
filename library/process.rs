//! Ending the program.

use crate::fmt;
use crate::intrinsics;
use crate::io::raw as io;

pub fn exit(code: i32) -> ! {
    io::flush();
    intrinsics::proc_exit(code as u32)
}

pub fn abort() -> ! {
    intrinsics::proc_exit(134)
}

/// What a program tells whoever started it: 0 where all went well.
pub struct ExitCode(u8);

impl ExitCode {
    pub const SUCCESS: ExitCode = ExitCode(0);
    pub const FAILURE: ExitCode = ExitCode(1);

    pub(crate) fn to_i32(self) -> i32 {
        self.0 as i32
    }
}

impl Clone for ExitCode {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for ExitCode {}

impl PartialEq for ExitCode {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for ExitCode {}

impl Default for ExitCode {
    fn default() -> Self {
        ExitCode::SUCCESS
    }
}

impl From<u8> for ExitCode {
    fn from(code: u8) -> Self {
        ExitCode(code)
    }
}

/// What `main` may return.
pub trait Termination {
    fn report(self) -> ExitCode;
}

impl Termination for () {
    fn report(self) -> ExitCode {
        ExitCode::SUCCESS
    }
}

impl Termination for ! {
    fn report(self) -> ExitCode {
        self
    }
}

impl Termination for ExitCode {
    fn report(self) -> ExitCode {
        self
    }
}

impl<T: Termination, E: fmt::Debug> Termination for Result<T, E> {
    fn report(self) -> ExitCode {
        match self {
            Ok(value) => value.report(),
            Err(error) => {
                eprintln!("Error: {error:?}");
                ExitCode::FAILURE
            }
        }
    }
}
