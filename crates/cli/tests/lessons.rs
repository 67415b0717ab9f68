//! The lessons in `lessons/`: nothing is wrong with them, and every listing in them is what the compiler makes now.
//!
//! A listing is a fenced block that says what it lists:
//!
//! ```text
//! text STAGE PROGRAM FUNCTION [release]        a function at a stage, as the pane shows it
//! text STAGE PROGRAM line N [release]          the lines of a stage that come from line N of the program
//! text trace PROGRAM line N [release]          the first steps in line N that follow each other, from `main` on
//! text code PROGRAM FUNCTION [release]         the bytes of a function's bytecode
//! text file PROGRAM stbc|wasm N [release]      the first N bytes of the file of bytecode, or of the Wasm module
//! ```
//!
//! PROGRAM is the name of a ` ```rust program `, and STAGE one of `tokens`, `tree`, `types`, `lowered` (the IR before all passes), `ir`,
//! `bytecode` and `wat`. A trace is what `staircase trace --from main` prints, without the numbers of the steps. `UPDATE_EXPECT=1`
//! writes the listings anew.

#![allow(clippy::disallowed_methods, reason = "a test reads files and starts programs")]

use stair::view::Doc;
use stair::{BEFORE_PASSES, Compiler, Profile, Session};
use stair_exercise::{File, Grader, Set};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How many steps of a trace are looked through.
const TRACED: &str = "1000";
/// How wide the number of a step is in a trace.
const STEP_WIDTH: usize = 10;

fn lessons() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lessons").canonicalize().expect("the lessons")
}

fn files() -> Vec<File> {
    let files = fs::read_dir(lessons()).expect("a folder").map(|entry| {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        File { name, text: fs::read_to_string(&path).expect("a readable file") }
    });
    let mut files: Vec<File> = files.collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

#[test]
fn nothing_is_wrong_with_the_lessons() {
    let files = files();
    let set = Set::new(&files);
    assert_eq!(set.exercises.len(), files.len() - 1, "every file but `workshop.toml` is a lesson of it");
    let mut all = String::new();
    for (file, problem) in set.check(&Grader::new()) {
        let mut sources = stair::source::SourceMap::default();
        sources.add(file);
        all.push_str(&stair::source::render_problems(&[problem], &sources, false));
    }
    assert_eq!(all, "");
    for lesson in &set.exercises {
        assert!((3..=6).contains(&lesson.questions.len()), "{} has 3 to 6 questions", lesson.file.name);
    }
}

#[test]
fn the_listings_are_what_the_compiler_makes() {
    let compiler = Compiler::new();
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut listings = 0;
    for file in files() {
        let mut fresh = String::new();
        let mut lines = file.text.split_inclusive('\n');
        while let Some(line) = lines.next() {
            fresh.push_str(line);
            let Some(asked) = line.trim_end().strip_prefix("```text ") else { continue };
            listings += 1;
            let shown: String = lines.by_ref().take_while(|line| line.trim_end() != "```").collect();
            let made = listing(&compiler, &file, asked);
            assert!(update || shown == made, "{}: `{asked}` shows\n{shown}\nand should show\n{made}", file.name);
            fresh.push_str(&made);
            fresh.push_str("```\n");
        }
        if update {
            fs::write(lessons().join(&file.name), &fresh).expect("written");
        }
    }
    assert!(listings > 0, "the lessons have listings");
}

/// The program of a lesson with this name.
fn program<'a>(file: &'a File, name: &str) -> &'a str {
    let begin = format!("```rust program {name}\n");
    let (_, rest) = file.text.split_once(&begin).unwrap_or_else(|| panic!("{} has no program `{name}`", file.name));
    rest.split_once("```\n").expect("an end").0
}

/// What a listing has to be.
fn listing(compiler: &Compiler, file: &File, asked: &str) -> String {
    let words: Vec<&str> = asked.split(' ').collect();
    let (words, profile) = match words.as_slice() {
        [words @ .., "release"] => (words, Profile::Release),
        words => (words, Profile::Debug),
    };
    let text = match *words {
        ["trace", name, "line", line] => trace(name, program(file, name), line, profile),
        [stage, name, ref part @ ..] => {
            let text = program(file, name);
            let session = Session::new(compiler, &format!("{name}.rs"), text, profile);
            assert_eq!(session.render_diagnostics(false), "", "{}: `{name}`", file.name);
            match (stage, part) {
                ("code", [function]) => return code(&session, function),
                ("file", [kind, count]) => return start_of_file(&session, kind, count.parse().expect("a number")),
                _ => {}
            }
            let doc = doc(&session, stage);
            match *part {
                ["line", line] => from_line(&doc, text, line.parse().expect("a line")),
                [function] => of_function(&doc, function),
                _ => panic!("{}: `{asked}` names no part", file.name),
            }
        }
        _ => panic!("{}: `{asked}` is no listing", file.name),
    };
    assert!(!text.is_empty(), "{}: there is nothing to list for `{asked}`", file.name);
    text
}

fn doc(session: &Session, stage: &str) -> Doc {
    let made = match stage {
        "tokens" => Ok(session.tokens_doc()),
        "tree" => Ok(session.tree_doc()),
        "types" => Ok(session.types_doc().clone()),
        "lowered" => session.ir_doc(Some(BEFORE_PASSES), false),
        "ir" => session.ir_doc(None, false),
        "bytecode" => session.bytecode_doc(false),
        "wat" => session.wat_doc(false),
        _ => panic!("there is no stage `{stage}`"),
    };
    made.unwrap_or_else(|failure| panic!("{failure:?}"))
}

/// Lines as text, moved to the left until the first is not indented.
fn joined<'a>(lines: impl Iterator<Item = &'a stair::view::Line>) -> String {
    let mut lines = lines.peekable();
    let depth = lines.peek().map_or(0, |line| line.depth);
    lines.map(|line| format!("{}{}\n", "  ".repeat(line.depth.saturating_sub(depth).into()), line.text)).collect()
}

fn of_function(doc: &Doc, name: &str) -> String {
    let Some(listed) = doc.functions.iter().find(|listed| listed.name == name) else { return String::new() };
    joined(doc.lines[listed.lines.start as usize..listed.lines.end as usize].iter())
}

fn from_line(doc: &Doc, text: &str, number: usize) -> String {
    let line_of = |offset: u32| text[..offset as usize].matches('\n').count() + 1;
    let is_here = |span: stair::source::Span| line_of(span.lo) == number && line_of(span.hi) == number;
    joined(doc.lines.iter().filter(|line| line.span.is_some_and(is_here)))
}

fn trace(name: &str, text: &str, line: &str, profile: Profile) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lessons");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(format!("{name}.rs"));
    fs::write(&path, text).expect("written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_staircase"));
    command.args(["trace", "--from", "main", "--steps", TRACED, "--profile", profile.as_str()]).arg(&path);
    let run = command.output().expect("the command runs");
    let text = String::from_utf8(run.stdout).expect("UTF-8");
    let is_there = |step: &&str| step[STEP_WIDTH..].starts_with(&format!("line {line} "));
    let steps = text.lines().skip_while(|step| !is_there(step)).take_while(is_there);
    steps.map(|step| format!("{}\n", step[STEP_WIDTH..].trim_end())).collect()
}

/// Bytes in base 16.
fn in_hex(bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("{}\n", bytes.join(" "))
}

fn code(session: &Session, function: &str) -> String {
    let program = session.bytecode().expect("bytecode").program();
    let found = program.funcs.iter().find(|func| func.is_user && func.name == function);
    in_hex(&found.expect("the function").code)
}

fn start_of_file(session: &Session, kind: &str, count: usize) -> String {
    match kind {
        "stbc" => in_hex(&stair::bytecode::file::write_file(session.bytecode().expect("bytecode").program())[..count]),
        "wasm" => in_hex(&session.wasm().expect("a module").bytes[..count]),
        _ => panic!("there is no file `{kind}`"),
    }
}
