//! The SSA intermediate representation: data, builder, text form, verifier and the analyses every back end needs.
//!
//! Data, which hold no algorithms:
//! - [`entities`]: ids, printed as the text form spells them;
//! - [`inst`]: instructions and terminators, each with its meaning;
//! - [`function`]: functions and modules.
//!
//! Making, checking and showing them: [`builder`], [`verify`], [`text`], [`compact`].
//!
//! Questions about them: [`visit`] (operands and targets), [`effects`] (what may be reordered or dropped), [`mod@cfg`],
//! [`dominators`], [`loops`], [`liveness`], and [`stackify`], which turns a function into code for a stack machine.
//!
//! What operations compute: [`eval`]. With the feature `testing`: a reference interpreter and random modules.

pub mod builder;
pub mod cfg;
pub mod compact;
pub mod dominators;
pub mod effects;
pub mod entities;
pub mod eval;
pub mod function;
pub mod inst;
#[cfg(feature = "testing")]
pub mod interp;
pub mod kept;
#[cfg(feature = "testing")]
pub mod linearise;
pub mod liveness;
pub mod loops;
pub mod names;
#[cfg(feature = "testing")]
pub mod random;
pub mod stackify;
pub mod text;
pub mod verify;
pub mod visit;
