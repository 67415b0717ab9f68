//! Integers of 128 bits. No machine below has them: a back end keeps one as two 64-bit halves, does what is short itself, and
//! calls a function of the library for the rest. Which function that is, is said here, once for the collector and for the back
//! ends.

use crate::defs::LangFn;
use crate::intrinsics::Intrinsic;
use crate::ty::{FloatTy, IntTy, TyKind};
use crate::typed::BinOp;

/// The function that a built-in operator on two such integers calls. `checked`: overflow panics.
#[must_use]
pub fn operator_fn(op: BinOp, int: IntTy, checked: bool) -> Option<LangFn> {
    let pick = |signed, unsigned| Some(if int.is_signed() { signed } else { unsigned });
    match op {
        _ if !int.is_wide() => None,
        BinOp::Mul if checked => pick(LangFn::WideMulSigned, LangFn::WideMulUnsigned),
        BinOp::Mul => Some(LangFn::WideMul),
        BinOp::Div => pick(LangFn::WideDivSigned, LangFn::WideDivUnsigned),
        BinOp::Rem => pick(LangFn::WideRemSigned, LangFn::WideRemUnsigned),
        _ => None,
    }
}

/// The function that a cast calls, if one of the types is such an integer and the other one a float. An `f32` is cast to an
/// `f64` first.
#[must_use]
pub fn cast_fn(from: &TyKind, to: &TyKind) -> Option<LangFn> {
    match (from, to) {
        (TyKind::Int(IntTy::U128), TyKind::Float(FloatTy::F64)) => Some(LangFn::WideUnsignedToF64),
        (TyKind::Int(IntTy::U128), TyKind::Float(FloatTy::F32)) => Some(LangFn::WideUnsignedToF32),
        (TyKind::Int(IntTy::I128), TyKind::Float(FloatTy::F64)) => Some(LangFn::WideSignedToF64),
        (TyKind::Int(IntTy::I128), TyKind::Float(FloatTy::F32)) => Some(LangFn::WideSignedToF32),
        (TyKind::Float(_), TyKind::Int(IntTy::U128)) => Some(LangFn::WideUnsignedFromF64),
        (TyKind::Float(_), TyKind::Int(IntTy::I128)) => Some(LangFn::WideSignedFromF64),
        _ => None,
    }
}

/// The function that an intrinsic on such integers calls.
#[must_use]
pub fn intrinsic_fn(intrinsic: Intrinsic, int: IntTy) -> Option<LangFn> {
    match intrinsic {
        Intrinsic::WrappingMul => operator_fn(BinOp::Mul, int, false),
        Intrinsic::UncheckedDiv => operator_fn(BinOp::Div, int, true),
        Intrinsic::UncheckedRem => operator_fn(BinOp::Rem, int, true),
        Intrinsic::MulOverflows if int == IntTy::U128 => Some(LangFn::WideMulOverflowsUnsigned),
        Intrinsic::MulOverflows if int == IntTy::I128 => Some(LangFn::WideMulOverflowsSigned),
        _ => None,
    }
}
