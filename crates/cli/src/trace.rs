//! `staircase trace`: the recorded run of a program in the terminal, in both directions.

use crate::args::{TraceArgs, TraceFrom, TraceUnit};
use crate::report::{self, Exit, fail, say};
use serde::Serialize;
use stair::bytecode::value_text;
use stair::debugger::{BreakAt, Breakpoint, Calls, Debugger, Moment, Progress, Travel, Unit};
use stair::history::Direction;
use stair::host::MemoryHost;
use stair::vm::TypedCell;
use std::time::Instant;

/// One step for programs.
#[derive(Serialize)]
struct JsonStep<'a> {
    step: u64,
    function: &'a str,
    pc: u32,
    instruction: &'a str,
    says: &'a str,
    line: Option<u32>,
    popped: Vec<String>,
    pushed: Vec<String>,
    stack_before: Vec<String>,
    stack: Vec<String>,
    locals: Vec<(&'a str, String)>,
    depth: usize,
    memory: Option<(u64, u64)>,
    stdout: String,
    stderr: String,
}

/// Print moments of a run.
pub(crate) fn trace(args: &TraceArgs) -> Result<Exit, Exit> {
    let session = report::accepted(&args.file, args.profile.into())?;
    let stdin = match &args.stdin {
        None => Vec::new(),
        Some(path) => std::fs::read(path)
            .map_err(|error| fail(Exit::NO_INPUT, format!("cannot read {}: {error}", path.display())))?,
    };
    let mut debugger = session.debugger().map_err(|failure| fail(Exit::INTERNAL, failure))?;
    let mut host = MemoryHost { stdin, ..MemoryHost::default() };
    let started = Instant::now();
    debugger.record(&mut host, recorded_steps(args));
    if let Some(count) = args.measure {
        let recording = started.elapsed().as_secs_f64();
        return measure(&mut debugger, count, recording, args.json);
    }
    if args.counts {
        return counts(&mut debugger, args.json);
    }
    let breakpoint = |text: &String| {
        // A condition follows the place.
        let (place, condition) = text.split_once(" if ").unwrap_or((text, ""));
        Breakpoint { at: place_of(place.trim()), condition: condition.to_owned(), enabled: true }
    };
    let breakpoints: Vec<Breakpoint> = args.breaks.iter().map(breakpoint).collect();
    for state in debugger.set_breakpoints(&breakpoints) {
        state.map_err(|reason| fail(Exit::USAGE, reason))?;
    }
    let (first, needs_own) = match args.from {
        TraceFrom::Step(step) => (Travel::To(step), false),
        TraceFrom::Main => (Travel::ToBeginning, false),
        TraceFrom::End => (Travel::To(u64::MAX), false),
        TraceFrom::Panic => (Travel::ToPanic, true),
    };
    let remark = go(&mut debugger, &first);
    if needs_own && !remark.is_empty() {
        return Err(fail(Exit::USAGE, remark));
    }
    let direction = if args.back { Direction::Back } else { Direction::Forward };
    let calls = if args.over { Calls::Over } else { Calls::Into };
    let onward = match args.unit {
        _ if !breakpoints.is_empty() => Travel::Run(direction),
        TraceUnit::Instruction => Travel::Step(Unit::Instruction, calls, direction),
        TraceUnit::Expression => Travel::Step(Unit::Expression, calls, direction),
        TraceUnit::Line => Travel::Step(Unit::Line, calls, direction),
        TraceUnit::Call => Travel::Step(Unit::Call, calls, direction),
    };
    for _ in 0..args.steps {
        let moment = debugger.moment();
        print_moment(&debugger, &moment, args.json)?;
        let remark = go(&mut debugger, &onward);
        if debugger.at() == moment.step {
            break;
        }
        if !remark.is_empty() && !args.json {
            say!("{remark}");
        }
    }
    Ok(Exit::OK)
}

/// How much of the run is to be recorded: no more than is wanted, so that programs that never end can be looked at.
fn recorded_steps(args: &TraceArgs) -> u64 {
    let plain = args.unit == TraceUnit::Instruction
        && !args.over
        && args.breaks.is_empty()
        && args.measure.is_none()
        && !args.counts;
    match args.from {
        TraceFrom::Step(from) if plain && args.back => from.saturating_add(1),
        TraceFrom::Step(from) if plain => from.saturating_add(args.steps).saturating_add(1),
        _ => args.max_steps,
    }
    .min(args.max_steps)
}

/// `12`, `fib`, `fib:8` or `main.total`.
fn place_of(text: &str) -> BreakAt {
    if let Ok(line) = text.parse() {
        return BreakAt::Line(line);
    }
    if let Some((function, pc)) = text.rsplit_once(':')
        && let Ok(pc) = pc.parse()
    {
        return BreakAt::Instruction(function.to_owned(), pc);
    }
    match text.rsplit_once('.') {
        Some((function, variable)) => BreakAt::Variable(function.to_owned(), variable.to_owned()),
        None => BreakAt::Function(text.to_owned()),
    }
}

fn go(debugger: &mut Debugger, travel: &Travel) -> String {
    debugger.go(travel);
    loop {
        if let Progress::Arrived(remark) = debugger.advance(u64::MAX) {
            return remark;
        }
    }
}

fn cells(cells: &[TypedCell]) -> Vec<String> {
    cells.iter().map(|cell| value_text(cell.ty, cell.bits)).collect()
}

fn print_moment(debugger: &Debugger, moment: &Moment, json: bool) -> Result<(), Exit> {
    let (Some(next), Some(frame)) = (&moment.next, moment.frames.first()) else {
        if !json {
            say!("{:>8}  {}", moment.step, moment.narration);
        }
        return Ok(());
    };
    let program = debugger.program();
    let func = &program.funcs[next.step.func as usize];
    let printed = |written: &[u8], from: u64, to: u64| {
        let bytes = written.get(from as usize..(to as usize).min(written.len())).unwrap_or(&[]);
        String::from_utf8_lossy(bytes).into_owned()
    };
    let history = debugger.history();
    let [out, err] = moment.printed;
    let [out_after, err_after] = history.printed();
    let (stdout, stderr) = (printed(history.stdout(), out, out_after), printed(history.stderr(), err, err_after));
    if json {
        let locals = func.locals.iter().zip(&frame.locals);
        return report::print_json(&JsonStep {
            step: moment.step,
            function: &func.name,
            pc: next.step.pc,
            instruction: &next.text,
            says: &moment.narration,
            line: moment.line.filter(|_| func.is_user),
            popped: cells(&next.step.popped),
            pushed: cells(&next.step.pushed),
            stack_before: cells(&next.before),
            stack: cells(&next.after),
            locals: locals.map(|(local, &bits)| (local.name.as_str(), value_text(local.ty, bits))).collect(),
            depth: moment.depth,
            memory: next.step.memory.as_ref().map(|m| (m.address, m.len)),
            stdout,
            stderr,
        });
    }
    let line = moment.line.filter(|_| func.is_user).map_or_else(String::new, |line| format!("line {line}"));
    let indent = "  ".repeat(moment.depth.saturating_sub(1).min(20));
    let stack = format!("[{}]", cells(&next.after).join(" "));
    say!("{:>8}  {line:<9} {indent}{:<28} {stack:<16} {}", moment.step, next.text, moment.narration);
    for (name, text) in [("stdout", stdout), ("stderr", stderr)] {
        if !text.is_empty() {
            say!("{:>8}  {name:<9} {text:?}", "");
        }
    }
    Ok(())
}

/// How often things were executed.
#[derive(Serialize)]
struct Counts {
    functions: Vec<FunctionCount>,
    /// Lines of the source, and how often the most frequent instruction of each was executed.
    lines: Vec<(u32, u64)>,
}

#[derive(Serialize)]
struct FunctionCount {
    function: String,
    is_user: bool,
    calls: u64,
    steps: u64,
}

fn counts(debugger: &mut Debugger, json: bool) -> Result<Exit, Exit> {
    while debugger.count(u64::MAX).is_some() {}
    let hot = debugger.hot_functions().into_iter();
    let counts = Counts {
        functions: hot
            .map(|f| FunctionCount { function: f.name, is_user: f.is_user, calls: f.calls, steps: f.steps })
            .collect(),
        lines: debugger.executed_lines(),
    };
    if json {
        report::print_json(&counts)?;
        return Ok(Exit::OK);
    }
    let steps = debugger.history().recorded().steps;
    say!("{steps} instructions");
    say!("\n{:>14} {:>6} {:>12}  function", "instructions", "", "calls");
    for f in counts.functions.iter().take(20) {
        let part = f.steps as f64 / steps.max(1) as f64 * 100.0;
        let library = if f.is_user { "" } else { " (library)" };
        say!("{:>14} {part:>5.1}% {:>12}  {}{library}", f.steps, f.calls, f.function);
    }
    say!("\n{:>14}  line", "executed");
    let text = &debugger.source().text;
    let lines: Vec<&str> = text.lines().collect();
    for (line, count) in counts.lines {
        let text = lines.get(line as usize - 1).copied().unwrap_or("");
        say!("{count:>14}  {line:>4} {text}");
    }
    Ok(Exit::OK)
}

/// What it costs to walk in a run.
#[derive(Serialize)]
struct Cost {
    steps: u64,
    /// Nanoseconds that recording took.
    record_ns: u64,
    checkpoints: usize,
    checkpoint_bytes: usize,
    /// Nanoseconds that each of the journeys took, to moments spread over the run in no order, and from each of them one
    /// instruction back.
    seek_ns: Vec<u64>,
    back_ns: Vec<u64>,
}

fn measure(debugger: &mut Debugger, count: u32, recording: f64, json: bool) -> Result<Exit, Exit> {
    let steps = debugger.history().recorded().steps;
    let mut cost = Cost {
        steps,
        record_ns: (recording * 1e9) as u64,
        checkpoints: 0,
        checkpoint_bytes: 0,
        seek_ns: Vec::new(),
        back_ns: Vec::new(),
    };
    for index in 0..u64::from(count) {
        // Multiples of the golden ratio, modulo 1, are spread evenly and jump about.
        let part = index.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let moment = ((u128::from(part) * u128::from(steps)) >> 64) as u64;
        let started = Instant::now();
        go(debugger, &Travel::To(moment));
        cost.seek_ns.push(started.elapsed().as_nanos() as u64);
        let started = Instant::now();
        go(debugger, &Travel::To(moment.saturating_sub(1)));
        cost.back_ns.push(started.elapsed().as_nanos() as u64);
    }
    (cost.checkpoints, cost.checkpoint_bytes) = debugger.history().checkpoints();
    if json {
        report::print_json(&cost)?;
        return Ok(Exit::OK);
    }
    let summary = |times: &[u64]| {
        let mut times = times.to_vec();
        times.sort_unstable();
        let milliseconds = |index: usize| times.get(index).map_or(0.0, |&time| time as f64 / 1e6);
        let (middle, last) = (times.len() / 2, times.len().saturating_sub(1));
        format!("median {:.1} ms, longest {:.1} ms", milliseconds(middle), milliseconds(last))
    };
    say!("{steps} instructions recorded in {:.1} ms", cost.record_ns as f64 / 1e6);
    say!("{} checkpoints, {:.1} MiB", cost.checkpoints, cost.checkpoint_bytes as f64 / f64::from(1 << 20));
    say!("going to one of {count} moments: {}", summary(&cost.seek_ns));
    say!("one instruction back from there: {}", summary(&cost.back_ns));
    Ok(Exit::OK)
}
