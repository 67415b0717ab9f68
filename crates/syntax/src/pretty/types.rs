//! Generics, paths, types and patterns as text.

use super::{Printer, tokens};
use crate::ast::{
    Bound, GenericArg, GenericArgs, GenericParam, GenericParamKind, Generics, Ident, MacroCall, Pat, PatKind, Path,
    PathSegment, Ty, TyKind, WherePredicate,
};

impl Printer<'_> {
    pub(super) fn generics(&mut self, generics: &Generics) {
        if generics.params.is_empty() {
            return;
        }
        self.push("<");
        self.comma(&generics.params, Self::generic_param);
        self.push(">");
    }

    pub(super) fn generic_param(&mut self, param: &GenericParam) {
        match &param.kind {
            GenericParamKind::Lifetime(bounds) => {
                self.push(&param.name.name);
                if !bounds.is_empty() {
                    self.push(": ");
                    self.separated(bounds, " + ", |p, b| p.push(&b.name));
                }
            }
            GenericParamKind::Type(bounds, default) => {
                self.ident(&param.name);
                if !bounds.is_empty() {
                    self.push(": ");
                    self.bounds(bounds);
                }
                if let Some(default) = default {
                    self.push(" = ");
                    self.ty(default);
                }
            }
            GenericParamKind::Const(ty, default) => {
                self.push("const ");
                self.ident(&param.name);
                self.push(": ");
                self.ty(ty);
                if let Some(default) = default {
                    self.push(" = ");
                    self.expr(default);
                }
            }
        }
    }

    pub(super) fn wheres(&mut self, wheres: &[WherePredicate]) {
        if wheres.is_empty() {
            return;
        }
        self.push(" where ");
        self.comma(wheres, |p, predicate| {
            if let Some(ty) = &predicate.ty {
                p.ty(ty);
            }
            if let Some(lifetime) = &predicate.lifetime {
                p.push(&lifetime.name);
            }
            p.push(": ");
            p.bounds(&predicate.bounds);
        });
    }

    /// `for<'a, 'b> `, if there are any.
    fn binder(&mut self, lifetimes: &[Ident]) {
        if !lifetimes.is_empty() {
            self.push("for<");
            self.comma(lifetimes, |p, lifetime| p.push(&lifetime.name));
            self.push("> ");
        }
    }

    pub(super) fn bounds(&mut self, bounds: &[Bound]) {
        self.separated(bounds, " + ", |p, bound| match bound {
            Bound::Trait { binder, path, maybe, .. } => {
                p.push(if *maybe { "?" } else { "" });
                p.binder(binder);
                p.path(path, false);
            }
            Bound::Lifetime(lifetime) => p.push(&lifetime.name),
            Bound::Captures(names) => {
                p.push("use<");
                p.separated(names, ", ", |p, name| p.push(&name.name));
                p.push(">");
            }
        });
    }

    /// `turbofish`: generic arguments are written with `::`.
    pub(super) fn path(&mut self, path: &Path, turbofish: bool) {
        if let Some(qself) = &path.qself {
            self.push("<");
            self.ty(&qself.ty);
            if let Some(tr) = &qself.trait_path {
                self.push(" as ");
                self.path(tr, false);
            }
            self.push(">::");
        }
        self.push(if path.global { "::" } else { "" });
        self.separated(&path.segments, "::", |p, segment| p.segment(segment, turbofish));
    }

    pub(super) fn segment(&mut self, segment: &PathSegment, turbofish: bool) {
        self.ident(&segment.name);
        if let Some(args) = &segment.args {
            self.push(if turbofish && args.parenthesized.is_none() { "::" } else { "" });
            self.generic_args(args);
        }
    }

    pub(super) fn generic_args(&mut self, args: &GenericArgs) {
        self.push(if args.parenthesized.is_some() { "(" } else { "<" });
        self.comma(&args.args, |p, arg| match arg {
            GenericArg::Lifetime(lifetime) => p.push(&lifetime.name),
            GenericArg::Type(ty) => p.ty(ty),
            GenericArg::Const(expr) => p.expr(expr),
            GenericArg::Binding(name, own, ty) => {
                p.ident(name);
                if let Some(own) = own {
                    p.generic_args(own);
                }
                p.push(" = ");
                p.ty(ty);
            }
            GenericArg::Bound(name, bounds) => {
                p.ident(name);
                p.push(": ");
                p.bounds(bounds);
            }
        });
        self.push(if args.parenthesized.is_some() { ")" } else { ">" });
        if let Some(Some(output)) = &args.parenthesized {
            self.push(" -> ");
            self.ty(output);
        }
    }

    pub(super) fn ty(&mut self, ty: &Ty) {
        match &ty.kind {
            TyKind::Path(path) => self.path(path, false),
            TyKind::Ref { lifetime, mutable, inner } => {
                self.push("&");
                if let Some(lifetime) = lifetime {
                    self.push(&lifetime.name);
                    self.push(" ");
                }
                self.push(if *mutable { "mut " } else { "" });
                self.ty(inner);
            }
            TyKind::Ptr { mutable, inner } => {
                self.push(if *mutable { "*mut " } else { "*const " });
                self.ty(inner);
            }
            TyKind::Tuple(types) => {
                self.push("(");
                self.comma(types, Self::ty);
                self.push(if types.len() == 1 { ",)" } else { ")" });
            }
            TyKind::Array(element, count) => {
                self.push("[");
                self.ty(element);
                self.push("; ");
                self.expr(count);
                self.push("]");
            }
            TyKind::Slice(element) => {
                self.push("[");
                self.ty(element);
                self.push("]");
            }
            TyKind::Fn { binder, params, ret, is_unsafe, is_extern } => {
                self.binder(binder);
                self.push(if *is_unsafe { "unsafe " } else { "" });
                self.push(if *is_extern { "extern " } else { "" });
                self.push("fn(");
                self.comma(params, Self::ty);
                self.push(")");
                if let Some(ret) = ret {
                    self.push(" -> ");
                    self.ty(ret);
                }
            }
            TyKind::ImplTrait(bounds) => {
                self.push("impl ");
                self.bounds(bounds);
            }
            TyKind::DynTrait(bounds) => {
                self.push("dyn ");
                self.bounds(bounds);
            }
            TyKind::Never => self.push("!"),
            TyKind::Infer => self.push("_"),
            TyKind::Paren(inner) => {
                self.push("(");
                self.ty(inner);
                self.push(")");
            }
            TyKind::Macro(call) => self.macro_call(call),
            TyKind::Error => self.push("/* error */"),
        }
    }

    // Patterns.

    pub(super) fn pat(&mut self, pat: &Pat) {
        match &pat.kind {
            PatKind::Wild => self.push("_"),
            PatKind::Rest => self.push(".."),
            PatKind::Ident { by_ref, mutable, name, sub } => {
                self.push(if *by_ref { "ref " } else { "" });
                self.push(if *mutable { "mut " } else { "" });
                self.ident(name);
                if let Some(sub) = sub {
                    self.push(" @ ");
                    self.pat(sub);
                }
            }
            PatKind::Lit(lit) => self.expr(lit),
            PatKind::Range { lo, hi, inclusive } => self.range(lo.as_deref(), hi.as_deref(), *inclusive),
            PatKind::Path(path) => self.path(path, true),
            PatKind::TupleStruct(path, pats) => {
                self.path(path, true);
                self.push("(");
                self.comma(pats, Self::pat);
                self.push(")");
            }
            PatKind::Struct { path, fields, rest } => {
                self.path(path, true);
                self.push(" { ");
                self.comma(fields, |p, field| {
                    if !field.shorthand {
                        p.ident(&field.name);
                        p.push(": ");
                    }
                    p.pat(&field.pat);
                });
                self.push(match (rest, fields.is_empty()) {
                    (true, true) => ".. }",
                    (true, false) => ", .. }",
                    (false, true) => "}",
                    (false, false) => " }",
                });
            }
            PatKind::Tuple(pats) => {
                self.push("(");
                self.comma(pats, Self::pat);
                self.push(if pats.len() == 1 { ",)" } else { ")" });
            }
            PatKind::Slice(pats) => {
                self.push("[");
                self.comma(pats, Self::pat);
                self.push("]");
            }
            PatKind::Ref { mutable, inner } => {
                self.push(if *mutable { "&mut " } else { "&" });
                self.pat(inner);
            }
            PatKind::Or(pats) => self.separated(pats, " | ", Self::pat),
            PatKind::Paren(inner) => {
                self.push("(");
                self.pat(inner);
                self.push(")");
            }
            PatKind::Macro(call) => self.macro_call(call),
            PatKind::Error => self.push("/* error */"),
        }
    }

    pub(super) fn macro_call(&mut self, call: &MacroCall) {
        self.path(&call.path, true);
        let brace = call.delim == crate::token::Delim::Brace;
        self.push(if brace { "! { " } else { "!" });
        self.push(if brace { "" } else { call.delim.open() });
        self.push(&tokens(&call.tokens));
        self.push(if brace { " " } else { "" });
        self.push(call.delim.close());
    }
}
