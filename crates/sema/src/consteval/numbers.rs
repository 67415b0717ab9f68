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
    if value == int.max() {
        format!("{}::MAX", int.as_str())
    } else if int.is_signed() && value == int.min() {
        format!("{}::MIN", int.as_str())
    } else {
        format!("{value}_{}", int.as_str())
    }
}

/// The value's low bits, read as the type says.
pub(crate) fn wrap(value: i128, int: IntTy) -> i128 {
    let shift = 128 - int.bits();
    if int.is_signed() { (value << shift) >> shift } else { ((value << shift) as u128 >> shift) as i128 }
}

/// An operator on two integers; the second operand of a shift has its own type. Comparisons yield 0 or 1.
pub(crate) fn int_binary(op: BinOp, a: i128, b: i128, int: IntTy, rhs: IntTy) -> Result<i128, Failure> {
    let (x, y) = (|| show(a, int), || show(b, rhs));
    let overflow = |message| Err(Failure { message, overflow: true });
    let panic = |message| Err(Failure { message, overflow: false });
    let exact = match op {
        BinOp::Add => a + b,
        BinOp::Sub => a - b,
        BinOp::Mul => match a.checked_mul(b) {
            Some(product) => product,
            None => return overflow(format!("attempt to compute `{} * {}`, which would overflow", x(), y())),
        },
        BinOp::Div if b == 0 => return panic(format!("attempt to divide `{}` by zero", x())),
        BinOp::Rem if b == 0 => {
            return panic(format!("attempt to calculate the remainder of `{}` with a divisor of zero", x()));
        }
        BinOp::Div | BinOp::Rem if int.is_signed() && a == int.min() && b == -1 => {
            let (what, sign) = if op == BinOp::Div { ("", '/') } else { ("", '%') };
            return panic(format!("attempt to compute {what}`{} {sign} {}`, which would overflow", x(), y()));
        }
        BinOp::Div => a / b,
        BinOp::Rem => a % b,
        BinOp::BitAnd => a & b,
        BinOp::BitOr => a | b,
        BinOp::BitXor => a ^ b,
        BinOp::Shl | BinOp::Shr if b < 0 || b >= i128::from(int.bits()) => {
            let side = if op == BinOp::Shl { "left" } else { "right" };
            return overflow(format!("attempt to shift {side} by `{}`, which would overflow", y()));
        }
        BinOp::Shl => return Ok(wrap(a << b, int)),
        BinOp::Shr => a >> b,
        BinOp::Eq => i128::from(a == b),
        BinOp::Ne => i128::from(a != b),
        BinOp::Lt => i128::from(a < b),
        BinOp::Le => i128::from(a <= b),
        BinOp::Gt => i128::from(a > b),
        BinOp::Ge => i128::from(a >= b),
    };
    if !op.is_comparison() && (exact < int.min() || exact > int.max()) {
        return overflow(format!("attempt to compute `{} {} {}`, which would overflow", x(), op.as_str(), y()));
    }
    Ok(exact)
}

/// `-a` on an integer.
pub(crate) fn int_neg(a: i128, int: IntTy) -> Result<i128, Failure> {
    if a == int.min() {
        let message = format!("attempt to negate `{}`, which would overflow", show(a, int));
        return Err(Failure { message, overflow: true });
    }
    Ok(-a)
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
    // 128 bits hold every value that any of our integer types can saturate to.
    (to_f64(bits, float) as i128).clamp(int.min(), int.max())
}

/// An integer to a float, to nearest even.
pub(crate) fn int_to_float(value: i128, float: FloatTy) -> i128 {
    match float {
        FloatTy::F32 => i128::from((value as f32).to_bits()),
        FloatTy::F64 => i128::from((value as f64).to_bits()),
    }
}
