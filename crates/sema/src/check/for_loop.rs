//! `for` loops: over ranges of integers and `char`s, which have a form of their own in the typed tree, and over whatever
//! implements `IntoIterator`.

use super::{Cause, Expect, FnCtxt, RefutableIn, TargetKind};
use crate::ids::{ExprId, FieldIdx, PatId};
use crate::ty::{InferTy, Ty, TyKind};
use crate::typed::{Arm, BindingMode, Block, Callee, ExprKind, PatKind, Stmt, StmtKind};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Ident};

impl FnCtxt<'_> {
    /// `for pat in iter { … }`.
    pub(crate) fn for_expr(
        &mut self,
        pat: &ast::Pat,
        iter: &ast::Expr,
        body: &ast::Block,
        label: Option<&Ident>,
        expr: &ast::Expr,
    ) -> ExprId {
        let mut inner = iter;
        while let ast::ExprKind::Paren(e) = &inner.kind {
            inner = e;
        }
        let ast::ExprKind::Range { lo: Some(lo), hi: Some(hi), inclusive } = &inner.kind else {
            return self.for_other(pat, iter, body, label, expr);
        };
        let element = self.infer.new_var(iter.span);
        let start = self.check(lo, Expect::No);
        let start_ty = self.ty(start);
        let start = if self.infer.unify(element, start_ty) { start } else { self.demand_coerce(start, element) };
        let end = self.check(hi, Expect::Has(element));
        let end = self.demand_coerce(end, element);
        self.for_bounds(pat, element, (start, end, *inclusive), iter.span, body, label, expr)
    }

    /// The loop over bounds that were checked.
    #[allow(clippy::too_many_arguments, reason = "the parts of one loop")]
    fn for_bounds(
        &mut self,
        pat: &ast::Pat,
        element: Ty,
        (start, end, inclusive): (ExprId, ExprId, bool),
        range_span: Span,
        body: &ast::Block,
        label: Option<&Ident>,
        expr: &ast::Expr,
    ) -> ExprId {
        let unit = self.common().unit;
        self.ranges.push((element, range_span));
        let range_diverges = self.diverges;
        let id = self.enter_loop(label, TargetKind::For, None);
        self.enter_scope(None);
        let mut seen = Vec::new();
        self.pat_source = "for binding";
        let pat = self.top_pattern(pat, element, Some(range_span), &mut seen);
        self.pat_source = "let binding";
        self.refutability.push((pat, RefutableIn::For));
        let block = self.unit_block(body);
        self.leave_scope();
        self.targets.pop();
        self.diverges = range_diverges;
        let kind = ExprKind::ForRange { label: id, pat, start, end, inclusive, body: block };
        self.push(kind, unit, expr.span, expr.id)
    }

    /// `for` over something that is not written as a range.
    fn for_other(
        &mut self,
        pat: &ast::Pat,
        iter: &ast::Expr,
        body: &ast::Block,
        label: Option<&Ident>,
        expr: &ast::Expr,
    ) -> ExprId {
        let unit = self.common().unit;
        let iter_id = self.check(iter, Expect::No);
        let ty = self.ty(iter_id);
        let ty = self.try_known(ty);
        if let TyKind::Adt(adt, args) = self.p.types.kind(ty)
            && self.p.tables.library_adt("Range") == Some(adt)
            && let Some(&element) = self.p.types.list(args).first()
            && matches!(self.kind(element), TyKind::Int(_) | TyKind::Char | TyKind::Infer(InferTy::Int(_)))
        {
            return self.for_range_value(pat, iter_id, ty, element, body, label, expr);
        }
        if matches!(self.p.types.kind(ty), TyKind::Error) {
            self.dead_loop_body(pat, body, label);
            return self.push(ExprKind::Error, unit, expr.span, expr.id);
        }
        let goal = self.library_goal("IntoIterator", &[ty]);
        match goal {
            Some(goal) if self.may_hold(&goal) => self.for_iterator(pat, iter_id, ty, body, label, expr),
            _ => {
                self.report_not_iterable(ty, iter.span);
                self.dead_loop_body(pat, body, label);
                self.push(ExprKind::Error, unit, expr.span, expr.id)
            }
        }
    }

    fn report_not_iterable(&mut self, ty: Ty, span: Span) {
        let shown = self.name(ty);
        let mut d = Diagnostic::new(Code::E0277, span, format!("`{shown}` is not an iterator"))
            .primary(format!("`{shown}` is not an iterator"))
            .help(format!("the trait `Iterator` is not implemented for `{shown}`"));
        if matches!(self.p.types.kind(ty), TyKind::Int(_) | TyKind::Infer(_)) {
            d = d.note(
                "if you want to iterate between `start` until a value `end`, use the exclusive range syntax `start..end` or the inclusive range syntax `start..=end`",
            );
        }
        self.report(d);
    }

    /// `for pat in values`, as the Reference has it (section "Iterator loops"):
    /// `match IntoIterator::into_iter(values) { mut $iter => loop { match Iterator::next(&mut $iter) { None => break, Some(pat) => … } } }`.
    fn for_iterator(
        &mut self,
        pat: &ast::Pat,
        values: ExprId,
        ty: Ty,
        body: &ast::Block,
        label: Option<&Ident>,
        expr: &ast::Expr,
    ) -> ExprId {
        let (common, node, span) = (self.common(), expr.id, self.span(values));
        let parts = self.iterator_parts();
        let (Some((into_iter, next, iter_alias, item_alias)), Some(option)) =
            (parts, self.p.tables.library_adt("Option"))
        else {
            self.report_not_iterable(ty, span);
            self.dead_loop_body(pat, body, label);
            return self.push(ExprKind::Error, common.unit, expr.span, node);
        };
        let args = self.p.types.mk_list(&[ty]);
        if let Some(goal) = self.library_goal("IntoIterator", &[ty]) {
            self.require(goal, span, Cause::Misc);
        }
        let projection = |fcx: &mut Self, alias, args| {
            let projection = fcx.p.types.mk(TyKind::Projection(alias, args));
            fcx.normalize(projection, span)
        };
        let iter_ty = projection(self, iter_alias, args);
        let iter_args = self.p.types.mk_list(&[iter_ty]);
        let item = projection(self, item_alias, iter_args);
        self.select_where_possible();
        let iter_value =
            self.push(ExprKind::Call { callee: Callee::Fn(into_iter, args), args: vec![values] }, iter_ty, span, node);
        self.call_is_at(iter_value, expr.span);
        let iter = self.add_local(SmolStr::new_static("$iter"), span, iter_ty, true, None);
        let iter_pat =
            self.push_pat(PatKind::Binding { local: iter, mode: BindingMode::Value, sub: None }, iter_ty, span);
        let values_diverge = self.diverges;
        let id = self.enter_loop(label, TargetKind::For, None);
        let place = self.push(ExprKind::Local(iter), iter_ty, span, node);
        let iter_ref = self.p.types.mk_ref(iter_ty, true);
        let borrow = self.push(ExprKind::Borrow { mutable: true, place }, iter_ref, span, node);
        let option_ty = self.p.types.mk(TyKind::Adt(option, self.p.types.mk_list(&[item])));
        let next_value = self.push(
            ExprKind::Call { callee: Callee::Fn(next, iter_args), args: vec![borrow] },
            option_ty,
            span,
            node,
        );
        self.call_is_at(next_value, expr.span);
        self.enter_scope(None);
        let mut seen = Vec::new();
        self.pat_source = "for binding";
        let pat_id = self.top_pattern(pat, item, Some(span), &mut seen);
        self.pat_source = "let binding";
        self.refutability.push((pat_id, RefutableIn::For));
        let block = self.unit_block(body);
        self.leave_scope();
        self.targets.pop();
        self.diverges = values_diverge;
        let inner = self.push(ExprKind::Block { block, label: None }, common.unit, body.span, body.id);
        let leave = self.push(ExprKind::Break { label: id, value: None }, common.never, span, node);
        let leave = self.never_to(leave, common.unit);
        let variant = |name| self.p.tables.variant_named(option, name);
        let (Some(none), Some(some)) = (variant("None"), variant("Some")) else {
            return self.push(ExprKind::Error, common.unit, expr.span, node);
        };
        let none = PatKind::Variant { adt: option, variant: none, fields: Vec::new() };
        let none = self.push_pat(none, option_ty, span);
        let some = PatKind::Variant { adt: option, variant: some, fields: vec![(FieldIdx(0), pat_id)] };
        let some = self.push_pat(some, option_ty, pat.span);
        let arms = vec![
            Arm { pat: none, guard: None, body: leave, span },
            Arm { pat: some, guard: None, body: inner, span: body.span },
        ];
        let turn = self.push(ExprKind::Match { place: next_value, arms }, common.unit, span, node);
        let stmts = vec![Stmt { kind: StmtKind::Expr(turn), span: body.span }];
        let loop_body = self.push_block(Block { stmts, tail: None, span: body.span });
        let whole = self.push(ExprKind::Loop { label: id, body: loop_body }, common.unit, expr.span, node);
        self.head_of_loop(iter_value, iter_pat, whole, expr)
    }

    /// `{ match value { pat => looped } }`: a `match` and no `let`, so that temporaries of the loop's head live until its end;
    /// in a block, so that they live no longer.
    fn head_of_loop(&mut self, value: ExprId, pat: PatId, looped: ExprId, expr: &ast::Expr) -> ExprId {
        let arms = vec![Arm { pat, guard: None, body: looped, span: expr.span }];
        let unit = self.common().unit;
        let whole = self.push(ExprKind::Match { place: value, arms }, unit, expr.span, expr.id);
        let block = self.push_block(Block { stmts: Vec::new(), tail: Some(whole), span: expr.span });
        self.push(ExprKind::Block { block, label: None }, unit, expr.span, expr.id)
    }

    /// `IntoIterator::into_iter`, `Iterator::next`, and the associated types `IntoIter` and `Item`.
    fn iterator_parts(&self) -> Option<(crate::ids::FnId, crate::ids::FnId, crate::ids::AliasId, crate::ids::AliasId)> {
        let (into, iterator) = (self.p.tables.library_trait("IntoIterator")?, self.p.tables.library_trait("Iterator")?);
        let function =
            |t: crate::ids::TraitId, name| self.p.tables.fn_named(&self.p.tables.traits[t.index()].fns, name);
        Some((
            function(into, "into_iter")?,
            function(iterator, "next")?,
            self.p.assoc_type_named(into, "IntoIter")?,
            self.p.assoc_type_named(iterator, "Item")?,
        ))
    }

    /// `for pat in range` where `range` is a value: `match range { range => for pat in range.start..range.end { … } }`.
    #[allow(clippy::too_many_arguments, reason = "the parts of one loop")]
    fn for_range_value(
        &mut self,
        pat: &ast::Pat,
        range: ExprId,
        range_ty: Ty,
        element: Ty,
        body: &ast::Block,
        label: Option<&Ident>,
        expr: &ast::Expr,
    ) -> ExprId {
        let (node, span) = (expr.id, self.span(range));
        let local = self.add_local(SmolStr::new_static("$range"), span, range_ty, false, None);
        let range_pat = self.push_pat(PatKind::Binding { local, mode: BindingMode::Value, sub: None }, range_ty, span);
        let bound = |fcx: &mut Self, field| {
            let base = fcx.push(ExprKind::Local(local), range_ty, span, node);
            fcx.push(ExprKind::Field { base, field: FieldIdx(field) }, element, span, node)
        };
        let start = bound(self, 0);
        let end = bound(self, 1);
        let looped = self.for_bounds(pat, element, (start, end, false), span, body, label, expr);
        self.head_of_loop(range, range_pat, looped, expr)
    }

    /// The body of a loop that cannot run: its own errors are still worth reporting.
    fn dead_loop_body(&mut self, pat: &ast::Pat, body: &ast::Block, label: Option<&Ident>) {
        self.enter_loop(label, TargetKind::For, None);
        self.enter_scope(None);
        let error = self.common().error;
        let mut seen = Vec::new();
        self.top_pattern(pat, error, None, &mut seen);
        self.unit_block(body);
        self.leave_scope();
        self.targets.pop();
    }
}
