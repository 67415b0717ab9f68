//! A run of the VM that can be walked in both directions.
//!
//! A run is *recorded* once: what the world answered the program is kept ([`History::record`]), and from time to time a
//! checkpoint of the whole machine. From then on any *moment* of it, a number of executed instructions, can be gone to:
//! the machine starts from the last checkpoint before it and executes again, with the same answers, which leads to the same
//! state ([`History::seek`]). A *search* looks for the next or the last moment of some kind in the same way
//! ([`Search`]).
//!
//! Checkpoints share what has not changed between them and take no more than [`MAX_CHECKPOINT_BYTES`] together: where there would be
//! more, every second one is given up, so a longer run has them further apart. See Boothe, *Efficient algorithms for
//! bidirectional debugging* (PLDI 2000), for checkpoints and re-execution in debuggers.

mod checkpoints;
mod history;
mod log;
mod places;
mod profile;
mod search;
mod writes;

pub use checkpoints::MAX_CHECKPOINT_BYTES;
pub use history::{History, Recorded};
pub use log::{MAX_ANSWER_BYTES, MAX_OUTPUT_BYTES, Transcript};
pub use places::starts;
pub use profile::Profile;
pub use search::{Direction, Found, Search};
pub use writes::{changes, writers, writes};
