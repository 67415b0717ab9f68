//! Compiling and running the programs of a book.

use stair::source::{Diagnostic, FileId, Kind};
use stair::{Compiler, Failure, Session};
use stair_embed::{Options, Pane, Recorded};
use std::collections::BTreeMap;

/// What came of a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Made {
    /// It is accepted, printed this where it was run, and is this when it is compiled.
    Live(Option<Recorded>, Vec<u8>),
    /// It is refused.
    Refused(Refusal),
}

/// Why a program is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Refusal {
    /// The diagnostic's code; empty for an error of Staircase itself.
    pub(crate) code: &'static str,
    /// The whole sentence, for the reader: names in backquotes.
    pub(crate) sentence: String,
    /// The line of the program, counted from 1; `None` for a place in the library.
    pub(crate) line: Option<u32>,
}

/// All that what comes of a program depends on.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    source: String,
    stdin: String,
    profile: &'static str,
    panes: Vec<&'static str>,
    runs: bool,
}

/// Compiles and runs programs, the same one once.
pub(crate) struct Maker {
    compiler: Compiler,
    max_steps: u64,
    made: BTreeMap<Key, Made>,
}

impl Maker {
    /// One that executes so many instructions of each program.
    pub(crate) fn new(max_steps: u64) -> Self {
        Self { compiler: Compiler::new(), max_steps, made: BTreeMap::new() }
    }

    /// What comes of a program; it is run where `runs` says so.
    pub(crate) fn make(&mut self, source: &str, options: &Options, runs: bool) -> Made {
        let panes = options.panes.iter().map(|pane| Pane::name(*pane)).collect();
        let (source_text, stdin) = (source.to_owned(), options.stdin.clone());
        let key = Key { source: source_text, stdin, profile: options.profile.name(), panes, runs };
        if let Some(made) = self.made.get(&key) {
            return made.clone();
        }
        let made = self.compile(source, options, runs);
        self.made.insert(key, made.clone());
        made
    }

    fn compile(&self, source: &str, options: &Options, runs: bool) -> Made {
        if source.len() > stair::source::MAX_FILE_BYTES {
            return Made::Refused(Refusal { code: "", sentence: "the program is too long".to_owned(), line: None });
        }
        let session = Session::new(&self.compiler, stair_live::NAME, source, stair_live::profile(options));
        if let Some(diagnostic) = session.diagnostics().first() {
            return Made::Refused(Refusal::new(diagnostic, &session));
        }
        let failed = |failure: Failure| match failure {
            Failure::Limit(diagnostic) => Refusal::new(&diagnostic, &session),
            failure => Refusal { code: "", sentence: failure.to_string(), line: None },
        };
        let recorded =
            if runs { stair_live::record(&session, &options.stdin, self.max_steps).map(Some) } else { Ok(None) };
        let made = recorded.and_then(|recorded| Ok(Made::Live(recorded, stair_live::bundle(&session, options)?)));
        made.unwrap_or_else(|failure| Made::Refused(failed(failure)))
    }
}

impl Refusal {
    fn new(diagnostic: &Diagnostic, session: &Session) -> Self {
        let span = diagnostic.span();
        let line = (span.file == FileId::USER).then(|| session.sources().file(FileId::USER).line_col(span.lo).line);
        let code = diagnostic.code.as_str();
        let sentence = match diagnostic.code.kind() {
            Kind::InvalidRust => format!("It does not compile: {}.", diagnostic.message),
            Kind::OutsideSubset => format!("Staircase cannot run it: {}.", diagnostic.message),
        };
        Self { code, sentence, line }
    }
}
