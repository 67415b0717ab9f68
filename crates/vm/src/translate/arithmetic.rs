//! Arithmetic, comparisons and conversions.

use super::Source;
use super::translator::{Entry, Next, Translator};
use crate::ins::{Ins, binary, branch, float_branch, unary};
use stair_bytecode::op::Op;
use stair_bytecode::scalar::{Scalar, type_mask};

impl Translator<'_> {
    pub(super) fn unary(&mut self, op: Op, ty: Scalar) {
        let (pos, entry) = self.pop();
        let a = self.reg(pos, entry);
        if let Some(make) = unary(op, ty, ty) {
            self.emit_result(|d| make(d, a));
        }
    }

    pub(super) fn cast(&mut self, from: Scalar, to: Scalar) {
        let integers = !from.is_float() && !to.is_float();
        let widens = from.bits() <= to.bits();
        if from == to || (integers && widens && (!from.is_signed() || from.bits() == to.bits())) {
            return; // The cell is the same.
        }
        let (pos, entry) = self.pop();
        let a = self.reg(pos, entry);
        if let Some(make) = unary(Op::Cast, from, to) {
            self.emit_result(|d| make(d, a));
        }
    }

    pub(super) fn binary(&mut self, op: Op, ty: Scalar) {
        let Some((with_reg, with_constant)) = binary(op, ty) else { return };
        let commutes = matches!(op, Op::Add | Op::Mul | Op::AddWrap | Op::MulWrap | Op::And | Op::Or | Op::Xor);
        if op.has_trap() {
            return self.checked(ty, op, commutes);
        }
        let (b_pos, b) = self.pop();
        let (a_pos, a) = self.pop();
        match (a.source, b.source) {
            (_, Source::Const(k)) if op == Op::SubWrap => {
                // One form less: a difference with a constant is a sum.
                let Some((_, with_constant)) = binary(Op::AddWrap, ty) else { return };
                let a = self.reg(a_pos, a);
                let k = k.wrapping_neg() & type_mask(ty.cell());
                self.emit_result(|d| with_constant(d, a, k));
            }
            (_, Source::Const(k)) => {
                let a = self.reg(a_pos, a);
                self.emit_result(|d| with_constant(d, a, k));
            }
            (Source::Const(k), _) if commutes => {
                let b = self.reg(b_pos, b);
                self.emit_result(|d| with_constant(d, b, k));
            }
            _ => {
                let a = self.reg(a_pos, a);
                let b = self.reg(b_pos, b);
                self.emit_result(|d| with_reg(d, a, b));
            }
        }
    }

    pub(super) fn checked(&mut self, ty: Scalar, op: Op, commutes: bool) {
        let Some((with_reg, with_constant)) = binary(op, ty) else { return };
        let top = self.stack.len();
        let constant = |s: &Self, below: usize| match s.stack[top - below].source {
            Source::Const(k) => Some(k),
            _ => None,
        };
        // The operand that remains, if the other one is a constant.
        let (kept, k) = match (constant(self, 2), constant(self, 1)) {
            (_, Some(k)) => (top - 2, Some(k)),
            (Some(k), None) if commutes => (top - 1, Some(k)),
            _ => (top - 2, None),
        };
        if k.is_some() {
            self.settle_position(kept);
        } else {
            self.settle_operands(2);
        }
        self.site();
        let (b_pos, b) = self.pop();
        let (a_pos, a) = self.pop();
        match k {
            Some(k) => {
                let a = if kept == a_pos { self.settled(a_pos, a) } else { self.settled(b_pos, b) };
                self.emit_result(|d| with_constant(d, a, k));
            }
            None => {
                let (a, b) = (self.settled(a_pos, a), self.settled(b_pos, b));
                self.emit_result(|d| with_reg(d, a, b));
            }
        }
    }

    /// A sum or difference, fused with the product just computed.
    pub(super) fn sum_of_product(&mut self, op: Op, ty: Scalar) {
        let top = self.stack.len();
        let last = self.unit.code.len().wrapping_sub(1);
        let product = |entry: &Entry| match self.unit.code.get(last) {
            Some(Ins::MulF64 { a, b, .. }) if entry.producer == Some(last) && ty == Scalar::F64 => Some((*a, *b)),
            Some(Ins::MulF32 { a, b, .. }) if entry.producer == Some(last) && ty == Scalar::F32 => Some((*a, *b)),
            Some(Ins::Mul32 { a, b, .. }) if entry.producer == Some(last) && ty == Scalar::I32 => Some((*a, *b)),
            Some(Ins::Mul64 { a, b, .. }) if entry.producer == Some(last) && ty == Scalar::I64 => Some((*a, *b)),
            _ => None,
        };
        let (right, left) = (product(&self.stack[top - 1]), product(&self.stack[top - 2]));
        let ((a, b), other) = match (op, ty, right, left) {
            (Op::FAdd | Op::AddWrap, _, Some(p), _) | (Op::FSub, Scalar::F64, Some(p), _) => (p, top - 2),
            (Op::FAdd | Op::AddWrap, _, None, Some(p)) => (p, top - 1),
            _ => return self.binary(op, ty),
        };
        let entry = self.stack[other];
        // The other operand's value may need code of its own, which the product must not stand before.
        let clobbers = matches!(entry.source, Source::Const(_)) && other == top - 1;
        let constant = op == Op::AddWrap && matches!(entry.source, Source::Const(_));
        if clobbers || constant || matches!(entry.source, Source::Sum(_)) || last < self.barrier {
            return self.binary(op, ty);
        }
        self.unit.code.truncate(last);
        let c = self.reg(other, entry);
        self.stack.truncate(top - 2);
        self.emit_result(|d| match (op, ty) {
            (Op::FSub, _) => Ins::MulSubF64 { d, a, b, c },
            (_, Scalar::F32) => Ins::MulAddF32 { d, a, b, c },
            (_, Scalar::I32) => Ins::MulAdd32 { d, a, b, c },
            (_, Scalar::I64) => Ins::MulAdd64 { d, a, b, c },
            _ => Ins::MulAddF64 { d, a, b, c },
        });
    }

    /// Whether one of the two topmost values is a 64-bit product that was computed just now.
    pub(super) fn adds_product(&self) -> bool {
        let last = self.unit.code.len().wrapping_sub(1);
        let top = &self.stack[self.stack.len() - 2..];
        matches!(self.unit.code.get(last), Some(Ins::Mul64 { .. })) && top.iter().any(|e| e.producer == Some(last))
    }

    pub(super) fn select(&mut self) {
        let (c_pos, c) = self.pop();
        let (b_pos, b) = self.pop();
        let (a_pos, a) = self.pop();
        let (a, b, c) = (self.reg(a_pos, a), self.reg(b_pos, b), self.reg(c_pos, c));
        self.emit_result(|d| Ins::Select { d, c, a, b });
    }

    /// A comparison, fused with the conditional jump that follows.
    pub(super) fn compare(&mut self, op: Op, ty: Scalar, can_fuse: bool) -> Next {
        let jump = self.peek(can_fuse).filter(|i| matches!(i.op, Op::JumpIfFalse | Op::JumpIfTrue));
        let Some(jump) = jump else {
            let (mut op, top) = (op, self.stack.len());
            if !ty.is_float() && matches!(self.stack[top - 2].source, Source::Const(_)) {
                self.stack.swap(top - 2, top - 1);
                // Only descriptions can change places, not registers.
                if self.stack[top - 2].source == Source::Cell {
                    self.stack.swap(top - 2, top - 1);
                } else {
                    op = mirrored(op);
                }
            }
            self.binary(op, ty);
            return Next::Continue;
        };
        self.pc = self.next;
        self.next += jump.encoded_len() as u32;
        self.steps += 1;
        let sense = jump.op == Op::JumpIfTrue;
        let (mut b_pos, mut b) = self.pop();
        let (mut a_pos, mut a) = self.pop();
        self.flush(self.stack.len());
        if ty.is_float() {
            let (a, b) = (self.reg(a_pos, a), self.reg(b_pos, b));
            self.branch(jump.a, sense, |sense, cost, target| {
                float_branch(op, ty, sense).map_or(Ins::Slow, |make| make(a, b, cost, target))
            });
            return Next::BlockEnds;
        }
        let mut op = op;
        if matches!(a.source, Source::Const(_)) && !matches!(b.source, Source::Const(_)) {
            (a_pos, a, b_pos, b) = (b_pos, b, a_pos, a);
            op = mirrored(op);
        }
        let fits = |k: u64| {
            let sign_extended = i64::from(k as i32) as u64 == k;
            let narrow = ty.is_signed() && ty.bits() <= 32 && !matches!(op, Op::Eq | Op::Ne);
            (sign_extended || narrow).then_some(k as i32)
        };
        let constant = match b.source {
            Source::Const(k) => fits(k),
            _ => None,
        };
        let a = self.reg(a_pos, a);
        let b = if constant.is_some() { 0 } else { self.reg(b_pos, b) };
        self.branch(jump.a, sense, |sense, cost, target| {
            let op = if sense { op } else { negated(op) };
            let Some((with_reg, with_constant)) = branch(op, ty) else { return Ins::Slow };
            constant.map_or_else(|| with_reg(a, b, cost, target), |k| with_constant(a, k, cost, target))
        });
        Next::BlockEnds
    }
}

/// The comparison that holds when the operands change places.
fn mirrored(op: Op) -> Op {
    match op {
        Op::Lt => Op::Gt,
        Op::Le => Op::Ge,
        Op::Gt => Op::Lt,
        Op::Ge => Op::Le,
        other => other,
    }
}

/// The comparison that holds exactly when this one, of integers, does not.
fn negated(op: Op) -> Op {
    match op {
        Op::Eq => Op::Ne,
        Op::Ne => Op::Eq,
        Op::Lt => Op::Ge,
        Op::Le => Op::Gt,
        Op::Gt => Op::Le,
        _ => Op::Lt,
    }
}
