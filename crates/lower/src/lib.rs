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
//! - `wide`: 128-bit integers in halves;
//! - [`variables`]: where variables are, for whoever watches the program run;
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
pub mod variables;
mod wide;

pub use error::LowerError;

use stair_ir::entities::DataId;
use stair_ir::function::Module;
use stair_sema::Program;
use stair_sema::defs::Instance;
use stair_sema::ids::FnId;
use stair_sema::ty::Ty;
use stair_source::SourceMap;
use std::rc::Rc;

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

/// A module, and what its functions are of.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// The module. The library's own functions ([`Program::library_instances`]) come first.
    pub module: Module,
    /// What each function of the module was made from; `None` for drop glue.
    pub defs: Vec<Option<FnId>>,
    /// The variables of each function that the user wrote, as they are before any pass.
    pub variables: Vec<Option<Rc<variables::Variables>>>,
    /// The tables of trait objects: the type that each is made for.
    pub objects: Vec<(DataId, Ty)>,
    /// [`Program::heap_counts`], as far as the program reaches them.
    pub heap_counts: [Option<DataId>; 3],
}

/// What is kept from one program for the next: the library's own functions, which are the same whatever else a program has.
#[derive(Debug, Default)]
pub struct Kept {
    last: Option<KeptLibrary>,
}

/// The beginning of a module: some of the library's own functions.
#[derive(Debug)]
struct KeptLibrary {
    options: Options,
    instances: Vec<Instance>,
    /// Whether a panic drops anything that can be seen: functions then say what.
    observable_drops: bool,
    made: module::Made,
}

/// Lower every instance of a program without errors; drop glue comes behind what needs it. `sources` gives the file names, lines
/// and columns that panic messages print. The module is the same whatever was kept.
///
/// # Errors
/// The first limit that the program exceeds; never for an ordinary program.
pub fn lower(
    program: &Program,
    sources: &SourceMap,
    options: &Options,
    kept: &mut Kept,
) -> Result<Lowered, LowerError> {
    let mut cx = module::ModuleCx { program, sources, options: *options, made: module::Made::default() };
    let own = program.library_instances();
    let observable_drops = program.has_observable_drops();
    match &kept.last {
        Some(last)
            if last.options == *options && last.observable_drops == observable_drops && last.instances == own =>
        {
            cx.made = last.made.clone();
        }
        _ => {
            cx.lower(own)?;
            let (instances, made) = (own.to_vec(), cx.made.clone());
            kept.last = Some(KeptLibrary { options: *options, instances, observable_drops, made });
        }
    }
    cx.lower(&program.instances()[own.len()..])?;
    Ok(cx.finish())
}
