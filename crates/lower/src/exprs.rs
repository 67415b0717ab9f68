//! Expressions: values, places, and the one function that all kinds go through.

use crate::error::{LowerError, R, Stop};
use crate::function::Lowerer;
use crate::places::{Base, Mem, Place, Val};
use stair_ir::inst::Type;
use stair_sema::ids::{ExprId, VariantIdx};
use stair_sema::layout::{Abi, Variants};
use stair_sema::ty::TyKind;
use stair_sema::typed::{Coercion, ConstValue, ExprKind};

/// The deepest nesting of expressions that is lowered. The parser accepts less; expansion adds some.
pub(crate) const MAX_DEPTH: u32 = 1000;

/// What to do with an expression's value.
#[derive(Clone, Debug)]
pub(crate) enum Want {
    /// Evaluate it for its effects only.
    Nothing,
    /// Hand it out.
    Value,
    /// Write it there. Nothing reads the place while the expression is evaluated.
    Into(Place),
}

impl Lowerer<'_, '_> {
    /// Evaluate an expression.
    pub(crate) fn operand(&mut self, id: ExprId) -> R<Val> {
        self.expr(id, &Want::Value)
    }

    /// Evaluate an expression that is one scalar.
    pub(crate) fn scalar(&mut self, id: ExprId) -> R<stair_ir::entities::Value> {
        match self.operand(id)? {
            Val::One(value) => Ok(value),
            _ => self.inconsistent("an expression that is not a scalar"),
        }
    }

    /// Evaluate an expression into a place that nothing reads meanwhile.
    pub(crate) fn into(&mut self, id: ExprId, place: &Place) -> R<()> {
        self.expr(id, &Want::Into(place.clone())).map(|_| ())
    }

    /// Evaluate an expression and drop its value.
    pub(crate) fn discard(&mut self, id: ExprId) -> R<()> {
        if !self.expr_needs_drop(id) {
            return self.expr(id, &Want::Nothing).map(|_| ());
        }
        let val = self.operand(id)?;
        let ty = self.expr_ty(id);
        self.drop_value(&Place::Val(val), ty)
    }

    /// Evaluate an expression as wanted; a value that nobody wants is dropped.
    pub(crate) fn wanted(&mut self, id: ExprId, want: &Want) -> R<Val> {
        match want {
            Want::Nothing => self.discard(id).map(|()| Val::Zero),
            _ => self.expr(id, want),
        }
    }

    /// Evaluate an expression that denotes no place into one.
    pub(crate) fn value_into(&mut self, id: ExprId, place: &Place) -> R<()> {
        self.expr_kind(id, &Want::Into(place.clone())).map(|_| ())
    }

    /// Evaluate an expression as wanted. The value is handed out for [`Want::Value`] only.
    pub(crate) fn expr(&mut self, id: ExprId, want: &Want) -> R<Val> {
        self.at_expr(id, |this| {
            let val = this.expr_kind(id, want)?;
            let ty = this.expr_ty(id);
            if this.cx.is_never(ty) {
                this.b.unreachable();
                return Err(Stop::Never);
            }
            Ok(val)
        })
    }

    /// Do something that comes from this expression.
    fn at_expr<T>(&mut self, id: ExprId, f: impl FnOnce(&mut Self) -> R<T>) -> R<T> {
        if self.depth >= MAX_DEPTH {
            return Err(LowerError::TooDeep { span: self.node(id).span }.into());
        }
        self.depth += 1;
        let outer = self.b.origin();
        self.b.set_origin(self.origin_of(id));
        let result = f(self);
        self.b.set_origin(outer);
        self.depth -= 1;
        result
    }

    /// Bring a value to where it is wanted.
    pub(crate) fn deliver(&mut self, val: Val, id: ExprId, want: &Want) -> R<Val> {
        match want {
            Want::Nothing => Ok(Val::Zero),
            Want::Value => Ok(val),
            Want::Into(place) => {
                if let Val::Mem(_) = val {
                    let ty = self.expr_ty(id);
                    self.copy(place, &Place::Val(val), ty)?;
                } else {
                    self.write(place, &val)?;
                }
                Ok(Val::Zero)
            }
        }
    }

    fn expr_kind(&mut self, id: ExprId, want: &Want) -> R<Val> {
        let node = self.node(id);
        match &node.kind {
            ExprKind::Constant(value) => {
                let value = self.instantiate(value);
                self.constant_expr(&value, id, want)
            }
            &ExprKind::NamedConst(def, args) => {
                let args = self.cx.program.subst_list(args, self.args);
                let Some(value) = self.cx.program.const_value(def, args) else {
                    return self.inconsistent("a constant without a value");
                };
                self.constant_expr(&value, id, want)
            }
            ExprKind::FnItem => Ok(Val::Zero),
            ExprKind::Local(_)
            | ExprKind::Static(_)
            | ExprKind::Field { .. }
            | ExprKind::Index { .. }
            | ExprKind::Deref(_) => self.read_place_expr(id, want),
            &ExprKind::Borrow { mutable, place } => {
                let reference = self.borrow(place, mutable)?;
                self.deliver(reference, id, want)
            }
            &ExprKind::Unary(op, operand) => {
                let val = self.unary(op, operand)?;
                self.deliver(val, id, want)
            }
            ExprKind::Binary(..) => {
                let val = self.binary(id)?;
                self.deliver(val, id, want)
            }
            ExprKind::And(..) | ExprKind::Or(..) | ExprKind::Let { .. } => {
                let val = self.short_circuit(id, want)?;
                self.deliver(val, id, want)
            }
            &ExprKind::Assign { place, value } => self.assign(place, value).map(|()| Val::Zero),
            &ExprKind::AssignOp { op, place, value } => self.assign_op(op, place, value).map(|()| Val::Zero),
            &ExprKind::Cast(kind, operand) => {
                let val = self.cast(kind, operand, id)?;
                self.deliver(val, id, want)
            }
            &ExprKind::Coerce(coercion, operand) => self.coerce(coercion, operand, id, want),
            ExprKind::Call { callee, args } => self.call(callee, args, id, want),
            ExprKind::Adt { .. }
            | ExprKind::Tuple(_)
            | ExprKind::Array(_)
            | ExprKind::Repeat(_)
            | ExprKind::Closure { .. } => self.aggregate(id, want),
            ExprKind::Block { .. }
            | ExprKind::If { .. }
            | ExprKind::Loop { .. }
            | ExprKind::While { .. }
            | ExprKind::ForRange { .. }
            | ExprKind::Break { .. }
            | ExprKind::Continue { .. }
            | ExprKind::Return(_) => self.control(id, want),
            ExprKind::Match { place, arms } => self.match_expr(*place, arms, id, want),
            ExprKind::Error => self.inconsistent("an erroneous expression"),
        }
    }

    fn read_place_expr(&mut self, id: ExprId, want: &Want) -> R<Val> {
        let place = self.place_kind(id)?;
        let ty = self.expr_ty(id);
        let val = match want {
            Want::Nothing => {
                self.note_taken(id);
                return Ok(Val::Zero);
            }
            Want::Into(to) => {
                self.copy(to, &place, ty)?;
                Val::Zero
            }
            Want::Value => {
                let layout = self.layout(ty)?;
                if layout.abi == Abi::Memory {
                    let mem = self.temp(ty, &layout)?;
                    self.copy(&Place::Mem(mem), &place, ty)?;
                    Val::Mem(mem)
                } else {
                    self.read(&place, ty)?
                }
            }
        };
        self.moved_out(id);
        Ok(val)
    }

    /// The place that an expression denotes, to be read or written; a temporary for any other expression.
    pub(crate) fn place(&mut self, id: ExprId) -> R<Place> {
        self.at_expr(id, |this| this.place_kind(id))
    }

    fn place_kind(&mut self, id: ExprId) -> R<Place> {
        if let Some(place) = self.dropped_temporary(id)? {
            return Ok(place);
        }
        match &self.node(id).kind {
            &ExprKind::Local(local) => Ok(self.local(local).place.clone()),
            &ExprKind::Static(def) => Ok(Place::Mem(Mem::at(Base::Data(self.cx.static_data(def)?)))),
            &ExprKind::Field { base, field } => {
                let place = self.place(base)?;
                let ty = self.expr_ty(base);
                let variant = match &self.layout(ty)?.variants {
                    Variants::None => None,
                    Variants::Single { variant, .. } => Some(*variant),
                    Variants::Multiple { .. } => Some(VariantIdx(0)),
                };
                Ok(self.field(&place, ty, variant, field)?.0)
            }
            &ExprKind::Index { base, index } => self.index_place(base, index, id),
            &ExprKind::Deref(pointer) => {
                let ty = self.expr_ty(pointer);
                let pointer = if self.cx.program.boxed(ty).is_some() {
                    // The box stays what it is, and where.
                    let place = self.place(pointer)?;
                    self.read(&place, ty)?
                } else {
                    self.pointer(pointer)?
                };
                self.deref(pointer)
            }
            ExprKind::Constant(value) => {
                let value = self.instantiate(value);
                self.constant_place(&value, id)
            }
            &ExprKind::NamedConst(def, args) => {
                let args = self.cx.program.subst_list(args, self.args);
                match self.cx.program.const_value(def, args) {
                    Some(value) => self.constant_place(&value, id),
                    None => self.inconsistent("a constant without a value"),
                }
            }
            _ => Ok(Place::Val(self.operand(id)?)),
        }
    }

    /// The value of a pointer that is looked through: one in a place stays there.
    fn pointer(&mut self, id: ExprId) -> R<Val> {
        match self.node(id).kind {
            ExprKind::Local(_) | ExprKind::Field { .. } | ExprKind::Index { .. } | ExprKind::Deref(_) => {
                self.at_expr(id, |this| {
                    let place = this.place_kind(id)?;
                    let ty = this.expr_ty(id);
                    this.read(&place, ty)
                })
            }
            _ => self.operand(id),
        }
    }

    /// A constant as a place to be read: static memory if it is large.
    fn constant_place(&mut self, value: &ConstValue, id: ExprId) -> R<Place> {
        let ty = self.expr_ty(id);
        let layout = self.layout(ty)?;
        if layout.abi != Abi::Memory {
            return Ok(Place::Val(self.constant(value, ty)?));
        }
        let data = self.cx.constant_data(value, ty, self.b.origin().span)?;
        Ok(Place::Mem(Mem::at(Base::Data(data))))
    }

    fn index_place(&mut self, base: ExprId, index: ExprId, id: ExprId) -> R<Place> {
        let place = self.place(base)?;
        let ty = self.expr_ty(base);
        let (element_ty, array_len) = self.elements(ty)?;
        let layout = self.layout(element_ty)?;
        let span = self.node(id).span;
        if let (ExprKind::Constant(ConstValue::Scalar(at)), Some(len)) = (&self.node(index).kind, array_len)
            && (0..i128::from(len)).contains(at)
        {
            let mem = self.in_memory(&place, ty)?;
            return Ok(Place::Mem(self.offset_mem(mem, *at as u64 * layout.size)));
        }
        let mem = match &place {
            Place::Mem(mem) => *mem,
            place => self.in_memory(place, ty)?,
        };
        let index = self.scalar(index)?;
        let len = match (array_len, mem.len) {
            (Some(len), _) => self.b.iconst(Type::I64, len),
            (None, Some(len)) => len,
            (None, None) => return self.inconsistent("a slice without a length"),
        };
        self.check_bounds(index, len, span)?;
        Ok(Place::Mem(self.element(mem, index, &layout)))
    }

    /// `&place` or `&mut place`.
    fn borrow(&mut self, id: ExprId, mutable: bool) -> R<Val> {
        let ty = self.expr_ty(id);
        let place = self.at_expr(id, |this| this.borrowed_place(id, mutable))?;
        self.reference(&place, ty)
    }

    /// The place in memory that an expression denotes; a temporary for an expression that denotes none, and for a constant
    /// that could be changed.
    fn borrowed_place(&mut self, id: ExprId, mutable: bool) -> R<Place> {
        if let Some(place) = self.dropped_temporary(id)? {
            return Ok(place);
        }
        match &self.node(id).kind {
            ExprKind::Local(_) | ExprKind::Static(_) | ExprKind::Deref(_) => self.place_kind(id),
            &ExprKind::Index { base, .. } | &ExprKind::Field { base, .. } if !mutable || self.is_place(base) => {
                self.place_kind(id)
            }
            ExprKind::Constant(value) if !mutable => {
                let ty = self.expr_ty(id);
                if self.layout(ty)?.abi == Abi::Zero {
                    return Ok(Place::Val(Val::Zero));
                }
                let value = self.instantiate(value);
                let data = self.cx.constant_data(&value, ty, self.b.origin().span)?;
                Ok(Place::Mem(Mem::at(Base::Data(data))))
            }
            &ExprKind::Field { base, field } => {
                let place = self.at_expr(base, |this| this.borrowed_place(base, mutable))?;
                let ty = self.expr_ty(base);
                Ok(self.field(&place, ty, None, field)?.0)
            }
            _ => {
                let ty = self.expr_ty(id);
                let layout = self.layout(ty)?;
                let mem = self.temp(ty, &layout)?;
                self.expr_kind(id, &Want::Into(Place::Mem(mem)))?;
                Ok(if layout.abi == Abi::Zero { Place::Val(Val::Zero) } else { Place::Mem(mem) })
            }
        }
    }

    /// Whether an expression denotes a place that outlives it and may be written to.
    fn is_place(&self, id: ExprId) -> bool {
        match self.node(id).kind {
            ExprKind::Local(_) | ExprKind::Static(_) | ExprKind::Deref(_) => true,
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => self.is_place(base),
            _ => false,
        }
    }

    fn coerce(&mut self, coercion: Coercion, operand: ExprId, id: ExprId, want: &Want) -> R<Val> {
        match coercion {
            Coercion::NeverToAny => {
                self.discard(operand)?;
                self.b.unreachable();
                Err(Stop::Never)
            }
            Coercion::Unsize => {
                let (from, to) = (self.expr_ty(operand), self.expr_ty(id));
                let pointer = self.operand(operand)?;
                let pointer = self.unsize(pointer, from, to)?;
                self.deliver(pointer, id, want)
            }
            Coercion::ReifyFn => {
                let ty = self.expr_ty(operand);
                self.discard(operand)?;
                let (TyKind::FnDef(def, args) | TyKind::Closure(def, args)) = self.cx.program.types.kind(ty) else {
                    return self.inconsistent("a function pointer to what is not a function");
                };
                let address = self.fn_address(def, args)?;
                self.deliver(Val::One(address), id, want)
            }
        }
    }

    /// `place = value`.
    fn assign(&mut self, place: ExprId, value: ExprId) -> R<()> {
        let ty = self.expr_ty(value);
        if self.needs_drop(ty) {
            return self.replace(place, value, ty);
        }
        let layout = self.expr_layout(value)?;
        if layout.abi != Abi::Memory {
            let val = self.operand(value)?;
            let to = self.place(place)?;
            self.write(&to, &val)?;
            self.note_given(place);
            return Ok(());
        }
        if self.may_build_in_place(place, value) {
            let to = self.place(place)?;
            self.into(value, &to)?;
            self.note_given(place);
            return Ok(());
        }
        let from = if self.is_place(value) && self.is_simple_place(place) {
            let from = self.place(value)?;
            self.note_taken(value);
            from
        } else {
            Place::Val(self.operand(value)?)
        };
        let to = self.place(place)?;
        self.copy(&to, &from, ty)?;
        self.note_given(place);
        Ok(())
    }

    /// `place = value` where the old value has to be dropped: after the new one was evaluated.
    fn replace(&mut self, id: ExprId, value: ExprId, ty: stair_sema::ty::Ty) -> R<()> {
        let val = Place::Val(self.operand(value)?);
        let held = self.hold(&val, ty)?;
        let place = self.place(id)?;
        self.replace_value(id, &place, &val, ty, held)
    }
}
