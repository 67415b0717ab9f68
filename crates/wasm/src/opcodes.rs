//! Which instruction an operation of the IR is.

use stair_ir::inst::{BinaryOp, Cond, Type};
use wasm_encoder::Instruction as I;

/// The condition that holds exactly where this one does not.
pub(crate) fn opposite(cc: Cond) -> Option<Cond> {
    Some(match cc {
        Cond::Eq => Cond::Ne,
        Cond::Ne => Cond::Eq,
        Cond::LtS => Cond::GeS,
        Cond::LtU => Cond::GeU,
        Cond::LeS => Cond::GtS,
        Cond::LeU => Cond::GtU,
        Cond::GtS => Cond::LeS,
        Cond::GtU => Cond::LeU,
        Cond::GeS => Cond::LtS,
        Cond::GeU => Cond::LtU,
        Cond::FEq => Cond::FNe,
        Cond::FNe => Cond::FEq,
        // With NaN, neither `a < b` nor `a >= b`.
        Cond::FLt | Cond::FLe | Cond::FGt | Cond::FGe => return None,
    })
}

/// The instruction that compares two values of this type.
pub(crate) fn compare_op(cc: Cond, ty: Type) -> I<'static> {
    let is_64 = ty == Type::I64;
    let is_f32 = ty == Type::F32;
    let pick = |narrow, wide| if is_64 { wide } else { narrow };
    let float = |single, double| if is_f32 { single } else { double };
    match cc {
        Cond::Eq => pick(I::I32Eq, I::I64Eq),
        Cond::Ne => pick(I::I32Ne, I::I64Ne),
        Cond::LtS => pick(I::I32LtS, I::I64LtS),
        Cond::LtU => pick(I::I32LtU, I::I64LtU),
        Cond::LeS => pick(I::I32LeS, I::I64LeS),
        Cond::LeU => pick(I::I32LeU, I::I64LeU),
        Cond::GtS => pick(I::I32GtS, I::I64GtS),
        Cond::GtU => pick(I::I32GtU, I::I64GtU),
        Cond::GeS => pick(I::I32GeS, I::I64GeS),
        Cond::GeU => pick(I::I32GeU, I::I64GeU),
        Cond::FEq => float(I::F32Eq, I::F64Eq),
        Cond::FNe => float(I::F32Ne, I::F64Ne),
        Cond::FLt => float(I::F32Lt, I::F64Lt),
        Cond::FLe => float(I::F32Le, I::F64Le),
        Cond::FGt => float(I::F32Gt, I::F64Gt),
        Cond::FGe => float(I::F32Ge, I::F64Ge),
    }
}

/// The `i32` instruction of an integer operation.
pub(crate) fn int_op_32(op: BinaryOp) -> I<'static> {
    match op {
        BinaryOp::Add => I::I32Add,
        BinaryOp::Sub => I::I32Sub,
        BinaryOp::Mul => I::I32Mul,
        BinaryOp::DivS => I::I32DivS,
        BinaryOp::DivU => I::I32DivU,
        BinaryOp::RemS => I::I32RemS,
        BinaryOp::RemU => I::I32RemU,
        BinaryOp::And => I::I32And,
        BinaryOp::Or => I::I32Or,
        BinaryOp::Xor => I::I32Xor,
        BinaryOp::Shl => I::I32Shl,
        BinaryOp::ShrS => I::I32ShrS,
        BinaryOp::ShrU => I::I32ShrU,
        BinaryOp::Rotl => I::I32Rotl,
        BinaryOp::Rotr => I::I32Rotr,
        // The verifier rules out float operations on integers.
        _ => I::Unreachable,
    }
}

/// The `i64` instruction of an integer operation.
pub(crate) fn int_op_64(op: BinaryOp) -> I<'static> {
    match op {
        BinaryOp::Add => I::I64Add,
        BinaryOp::Sub => I::I64Sub,
        BinaryOp::Mul => I::I64Mul,
        BinaryOp::DivS => I::I64DivS,
        BinaryOp::DivU => I::I64DivU,
        BinaryOp::RemS => I::I64RemS,
        BinaryOp::RemU => I::I64RemU,
        BinaryOp::And => I::I64And,
        BinaryOp::Or => I::I64Or,
        BinaryOp::Xor => I::I64Xor,
        BinaryOp::Shl => I::I64Shl,
        BinaryOp::ShrS => I::I64ShrS,
        BinaryOp::ShrU => I::I64ShrU,
        BinaryOp::Rotl => I::I64Rotl,
        BinaryOp::Rotr => I::I64Rotr,
        _ => I::Unreachable,
    }
}
