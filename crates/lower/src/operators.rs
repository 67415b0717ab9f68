//! Built-in operators.

use crate::abi::scalar_type;
use crate::error::R;
use crate::function::Lowerer;
use crate::places::Val;
use stair_ir::entities::Value;
use stair_ir::inst::{BinaryOp, CheckedOp, Cond, TrapKind, Type, UnaryOp};
use stair_sema::ids::ExprId;
use stair_sema::layout::Abi;
use stair_sema::ty::{FloatTy, IntTy, Ty, TyKind};
use stair_sema::typed::{BinOp, ConstValue, ExprKind, UnOp};
use stair_source::Span;

/// How the operators see a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operand {
    /// An integer, and whether it is signed.
    Int(Type, bool),
    /// An integer of 128 bits, and whether it is signed.
    Wide(bool),
    /// A float.
    Float(Type),
    /// `bool`
    Bool,
    /// `char`
    Char,
    /// A thin pointer or function pointer.
    Pointer,
    /// A fat pointer.
    FatPointer,
    /// `()`
    Unit,
}

impl Operand {
    /// Whether an order of patterns is that of signed integers.
    pub(crate) fn is_signed(self) -> bool {
        matches!(self, Self::Int(_, true) | Self::Wide(true))
    }

    /// The condition of a comparison of such operands.
    pub(crate) fn condition(self, op: BinOp) -> Cond {
        let (signed, float) = (self.is_signed(), matches!(self, Self::Float(_)));
        let pick = |s, u, f| if float { f } else { if signed { s } else { u } };
        match op {
            BinOp::Ne => pick(Cond::Ne, Cond::Ne, Cond::FNe),
            BinOp::Lt => pick(Cond::LtS, Cond::LtU, Cond::FLt),
            BinOp::Le => pick(Cond::LeS, Cond::LeU, Cond::FLe),
            BinOp::Gt => pick(Cond::GtS, Cond::GtU, Cond::FGt),
            BinOp::Ge => pick(Cond::GeS, Cond::GeU, Cond::FGe),
            _ => pick(Cond::Eq, Cond::Eq, Cond::FEq),
        }
    }
}

/// The IR type of an integer of up to 64 bits.
pub(crate) fn int_type(int: IntTy) -> Type {
    match int.bits() {
        8 => Type::I8,
        16 => Type::I16,
        32 => Type::I32,
        _ => Type::I64,
    }
}

fn is_comparison(op: BinOp) -> bool {
    matches!(op, BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge)
}

impl Lowerer<'_, '_> {
    /// How the operators see a type.
    pub(crate) fn operand_kind(&self, ty: Ty) -> R<Operand> {
        Ok(match self.cx.program.types.kind(ty) {
            TyKind::Int(int) if int.is_wide() => Operand::Wide(int.is_signed()),
            TyKind::Int(int) => Operand::Int(int_type(int), int.is_signed()),
            TyKind::Float(FloatTy::F32) => Operand::Float(Type::F32),
            TyKind::Float(FloatTy::F64) => Operand::Float(Type::F64),
            TyKind::Bool => Operand::Bool,
            TyKind::Char => Operand::Char,
            TyKind::Ref(..) | TyKind::Ptr(..) | TyKind::FnPtr(_) => match self.layout(ty)?.abi {
                Abi::Pair(..) => Operand::FatPointer,
                _ => Operand::Pointer,
            },
            TyKind::Tuple(_) => Operand::Unit,
            _ => return self.inconsistent("a built-in operator on a type that has none"),
        })
    }

    /// `-x`, `!x`.
    pub(crate) fn unary(&mut self, op: UnOp, operand: ExprId) -> R<Val> {
        let ty = self.expr_ty(operand);
        let kind = self.operand_kind(ty)?;
        if let (UnOp::Neg, ExprKind::Constant(ConstValue::Scalar(value)), Operand::Int(ty, _)) =
            (op, &self.node(operand).kind, kind)
        {
            return Ok(Val::One(self.b.iconst(ty, value.wrapping_neg() as u64)));
        }
        if let Operand::Wide(_) = kind {
            if let (UnOp::Neg, ExprKind::Constant(ConstValue::Scalar(value))) = (op, &self.node(operand).kind) {
                let (low, high) = self.wide_constant(value.wrapping_neg());
                return Ok(Val::Two(low, high));
            }
            let span = self.b.origin().span;
            return match self.operand(operand)? {
                Val::Two(low, high) => self.wide_unary(op, (low, high), span),
                _ => self.inconsistent("128 bits that are not two halves"),
            };
        }
        let value = self.scalar(operand)?;
        Ok(Val::One(match (op, kind) {
            (UnOp::Not, Operand::Bool) => {
                let one = self.b.bool(true);
                self.b.binary(BinaryOp::Xor, value, one)
            }
            (UnOp::Not, Operand::Int(ty, _)) => {
                let ones = self.b.iconst(ty, u64::MAX);
                self.b.binary(BinaryOp::Xor, value, ones)
            }
            (UnOp::Neg, Operand::Float(_)) => self.b.unary(UnaryOp::FNeg, value),
            (UnOp::Neg, Operand::Int(ty, _)) => {
                let zero = self.b.iconst(ty, 0);
                let span = self.b.origin().span;
                if self.cx.checks_overflow() {
                    self.checked(CheckedOp::SubS, zero, value, TrapKind::NegOverflow, span)?
                } else {
                    self.b.binary(BinaryOp::Sub, zero, value)
                }
            }
            _ => return self.inconsistent("a unary operator on a type that has none"),
        }))
    }

    /// A binary operator. Chains that lean to the left, such as long sums, are walked without recursion.
    pub(crate) fn binary(&mut self, id: ExprId) -> R<Val> {
        let mut chain = Vec::new();
        let mut first = id;
        while let ExprKind::Binary(op, left, right) = self.node(first).kind {
            chain.push((first, op, left, right));
            first = left;
        }
        let mut val = self.operand(first)?;
        for (node, op, left, right) in chain.into_iter().rev() {
            self.b.set_origin(self.origin_of(node));
            let (left_ty, right_ty) = (self.expr_ty(left), self.expr_ty(right));
            let right = self.operand(right)?;
            val = self.binary_values(op, (val, left_ty), (right, right_ty), self.node(node).span)?;
        }
        Ok(val)
    }

    /// `place op= value`.
    pub(crate) fn assign_op(&mut self, op: BinOp, place: ExprId, value: ExprId) -> R<()> {
        let span = self.b.origin().span;
        let (place_ty, value_ty) = (self.expr_ty(place), self.expr_ty(value));
        let right = self.operand(value)?;
        let to = self.place(place)?;
        let left = self.read(&to, place_ty)?;
        let result = self.binary_values(op, (left, place_ty), (right, value_ty), span)?;
        self.write(&to, &result)?;
        self.note_given(place);
        Ok(())
    }

    /// A binary operator on two values, with their types.
    pub(crate) fn binary_values(&mut self, op: BinOp, left: (Val, Ty), right: (Val, Ty), span: Span) -> R<Val> {
        let kind = self.operand_kind(left.1)?;
        match (left.0, right.0) {
            (Val::Zero, Val::Zero) => {
                let holds = matches!(op, BinOp::Eq | BinOp::Le | BinOp::Ge);
                Ok(Val::One(self.b.bool(holds)))
            }
            (Val::Two(low, high), amount) if matches!(op, BinOp::Shl | BinOp::Shr) => {
                let amount_signed = self.operand_kind(right.1)?.is_signed();
                self.wide_shift(op, kind.is_signed(), (low, high), (amount, amount_signed), span)
            }
            (Val::Two(a_low, a_high), Val::Two(b_low, b_high)) if let Operand::Wide(signed) = kind => {
                self.wide_binary(op, signed, (a_low, a_high), (b_low, b_high), span)
            }
            (Val::One(a), Val::Two(low, high)) if matches!(op, BinOp::Shl | BinOp::Shr) => {
                // What 64 bits cannot hold must stay too large.
                let zero = self.b.iconst(Type::I64, 0);
                let fits = self.b.compare(Cond::Eq, high, zero);
                let too_large = self.b.iconst(Type::I64, u64::MAX);
                let amount = if self.cx.checks_overflow() { self.b.select(fits, low, too_large) } else { low };
                self.shift(op, kind, a, amount, false, span).map(Val::One)
            }
            (Val::Two(a, a_len), Val::Two(b, b_len)) => self.compare_fat(op, (a, a_len), (b, b_len)).map(Val::One),
            (Val::One(a), Val::One(b)) if is_comparison(op) => Ok(Val::One(self.b.compare(kind.condition(op), a, b))),
            (Val::One(a), Val::One(b)) if matches!(op, BinOp::Shl | BinOp::Shr) => {
                let amount_signed = self.operand_kind(right.1)?.is_signed();
                self.shift(op, kind, a, b, amount_signed, span).map(Val::One)
            }
            (Val::One(a), Val::One(b)) => self.arithmetic(op, kind, a, b, span).map(Val::One),
            _ => self.inconsistent("operands that do not fit together"),
        }
    }

    /// Fat pointers compare by address, then by length.
    fn compare_fat(&mut self, op: BinOp, left: (Value, Value), right: (Value, Value)) -> R<Value> {
        let same = self.b.compare(Cond::Eq, left.0, right.0);
        let condition = Operand::Pointer.condition(op);
        let by_len = self.b.compare(condition, left.1, right.1);
        let by_address = self.b.compare(condition, left.0, right.0);
        Ok(self.b.select(same, by_len, by_address))
    }

    fn arithmetic(&mut self, op: BinOp, kind: Operand, a: Value, b: Value, span: Span) -> R<Value> {
        if let Operand::Float(_) = kind {
            let op = match op {
                BinOp::Add => BinaryOp::FAdd,
                BinOp::Sub => BinaryOp::FSub,
                BinOp::Mul => BinaryOp::FMul,
                BinOp::Div => BinaryOp::FDiv,
                BinOp::Rem => BinaryOp::FRem,
                _ => return self.inconsistent("an operator that floats lack"),
            };
            return Ok(self.b.binary(op, a, b));
        }
        let signed = kind.is_signed();
        let pick = |s, u| if signed { s } else { u };
        let checks = self.cx.checks_overflow();
        match op {
            BinOp::Add if checks => {
                self.checked(pick(CheckedOp::AddS, CheckedOp::AddU), a, b, TrapKind::AddOverflow, span)
            }
            BinOp::Sub if checks => {
                self.checked(pick(CheckedOp::SubS, CheckedOp::SubU), a, b, TrapKind::SubOverflow, span)
            }
            BinOp::Mul if checks => {
                self.checked(pick(CheckedOp::MulS, CheckedOp::MulU), a, b, TrapKind::MulOverflow, span)
            }
            BinOp::Div => self.checked(pick(CheckedOp::DivS, CheckedOp::DivU), a, b, TrapKind::DivZero, span),
            BinOp::Rem => self.checked(pick(CheckedOp::RemS, CheckedOp::RemU), a, b, TrapKind::RemZero, span),
            BinOp::Add => Ok(self.b.binary(BinaryOp::Add, a, b)),
            BinOp::Sub => Ok(self.b.binary(BinaryOp::Sub, a, b)),
            BinOp::Mul => Ok(self.b.binary(BinaryOp::Mul, a, b)),
            BinOp::BitAnd => Ok(self.b.binary(BinaryOp::And, a, b)),
            BinOp::BitOr => Ok(self.b.binary(BinaryOp::Or, a, b)),
            BinOp::BitXor => Ok(self.b.binary(BinaryOp::Xor, a, b)),
            _ => self.inconsistent("an operator that is not arithmetic"),
        }
    }

    /// A shift. The amount may be of another type than what is shifted.
    fn shift(
        &mut self,
        op: BinOp,
        kind: Operand,
        value: Value,
        amount: Value,
        amount_signed: bool,
        span: Span,
    ) -> R<Value> {
        let ty = self.b.ty(value);
        let signed = kind.is_signed();
        if !self.cx.checks_overflow() {
            let amount = self.resize(amount, ty, amount_signed);
            let op = match (op, signed) {
                (BinOp::Shl, _) => BinaryOp::Shl,
                (_, true) => BinaryOp::ShrS,
                (_, false) => BinaryOp::ShrU,
            };
            return Ok(self.b.binary(op, value, amount));
        }
        let amount_ty = self.b.ty(amount);
        let amount = if amount_ty.bits() > ty.bits() && !self.is_small_constant(amount, ty) {
            // What the narrower type cannot hold must stay too large.
            let width = self.b.iconst(amount_ty, u64::from(ty.bits()));
            let fits = self.b.compare(Cond::LtU, amount, width);
            let narrow = self.resize(amount, ty, amount_signed);
            let too_large = self.b.iconst(ty, u64::MAX);
            self.b.select(fits, narrow, too_large)
        } else {
            self.resize(amount, ty, amount_signed)
        };
        match (op, signed) {
            (BinOp::Shl, _) => self.checked(CheckedOp::Shl, value, amount, TrapKind::ShlOverflow, span),
            (_, true) => self.checked(CheckedOp::ShrS, value, amount, TrapKind::ShrOverflow, span),
            (_, false) => self.checked(CheckedOp::ShrU, value, amount, TrapKind::ShrOverflow, span),
        }
    }

    /// Whether a value is a constant less than the width of a type.
    fn is_small_constant(&self, value: Value, ty: Type) -> bool {
        let func = self.b.func();
        let stair_ir::function::ValueDef::Result(inst, _) = func.values[value.index()].def else { return false };
        matches!(func.inst(inst).inst, stair_ir::inst::Inst::Const { bits, .. } if bits < u64::from(ty.bits()))
    }

    /// The IR type of a scalar type of the language.
    pub(crate) fn scalar_ty(&self, ty: Ty) -> R<Type> {
        match self.layout(ty)?.abi {
            Abi::Scalar(scalar) => Ok(scalar_type(scalar)),
            _ => self.inconsistent("a scalar type that is none"),
        }
    }
}
