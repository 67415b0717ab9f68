//! The command line: data only.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use stair::Profile;
use std::path::PathBuf;

/// Walk a Rust program down to what the machine does with it.
#[derive(Parser, Debug)]
#[command(name = "staircase", version, about, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Run a program; its output and exit code become the command's
    Run(RunArgs),
    /// Check a program and report what is wrong with it
    Check(CheckArgs),
    /// Print a program at one of its stages
    Emit(EmitArgs),
    /// Time a program on the engines, side by side
    Time(TimeArgs),
    /// Set two programs side by side: their stages line by line, or their sizes, steps and times
    Compare(CompareArgs),
    /// Print the VM's steps: instruction, operand stack, locals, output
    Trace(TraceArgs),
    /// Print a program as HTML for a document in which it is live, with the output that it has
    Embed(Box<EmbedArgs>),
    /// Check, export and verify a workshop: a folder of exercises in Markdown
    Exercise(ExerciseArgs),
    /// Explain a diagnostic's code with an example
    Explain {
        /// The code, such as E0382 or S0001
        code: String,
    },
}

#[derive(ClapArgs, Debug)]
pub(crate) struct EmbedArgs {
    /// The panes beside the program: "bytecode variables", for instance
    #[arg(long, value_name = "PANES")]
    pub(crate) pane: Option<String>,
    /// The layer whose panes are shown: 1 for the source, 2 for bytecode, IR and Wasm
    #[arg(long)]
    pub(crate) layer: Option<String>,
    /// The moment at which it opens: a number of instructions, end or panic
    #[arg(long)]
    pub(crate) step: Option<String>,
    /// Its colours: light, dark or auto
    #[arg(long)]
    pub(crate) theme: Option<String>,
    /// Its height in pixels; as high as its content by default
    #[arg(long, value_name = "PIXELS")]
    pub(crate) height: Option<String>,
    /// The reader may edit the program
    #[arg(long)]
    pub(crate) editable: bool,
    /// Lines that are not shown unless asked for: "1-3 9"
    #[arg(long, value_name = "LINES")]
    pub(crate) hide: Option<String>,
    /// Places that are highlighted: "3 5-6 8:5-8:12"
    #[arg(long, value_name = "PLACES")]
    pub(crate) highlight: Option<String>,
    /// It runs when it is scrolled near
    #[arg(long)]
    pub(crate) autorun: bool,
    /// How it is compiled: debug or release
    #[arg(long)]
    pub(crate) profile: Option<String>,
    /// What it is called for those who do not see it
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// What the program reads from standard input; nothing by default
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin: Option<PathBuf>,
    /// The compiled program: inline, none, or a file to write it to, whose path is its address in the document
    #[arg(long, value_name = "inline|none|FILE", default_value = "inline")]
    pub(crate) program: String,
    /// Leave out what the program prints
    #[arg(long)]
    pub(crate) no_output: bool,
    /// How many instructions are executed at most to record what it prints
    #[arg(long, value_name = "N", default_value_t = 100_000_000)]
    pub(crate) max_steps: u64,
    /// Begin with the element that loads the script of the site at this address; needed once in each document
    #[arg(long, value_name = "URL")]
    pub(crate) site: Option<String>,
    /// Print a <stair-case> element instead of <pre><code data-staircase>
    #[arg(long)]
    pub(crate) element: bool,
    /// Print a block for a chapter of an mdBook instead of HTML
    #[arg(long, conflicts_with_all = ["site", "element", "program", "no_output"])]
    pub(crate) mdbook: bool,
    /// The programs; - for standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct ExerciseArgs {
    #[command(subcommand)]
    pub(crate) command: ExerciseCommand,
}

#[derive(Subcommand, Debug)]
pub(crate) enum ExerciseCommand {
    /// Say what is wrong with a workshop's exercises
    Check {
        /// The workshop's folder
        folder: PathBuf,
        /// One JSON object a line for each problem
        #[arg(long)]
        json: bool,
    },
    /// Write a workshop as one file for the page
    Export {
        /// The workshop's folder
        folder: PathBuf,
        /// The file to write
        #[arg(short, value_name = "OUT")]
        output: PathBuf,
    },
    /// Run again what a learner handed in, and say what holds of it
    Verify {
        /// The workshop's folder
        folder: PathBuf,
        /// The learner's summary
        summary: PathBuf,
        /// One JSON object a line for each exercise
        #[arg(long)]
        json: bool,
    },
    /// (not in this version)
    Serve {
        /// The workshop's folder
        folder: PathBuf,
    },
}

#[derive(ClapArgs, Debug)]
pub(crate) struct RunArgs {
    /// Which engine runs it
    #[arg(long, value_enum, default_value_t = Engine::Vm)]
    pub(crate) engine: Engine,
    /// How it is compiled
    #[arg(long, value_enum, default_value_t)]
    pub(crate) profile: ProfileArg,
    /// Stop after so many steps (bytecode instructions on vm; calls and rounds of loops on tree)
    #[arg(long, value_name = "N")]
    pub(crate) max_steps: Option<u64>,
    /// What the program reads from standard input, instead of the command's own
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin: Option<PathBuf>,
    /// Say on standard error what was still allocated when the program had ended
    #[arg(long)]
    pub(crate) leaks: bool,
    #[command(flatten)]
    pub(crate) file: File,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) file: File,
    /// One JSON object a line for each diagnostic
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct EmitArgs {
    /// The stage
    #[arg(long, value_enum)]
    pub(crate) stage: Stage,
    /// How it is compiled
    #[arg(long, value_enum, default_value_t)]
    pub(crate) profile: ProfileArg,
    /// For the IR: as it is after this pass; `lower` is before the first
    #[arg(long, value_name = "PASS")]
    pub(crate) after: Option<String>,
    /// Write to this file instead of standard output
    #[arg(short, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) file: File,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct TimeArgs {
    /// An engine to time; may be repeated; all of them by default
    #[arg(long, value_enum)]
    pub(crate) engine: Vec<Engine>,
    /// How it is compiled
    #[arg(long, value_enum, default_value_t = ProfileArg::Release)]
    pub(crate) profile: ProfileArg,
    /// How many runs are measured, after one that is not
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) runs: u32,
    /// What the program reads from standard input; nothing without it
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin: Option<PathBuf>,
    /// One JSON object a line for each engine, times in nanoseconds, every run listed
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) file: File,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct CompareArgs {
    /// Align the programs at this stage and mark where they differ; without it, numbers are compared
    #[arg(long, value_enum)]
    pub(crate) stage: Option<CompareStage>,
    /// For the IR: as it is after this pass; `lower` is before the first
    #[arg(long, value_name = "PASS", requires = "stage")]
    pub(crate) after: Option<String>,
    /// Show the library's functions, too
    #[arg(long, requires = "stage")]
    pub(crate) library: bool,
    /// How they are compiled
    #[arg(long, value_enum, default_value_t = ProfileArg::Release)]
    pub(crate) profile: ProfileArg,
    /// An engine to time them on; may be repeated; all of them by default
    #[arg(long, value_enum, conflicts_with = "stage")]
    pub(crate) engine: Vec<Engine>,
    /// How many runs are measured, after one that is not; 0 for no times
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(..=10_000), conflicts_with = "stage")]
    pub(crate) runs: u32,
    /// How many instructions are counted at most
    #[arg(long, value_name = "N", default_value_t = 1_000_000_000, conflicts_with = "stage")]
    pub(crate) max_steps: u64,
    /// What both read from standard input; nothing without it
    #[arg(long, value_name = "FILE", conflicts_with = "stage")]
    pub(crate) stdin: Option<PathBuf>,
    /// One JSON object: a line for each row of a stage, or one with the numbers
    #[arg(long)]
    pub(crate) json: bool,
    /// The two programs
    #[arg(value_name = "FILE", num_args = 2, required = true)]
    pub(crate) files: Vec<PathBuf>,
}

/// What two programs can be compared at.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CompareStage {
    /// The programs themselves
    Source,
    /// The syntax tree
    Ast,
    /// The typed tree
    Types,
    /// The SSA IR
    Ir,
    /// The bytecode
    Bytecode,
    /// The Wasm module as text
    Wat,
    /// The Wasm module's bytes with their meaning
    Wasm,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct TraceArgs {
    /// Where to begin: a number of steps, main, end, or panic (the instruction that caused it)
    #[arg(long, value_name = "N|main|end|panic", default_value = "0")]
    pub(crate) from: TraceFrom,
    /// How many steps to print
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) steps: u64,
    /// How large a step is
    #[arg(long, value_enum, default_value_t, conflicts_with = "breaks")]
    pub(crate) unit: TraceUnit,
    /// Pass over calls
    #[arg(long)]
    pub(crate) over: bool,
    /// Go backwards
    #[arg(long)]
    pub(crate) back: bool,
    /// Step from breakpoint to breakpoint: a line, a function, an instruction (function:pc), or a variable that changes
    /// (function.name); with a condition, as in "12 if total > 3"
    #[arg(long = "break", value_name = "PLACE")]
    pub(crate) breaks: Vec<String>,
    /// How many instructions of the run are recorded at most
    #[arg(long, value_name = "N", default_value_t = 1_000_000_000)]
    pub(crate) max_steps: u64,
    /// What the program reads from standard input; nothing by default
    #[arg(long, value_name = "FILE")]
    pub(crate) stdin: Option<PathBuf>,
    /// How it is compiled
    #[arg(long, value_enum, default_value_t)]
    pub(crate) profile: ProfileArg,
    /// One JSON object a line for each step
    #[arg(long)]
    pub(crate) json: bool,
    /// Print no steps, but how often functions and lines were executed
    #[arg(long)]
    pub(crate) counts: bool,
    /// Print no steps, but how long it takes to go to this many moments spread over the run
    #[arg(long, value_name = "N")]
    pub(crate) measure: Option<u32>,
    #[command(flatten)]
    pub(crate) file: File,
}

/// Where a trace begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TraceFrom {
    /// After so many instructions.
    Step(u64),
    /// At the first instruction of the program's own code.
    Main,
    /// Where the recording ends.
    End,
    /// At the instruction of the program's own code that panicked.
    Panic,
}

impl std::str::FromStr for TraceFrom {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "main" => Ok(Self::Main),
            "end" => Ok(Self::End),
            "panic" => Ok(Self::Panic),
            number => number.parse().map(Self::Step).map_err(|_| "neither a number nor main, end or panic".to_owned()),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, ValueEnum)]
pub(crate) enum TraceUnit {
    #[default]
    Instruction,
    Expression,
    Line,
    Call,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct File {
    /// The program; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Engine {
    /// The tree-walking interpreter
    Tree,
    /// The bytecode VM
    Vm,
    /// The Wasm module, compiled to native code by Wasmtime
    Wasm,
    /// Machine code of our own (not in this version)
    Native,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Tree, Self::Vm, Self::Wasm];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Tree => "tree",
            Self::Vm => "vm",
            Self::Wasm => "wasm",
            Self::Native => "native",
        }
    }
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stage {
    /// The tokens
    Tokens,
    /// The syntax tree
    Ast,
    /// The typed tree
    Types,
    /// What becomes of the variables: where each has a value, and where that goes
    Ownership,
    /// The SSA IR
    Ir,
    /// The bytecode: text, or the .stbc file with -o
    Bytecode,
    /// The Wasm module as text
    Wat,
    /// The Wasm module's bytes
    Wasm,
    /// (not in this version)
    #[value(name = "x86-64")]
    X86_64,
    /// (not in this version)
    Aarch64,
    /// (not in this version)
    Riscv64,
    /// (not in this version)
    Object,
    /// (not in this version)
    Executable,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum ProfileArg {
    /// Overflow panics; nothing is optimised
    #[default]
    Debug,
    /// Overflow wraps; every pass runs
    Release,
}

impl From<ProfileArg> for Profile {
    fn from(arg: ProfileArg) -> Self {
        match arg {
            ProfileArg::Debug => Self::Debug,
            ProfileArg::Release => Self::Release,
        }
    }
}
