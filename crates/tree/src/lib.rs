//! The tree-walking interpreter: runs the typed tree itself, the reference for every other engine.
//!
//! [`prepare`] looks up, once for each instance, what does not change while it runs: layouts, offsets, which function a
//! call means. [`Prepared::run`] then walks the expressions. Nothing here is shared with lowering, IR or bytecode.

mod arith;
mod drops;
mod eval;
mod intrinsics;
mod memory;
mod node;
mod pattern;
mod prepare;
mod statics;
mod wide;

use memory::Memory;
use node::Code;
use stair_host::Host;
use stair_sema::Program;
use stair_sema::defs::LangFn;
use stair_source::{SourceMap, Span};

/// How to run.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The debug profile: arithmetic that overflows panics.
    pub overflow_checks: bool,
    /// How deeply expressions may nest over all active calls together: it bounds the interpreter's own stack, of which
    /// one level takes up to half a kilobyte. Going deeper is reported as a stack overflow.
    pub max_nesting: u32,
    /// How many calls and loop rounds may happen before the run is given up; `None` for no limit.
    pub max_steps: Option<u64>,
}

impl Options {
    /// A nesting limit that is safe on a thread with one megabyte of stack.
    pub const SMALL_STACK_NESTING: u32 = 1_500;
}

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// With this exit code: 0, a panic's 101, 134 after a stack overflow, or what the program chose.
    Exit(i32),
    /// `max_steps` was reached.
    OutOfSteps,
    /// The program did what no checked program can do: an error of Staircase, described.
    Fault(String),
}

/// Why a program cannot be prepared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrepareError {
    /// Where.
    pub span: Span,
    /// Why.
    pub message: String,
}

/// A program ready to run, any number of times.
pub struct Prepared {
    codes: Vec<Code>,
    entry: usize,
    handlers: [Option<usize>; LangFn::ALL.len()],
    /// How values are dropped, for each type that has to be.
    glues: Vec<drops::Glue>,
    /// Memory as it is at the start, up to the end of static data.
    statics: Vec<u8>,
    /// Where those of [`Program::heap_counts`] are that the program reaches.
    heap_counts: [Option<u64>; 3],
}

/// Look up what running the program needs.
///
/// # Errors
/// If a type is too large for memory, or the program was not fully checked.
pub fn prepare(program: &Program, sources: &SourceMap) -> Result<Prepared, PrepareError> {
    prepare::prepare(program, sources)
}

impl Prepared {
    /// Run from a fresh start. Also returns what [`Program::heap_counts`] hold in the end; 0 for what the program does not reach.
    pub fn run(&self, host: &mut dyn Host, options: Options) -> (Outcome, [u64; 3]) {
        let stack_low = (self.statics.len() as u64).next_multiple_of(16);
        let heap_base = (stack_low + memory::STACK_BYTES).next_multiple_of(memory::PAGE_BYTES);
        let mut bytes = vec![0; heap_base as usize];
        bytes[..self.statics.len()].copy_from_slice(&self.statics);
        let mut interpreter = eval::Interpreter {
            prepared: self,
            memory: Memory { bytes },
            host,
            options,
            frame: stack_low,
            top: stack_low,
            stack_end: heap_base,
            heap_base,
            nesting: 0,
            steps_left: options.max_steps.unwrap_or(u64::MAX),
            second: 0,
            result_at: 0,
            label: 0,
            exit_code: 0,
            choices: None,
            drops: drops::Drops::default(),
        };
        let outcome = interpreter.run_entry();
        let word = |at: u64| interpreter.memory.load(node::Num::U64, at).unwrap_or_default();
        (outcome, self.heap_counts.map(|at| at.map_or(0, word)))
    }
}

/// Why evaluation leaves an expression before it has a value. What else there is to know is kept in the interpreter, so
/// that a result travels in two registers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stop(u64);

impl Stop {
    /// `break` to the interpreter's `label`.
    pub(crate) const BREAK: Self = Self(0);
    /// `continue` of the interpreter's `label`.
    pub(crate) const CONTINUE: Self = Self(1);
    /// `return`.
    pub(crate) const RETURN: Self = Self(2);
    /// The program ended, with the interpreter's `exit_code`.
    pub(crate) const EXIT: Self = Self(3);
    /// The stack is full.
    pub(crate) const STACK_OVERFLOW: Self = Self(4);
    /// No steps are left.
    pub(crate) const OUT_OF_STEPS: Self = Self(5);
    /// An address outside memory.
    pub(crate) const FAULT: Self = Self(6);
    /// Something that the checker rules out was reached.
    pub(crate) const BROKEN: Self = Self(7);
    /// A panic, whose message is written.
    pub(crate) const UNWIND: Self = Self(8);
}
