//! Passes over the IR and the one visible list of them.
//!
//! [`PASSES`] is the list; [`run`] applies it. A pass is one file with a function that takes a module and a function of
//! it and says whether it changed the function. Passes keep the origins of the instructions that they move or rewrite;
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
mod pipeline;
mod rotate;
mod simplify;
mod split_slots;
mod ssa;
mod tail;
mod thread;
mod uncalled;
mod unreachable;

pub use pipeline::{After, PASSES, Pass, PipelineError, Profile, Settings, Work, find_pass, run};
