//! `#[derive(…)]`: the implementations that it stands for.
//!
//! Fields are compared, cloned and shown one statement each, or in a balanced tree of `&&`, so that a type with many
//! fields makes no deep tree. What refers to one field carries that field's span: an error names the field.
//!
//! Beside the traits themselves, the library provides `$crate::cmp::assert_param_is_eq::<T: Eq + ?Sized>()`, which a
//! derived `Eq` calls for each field in a method that nobody calls, `assert_receiver_is_total_eq`.

mod methods;

use super::Expander;
use super::build::Build;
use super::similar::most_similar;
use smol_str::{SmolStr, format_smolstr};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{
    Attr, Bound, Expr, Field, FieldPat, Fn, GenericArg, GenericArgs, GenericParam, GenericParamKind, Generics, Ident,
    Impl, Item, ItemKind, NodeId, NodeIds, Param, Pat, PatKind, Path, SelfParam, Stmt, Ty, TyKind, UnOp, Variant,
    VariantData, Visibility, WherePredicate,
};
use stair_syntax::token::{SyntaxContext, TokenKind};
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
    Hash,
}

/// Their names and where the library has them.
const DERIVABLE: &[(&str, &[&str], Derivable)] = &[
    ("Clone", &["$crate", "clone", "Clone"], Derivable::Clone),
    ("Copy", &["$crate", "marker", "Copy"], Derivable::Copy),
    ("Debug", &["$crate", "fmt", "Debug"], Derivable::Debug),
    ("Default", &["$crate", "default", "Default"], Derivable::Default),
    ("Eq", &["$crate", "cmp", "Eq"], Derivable::Eq),
    ("Hash", &["$crate", "hash", "Hash"], Derivable::Hash),
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
                    if let TokenKind::Literal { text, .. } = &token.kind {
                        let help = format!("try using `#[derive({})]`", text.trim_matches('"'));
                        self.report(
                            Diagnostic::new(Code::E0777, token.span, "expected path to a trait, found literal")
                                .primary("not a trait")
                                .help(help),
                        );
                        return;
                    }
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
                Derivable::Hash => vec![d.hash()],
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
                    bounds.push(Bound::Trait {
                        binder: Vec::new(),
                        path: self.b.path(derive.path),
                        maybe: false,
                        span,
                    });
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
                let bounds = vec![Bound::Trait {
                    binder: Vec::new(),
                    path: self.b.path(derive.path),
                    maybe: false,
                    span: derive.span,
                }];
                out.push(WherePredicate {
                    span: field.ty.span,
                    binder: Vec::new(),
                    ty: Some(ty),
                    lifetime: None,
                    bounds,
                });
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
            ctxt: SyntaxContext::ROOT,
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
                    name: Ident::new(field.name.name.clone(), self.b.span),
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
}

/// The statements and the tail of a method.
struct Body(Vec<Stmt>, Option<Expr>);

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
