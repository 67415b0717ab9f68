//! Iterators made from iterators.

mod chain;
mod counted;
mod peekable;
mod referenced;
mod reversed;

pub use chain::{Chain, Cycle, Fuse, Zip, zip};
pub use counted::{Enumerate, Skip, StepBy, Take};
pub use peekable::Peekable;
pub use referenced::{Cloned, Copied};
pub use reversed::Rev;
