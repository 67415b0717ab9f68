//! Exit codes, reading the program, and reporting what is wrong with it.

use crate::args::File;
use serde::Serialize;
use stair::source::{Diagnostic, Label, SourceMap};
use stair::{Compiler, Failure, Profile, Session};
use std::io::{IsTerminal, Read, Write};

/// The command's exit code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Exit(pub(crate) u8);

impl Exit {
    pub(crate) const OK: Self = Self(0);
    /// The program is rejected.
    pub(crate) const REJECTED: Self = Self(2);
    /// The command line asks for what there is not.
    pub(crate) const USAGE: Self = Self(64);
    /// A file cannot be read or written.
    pub(crate) const NO_INPUT: Self = Self(66);
    /// An error of Staircase itself.
    pub(crate) const INTERNAL: Self = Self(70);
}

/// Prints a line, as `println!` does. Where nobody reads any more, the command has done its work: `staircase trace … | head`.
macro_rules! say {
    ($($text:tt)*) => {
        $crate::report::line(format_args!($($text)*))
    };
}
pub(crate) use say;

/// What [`say!`] does.
pub(crate) fn line(text: std::fmt::Arguments<'_>) {
    let result = writeln!(std::io::stdout().lock(), "{text}");
    if result.is_err() {
        std::process::exit(written(result).err().unwrap_or(Exit::OK).0.into())
    }
}

/// Whether something was written, or need not be any more because its reader has seen enough: `staircase emit … | head`.
pub(crate) fn written(result: std::io::Result<()>) -> Result<(), Exit> {
    match result {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(fail(Exit::NO_INPUT, format!("cannot write: {error}")))
        }
        _ => Ok(()),
    }
}

/// Print an error and give the exit code for it.
pub(crate) fn fail(exit: Exit, message: impl std::fmt::Display) -> Exit {
    eprintln!("error: {message}");
    exit
}

/// Read the program and check it; diagnostics are in the session.
pub(crate) fn session(file: &File, profile: Profile) -> Result<Session, Exit> {
    let name = if file.path.as_os_str() == "-" { "main.rs".into() } else { file.path.to_string_lossy() };
    Ok(Session::new(&Compiler::new(), &name, &read(file)?, profile))
}

/// The program's text.
pub(crate) fn read(file: &File) -> Result<String, Exit> {
    let mut bytes = Vec::new();
    let read = if file.path.as_os_str() == "-" {
        std::io::stdin().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(&file.path).map(|read| bytes = read)
    };
    let path = file.path.display();
    read.map_err(|error| fail(Exit::NO_INPUT, format!("cannot read {path}: {error}")))?;
    if bytes.len() > stair::source::MAX_FILE_BYTES {
        return Err(fail(Exit::REJECTED, format!("{path} is larger than 16 MiB")));
    }
    String::from_utf8(bytes).map_err(|_| fail(Exit::REJECTED, format!("{path} is not UTF-8 text")))
}

/// A session whose program is accepted; otherwise its diagnostics are printed.
pub(crate) fn accepted(file: &File, profile: Profile) -> Result<Session, Exit> {
    let session = session(file, profile)?;
    if session.diagnostics().is_empty() { Ok(session) } else { Err(rejected(&session)) }
}

/// Print what is wrong with a program, for people.
pub(crate) fn rejected(session: &Session) -> Exit {
    eprint!("{}", session.render_diagnostics(std::io::stderr().is_terminal()));
    Exit::REJECTED
}

/// Print why a stage cannot be had.
pub(crate) fn failed(session: &Session, failure: &Failure) -> Exit {
    match failure {
        Failure::Rejected => rejected(session),
        Failure::Limit(diagnostic) => {
            let color = std::io::stderr().is_terminal();
            let one = std::slice::from_ref(&**diagnostic);
            eprint!("{}", stair::source::render(one, session.sources(), color));
            Exit::REJECTED
        }
        Failure::Internal { .. } => fail(Exit::INTERNAL, failure),
    }
}

/// A diagnostic for programs.
#[derive(Serialize)]
pub(crate) struct JsonDiagnostic<'a> {
    kind: &'static str,
    code: &'static str,
    message: &'a str,
    spans: Vec<JsonSpan<'a>>,
    notes: &'a [String],
    help: &'a [String],
    suggestions: Vec<JsonSuggestion<'a>>,
}

/// A place for programs.
#[derive(Serialize)]
pub(crate) struct JsonSpan<'a> {
    file: &'a str,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    primary: bool,
    label: &'a str,
}

#[derive(Serialize)]
struct JsonSuggestion<'a> {
    message: &'a str,
    edits: Vec<(u32, u32, &'a str)>,
}

impl<'a> JsonDiagnostic<'a> {
    /// The diagnostic with its places spelled out.
    pub(crate) fn new(diagnostic: &'a Diagnostic, sources: &'a SourceMap) -> Self {
        let suggestions = diagnostic.suggestions.iter().map(|suggestion| JsonSuggestion {
            message: &suggestion.message,
            edits: suggestion.edits.iter().map(|(span, text)| (span.lo, span.hi, text.as_str())).collect(),
        });
        Self {
            kind: diagnostic.code.kind().as_str(),
            code: diagnostic.code.as_str(),
            message: &diagnostic.message,
            spans: json_spans(&diagnostic.labels, sources),
            notes: &diagnostic.notes,
            help: &diagnostic.help,
            suggestions: suggestions.collect(),
        }
    }
}

/// The places of labels, spelled out; the first is the primary one.
pub(crate) fn json_spans<'a>(labels: &'a [Label], sources: &'a SourceMap) -> Vec<JsonSpan<'a>> {
    let spans = labels.iter().enumerate().map(|(i, label)| {
        let file = sources.file(label.span.file);
        let (start, end) = (file.line_col(label.span.lo), file.line_col(label.span.hi));
        JsonSpan {
            file: &file.name,
            start: label.span.lo,
            end: label.span.hi,
            line: start.line,
            column: start.col,
            end_line: end.line,
            end_column: end.col,
            primary: i == 0,
            label: &label.text,
        }
    });
    spans.collect()
}

/// Print a line of JSON.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Exit> {
    let text = serde_json::to_string(value).map_err(|error| fail(Exit::INTERNAL, error))?;
    say!("{text}");
    Ok(())
}
