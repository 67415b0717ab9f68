//! Checks: what is asked for, in words, and whether it holds.

use crate::compose::{Composed, PROGRAM_NAME, Test, with_test};
use crate::exercise::{Check, Construct, Exercise, Limit, Measure};
use crate::operation;
use crate::probe::{Counted, Probe, size_of};
use crate::run::PANICS_FILE;
use crate::syntax;
use stair::debugger::Debugger;
use stair::history::Recorded;
use stair::host::MemoryHost;
use stair::ir::cfg::Cfg;
use stair::ir::dominators::Dominators;
use stair::ir::entities::FuncId;
use stair::ir::function::{Function, Module};
use stair::ir::inst::Inst;
use stair::ir::loops::Loops;
use stair::source::{FileId, Span};
use stair::{Compiler, Outcome, Profile, RunLimits, Session};

/// A learner's program that is accepted.
pub(crate) struct Subject<'a> {
    pub(crate) compiler: &'a Compiler,
    pub(crate) exercise: &'a Exercise,
    /// What the learner wrote.
    pub(crate) text: &'a str,
    /// The same with a `main`.
    pub(crate) program: &'a str,
    pub(crate) tests: &'a [Test],
}

/// Whether a check holds.
pub(crate) struct Verdict {
    pub(crate) passed: bool,
    /// What was found, in words.
    pub(crate) found: String,
    /// Where, in the learner's text.
    pub(crate) at: Option<Span>,
}

/// What a check asks for, in words.
pub(crate) fn sentence(check: &Check) -> String {
    let release = match (&check.measure, check.profile) {
        (Measure::BoundsChecks(..), _) | (_, Profile::Debug) => "",
        (_, Profile::Release) => " in the release profile",
    };
    let words = match &check.measure {
        Measure::Bytecode(function, limit) => format!("`{function}` has {}", amount(*limit, "bytecode instruction")),
        Measure::Executed(Some(function), limit) => {
            format!("`{function}` executes {} of its own", amount(*limit, "bytecode instruction"))
        }
        Measure::Executed(None, limit) => format!("the run executes {}", amount(*limit, "bytecode instruction")),
        Measure::Allocations(Limit { at_most: Some(0), .. }) => "the run takes no memory from the heap".to_owned(),
        Measure::Allocations(limit) => format!("the run takes {} of memory from the heap", amount(*limit, "block")),
        Measure::Ir { function, operation, wanted: true } => {
            format!("the IR of `{function}` has the operation `{operation}`")
        }
        Measure::Ir { function, operation, wanted: false } => {
            format!("the IR of `{function}` lacks the operation `{operation}`")
        }
        Measure::BoundsChecks(function, in_loops, limit) => {
            let place = if *in_loops { "the loops of " } else { "" };
            format!("{place}`{function}` {} in the release profile", has(*in_loops, *limit, "bounds check"))
        }
        Measure::Panics(function, Limit { at_most: Some(0), .. }) => format!("`{function}` cannot panic"),
        Measure::Panics(function, limit) => format!("`{function}` may panic in {}", amount(*limit, "place")),
        Measure::Syntax { function, construct, wanted } => {
            let subject = function.as_ref().map_or("the program".to_owned(), |function| format!("`{function}`"));
            let verb = if *wanted { "uses" } else { "does without" };
            format!("{subject} {verb} {}", name(construct))
        }
        Measure::Wasm(Some(function), limit) => format!("`{function}` takes {} of Wasm", amount(*limit, "byte")),
        Measure::Wasm(None, limit) => format!("the Wasm module has {}", amount(*limit, "byte")),
        Measure::SizeOf(ty, limit) => format!("a value of `{ty}` takes {}", amount(*limit, "byte")),
    };
    format!("{words}{release}")
}

fn name(construct: &Construct) -> String {
    match construct {
        Construct::Keyword(word @ ("closure" | "index" | "cast")) => match *word {
            "closure" => "a closure".to_owned(),
            "index" => "indexing".to_owned(),
            _ => "a cast".to_owned(),
        },
        Construct::Keyword(word) => format!("`{word}`"),
        Construct::Method(name) => format!("the method `{name}`"),
        Construct::Macro(name) => format!("`{name}!`"),
        Construct::Path(name) => format!("`{name}`"),
    }
}

/// `has no bounds check`, `have at most 2 bounds checks`.
fn has(is_many: bool, limit: Limit, what: &str) -> String {
    let verb = if is_many { "have" } else { "has" };
    if limit.at_most == Some(0) { format!("{verb} no {what}") } else { format!("{verb} {}", amount(limit, what)) }
}

/// `at most 12 instructions`.
fn amount(limit: Limit, what: &str) -> String {
    let plural = |count: u64| if count == 1 { "" } else { "s" };
    match (limit.at_least, limit.at_most) {
        (Some(low), Some(high)) if low == high => format!("exactly {low} {what}{}", plural(low)),
        (Some(low), Some(high)) => format!("between {low} and {high} {what}s"),
        (Some(low), None) => format!("at least {low} {what}{}", plural(low)),
        (None, Some(high)) => format!("at most {high} {what}{}", plural(high)),
        (None, None) => format!("any number of {what}s"),
    }
}

/// `12 instructions`.
fn counted(count: u64, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn within(limit: Limit, count: u64) -> bool {
    limit.at_least.is_none_or(|low| count >= low) && limit.at_most.is_none_or(|high| count <= high)
}

impl Subject<'_> {
    /// See whether a check holds.
    pub(crate) fn verdict(&self, check: &Check) -> Verdict {
        let verdict = match &check.measure {
            Measure::Syntax { function, construct, wanted } => self.syntax(function.as_deref(), construct, *wanted),
            Measure::SizeOf(ty, limit) => size_of(self.compiler, self.text, ty, self.exercise.max_steps)
                .map(|size| numbered(*limit, size, format!("a value of `{ty}` takes {}", counted(size, "byte")))),
            _ => self.compiled(check).and_then(|(session, own)| self.measured(check, session, own)),
        };
        verdict.unwrap_or_else(|found| Verdict { passed: false, found, at: None })
    }

    fn syntax(&self, function: Option<&str>, construct: &Construct, wanted: bool) -> Result<Verdict, String> {
        let (file, _) = syntax::parse(self.text);
        let item = match function {
            Some(path) => {
                let item = syntax::find_function(self.text, &file.items, path);
                Some(item.ok_or_else(|| format!("there is no function `{path}`"))?)
            }
            None => None,
        };
        let at = syntax::find(self.text, &file, item, construct);
        let found = if at.is_some() { "it is there" } else { "it is not there" };
        let passed = at.is_some() == wanted;
        Ok(Verdict { passed, found: found.to_owned(), at: at.filter(|_| !passed) })
    }

    /// The program that a check is about, and the length of the learner's part.
    fn compiled(&self, check: &Check) -> Result<(Session, usize), String> {
        let profile = if matches!(check.measure, Measure::BoundsChecks(..)) { Profile::Release } else { check.profile };
        let Some(wanted) = &check.test else {
            let session = Session::new(self.compiler, PROGRAM_NAME, self.program, profile);
            return Ok((session, self.text.len()));
        };
        let test = self.tests.iter().find(|test| test.name == wanted.text);
        let test = test.ok_or_else(|| format!("there is no test `{}`", wanted.text))?;
        let (session, composed) = self.test_session(test, profile)?;
        Ok((session, composed.own))
    }

    /// The program of a test.
    ///
    /// # Errors
    /// In words, if the tests do not fit the program.
    pub(crate) fn test_session(&self, test: &Test, profile: Profile) -> Result<(Session, Composed), String> {
        let block = self.exercise.tests.as_ref().ok_or("the exercise has no tests")?;
        let composed = with_test(self.text, block, test)?;
        let session = Session::new(self.compiler, PROGRAM_NAME, &composed.text, profile);
        match session.diagnostics().first() {
            Some(error) => Err(format!("the tests do not fit the program: {}", error.message)),
            None => Ok((session, composed)),
        }
    }

    fn measured(&self, check: &Check, session: Session, own: usize) -> Result<Verdict, String> {
        let own_place = |span: Span| span.is_user() && !span.is_empty() && span.hi as usize <= own;
        let probe = |function: &str| Probe::new(&session, function);
        match &check.measure {
            Measure::Bytecode(function, limit) => {
                let count = probe(function)?.bytecode_instructions()?;
                Ok(numbered(*limit, count, format!("`{function}` has {}", counted(count, "bytecode instruction"))))
            }
            Measure::Wasm(Some(function), limit) => {
                let count = probe(function)?.wasm_bytes()?;
                Ok(numbered(*limit, count, format!("`{function}` takes {}", counted(count, "byte"))))
            }
            Measure::Wasm(None, limit) => {
                let count = session.wasm().map_err(|failure| failure.to_string())?.bytes.len() as u64;
                Ok(numbered(*limit, count, format!("the module has {}", counted(count, "byte"))))
            }
            Measure::Ir { function, operation, wanted } => {
                let probe = probe(function)?;
                let mut places = Vec::new();
                for func in probe.functions() {
                    for &block in &func.layout {
                        let data = func.block(block);
                        let insts = data.insts.iter().map(|&id| func.inst(id));
                        let meant = insts.filter(|data| operation::is_meant(operation, &data.inst));
                        places.extend(meant.map(|data| data.origin.span));
                        if operation::is_meant_end(operation, &data.terminator) {
                            places.push(data.origin.span);
                        }
                    }
                }
                let found = match places.len() as u64 {
                    0 => format!("the IR of `{function}` has no `{operation}`"),
                    count => {
                        format!("the IR of `{function}` has {}", counted(count, &format!("`{operation}` operation")))
                    }
                };
                let passed = places.is_empty() != *wanted;
                let at = places.into_iter().filter(|&span| own_place(span)).min().filter(|_| !passed);
                Ok(Verdict { passed, found, at })
            }
            Measure::BoundsChecks(function, in_loops, limit) => {
                let probe = probe(function)?;
                let places: Vec<Span> = probe.functions().flat_map(|func| bounds_checks(func, *in_loops)).collect();
                let found = match places.len() as u64 {
                    0 => "there is no bounds check".to_owned(),
                    count => format!("there {} {}", is(count), counted(count, "bounds check")),
                };
                let mut verdict = numbered(*limit, places.len() as u64, found);
                verdict.at = places.into_iter().filter(|&span| own_place(span)).min().filter(|_| !verdict.passed);
                Ok(verdict)
            }
            Measure::Panics(function, limit) => {
                let probe = probe(function)?;
                let panicking = Panicking::new(probe.module(), &session);
                let places: Vec<Span> = probe.functions().flat_map(|func| panicking.places(func)).collect();
                let found = match places.len() as u64 {
                    0 => format!("`{function}` cannot panic"),
                    count => format!("`{function}` may panic in {}", counted(count, "place")),
                };
                let mut verdict = numbered(*limit, places.len() as u64, found);
                verdict.at = places.into_iter().filter(|&span| own_place(span)).min().filter(|_| !verdict.passed);
                Ok(verdict)
            }
            Measure::Executed(None, limit) => {
                let count = whole_run(&session, &check.stdin, self.exercise.max_steps)?.steps;
                Ok(numbered(*limit, count, format!("the run executes {}", counted(count, "instruction"))))
            }
            Measure::Executed(Some(function), limit) => {
                let run = Counted::new(&session, &check.stdin, self.exercise.max_steps)?;
                let gone = || format!("`{function}` does not run, at least not as a function of its own");
                let count = run.steps_of(function).ok_or_else(gone)?;
                Ok(numbered(*limit, count, format!("`{function}` executes {}", counted(count, "instruction"))))
            }
            Measure::Allocations(limit) => {
                let count = whole_run(&session, &check.stdin, self.exercise.max_steps)?.heap.allocations;
                let found = match count {
                    0 => "the run takes no memory from the heap".to_owned(),
                    count => format!("the run takes {} from the heap", counted(count, "block")),
                };
                Ok(numbered(*limit, count, found))
            }
            Measure::Syntax { .. } | Measure::SizeOf(..) => {
                Err("this is not measured on a compiled program".to_owned())
            }
        }
    }
}

/// What a run takes as a whole.
///
/// # Errors
/// In words, if the program is not accepted or does not end.
fn whole_run(session: &Session, stdin: &str, max_steps: u64) -> Result<stair::Counted, String> {
    let mut host = MemoryHost { stdin: stdin.as_bytes().to_vec(), ..MemoryHost::default() };
    let limits = RunLimits { max_steps: Some(max_steps), ..RunLimits::default() };
    let run = session.vm_runner().and_then(|runner| runner.run_counted(&mut host, limits));
    let run = run.map_err(|failure| failure.to_string())?;
    if run.outcome == Outcome::OutOfSteps { Err(endless(max_steps)) } else { Ok(run) }
}

/// Record a run to its end; with what it prints to standard output.
///
/// # Errors
/// In words, if the program is not accepted or does not end.
pub(crate) fn record(session: Session, stdin: &str, max_steps: u64) -> Result<(Debugger, Vec<u8>), String> {
    let mut debugger = session.debugger().map_err(|failure| failure.to_string())?;
    let mut host = MemoryHost { stdin: stdin.as_bytes().to_vec(), ..MemoryHost::default() };
    let recorded = debugger.record(&mut host, max_steps);
    match recorded.exit_code {
        Some(_) => Ok((debugger, host.stdout)),
        None => Err(unended(recorded, max_steps)),
    }
}

/// Why a recorded run has no end.
pub(crate) fn unended(recorded: Recorded, max_steps: u64) -> String {
    match recorded.is_full {
        true => "the run reads too much to be recorded".to_owned(),
        false => endless(max_steps),
    }
}

fn endless(max_steps: u64) -> String {
    format!("the run does not end within {max_steps} steps")
}

fn is(count: u64) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn numbered(limit: Limit, count: u64, found: String) -> Verdict {
    Verdict { passed: within(limit, count), found, at: None }
}

/// Where a function checks an index, in its loops only if so.
fn bounds_checks(func: &Function, in_loops: bool) -> Vec<Span> {
    if func.layout.is_empty() {
        return Vec::new();
    }
    let cfg = Cfg::compute(func);
    let dominators = Dominators::compute(&cfg, func.blocks.len());
    let loops = Loops::compute(&cfg, &dominators, func.blocks.len());
    let blocks = func.layout.iter().filter(|&&block| !in_loops || loops.depth(block) > 0);
    let insts = blocks.flat_map(|&block| &func.block(block).insts).map(|&id| func.inst(id));
    insts.filter(|data| matches!(data.inst, Inst::BoundsCheck { .. })).map(|data| data.origin.span).collect()
}

/// Which functions of a program may come to panic.
struct Panicking {
    may: Vec<bool>,
}

impl Panicking {
    fn new(module: &Module, session: &Session) -> Self {
        let is_panic = |func: &Function| session.sources().file(func.span.file).name.ends_with(PANICS_FILE);
        let mut this = Self { may: module.funcs.iter().map(|func| is_panic(func)).collect() };
        loop {
            let more: Vec<usize> = (0..module.funcs.len())
                .filter(|&index| !this.may[index] && !this.places(&module.funcs[index]).is_empty())
                .collect();
            if more.is_empty() {
                return this;
            }
            for index in more {
                this.may[index] = true;
            }
        }
    }

    /// The places of a function that may panic themselves or call what may. What is called through a pointer may do anything.
    fn places(&self, func: &Function) -> Vec<Span> {
        let may = |id: FuncId| self.may.get(id.index()).copied().unwrap_or(true);
        let insts = func.layout.iter().flat_map(|&block| &func.block(block).insts).map(|&id| func.inst(id));
        let panics = insts.filter(|data| match &data.inst {
            Inst::Checked { .. } | Inst::BoundsCheck { .. } | Inst::CallIndirect { .. } => true,
            Inst::Call { func, .. } => may(*func),
            _ => false,
        });
        panics.map(|data| data.origin.span).collect()
    }
}

/// A span of the learner's text; `None` for one of the library's.
pub(crate) fn own(span: Span, own: usize) -> Option<Span> {
    (span.file == FileId::USER && (span.lo as usize) < own).then_some(Span { hi: span.hi.min(own as u32), ..span })
}
