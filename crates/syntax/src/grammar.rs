//! The grammar: one function for each production.
//!
//! Read in this order: `items` (what a file is made of) with `functions`, `data` and `modules`, then `generics`,
//! `paths`, `types`, `patterns`, `statements`, `expressions` (precedence), `operands` (what stands between operators),
//! `control` (control flow), `attributes`.

mod attributes;
mod control;
mod data;
mod expressions;
mod functions;
mod generics;
mod items;
mod modules;
mod operands;
mod paths;
mod patterns;
mod statements;
mod types;
