//! What the bytecode's arithmetic means, for the stepping interpreter: written from the instruction table, once for all
//! widths, and apart from the fast loop's own table, so that comparing the two tests both.

use stair_bytecode::op::Op;
use stair_bytecode::scalar::{Scalar, type_mask};
use stair_ir::inst::TrapKind;

/// How an operation on two operands ends.
pub(crate) enum Outcome {
    /// With a value.
    Value(u64),
    /// With a panic of the kind that the trap table says.
    Panic,
    /// With a panic because a quotient overflows.
    QuotientOverflow,
}

/// The integer that a cell holds.
fn integer(ty: Scalar, cell: u64) -> i128 {
    if ty.is_signed() {
        let shift = 64 - ty.bits();
        i128::from(((cell << shift) as i64) >> shift)
    } else {
        i128::from(cell)
    }
}

/// The cell for an integer, cut to the width.
fn cell(ty: Scalar, value: i128) -> u64 {
    value as u64 & type_mask(ty.cell())
}

/// An operation on two operands: `a` is the lower one.
pub(crate) fn binary(op: Op, ty: Scalar, a: u64, b: u64) -> Outcome {
    if matches!(op, Op::Eq | Op::Ne | Op::Lt | Op::Le | Op::Gt | Op::Ge) {
        return Outcome::Value(u64::from(compare(op, ty, a, b)));
    }
    if ty.is_float() {
        return Outcome::Value(float_binary(op, ty, a, b));
    }
    let (x, y) = (integer(ty, a), integer(ty, b));
    let width = i128::from(ty.bits());
    let distance = (b % u64::from(ty.bits())) as u32;
    let exact = |value: Option<i128>| match value {
        Some(v) if integer(ty, cell(ty, v)) == v => Outcome::Value(cell(ty, v)),
        _ => Outcome::Panic,
    };
    let wrapped = |value: i128| Outcome::Value(cell(ty, value));
    match op {
        Op::Add => exact(Some(x + y)),
        Op::Sub => exact(Some(x - y)),
        Op::Mul => exact(x.checked_mul(y)),
        Op::Div | Op::Rem if y == 0 => Outcome::Panic,
        Op::Div | Op::Rem if integer(ty, cell(ty, x / y)) != x / y => Outcome::QuotientOverflow,
        Op::Div => wrapped(x / y),
        Op::Rem => wrapped(x % y),
        Op::Shl | Op::Shr if b >= width as u64 => Outcome::Panic,
        Op::Shl | Op::ShlWrap => wrapped(i128::from(a << distance)),
        Op::Shr | Op::ShrWrap => wrapped(x >> distance),
        Op::AddWrap => wrapped(x + y),
        Op::SubWrap => wrapped(x - y),
        Op::MulWrap => wrapped(x.wrapping_mul(y)),
        Op::DivNonzero => wrapped(x.checked_div(y).unwrap_or(0)),
        Op::RemNonzero => wrapped(x.checked_rem(y).unwrap_or(0)),
        Op::And => wrapped(x & y),
        Op::Or => wrapped(x | y),
        Op::Xor => wrapped(x ^ y),
        Op::Rotl => wrapped(i128::from(a << distance) | (i128::from(a) >> (ty.bits() - distance))),
        Op::Rotr => wrapped((i128::from(a) >> distance) | (i128::from(a) << (ty.bits() - distance))),
        // No other instruction takes two integers.
        _ => Outcome::Value(0),
    }
}

fn compare(op: Op, ty: Scalar, a: u64, b: u64) -> bool {
    let order = match ty {
        Scalar::F32 => f32::from_bits(a as u32).partial_cmp(&f32::from_bits(b as u32)),
        Scalar::F64 => f64::from_bits(a).partial_cmp(&f64::from_bits(b)),
        _ => Some(integer(ty, a).cmp(&integer(ty, b))),
    };
    match op {
        Op::Eq => order.is_some_and(|o| o.is_eq()),
        Op::Ne => order.is_none_or(|o| o.is_ne()),
        Op::Lt => order.is_some_and(|o| o.is_lt()),
        Op::Le => order.is_some_and(|o| o.is_le()),
        Op::Gt => order.is_some_and(|o| o.is_gt()),
        _ => order.is_some_and(|o| o.is_ge()),
    }
}

macro_rules! float_operations {
    ($binary:ident $unary:ident $float:ident) => {
        fn $binary(op: Op, a: $float, b: $float) -> $float {
            match op {
                Op::FAdd => a + b,
                Op::FSub => a - b,
                Op::FMul => a * b,
                Op::FDiv => a / b,
                Op::FRem => a % b,
                _ => a.copysign(b),
            }
        }

        fn $unary(op: Op, a: $float) -> $float {
            match op {
                Op::FNeg => -a,
                Op::FAbs => a.abs(),
                Op::FSqrt => a.sqrt(),
                Op::FCeil => a.ceil(),
                Op::FFloor => a.floor(),
                Op::FTrunc => a.trunc(),
                _ => a.round_ties_even(),
            }
        }
    };
}
float_operations!(binary_f32 unary_f32 f32);
float_operations!(binary_f64 unary_f64 f64);

fn float_binary(op: Op, ty: Scalar, a: u64, b: u64) -> u64 {
    if ty == Scalar::F32 {
        u64::from(binary_f32(op, f32::from_bits(a as u32), f32::from_bits(b as u32)).to_bits())
    } else {
        binary_f64(op, f64::from_bits(a), f64::from_bits(b)).to_bits()
    }
}

/// An operation on one operand.
pub(crate) fn unary(op: Op, ty: Scalar, a: u64) -> u64 {
    match (op, ty) {
        (Op::Clz, _) => u64::from(a.leading_zeros() - (64 - ty.bits())),
        (Op::Ctz, _) => u64::from(a.trailing_zeros().min(ty.bits())),
        (Op::Popcnt, _) => u64::from(a.count_ones()),
        (Op::Bswap, _) => a.swap_bytes() >> (64 - ty.bits()),
        (_, Scalar::F32) => u64::from(unary_f32(op, f32::from_bits(a as u32)).to_bits()),
        _ => unary_f64(op, f64::from_bits(a)).to_bits(),
    }
}

/// Rust's `as`.
pub(crate) fn cast(from: Scalar, to: Scalar, a: u64) -> u64 {
    let float = match from {
        Scalar::F32 => f64::from(f32::from_bits(a as u32)),
        _ => f64::from_bits(a),
    };
    match (from.is_float(), to) {
        (true, Scalar::F32) => u64::from((float as f32).to_bits()),
        (true, Scalar::F64) => float.to_bits(),
        (true, _) => {
            // `as i128` saturates far outside every width; then to the width's own limits. NaN gives 0.
            let (min, max) = limits(to);
            cell(to, (float as i128).clamp(min, max))
        }
        (false, Scalar::F32) => u64::from((integer(from, a) as f32).to_bits()),
        (false, Scalar::F64) => (integer(from, a) as f64).to_bits(),
        (false, _) => cell(to, integer(from, a)),
    }
}

/// The least and the greatest integer of a type.
fn limits(ty: Scalar) -> (i128, i128) {
    let bits = ty.bits();
    if ty.is_signed() { (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) } else { (0, (1 << bits) - 1) }
}

/// The kind of panic for a quotient that overflows, where the trap table says what a zero divisor is.
pub(crate) fn overflow_kind(kind: TrapKind) -> TrapKind {
    match kind {
        TrapKind::DivZero => TrapKind::DivOverflow,
        TrapKind::RemZero => TrapKind::RemOverflow,
        other => other,
    }
}
