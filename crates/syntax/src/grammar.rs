//! The grammar: one function for each production.
//!
//! Read in this order: `items` (what a file is made of), `generics`, `paths`, `types`, `patterns`, `statements`,
//! `expressions` (precedence), `operands` (what stands between operators), `attributes`.

pub(crate) mod attributes;
pub(crate) mod expressions;
pub(crate) mod generics;
pub(crate) mod items;
pub(crate) mod operands;
pub(crate) mod paths;
pub(crate) mod patterns;
pub(crate) mod statements;
pub(crate) mod types;
