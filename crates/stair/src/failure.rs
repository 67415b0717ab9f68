//! Why a stage cannot be had.

use stair_source::{Diagnostic, Span};
use std::fmt;

/// Why a stage of a program cannot be had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Failure {
    /// The program is rejected; the session's diagnostics say why.
    Rejected,
    /// The program is accepted as Rust, but exceeds a limit of this stage.
    Limit(Box<Diagnostic>),
    /// The stage found an error in what the stage before gave it: an error of Staircase itself.
    Internal {
        /// The stage.
        stage: &'static str,
        /// What is wrong.
        message: String,
    },
}

impl Failure {
    pub(crate) fn internal(stage: &'static str, error: impl fmt::Display) -> Self {
        Self::Internal { stage, message: error.to_string() }
    }

    pub(crate) fn limit(span: Span, message: impl Into<String>) -> Self {
        let diagnostic = Diagnostic::new(stair_source::Code::S0900, span, message);
        Self::Limit(Box::new(diagnostic.primary("here").help("a smaller program or smaller types would fit")))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rejected => f.write_str("the program has errors"),
            Self::Limit(diagnostic) => f.write_str(&diagnostic.message),
            Self::Internal { stage, message } => write!(f, "internal error in {stage}: {message}"),
        }
    }
}

impl std::error::Error for Failure {}
