//! Types, traits and bounds of the syntax tree to those of the checker.

mod args;
mod assoc;
mod bounds;
mod unresolved;

pub(crate) use unresolved::shown_path;

use super::wf::{mentions_lifetime, names_lifetime};
use super::{ItemScope, SelfIs, generics_of, type_params};
use crate::Program;
use crate::collect::names::{Ns, PathRes, Prim, Res};
use crate::defs::DefId;
use crate::gate::{self, Refused};
use crate::ids::ModId;
use crate::ty::{Ty, TyKind};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;
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
            Prim::Unstable(name) => self.report(gate::unstable_prim(name, span)),
        }
    }
}
