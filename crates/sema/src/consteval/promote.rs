//! Promotion: what is borrowed and has a constant value lives in static memory, not in a temporary.

use super::eval::Machine;
use crate::Program;
use crate::ids::ExprId;
use crate::ty::{Ty, TyKind};
use crate::typed::{Body, Coercion, ConstValue, ExprKind, Owner};

/// Replace the operands of shared borrows that `rustc` promotes by their values, and those of `&mut []`.
pub fn promote(program: &Program, body: &mut Body) {
    if !matches!(body.owner, Owner::Fn(_)) {
        return;
    }
    for index in 0..body.exprs.len() {
        let ExprKind::Borrow { mutable, place } = body.exprs[index].kind else { continue };
        let ty = body.exprs[place.index()].ty;
        let empty = is_empty_array(program, ty);
        if mutable && !empty || !is_value(body, place) || !is_promotable(program, body, place) {
            continue;
        }
        if has_parameters(program, ty) {
            continue;
        }
        let value = if empty {
            Some(ConstValue::Aggregate([].into()))
        } else {
            Machine::new(program).standalone(body, place).ok()
        };
        if let Some(value) = value.filter(|value| !is_open_object(program, value)) {
            body.exprs[place.index()].kind = ExprKind::Constant(value);
        }
    }
}

fn is_empty_array(program: &Program, ty: Ty) -> bool {
    match program.types.kind(ty) {
        TyKind::Array(_, len) => program.types.const_value(len) == Some(0),
        _ => false,
    }
}

fn has_parameters(program: &Program, ty: Ty) -> bool {
    let mut found = false;
    program.types.fold(ty, &mut |t| {
        found |= matches!(program.types.kind(t), TyKind::Param(..) | TyKind::Projection(..) | TyKind::Error);
        t
    });
    found
}

/// Whether a trait object in a value is of a type that is not known here.
fn is_open_object(program: &Program, value: &ConstValue) -> bool {
    match value {
        ConstValue::Aggregate(parts) | ConstValue::Variant(_, parts) => {
            parts.iter().any(|part| is_open_object(program, part))
        }
        ConstValue::Repeat(value, _) | ConstValue::Ref(value, _) => is_open_object(program, value),
        ConstValue::Object(value, ty, object) => {
            has_parameters(program, *ty) || has_parameters(program, *object) || is_open_object(program, value)
        }
        _ => false,
    }
}

/// Whether something in a value of the type may change while it is shared.
pub(crate) fn has_cell(program: &Program, ty: Ty) -> bool {
    match program.types.kind(ty) {
        TyKind::Tuple(list) => program.types.list(list).iter().any(|&ty| has_cell(program, ty)),
        TyKind::Array(element, _) | TyKind::Slice(element) => has_cell(program, element),
        TyKind::Adt(adt, args) => {
            program.tables.library_adt("UnsafeCell") == Some(adt) || {
                let mut fields = program.adt_def(adt).variants.iter().flat_map(|v| &v.fields);
                // A type within itself is behind a pointer.
                fields.any(|field| has_cell(program, program.subst(field.ty, args)))
            }
        }
        _ => false,
    }
}

/// Whether the expression makes a value, rather than denoting a place that exists already. A constant stays as it is.
fn is_value(body: &Body, id: ExprId) -> bool {
    match body.exprs[id.index()].kind {
        ExprKind::Local(_) | ExprKind::Static(_) | ExprKind::Deref(_) | ExprKind::Constant(_) => false,
        ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => {
            is_value(body, base) || matches!(body.exprs[base.index()].kind, ExprKind::Constant(_))
        }
        _ => true,
    }
}

/// Whether something is to be done when a constant's value is dropped: that is asked of the value, not of its type.
fn const_needs_drop(program: &Program, def: crate::ids::ConstId, args: crate::ty::TyList, ty: Ty) -> bool {
    if !program.needs_drop(ty) {
        return false;
    }
    program.const_value(def, args).is_none_or(|value| value_needs_drop(program, &value, ty))
}

fn value_needs_drop(program: &Program, value: &ConstValue, ty: Ty) -> bool {
    if !program.needs_drop(ty) {
        return false;
    }
    if program.drop_impl(ty).is_some() {
        return true;
    }
    let fields = |variant: usize, values: &[ConstValue]| {
        let parts = program.drop_parts(ty);
        let parts = parts.get(variant).map_or(&[][..], Vec::as_slice);
        parts.iter().any(|&(i, ty)| values.get(i.0 as usize).is_none_or(|value| value_needs_drop(program, value, ty)))
    };
    match (value, program.types.kind(ty)) {
        (ConstValue::Aggregate(values), TyKind::Array(element, _)) => {
            values.iter().any(|value| value_needs_drop(program, value, element))
        }
        (ConstValue::Repeat(value, count), TyKind::Array(element, _)) => {
            *count > 0 && value_needs_drop(program, value, element)
        }
        (ConstValue::Aggregate(values), _) => fields(0, values),
        (ConstValue::Variant(variant, values), _) => fields(variant.0 as usize, values),
        _ => true,
    }
}

/// Whether `rustc` promotes an expression of this form, provided that it has a value.
fn is_promotable(program: &Program, body: &Body, id: ExprId) -> bool {
    let all = |ids: &[ExprId]| ids.iter().all(|&id| is_promotable(program, body, id));
    match &body.exprs[id.index()].kind {
        ExprKind::Constant(_) | ExprKind::FnItem => true,
        ExprKind::NamedConst(def, args) => {
            program.types.list(*args).iter().all(|&ty| !has_parameters(program, ty))
                && !has_cell(program, body.exprs[id.index()].ty)
                && !const_needs_drop(program, *def, *args, body.exprs[id.index()].ty)
        }
        ExprKind::Tuple(parts) | ExprKind::Array(parts) => all(parts),
        ExprKind::Adt { fields, base, .. } => {
            program.drop_impl(body.exprs[id.index()].ty).is_none()
                && fields.iter().all(|&(_, value)| is_promotable(program, body, value))
                && base.is_none_or(|base| is_promotable(program, body, base))
        }
        ExprKind::Repeat(element) => is_promotable(program, body, *element),
        ExprKind::Unary(_, operand) | ExprKind::Cast(_, operand) => is_promotable(program, body, *operand),
        ExprKind::Coerce(Coercion::Unsize | Coercion::ReifyFn, operand) => is_promotable(program, body, *operand),
        ExprKind::Binary(_, a, b) => all(&[*a, *b]),
        ExprKind::Field { base, .. } => is_promotable(program, body, *base),
        ExprKind::Index { base, index } => all(&[*base, *index]),
        ExprKind::Deref(pointer) => is_promotable(program, body, *pointer),
        ExprKind::Borrow { mutable, place } => {
            let empty = is_empty_array(program, body.exprs[place.index()].ty);
            (!mutable || empty) && is_promotable(program, body, *place)
        }
        _ => false,
    }
}
