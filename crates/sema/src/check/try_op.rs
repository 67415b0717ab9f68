//! The `?` operator, on `Option`, `Result` and `ControlFlow`.

use super::coerce::CoerceMany;
use super::{Cause, Expect, FnCtxt};
use crate::ids::{AdtId, ExprId, FieldIdx, VariantIdx};
use crate::ty::{Ty, TyKind};
use crate::typed::{Arm, BindingMode, Callee, ExprKind, Owner, PatKind};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;

/// The types that `?` can be applied to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tried {
    /// `Option<T>`: leaves with `None`.
    Option,
    /// `Result<T, E>`: leaves with an error made from `E`.
    Result,
    /// `ControlFlow<B, C>`: leaves with the same `B`.
    ControlFlow,
}

impl Tried {
    const ALL: [Self; 3] = [Self::Option, Self::Result, Self::ControlFlow];

    /// The type's name.
    fn name(self) -> &'static str {
        match self {
            Self::Option => "Option",
            Self::Result => "Result",
            Self::ControlFlow => "ControlFlow",
        }
    }
}

impl FnCtxt<'_> {
    /// `operand?`, as the Reference has it (section "The try propagation expression"):
    /// `match operand { Ok(v) => v, Err(e) => return Err(From::from(e)) }`, or `{ Some(v) => v, None => return None }`, or
    /// `{ Continue(v) => v, Break(b) => return Break(b) }`.
    pub(crate) fn try_expr(&mut self, operand: &ast::Expr, expr: &ast::Expr) -> ExprId {
        let at = Span { lo: expr.span.hi.saturating_sub(1).max(expr.span.lo), ..expr.span };
        let value = self.check(operand, Expect::No);
        let ty = self.ty(value);
        let Some(ty) = self.known(ty, operand.span) else { return self.error_expr(expr.span, expr.id) };
        if ty == self.common().error {
            return self.error_expr(expr.span, expr.id);
        }
        let Some((kind, adt, args)) = self.tried(ty) else {
            let shown = self.name(ty);
            let d = Diagnostic::new(
                Code::E0277,
                expr.span,
                "the `?` operator can only be applied to values that implement `Try`",
            )
            .primary(format!("the `?` operator cannot be applied to type `{shown}`"))
            .help(format!("the trait `Try` is not implemented for `{shown}`"));
            return self.report_expr(d, expr.span, expr.id);
        };
        let Some(ret) = self.ret_coerce.as_ref().map(CoerceMany::expected) else {
            let message = "the `?` operator can only be used in a function that returns `Result` or `Option`";
            let d = Diagnostic::new(Code::E0277, at, message).primary("cannot use the `?` operator in a constant");
            return self.report_expr(d, expr.span, expr.id);
        };
        let ret = self.try_known(ret);
        if let TyKind::Infer(_) = self.p.types.kind(ret) {
            // A closure whose result is not known yet: of the same kind.
            let args: Vec<Ty> = args.iter().map(|_| self.infer.new_var(at)).collect();
            let same = self.p.types.mk(TyKind::Adt(adt, self.p.types.mk_list(&args)));
            self.infer.unify(ret, same);
        }
        let ret = self.infer.resolve(ret);
        if ret == self.common().error {
            return self.error_expr(expr.span, expr.id);
        }
        let ret_args = match self.tried(ret) {
            Some((ret_kind, _, ret_args)) if ret_kind == kind => ret_args,
            other => {
                let d = self.wrong_result(kind, other.map(|(kind, ..)| kind), (ty, ret), at);
                return self.report_expr(d, expr.span, expr.id);
            }
        };
        self.try_match(kind, adt, value, (ty, &args), (ret, &ret_args), at, expr)
    }

    /// Whether `?` can be applied to the type, and its arguments.
    fn tried(&self, ty: Ty) -> Option<(Tried, AdtId, Vec<Ty>)> {
        let TyKind::Adt(adt, args) = self.p.types.kind(ty) else { return None };
        let kind = Tried::ALL.into_iter().find(|kind| self.p.tables.library_adt(kind.name()) == Some(adt))?;
        Some((kind, adt, self.p.types.list(args).to_vec()))
    }

    /// E0277: the function's result cannot take what `?` would leave with. `ret_kind` says whether `?` can be applied to that
    /// result.
    fn wrong_result(&mut self, kind: Tried, ret_kind: Option<Tried>, (ty, ret): (Ty, Ty), at: Span) -> Diagnostic {
        let (message, label) = match (kind, ret_kind) {
            (Tried::Option, Some(Tried::Result)) => (
                "the `?` operator can only be used on `Result`s, not `Option`s, in a function that returns `Result`".to_owned(),
                format!("use `.ok_or(...)?` to provide an error compatible with `{}`", self.name(ret)),
            ),
            (Tried::Result, Some(Tried::Option)) => (
                "the `?` operator can only be used on `Option`s, not `Result`s, in a function that returns `Option`".to_owned(),
                "use `.ok()?` if you want to discard the error information".to_owned(),
            ),
            (_, Some(wanted)) => {
                let wanted = wanted.name();
                (
                    format!("the `?` operator can only be used on `{wanted}`s in a function that returns `{wanted}`"),
                    format!("this `?` is on `{}`, which is incompatible with `{}`", self.name(ty), self.name(ret)),
                )
            }
            (_, None) => (
                "the `?` operator can only be used in a function that returns `Result` or `Option` (or another type that implements `FromResidual`)".to_owned(),
                format!("cannot use the `?` operator in a function that returns `{}`", self.name(ret)),
            ),
        };
        let d = Diagnostic::new(Code::E0277, at, message).primary(label);
        match self.ret_span {
            Some(span) if ret_kind.is_some() => d.label(span, format!("this function returns `{}`", self.name(ret))),
            _ if ret_kind.is_some() => d,
            _ => match self.owner {
                Owner::Fn(id) if !self.in_closure && self.p.fn_sig(id).span.is_user() => {
                    d.label(self.p.fn_sig(id).span, "this function should return `Result` or `Option` to accept `?`")
                }
                _ => d,
            },
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one expression")]
    fn try_match(
        &mut self,
        kind: Tried,
        adt: AdtId,
        value: ExprId,
        (ty, args): (Ty, &[Ty]),
        (ret, ret_args): (Ty, &[Ty]),
        at: Span,
        expr: &ast::Expr,
    ) -> ExprId {
        let never = self.common().never;
        // The variants, and the places of their payloads among the type's arguments.
        let (good, bad) = match kind {
            Tried::Option => (("Some", 0), ("None", 0)),
            Tried::Result => (("Ok", 0), ("Err", 1)),
            Tried::ControlFlow => (("Continue", 1), ("Break", 0)),
        };
        let (good_ty, bad_ty) = (args[good.1], args[bad.1]);
        let variant = |name| self.p.tables.variant_named(adt, name);
        let (Some(good), Some(bad), bad_arg) = (variant(good.0), variant(bad.0), bad.1) else {
            return self.error_expr(expr.span, expr.id);
        };
        let (good_pat, good_value) = self.bind_payload("$value", adt, good, ty, good_ty, at, expr);
        let (bad_pat, payload) = match kind {
            Tried::Option => {
                let kind = PatKind::Variant { adt, variant: bad, fields: Vec::new() };
                (self.push_pat(kind, ty, at), Vec::new())
            }
            Tried::Result => {
                let (pat, error) = self.bind_payload("$error", adt, bad, ty, bad_ty, at, expr);
                let error = self.convert_error(error, bad_ty, ret_args[bad_arg], at, expr);
                (pat, vec![(FieldIdx(0), error)])
            }
            Tried::ControlFlow => {
                if !self.infer.unify(ret_args[bad_arg], bad_ty) {
                    let d = self.wrong_result(kind, Some(kind), (ty, ret), at);
                    return self.report_expr(d, expr.span, expr.id);
                }
                let (pat, value) = self.bind_payload("$break", adt, bad, ty, bad_ty, at, expr);
                (pat, vec![(FieldIdx(0), value)])
            }
        };
        let residual = ExprKind::Adt { adt, variant: bad, fields: payload, base: None };
        let residual = self.push(residual, ret, at, expr.id);
        let leave = self.push(ExprKind::Return(Some(residual)), never, at, expr.id);
        let leave = self.never_to(leave, good_ty);
        let arms = vec![
            Arm { pat: good_pat, guard: None, body: good_value, span: at },
            Arm { pat: bad_pat, guard: None, body: leave, span: at },
        ];
        self.push(ExprKind::Match { place: value, arms }, good_ty, expr.span, expr.id)
    }

    /// A pattern that takes the payload of a variant, and the payload.
    #[allow(clippy::too_many_arguments, reason = "the parts of one pattern")]
    fn bind_payload(
        &mut self,
        name: &'static str,
        adt: AdtId,
        variant: VariantIdx,
        ty: Ty,
        payload: Ty,
        at: Span,
        expr: &ast::Expr,
    ) -> (crate::ids::PatId, ExprId) {
        let local = self.add_local(SmolStr::new_static(name), at, payload, false, None);
        let binding = PatKind::Binding { local, mode: BindingMode::Value, sub: None };
        let binding = self.push_pat(binding, payload, at);
        let pat = PatKind::Variant { adt, variant, fields: vec![(FieldIdx(0), binding)] };
        let pat = self.push_pat(pat, ty, at);
        (pat, self.push(ExprKind::Local(local), payload, at, expr.id))
    }

    /// `From::from(error)`.
    fn convert_error(&mut self, error: ExprId, from: Ty, to: Ty, at: Span, expr: &ast::Expr) -> ExprId {
        let function = self
            .p
            .tables
            .library_trait("From")
            .and_then(|t| self.p.tables.fn_named(&self.p.tables.traits[t.index()].fns, "from"));
        let (Some(function), Some(goal)) = (function, self.library_goal("From", &[to, from])) else { return error };
        self.require(goal, at, Cause::Question);
        let args = self.p.types.mk_list(&[to, from]);
        let call = self.push(ExprKind::Call { callee: Callee::Fn(function, args), args: vec![error] }, to, at, expr.id);
        self.call_is_at(call, expr.span);
        call
    }
}
