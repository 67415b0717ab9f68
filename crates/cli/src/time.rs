//! `staircase time`.

use crate::args::{Engine, TimeArgs};
use crate::report::{self, Exit, fail, say};
use crate::run::{MAX_NESTING, no_native};
use crate::wasm_engine::WasmEngine;
use serde::Serialize;
use stair::host::MemoryHost;
use stair::{Outcome, RunLimits, Session};
use std::path::Path;
use std::time::{Duration, Instant};

/// The times of one engine, in nanoseconds.
#[derive(Serialize)]
pub(crate) struct Times {
    pub(crate) engine: &'static str,
    profile: &'static str,
    /// From the checked program to something that runs.
    compile_ns: u64,
    /// The run that is not among the measured ones.
    warm_up_ns: u64,
    /// Every measured run, in order.
    runs_ns: Vec<u64>,
    pub(crate) median_ns: u64,
    pub(crate) min_ns: u64,
    pub(crate) max_ns: u64,
    /// The program's exit code, the same every time.
    exit_code: i32,
}

impl Times {
    /// The median and the extremes of the runs; all 0 if there are none.
    fn summarise(&mut self) {
        let mut sorted = self.runs_ns.clone();
        sorted.sort_unstable();
        let middle = sorted.len() / 2;
        let at = |index: usize| sorted.get(index).copied().unwrap_or(0);
        self.median_ns =
            if sorted.len() % 2 == 1 { at(middle) } else { at(middle.saturating_sub(1)).midpoint(at(middle)) };
        self.min_ns = at(0);
        self.max_ns = sorted.last().copied().unwrap_or(0);
    }
}

/// Time a program on the engines.
pub(crate) fn time(args: &TimeArgs) -> Result<Exit, Exit> {
    let engines = if args.engine.is_empty() { Engine::ALL.to_vec() } else { args.engine.clone() };
    if engines.contains(&Engine::Native) {
        return Err(no_native());
    }
    let started = Instant::now();
    let session = report::accepted(&args.file, args.profile.into())?;
    let checked = started.elapsed();
    let mut all = Vec::new();
    let stdin = read_input(args.stdin.as_deref())?;
    for engine in engines {
        let times = measure(&mut [Subject::new(&session, engine, &stdin)?], args.runs)?;
        if args.json {
            times.iter().try_for_each(report::print_json)?;
        }
        all.extend(times);
    }
    if !args.json {
        print_table(&all, args.runs, checked);
    }
    Ok(Exit::OK)
}

/// A program that an engine can run any number of times.
pub(crate) struct Subject<'a> {
    engine: Engine,
    session: &'a Session,
    compile: Duration,
    run: Box<dyn FnMut() -> Result<(Duration, Outcome), Exit> + 'a>,
}

impl<'a> Subject<'a> {
    /// Compiles a checked program for an engine; each of its runs reads `stdin` from the start.
    pub(crate) fn new(session: &'a Session, engine: Engine, stdin: &'a [u8]) -> Result<Self, Exit> {
        let failed = |failure| report::failed(session, &failure);
        let internal = |error: String| fail(Exit::INTERNAL, error);
        let limits = RunLimits { max_steps: None, max_nesting: MAX_NESTING };
        // The stages that engines share are not counted to the first one that asks for them.
        session.optimised().map_err(failed)?;
        let started = Instant::now();
        let run: Box<dyn FnMut() -> Result<(Duration, Outcome), Exit> + 'a> = match engine {
            Engine::Tree => {
                let runner = session.tree_runner().map_err(failed)?;
                Box::new(move || {
                    let (mut host, started) = (host(stdin), Instant::now());
                    let outcome = runner.run(&mut host, limits).map_err(failed)?;
                    Ok((started.elapsed(), outcome))
                })
            }
            Engine::Vm => {
                let runner = session.vm_runner().map_err(failed)?;
                Box::new(move || {
                    let (mut host, started) = (host(stdin), Instant::now());
                    let outcome = runner.run(&mut host, limits).map_err(failed)?;
                    Ok((started.elapsed(), outcome))
                })
            }
            Engine::Wasm | Engine::Native => {
                let module = session.wasm().map_err(failed)?;
                let compiled = WasmEngine::new(None, wasmtime::Strategy::Auto)
                    .and_then(|engine| engine.compile(&module.bytes))
                    .map_err(internal)?;
                Box::new(move || {
                    let run = compiled.run(Box::new(host(stdin)), [None; 3]).map_err(internal)?;
                    let code = run.exit.map_err(internal)?;
                    Ok((run.instantiate_time + run.run_time, Outcome::Exited(code)))
                })
            }
        };
        Ok(Self { engine, session, compile: started.elapsed(), run })
    }
}

/// A host with this input.
pub(crate) fn host(stdin: &[u8]) -> MemoryHost {
    MemoryHost { stdin: stdin.to_vec(), ..MemoryHost::default() }
}

/// What programs are to read: the file, or nothing without one.
pub(crate) fn read_input(file: Option<&Path>) -> Result<Vec<u8>, Exit> {
    let Some(file) = file else { return Ok(Vec::new()) };
    std::fs::read(file).map_err(|error| {
        let text = format!("the programs' input {} cannot be read: {error}", file.display());
        fail(Exit::NO_INPUT, text)
    })
}

/// Times subjects: a run of each that is not measured, then `runs` rounds in which each runs once, so that what else the machine
/// does befalls all of them.
pub(crate) fn measure(subjects: &mut [Subject<'_>], runs: u32) -> Result<Vec<Times>, Exit> {
    let mut all = Vec::new();
    for subject in &mut *subjects {
        let (warm_up, outcome) = (subject.run)()?;
        all.push(Times {
            engine: subject.engine.as_str(),
            profile: subject.session.profile().as_str(),
            compile_ns: nanoseconds(subject.compile),
            warm_up_ns: nanoseconds(warm_up),
            runs_ns: Vec::new(),
            median_ns: 0,
            min_ns: 0,
            max_ns: 0,
            exit_code: match outcome {
                Outcome::Exited(code) => code,
                Outcome::OutOfSteps => 0,
            },
        });
    }
    for _ in 0..runs {
        for (subject, times) in subjects.iter_mut().zip(&mut all) {
            times.runs_ns.push(nanoseconds((subject.run)()?.0));
        }
    }
    all.iter_mut().for_each(Times::summarise);
    Ok(all)
}

fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

fn print_table(all: &[Times], runs: u32, checked: Duration) {
    let fastest = all.iter().map(|t| t.median_ns).min().unwrap_or(1).max(1);
    say!("read and checked in {}; {runs} runs after one to warm up", show(nanoseconds(checked)));
    say!("{:<8}{:>12}{:>12}{:>12}{:>12}{:>12}{:>10}", "engine", "compile", "warm-up", "median", "min", "max", "ratio");
    for t in all {
        let ratio = t.median_ns as f64 / fastest as f64;
        say!(
            "{:<8}{:>12}{:>12}{:>12}{:>12}{:>12}{:>9.1}×",
            t.engine,
            show(t.compile_ns),
            show(t.warm_up_ns),
            show(t.median_ns),
            show(t.min_ns),
            show(t.max_ns),
            ratio
        );
    }
}

/// A time with a unit that suits it.
pub(crate) fn show(ns: u64) -> String {
    match ns {
        0..10_000 => format!("{ns} ns"),
        10_000..10_000_000 => format!("{:.1} µs", ns as f64 / 1e3),
        10_000_000..10_000_000_000 => format!("{:.1} ms", ns as f64 / 1e6),
        _ => format!("{:.1} s", ns as f64 / 1e9),
    }
}
