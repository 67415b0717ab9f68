//! Iterators.

mod accum;
mod adapters;
mod collect;
mod compare;
mod made;
mod range;
mod sources;
mod traits;

pub use accum::{Product, Sum};
pub use adapters::{
    Chain, Cloned, Copied, Cycle, Enumerate, Filter, FilterMap, FlatMap, Flatten, Fuse, Inspect, Map, MapWhile,
    Peekable, Rev, Scan, Skip, SkipWhile, StepBy, Take, TakeWhile, Zip, zip,
};
pub use collect::{Extend, FromIterator, IntoIterator};
pub use made::{FromFn, OnceWith, RepeatWith, Successors, from_fn, once_with, repeat_with, successors};
pub use range::Step;
pub use sources::{Empty, Once, Repeat, RepeatN, empty, once, repeat, repeat_n};
pub use traits::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
