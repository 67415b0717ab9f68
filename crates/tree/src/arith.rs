//! Arithmetic on scalars, written against Rust's reference alone and shared with no other engine.

use crate::node::Num;
use stair_sema::defs::LangFn;
use stair_sema::typed::BinOp;

/// The result of an operator, or the handler that reports why there is none.
pub(crate) type Arith = Result<u64, LangFn>;

/// An operator other than a shift on two scalars of one type. `checked`: overflow panics.
#[inline]
pub(crate) fn binary(op: BinOp, num: Num, a: u64, b: u64, checked: bool) -> Arith {
    match num {
        Num::I32 | Num::I64 | Num::I8 | Num::I16 => signed(op, num, a as i64, b as i64, checked),
        Num::U8 | Num::U16 | Num::U32 | Num::U64 => unsigned(op, num, a, b, checked),
        Num::F64 => Ok(float(op, f64::from_bits(a), f64::from_bits(b), f64::to_bits)),
        Num::F32 => Ok(float(op, f32::from_bits(a as u32), f32::from_bits(b as u32), |x| u64::from(x.to_bits()))),
    }
}

#[inline]
fn signed(op: BinOp, num: Num, a: i64, b: i64, checked: bool) -> Arith {
    let narrow = |exact: Option<i64>, wrapped: i64, overflow: LangFn| {
        let value = num.normalize(wrapped as u64);
        if checked && exact != Some(value as i64) { Err(overflow) } else { Ok(value) }
    };
    match op {
        BinOp::Add => narrow(a.checked_add(b), a.wrapping_add(b), LangFn::PanicAddOverflow),
        BinOp::Sub => narrow(a.checked_sub(b), a.wrapping_sub(b), LangFn::PanicSubOverflow),
        BinOp::Mul => narrow(a.checked_mul(b), a.wrapping_mul(b), LangFn::PanicMulOverflow),
        BinOp::Div | BinOp::Rem => {
            let is_div = op == BinOp::Div;
            if b == 0 {
                return Err(if is_div { LangFn::PanicDivZero } else { LangFn::PanicRemZero });
            }
            let exact = if is_div { a.checked_div(b) } else { a.checked_rem(b) };
            let least = i64::MIN >> (64 - num.bits());
            match exact {
                Some(value) if !(b == -1 && a == least) => Ok(value as u64),
                _ => Err(if is_div { LangFn::PanicDivOverflow } else { LangFn::PanicRemOverflow }),
            }
        }
        BinOp::BitAnd => Ok((a & b) as u64),
        BinOp::BitOr => Ok((a | b) as u64),
        BinOp::BitXor => Ok((a ^ b) as u64),
        _ => Ok(compare(op, &a, &b)),
    }
}

#[inline]
fn unsigned(op: BinOp, num: Num, a: u64, b: u64, checked: bool) -> Arith {
    let narrow = |exact: Option<u64>, wrapped: u64, overflow: LangFn| {
        let value = num.normalize(wrapped);
        if checked && exact != Some(value) { Err(overflow) } else { Ok(value) }
    };
    match op {
        BinOp::Add => narrow(a.checked_add(b), a.wrapping_add(b), LangFn::PanicAddOverflow),
        BinOp::Sub => narrow(a.checked_sub(b), a.wrapping_sub(b), LangFn::PanicSubOverflow),
        BinOp::Mul => narrow(a.checked_mul(b), a.wrapping_mul(b), LangFn::PanicMulOverflow),
        BinOp::Div => a.checked_div(b).ok_or(LangFn::PanicDivZero),
        BinOp::Rem => a.checked_rem(b).ok_or(LangFn::PanicRemZero),
        BinOp::BitAnd => Ok(a & b),
        BinOp::BitOr => Ok(a | b),
        BinOp::BitXor => Ok(a ^ b),
        _ => Ok(compare(op, &a, &b)),
    }
}

#[inline]
fn float<F>(op: BinOp, a: F, b: F, bits: impl Fn(F) -> u64) -> u64
where
    F: PartialOrd
        + std::ops::Add<Output = F>
        + std::ops::Sub<Output = F>
        + std::ops::Mul<Output = F>
        + std::ops::Div<Output = F>
        + std::ops::Rem<Output = F>,
{
    match op {
        BinOp::Add => bits(a + b),
        BinOp::Sub => bits(a - b),
        BinOp::Mul => bits(a * b),
        BinOp::Div => bits(a / b),
        BinOp::Rem => bits(a % b),
        _ => compare(op, &a, &b),
    }
}

/// A comparison; 0 for an operator that is none.
#[inline]
fn compare<T: PartialOrd>(op: BinOp, a: &T, b: &T) -> u64 {
    u64::from(match op {
        BinOp::Eq => a == b,
        BinOp::Ne => a != b,
        BinOp::Lt => a < b,
        BinOp::Le => a <= b,
        BinOp::Gt => a > b,
        BinOp::Ge => a >= b,
        _ => false,
    })
}

/// `a << b` or `a >> b` with the amount of type `rhs`. Checked: an amount outside `0..width` panics; else it is masked.
#[inline]
pub(crate) fn shift(op: BinOp, num: Num, a: u64, b: u64, checked: bool) -> Arith {
    // A negative amount is a huge one when read as unsigned, and so out of range.
    if checked && b >= u64::from(num.bits()) {
        return Err(if op == BinOp::Shl { LangFn::PanicShlOverflow } else { LangFn::PanicShrOverflow });
    }
    let amount = (b & u64::from(num.bits() - 1)) as u32;
    Ok(match op {
        BinOp::Shl => num.normalize(a << amount),
        _ if num.is_signed() => ((a as i64) >> amount) as u64,
        _ => a >> amount,
    })
}

/// `-a`.
#[inline]
pub(crate) fn negate(num: Num, a: u64, checked: bool) -> Arith {
    match num {
        Num::F64 => Ok((-f64::from_bits(a)).to_bits()),
        Num::F32 => Ok(u64::from((-f32::from_bits(a as u32)).to_bits())),
        _ => {
            let value = num.normalize((a as i64).wrapping_neg() as u64);
            // Only the least value is its own negation, besides 0.
            if checked && value == a && a != 0 { Err(LangFn::PanicNegOverflow) } else { Ok(value) }
        }
    }
}

/// `a as to`.
#[inline]
pub(crate) fn cast(from: Num, to: Num, a: u64) -> u64 {
    match (from, to) {
        (Num::F64, _) => float_to(f64::from_bits(a), to),
        // Exact: every `f32` is an `f64`, and the conversion back gives the same one.
        (Num::F32, _) => float_to(f64::from(f32::from_bits(a as u32)), to),
        (_, Num::F64) if from.is_signed() => (a as i64 as f64).to_bits(),
        (_, Num::F64) => (a as f64).to_bits(),
        (_, Num::F32) if from.is_signed() => u64::from((a as i64 as f32).to_bits()),
        (_, Num::F32) => u64::from((a as f32).to_bits()),
        _ => to.normalize(a),
    }
}

fn float_to(a: f64, to: Num) -> u64 {
    match to {
        Num::I8 => a as i8 as i64 as u64,
        Num::I16 => a as i16 as i64 as u64,
        Num::I32 => a as i32 as i64 as u64,
        Num::I64 => a as i64 as u64,
        Num::U8 => u64::from(a as u8),
        Num::U16 => u64::from(a as u16),
        Num::U32 => u64::from(a as u32),
        Num::U64 => a as u64,
        Num::F32 => u64::from((a as f32).to_bits()),
        Num::F64 => a.to_bits(),
    }
}
