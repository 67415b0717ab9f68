//! Looks for errors of Staircase with generated input.
//!
//! - [`generate`] makes well-typed programs that end; [`compare`] runs them on every engine in both profiles, and
//!   [`native`] asks `rustc` what they do, both many at a time ([`batch`]); [`tree::shrink`] makes what differs small.
//! - [`text`] makes broken program text, which the compiler must answer with diagnostics, and
//!   [`bytecode`] broken `.stbc` files, which the loader must refuse or the VM must run to its limit of steps.
//!
//! Everything is determined by a seed.

#![allow(clippy::disallowed_methods, reason = "this tool starts programs, reads clocks and uses threads")]

pub mod batch;
pub mod bytecode;
pub mod compare;
pub mod corpus;
pub mod generate;
pub mod native;
pub mod rng;
pub mod text;
pub mod tree;
#[allow(dead_code, reason = "the command shares this file and reads more of it")]
#[path = "../../cli/src/wasm_engine.rs"]
mod wasm_engine;
pub mod watch;
