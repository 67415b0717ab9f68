//! Structs, enums, type aliases, constants and statics.

use crate::ast::{Expr, Field, Ident, ItemKind, Ty, Variant, VariantData};
use crate::parser::{P, Parser};
use crate::token::{Delim, TokenKind};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic};

impl Parser<'_> {
    #[inline(never)]
    pub(super) fn struct_item(&mut self) -> P<(Ident, ItemKind)> {
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        self.where_clause(&mut generics)?;
        let data = match self.token().kind {
            TokenKind::Open(Delim::Brace) => VariantData::Named(self.named_fields()),
            TokenKind::Open(Delim::Paren) if generics.wheres.is_empty() => {
                let fields = self.tuple_fields();
                self.where_clause(&mut generics)?;
                self.semicolon()?;
                VariantData::Tuple(fields)
            }
            TokenKind::Punct(";") => {
                self.bump();
                VariantData::Unit
            }
            _ => {
                let found = crate::parser::describe(&self.token().kind);
                let message = format!("expected `where`, `{{`, `(`, or `;` after struct name, found {found}");
                let error = Diagnostic::new(Code::Syntax, self.span(), message)
                    .primary("expected `where`, `{`, `(`, or `;` after struct name");
                return Err(self.report(error));
            }
        };
        Ok((name, ItemKind::Struct(generics, data)))
    }

    #[inline(never)]
    pub(super) fn named_fields(&mut self) -> Vec<Field> {
        self.bump();
        let field = |p: &mut Self| {
            let attrs = p.outer_attributes();
            if p.at_close(Delim::Brace) && !attrs.is_empty() {
                return Err(p.attributes_of_nothing(&attrs));
            }
            let lo = p.span();
            let vis = p.visibility(false)?;
            if p.at_keyword("fn") {
                let span = p.span();
                return Err(p.report(
                    Diagnostic::new(Code::Syntax, span, "functions are not allowed in struct definitions")
                        .help("unlike in C++, Java, and C#, functions are declared in `impl` blocks"),
                ));
            }
            let name = p.ident()?;
            p.expect(":")?;
            let ty = p.ty()?;
            Ok(Field { span: p.since(lo), attrs, vis, name, ty })
        };
        self.list(Delim::Brace, field, |_, _| None).0
    }

    #[inline(never)]
    pub(super) fn tuple_fields(&mut self) -> Vec<Field> {
        self.bump();
        let mut index = 0usize;
        let field = |p: &mut Self| {
            let attrs = p.outer_attributes();
            let lo = p.span();
            let vis = p.visibility(true)?;
            let ty = p.ty()?;
            let name = Ident::new(smol_str::format_smolstr!("{index}"), ty.span);
            index += 1;
            Ok(Field { span: p.since(lo), attrs, vis, name, ty })
        };
        self.list(Delim::Paren, field, |_, _| None).0
    }

    #[inline(never)]
    pub(super) fn enum_item(&mut self) -> P<(Ident, ItemKind)> {
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        self.where_clause(&mut generics)?;
        self.expect_open(Delim::Brace)?;
        let (variants, _) = self.list(Delim::Brace, Self::variant, |_, _| None);
        Ok((name, ItemKind::Enum(generics, variants)))
    }

    #[inline(never)]
    pub(super) fn variant(&mut self) -> P<Variant> {
        let attrs = self.outer_attributes();
        if self.at_close(Delim::Brace) && !attrs.is_empty() {
            return Err(self.attributes_of_nothing(&attrs));
        }
        let lo = self.span();
        let id = self.fresh();
        let vis = self.visibility(false)?;
        let name = self.ident()?;
        let data = match self.token().kind {
            TokenKind::Open(Delim::Brace) => VariantData::Named(self.named_fields()),
            TokenKind::Open(Delim::Paren) => VariantData::Tuple(self.tuple_fields()),
            _ => {
                self.could_be("`(`");
                self.could_be("`{`");
                VariantData::Unit
            }
        };
        let discriminant = if self.eat("=") { Some(self.expr()?) } else { None };
        Ok(Variant { id, span: self.since(lo), attrs, vis, name, data, discriminant })
    }

    #[inline(never)]
    pub(super) fn type_alias(&mut self) -> P<(Ident, ItemKind)> {
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        let bounds = if self.eat(":") { self.bounds()? } else { Vec::new() };
        self.where_clause(&mut generics)?;
        let ty = if self.eat("=") { Some(self.ty()?) } else { None };
        self.where_clause(&mut generics)?;
        self.semicolon()?;
        Ok((name, ItemKind::TypeAlias(generics, bounds, ty)))
    }

    /// Name, type and value of a `const` or `static`.
    #[inline(never)]
    pub(super) fn constant(&mut self, what: &str) -> P<(Ident, Ty, Option<Expr>)> {
        let name = if self.at_keyword("_") && what == "const" {
            self.bump();
            Ident::new(SmolStr::new_static("_"), self.prev)
        } else {
            self.ident()?
        };
        let ty = if self.eat(":") {
            self.ty()?
        } else if self.at("=") || self.at(";") {
            let place = name.span.shrink_to_hi();
            self.report(Diagnostic::new(Code::Syntax, place, format!("missing type for `{what}` item")).suggest(
                "provide a type for the item",
                place,
                ": <type>",
            ));
            self.error_ty(place)
        } else {
            self.check("=");
            return Err(self.unexpected());
        };
        let value = if self.eat("=") { Some(self.expr()?) } else { None };
        self.semicolon()?;
        Ok((name, ty, value))
    }
}
