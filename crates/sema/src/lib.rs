//! Names, types, traits, patterns and the subset gate: from the syntax tree to the typed tree.

pub mod consteval;
pub mod defs;
mod display;
pub mod exhaust;
pub mod expand;
pub mod ids;
pub mod intrinsics;
pub mod layout;
mod program;
mod tables;
mod traits;
pub mod ty;
pub mod typed;

pub use program::Program;
