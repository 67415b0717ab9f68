//! What each operation computes, on bit patterns: the meaning of the IR's arithmetic in executable form.
//!
//! Patterns are zero-extended to 64 bits. Which bits a NaN has that a float operation makes is left open, as in Rust and
//! in Wasm; [`is_nan`] tells whoever must not decide it.

use crate::inst::{BinaryOp, CheckedOp, Cond, ConvertOp, TrapKind, Type, UnaryOp};

/// The value of an integer pattern, read as signed.
#[must_use]
pub fn signed(ty: Type, bits: u64) -> i64 {
    let shift = 64 - ty.bits();
    ((bits << shift) as i64) >> shift
}

/// The least signed value of an integer type.
#[must_use]
pub fn signed_min(ty: Type) -> i64 {
    i64::MIN >> (64 - ty.bits())
}

/// Whether the pattern is a NaN of a float type.
#[must_use]
pub fn is_nan(ty: Type, bits: u64) -> bool {
    match ty {
        Type::F32 => f32::from_bits(bits as u32).is_nan(),
        Type::F64 => f64::from_bits(bits).is_nan(),
        _ => false,
    }
}

fn f32_of(bits: u64) -> f32 {
    f32::from_bits(bits as u32)
}

fn bits_of(value: f32) -> u64 {
    u64::from(value.to_bits())
}

/// One operand of type `ty`.
#[must_use]
pub fn unary(op: UnaryOp, ty: Type, a: u64) -> u64 {
    let spare = 64 - ty.bits();
    match op {
        UnaryOp::Clz => u64::from(a.leading_zeros() - spare),
        UnaryOp::Ctz => u64::from(a.trailing_zeros().min(ty.bits())),
        UnaryOp::Popcnt => u64::from(a.count_ones()),
        UnaryOp::Bswap => a.swap_bytes() >> spare,
        // The sign is a bit: a NaN keeps its others.
        UnaryOp::FNeg => a ^ (1 << (ty.bits() - 1)),
        UnaryOp::FAbs => a & !(1 << (ty.bits() - 1)),
        UnaryOp::FSqrt => float1(ty, a, f32::sqrt, f64::sqrt),
        UnaryOp::FCeil => float1(ty, a, f32::ceil, f64::ceil),
        UnaryOp::FFloor => float1(ty, a, f32::floor, f64::floor),
        UnaryOp::FTrunc => float1(ty, a, f32::trunc, f64::trunc),
        UnaryOp::FNearest => float1(ty, a, f32::round_ties_even, f64::round_ties_even),
    }
}

fn float1(ty: Type, a: u64, narrow: fn(f32) -> f32, wide: fn(f64) -> f64) -> u64 {
    if ty == Type::F32 { bits_of(narrow(f32_of(a))) } else { wide(f64::from_bits(a)).to_bits() }
}

fn float2(ty: Type, a: u64, b: u64, narrow: fn(f32, f32) -> f32, wide: fn(f64, f64) -> f64) -> u64 {
    if ty == Type::F32 {
        bits_of(narrow(f32_of(a), f32_of(b)))
    } else {
        wide(f64::from_bits(a), f64::from_bits(b)).to_bits()
    }
}

/// Two operands of type `ty`; `None` for a division that the instruction's rules forbid.
#[must_use]
pub fn binary(op: BinaryOp, ty: Type, a: u64, b: u64) -> Option<u64> {
    let width = u64::from(ty.bits());
    let (sa, sb) = if ty.is_int() { (signed(ty, a), signed(ty, b)) } else { (0, 0) };
    // Widths are powers of two.
    let shift = (b & (width - 1)) as u32;
    let rotate = |by: u32| if by == 0 { a } else { a << by | a >> (width as u32 - by) };
    let bits = match op {
        BinaryOp::Add => a.wrapping_add(b),
        BinaryOp::Sub => a.wrapping_sub(b),
        BinaryOp::Mul => a.wrapping_mul(b),
        BinaryOp::DivS if sb == -1 && sa == signed_min(ty) => return None,
        BinaryOp::DivS => sa.checked_div(sb)? as u64,
        BinaryOp::DivU => a.checked_div(b)?,
        BinaryOp::RemS if sb == -1 => 0,
        BinaryOp::RemS => sa.checked_rem(sb)? as u64,
        BinaryOp::RemU => a.checked_rem(b)?,
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::Shl => a << shift,
        BinaryOp::ShrS => (sa >> shift) as u64,
        BinaryOp::ShrU => a >> shift,
        BinaryOp::Rotl => rotate(shift),
        BinaryOp::Rotr => rotate((width as u32 - shift) % width as u32),
        BinaryOp::FAdd => float2(ty, a, b, |a, b| a + b, |a, b| a + b),
        BinaryOp::FSub => float2(ty, a, b, |a, b| a - b, |a, b| a - b),
        BinaryOp::FMul => float2(ty, a, b, |a, b| a * b, |a, b| a * b),
        BinaryOp::FDiv => float2(ty, a, b, |a, b| a / b, |a, b| a / b),
        BinaryOp::FRem => float2(ty, a, b, |a, b| a % b, |a, b| a % b),
        BinaryOp::FCopysign => {
            let sign = 1 << (width - 1);
            a & !sign | b & sign
        }
    };
    Some(bits & ty.mask())
}

/// Two integers of type `ty`.
///
/// # Errors
/// The reason to panic: `kind`, the instruction's own, or that of a signed quotient or remainder that does not exist.
pub fn checked(op: CheckedOp, kind: TrapKind, ty: Type, a: u64, b: u64) -> Result<u64, TrapKind> {
    let (wide_sa, wide_sb) = (i128::from(signed(ty, a)), i128::from(signed(ty, b)));
    let (wide_a, wide_b) = (i128::from(a), i128::from(b));
    let least = i128::from(signed_min(ty));
    let in_signed = |v: i128| if v >= least && v < -least { Ok(v as u64) } else { Err(kind) };
    let in_unsigned = |v: i128| if v >= 0 && v <= i128::from(ty.mask()) { Ok(v as u64) } else { Err(kind) };
    let overflow = wide_sa == least && wide_sb == -1;
    let shift_fits = if b < u64::from(ty.bits()) { Ok(()) } else { Err(kind) };
    let divides = if b == 0 { Err(kind) } else { Ok(()) };
    let bits = match op {
        CheckedOp::AddS => in_signed(wide_sa + wide_sb)?,
        CheckedOp::AddU => in_unsigned(wide_a + wide_b)?,
        CheckedOp::SubS => in_signed(wide_sa - wide_sb)?,
        CheckedOp::SubU => in_unsigned(wide_a - wide_b)?,
        CheckedOp::MulS => in_signed(wide_sa * wide_sb)?,
        // Two patterns of 64 bits have a product of up to 128 unsigned bits.
        CheckedOp::MulU => {
            let product = u128::from(a) * u128::from(b);
            if product <= u128::from(ty.mask()) { product as u64 } else { return Err(kind) }
        }
        CheckedOp::DivS => {
            divides?;
            if overflow {
                return Err(TrapKind::DivOverflow);
            }
            (wide_sa / wide_sb) as u64
        }
        CheckedOp::DivU => {
            divides?;
            a / b
        }
        CheckedOp::RemS => {
            divides?;
            if overflow {
                return Err(TrapKind::RemOverflow);
            }
            (wide_sa % wide_sb) as u64
        }
        CheckedOp::RemU => {
            divides?;
            a % b
        }
        CheckedOp::Shl => {
            shift_fits?;
            a << b
        }
        CheckedOp::ShrS => {
            shift_fits?;
            (signed(ty, a) >> b) as u64
        }
        CheckedOp::ShrU => {
            shift_fits?;
            a >> b
        }
    };
    Ok(bits & ty.mask())
}

/// Compare two operands of type `ty`.
#[must_use]
pub fn compare(cc: Cond, ty: Type, a: u64, b: u64) -> bool {
    let float = |v: u64| if ty == Type::F32 { f64::from(f32_of(v)) } else { f64::from_bits(v) };
    match cc {
        Cond::Eq => a == b,
        Cond::Ne => a != b,
        Cond::LtU => a < b,
        Cond::LeU => a <= b,
        Cond::GtU => a > b,
        Cond::GeU => a >= b,
        Cond::LtS => signed(ty, a) < signed(ty, b),
        Cond::LeS => signed(ty, a) <= signed(ty, b),
        Cond::GtS => signed(ty, a) > signed(ty, b),
        Cond::GeS => signed(ty, a) >= signed(ty, b),
        Cond::FEq => float(a) == float(b),
        Cond::FNe => float(a) != float(b),
        Cond::FLt => float(a) < float(b),
        Cond::FLe => float(a) <= float(b),
        Cond::FGt => float(a) > float(b),
        Cond::FGe => float(a) >= float(b),
    }
}

/// Convert from type `from` to type `to`.
#[must_use]
pub fn convert(op: ConvertOp, from: Type, to: Type, a: u64) -> u64 {
    match op {
        ConvertOp::SignExtend => signed(from, a) as u64 & to.mask(),
        ConvertOp::ZeroExtend | ConvertOp::Bitcast => a,
        ConvertOp::Truncate => a & to.mask(),
        ConvertOp::FloatToSigned => {
            // Widening is exact, and `as` saturates and takes NaN to 0.
            let value = if from == Type::F32 { f64::from(f32_of(a)) } else { f64::from_bits(a) };
            let bits = match to {
                Type::I8 => value as i8 as u64,
                Type::I16 => value as i16 as u64,
                Type::I32 => value as i32 as u64,
                _ => value as i64 as u64,
            };
            bits & to.mask()
        }
        ConvertOp::FloatToUnsigned => {
            let value = if from == Type::F32 { f64::from(f32_of(a)) } else { f64::from_bits(a) };
            match to {
                Type::I8 => u64::from(value as u8),
                Type::I16 => u64::from(value as u16),
                Type::I32 => u64::from(value as u32),
                _ => value as u64,
            }
        }
        // Straight to the target: through f64 would round twice.
        ConvertOp::SignedToFloat if to == Type::F32 => bits_of(signed(from, a) as f32),
        ConvertOp::SignedToFloat => (signed(from, a) as f64).to_bits(),
        ConvertOp::UnsignedToFloat if to == Type::F32 => bits_of(a as f32),
        ConvertOp::UnsignedToFloat => (a as f64).to_bits(),
        ConvertOp::Promote => f64::from(f32_of(a)).to_bits(),
        ConvertOp::Demote => bits_of(f64::from_bits(a) as f32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every operation on `i8` and `u8` against Rust's own, on all pairs.
    #[test]
    fn bytes_exhaustively() {
        let ty = Type::I8;
        let kind = TrapKind::Bounds;
        for (a, b) in (0..=255_u8).flat_map(|a| (0..=255_u8).map(move |b| (a, b))) {
            let (wa, wb) = (u64::from(a), u64::from(b));
            let (sa, sb) = (a as i8, b as i8);
            let bin = |op| binary(op, ty, wa, wb);
            let chk = |op| checked(op, kind, ty, wa, wb).ok();
            let u = |v: Option<u8>| v.map(u64::from);
            let s = |v: Option<i8>| v.map(|v| u64::from(v as u8));
            assert_eq!(bin(BinaryOp::Add), u(Some(a.wrapping_add(b))));
            assert_eq!(bin(BinaryOp::Sub), u(Some(a.wrapping_sub(b))));
            assert_eq!(bin(BinaryOp::Mul), u(Some(a.wrapping_mul(b))));
            assert_eq!(bin(BinaryOp::DivU), u(a.checked_div(b)));
            assert_eq!(bin(BinaryOp::DivS), s(sa.checked_div(sb)));
            assert_eq!(bin(BinaryOp::RemU), u(a.checked_rem(b)));
            assert_eq!(bin(BinaryOp::RemS), s(if sb == 0 { None } else { Some(sa.wrapping_rem(sb)) }));
            assert_eq!(bin(BinaryOp::Shl), u(Some(a.wrapping_shl(b.into()))));
            assert_eq!(bin(BinaryOp::ShrU), u(Some(a.wrapping_shr(b.into()))));
            assert_eq!(bin(BinaryOp::ShrS), s(Some(sa.wrapping_shr(b.into()))));
            assert_eq!(bin(BinaryOp::Rotl), u(Some(a.rotate_left(b.into()))));
            assert_eq!(bin(BinaryOp::Rotr), u(Some(a.rotate_right(b.into()))));
            assert_eq!(chk(CheckedOp::AddU), u(a.checked_add(b)));
            assert_eq!(chk(CheckedOp::AddS), s(sa.checked_add(sb)));
            assert_eq!(chk(CheckedOp::SubU), u(a.checked_sub(b)));
            assert_eq!(chk(CheckedOp::SubS), s(sa.checked_sub(sb)));
            assert_eq!(chk(CheckedOp::MulU), u(a.checked_mul(b)));
            assert_eq!(chk(CheckedOp::MulS), s(sa.checked_mul(sb)));
            assert_eq!(chk(CheckedOp::DivU), u(a.checked_div(b)));
            assert_eq!(chk(CheckedOp::DivS), s(sa.checked_div(sb)));
            assert_eq!(chk(CheckedOp::RemU), u(a.checked_rem(b)));
            assert_eq!(chk(CheckedOp::RemS), s(sa.checked_rem(sb)));
            assert_eq!(chk(CheckedOp::Shl), u(a.checked_shl(b.into())));
            assert_eq!(chk(CheckedOp::ShrU), u(a.checked_shr(b.into())));
            assert_eq!(chk(CheckedOp::ShrS), s(sa.checked_shr(b.into())));
            assert_eq!(compare(Cond::LtS, ty, wa, wb), sa < sb);
            assert_eq!(compare(Cond::GeU, ty, wa, wb), a >= b);
        }
        for a in 0..=255_u8 {
            assert_eq!(unary(UnaryOp::Clz, ty, a.into()), a.leading_zeros().into());
            assert_eq!(unary(UnaryOp::Ctz, ty, a.into()), a.trailing_zeros().into());
            assert_eq!(unary(UnaryOp::Popcnt, ty, a.into()), a.count_ones().into());
            assert_eq!(unary(UnaryOp::Bswap, ty, a.into()), a.into());
        }
    }

    #[test]
    fn wide_edges() {
        let ty = Type::I64;
        let edges = [0, 1, 2, u64::MAX, u64::MAX - 1, 1 << 63, (1 << 63) - 1, 1 << 32, 0xFFFF_FFFF];
        for (a, b) in edges.into_iter().flat_map(|a| edges.map(|b| (a, b))) {
            let chk = |op| checked(op, TrapKind::Bounds, ty, a, b).ok();
            let (sa, sb) = (a as i64, b as i64);
            assert_eq!(chk(CheckedOp::AddU), a.checked_add(b));
            assert_eq!(chk(CheckedOp::SubU), a.checked_sub(b));
            assert_eq!(chk(CheckedOp::MulU), a.checked_mul(b));
            assert_eq!(chk(CheckedOp::AddS), sa.checked_add(sb).map(|v| v as u64));
            assert_eq!(chk(CheckedOp::SubS), sa.checked_sub(sb).map(|v| v as u64));
            assert_eq!(chk(CheckedOp::MulS), sa.checked_mul(sb).map(|v| v as u64));
            assert_eq!(chk(CheckedOp::DivS), sa.checked_div(sb).map(|v| v as u64));
            assert_eq!(binary(BinaryOp::RemS, ty, a, b), (b != 0).then(|| sa.wrapping_rem(sb) as u64));
        }
    }

    #[test]
    fn conversions() {
        let big = u64::from(f32::to_bits(3e9));
        assert_eq!(convert(ConvertOp::FloatToSigned, Type::F32, Type::I32, big), 0x7FFF_FFFF);
        assert_eq!(convert(ConvertOp::FloatToUnsigned, Type::F32, Type::I32, big), 3_000_000_000);
        assert_eq!(convert(ConvertOp::FloatToSigned, Type::F64, Type::I8, f64::NAN.to_bits()), 0);
        assert_eq!(convert(ConvertOp::FloatToUnsigned, Type::F64, Type::I8, (-5.0_f64).to_bits()), 0);
        assert_eq!(convert(ConvertOp::SignExtend, Type::I8, Type::I32, 0x80), 0xFFFF_FF80);
        let odd = (1 << 60) + (1 << 36) + 1;
        assert_eq!(convert(ConvertOp::UnsignedToFloat, Type::I64, Type::F32, odd), u64::from((odd as f32).to_bits()));
    }
}
