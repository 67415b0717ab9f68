//! `as` casts between built-in types.

use crate::error::R;
use crate::function::Lowerer;
use crate::operators::Operand;
use crate::places::Val;
use stair_ir::inst::{ConvertOp, Type};
use stair_sema::ids::ExprId;
use stair_sema::layout::Abi;
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::CastKind;

impl Lowerer<'_, '_> {
    /// `operand as T`, where `T` is the type of `id`.
    pub(crate) fn cast(&mut self, kind: CastKind, operand: ExprId, id: ExprId) -> R<Val> {
        let (from, to) = (self.expr_ty(operand), self.expr_ty(id));
        if kind == CastKind::EnumToInt {
            let place = self.place(operand)?;
            let discriminant = self.discriminant(&place, from)?;
            if matches!(self.cx.program.types.kind(to), TyKind::Int(int) if int.is_wide()) {
                let (low, high) = self.widened(discriminant, self.discriminants_are_signed(from));
                return Ok(Val::Two(low, high));
            }
            let to = self.scalar_ty(to)?;
            return Ok(Val::One(self.resize(discriminant, to, true)));
        }
        if kind == CastKind::Pointer {
            return self.pointer_cast(operand, id);
        }
        let is_wide = |kind: &TyKind| matches!(kind, TyKind::Int(int) if int.is_wide());
        let (from_kind, to_kind) = (self.cx.program.types.kind(from), self.cx.program.types.kind(to));
        if is_wide(&from_kind) || is_wide(&to_kind) {
            let value = self.operand(operand)?;
            return self.wide_cast(value, &from_kind, &to_kind);
        }
        let value = self.scalar(operand)?;
        let from = self.operand_kind(from)?;
        let to = self.operand_kind(to)?;
        let to_ty = match to {
            Operand::Int(ty, _) | Operand::Float(ty) => ty,
            Operand::Char => Type::I32,
            Operand::Bool => Type::I8,
            Operand::Pointer => Type::I64,
            Operand::FatPointer | Operand::Unit | Operand::Wide(_) => {
                return self.inconsistent("a cast to what is not a number");
            }
        };
        Ok(Val::One(match kind {
            CastKind::FloatToInt => {
                let op = if to.is_signed() { ConvertOp::FloatToSigned } else { ConvertOp::FloatToUnsigned };
                self.b.convert(op, to_ty, value)
            }
            CastKind::IntToFloat => {
                let op = if from.is_signed() { ConvertOp::SignedToFloat } else { ConvertOp::UnsignedToFloat };
                self.b.convert(op, to_ty, value)
            }
            CastKind::FloatToFloat => match (self.b.ty(value), to_ty) {
                (Type::F32, Type::F64) => self.b.convert(ConvertOp::Promote, to_ty, value),
                (Type::F64, Type::F32) => self.b.convert(ConvertOp::Demote, to_ty, value),
                _ => value,
            },
            CastKind::IntToInt | CastKind::EnumToInt | CastKind::Pointer => self.resize(value, to_ty, from.is_signed()),
        }))
    }

    /// Whether the discriminants of an enum have a sign.
    fn discriminants_are_signed(&self, ty: Ty) -> bool {
        match self.cx.program.types.kind(ty) {
            TyKind::Adt(adt, _) => self.cx.program.adt_def(adt).repr.is_none_or(|int| int.is_signed()),
            _ => true,
        }
    }

    /// Between pointers and integers; a fat pointer becomes thin by losing its length.
    fn pointer_cast(&mut self, operand: ExprId, id: ExprId) -> R<Val> {
        let from = self.expr_ty(operand);
        if let TyKind::FnDef(def, args) | TyKind::Closure(def, args) = self.cx.program.types.kind(from) {
            self.discard(operand)?;
            return Ok(Val::One(self.fn_address(def, args)?));
        }
        let to = self.expr_layout(id)?.abi;
        let signed = matches!(self.cx.program.types.kind(from), TyKind::Int(int) if int.is_signed());
        match (self.operand(operand)?, to) {
            (Val::Two(address, len), Abi::Pair(..)) => Ok(Val::Two(address, len)),
            (Val::Two(value, _) | Val::One(value), Abi::Scalar(scalar)) => {
                Ok(Val::One(self.resize(value, crate::abi::scalar_type(scalar), signed)))
            }
            _ => self.inconsistent("a pointer cast between what are not pointers"),
        }
    }
}
