//! Walking operands, targets and result types.

use crate::entities::{Block, Value};
use crate::function::{Function, Module};
use crate::inst::{BlockCall, Inst, Terminator, Type};

/// Call `$f` on each operand of the instruction `$inst`, in the order in which a stack machine pushes them.
macro_rules! each_operand {
    ($inst:expr, $f:expr, $iter:ident) => {
        match $inst {
            Inst::Const { .. }
            | Inst::DataAddr { .. }
            | Inst::SlotAddr { .. }
            | Inst::FuncAddr { .. }
            | Inst::VarGet { .. }
            | Inst::MemorySize => {}
            Inst::VarSet { value: a, .. }
            | Inst::Unary { arg: a, .. }
            | Inst::Convert { arg: a, .. }
            | Inst::Load { addr: a, .. }
            | Inst::MemoryGrow { pages: a } => $f(a),
            Inst::Binary { args, .. } | Inst::Checked { args, .. } | Inst::Compare { args, .. } => {
                let [a, b] = args;
                $f(a);
                $f(b);
            }
            Inst::BoundsCheck { index: a, len: b, .. } | Inst::Store { addr: a, value: b, .. } => {
                $f(a);
                $f(b);
            }
            Inst::Select { cond, if_true, if_false } => {
                $f(if_true);
                $f(if_false);
                $f(cond);
            }
            Inst::MemCopy { dst: a, src: b, len: c } | Inst::MemFill { dst: a, byte: b, len: c } => {
                $f(a);
                $f(b);
                $f(c);
            }
            Inst::Call { args, .. } | Inst::CallImport { args, .. } => args.$iter().for_each($f),
            Inst::CallIndirect { callee, args, .. } => {
                args.$iter().for_each(&mut $f);
                $f(callee);
            }
        }
    };
}

impl Inst {
    /// Visit the operands in the order in which a stack machine pushes them: as written, but [`Inst::Select`]'s
    /// condition and [`Inst::CallIndirect`]'s callee come last.
    pub fn for_each_operand(&self, mut f: impl FnMut(Value)) {
        let mut f = |v: &Value| f(*v);
        each_operand!(self, f, iter);
    }

    /// Visit the operands, in the same order, to change them.
    pub fn for_each_operand_mut(&mut self, mut f: impl FnMut(&mut Value)) {
        each_operand!(self, f, iter_mut);
    }

    /// The types of the results, given the types of the operands; `None` where a function, import, data or variable that
    /// is named does not exist.
    #[must_use]
    pub fn result_types(&self, module: &Module, func: &Function) -> Option<Vec<Type>> {
        Some(match self {
            Self::Call { func, .. } => module.funcs.get(func.index())?.sig.results.clone(),
            Self::CallImport { import, .. } => module.imports.get(import.index())?.sig.results.clone(),
            Self::CallIndirect { sig, .. } => sig.results.clone(),
            Self::VarGet { var } => vec![func.vars.get(var.index())?.ty],
            _ => self.result_type(func).into_iter().collect(),
        })
    }

    /// The type of the one result; `None` for an instruction without a result, and for calls, whose signature is the
    /// module's to know.
    ///
    /// # Panics
    /// If an operand or the variable does not exist, which the verifier rules out.
    #[must_use]
    pub fn result_type(&self, func: &Function) -> Option<Type> {
        match self {
            Self::Const { ty, .. } | Self::Load { ty, .. } => Some(*ty),
            Self::Convert { to, .. } => Some(*to),
            Self::DataAddr { .. }
            | Self::SlotAddr { .. }
            | Self::FuncAddr { .. }
            | Self::MemorySize
            | Self::MemoryGrow { .. } => Some(Type::I64),
            Self::Compare { .. } => Some(Type::I8),
            Self::VarGet { var } => Some(func.var(*var).ty),
            Self::Unary { arg, .. } => Some(func.ty(*arg)),
            Self::Binary { args, .. } | Self::Checked { args, .. } => Some(func.ty(args[0])),
            Self::Select { if_true, .. } => Some(func.ty(*if_true)),
            Self::VarSet { .. }
            | Self::BoundsCheck { .. }
            | Self::Store { .. }
            | Self::MemCopy { .. }
            | Self::MemFill { .. }
            | Self::Call { .. }
            | Self::CallImport { .. }
            | Self::CallIndirect { .. } => None,
        }
    }
}

impl BlockCall {
    /// A jump to `block` with `args`.
    #[must_use]
    pub fn new(block: Block, args: Vec<Value>) -> Self {
        Self { block, args }
    }
}

impl Terminator {
    /// The jumps, in order: `then` before `els`, cases before the default.
    pub fn targets(&self) -> impl Iterator<Item = &BlockCall> {
        let (first, cases, last): (_, &[(u64, BlockCall)], _) = match self {
            Self::Jump(to) => (Some(to), &[], None),
            Self::Branch { then, els, .. } => (Some(then), &[], Some(els)),
            Self::Switch { cases, default, .. } => (None, cases, Some(default)),
            Self::Return(_) | Self::Unreachable => (None, &[], None),
        };
        first.into_iter().chain(cases.iter().map(|(_, to)| to)).chain(last)
    }

    /// The jumps, in the same order, to change them.
    pub fn targets_mut(&mut self) -> impl Iterator<Item = &mut BlockCall> {
        let (first, cases, last): (_, &mut [(u64, BlockCall)], _) = match self {
            Self::Jump(to) => (Some(to), &mut [], None),
            Self::Branch { then, els, .. } => (Some(then), &mut [], Some(els)),
            Self::Switch { cases, default, .. } => (None, cases, Some(default)),
            Self::Return(_) | Self::Unreachable => (None, &mut [], None),
        };
        first.into_iter().chain(cases.iter_mut().map(|(_, to)| to)).chain(last)
    }

    /// Visit the operands that the terminator itself reads (the condition, the value switched on, the values returned),
    /// without the arguments of jumps.
    pub fn for_each_own_operand(&self, mut f: impl FnMut(Value)) {
        match self {
            Self::Branch { cond: v, .. } | Self::Switch { value: v, .. } => f(*v),
            Self::Return(values) => values.iter().copied().for_each(f),
            Self::Jump(_) | Self::Unreachable => {}
        }
    }

    /// Visit every value that is read, the arguments of jumps included.
    pub fn for_each_operand(&self, mut f: impl FnMut(Value)) {
        self.for_each_own_operand(&mut f);
        for to in self.targets() {
            to.args.iter().copied().for_each(&mut f);
        }
    }

    /// Visit every value that is read, to change it.
    pub fn for_each_operand_mut(&mut self, mut f: impl FnMut(&mut Value)) {
        match self {
            Self::Branch { cond: v, .. } | Self::Switch { value: v, .. } => f(v),
            Self::Return(values) => values.iter_mut().for_each(&mut f),
            Self::Jump(_) | Self::Unreachable => {}
        }
        for to in self.targets_mut() {
            to.args.iter_mut().for_each(&mut f);
        }
    }
}

impl Type {
    /// Size in bytes, in memory.
    #[must_use]
    pub fn bytes(self) -> u32 {
        match self {
            Self::I8 => 1,
            Self::I16 => 2,
            Self::I32 | Self::F32 => 4,
            Self::I64 | Self::F64 => 8,
        }
    }

    /// Width in bits.
    #[must_use]
    pub fn bits(self) -> u32 {
        self.bytes() * 8
    }

    /// The bits that a pattern of this type may have set.
    #[must_use]
    pub fn mask(self) -> u64 {
        u64::MAX >> (64 - self.bits())
    }

    /// Whether it is an integer type.
    #[must_use]
    pub fn is_int(self) -> bool {
        !self.is_float()
    }

    /// Whether it is a float type.
    #[must_use]
    pub fn is_float(self) -> bool {
        matches!(self, Self::F32 | Self::F64)
    }
}
