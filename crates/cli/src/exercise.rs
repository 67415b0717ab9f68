//! `staircase exercise`.

use crate::args::{ExerciseArgs, ExerciseCommand};
use crate::report::{self, Exit, JsonSpan, fail};
use serde::Serialize;
use stair::source::{SourceFile, SourceMap};
use stair_exercise::{Answer, Exercise, File, Grader, MAX_FILE_BYTES, Problem, Report, SET_FILE, Set, to_html, veil};
use stair_protocol::{
    ExportedExercise, ExportedQuestion, HandedIn, HandedInExercise, WORKSHOP_FORMAT, WORKSHOP_VERSION, Workshop,
};
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::Path;

/// The longest summary that is read, in bytes.
const MAX_SUMMARY_BYTES: usize = 64 << 20;

/// Do what is asked of a workshop.
pub(crate) fn exercise(args: &ExerciseArgs) -> Result<Exit, Exit> {
    match &args.command {
        ExerciseCommand::Check { folder, json } => check(folder, *json),
        ExerciseCommand::Export { folder, output, link, site, only } => match (output, link) {
            (Some(output), false) => export(folder, output),
            _ => print_link(folder, site.as_deref(), only.as_deref()),
        },
        ExerciseCommand::Verify { folder, summary, json } => verify(folder, summary, *json),
        ExerciseCommand::Serve { folder, site, port } => crate::serve::serve(folder, site.as_deref(), *port),
    }
}

/// The workshop in a folder.
pub(crate) fn read(folder: &Path) -> Result<Set, Exit> {
    let cannot =
        |path: &Path, error: std::io::Error| fail(Exit::NO_INPUT, format!("cannot read {}: {error}", path.display()));
    let entries = std::fs::read_dir(folder).map_err(|error| cannot(folder, error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| cannot(folder, error))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if !path.is_file() || !(name.ends_with(".md") || name == SET_FILE) {
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|error| cannot(&path, error))?;
        if bytes.len() > MAX_FILE_BYTES {
            let message = format!("{} is longer than {MAX_FILE_BYTES} bytes", path.display());
            return Err(fail(Exit::REJECTED, message));
        }
        let text = String::from_utf8(bytes);
        let text = text.map_err(|_| fail(Exit::REJECTED, format!("{} is not UTF-8 text", path.display())))?;
        files.push(File { name: name.to_owned(), text });
    }
    let set = Set::new(&files);
    if set.exercises.is_empty() && set.problems.is_empty() {
        let message = format!("there is no exercise in {}: no file that ends in .md", folder.display());
        return Err(fail(Exit::REJECTED, message));
    }
    Ok(set)
}

/// A problem for programs.
#[derive(Serialize)]
struct JsonProblem<'a> {
    message: &'a str,
    spans: Vec<JsonSpan<'a>>,
    notes: &'a [String],
    help: &'a [String],
}

/// Check a workshop, and report what is wrong with it.
fn check(folder: &Path, json: bool) -> Result<Exit, Exit> {
    let set = read(folder)?;
    let problems = set.check(&Grader::new());
    report_problems(folder, &problems, json)?;
    if !problems.is_empty() {
        return Ok(Exit::REJECTED);
    }
    if !json {
        print(&match set.exercises.len() {
            1 => "1 exercise: nothing is wrong with it\n".to_owned(),
            count => format!("{count} exercises: nothing is wrong with them\n"),
        })?;
    }
    Ok(Exit::OK)
}

/// A file of the folder, by the path that a person finds it under.
fn sources(folder: &Path, file: &SourceFile) -> SourceMap {
    let mut sources = SourceMap::default();
    sources.add(SourceFile::new(folder.join(file.name.as_str()).to_string_lossy(), file.text.clone()));
    sources
}

/// A problem as text.
pub(crate) fn rendered(folder: &Path, file: &SourceFile, problem: &Problem, color: bool) -> String {
    stair::source::render_problems(std::slice::from_ref(problem), &sources(folder, file), color)
}

fn report_problems(folder: &Path, problems: &[(std::rc::Rc<SourceFile>, Problem)], json: bool) -> Result<(), Exit> {
    for (file, problem) in problems {
        if json {
            let sources = sources(folder, file);
            report::print_json(&JsonProblem {
                message: &problem.message,
                spans: report::json_spans(&problem.labels, &sources),
                notes: &problem.notes,
                help: &problem.help,
            })?;
        } else {
            eprint!("{}", rendered(folder, file, problem, std::io::stderr().is_terminal()));
        }
    }
    Ok(())
}

/// Write a workshop that nothing is wrong with as one file for the page.
fn export(folder: &Path, output: &Path) -> Result<Exit, Exit> {
    let set = read(folder)?;
    let problems = set.check(&Grader::new());
    if !problems.is_empty() {
        report_problems(folder, &problems, false)?;
        return Ok(Exit::REJECTED);
    }
    let written = std::fs::write(output, workshop(&set, Vec::new())?.to_json());
    written.map_err(|error| fail(Exit::NO_INPUT, format!("cannot write {}: {error}", output.display())))?;
    Ok(Exit::OK)
}

/// A workshop as the page reads it; `problems` are for its author.
pub(crate) fn workshop(set: &Set, problems: Vec<String>) -> Result<Workshop, Exit> {
    let exercises: Result<_, Exit> = set.exercises.iter().map(exported).collect();
    Ok(Workshop {
        format: WORKSHOP_FORMAT.to_owned(),
        version: WORKSHOP_VERSION,
        title: set.title.clone(),
        exercises: exercises?,
        problems,
    })
}

/// All of an exercise as JSON.
fn json(exercise: &Exercise) -> Result<String, Exit> {
    serde_json::to_string(&exercise.packed()).map_err(|error| fail(Exit::INTERNAL, error))
}

/// Print the link that carries a workshop that nothing is wrong with, or one exercise of it; and how long it is.
fn print_link(folder: &Path, site: Option<&str>, only: Option<&str>) -> Result<Exit, Exit> {
    let mut set = read(folder)?;
    if let Some(only) = only {
        let known = set.exercises.iter().map(|exercise| exercise.id.text.as_str()).collect::<Vec<_>>().join(", ");
        set.exercises.retain(|exercise| exercise.id.text == only);
        if set.exercises.is_empty() {
            let message = format!("the workshop has no exercise `{only}`; there are {known}");
            return Err(fail(Exit::REJECTED, message));
        }
    }
    let problems = set.check(&Grader::new());
    if !problems.is_empty() {
        report_problems(folder, &problems, false)?;
        return Ok(Exit::REJECTED);
    }
    let mut exercises = Vec::new();
    for exercise in &set.exercises {
        exercises.push(stair_link::workshop::Exercise { file: exercise.file.name.to_string(), json: json(exercise)? });
    }
    let carried = stair_link::Workshop { title: set.title.clone(), exercises };
    let fragment = stair_link::encode_workshop(&carried);
    if stair_link::open(&fragment).as_ref() != Ok(&stair_link::Link::Workshop(carried)) {
        let message = format!("it is too large for a link, which stands for at most {} KiB", stair_link::LIMIT >> 10);
        return Err(fail(Exit::REJECTED, format!("{message}: publish the exported file beside the site instead")));
    }
    let link = site.map_or_else(|| format!("#{fragment}"), |site| format!("{}#{fragment}", site.trim_end_matches('#')));
    print(&format!("{link}\n"))?;
    let length = link.chars().count();
    let remark = match length {
        0..=2_000 => "it fits wherever links fit",
        2_001..=8_000 => "some chat programs, mailers and old browsers cut links of that length",
        _ => "many servers and programs cut or refuse links of that length: publish the exported file instead",
    };
    eprintln!("{length} characters: {remark}");
    Ok(Exit::OK)
}

fn exported(exercise: &Exercise) -> Result<ExportedExercise, Exit> {
    let questions = exercise.questions.iter().map(|question| ExportedQuestion {
        id: question.id.text.clone(),
        text: to_html(&question.text),
        choices: question.choices.iter().map(|choice| choice.text.clone()).collect(),
    });
    Ok(ExportedExercise {
        id: exercise.id.text.clone(),
        title: exercise.title.clone(),
        statement: exercise.statement.clone(),
        starter: exercise.starter.as_ref().map(|block| block.code.text().to_owned()),
        questions: questions.collect(),
        hints: exercise.hints.len(),
        file: exercise.file.name.to_string(),
        veiled: veil(&json(exercise)?),
    })
}

/// What holds of an exercise that was handed in, for programs.
#[derive(Serialize)]
struct JsonReport<'a> {
    exercise: &'a str,
    handed_in: bool,
    solved: bool,
    passed: usize,
    of: usize,
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    kind: &'static str,
    name: &'a str,
    asked: &'a str,
    passed: bool,
    found: &'a str,
    line: Option<u32>,
    column: Option<u32>,
}

/// Run again what a learner handed in, and say what holds of it.
fn verify(folder: &Path, summary: &Path, json: bool) -> Result<Exit, Exit> {
    let set = read(folder)?;
    if !set.problems.is_empty() {
        report_problems(folder, &set.problems, false)?;
        return Ok(Exit::REJECTED);
    }
    let handed_in = read_summary(summary)?;
    for exercise in &handed_in.exercises {
        if set.exercise(&exercise.id).is_none() {
            eprintln!("warning: the workshop has no exercise `{}`", exercise.id);
        }
    }
    let grader = Grader::new();
    let mut solved = 0;
    for exercise in &set.exercises {
        let given = handed_in.exercises.iter().find(|given| given.id == exercise.id.text);
        let report = given.map(|given| grader.grade(exercise, &answer(given))).unwrap_or_default();
        solved += usize::from(report.is_solved());
        if json {
            report::print_json(&json_report(exercise, given.is_some(), &report))?;
        } else {
            print(&report_text(exercise, given.is_some(), &report))?;
        }
    }
    if !json {
        print(&format!("{solved} of {} exercises are solved\n", set.exercises.len()))?;
    }
    Ok(if solved == set.exercises.len() { Exit::OK } else { Exit::REJECTED })
}

fn answer(given: &HandedInExercise) -> Answer {
    let questions: BTreeMap<String, String> = given.answers.clone();
    Answer { program: given.program.clone(), questions }
}

fn read_summary(path: &Path) -> Result<HandedIn, Exit> {
    let shown = path.display();
    let bytes = std::fs::read(path).map_err(|error| fail(Exit::NO_INPUT, format!("cannot read {shown}: {error}")))?;
    if bytes.len() > MAX_SUMMARY_BYTES {
        return Err(fail(Exit::REJECTED, format!("{shown} is longer than {MAX_SUMMARY_BYTES} bytes")));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| fail(Exit::REJECTED, format!("{shown} cannot be read: it is not UTF-8 text")))?;
    HandedIn::from_json(&text).map_err(|error| fail(Exit::REJECTED, format!("{shown} cannot be read: {error}")))
}

fn json_report<'a>(exercise: &'a Exercise, handed_in: bool, report: &'a Report) -> JsonReport<'a> {
    let items = report.items.iter().map(|item| JsonItem {
        kind: item.kind.as_str(),
        name: &item.name,
        asked: &item.asked,
        passed: item.passed,
        found: &item.found,
        line: item.place.map(|place| place.line),
        column: item.place.map(|place| place.column),
    });
    JsonReport {
        exercise: &exercise.id.text,
        handed_in,
        solved: report.is_solved(),
        passed: report.passed(),
        of: report.items.len(),
        items: items.collect(),
    }
}

fn report_text(exercise: &Exercise, handed_in: bool, report: &Report) -> String {
    let id = &exercise.id.text;
    if !handed_in {
        return format!("{id}: not handed in\n");
    }
    let state = if report.is_solved() { "solved" } else { "not solved" };
    let mut text = format!("{id}: {state}, {} of {} hold\n", report.passed(), report.items.len());
    for item in report.items.iter().filter(|item| !item.passed) {
        let place = item.place.map_or_else(String::new, |place| format!(" (line {})", place.line));
        text.push_str(&format!("  - {}{place}\n", item.asked.trim()));
        for line in item.found.lines() {
            text.push_str(format!("      {line}").trim_end());
            text.push('\n');
        }
    }
    text
}

/// Print to standard output.
fn print(text: &str) -> Result<(), Exit> {
    report::written(std::io::stdout().lock().write_all(text.as_bytes()))
}
