//! What holds other items: modules, implementations, traits; and imports.

use crate::ast::{Attr, Generics, Ident, Impl, Item, ItemKind, Path, Trait, TyKind, UseTree, UseTreeKind};
use crate::grammar::items::Place;
use crate::parser::{P, Parser, is_word};
use crate::token::{Delim, TokenKind};
use smol_str::SmolStr;

impl Parser<'_> {
    #[inline(never)]
    pub(super) fn module(&mut self, attrs: &mut Vec<Attr>) -> P<(Ident, ItemKind)> {
        let name = self.ident()?;
        if self.eat(";") {
            return Ok((name, ItemKind::Mod(None)));
        }
        if !self.eat_open(Delim::Brace) {
            self.check(";");
            return Err(self.unexpected());
        }
        attrs.extend(self.inner_attributes());
        let mut items = Vec::new();
        self.items(Place::Module, &mut items);
        self.close(Delim::Brace);
        Ok((name, ItemKind::Mod(Some(items))))
    }

    pub(super) fn use_tree(&mut self) -> P<UseTree> {
        self.nest(|p| {
            let lo = p.span();
            let id = p.fresh();
            let at_end = |p: &Self| p.at("*") || p.at_open(Delim::Brace);
            let mut prefix = Path { span: lo.shrink_to_lo(), global: false, qself: None, segments: Vec::new() };
            let mut open = at_end(p);
            if !open {
                if p.at("::") && matches!(p.ahead(1), TokenKind::Punct("*") | TokenKind::Open(Delim::Brace)) {
                    p.bump();
                    prefix.global = true;
                    open = true;
                } else {
                    prefix = p.module_path()?;
                    if p.at("::") {
                        p.bump();
                        open = true;
                    }
                }
            }
            let kind = if !open {
                let alias = if p.eat_keyword("as") {
                    Some(if p.at_keyword("_") {
                        p.bump();
                        Ident::new(SmolStr::new_static("_"), p.prev)
                    } else {
                        p.ident()?
                    })
                } else {
                    None
                };
                UseTreeKind::Simple(alias)
            } else if p.eat("*") {
                UseTreeKind::Glob
            } else {
                p.expect_open(Delim::Brace)?;
                UseTreeKind::Nested(p.list(Delim::Brace, Self::use_tree, |_, _| None).0)
            };
            p.could_be("`::`");
            Ok(UseTree { id, span: p.since(lo), prefix, kind })
        })
    }

    // Implementations and traits.

    #[inline(never)]
    pub(super) fn implementation(&mut self) -> P<ItemKind> {
        let is_unsafe = self.eat_keyword("unsafe");
        self.expect_keyword("impl")?;
        let mut generics =
            if self.at("<") && self.generics_rather_than_path() { self.generic_params()? } else { Generics::default() };
        if self.at_keyword("const") {
            let span = self.span();
            self.error(span, "const trait impls are experimental");
            self.bump();
        }
        let negative = self.eat("!");
        let first = self.ty()?;
        let mut of_trait = None;
        let mut self_ty = first;
        if self.eat_keyword("for") {
            let target = self.ty()?;
            let trait_ty = std::mem::replace(&mut self_ty, target);
            match trait_ty.kind {
                TyKind::Path(path) => of_trait = Some(path),
                _ => {
                    self.error(trait_ty.span, "expected a trait, found type");
                }
            }
        }
        self.where_clause(&mut generics)?;
        let items = self.associated_items(Place::Impl)?;
        Ok(ItemKind::Impl(Box::new(Impl { generics, negative, is_unsafe, of_trait, self_ty, items, derived: None })))
    }

    /// At the `<` behind `impl`: whether it opens generic parameters, not `<T as Trait>::Type`.
    pub(super) fn generics_rather_than_path(&self) -> bool {
        match self.ahead(1) {
            TokenKind::Punct(">" | "#") => true,
            TokenKind::Lifetime(_) => true,
            token if is_word(token, "const") => true,
            TokenKind::Ident { .. } => {
                matches!(self.ahead(2), TokenKind::Punct(">" | "," | ":" | "="))
            }
            _ => false,
        }
    }

    #[inline(never)]
    pub(super) fn trait_item(&mut self) -> P<(Ident, ItemKind)> {
        let is_unsafe = self.eat_keyword("unsafe");
        let is_auto = self.eat_keyword("auto");
        self.expect_keyword("trait")?;
        let name = self.ident()?;
        let mut generics = self.generic_params()?;
        let bounds = if self.eat(":") { self.bounds()? } else { Vec::new() };
        if self.at("=") {
            let span = self.span();
            return Err(self.error(span, "trait aliases are experimental"));
        }
        self.where_clause(&mut generics)?;
        let items = self.associated_items(Place::Trait)?;
        Ok((name, ItemKind::Trait(Box::new(Trait { generics, is_unsafe, is_auto, bounds, items }))))
    }

    pub(super) fn associated_items(&mut self, place: Place) -> P<Vec<Item>> {
        if !self.eat_open(Delim::Brace) {
            return Err(self.unexpected());
        }
        self.inner_attributes();
        let mut items = Vec::new();
        self.items(place, &mut items);
        self.close(Delim::Brace);
        Ok(items)
    }
}
