//! What an exercise is: plain data, with the places of its parts in the Markdown.

use crate::{Fragment, pack};
use serde::{Deserialize, Serialize};
use stair::Profile;
use stair::source::{FileId, SourceFile, SourceMap, Span};
use std::ops::Range;
use std::rc::Rc;

/// An exercise as its file says it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exercise {
    /// The Markdown file.
    #[serde(skip, default = "pack::no_file")]
    pub file: Rc<SourceFile>,
    /// What tells it apart in its workshop: letters, digits and hyphens.
    pub id: Named,
    /// Its title.
    pub title: String,
    /// How programs are compiled, where a check does not say otherwise.
    #[serde(with = "pack::profile")]
    pub profile: Profile,
    /// What runs the tests.
    pub engine: Engine,
    /// How many steps each run may take.
    pub max_steps: u64,
    /// Whether the starter is meant not to compile.
    pub starter_fails: bool,
    /// Whether the starter may pass everything as it is.
    pub starter_passes: bool,
    /// The statement as HTML without scripts: what stands in no other part.
    pub statement: String,
    /// The program that the learner begins with.
    pub starter: Option<Block>,
    /// The tests: Rust with `#[test]` functions.
    pub tests: Option<Block>,
    /// The author's solution.
    pub solution: Option<Block>,
    /// What is said about the solution, as HTML; may be empty.
    pub explanation: String,
    /// Programs that questions are about, by name; the name may be empty.
    pub programs: Vec<Block>,
    /// Hints, to be opened one by one.
    pub hints: Vec<Hint>,
    /// Runs of the whole program.
    pub runs: Vec<Run>,
    /// Checks of what the program is compiled to and of what it does.
    pub checks: Vec<Check>,
    /// Questions.
    pub questions: Vec<Question>,
}

/// A word of the file with its place.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Named {
    /// The word.
    pub text: String,
    /// Where it is written.
    pub at: Range<usize>,
}

/// A fenced block.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Block {
    /// The name behind `program`; empty for other blocks.
    pub name: String,
    /// Its text, which knows its place in the Markdown.
    pub code: Fragment,
    /// All of it, fences included.
    #[serde(skip)]
    pub at: Range<usize>,
}

/// A hint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Hint {
    /// As HTML without scripts.
    pub html: String,
    /// Its heading.
    #[serde(skip)]
    pub at: Range<usize>,
}

/// What runs tests.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Engine {
    /// The bytecode VM.
    #[default]
    Vm,
    /// The tree walker.
    Tree,
}

/// A run of the whole program, and what must come of it. What is not given may be anything.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Run {
    /// What the learner reads about it.
    pub name: Named,
    /// What the program reads.
    pub stdin: String,
    /// What it must print to standard output, exactly.
    pub stdout: Option<String>,
    /// What it must print to standard error, exactly.
    pub stderr: Option<String>,
    /// The exit code it must end with.
    pub exit: Option<i32>,
    /// It must panic, and the message must contain this.
    pub panic: Option<String>,
}

/// Bounds of a number; at least one is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Limit {
    /// No less than this.
    pub at_least: Option<u64>,
    /// No more than this.
    pub at_most: Option<u64>,
}

/// A check.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Check {
    /// What the learner reads about it, as Markdown; empty for what [`Measure`] says.
    pub say: String,
    /// What is looked at.
    pub measure: Measure,
    /// How the program is compiled.
    #[serde(with = "pack::profile")]
    pub profile: Profile,
    /// The test whose program is looked at; `None` for the learner's own `main`.
    pub test: Option<Named>,
    /// What that program reads.
    pub stdin: String,
    /// Where the check is written.
    #[serde(skip)]
    pub at: Range<usize>,
}

/// What a check looks at.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Measure {
    /// Bytecode instructions of a function.
    Bytecode(String, Limit),
    /// Executed bytecode instructions: a function's own, or the run's.
    Executed(Option<String>, Limit),
    /// Blocks of memory taken from the heap during the run.
    Allocations(Limit),
    /// Whether the IR of a function has an operation after all passes.
    Ir {
        /// The function.
        function: String,
        /// The operation, as the IR's text spells it.
        operation: String,
        /// Whether it must be there.
        wanted: bool,
    },
    /// Bounds checks of a function after all passes; only those in its loops if so.
    BoundsChecks(String, bool, Limit),
    /// Places in a function's IR after all passes where it may panic.
    Panics(String, Limit),
    /// Whether a construct stands in the program, or in one of its functions.
    Syntax {
        /// Where.
        function: Option<String>,
        /// What.
        construct: Construct,
        /// Whether it must be there.
        wanted: bool,
    },
    /// Bytes of Wasm: of a function's body, or of the module.
    Wasm(Option<String>, Limit),
    /// The size of a type in bytes.
    SizeOf(String, Limit),
}

/// Something in a program's text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(into = "pack::Construct")]
pub enum Construct {
    /// One of the words that `construct` can be.
    Keyword(&'static str),
    /// A call of a method with this name.
    Method(String),
    /// A call of a macro.
    Macro(String),
    /// A path with this segment.
    Path(String),
}

/// A moment of a run.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Moment {
    /// The nth time that a line, counted from 1, begins.
    Line(u32, u64),
    /// After so many instructions.
    Step(u64),
    /// Before the instruction at a place of a function's code runs for the nth time.
    Before(u32, String, u64),
    /// After it.
    After(u32, String, u64),
    /// When the program has ended.
    End,
}

/// A question about a program.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Question {
    /// What tells it apart in its exercise.
    pub id: Named,
    /// What is asked, as Markdown.
    pub text: String,
    /// The program that it is about.
    pub program: Named,
    /// How it is compiled.
    #[serde(with = "pack::profile")]
    pub profile: Profile,
    /// What it reads.
    pub stdin: String,
    /// What the answer is.
    pub ask: Ask,
    /// Answers to choose from; empty for a free answer.
    pub choices: Vec<Named>,
    /// What the author thinks the answer is, which is verified and not used.
    pub expect: Option<Expected>,
    /// What is said when it is answered, as Markdown; may be empty.
    pub explain: String,
    /// Where the question is written.
    #[serde(skip)]
    pub at: Range<usize>,
}

/// An answer that an author expects.
pub type Expected = Named;

/// What a question asks for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Ask {
    /// The value on top of the operand stack.
    StackTop(Moment),
    /// What an expression of variables comes to.
    Value(String, Moment),
    /// What has been printed to standard output.
    Printed(Moment),
    /// The line that runs at the moment.
    Line(Moment),
    /// The line that runs after that.
    NextLine(Moment),
    /// The mnemonic of the instruction that runs next.
    NextOperation(Moment),
    /// How often a line is executed.
    Times(u32),
    /// How many bytecode instructions a function has.
    Instructions(String),
    /// The size of a type in bytes.
    SizeOf(String),
    /// Whether the compiler accepts the program: `yes` or `no`.
    Accepted,
    /// The code of the compiler's first error; `none` if it has none.
    Code,
    /// How the run ends: `0`, another exit code, or `panic`.
    Ends,
}

impl Engine {
    /// Its name in front matter.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vm => "vm",
            Self::Tree => "tree",
        }
    }
}

impl Exercise {
    /// The file alone, for problems to be rendered.
    #[must_use]
    pub fn sources(&self) -> SourceMap {
        let mut sources = SourceMap::default();
        sources.add(Rc::clone(&self.file));
        sources
    }

    /// The program with this name.
    pub(crate) fn program(&self, name: &str) -> Option<&Block> {
        let named = self.programs.iter().find(|program| program.name == name);
        // A question that names no program is about the only one there is, or else about the starter.
        let only = || if self.programs.len() == 1 { self.programs.first() } else { None };
        named.or_else(|| if name.is_empty() { only().or(self.starter.as_ref()) } else { None })
    }

    /// Whether a learner writes a program.
    #[must_use]
    pub fn wants_program(&self) -> bool {
        self.starter.is_some()
    }
}

/// A place of the Markdown as a span.
pub(crate) fn span(at: &Range<usize>) -> Span {
    let offset = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Span::new(FileId::USER, offset(at.start), offset(at.end.max(at.start)))
}
