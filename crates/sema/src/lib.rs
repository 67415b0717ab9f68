//! Names, types, traits, patterns and the subset gate: from the syntax tree to the typed tree.

pub mod defs;
pub mod ids;
pub mod intrinsics;
pub mod layout;
mod program;
pub mod ty;
pub mod typed;

pub use program::Program;
