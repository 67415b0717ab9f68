//! Exhaustiveness: whether the arms of a `match` cover every value, and whether a pattern that must match always does.
//!
//! The algorithm is that of Maranget, *Warnings for pattern matching* (2007), in the form that `rustc` gives it: the
//! values of a type are split by constructors ([`constructor`]), a matrix of patterns is specialised by each
//! ([`matrix`]), and what no row matches is a witness, printed as `rustc` prints it ([`witness`]).

mod constructor;
mod lower;
mod matrix;
mod report;
mod witness;

pub(crate) use report::{Refutable, check_irrefutable, check_match};
