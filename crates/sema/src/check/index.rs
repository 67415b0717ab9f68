//! `x[i]`: built in for arrays and slices with an index of type `usize`, else through the trait `Index`.

use super::{Cause, Expect, FnCtxt};
use crate::defs::TraitRef;
use crate::ids::ExprId;
use crate::traits::Goal;
use crate::ty::{InferTy, IntTy, Ty, TyKind};
use crate::typed::{Callee, Coercion, ExprKind};
use stair_source::{Code, Diagnostic};
use stair_syntax::ast;

impl FnCtxt<'_> {
    /// `base[index]`.
    pub(crate) fn index(&mut self, base: &ast::Expr, index: &ast::Expr, expr: &ast::Expr) -> ExprId {
        let base_id = self.check(base, Expect::No);
        let index_id = self.check(index, Expect::No);
        let base_ty = self.ty(base_id);
        let Some(base_ty) = self.known(base_ty, base.span) else { return self.error_expr(expr.span, expr.id) };
        if self.p.types.kind(base_ty) == TyKind::Error {
            return self.error_expr(expr.span, expr.id);
        }
        let raw_index_ty = self.ty(index_id);
        let index_ty = self.try_known(raw_index_ty);
        let is_usize = matches!(
            self.p.types.kind(index_ty),
            TyKind::Int(IntTy::Usize) | TyKind::Infer(InferTy::Int(_)) | TyKind::Error | TyKind::Never
        );
        let mut place = base_id;
        let mut ty = base_ty;
        for _ in 0..super::method::MAX_AUTODEREF {
            match self.p.types.kind(ty) {
                TyKind::Array(element, _) | TyKind::Slice(element) if is_usize => {
                    let usize = self.common().usize;
                    let index_id = self.demand_coerce(index_id, usize);
                    return self.push(ExprKind::Index { base: place, index: index_id }, element, expr.span, expr.id);
                }
                _ => {}
            }
            if let Some(found) = self.overloaded_index(place, ty, index_id, expr, base.span.hi) {
                return found;
            }
            match self.deref_step(place, ty, false) {
                Some((next, target)) => (place, ty) = (next, target),
                None => break,
            }
        }
        if self.infer.has_error(index_ty) {
            return self.error_expr(expr.span, expr.id);
        }
        // An array or slice, but an index of another type.
        let mut at = base_ty;
        let mut depth = 0;
        loop {
            match self.p.types.kind(at) {
                TyKind::Ref(inner, _) => at = self.infer.shallow(inner),
                ref kind if super::method::may_deref(kind) && depth < super::method::MAX_AUTODEREF => {
                    let Some(target) = self.p.boxed(at).or_else(|| self.deref_target(at)) else { break };
                    at = self.infer.shallow(target);
                    depth += 1;
                }
                TyKind::Array(e, _) | TyKind::Slice(e) => {
                    if let TyKind::Infer(InferTy::General(_)) = self.p.types.kind(index_ty) {
                        let usize = self.common().usize;
                        let index_id = self.demand_coerce(index_id, usize);
                        return self.push(ExprKind::Index { base: base_id, index: index_id }, e, expr.span, expr.id);
                    }
                    let element = self.name(e);
                    let found = self.name(index_ty);
                    let d = Diagnostic::new(
                        Code::E0277,
                        index.span,
                        format!("the type `[{element}]` cannot be indexed by `{found}`"),
                    )
                    .primary("slice indices are of type `usize` or ranges of `usize`")
                    .help(format!("the trait `SliceIndex<[{element}]>` is not implemented for `{found}`"));
                    let d = if matches!(self.p.types.kind(index_ty), TyKind::Int(_)) {
                        match index.kind {
                            ast::ExprKind::Path(_) | ast::ExprKind::MethodCall { .. } | ast::ExprKind::Call(..) => {
                                d.suggest("convert the index", index.span.shrink_to_hi(), " as usize")
                            }
                            _ => d.help("convert the index to `usize`, with `as` or `try_into`"),
                        }
                    } else {
                        d
                    };
                    return self.report_expr(d, expr.span, expr.id);
                }
                TyKind::Str => {
                    let found = self.name(index_ty);
                    let d = Diagnostic::new(
                        Code::E0277,
                        index.span,
                        format!("the type `str` cannot be indexed by `{found}`"),
                    )
                    .primary("string indices are ranges of `usize`")
                    .note("you can use `.chars().nth()` or `.bytes().nth()`")
                    .help(format!("the trait `SliceIndex<str>` is not implemented for `{found}`"));
                    return self.report_expr(d, expr.span, expr.id);
                }
                _ => break,
            }
        }
        let name = self.name(base_ty);
        let brackets = stair_source::Span { lo: base.span.hi.min(expr.span.hi), ..expr.span };
        let mut d = Diagnostic::new(Code::E0608, brackets, format!("cannot index into a value of type `{name}`"));
        if let TyKind::Tuple(_) = self.p.types.kind(base_ty) {
            d = d.help("to access tuple elements, use tuple indexing syntax: `value.0`");
        }
        self.report_expr(d, expr.span, expr.id)
    }

    /// Through the trait `Index`, if the type at this step implements it.
    fn overloaded_index(
        &mut self,
        place: ExprId,
        ty: Ty,
        index: ExprId,
        expr: &ast::Expr,
        base_end: u32,
    ) -> Option<ExprId> {
        let t = self.p.tables.library_trait("Index")?;
        let output = self.p.assoc_type_named(t, "Output")?;
        let method = self.p.tables.fn_named(&self.p.tables.traits[t.index()].fns, "index")?;
        let index_ty = self.ty(index);
        // An array is indexed as a slice too.
        let mut steps = vec![(ty, false)];
        if let TyKind::Array(element, _) = self.kind(ty) {
            steps.push((self.p.types.mk(TyKind::Slice(element)), true));
        }
        for (self_ty, unsize) in steps {
            let input = self.infer.new_var(self.span(index));
            let args = self.p.types.mk_list(&[self_ty, input]);
            let goal = Goal::Trait(TraitRef { def: t, args });
            if !self.may_hold(&goal) {
                continue;
            }
            // With this index?
            let exact = self.p.types.mk_list(&[self_ty, index_ty]);
            let exact_goal = Goal::Trait(TraitRef { def: t, args: exact });
            if !self.may_hold(&exact_goal) {
                // One implementation may still take it after a coercion.
                let snapshot = self.infer.snapshot();
                let single = matches!(self.select(|s| s.solve(&goal, 0)), crate::traits::Selection::Yes(..));
                let input_ty = self.infer.resolve(input);
                let is_var = matches!(self.kind(input_ty), TyKind::Infer(InferTy::General(_)));
                if !single
                    || is_var
                    || unsize
                    || matches!(self.kind(ty), TyKind::Slice(_) | TyKind::Str | TyKind::Array(..))
                {
                    self.infer.rollback(snapshot);
                    continue;
                }
            }
            if self.may_hold(&exact_goal) {
                self.infer.unify(input, index_ty);
            }
            let index = self.demand_coerce(index, input);
            self.require(goal, expr.span, Cause::Index);
            let projection = self.p.types.mk(TyKind::Projection(output, args));
            let element = self.normalize(projection, expr.span);
            let step_ref = self.p.types.mk_ref(self.infer.shallow(ty), false);
            let mut receiver = self.push_like(place, ExprKind::Borrow { mutable: false, place }, step_ref);
            if unsize {
                let slice_ref = self.p.types.mk_ref(self_ty, false);
                receiver = self.push_like(place, ExprKind::Coerce(Coercion::Unsize, receiver), slice_ref);
            }
            let element_ref = self.p.types.mk_ref(element, false);
            let mut call_args = vec![receiver, index];
            if self.p.has_caller_param(method) {
                let location = self.p.location_ref();
                // A panic is reported at the brackets.
                let brackets = stair_source::Span { lo: base_end.min(expr.span.hi), ..expr.span };
                call_args.push(self.location_at(brackets, location, expr.span, expr.id));
            }
            let call = self.push(
                ExprKind::Call { callee: Callee::Fn(method, args), args: call_args },
                element_ref,
                expr.span,
                expr.id,
            );
            let result = self.push(ExprKind::Deref(call), element, expr.span, expr.id);
            self.overloaded_places.push(result);
            return Some(result);
        }
        None
    }
}
