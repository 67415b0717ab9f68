//! A function's code on its way: a flat list of operations with labels by name and locals without limit.

use smol_str::SmolStr;
use stair_source::Origin;
use wasm_encoder::{Instruction, MemArg, ValType};

/// A local variable, before and after `locals` numbers them anew. The first ones are the function's parameters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Local(pub(crate) u32);

impl Local {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The target of branches: the end of a `block` or `if`, the start of a `loop`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Label(pub(crate) u32);

impl Label {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// An operation.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    /// An instruction that names no local and no label.
    Plain(Instruction<'static>),
    /// `local.get`
    Get(Local),
    /// `local.set`
    Set(Local),
    /// `local.tee`
    Tee(Local),
    /// `block`; branches go to its end.
    Block(Label),
    /// `loop`; branches go to its start.
    Loop(Label),
    /// `if`; branches go to its end.
    If(Label),
    /// The `else` of that `if`.
    Else(Label),
    /// The end of that `block`, `loop` or `if`.
    End(Label),
    /// `br`
    Br(Label),
    /// `br_if`
    BrIf(Label),
    /// `br_table`
    BrTable(Box<[Label]>, Label),
}

impl Op {
    /// Whether control never goes on after it.
    pub(crate) fn is_unconditional(&self) -> bool {
        matches!(self, Self::Br(_) | Self::BrTable(..) | Self::Plain(Instruction::Return | Instruction::Unreachable))
    }
}

/// What is known of a local.
#[derive(Clone, Debug)]
pub(crate) struct LocalInfo {
    /// Its type.
    pub(crate) ty: ValType,
    /// The name in the source, if it stands for a variable. Two named locals are never made one.
    pub(crate) name: Option<SmolStr>,
}

/// A function's code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Code {
    /// Operations, each with where it comes from.
    pub(crate) ops: Vec<(Op, Origin)>,
    /// Locals.
    pub(crate) locals: Vec<LocalInfo>,
    /// How many of them are parameters.
    pub(crate) params: u32,
    /// How many labels there are.
    pub(crate) labels: u32,
    /// By label: whether it is a loop's.
    loop_labels: Vec<bool>,
    /// Operations before this one are not followed by those that are added now.
    pub(crate) fresh_from: usize,
    /// Where operations come from that are added now.
    pub(crate) origin: Origin,
}

impl Code {
    pub(crate) fn new_local(&mut self, ty: ValType, name: Option<SmolStr>) -> Local {
        self.locals.push(LocalInfo { ty, name });
        Local(self.locals.len() as u32 - 1)
    }

    pub(crate) fn temp(&mut self, ty: ValType) -> Local {
        self.new_local(ty, None)
    }

    pub(crate) fn new_label(&mut self) -> Label {
        self.labels += 1;
        self.loop_labels.push(false);
        Label(self.labels - 1)
    }

    /// Whether the label is a loop's.
    pub(crate) fn is_loop(&self, label: Label) -> bool {
        self.loop_labels[label.index()]
    }

    /// Whether there is a loop.
    pub(crate) fn has_loops(&self) -> bool {
        self.loop_labels.contains(&true)
    }

    pub(crate) fn op(&mut self, op: Op) {
        if let Op::Loop(label) = op {
            self.loop_labels[label.index()] = true;
        }
        self.ops.push((op, self.origin));
    }

    pub(crate) fn plain(&mut self, instruction: Instruction<'static>) {
        self.op(Op::Plain(instruction));
    }

    pub(crate) fn extend<const N: usize>(&mut self, instructions: [Instruction<'static>; N]) {
        for instruction in instructions {
            self.plain(instruction);
        }
    }

    /// Push a local; one that has just been set is kept on the stack instead.
    pub(crate) fn get(&mut self, local: Local) {
        if self.ops.len() > self.fresh_from
            && let Some((op, _)) = self.ops.last_mut()
            && matches!(op, Op::Set(set) if *set == local)
        {
            *op = Op::Tee(local);
            return;
        }
        self.op(Op::Get(local));
    }

    pub(crate) fn set(&mut self, local: Local) {
        self.op(Op::Set(local));
    }

    pub(crate) fn tee(&mut self, local: Local) {
        self.op(Op::Tee(local));
    }

    pub(crate) fn i32(&mut self, value: u32) {
        self.plain(Instruction::I32Const(value as i32));
    }

    pub(crate) fn i64(&mut self, value: u64) {
        self.plain(Instruction::I64Const(value as i64));
    }

    /// What is on top of the stack is the condition; `body` runs where it is not 0.
    pub(crate) fn if_then(&mut self, body: impl FnOnce(&mut Self)) {
        let label = self.new_label();
        self.op(Op::If(label));
        body(self);
        self.op(Op::End(label));
    }
}

/// The immediate of an access of `bytes` bytes (a power of two) at `offset`. An offset beyond all memory stays beyond.
pub(crate) fn mem_arg(offset: u64, bytes: u32) -> MemArg {
    MemArg { offset: offset.min(u64::from(u32::MAX)), align: bytes.trailing_zeros(), memory_index: 0 }
}
