//! The SSA intermediate representation: data, builder, text form, verifier and the analyses every back end needs.

pub mod entities;
pub mod function;
pub mod inst;
