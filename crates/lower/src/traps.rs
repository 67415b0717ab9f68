//! Operations that may panic, and the overflow of those that cannot.
//!
//! A trap has a fixed location. In a `#[track_caller]` function the location is that of the caller, known only at run
//! time: there the check is spelled out, and the handler called with the hidden parameter.

use crate::error::R;
use crate::function::Lowerer;
use stair_ir::entities::Value;
use stair_ir::inst::{BinaryOp, CheckedOp, Cond, TrapKind, Type};
use stair_source::Span;

/// An arithmetic operation of which [`Lowerer::overflows`] asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Arithmetic {
    Add,
    Sub,
    Mul,
}

impl Lowerer<'_, '_> {
    /// A checked operation.
    pub(crate) fn checked(&mut self, op: CheckedOp, a: Value, b: Value, kind: TrapKind, span: Span) -> R<Value> {
        if self.caller.is_some() {
            return self.checked_for_caller(op, a, b, kind, span);
        }
        match op {
            CheckedOp::DivS => self.cx.use_handler(TrapKind::DivOverflow, span)?,
            CheckedOp::RemS => self.cx.use_handler(TrapKind::RemOverflow, span)?,
            _ => {}
        }
        let trap = self.cx.trap(kind, span)?;
        Ok(self.b.checked(op, a, b, trap))
    }

    fn checked_for_caller(&mut self, op: CheckedOp, a: Value, b: Value, kind: TrapKind, span: Span) -> R<Value> {
        let ty = self.b.ty(a);
        let plain = match op {
            CheckedOp::AddS | CheckedOp::AddU => BinaryOp::Add,
            CheckedOp::SubS | CheckedOp::SubU => BinaryOp::Sub,
            CheckedOp::MulS | CheckedOp::MulU => BinaryOp::Mul,
            CheckedOp::DivS => BinaryOp::DivS,
            CheckedOp::DivU => BinaryOp::DivU,
            CheckedOp::RemS => BinaryOp::RemS,
            CheckedOp::RemU => BinaryOp::RemU,
            CheckedOp::Shl => BinaryOp::Shl,
            CheckedOp::ShrS => BinaryOp::ShrS,
            CheckedOp::ShrU => BinaryOp::ShrU,
        };
        match op {
            CheckedOp::AddS | CheckedOp::SubS | CheckedOp::MulS => {
                let overflow = self.overflows(arithmetic_of(op), true, a, b);
                self.panic_if(overflow, kind, Vec::new(), span)?;
            }
            CheckedOp::AddU | CheckedOp::SubU | CheckedOp::MulU => {
                let overflow = self.overflows(arithmetic_of(op), false, a, b);
                self.panic_if(overflow, kind, Vec::new(), span)?;
            }
            CheckedOp::DivS | CheckedOp::DivU | CheckedOp::RemS | CheckedOp::RemU => {
                let zero = self.b.iconst(ty, 0);
                let by_zero = self.b.compare(Cond::Eq, b, zero);
                self.panic_if(by_zero, kind, Vec::new(), span)?;
                if matches!(op, CheckedOp::DivS | CheckedOp::RemS) {
                    let minus_one = self.b.iconst(ty, u64::MAX);
                    let by_minus_one = self.b.compare(Cond::Eq, b, minus_one);
                    let least = self.b.iconst(ty, 1 << (ty.bits() - 1));
                    let of_least = self.b.compare(Cond::Eq, a, least);
                    let overflow = self.b.binary(BinaryOp::And, by_minus_one, of_least);
                    let kind = if op == CheckedOp::DivS { TrapKind::DivOverflow } else { TrapKind::RemOverflow };
                    self.panic_if(overflow, kind, Vec::new(), span)?;
                }
            }
            CheckedOp::Shl | CheckedOp::ShrS | CheckedOp::ShrU => {
                let width = self.b.iconst(ty, u64::from(ty.bits()));
                let too_far = self.b.compare(Cond::GeU, b, width);
                self.panic_if(too_far, kind, Vec::new(), span)?;
            }
        }
        Ok(self.b.binary(plain, a, b))
    }

    /// [`Lowerer::check_bounds`] in a `#[track_caller]` function.
    pub(crate) fn check_bounds_for_caller(&mut self, index: Value, len: Value) -> R<()> {
        let outside = self.b.compare(Cond::GeU, index, len);
        self.panic_if(outside, TrapKind::Bounds, vec![index, len], self.b.origin().span)
    }

    /// Panic if `cond` holds: at the caller's location, where that is what is reported.
    pub(crate) fn panic_if(&mut self, cond: Value, kind: TrapKind, mut args: Vec<Value>, span: Span) -> R<()> {
        let (trap, next) = (self.b.create_block(), self.b.create_block());
        self.branch(cond, trap, next);
        self.b.switch_to_block(trap);
        let handler = self.cx.handler(kind, span)?;
        args.push(self.panic_location(span)?);
        self.b.call(handler, args, &[]);
        self.b.unreachable();
        self.b.switch_to_block(next);
        Ok(())
    }

    /// The location that a panic at `span` reports: the caller's in a `#[track_caller]` function.
    pub(crate) fn panic_location(&mut self, span: Span) -> R<Value> {
        match self.caller.clone() {
            Some(caller) => self.read_scalar(&caller, 0, Type::I64),
            None => {
                let location = self.cx.location(span)?;
                Ok(self.b.data_addr(location, 0))
            }
        }
    }

    /// Whether the exact result does not fit the operands' type: a `bool`.
    pub(crate) fn overflows(&mut self, op: Arithmetic, signed: bool, a: Value, b: Value) -> Value {
        let ty = self.b.ty(a);
        match (op, signed) {
            (Arithmetic::Add, false) => {
                let sum = self.b.binary(BinaryOp::Add, a, b);
                self.b.compare(Cond::LtU, sum, a)
            }
            (Arithmetic::Sub, false) => self.b.compare(Cond::LtU, a, b),
            (Arithmetic::Add, true) => {
                // The signs of both operands differ from that of the sum.
                let sum = self.b.binary(BinaryOp::Add, a, b);
                let x = self.b.binary(BinaryOp::Xor, a, sum);
                let y = self.b.binary(BinaryOp::Xor, b, sum);
                self.both_negative(x, y)
            }
            (Arithmetic::Sub, true) => {
                // The signs of the operands differ, and the difference's from the first's.
                let difference = self.b.binary(BinaryOp::Sub, a, b);
                let x = self.b.binary(BinaryOp::Xor, a, b);
                let y = self.b.binary(BinaryOp::Xor, a, difference);
                self.both_negative(x, y)
            }
            (Arithmetic::Mul, _) if ty != Type::I64 => {
                let (wide_a, wide_b) = (self.widen(a, signed), self.widen(b, signed));
                let product = self.b.binary(BinaryOp::Mul, wide_a, wide_b);
                let narrow = self.resize(product, ty, signed);
                let back = self.widen(narrow, signed);
                self.b.compare(Cond::Ne, product, back)
            }
            (Arithmetic::Mul, _) => self.product_overflows(signed, a, b),
        }
    }

    /// Whether both are negative: a `bool`.
    pub(crate) fn both_negative(&mut self, x: Value, y: Value) -> Value {
        let both = self.b.binary(BinaryOp::And, x, y);
        let ty = self.b.ty(both);
        let zero = self.b.iconst(ty, 0);
        self.b.compare(Cond::LtS, both, zero)
    }

    /// Whether a product of 64-bit integers overflows: dividing it by a factor does not give the other one.
    fn product_overflows(&mut self, signed: bool, a: Value, b: Value) -> Value {
        let product = self.b.binary(BinaryOp::Mul, a, b);
        let (zero, one) = (self.b.iconst(Type::I64, 0), self.b.iconst(Type::I64, 1));
        // Division by 0 and, for signed integers, by -1 is left out.
        let is_zero = self.b.compare(Cond::Eq, a, zero);
        if !signed {
            let divisor = self.b.select(is_zero, one, a);
            let quotient = self.b.binary(BinaryOp::DivU, product, divisor);
            let differs = self.b.compare(Cond::Ne, quotient, b);
            let never = self.b.bool(false);
            return self.b.select(is_zero, never, differs);
        }
        let minus_one = self.b.iconst(Type::I64, u64::MAX);
        let least = self.b.iconst(Type::I64, 1 << 63);
        let is_minus_one = self.b.compare(Cond::Eq, a, minus_one);
        let is_special = self.b.binary(BinaryOp::Or, is_zero, is_minus_one);
        let divisor = self.b.select(is_special, one, a);
        let quotient = self.b.binary(BinaryOp::DivS, product, divisor);
        let differs = self.b.compare(Cond::Ne, quotient, b);
        let negates_least = self.b.compare(Cond::Eq, b, least);
        let special = self.b.binary(BinaryOp::And, is_minus_one, negates_least);
        self.b.select(is_special, special, differs)
    }
}

fn arithmetic_of(op: CheckedOp) -> Arithmetic {
    match op {
        CheckedOp::AddS | CheckedOp::AddU => Arithmetic::Add,
        CheckedOp::SubS | CheckedOp::SubU => Arithmetic::Sub,
        _ => Arithmetic::Mul,
    }
}
