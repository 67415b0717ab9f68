//! Types, traits and bounds of the syntax tree to those of the checker.

use super::wf::{mentions_lifetime, names_lifetime};
use super::{ItemScope, SelfIs, generics_of, lifetime_params, type_params};
use crate::Program;
use crate::collect::imports::private_error;
use crate::collect::names::{Ns, PathRes, Prim, Res, Unresolved, Within};
use crate::defs::{DefId, Predicate, TraitRef};
use crate::expand::is_impl_param;
use crate::gate::{self, Refused};
use crate::ids::{AliasId, ModId, TraitId};
use crate::report::{count, similar_name};
use crate::ty::{Ty, TyKind, TyList};
use crate::typed::ConstValue;
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Bound, GenericArg, GenericParamKind, PathSegment};
use std::cell::{Cell, RefCell};

/// What a reference without a lifetime means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Elision {
    /// A lifetime of its own.
    Fresh,
    /// `'static`.
    Static,
    /// E0106.
    Missing,
}

/// Makes a type of inference for a `_` at this place.
pub(crate) type Hole<'a> = &'a dyn Fn(Span) -> Ty;

/// Reads types within the scope of an item.
pub(crate) struct Lower<'a> {
    pub(super) p: &'a Program,
    scope: &'a ItemScope,
    /// The innermost block or module.
    module: ModId,
    hole: Option<Hole<'a>>,
    /// Variables around the type, which a constant in it cannot use.
    locals: &'a [SmolStr],
    pub(crate) elision: Cell<Elision>,
    /// Where lifetimes are missing.
    pub(crate) missing: RefCell<Vec<Span>>,
    /// How many lifetimes, written or not, were met. One that is written again in the same parameter does not count.
    pub(crate) lifetime_positions: Cell<u32>,
    /// The lifetimes that were written in the parameter at work.
    pub(crate) named: RefCell<Vec<SmolStr>>,
    /// What kind of signature this is, for E0121.
    pub(crate) within: Cell<&'static str>,
    /// Lifetimes of a `for<…>` around the type are not in the tree: unknown ones are not reported.
    binders: RefCell<Vec<SmolStr>>,
}

/// Whether a type is just this name.
pub(crate) fn is_path_to(ty: &ast::Ty, name: &str) -> bool {
    match &ty.kind {
        ast::TyKind::Path(p) => {
            p.qself.is_none()
                && !p.global
                && matches!(p.segments.as_slice(), [s] if s.name.name == name && s.args.is_none())
        }
        ast::TyKind::Paren(inner) => is_path_to(inner, name),
        _ => false,
    }
}

/// What a name was expected to be, for the wording of an error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wanted {
    Type,
    Trait,
    Value,
    Function,
    Struct,
    UnitPattern,
    TuplePattern,
}

impl Wanted {
    pub(crate) fn ns(self) -> Ns {
        match self {
            Self::Type | Self::Trait | Self::Struct => Ns::Type,
            _ => Ns::Value,
        }
    }

    /// "cannot find … `x` in this scope".
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Trait => "trait",
            Self::Value => "value",
            Self::Function => "function",
            Self::Struct => "struct, variant or union type",
            Self::UnitPattern => "unit struct, unit variant or constant",
            Self::TuplePattern => "tuple struct or tuple variant",
        }
    }

    /// "expected …, found …".
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Self::Function => "function, tuple struct or tuple variant",
            other => other.noun(),
        }
    }

    fn missing_code(self) -> Code {
        match self {
            Self::Type | Self::Value | Self::Function => Code::E0425,
            Self::Trait => Code::E0405,
            Self::Struct => Code::E0422,
            Self::UnitPattern | Self::TuplePattern => Code::E0531,
        }
    }
}

impl<'a> Lower<'a> {
    /// Read types of an item's signature.
    pub(crate) fn new(p: &'a Program, scope: &'a ItemScope) -> Self {
        Self {
            p,
            scope,
            module: scope.module,
            hole: None,
            locals: &[],
            elision: Cell::new(Elision::Fresh),
            missing: RefCell::new(Vec::new()),
            lifetime_positions: Cell::new(0),
            named: RefCell::default(),
            within: Cell::new("functions"),
            binders: RefCell::default(),
        }
    }

    /// Read types within a body, where `_` and left-out arguments are inferred.
    pub(crate) fn in_body(p: &'a Program, scope: &'a ItemScope, module: ModId, hole: Hole<'a>) -> Self {
        Self { module, hole: Some(hole), ..Self::new(p, scope) }
    }

    /// With these variables around.
    pub(crate) fn with_locals(self, locals: &'a [SmolStr]) -> Self {
        Self { locals, ..self }
    }

    fn error(&self) -> Ty {
        self.p.types.common.error
    }

    pub(super) fn report(&self, d: Diagnostic) -> Ty {
        self.p.tables.report(d);
        self.error()
    }

    fn refuse(&self, what: Refused, span: Span) {
        if span.is_user() {
            self.p.tables.report(gate::refusal(what, span));
        }
    }

    /// What `Self` is here.
    pub(crate) fn self_ty(&self, span: Span) -> Ty {
        if let Some(ty) = self.scope.known_self {
            return ty;
        }
        match self.scope.self_is {
            SelfIs::Trait(_) => self.p.types.mk(TyKind::Param(0, SmolStr::new_static("Self"))),
            SelfIs::Impl(id) => self.p.impl_header(id).self_ty,
            SelfIs::Adt(id) => {
                let item = &self.p.tables.adts[id.index()].item;
                let args: Vec<Ty> = generics_of(item)
                    .into_iter()
                    .flat_map(type_params)
                    .enumerate()
                    .map(|(i, p)| self.p.types.mk(TyKind::Param(i as u32, p.name.name.clone())))
                    .collect();
                self.p.types.mk(TyKind::Adt(id, self.p.types.mk_list(&args)))
            }
            SelfIs::None if self.scope.outer.iter().any(|o| o == "<Self") => self.report(
                Diagnostic::new(Code::E0401, span, "can't use `Self` from outer item")
                    .primary("use of `Self` from outer item")
                    .help("name the type itself"),
            ),
            SelfIs::None => self.report(
                Diagnostic::new(Code::E0411, span, "cannot find type `Self` in this scope")
                    .primary("`Self` is only available in impls, traits, and type definitions"),
            ),
        }
    }

    /// A type parameter of this name; constants are not types.
    pub(crate) fn type_param(&self, name: &str) -> Option<Ty> {
        let index = self.scope.params.iter().rposition(|p| p.name == name && p.name != "Self")?;
        (!self.scope.params[index].is_const).then(|| self.p.types.mk(TyKind::Param(index as u32, SmolStr::new(name))))
    }

    /// A use of a lifetime by name: E0261 where it is not declared.
    pub(crate) fn lifetime(&self, name: &ast::Ident) {
        let mut named = self.named.borrow_mut();
        if name.name == "'_" || !named.contains(&name.name) {
            self.lifetime_positions.set(self.lifetime_positions.get() + 1);
            named.push(name.name.clone());
        }
        drop(named);
        match name.name.as_str() {
            "'static" => {}
            "'_" => {
                if self.elision.get() == Elision::Missing {
                    self.missing.borrow_mut().push(name.span);
                }
            }
            n => {
                let is_bound = self.binders.borrow().iter().any(|l| l == n);
                if !is_bound && !self.scope.lifetimes.iter().any(|l| l == n) && name.span.is_user() {
                    let d = Diagnostic::new(Code::E0261, name.span, format!("use of undeclared lifetime name `{n}`"))
                        .primary("undeclared lifetime");
                    let d = match self.scope.items.last().and_then(|i| generics_of(i).map(|g| (i, g))) {
                        Some((item, g)) => match g.span {
                            Some(span) => d.suggest(
                                format!("consider introducing lifetime `{n}` here"),
                                Span { lo: span.lo + 1, hi: span.lo + 1, ..span },
                                format!("{n}, "),
                            ),
                            None if !item.name.name.is_empty() => d.suggest(
                                format!("consider introducing lifetime `{n}` here"),
                                item.name.span.shrink_to_hi(),
                                format!("<{n}>"),
                            ),
                            None => d,
                        },
                        None => d,
                    };
                    self.p.tables.report(d);
                }
            }
        }
    }

    fn elided(&self, span: Span) {
        self.lifetime_positions.set(self.lifetime_positions.get() + 1);
        if self.elision.get() == Elision::Missing {
            self.missing.borrow_mut().push(span);
        }
    }

    /// Read a type.
    pub(crate) fn ty(&self, ty: &ast::Ty) -> Ty {
        let types = &self.p.types;
        match &ty.kind {
            ast::TyKind::Path(path) => self.path_ty(path),
            ast::TyKind::Ref { lifetime, mutable, inner } => {
                match lifetime {
                    Some(l) => self.lifetime(l),
                    None => self.elided(Span { hi: ty.span.lo + 1, ..ty.span }),
                }
                types.mk_ref(self.ty(inner), *mutable)
            }
            ast::TyKind::Ptr { mutable, inner } => {
                self.refuse(Refused::RawPointer, ty.span);
                let inner = self.ty(inner);
                if ty.span.is_user() { self.error() } else { types.mk(TyKind::Ptr(inner, *mutable)) }
            }
            ast::TyKind::Tuple(elements) => {
                let elements: Vec<Ty> = elements.iter().map(|e| self.ty(e)).collect();
                types.mk_tuple(&elements)
            }
            ast::TyKind::Array(element, len) => {
                let element = self.ty(element);
                let len = self.const_arg(len, types.common.usize);
                types.mk(TyKind::Array(element, len))
            }
            ast::TyKind::Slice(element) => types.mk(TyKind::Slice(self.ty(element))),
            ast::TyKind::Fn { binder, params, ret, is_unsafe, is_extern } => {
                if *is_unsafe {
                    self.refuse(Refused::UnsafeFn, ty.span);
                }
                if *is_extern {
                    self.refuse(Refused::ExternFn, ty.span);
                }
                // Lifetimes in a pointer's own type are its own affair.
                let (elision, positions) = (self.elision.replace(Elision::Fresh), self.lifetime_positions.get());
                let list = self.in_binder(binder, || {
                    let mut list: Vec<Ty> = params.iter().map(|p| self.parameter(p)).collect();
                    list.push(self.callable_result(ret.as_deref(), positions));
                    list
                });
                if let Some(ret) = ret
                    && let Some(name) = binder
                        .iter()
                        .find(|l| names_lifetime(ret, &l.name) && !params.iter().any(|p| mentions_lifetime(p, &l.name)))
                {
                    let message = format!(
                        "return type references lifetime `{}`, which is not constrained by the fn input types",
                        name.name
                    );
                    self.report(
                        Diagnostic::new(Code::E0581, ret.span, message).primary("no parameter has this lifetime"),
                    );
                }
                self.elision.set(elision);
                self.lifetime_positions.set(positions);
                types.mk(TyKind::FnPtr(types.mk_list(&list)))
            }
            ast::TyKind::Never => types.common.never,
            ast::TyKind::Infer => match self.hole {
                Some(hole) => hole(ty.span),
                None => self.placeholder(ty.span),
            },
            ast::TyKind::Paren(inner) => self.ty(inner),
            ast::TyKind::ImplTrait(_) => match self.p.tables.opaques.get(&ty.id) {
                Some(&alias) => {
                    let params = self.scope.params.iter().enumerate();
                    let args: Vec<Ty> =
                        params.map(|(i, param)| types.mk(TyKind::Param(i as u32, param.name.clone()))).collect();
                    types.mk(TyKind::Projection(alias, types.mk_list(&args)))
                }
                None => {
                    self.refuse(Refused::ImplTrait, ty.span);
                    self.error()
                }
            },
            ast::TyKind::DynTrait(bounds) => self.object_ty(bounds),
            ast::TyKind::Macro(_) | ast::TyKind::Error => self.error(),
        }
    }

    /// Read the type of a parameter, in which each lifetime is one however often it is written.
    pub(super) fn parameter(&self, ty: &ast::Ty) -> Ty {
        self.named.borrow_mut().clear();
        self.ty(ty)
    }

    /// The result of a function pointer or of `Fn(…)`, whose parameters were read since so many lifetimes were met: a reference
    /// without a lifetime takes that of the parameters if there is one only.
    fn callable_result(&self, ret: Option<&ast::Ty>, before: u32) -> Ty {
        let Some(ret) = ret else { return self.p.types.common.unit };
        if self.lifetime_positions.get() == before + 1 || !ret.span.is_user() {
            return self.ty(ret);
        }
        let elision = self.elision.replace(Elision::Missing);
        let outer = self.missing.take();
        let ty = self.ty(ret);
        let missing = self.missing.replace(outer);
        self.elision.set(elision);
        if !missing.is_empty() {
            self.p.report_missing_lifetimes(&missing, None);
        }
        ty
    }

    /// E0121.
    fn placeholder(&self, span: Span) -> Ty {
        let within = self.within.get();
        self.report(
            Diagnostic::new(
                Code::E0121,
                span,
                format!("the placeholder `_` is not allowed within types on item signatures for {within}"),
            )
            .primary("not allowed in type signatures"),
        )
    }

    /// The type that a path names.
    pub(crate) fn path_ty(&self, path: &ast::Path) -> Ty {
        if let Some(qself) = &path.qself {
            let self_ty = self.ty(&qself.ty);
            return match (&qself.trait_path, path.segments.first()) {
                (Some(trait_path), Some(segment)) => {
                    let Some(t) = self.trait_ref(trait_path, self_ty, &mut Vec::new()) else { return self.error() };
                    self.assoc_of_trait(t, segment, path.span)
                }
                (None, Some(_)) => self.assoc_path(self_ty, None, &path.segments, path.span),
                _ => self.error(),
            };
        }
        let Some(first) = path.segments.first() else { return self.error() };
        if !path.global {
            if first.name.name == "Self" {
                if self.scope.self_is == SelfIs::None && self.scope.known_self.is_none() && path.segments.len() > 1 {
                    return self.report(
                        Diagnostic::new(Code::E0433, first.name.span, "cannot find `Self` in this scope")
                            .primary("`Self` is only available in impls, traits, and type definitions"),
                    );
                }
                let base = self.self_ty(first.name.span);
                self.no_args(first, "self type");
                return self.assoc_path(base, Some("Self"), &path.segments[1..], path.span);
            }
            if let Some(param) = self.type_param(&first.name.name) {
                self.no_args(first, "type parameter");
                return self.assoc_path(param, Some(&first.name.name), &path.segments[1..], path.span);
            }
        }
        match self.p.tables.resolve_segments(self.module, path.global, &path.segments, Ns::Type) {
            Err(error) => {
                self.unresolved(path, error, Wanted::Type);
                self.error()
            }
            Ok(found) => {
                self.p.check_private(path, &found, self.module);
                self.resolved_ty(path, &found)
            }
        }
    }

    /// The type that a resolved path names; what is left over names associated types.
    fn resolved_ty(&self, path: &ast::Path, found: &PathRes) -> Ty {
        let base = self.resolved_base(path, found, false);
        self.assoc_path(base, None, &path.segments[found.used..], path.span)
    }

    /// The type that the resolved part of a path names. Left-out arguments are inferred if `infer` says so.
    pub(crate) fn resolved_base(&self, path: &ast::Path, found: &PathRes, infer: bool) -> Ty {
        let last = &path.segments[found.used - 1];
        for segment in &path.segments[..found.used - 1] {
            if matches!(found.res, Res::Def(DefId::Variant(..))) {
                break;
            }
            self.no_args(segment, "module");
        }
        match found.res {
            Res::Err => self.error(),
            Res::Prim(prim) => {
                self.no_args(last, "builtin type");
                self.prim(prim, last.name.span)
            }
            Res::Def(DefId::Adt(id)) => {
                let args = self.generic_args(DefId::Adt(id), Some(last), &[], infer, last.name.span, &mut Vec::new());
                self.p.types.mk(TyKind::Adt(id, self.p.types.mk_list(&args)))
            }
            Res::Def(DefId::Alias(id)) => {
                let args = self.generic_args(DefId::Alias(id), Some(last), &[], infer, last.name.span, &mut Vec::new());
                let def = self.p.alias_def(id);
                self.p.alias_used(id, path.span);
                self.p.types.subst(def.1, self.p.types.mk_list(&args))
            }
            Res::Def(DefId::Trait(_)) if found.used < path.segments.len() => {
                self.report(Diagnostic::new(Code::E0223, path.span, "ambiguous associated type").help(format!(
                    "if there were a type named `Type` that implemented `{0}`, you could use the fully-qualified path: `<Type as {0}>::{1}`",
                    last.name.name, path.segments[found.used].name.name
                )))
            }
            Res::Def(DefId::Trait(_)) => {
                let name = &last.name.name;
                self.report(
                    Diagnostic::new(Code::E0782, path.span, "expected a type, found a trait")
                        .help(format!("to write a type that is any implementor, use `impl {name}` or `dyn {name}`")),
                )
            }
            res => {
                let shown = shown_path(path);
                let what = match res {
                    Res::Def(DefId::Variant(..)) => "variant",
                    other => self.p.tables.describe(other),
                };
                self.report(
                    Diagnostic::new(Code::E0573, path.span, format!("expected type, found {what} `{shown}`"))
                        .primary("not a type"),
                )
            }
        }
    }

    fn prim(&self, prim: Prim, span: Span) -> Ty {
        let types = &self.p.types;
        match prim {
            Prim::Bool => types.common.bool,
            Prim::Char => types.common.char,
            Prim::Str => types.common.str,
            Prim::Int(i) => types.mk(TyKind::Int(i)),
            Prim::Float(f) => types.mk(TyKind::Float(f)),
            Prim::Unsupported(name) => self.report(gate::unsupported_prim(name, span)),
        }
    }

    /// `base::A::B`: associated types. `param` is the name where `base` is `Self` or a parameter.
    fn assoc_path(&self, base: Ty, param: Option<&str>, segments: &[PathSegment], span: Span) -> Ty {
        let mut ty = base;
        let mut param = param;
        for segment in segments {
            if ty == self.error() {
                return ty;
            }
            let base = ty;
            ty = match self.assoc_type(ty, param, segment, span) {
                Some(projection) => {
                    if param == Some("Self") {
                        self.check_variant_or_type(base, segment, span);
                    }
                    projection
                }
                None if self.has_unknown_bound(param) => self.error(),
                None => self.report(self.ambiguous_assoc(ty, param, segment, span)),
            };
            param = None;
        }
        ty
    }

    /// The lint of `Self::Name` where that is a variant too.
    fn check_variant_or_type(&self, base: Ty, segment: &PathSegment, span: Span) {
        let TyKind::Adt(adt, _) = self.p.types.kind(base) else { return };
        let name = &segment.name.name;
        let Some(variant) = self.p.tables.variant_named(adt, name) else { return };
        let entry = &self.p.tables.adts[adt.index()];
        if entry.is_enum && span.is_user() {
            let trait_name = match self.scope.self_is {
                SelfIs::Impl(id) => self.p.tables.impls[id.index()]
                    .of_trait
                    .map_or("Trait".into(), |t| self.p.tables.traits[t.index()].name.clone()),
                _ => "Trait".into(),
            };
            let d = Diagnostic::new(Code::AmbiguousAssociatedItems, span, "ambiguous associated item")
                .primary(format!("`{name}` is a variant and an associated type"));
            let declared = entry.variants[variant.0 as usize].2;
            let d = if declared.is_user() {
                d.label(declared, format!("`{name}` could refer to the variant defined here"))
            } else {
                d
            };
            self.report(d.suggest("use fully-qualified syntax", span, format!("<Self as {trait_name}>::{name}")));
        }
    }

    /// Whether a trait that could have the associated type is not known: that was reported.
    fn has_unknown_bound(&self, param: Option<&str>) -> bool {
        if param == Some("Self")
            && let SelfIs::Impl(id) = self.scope.self_is
        {
            let entry = &self.p.tables.impls[id.index()];
            return entry.of_trait.is_none()
                && matches!(&entry.item.kind, ast::ItemKind::Impl(i) if i.of_trait.is_some());
        }
        let Some(param) = param else { return false };
        let unknown = |bounds: &[Bound]| {
            bounds.iter().any(
                |b| matches!(b, Bound::Trait { path, .. } if self.p.trait_named(self.scope.module, path).is_none()),
            )
        };
        self.scope.items.iter().any(|item| {
            let supertraits = match &item.kind {
                ast::ItemKind::Trait(t) if param == "Self" => unknown(&t.bounds),
                _ => false,
            };
            supertraits
                || generics_of(item).is_some_and(|g| {
                    g.params.iter().any(|p| {
                        p.name.name == param && matches!(&p.kind, GenericParamKind::Type(bounds, _) if unknown(bounds))
                    }) || g
                        .wheres
                        .iter()
                        .any(|w| w.ty.as_ref().is_some_and(|t| is_path_to(t, param)) && unknown(&w.bounds))
                })
        })
    }

    fn ambiguous_assoc(&self, base: Ty, param: Option<&str>, segment: &PathSegment, span: Span) -> Diagnostic {
        let name = &segment.name.name;
        if matches!(self.p.types.kind(base), TyKind::Param(..))
            && let Some(param) = param
        {
            return Diagnostic::new(
                Code::E0220,
                segment.name.span,
                format!("associated type `{name}` not found for `{param}`"),
            )
            .primary(format!("associated type `{name}` not found"));
        }
        if let TyKind::Adt(adt, _) = self.p.types.kind(base)
            && self.p.tables.variant_named(adt, name).is_some()
        {
            let adt_name = &self.p.tables.adts[adt.index()].name;
            return Diagnostic::new(Code::E0573, span, format!("expected type, found variant `{adt_name}::{name}`"))
                .primary("not a type");
        }
        if param == Some("Self") {
            return Diagnostic::new(
                Code::E0220,
                segment.name.span,
                format!("associated type `{name}` not found for `Self`"),
            )
            .primary(format!("associated type `{name}` not found"));
        }
        Diagnostic::new(Code::E0223, span, "ambiguous associated type").help(format!(
            "if there were a trait named `Example` with associated type `{name}` implemented for `{0}`, you could use the fully-qualified path: `<{0} as Example>::{name}`",
            self.p.type_name(base)
        ))
    }

    /// `base::name` where a bound or the implementation at hand says which trait is meant.
    fn assoc_type(&self, base: Ty, param: Option<&str>, segment: &PathSegment, span: Span) -> Option<Ty> {
        let name = segment.name.name.as_str();
        self.no_args(segment, "associated type");
        if let SelfIs::Impl(id) = self.scope.self_is
            && param == Some("Self")
            && let Some(t) = self.p.tables.impls[id.index()].of_trait
        {
            let header = self.scope.known_self.is_none().then(|| self.p.impl_header(id));
            if self.report_several(&self.p.supertraits(t), "Self", name, span) {
                return Some(self.error());
            }
            for &t in self.p.supertraits(t).iter() {
                let Some(alias) = self.p.assoc_type_named(t, name) else { continue };
                let args = match header.and_then(|h| h.of_trait) {
                    Some(r) if r.def == t => r.args,
                    Some(r) => self.supertrait_args(r, t),
                    None => self.p.types.mk_list(&[base]),
                };
                return Some(self.p.types.mk(TyKind::Projection(alias, args)));
            }
        }
        if let SelfIs::Trait(id) = self.scope.self_is
            && param == Some("Self")
        {
            if self.report_several(&self.p.supertraits(id), "Self", name, span) {
                return Some(self.error());
            }
            for &t in self.p.supertraits(id).iter() {
                let Some(alias) = self.p.assoc_type_named(t, name) else { continue };
                let own = TraitRef { def: id, args: self.trait_identity(id) };
                let args = if t == id { own.args } else { self.supertrait_args(own, t) };
                return Some(self.p.types.mk(TyKind::Projection(alias, args)));
            }
            return None;
        }
        let param = param?;
        let mut traits: Vec<TraitId> = Vec::new();
        for bound in self.bounds_of(param) {
            if let Bound::Trait { path, maybe: false, .. } = bound
                && let Some(t) = self.p.trait_named(self.scope.module, path)
            {
                for &above in self.p.supertraits(t).iter() {
                    if !traits.contains(&above) {
                        traits.push(above);
                    }
                }
            }
        }
        if self.report_several(&traits, param, name, span) {
            return Some(self.error());
        }
        for bound in self.bounds_of(param) {
            let Bound::Trait { path, binder, .. } = bound else { continue };
            let Some(t) = self.p.trait_named(self.scope.module, path) else { continue };
            for &s in self.p.supertraits(t).iter() {
                let Some(alias) = self.p.assoc_type_named(s, name) else { continue };
                if !binder.is_empty() && binder.iter().any(|l| super::wf::path_mentions(path, &l.name)) {
                    let message = "cannot use the associated type of a trait with uninferred generic parameters";
                    return Some(self.report(Diagnostic::new(Code::E0212, span, message).help(format!(
                        "use a fully qualified path with a lifetime: `<{param} as {}<'a>>::{name}`",
                        self.p.tables.traits[s.index()].name
                    ))));
                }
                let bound = self.trait_ref(path, base, &mut Vec::new())?;
                let args = if s == t { bound.args } else { self.supertrait_args(bound, s) };
                return Some(self.p.types.mk(TyKind::Projection(alias, args)));
            }
        }
        None
    }

    /// E0221: several of these traits have an associated type of the name; whether it is so.
    fn report_several(&self, traits: &[TraitId], param: &str, name: &str, span: Span) -> bool {
        let found: Vec<(TraitId, AliasId)> =
            traits.iter().filter_map(|&t| Some((t, self.p.assoc_type_named(t, name)?))).collect();
        if found.len() < 2 || !span.is_user() {
            return false;
        }
        let message = format!("ambiguous associated type `{name}` in bounds of `{param}`");
        let mut d = Diagnostic::new(Code::E0221, span, message).primary(format!("ambiguous associated type `{name}`"));
        for &(t, alias) in &found {
            let trait_name = &self.p.tables.traits[t.index()].name;
            let declared = self.p.tables.aliases[alias.index()].item.span;
            if declared.is_user() {
                d = d.label(declared, format!("ambiguous `{name}` from `{trait_name}`"));
            } else {
                d = d.note(format!("associated type `{name}` could derive from `{trait_name}`"));
            }
        }
        for &(t, _) in &found {
            let trait_name = &self.p.tables.traits[t.index()].name;
            let replacement = format!("<{param} as {trait_name}>::{name}");
            d = d.suggest("use fully-qualified syntax to disambiguate", span, replacement);
        }
        self.report(d);
        true
    }

    /// The bounds that the items around declare of a type parameter, the innermost item's first.
    fn bounds_of(&self, param: &str) -> Vec<&'a Bound> {
        let mut all = Vec::new();
        for item in self.scope.items.iter().rev() {
            let Some(generics) = generics_of(item) else { continue };
            let inline = generics.params.iter().filter(|p| p.name.name == param).flat_map(|p| match &p.kind {
                GenericParamKind::Type(bounds, _) => bounds.as_slice(),
                _ => &[],
            });
            let wheres = generics
                .wheres
                .iter()
                .filter(|w| w.ty.as_ref().is_some_and(|t| is_path_to(t, param)))
                .flat_map(|w| w.bounds.as_slice());
            all.extend(inline.chain(wheres));
        }
        all
    }

    fn trait_identity(&self, id: TraitId) -> TyList {
        let item = &self.p.tables.traits[id.index()].item;
        let mut args = vec![self.p.types.mk(TyKind::Param(0, SmolStr::new_static("Self")))];
        args.extend(
            generics_of(item)
                .into_iter()
                .flat_map(type_params)
                .enumerate()
                .map(|(i, p)| self.p.types.mk(TyKind::Param(i as u32 + 1, p.name.name.clone()))),
        );
        self.p.types.mk_list(&args)
    }

    /// The arguments of a supertrait of a trait with these arguments.
    fn supertrait_args(&self, t: TraitRef, supertrait: TraitId) -> TyList {
        let self_only = &self.p.types.list(t.args)[..1];
        let own = generics_of(&self.p.tables.traits[supertrait.index()].item).map_or(0, |g| type_params(g).count());
        if own > 0 && !self.p.tables.in_progress.borrow().contains(&crate::tables::Query::Trait(t.def)) {
            for predicate in self.p.elaborate(vec![Predicate::Trait(t, Span::default())]) {
                if let Predicate::Trait(r, _) = predicate
                    && r.def == supertrait
                {
                    return r.args;
                }
            }
        }
        self.p.types.mk_list(self_only)
    }

    fn assoc_of_trait(&self, t: TraitRef, segment: &PathSegment, span: Span) -> Ty {
        for &s in self.p.supertraits(t.def).iter() {
            if let Some(alias) = self.p.assoc_type_named(s, &segment.name.name) {
                let args = if s == t.def { t.args } else { self.supertrait_args(t, s) };
                return self.p.types.mk(TyKind::Projection(alias, args));
            }
        }
        let name = &segment.name.name;
        let trait_name = &self.p.tables.traits[t.def.index()].name;
        let _ = span;
        self.report(
            Diagnostic::new(
                Code::E0576,
                segment.name.span,
                format!("cannot find associated type `{name}` in trait `{trait_name}`"),
            )
            .primary(format!("not found in `{trait_name}`")),
        )
    }

    /// E0109.
    pub(crate) fn no_args(&self, segment: &PathSegment, what: &str) {
        let Some(args) = &segment.args else { return };
        if args.args.is_empty() {
            return;
        }
        if what == "associated type" {
            self.refuse(Refused::AssocGenerics, args.span);
            return;
        }
        let kind = if args.args.iter().all(|a| matches!(a, GenericArg::Lifetime(_))) {
            "lifetime"
        } else if args.args.iter().all(|a| matches!(a, GenericArg::Const(_))) {
            "const"
        } else {
            "type"
        };
        let span = match &args.args[0] {
            GenericArg::Lifetime(l) => l.span,
            GenericArg::Type(t) => t.span,
            GenericArg::Const(e) => e.span,
            GenericArg::Binding(n, _) | GenericArg::Bound(n, _) => n.span,
        };
        self.report(
            Diagnostic::new(
                Code::E0109,
                span,
                format!("{kind} arguments are not allowed on {what} `{}`", segment.name.name),
            )
            .primary(format!("{kind} argument not allowed")),
        );
    }

    /// Read the arguments of a path's segment for `def`. `prefix` goes before them (a trait's `Self`). Where none are
    /// written, they are inferred if `infer` says so. Bindings (`Item = T`) are put on `bindings`.
    pub(crate) fn generic_args(
        &self,
        def: DefId,
        segment: Option<&PathSegment>,
        prefix: &[Ty],
        infer: bool,
        span: Span,
        bindings: &mut Vec<(ast::Ident, Ty)>,
    ) -> Vec<Ty> {
        let tables = &self.p.tables;
        let (item, name) = match def {
            DefId::Adt(id) => (&tables.adts[id.index()].item, &tables.adts[id.index()].name),
            DefId::Alias(id) => (&tables.aliases[id.index()].item, &tables.aliases[id.index()].name),
            DefId::Trait(id) => (&tables.traits[id.index()].item, &tables.traits[id.index()].name),
            DefId::Fn(id) => (&tables.fns[id.index()].item, &tables.fns[id.index()].name),
            _ => return prefix.to_vec(),
        };
        let what = match def {
            DefId::Alias(_) => "type alias",
            other => tables.describe(Res::Def(other)),
        };
        let empty = ast::Generics::default();
        let generics = generics_of(item).unwrap_or(&empty);
        let mut out = prefix.to_vec();
        let written = segment.and_then(|s| s.args.as_deref());
        let mut supplied: Vec<&GenericArg> = Vec::new();
        let mut lifetimes = 0usize;
        if let Some(written) = written {
            let is_trait = matches!(def, DefId::Trait(_));
            if written.parenthesized.is_some() && !is_trait {
                self.report(
                    Diagnostic::new(
                        Code::E0214,
                        written.span,
                        "parenthesized type parameters may only be used with a `Fn` trait",
                    )
                    .primary("only `Fn` traits may use parentheses"),
                );
            }
            for arg in &written.args {
                match arg {
                    GenericArg::Binding(name, _) | GenericArg::Bound(name, _) if !is_trait => {
                        self.report(
                            Diagnostic::new(Code::E0229, name.span, "associated item constraints are not allowed here")
                                .primary("associated item constraint not allowed here"),
                        );
                    }
                    GenericArg::Lifetime(l) => {
                        self.lifetime(l);
                        lifetimes += 1;
                    }
                    GenericArg::Type(_) | GenericArg::Const(_) => supplied.push(arg),
                    GenericArg::Binding(name, ty) => bindings.push((name.clone(), self.ty(ty))),
                    GenericArg::Bound(..) => {}
                }
            }
        }
        if let Some(written) = written {
            let first_type = written.args.iter().position(|a| matches!(a, GenericArg::Type(_) | GenericArg::Const(_)));
            let late = written.args[first_type.unwrap_or(written.args.len())..].iter().find_map(|a| match a {
                GenericArg::Lifetime(l) => Some(l.span),
                _ => None,
            });
            if let Some(late) = late {
                let at = match &written.args[first_type.unwrap_or(0)] {
                    GenericArg::Type(ty) => ty.span,
                    GenericArg::Const(expr) => expr.span,
                    _ => late,
                };
                self.report(
                    Diagnostic::new(Code::E0747, at, "type provided when a lifetime was expected")
                        .note("lifetime arguments must be provided before generic arguments"),
                );
                return type_params(generics).map(|_| self.error()).collect();
            }
        }
        let declared_lifetimes = lifetime_params(generics).count();
        let head = segment.map_or(span, |s| s.name.span);
        let is_fn = matches!(def, DefId::Fn(_));
        if declared_lifetimes > 0 && lifetimes == 0 && !is_fn && self.hole.is_none() {
            for _ in 0..declared_lifetimes {
                self.elided(head);
            }
        }
        if is_fn && lifetimes > 0 {
            self.check_lifetime_arguments(item, generics, written, lifetimes);
        }
        let late = if is_fn { late_lifetimes(item, generics).count() } else { 0 };
        if is_fn && (lifetimes == 0 || late > 0) {
            // Those that the parameters' types determine are not given.
        } else if lifetimes > declared_lifetimes || (lifetimes > 0 && lifetimes < declared_lifetimes) {
            let d = Diagnostic::new(
                Code::E0107,
                head,
                format!(
                    "{what} takes {} but {} {} supplied",
                    count(declared_lifetimes, "lifetime argument"),
                    count(lifetimes, "lifetime argument"),
                    if lifetimes == 1 { "was" } else { "were" }
                ),
            )
            .primary(format!("expected {}", count(declared_lifetimes, "lifetime argument")));
            self.report(self.defined_here(d, item, what));
        }
        if let Some(written) = written
            && let Some(ret) = &written.parenthesized
        {
            // `Fn(A, B) -> C`: the inputs are one tuple, the output a binding.
            // Lifetimes in there are its own affair.
            let (elision, positions) = (self.elision.replace(Elision::Fresh), self.lifetime_positions.get());
            let inputs: Vec<Ty> = supplied
                .iter()
                .map(|a| match a {
                    GenericArg::Type(t) => self.parameter(t),
                    _ => self.error(),
                })
                .collect();
            out.push(self.p.types.mk_tuple(&inputs));
            let output = self.callable_result(ret.as_ref(), positions);
            self.elision.set(elision);
            self.lifetime_positions.set(positions);
            bindings.push((ast::Ident::new(SmolStr::new_static("Output"), span), output));
            return out;
        }
        let params: Vec<&ast::GenericParam> = type_params(generics).collect();
        // What stands for an `impl Trait` comes last, and is never written.
        let written_params = params.iter().filter(|p| !is_impl_param(&p.name.name)).count();
        let required = params[..written_params]
            .iter()
            .filter(|p| matches!(&p.kind, GenericParamKind::Type(_, None) | GenericParamKind::Const(_, None)))
            .count();
        let infer_all = supplied.is_empty() && infer && self.hole.is_some();
        if !infer_all && (supplied.len() > written_params || supplied.len() < required) {
            let only_types = params.iter().all(|p| matches!(p.kind, GenericParamKind::Type(..)));
            let _ = only_types;
            let expected = if supplied.len() < required { required } else { written_params };
            let bound = match (required == written_params, supplied.len() < required) {
                (true, _) => "",
                (false, true) => "at least ",
                (false, false) => "at most ",
            };
            let d = if supplied.is_empty() && lifetimes == 0 {
                let d = Diagnostic::new(Code::E0107, head, format!("missing generics for {what} `{name}`"));
                d.primary(format!("expected {bound}{}", count(expected, "generic argument")))
            } else {
                let d = Diagnostic::new(
                    Code::E0107,
                    head,
                    format!(
                        "{what} takes {bound}{} but {} {} supplied",
                        count(expected, "generic argument"),
                        count(supplied.len(), "generic argument"),
                        if supplied.len() == 1 { "was" } else { "were" }
                    ),
                );
                let d = d.primary(format!("expected {bound}{}", count(expected, "generic argument")));
                match (supplied.len() > written_params, written) {
                    (true, Some(w)) => d.label(w.span, "help: remove the unnecessary generics"),
                    _ => d,
                }
            };
            self.report(self.defined_here(d, item, what));
            out.extend(params.iter().map(|_| self.error()));
            return out;
        }
        for (i, param) in params.iter().enumerate() {
            let arg = match (supplied.get(i), &param.kind) {
                (Some(GenericArg::Type(ty)), GenericParamKind::Type(bounds, _)) => {
                    self.check_object_lifetime(ty, bounds);
                    self.ty(ty)
                }
                (Some(GenericArg::Type(ty)), GenericParamKind::Const(const_ty, _)) => {
                    let const_ty = self.ty(const_ty);
                    self.const_arg_of_type(ty, const_ty)
                }
                (Some(GenericArg::Const(expr)), GenericParamKind::Const(const_ty, _)) => {
                    let const_ty = self.ty(const_ty);
                    self.const_arg(expr, const_ty)
                }
                (Some(GenericArg::Const(expr)), _) => {
                    let help = "a constant cannot stand for a type";
                    self.report(
                        Diagnostic::new(Code::E0747, expr.span, "constant provided when a type was expected")
                            .help(help),
                    )
                }
                (Some(_), _) => self.error(),
                (None, _) if infer_all || i >= written_params => self.hole.map_or(self.error(), |hole| hole(span)),
                (None, GenericParamKind::Type(_, Some(default))) => {
                    // The default is written in the scope of the definition.
                    let scope = self.p.def_scope(def);
                    let lower = Lower::new(self.p, &scope);
                    let ty = lower.ty(default);
                    self.p.types.subst(ty, self.p.types.mk_list(&out))
                }
                (None, GenericParamKind::Const(const_ty, Some(default))) => {
                    let scope = self.p.def_scope(def);
                    let lower = Lower::new(self.p, &scope);
                    let const_ty = lower.ty(const_ty);
                    lower.const_arg(default, const_ty)
                }
                _ => self.error(),
            };
            out.push(arg);
        }
        out
    }

    /// E0228: a trait object for a parameter with several lifetimes, which does not say which of them it has.
    fn check_object_lifetime(&self, ty: &ast::Ty, bounds: &[Bound]) {
        let ast::TyKind::DynTrait(own) = &ty.kind else { return };
        let lifetimes = |bounds: &[Bound]| bounds.iter().filter(|b| matches!(b, Bound::Lifetime(_))).count();
        if lifetimes(bounds) < 2 || lifetimes(own) > 0 || self.hole.is_some() || !ty.span.is_user() {
            return;
        }
        let is_bounded = own.iter().any(|bound| match bound {
            Bound::Trait { path, .. } => self.p.trait_named(self.module, path).is_none_or(|t| {
                self.p.supertraits(t).iter().any(|above| match &self.p.tables.traits[above.index()].item.kind {
                    ast::ItemKind::Trait(item) => lifetimes(&item.bounds) > 0,
                    _ => true,
                })
            }),
            _ => false,
        });
        if !is_bounded {
            let message = "cannot deduce the lifetime bound for this trait object type from context";
            self.report(
                Diagnostic::new(Code::E0228, ty.span, message)
                    .primary("which of the lifetimes around it?")
                    .help(format!("please supply an explicit bound: `{} + 'a`", stair_syntax::pretty::ty(ty))),
            );
        }
    }

    /// E0794: lifetimes that the parameters' types determine cannot be given.
    fn check_lifetime_arguments(
        &self,
        item: &ast::Item,
        generics: &ast::Generics,
        written: Option<&ast::GenericArgs>,
        given: usize,
    ) {
        let early = lifetime_params(generics).count() - late_lifetimes(item, generics).count();
        let Some(first_late) = late_lifetimes(item, generics).next() else { return };
        if given > early
            && let Some(GenericArg::Lifetime(at)) = written.and_then(|w| w.args.first())
        {
            self.report(
                Diagnostic::new(
                    Code::E0794,
                    at.span,
                    "cannot specify lifetime arguments explicitly if late bound lifetime parameters are present",
                )
                .label(first_late.name.span, "the late bound lifetime parameter is introduced here"),
            );
        }
    }

    fn defined_here(&self, d: Diagnostic, item: &ast::Item, what: &str) -> Diagnostic {
        if item.name.span.is_user() { d.label(item.name.span, format!("{what} defined here")) } else { d }
    }

    /// A path of a type's syntax that stands for a constant: `Foo<N>`.
    fn const_arg_of_type(&self, ty: &ast::Ty, const_ty: Ty) -> Ty {
        let mut ty = ty;
        while let ast::TyKind::Paren(inner) = &ty.kind {
            ty = inner;
        }
        if matches!(ty.kind, ast::TyKind::Infer)
            && let Some(hole) = self.hole
        {
            return hole(ty.span);
        }
        let ast::TyKind::Path(path) = &ty.kind else {
            return self.report(Diagnostic::new(Code::E0747, ty.span, "type provided when a constant was expected"));
        };
        if self.is_type_name(path) {
            let d = Diagnostic::new(Code::E0747, ty.span, "type provided when a constant was expected");
            let is_const = |p: &super::ScopeParam| p.is_const && path.segments[0].name.name == p.name;
            return self.report(match self.scope.params.iter().any(is_const) {
                true => d.help(format!(
                    "if the constant is meant, put braces around it: `{{ {} }}`",
                    path.segments[0].name.name
                )),
                false => d,
            });
        }
        let expr = ast::Expr { id: ty.id, span: ty.span, attrs: Vec::new(), kind: ast::ExprKind::Path(path.clone()) };
        self.const_arg(&expr, const_ty)
    }

    /// Whether a name alone is that of a type: then it is not that of a constant, whatever else it could be.
    fn is_type_name(&self, path: &ast::Path) -> bool {
        let [segment] = path.segments.as_slice() else { return false };
        let is_plain = path.qself.is_none() && !path.global && segment.args.is_none();
        is_plain
            && (self.type_param(&segment.name.name).is_some()
                || matches!(
                    self.p.tables.lookup_lexical(self.module, Ns::Type, &segment.name.name),
                    Some((Res::Def(DefId::Adt(_) | DefId::Alias(_)) | Res::Prim(_), _))
                ))
    }

    /// The constant that an expression stands for, as an argument.
    pub(crate) fn const_arg(&self, expr: &ast::Expr, const_ty: Ty) -> Ty {
        match &expr.kind {
            ast::ExprKind::Paren(inner) => return self.const_arg(inner, const_ty),
            ast::ExprKind::Block(block, None) if block.stmts.is_empty() => {
                if let Some(tail) = &block.tail {
                    if matches!(tail.kind, ast::ExprKind::Underscore) {
                        let message = "in expressions, `_` can only be used on the left-hand side of an assignment";
                        return self
                            .report(Diagnostic::new(Code::Syntax, tail.span, message).primary("`_` not allowed here"));
                    }
                    return self.const_arg(tail, const_ty);
                }
            }
            ast::ExprKind::Path(path) => {
                if let [segment] = path.segments.as_slice()
                    && path.qself.is_none()
                    && !path.global
                    && let Some(index) =
                        self.scope.params.iter().rposition(|p| p.is_const && p.name == segment.name.name)
                {
                    return self.p.types.mk(TyKind::Param(index as u32, segment.name.name.clone()));
                }
            }
            ast::ExprKind::Underscore => {
                return match self.hole {
                    Some(hole) => hole(expr.span),
                    None => self.placeholder(expr.span),
                };
            }
            _ => {}
        }
        match self.const_scalar(expr, const_ty) {
            Some(value) => self.p.types.mk(TyKind::Const(value as u64)),
            None => self.error(),
        }
    }

    /// The value of a constant expression of a scalar type; `None` after an error.
    pub(crate) fn const_scalar(&self, expr: &ast::Expr, ty: Ty) -> Option<i128> {
        if let ast::ExprKind::Lit(ast::Lit::Int(value, suffix)) = &expr.kind
            && let TyKind::Int(int) = self.p.types.kind(ty)
            && suffix.as_ref().is_none_or(|s| s == int.as_str())
            && i128::try_from(*value).is_ok_and(|v| v <= int.max())
        {
            return Some(*value as i128);
        }
        let known = self.p.tables.anonymous.borrow().get(&expr.id).cloned();
        let value = match known {
            Some(value) => value,
            None => {
                let value = crate::check::anonymous_const(self.p, self.scope, self.module, expr, ty, self.locals);
                self.p.tables.anonymous.borrow_mut().insert(expr.id, value.clone());
                value
            }
        };
        match value {
            Some(ConstValue::Scalar(value)) => Some(value),
            _ => None,
        }
    }

    /// Read what stands behind `for<…>` with these lifetimes.
    pub(crate) fn in_binder<T>(&self, lifetimes: &[ast::Ident], read: impl FnOnce() -> T) -> T {
        let outer = self.binders.borrow().len();
        self.binders.borrow_mut().extend(lifetimes.iter().map(|l| l.name.clone()));
        let result = read();
        self.binders.borrow_mut().truncate(outer);
        result
    }

    /// E0799, E0800: what a `use<…>` lists.
    fn captures(&self, names: &[ast::Ident]) {
        for name in names {
            let text = name.name.as_str();
            if text.starts_with('\'') {
                if text != "'static" && text != "'_" {
                    let positions = self.lifetime_positions.get();
                    self.lifetime(name);
                    self.lifetime_positions.set(positions);
                }
                continue;
            }
            if text == "Self" || self.scope.params.iter().any(|param| param.name == text) {
                continue;
            }
            let is_local = self.scope.items.last().is_some_and(|item| match &item.kind {
                ast::ItemKind::Fn(f) => f
                    .params
                    .iter()
                    .any(|param| matches!(&param.pat.kind, ast::PatKind::Ident { name, .. } if name.name == text)),
                _ => false,
            });
            let found = [Ns::Value, Ns::Type].into_iter().find_map(|ns| {
                let (res, _) = self.p.tables.lookup_lexical(self.module, ns, text)?;
                Some(self.p.tables.describe(res))
            });
            let what = if is_local { Some("local variable") } else { found };
            self.report(match what {
                Some(what) => {
                    let message = format!("expected type or const parameter, found {what} `{text}`");
                    Diagnostic::new(Code::E0799, name.span, message).primary("not a type or const parameter")
                }
                None => {
                    let message = format!("cannot find type or const parameter `{text}` in this scope");
                    Diagnostic::new(Code::E0800, name.span, message).primary("not found in this scope")
                }
            });
        }
    }

    /// E0582: lifetimes of a `for<…>` that only the associated types of the trait behind it mention.
    pub(super) fn check_binder(&self, binder: &[ast::Ident], path: &ast::Path) {
        let Some(args) = path.segments.last().and_then(|segment| segment.args.as_ref()) else { return };
        for lifetime in binder {
            let is_input = args.args.iter().any(|arg| match arg {
                GenericArg::Lifetime(l) => l.name == lifetime.name,
                GenericArg::Type(ty) => mentions_lifetime(ty, &lifetime.name),
                _ => false,
            });
            if is_input {
                continue;
            }
            let bindings = args.args.iter().filter_map(|arg| match arg {
                GenericArg::Binding(name, ty) => Some((name.name.as_str(), name.span.to(ty.span), ty)),
                _ => None,
            });
            let output = args.parenthesized.iter().flatten().map(|ty| ("Output", ty.span, ty));
            for (name, span, ty) in bindings.chain(output) {
                if names_lifetime(ty, &lifetime.name) {
                    let message = format!(
                        "binding for associated type `{name}` references lifetime `{}`, which does not appear in the trait input types",
                        lifetime.name
                    );
                    self.report(
                        Diagnostic::new(Code::E0582, span, message).primary("no input of the trait has this lifetime"),
                    );
                }
            }
        }
    }

    /// Read bounds on a type.
    pub(crate) fn bounds(&self, ty: Ty, bounds: &[Bound], out: &mut Vec<Predicate>) {
        for bound in bounds {
            match bound {
                Bound::Lifetime(l) => self.lifetime(l),
                Bound::Captures(names) => self.captures(names),
                Bound::Trait { maybe: true, .. } => {}
                Bound::Trait { binder, span, .. } if !binder.is_empty() && !self.binders.borrow().is_empty() => {
                    self.report(
                        Diagnostic::new(Code::E0316, *span, "nested quantification of lifetimes")
                            .primary("introduce all of them in one `for<…>`"),
                    );
                }
                Bound::Trait { binder, path, span, .. } => {
                    self.check_binder(binder, path);
                    let bound = self.in_binder(binder, || self.trait_ref(path, ty, out));
                    if let Some(t) = bound {
                        out.push(Predicate::Trait(t, *span));
                    }
                }
            }
        }
    }

    /// Read a trait with its arguments. Bindings become predicates.
    pub(crate) fn trait_ref(&self, path: &ast::Path, self_ty: Ty, out: &mut Vec<Predicate>) -> Option<TraitRef> {
        let found = match self.p.tables.resolve_segments(self.module, path.global, &path.segments, Ns::Type) {
            Ok(found) => found,
            Err(error) => {
                self.unresolved(path, error, Wanted::Trait);
                return None;
            }
        };
        self.p.check_private(path, &found, self.module);
        let segment = path.segments.get(found.used.checked_sub(1)?)?;
        let id = match found.res {
            Res::Def(DefId::Trait(id)) if found.used == path.segments.len() => id,
            Res::Err => return None,
            res => {
                let what = if self.type_param(&segment.name.name).is_some() {
                    "type parameter"
                } else {
                    self.p.tables.describe(res)
                };
                let shown = shown_path(path);
                self.report(
                    Diagnostic::new(Code::E0404, path.span, format!("expected trait, found {what} `{shown}`"))
                        .primary("not a trait"),
                );
                return None;
            }
        };
        let mut bindings = Vec::new();
        let args = self.generic_args(DefId::Trait(id), Some(segment), &[self_ty], false, path.span, &mut bindings);
        let args = self.p.types.mk_list(&args);
        for (name, ty) in bindings {
            let mut found = None;
            for &t in self.p.supertraits(id).iter() {
                if let Some(alias) = self.p.assoc_type_named(t, &name.name) {
                    found = Some((t, alias));
                    break;
                }
            }
            match found {
                Some((t, alias)) => {
                    let args = if t == id { args } else { self.supertrait_args(TraitRef { def: id, args }, t) };
                    out.push(Predicate::Projection(alias, args, ty, name.span));
                }
                None => {
                    let trait_name = &self.p.tables.traits[id.index()].name;
                    self.report(
                        Diagnostic::new(
                            Code::E0220,
                            name.span,
                            format!("associated type `{}` not found for `{trait_name}`", name.name),
                        )
                        .primary(format!("associated type `{}` not found", name.name)),
                    );
                }
            }
        }
        Some(TraitRef { def: id, args })
    }

    /// Report that a path means nothing.
    pub(crate) fn unresolved(&self, path: &ast::Path, error: Unresolved, wanted: Wanted) {
        let first = &path.segments[0].name;
        if error.within == Within::Scope && self.scope.outer.iter().any(|o| o.strip_prefix('<') == Some(&first.name)) {
            self.report(
                Diagnostic::new(Code::E0401, first.span, "can't use generic parameters from outer item")
                    .primary("use of generic parameter from outer item")
                    .help(format!("try introducing a local generic parameter here: `<{}>`", first.name)),
            );
            return;
        }
        if wanted == Wanted::Type && error.within == Within::Scope && path.segments.len() == 1 {
            let name = &first.name;
            let value = match self.p.tables.lookup_lexical(self.module, Ns::Value, name) {
                _ if self.locals.contains(name) => Some("local variable"),
                Some((res, _)) if res != Res::Err => Some(self.p.tables.describe(res)),
                _ if gate::is_std_macro(name) => Some("macro"),
                _ => None,
            };
            if let Some(what) = value {
                self.report(
                    Diagnostic::new(Code::E0573, path.span, format!("expected type, found {what} `{name}`"))
                        .primary("not a type"),
                );
                return;
            }
        }
        let names: Vec<SmolStr> = self.scope.params.iter().filter(|p| !p.is_const).map(|p| p.name.clone()).collect();
        let d = self.p.unresolved_path(self.module, path, error, wanted, &names);
        self.p.tables.report(d);
    }
}

/// The lifetime parameters of a function that its parameters' types determine for each call.
fn late_lifetimes<'a>(
    item: &'a ast::Item,
    generics: &'a ast::Generics,
) -> impl Iterator<Item = &'a ast::GenericParam> + use<'a> {
    let is_late = move |p: &&ast::GenericParam| {
        let ast::ItemKind::Fn(f) = &item.kind else { return false };
        f.params.iter().any(|param| super::wf::mentions_lifetime(&param.ty, &p.name.name))
            || f.self_param.as_ref().is_some_and(|s| s.lifetime.as_ref().is_some_and(|l| l.name == p.name.name))
    };
    lifetime_params(generics).filter(is_late)
}

/// What a name of another language is here, and how to say so.
fn usual_name(name: &str, wanted: Wanted) -> Option<(String, &'static str)> {
    let usual = match (wanted, name) {
        (Wanted::Type, "byte") => "u8",
        (Wanted::Type, "short") => "i16",
        (Wanted::Type, "int") => "i32",
        (Wanted::Type, "uint") => "u32",
        (Wanted::Type, "long") => "i64",
        (Wanted::Type, "float") => "f32",
        (Wanted::Type, "double") => "f64",
        (Wanted::Type, "boolean") => "bool",
        (Wanted::Value, "True" | "TRUE") => "true",
        (Wanted::Value, "False" | "FALSE") => "false",
        _ => return None,
    };
    let message = match wanted {
        Wanted::Type => format!("perhaps you intended to use this type: `{usual}`"),
        _ => "you may want to use a bool value instead".to_owned(),
    };
    Some((message, usual))
}

/// A path as it is written, without arguments.
pub(crate) fn shown_path(path: &ast::Path) -> String {
    let names: Vec<&str> = path
        .segments
        .iter()
        .map(|s| if matches!(s.name.name.as_str(), "$crate" | ast::OWN_CRATE) { "crate" } else { s.name.name.as_str() })
        .collect();
    let global = if path.global { "::" } else { "" };
    format!("{global}{}", names.join("::"))
}

impl Program {
    /// The scope of the definition's own generic parameters.
    pub(crate) fn def_scope(&self, def: DefId) -> ItemScope {
        match def {
            DefId::Adt(id) => self.adt_scope(id),
            DefId::Trait(id) => {
                self.container_scope(crate::defs::Container::Trait(id), self.tables.traits[id.index()].module)
            }
            DefId::Fn(id) => self.fn_scope(id),
            DefId::Alias(id) => {
                let entry = &self.tables.aliases[id.index()];
                let mut scope = self.container_scope(entry.container, entry.module);
                scope.enter(&entry.item);
                scope
            }
            _ => ItemScope::of_module(ModId(0)),
        }
    }

    /// E0603 and E0659 for a resolved path.
    pub(crate) fn check_private(&self, path: &ast::Path, found: &PathRes, module: ModId) {
        if !self.tables.module(module).is_user || !path.span.is_user() {
            return;
        }
        if path.segments.first().is_some_and(|s| s.name.name == "$crate") {
            return;
        }
        if let Some(private) = found.private {
            let name = &path.segments[private.segment].name;
            let is_ctor = matches!(private.res, Res::Def(DefId::Adt(_)))
                && self.is_ctor_binding(path, private.segment, private.span);
            let what = if is_ctor { "tuple struct constructor" } else { self.tables.describe(private.res) };
            self.tables.report(private_error(what, name, private.span));
        }
        if let Some(segment) = found.ambiguous {
            let name = &path.segments[segment].name;
            self.tables.report(
                Diagnostic::new(Code::E0659, name.span, format!("`{}` is ambiguous", name.name))
                    .primary("ambiguous name")
                    .note("ambiguous because of multiple glob imports of a name in the same module"),
            );
        }
    }

    /// Whether what a private path means is the constructor, whose type itself can be seen.
    fn is_ctor_binding(&self, path: &ast::Path, segment: usize, span: Span) -> bool {
        segment + 1 == path.segments.len()
            && self.tables.modules.iter().any(|m| {
                m.values
                    .get(&path.segments[segment].name.name)
                    .is_some_and(|b| b.span == span && b.visible_in.is_some())
                    && m.types
                        .get(&path.segments[segment].name.name)
                        .is_some_and(|b| b.span == span && b.visible_in.is_none())
            })
    }

    /// What to say of a path that means nothing. `locals` are names beside the items that are in scope.
    pub(crate) fn unresolved_path(
        &self,
        module: ModId,
        path: &ast::Path,
        error: Unresolved,
        wanted: Wanted,
        locals: &[SmolStr],
    ) -> Diagnostic {
        let names: Vec<&str> = path.segments.iter().map(|s| s.name.name.as_str()).collect();
        let at = &path.segments[error.segment.min(path.segments.len() - 1)].name;
        let name = &at.name;
        let last = error.segment + 1 == names.len();
        if error.segment > 0
            && matches!(names[0], "std" | "core" | "alloc")
            && let Some(refused) = gate::std_path_at(&names[1..], error.segment - 1, false, path.span)
        {
            return refused;
        }
        match error.within {
            Within::Scope => {
                if let Some(refused) = gate::prelude_name(name, at.span) {
                    return refused;
                }
                if !last {
                    let upper = name.starts_with(|c: char| c.is_uppercase());
                    let mut d = if upper {
                        Diagnostic::new(Code::E0433, at.span, format!("cannot find type `{name}` in this scope"))
                            .primary(format!("use of undeclared type `{name}`"))
                    } else {
                        Diagnostic::new(
                            Code::E0433,
                            at.span,
                            format!("cannot find module or crate `{name}` in this scope"),
                        )
                        .primary(format!("use of unresolved module or unlinked crate `{name}`"))
                        .help(format!("you might be missing a crate named `{name}`"))
                    };
                    if let Some((similar, what)) = self.similar_in_scope(module, name, &[Ns::Type], locals) {
                        d = d.suggest(
                            format!("{} {what} with a similar name exists", crate::collect::imports::article(what)),
                            at.span,
                            similar,
                        );
                    }
                    return self.with_import_advice(d, module, name, Ns::Type, false, at.span);
                }
                let mut d = Diagnostic::new(
                    wanted.missing_code(),
                    at.span,
                    format!("cannot find {} `{name}` in this scope", wanted.noun()),
                )
                .primary("not found in this scope");
                if let Some((message, usual)) = usual_name(name, wanted) {
                    return d.suggest(message, at.span, usual);
                }
                if wanted == Wanted::Value && matches!(name.as_str(), "null" | "NULL" | "nil" | "nullptr") {
                    return d.help("there is no null: `None` of an `Option` stands for a value that is missing");
                }
                let similar = self.similar_in_scope(module, name, &[wanted.ns()], locals);
                if let Some((similar, what)) = similar {
                    d = d.suggest(
                        format!("{} {what} with a similar name exists", crate::collect::imports::article(what)),
                        at.span,
                        similar,
                    );
                }
                self.with_import_advice(d, module, name, wanted.ns(), true, at.span)
            }
            Within::Module(within)
                if !self.tables.module(within).is_user && self.std_refusal(within, path, error.segment).is_some() =>
            {
                self.std_refusal(within, path, error.segment).unwrap_or_else(|| {
                    Diagnostic::new(wanted.missing_code(), at.span, "not found in the standard library")
                })
            }
            Within::Module(within) => {
                let parent =
                    names[..error.segment].join("::").replace("$crate", "crate").replace(ast::OWN_CRATE, "crate");
                let place = match names[error.segment - 1] {
                    "crate" | "$crate" | ast::OWN_CRATE if error.segment == 1 => "the crate root".to_owned(),
                    _ => format!("`{parent}`"),
                };
                let ns = if last { wanted.ns() } else { Ns::Type };
                let candidates: Vec<&str> = self
                    .tables
                    .module(within)
                    .names(ns)
                    .iter()
                    .filter(|(_, b)| self.tables.accessible(b.visible_in, module))
                    .map(|(n, _)| n.as_str())
                    .collect();
                let similar = similar_name(name, candidates.into_iter());
                let mut d = if last {
                    let (code, noun) = (wanted.missing_code(), wanted.noun());
                    let message = if place == "the crate root" {
                        format!("cannot find {noun} `{name}` in the crate root")
                    } else {
                        format!("cannot find {noun} `{name}` in module {place}")
                    };
                    Diagnostic::new(code, at.span, message).primary(format!("not found in {place}"))
                } else {
                    Diagnostic::new(Code::E0433, at.span, format!("cannot find `{name}` in {place}"))
                        .primary(format!("could not find `{name}` in {place}"))
                };
                if let Some(similar) = similar {
                    let what =
                        self.tables.binding(within, ns, &similar).map_or("item", |b| self.tables.describe(b.res));
                    d = d.suggest(
                        format!("{} {what} with a similar name exists", crate::collect::imports::article(what)),
                        at.span,
                        similar,
                    );
                }
                d
            }
            Within::TooManySupers => Diagnostic::new(Code::E0433, at.span, "too many leading `super` keywords")
                .primary("there are too many leading `super` keywords"),
            Within::NotAModule(res) => {
                let before = &path.segments[error.segment - 1].name;
                let what = self.tables.describe(res);
                Diagnostic::new(Code::E0433, before.span, format!("cannot find `{}` in `{}`", name, before.name))
                    .primary(format!(
                        "`{}` is {} {what}, not a module",
                        before.name,
                        crate::collect::imports::article(what)
                    ))
            }
        }
    }

    /// A refusal of what Rust's standard library has in a module of ours, and ours has not.
    fn std_refusal(&self, within: ModId, path: &ast::Path, segment: usize) -> Option<Diagnostic> {
        let module = self.tables.module(within);
        let mut names: Vec<&str> = module.path.split("::").skip(1).collect();
        names.extend(path.segments[segment..].iter().map(|s| s.name.name.as_str()));
        let failed = module.path.split("::").count() - 1;
        gate::std_path_at(&names, failed, false, path.span)
    }

    /// Advice to import a name that exists elsewhere.
    fn with_import_advice(
        &self,
        d: Diagnostic,
        module: ModId,
        name: &str,
        ns: Ns,
        is_last: bool,
        span: Span,
    ) -> Diagnostic {
        if !span.is_user() {
            return d;
        }
        let mut found: Option<String> = None;
        for (i, m) in self.tables.modules.iter().enumerate() {
            if m.kind == crate::collect::names::ModuleKind::Block || m.path.contains('$') {
                continue;
            }
            // A program's own items are found where they are, the library's where its users find them.
            if let Some(b) = m.names(ns).get(name)
                && !(b.imported && (m.is_user || m.path.starts_with("std::prelude")))
                && !matches!(b.res, Res::Def(DefId::Mod(_)) if ns == Ns::Type && is_last)
                && self.tables.accessible(b.visible_in, module)
                && ModId(i as u32) != self.tables.normal_module(module)
            {
                let path = if m.is_user {
                    if m.path.is_empty() { format!("crate::{name}") } else { format!("crate::{}::{name}", m.path) }
                } else {
                    if m.path.contains("intrinsics") {
                        continue;
                    }
                    format!("{}::{name}", m.path)
                };
                if found.as_ref().is_some_and(|found| found.len() <= path.len() && !m.is_user) {
                    continue;
                }
                found = Some(path);
                if m.is_user {
                    break;
                }
            }
        }
        match found {
            Some(path) => d.help(format!("consider importing it: `use {path};`")),
            None => d,
        }
    }

    /// A name in scope that is close to `name`, and what it is.
    pub(crate) fn similar_in_scope(
        &self,
        module: ModId,
        name: &str,
        namespaces: &[Ns],
        locals: &[SmolStr],
    ) -> Option<(String, &'static str)> {
        if let Some(local) = similar_name(name, locals.iter().map(SmolStr::as_str)) {
            let what = if namespaces == [Ns::Value] { "local variable" } else { "type parameter" };
            return Some((local, what));
        }
        for &ns in namespaces {
            let mut scope = Some(module);
            let mut names: Vec<(&str, Res)> = Vec::new();
            while let Some(m) = scope {
                names.extend(self.tables.module(m).names(ns).iter().map(|(n, b)| (n.as_str(), b.res)));
                if self.tables.module(m).kind != crate::collect::names::ModuleKind::Block {
                    break;
                }
                scope = self.tables.module(m).parent;
            }
            if let Some(prelude) = self.tables.prelude {
                names.extend(self.tables.module(prelude).names(ns).iter().map(|(n, b)| (n.as_str(), b.res)));
            }
            if ns == Ns::Type {
                let prims = ["bool", "char", "str", "f32", "f64"].into_iter().chain(gate::int_names());
                names.extend(prims.filter_map(|n| Some((n, Res::Prim(Prim::parse(n)?)))));
            }
            if let Some(similar) = similar_name(name, names.iter().map(|(n, _)| *n)) {
                let res = names.iter().find(|(n, _)| *n == similar).map(|(_, r)| *r)?;
                return Some((similar, self.tables.describe(res)));
            }
        }
        None
    }

    /// The alias's name.
    pub(crate) fn alias_name(&self, alias: AliasId) -> &str {
        &self.tables.aliases[alias.index()].name
    }
}
