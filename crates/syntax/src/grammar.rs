//! The grammar: one function for each production.
//!
//! Read in this order: `items` (what a file is made of) with `functions`, `data` and `modules`, then `generics`,
//! `paths`, `types`, `patterns`, `statements`, `expressions` (precedence), `operands` (what stands between operators),
//! `control` (control flow), `attributes`.

mod attributes;
mod control;
mod data;
pub(crate) mod expressions;
mod functions;
mod generics;
pub(crate) mod items;
mod modules;
mod operands;
pub(crate) mod paths;
mod patterns;
pub(crate) mod statements;
mod types;
