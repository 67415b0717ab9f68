//! Every stage as lines of text, each tied to the source and to the line of the stage above that it was made from.
//!
//! The command line prints the text; the page shows the lines in panes and follows the ties for highlighting.

mod ir;
mod ownership;
mod source;
mod tokens;
mod tree;
mod types;
mod wasm;

pub use ir::{Ir, ir};
pub use ownership::ownership;
pub use source::source;
pub use tokens::tokens;
pub use tree::tree;
pub use types::{Types, types};
pub use wasm::{bytes, wat};

pub use stair_debugger::doc::{Doc, Line, Listed};
pub use stair_debugger::{Bytecode, bytecode};
