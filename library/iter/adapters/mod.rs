//! Iterators made from iterators.

mod chain;
mod counted;
mod flatten;
mod mapped;
mod peekable;
mod referenced;
mod reversed;
mod selected;

pub use chain::{Chain, Cycle, Fuse, Zip, zip};
pub use counted::{Enumerate, Skip, StepBy, Take};
pub use flatten::{FlatMap, Flatten};
pub use mapped::{Inspect, Map, MapWhile, Scan};
pub use peekable::Peekable;
pub use referenced::{Cloned, Copied};
pub use reversed::Rev;
pub use selected::{Filter, FilterMap, SkipWhile, TakeWhile};
