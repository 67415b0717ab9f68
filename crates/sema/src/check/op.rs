//! Operators: built in for scalars, else methods of the operators' traits.

use super::coerce::Site;
use super::{Cause, Expect, FnCtxt, PendingOp};
use crate::defs::TraitRef;
use crate::ids::{ExprId, FnId, TraitId};
use crate::traits::Goal;
use crate::ty::{InferTy, Ty, TyKind, TyList};
use crate::typed::{Callee, ExprKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, BinOp};

/// The trait and method of an operator.
pub(crate) fn operator_trait(op: BinOp) -> (&'static str, &'static str) {
    match op {
        BinOp::Add => ("Add", "add"),
        BinOp::Sub => ("Sub", "sub"),
        BinOp::Mul => ("Mul", "mul"),
        BinOp::Div => ("Div", "div"),
        BinOp::Rem => ("Rem", "rem"),
        BinOp::BitAnd => ("BitAnd", "bitand"),
        BinOp::BitOr => ("BitOr", "bitor"),
        BinOp::BitXor => ("BitXor", "bitxor"),
        BinOp::Shl => ("Shl", "shl"),
        BinOp::Shr => ("Shr", "shr"),
        BinOp::Eq => ("PartialEq", "eq"),
        BinOp::Ne => ("PartialEq", "ne"),
        BinOp::Lt => ("PartialOrd", "lt"),
        BinOp::Le => ("PartialOrd", "le"),
        BinOp::Gt => ("PartialOrd", "gt"),
        BinOp::Ge => ("PartialOrd", "ge"),
    }
}

/// The trait and method of a compound assignment.
fn assign_trait(op: BinOp) -> (&'static str, &'static str) {
    match op {
        BinOp::Add => ("AddAssign", "add_assign"),
        BinOp::Sub => ("SubAssign", "sub_assign"),
        BinOp::Mul => ("MulAssign", "mul_assign"),
        BinOp::Div => ("DivAssign", "div_assign"),
        BinOp::Rem => ("RemAssign", "rem_assign"),
        BinOp::BitAnd => ("BitAndAssign", "bitand_assign"),
        BinOp::BitOr => ("BitOrAssign", "bitor_assign"),
        BinOp::BitXor => ("BitXorAssign", "bitxor_assign"),
        BinOp::Shl => ("ShlAssign", "shl_assign"),
        _ => ("ShrAssign", "shr_assign"),
    }
}

/// What an operator does to scalars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Arithmetic,
    Bits,
    Shift,
    Comparison,
}

fn class(op: BinOp) -> Class {
    match op {
        BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Rem => Class::Arithmetic,
        BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor => Class::Bits,
        BinOp::Shl | BinOp::Shr => Class::Shift,
        _ => Class::Comparison,
    }
}

/// "`+=`" for "`+`".
pub(crate) fn assign_symbol(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "+=",
        BinOp::Sub => "-=",
        BinOp::Mul => "*=",
        BinOp::Div => "/=",
        BinOp::Rem => "%=",
        BinOp::BitAnd => "&=",
        BinOp::BitOr => "|=",
        BinOp::BitXor => "^=",
        BinOp::Shl => "<<=",
        _ => ">>=",
    }
}

impl FnCtxt<'_> {
    fn is_integral(&self, ty: Ty) -> bool {
        matches!(self.kind(ty), TyKind::Int(_) | TyKind::Infer(InferTy::Int(_)))
    }

    fn is_float(&self, ty: Ty) -> bool {
        matches!(self.kind(ty), TyKind::Float(_) | TyKind::Infer(InferTy::Float(_)))
    }

    fn is_scalar(&self, ty: Ty) -> bool {
        self.is_integral(ty)
            || self.is_float(ty)
            || matches!(
                self.kind(ty),
                TyKind::Bool | TyKind::Char | TyKind::Ptr(..) | TyKind::FnPtr(_) | TyKind::FnDef(..)
            )
    }

    /// Whether the operator is built in for these operands.
    pub(crate) fn is_builtin(&self, op: BinOp, lhs: Ty, rhs: Ty) -> bool {
        let both_int = self.is_integral(lhs) && self.is_integral(rhs);
        let both_float = self.is_float(lhs) && self.is_float(rhs);
        match class(op) {
            Class::Shift => both_int,
            Class::Arithmetic => both_int || both_float,
            Class::Bits => both_int || (self.kind(lhs) == TyKind::Bool && self.kind(rhs) == TyKind::Bool),
            Class::Comparison => {
                let unit = |t| t == self.common().unit;
                (self.is_scalar(lhs) && self.is_scalar(rhs))
                    || (unit(self.infer.shallow(lhs)) && unit(self.infer.shallow(rhs)))
            }
        }
    }

    /// A reference's target, else the type itself.
    fn through_ref(&self, ty: Ty) -> Ty {
        match self.kind(ty) {
            TyKind::Ref(inner, _) => self.infer.shallow(inner),
            _ => self.infer.shallow(ty),
        }
    }

    /// `a + b` and its kin.
    pub(crate) fn binary(
        &mut self,
        op: BinOp,
        op_span: Span,
        lhs: &ast::Expr,
        rhs: &ast::Expr,
        expect: Expect,
        expr: &ast::Expr,
    ) -> ExprId {
        // A literal on the left may take its type from what is expected of the whole.
        let _ = expect;
        let lhs_id = self.check(lhs, Expect::No);
        let lt = self.ty(lhs_id);
        let mut lt = self.try_known(lt);
        let mut lhs_id = lhs_id;
        if self.p.types.kind(lt) == TyKind::Never {
            let var = self.infer.new_diverging(lhs.span);
            lhs_id = self.demand_coerce(lhs_id, var);
            lt = self.infer.shallow(var);
        }
        if self.is_scalar(lt) && class(op) != Class::Comparison || self.is_builtin_comparison_lhs(op, lt) {
            let lhs_known = !matches!(self.p.types.kind(lt), TyKind::Infer(_));
            let hint = if lhs_known && class(op) == Class::Comparison { Expect::Has(lt) } else { Expect::No };
            let rhs_id = self.check(rhs, hint);
            let rt = self.ty(rhs_id);
            let rt = self.try_known(rt);
            if self.is_builtin(op, lt, rt) {
                return self.builtin_binary(op, lhs_id, lt, rhs_id, rt, op_span, expr);
            }
            if self.p.types.kind(rt) == TyKind::Error {
                let ty = if op.is_comparison() { self.common().bool } else { self.common().error };
                return self.push(ExprKind::Error, ty, expr.span, expr.id);
            }
            return self.overloaded_binary(op, op_span, lhs_id, lt, Operand::Checked(rhs_id, rhs.span), expr);
        }
        if self.p.types.kind(lt) == TyKind::Error {
            self.check(rhs, Expect::No);
            let ty = if op.is_comparison() { self.common().bool } else { self.common().error };
            return self.push(ExprKind::Error, ty, expr.span, expr.id);
        }
        self.overloaded_binary(op, op_span, lhs_id, lt, Operand::Unchecked(rhs), expr)
    }

    fn is_builtin_comparison_lhs(&self, op: BinOp, lt: Ty) -> bool {
        class(op) == Class::Comparison
            && (self.is_integral(lt)
                || self.is_float(lt)
                || matches!(self.kind(lt), TyKind::Bool | TyKind::Char | TyKind::Ptr(..)))
    }

    fn builtin_binary(
        &mut self,
        op: BinOp,
        lhs: ExprId,
        lt: Ty,
        rhs: ExprId,
        rt: Ty,
        op_span: Span,
        expr: &ast::Expr,
    ) -> ExprId {
        let (span, node) = (expr.span, expr.id);
        if class(op) == Class::Shift {
            return self.push(ExprKind::Binary(op, lhs, rhs), lt, span, node);
        }
        let ty = if class(op) == Class::Comparison { self.common().bool } else { lt };
        if !self.infer.unify(lt, rt) {
            let comparison = class(op) == Class::Comparison;
            let mut site = Site::new(self.span(rhs));
            if comparison {
                site.labels.push((self.span(lhs), "expected because this is `{}`".to_owned()));
            }
            let lhs_known = self.is_concrete(lt);
            // With a literal on the left of a comparison, or with arithmetic, there is no implementation to speak of either.
            if (!comparison || !lhs_known)
                && let Some(goal) = self.operator_goal(operator_trait(op).0, &[lt, rt])
                && !self.may_hold(&goal)
            {
                let cause = Cause::Operator { op: op.as_str() };
                let obligation = super::Obligation { goal, span: op_span, cause, depth: 0, waits_for: Vec::new() };
                self.report_unmet(&goal, &obligation);
            }
            self.report_mismatch(rhs, lt, &site);
            return self.push(ExprKind::Error, ty, span, node);
        }
        self.push(ExprKind::Binary(op, lhs, rhs), ty, span, node)
    }

    fn is_concrete(&self, ty: Ty) -> bool {
        !matches!(self.kind(ty), TyKind::Infer(_))
    }

    fn operator_goal(&self, name: &str, args: &[Ty]) -> Option<Goal> {
        self.library_goal(name, args)
    }

    fn operator_method(&self, trait_name: &str, method: &str) -> Option<(TraitId, FnId)> {
        let t = self.p.tables.library_trait(trait_name)?;
        Some((t, self.p.tables.fn_named(&self.p.tables.traits[t.index()].fns, method)?))
    }

    /// Through the operator's trait. The right operand is checked once its type may be known from the implementations.
    fn overloaded_binary(
        &mut self,
        op: BinOp,
        op_span: Span,
        lhs: ExprId,
        lt: Ty,
        rhs: Operand<'_>,
        expr: &ast::Expr,
    ) -> ExprId {
        let (trait_name, method_name) = operator_trait(op);
        let comparison = op.is_comparison();
        let error_ty = if comparison { self.common().bool } else { self.common().error };
        let Some((t, method)) = self.operator_method(trait_name, method_name) else {
            rhs.check(self, Expect::No);
            let d = self.no_operator(op, lhs, lt, None, op_span, expr);
            self.report(d);
            return self.push(ExprKind::Error, error_ty, expr.span, expr.id);
        };
        let rhs_var = self.infer.new_var(rhs.span());
        let args = self.p.types.mk_list(&[lt, rhs_var]);
        let goal = Goal::Trait(TraitRef { def: t, args });
        if !self.may_hold(&goal) {
            let rhs_id = rhs.check(self, Expect::No);
            let rt = self.ty(rhs_id);
            if !self.infer.has_error(lt) && !self.infer.has_error(rt) {
                let d = self.no_operator(op, lhs, lt, Some(rhs_id), op_span, expr);
                self.report(d);
            }
            return self.push(ExprKind::Error, error_ty, expr.span, expr.id);
        }
        let result = if comparison { self.common().bool } else { self.operator_output(t, args, op_span) };
        let cause = Cause::Operator { op: op.as_str() };
        self.require(goal, op_span, cause);
        self.select_where_possible();
        let before = self.p.tables.diagnostic_count();
        let rhs_id = rhs.check(self, Expect::Has(rhs_var));
        let rhs_id = self.demand_coerce(rhs_id, rhs_var);
        if self.p.tables.diagnostic_count() > before && self.infer.has_error(rhs_var) {
            return self.push(ExprKind::Error, error_ty, expr.span, expr.id);
        }
        let rt = self.infer.shallow(rhs_var);
        // Operands that are references to scalars behave as the scalars do, as far as types go.
        let (lv, rv) = (self.through_ref(lt), self.through_ref(rt));
        if class(op) != Class::Comparison
            && self.is_builtin(op, lv, rv)
            && self.is_concrete_kind(lt)
            && self.is_concrete_kind(rt)
        {
            if class(op) != Class::Shift {
                self.infer.unify(lv, rv);
            }
            self.infer.unify(result, lv);
        } else if class(op) == Class::Comparison && self.is_builtin(op, lt, rt) {
            self.infer.unify(lt, rt);
        }
        let operands = if comparison {
            let l = self.borrow_operand(lhs, lt);
            let r = self.borrow_operand(rhs_id, rt);
            vec![l, r]
        } else {
            vec![lhs, rhs_id]
        };
        let args = self.call_with_location(method, operands, op_span, expr);
        let id = self.push(
            ExprKind::Call { callee: Callee::Fn(method, self.p.types.mk_list(&[lt, rhs_var])), args },
            result,
            expr.span,
            expr.id,
        );
        self.ops.push(PendingOp { expr: id, op, assign: false, lhs, rhs: rhs_id });
        id
    }

    /// Whether what a type is at its outside is known; literals count.
    pub(crate) fn is_concrete_kind(&self, ty: Ty) -> bool {
        !matches!(self.kind(ty), TyKind::Infer(InferTy::General(_)))
    }

    fn call_with_location(
        &mut self,
        method: FnId,
        mut operands: Vec<ExprId>,
        op_span: Span,
        expr: &ast::Expr,
    ) -> Vec<ExprId> {
        let _ = op_span;
        if self.p.has_caller_param(method) {
            let ty = self.p.location_ref();
            operands.push(self.location_at(expr.span, ty, expr.span, expr.id));
        }
        operands
    }

    fn borrow_operand(&mut self, operand: ExprId, ty: Ty) -> ExprId {
        let ty = self.p.types.mk_ref(ty, false);
        self.push_like(operand, ExprKind::Borrow { mutable: false, place: operand }, ty)
    }

    fn operator_output(&mut self, t: TraitId, args: TyList, span: Span) -> Ty {
        match self.p.assoc_type_named(t, "Output") {
            Some(alias) => {
                let projection = self.p.types.mk(TyKind::Projection(alias, args));
                self.normalize(projection, span)
            }
            None => self.common().error,
        }
    }

    /// E0369.
    fn no_operator(
        &mut self,
        op: BinOp,
        lhs: ExprId,
        lt: Ty,
        rhs: Option<ExprId>,
        op_span: Span,
        expr: &ast::Expr,
    ) -> Diagnostic {
        let arg = rhs.map(|r| self.infer.resolve(self.exprs[r.index()].ty));
        if let Some(refusal) = crate::gate::std_impl(self.p, operator_trait(op).0, lt, arg, expr.span) {
            return refusal;
        }
        let l = self.name(lt);
        let r = rhs.map(|r| self.name(self.exprs[r.index()].ty));
        let r_shown = r.clone().unwrap_or_else(|| "_".to_owned());
        let message = match op {
            BinOp::Add => format!("cannot add `{r_shown}` to `{l}`"),
            BinOp::Sub => format!("cannot subtract `{r_shown}` from `{l}`"),
            BinOp::Mul => format!("cannot multiply `{l}` by `{r_shown}`"),
            BinOp::Div => format!("cannot divide `{l}` by `{r_shown}`"),
            BinOp::Rem => format!("cannot calculate the remainder of `{l}` divided by `{r_shown}`"),
            BinOp::BitAnd | BinOp::BitOr | BinOp::BitXor | BinOp::Shl | BinOp::Shr => {
                format!("no implementation for `{l} {} {r_shown}`", op.as_str())
            }
            _ => format!("binary operation `{}` cannot be applied to type `{l}`", op.as_str()),
        };
        let mut d = Diagnostic::new(Code::E0369, op_span, message).label(self.span(lhs), l.clone());
        if let (Some(rhs), Some(r)) = (rhs, r) {
            d = d.label(self.span(rhs), r);
        }
        let bare = self.through_ref(lt);
        if let TyKind::Adt(adt, _) = self.kind(bare) {
            let entry = &self.p.tables.adts[adt.index()];
            if entry.is_user {
                let (trait_name, _) = operator_trait(op);
                d = d.label(
                    entry.item.name.span,
                    format!("an implementation of `{trait_name}` might be missing for `{}`", entry.name),
                );
                if matches!(trait_name, "PartialEq" | "PartialOrd") {
                    let derive = if trait_name == "PartialOrd" { "PartialEq, PartialOrd" } else { "PartialEq" };
                    d = d.suggest(
                        format!("consider annotating `{}` with `#[derive({derive})]`", entry.name),
                        entry.item.span.shrink_to_lo(),
                        format!("#[derive({derive})]\n"),
                    );
                } else {
                    d = d.note(format!("the trait `std::ops::{trait_name}` must be implemented"));
                }
            }
        }
        if op == BinOp::Add && matches!(self.kind(bare), TyKind::Str) {
            d = d.note("string concatenation requires an owned `String` on the left");
            let right = rhs.map(|rhs| (self.span(rhs), self.kind(self.infer.shallow(self.exprs[rhs.index()].ty))));
            let is_string = |kind: &TyKind| matches!(kind, TyKind::Adt(adt, _) if self.p.tables.library_adt("String") == Some(*adt));
            let owned = (self.span(lhs).shrink_to_hi(), ".to_owned()".to_owned());
            match right {
                Some((span, kind)) if is_string(&kind) => {
                    d = d.primary("`+` cannot be used to concatenate a `&str` with a `String`");
                    d.suggestions.push(stair_source::Suggestion {
                        message: "create an owned `String` on the left and add a borrow on the right".to_owned(),
                        edits: vec![owned, (span.shrink_to_lo(), "&".to_owned())],
                    });
                }
                Some((_, TyKind::Ref(inner, _))) if self.kind(inner) == TyKind::Str => {
                    d = d.primary("`+` cannot be used to concatenate two `&str` strings");
                    d = d.suggest("create an owned `String` from a string reference", owned.0, owned.1);
                }
                _ => {}
            }
        }
        d
    }

    /// `a && b`, `a || b`.
    pub(crate) fn logical(&mut self, and: bool, lhs: &ast::Expr, rhs: &ast::Expr, expr: &ast::Expr) -> ExprId {
        let bool = self.common().bool;
        let l = self.coercible(lhs, bool);
        // The right side may not be reached.
        let diverges = self.diverges;
        let r = self.coercible(rhs, bool);
        self.diverges = diverges;
        let kind = if and { ExprKind::And(l, r) } else { ExprKind::Or(l, r) };
        self.push(kind, bool, expr.span, expr.id)
    }

    /// Whether an expression can stand on the left of an assignment.
    pub(crate) fn is_place(&self, id: ExprId) -> bool {
        matches!(
            self.exprs[id.index()].kind,
            ExprKind::Local(_)
                | ExprKind::Static(_)
                | ExprKind::Field { .. }
                | ExprKind::Index { .. }
                | ExprKind::Deref(_)
                | ExprKind::Error
        )
    }

    /// `a = b` as an expression.
    pub(crate) fn assign(&mut self, lhs: &ast::Expr, rhs: &ast::Expr, op_span: Span, expr: &ast::Expr) -> ExprId {
        if super::pat::is_destructuring(lhs) {
            return self.destructuring_assign_expr(lhs, rhs, op_span, expr);
        }
        let place = self.check(lhs, Expect::No);
        self.make_mutable(place);
        let ty = self.ty(place);
        let mut site = Site::new(rhs.span);
        if let ExprKind::Local(local) = self.exprs[place.index()].kind {
            let local = &self.locals[local.index()];
            if !local.name.starts_with('$') {
                site.labels.push((local.span, "expected due to the type of this binding".to_owned()));
            }
        } else {
            site.labels.push((lhs.span, "expected due to the type of this binding".to_owned()));
        }
        let value = self.check(rhs, Expect::Has(ty));
        let value = self.coerce_or_report(value, ty, &site);
        let unit = self.common().unit;
        if !self.is_place(place) {
            let d = Diagnostic::new(Code::E0070, op_span, "invalid left-hand side of assignment")
                .label(lhs.span, "cannot assign to this expression");
            self.report(d);
            return self.push(ExprKind::Error, unit, expr.span, expr.id);
        }
        self.require_sized(ty, lhs.span, "the left-hand-side of an assignment must have a statically known size");
        self.push(ExprKind::Assign { place, value }, unit, expr.span, expr.id)
    }

    /// `a += b`.
    pub(crate) fn assign_op(
        &mut self,
        op: BinOp,
        op_span: Span,
        lhs: &ast::Expr,
        rhs: &ast::Expr,
        expr: &ast::Expr,
    ) -> ExprId {
        let unit = self.common().unit;
        let place = self.check(lhs, Expect::No);
        let lt = self.ty(place);
        let lt = self.try_known(lt);
        let invalid_place = !self.is_place(place);
        self.make_mutable(place);
        let lt_is_scalar = self.is_integral(lt) || self.is_float(lt) || self.kind(lt) == TyKind::Bool;
        let out = if self.p.types.kind(lt) == TyKind::Error {
            self.check(rhs, Expect::No);
            self.push(ExprKind::Error, unit, expr.span, expr.id)
        } else if lt_is_scalar {
            let value = self.check(rhs, Expect::No);
            let rt = self.ty(value);
            let rt = self.try_known(rt);
            if self.p.types.kind(rt) == TyKind::Error {
                self.push(ExprKind::Error, unit, expr.span, expr.id)
            } else if self.is_builtin(op, lt, rt) {
                let agree = class(op) == Class::Shift || self.infer.unify(lt, rt);
                if !agree {
                    let site = Site::new(rhs.span);
                    self.report_mismatch(value, lt, &site);
                    if let Some(goal) = self.operator_goal(assign_trait(op).0, &[lt, rt])
                        && !self.may_hold(&goal)
                    {
                        let cause = Cause::Operator { op: assign_symbol(op) };
                        let obligation =
                            super::Obligation { goal, span: op_span, cause, depth: 0, waits_for: Vec::new() };
                        self.report_unmet(&goal, &obligation);
                    }
                }
                self.push(ExprKind::AssignOp { op, place, value }, unit, expr.span, expr.id)
            } else {
                self.overloaded_assign_op(op, op_span, place, lt, Operand::Checked(value, rhs.span), expr)
            }
        } else {
            self.overloaded_assign_op(op, op_span, place, lt, Operand::Unchecked(rhs), expr)
        };
        if invalid_place {
            self.report(
                Diagnostic::new(Code::E0067, op_span, "invalid left-hand side of assignment")
                    .label(lhs.span, "cannot assign to this expression"),
            );
        }
        out
    }

    fn overloaded_assign_op(
        &mut self,
        op: BinOp,
        op_span: Span,
        place: ExprId,
        lt: Ty,
        rhs: Operand<'_>,
        expr: &ast::Expr,
    ) -> ExprId {
        let unit = self.common().unit;
        let (trait_name, method_name) = assign_trait(op);
        let found = self.operator_method(trait_name, method_name);
        let rhs_var = self.infer.new_var(rhs.span());
        let args = self.p.types.mk_list(&[lt, rhs_var]);
        let goal = found.map(|(t, _)| Goal::Trait(TraitRef { def: t, args }));
        let (Some((_, method)), Some(goal)) = (found, goal.filter(|g| self.may_hold(g))) else {
            let rhs_id = rhs.check(self, Expect::No);
            if !self.infer.has_error(lt) && !self.infer.has_error(self.exprs[rhs_id.index()].ty) {
                let l = self.name(lt);
                let arg = self.infer.resolve(self.exprs[rhs_id.index()].ty);
                if let Some(refusal) = crate::gate::std_impl(self.p, trait_name, lt, Some(arg), expr.span) {
                    self.report(refusal);
                    return self.push(ExprKind::Error, unit, expr.span, expr.id);
                }
                let mut d = Diagnostic::new(
                    Code::E0368,
                    expr.span,
                    format!("binary assignment operation `{}` cannot be applied to type `{l}`", assign_symbol(op)),
                )
                .label(self.span(place), format!("cannot use `{}` on type `{l}`", assign_symbol(op)));
                let bare = self.through_ref(lt);
                if bare != lt && (self.is_integral(bare) || self.is_float(bare)) {
                    d = d.suggest(
                        format!(
                            "`{}` can be used on `{}` if you dereference the left-hand side",
                            assign_symbol(op),
                            self.name(bare)
                        ),
                        self.span(place).shrink_to_lo(),
                        "*",
                    );
                }
                self.report(d);
            }
            return self.push(ExprKind::Error, unit, expr.span, expr.id);
        };
        self.require(goal, op_span, Cause::Operator { op: assign_symbol(op) });
        self.select_where_possible();
        let rhs_id = rhs.check(self, Expect::Has(rhs_var));
        let rhs_id = self.demand_coerce(rhs_id, rhs_var);
        let ty = self.p.types.mk_ref(lt, true);
        let receiver = self.push_like(place, ExprKind::Borrow { mutable: true, place }, ty);
        let args = self.call_with_location(method, vec![receiver, rhs_id], op_span, expr);
        let id = self.push(
            ExprKind::Call { callee: Callee::Fn(method, self.p.types.mk_list(&[lt, rhs_var])), args },
            unit,
            expr.span,
            expr.id,
        );
        self.ops.push(PendingOp { expr: id, op, assign: true, lhs: place, rhs: rhs_id });
        id
    }

    /// `-x` or `!x` through its trait.
    pub(crate) fn overloaded_unary(
        &mut self,
        trait_name: &str,
        method: &str,
        symbol: &str,
        operand: ExprId,
        ty: Ty,
        expr: &ast::Expr,
    ) -> ExprId {
        if let Some((t, method)) = self.operator_method(trait_name, method) {
            let args = self.p.types.mk_list(&[ty]);
            let goal = Goal::Trait(TraitRef { def: t, args });
            if self.may_hold(&goal) {
                self.require(goal, expr.span, Cause::Misc);
                let result = self.operator_output(t, args, expr.span);
                let call_args = self.call_with_location(method, vec![operand], expr.span, expr);
                return self.push(
                    ExprKind::Call { callee: Callee::Fn(method, args), args: call_args },
                    result,
                    expr.span,
                    expr.id,
                );
            }
        }
        let shown = self.name(ty);
        let mut d = Diagnostic::new(
            Code::E0600,
            expr.span,
            format!("cannot apply unary operator `{symbol}` to type `{shown}`"),
        )
        .primary(format!("cannot apply unary operator `{symbol}`"));
        if matches!(self.p.types.kind(ty), TyKind::Int(_)) {
            d = d.note("unsigned values cannot be negated");
        } else if let TyKind::Adt(adt, _) = self.p.types.kind(ty)
            && self.p.tables.adts[adt.index()].is_user
        {
            let entry = &self.p.tables.adts[adt.index()];
            d = d.label(
                entry.item.name.span,
                format!("an implementation of `std::ops::{trait_name}` might be missing for `{}`", entry.name),
            );
        }
        self.report_expr(d, expr.span, expr.id)
    }
}

/// The right operand, before or after it was checked.
enum Operand<'e> {
    Unchecked(&'e ast::Expr),
    Checked(ExprId, Span),
}

impl Operand<'_> {
    fn span(&self) -> Span {
        match self {
            Self::Unchecked(e) => e.span,
            Self::Checked(_, span) => *span,
        }
    }

    fn check(&self, fcx: &mut FnCtxt<'_>, expect: Expect) -> ExprId {
        match self {
            Self::Unchecked(e) => fcx.check(e, expect),
            Self::Checked(id, _) => *id,
        }
    }
}
