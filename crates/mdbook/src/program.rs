//! Compiling and running the programs of a book.

use stair::source::{Diagnostic, FileId, Kind};
use stair::{Compiler, Failure, Outcome, Profile, RunLimits, Session};
use stair_embed::{End, Options, Recorded, Recorder};
use std::collections::BTreeMap;

/// What diagnostics and panics call the program; it is what the page calls it.
const NAME: &str = "main.rs";

/// How deeply calls may nest in an engine that counts them.
const MAX_NESTING: u32 = 2_000_000;

/// What came of a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Made {
    /// It is accepted, and printed this where it was run.
    Live(Option<Recorded>),
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

/// Compiles and runs programs, the same one once.
pub(crate) struct Maker {
    compiler: Compiler,
    max_steps: u64,
    made: BTreeMap<(String, String, bool, bool), Made>,
}

impl Maker {
    /// One that executes so many instructions of each program.
    pub(crate) fn new(max_steps: u64) -> Self {
        Self { compiler: Compiler::new(), max_steps, made: BTreeMap::new() }
    }

    /// What comes of a program; it is run where `runs` says so.
    pub(crate) fn make(&mut self, source: &str, options: &Options, runs: bool) -> Made {
        let is_release = options.profile == stair_embed::Profile::Release;
        let key = (source.to_owned(), options.stdin.clone(), is_release, runs);
        if let Some(made) = self.made.get(&key) {
            return made.clone();
        }
        let profile = if is_release { Profile::Release } else { Profile::Debug };
        let made = self.compile(source, &options.stdin, profile, runs);
        self.made.insert(key, made.clone());
        made
    }

    fn compile(&self, source: &str, stdin: &str, profile: Profile, runs: bool) -> Made {
        if source.len() > stair::source::MAX_FILE_BYTES {
            return Made::Refused(Refusal { code: "", sentence: "the program is too long".to_owned(), line: None });
        }
        let session = Session::new(&self.compiler, NAME, source, profile);
        if let Some(diagnostic) = session.diagnostics().first() {
            return Made::Refused(Refusal::new(diagnostic, &session));
        }
        let failed = |failure: Failure| match failure {
            Failure::Limit(diagnostic) => Refusal::new(&diagnostic, &session),
            failure => Refusal { code: "", sentence: failure.to_string(), line: None },
        };
        let recorded = if runs { self.run(&session, stdin).map(Some) } else { session.vm_runner().map(|_| None) };
        recorded.map_or_else(|failure| Made::Refused(failed(failure)), Made::Live)
    }

    fn run(&self, session: &Session, stdin: &str) -> Result<Recorded, Failure> {
        let mut host = Recorder::new(stdin);
        let limits = RunLimits { max_steps: Some(self.max_steps), max_nesting: MAX_NESTING };
        let outcome = session.vm_runner()?.run(&mut host, limits)?;
        Ok(host.finish(match outcome {
            Outcome::Exited(code) => End::Exited(code),
            Outcome::OutOfSteps => End::Stopped(self.max_steps),
        }))
    }
}

impl Refusal {
    fn new(diagnostic: &Diagnostic, session: &Session) -> Self {
        let span = diagnostic.span();
        let line = (span.file == FileId::USER).then(|| session.sources().file(FileId::USER).line_col(span.lo).line);
        let code = diagnostic.code.as_str();
        let sentence = match diagnostic.code.kind() {
            Kind::InvalidRust => format!("The compiler reports an error: {}.", diagnostic.message),
            Kind::OutsideSubset => format!("It is outside of what Staircase can run: {}.", diagnostic.message),
        };
        Self { code, sentence, line }
    }
}
