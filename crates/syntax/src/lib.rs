//! Tokens, the parser and the syntax tree: never fails, returns a tree and errors.

pub mod ast;
pub mod token;
