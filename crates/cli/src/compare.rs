//! `staircase compare`: two programs side by side.

use crate::args::{CompareArgs, CompareStage, Engine, File};
use crate::report::{self, Exit, fail, say};
use crate::run::{MAX_NESTING, no_native};
use crate::time::{Subject, Times, host, measure, read_input, show};
use serde::Serialize;
use stair::compare::{Form, Row, compare as align};
use stair::host::MemoryHost;
use stair::view::Doc;
use stair::{Counted, Failure, Outcome, RunLimits, Session, Size};
use std::fmt::Write as _;

/// How wide the left program's column is at most; longer lines push the right one aside.
const MOST_WIDTH: usize = 72;

/// Compare two programs.
pub(crate) fn compare(args: &CompareArgs) -> Result<Exit, Exit> {
    if args.after.is_some() && args.stage != Some(CompareStage::Ir) {
        return Err(fail(Exit::USAGE, "--after names a pass over the IR: use it with --stage ir"));
    }
    if args.engine.contains(&Engine::Native) {
        return Err(no_native());
    }
    let [left, right] = args.files.as_slice() else {
        return Err(fail(Exit::USAGE, "two programs are compared"));
    };
    let read = |path: &std::path::PathBuf| report::accepted(&File { path: path.clone() }, args.profile.into());
    let sessions = [read(left)?, read(right)?];
    let names = [left, right].map(|path| path.display().to_string());
    match args.stage {
        Some(stage) => stages(args, stage, &sessions, &names),
        None => numbers(args, &sessions, names),
    }
}

/// One row for programs.
#[derive(Serialize)]
struct JsonRow<'a> {
    left: Option<JsonLine<'a>>,
    right: Option<JsonLine<'a>>,
    same: bool,
}

#[derive(Serialize)]
struct JsonLine<'a> {
    /// Counted from 1, as in the stage's listing.
    line: u32,
    text: &'a str,
    /// Bytes of the text in which it differs from the line beside it.
    differs: Vec<(u32, u32)>,
}

fn stages(args: &CompareArgs, stage: CompareStage, sessions: &[Session; 2], names: &[String; 2]) -> Result<Exit, Exit> {
    let doc = |session: &Session| doc(session, stage, args).map_err(|failure| report::failed(session, &failure));
    let docs = [doc(&sessions[0])?, doc(&sessions[1])?];
    let form = match stage {
        CompareStage::Source | CompareStage::Ast | CompareStage::Types => Form::Text,
        CompareStage::Ir => Form::Ir,
        CompareStage::Bytecode => Form::Bytecode,
        CompareStage::Wat => Form::Wat,
        CompareStage::Wasm => Form::Bytes,
    };
    let rows = align(form, [&docs[0], &docs[1]]);
    if args.json {
        for row in &rows {
            let line = |side: usize| {
                let index = row.lines[side]?;
                let differs = row.differs[side].iter().map(|range| (range.start, range.end)).collect();
                Some(JsonLine { line: index + 1, text: text(&docs[side], index), differs })
            };
            report::print_json(&JsonRow { left: line(0), right: line(1), same: row.is_same() })?;
        }
    } else {
        print_rows(&rows, &docs, names);
    }
    Ok(Exit::OK)
}

fn doc(session: &Session, stage: CompareStage, args: &CompareArgs) -> Result<Doc, Failure> {
    Ok(match stage {
        CompareStage::Source => session.source_doc(),
        CompareStage::Ast => session.tree_doc(),
        CompareStage::Types => session.types_doc().clone(),
        CompareStage::Ir => session.ir_doc(args.after.as_deref(), args.library)?,
        CompareStage::Bytecode => session.bytecode_doc(args.library)?,
        CompareStage::Wat => session.wat_doc(args.library)?,
        CompareStage::Wasm => session.wasm_doc(args.library)?,
    })
}

fn text(doc: &Doc, line: u32) -> &str {
    doc.lines.get(line as usize).map_or("", |line| &line.text)
}

fn print_rows(rows: &[Row], docs: &[Doc; 2], names: &[String; 2]) {
    let shown = |side: usize, line: Option<u32>| {
        let line = line.and_then(|index| docs[side].lines.get(index as usize));
        line.map_or(String::new(), |line| format!("{}{}", "  ".repeat(line.depth.into()), line.text))
    };
    let longest = rows.iter().map(|row| shown(0, row.lines[0]).chars().count()).max().unwrap_or(0);
    let width = longest.max(names[0].chars().count()).min(MOST_WIDTH);
    say!("{:<width$}   {}", names[0], names[1]);
    let [mut same, mut differing, mut only_left, mut only_right] = [0; 4];
    for row in rows {
        let (sign, count) = match row.lines {
            _ if row.is_same() => (' ', &mut same),
            [Some(_), Some(_)] => ('|', &mut differing),
            [Some(_), None] => ('<', &mut only_left),
            _ => ('>', &mut only_right),
        };
        *count += 1;
        let line = format!("{:<width$} {sign} {}", shown(0, row.lines[0]), shown(1, row.lines[1]));
        say!("{}", line.trim_end());
    }
    say!(
        "{same} lines the same but for numbers and names, {differing} that differ (|), {only_left} only on the left (<), \
         {only_right} only on the right (>)"
    );
}

/// A program's numbers.
#[derive(Serialize)]
struct Numbers {
    file: String,
    /// `None` if it was still running when counting ended.
    exit_code: Option<i32>,
    /// Bytecode instructions that the VM executed.
    steps: u64,
    /// Blocks that were handed out on the heap.
    allocations: u64,
    ir_instructions: OwnAndAll,
    bytecode_instructions: OwnAndAll,
    wasm_bytes: u64,
    times: Vec<Times>,
}

/// Of the program's own functions, and of all that it reaches.
#[derive(Serialize)]
struct OwnAndAll {
    own: u64,
    all: u64,
}

impl From<stair::Share> for OwnAndAll {
    fn from(share: stair::Share) -> Self {
        Self { own: share.own, all: share.all }
    }
}

#[derive(Serialize)]
struct Comparison {
    profile: &'static str,
    /// Whether they print the same, as far as they were run.
    same_output: bool,
    programs: [Numbers; 2],
}

fn numbers(args: &CompareArgs, sessions: &[Session; 2], names: [String; 2]) -> Result<Exit, Exit> {
    let stdin = read_input(args.stdin.as_deref())?;
    let count = |session: &Session| -> Result<(Size, Counted, MemoryHost), Exit> {
        let failed = |failure| report::failed(session, &failure);
        let size = session.size().map_err(failed)?;
        let mut host = host(&stdin);
        let limits = RunLimits { max_steps: Some(args.max_steps), max_nesting: MAX_NESTING };
        let counted = session.vm_runner().map_err(failed)?.run_counted(&mut host, limits).map_err(failed)?;
        Ok((size, counted, host))
    };
    let counted = [count(&sessions[0])?, count(&sessions[1])?];
    let same_output = counted[0].2.stdout == counted[1].2.stdout && counted[0].2.stderr == counted[1].2.stderr;
    let ended = counted.iter().all(|(_, counted, _)| counted.outcome != Outcome::OutOfSteps);
    let mut times = [Vec::new(), Vec::new()];
    // A program that does not end cannot be timed.
    if args.runs > 0 && ended {
        let engines = if args.engine.is_empty() { &Engine::ALL[..] } else { &args.engine };
        for &engine in engines {
            let mut subjects =
                [Subject::new(&sessions[0], engine, &stdin)?, Subject::new(&sessions[1], engine, &stdin)?];
            for (times, measured) in times.iter_mut().zip(measure(&mut subjects, args.runs)?) {
                times.push(measured);
            }
        }
    }
    let programs = names.into_iter().zip(counted).zip(times).map(|((file, (size, counted, _)), times)| Numbers {
        file,
        exit_code: match counted.outcome {
            Outcome::Exited(code) => Some(code),
            Outcome::OutOfSteps => None,
        },
        steps: counted.steps,
        allocations: counted.heap.allocations,
        ir_instructions: size.ir.into(),
        bytecode_instructions: size.bytecode.into(),
        wasm_bytes: size.wasm,
        times,
    });
    let programs: [Numbers; 2] = <[Numbers; 2]>::try_from(programs.collect::<Vec<_>>())
        .map_err(|_| fail(Exit::INTERNAL, "two programs have other than two results"))?;
    let comparison = Comparison { profile: sessions[0].profile().as_str(), same_output, programs };
    if args.json {
        report::print_json(&comparison)?
    } else {
        print_numbers(&comparison, args.runs)
    }
    Ok(Exit::OK)
}

fn print_numbers(comparison: &Comparison, runs: u32) {
    let [left, right] = &comparison.programs;
    let mut table = vec![[String::new(), left.file.clone(), right.file.clone(), "right / left".to_owned()]];
    let mut row = |name: &str, values: [u64; 2], show: &dyn Fn(u64) -> String| {
        let ratio =
            if values[0] == 0 { "–".to_owned() } else { format!("{:.2}", values[1] as f64 / values[0] as f64) };
        table.push([name.to_owned(), show(values[0]), show(values[1]), ratio]);
    };
    let plain = |value: u64| value.to_string();
    row("bytecode instructions executed", [left.steps, right.steps], &plain);
    row("blocks allocated on the heap", [left.allocations, right.allocations], &plain);
    row("IR instructions, own functions", [left.ir_instructions.own, right.ir_instructions.own], &plain);
    row("IR instructions, library too", [left.ir_instructions.all, right.ir_instructions.all], &plain);
    let bytecode = [&left.bytecode_instructions, &right.bytecode_instructions];
    row("bytecode instructions, own functions", bytecode.map(|count| count.own), &plain);
    row("bytecode instructions, library too", bytecode.map(|count| count.all), &plain);
    row("bytes of the Wasm module", [left.wasm_bytes, right.wasm_bytes], &plain);
    for (left, right) in left.times.iter().zip(&right.times) {
        row(&format!("time on {}", left.engine), [left.median_ns, right.median_ns], &show);
    }
    say!("{} profile", comparison.profile);
    say!("{}", aligned(&table).trim_end());
    match (left.exit_code, right.exit_code) {
        (Some(l), Some(r)) if l == r => say!("both end with exit code {l}"),
        (l, r) => {
            let ended =
                |code: Option<i32>| code.map_or("was still running".to_owned(), |c| format!("ends with exit code {c}"));
            say!("{} {}, {} {}", left.file, ended(l), right.file, ended(r));
        }
    }
    say!("{}", if comparison.same_output { "both print the same" } else { "they do not print the same" });
    if !left.times.is_empty() {
        say!("times are medians of {runs} runs after one to warm up, the programs taking turns");
    }
}

/// A table with its first column to the left and the others to the right.
fn aligned(table: &[[String; 4]]) -> String {
    let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths = [0, 1, 2, 3].map(width);
    let mut out = String::new();
    for row in table {
        let _ = write!(out, "{:<width$}", row[0], width = widths[0]);
        for column in 1..row.len() {
            let _ = write!(out, "  {:>width$}", row[column], width = widths[column]);
        }
        out.push('\n');
    }
    out
}
