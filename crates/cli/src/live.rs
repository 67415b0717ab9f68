//! Programs of documents: what they print, and what a debugger needs of them. `mdbook-staircase` shares this file.

use stair::debugger::Layer;
use stair::{Failure, Outcome, Profile, RunLimits, Session};
use stair_embed::{End, Options, Pane, Recorded, Recorder};

/// What diagnostics and panics call the program of a document: what the page calls it.
pub(crate) const NAME: &str = "main.rs";

/// How a document's program is compiled.
pub(crate) fn profile(options: &Options) -> Profile {
    match options.profile {
        stair_embed::Profile::Debug => Profile::Debug,
        stair_embed::Profile::Release => Profile::Release,
    }
}

/// Run a program on the VM, for so many instructions, and keep what it prints.
///
/// # Errors
/// If it is rejected or exceeds a limit.
pub(crate) fn record(session: &Session, stdin: &str, max_steps: u64) -> Result<Recorded, Failure> {
    let mut host = Recorder::new(stdin);
    let limits = RunLimits { max_steps: Some(max_steps), ..RunLimits::default() };
    let outcome = session.vm_runner()?.run(&mut host, limits)?;
    Ok(host.finish(match outcome {
        Outcome::Exited(code) => End::Exited(code),
        Outcome::OutOfSteps => End::Stopped(max_steps),
    }))
}

/// The compiled program, with the lines of the panes that are to be shown.
///
/// # Errors
/// If it is rejected or exceeds a limit.
pub(crate) fn bundle(session: &Session, options: &Options) -> Result<Vec<u8>, Failure> {
    let layer = |pane: &Pane| match pane {
        // What a run shows, and the bytecode, are in every bundle.
        Pane::Output | Pane::Variables | Pane::Machine | Pane::Bytecode => None,
        Pane::Tokens => Some(Layer::Tokens),
        Pane::Tree => Some(Layer::Tree),
        Pane::Types => Some(Layer::Types),
        Pane::Ownership => Some(Layer::Ownership),
        Pane::Ir => Some(Layer::Ir),
        Pane::Wat => Some(Layer::Wat),
        Pane::Wasm => Some(Layer::Wasm),
    };
    let mut layers: Vec<Layer> = options.panes.iter().filter_map(layer).collect();
    layers.sort_unstable();
    layers.dedup();
    session.bundle(&layers)
}
