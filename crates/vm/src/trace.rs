//! What a step did and how the machine looks: plain data for views.

use stair_bytecode::code::Instr;
use stair_host::HostCall;
use stair_ir::inst::{TrapKind, Type};
use std::ops::Range;

/// A cell with the type that the verifier knows it has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TypedCell {
    /// Its type.
    pub ty: Type,
    /// Its bits, in normal form.
    pub bits: u64,
}

/// What one instruction did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The function.
    pub func: u32,
    /// Where the instruction stands in the function's code.
    pub pc: u32,
    /// The instruction.
    pub instr: Instr,
    /// What it popped, bottom first.
    pub popped: Vec<TypedCell>,
    /// What it pushed, bottom first. A call's results are pushed by the callee's return and not listed.
    pub pushed: Vec<TypedCell>,
    /// The local that it wrote.
    pub local: Option<LocalWrite>,
    /// The memory that it wrote. What the host writes is not listed.
    pub memory: Option<MemoryWrite>,
    /// What else happened.
    pub event: Option<Event>,
}

impl Step {
    pub(crate) fn new(instr: Instr) -> Self {
        Self { func: 0, pc: 0, instr, popped: Vec::new(), pushed: Vec::new(), local: None, memory: None, event: None }
    }
}

/// A local variable that was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LocalWrite {
    /// The local.
    pub local: u16,
    /// Its bits before.
    pub old: u64,
    /// Its bits now.
    pub new: u64,
}

/// Memory that was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemoryWrite {
    /// The first address.
    pub address: u64,
    /// How many bytes.
    pub len: u64,
    /// The first bytes as they were, at most [`MemoryWrite::MAX_SHOWN`].
    pub old: Vec<u8>,
    /// The first bytes as they are now.
    pub new: Vec<u8>,
}

impl MemoryWrite {
    /// How many bytes of a long write are kept.
    pub const MAX_SHOWN: usize = 256;

    /// Take note of what is there before a write; of nothing if nobody `wants` to know.
    pub(crate) fn old(memory: &[u8], range: Range<usize>, wants: bool) -> Self {
        let shown = if wants { range.len().min(Self::MAX_SHOWN) } else { 0 };
        let old = memory[range.start..range.start + shown].to_vec();
        Self { address: range.start as u64, len: range.len() as u64, old, new: Vec::new() }
    }

    /// Take note of what is there after it.
    pub(crate) fn with_new(self, memory: &[u8]) -> Self {
        let start = self.address as usize;
        let new = memory[start..start + self.old.len()].to_vec();
        Self { new, ..self }
    }
}

/// What an instruction did beyond its own frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// Called this function.
    Call(u32),
    /// Returned.
    Return,
    /// Called the host.
    Host(HostCall),
    /// Panicked: the kind's handler was called.
    Panic(TrapKind),
}

/// A function that is running or waits for its callee.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The function.
    pub func: u32,
    /// The instruction that comes next; in a caller, the call (or the instruction that panicked).
    pub pc: u32,
    /// Locals, as the function declares them.
    pub locals: Vec<u64>,
    /// The operand stack, bottom first. A caller's is without the arguments of the call.
    pub stack: Vec<TypedCell>,
    /// The stack pointer: frame slots are at their offsets from it.
    pub address: u64,
}
