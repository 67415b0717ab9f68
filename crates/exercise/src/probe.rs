//! Looking at one function of a program, at one run of it, and at one type.
//!
//! In the release profile calls of small functions are inlined and what nobody calls any more is emptied. A function that is gone in
//! that way is looked at as it is compiled by itself: through the same passes without the one that empties it.

use crate::checks::unended;
use crate::compose::PROGRAM_NAME;
use crate::exercise::Engine;
use crate::run::{End, run};
use stair::history::{History, Profile as HistoryProfile};
use stair::host::MemoryHost;
use stair::ir::function::{Function, Module};
use stair::ir::inst::Terminator;
use stair::opt::{Settings, run as run_passes};
use stair::source::FileId;
use stair::vm::Limits;
use stair::{Compiler, Profile, Session};
use std::sync::Arc;

/// The pass that empties functions.
const EMPTYING_PASS: &str = "empty-uncalled";

/// The functions of a program with a name, after all passes. Generic functions have one for each list of types.
pub(crate) struct Probe {
    module: Module,
    funcs: Vec<usize>,
    /// Closures written in them that are functions of their own.
    closures: Vec<usize>,
}

impl Probe {
    /// Find a function by its path.
    ///
    /// # Errors
    /// In words, if the program has no such function or is not accepted.
    pub(crate) fn new(session: &Session, function: &str) -> Result<Self, String> {
        let text = |failure: stair::Failure| failure.to_string();
        let optimised = session.optimised().map_err(text)?;
        let funcs: Vec<usize> =
            (0..optimised.funcs.len()).filter(|&i| is_named(&optimised.funcs[i], function)).collect();
        if funcs.is_empty() {
            return Err(unknown(session, function));
        }
        let closure = format!("{function}::{{closure");
        let is_closure = |func: &Function| func.is_user && func.name.starts_with(&closure) && !is_empty(func);
        let closures = (0..optimised.funcs.len()).filter(|&index| is_closure(&optimised.funcs[index])).collect();
        let lowered = session.lowered().map_err(text)?;
        let is_gone = |index: usize| is_empty(&optimised.funcs[index]) && !is_empty(&lowered.funcs[index]);
        let module = if funcs.iter().any(|&index| is_gone(index)) {
            let mut module = lowered.clone();
            let profile = match session.profile() {
                Profile::Debug => stair::opt::Profile::Debug,
                Profile::Release => stair::opt::Profile::Release,
            };
            let settings = Settings { skip: &[EMPTYING_PASS], ..Settings::new(profile) };
            run_passes(&mut module, &settings, &mut |_| {}).map_err(|error| error.to_string())?;
            module
        } else {
            optimised.clone()
        };
        Ok(Self { module, funcs, closures })
    }

    /// The functions' IR, and that of closures in them.
    pub(crate) fn functions(&self) -> impl Iterator<Item = &Function> {
        self.funcs.iter().chain(&self.closures).filter_map(|&index| self.module.funcs.get(index)).map(|func| &**func)
    }

    /// The program's IR.
    pub(crate) fn module(&self) -> &Module {
        &self.module
    }

    /// How many bytecode instructions the function has; the most, if there are several.
    ///
    /// # Errors
    /// In words, if the bytecode compiler fails.
    pub(crate) fn bytecode_instructions(&self) -> Result<u64, String> {
        let program = stair::bytecode::compile::compile(&self.module, 0).map_err(|error| error.to_string())?;
        let funcs = &program.program().funcs;
        let counts = self.funcs.iter().filter_map(|&index| funcs.get(index)).map(|func| func.instrs().count() as u64);
        Ok(counts.max().unwrap_or(0))
    }

    /// How many bytes the function's body has in Wasm; the most, if there are several.
    ///
    /// # Errors
    /// In words, if the Wasm compiler fails.
    pub(crate) fn wasm_bytes(&self) -> Result<u64, String> {
        let output = stair::wasm::compile(&self.module).map_err(|error| error.to_string())?;
        let is_meant =
            |func: Option<stair::ir::entities::FuncId>| func.is_some_and(|id| self.funcs.contains(&id.index()));
        let meant = output.functions.iter().filter(|function| is_meant(function.func));
        let sizes = meant.map(|function| u64::from(function.body.end - function.body.start));
        sizes.max().ok_or_else(|| "every call of it is inlined, so the module has no such function".to_owned())
    }
}

/// A whole run, and how often each instruction was executed.
pub(crate) struct Counted {
    history: History,
    profile: HistoryProfile,
}

impl Counted {
    /// Record a run to its end and count.
    ///
    /// # Errors
    /// In words, if the program is not accepted or does not end.
    pub(crate) fn new(session: &Session, stdin: &str, max_steps: u64) -> Result<Self, String> {
        let runner = session.vm_runner().map_err(|failure| failure.to_string())?;
        let history = History::new(Arc::clone(runner.code()), Limits::default());
        let mut history = history.map_err(|error| error.to_string())?;
        let mut host = MemoryHost { stdin: stdin.as_bytes().to_vec(), ..MemoryHost::default() };
        let recorded = history.record(&mut host, max_steps);
        if recorded.exit_code.is_none() {
            return Err(unended(recorded, max_steps));
        }
        let mut profile = HistoryProfile::new(&history);
        while !profile.advance(&mut history, u64::MAX) {}
        Ok(Self { history, profile })
    }

    /// How many instructions of a function's own were executed; `None` if it did not run.
    pub(crate) fn steps_of(&self, function: &str) -> Option<u64> {
        let meant = |func: &stair::bytecode::program::Function| func.is_user && is_path(&func.name, function);
        let steps = self.functions().filter(|(_, func)| meant(func)).map(|(index, _)| self.profile.in_function(index));
        Some(steps.sum()).filter(|&steps| steps > 0)
    }

    fn functions(&self) -> impl Iterator<Item = (u32, &stair::bytecode::program::Function)> {
        let funcs = &self.history.vm().code().verified().program().funcs;
        (0..).zip(funcs.iter().map(|func| &**func))
    }
}

/// Whether a function of the user's has this path, whatever its types.
pub(crate) fn is_named(func: &Function, path: &str) -> bool {
    func.is_user && is_path(&func.name, path)
}

/// Whether a name is a path, or that path with types: `Stack<i32>::push` is `Stack::push`.
pub(crate) fn is_path(name: &str, path: &str) -> bool {
    if name == path {
        return true;
    }
    let mut depth = 0_usize;
    let mut plain = String::new();
    for c in name.chars() {
        match c {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain.replace("::::", "::").trim_end_matches("::") == path
}

/// Whether nothing is in a function.
fn is_empty(func: &Function) -> bool {
    match func.layout.as_slice() {
        [] => true,
        [only] => {
            let block = func.block(*only);
            block.insts.is_empty() && matches!(block.terminator, Terminator::Unreachable)
        }
        _ => false,
    }
}

fn unknown(session: &Session, function: &str) -> String {
    let is_written = session.program().user_fns().any(|id| is_path(&session.program().fn_def(id).path, function));
    if is_written {
        format!("nothing that runs calls `{function}`, so it is not compiled")
    } else {
        format!("there is no function `{function}`")
    }
}

/// The size of a type of a program, in bytes: what a program with another `main` prints.
///
/// # Errors
/// In words, if the type is not one of the program's.
pub(crate) fn size_of(compiler: &Compiler, text: &str, ty: &str, max_steps: u64) -> Result<u64, String> {
    let mut composed = crate::compose::renamed(text)?;
    let own = composed.len();
    composed.push_str(&format!("\nfn main() {{ println!(\"{{}}\", std::mem::size_of::<{ty}>()); }}\n"));
    let session = Session::new(compiler, PROGRAM_NAME, &composed, Profile::Debug);
    if let Some(error) = session.diagnostics().first() {
        let is_own = error.span().file == FileId::USER && (error.span().lo as usize) < own;
        let what = if is_own { "the program has errors" } else { "this is no type of the program" };
        return Err(format!("{what}: {}", error.message));
    }
    let ran = run(&session, Engine::Vm, "", max_steps).map_err(|failure| failure.to_string())?;
    match ran.end {
        End::Exited(0) => ran.stdout.trim().parse().map_err(|_| "the size cannot be told".to_owned()),
        _ => Err("the size cannot be told".to_owned()),
    }
}
