//! Numbers: what operators yield, and why they fail, in `rustc`'s words.

use crate::ty::{FloatTy, IntTy};
use crate::typed::BinOp;

/// Why an operation fails.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Failure {
    /// `attempt to compute `u8::MAX + 1_u8`, which would overflow`.
    pub(crate) message: String,
    /// Whether it is the lint `arithmetic_overflow`; else it is `unconditional_panic`.
    pub(crate) overflow: bool,
}

/// A number as `rustc` shows it in such messages: `255_u8`, `u8::MAX`.
pub(crate) fn show(value: i128, int: IntTy) -> String {
    if value == int.max() as i128 {
        format!("{}::MAX", int.as_str())
    } else if int.is_signed() && value == int.min() {
        format!("{}::MIN", int.as_str())
    } else {
        format!("{}_{}", int.decimal(value), int.as_str())
    }
}

/// The value's low bits, read as the type says.
pub(crate) fn wrap(value: i128, int: IntTy) -> i128 {
    let shift = 128 - int.bits();
    if int.is_signed() { (value << shift) >> shift } else { ((value << shift) as u128 >> shift) as i128 }
}

/// Whether a value in 128 bits is one of the type.
fn fits(value: i128, int: IntTy) -> bool {
    int.is_wide() || value >= int.min() && value <= int.max() as i128
}

/// An operator on two integers; the second operand of a shift has its own type. Comparisons yield 0 or 1.
pub(crate) fn int_binary(op: BinOp, a: i128, b: i128, int: IntTy, rhs: IntTy) -> Result<i128, Failure> {
    let (x, y) = (|| show(a, int), || show(b, rhs));
    let overflow = |message| Err(Failure { message, overflow: true });
    let panic = |message| Err(Failure { message, overflow: false });
    // The values of `u128` are held as bits.
    let bits = |value: u128| value as i128;
    let is_u128 = int == IntTy::U128;
    let exact = match op {
        BinOp::Add if is_u128 => (a as u128).checked_add(b as u128).map(bits),
        BinOp::Sub if is_u128 => (a as u128).checked_sub(b as u128).map(bits),
        BinOp::Mul if is_u128 => (a as u128).checked_mul(b as u128).map(bits),
        BinOp::Add => a.checked_add(b),
        BinOp::Sub => a.checked_sub(b),
        BinOp::Mul => a.checked_mul(b),
        BinOp::Div if b == 0 => return panic(format!("attempt to divide `{}` by zero", x())),
        BinOp::Rem if b == 0 => {
            return panic(format!("attempt to calculate the remainder of `{}` with a divisor of zero", x()));
        }
        BinOp::Div | BinOp::Rem if int.is_signed() && a == int.min() && b == -1 => {
            let (what, sign) = if op == BinOp::Div { ("", '/') } else { ("", '%') };
            return panic(format!("attempt to compute {what}`{} {sign} {}`, which would overflow", x(), y()));
        }
        BinOp::Div if is_u128 => Some(bits(a as u128 / b as u128)),
        BinOp::Rem if is_u128 => Some(bits(a as u128 % b as u128)),
        BinOp::Div => Some(a / b),
        BinOp::Rem => Some(a % b),
        BinOp::BitAnd => Some(a & b),
        BinOp::BitOr => Some(a | b),
        BinOp::BitXor => Some(a ^ b),
        BinOp::Shl | BinOp::Shr if rhs.rank(b) < rhs.rank(0) || rhs.rank(b) >= rhs.rank(i128::from(int.bits())) => {
            let side = if op == BinOp::Shl { "left" } else { "right" };
            return overflow(format!("attempt to shift {side} by `{}`, which would overflow", y()));
        }
        BinOp::Shl => return Ok(wrap(a << b, int)),
        BinOp::Shr if is_u128 => Some(bits(a as u128 >> b)),
        BinOp::Shr => Some(a >> b),
        BinOp::Eq => return Ok(i128::from(a == b)),
        BinOp::Ne => return Ok(i128::from(a != b)),
        BinOp::Lt => return Ok(i128::from(int.rank(a) < int.rank(b))),
        BinOp::Le => return Ok(i128::from(int.rank(a) <= int.rank(b))),
        BinOp::Gt => return Ok(i128::from(int.rank(a) > int.rank(b))),
        BinOp::Ge => return Ok(i128::from(int.rank(a) >= int.rank(b))),
    };
    match exact.filter(|&exact| fits(exact, int)) {
        Some(exact) => Ok(exact),
        None => overflow(format!("attempt to compute `{} {} {}`, which would overflow", x(), op.as_str(), y())),
    }
}

/// `-a` on an integer.
pub(crate) fn int_neg(a: i128, int: IntTy) -> Result<i128, Failure> {
    if a == int.min() {
        let message = format!("attempt to negate `{}`, which would overflow", show(a, int));
        return Err(Failure { message, overflow: true });
    }
    Ok(-a)
}

/// `-literal`: the literal of the least value is one more than the greatest.
pub(crate) fn neg_literal(literal: i128, int: IntTy) -> i128 {
    wrap(literal.wrapping_neg(), int)
}

/// A float from its bits, widened to `f64`, which holds every `f32` exactly.
pub(crate) fn to_f64(bits: i128, float: FloatTy) -> f64 {
    match float {
        FloatTy::F32 => f64::from(f32::from_bits(bits as u32)),
        FloatTy::F64 => f64::from_bits(bits as u64),
    }
}

/// The bits of a float. Every NaN becomes the one with the least bits set, so that all machines agree.
pub(crate) fn float_bits(value: f64, float: FloatTy) -> i128 {
    match float {
        FloatTy::F32 if value.is_nan() => 0x7FC0_0000,
        FloatTy::F64 if value.is_nan() => 0x7FF8_0000_0000_0000,
        FloatTy::F32 => i128::from((value as f32).to_bits()),
        FloatTy::F64 => i128::from(value.to_bits()),
    }
}

/// An operator on two floats of the same type, given as bits. Comparisons yield 0 or 1.
pub(crate) fn float_binary(op: BinOp, a: i128, b: i128, float: FloatTy) -> i128 {
    let (x, y) = (to_f64(a, float), to_f64(b, float));
    match op {
        BinOp::Eq => return i128::from(x == y),
        BinOp::Ne => return i128::from(x != y),
        BinOp::Lt => return i128::from(x < y),
        BinOp::Le => return i128::from(x <= y),
        BinOp::Gt => return i128::from(x > y),
        BinOp::Ge => return i128::from(x >= y),
        _ => {}
    }
    match float {
        // Rounded once: computed as `f32`, which `f64` holds exactly.
        FloatTy::F32 => {
            let (x, y) = (f32::from_bits(a as u32), f32::from_bits(b as u32));
            float_bits(f64::from(arithmetic(op, x, y)), float)
        }
        FloatTy::F64 => float_bits(arithmetic(op, x, y), float),
    }
}

fn arithmetic<T>(op: BinOp, x: T, y: T) -> T
where
    T: std::ops::Add<Output = T>
        + std::ops::Sub<Output = T>
        + std::ops::Mul<Output = T>
        + std::ops::Div<Output = T>
        + std::ops::Rem<Output = T>,
{
    match op {
        BinOp::Add => x + y,
        BinOp::Sub => x - y,
        BinOp::Mul => x * y,
        BinOp::Div => x / y,
        _ => x % y,
    }
}

/// A float to an integer: towards zero, saturating, NaN to 0.
pub(crate) fn float_to_int(bits: i128, float: FloatTy, int: IntTy) -> i128 {
    let value = to_f64(bits, float);
    match int {
        IntTy::U128 => value as u128 as i128,
        _ => (value as i128).clamp(int.min(), int.max() as i128),
    }
}

/// An integer to a float, to nearest even.
pub(crate) fn int_to_float(value: i128, from: IntTy, float: FloatTy) -> i128 {
    match (float, from) {
        (FloatTy::F32, IntTy::U128) => i128::from((value as u128 as f32).to_bits()),
        (FloatTy::F64, IntTy::U128) => i128::from((value as u128 as f64).to_bits()),
        (FloatTy::F32, _) => i128::from((value as f32).to_bits()),
        (FloatTy::F64, _) => i128::from((value as f64).to_bits()),
    }
}
