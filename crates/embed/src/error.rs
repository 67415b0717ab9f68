//! What can be wrong with what an author asks for, in words.

use std::fmt;

/// What is wrong with an embed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Error {
    /// There is no option of this name.
    UnknownOption(String),
    /// An option has a value that means nothing.
    Value {
        /// The option.
        option: &'static str,
        /// The value.
        value: String,
        /// What would mean something.
        expected: &'static str,
    },
    /// The program cannot be written down in the form that was asked for.
    Source(&'static str),
    /// The words behind the language of a fenced block cannot be read.
    Fence(&'static str),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownOption(name) => write!(f, "there is no option `{name}`"),
            Self::Value { option, value, expected } => write!(f, "`{option}` is {value:?}: {expected}"),
            Self::Source(reason) | Self::Fence(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for Error {}
