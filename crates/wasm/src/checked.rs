//! Checked arithmetic: the operation, a test whether its exact result exists, and if not a call of the module's handler.
//!
//! | operation | test |
//! | --- | --- |
//! | `I8`, `I16` | the exact result fits in an `i32`: compare it with its own low bits, extended |
//! | signed `I32` | likewise in an `i64` |
//! | sum or difference with a constant | which side of the other operand the result is on |
//! | signed `I64` sum | both operands' signs differ from the result's |
//! | signed `I64` difference | the operands' signs differ, and the first's from the result's |
//! | unsigned sum | it is below an operand |
//! | unsigned difference | the first operand is below the second |
//! | product with a constant | the other operand is in the range that the constant allows |
//! | `I64` product | quick if both operands have at most 32 bits; else the product's high half is computed |

use crate::code::Op;
use crate::opcodes::{compare_op, int_op_32, int_op_64};
use crate::runtime::Helper;
use crate::select::{Kept, Want, signed, val_type};
use crate::structure::FuncGen;
use stair_ir::entities::Value;
use stair_ir::inst::{BinaryOp, CheckedOp, Cond, Trap, TrapKind, Type};
use wasm_encoder::{Instruction as I, ValType};

const HIGHEST_32: u64 = u32::MAX as u64;

impl FuncGen<'_> {
    /// Push the result of a checked operation.
    pub(crate) fn checked(&mut self, op: CheckedOp, a: Value, b: Value, trap: Trap, want: Want) {
        let ty = self.func.ty(a);
        match op {
            CheckedOp::AddS => self.add_signed(a, b, ty, trap, want),
            CheckedOp::SubS => self.sub_signed(a, b, ty, trap, want),
            CheckedOp::MulS => self.mul_signed(a, b, ty, trap, want),
            CheckedOp::AddU => self.add_unsigned(a, b, ty, trap),
            CheckedOp::SubU => self.sub_unsigned(a, b, ty, trap),
            CheckedOp::MulU => self.mul_unsigned(a, b, ty, trap),
            CheckedOp::DivS => self.divide(BinaryOp::DivS, a, b, ty, trap, Some(TrapKind::DivOverflow), want),
            CheckedOp::RemS => self.divide(BinaryOp::RemS, a, b, ty, trap, Some(TrapKind::RemOverflow), want),
            CheckedOp::DivU => self.divide(BinaryOp::DivU, a, b, ty, trap, None, want),
            CheckedOp::RemU => self.divide(BinaryOp::RemU, a, b, ty, trap, None, want),
            CheckedOp::Shl => self.shift(BinaryOp::Shl, a, b, ty, trap, want),
            CheckedOp::ShrS => self.shift(BinaryOp::ShrS, a, b, ty, trap, want),
            CheckedOp::ShrU => self.shift(BinaryOp::ShrU, a, b, ty, trap, want),
        }
    }

    /// Trap unless `index < len`.
    pub(crate) fn bounds_check(&mut self, index: Value, len: Value, trap: Trap) {
        let index = self.value_kept(index, false);
        let len = self.value_kept(len, false);
        self.code.plain(I::I64GeU);
        let label = self.code.new_label();
        self.code.op(Op::If(label));
        self.again(index, Type::I64);
        self.again(len, Type::I64);
        self.call_handler(trap.kind, trap);
        self.code.op(Op::End(label));
    }

    fn call_handler(&mut self, kind: TrapKind, trap: Trap) {
        self.code.i64(self.cx.address(trap.location));
        self.code.plain(I::Call(self.cx.handler_index(kind)));
        self.code.plain(I::Unreachable);
    }

    /// Trap if what is on the stack is not 0.
    fn trap_if(&mut self, trap: Trap) {
        self.trap_kind_if(trap.kind, trap);
    }

    fn trap_kind_if(&mut self, kind: TrapKind, trap: Trap) {
        let label = self.code.new_label();
        self.code.op(Op::If(label));
        self.call_handler(kind, trap);
        self.code.op(Op::End(label));
    }

    fn int_const(&mut self, ty: Type, value: i64) {
        if ty == Type::I64 { self.code.i64(value as u64) } else { self.code.i32(value as u32) }
    }

    fn int_op(&mut self, ty: Type, op: BinaryOp) {
        self.code.plain(if ty == Type::I64 { int_op_64(op) } else { int_op_32(op) });
    }

    fn int_compare(&mut self, ty: Type, cc: Cond) {
        self.code.plain(compare_op(cc, ty));
    }

    /// A constant operand, sign-extended.
    fn signed_constant(&self, value: Value) -> Option<i64> {
        self.constant(value).map(|bits| signed(self.func.ty(value), bits))
    }

    /// The exact result of a signed operation on `I8`s or `I16`s is on the stack.
    fn finish_narrow_signed(&mut self, ty: Type, trap: Trap, want: Want) {
        let exact = self.code.temp(ValType::I32);
        self.code.tee(exact);
        self.sign_extend_i32(ty);
        self.code.get(exact);
        self.code.plain(I::I32Ne);
        self.trap_if(trap);
        self.code.get(exact);
        self.normalise(ty, want);
    }

    /// The exact result of an unsigned operation on `I8`s or `I16`s is on the stack.
    fn finish_narrow_unsigned(&mut self, ty: Type, trap: Trap) {
        let exact = self.code.temp(ValType::I32);
        self.code.tee(exact);
        self.code.i32(ty.mask() as u32);
        self.code.plain(I::I32GtU);
        self.trap_if(trap);
        self.code.get(exact);
    }

    /// The exact result of a signed operation on `I32`s is on the stack, an `i64`.
    fn finish_wide_signed(&mut self, trap: Trap) {
        let exact = self.code.temp(ValType::I64);
        self.code.tee(exact);
        self.code.plain(I::I64Extend32S);
        self.code.get(exact);
        self.code.plain(I::I64Ne);
        self.trap_if(trap);
        self.code.get(exact);
        self.code.plain(I::I32WrapI64);
    }

    fn push_wide(&mut self, value: Value, is_signed: bool) {
        if let Some(bits) = self.constant(value) {
            let wide = if is_signed { signed(Type::I32, bits) as u64 } else { bits };
            return self.code.i64(wide);
        }
        self.value(value);
        self.code.plain(if is_signed { I::I64ExtendI32S } else { I::I64ExtendI32U });
    }

    fn is_narrow(ty: Type) -> bool {
        matches!(ty, Type::I8 | Type::I16)
    }

    /// Order the operands of a commutative operation: a constant last.
    fn constant_last(&self, a: Value, b: Value) -> (Value, Value) {
        if self.constant(a).is_some() { (b, a) } else { (a, b) }
    }

    fn add_signed(&mut self, a: Value, b: Value, ty: Type, trap: Trap, want: Want) {
        let (a, b) = self.constant_last(a, b);
        if Self::is_narrow(ty) {
            self.value_signed(a);
            self.value_signed(b);
            self.code.plain(I::I32Add);
            return self.finish_narrow_signed(ty, trap, want);
        }
        if let Some(c) = self.signed_constant(b) {
            return self.add_constant(a, c, ty, BinaryOp::Add, if c > 0 { Cond::LtS } else { Cond::GtS }, trap);
        }
        if ty == Type::I32 {
            self.push_wide(a, true);
            self.push_wide(b, true);
            self.code.plain(I::I64Add);
            return self.finish_wide_signed(trap);
        }
        let a = self.value_kept(a, true);
        let b = self.value_kept(b, true);
        let sum = self.code.temp(ValType::I64);
        self.code.plain(I::I64Add);
        self.code.tee(sum);
        self.again(a, ty);
        self.code.plain(I::I64Xor);
        self.code.get(sum);
        self.again(b, ty);
        self.code.extend([I::I64Xor, I::I64And, I::I64Const(0), I::I64LtS]);
        self.trap_if(trap);
        self.code.get(sum);
    }

    /// `a op c`, which overflowed if the result stands in the relation `wrong` to `a`.
    fn add_constant(&mut self, a: Value, c: i64, ty: Type, op: BinaryOp, wrong: Cond, trap: Trap) {
        if c == 0 {
            return self.value(a);
        }
        let a = self.value_kept(a, false);
        let result = self.code.temp(val_type(ty));
        self.int_const(ty, c);
        self.int_op(ty, op);
        self.code.tee(result);
        self.again(a, ty);
        self.int_compare(ty, wrong);
        self.trap_if(trap);
        self.code.get(result);
    }

    fn sub_signed(&mut self, a: Value, b: Value, ty: Type, trap: Trap, want: Want) {
        if Self::is_narrow(ty) {
            self.value_signed(a);
            self.value_signed(b);
            self.code.plain(I::I32Sub);
            return self.finish_narrow_signed(ty, trap, want);
        }
        if let Some(c) = self.signed_constant(b) {
            return self.add_constant(a, c, ty, BinaryOp::Sub, if c > 0 { Cond::GtS } else { Cond::LtS }, trap);
        }
        if self.constant(a) == Some(0) {
            // Only the least number has no negation.
            let b = self.value_kept(b, true);
            self.int_const(ty, signed(ty, ty.mask() / 2 + 1));
            self.int_compare(ty, Cond::Eq);
            self.trap_if(trap);
            self.int_const(ty, 0);
            self.again(b, ty);
            return self.int_op(ty, BinaryOp::Sub);
        }
        if ty == Type::I32 {
            self.push_wide(a, true);
            self.push_wide(b, true);
            self.code.plain(I::I64Sub);
            return self.finish_wide_signed(trap);
        }
        let a = self.value_kept(a, true);
        let b = self.value_kept(b, true);
        let difference = self.code.temp(ValType::I64);
        self.code.plain(I::I64Sub);
        self.code.tee(difference);
        self.again(a, ty);
        self.code.plain(I::I64Xor);
        self.again(a, ty);
        self.again(b, ty);
        self.code.extend([I::I64Xor, I::I64And, I::I64Const(0), I::I64LtS]);
        self.trap_if(trap);
        self.code.get(difference);
    }

    fn mul_signed(&mut self, a: Value, b: Value, ty: Type, trap: Trap, want: Want) {
        let (a, b) = self.constant_last(a, b);
        match ty {
            Type::I64 => {}
            Type::I32 => {
                self.push_wide(a, true);
                self.push_wide(b, true);
                self.code.plain(I::I64Mul);
                return self.finish_wide_signed(trap);
            }
            _ => {
                self.value_signed(a);
                self.value_signed(b);
                self.code.plain(I::I32Mul);
                return self.finish_narrow_signed(ty, trap, want);
            }
        }
        match self.signed_constant(b) {
            Some(1) => self.value(a),
            Some(0) => {
                self.value(a);
                self.code.extend([I::I64Const(0), I::I64And]);
            }
            Some(-1) => {
                let a = self.value_kept(a, true);
                self.code.extend([I::I64Const(i64::MIN), I::I64Eq]);
                self.trap_if(trap);
                self.code.i64(0);
                self.again(a, ty);
                self.code.plain(I::I64Sub);
            }
            Some(c) => {
                let (low, high) = if c > 0 { (i64::MIN / c, i64::MAX / c) } else { (i64::MAX / c, i64::MIN / c) };
                let a = self.value_kept(a, true);
                // `low <= a <= high` with one comparison.
                self.code.i64(low as u64);
                self.code.plain(I::I64Sub);
                self.code.i64(high.wrapping_sub(low) as u64);
                self.code.plain(I::I64GtU);
                self.trap_if(trap);
                self.again(a, ty);
                self.code.i64(c as u64);
                self.code.plain(I::I64Mul);
            }
            None => {
                let a = self.value_kept(a, true);
                let b = self.value_kept(b, true);
                for (operand, combine) in [(a, None), (b, Some(I::I64Or))] {
                    self.again(operand, ty);
                    self.code.extend([I::I64Const(1 << 31), I::I64Add]);
                    if let Some(or) = combine {
                        self.code.plain(or);
                    }
                }
                self.slow_product_test(a, b, Helper::SignedProductOverflows, trap);
                self.code.plain(I::I64Mul);
            }
        }
    }

    /// If what is on the stack needs more than 32 bits, ask the helper whether the product overflows.
    fn slow_product_test(&mut self, a: Kept, b: Kept, helper: Helper, trap: Trap) {
        self.code.i64(HIGHEST_32);
        self.code.plain(I::I64GtU);
        let label = self.code.new_label();
        self.code.op(Op::If(label));
        self.again(a, Type::I64);
        self.again(b, Type::I64);
        self.code.plain(I::Call(self.cx.helper(helper)));
        if helper == Helper::ProductHigh {
            self.code.extend([I::I64Const(0), I::I64Ne]);
        }
        self.trap_if(trap);
        self.code.op(Op::End(label));
    }

    fn add_unsigned(&mut self, a: Value, b: Value, ty: Type, trap: Trap) {
        let (a, b) = self.constant_last(a, b);
        if Self::is_narrow(ty) {
            self.value(a);
            self.value(b);
            self.code.plain(I::I32Add);
            return self.finish_narrow_unsigned(ty, trap);
        }
        if self.constant(b) == Some(0) {
            return self.value(a);
        }
        // With a constant nothing but the sum has to be kept.
        let bound = if self.constant(b).is_some() {
            self.value(a);
            self.value_kept(b, false)
        } else {
            let kept = self.value_kept(a, false);
            self.value(b);
            kept
        };
        let sum = self.code.temp(val_type(ty));
        self.int_op(ty, BinaryOp::Add);
        self.code.tee(sum);
        self.again(bound, ty);
        self.int_compare(ty, Cond::LtU);
        self.trap_if(trap);
        self.code.get(sum);
    }

    fn sub_unsigned(&mut self, a: Value, b: Value, ty: Type, trap: Trap) {
        if self.constant(b) == Some(0) {
            return self.value(a);
        }
        let a = self.value_kept(a, false);
        if self.constant(b) == Some(1) {
            self.code.plain(if ty == Type::I64 { I::I64Eqz } else { I::I32Eqz });
            self.trap_if(trap);
            self.again(a, ty);
            self.int_const(ty, 1);
        } else {
            let b = self.value_kept(b, false);
            self.int_compare(ty, Cond::LtU);
            self.trap_if(trap);
            self.again(a, ty);
            self.again(b, ty);
        }
        self.int_op(ty, BinaryOp::Sub);
    }

    fn mul_unsigned(&mut self, a: Value, b: Value, ty: Type, trap: Trap) {
        let (a, b) = self.constant_last(a, b);
        match ty {
            Type::I64 => {}
            Type::I32 => {
                let exact = self.code.temp(ValType::I64);
                self.push_wide(a, false);
                self.push_wide(b, false);
                self.code.plain(I::I64Mul);
                self.code.tee(exact);
                self.code.i64(HIGHEST_32);
                self.code.plain(I::I64GtU);
                self.trap_if(trap);
                self.code.get(exact);
                return self.code.plain(I::I32WrapI64);
            }
            _ => {
                self.value(a);
                self.value(b);
                self.code.plain(I::I32Mul);
                return self.finish_narrow_unsigned(ty, trap);
            }
        }
        match self.constant(b) {
            Some(1) => self.value(a),
            Some(0) => {
                self.value(a);
                self.code.extend([I::I64Const(0), I::I64And]);
            }
            Some(c) => {
                let a = self.value_kept(a, false);
                self.code.i64(u64::MAX / c);
                self.code.plain(I::I64GtU);
                self.trap_if(trap);
                self.again(a, ty);
                self.code.i64(c);
                self.code.plain(I::I64Mul);
            }
            None => {
                let a = self.value_kept(a, false);
                let b = self.value_kept(b, false);
                self.again(a, ty);
                self.again(b, ty);
                self.code.plain(I::I64Or);
                self.slow_product_test(a, b, Helper::ProductHigh, trap);
                self.code.plain(I::I64Mul);
            }
        }
    }

    /// Quotient or remainder. A signed one can also overflow.
    #[allow(clippy::too_many_arguments, reason = "an instruction's parts, each of another type")]
    fn divide(
        &mut self,
        op: BinaryOp,
        a: Value,
        b: Value,
        ty: Type,
        trap: Trap,
        overflow: Option<TrapKind>,
        want: Want,
    ) {
        let is_signed = overflow.is_some();
        let divisor = self.constant(b).map(|bits| signed(ty, bits));
        let overflow = overflow.filter(|_| divisor.is_none_or(|d| d == -1));
        let dividend = if overflow.is_some() {
            self.value_kept(a, true)
        } else {
            self.value_extended(a, is_signed);
            Kept::Const(0)
        };
        let kept = self.value_kept(b, is_signed);
        if divisor.is_none_or(|d| d == 0) {
            self.again(kept, ty);
            self.code.plain(if ty == Type::I64 { I::I64Eqz } else { I::I32Eqz });
            self.trap_if(trap);
        }
        if let Some(kind) = overflow {
            self.again(dividend, ty);
            self.int_const(ty, signed(ty, ty.mask() / 2 + 1));
            self.int_compare(ty, Cond::Eq);
            if divisor.is_none() {
                self.again(kept, ty);
                self.int_const(ty, -1);
                self.int_compare(ty, Cond::Eq);
                self.code.plain(I::I32And);
            }
            self.trap_kind_if(kind, trap);
        }
        self.int_op(ty, op);
        if is_signed {
            self.normalise(ty, want);
        }
    }

    fn shift(&mut self, op: BinaryOp, a: Value, b: Value, ty: Type, trap: Trap, want: Want) {
        match op {
            BinaryOp::ShrS => self.value_signed(a),
            BinaryOp::ShrU => self.value(a),
            _ => self.value_as(a, Want::Low),
        }
        let count = self.value_kept(b, false);
        if self.constant(b).is_none_or(|count| count >= u64::from(ty.bits())) {
            self.again(count, ty);
            self.int_const(ty, i64::from(ty.bits()));
            self.int_compare(ty, Cond::GeU);
            self.trap_if(trap);
        }
        self.int_op(ty, op);
        if op != BinaryOp::ShrU {
            self.normalise(ty, want);
        }
    }
}
