//! Iterators.

mod accum;
mod adapters;
mod collect;
mod compare;
mod range;
mod sources;
mod traits;

pub use accum::{Product, Sum};
pub use adapters::{Chain, Cloned, Copied, Cycle, Enumerate, Fuse, Peekable, Rev, Skip, StepBy, Take, Zip, zip};
pub use collect::{Extend, FromIterator, IntoIterator};
pub use range::Step;
pub use sources::{Empty, Once, Repeat, RepeatN, empty, once, repeat, repeat_n};
pub use traits::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
