//! Requests to the debug worker, its answers, and the moment of a run that the page shows.
//!
//! The worker records the run from its start to its end, or to its budget, and then goes to any moment of it. A *moment* is
//! a number of executed instructions: at moment *n*, instruction *n* (counted from 0) is the one that runs next. What a
//! program printed up to a moment is a front part of what it printed in the whole run, so only lengths cross.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{PaneDoc, Program, RequestId, Span, Stage, Stream};

/// To the debug worker. A new [`DebugRequest::Open`] or [`DebugRequest::Go`] ends the one that it is at, without an answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum DebugRequest {
    /// Compile a program and record its run on the VM. Answered by [`DebugAnswer::Recorded`] at times, and in the end by
    /// [`DebugAnswer::Moment`] or by [`DebugAnswer::Rejected`] or [`DebugAnswer::Failed`].
    Open {
        /// The number of this request.
        id: RequestId,
        /// The program.
        program: Debugged,
        /// What it reads from standard input.
        stdin: String,
        /// After how many instructions to pause.
        budget: u64,
        /// The moment to show first.
        at: Start,
        /// What of a moment is in view, until the next [`DebugRequest::Look`].
        view: View,
    },
    /// Record further, for as many instructions again. Answered as [`DebugRequest::Open`]; the moment is the first new one.
    Continue {
        /// The number of this request.
        id: RequestId,
        /// How many instructions at most.
        budget: u64,
    },
    /// Go to another moment. Answered by [`DebugAnswer::Searched`] at times and in the end by [`DebugAnswer::Moment`].
    Go {
        /// The number of this request.
        id: RequestId,
        /// Where to.
        to: Travel,
    },
    /// Something else of each moment is in view from now on. Answered by [`DebugAnswer::Moment`] with the current moment, at once,
    /// whatever the worker is at.
    Look {
        /// The number of this request.
        id: RequestId,
        /// What is in view.
        view: View,
    },
    /// Replace all breakpoints. Answered by [`DebugAnswer::Breakpoints`].
    Break {
        /// The number of this request.
        id: RequestId,
        /// Where to stop from now on.
        breakpoints: Vec<Breakpoint>,
    },
    /// Count how often everything in the recording was executed. Answered by [`DebugAnswer::Searched`] at times and in the end
    /// by [`DebugAnswer::Profile`]. Ends a journey, as [`DebugRequest::Go`] does; the moment stays as it is.
    Count {
        /// The number of this request.
        id: RequestId,
    },
    /// Memory as bytes at the current moment. Answered by [`DebugAnswer::Bytes`].
    Bytes {
        /// The number of this request.
        id: RequestId,
        /// The first address.
        address: u64,
        /// How many bytes, at most [`MAX_BYTES`].
        len: u32,
    },
    /// The lines of a pane, without the library's part. Answered by [`DebugAnswer::Listing`].
    Listing {
        /// The number of this request.
        id: RequestId,
        /// Which pane.
        stage: Stage,
    },
    /// Stop what it is at. The moment stays as it is. A recording that is stopped is paused there, as if its budget had been
    /// reached. Answered by [`DebugAnswer::Moment`].
    Cancel {
        /// The number of this request.
        id: RequestId,
    },
}

/// A program to be debugged.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Debugged {
    /// One that is yet to be compiled; not every worker can.
    Source(Program),
    /// A `.stdb` file: a compiled one with what a debugger has to be told of it.
    Bundle(Vec<u8>),
}

/// How many bytes of memory one answer holds at most.
pub const MAX_BYTES: u32 = 1 << 16;

/// What of a moment the page shows: what is not in view is not made.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct View {
    /// The panes whose lines are in the moment: which stage, and whether the lines are counted with the library's part shown.
    pub panes: Vec<(Stage, bool)>,
    /// The elements that are shown though they are not among the first of their array.
    pub stretches: Vec<Stretch>,
}

/// Elements side by side.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Stretch {
    /// The way to what they are elements of: [`Value::way`].
    pub way: String,
    /// The number of the first.
    pub from: u64,
    /// The number behind that of the last.
    pub to: u64,
}

/// The moment with which a recording is first shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Start {
    /// Before the first instruction of the person's own code.
    #[default]
    Beginning,
    /// Where the recording ends; after a panic, at the instruction of the person's own code that caused it.
    End,
}

/// From one moment to another.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Travel {
    /// To a moment by its number; to the last one if there are not so many.
    To(u64),
    /// By one step.
    Step {
        /// How large a step is.
        unit: Unit,
        /// What to do at calls.
        calls: Calls,
        /// Which way.
        direction: Direction,
    },
    /// To the next breakpoint or change of what is watched, else to the end (or the beginning) of the recording.
    Run(Direction),
    /// To the next moment at which a line of the source, counted from 1, begins; else it stays.
    ToLine(u32, Direction),
    /// To the next moment at which a line of a pane runs; else it stays.
    ToPaneLine {
        /// Which pane.
        stage: Stage,
        /// Whether the line is counted with the library's part shown.
        library: bool,
        /// The line, counted from 0.
        line: u32,
        /// Which way.
        direction: Direction,
    },
    /// To the instruction that last wrote to a part of memory before this moment, or that next does.
    ToWrite {
        /// The first address.
        address: u64,
        /// How many bytes.
        len: u64,
        /// Which way.
        direction: Direction,
    },
    /// To the instruction that last changed a variable before this moment, or that next does: one without an address, too.
    ToChange {
        /// The function's path.
        function: String,
        /// The variable's name.
        variable: String,
        /// Which way.
        direction: Direction,
    },
    /// To the instruction that printed the byte of this index.
    ToOutput(Stream, u64),
    /// To the panic that ended the run, at the instruction of the person's own code that caused it.
    ToPanic,
}

/// Forwards or backwards.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Direction {
    /// As the program runs.
    Forward,
    /// Against it.
    Back,
}

/// How large a step is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Unit {
    /// To the next expression of the person's own code.
    Expression,
    /// To the next line of the person's own code.
    #[default]
    Line,
    /// To the next bytecode instruction, the library's included.
    Instruction,
    /// To the next call of one of the person's own functions.
    Call,
}

impl Unit {
    /// Every unit, from the largest to the smallest.
    pub const ALL: [Unit; 4] = [Unit::Call, Unit::Line, Unit::Expression, Unit::Instruction];

    /// The unit's name, as on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Call => "call",
            Unit::Line => "line",
            Unit::Expression => "expression",
            Unit::Instruction => "instruction",
        }
    }
}

/// What a step does at calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Calls {
    /// Goes into them.
    #[default]
    Into,
    /// Passes over them.
    Over,
    /// Goes on until the running function has returned; backwards, until before it was called.
    Out,
}

/// Where a run stops.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Breakpoint {
    /// The place, or what must change.
    pub at: BreakAt,
    /// A condition, as an expression of variables that are in scope there; empty for none.
    pub condition: String,
    /// Whether it counts.
    pub enabled: bool,
}

/// The place of a breakpoint, or what is watched.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum BreakAt {
    /// Where a line of the source, counted from 1, begins.
    Line(u32),
    /// Where a function, by its path as in the bytecode pane, begins.
    Function(String),
    /// A bytecode instruction: the function's path and the instruction's place in its code.
    Instruction(String, u32),
    /// A part of memory changes.
    Memory {
        /// The first address.
        address: u64,
        /// How many bytes.
        len: u64,
    },
    /// A variable of a function changes: the function's path and the variable's name.
    Variable(String, String),
}

impl fmt::Display for BreakAt {
    /// As `staircase trace --break` takes it; memory, which that does not know, as `@8400864+4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BreakAt::Line(line) => write!(f, "{line}"),
            BreakAt::Function(function) => f.write_str(function),
            BreakAt::Instruction(function, pc) => write!(f, "{function}:{pc}"),
            BreakAt::Memory { address, len } => write!(f, "@{address}+{len}"),
            BreakAt::Variable(function, variable) => write!(f, "{function}.{variable}"),
        }
    }
}

impl BreakAt {
    /// The place that a text means, in the form that [`BreakAt`] is displayed in.
    pub fn parse(text: &str) -> Self {
        if let Ok(line) = text.parse() {
            return BreakAt::Line(line);
        }
        if let Some((address, len)) = text.strip_prefix('@').and_then(|text| text.split_once('+'))
            && let (Ok(address), Ok(len)) = (address.parse(), len.parse())
        {
            return BreakAt::Memory { address, len };
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
}

/// From the debug worker.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum DebugAnswer {
    /// The worker can take a request. Sent once.
    Ready,
    /// The program has errors.
    Rejected {
        /// The request's number.
        id: RequestId,
    },
    /// The program is too large, or memory ran out; a sentence that says how.
    Failed {
        /// The request's number.
        id: RequestId,
        /// The sentence.
        reason: String,
    },
    /// How far the recording is.
    Recorded {
        /// The request's number.
        id: RequestId,
        /// What has been recorded.
        recording: Recording,
        /// What has been printed since the last of these answers.
        output: Vec<(Stream, String)>,
    },
    /// How far a search is.
    Searched {
        /// The request's number.
        id: RequestId,
        /// From 0 to 1.
        part: f32,
    },
    /// A moment to be shown.
    Moment {
        /// The request's number.
        id: RequestId,
        /// The moment.
        moment: Box<Moment>,
        /// What to say of the way there, where it did not end as asked (“No earlier breakpoint”); empty if there is nothing.
        remark: String,
        /// How long it took, in milliseconds.
        milliseconds: f64,
    },
    /// How often everything was executed.
    Profile {
        /// The request's number.
        id: RequestId,
        /// The counts.
        profile: Box<Profile>,
    },
    /// The breakpoints have been taken note of: for each, what is wrong with it, or the lines that it stops at.
    Breakpoints {
        /// The request's number.
        id: RequestId,
        /// In the order of the request.
        states: Vec<Result<Vec<u32>, String>>,
    },
    /// The lines of a pane.
    Listing {
        /// The request's number.
        id: RequestId,
        /// Which pane.
        stage: Stage,
        /// The lines; `None` if they are not known here.
        doc: Option<PaneDoc>,
    },
    /// Memory as bytes.
    Bytes {
        /// The request's number.
        id: RequestId,
        /// The first address.
        address: u64,
        /// The bytes; fewer than asked for where memory ends.
        bytes: Vec<u8>,
        /// What they belong to, ascending and apart: from an offset into `bytes` to another, and the name.
        owners: Vec<(u32, u32, String)>,
        /// Ranges of offsets that changed since the moment shown before.
        changed: Vec<(u32, u32)>,
    },
}

/// What has been recorded of a run.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Recording {
    /// How many instructions.
    pub steps: u64,
    /// The exit code, if the program has ended.
    pub exit_code: Option<i32>,
    /// Whether it ended by a panic.
    pub panicked: bool,
    /// How many checkpoints there are, and how many bytes they take.
    pub checkpoints: (u32, u64),
    /// How long recording took, in milliseconds.
    pub milliseconds: f64,
}

/// How often things were executed in a recording. All numbers are counted, none is sampled.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Profile {
    /// How many instructions were executed.
    pub steps: u64,
    /// The functions that ran, those that took the most instructions first.
    pub functions: Vec<HotFunction>,
    /// Lines of the source, counted from 1, ascending, and how often the most frequent instruction of each was executed.
    pub source: Vec<(u32, u64)>,
    /// The same of lines of panes.
    pub panes: Vec<PaneCounts>,
    /// What was on the heap at moments of the recording: the moment, and how many blocks and bytes.
    pub heap: Vec<(u64, u64, u64)>,
}

/// A function that ran.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct HotFunction {
    /// Its path.
    pub name: String,
    /// Whether it is the person's own.
    pub is_user: bool,
    /// How often it was called.
    pub calls: u64,
    /// How many of its own instructions were executed, those of its callees not among them.
    pub steps: u64,
}

/// How often lines of a pane were executed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaneCounts {
    /// Which pane.
    pub stage: Stage,
    /// Whether the lines are counted with the library's part shown.
    pub library: bool,
    /// The lines that stand for instructions, ascending, counted from 0, each with how often the most frequent one was executed.
    pub lines: Vec<(u32, u64)>,
}

/// One moment of a run, as every pane shows it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Moment {
    /// Its number.
    pub step: u64,
    /// What has been recorded.
    pub recording: Recording,
    /// One plain sentence about the instruction that runs next.
    pub narration: String,
    /// The running expression in the person's own text; in a library function, the call that led there.
    pub span: Option<Span>,
    /// The line of that, counted from 1.
    pub line: Option<u32>,
    /// The lines that belong to the instruction, of the panes in view.
    pub lines: Vec<PaneLines>,
    /// The instruction that runs next; `None` at the end of the program.
    pub instruction: Option<Instruction>,
    /// The running function and its callers, innermost first; at most [`MAX_FRAMES`].
    pub frames: Vec<Frame>,
    /// How many functions are running.
    pub depth: u32,
    /// How many bytes the program has printed to standard output and to standard error.
    pub printed: (u64, u64),
    /// How many bytes of standard input the program has been given.
    pub read: u64,
    /// What the variables of the frames own or refer to: blocks on the heap, and static data, by ascending address.
    pub blocks: Vec<Block>,
}

/// How many frames a moment shows at most.
pub const MAX_FRAMES: usize = 64;

/// Lines of one pane.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaneLines {
    /// Which pane.
    pub stage: Stage,
    /// Whether the lines are counted with the library's part shown.
    pub library: bool,
    /// The lines, ascending, counted from 0.
    pub lines: Vec<u32>,
}

/// The instruction that runs next, and what it will do.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Instruction {
    /// The function's path.
    pub function: String,
    /// Whether the function is the person's own.
    pub is_user: bool,
    /// The program counter: where the instruction stands in the function's code.
    pub pc: u32,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// As the bytecode pane spells it.
    pub text: String,
    /// The operand stack before it, bottom first.
    pub before: Vec<Operand>,
    /// The operand stack after it, bottom first. After a call it is the caller's, without the arguments; the callee's result
    /// comes with its return.
    pub after: Vec<Operand>,
    /// How many values at the top of `before` it pops.
    pub pops: u32,
    /// How many values at the top of `after` it pushed.
    pub pushes: u32,
    /// What the table of instructions says of it: what the opcode byte stands for, each operand, and the effect.
    pub decoded: Vec<(String, String)>,
}

/// A value on an operand stack, or a slot.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Operand {
    /// Its type, as the bytecode names it.
    pub ty: String,
    /// Its value.
    pub text: String,
}

/// A function that is running or waits for its callee.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Frame {
    /// The function's path.
    pub function: String,
    /// Whether it is the person's own.
    pub is_user: bool,
    /// Where it is in the person's text.
    pub span: Option<Span>,
    /// The line of that, counted from 1.
    pub line: Option<u32>,
    /// The next instruction; in a caller, the call.
    pub pc: u32,
    /// The lowest address of its frame in memory, and the frame's size.
    pub memory: (u64, u64),
    /// Its operand stack, bottom first.
    pub operands: Vec<Operand>,
    /// Its slots: the bytecode's local variables, with their names.
    pub slots: Vec<(String, Operand)>,
    /// The person's variables, in the order of their declarations.
    pub variables: Vec<Variable>,
}

/// A variable of the person's.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its declaration.
    pub span: Option<Span>,
    /// Whether it has a value.
    pub state: VariableState,
    /// Its value; for one without, the type and place that it would have.
    pub value: Value,
}

/// Whether a variable has a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum VariableState {
    /// It has.
    #[default]
    Live,
    /// It has not been given one yet.
    Uninitialised,
    /// Its value has been moved elsewhere.
    Moved,
    /// A part of its value has been moved elsewhere.
    PartlyMoved,
    /// Its value, if it was given one, may have been moved elsewhere: that depends on the way that the program took, and nothing
    /// in the program keeps it.
    MaybeMoved,
    /// It may not have been given a value: as for [`VariableState::MaybeMoved`].
    MaybeUninitialised,
    /// Its value has been dropped, or is being dropped.
    Dropped,
    /// The optimiser has moved it to where it cannot be followed, or has removed it.
    OptimisedAway,
}

impl VariableState {
    /// Whether there is a value to look at.
    pub fn has_value(self) -> bool {
        matches!(self, Self::Live | Self::PartlyMoved)
    }

    /// The state in words; empty for [`VariableState::Live`].
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Live => "",
            Self::Uninitialised => "no value yet",
            Self::Moved => "moved away",
            Self::PartlyMoved => "partly moved",
            Self::MaybeMoved => "perhaps moved away",
            Self::MaybeUninitialised => "perhaps no value yet",
            Self::Dropped => "dropped",
            Self::OptimisedAway => "optimised away",
        }
    }
}

/// A value in memory, or in a bytecode local, as a person thinks of it.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Value {
    /// The field's name, the index of an element, or empty.
    pub label: String,
    /// Its type, as Rust spells it.
    pub ty: String,
    /// In few words: a number, a text in quotes, the variant of an enum.
    pub text: String,
    /// Where it is; `None` if it is in a bytecode local and has no address.
    pub address: Option<u64>,
    /// How many bytes it takes.
    pub size: u64,
    /// What kind of thing it is.
    pub kind: ValueKind,
    /// What it points to.
    pub target: Option<u64>,
    /// Its fields or elements.
    pub parts: Vec<Value>,
    /// Behind the parts, ascending: those elements that are shown though they are not among the first ([`View::stretches`]), if
    /// they have no parts of their own.
    pub cells: Vec<Cells>,
    /// The elements that are among neither, ascending.
    pub gaps: Vec<Gap>,
    /// The way to it, by which more of its elements can be asked for. Empty where all are shown anyway.
    pub way: String,
    /// Whether it changed since the moment shown before.
    pub changed: bool,
}

impl Value {
    /// How many parts and cells there are.
    pub fn shown(&self) -> usize {
        self.parts.len() + self.cells.iter().map(Cells::len).sum::<usize>()
    }
}

/// Elements side by side that have no parts and point to nothing: numbers, say. There may be ten thousand of them, and only their
/// texts differ, so they cross as few pieces of memory.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Cells {
    /// The number of the first.
    pub from: u64,
    /// Where the first is; `None` if they have no addresses.
    pub address: Option<u64>,
    /// How many bytes each takes; they lie without gaps between them.
    pub size: u64,
    /// The type of each, as Rust spells it.
    pub ty: String,
    /// What kind of thing each is.
    pub kind: ValueKind,
    /// What [`Value::text`] is of a value, of all of them without anything between.
    pub texts: String,
    /// Where the text of each ends in `texts`.
    pub ends: Vec<u32>,
    /// Those that changed since the moment shown before, counted from the first of them: from one to the one behind the last,
    /// ascending and apart.
    pub changed: Vec<(u32, u32)>,
}

impl Cells {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// What one of them says, by its place among them; empty if there are not so many.
    pub fn text(&self, index: usize) -> &str {
        let end_of = |index: usize| self.ends.get(index).map_or(0, |&end| end as usize);
        let start = index.checked_sub(1).map_or(0, end_of);
        self.texts.get(start..end_of(index)).unwrap_or_default()
    }

    /// The number of one of them.
    pub fn number(&self, index: usize) -> u64 {
        self.from + index as u64
    }

    /// Where one of them is.
    pub fn address(&self, index: usize) -> Option<u64> {
        self.address.map(|first| first.wrapping_add(self.size.wrapping_mul(index as u64)))
    }

    /// Whether one of them changed.
    pub fn is_changed(&self, index: usize) -> bool {
        let before = self.changed.partition_point(|&(from, _)| from as usize <= index);
        before.checked_sub(1).is_some_and(|at| index < self.changed[at].1 as usize)
    }
}

/// Elements side by side that are not shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Gap {
    /// How many of the parts and cells come before it.
    pub before: u32,
    /// The number of its first element.
    pub from: u64,
    /// The number behind that of its last one.
    pub to: u64,
}

/// What kind of thing a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum ValueKind {
    /// A number, a truth value, a character.
    #[default]
    Scalar,
    /// A struct, a tuple or a closure.
    Struct,
    /// An enum; its first part is the discriminant, or the niche that stands for it.
    Enum,
    /// An array.
    Array,
    /// A reference, shared.
    Reference,
    /// A reference that may change what it refers to.
    MutReference,
    /// Something that owns what it points to: `Box`, `Vec`, `String`.
    Owner,
    /// Something that owns together with others: `Rc`, `Arc`.
    SharedOwner,
    /// A pointer, a function, a trait object's table: something that is only an address.
    Address,
}

/// A block of memory outside the frames.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Block {
    /// Its first address.
    pub address: u64,
    /// How many bytes it takes.
    pub size: u64,
    /// Whether it is on the heap; else it is static data.
    pub heap: bool,
    /// What is in it.
    pub value: Value,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_they_are_read() {
        let places = [
            BreakAt::Line(12),
            BreakAt::Function("<Vec<i32> as Drop>::drop".to_owned()),
            BreakAt::Instruction("<T as Tr>::f".to_owned(), 8),
            BreakAt::Memory { address: 8_400_864, len: 4 },
            BreakAt::Variable("shapes::area".to_owned(), "w".to_owned()),
        ];
        for place in places {
            assert_eq!(BreakAt::parse(&place.to_string()), place);
        }
    }
}
