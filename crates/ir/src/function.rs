//! Functions and modules: data only.

use crate::entities::{Block, DataId, FuncId, InstId, Slot, Value, Var};
use crate::inst::{Inst, Signature, Terminator, TrapKind, Type};
use smallvec::SmallVec;
use smol_str::SmolStr;
use stair_source::{Origin, Span};
use std::rc::Rc;

/// A program.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Module {
    /// Functions of the host.
    pub imports: Vec<Import>,
    /// Functions, by [`FuncId`]. Copies of the module share them until they are changed.
    pub funcs: Vec<Rc<Function>>,
    /// Static data, by [`DataId`], each with its address.
    pub data: Vec<Data>,
    /// Where the program starts: no parameters, no results.
    pub entry: Option<FuncId>,
    /// The handler of each trap kind (the index is its place in [`TrapKind::ALL`]); `None` where no instruction needs it.
    pub handlers: [Option<FuncId>; TrapKind::ALL.len()],
    /// Where things are in memory.
    pub memory: MemoryLayout,
}

impl Module {
    /// Visit the functions whose addresses are in the data, or in other data that it leads to; `seen`, which has an entry for
    /// each piece of data, tells what was visited before.
    pub fn functions_in(&self, data: DataId, seen: &mut [bool], mut visit: impl FnMut(FuncId)) {
        let mut pending = vec![data];
        while let Some(id) = pending.pop() {
            if std::mem::replace(&mut seen[id.index()], true) {
                continue;
            }
            for &(_, target) in &self.data[id.index()].relocations {
                match target {
                    Target::Data(data) => pending.push(data),
                    Target::Func(func) => visit(func),
                }
            }
        }
    }
}

/// How the linear memory is divided: a null page, static data, the stack (growing down), the heap.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct MemoryLayout {
    /// Static data ends before this address.
    pub data_end: u64,
    /// The stack's lowest address, at or after `data_end`; going below is a stack overflow.
    pub stack_low: u64,
    /// The stack pointer's first value, 16-byte aligned.
    pub stack_high: u64,
    /// The heap begins here: the size of memory at the start, a whole number of 64 KiB pages.
    pub heap_base: u64,
}

/// A function of the host.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    /// `wasi_snapshot_preview1`.
    pub module: SmolStr,
    /// `fd_write` and so on.
    pub name: SmolStr,
    /// Types as WASI has them: pointers and sizes are `I32`.
    pub sig: Signature,
}

/// Static data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Data {
    /// A name for people: `str.3`, `COUNTER`, `location.main.4:9`.
    pub name: SmolStr,
    /// Contents, addresses of other data included.
    pub bytes: Vec<u8>,
    /// Alignment in bytes, a power of two.
    pub align: u32,
    /// Whether the program may write to it.
    pub mutable: bool,
    /// Its address in memory.
    pub address: u64,
    /// Where `bytes` holds an address (8 bytes each): offset here, and of what.
    pub relocations: Vec<(u32, Target)>,
    /// Where it comes from.
    pub span: Span,
}

/// What an address in static data is of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// Other data. `bytes` holds the address.
    Data(DataId),
    /// A function. What stands for it is the engine's choice, as for [`crate::inst::Inst::FuncAddr`]: the engine fills it in.
    Func(FuncId),
}

/// A function.
#[derive(Clone, PartialEq, Debug)]
pub struct Function {
    /// The Rust path, with arguments: `Point::new`, `Option<i32>::unwrap`.
    pub name: SmolStr,
    /// Whether it was written by the user rather than in the library.
    pub is_user: bool,
    /// The item in the source.
    pub span: Span,
    /// Types.
    pub sig: Signature,
    /// Mutable variables, by [`Var`].
    pub vars: Vec<VarDecl>,
    /// Pieces of the frame in memory, by [`Slot`].
    pub slots: Vec<SlotDecl>,
    /// Blocks, by [`Block`]. Only those in `layout` count.
    pub blocks: Vec<BlockData>,
    /// The order of blocks. The first is the entry, whose parameters are the function's; nothing jumps to it.
    pub layout: Vec<Block>,
    /// Instructions, by [`InstId`]. Only those in a block count.
    pub insts: Vec<InstData>,
    /// Values, by [`Value`].
    pub values: Vec<ValueData>,
}

/// A variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VarDecl {
    /// The user's name, or one that lowering made, beginning with `$`.
    pub name: SmolStr,
    /// Its type.
    pub ty: Type,
    /// The parameter that it holds at entry. Other variables are undefined until set.
    pub param: Option<u32>,
    /// Its declaration.
    pub span: Span,
}

/// A piece of the frame.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SlotDecl {
    /// The user's name, or one that lowering made, beginning with `$`.
    pub name: SmolStr,
    /// Size in bytes.
    pub size: u64,
    /// Alignment in bytes, a power of two up to 16.
    pub align: u32,
    /// The Rust type, for people.
    pub type_name: SmolStr,
    /// Its declaration.
    pub span: Span,
}

/// A basic block.
#[derive(Clone, PartialEq, Debug)]
pub struct BlockData {
    /// Parameters.
    pub params: Vec<Value>,
    /// Instructions in order.
    pub insts: Vec<InstId>,
    /// Its end. A block under construction has [`Terminator::Unreachable`].
    pub terminator: Terminator,
    /// Where the terminator comes from.
    pub origin: Origin,
}

/// The results of an instruction: at most two, kept without an allocation of their own.
pub type Results = SmallVec<[Value; 2]>;

/// An instruction in its function.
#[derive(Clone, PartialEq, Debug)]
pub struct InstData {
    /// What it does.
    pub inst: Inst,
    /// Its results.
    pub results: Results,
    /// Where it comes from.
    pub origin: Origin,
}

/// A value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ValueData {
    /// Its type.
    pub ty: Type,
    /// What defines it.
    pub def: ValueDef,
}

/// What defines a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueDef {
    /// A block's parameter: which block, which place.
    Param(Block, u32),
    /// An instruction's result: which instruction, which place.
    Result(InstId, u32),
}

impl Function {
    /// The entry block.
    ///
    /// # Panics
    /// If the function has no block in its layout, which the verifier rules out.
    #[must_use]
    pub fn entry(&self) -> Block {
        self.layout[0]
    }

    /// The block's data.
    #[must_use]
    pub fn block(&self, block: Block) -> &BlockData {
        &self.blocks[block.index()]
    }

    /// The instruction's data.
    #[must_use]
    pub fn inst(&self, inst: InstId) -> &InstData {
        &self.insts[inst.index()]
    }

    /// The value's type.
    #[must_use]
    pub fn ty(&self, value: Value) -> Type {
        self.values[value.index()].ty
    }

    /// The variable's declaration.
    #[must_use]
    pub fn var(&self, var: Var) -> &VarDecl {
        &self.vars[var.index()]
    }

    /// The slot's declaration.
    #[must_use]
    pub fn slot(&self, slot: Slot) -> &SlotDecl {
        &self.slots[slot.index()]
    }
}
