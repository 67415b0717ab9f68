//! Typed tree to IR: one function for each instance, matches to branches, places to memory.
//!
//! [`lower`] turns a checked program into a module. In suggested reading order:
//!
//! - `module`: what all functions share: ids, static data, handlers, imports;
//! - [`memory`]: how the linear memory is divided, and where static data goes;
//! - `abi`: how values travel between instructions and functions;
//! - `locals`: which variables are IR variables and which live in the frame;
//! - `function`: one function, from its parameters to its result;
//! - `places`: where a value is, and reading, writing, copying and addressing it;
//! - `exprs`, `operators`, `casts`, `aggregates`, `control`, `calls`, `intrinsics`, `constants`: expressions by kind;
//! - `drops`, `glue`: scopes, destructors, and what a panic still has to drop;
//! - `enums`: tags and variants; `patterns`, `matches`: from patterns to branches.
//!
//! *Invariants.* Nothing here looks at syntax or names things by their spelling. Every instruction has an origin: the
//! span and the typed expression that it was made from. A variable whose address is never taken is an IR variable and
//! keeps its name.

mod abi;
mod aggregates;
mod alias;
mod calls;
mod casts;
mod constants;
mod control;
mod drops;
mod enums;
mod error;
mod exprs;
mod function;
mod glue;
mod intrinsics;
mod locals;
mod matches;
pub mod memory;
mod module;
mod objects;
mod operators;
mod patterns;
mod places;
mod traps;

pub use error::LowerError;

use stair_ir::function::Module;
use stair_sema::Program;
use stair_source::SourceMap;

/// What `rustc` calls a profile: how the program is compiled.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Profile {
    /// Arithmetic that overflows panics.
    Debug,
    /// Arithmetic that overflows wraps, and shift amounts are taken modulo the width.
    Release,
}

/// How to lower.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Options {
    /// The profile.
    pub profile: Profile,
}

/// Lower every instance of a program without errors: function `i` of the module is instance `i` of
/// [`Program::instances`]; drop glue comes behind them. `sources` gives the file names, lines and columns that panic messages print.
///
/// # Errors
/// The first limit that the program exceeds; never for an ordinary program.
pub fn lower(program: &Program, sources: &SourceMap, options: &Options) -> Result<Module, LowerError> {
    let mut cx = module::ModuleCx::new(program, sources, *options);
    for &instance in program.instances() {
        let function = function::lower_instance(&mut cx, instance)?;
        cx.module.funcs.push(function);
    }
    let mut made = 0;
    while let Some(key) = cx.glue_keys.get_index(made).cloned() {
        made += 1;
        let function = glue::lower_glue(&mut cx, &key)?;
        cx.module.funcs.push(function);
    }
    cx.finish()
}
