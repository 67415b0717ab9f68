//! Passes over the IR and the one visible list of them.
//!
//! [`PASSES`] is the list; [`run`] applies it, and [`run_kept`] applies it to what has changed since the last time. A pass is
//! one file with a function that takes a function and says whether it changed it, or does so with a module. Passes keep the origins of the instructions that they move or rewrite;
//! an instruction that a pass makes has the origin of the one that it was made for.

mod checks;
mod common;
mod constants;
mod dead;
mod edit;
mod flow;
mod forward;
mod hoist;
mod inline;
mod kept;
mod pipeline;
mod rotate;
mod simplify;
mod split_slots;
mod ssa;
mod tail;
mod thread;
mod uncalled;
mod unreachable;

pub use kept::{Effects, Kept, run_kept};
pub use pipeline::{After, Memory, PASSES, Pass, PipelineError, Profile, Settings, Work, find_pass, run};
