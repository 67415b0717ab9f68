//! The tree as Rust text again: shows what expansion made, and what `assert!` quotes.

use crate::ast::{
    Attr, Block, Bound, Closure, Expr, ExprKind, Field, File, Fn, GenericArg, GenericArgs, GenericParam,
    GenericParamKind, Generics, Ident, Item, ItemKind, Lit, MacroCall, Pat, PatKind, Path, PathSegment, Stmt, StmtKind,
    Ty, TyKind, UnOp, UseTree, UseTreeKind, VariantData, Visibility, WherePredicate,
};
use crate::parser::spelling;
use crate::token::Token;
use smol_str::SmolStr;
use stair_source::Span;
use std::fmt::Write as _;

/// A file, with a line for each statement.
#[must_use]
pub fn file(file: &File) -> String {
    let mut p = Printer::default();
    for (i, item) in file.items.iter().enumerate() {
        if i > 0 {
            p.line();
        }
        p.item(item);
        p.line();
    }
    p.out
}

/// One item.
#[must_use]
pub fn item(item: &Item) -> String {
    let mut p = Printer::default();
    p.item(item);
    p.out
}

/// One expression, on one line.
#[must_use]
pub fn expr(expr: &Expr) -> String {
    let mut p = Printer { inline: true, ..Printer::default() };
    p.expr(expr);
    p.out
}

/// One expression, with a line for each statement in it.
#[must_use]
pub fn expr_lines(expr: &Expr) -> String {
    let mut p = Printer::default();
    p.expr(expr);
    p.out
}

/// One expression as `rustc` quotes it: literals as they are written in `tokens`, from which it was parsed.
#[must_use]
pub fn expr_as_written(expr: &Expr, tokens: &[Token]) -> String {
    let mut p = Printer { inline: true, written: tokens, ..Printer::default() };
    p.expr(expr);
    p.out
}

/// A type.
#[must_use]
pub fn ty(ty: &Ty) -> String {
    let mut p = Printer { inline: true, ..Printer::default() };
    p.ty(ty);
    p.out
}

/// A pattern.
#[must_use]
pub fn pat(pat: &Pat) -> String {
    let mut p = Printer { inline: true, ..Printer::default() };
    p.pat(pat);
    p.out
}

/// A path.
#[must_use]
pub fn path(path: &Path) -> String {
    let mut p = Printer { inline: true, ..Printer::default() };
    p.path(path, true);
    p.out
}

/// Tokens, spaced as they are written.
#[must_use]
pub fn tokens(tokens: &[Token]) -> String {
    let mut out = String::new();
    let mut before: Option<Span> = None;
    for token in tokens {
        if before.is_some_and(|b| b.hi != token.span.lo) {
            out.push(' ');
        }
        out.push_str(&spelling(&token.kind));
        before = Some(token.span);
    }
    out
}

#[derive(Default)]
struct Printer<'a> {
    out: String,
    indent: usize,
    /// Everything on one line.
    inline: bool,
    /// The tokens that the tree was parsed from, in order; literals are printed as they stand there.
    written: &'a [Token],
}

impl Printer<'_> {
    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn line(&mut self) {
        if self.inline {
            self.out.push(' ');
        } else {
            self.out.push('\n');
            for _ in 0..self.indent {
                self.out.push_str("    ");
            }
        }
    }

    fn separated<T>(&mut self, items: &[T], separator: &str, mut each: impl FnMut(&mut Self, &T)) {
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.push(separator);
            }
            each(self, item);
        }
    }

    fn comma<T>(&mut self, items: &[T], each: impl FnMut(&mut Self, &T)) {
        self.separated(items, ", ", each);
    }

    /// `{`, each on its line, `}`.
    fn braced<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        if items.is_empty() {
            self.push("{}");
            return;
        }
        self.push("{");
        self.indent += 1;
        for item in items {
            self.line();
            each(self, item);
        }
        self.indent -= 1;
        self.line();
        self.push("}");
    }

    fn ident(&mut self, ident: &Ident) {
        if crate::lexer::is_keyword(&ident.name) && !crate::parser::is_path_keyword(&ident.name) {
            self.push("r#");
        }
        self.push(&ident.name);
    }

    // Items.

    fn attrs(&mut self, attrs: &[Attr]) {
        for attr in attrs.iter().filter(|a| !a.is_doc) {
            let _ = write!(self.out, "#[{}", attr.path);
            if !attr.tokens.is_empty() {
                let _ = write!(self.out, "({})", tokens(&attr.tokens));
            }
            self.push("]");
            self.line();
        }
    }

    fn vis(&mut self, vis: &Visibility) {
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

    fn item(&mut self, item: &Item) {
        self.attrs(&item.attrs);
        self.vis(&item.vis);
        let name = &item.name.name;
        match &item.kind {
            ItemKind::Fn(f) => self.function(name, f),
            ItemKind::Struct(generics, data) => self.data_type("struct", name, generics, data),
            ItemKind::Union(generics, data) => self.data_type("union", name, generics, data),
            ItemKind::Enum(generics, variants) => {
                let _ = write!(self.out, "enum {name}");
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
                let _ = write!(self.out, "trait {name}");
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
                let _ = write!(self.out, "type {name}");
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
                let _ = write!(self.out, "mod {name};");
            }
            ItemKind::Mod(Some(items)) => {
                let _ = write!(self.out, "mod {name} ");
                self.braced(items, Self::item);
            }
            ItemKind::Use(tree) => {
                self.push("use ");
                self.use_tree(tree);
                self.push(";");
            }
            ItemKind::MacroRules(body) => {
                let _ = write!(self.out, "macro_rules! {name} {{ {} }}", tokens(body));
            }
            ItemKind::MacroCall(call) => {
                self.macro_call(call);
                if call.delim != crate::token::Delim::Brace {
                    self.push(";");
                }
            }
            ItemKind::ExternCrate => {
                let _ = write!(self.out, "extern crate {name};");
            }
            ItemKind::ForeignMod => self.push("extern { … }"),
            ItemKind::Error => self.push("/* error */"),
        }
    }

    fn constant(&mut self, keyword: &str, name: &str, ty: &Ty, value: Option<&Expr>) {
        let _ = write!(self.out, "{keyword} {name}: ");
        self.ty(ty);
        if let Some(value) = value {
            self.push(" = ");
            self.expr(value);
        }
        self.push(";");
    }

    fn function(&mut self, name: &str, f: &Fn) {
        for (set, word) in
            [(f.is_const, "const "), (f.is_async, "async "), (f.is_unsafe, "unsafe "), (f.is_extern, "extern ")]
        {
            self.push(if set { word } else { "" });
        }
        let _ = write!(self.out, "fn {name}");
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

    fn data_type(&mut self, keyword: &str, name: &str, generics: &Generics, data: &VariantData) {
        let _ = write!(self.out, "{keyword} {name}");
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

    fn variant_data(&mut self, data: &VariantData) {
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

    fn use_tree(&mut self, tree: &UseTree) {
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

    // Generics, paths, types.

    fn generics(&mut self, generics: &Generics) {
        if generics.params.is_empty() {
            return;
        }
        self.push("<");
        self.comma(&generics.params, Self::generic_param);
        self.push(">");
    }

    fn generic_param(&mut self, param: &GenericParam) {
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

    fn wheres(&mut self, wheres: &[WherePredicate]) {
        if wheres.is_empty() {
            return;
        }
        self.push(" where ");
        self.comma(wheres, |p, predicate| {
            if let Some(ty) = &predicate.ty {
                p.ty(ty);
            }
            p.push(": ");
            p.bounds(&predicate.bounds);
        });
    }

    fn bounds(&mut self, bounds: &[Bound]) {
        self.separated(bounds, " + ", |p, bound| match bound {
            Bound::Trait { path, maybe, .. } => {
                p.push(if *maybe { "?" } else { "" });
                p.path(path, false);
            }
            Bound::Lifetime(lifetime) => p.push(&lifetime.name),
        });
    }

    /// `turbofish`: generic arguments are written with `::`.
    fn path(&mut self, path: &Path, turbofish: bool) {
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

    fn segment(&mut self, segment: &PathSegment, turbofish: bool) {
        self.ident(&segment.name);
        if let Some(args) = &segment.args {
            self.push(if turbofish && args.parenthesized.is_none() { "::" } else { "" });
            self.generic_args(args);
        }
    }

    fn generic_args(&mut self, args: &GenericArgs) {
        self.push(if args.parenthesized.is_some() { "(" } else { "<" });
        self.comma(&args.args, |p, arg| match arg {
            GenericArg::Lifetime(lifetime) => p.push(&lifetime.name),
            GenericArg::Type(ty) => p.ty(ty),
            GenericArg::Const(expr) => p.expr(expr),
            GenericArg::Binding(name, ty) => {
                p.ident(name);
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

    fn ty(&mut self, ty: &Ty) {
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
            TyKind::Fn { params, ret, is_unsafe, is_extern } => {
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

    fn pat(&mut self, pat: &Pat) {
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

    fn macro_call(&mut self, call: &MacroCall) {
        self.path(&call.path, true);
        let brace = call.delim == crate::token::Delim::Brace;
        self.push(if brace { "! { " } else { "!" });
        self.push(if brace { "" } else { call.delim.open() });
        self.push(&tokens(&call.tokens));
        self.push(if brace { " " } else { "" });
        self.push(call.delim.close());
    }

    // Statements and expressions.

    fn block(&mut self, block: &Block) {
        match (&block.stmts[..], &block.tail) {
            ([], None) => self.push("{}"),
            ([], Some(tail)) => {
                self.push("{ ");
                self.expr(tail);
                self.push(" }");
            }
            (stmts, tail) => {
                self.push("{");
                self.indent += 1;
                for stmt in stmts {
                    self.line();
                    self.stmt(stmt);
                }
                if let Some(tail) = tail {
                    self.line();
                    self.expr(tail);
                }
                self.indent -= 1;
                self.line();
                self.push("}");
            }
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.attrs(&stmt.attrs);
        match &stmt.kind {
            StmtKind::Let { pat, ty, init, els } => {
                self.push("let ");
                self.pat(pat);
                if let Some(ty) = ty {
                    self.push(": ");
                    self.ty(ty);
                }
                if let Some(init) = init {
                    self.push(" = ");
                    self.expr(init);
                }
                if let Some(els) = els {
                    self.push(" else ");
                    self.block(els);
                }
                self.push(";");
            }
            StmtKind::Item(item) => self.item(item),
            StmtKind::Expr { expr, semi } => {
                self.expr(expr);
                self.push(if *semi { ";" } else { "" });
            }
            StmtKind::Empty => self.push(";"),
        }
    }

    fn label(&mut self, label: Option<&Ident>) {
        if let Some(label) = label {
            self.push(&label.name);
            self.push(": ");
        }
    }

    /// The operand of a prefix operator. A parsed tree has its parentheses; a made one may need some.
    fn operand(&mut self, expr: &Expr) {
        let loose = matches!(
            expr.kind,
            ExprKind::Binary { .. }
                | ExprKind::Logical { .. }
                | ExprKind::Cast(..)
                | ExprKind::Range { .. }
                | ExprKind::Assign { .. }
                | ExprKind::AssignOp { .. }
                | ExprKind::Let(..)
        );
        self.push(if loose { "(" } else { "" });
        self.expr(expr);
        self.push(if loose { ")" } else { "" });
    }

    fn infix(&mut self, lhs: &Expr, op: &str, rhs: &Expr) {
        self.expr(lhs);
        self.push(" ");
        self.push(op);
        self.push(" ");
        self.expr(rhs);
    }

    fn range(&mut self, lo: Option<&Expr>, hi: Option<&Expr>, inclusive: bool) {
        if let Some(lo) = lo {
            self.expr(lo);
        }
        self.push(if inclusive { "..=" } else { ".." });
        if let Some(hi) = hi {
            self.expr(hi);
        }
    }

    fn expr(&mut self, expr: &Expr) {
        for attr in expr.attrs.iter().filter(|a| !a.is_doc) {
            let _ = write!(self.out, "#[{}] ", attr.path);
        }
        match &expr.kind {
            ExprKind::Lit(lit) => self.literal(lit, expr.span),
            ExprKind::Path(path) => self.path(path, true),
            ExprKind::Unary(op, inner) => {
                self.push(match op {
                    UnOp::Neg => "-",
                    UnOp::Not => "!",
                    UnOp::Deref => "*",
                });
                self.operand(inner);
            }
            ExprKind::Binary { op, lhs, rhs, .. } => self.infix(lhs, op.as_str(), rhs),
            ExprKind::Logical { and, lhs, rhs, .. } => self.infix(lhs, if *and { "&&" } else { "||" }, rhs),
            ExprKind::Assign { lhs, rhs, .. } => self.infix(lhs, "=", rhs),
            ExprKind::AssignOp { op, lhs, rhs, .. } => {
                let op = SmolStr::from_iter([op.as_str(), "="]);
                self.infix(lhs, &op, rhs);
            }
            ExprKind::Borrow { mutable, expr } => {
                self.push(if *mutable { "&mut " } else { "&" });
                self.operand(expr);
            }
            ExprKind::RawBorrow { mutable, expr } => {
                self.push(if *mutable { "&raw mut " } else { "&raw const " });
                self.expr(expr);
            }
            ExprKind::Cast(inner, ty) => {
                self.expr(inner);
                self.push(" as ");
                self.ty(ty);
            }
            ExprKind::Call(callee, args) => {
                self.expr(callee);
                self.push("(");
                self.comma(args, Self::expr);
                self.push(")");
            }
            ExprKind::MethodCall { receiver, method, args } => {
                self.expr(receiver);
                self.push(".");
                self.segment(method, true);
                self.push("(");
                self.comma(args, Self::expr);
                self.push(")");
            }
            ExprKind::Field(inner, name) => {
                self.expr(inner);
                self.push(".");
                self.ident(name);
            }
            ExprKind::Index(inner, index) => {
                self.expr(inner);
                self.push("[");
                self.expr(index);
                self.push("]");
            }
            ExprKind::Range { lo, hi, inclusive } => self.range(lo.as_deref(), hi.as_deref(), *inclusive),
            ExprKind::Tuple(exprs) => {
                self.push("(");
                self.comma(exprs, Self::expr);
                self.push(if exprs.len() == 1 { ",)" } else { ")" });
            }
            ExprKind::Array(exprs) => {
                self.push("[");
                self.comma(exprs, Self::expr);
                self.push("]");
            }
            ExprKind::Repeat(element, count) => {
                self.push("[");
                self.expr(element);
                self.push("; ");
                self.expr(count);
                self.push("]");
            }
            ExprKind::Struct { path, fields, base } => {
                self.path(path, true);
                self.push(" { ");
                self.comma(fields, |p, field| {
                    if !field.shorthand {
                        p.ident(&field.name);
                        p.push(": ");
                    }
                    p.expr(&field.expr);
                });
                if let Some(base) = base {
                    self.push(if fields.is_empty() { ".." } else { ", .." });
                    self.expr(base);
                }
                self.push(if fields.is_empty() && base.is_none() { "}" } else { " }" });
            }
            ExprKind::Block(block, label) => {
                self.label(label.as_ref());
                self.block(block);
            }
            ExprKind::Unsafe(block) => {
                self.push("unsafe ");
                self.block(block);
            }
            ExprKind::ConstBlock(block) => {
                self.push("const ");
                self.block(block);
            }
            ExprKind::Async(block) => {
                self.push("async ");
                self.block(block);
            }
            ExprKind::If { cond, then, els } => {
                self.push("if ");
                self.expr(cond);
                self.push(" ");
                self.block(then);
                if let Some(els) = els {
                    self.push(" else ");
                    self.expr(els);
                }
            }
            ExprKind::Let(pat, scrutinee) => {
                self.push("let ");
                self.pat(pat);
                self.push(" = ");
                self.expr(scrutinee);
            }
            ExprKind::Match { scrutinee, arms } => {
                self.push("match ");
                self.expr(scrutinee);
                self.push(" ");
                self.braced(arms, |p, arm| {
                    p.attrs(&arm.attrs);
                    p.pat(&arm.pat);
                    if let Some(guard) = &arm.guard {
                        p.push(" if ");
                        p.expr(guard);
                    }
                    p.push(" => ");
                    p.expr(&arm.body);
                    let block = matches!(arm.body.kind, ExprKind::Block(..));
                    p.push(if block { "" } else { "," });
                });
            }
            ExprKind::Loop(body, label) => {
                self.label(label.as_ref());
                self.push("loop ");
                self.block(body);
            }
            ExprKind::While { cond, body, label } => {
                self.label(label.as_ref());
                self.push("while ");
                self.expr(cond);
                self.push(" ");
                self.block(body);
            }
            ExprKind::For { pat, iter, body, label } => {
                self.label(label.as_ref());
                self.push("for ");
                self.pat(pat);
                self.push(" in ");
                self.expr(iter);
                self.push(" ");
                self.block(body);
            }
            ExprKind::Break(label, value) => self.jump("break", label.as_ref(), value.as_deref()),
            ExprKind::Continue(label) => self.jump("continue", label.as_ref(), None),
            ExprKind::Return(value) => self.jump("return", None, value.as_deref()),
            ExprKind::Closure(closure) => self.closure(closure),
            ExprKind::Try(inner) => {
                self.expr(inner);
                self.push("?");
            }
            ExprKind::Await(inner) => {
                self.expr(inner);
                self.push(".await");
            }
            ExprKind::Paren(inner) => {
                self.push("(");
                self.expr(inner);
                self.push(")");
            }
            ExprKind::Underscore => self.push("_"),
            ExprKind::Macro(call) => self.macro_call(call),
            ExprKind::Location => self.push("LOCATION"),
            ExprKind::Error => self.push("/* error */"),
        }
    }

    fn jump(&mut self, keyword: &str, label: Option<&Ident>, value: Option<&Expr>) {
        self.push(keyword);
        if let Some(label) = label {
            self.push(" ");
            self.push(&label.name);
        }
        if let Some(value) = value {
            self.push(" ");
            self.expr(value);
        }
    }

    fn closure(&mut self, closure: &Closure) {
        self.push(if closure.is_async { "async " } else { "" });
        self.push(if closure.is_move { "move |" } else { "|" });
        self.comma(&closure.params, |p, (pat, ty)| {
            p.pat(pat);
            if let Some(ty) = ty {
                p.push(": ");
                p.ty(ty);
            }
        });
        self.push("| ");
        if let Some(ret) = &closure.ret {
            self.push("-> ");
            self.ty(ret);
            self.push(" ");
        }
        self.expr(&closure.body);
    }

    fn literal(&mut self, lit: &Lit, span: Span) {
        let i = self.written.partition_point(|t| t.span.lo < span.lo);
        if let Some(token) = self.written.get(i).filter(|t| t.span == span) {
            self.out.push_str(&spelling(&token.kind));
            return;
        }
        let suffix = |s: &Option<SmolStr>| s.clone().unwrap_or_default();
        match lit {
            Lit::Int(value, s) => {
                let _ = write!(self.out, "{value}{}", suffix(s));
            }
            Lit::Float(digits, s) => {
                let _ = write!(self.out, "{digits}{}", suffix(s));
            }
            Lit::Bool(value) => {
                let _ = write!(self.out, "{value}");
            }
            Lit::Char(c) => {
                let _ = write!(self.out, "{c:?}");
            }
            Lit::Byte(b) => {
                let _ = write!(self.out, "b'{}'", b.escape_ascii());
            }
            Lit::Str(text) => {
                let _ = write!(self.out, "{text:?}");
            }
            Lit::ByteStr(bytes) => {
                let _ = write!(self.out, "b\"{}\"", bytes.escape_ascii());
            }
            Lit::CStr(bytes) => {
                let _ = write!(self.out, "c\"{}\"", bytes.escape_ascii());
            }
        }
    }
}
