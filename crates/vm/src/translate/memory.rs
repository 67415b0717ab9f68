//! Addresses and memory.

use super::translator::{CELL, Entry, Translator};
use super::{Base, Source, Sum};
use crate::ins::{Access, Ins, access};
use stair_bytecode::op::Op;
use stair_bytecode::scalar::{Scalar, type_bytes};

impl Translator<'_> {
    /// The entry as a sum, without emitting code.
    pub(super) fn as_sum(&self, pos: usize, entry: Entry) -> Sum {
        let reg = |r| Sum { base: Base::Reg(r), index: None, off: 0 };
        match entry.source {
            Source::Cell => reg(self.cell(pos)),
            Source::Local(local) => reg(local),
            Source::Const(off) => Sum { base: Base::None, index: None, off },
            Source::Sum(sum) => sum,
        }
    }

    /// 64-bit arithmetic that may become part of an address: not computed before somebody needs it.
    pub(super) fn address_arithmetic(&mut self, op: Op, loads_next: bool) {
        let top = self.stack.len();
        let (a, b) = (self.stack[top - 2], self.stack[top - 1]);
        let (x, y) = (self.as_sum(top - 2, a), self.as_sum(top - 1, b));
        let sum = match (op, a.source, b.source) {
            (Op::SubWrap, _, Source::Const(k)) => Some(Sum { off: x.off.wrapping_sub(k), ..x }),
            (Op::MulWrap, _, Source::Const(k)) => scaled(x, k),
            (Op::MulWrap, Source::Const(k), _) => scaled(y, k),
            (Op::ShlWrap, _, Source::Const(k)) if k < 32 => scaled(x, 1 << k),
            (Op::AddWrap, ..) => added(x, y),
            _ => None,
        };
        let Some(sum) = sum else { return self.binary(op, Scalar::I64) };
        // What refers to the upper operand's register is lost when the next value is pushed.
        let upper = self.cell(top - 1);
        let unstable = Self::mentions(Source::Sum(sum), upper);
        self.stack.truncate(top - 2);
        if unstable && !loads_next {
            let d = self.cell(top - 2);
            let first = self.unit.code.len();
            self.compute_sum(d, sum);
            let single = self.unit.code.len() == first + 1;
            self.stack.push(Entry { source: Source::Cell, producer: single.then_some(first) });
        } else {
            let is_constant = sum.base == Base::None && sum.index.is_none();
            self.push(if is_constant { Source::Const(sum.off) } else { Source::Sum(sum) });
        }
    }

    /// How to access memory at this sum; computes what does not fit an instruction into `scratch`.
    pub(super) fn access(&mut self, scratch: u16, sum: Sum, offset: u32) -> Access {
        let off = sum.off.wrapping_add(u64::from(offset));
        if let Base::Reg(r) = sum.base {
            self.touch(r);
        }
        if let Some((i, _)) = sum.index {
            self.touch(i);
        }
        match (sum.base, sum.index, u32::try_from(off)) {
            (Base::Reg(a), None, Ok(off)) => Access::Reg { a, off },
            (Base::Slot, None, Ok(off)) => Access::Slot { off },
            (Base::Reg(a), Some((i, scale)), Ok(off)) => Access::Index { a, i, scale, off },
            (Base::Slot, Some((i, scale)), Ok(off)) => Access::SlotIndex { i, scale, off },
            (Base::None, Some((i, scale)), Ok(off)) if self.constant_register(0).is_some() => {
                let a = self.constant_register(0).unwrap_or(scratch);
                Access::Index { a, i, scale, off }
            }
            _ => {
                self.compute_sum(scratch, sum);
                Access::Reg { a: scratch, off: offset }
            }
        }
    }

    /// Merge the access with the bounds check just before, if that checks the same index.
    pub(super) fn fuse_check(&mut self, at: Access) -> Option<Access> {
        let last = self.unit.code.len().checked_sub(1).filter(|&l| l >= self.barrier)?;
        let fused = match (at, self.unit.code[last]) {
            (Access::Index { a, i, scale, off }, Ins::BoundsCheck { i: checked, len }) if i == checked => {
                Access::Checked { a, i, len, scale: scale.try_into().ok()?, off }
            }
            (Access::Index { a, i, scale, off }, Ins::BoundsCheckK { i: checked, len }) if i == checked => {
                let (scale, off) = (scale.try_into().ok()?, off.try_into().ok()?);
                Access::CheckedK { a, i, len: len.try_into().ok()?, scale, off }
            }
            (Access::SlotIndex { i, scale, off }, Ins::BoundsCheckK { i: checked, len }) if i == checked => {
                Access::SlotCheckedK { i, len: len.try_into().ok()?, scale: scale.try_into().ok()?, off }
            }
            _ => return None,
        };
        // The check's site stays: leaving there, the stepping interpreter comes to the access by itself.
        self.unit.code.truncate(last);
        Some(fused)
    }

    pub(super) fn load(&mut self, ty: Scalar, offset: u32) {
        let width = type_bytes(ty.cell()) * 8;
        let pos = self.stack.len() - 1;
        let entry = self.stack[pos];
        if let Source::Const(_) = entry.source {
            self.settle_operands(1);
            let entry = self.stack[pos];
            self.site();
            self.stack.truncate(pos);
            let a = self.settled(pos, entry);
            return self.emit_result(|d| access(false, width, d, Access::Reg { a, off: offset }));
        }
        let own = self.cell(pos);
        let before = self.unit.code.len();
        let mut at = self.access(own, self.as_sum(pos, entry), offset);
        if self.unit.code.len() > before {
            self.stack[pos] = CELL;
        }
        match self.fuse_check(at) {
            Some(fused) => at = fused,
            None => self.site(),
        }
        self.stack.truncate(pos);
        self.emit_result(|d| access(false, width, d, at));
    }

    pub(super) fn store(&mut self, ty: Scalar, offset: u32) {
        let width = type_bytes(ty.cell()) * 8;
        let (pos, v_pos) = (self.stack.len() - 2, self.stack.len() - 1);
        // The value first: what it needs is computed into its own register.
        self.settle_operands(1);
        let value = self.stack[v_pos];
        let v = self.settled(v_pos, value);
        let entry = self.stack[pos];
        let sum = match entry.source {
            Source::Sum(sum) if u32::try_from(sum.off.wrapping_add(u64::from(offset))).is_ok() => sum,
            Source::Sum(_) | Source::Const(_) => {
                let a = self.reg(pos, entry);
                if a == self.cell(pos) {
                    self.stack[pos] = CELL;
                }
                Sum { base: Base::Reg(a), index: None, off: 0 }
            }
            _ => self.as_sum(pos, entry),
        };
        let sum = if sum.base == Base::None {
            let own = self.reg(pos, entry);
            self.stack[pos] = CELL;
            Sum { base: Base::Reg(own), index: None, off: 0 }
        } else {
            sum
        };
        let mut at = self.access(self.cell(pos), sum, offset);
        match self.fuse_check(at) {
            Some(fused) => at = fused,
            None => self.site(),
        }
        self.stack.truncate(pos);
        self.emit(access(true, width, v, at));
    }

    pub(super) fn bounds_check(&mut self) {
        let top = self.stack.len();
        let (index, len) = (self.stack[top - 2].source, self.stack[top - 1].source);
        if let (Source::Const(index), Source::Const(len)) = (index, len)
            && index < len
        {
            self.stack.truncate(top - 2);
            return; // Never panics.
        }
        if let Source::Const(len) = len {
            self.settle_position(top - 2);
            self.site();
            let entry = self.stack[top - 2];
            self.stack.truncate(top - 2);
            let i = self.settled(top - 2, entry);
            return self.emit(Ins::BoundsCheckK { i, len });
        }
        self.settle_operands(2);
        self.site();
        let (b_pos, b) = self.pop();
        let (a_pos, a) = self.pop();
        let (i, len) = (self.settled(a_pos, a), self.settled(b_pos, b));
        self.emit(Ins::BoundsCheck { i, len });
    }

    pub(super) fn mem_copy(&mut self) {
        let top = self.stack.len();
        let len = match self.stack[top - 1].source {
            Source::Const(len) => u32::try_from(len).ok(),
            _ => None,
        };
        for pos in top - 3..top - usize::from(len.is_some()) {
            self.settle_position(pos);
        }
        self.site();
        let (len_pos, len_entry) = self.pop();
        let (src_pos, src) = self.pop();
        let (dst_pos, dst) = self.pop();
        let (dst, src) = (self.settled(dst_pos, dst), self.settled(src_pos, src));
        match len {
            Some(len) => self.emit(Ins::MemCopyK { dst, src, len }),
            None => {
                let len = self.settled(len_pos, len_entry);
                self.emit(Ins::MemCopy { dst, src, len });
            }
        }
    }

    pub(super) fn mem_fill(&mut self) {
        self.settle_operands(3);
        self.site();
        let (len_pos, len) = self.pop();
        let (byte_pos, byte) = self.pop();
        let (dst_pos, dst) = self.pop();
        let (dst, byte) = (self.settled(dst_pos, dst), self.settled(byte_pos, byte));
        let len = self.settled(len_pos, len);
        self.emit(Ins::MemFill { dst, byte, len });
    }
}

/// A plain register times a constant.
fn scaled(sum: Sum, k: u64) -> Option<Sum> {
    let scale = u32::try_from(k).ok()?;
    match sum {
        Sum { base: Base::Reg(r), index: None, off: 0 } => {
            Some(Sum { base: Base::None, index: Some((r, scale)), off: 0 })
        }
        _ => None,
    }
}

/// The sum of two sums, if it has the shape of one.
fn added(x: Sum, y: Sum) -> Option<Sum> {
    let off = x.off.wrapping_add(y.off);
    let as_index = |base: Base| match base {
        Base::Reg(r) => Some((r, 1)),
        _ => None,
    };
    let (base, index) = match (x.base, x.index, y.base, y.index) {
        (base, index, Base::None, None) | (Base::None, None, base, index) => (base, index),
        (base, None, Base::None, index) | (Base::None, index, base, None) => (base, index),
        (base, None, other, None) => match as_index(other) {
            Some(index) => (base, Some(index)),
            None => (other, Some(as_index(base)?)),
        },
        _ => return None,
    };
    Some(Sum { base, index, off })
}
