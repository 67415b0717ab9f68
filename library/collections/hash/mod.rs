//! Hash tables: maps and sets.

mod entry;
mod map_iter;
mod set_ops;
mod table;

pub mod map;
pub mod set;
