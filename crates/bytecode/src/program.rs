//! A bytecode program: functions, constants, static data and all that people need to read it. Data only.

use crate::code::Instr;
use smol_str::SmolStr;
use stair_ir::function::MemoryLayout;
use stair_ir::inst::{Signature, TrapKind, Type};
use stair_source::{Origin, Span};
use std::sync::Arc;

/// A program, as a `.stbc` file holds it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Program {
    /// [`hash_source`] of the text that it was compiled from.
    pub source_hash: u64,
    /// The function that the program starts with: no parameters, no results.
    pub entry: u32,
    /// Where things are in memory.
    pub memory: MemoryLayout,
    /// Functions of the host.
    pub imports: Vec<Import>,
    /// Signatures of indirect calls.
    pub signatures: Vec<Signature>,
    /// The constant pool.
    pub constants: Vec<Constant>,
    /// Static data.
    pub data: Vec<Segment>,
    /// The handler of each kind of trap (the index is its place in [`TrapKind::ALL`]).
    pub handlers: [Option<u32>; TrapKind::ALL.len()],
    /// Functions. Copies of the program share them.
    pub funcs: Vec<Arc<Function>>,
}

/// A function of the host.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    /// `wasi_snapshot_preview1`.
    pub module: SmolStr,
    /// `fd_write` and so on.
    pub name: SmolStr,
    /// Types, as WASI has them.
    pub sig: Signature,
}

/// An entry of the constant pool.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Constant {
    /// Its type.
    pub ty: Type,
    /// Its bits, in normal form: those above the type's width are 0.
    pub bits: u64,
}

/// A piece of static data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    /// A name for people.
    pub name: SmolStr,
    /// Its address in memory.
    pub address: u64,
    /// Contents.
    pub bytes: Vec<u8>,
    /// Whether the program may write to it.
    pub mutable: bool,
    /// Where it comes from.
    pub span: Span,
}

/// A function.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Function {
    /// The Rust path, with arguments.
    pub name: SmolStr,
    /// Whether it was written by the user rather than in the library.
    pub is_user: bool,
    /// The item in the source.
    pub span: Span,
    /// Types. Parameter `i` is local `i` at entry.
    pub sig: Signature,
    /// Local variables; the parameters come first. Others are 0 at entry.
    pub locals: Vec<Local>,
    /// The frame in memory: pieces at fixed offsets from the stack pointer.
    pub slots: Vec<FrameSlot>,
    /// Size of the frame in memory, in bytes, a multiple of [`FRAME_ALIGN`].
    pub frame_size: u64,
    /// The most cells that the operand stack holds.
    pub max_stack: u32,
    /// The instructions.
    pub code: Vec<u8>,
    /// Switch tables.
    pub tables: Vec<SwitchTable>,
    /// What each instruction that may panic does then, by ascending `pc`.
    pub traps: Vec<TrapSite>,
    /// The line table: from this `pc` on, instructions come from there. Ascending.
    pub lines: Vec<Line>,
}

/// A local variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Local {
    /// The user's name, or one that the compiler made, beginning with `$`.
    pub name: SmolStr,
    /// Its type.
    pub ty: Type,
    /// Its declaration.
    pub span: Span,
}

/// A piece of a function's frame in memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FrameSlot {
    /// The user's name, or one that the compiler made, beginning with `$`.
    pub name: SmolStr,
    /// The Rust type, for people.
    pub type_name: SmolStr,
    /// Bytes from the stack pointer.
    pub offset: u64,
    /// Size in bytes.
    pub size: u64,
    /// Its declaration.
    pub span: Span,
}

/// Where [`crate::op::Op::Switch`] goes on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SwitchTable {
    /// Values in normal form, ascending and distinct, each with its target.
    pub cases: Vec<(u64, u32)>,
    /// The target for all other values.
    pub default: u32,
}

impl SwitchTable {
    /// The target for a value.
    #[must_use]
    pub fn target(&self, value: u64) -> u32 {
        self.cases.binary_search_by_key(&value, |c| c.0).map_or(self.default, |i| self.cases[i].1)
    }
}

/// What happens where an instruction panics: its kind's handler is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TrapSite {
    /// The instruction.
    pub pc: u32,
    /// The reason. A division's site says [`TrapKind::DivZero`] or [`TrapKind::RemZero`]; where the quotient overflows
    /// the kind is the one after it.
    pub kind: TrapKind,
    /// The address of the `Location` that the handler is given.
    pub location: u64,
}

/// An entry of the line table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// The first instruction.
    pub pc: u32,
    /// The source, and the IR instruction that it was made from.
    pub origin: Origin,
}

/// Frames in memory are multiples of this many bytes.
pub const FRAME_ALIGN: u64 = 16;

impl Program {
    /// The address that `FUNC_ADDR` pushes for a function: its index plus 1, so that it is never null.
    #[must_use]
    pub fn func_address(func: u32) -> u64 {
        u64::from(func) + 1
    }

    /// The function that an address made by `FUNC_ADDR` stands for.
    #[must_use]
    pub fn func_of_address(&self, address: u64) -> Option<u32> {
        let index = address.checked_sub(1)?;
        (index < self.funcs.len() as u64).then_some(index as u32)
    }
}

impl Function {
    /// The instructions in order, each with its `pc`; ends early where bytes are not an instruction.
    pub fn instrs(&self) -> impl Iterator<Item = (u32, Instr)> {
        let mut pc = 0;
        std::iter::from_fn(move || {
            let (instr, next) = Instr::decode(&self.code, pc).ok()?;
            let at = std::mem::replace(&mut pc, next);
            Some((at as u32, instr))
        })
    }

    /// Where the instruction at `pc` comes from.
    #[must_use]
    pub fn origin(&self, pc: u32) -> Origin {
        let after = self.lines.partition_point(|l| l.pc <= pc);
        after.checked_sub(1).map_or(Origin { span: self.span, item: Origin::NO_ITEM }, |i| self.lines[i].origin)
    }

    /// The trap site of the instruction at `pc`.
    #[must_use]
    pub fn trap(&self, pc: u32) -> Option<TrapSite> {
        self.traps.binary_search_by_key(&pc, |t| t.pc).ok().map(|i| self.traps[i])
    }
}

/// The hash of a source text: [`fnv1a`] of its UTF-8.
#[must_use]
pub fn hash_source(text: &str) -> u64 {
    fnv1a(text.as_bytes())
}

/// The 64-bit FNV-1a hash (Fowler, Noll and Vo). It tells things apart and protects from nobody.
#[must_use]
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01B3))
}

/// The name of a trap kind, as the text form spells it.
#[must_use]
pub fn trap_name(kind: TrapKind) -> &'static str {
    match kind {
        TrapKind::AddOverflow => "add_overflow",
        TrapKind::SubOverflow => "sub_overflow",
        TrapKind::MulOverflow => "mul_overflow",
        TrapKind::NegOverflow => "neg_overflow",
        TrapKind::DivZero => "div_zero",
        TrapKind::DivOverflow => "div_overflow",
        TrapKind::RemZero => "rem_zero",
        TrapKind::RemOverflow => "rem_overflow",
        TrapKind::ShlOverflow => "shl_overflow",
        TrapKind::ShrOverflow => "shr_overflow",
        TrapKind::Bounds => "bounds",
    }
}

/// The place of a trap kind in [`TrapKind::ALL`].
#[must_use]
pub fn trap_index(kind: TrapKind) -> usize {
    kind as usize
}
