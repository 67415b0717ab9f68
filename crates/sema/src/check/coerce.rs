//! Coercions: at their sites an expression's type may change without being written.

use super::{Cause, Expect, FnCtxt};
use crate::gate::Refused;
use crate::ids::ExprId;
use crate::traits::Goal;
use crate::ty::{InferTy, Ty, TyKind};
use crate::typed::{Callee, CastKind, Coercion, Expr, ExprKind};
use stair_source::Span;
use stair_syntax::ast;

/// A place where a type is wanted, for the wording of E0308.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) span: Span,
    /// Another headline than "mismatched types".
    pub(crate) headline: Option<String>,
    /// Another code than E0308, for an `if` without `else`.
    pub(crate) code: Option<stair_source::Code>,
    /// What is said where.
    pub(crate) labels: Vec<(Span, String)>,
    pub(crate) suggestion: Option<(String, Span, String)>,
    pub(crate) notes: Vec<String>,
}

impl Site {
    pub(crate) fn new(span: Span) -> Self {
        Self { span, headline: None, code: None, labels: Vec::new(), suggestion: None, notes: Vec::new() }
    }

    /// With a remark about where the expectation comes from; `{}` stands for the expected type.
    pub(crate) fn because_of(mut self, span: Option<Span>, text: &str) -> Self {
        if let Some(span) = span {
            self.labels.push((span, text.to_owned()));
        }
        self
    }
}

/// The common type of several expressions: branches, elements, values of `break`.
pub(crate) struct CoerceMany {
    expected: Ty,
    merged: Option<Ty>,
    exprs: Vec<ExprId>,
}

impl CoerceMany {
    pub(crate) fn new(expected: Ty) -> Self {
        Self { expected, merged: None, exprs: Vec::new() }
    }

    /// The type that was wanted at the outset.
    pub(crate) fn expected(&self) -> Ty {
        self.expected
    }

    /// The common type so far.
    pub(crate) fn merged(&self) -> Ty {
        self.merged.unwrap_or(self.expected)
    }

    /// Whether anything was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.merged.is_none()
    }

    /// Add an expression; the expression after coercion.
    pub(crate) fn add(&mut self, fcx: &mut FnCtxt<'_>, expr: ExprId, site: &Site) -> ExprId {
        let target = self.merged();
        let target = fcx.try_known(target);
        if let Some(coerced) = fcx.coerce(expr, target) {
            if self.merged.is_none() {
                self.merged = Some(target);
            }
            self.exprs.push(coerced);
            return coerced;
        }
        if self.merged.is_some()
            && let Some(coerced) = self.to_fn_pointers(fcx, expr)
        {
            return coerced;
        }
        fcx.report_mismatch(expr, target, site);
        self.merged = Some(fcx.common().error);
        expr
    }

    /// Functions of different types meet as pointers.
    fn to_fn_pointers(&mut self, fcx: &mut FnCtxt<'_>, expr: ExprId) -> Option<ExprId> {
        let (merged, new) = (fcx.infer.shallow(self.merged()), fcx.ty(expr));
        let is_fn = |kind| matches!(kind, TyKind::FnDef(..) | TyKind::Closure(..));
        if !is_fn(fcx.kind(merged)) || !is_fn(fcx.kind(new)) {
            return None;
        }
        let pointer = fcx.fn_pointer_of(merged)?;
        let coerced = fcx.coerce(expr, pointer)?;
        for &earlier in &self.exprs {
            fcx.wrap_in_place(earlier, ExprKind::Coerce(Coercion::ReifyFn, earlier), pointer);
        }
        self.exprs.push(coerced);
        self.merged = Some(pointer);
        Some(coerced)
    }

    /// Add `()` without an expression.
    pub(crate) fn add_unit(&mut self, fcx: &mut FnCtxt<'_>, site: &Site) {
        let unit = fcx.common().unit;
        let target = fcx.try_known(self.merged());
        if fcx.infer.unify(target, unit) {
            self.merged = Some(target);
        } else {
            fcx.report_mismatch_types(target, unit, site, None);
            self.merged = Some(fcx.common().error);
        }
    }

    /// The common type: `!` if nothing was added.
    pub(crate) fn complete(&self, fcx: &FnCtxt<'_>) -> Ty {
        self.merged.unwrap_or(fcx.common().never)
    }
}

impl<'p> FnCtxt<'p> {
    /// Put an expression in the place of the one with this id, which moves to a new id and becomes its operand.
    pub(crate) fn wrap_in_place(&mut self, id: ExprId, kind: ExprKind, ty: Ty) {
        let inner = self.exprs[id.index()].clone();
        let (span, node) = (inner.span, inner.node);
        self.exprs.push(inner);
        let moved = ExprId(self.exprs.len() as u32 - 1);
        let kind = match kind {
            ExprKind::Coerce(c, _) => ExprKind::Coerce(c, moved),
            other => other,
        };
        self.exprs[id.index()] = Expr { kind, ty, span, node };
    }

    /// Check an expression that will be coerced to a type.
    pub(crate) fn coercible(&mut self, expr: &ast::Expr, ty: Ty) -> ExprId {
        let id = self.check(expr, Expect::Has(ty));
        self.demand_coerce(id, ty)
    }

    /// Coerce, or report E0308.
    pub(crate) fn demand_coerce(&mut self, expr: ExprId, ty: Ty) -> ExprId {
        let site = Site::new(self.span(expr));
        self.coerce_or_report(expr, ty, &site)
    }

    /// Coerce, or report E0308 at a site.
    pub(crate) fn coerce_or_report(&mut self, expr: ExprId, ty: Ty, site: &Site) -> ExprId {
        let ty = self.try_known(ty);
        match self.coerce(expr, ty) {
            Some(coerced) => coerced,
            None => {
                self.report_mismatch(expr, ty, site);
                self.push_like(expr, ExprKind::Error, ty)
            }
        }
    }

    /// Coerce an expression to a type; `None` if that is impossible.
    pub(crate) fn coerce(&mut self, expr: ExprId, to: Ty) -> Option<ExprId> {
        let from = self.ty(expr);
        let from = self.try_known(from);
        let to = self.infer.shallow(to);
        if let Some(object) = self.coerce_to_object(expr, from, to) {
            return Some(object);
        }
        let (kf, kt) = (self.p.types.kind(from), self.p.types.kind(to));
        match (&kf, &kt) {
            (TyKind::Never, TyKind::Never) => Some(expr),
            (TyKind::Never, _) => Some(self.never_to(expr, to)),
            (TyKind::Infer(InferTy::General(_)), _) => self.infer.unify(from, to).then_some(expr),
            (TyKind::Ref(..), TyKind::Ref(target, mutable)) => self.coerce_ref(expr, from, *target, *mutable, to),
            (TyKind::Ref(source, m), TyKind::Ptr(target, n)) => {
                if *n && !*m {
                    return None;
                }
                if !self.infer.unify(*source, *target) {
                    let TyKind::Array(e, _) = self.kind(*source) else { return None };
                    let TyKind::Slice(f) = self.kind(*target) else { return None };
                    if !self.infer.unify(e, f) {
                        return None;
                    }
                    let slice_ref = self.p.types.mk_ref(*target, *n);
                    let unsized_ref = self.coerce_ref(expr, from, *target, *n, slice_ref)?;
                    let place = self.push_like(unsized_ref, ExprKind::Deref(unsized_ref), *target);
                    return Some(self.push_like(expr, ExprKind::Borrow { mutable: *n, place }, to));
                }
                let place = self.push_like(expr, ExprKind::Deref(expr), *source);
                Some(self.push_like(expr, ExprKind::Borrow { mutable: *n, place }, to))
            }
            (TyKind::Ptr(source, m), TyKind::Ptr(target, n)) => {
                if m == n || (*n && !*m) || !self.infer.unify(*source, *target) {
                    return self.infer.unify(from, to).then_some(expr);
                }
                Some(self.push_like(expr, ExprKind::Cast(CastKind::Pointer, expr), to))
            }
            (TyKind::Adt(..), TyKind::Adt(..)) => {
                // Arrays in boxes, and shared ones, become slices.
                if let Some((source, target)) = self.owners(from, to)
                    && let (TyKind::Array(element, _), TyKind::Slice(wanted)) = (self.kind(source), self.kind(target))
                    && self.infer.unify(element, wanted)
                {
                    return Some(self.unsize(expr, to));
                }
                self.infer.unify(from, to).then_some(expr)
            }
            (TyKind::FnDef(id, _), TyKind::FnPtr(_)) => {
                let id = *id;
                let pointer = self.fn_pointer_of(from)?;
                if !self.infer.unify(pointer, to) {
                    return None;
                }
                if self.p.has_caller_param(id) && self.p.declared_at(id).is_none() {
                    self.refuse(Refused::TrackCallerPointer, self.span(expr));
                }
                Some(self.push_like(expr, ExprKind::Coerce(Coercion::ReifyFn, expr), to))
            }
            (TyKind::Closure(..), TyKind::FnPtr(_)) => {
                let pointer = self.closure_pointer(from, self.span(expr))?;
                self.infer
                    .unify(pointer, to)
                    .then(|| self.push_like(expr, ExprKind::Coerce(Coercion::ReifyFn, expr), to))
            }
            _ => self.infer.unify(from, to).then_some(expr),
        }
    }

    /// The pointer type of a function's own type.
    pub(crate) fn fn_pointer_of(&mut self, ty: Ty) -> Option<Ty> {
        if let TyKind::Closure(id, _) = self.kind(ty) {
            return self.closure_pointer(ty, self.p.tables.fns[id.index()].item.name.span);
        }
        let TyKind::FnDef(id, args) = self.kind(ty) else { return None };
        let sig = self.p.fn_sig(id);
        let mut list: Vec<Ty> =
            crate::display::visible_params(self.p, id).iter().map(|&t| self.p.types.subst(t, args)).collect();
        list.push(self.p.types.subst(sig.ret, args));
        let span = sig.name_span;
        let list: Vec<Ty> = list.into_iter().map(|t| self.normalize(t, span)).collect();
        Some(self.p.types.mk(TyKind::FnPtr(self.p.types.mk_list(&list))))
    }

    /// `&T` or `&mut T` to a reference: reborrowing, unsizing and going through `Deref`.
    fn coerce_ref(&mut self, expr: ExprId, from: Ty, target: Ty, mutable: bool, to: Ty) -> Option<ExprId> {
        let TyKind::Ref(source, from_mutable) = self.kind(from) else { return None };
        if mutable && !from_mutable {
            return None;
        }
        // Arrays become slices.
        if let (TyKind::Array(element, _), TyKind::Slice(wanted)) = (self.kind(source), self.kind(target)) {
            if !self.infer.unify(element, wanted) {
                return None;
            }
            let array_ref = self.p.types.mk_ref(source, mutable);
            let inner = self.reborrow(expr, source, from_mutable, mutable, array_ref);
            return Some(self.push_like(expr, ExprKind::Coerce(Coercion::Unsize, inner), to));
        }
        if self.infer.unify(source, target) {
            return Some(self.reborrow(expr, source, from_mutable, mutable, to));
        }
        // Dereferences, one after the other, until the types agree.
        let snapshot_len = self.exprs.len();
        let mut place = self.push_like(expr, ExprKind::Deref(expr), source);
        let mut ty = source;
        for _ in 0..super::method::MAX_AUTODEREF {
            let Some((next_place, next)) = self.deref_step(place, ty, mutable) else { break };
            (place, ty) = (next_place, next);
            if self.infer.unify(ty, target) {
                return Some(self.push_like(expr, ExprKind::Borrow { mutable, place }, to));
            }
        }
        self.exprs.truncate(snapshot_len);
        self.overloaded_places.retain(|e| e.index() < snapshot_len);
        None
    }

    /// A pointer to a value becomes one to a trait object; `None` where that is no such coercion.
    fn coerce_to_object(&mut self, expr: ExprId, from: Ty, to: Ty) -> Option<ExprId> {
        let (source, target) = match (self.kind(from), self.kind(to)) {
            (TyKind::Ref(source, m), TyKind::Ref(target, n)) if m || !n => (source, target),
            (TyKind::Adt(..), TyKind::Adt(..)) => self.owners(from, to)?,
            _ => return None,
        };
        let (source, target) = (self.infer.shallow(source), self.infer.shallow(target));
        let TyKind::Dyn(t, list, autos) = self.kind(target) else { return None };
        let source = match self.kind(source) {
            TyKind::Infer(InferTy::General(_)) => self.try_known(source),
            _ => source,
        };
        let cause = Cause::Unsize { from, to };
        match self.kind(source) {
            TyKind::Dyn(s, own, m) => {
                if s == t {
                    if m == autos || !m.includes(autos) || !self.infer.unify_lists(own, list) {
                        return None;
                    }
                } else {
                    if !m.includes(autos) {
                        return None;
                    }
                    let above = self.p.objects_above(source, t, autos);
                    above.into_iter().find(|&above| self.infer.unify(above, target))?;
                }
            }
            TyKind::Error => return None,
            TyKind::Infer(InferTy::General(_)) if !self.must_be_sized(source) => return None,
            _ => {
                let span = self.span(expr);
                let goals = self.p.object_goals(source, target);
                self.require_all(goals, span, &cause);
                if let Some(sized) = self.library_goal("Sized", &[source]) {
                    self.require(sized, span, cause);
                }
            }
        }
        let inner = match (self.kind(from), self.kind(to)) {
            (TyKind::Ref(_, from_mutable), TyKind::Ref(_, mutable)) => {
                let thin = self.p.types.mk_ref(source, mutable);
                self.reborrow(expr, source, from_mutable, mutable, thin)
            }
            _ => expr,
        };
        Some(self.unsize(inner, to))
    }

    /// What two pointers of the same kind lead to: boxes, or pointers that share what they lead to.
    fn owners(&self, from: Ty, to: Ty) -> Option<(Ty, Ty)> {
        let (TyKind::Adt(a, x), TyKind::Adt(b, y)) = (self.kind(from), self.kind(to)) else { return None };
        let first = |list| self.p.types.list(list).first().copied();
        (a == b && (self.p.boxed(from).is_some() || self.p.is_counted(a))).then_some((first(x)?, first(y)?))
    }

    /// A pointer that becomes one to what has no known size. An `Rc` is taken apart for that, and put together again.
    fn unsize(&mut self, pointer: ExprId, to: Ty) -> ExprId {
        let from = self.ty(pointer);
        let (TyKind::Adt(adt, x), TyKind::Adt(_, y)) = (self.kind(from), self.kind(to)) else {
            return self.push_like(pointer, ExprKind::Coerce(Coercion::Unsize, pointer), to);
        };
        let (Some(apart), Some(together)) = (self.p.counted_fn(adt, "into_raw"), self.p.counted_fn(adt, "from_raw"))
        else {
            return self.push_like(pointer, ExprKind::Coerce(Coercion::Unsize, pointer), to);
        };
        let raw = |list| Some(self.p.types.mk(TyKind::Ptr(*self.p.types.list(list).first()?, false)));
        let error = self.p.types.common.error;
        let (thin, fat) = (raw(x).unwrap_or(error), raw(y).unwrap_or(error));
        let call = |f, list, arg| ExprKind::Call { callee: Callee::Fn(f, list), args: vec![arg] };
        let raw = self.push_like(pointer, call(apart, x, pointer), thin);
        let raw = self.push_like(pointer, ExprKind::Coerce(Coercion::Unsize, raw), fat);
        self.push_like(pointer, call(together, y, raw), to)
    }

    /// Whether something says that a type, which is not known, has a size.
    fn must_be_sized(&self, ty: Ty) -> bool {
        let sized = self.p.tables.library_trait("Sized");
        self.pending.iter().any(|obligation| match obligation.goal {
            Goal::Trait(t) if Some(t.def) == sized => {
                self.p.types.list(t.args).first().is_some_and(|&s| self.infer.shallow(s) == ty)
            }
            _ => false,
        })
    }

    /// `&*x` or `&mut *x`, left out where a shared reference stays what it is.
    pub(crate) fn reborrow(&mut self, expr: ExprId, pointee: Ty, from_mutable: bool, mutable: bool, to: Ty) -> ExprId {
        if !from_mutable {
            return expr;
        }
        let place = self.push_like(expr, ExprKind::Deref(expr), pointee);
        self.push_like(expr, ExprKind::Borrow { mutable, place }, to)
    }

    /// An expression that never finishes, as one of any type.
    pub(crate) fn never_to(&mut self, expr: ExprId, ty: Ty) -> ExprId {
        if let TyKind::Infer(InferTy::General(_)) = self.kind(ty) {
            // Falls back to `!` where nothing else determines it.
            let var = self.infer.new_diverging(self.span(expr));
            self.infer.unify(ty, var);
        }
        self.push_like(expr, ExprKind::Coerce(Coercion::NeverToAny, expr), ty)
    }
}
