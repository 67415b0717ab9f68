//! Signatures, read on demand: what each item is, after the types that it names are known.

mod adts;
mod caller;
mod consts;
mod drop_impl;
mod fns;
pub(crate) mod lower;
mod objects;
mod params;
mod traits;
pub(crate) mod wf;

use crate::Program;
use crate::defs::{Container, GenericParam, Generics, Predicate, TraitRef};
use crate::ids::{AdtId, FnId, ImplId, ModId, TraitId};
use crate::ty::{Ty, TyKind, TyList};
use lower::Lower;
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, GenericParamKind, Item, ItemKind};
use std::rc::Rc;

/// What `Self` is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SelfIs {
    None,
    Trait(TraitId),
    Impl(ImplId),
    Adt(AdtId),
}

/// A generic parameter in scope.
#[derive(Clone, Debug)]
pub(crate) struct ScopeParam {
    pub(crate) name: SmolStr,
    pub(crate) is_const: bool,
}

/// What an item's own declarations bring into scope.
#[derive(Clone, Debug)]
pub(crate) struct ItemScope {
    pub(crate) module: ModId,
    /// The items whose generic parameters are in scope, the outermost first.
    pub(crate) items: Vec<Rc<Item>>,
    /// Type and constant parameters by their place among the arguments.
    pub(crate) params: Vec<ScopeParam>,
    pub(crate) lifetimes: Vec<SmolStr>,
    pub(crate) self_is: SelfIs,
    /// The type that `Self` is, where it is known while the implementation's header is still being read.
    pub(crate) known_self: Option<Ty>,
    /// Variables and, after a `<`, generic parameters of functions around the item, which it cannot use.
    pub(crate) outer: Rc<[SmolStr]>,
}

/// The generic parameters that an item declares.
pub(crate) fn generics_of(item: &Item) -> Option<&ast::Generics> {
    match &item.kind {
        ItemKind::Fn(f) => Some(&f.generics),
        ItemKind::Struct(g, _) | ItemKind::Enum(g, _) | ItemKind::Union(g, _) | ItemKind::TypeAlias(g, _, _) => Some(g),
        ItemKind::Impl(i) => Some(&i.generics),
        ItemKind::Trait(t) => Some(&t.generics),
        _ => None,
    }
}

/// Type and constant parameters.
pub(crate) fn type_params(generics: &ast::Generics) -> impl Iterator<Item = &ast::GenericParam> {
    generics.params.iter().filter(|p| !matches!(p.kind, GenericParamKind::Lifetime(_)))
}

/// Lifetime parameters.
pub(crate) fn lifetime_params(generics: &ast::Generics) -> impl Iterator<Item = &ast::GenericParam> {
    generics.params.iter().filter(|p| matches!(p.kind, GenericParamKind::Lifetime(_)))
}

impl ItemScope {
    /// The scope of a module's own level.
    pub(crate) fn of_module(module: ModId) -> Self {
        Self {
            module,
            items: Vec::new(),
            params: Vec::new(),
            lifetimes: Vec::new(),
            self_is: SelfIs::None,
            known_self: None,
            outer: Rc::from([]),
        }
    }

    /// Add the parameters that an item declares.
    fn enter(&mut self, item: &Rc<Item>) {
        if let Some(generics) = generics_of(item) {
            for param in &generics.params {
                match &param.kind {
                    GenericParamKind::Lifetime(_) => self.lifetimes.push(param.name.name.clone()),
                    kind => self.params.push(ScopeParam {
                        name: param.name.name.clone(),
                        is_const: matches!(kind, GenericParamKind::Const(..)),
                    }),
                }
            }
        }
        self.items.push(Rc::clone(item));
    }
}

impl Program {
    /// The scope in which a container's items are written.
    pub(crate) fn container_scope(&self, container: Container, module: ModId) -> ItemScope {
        let mut scope = ItemScope::of_module(module);
        match container {
            Container::Module(_) => {}
            Container::Impl(id) => {
                scope.self_is = SelfIs::Impl(id);
                scope.enter(&self.tables.impls[id.index()].item);
            }
            Container::Trait(id) => {
                scope.self_is = SelfIs::Trait(id);
                scope.params.push(ScopeParam { name: SmolStr::new_static("Self"), is_const: false });
                scope.enter(&self.tables.traits[id.index()].item);
            }
        }
        scope
    }

    /// The scope of a function's signature and body.
    pub(crate) fn fn_scope(&self, id: FnId) -> ItemScope {
        let entry = &self.tables.fns[id.index()];
        let mut scope = self.container_scope(entry.container, entry.module);
        scope.enter(&entry.item);
        scope.outer = Rc::clone(&entry.outer_locals);
        scope
    }

    /// The scope of a struct's or enum's fields.
    pub(crate) fn adt_scope(&self, id: AdtId) -> ItemScope {
        let entry = &self.tables.adts[id.index()];
        let mut scope = ItemScope::of_module(entry.module);
        scope.self_is = SelfIs::Adt(id);
        scope.enter(&entry.item);
        scope.outer = Rc::clone(&entry.outer_locals);
        scope
    }

    /// The generic parameters of the container of an item.
    fn container_generics(&self, container: Container) -> Generics {
        match container {
            Container::Module(_) => Generics::default(),
            Container::Impl(id) => self.impl_header(id).generics.clone(),
            Container::Trait(id) => {
                let mut generics = self.trait_def(id).generics.clone();
                // Inside a trait, `Self` implements it.
                let args = self.identity_args(&generics);
                let span = self.tables.traits[id.index()].item.name.span;
                generics.bounds.push(Predicate::Trait(TraitRef { def: id, args }, span));
                generics
            }
        }
    }

    /// Each parameter as its own argument.
    pub(crate) fn identity_args(&self, generics: &Generics) -> TyList {
        let args: Vec<Ty> = generics
            .params
            .iter()
            .enumerate()
            .map(|(i, p)| self.types.mk(TyKind::Param(i as u32, p.name.clone())))
            .collect();
        self.types.mk_list(&args)
    }

    /// Read the parameters and bounds that an item declares on top of its container's.
    fn lower_generics(&self, scope: &ItemScope, item: &Item, parent: Generics) -> Generics {
        let mut generics = parent;
        generics.parent_count = generics.params.len();
        let Some(ast) = generics_of(item) else { return generics };
        let lower = Lower::new(self, scope);
        for param in &ast.params {
            self.check_param_name(scope, ast, param);
            self.check_default_place(item, param);
        }
        for param in type_params(ast) {
            let const_ty = match &param.kind {
                GenericParamKind::Const(ty, _) => Some(lower.ty(ty)),
                _ => None,
            };
            generics.params.push(GenericParam { name: param.name.name.clone(), span: param.name.span, const_ty });
        }
        let sized = self.tables.library_trait("Sized");
        for (offset, param) in type_params(ast).enumerate() {
            let GenericParamKind::Type(bounds, _) = &param.kind else { continue };
            let index = (generics.parent_count + offset) as u32;
            let ty = self.types.mk(TyKind::Param(index, param.name.name.clone()));
            let maybe = |b: &ast::Bound| matches!(b, ast::Bound::Trait { maybe: true, .. });
            let relaxed = bounds.iter().any(maybe)
                || ast.wheres.iter().any(|w| {
                    w.bounds.iter().any(maybe) && w.ty.as_ref().is_some_and(|t| lower::is_path_to(t, &param.name.name))
                });
            if let Some(sized) = sized
                && !relaxed
            {
                let args = self.types.mk_list(&[ty]);
                generics.bounds.push(Predicate::Trait(TraitRef { def: sized, args }, param.name.span));
            }
            lower.bounds(ty, bounds, &mut generics.bounds);
        }
        for clause in &ast.wheres {
            if let Some(written) = &clause.ty {
                for bound in &clause.bounds {
                    if let ast::Bound::Trait { path, .. } = bound {
                        let free: Vec<ast::Ident> = clause
                            .binder
                            .iter()
                            .filter(|l| !wf::mentions_lifetime(written, &l.name))
                            .cloned()
                            .collect();
                        lower.check_binder(&free, path);
                    }
                }
                lower.in_binder(&clause.binder, || {
                    let ty = lower.ty(written);
                    lower.bounds(ty, &clause.bounds, &mut generics.bounds);
                });
            } else {
                for bound in &clause.bounds {
                    if let ast::Bound::Lifetime(l) = bound {
                        lower.lifetime(l);
                    }
                }
            }
        }
        generics
    }

    /// Defaults are for types and traits only.
    fn check_default_place(&self, item: &Item, param: &ast::GenericParam) {
        let (end, code) = match &param.kind {
            GenericParamKind::Type(_, Some(default)) => (default.span, Code::InvalidTypeParamDefault),
            GenericParamKind::Const(_, Some(default)) => (default.span, Code::Syntax),
            _ => return,
        };
        if matches!(item.kind, ItemKind::Fn(_) | ItemKind::Impl(_)) && param.name.span.is_user() {
            let message = "defaults for generic parameters are not allowed here";
            self.tables.report(Diagnostic::new(code, param.name.span.to(end), message).primary("no default here"));
        }
    }

    /// E0403, E0262: names of parameters.
    fn check_param_name(&self, scope: &ItemScope, own: &ast::Generics, param: &ast::GenericParam) {
        if !param.name.span.is_user() {
            return;
        }
        let name = &param.name.name;
        if matches!(param.kind, GenericParamKind::Lifetime(_)) && (name == "'static" || name == "'_") {
            let d = if name == "'static" {
                Diagnostic::new(Code::E0262, param.name.span, "invalid lifetime parameter name: `'static`")
                    .primary("'static is a reserved lifetime name")
            } else {
                Diagnostic::new(Code::E0637, param.name.span, "`'_` cannot be used here")
                    .primary("`'_` is a reserved lifetime name")
            };
            self.tables.report(d);
            return;
        }
        if let Some(first) = own.params.iter().find(|q| q.name.name == *name)
            && first.id != param.id
        {
            self.tables.report(
                Diagnostic::new(
                    Code::E0403,
                    param.name.span,
                    format!(
                        "the name `{name}` is already used for a generic parameter in this item's generic parameters"
                    ),
                )
                .primary("already used")
                .label(first.name.span, format!("first use of `{name}`")),
            );
            return;
        }
        let outer = scope.items.len().saturating_sub(1);
        for item in &scope.items[..outer] {
            let Some(generics) = generics_of(item) else { continue };
            if let Some(first) = generics.params.iter().find(|q| q.name.name == *name) {
                let d = if name.starts_with('\'') {
                    Diagnostic::new(
                        Code::E0496,
                        param.name.span,
                        format!("lifetime name `{name}` shadows a lifetime name that is already in scope"),
                    )
                    .primary(format!("lifetime `{name}` already in scope"))
                    .label(first.name.span, "first declared here")
                } else {
                    Diagnostic::new(
                        Code::E0403,
                        param.name.span,
                        format!(
                            "the name `{name}` is already used for a generic parameter in this item's generic parameters"
                        ),
                    )
                    .primary("already used")
                    .label(first.name.span, format!("first use of `{name}`"))
                };
                self.tables.report(d);
            }
        }
    }

    /// E0391.
    fn report_cycle(&self, what: &str, span: Span) {
        self.tables.report(
            Diagnostic::new(Code::E0391, span, format!("cycle detected when {what}")).primary("this depends on itself"),
        );
    }
}
