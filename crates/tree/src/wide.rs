//! Integers of 128 bits. They are carried as two words, the low half first, and computed with the host's own.

use crate::Stop;
use crate::arith;
use crate::eval::{Interpreter, variant_of_tag};
use crate::node::{Code, IntrinsicCall, Num, Number, Wide};
use stair_sema::defs::LangFn;
use stair_sema::ids::ExprId;
use stair_sema::intrinsics::Intrinsic;
use stair_sema::typed::BinOp;

/// The two words of an integer's bits.
pub(crate) fn halves(bits: i128) -> (u64, u64) {
    (bits as u64, (bits >> 64) as u64)
}

/// The bits in two words.
pub(crate) fn whole((low, high): (u64, u64)) -> i128 {
    (u128::from(low) | u128::from(high) << 64) as i128
}

/// How two of them compare.
pub(crate) fn order(signed: bool, a: i128, b: i128) -> std::cmp::Ordering {
    if signed { a.cmp(&b) } else { (a as u128).cmp(&(b as u128)) }
}

/// What an operator other than a shift gives, `bool`s as 0 or 1; or the handler that reports why it gives nothing.
/// `checked`: overflow panics.
fn binary(op: BinOp, signed: bool, a: i128, b: i128, checked: bool) -> Result<i128, LangFn> {
    let (x, y) = (a as u128, b as u128);
    let narrow = |exact: Option<i128>, unsigned: Option<u128>, wrapped: i128, overflow: LangFn| {
        let overflows = if signed { exact.is_none() } else { unsigned.is_none() };
        if checked && overflows { Err(overflow) } else { Ok(wrapped) }
    };
    match op {
        BinOp::Add => narrow(a.checked_add(b), x.checked_add(y), a.wrapping_add(b), LangFn::PanicAddOverflow),
        BinOp::Sub => narrow(a.checked_sub(b), x.checked_sub(y), a.wrapping_sub(b), LangFn::PanicSubOverflow),
        BinOp::Mul => narrow(a.checked_mul(b), x.checked_mul(y), a.wrapping_mul(b), LangFn::PanicMulOverflow),
        BinOp::Div if b == 0 => Err(LangFn::PanicDivZero),
        BinOp::Rem if b == 0 => Err(LangFn::PanicRemZero),
        BinOp::Div if signed => a.checked_div(b).ok_or(LangFn::PanicDivOverflow),
        BinOp::Rem if signed => a.checked_rem(b).ok_or(LangFn::PanicRemOverflow),
        BinOp::Div => Ok((x / y) as i128),
        BinOp::Rem => Ok((x % y) as i128),
        BinOp::BitAnd => Ok(a & b),
        BinOp::BitOr => Ok(a | b),
        BinOp::BitXor => Ok(a ^ b),
        _ => {
            let order = order(signed, a, b);
            Ok(i128::from(match op {
                BinOp::Eq => order.is_eq(),
                BinOp::Ne => order.is_ne(),
                BinOp::Lt => order.is_lt(),
                BinOp::Le => order.is_le(),
                BinOp::Gt => order.is_gt(),
                _ => order.is_ge(),
            }))
        }
    }
}

/// A shift by an amount modulo 128.
fn shift(op: BinOp, signed: bool, a: i128, amount: u32) -> i128 {
    match op {
        BinOp::Shl => a.wrapping_shl(amount),
        _ if signed => a.wrapping_shr(amount),
        _ => (a as u128).wrapping_shr(amount) as i128,
    }
}

/// `value as to`. The value of a narrower type is in the low word.
fn cast(value: (u64, u64), from: Number, to: Number) -> (u64, u64) {
    let bits = whole(value);
    match (from, to) {
        (Number::Narrow(from @ (Num::F32 | Num::F64)), Number::Wide { signed }) => {
            let float = f64::from_bits(arith::cast(from, Num::F64, value.0));
            halves(if signed { float as i128 } else { float as u128 as i128 })
        }
        (Number::Narrow(from), Number::Wide { .. }) => extended(from, value.0),
        (Number::Wide { signed }, Number::Narrow(Num::F64)) => {
            (if signed { bits as f64 } else { bits as u128 as f64 }.to_bits(), 0)
        }
        (Number::Wide { signed }, Number::Narrow(Num::F32)) => {
            (u64::from(if signed { bits as f32 } else { bits as u128 as f32 }.to_bits()), 0)
        }
        (Number::Wide { .. }, Number::Narrow(to)) => (to.normalize(value.0), 0),
        _ => value,
    }
}

/// A narrower integer in two words.
fn extended(num: Num, value: u64) -> (u64, u64) {
    (value, if num.is_signed() { ((value as i64) >> 63) as u64 } else { 0 })
}

impl<'a> Interpreter<'a> {
    /// A number in two words; a narrower one is in the first, as it is held.
    fn words(&mut self, code: &'a Code, id: ExprId, number: Number) -> Result<(u64, u64), Stop> {
        match number {
            Number::Wide { .. } => self.pair(code, id),
            Number::Narrow(_) => Ok((self.scalar(code, id)?, 0)),
        }
    }

    /// An operation of which an operand or the result is such an integer.
    pub(crate) fn wide(&mut self, code: &'a Code, wide: &'a Wide) -> Result<(u64, u64), Stop> {
        match wide {
            Wide::Neg { arg, signed, location } => {
                let value = whole(self.pair(code, *arg)?);
                let result = binary(BinOp::Sub, *signed, 0, value, self.options.overflow_checks);
                self.wide_checked(code, result.map_err(|_| LangFn::PanicNegOverflow), *location).map(halves)
            }
            Wide::Not { arg } => Ok(halves(!whole(self.pair(code, *arg)?))),
            Wide::Binary { op, numbers, args: [a, b], location } => {
                let a = self.words(code, *a, numbers[0])?;
                let b = self.words(code, *b, numbers[1])?;
                self.wide_operator(code, *op, *numbers, (a, b), *location)
            }
            Wide::Cast { arg, from, to } => Ok(cast(self.words(code, *arg, *from)?, *from, *to)),
            Wide::EnumToInt { arg, layout, discriminants } => {
                let variant = variant_of_tag(layout, self.scalar(code, *arg)?);
                Ok(halves(discriminants.get(variant as usize).copied().unwrap_or(0)))
            }
        }
    }

    /// `place op= value`
    pub(crate) fn wide_assign(
        &mut self,
        code: &'a Code,
        (op, numbers): (BinOp, [Number; 2]),
        [place, value]: [ExprId; 2],
        location: u64,
    ) -> Result<(), Stop> {
        let b = self.words(code, value, numbers[1])?;
        let (address, _) = self.place(code, place)?;
        let a = match numbers[0] {
            Number::Wide { .. } => self.memory.load_pair(address)?,
            Number::Narrow(num) => (self.memory.load(num, address)?, 0),
        };
        let result = self.wide_operator(code, op, numbers, (a, b), location)?;
        match numbers[0] {
            Number::Wide { .. } => self.memory.store_pair(address, result),
            Number::Narrow(num) => self.memory.store(num, address, result.0),
        }
    }

    /// An operator; the operands of a shift need not be of one type.
    fn wide_operator(
        &mut self,
        code: &'a Code,
        op: BinOp,
        numbers: [Number; 2],
        (a, b): ((u64, u64), (u64, u64)),
        location: u64,
    ) -> Result<(u64, u64), Stop> {
        let checked = self.options.overflow_checks;
        if !op.is_shift() {
            let Number::Wide { signed } = numbers[0] else { return Err(Stop::BROKEN) };
            let result = binary(op, signed, whole(a), whole(b), checked);
            return self.wide_checked(code, result, location).map(halves);
        }
        // A negative amount is a huge one when read as unsigned, and so out of range.
        let amount = match numbers[1] {
            Number::Narrow(num) => whole(extended(num, b.0)) as u128,
            Number::Wide { .. } => whole(b) as u128,
        };
        match numbers[0] {
            Number::Narrow(num) => {
                let amount = if checked { u64::try_from(amount).unwrap_or(u64::MAX) } else { amount as u64 };
                let result = arith::shift(op, num, a.0, amount, checked);
                let result = result.map(|value| halves(i128::from(value)));
                self.wide_checked(code, result.map(whole), location).map(halves)
            }
            Number::Wide { signed } => {
                let too_far = if op == BinOp::Shl { LangFn::PanicShlOverflow } else { LangFn::PanicShrOverflow };
                let result = if checked && amount >= 128 {
                    Err(too_far)
                } else {
                    Ok(shift(op, signed, whole(a), amount as u32 % 128))
                };
                self.wide_checked(code, result, location).map(halves)
            }
        }
    }

    fn wide_checked(&mut self, code: &'a Code, result: Result<i128, LangFn>, location: u64) -> Result<i128, Stop> {
        match result {
            Ok(value) => Ok(value),
            Err(handler) => {
                let location = self.location(code, location)?;
                Err(self.panic(handler, &[location]))
            }
        }
    }

    /// An intrinsic on such integers; `None` if it does not look at their bits.
    pub(crate) fn wide_intrinsic(
        &mut self,
        code: &'a Code,
        call: &'a IntrinsicCall,
        signed: bool,
    ) -> Result<Option<(u64, u64)>, Stop> {
        use Intrinsic as I;
        let arg = |index: usize| call.args.get(index).copied().ok_or(Stop::BROKEN);
        let op = match call.which {
            I::WrappingAdd | I::AddOverflows => BinOp::Add,
            I::WrappingSub | I::SubOverflows => BinOp::Sub,
            I::WrappingMul | I::MulOverflows => BinOp::Mul,
            I::UncheckedDiv => BinOp::Div,
            I::UncheckedRem => BinOp::Rem,
            I::WrappingShl | I::WrappingShr | I::RotateLeft | I::RotateRight => {
                let a = whole(self.pair(code, arg(0)?)?);
                let by = self.scalar(code, arg(1)?)? as u32;
                return Ok(Some(halves(match call.which {
                    I::WrappingShl => shift(BinOp::Shl, signed, a, by),
                    I::WrappingShr => shift(BinOp::Shr, signed, a, by),
                    I::RotateLeft => a.rotate_left(by),
                    _ => a.rotate_right(by),
                })));
            }
            I::CountOnes | I::LeadingZeros | I::TrailingZeros | I::SwapBytes => {
                let a = whole(self.pair(code, arg(0)?)?);
                return Ok(Some(match call.which {
                    I::SwapBytes => halves(a.swap_bytes()),
                    I::CountOnes => (u64::from(a.count_ones()), 0),
                    I::LeadingZeros => (u64::from(a.leading_zeros()), 0),
                    _ => (u64::from(a.trailing_zeros()), 0),
                }));
            }
            _ => return Ok(None),
        };
        let a = whole(self.pair(code, arg(0)?)?);
        let b = whole(self.pair(code, arg(1)?)?);
        if matches!(call.which, I::AddOverflows | I::SubOverflows | I::MulOverflows) {
            return Ok(Some((u64::from(binary(op, signed, a, b, true).is_err()), 0)));
        }
        binary(op, signed, a, b, false).map(|result| Some(halves(result))).map_err(|_| Stop::BROKEN)
    }
}
