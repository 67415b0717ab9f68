//! Names, types, traits, patterns and the subset gate: from the syntax tree to the typed tree.
//!
//! [`analyze`] runs it all: `expand` turns macros into syntax, `collect` gives items ids and names meaning, `sig` reads
//! signatures on demand, `check` turns bodies into typed trees (with `infer` for unification and `traits` for
//! implementations), `exhaust` and `consteval` look at patterns and constants, and `collector` finds what the program
//! reaches. What is valid Rust but cannot be run is refused in `gate`.

mod analysis;
mod check;
mod collect;
mod collector;
pub mod consteval;
pub mod defs;
mod display;
pub mod drops;
pub mod exhaust;
pub mod expand;
mod full_name;
mod gate;
mod hygiene;
pub mod ids;
mod infer;
pub mod intrinsics;
mod layered;
pub mod layout;
pub mod library;
mod program;
mod report;
mod sig;
mod tables;
mod traits;
pub mod ty;
pub mod typed;
pub mod wide;

pub use analysis::{Analysis, Library, analyze, analyze_text};
pub use program::{CalleeShape, CalleeTarget, Program};
pub use traits::{Unsizing, VTABLE_HEADER, VtableEntry, vtable_offset};
