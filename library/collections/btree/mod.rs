//! Ordered maps and sets.

mod entry;
pub mod map;
mod map_iter;
mod merge;
mod node;
mod range;
mod search;
pub mod set;
mod set_iter;
mod set_ops;
mod tree;
mod views;
