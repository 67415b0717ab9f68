//! `<…>` of declarations, `where`, bounds.

use crate::ast::{Bound, GenericParam, GenericParamKind, Generics, Ident, WherePredicate};
use crate::parser::{P, Parser};
use crate::token::{Delim, Specifier, TokenKind};
use smol_str::SmolStr;
use stair_source::Code;

impl Parser<'_> {
    /// `<'a, T: Bound = Default, const N: Ty>` where a `<` stands here; nothing otherwise.
    pub(crate) fn generic_params(&mut self) -> P<Generics> {
        let lo = self.span();
        if !self.at_part("<") {
            self.check("<");
            return Ok(Generics::default());
        }
        self.expect_part("<")?;
        let params = self.generic_param_list()?;
        let span = Some(self.since(lo));
        self.check_param_order(&params);
        Ok(Generics { span, params, wheres: Vec::new() })
    }

    /// The parameters up to and with `>`.
    fn generic_param_list(&mut self) -> P<Vec<GenericParam>> {
        let mut params = Vec::new();
        while !self.eat_part(">") {
            params.push(self.generic_param()?);
            if !self.eat(",") {
                self.expect_part(">")?;
                break;
            }
        }
        Ok(params)
    }

    fn generic_param(&mut self) -> P<GenericParam> {
        let attrs = self.outer_attributes();
        let id = self.fresh();
        if let TokenKind::Lifetime(name) = &self.token().kind {
            let name = Ident { name: name.clone(), span: self.span(), ctxt: self.ctxt() };
            self.bump();
            let mut bounds = Vec::new();
            if self.eat(":") {
                while let Some(bound) = self.lifetime() {
                    bounds.push(bound);
                    if !self.eat("+") {
                        break;
                    }
                }
            }
            return Ok(GenericParam { id, attrs, name, kind: GenericParamKind::Lifetime(bounds) });
        }
        if self.eat_keyword("const") {
            let name = self.ident()?;
            self.expect(":")?;
            let ty = self.ty()?;
            let default = if self.eat("=") { Some(self.const_argument()?) } else { None };
            return Ok(GenericParam { id, attrs, name, kind: GenericParamKind::Const(ty, default) });
        }
        self.check(">");
        self.could_be("lifetime");
        let name = self.ident()?;
        let bounds = if self.eat(":") { self.bounds()? } else { Vec::new() };
        let default = if self.eat("=") { Some(self.ty()?) } else { None };
        Ok(GenericParam { id, attrs, name, kind: GenericParamKind::Type(bounds, default) })
    }

    fn check_param_order(&mut self, params: &[GenericParam]) {
        let mut others = false;
        for param in params {
            let lifetime = matches!(param.kind, GenericParamKind::Lifetime(_));
            if lifetime && others {
                self.error(param.name.span, "lifetime parameters must be declared prior to type and const parameters");
            }
            others |= !lifetime;
        }
    }

    /// A lifetime, if one stands here.
    pub(crate) fn lifetime(&mut self) -> Option<Ident> {
        let TokenKind::Lifetime(name) = &self.token().kind else {
            self.could_be("lifetime");
            return None;
        };
        let ident = Ident { name: name.clone(), span: self.span(), ctxt: self.ctxt() };
        self.bump();
        Some(ident)
    }

    /// `where …`, added to `generics`; nothing where there is no `where`.
    pub(crate) fn where_clause(&mut self, generics: &mut Generics) -> P<()> {
        if !self.eat_keyword("where") {
            return Ok(());
        }
        loop {
            let lo = self.span();
            let mut binder = Vec::new();
            let (ty, lifetime, bounds) = if let Some(lifetime) = self.lifetime() {
                self.expect(":")?;
                (None, Some(lifetime), self.bounds()?)
            } else if self.begins_type() {
                binder = self.for_lifetimes()?;
                let ty = self.ty()?;
                if !self.eat(":") {
                    return Err(self.unexpected());
                }
                (Some(ty), None, self.bounds()?)
            } else {
                return Ok(());
            };
            let span = self.since(lo);
            generics.wheres.push(WherePredicate { span, binder, ty, lifetime, bounds });
            if !self.eat(",") {
                return Ok(());
            }
        }
    }

    /// `for<'a, 'b>`: the names; none where there is no `for`.
    pub(crate) fn for_lifetimes(&mut self) -> P<Vec<Ident>> {
        if !(self.at_keyword("for") && matches!(self.ahead(1), TokenKind::Punct(p) if p.starts_with('<'))) {
            return Ok(Vec::new());
        }
        self.bump();
        self.expect_part("<")?;
        let mut names = Vec::new();
        for param in self.generic_param_list()? {
            if matches!(param.kind, GenericParamKind::Lifetime(_)) {
                names.push(param.name);
            } else {
                let message = "only lifetime parameters can be used in this context";
                self.report(stair_source::Diagnostic::new(Code::Syntax, param.name.span, message));
            }
        }
        Ok(names)
    }

    /// `A + 'b + ?Sized`, possibly empty.
    pub(crate) fn bounds(&mut self) -> P<Vec<Bound>> {
        let mut bounds = Vec::new();
        loop {
            if self.at_keyword("use") && matches!(self.ahead(1), TokenKind::Punct(p) if p.starts_with('<')) {
                self.bump();
                bounds.push(Bound::Captures(self.captured_params()?));
            } else if let Some(bound) = self.bound()? {
                bounds.push(bound);
            } else {
                break;
            }
            if !self.eat_part("+") {
                break;
            }
        }
        Ok(bounds)
    }

    /// `<'a, T, Self>` behind `use`.
    fn captured_params(&mut self) -> P<Vec<Ident>> {
        self.expect_part("<")?;
        let mut names = Vec::new();
        while !self.eat_part(">") {
            if let Some(lifetime) = self.lifetime() {
                names.push(lifetime);
            } else if self.eat_keyword("Self") {
                names.push(Ident::new(SmolStr::new_static("Self"), self.prev));
            } else {
                names.push(self.ident()?);
            }
            if !self.eat(",") {
                self.expect_part(">")?;
                break;
            }
        }
        Ok(names)
    }

    fn bound(&mut self) -> P<Option<Bound>> {
        if let Some(lifetime) = self.lifetime() {
            return Ok(Some(Bound::Lifetime(lifetime)));
        }
        let lo = self.span();
        if self.at_open(Delim::Paren) {
            self.bump();
            let inner = self.nest(Self::bound)?;
            self.close(Delim::Paren);
            return Ok(inner);
        }
        let starts =
            self.at("?") || self.at("::") || self.at_part("<") || self.at_keyword("for") || self.at_path_start();
        if !starts && !self.at_fragment(&[Specifier::Path]) {
            self.could_be("path");
            if self.at("!") || self.at("~") {
                let span = self.span();
                return Err(self.error(span, "this kind of bound is experimental"));
            }
            return Ok(None);
        }
        let maybe = self.eat("?");
        let binder = self.for_lifetimes()?;
        let path = self.type_path()?;
        let span = self.since(lo);
        Ok(Some(Bound::Trait { binder, path, maybe, span }))
    }

    /// Bounds of which there must be one: of `dyn` and `impl`.
    pub(crate) fn some_bounds(&mut self, code: Code) -> P<Vec<Bound>> {
        let lo = self.prev;
        let bounds = self.bounds()?;
        if !bounds.iter().any(|b| matches!(b, Bound::Trait { .. })) {
            let span = self.since(lo);
            self.report(stair_source::Diagnostic::new(code, span, "at least one trait must be specified"));
        }
        Ok(bounds)
    }
}
