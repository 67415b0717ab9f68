//! Items as text.

use super::{Printer, tokens};
use crate::ast::{Attr, Expr, Field, Fn, Generics, Item, ItemKind, Ty, UseTree, UseTreeKind, VariantData, Visibility};
use std::fmt::Write as _;

impl Printer<'_> {
    pub(super) fn attrs(&mut self, attrs: &[Attr]) {
        for attr in attrs.iter().filter(|a| !a.is_doc) {
            let _ = write!(self.out, "#[{}", attr.path);
            if !attr.tokens.is_empty() {
                let _ = write!(self.out, "({})", tokens(&attr.tokens));
            }
            self.push("]");
            self.line();
        }
    }

    pub(super) fn vis(&mut self, vis: &Visibility) {
        match vis {
            Visibility::Inherited => {}
            Visibility::Public(_) => self.push("pub "),
            Visibility::Restricted(_, path) => {
                self.push("pub(in ");
                self.path(path, false);
                self.push(") ");
            }
        }
    }

    pub(super) fn item(&mut self, item: &Item) {
        self.attrs(&item.attrs);
        self.vis(&item.vis);
        let name = &item.name.name;
        match &item.kind {
            ItemKind::Fn(f) => self.function(name, f),
            ItemKind::Struct(generics, data) => self.data_type("struct", name, generics, data),
            ItemKind::Union(generics, data) => self.data_type("union", name, generics, data),
            ItemKind::Enum(generics, variants) => {
                self.push("enum ");
                self.name(name);
                self.generics(generics);
                self.wheres(&generics.wheres);
                self.push(" ");
                self.braced(variants, |p, variant| {
                    p.attrs(&variant.attrs);
                    p.ident(&variant.name);
                    p.variant_data(&variant.data);
                    if let Some(value) = &variant.discriminant {
                        p.push(" = ");
                        p.expr(value);
                    }
                    p.push(",");
                });
            }
            ItemKind::Impl(imp) => {
                self.push(if imp.is_unsafe { "unsafe impl" } else { "impl" });
                self.generics(&imp.generics);
                self.push(if imp.negative { " !" } else { " " });
                if let Some(path) = &imp.of_trait {
                    self.path(path, false);
                    self.push(" for ");
                }
                self.ty(&imp.self_ty);
                self.wheres(&imp.generics.wheres);
                self.push(" ");
                self.braced(&imp.items, Self::item);
            }
            ItemKind::Trait(tr) => {
                self.push(if tr.is_unsafe { "unsafe " } else { "" });
                self.push(if tr.is_auto { "auto " } else { "" });
                self.push("trait ");
                self.name(name);
                self.generics(&tr.generics);
                if !tr.bounds.is_empty() {
                    self.push(": ");
                    self.bounds(&tr.bounds);
                }
                self.wheres(&tr.generics.wheres);
                self.push(" ");
                self.braced(&tr.items, Self::item);
            }
            ItemKind::TypeAlias(generics, bounds, ty) => {
                self.push("type ");
                self.name(name);
                self.generics(generics);
                if !bounds.is_empty() {
                    self.push(": ");
                    self.bounds(bounds);
                }
                self.wheres(&generics.wheres);
                if let Some(ty) = ty {
                    self.push(" = ");
                    self.ty(ty);
                }
                self.push(";");
            }
            ItemKind::Const(ty, value) => self.constant("const", name, ty, value.as_ref()),
            ItemKind::Static { mutable, ty, value } => {
                self.constant(if *mutable { "static mut" } else { "static" }, name, ty, value.as_ref());
            }
            ItemKind::Mod(None) => {
                self.push("mod ");
                self.name(name);
                self.push(";");
            }
            ItemKind::Mod(Some(items)) => {
                self.push("mod ");
                self.name(name);
                self.push(" ");
                self.braced(items, Self::item);
            }
            ItemKind::Use(tree) => {
                self.push("use ");
                self.use_tree(tree);
                self.push(";");
            }
            ItemKind::MacroRules(body) => {
                self.push("macro_rules! ");
                self.name(name);
                let _ = write!(self.out, " {{ {} }}", tokens(body));
            }
            ItemKind::MacroCall(call) => {
                self.macro_call(call);
                if call.delim != crate::token::Delim::Brace {
                    self.push(";");
                }
            }
            ItemKind::ExternCrate => {
                self.push("extern crate ");
                self.push(if name.is_empty() { "self" } else { name });
                self.push(";");
            }
            ItemKind::ForeignMod => self.push("extern { /* … */ }"),
            ItemKind::Error => self.push("/* error */"),
        }
    }

    pub(super) fn constant(&mut self, keyword: &str, name: &str, ty: &Ty, value: Option<&Expr>) {
        self.push(keyword);
        self.push(" ");
        self.name(name);
        self.push(": ");
        self.ty(ty);
        if let Some(value) = value {
            self.push(" = ");
            self.expr(value);
        }
        self.push(";");
    }

    pub(super) fn function(&mut self, name: &str, f: &Fn) {
        for (set, word) in
            [(f.is_const, "const "), (f.is_async, "async "), (f.is_unsafe, "unsafe "), (f.is_extern, "extern ")]
        {
            self.push(if set { word } else { "" });
        }
        self.push("fn ");
        self.name(name);
        self.generics(&f.generics);
        self.push("(");
        if let Some(receiver) = &f.self_param {
            self.push(if receiver.is_ref { "&" } else { "" });
            if let Some(lifetime) = &receiver.lifetime {
                self.push(&lifetime.name);
                self.push(" ");
            }
            self.push(if receiver.is_mut { "mut self" } else { "self" });
            if let Some(ty) = &receiver.ty {
                self.push(": ");
                self.ty(ty);
            }
            self.push(if f.params.is_empty() { "" } else { ", " });
        }
        self.comma(&f.params, |p, param| {
            p.pat(&param.pat);
            p.push(": ");
            p.ty(&param.ty);
        });
        self.push(")");
        if let Some(ret) = &f.ret {
            self.push(" -> ");
            self.ty(ret);
        }
        self.wheres(&f.generics.wheres);
        match &f.body {
            Some(body) => {
                self.push(" ");
                self.block(body);
            }
            None => self.push(";"),
        }
    }

    pub(super) fn data_type(&mut self, keyword: &str, name: &str, generics: &Generics, data: &VariantData) {
        self.push(keyword);
        self.push(" ");
        self.name(name);
        self.generics(generics);
        if matches!(data, VariantData::Named(_)) {
            self.wheres(&generics.wheres);
        }
        self.variant_data(data);
        if !matches!(data, VariantData::Named(_)) {
            self.wheres(&generics.wheres);
            self.push(";");
        }
    }

    pub(super) fn variant_data(&mut self, data: &VariantData) {
        match data {
            VariantData::Unit => {}
            VariantData::Tuple(fields) => {
                self.push("(");
                self.comma(fields, |p, field: &Field| {
                    p.vis(&field.vis);
                    p.ty(&field.ty);
                });
                self.push(")");
            }
            VariantData::Named(fields) => {
                self.push(" { ");
                self.comma(fields, |p, field: &Field| {
                    p.vis(&field.vis);
                    p.ident(&field.name);
                    p.push(": ");
                    p.ty(&field.ty);
                });
                self.push(" }");
            }
        }
    }

    pub(super) fn use_tree(&mut self, tree: &UseTree) {
        self.path(&tree.prefix, false);
        let joint = if tree.prefix.segments.is_empty() { "" } else { "::" };
        match &tree.kind {
            UseTreeKind::Simple(None) => {}
            UseTreeKind::Simple(Some(alias)) => {
                self.push(" as ");
                self.push(&alias.name);
            }
            UseTreeKind::Glob => {
                self.push(joint);
                self.push("*");
            }
            UseTreeKind::Nested(trees) => {
                self.push(joint);
                self.push("{");
                self.comma(trees, Self::use_tree);
                self.push("}");
            }
        }
    }
}
