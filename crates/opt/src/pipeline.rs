//! The list of passes, and what runs it.

use crate::{
    checks, common, constants, dead, flow, forward, hoist, inline, rotate, simplify, split_slots, ssa, tail, thread,
    uncalled, unreachable,
};
use stair_ir::entities::{FuncId, Slot};
use stair_ir::function::{Function, Module};
use stair_ir::inst::Inst;
use stair_ir::verify::{self, VerifyError};
use std::fmt;
use std::rc::Rc;

/// Which passes run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// Only trivial clean-up: variables keep their names and places.
    Debug,
    /// Every pass.
    Release,
}

/// One entry of the list.
#[derive(Debug)]
pub struct Pass {
    /// Its name, unique in the list; a pass that runs again has another name there.
    pub name: &'static str,
    /// What it does, in one sentence for people.
    pub description: &'static str,
    /// What it works on.
    pub work: Work,
    /// The profiles in which it runs.
    pub profiles: &'static [Profile],
}

/// What a pass over modules keeps of one for the next.
#[derive(Debug, Default)]
pub struct Memory(inline::Kept);

/// What a pass works on.
#[derive(Clone, Copy, Debug)]
pub enum Work {
    /// One function at a time: what becomes of it depends on nothing else. Says whether anything changed.
    Function(fn(&mut Function) -> bool),
    /// The whole module. Pushes the functions that changed, in order.
    Module(fn(&mut Module, &mut Vec<FuncId>)),
    /// The same, with what it kept of the last module.
    Remembering(fn(&mut Module, &mut Memory, &mut Vec<FuncId>)),
}

const ALL: &[Profile] = &[Profile::Debug, Profile::Release];
const RELEASE: &[Profile] = &[Profile::Release];

/// Every pass, in the order in which they run.
pub const PASSES: &[Pass] = &[
    Pass {
        name: "drop-unreachable",
        description: "Drops blocks that nothing jumps to.",
        work: Work::Function(unreachable::run),
        profiles: ALL,
    },
    Pass {
        name: "build-ssa",
        description: "Replaces mutable variables by values, each defined once; where paths meet, a block takes the value as \
                      a parameter.",
        work: Work::Function(ssa::run),
        profiles: RELEASE,
    },
    Pass {
        name: "fold-constants",
        description: "Computes what is known before the program runs, and follows branches whose condition is known.",
        work: Work::Function(constants::run),
        profiles: RELEASE,
    },
    Pass {
        name: "simplify",
        description: "Replaces operations by cheaper ones with the same result, and copies by what they copy.",
        work: Work::Function(simplify::run),
        profiles: RELEASE,
    },
    Pass {
        name: "straighten",
        description: "Merges blocks that follow one another, and leads jumps to their final target.",
        work: Work::Function(flow::run),
        profiles: RELEASE,
    },
    Pass {
        name: "remove-dead",
        description: "Removes computations whose result nobody uses.",
        work: Work::Function(dead::run),
        profiles: RELEASE,
    },
    Pass {
        name: "loop-tail-calls",
        description: "Makes a loop of a function that ends by calling itself.",
        work: Work::Module(tail::run),
        profiles: RELEASE,
    },
    Pass {
        name: "inline",
        description: "Puts the bodies of small functions in place of calls to them.",
        work: Work::Remembering(|module, memory, changed| inline::run(module, &mut memory.0, changed)),
        profiles: RELEASE,
    },
    Pass {
        name: "empty-uncalled",
        description: "Empties functions that nothing calls any more.",
        work: Work::Module(uncalled::run),
        profiles: RELEASE,
    },
    Pass {
        name: "straighten-inlined",
        description: "Merges blocks again: inlining leaves many short ones.",
        work: Work::Function(flow::run),
        profiles: RELEASE,
    },
    Pass {
        name: "simplify-inlined",
        description: "Simplifies again, now that functions see what they are given.",
        work: Work::Function(simplify::run),
        profiles: RELEASE,
    },
    Pass {
        name: "split-slots",
        description: "Makes variables of the fields of structs and enums that are private to the function.",
        work: Work::Function(split_slots::run),
        profiles: RELEASE,
    },
    Pass {
        name: "build-ssa-again",
        description: "Replaces those variables by values.",
        work: Work::Function(ssa::run),
        profiles: RELEASE,
    },
    Pass {
        name: "fold-constants-again",
        description: "Computes what has become known.",
        work: Work::Function(constants::run),
        profiles: RELEASE,
    },
    Pass {
        name: "simplify-again",
        description: "Simplifies what has become simple.",
        work: Work::Function(simplify::run),
        profiles: RELEASE,
    },
    Pass {
        name: "thread-jumps",
        description: "Skips blocks that only ask what the jump to them already knows.",
        work: Work::Function(thread::run),
        profiles: RELEASE,
    },
    Pass {
        name: "straighten-again",
        description: "Straightens what is left of branches.",
        work: Work::Function(flow::run),
        profiles: RELEASE,
    },
    Pass {
        name: "share-common",
        description: "Computes once what would be computed twice with the same result.",
        work: Work::Function(common::run),
        profiles: RELEASE,
    },
    Pass {
        name: "drop-checks",
        description: "Drops bounds checks that cannot fail.",
        work: Work::Function(checks::run),
        profiles: RELEASE,
    },
    Pass {
        name: "forward-stores",
        description: "Reads from memory what was just written there without going to memory.",
        work: Work::Function(forward::run),
        profiles: RELEASE,
    },
    Pass {
        name: "rotate-loops",
        description: "Lets a loop ask at its end whether to go on, which saves a jump a turn.",
        work: Work::Function(rotate::run),
        profiles: RELEASE,
    },
    Pass {
        name: "fold-constants-finally",
        description: "Computes what a loop knows of its first turn, and drops parameters that are always the same constant.",
        work: Work::Function(constants::run),
        profiles: RELEASE,
    },
    Pass {
        name: "hoist-invariants",
        description: "Moves out of loops what each turn would compute anew.",
        work: Work::Function(hoist::run),
        profiles: RELEASE,
    },
    Pass {
        name: "simplify-finally",
        description: "Simplifies the last time.",
        work: Work::Function(simplify::run),
        profiles: RELEASE,
    },
    Pass {
        name: "remove-dead-again",
        description: "Removes what the passes above have left without use.",
        work: Work::Function(dead::run),
        profiles: RELEASE,
    },
    Pass {
        name: "straighten-finally",
        description: "Straightens the last time.",
        work: Work::Function(flow::run),
        profiles: RELEASE,
    },
    Pass {
        name: "renumber",
        description: "Numbers blocks, values and slots anew, in the order of the text, with none left over.",
        work: Work::Function(renumber),
        profiles: RELEASE,
    },
];

fn renumber(func: &mut Function) -> bool {
    drop_unused_slots(func);
    func.compact();
    true
}

/// Pieces of the frame whose address nobody takes any more need no room.
fn drop_unused_slots(func: &mut Function) {
    if func.slots.is_empty() {
        return;
    }
    let mut place = vec![u32::MAX; func.slots.len()];
    let mut kept = Vec::new();
    for &block in &func.layout {
        for id in &func.blocks[block.index()].insts {
            if let Inst::SlotAddr { slot, .. } = &mut func.insts[id.index()].inst {
                let new = &mut place[slot.index()];
                if *new == u32::MAX {
                    *new = kept.len() as u32;
                    kept.push(func.slots[slot.index()].clone());
                }
                *slot = Slot(*new);
            }
        }
    }
    func.slots = kept;
}

/// The pass with this name.
#[must_use]
pub fn find_pass(name: &str) -> Option<&'static Pass> {
    PASSES.iter().find(|p| p.name == name)
}

/// How to run the list.
#[derive(Clone, Copy, Debug)]
pub struct Settings<'a> {
    /// Chooses the passes.
    pub profile: Profile,
    /// Names of passes to leave out.
    pub skip: &'a [&'a str],
    /// Name of the pass after which to stop, whether or not it runs itself.
    pub stop_after: Option<&'a str>,
    /// Whether to verify the module before the first pass, and functions after each pass that changed them.
    pub verify: bool,
}

impl Settings<'_> {
    /// All passes of the profile; verification in builds with debug assertions.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self { profile, skip: &[], stop_after: None, verify: cfg!(debug_assertions) }
    }
}

/// What there is to see when a pass has run.
#[derive(Debug)]
pub struct After<'a> {
    /// The pass.
    pub pass: &'static Pass,
    /// The module as it is now.
    pub module: &'a Module,
    /// The functions that the pass changed, in order.
    pub changed: &'a [FuncId],
}

/// Why the list was not run to its end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PipelineError {
    /// No pass has this name.
    NoSuchPass(String),
    /// The module breaks the IR's rules: as it was given (`after` is `None`), or after this pass.
    Invalid {
        /// The pass that broke it.
        after: Option<&'static str>,
        /// The rules.
        errors: Vec<VerifyError>,
    },
}

impl fmt::Display for PipelineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchPass(name) => {
                let names: Vec<_> = PASSES.iter().map(|p| p.name).collect();
                write!(f, "no pass is called `{name}`; there are {}", names.join(", "))
            }
            Self::Invalid { after, errors } => {
                write!(f, "invalid IR {}", after.map_or("as given".to_owned(), |p| format!("after {p}")))?;
                errors.iter().take(5).try_for_each(|e| write!(f, "\n{e}"))
            }
        }
    }
}

impl std::error::Error for PipelineError {}

/// Run the list on the module, and show it to `observer` after each pass. What it looked like before a pass is what it
/// looked like after the one before. Observing costs what the observer does, nothing else.
///
/// # Errors
/// If a name is not one of the list, or if verification finds fault; the module is then as the last pass left it.
pub fn run(
    module: &mut Module,
    settings: &Settings<'_>,
    observer: &mut dyn FnMut(After<'_>),
) -> Result<(), PipelineError> {
    if let Some(&name) = settings.skip.iter().chain(&settings.stop_after).find(|name| find_pass(name).is_none()) {
        return Err(PipelineError::NoSuchPass(name.to_owned()));
    }
    if settings.verify {
        verify::verify(module).map_err(|errors| PipelineError::Invalid { after: None, errors })?;
    }
    let mut changed = Vec::new();
    for pass in PASSES {
        if pass.profiles.contains(&settings.profile) && !settings.skip.contains(&pass.name) {
            changed.clear();
            run_pass(pass, module, &mut changed);
            if settings.verify {
                verify_changed(module, pass, &changed)?;
            }
            observer(After { pass, module, changed: &changed });
        }
        if settings.stop_after == Some(pass.name) {
            break;
        }
    }
    Ok(())
}

/// Check the functions that a pass has changed.
pub(crate) fn verify_changed(module: &Module, pass: &'static Pass, changed: &[FuncId]) -> Result<(), PipelineError> {
    changed.iter().try_for_each(|&id| {
        verify::verify_function(module, &module.funcs[id.index()], id)
            .map_err(|errors| PipelineError::Invalid { after: Some(pass.name), errors })
    })
}

/// Whether there is nothing that a pass could improve, as in a function that was emptied.
pub(crate) fn has_no_code(func: &Function) -> bool {
    func.layout.is_empty() || func.layout.len() == 1 && func.insts.is_empty() && func.vars.is_empty()
}

fn run_pass(pass: &Pass, module: &mut Module, changed: &mut Vec<FuncId>) {
    match pass.work {
        Work::Module(work) => work(module, changed),
        Work::Remembering(work) => work(module, &mut Memory::default(), changed),
        Work::Function(work) => {
            for index in 0..module.funcs.len() {
                let func = &mut module.funcs[index];
                if !has_no_code(func) && work(Rc::make_mut(func)) {
                    changed.push(FuncId(index as u32));
                }
            }
        }
    }
}
