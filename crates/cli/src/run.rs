//! `staircase run` and `staircase check`.

use crate::args::{CheckArgs, Engine, RunArgs};
use crate::host::StdHost;
use crate::report::{self, Exit, JsonDiagnostic, fail};
use crate::wasm_engine::WasmEngine;
use stair::{HeapLeft, Outcome, Profile, RunLimits};

/// How deeply the tree walker may nest on the command's own large stack.
pub(crate) const MAX_NESTING: u32 = 2_000_000;

/// The exit code of a run that was stopped at its limit of steps: that of `timeout`.
const OUT_OF_STEPS: Exit = Exit(124);

/// Run a program.
pub(crate) fn run(args: &RunArgs) -> Result<Exit, Exit> {
    if args.engine == Engine::Native {
        return Err(no_native());
    }
    let session = report::accepted(&args.file, args.profile.into())?;
    let mut host = StdHost::new(args.stdin.as_deref())
        .map_err(|error| fail(Exit::NO_INPUT, format!("the program's stdin cannot be opened: {error}")))?;
    let limits = RunLimits { max_steps: args.max_steps, max_nesting: MAX_NESTING };
    let failed = |failure| report::failed(&session, &failure);
    let (outcome, left) = match args.engine {
        Engine::Tree => session.tree_runner().map_err(failed)?.run_to_heap(&mut host, limits).map_err(failed)?,
        Engine::Vm => session.vm_runner().map_err(failed)?.run_to_heap(&mut host, limits).map_err(failed)?,
        Engine::Wasm | Engine::Native => {
            let module = session.wasm().map_err(failed)?;
            let internal = |error: String| fail(Exit::INTERNAL, error);
            let engine = WasmEngine::new(args.max_steps, wasmtime::Strategy::Auto).map_err(internal)?;
            let counts = session.heap_counts().map_err(failed)?;
            let compiled = engine.compile(&module.bytes).map_err(internal)?;
            let run = compiled.run(Box::new(host), counts).map_err(internal)?;
            let outcome = match run.exit {
                Ok(code) => Outcome::Exited(code),
                Err(_) if run.out_of_steps => Outcome::OutOfSteps,
                Err(error) => return Err(internal(error)),
            };
            (outcome, run.left)
        }
    };
    if args.leaks {
        eprintln!("{}", said(left));
    }
    match outcome {
        Outcome::Exited(code) => Ok(Exit(code as u8)),
        Outcome::OutOfSteps => {
            let steps = args.max_steps.unwrap_or(0);
            eprintln!("stopped: the program was still running after {steps} steps");
            Ok(OUT_OF_STEPS)
        }
    }
}

/// What `--leaks` says.
fn said(left: HeapLeft) -> String {
    let many = |count: u64, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    match left.blocks {
        0 => "heap: everything was given back".to_owned(),
        blocks => format!("heap: {} with {} never given back", many(blocks, "block"), many(left.bytes, "byte")),
    }
}

/// The refusal of the engine that is not there yet.
pub(crate) fn no_native() -> Exit {
    fail(Exit::USAGE, "the engine `native` is not in this version; there are tree, vm and wasm")
}

/// Check a program.
pub(crate) fn check(args: &CheckArgs) -> Result<Exit, Exit> {
    let session = report::session(&args.file, Profile::Debug)?;
    // Limits of later stages reject a program too.
    let late = match session.optimised() {
        Ok(_) | Err(stair::Failure::Rejected) => None,
        Err(stair::Failure::Limit(diagnostic)) => Some(*diagnostic),
        Err(failure @ stair::Failure::Internal { .. }) => return Err(fail(Exit::INTERNAL, failure)),
    };
    let diagnostics: Vec<_> = session.diagnostics().iter().chain(&late).cloned().collect();
    if diagnostics.is_empty() {
        return Ok(Exit::OK);
    }
    if args.json {
        for diagnostic in &diagnostics {
            report::print_json(&JsonDiagnostic::new(diagnostic, session.sources()))?;
        }
    } else {
        let color = std::io::IsTerminal::is_terminal(&std::io::stderr());
        eprint!("{}", stair::source::render(&diagnostics, session.sources(), color));
    }
    Ok(Exit::REJECTED)
}
