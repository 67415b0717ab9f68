//! Runs a program on every engine in both profiles.

use crate::wasm_engine::{Compiled, WasmEngine};
use stair::host::MemoryHost;
use stair::{Compiler, Failure, Outcome, Profile, RunLimits, Session, TreeRunner, VmRunner};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use wasmtime::Strategy;

/// How many steps a generated program may take; it is made to take far fewer.
pub(crate) const MAX_STEPS: u64 = 400_000_000;

/// Which of Wasmtime's compilers is used.
const STRATEGY: Strategy = if cfg!(feature = "winch") { Strategy::Winch } else { Strategy::Auto };

/// How deeply the tree walker may nest on the stack of [`crate::watch`].
const MAX_NESTING: u32 = 1_000_000;

/// The profiles, in the order of every pair of results.
pub const PROFILES: [Profile; 2] = [Profile::Debug, Profile::Release];

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ended {
    /// The exit code.
    pub code: i32,
    /// What was written to standard output.
    pub stdout: String,
    /// What was written to standard error, without the thread's number in a panic's message.
    pub stderr: String,
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "exit {}", self.code)?;
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                writeln!(f, "{name}")?;
                text.lines().try_for_each(|line| writeln!(f, "|{line}"))?;
            }
        }
        Ok(())
    }
}

/// A run of one engine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// `tree`, `vm` or `wasm`.
    pub engine: &'static str,
    /// The profile.
    pub profile: Profile,
    /// How it ended, or what Staircase itself did wrong.
    pub ended: Result<Ended, String>,
}

/// Why a program was not run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotRun {
    /// It has diagnostics, rendered here.
    Rejected(String),
    /// The compiler panicked.
    Panicked(String),
}

/// Run a program on all engines in some profiles, with this standard input, each run up to a limit of steps. `name` is what
/// panic messages call the file.
///
/// # Errors
/// If the program is rejected or the compiler panics.
pub fn run_all(
    compiler: &Compiler,
    name: &str,
    text: &str,
    stdin: &[u8],
    profiles: &[Profile],
    max_steps: Option<u64>,
) -> Result<Vec<Run>, NotRun> {
    let runs = run_inputs(compiler, name, text, &[stdin.to_vec()], profiles, max_steps)?;
    Ok(runs.into_iter().flatten().collect())
}

/// Run a program as [`run_all`] does, once with each of several standard inputs: the runs with each.
///
/// # Errors
/// If the program is rejected or the compiler panics.
pub fn run_inputs(
    compiler: &Compiler,
    name: &str,
    text: &str,
    inputs: &[Vec<u8>],
    profiles: &[Profile],
    max_steps: Option<u64>,
) -> Result<Vec<Vec<Run>>, NotRun> {
    let mut session = guarded(|| Session::new(compiler, name, text, Profile::default())).map_err(NotRun::Panicked)?;
    if !session.diagnostics().is_empty() {
        return Err(NotRun::Rejected(session.render_diagnostics(false)));
    }
    let mut runs = vec![Vec::new(); inputs.len()];
    for &profile in profiles {
        session = session.in_profile(profile);
        for engine in ["tree", "vm", "wasm"] {
            let ready = guarded(|| Ready::new(&session, engine, max_steps)).and_then(|ready| ready);
            for (stdin, runs) in inputs.iter().zip(&mut runs) {
                let run = |ready: &Ready| guarded(|| ready.run(stdin, max_steps)).and_then(|ended| ended);
                let ended = ready.as_ref().map_err(String::clone).and_then(run);
                runs.push(Run { engine, profile, ended });
            }
        }
    }
    Ok(runs)
}

/// The runs that differ from what is expected in their profile, or from the first engine's where nothing is.
#[must_use]
pub fn differing(runs: &[Run], expected: Option<&[Ended; 2]>) -> Vec<(Run, Option<Ended>)> {
    let mut out = Vec::new();
    for (profile, i) in PROFILES.into_iter().zip(0..) {
        let mine: Vec<&Run> = runs.iter().filter(|run| run.profile == profile).collect();
        let truth = match expected {
            Some(expected) => Some(expected[i].clone()),
            None => mine.iter().find_map(|run| run.ended.clone().ok()),
        };
        for run in mine {
            if run.ended.as_ref().ok() != truth.as_ref() {
                out.push((run.clone(), truth.clone()));
            }
        }
    }
    out
}

/// What is wrong with how Staircase treats a program; where nothing is expected, the engines are compared with each other.
#[must_use]
pub fn examine(compiler: &Compiler, name: &str, text: &str, expected: Option<&[Ended; 2]>) -> Option<String> {
    match run_all(compiler, name, text, &[], &PROFILES, Some(MAX_STEPS)) {
        Err(not_run) => Some(not_run.to_string()),
        Ok(runs) => complaint(&differing(&runs, expected)),
    }
}

impl fmt::Display for NotRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rejected(errors) => write!(f, "the program is rejected\n{errors}"),
            Self::Panicked(message) => write!(f, "the compiler {message}"),
        }
    }
}

/// What [`differing`] found, in words; nothing if there is nothing.
#[must_use]
pub fn complaint(wrong: &[(Run, Option<Ended>)]) -> Option<String> {
    let (run, truth) = wrong.first()?;
    let engines: Vec<String> = wrong.iter().map(|(r, _)| format!("{} {}", r.engine, r.profile.as_str())).collect();
    let mut text = format!("differs: {}", engines.join(", "));
    if let Err(error) = &run.ended {
        text.push_str(&format!(": {error}"));
    }
    text.push('\n');
    if let Some(truth) = truth {
        text.push_str(&format!("--- expected\n{truth}"));
    }
    if let Ok(ended) = &run.ended {
        text.push_str(&format!("--- got\n{ended}"));
    }
    Some(text)
}

/// A program ready to run on one engine.
enum Ready {
    Tree(Box<TreeRunner>),
    Vm(VmRunner),
    Wasm(Compiled),
}

impl Ready {
    fn new(session: &Session, engine: &str, max_steps: Option<u64>) -> Result<Self, String> {
        let failed = |failure: Failure| failure.to_string();
        Ok(match engine {
            "tree" => Self::Tree(Box::new(session.tree_runner().map_err(failed)?)),
            "vm" => Self::Vm(session.vm_runner().map_err(failed)?),
            _ => {
                let module = session.wasm().map_err(failed)?;
                Self::Wasm(WasmEngine::new(max_steps, STRATEGY)?.compile(&module.bytes)?)
            }
        })
    }

    fn run(&self, stdin: &[u8], max_steps: Option<u64>) -> Result<Ended, String> {
        let limits = RunLimits { max_steps, max_nesting: MAX_NESTING };
        let failed = |failure: Failure| failure.to_string();
        let mut host = MemoryHost { stdin: stdin.to_vec(), ..MemoryHost::default() };
        let outcome = match self {
            Self::Tree(runner) => runner.run(&mut host, limits).map_err(failed)?,
            Self::Vm(runner) => runner.run(&mut host, limits).map_err(failed)?,
            Self::Wasm(module) => {
                let shared = SharedHost(Arc::new(Mutex::new(std::mem::take(&mut host))));
                let run = module.run(Box::new(shared.clone()), [None; 3])?;
                let code = run.exit?;
                drop(run.host);
                host = std::mem::take(&mut *shared.0.lock().map_err(|_| "the host panicked")?);
                Outcome::Exited(code)
            }
        };
        let Outcome::Exited(code) = outcome else { return Err("the limit of steps was reached".into()) };
        // The command's exit code is a byte, as every process's.
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok(Ended { code: i32::from(code as u8), stdout: text(&host.stdout), stderr: text(&host.stderr) })
    }
}

/// A host in memory that is still there after the engine has taken it.
#[derive(Clone, Default)]
struct SharedHost(Arc<Mutex<MemoryHost>>);

impl SharedHost {
    fn with<R>(&self, f: impl FnOnce(&mut MemoryHost) -> R) -> R {
        f(&mut self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

impl stair::host::Host for SharedHost {
    fn write(&mut self, fd: u32, bytes: &[u8]) -> Result<(), stair::host::Errno> {
        self.with(|host| host.write(fd, bytes))
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, stair::host::Errno> {
        self.with(|host| host.read(buffer))
    }

    fn clock(&mut self, id: u32) -> Result<u64, stair::host::Errno> {
        self.with(|host| host.clock(id))
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), stair::host::Errno> {
        self.with(|host| host.random(buffer))
    }
}

/// The result, or the message of the panic.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let text = payload.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("no message");
        format!("panicked: {text}")
    })
}
