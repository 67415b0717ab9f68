//! A program's memory as values: what lies where, by the program's types.
//!
//! - [`shape`]: how the types lie in memory, with what the library's own owners mean;
//! - [`value`]: a value as people think of it;
//! - [`read`]: from bytes and a shape to a value; `scalar`: the same for values without parts; `elements`: for elements side by
//!   side; `library`: for the library's owners;
//! - [`blocks`]: what lies outside of the frames and can be reached from them;
//! - [`owners`]: what each byte of a range belongs to; [`HeapLeft`]: how much is on the heap.
//!
//! *Invariants.* Nothing here knows how types came about, how a program runs, or who looks at it. No bytes, however wrong, make
//! it panic: what cannot be is said to be so. What it makes is bounded by named constants.

pub mod blocks;
mod elements;
mod heap;
mod library;
pub mod owners;
pub mod read;
mod scalar;
pub mod shape;
#[cfg(test)]
mod tests;
pub mod value;

pub use blocks::{Block, Blocks, Regions, Root, reachable};
pub use heap::HeapLeft;
pub use owners::{Owned, owners};
pub use read::{Limits, Opened, Reader};
pub use shape::{Shape, ShapeId, Shapes};
pub use value::{Cells, Gap, Value, ValueKind};
