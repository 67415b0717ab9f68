//! `as` casts: a coercion if one fits, else one of the kinds that scalars have.

use super::{Expect, FnCtxt, PendingCast};
use crate::ids::ExprId;
use crate::ty::{InferTy, IntTy, Ty, TyKind};
use crate::typed::{CastKind, ExprKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;

impl FnCtxt<'_> {
    /// `operand as ty`.
    pub(crate) fn cast(&mut self, operand: &ast::Expr, ty: &ast::Ty, expr: &ast::Expr) -> ExprId {
        let to = self.lower_ty(ty);
        let id = self.check(operand, Expect::Cast(to));
        if self.infer.has_error(to) {
            return self.push(ExprKind::Error, to, expr.span, expr.id);
        }
        let cast = self.push(ExprKind::Error, to, expr.span, expr.id);
        self.casts.push(PendingCast { expr: cast, operand: id, to, span: expr.span, to_span: ty.span });
        cast
    }

    /// Settle all casts, now that types are known.
    pub(crate) fn settle_casts(&mut self) {
        for cast in std::mem::take(&mut self.casts) {
            self.settle_cast(&cast);
        }
    }

    fn settle_cast(&mut self, cast: &PendingCast) {
        let from = self.ty(cast.operand);
        let to = self.infer.shallow(cast.to);
        let (kf, kt) = (self.p.types.kind(from), self.p.types.kind(to));
        if kf == TyKind::Error || kt == TyKind::Error || self.infer.has_error(from) {
            return;
        }
        if let TyKind::Infer(InferTy::General(_)) = kf {
            return;
        }
        if matches!(kt, TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..)) {
            let shown = self.name(to);
            let from_shown = self.name(from);
            let d =
                Diagnostic::new(Code::E0620, cast.span, format!("cast to unsized type: `{from_shown}` as `{shown}`"))
                    .help("consider using an implicit coercion to a reference instead");
            self.report(d);
            return;
        }
        let kind = match (&kf, &kt) {
            (TyKind::Int(_) | TyKind::Infer(InferTy::Int(_)), TyKind::Int(_)) => Some(CastKind::IntToInt),
            (TyKind::Bool | TyKind::Char, TyKind::Int(_)) => Some(CastKind::IntToInt),
            (TyKind::Int(IntTy::U8), TyKind::Char) => Some(CastKind::IntToInt),
            (TyKind::Infer(InferTy::Int(_)), TyKind::Char) => {
                let u8 = self.common().u8;
                self.infer.unify(from, u8);
                Some(CastKind::IntToInt)
            }
            (TyKind::Int(_) | TyKind::Infer(InferTy::Int(_)), TyKind::Float(_)) => Some(CastKind::IntToFloat),
            (TyKind::Float(_) | TyKind::Infer(InferTy::Float(_)), TyKind::Int(_)) => Some(CastKind::FloatToInt),
            (TyKind::Float(_) | TyKind::Infer(InferTy::Float(_)), TyKind::Float(_)) => Some(CastKind::FloatToFloat),
            (TyKind::Adt(adt, _), TyKind::Int(_)) if self.is_fieldless(*adt) => Some(CastKind::EnumToInt),
            (TyKind::Ptr(..), TyKind::Ptr(..)) => Some(CastKind::Pointer),
            (TyKind::Ptr(..), TyKind::Int(IntTy::Usize)) | (TyKind::Int(IntTy::Usize), TyKind::Ptr(..)) => {
                Some(CastKind::Pointer)
            }
            (TyKind::FnDef(..) | TyKind::FnPtr(_), TyKind::Int(_)) => {
                let pointer = self.fn_pointer_of(from).unwrap_or(from);
                let operand = self.coerce(cast.operand, pointer).unwrap_or(cast.operand);
                if kt == TyKind::Int(IntTy::Usize) {
                    self.exprs[cast.expr.index()].kind = ExprKind::Cast(CastKind::Pointer, operand);
                } else {
                    let usize = self.common().usize;
                    let address = self.push_like(cast.expr, ExprKind::Cast(CastKind::Pointer, operand), usize);
                    self.exprs[cast.expr.index()].kind = ExprKind::Cast(CastKind::IntToInt, address);
                }
                return;
            }
            (TyKind::Ptr(..), TyKind::Int(_)) => {
                let usize = self.common().usize;
                let address = self.push_like(cast.expr, ExprKind::Cast(CastKind::Pointer, cast.operand), usize);
                self.exprs[cast.expr.index()].kind = ExprKind::Cast(CastKind::IntToInt, address);
                return;
            }
            _ => None,
        };
        // A cast may also be any coercion, from a type to itself among them.
        if kind.is_none()
            && let Some(coerced) = self.coerce(cast.operand, to)
        {
            // The parentheses of the cast: the value is used as it is.
            let inner = self.exprs[coerced.index()].clone();
            if coerced == cast.operand {
                // A place becomes a value: a cast is no place.
                let block =
                    self.push_block(crate::typed::Block { stmts: Vec::new(), tail: Some(coerced), span: cast.span });
                self.exprs[cast.expr.index()].kind = ExprKind::Block { block, label: None };
            } else {
                self.exprs[cast.expr.index()].kind = inner.kind;
            }
            return;
        }
        if let Some(kind) = kind {
            self.exprs[cast.expr.index()].kind = ExprKind::Cast(kind, cast.operand);
            return;
        }
        let d = self.bad_cast(from, to, &kf, &kt, cast);
        self.report(d);
    }

    fn is_fieldless(&self, adt: crate::ids::AdtId) -> bool {
        let def = self.p.adt_sig(adt);
        def.is_enum && !def.variants.is_empty() && def.variants.iter().all(|v| v.fields.is_empty())
    }

    fn bad_cast(&self, from: Ty, to: Ty, kf: &TyKind, kt: &TyKind, cast: &PendingCast) -> Diagnostic {
        let (f, t) = (self.name(from), self.name(to));
        let numeric = |k: &TyKind| {
            matches!(k, TyKind::Int(_) | TyKind::Float(_) | TyKind::Infer(InferTy::Int(_) | InferTy::Float(_)))
        };
        let operand_span = self.span(cast.operand);
        match (kf, kt) {
            (k, TyKind::Char) if numeric(k) => {
                let d = Diagnostic::new(Code::E0604, cast.span, format!("only `u8` can be cast as `char`, not `{f}`"))
                    .primary("invalid cast");
                if matches!(k, TyKind::Int(IntTy::U32)) {
                    d.help("consider using `char::from_u32` instead")
                } else {
                    d.help("consider casting through a `u8`: `… as u8 as char`")
                }
            }
            (k, TyKind::Bool) if numeric(k) || matches!(k, TyKind::Char) => {
                let d = Diagnostic::new(Code::E0054, cast.span, format!("cannot cast `{f}` as `bool`"));
                if matches!(k, TyKind::Int(_) | TyKind::Infer(InferTy::Int(_))) {
                    d.suggest("compare with zero instead", Span { lo: operand_span.hi, ..cast.span }, " != 0")
                } else {
                    d.primary("unsupported cast")
                }
            }
            (TyKind::Bool | TyKind::Char, TyKind::Float(_)) | (TyKind::Float(_), TyKind::Ptr(..)) => {
                Diagnostic::new(Code::E0606, cast.span, format!("casting `{f}` as `{t}` is invalid"))
                    .help("cast through an integer first")
            }
            (TyKind::Ref(inner, _), k) if numeric(k) => {
                let d = Diagnostic::new(Code::E0606, cast.span, format!("casting `{f}` as `{t}` is invalid"));
                if numeric(&self.kind(*inner)) {
                    let d = Diagnostic::new(Code::E0606, cast.span, format!("casting `{f}` as `{t}` is invalid"))
                        .primary(format!("cannot cast `{f}` as `{t}`"));
                    d.suggest("dereference the expression", operand_span.shrink_to_lo(), "*")
                } else {
                    d
                }
            }
            (TyKind::Adt(..) | TyKind::Tuple(_), _) | (_, TyKind::Adt(..) | TyKind::Tuple(_)) => {
                Diagnostic::new(Code::E0605, cast.span, format!("non-primitive cast: `{f}` as `{t}`"))
                    .primary("an `as` expression can only be used to convert between primitive types or to coerce to a specific trait object")
            }
            (TyKind::Int(_), TyKind::Ref(..)) | (TyKind::Infer(InferTy::Int(_)), TyKind::Ref(..)) => {
                Diagnostic::new(Code::E0605, cast.span, format!("non-primitive cast: `{f}` as `{t}`")).primary("invalid cast")
            }
            _ => {
                let _ = cast.to_span;
                Diagnostic::new(Code::E0605, cast.span, format!("non-primitive cast: `{f}` as `{t}`")).primary("invalid cast")
            }
        }
    }
}
