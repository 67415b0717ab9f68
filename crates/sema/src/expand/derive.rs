//! `#[derive(…)]`: the implementations that it stands for.
//!
//! Fields are compared, cloned and shown one statement each, or in a balanced tree of `&&`, so that a type with many
//! fields makes no deep tree. What refers to one field carries that field's span: an error names the field.
//!
//! Beside the traits themselves, the library provides `$crate::cmp::assert_param_is_eq::<T: Eq + ?Sized>()`, which a
//! derived `Eq` calls for each field in a method that nobody calls, `assert_receiver_is_total_eq`.

use super::Expander;
use super::build::Build;
use smol_str::{SmolStr, format_smolstr};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{
    Arm, Attr, Bound, Expr, ExprKind, Field, FieldExpr, FieldPat, Fn, GenericArg, GenericArgs, GenericParam,
    GenericParamKind, Generics, Ident, Impl, Item, ItemKind, NodeId, NodeIds, Param, Pat, PatKind, Path, PathSegment,
    SelfParam, Stmt, Ty, TyKind, UnOp, Variant, VariantData, Visibility, WherePredicate,
};
use stair_syntax::token::TokenKind;
use stair_syntax::visit::{self, MutVisitor};

/// The traits that can be derived.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Derivable {
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Default,
}

/// Their names and where the library has them.
const DERIVABLE: &[(&str, &[&str], Derivable)] = &[
    ("Clone", &["$crate", "clone", "Clone"], Derivable::Clone),
    ("Copy", &["$crate", "marker", "Copy"], Derivable::Copy),
    ("Debug", &["$crate", "fmt", "Debug"], Derivable::Debug),
    ("Default", &["$crate", "default", "Default"], Derivable::Default),
    ("Eq", &["$crate", "cmp", "Eq"], Derivable::Eq),
    ("Ord", &["$crate", "cmp", "Ord"], Derivable::Ord),
    ("PartialEq", &["$crate", "cmp", "PartialEq"], Derivable::PartialEq),
    ("PartialOrd", &["$crate", "cmp", "PartialOrd"], Derivable::PartialOrd),
];

/// One entry of a `derive` attribute.
pub(super) struct Derive {
    which: Derivable,
    path: &'static [&'static str],
    span: Span,
}

impl Expander<'_> {
    /// The traits that an item's attributes ask for. What cannot be derived is reported.
    pub(super) fn derives(&mut self, item: &Item) -> Vec<Derive> {
        let mut found = Vec::new();
        for attr in item.attrs.iter().filter(|a| a.path == "derive") {
            if !matches!(item.kind, ItemKind::Struct(..) | ItemKind::Enum(..) | ItemKind::Union(..)) {
                self.report(
                    Diagnostic::new(
                        Code::E0774,
                        attr.span,
                        "`derive` may only be applied to `struct`s, `enum`s and `union`s",
                    )
                    .primary("not applicable here")
                    .label(item.span, "not a `struct`, `enum` or `union`"),
                );
                continue;
            }
            self.entries(attr, &mut found);
        }
        found
    }

    fn entries(&mut self, attr: &Attr, found: &mut Vec<Derive>) {
        for entry in attr.tokens.split(|t| t.kind == TokenKind::Punct(",")) {
            let [first, .., last] = entry else {
                let [only] = entry else { continue };
                self.entry(std::slice::from_ref(only), only.span, found);
                continue;
            };
            self.entry(entry, first.span.to(last.span), found);
        }
    }

    /// One path in a `derive`.
    fn entry(&mut self, tokens: &[stair_syntax::token::Token], span: Span, found: &mut Vec<Derive>) {
        let mut names: Vec<&str> = Vec::new();
        for (i, token) in tokens.iter().enumerate() {
            match &token.kind {
                TokenKind::Ident { name, .. } => names.push(name),
                TokenKind::Punct("::") if i + 1 < tokens.len() => {}
                _ => {
                    let found = stair_syntax::spelling(&token.kind);
                    self.error(token.span, format!("expected path to a trait, found `{found}`"));
                    return;
                }
            }
        }
        let name = match names[..] {
            [name] | ["std" | "core", .., name] => name,
            _ => "",
        };
        if let Some(&(_, path, which)) = DERIVABLE.iter().find(|&&(n, ..)| n == name) {
            found.push(Derive { which, path, span });
        } else if name == "Hash" {
            self.refuse(Code::S0028, span, "deriving `Hash`", "");
        } else {
            let name = names.join("::");
            let mut error =
                Diagnostic::new(Code::Syntax, span, format!("cannot find derive macro `{name}` in this scope"));
            if let Some(similar) = most_similar(&name, DERIVABLE.iter().map(|&(n, ..)| n)) {
                let message = format!("a derive macro with a similar name exists: `{similar}`");
                error = error.suggest(message, span, similar);
            }
            self.report(error);
        }
    }

    /// The implementations of the derived traits.
    pub(super) fn derived_items(&mut self, item: &Item, derives: &[Derive]) -> Vec<Item> {
        let (generics, shape) = match &item.kind {
            ItemKind::Struct(generics, data) => (generics, Shape::Struct(data)),
            ItemKind::Enum(generics, variants) => (generics, Shape::Enum(variants)),
            ItemKind::Union(generics, data) => (generics, Shape::Struct(data)),
            _ => return Vec::new(),
        };
        let copies = derives.iter().any(|d| d.which == Derivable::Copy);
        let mut out = Vec::new();
        for derive in derives {
            let mut d = Deriver { b: Build::new(self.ids, derive.span), name: &item.name.name, shape };
            let items = match derive.which {
                Derivable::Debug => vec![d.debug()],
                Derivable::Clone => vec![d.clone(copies && generics.params.iter().all(is_lifetime))],
                Derivable::Copy => Vec::new(),
                Derivable::PartialEq => vec![d.partial_eq()],
                Derivable::Eq => vec![d.eq()],
                Derivable::PartialOrd => vec![d.compare(true)],
                Derivable::Ord => vec![d.compare(false)],
                Derivable::Default => match d.default() {
                    Ok(item) => vec![item],
                    Err(error) => {
                        self.report(*error);
                        continue;
                    }
                },
            };
            let bounds_fields = derive.which != Derivable::Default || matches!(shape, Shape::Struct(_));
            out.push(d.implementation(derive, generics, items, bounds_fields));
        }
        out
    }
}

/// The type with derived implementations.
#[derive(Clone, Copy)]
enum Shape<'a> {
    Struct(&'a VariantData),
    Enum(&'a [Variant]),
}

impl<'a> Shape<'a> {
    fn fields(self) -> Vec<&'a Field> {
        match self {
            Self::Struct(data) => fields(data).iter().collect(),
            Self::Enum(variants) => variants.iter().flat_map(|v| fields(&v.data)).collect(),
        }
    }
}

fn fields(data: &VariantData) -> &[Field] {
    match data {
        VariantData::Named(fields) | VariantData::Tuple(fields) => fields,
        VariantData::Unit => &[],
    }
}

fn is_lifetime(param: &GenericParam) -> bool {
    matches!(param.kind, GenericParamKind::Lifetime(_))
}

struct Deriver<'a> {
    b: Build<'a>,
    name: &'a str,
    shape: Shape<'a>,
}

impl Deriver<'_> {
    // The implementation around the methods.

    /// `impl<…> Trait for Type<…> where … { items }`.
    fn implementation(&mut self, derive: &Derive, generics: &Generics, items: Vec<Item>, bounds_fields: bool) -> Item {
        let span = derive.span;
        let mut generics = generics.clone();
        renumber(self.b.ids, |v| visit::walk_generics(v, &mut generics));
        let mut args = Vec::new();
        let mut type_params = Vec::new();
        for param in &mut generics.params {
            args.push(match &mut param.kind {
                GenericParamKind::Lifetime(_) => GenericArg::Lifetime(param.name.clone()),
                GenericParamKind::Type(bounds, default) => {
                    *default = None;
                    bounds.push(Bound::Trait { path: self.b.path(derive.path), maybe: false, span });
                    type_params.push(param.name.name.clone());
                    GenericArg::Type(self.b.path_ty(&[&param.name.name]))
                }
                GenericParamKind::Const(_, default) => {
                    *default = None;
                    GenericArg::Type(self.b.path_ty(&[&param.name.name]))
                }
            });
        }
        if bounds_fields {
            generics.wheres.extend(self.projection_bounds(derive, &type_params));
        }
        let mut self_path = self.b.path(&[self.name]);
        if !args.is_empty() {
            self_path.segments[0].args = Some(Box::new(GenericArgs { span, args, parenthesized: None }));
        }
        let self_ty = self.b.ty(TyKind::Path(self_path));
        let of_trait = Some(self.b.path(derive.path));
        let imp = Impl { generics, negative: false, is_unsafe: false, of_trait, self_ty, items, derived: Some(span) };
        self.item("", ItemKind::Impl(Box::new(imp)))
    }

    /// `T::Item: Trait` for each field whose type is a projection of a type parameter.
    fn projection_bounds(&mut self, derive: &Derive, type_params: &[SmolStr]) -> Vec<WherePredicate> {
        let mut out = Vec::new();
        for field in self.shape.fields() {
            let TyKind::Path(path) = &field.ty.kind else { continue };
            let projects =
                path.qself.is_none() && path.segments.len() > 1 && type_params.contains(&path.segments[0].name.name);
            if projects {
                let ty = self.fresh_ty(&field.ty);
                let bounds = vec![Bound::Trait { path: self.b.path(derive.path), maybe: false, span: derive.span }];
                out.push(WherePredicate { span: field.ty.span, ty: Some(ty), bounds });
            }
        }
        out
    }

    /// A field's type again, with ids of its own.
    fn fresh_ty(&mut self, ty: &Ty) -> Ty {
        let mut ty = ty.clone();
        renumber(self.b.ids, |v| v.ty(&mut ty));
        ty
    }

    fn item(&mut self, name: &str, kind: ItemKind) -> Item {
        let name = self.b.ident(name);
        let (id, span) = (self.b.ids.fresh(), self.b.span);
        Item { id, span, attrs: Vec::new(), vis: Visibility::Inherited, name, kind }
    }

    /// `fn name(&self, params) -> ret { stmts tail }`; without `&self` for `receiver` false.
    fn method(&mut self, name: &str, receiver: bool, params: Vec<Param>, ret: Option<Ty>, body: Body) -> Item {
        let span = self.b.span;
        let self_param = receiver.then(|| SelfParam {
            id: self.b.ids.fresh(),
            span,
            is_ref: true,
            is_mut: false,
            lifetime: None,
            ty: None,
        });
        let body = Some(self.b.block(body.0, body.1));
        let function = Fn {
            sig_span: span,
            is_const: false,
            is_async: false,
            is_unsafe: false,
            is_extern: false,
            generics: Generics::default(),
            self_param,
            params,
            ret,
            body,
        };
        self.item(name, ItemKind::Fn(Box::new(function)))
    }

    fn param(&mut self, name: &str, ty: Ty) -> Param {
        let pat = self.b.var_pat(name, false);
        Param { span: self.b.span, attrs: Vec::new(), pat, ty }
    }

    fn reference(&mut self, mutable: bool, inner: Ty) -> Ty {
        self.b.ty(TyKind::Ref { lifetime: None, mutable, inner: Box::new(inner) })
    }

    /// `other: &Self`.
    fn other_param(&mut self) -> Param {
        let this = self.b.path_ty(&["Self"]);
        let ty = self.reference(false, this);
        self.param("$other", ty)
    }

    // Expressions about fields.

    /// `Self` or `Self::Variant`.
    fn constructor(&self, variant: Option<&Variant>) -> Path {
        match variant {
            None => self.b.path(&["Self"]),
            Some(variant) => self.b.path(&["Self", &variant.name.name]),
        }
    }

    /// `Self::V { a: $p0, b: $p1 }`, with every field bound to a name that begins with `prefix`.
    fn variant_pat(&mut self, variant: &Variant, prefix: &str) -> Pat {
        let path = self.constructor(Some(variant));
        let kind = match &variant.data {
            VariantData::Unit => PatKind::Path(path),
            VariantData::Tuple(fields) => {
                let pats = (0..fields.len()).map(|i| self.b.var_pat(&bound(prefix, i), false)).collect();
                PatKind::TupleStruct(path, pats)
            }
            VariantData::Named(fields) => {
                let field_pat = |(i, field): (usize, &Field)| FieldPat {
                    span: self.b.span,
                    attrs: Vec::new(),
                    name: Ident { name: field.name.name.clone(), span: self.b.span },
                    pat: self.b.var_pat(&bound(prefix, i), false),
                    shorthand: false,
                };
                let fields = fields.iter().enumerate().map(field_pat).collect();
                PatKind::Struct { path, fields, rest: false }
            }
        };
        self.b.pat(kind)
    }

    /// `&owner.field`.
    fn field_ref(&mut self, owner: &str, field: &Field) -> Expr {
        let mut b = self.b.at(field.span);
        let owner = b.var(owner);
        let place = b.field(owner, &field.name.name);
        b.borrow(place)
    }

    /// `*self`, matched or copied.
    fn deref_self(&mut self) -> Expr {
        let this = self.b.var("self");
        self.b.unary(UnOp::Deref, this)
    }

    /// `match *self {}`: a value of an enum without variants does not exist.
    fn absurd(&mut self) -> Expr {
        let this = self.deref_self();
        self.b.matches(this, Vec::new())
    }

    /// `$crate::intrinsics::discriminant_value(owner)`.
    fn discriminant(&mut self, owner: &str) -> Expr {
        let owner = self.b.var(owner);
        self.b.call(&["$crate", "intrinsics", "discriminant_value"], vec![owner])
    }

    // The traits.

    /// `fn fmt(&self, f: &mut Formatter<'_>) -> Result`.
    fn debug(&mut self) -> Item {
        let formatter = self.b.path_ty(&["$crate", "fmt", "Formatter"]);
        let formatter = self.reference(true, formatter);
        let params = vec![self.param("$f", formatter)];
        let ret = Some(self.b.path_ty(&["$crate", "fmt", "Result"]));
        let body = match self.shape {
            Shape::Struct(data) => {
                let values = fields(data).iter().map(|f| self.field_ref("self", f)).collect();
                self.debug_fields(self.name, data, values)
            }
            Shape::Enum([]) => Body(Vec::new(), Some(self.absurd())),
            Shape::Enum(variants) => {
                let mut arms = Vec::new();
                for variant in variants {
                    let pat = self.variant_pat(variant, "$");
                    let declared = fields(&variant.data);
                    let values =
                        declared.iter().enumerate().map(|(i, f)| self.b.at(f.span).var(&bound("$", i))).collect();
                    let body = self.debug_fields(&variant.name.name, &variant.data, values);
                    arms.push(self.body_arm(pat, body));
                }
                let this = self.b.var("self");
                Body(Vec::new(), Some(self.b.matches(this, arms)))
            }
        };
        self.method("fmt", true, params, ret, body)
    }

    /// `let mut $b = f.debug_struct("Name"); $b.field("a", value); …; $b.finish()`.
    fn debug_fields(&mut self, name: &str, data: &VariantData, values: Vec<Expr>) -> Body {
        let name = self.b.string(name);
        let formatter = self.b.var("$f");
        let builder = match data {
            VariantData::Named(_) => "debug_struct",
            VariantData::Tuple(fields) if !fields.is_empty() => "debug_tuple",
            _ => return Body(Vec::new(), Some(self.b.method(formatter, "write_str", vec![name]))),
        };
        let start = self.b.method(formatter, builder, vec![name]);
        let mut stmts = vec![self.b.bind("$b", true, start)];
        for (field, value) in fields(data).iter().zip(values) {
            let mut b = self.b.at(field.span);
            let builder = b.var("$b");
            let args = match data {
                VariantData::Named(_) => vec![b.string(&field.name.name), value],
                _ => vec![value],
            };
            let call = b.method(builder, "field", args);
            stmts.push(b.stmt(call));
        }
        let builder = self.b.var("$b");
        Body(stmts, Some(self.b.method(builder, "finish", Vec::new())))
    }

    fn body_arm(&mut self, pat: Pat, body: Body) -> Arm {
        let body = match body {
            Body(stmts, Some(tail)) if stmts.is_empty() => tail,
            Body(stmts, tail) => {
                let block = self.b.block(stmts, tail);
                self.b.block_expr(block)
            }
        };
        self.b.arm(pat, body)
    }

    /// `fn clone(&self) -> Self`; of a type that is `Copy`, a copy.
    fn clone(&mut self, copies: bool) -> Item {
        let ret = Some(self.b.path_ty(&["Self"]));
        let tail = match self.shape {
            _ if copies => self.deref_self(),
            Shape::Struct(data) => {
                let values = fields(data).iter().map(|f| self.field_ref("self", f)).collect();
                self.rebuild(None, data, values)
            }
            Shape::Enum([]) => self.absurd(),
            Shape::Enum(variants) => {
                let mut arms = Vec::new();
                for variant in variants {
                    let pat = self.variant_pat(variant, "$");
                    let declared = fields(&variant.data);
                    let values =
                        declared.iter().enumerate().map(|(i, f)| self.b.at(f.span).var(&bound("$", i))).collect();
                    let value = self.rebuild(Some(variant), &variant.data, values);
                    arms.push(self.b.arm(pat, value));
                }
                let this = self.b.var("self");
                self.b.matches(this, arms)
            }
        };
        self.method("clone", true, Vec::new(), ret, Body(Vec::new(), Some(tail)))
    }

    /// The same struct or variant with a clone of each field.
    fn rebuild(&mut self, variant: Option<&Variant>, data: &VariantData, values: Vec<Expr>) -> Expr {
        let clones = fields(data)
            .iter()
            .zip(values)
            .map(|(field, value)| self.b.at(field.span).call(&["$crate", "clone", "Clone", "clone"], vec![value]))
            .collect();
        self.construct(variant, data, clones)
    }

    fn construct(&mut self, variant: Option<&Variant>, data: &VariantData, values: Vec<Expr>) -> Expr {
        let path = self.constructor(variant);
        match data {
            VariantData::Unit => self.b.expr(ExprKind::Path(path)),
            VariantData::Tuple(_) => {
                let callee = self.b.expr(ExprKind::Path(path));
                self.b.expr(ExprKind::Call(Box::new(callee), values))
            }
            VariantData::Named(declared) => {
                let fields = declared
                    .iter()
                    .zip(values)
                    .map(|(field, expr)| FieldExpr {
                        span: field.span,
                        attrs: Vec::new(),
                        name: Ident { name: field.name.name.clone(), span: field.span },
                        expr,
                        shorthand: false,
                    })
                    .collect();
                self.b.expr(ExprKind::Struct { path, fields, base: None })
            }
        }
    }

    /// `fn eq(&self, other: &Self) -> bool`.
    fn partial_eq(&mut self) -> Item {
        let params = vec![self.other_param()];
        let ret = Some(self.b.path_ty(&["bool"]));
        let tail = match self.shape {
            Shape::Struct(data) => {
                let mut tests = Vec::new();
                for field in fields(data) {
                    let mut b = self.b.at(field.span);
                    let (this, other) = (b.var("self"), b.var("$other"));
                    let (this, other) = (b.field(this, &field.name.name), b.field(other, &field.name.name));
                    tests.push(b.equal(this, other));
                }
                self.all(tests)
            }
            Shape::Enum([]) => self.absurd(),
            Shape::Enum(variants) if variants.iter().all(|v| fields(&v.data).is_empty()) => {
                let (this, other) = (self.discriminant("self"), self.discriminant("$other"));
                self.b.equal(this, other)
            }
            Shape::Enum(variants) => {
                let mut arms = Vec::new();
                for variant in variants.iter().filter(|v| !fields(&v.data).is_empty()) {
                    let pats = vec![self.variant_pat(variant, "$a"), self.variant_pat(variant, "$b")];
                    let pat = self.b.tuple_pat(pats);
                    let mut tests = Vec::new();
                    for (i, field) in fields(&variant.data).iter().enumerate() {
                        let mut b = self.b.at(field.span);
                        let (this, other) = (b.var(&bound("$a", i)), b.var(&bound("$b", i)));
                        let (this, other) = (b.unary(UnOp::Deref, this), b.unary(UnOp::Deref, other));
                        tests.push(b.equal(this, other));
                    }
                    let test = self.all(tests);
                    arms.push(self.b.arm(pat, test));
                }
                if variants.len() > 1 {
                    // Variants without fields, and two that differ.
                    let (this, other) = (self.discriminant("self"), self.discriminant("$other"));
                    let same = self.b.equal(this, other);
                    let wild = self.b.wild();
                    arms.push(self.b.arm(wild, same));
                }
                let (this, other) = (self.b.var("self"), self.b.var("$other"));
                let both = self.b.tuple(vec![this, other]);
                self.b.matches(both, arms)
            }
        };
        self.method("eq", true, params, ret, Body(Vec::new(), Some(tail)))
    }

    /// All of them hold: `&&` in a balanced tree; `true` for none.
    fn all(&mut self, tests: Vec<Expr>) -> Expr {
        let mut level = tests;
        while level.len() > 1 {
            let mut above = Vec::with_capacity(level.len().div_ceil(2));
            let mut rest = level.into_iter();
            while let Some(lhs) = rest.next() {
                above.push(match rest.next() {
                    Some(rhs) => self.b.and(lhs, rhs),
                    None => lhs,
                });
            }
            level = above;
        }
        level.pop().unwrap_or_else(|| self.b.bool(true))
    }

    /// A method that is never called: it only asks that each field is `Eq`.
    fn eq(&mut self) -> Item {
        let mut stmts = Vec::new();
        for field in self.shape.fields() {
            let ty = self.fresh_ty(&field.ty);
            let mut b = self.b.at(field.span);
            let mut path = b.path(&["$crate", "cmp", "assert_param_is_eq"]);
            let args = GenericArgs { span: field.span, args: vec![GenericArg::Type(ty)], parenthesized: None };
            if let Some(PathSegment { args: slot, .. }) = path.segments.last_mut() {
                *slot = Some(Box::new(args));
            }
            let callee = b.expr(ExprKind::Path(path));
            let call = b.expr(ExprKind::Call(Box::new(callee), Vec::new()));
            stmts.push(b.stmt(call));
        }
        self.method("assert_receiver_is_total_eq", true, Vec::new(), None, Body(stmts, None))
    }

    /// `partial_cmp` or `cmp`: variants in order, then fields in order.
    fn compare(&mut self, partial: bool) -> Item {
        let params = vec![self.other_param()];
        let ordering = self.b.path_ty(&["$crate", "cmp", "Ordering"]);
        let ret = if partial {
            let mut option = self.b.path(&["$crate", "option", "Option"]);
            let args = GenericArgs { span: self.b.span, args: vec![GenericArg::Type(ordering)], parenthesized: None };
            option.segments[2].args = Some(Box::new(args));
            self.b.ty(TyKind::Path(option))
        } else {
            ordering
        };
        let body = match self.shape {
            Shape::Struct(data) => {
                let pairs = fields(data)
                    .iter()
                    .map(|f| (f.span, self.field_ref("self", f), self.field_ref("$other", f)))
                    .collect();
                self.compare_pairs(partial, pairs)
            }
            Shape::Enum([]) => Body(Vec::new(), Some(self.absurd())),
            Shape::Enum(variants) => {
                let mut arms = Vec::new();
                for variant in variants.iter().filter(|v| !fields(&v.data).is_empty()) {
                    let pats = vec![self.variant_pat(variant, "$a"), self.variant_pat(variant, "$b")];
                    let pat = self.b.tuple_pat(pats);
                    let pairs = fields(&variant.data)
                        .iter()
                        .enumerate()
                        .map(|(i, f)| {
                            let mut b = self.b.at(f.span);
                            (f.span, b.var(&bound("$a", i)), b.var(&bound("$b", i)))
                        })
                        .collect();
                    let body = self.compare_pairs(partial, pairs);
                    arms.push(self.body_arm(pat, body));
                }
                let (this, other) = (self.discriminant("self"), self.discriminant("$other"));
                let (this, other) = (self.b.borrow(this), self.b.borrow(other));
                let in_order = self.b.call(comparison(partial), vec![this, other]);
                if arms.is_empty() {
                    Body(Vec::new(), Some(in_order))
                } else {
                    if variants.len() > 1 {
                        let wild = self.b.wild();
                        arms.push(self.b.arm(wild, in_order));
                    }
                    let (this, other) = (self.b.var("self"), self.b.var("$other"));
                    let both = self.b.tuple(vec![this, other]);
                    Body(Vec::new(), Some(self.b.matches(both, arms)))
                }
            }
        };
        self.method(if partial { "partial_cmp" } else { "cmp" }, true, params, Some(ret), body)
    }

    /// The first pair that differs decides.
    fn compare_pairs(&mut self, partial: bool, mut pairs: Vec<(Span, Expr, Expr)>) -> Body {
        let last = pairs.pop();
        let mut stmts = Vec::new();
        for (span, this, other) in pairs {
            let mut b = self.b.at(span);
            let compared = b.call(comparison(partial), vec![this, other]);
            let equal = b.path(&["$crate", "cmp", "Ordering", "Equal"]);
            let mut equal = b.pat(PatKind::Path(equal));
            if partial {
                let some = b.path(&["$crate", "option", "Option", "Some"]);
                equal = b.pat(PatKind::TupleStruct(some, vec![equal]));
            }
            let nothing = b.block(Vec::new(), None);
            let nothing = b.block_expr(nothing);
            let decided = b.var("$c");
            let decided = b.expr(ExprKind::Return(Some(Box::new(decided))));
            let rest = b.var_pat("$c", false);
            let arms = vec![b.arm(equal, nothing), b.arm(rest, decided)];
            let step = b.matches(compared, arms);
            stmts.push(b.stmt(step));
        }
        let tail = match last {
            Some((span, this, other)) => self.b.at(span).call(comparison(partial), vec![this, other]),
            None => {
                let equal = self.b.path_expr(&["$crate", "cmp", "Ordering", "Equal"]);
                if partial { self.b.call(&["$crate", "option", "Option", "Some"], vec![equal]) } else { equal }
            }
        };
        Body(stmts, Some(tail))
    }

    /// `fn default() -> Self`.
    fn default(&mut self) -> Result<Item, Box<Diagnostic>> {
        let ret = Some(self.b.path_ty(&["Self"]));
        let tail = match self.shape {
            Shape::Struct(data) => {
                let values = fields(data)
                    .iter()
                    .map(|f| self.b.at(f.span).call(&["$crate", "default", "Default", "default"], Vec::new()))
                    .collect();
                self.construct(None, data, values)
            }
            Shape::Enum(variants) => {
                let marked: Vec<&Variant> =
                    variants.iter().filter(|v| v.attrs.iter().any(|a| a.path == "default")).collect();
                let span = self.b.span;
                match marked[..] {
                    [variant] if matches!(variant.data, VariantData::Unit) => {
                        self.construct(Some(variant), &variant.data, Vec::new())
                    }
                    [variant] => {
                        let message = "the `#[default]` attribute may only be used on unit enum variants";
                        return Err(Box::new(Diagnostic::new(Code::Syntax, variant.name.span, message)));
                    }
                    [] => {
                        let error =
                            Diagnostic::new(Code::E0665, span, "`#[derive(Default)]` on enum with no `#[default]`");
                        return Err(Box::new(
                            error.help("make a unit variant default by placing `#[default]` above it"),
                        ));
                    }
                    [first, second, ..] => {
                        let error = Diagnostic::new(Code::Syntax, span, "multiple declared defaults")
                            .label(first.name.span, "first default")
                            .label(second.name.span, "additional default");
                        return Err(Box::new(error.note("only one variant can be default")));
                    }
                }
            }
        };
        Ok(self.method("default", false, Vec::new(), ret, Body(Vec::new(), Some(tail))))
    }
}

/// The statements and the tail of a method.
struct Body(Vec<Stmt>, Option<Expr>);

fn comparison(partial: bool) -> &'static [&'static str] {
    if partial { &["$crate", "cmp", "PartialOrd", "partial_cmp"] } else { &["$crate", "cmp", "Ord", "cmp"] }
}

/// The name that the `index`th field is bound to.
fn bound(prefix: &str, index: usize) -> SmolStr {
    format_smolstr!("{prefix}{index}")
}

/// Give every node of a copied tree an id of its own.
fn renumber(ids: &mut NodeIds, walk: impl FnOnce(&mut Renumber<'_>)) {
    walk(&mut Renumber(ids));
}

struct Renumber<'a>(&'a mut NodeIds);

impl MutVisitor for Renumber<'_> {
    fn id(&mut self, id: &mut NodeId) {
        *id = self.0.fresh();
    }
}

/// The candidate whose spelling is nearest to `name`, if it is near enough to be meant.
pub(super) fn most_similar<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = name.chars().count().max(3) / 3;
    candidates.map(|c| (edit_distance(name, c), c)).filter(|&(d, _)| d <= limit).min().map(|(_, c)| c)
}

/// How many insertions, deletions and replacements turn one text into the other (Levenshtein).
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
