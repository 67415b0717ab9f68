//! The list of passes for a module most of whose functions are those of the last time: neighbouring passes over single
//! functions make a stretch, which is run function by function, and only on functions that have changed.

use crate::pipeline::{Memory, PASSES, Pass, PipelineError, Profile, Work, has_no_code, verify_changed};
use stair_ir::entities::FuncId;
use stair_ir::function::{Function, Module};
use stair_ir::{kept, verify};
use std::rc::Rc;

/// What is kept of one run of a profile for the next one of the same.
#[derive(Debug, Default)]
pub struct Kept {
    stretches: Vec<kept::Kept<(), Passed>>,
    memory: Memory,
}

/// What a stretch has made of a function.
#[derive(Clone, Debug)]
struct Passed {
    func: Rc<Function>,
    /// Which of the stretch's passes changed it, a bit for each.
    changed: u32,
}

/// The passes that ran, in order, and whether each changed anything in the user's functions.
pub type Effects = Vec<(&'static Pass, bool)>;

/// Run the list of a profile. What comes out is what [`crate::run`] makes, whatever was kept. In builds with debug assertions
/// what passes change is verified.
///
/// # Errors
/// If verification finds fault; the module is then of no use.
pub fn run_kept(module: &mut Module, profile: Profile, kept: &mut Kept) -> Result<Effects, PipelineError> {
    if cfg!(debug_assertions) {
        verify::verify(module).map_err(|errors| PipelineError::Invalid { after: None, errors })?;
    }
    let passes: Vec<&'static Pass> = PASSES.iter().filter(|pass| pass.profiles.contains(&profile)).collect();
    let mut effects = Effects::new();
    let mut stretch = 0;
    for group in passes.chunk_by(|a, b| matches!((a.work, b.work), (Work::Function(_), Work::Function(_)))) {
        if let &[pass] = group
            && !matches!(pass.work, Work::Function(_))
        {
            let mut changed = Vec::new();
            match pass.work {
                Work::Module(work) => work(module, &mut changed),
                Work::Remembering(work) => work(module, &mut kept.memory, &mut changed),
                Work::Function(_) => {}
            }
            if cfg!(debug_assertions) {
                verify_changed(module, pass, &changed)?;
            }
            effects.push((pass, changed.iter().any(|id| module.funcs[id.index()].is_user)));
            continue;
        }
        if kept.stretches.len() == stretch {
            kept.stretches.push(kept::Kept::default());
        }
        run_stretch(module, group, &mut kept.stretches[stretch], &mut effects)?;
        stretch += 1;
    }
    Ok(effects)
}

fn run_stretch(
    module: &mut Module,
    passes: &[&'static Pass],
    kept: &mut kept::Kept<(), Passed>,
    effects: &mut Effects,
) -> Result<(), PipelineError> {
    let mut changed_user = 0;
    kept.truncate(module.funcs.len());
    for index in 0..module.funcs.len() {
        let (id, before) = (FuncId(index as u32), Rc::clone(&module.funcs[index]));
        if has_no_code(&before) {
            continue;
        }
        let is_user = before.is_user;
        let passed = match kept.get(id, &before, |()| 0) {
            Some(passed) => passed,
            None => {
                let changed = run_on_function(module, passes, id)?;
                let passed = Passed { func: Rc::clone(&module.funcs[index]), changed };
                kept.set(id, before, Vec::new(), passed.clone());
                passed
            }
        };
        module.funcs[index] = passed.func;
        changed_user |= if is_user { passed.changed } else { 0 };
    }
    effects.extend(passes.iter().enumerate().map(|(bit, &pass)| (pass, changed_user >> bit & 1 == 1)));
    Ok(())
}

/// Run passes on one function; returns which of them changed it, a bit for each.
fn run_on_function(module: &mut Module, passes: &[&'static Pass], id: FuncId) -> Result<u32, PipelineError> {
    let mut all = 0;
    for (bit, &pass) in passes.iter().enumerate() {
        let Work::Function(work) = pass.work else { continue };
        if !has_no_code(&module.funcs[id.index()]) && work(Rc::make_mut(&mut module.funcs[id.index()])) {
            all |= 1 << bit;
            if cfg!(debug_assertions) {
                verify_changed(module, pass, &[id])?;
            }
        }
    }
    Ok(all)
}
