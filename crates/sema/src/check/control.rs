//! Control flow: `if`, `match`, loops, `break`, `continue`, `return`.

use super::coerce::{CoerceMany, Site};
use super::{Expect, FnCtxt, InScope, LocalName, Target, TargetKind};
use crate::ids::{ExprId, LabelId};
use crate::report::similar_name;
use crate::ty::{InferTy, TyKind};
use crate::typed::{Arm, ExprKind};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Ident};

impl FnCtxt<'_> {
    /// An expectation for branches: one that is not known yet is none.
    fn for_branches(&mut self, expect: Expect) -> Expect {
        match expect {
            Expect::Has(ty) => {
                let ty = self.try_known(ty);
                if matches!(self.p.types.kind(ty), TyKind::Infer(InferTy::General(_))) {
                    Expect::No
                } else {
                    Expect::Has(ty)
                }
            }
            Expect::Rvalue(ty) => Expect::Rvalue(ty),
            other => other,
        }
    }

    /// `if cond { then } else els`.
    pub(crate) fn if_expr(
        &mut self,
        cond: &ast::Expr,
        then: &ast::Block,
        els: Option<&ast::Expr>,
        expect: Expect,
        expr: &ast::Expr,
    ) -> ExprId {
        self.enter_scope(None);
        let cond_id = self.condition(cond);
        let cond_diverges = std::mem::replace(&mut self.diverges, false);
        let branch = self.for_branches(expect);
        let then_id = self.block_expr(then, None, branch, then.id, None);
        let then_diverges = std::mem::replace(&mut self.diverges, false);
        self.leave_scope();
        let target = self.coercion_target(branch, expr.span);
        let mut coerce = CoerceMany::new(target);
        let then_span = self.tail_span(then).unwrap_or(then.span);
        let then_id = coerce.add(self, then_id, &Site::new(then_span));
        let mut els_id = None;
        match els {
            Some(els) => {
                let id = self.check(els, branch);
                let els_diverges = std::mem::replace(&mut self.diverges, false);
                let span = branch_span(els);
                let mut site = Site::new(span);
                site.headline = Some("`if` and `else` have incompatible types".to_owned());
                site.labels.push((then_span, "expected because of this".to_owned()));
                site.labels.push((expr.span, "`if` and `else` have incompatible types".to_owned()));
                els_id = Some(coerce.add(self, id, &site));
                self.diverges = cond_diverges || (then_diverges && els_diverges);
            }
            None => {
                let mut site = Site::new(expr.span);
                site.code = Some(Code::E0317);
                site.headline = Some("`if` may be missing an `else` clause".to_owned());
                if let Some(tail) = self.tail_span(then) {
                    site.labels.push((tail, "found here".to_owned()));
                }
                site.notes.push("`if` expressions without `else` evaluate to `()`".to_owned());
                site.notes.push("consider adding an `else` block that evaluates to the expected type".to_owned());
                coerce.add_unit(self, &site);
                self.diverges = cond_diverges;
            }
        }
        let ty = coerce.complete(self);
        self.push(ExprKind::If { cond: cond_id, then: then_id, els: els_id }, ty, expr.span, expr.id)
    }

    /// A condition: a `bool`.
    fn condition(&mut self, cond: &ast::Expr) -> ExprId {
        let bool = self.common().bool;
        // `if x = y` is a slip for `==`.
        if let ast::ExprKind::Assign { lhs, rhs, op_span } = &cond.kind {
            self.check(lhs, Expect::No);
            self.check(rhs, Expect::No);
            let d = Diagnostic::new(Code::E0308, cond.span, "mismatched types")
                .primary("expected `bool`, found `()`")
                .suggest("you might have meant to compare for equality", op_span.shrink_to_hi(), "=");
            return self.report_expr(d, cond.span, cond.id);
        }
        self.coercible(cond, bool)
    }

    /// `let pat = expr` in a condition.
    pub(crate) fn let_condition(&mut self, pat: &ast::Pat, init: &ast::Expr, expr: &ast::Expr) -> ExprId {
        let place = self.check(init, Expect::No);
        let ty = self.ty(place);
        let mut seen = Vec::new();
        let pat = self.top_pattern(pat, ty, Some(init.span), &mut seen);
        let bool = self.common().bool;
        self.push(ExprKind::Let { pat, place }, bool, expr.span, expr.id)
    }

    /// `match scrutinee { … }`.
    pub(crate) fn match_expr(
        &mut self,
        scrutinee: &ast::Expr,
        arms: &[ast::Arm],
        expect: Expect,
        expr: &ast::Expr,
    ) -> ExprId {
        let place = self.check(scrutinee, Expect::No);
        let ty = self.ty(place);
        let ty = self.try_known(ty);
        let scrutinee_diverges = std::mem::replace(&mut self.diverges, false);
        // All patterns first: together they may determine the type.
        let mut checked = Vec::new();
        for arm in arms {
            self.enter_scope(None);
            let mut seen = Vec::new();
            let names = self.names.len();
            self.pat_source = "match binding";
            let pat = self.top_pattern(&arm.pat, ty, Some(scrutinee.span), &mut seen);
            self.pat_source = "let binding";
            let bound: Vec<_> = self.names.drain(names..).collect();
            self.leave_scope();
            checked.push((pat, bound));
        }
        let branch = self.for_branches(expect);
        let target = match branch {
            Expect::Has(ty) => ty,
            _ => self.infer.new_var(expr.span),
        };
        let mut coerce = CoerceMany::new(target);
        let mut out = Vec::new();
        let mut all_diverge = true;
        let mut previous: Vec<Span> = Vec::new();
        for (arm, (pat, bound)) in arms.iter().zip(checked) {
            self.enter_scope(None);
            self.names.extend(bound);
            let guard = arm.guard.as_ref().map(|g| {
                let id = self.condition(g);
                self.diverges = false;
                id
            });
            self.diverges = false;
            let body = self.check(&arm.body, branch);
            all_diverge &= self.diverges;
            let span = branch_span(&arm.body);
            let mut site = Site::new(span);
            if !previous.is_empty() {
                site.headline = Some("`match` arms have incompatible types".to_owned());
                site.labels.push((expr.span, "`match` arms have incompatible types".to_owned()));
                if let [only] = previous.as_slice() {
                    site.labels.push((*only, "this is found to be of type `{}`".to_owned()));
                } else if let Some(last) = previous.last() {
                    site.labels.push((*last, "this and all prior arms are found to be of type `{}`".to_owned()));
                }
            }
            if !matches!(self.kind(self.exprs[body.index()].ty), TyKind::Never) {
                previous.push(span);
            }
            let body = coerce.add(self, body, &site);
            self.leave_scope();
            out.push(Arm { pat, guard, body, span: arm.span });
        }
        self.diverges = scrutinee_diverges || (all_diverge && !arms.is_empty());
        let result = coerce.complete(self);
        if arms.is_empty() {
            self.diverges = true;
        }
        let id = self.push(ExprKind::Match { place, arms: out }, result, expr.span, expr.id);
        self.matches.push(id);
        id
    }

    // Loops.

    pub(crate) fn enter_loop(
        &mut self,
        label: Option<&Ident>,
        kind: TargetKind,
        coerce: Option<CoerceMany>,
    ) -> LabelId {
        let id = self.new_label();
        self.targets.push(Target {
            name: label.map(LocalName::of),
            span: label.map(|label| label.span),
            id,
            kind,
            coerce,
            may_break: false,
            in_condition: false,
        });
        id
    }

    /// `loop { … }`.
    pub(crate) fn loop_expr(
        &mut self,
        body: &ast::Block,
        label: Option<&Ident>,
        expect: Expect,
        expr: &ast::Expr,
    ) -> ExprId {
        let target = match expect {
            Expect::Has(ty) => self.infer.shallow(ty),
            _ => self.infer.new_var(expr.span),
        };
        let id = self.enter_loop(label, TargetKind::Loop, Some(CoerceMany::new(target)));
        let block = self.unit_block(body);
        let left = self.targets.pop();
        let (may_break, coerce) = left.map_or((false, None), |t| (t.may_break, t.coerce));
        let ty = match coerce {
            Some(coerce) if may_break => coerce.complete(self),
            _ => self.common().never,
        };
        self.diverges = !may_break;
        self.push(ExprKind::Loop { label: id, body: block }, ty, expr.span, expr.id)
    }

    /// `while cond { … }`.
    pub(crate) fn while_expr(
        &mut self,
        cond: &ast::Expr,
        body: &ast::Block,
        label: Option<&Ident>,
        expr: &ast::Expr,
    ) -> ExprId {
        let id = self.enter_loop(label, TargetKind::While, None);
        self.enter_scope(None);
        if let Some(target) = self.targets.last_mut() {
            target.in_condition = true;
        }
        let cond = self.condition(cond);
        if let Some(target) = self.targets.last_mut() {
            target.in_condition = false;
        }
        let cond_diverges = self.diverges;
        let block = self.unit_block(body);
        self.diverges = cond_diverges;
        self.leave_scope();
        self.targets.pop();
        let unit = self.common().unit;
        self.push(ExprKind::While { label: id, cond, body: block }, unit, expr.span, expr.id)
    }

    // Jumps.

    /// The target of this label. A macro's own label is found where the macro is called, and one of the scope around its
    /// definition from within it.
    fn find_label(&self, label: &Ident) -> Option<usize> {
        let mut wanted = LocalName::of(label);
        loop {
            let found = self.targets.iter().rposition(|t| t.name.as_ref() == Some(&wanted));
            if found.is_some() {
                return found;
            }
            let (inner, by) = self.p.tables.hygiene.outermost(wanted.ctxt)?;
            let is_in_scope = self.names.iter().any(|entry| matches!(entry, InScope::Macro(m) if *m == by));
            if !is_in_scope {
                return None;
            }
            wanted.ctxt = inner;
        }
    }

    /// The target that a label names; `None` after an error.
    fn find_target(&mut self, label: Option<&Ident>, span: Span, what: &str) -> Option<usize> {
        if let Some(label) = label {
            let found = self.find_label(label);
            let outside = LocalName::of(label);
            if found.is_none()
                && let Some(&(_, declared)) = self.labels_outside.iter().rfind(|(name, _)| *name == outside)
            {
                let name = &label.name;
                self.report(
                    Diagnostic::new(Code::E0767, label.span, format!("use of unreachable label `{name}`"))
                        .primary(format!("unreachable label `{name}`"))
                        .label(declared, "unreachable label defined here")
                        .note("labels are unreachable through functions, closures, async blocks and modules"),
                );
                return None;
            }
            if found.is_none() {
                let mut d =
                    Diagnostic::new(Code::E0426, label.span, format!("use of undeclared label `{}`", label.name))
                        .primary(format!("undeclared label `{}`", label.name));
                let names: Vec<SmolStr> =
                    self.targets.iter().filter_map(|t| Some(t.name.as_ref()?.name.clone())).collect();
                if let Some(similar) = similar_name(&label.name, names.iter().map(SmolStr::as_str)) {
                    d = d.suggest("try using similarly named label", label.span, similar);
                }
                self.report(d);
            }
            return found;
        }
        let innermost_loop = self.targets.iter().rposition(|t| t.kind != TargetKind::Block);
        if let Some(last) = self.targets.last()
            && last.kind == TargetKind::Block
        {
            self.report(
                Diagnostic::new(Code::E0695, span, format!("unlabeled `{what}` inside of a labeled block")).primary(
                    format!(
                        "`{what}` statements that would diverge to or through a labeled block need to bear a label"
                    ),
                ),
            );
            return None;
        }
        if innermost_loop.is_some_and(|i| self.targets[i].in_condition) {
            self.report(
                Diagnostic::new(
                    Code::E0590,
                    span,
                    "`break` or `continue` with no label in the condition of a `while` loop",
                )
                .primary(format!("unlabeled `{what}` in the condition of a `while` loop")),
            );
            return None;
        }
        if innermost_loop.is_none() && self.in_closure {
            self.report(
                Diagnostic::new(Code::E0267, span, format!("`{what}` inside of a closure"))
                    .primary(format!("cannot `{what}` inside of a closure")),
            );
        } else if innermost_loop.is_none() {
            let (message, text) = if what == "break" {
                ("`break` outside of a loop or labeled block", "cannot `break` outside of a loop or labeled block")
            } else {
                ("`continue` outside of a loop", "cannot `continue` outside of a loop")
            };
            self.report(Diagnostic::new(Code::E0268, span, message).primary(text));
        }
        innermost_loop
    }

    /// `break 'label value`.
    pub(crate) fn break_expr(&mut self, label: Option<&Ident>, value: Option<&ast::Expr>, expr: &ast::Expr) -> ExprId {
        let never = self.common().never;
        let Some(at) = self.find_target(label, expr.span, "break") else {
            if let Some(value) = value {
                self.check(value, Expect::No);
            }
            return self.push(ExprKind::Error, never, expr.span, expr.id);
        };
        let (id, kind) = (self.targets[at].id, self.targets[at].kind);
        // The value may itself contain a `break` of the same target: it is checked before the target is touched.
        let takes_value = self.targets[at].coerce.is_some();
        let expected = self.targets[at].coerce.as_ref().map(CoerceMany::merged);
        let checked = value.map(|value| (self.check(value, expected.map_or(Expect::No, Expect::Has)), value.span));
        let mut coerce = self.targets[at].coerce.take();
        let value_id = match (checked, &mut coerce) {
            (Some((v, span)), Some(coerce)) => Some(coerce.add(self, v, &Site::new(span))),
            (Some(_), None) if !takes_value => {
                let name = if kind == TargetKind::For { "for" } else { "while" };
                self.report(
                    Diagnostic::new(Code::E0571, expr.span, format!("`break` with value from a `{name}` loop"))
                        .primary("can only break with a value inside `loop` or breakable block"),
                );
                None
            }
            (None, Some(coerce)) => {
                let unit = self.common().unit;
                let expected = self.try_known(coerce.expected());
                let mut site = Site::new(expr.span);
                if !self.infer.can_unify(expected, unit) || !coerce.is_empty() {
                    site.notes.push("give the `break` a value of the expected type".to_owned());
                }
                coerce.add_unit(self, &site);
                None
            }
            (_, None) => None,
        };
        if let Some(target) = self.targets.get_mut(at) {
            target.coerce = coerce;
            target.may_break = true;
        }
        self.diverges = true;
        self.push(ExprKind::Break { label: id, value: value_id }, never, expr.span, expr.id)
    }

    /// `continue 'label`.
    pub(crate) fn continue_expr(&mut self, label: Option<&Ident>, expr: &ast::Expr) -> ExprId {
        let never = self.common().never;
        let Some(at) = self.find_target(label, expr.span, "continue") else {
            return self.push(ExprKind::Error, never, expr.span, expr.id);
        };
        if self.targets[at].kind == TargetKind::Block {
            self.report(
                Diagnostic::new(Code::E0696, expr.span, "`continue` pointing to a labeled block")
                    .primary("labeled blocks cannot be `continue`'d"),
            );
            return self.push(ExprKind::Error, never, expr.span, expr.id);
        }
        let label = self.targets[at].id;
        self.diverges = true;
        self.push(ExprKind::Continue { label }, never, expr.span, expr.id)
    }

    /// `return value`.
    pub(crate) fn return_expr(&mut self, value: Option<&ast::Expr>, expr: &ast::Expr) -> ExprId {
        let never = self.common().never;
        let Some(ret) = self.ret_coerce.as_ref().map(CoerceMany::expected) else {
            if let Some(value) = value {
                self.check(value, Expect::No);
            }
            self.report(Diagnostic::new(Code::E0572, expr.span, "return statement outside of function body"));
            return self.push(ExprKind::Error, never, expr.span, expr.id);
        };
        let value_id = match value {
            Some(value) => {
                let id = self.check(value, Expect::Has(ret));
                let site = Site::new(value.span).because_of(self.ret_span, "expected `{}` because of return type");
                let mut coerce = self.ret_coerce.take().unwrap_or_else(|| CoerceMany::new(ret));
                let id = coerce.add(self, id, &site);
                self.ret_coerce = Some(coerce);
                Some(id)
            }
            None => {
                let unit = self.common().unit;
                if !self.infer.unify(ret, unit) {
                    let mut d = Diagnostic::new(
                        Code::E0069,
                        expr.span,
                        "`return;` in a function whose return type is not `()`",
                    )
                    .primary("return type is not `()`");
                    if let Some(span) = self.ret_span {
                        d = d.label(span, format!("expected `{}` because of this return type", self.name(ret)));
                    }
                    self.report(d);
                }
                None
            }
        };
        self.diverges = true;
        self.push(ExprKind::Return(value_id), never, expr.span, expr.id)
    }
}

/// What an error about a branch underlines: the value at the end of a block, else the branch.
fn branch_span(expr: &ast::Expr) -> Span {
    match &expr.kind {
        ast::ExprKind::Block(block, None) | ast::ExprKind::Unsafe(block) => {
            block.tail.as_ref().map_or(expr.span, |t| branch_span(t))
        }
        ast::ExprKind::Paren(inner) => branch_span(inner),
        _ => expr.span,
    }
}
