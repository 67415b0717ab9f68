//! Integers of 128 bits, which the IR does not have: a value is two `I64`, the low half first. What is short is done here on
//! the halves; products, quotients and conversions from and to floats are calls of the library (see [`stair_sema::wide`]).

use crate::error::R;
use crate::function::Lowerer;
use crate::operators::Operand;
use crate::places::Val;
use stair_ir::entities::Value;
use stair_ir::inst::{BinaryOp, Cond, ConvertOp, TrapKind, Type, UnaryOp};
use stair_sema::defs::{Instance, LangFn};
use stair_sema::intrinsics::Intrinsic;
use stair_sema::ty::{IntTy, TyKind, TyList};
use stair_sema::typed::{BinOp, UnOp};
use stair_sema::wide::{cast_fn, intrinsic_fn, operator_fn};
use stair_source::Span;

/// The low and the high half.
type Halves = (Value, Value);

/// The two types.
fn wide_int(signed: bool) -> IntTy {
    if signed { IntTy::I128 } else { IntTy::U128 }
}

impl Lowerer<'_, '_> {
    /// A constant.
    pub(crate) fn wide_constant(&mut self, bits: i128) -> Halves {
        (self.b.iconst(Type::I64, bits as u64), self.b.iconst(Type::I64, (bits >> 64) as u64))
    }

    /// The halves of an integer, `bool` or `char` that was one scalar.
    pub(crate) fn widened(&mut self, value: Value, signed: bool) -> Halves {
        let low = self.widen(value, signed);
        (low, if signed { self.sign(low) } else { self.b.iconst(Type::I64, 0) })
    }

    /// All ones if the value is negative, else zero.
    fn sign(&mut self, value: Value) -> Value {
        let last = self.b.iconst(Type::I64, 63);
        self.b.binary(BinaryOp::ShrS, value, last)
    }

    fn each(&mut self, op: BinaryOp, a: Halves, b: Halves) -> Halves {
        (self.b.binary(op, a.0, b.0), self.b.binary(op, a.1, b.1))
    }

    /// `-x`, `!x`.
    pub(crate) fn wide_unary(&mut self, op: UnOp, a: Halves, span: Span) -> R<Val> {
        if op == UnOp::Not {
            let ones = self.wide_constant(-1);
            let (low, high) = self.each(BinaryOp::Xor, a, ones);
            return Ok(Val::Two(low, high));
        }
        let zero = self.wide_constant(0);
        if self.cx.checks_overflow() {
            let least = self.wide_constant(i128::MIN);
            let overflow = self.wide_compare(BinOp::Eq, true, a, least);
            self.panic_if(overflow, TrapKind::NegOverflow, Vec::new(), span)?;
        }
        let (low, high) = self.wide_sub(zero, a);
        Ok(Val::Two(low, high))
    }

    /// An operator on two of them, other than a shift.
    pub(crate) fn wide_binary(&mut self, op: BinOp, signed: bool, a: Halves, b: Halves, span: Span) -> R<Val> {
        let checks = self.cx.checks_overflow();
        let (low, high) = match op {
            BinOp::Add => {
                let sum = self.wide_add(a, b);
                if checks {
                    let overflow = self.add_overflows(signed, a, b, sum);
                    self.panic_if(overflow, TrapKind::AddOverflow, Vec::new(), span)?;
                }
                sum
            }
            BinOp::Sub => {
                let difference = self.wide_sub(a, b);
                if checks {
                    let overflow = self.sub_overflows(signed, a, b, difference);
                    self.panic_if(overflow, TrapKind::SubOverflow, Vec::new(), span)?;
                }
                difference
            }
            BinOp::BitAnd => self.each(BinaryOp::And, a, b),
            BinOp::BitOr => self.each(BinaryOp::Or, a, b),
            BinOp::BitXor => self.each(BinaryOp::Xor, a, b),
            BinOp::Mul | BinOp::Div | BinOp::Rem => {
                let function = operator_fn(op, wide_int(signed), checks);
                return self.wide_call(function, vec![a.0, a.1, b.0, b.1], &[Type::I64, Type::I64], span);
            }
            _ => return Ok(Val::One(self.wide_compare(op, signed, a, b))),
        };
        Ok(Val::Two(low, high))
    }

    /// Call a function of the library.
    fn wide_call(&mut self, which: Option<LangFn>, mut args: Vec<Value>, results: &[Type], span: Span) -> R<Val> {
        let Some(def) = which.and_then(|which| self.cx.program.lang(which)) else {
            return self.inconsistent("an operation on 128 bits that the library lacks");
        };
        let func = self.cx.func(Instance { def, args: TyList::EMPTY }, span)?;
        if self.cx.program.fn_def(def).track_caller {
            args.push(self.panic_location(span)?);
        }
        Ok(Val::of_values(&self.b.call(func, args, results)))
    }

    /// The sum, wrapping.
    pub(crate) fn wide_add(&mut self, a: Halves, b: Halves) -> Halves {
        let (low, high) = self.each(BinaryOp::Add, a, b);
        let carry = self.b.compare(Cond::LtU, low, a.0);
        let carry = self.widen(carry, false);
        (low, self.b.binary(BinaryOp::Add, high, carry))
    }

    fn wide_sub(&mut self, a: Halves, b: Halves) -> Halves {
        let (low, high) = self.each(BinaryOp::Sub, a, b);
        let borrow = self.b.compare(Cond::LtU, a.0, b.0);
        let borrow = self.widen(borrow, false);
        (low, self.b.binary(BinaryOp::Sub, high, borrow))
    }

    fn add_overflows(&mut self, signed: bool, a: Halves, b: Halves, sum: Halves) -> Value {
        if !signed {
            return self.wide_compare(BinOp::Lt, false, sum, a);
        }
        // The signs of both operands differ from that of the sum.
        let (x, y) = (self.b.binary(BinaryOp::Xor, a.1, sum.1), self.b.binary(BinaryOp::Xor, b.1, sum.1));
        self.both_negative(x, y)
    }

    fn sub_overflows(&mut self, signed: bool, a: Halves, b: Halves, difference: Halves) -> Value {
        if !signed {
            return self.wide_compare(BinOp::Lt, false, a, b);
        }
        // The signs of the operands differ, and the difference's from the first's.
        let (x, y) = (self.b.binary(BinaryOp::Xor, a.1, b.1), self.b.binary(BinaryOp::Xor, a.1, difference.1));
        self.both_negative(x, y)
    }

    /// A comparison: a `bool`.
    pub(crate) fn wide_compare(&mut self, op: BinOp, signed: bool, a: Halves, b: Halves) -> Value {
        if let BinOp::Eq | BinOp::Ne = op {
            let (low, high) = self.each(BinaryOp::Xor, a, b);
            let differs = self.b.binary(BinaryOp::Or, low, high);
            let zero = self.b.iconst(Type::I64, 0);
            return self.b.compare(if op == BinOp::Eq { Cond::Eq } else { Cond::Ne }, differs, zero);
        }
        let of = |signed| Operand::Int(Type::I64, signed).condition(op);
        let same = self.b.compare(Cond::Eq, a.1, b.1);
        let by_low = self.b.compare(of(false), a.0, b.0);
        let by_high = self.b.compare(of(signed), a.1, b.1);
        self.b.select(same, by_low, by_high)
    }

    /// A shift by an amount of any type. In the debug profile an amount of 128 or more, or below 0, panics.
    pub(crate) fn wide_shift(
        &mut self,
        op: BinOp,
        signed: bool,
        a: Halves,
        (amount, amount_signed): (Val, bool),
        span: Span,
    ) -> R<Val> {
        let (by, high) = match amount {
            Val::One(by) => (self.widen(by, amount_signed), None),
            Val::Two(by, high) => (by, Some(high)),
            _ => return self.inconsistent("a shift by what is not an integer"),
        };
        if self.cx.checks_overflow() {
            let width = self.b.iconst(Type::I64, 128);
            let mut too_far = self.b.compare(Cond::GeU, by, width);
            if let Some(high) = high {
                let zero = self.b.iconst(Type::I64, 0);
                let huge = self.b.compare(Cond::Ne, high, zero);
                too_far = self.b.binary(BinaryOp::Or, too_far, huge);
            }
            let kind = if op == BinOp::Shl { TrapKind::ShlOverflow } else { TrapKind::ShrOverflow };
            self.panic_if(too_far, kind, Vec::new(), span)?;
        }
        let (low, high) = match op {
            BinOp::Shl => self.wide_shl(a, by),
            _ => self.wide_shr(signed, a, by),
        };
        Ok(Val::Two(low, high))
    }

    /// Whether an amount modulo 128 is at least 64, and by how much bits stay away from crossing from half to half, less one.
    fn crossing(&mut self, by: Value) -> (Value, Value) {
        let bit = self.b.iconst(Type::I64, 64);
        let far = self.b.binary(BinaryOp::And, by, bit);
        let zero = self.b.iconst(Type::I64, 0);
        let far = self.b.compare(Cond::Ne, far, zero);
        let ones = self.b.iconst(Type::I64, u64::MAX);
        (far, self.b.binary(BinaryOp::Xor, by, ones))
    }

    /// Shift left by the amount modulo 128.
    fn wide_shl(&mut self, (low, high): Halves, by: Value) -> Halves {
        let (far, rest) = self.crossing(by);
        let (zero, one) = (self.b.iconst(Type::I64, 0), self.b.iconst(Type::I64, 1));
        let shifted = self.b.binary(BinaryOp::Shl, low, by);
        // What crosses: in two steps, as the halves' own shifts are modulo 64.
        let crossing = self.b.binary(BinaryOp::ShrU, low, one);
        let crossing = self.b.binary(BinaryOp::ShrU, crossing, rest);
        let high = self.b.binary(BinaryOp::Shl, high, by);
        let high = self.b.binary(BinaryOp::Or, high, crossing);
        (self.b.select(far, zero, shifted), self.b.select(far, shifted, high))
    }

    /// Shift right by the amount modulo 128.
    fn wide_shr(&mut self, signed: bool, (low, high): Halves, by: Value) -> Halves {
        let (far, rest) = self.crossing(by);
        let one = self.b.iconst(Type::I64, 1);
        let shifted = self.b.binary(if signed { BinaryOp::ShrS } else { BinaryOp::ShrU }, high, by);
        let crossing = self.b.binary(BinaryOp::Shl, high, one);
        let crossing = self.b.binary(BinaryOp::Shl, crossing, rest);
        let low = self.b.binary(BinaryOp::ShrU, low, by);
        let low = self.b.binary(BinaryOp::Or, low, crossing);
        let fill = if signed { self.sign(high) } else { self.b.iconst(Type::I64, 0) };
        (self.b.select(far, shifted, low), self.b.select(far, fill, shifted))
    }

    /// `value as to`, where one of the types is of 128 bits and neither is an enum.
    pub(crate) fn wide_cast(&mut self, value: Val, from: &TyKind, to: &TyKind) -> R<Val> {
        let span = self.b.origin().span;
        let from_signed = matches!(from, TyKind::Int(int) if int.is_signed());
        match (value, from, to) {
            (Val::Two(low, high), TyKind::Int(_), TyKind::Float(_)) => {
                let result = if *to == TyKind::Float(stair_sema::ty::FloatTy::F32) { Type::F32 } else { Type::F64 };
                self.wide_call(cast_fn(from, to), vec![low, high], &[result], span)
            }
            (Val::One(value), TyKind::Float(_), TyKind::Int(_)) => {
                let value = match self.b.ty(value) {
                    Type::F32 => self.b.convert(ConvertOp::Promote, Type::F64, value),
                    _ => value,
                };
                self.wide_call(cast_fn(from, to), vec![value], &[Type::I64, Type::I64], span)
            }
            (Val::Two(..), _, TyKind::Int(int)) if int.is_wide() => Ok(value),
            (Val::Two(low, _), _, TyKind::Int(int)) => {
                let ty = crate::operators::int_type(*int);
                Ok(Val::One(self.resize(low, ty, false)))
            }
            (Val::One(value), _, TyKind::Int(_)) => {
                let (low, high) = self.widened(value, from_signed);
                Ok(Val::Two(low, high))
            }
            _ => self.inconsistent("a cast of 128 bits to what is not a number"),
        }
    }

    /// An intrinsic on such integers; the arguments are evaluated.
    pub(crate) fn wide_intrinsic(&mut self, intrinsic: Intrinsic, signed: bool, args: &[Val]) -> R<Option<Val>> {
        use Intrinsic as I;
        let span = self.b.origin().span;
        let two = |(low, high): Halves| Ok(Some(Val::Two(low, high)));
        let one = |value: Value| Ok(Some(Val::One(value)));
        match *args {
            [Val::Two(a0, a1), Val::Two(b0, b1)] => {
                let (a, b) = ((a0, a1), (b0, b1));
                match intrinsic {
                    I::WrappingAdd => two(self.wide_add(a, b)),
                    I::WrappingSub => two(self.wide_sub(a, b)),
                    I::AddOverflows => {
                        let sum = self.wide_add(a, b);
                        one(self.add_overflows(signed, a, b, sum))
                    }
                    I::SubOverflows => {
                        let difference = self.wide_sub(a, b);
                        one(self.sub_overflows(signed, a, b, difference))
                    }
                    _ => {
                        let results: &[Type] =
                            if intrinsic == I::MulOverflows { &[Type::I8] } else { &[Type::I64, Type::I64] };
                        let function = intrinsic_fn(intrinsic, wide_int(signed));
                        self.wide_call(function, vec![a0, a1, b0, b1], results, span).map(Some)
                    }
                }
            }
            [Val::Two(low, high), Val::One(amount)] => {
                let by = self.widen(amount, false);
                let a = (low, high);
                match intrinsic {
                    I::WrappingShl => two(self.wide_shl(a, by)),
                    I::WrappingShr => two(self.wide_shr(signed, a, by)),
                    I::RotateLeft | I::RotateRight => {
                        let zero = self.b.iconst(Type::I64, 0);
                        let back = self.b.binary(BinaryOp::Sub, zero, by);
                        let (left, right) = if intrinsic == I::RotateLeft { (by, back) } else { (back, by) };
                        let (x, y) = (self.wide_shl(a, left), self.wide_shr(false, a, right));
                        two(self.each(BinaryOp::Or, x, y))
                    }
                    _ => Ok(None),
                }
            }
            [Val::Two(low, high)] => match intrinsic {
                I::SwapBytes => two((self.b.unary(UnaryOp::Bswap, high), self.b.unary(UnaryOp::Bswap, low))),
                I::CountOnes => {
                    let (x, y) = (self.b.unary(UnaryOp::Popcnt, low), self.b.unary(UnaryOp::Popcnt, high));
                    let count = self.b.binary(BinaryOp::Add, x, y);
                    one(self.resize(count, Type::I32, false))
                }
                I::LeadingZeros => one(self.zeros(UnaryOp::Clz, high, low)),
                I::TrailingZeros => one(self.zeros(UnaryOp::Ctz, low, high)),
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// The zeros at the end that `first` is, going on in `second`; a half of zeros has 64.
    fn zeros(&mut self, op: UnaryOp, first: Value, second: Value) -> Value {
        let (x, y) = (self.b.unary(op, first), self.b.unary(op, second));
        let half = self.b.iconst(Type::I64, 64);
        let further = self.b.binary(BinaryOp::Add, y, half);
        let zero = self.b.iconst(Type::I64, 0);
        let is_zero = self.b.compare(Cond::Eq, first, zero);
        let count = self.b.select(is_zero, further, x);
        self.resize(count, Type::I32, false)
    }
}
