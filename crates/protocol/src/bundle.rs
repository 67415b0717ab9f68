//! Requests to the compiler that embedded programs share, and its answers. They are apart from those of the page's compile worker,
//! so that an embedded program is not made larger by what only the page asks.

use serde::{Deserialize, Serialize};

use crate::{Diagnostic, Program, RequestId, Stage};

/// Compile a program to what can be debugged without a compiler. Answered by [`BundleAnswer::Bundled`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BundleRequest {
    /// The number of this request.
    pub id: RequestId,
    /// The program.
    pub program: Program,
    /// The panes whose lines are to be in it; the bytecode's always are.
    pub panes: Vec<Stage>,
}

/// From the compiler.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum BundleAnswer {
    /// It can take requests. Sent once.
    Ready,
    /// What became of a program.
    Bundled {
        /// The request's number.
        id: RequestId,
        /// What.
        bundled: Bundled,
    },
}

/// What became of a program that was to be bundled.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Bundled {
    /// A `.stdb` file.
    Done(Vec<u8>),
    /// It has errors.
    Rejected(Vec<Diagnostic>),
    /// It is too large; a sentence that says how.
    Failed(String),
}
