//! Types.

use crate::ast::{Ident, MacroCall, Ty, TyKind};
use crate::parser::{P, Parser, TYPES};
use crate::token::{Delim, Specifier, TokenKind};
use stair_source::{Code, Diagnostic, Span, Suggestion};

impl Parser<'_> {
    /// Whether a type can begin here.
    pub(crate) fn begins_type(&self) -> bool {
        match &self.token().kind {
            TokenKind::Ident { name, raw: false } => {
                matches!(name.as_str(), "_" | "fn" | "impl" | "dyn" | "unsafe" | "extern" | "for" | "typeof")
                    || self.at_path_start()
            }
            TokenKind::Ident { .. } => true,
            TokenKind::Open(Delim::Paren | Delim::Bracket) => true,
            TokenKind::Punct(p) => {
                matches!(*p, "!" | "*" | "&" | "&&" | "::" | "...") || (p.starts_with('<') && !p.ends_with('='))
            }
            TokenKind::Fragment(fragment) => TYPES.contains(&fragment.specifier),
            _ => false,
        }
    }

    /// A type.
    ///
    /// # Errors
    /// One was reported.
    pub fn ty(&mut self) -> P<Ty> {
        self.nest(|p| p.ty_inner(true))
    }

    /// A type that takes no `+` behind it.
    pub(crate) fn ty_no_bounds(&mut self) -> P<Ty> {
        self.nest(|p| p.ty_inner(false))
    }

    /// What stands for a type that does not parse.
    pub(crate) fn error_ty(&mut self, span: Span) -> Ty {
        Ty { id: self.fresh(), span, kind: TyKind::Error }
    }

    fn ty_inner(&mut self, plus: bool) -> P<Ty> {
        if self.at_fragment(&[Specifier::Ty]) {
            return self.in_fragment(Self::ty);
        }
        let lo = self.span();
        let id = self.fresh();
        let mut kind = self.ty_kind(plus)?;
        if plus && self.at("+") && matches!(kind, TyKind::Ref { .. } | TyKind::Ptr { .. } | TyKind::Fn { .. }) {
            self.misplaced_plus(&kind, self.since(lo))?;
            kind = TyKind::Error;
        }
        Ok(Ty { id, span: self.since(lo), kind })
    }

    /// A `+` behind a type that takes no bounds.
    #[inline(never)]
    fn misplaced_plus(&mut self, kind: &TyKind, span: Span) -> P<()> {
        let object = match kind {
            TyKind::Ref { inner, .. } | TyKind::Ptr { inner, .. }
                if matches!(inner.kind, TyKind::DynTrait(_) | TyKind::ImplTrait(_)) =>
            {
                Some(inner.span)
            }
            _ => None,
        };
        self.bump();
        self.bounds()?;
        let error = match object {
            Some(object) => {
                let whole = self.since(object);
                let edits = vec![(whole.shrink_to_lo(), "(".to_owned()), (whole.shrink_to_hi(), ")".to_owned())];
                let message = "use parentheses to disambiguate".to_owned();
                let mut error = Diagnostic::new(Code::Syntax, whole, "ambiguous `+` in a type");
                error.suggestions.push(Suggestion { message, edits });
                error
            }
            None => Diagnostic::new(Code::E0178, span, "expected a path on the left-hand side of `+`")
                .help("put parentheses around the bounds: `&(Trait + Send)`"),
        };
        self.report(error);
        Ok(())
    }

    #[inline(never)]
    fn ty_kind(&mut self, plus: bool) -> P<TyKind> {
        if !self.begins_type() {
            return Err(self.expected_production("type"));
        }
        match self.token().kind {
            TokenKind::Open(Delim::Paren) => {
                self.bump();
                let (mut types, trailing) = self.list(Delim::Paren, Self::ty, |p, span| Some(p.error_ty(span)));
                if types.len() == 1 && !trailing {
                    return Ok(TyKind::Paren(Box::new(types.remove(0))));
                }
                return Ok(TyKind::Tuple(types));
            }
            TokenKind::Open(Delim::Bracket) => return self.array_ty(),
            _ => {}
        }
        if self.eat("!") {
            return Ok(TyKind::Never);
        }
        if self.eat("*") {
            let mutable = if self.eat_keyword("mut") {
                true
            } else {
                if !self.eat_keyword("const") {
                    let span = self.prev;
                    self.error(span, "expected `mut` or `const` keyword in raw pointer type");
                }
                false
            };
            return Ok(TyKind::Ptr { mutable, inner: Box::new(self.ty_no_bounds()?) });
        }
        if self.at("&") || self.at("&&") {
            return self.reference_ty();
        }
        if self.eat_keyword("_") {
            return Ok(TyKind::Infer);
        }
        if self.at_keyword("typeof") {
            return self.typeof_ty();
        }
        if self.eat("...") {
            let message = "C-variadic type `...` may not be nested inside another type";
            self.report(Diagnostic::new(Code::E0743, self.prev, message));
            return Ok(TyKind::Error);
        }
        if self.at_keyword("impl") {
            self.bump();
            let bounds = if plus { self.some_bounds(Code::Syntax)? } else { self.one_bound()? };
            return Ok(TyKind::ImplTrait(bounds));
        }
        if self.at_keyword("dyn") {
            self.bump();
            let bounds = if plus { self.some_bounds(Code::E0224)? } else { self.one_bound()? };
            return Ok(TyKind::DynTrait(bounds));
        }
        let binder = self.for_lifetimes()?;
        if self.at_keyword("fn") || self.at_keyword("unsafe") || self.at_keyword("extern") {
            return self.function_pointer_ty(binder);
        }
        let lo = self.span();
        let path = self.type_path()?;
        if self.at("!")
            && let TokenKind::Open(delim) = *self.ahead(1)
        {
            self.bump();
            self.bump();
            let tokens = self.bump_group_rest();
            self.close(delim);
            return Ok(TyKind::Macro(MacroCall { span: self.since(lo), path, delim, tokens }));
        }
        Ok(TyKind::Path(path))
    }

    fn one_bound(&mut self) -> P<Vec<crate::ast::Bound>> {
        let path_span = self.span();
        let binder = self.for_lifetimes()?;
        if self.at_open(Delim::Paren) || self.at("?") {
            return self.bounds();
        }
        let path = self.type_path()?;
        Ok(vec![crate::ast::Bound::Trait { binder, path, maybe: false, span: self.since(path_span) }])
    }

    /// `[T]` or `[T; n]`.
    #[inline(never)]
    fn array_ty(&mut self) -> P<TyKind> {
        self.expect_open(Delim::Bracket)?;
        let outer = std::mem::take(&mut self.restrict);
        let kind = self.array_ty_inner();
        self.restrict = outer;
        if kind.is_err() {
            self.skip_group_rest(Delim::Bracket);
        } else {
            self.close(Delim::Bracket);
        }
        Ok(kind.unwrap_or(TyKind::Error))
    }

    fn array_ty_inner(&mut self) -> P<TyKind> {
        let element = Box::new(self.ty()?);
        if self.eat(";") {
            return Ok(TyKind::Array(element, Box::new(self.expr()?)));
        }
        Ok(TyKind::Slice(element))
    }

    /// `typeof(value)`, which is reserved and nothing else.
    #[inline(never)]
    fn typeof_ty(&mut self) -> P<TyKind> {
        let lo = self.span();
        self.bump();
        self.expect_open(Delim::Paren)?;
        self.skip_group_rest(Delim::Paren);
        self.report(
            Diagnostic::new(Code::E0516, self.since(lo), "`typeof` is a reserved keyword but unimplemented")
                .primary("reserved keyword")
                .note("consider replacing `typeof(...)` with an actual type"),
        );
        Ok(TyKind::Error)
    }

    /// `&'a mut T`.
    #[inline(never)]
    fn reference_ty(&mut self) -> P<TyKind> {
        self.expect_part("&")?;
        if self.at("&") {
            // The second half of `&&`.
            let inner = self.ty_no_bounds()?;
            return Ok(TyKind::Ref { lifetime: None, mutable: false, inner: Box::new(inner) });
        }
        let lifetime = self.lifetime();
        let mutable = self.eat_keyword("mut");
        let inner = Box::new(self.ty_no_bounds()?);
        Ok(TyKind::Ref { lifetime, mutable, inner })
    }

    /// E0561: `mut name:` or `&name:` before the type of a parameter in a function pointer's type.
    fn pattern_of_pointer(&mut self) {
        let is_mut = self.at_keyword("mut");
        let is_ref = self.at("&") && matches!(self.ahead(1), TokenKind::Ident { .. });
        if (is_mut || is_ref) && matches!(self.ahead(2), TokenKind::Punct(":")) {
            let lo = self.span();
            self.bump();
            self.bump();
            let message = "patterns aren't allowed in function pointer types";
            self.report(Diagnostic::new(Code::E0561, self.since(lo), message).primary("only a name can stand here"));
            self.bump();
        }
    }

    /// `unsafe extern "C" fn(A, b: B) -> C`.
    #[inline(never)]
    fn function_pointer_ty(&mut self, binder: Vec<Ident>) -> P<TyKind> {
        let is_unsafe = self.eat_keyword("unsafe");
        let is_extern = self.eat_keyword("extern");
        if is_extern && matches!(self.token().kind, TokenKind::Literal { .. }) {
            self.bump();
        }
        self.expect_keyword("fn")?;
        self.expect_open(Delim::Paren)?;
        let parameter = |p: &mut Self| {
            let named = (p.at_ident() || p.at_keyword("_")) && matches!(p.ahead(1), TokenKind::Punct(":"));
            if named {
                p.bump();
                p.bump();
            } else {
                p.pattern_of_pointer();
            }
            p.ty()
        };
        let (params, _) = self.list(Delim::Paren, parameter, |p, span| Some(p.error_ty(span)));
        let ret = if self.eat("->") { Some(Box::new(self.ty_no_bounds()?)) } else { None };
        Ok(TyKind::Fn { binder, params, ret, is_unsafe, is_extern })
    }
}
