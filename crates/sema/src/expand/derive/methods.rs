//! The methods of derived implementations.

use super::{Body, Deriver, Shape, bound, fields};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{
    Arm, Bound, Expr, ExprKind, Field, FieldExpr, GenericArg, GenericArgs, GenericParam, GenericParamKind, Ident, Item,
    ItemKind, Pat, PatKind, PathSegment, TyKind, UnOp, Variant, VariantData,
};

impl Deriver<'_> {
    /// `fn fmt(&self, f: &mut Formatter<'_>) -> Result`.
    pub(super) fn debug(&mut self) -> Item {
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
    pub(super) fn clone(&mut self, copies: bool) -> Item {
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
                        name: Ident::new(field.name.name.clone(), field.span),
                        expr,
                        shorthand: false,
                    })
                    .collect();
                self.b.expr(ExprKind::Struct { path, fields, base: None })
            }
        }
    }

    /// `fn eq(&self, other: &Self) -> bool`.
    pub(super) fn partial_eq(&mut self) -> Item {
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
    pub(super) fn eq(&mut self) -> Item {
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
    pub(super) fn compare(&mut self, partial: bool) -> Item {
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

    /// `fn hash<$H: Hasher>(&self, state: &mut $H)`: the discriminant, where there are several, then the fields.
    pub(super) fn hash(&mut self) -> Item {
        let body = match self.shape {
            Shape::Struct(data) => {
                let values = fields(data).iter().map(|f| (f.span, self.field_ref("self", f))).collect();
                self.hash_all(values)
            }
            Shape::Enum([]) => Body(Vec::new(), Some(self.absurd())),
            Shape::Enum(variants) => {
                let mut stmts = Vec::new();
                if variants.len() > 1 {
                    let discriminant = self.discriminant("self");
                    let discriminant = self.b.borrow(discriminant);
                    let Body(hashed, _) = self.hash_all(vec![(self.b.span, discriminant)]);
                    stmts = hashed;
                }
                let mut arms = Vec::new();
                for variant in variants.iter().filter(|v| !fields(&v.data).is_empty()) {
                    let pat = self.variant_pat(variant, "$");
                    let bound_field = |(i, f): (usize, &Field)| (f.span, self.b.at(f.span).var(&bound("$", i)));
                    let values = fields(&variant.data).iter().enumerate().map(bound_field).collect();
                    let body = self.hash_all(values);
                    arms.push(self.body_arm(pat, body));
                }
                if arms.is_empty() {
                    Body(stmts, None)
                } else {
                    if arms.len() < variants.len() {
                        let wild = self.b.wild();
                        let nothing = self.b.tuple(Vec::new());
                        arms.push(self.b.arm(wild, nothing));
                    }
                    let this = self.b.var("self");
                    Body(stmts, Some(self.b.matches(this, arms)))
                }
            }
        };
        let hasher = self.b.path_ty(&["$H"]);
        let hasher = self.reference(true, hasher);
        let params = vec![self.param("$state", hasher)];
        let mut item = self.method("hash", true, params, None, body);
        if let ItemKind::Fn(function) = &mut item.kind {
            let (path, span) = (self.b.path(&["$crate", "hash", "Hasher"]), self.b.span);
            let bound = Bound::Trait { binder: Vec::new(), path, maybe: false, span };
            let kind = GenericParamKind::Type(vec![bound], None);
            let (id, name) = (self.b.ids.fresh(), self.b.ident("$H"));
            function.generics.params.push(GenericParam { id, attrs: Vec::new(), name, kind });
        }
        item
    }

    /// `Hash::hash(value, state);` for each.
    fn hash_all(&mut self, values: Vec<(Span, Expr)>) -> Body {
        let mut stmts = Vec::new();
        for (span, value) in values {
            let mut b = self.b.at(span);
            let state = b.var("$state");
            let hashed = b.call(&["$crate", "hash", "Hash", "hash"], vec![value, state]);
            stmts.push(b.stmt(hashed));
        }
        Body(stmts, None)
    }

    /// `fn default() -> Self`.
    pub(super) fn default(&mut self) -> Result<Item, Box<Diagnostic>> {
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

fn comparison(partial: bool) -> &'static [&'static str] {
    if partial { &["$crate", "cmp", "PartialOrd", "partial_cmp"] } else { &["$crate", "cmp", "Ord", "cmp"] }
}
