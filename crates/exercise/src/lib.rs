//! Workshops: exercises in Markdown, checked and graded by the engine.
//!
//! An exercise is one Markdown file ([`parse`]): a statement, a starter, tests, hints and a solution, *checks* of what the compiler
//! makes of a program, and *questions* about what a program does. [`Grader::grade`] says what holds of what a learner hands in;
//! [`Grader::check`] says what is wrong with an exercise. No number comes from the author: what is counted and what is answered is found
//! by compiling and running programs. `docs/exercises.md` describes the files.
//!
//! *Invariants.* Nothing here reads a file or a clock. Whatever a file or an answer holds, nothing panics: what is wrong is a
//! [`Problem`] with its place in the Markdown, or a failed [`Item`] of a report.

mod author;
mod checks;
mod compose;
mod exercise;
mod fields;
mod fragment;
mod front;
mod grade;
mod markdown;
mod moment;
mod operation;
mod pack;
mod parse;
mod probe;
mod questions;
mod run;
mod set;
mod syntax;
mod veil;

pub use exercise::{
    Ask, Block, Check, Construct, Engine, Exercise, Expected, Hint, Limit, Measure, Moment, Named, Question, Run,
};
pub use fragment::Fragment;
pub use grade::{Answer, Grader, Item, ItemKind, Place, Report};
pub use markdown::to_html;
pub use parse::parse;
pub use set::{File, SET_FILE, Set};
pub use stair::source::Problem;
pub use veil::{MAX_VEILED_BYTES, unveil, veil};

/// The longest file of a workshop that is read, in bytes.
pub const MAX_FILE_BYTES: usize = 1 << 20;
/// The longest program that is graded, in bytes.
pub const MAX_PROGRAM_BYTES: usize = 256 << 10;
/// How many steps a run may take if the exercise does not say.
pub const DEFAULT_MAX_STEPS: u64 = 10_000_000;
/// How many steps an exercise may allow.
pub const MAX_STEPS: u64 = 1_000_000_000;
/// How many tests, runs, checks and questions an exercise may have, of each.
pub const MAX_PARTS: usize = 200;
/// How many exercises a workshop may have.
pub const MAX_EXERCISES: usize = 1000;
