//! The SSA intermediate representation: data, builder, text form, verifier and the analyses every back end needs.
//!
//! Data, which hold no algorithms:
//! - [`entities`]: ids, printed as the text form spells them;
//! - [`inst`]: instructions and terminators, each with its meaning;
//! - [`function`]: functions and modules.
//!
//! Making, checking and showing them: [`builder`], [`verify`], [`text`].
//!
//! Questions about them: [`visit`] (operands and targets), [`effects`] (what may be reordered or dropped), [`cfg`],
//! [`dominators`], [`loops`], [`liveness`], and [`stackify`], which turns a function into code for a stack machine.

pub mod builder;
pub mod cfg;
pub mod compact;
pub mod dominators;
pub mod effects;
pub mod entities;
pub mod function;
pub mod inst;
pub mod liveness;
pub mod loops;
pub mod names;
pub mod stackify;
pub mod text;
pub mod verify;
pub mod visit;
