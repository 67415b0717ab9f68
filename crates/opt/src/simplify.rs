//! Copy propagation and algebraic simplification.
//!
//! First, block parameters that always get the same value are that value. Then one walk over the instructions, each
//! definition before its uses: an instruction may turn out to be a copy of a value, or be rewritten into a cheaper one.
//! Floats are left alone but for what holds bit for bit.

use crate::edit::{self, Aliases, constant, make_constant};
use stair_ir::cfg::Cfg;
use stair_ir::entities::{InstId, Value};
use stair_ir::eval;
use stair_ir::function::{Function, ValueDef};
use stair_ir::inst::{BinaryOp, CheckedOp, Cond, ConvertOp, Inst, Terminator, Type};

pub(crate) fn run(func: &mut Function) -> bool {
    let cfg = Cfg::compute(func);
    let mut changed = same_arguments(func, &cfg);
    let aliases = Aliases::new(func);
    let mut walk = Walk { func, aliases, changed: false };
    for &block in cfg.rpo() {
        walk.block(block);
    }
    // Arguments of back edges were seen before what they stand for.
    changed |= walk.changed || !walk.aliases.is_empty();
    walk.aliases.apply(walk.func);
    changed
}

/// Replace parameters whose arguments are all one value, or the parameter itself, by that value.
fn same_arguments(func: &mut Function, cfg: &Cfg) -> bool {
    let mut aliases = Aliases::new(func);
    let mut again = true;
    while again {
        again = false;
        for &block in &cfg.rpo()[1.min(cfg.rpo().len())..] {
            for (index, &param) in func.block(block).params.iter().enumerate() {
                if aliases.get(param) != param {
                    continue;
                }
                let mut only = None;
                let jumps = cfg
                    .preds(block)
                    .iter()
                    .flat_map(|&pred| func.block(pred).terminator.targets().filter(|to| to.block == block));
                let is_same = jumps
                    .map(|to| aliases.get(to.args[index]))
                    .all(|arg| arg == param || *only.get_or_insert(arg) == arg);
                if let Some(value) = only.filter(|_| is_same) {
                    aliases.set(param, value);
                    again = true;
                }
            }
        }
    }
    if aliases.is_empty() {
        return false;
    }
    aliases.apply(func);
    edit::remove_params(func, |p| aliases.get(p) != p);
    true
}

struct Walk<'a> {
    func: &'a mut Function,
    aliases: Aliases,
    changed: bool,
}

/// What an instruction may become.
enum Better {
    /// Its result is this value.
    Copy(Value),
    /// Its result is this constant.
    Constant(u64),
    /// This instruction gives the same result.
    Inst(Inst),
}

impl Walk<'_> {
    fn block(&mut self, block: stair_ir::entities::Block) {
        let mut insts = std::mem::take(&mut self.func.blocks[block.index()].insts);
        let mut place = 0;
        while place < insts.len() {
            let id = insts[place];
            let aliases = &self.aliases;
            self.func.insts[id.index()].inst.for_each_operand_mut(|v| *v = aliases.get(*v));
            // A rewritten instruction may be simplified further; each step makes it cheaper.
            for _ in 0..4 {
                let Some(better) = self.better(id, &mut insts, &mut place) else { break };
                self.changed = true;
                match better {
                    Better::Copy(value) => {
                        let result = self.func.result(id);
                        self.aliases.set(result, value);
                        break;
                    }
                    Better::Constant(bits) => {
                        let ty = self.func.ty(self.func.result(id));
                        self.func.insts[id.index()].inst = make_constant(ty, bits);
                        break;
                    }
                    Better::Inst(inst) => self.func.insts[id.index()].inst = inst,
                }
            }
            place += 1;
        }
        insts.retain(|id| match self.func.inst(*id).results[..] {
            [result] => self.aliases.get(result) == result,
            _ => true,
        });
        let mut terminator =
            std::mem::replace(&mut self.func.blocks[block.index()].terminator, Terminator::Unreachable);
        terminator.for_each_operand_mut(|v| *v = self.aliases.get(*v));
        self.terminator(&mut terminator);
        let data = &mut self.func.blocks[block.index()];
        data.terminator = terminator;
        data.insts = insts;
    }

    fn def(&self, value: Value) -> Option<&Inst> {
        match self.func.values[value.index()].def {
            ValueDef::Result(id, _) => Some(&self.func.inst(id).inst),
            ValueDef::Param(..) => None,
        }
    }

    /// A constant placed before the instruction at `place`.
    fn constant_before(
        &mut self,
        id: InstId,
        ty: Type,
        bits: u64,
        insts: &mut Vec<InstId>,
        place: &mut usize,
    ) -> Value {
        let origin = self.func.inst(id).origin;
        let new = self.func.make_inst(make_constant(ty, bits), &[ty], origin);
        insts.insert(*place, new);
        *place += 1;
        self.func.result(new)
    }

    fn better(&mut self, id: InstId, insts: &mut Vec<InstId>, place: &mut usize) -> Option<Better> {
        match self.func.inst(id).inst {
            Inst::Binary { op, args } => self.binary(id, op, args, insts, place),
            Inst::Checked { op, args, .. } => self.checked(op, args),
            Inst::Compare { cc, args } => self.compare(id, cc, args, insts, place),
            Inst::Convert { op, to, arg } => self.convert(op, to, arg),
            Inst::Select { cond, if_true, if_false } => self.select(cond, if_true, if_false),
            Inst::Load { addr, offset, ty } => {
                let (addr, offset) = self.address(addr, offset)?;
                Some(Better::Inst(Inst::Load { ty, addr, offset }))
            }
            Inst::Store { addr, value, offset } => {
                let (addr, offset) = self.address(addr, offset)?;
                Some(Better::Inst(Inst::Store { addr, value, offset }))
            }
            _ => None,
        }
    }

    fn binary(
        &mut self,
        id: InstId,
        op: BinaryOp,
        [a, b]: [Value; 2],
        insts: &mut Vec<InstId>,
        place: &mut usize,
    ) -> Option<Better> {
        let ty = self.func.ty(a);
        if !ty.is_int() {
            return None;
        }
        let is_commutative = matches!(op, BinaryOp::Add | BinaryOp::Mul | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor);
        let (ca, cb) = (constant(self.func, a), constant(self.func, b));
        if let (Some(x), Some(y)) = (ca, cb) {
            return eval::binary(op, ty, x, y).map(Better::Constant);
        }
        if is_commutative && ca.is_some() {
            return Some(Better::Inst(Inst::Binary { op, args: [b, a] }));
        }
        if a == b {
            return match op {
                BinaryOp::Sub | BinaryOp::Xor => Some(Better::Constant(0)),
                BinaryOp::And | BinaryOp::Or => Some(Better::Copy(a)),
                _ => None,
            };
        }
        let c = cb?;
        let all = ty.mask();
        let shift_mask = u64::from(ty.bits()) - 1;
        match op {
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Or | BinaryOp::Xor if c == 0 => Some(Better::Copy(a)),
            BinaryOp::Shl | BinaryOp::ShrS | BinaryOp::ShrU | BinaryOp::Rotl | BinaryOp::Rotr
                if c & shift_mask == 0 =>
            {
                Some(Better::Copy(a))
            }
            BinaryOp::And if c == all => Some(Better::Copy(a)),
            BinaryOp::And | BinaryOp::Mul if c == 0 => Some(Better::Constant(0)),
            BinaryOp::Or if c == all => Some(Better::Constant(all)),
            BinaryOp::Mul | BinaryOp::DivS | BinaryOp::DivU if c == 1 => Some(Better::Copy(a)),
            BinaryOp::RemS | BinaryOp::RemU if c == 1 => Some(Better::Constant(0)),
            BinaryOp::Mul | BinaryOp::DivU | BinaryOp::RemU if c.is_power_of_two() => {
                let (op, operand) = match op {
                    BinaryOp::Mul => (BinaryOp::Shl, u64::from(c.trailing_zeros())),
                    BinaryOp::DivU => (BinaryOp::ShrU, u64::from(c.trailing_zeros())),
                    _ => (BinaryOp::And, c - 1),
                };
                let operand = self.constant_before(id, ty, operand, insts, place);
                Some(Better::Inst(Inst::Binary { op, args: [a, operand] }))
            }
            // (x + c1) + c2, and with exclusive or, and, or: one operation.
            BinaryOp::Add | BinaryOp::Xor | BinaryOp::And | BinaryOp::Or => {
                let Some(&Inst::Binary { op: inner, args: [x, y] }) = self.def(a) else { return None };
                let d = constant(self.func, y).filter(|_| inner == op)?;
                let operand = eval::binary(op, ty, c, d)?;
                let operand = self.constant_before(id, ty, operand, insts, place);
                Some(Better::Inst(Inst::Binary { op, args: [x, operand] }))
            }
            BinaryOp::Sub => {
                let operand = self.constant_before(id, ty, c.wrapping_neg(), insts, place);
                Some(Better::Inst(Inst::Binary { op: BinaryOp::Add, args: [a, operand] }))
            }
            _ => None,
        }
    }

    /// A checked operation that cannot trap is a plain one.
    fn checked(&self, op: CheckedOp, [a, b]: [Value; 2]) -> Option<Better> {
        let ty = self.func.ty(a);
        let (ca, cb) = (constant(self.func, a), constant(self.func, b));
        let minus_one = ty.mask();
        let plain = |op| Some(Better::Inst(Inst::Binary { op, args: [a, b] }));
        match op {
            CheckedOp::AddS | CheckedOp::AddU | CheckedOp::SubS | CheckedOp::SubU if cb == Some(0) => {
                Some(Better::Copy(a))
            }
            CheckedOp::AddS | CheckedOp::AddU if ca == Some(0) => Some(Better::Copy(b)),
            CheckedOp::MulS | CheckedOp::MulU if cb == Some(1) => Some(Better::Copy(a)),
            CheckedOp::MulS | CheckedOp::MulU if ca == Some(1) => Some(Better::Copy(b)),
            CheckedOp::MulS | CheckedOp::MulU if ca == Some(0) || cb == Some(0) => Some(Better::Constant(0)),
            CheckedOp::DivU if cb.is_some_and(|c| c != 0) => plain(BinaryOp::DivU),
            CheckedOp::RemU if cb.is_some_and(|c| c != 0) => plain(BinaryOp::RemU),
            CheckedOp::DivS if cb.is_some_and(|c| c != 0 && c != minus_one) => plain(BinaryOp::DivS),
            CheckedOp::RemS if cb.is_some_and(|c| c != 0 && c != minus_one) => plain(BinaryOp::RemS),
            CheckedOp::Shl | CheckedOp::ShrS | CheckedOp::ShrU if cb.is_some_and(|c| c < ty.bits().into()) => {
                plain(match op {
                    CheckedOp::Shl => BinaryOp::Shl,
                    CheckedOp::ShrS => BinaryOp::ShrS,
                    _ => BinaryOp::ShrU,
                })
            }
            _ => None,
        }
    }

    fn compare(
        &mut self,
        id: InstId,
        cc: Cond,
        [a, b]: [Value; 2],
        insts: &mut Vec<InstId>,
        place: &mut usize,
    ) -> Option<Better> {
        let ty = self.func.ty(a);
        if !ty.is_int() {
            return None;
        }
        let (ca, cb) = (constant(self.func, a), constant(self.func, b));
        if let (Some(x), Some(y)) = (ca, cb) {
            return Some(Better::Constant(eval::compare(cc, ty, x, y).into()));
        }
        if ca.is_some() {
            return Some(Better::Inst(Inst::Compare { cc: swapped(cc), args: [b, a] }));
        }
        if a == b {
            return Some(Better::Constant(eval::compare(cc, ty, 0, 0).into()));
        }
        let c = cb?;
        match (cc, c) {
            (Cond::LtU, 0) => return Some(Better::Constant(0)),
            (Cond::GeU, 0) => return Some(Better::Constant(1)),
            (Cond::LtU, 1) => {
                let zero = self.constant_before(id, ty, 0, insts, place);
                return Some(Better::Inst(Inst::Compare { cc: Cond::Eq, args: [a, zero] }));
            }
            _ => {}
        }
        // A truth value compared with 0 or 1 is itself, or its opposite.
        if !matches!((cc, c), (Cond::Eq | Cond::Ne, 0 | 1)) {
            return None;
        }
        let wants_true = (cc == Cond::Ne) == (c == 0);
        let source = match self.def(a) {
            Some(&Inst::Convert { op: ConvertOp::ZeroExtend, arg, .. }) if self.func.ty(arg) == Type::I8 => arg,
            _ => a,
        };
        if wants_true && self.is_truth(source) {
            return Some(Better::Copy(source));
        }
        let Some(&Inst::Compare { cc: inner, args }) = self.def(source) else { return None };
        opposite(inner).map(|cc| Better::Inst(Inst::Compare { cc, args }))
    }

    /// Whether the value is certainly 0 or 1, an `i8`.
    fn is_truth(&self, value: Value) -> bool {
        match self.def(value) {
            Some(Inst::Compare { .. }) => true,
            Some(Inst::Const { ty: Type::I8, bits }) => *bits <= 1,
            Some(Inst::Binary { op: BinaryOp::And | BinaryOp::Or | BinaryOp::Xor, args }) => args.iter().all(|&arg| {
                matches!(self.def(arg), Some(Inst::Compare { .. } | Inst::Const { ty: Type::I8, bits: 0 | 1 }))
            }),
            _ => false,
        }
    }

    fn convert(&self, op: ConvertOp, to: Type, arg: Value) -> Option<Better> {
        if let Some(bits) = constant(self.func, arg) {
            let bits = eval::convert(op, self.func.ty(arg), to, bits);
            return (!eval::is_nan(to, bits)).then_some(Better::Constant(bits));
        }
        let &Inst::Convert { op: inner, arg: source, .. } = self.def(arg)? else { return None };
        let from = self.func.ty(source);
        let extends = matches!(inner, ConvertOp::ZeroExtend | ConvertOp::SignExtend);
        match op {
            ConvertOp::Truncate if extends && from == to => Some(Better::Copy(source)),
            ConvertOp::Truncate if extends && from.bits() > to.bits() => {
                Some(Better::Inst(Inst::Convert { op, to, arg: source }))
            }
            ConvertOp::Truncate if extends => Some(Better::Inst(Inst::Convert { op: inner, to, arg: source })),
            ConvertOp::Truncate if inner == ConvertOp::Truncate => {
                Some(Better::Inst(Inst::Convert { op, to, arg: source }))
            }
            ConvertOp::ZeroExtend if inner == ConvertOp::ZeroExtend => {
                Some(Better::Inst(Inst::Convert { op, to, arg: source }))
            }
            // What was filled with zeros has no sign.
            ConvertOp::SignExtend if extends => Some(Better::Inst(Inst::Convert { op: inner, to, arg: source })),
            ConvertOp::Bitcast if inner == ConvertOp::Bitcast => Some(Better::Copy(source)),
            _ => None,
        }
    }

    fn select(&self, cond: Value, if_true: Value, if_false: Value) -> Option<Better> {
        if if_true == if_false {
            return Some(Better::Copy(if_true));
        }
        match constant(self.func, cond) {
            Some(0) => return Some(Better::Copy(if_false)),
            Some(_) => return Some(Better::Copy(if_true)),
            None => {}
        }
        if let Some(&Inst::Compare { cc: Cond::Eq, args: [x, zero] }) = self.def(cond)
            && constant(self.func, zero) == Some(0)
            && self.func.ty(x) == Type::I8
        {
            return Some(Better::Inst(Inst::Select { cond: x, if_true: if_false, if_false: if_true }));
        }
        let of_type_i8 = self.func.ty(if_true) == Type::I8;
        let (t, f) = (constant(self.func, if_true), constant(self.func, if_false));
        (of_type_i8 && t == Some(1) && f == Some(0) && self.is_truth(cond)).then_some(Better::Copy(cond))
    }

    /// A constant that is added to an address moves into the offset. Only small ones: the sum must not be one that
    /// wraps around, and no object is at the end of the address space.
    fn address(&self, addr: Value, offset: u32) -> Option<(Value, u32)> {
        const MOST: u64 = 1 << 16;
        let &Inst::Binary { op: BinaryOp::Add, args: [base, index] } = self.def(addr)? else { return None };
        let add = constant(self.func, index).filter(|&c| c <= MOST)?;
        let offset = u64::from(offset) + add;
        (offset <= MOST).then_some((base, offset as u32))
    }

    fn terminator(&mut self, terminator: &mut Terminator) {
        // A branch on the opposite of a truth value is a branch on that value, the other way round.
        if let Terminator::Branch { cond, then, els } = terminator
            && let Some(&Inst::Compare { cc, args: [x, zero] }) = self.def(*cond)
            && matches!(cc, Cond::Eq | Cond::Ne)
            && self.func.ty(x) == Type::I8
            && constant(self.func, zero) == Some(0)
        {
            *cond = x;
            if cc == Cond::Eq {
                std::mem::swap(then, els);
            }
            self.changed = true;
        }
    }
}

/// The condition with its operands changed over.
fn swapped(cc: Cond) -> Cond {
    match cc {
        Cond::LtS => Cond::GtS,
        Cond::LtU => Cond::GtU,
        Cond::LeS => Cond::GeS,
        Cond::LeU => Cond::GeU,
        Cond::GtS => Cond::LtS,
        Cond::GtU => Cond::LtU,
        Cond::GeS => Cond::LeS,
        Cond::GeU => Cond::LeU,
        Cond::FLt => Cond::FGt,
        Cond::FLe => Cond::FGe,
        Cond::FGt => Cond::FLt,
        Cond::FGe => Cond::FLe,
        Cond::Eq | Cond::Ne | Cond::FEq | Cond::FNe => cc,
    }
}

/// The condition that holds where this one does not. Ordered float conditions have none: both are false on NaN.
fn opposite(cc: Cond) -> Option<Cond> {
    Some(match cc {
        Cond::Eq => Cond::Ne,
        Cond::Ne => Cond::Eq,
        Cond::LtS => Cond::GeS,
        Cond::GeS => Cond::LtS,
        Cond::LtU => Cond::GeU,
        Cond::GeU => Cond::LtU,
        Cond::LeS => Cond::GtS,
        Cond::GtS => Cond::LeS,
        Cond::LeU => Cond::GtU,
        Cond::GtU => Cond::LeU,
        Cond::FEq => Cond::FNe,
        Cond::FNe => Cond::FEq,
        Cond::FLt | Cond::FLe | Cond::FGt | Cond::FGe => return None,
    })
}
