//! Requests to the workers and their answers.

use serde::{Deserialize, Serialize};

use crate::{
    CompareRequest, Compared, Counts, EngineTiming, Given, Judgement, LearnAnswer, LearnRequest, Outputs, PaneDoc,
    Sample, Sealed, Span,
};

/// The number of a request. The page counts up from 1; every answer repeats the number of its request.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct RequestId(pub u32);

/// How the program is compiled, in the sense of cargo's profiles.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Profile {
    /// Arithmetic overflow panics; nothing is optimised; every variable can be seen.
    #[default]
    Debug,
    /// Arithmetic wraps; every pass runs.
    Release,
}

impl Profile {
    /// Every profile.
    pub const ALL: [Profile; 2] = [Profile::Debug, Profile::Release];

    /// The profile's name, as on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Debug => "debug",
            Profile::Release => "release",
        }
    }
}

/// What runs a program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum Engine {
    /// The interpreter that walks the typed tree.
    Tree,
    /// The bytecode machine.
    Vm,
    /// The WebAssembly module, compiled to machine code by the browser.
    #[default]
    Wasm,
}

impl Engine {
    /// Every engine, in the order in which a program descends to them.
    pub const ALL: [Engine; 3] = [Engine::Tree, Engine::Vm, Engine::Wasm];

    /// The engine's name, as on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Tree => "tree",
            Engine::Vm => "vm",
            Engine::Wasm => "wasm",
        }
    }
}

/// A form that the program takes on its way down.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Stage {
    /// What the lexer makes of the text.
    Tokens,
    /// The syntax tree.
    Ast,
    /// The typed tree.
    Types,
    /// What becomes of the variables: where each has a value, and where that goes.
    Ownership,
    /// The intermediate representation, after a chosen pass.
    Ir,
    /// The bytecode of the virtual machine.
    Bytecode,
    /// The WebAssembly module as text.
    Wat,
    /// The WebAssembly module as bytes.
    Wasm,
}

impl Stage {
    /// The stage that this one is made from: what [`crate::Line::from`] counts the lines of.
    pub fn above(self) -> Option<Stage> {
        match self {
            Stage::Tokens | Stage::Ast | Stage::Ownership => None,
            Stage::Types => Some(Stage::Ast),
            Stage::Ir => Some(Stage::Types),
            Stage::Bytecode | Stage::Wat | Stage::Wasm => Some(Stage::Ir),
        }
    }

    /// Every stage, from the text down.
    pub const ALL: [Stage; 8] = [
        Stage::Tokens,
        Stage::Ast,
        Stage::Types,
        Stage::Ownership,
        Stage::Ir,
        Stage::Bytecode,
        Stage::Wat,
        Stage::Wasm,
    ];

    /// The stage's name, as in `staircase emit --stage`.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Tokens => "tokens",
            Stage::Ast => "ast",
            Stage::Types => "types",
            Stage::Ownership => "ownership",
            Stage::Ir => "ir",
            Stage::Bytecode => "bytecode",
            Stage::Wat => "wat",
            Stage::Wasm => "wasm",
        }
    }
}

/// A program and how to compile it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Program {
    /// The file name that panic messages and diagnostics show.
    pub name: String,
    /// The whole text.
    pub source: String,
    /// How it is compiled.
    pub profile: Profile,
}

/// What a program can be saved as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Artifact {
    /// Its text.
    Source,
    /// The WebAssembly module.
    Wasm,
    /// The bytecode.
    Bytecode,
}

impl Artifact {
    /// The file name that is suggested.
    pub fn file_name(self) -> &'static str {
        match self {
            Artifact::Source => "main.rs",
            Artifact::Wasm => "main.wasm",
            Artifact::Bytecode => "main.stbc",
        }
    }
}

/// A form in which a program is put into a document, live.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum EmbedForm {
    /// HTML with the recorded output and the compiled program.
    Html,
    /// A block of Markdown for a book whose preprocessor is `mdbook-staircase`.
    MdBook,
}

/// A pane that can be seen, and so is wanted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaneRequest {
    /// What it shows.
    pub stage: Stage,
    /// For [`Stage::Ir`]: the name of the pass after which to show it; `None` is the last.
    pub after: Option<String>,
    /// Whether to show the library's part, too.
    pub library: bool,
}

/// To the compile worker.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum CompileRequest {
    /// The program changed, or other panes came into view. Makes this program the current one. Answered by
    /// [`CompileAnswer::Diagnostics`], then by one [`CompileAnswer::Pane`] for each of `panes`, by [`CompileAnswer::Compared`] if
    /// it is set beside another one, then by [`CompileAnswer::Analysed`].
    Analyse {
        /// The number of this request.
        id: RequestId,
        /// The program, whole.
        program: Program,
        /// The panes in view.
        panes: Vec<PaneRequest>,
        /// What it is set beside.
        beside: Option<Box<CompareRequest>>,
    },
    /// What is at a place of the current program. Answered by [`CompileAnswer::Hover`].
    Hover {
        /// The number of this request.
        id: RequestId,
        /// The place.
        offset: u32,
    },
    /// The page that explains an error code. Answered by [`CompileAnswer::Explanation`].
    Explain {
        /// The number of this request.
        id: RequestId,
        /// The code, such as `E0382`.
        code: String,
    },
    /// The current program as a file, to be saved. Answered by [`CompileAnswer::File`].
    File {
        /// The number of this request.
        id: RequestId,
        /// What it is to be.
        artifact: Artifact,
    },
    /// A program as it is put into a document. Answered by [`CompileAnswer::Embed`]. Does not concern the program that was analysed last.
    Embed {
        /// The number of this request.
        id: RequestId,
        /// The program.
        program: Program,
        /// The form.
        form: EmbedForm,
        /// The site whose script is to make it live.
        site: String,
        /// How it is to be shown: names and values, as the attributes of an embed have them.
        options: Vec<(String, String)>,
    },
    /// Something about workshops. Answered by [`CompileAnswer::Learn`].
    Learn {
        /// The number of this request.
        id: RequestId,
        /// What.
        request: LearnRequest,
    },
}

/// From the compile worker.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum CompileAnswer {
    /// The worker can take requests. Sent once.
    Ready,
    /// What the compiler says of the program; empty if all is well.
    Diagnostics {
        /// The request's number.
        id: RequestId,
        /// In order of position.
        diagnostics: Vec<Diagnostic>,
    },
    /// One pane's content.
    Pane {
        /// The request's number.
        id: RequestId,
        /// Which pane.
        pane: PaneRequest,
        /// What it shows.
        content: PaneContent,
    },
    /// The program and the one that it is set beside.
    Compared {
        /// The request's number.
        id: RequestId,
        /// What there is to see.
        compared: Compared,
    },
    /// Every answer to an [`CompileRequest::Analyse`] has been sent.
    Analysed {
        /// The request's number.
        id: RequestId,
        /// How long the worker took for all of it, in milliseconds.
        milliseconds: f64,
    },
    /// What is at the place; `None` if there is nothing to say.
    Hover {
        /// The request's number.
        id: RequestId,
        /// What to show.
        hover: Option<Hover>,
    },
    /// The explanation of an error code; `None` if there is none.
    Explanation {
        /// The request's number.
        id: RequestId,
        /// In Markdown.
        text: Option<String>,
    },
    /// The file; `None` if the program is rejected.
    File {
        /// The request's number.
        id: RequestId,
        /// What is in it.
        bytes: Option<Vec<u8>>,
    },
    /// A program as it is put into a document; or why it cannot be, in a sentence.
    Embed {
        /// The request's number.
        id: RequestId,
        /// The text.
        text: Result<String, String>,
    },
    /// Something about workshops.
    Learn {
        /// The request's number.
        id: RequestId,
        /// What came of it.
        answer: LearnAnswer,
    },
}

/// What a pane shows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum PaneContent {
    /// The stage, in the form that [`PaneDoc`] describes.
    Doc {
        /// The lines.
        doc: PaneDoc,
        /// For [`Stage::Ir`]: every pass in order; empty for other stages.
        passes: Vec<PassStage>,
    },
    /// The program has errors that keep it from reaching this stage.
    Unreachable,
    /// The program is too large for this stage, or the compiler failed; a sentence that says how.
    Failed(String),
}

/// One pass over the intermediate representation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PassStage {
    /// The pass's name.
    pub name: String,
    /// Whether it changed anything.
    pub changed: bool,
}

/// How serious a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Severity {
    /// The program is rejected.
    Error,
    /// The program runs.
    Warning,
}

/// What the compiler has to say about a place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How serious it is.
    pub severity: Severity,
    /// The code, such as `E0308` or `S0015`; empty if there is none.
    pub code: String,
    /// One line.
    pub message: String,
    /// The place.
    pub span: Span,
    /// Further places, and the first one with what is to be said right there.
    pub labels: Vec<Label>,
    /// Remarks and help, one a line.
    pub notes: Vec<String>,
    /// Ways to mend it.
    pub suggestions: Vec<Suggestion>,
}

/// A remark about a place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The remark.
    pub text: String,
}

/// An edit that may mend a program.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Suggestion {
    /// What it does, in words.
    pub message: String,
    /// The text that goes.
    pub span: Span,
    /// The text that comes.
    pub replacement: String,
}

/// What is shown at the pointer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Hover {
    /// The expression or name that it is about.
    pub span: Span,
    /// Its type, or its declaration.
    pub text: String,
}

/// To a run worker.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum RunRequest {
    /// Run a program once. Answered by [`RunAnswer::Output`] as it prints, and in the end by [`RunAnswer::Exited`] or
    /// [`RunAnswer::Rejected`], or by [`RunAnswer::Paused`].
    Run {
        /// The number of this request.
        id: RequestId,
        /// The program.
        program: Program,
        /// What it reads from standard input.
        stdin: String,
        /// What runs it.
        engine: Engine,
    },
    /// Go on with the run that was paused. Answered as [`RunRequest::Run`].
    Continue {
        /// The number of this request.
        id: RequestId,
    },
    /// Run two programs on the VM and count. Answered by [`RunAnswer::Counted`].
    Count {
        /// The number of this request.
        id: RequestId,
        /// The programs.
        programs: Box<[Program; 2]>,
        /// What each of them reads from standard input.
        stdin: String,
        /// After how many instructions of each to stop.
        budget: u64,
    },
    /// Time a program on each engine; its output is thrown away. Answered by [`RunAnswer::Progress`] at times, by
    /// [`RunAnswer::Timed`] for each engine, and in the end by [`RunAnswer::TimingDone`] or [`RunAnswer::Rejected`].
    Time {
        /// The number of this request.
        id: RequestId,
        /// The program.
        program: Program,
        /// What each run of it reads from standard input.
        stdin: String,
        /// The engines, in the order in which to time them.
        engines: Vec<Engine>,
        /// How long to measure the steady state of each engine, in milliseconds.
        budget: f64,
    },
    /// Say what holds of what a learner wrote. Answered by [`RunAnswer::Judged`] for each thing that is looked at, and in the end by
    /// [`RunAnswer::Graded`].
    Grade {
        /// The number of this request.
        id: RequestId,
        /// The exercise.
        sealed: Sealed,
        /// What was written.
        given: Given,
        /// Whether to tell the answers to its questions.
        reveal: bool,
    },
}

/// From a run worker.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum RunAnswer {
    /// The worker can take a request. Sent once.
    Ready,
    /// The program printed something.
    Output {
        /// The request's number.
        id: RequestId,
        /// Where it printed it.
        stream: Stream,
        /// What it printed. Broken UTF-8 is replaced.
        text: String,
    },
    /// So much has been printed that the rest is only counted.
    Withheld {
        /// The request's number.
        id: RequestId,
        /// How many bytes have been left out so far.
        bytes: u64,
    },
    /// The program ended.
    Exited {
        /// The request's number.
        id: RequestId,
        /// How.
        reason: ExitReason,
        /// Whether it has asked for standard input.
        has_read: bool,
        /// From source to what the engine runs, in milliseconds.
        compile: f64,
        /// From the first instruction to the last, in milliseconds.
        run: f64,
    },
    /// The run has reached its budget and waits. All that it has printed has been sent.
    Paused {
        /// The request's number.
        id: RequestId,
        /// How many steps it has made: instructions on the VM, calls and rounds of loops on the tree walker.
        steps: u64,
        /// How long it has been running, in milliseconds.
        run: f64,
    },
    /// The program has errors and did not start.
    Rejected {
        /// The request's number.
        id: RequestId,
    },
    /// What two programs take.
    Counted {
        /// The request's number.
        id: RequestId,
        /// Of each program, or why it could not be run.
        counts: [Result<Counts, String>; 2],
        /// Whether they print the same.
        outputs: Outputs,
    },
    /// How far the timing of an engine is.
    Progress {
        /// The request's number.
        id: RequestId,
        /// The engine.
        engine: Engine,
        /// From 0 to 1.
        part: f64,
    },
    /// One run, as soon as it is over: the chart grows while the measurement goes on.
    Sampled {
        /// The request's number.
        id: RequestId,
        /// The engine.
        engine: Engine,
        /// The run.
        sample: Sample,
    },
    /// One engine's times.
    Timed {
        /// The request's number.
        id: RequestId,
        /// The engine.
        engine: Engine,
        /// What was measured, or why it could not be.
        timing: Result<EngineTiming, String>,
    },
    /// Every engine has been timed.
    TimingDone {
        /// The request's number.
        id: RequestId,
        /// The smallest step of the worker's clock that could be seen, in nanoseconds.
        resolution: f64,
    },
    /// One of the things that are looked at when an exercise is graded.
    Judged {
        /// The request's number.
        id: RequestId,
        /// How many there are in all.
        of: u32,
        /// What holds.
        judgement: Judgement,
    },
    /// An exercise has been graded.
    Graded {
        /// The request's number.
        id: RequestId,
        /// Whether it is solved, or why it could not be graded.
        solved: Result<bool, String>,
    },
}

/// Where a program prints.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// How a program ended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ExitReason {
    /// With this exit code.
    Code(i32),
    /// The engine gave up; a sentence that says why.
    Failed(String),
}
