//! Functions and their parameters.

use crate::ast::{Attr, Fn, Ident, ItemKind, Param, SelfParam};
use crate::grammar::items::Place;
use crate::parser::{P, Parser, is_word};
use crate::token::{Delim, Specifier, TokenKind};
use stair_source::{Code, Diagnostic, Span};

impl Parser<'_> {
    #[inline(never)]
    pub(super) fn function_item(&mut self, place: Place) -> P<(Ident, ItemKind)> {
        let lo = self.span();
        let mut qualifiers = [false; 4];
        while let Some(i) = ["const", "async", "unsafe", "extern"].iter().position(|k| self.at_keyword(k)) {
            if let Some(last) = qualifiers.iter().rposition(|&q| q).filter(|&last| i <= last) {
                let rest = match last {
                    0 => "one of `async`, `extern`, `fn`, `safe`, or `unsafe`",
                    1 => "one of `extern`, `fn`, `safe`, or `unsafe`",
                    2 => "one of `extern` or `fn`",
                    _ => "`fn`",
                };
                let found = crate::parser::describe(&self.token().kind);
                let span = self.span();
                self.report(
                    Diagnostic::new(Code::Syntax, span, format!("expected {rest}, found {found}"))
                        .primary(format!("expected {rest}"))
                        .note("keyword order for functions declaration is `pub`, `default`, `const`, `async`, `unsafe`, `extern`"),
                );
            }
            qualifiers[i] = true;
            self.bump();
            if i == 3 && matches!(self.token().kind, TokenKind::Literal { .. }) {
                self.bump();
            }
        }
        self.expect_keyword("fn")?;
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        if !self.at_open(Delim::Paren) {
            self.could_be("`(`");
            return Err(self.unexpected());
        }
        let (self_param, params) = self.parameters(place)?;
        let ret = if self.eat("->") {
            Some(self.ty()?)
        } else if self.at(":") && self.at_return_type_colon() {
            let span = self.span();
            self.report(Diagnostic::new(Code::Syntax, span, "return types are denoted using `->`").suggest(
                "use `->` instead",
                span,
                "->",
            ));
            self.bump();
            Some(self.ty()?)
        } else {
            None
        };
        let sig_span = self.since(lo);
        self.where_clause(&mut generics)?;
        let body = if self.eat(";") {
            None
        } else if self.at_open(Delim::Brace) || self.at_fragment(&[Specifier::Block]) {
            Some(self.block_with_inner()?.0)
        } else {
            for what in ["`{`", "`;`"] {
                self.could_be(what);
            }
            return Err(self.unexpected());
        };
        let [is_const, is_async, is_unsafe, is_extern] = qualifiers;
        let function =
            Fn { sig_span, is_const, is_async, is_unsafe, is_extern, generics, self_param, params, ret, body };
        Ok((name, ItemKind::Fn(Box::new(function))))
    }

    pub(super) fn at_return_type_colon(&self) -> bool {
        matches!(self.ahead(1), TokenKind::Ident { .. } | TokenKind::Punct("&") | TokenKind::Open(_))
    }

    #[inline(never)]
    pub(super) fn parameters(&mut self, place: Place) -> P<(Option<SelfParam>, Vec<Param>)> {
        self.expect_open(Delim::Paren)?;
        let mut self_param = None;
        let mut first = true;
        let parameter = |p: &mut Self| {
            let lo = p.span();
            let attrs = p.outer_attributes();
            let is_first = std::mem::take(&mut first);
            if let Some(found) = p.self_param()? {
                if !is_first {
                    p.report(
                        Diagnostic::new(Code::Syntax, found.span, "unexpected `self` parameter in function")
                            .primary("must be the first parameter of an associated function"),
                    );
                } else if !matches!(place, Place::Impl | Place::Trait) {
                    p.report(
                        Diagnostic::new(
                            Code::Syntax,
                            found.span,
                            "`self` parameter is only allowed in associated functions",
                        )
                        .primary("not semantically valid as function parameter")
                        .note("associated functions are those in `impl` or `trait` definitions"),
                    );
                } else {
                    self_param = Some(found);
                }
                return Ok(None);
            }
            p.param(lo, attrs).map(Some)
        };
        let error = |p: &mut Self, span: Span| {
            // A parameter all the same, so that calls are counted right.
            let (pat, ty) = (p.error_pat(span), p.error_ty(span));
            Some(Some(Param { span, attrs: Vec::new(), pat, ty }))
        };
        let (params, _) = self.list(Delim::Paren, parameter, error);
        Ok((self_param, params.into_iter().flatten().collect()))
    }

    /// `self`, `mut self`, `&self`, `&'a mut self`, each maybe with `: Ty`; `None` where none of them stands.
    pub(super) fn self_param(&mut self) -> P<Option<SelfParam>> {
        let lo = self.span();
        let mut n = 0;
        let is_ref = self.at("&");
        if is_ref {
            n += 1;
            if matches!(self.ahead(n), TokenKind::Lifetime(_)) {
                n += 1;
            }
        }
        if is_word(self.ahead(n), "mut") {
            n += 1;
        }
        if !is_word(self.ahead(n), "self") || matches!(self.ahead(n + 1), TokenKind::Punct("::")) {
            return Ok(None);
        }
        let id = self.fresh();
        self.eat("&");
        let lifetime = if is_ref { self.lifetime() } else { None };
        let is_mut = self.eat_keyword("mut");
        let ctxt = self.ctxt();
        self.expect_keyword("self")?;
        let ty = if self.eat(":") { Some(self.ty()?) } else { None };
        Ok(Some(SelfParam { id, span: self.since(lo), is_ref, is_mut, lifetime, ty, ctxt }))
    }

    pub(super) fn param(&mut self, lo: Span, attrs: Vec<Attr>) -> P<Param> {
        if self.at("...") {
            let span = self.span();
            return Err(self.error(span, "only foreign, `unsafe extern \"C\"`, or `unsafe extern \"C-unwind\"` functions may have a C-variadic arg"));
        }
        let pat = self.pat_no_alternatives()?;
        if self.at("|") {
            let span = pat.span;
            return Err(self.error(span, "function parameters require top-level or-patterns in parentheses"));
        }
        if !self.eat(":") {
            self.check("@");
            self.check("|");
            return Err(self.unexpected());
        }
        let ty = self.ty()?;
        Ok(Param { span: self.since(lo), attrs, pat, ty })
    }
}
