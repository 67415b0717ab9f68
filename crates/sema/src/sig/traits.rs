//! Traits, implementations and aliases of types.

use super::lower::{Elision, Lower};
use super::{SelfIs, generics_of, lifetime_params, type_params};
use crate::Program;
use crate::defs::{Container, GenericParam, Generics, ImplDef, Predicate, TraitDef, TraitRef};
use crate::ids::{AliasId, ImplId, ModId, TraitId};
use crate::tables::Query;
use crate::ty::{Ty, TyKind};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, ItemKind};
use std::rc::Rc;

impl Program {
    /// [`Program::trait_def`]
    pub(crate) fn trait_sig(&self, id: TraitId) -> &TraitDef {
        let entry = &self.tables.traits[id.index()];
        if entry.def.get().is_none() {
            let def = self.tables.guarded(Query::Trait(id), || self.lower_trait(id)).unwrap_or_else(|| {
                self.report_cycle(&format!("computing the super predicates of `{}`", entry.name), entry.item.name.span);
                self.broken_trait(id)
            });
            let _ = entry.def.set(Rc::new(def));
        }
        entry.def.get().expect("set above")
    }

    fn broken_trait(&self, id: TraitId) -> TraitDef {
        let entry = &self.tables.traits[id.index()];
        TraitDef {
            name: entry.name.clone(),
            path: entry.path.clone(),
            span: entry.item.name.span,
            generics: Generics::default(),
            fns: entry.fns.clone(),
            consts: entry.consts.clone(),
            types: entry.types.clone(),
        }
    }

    fn lower_trait(&self, id: TraitId) -> TraitDef {
        let entry = &self.tables.traits[id.index()];
        let item = Rc::clone(&entry.item);
        let mut scope = self.container_scope(Container::Trait(id), entry.module);
        scope.self_is = SelfIs::Trait(id);
        let self_param = GenericParam { name: SmolStr::new_static("Self"), span: item.name.span, const_ty: None };
        let base = Generics { params: vec![self_param], parent_count: 0, bounds: Vec::new() };
        let mut generics = self.lower_generics(&scope, &item, base);
        generics.parent_count = 0;
        if let ItemKind::Trait(ast) = &item.kind {
            let lower = Lower::new(self, &scope);
            let self_ty = self.types.mk(TyKind::Param(0, SmolStr::new_static("Self")));
            lower.bounds(self_ty, &ast.bounds, &mut generics.bounds);
        }
        TraitDef { generics, ..self.broken_trait(id) }
    }

    /// The traits that a trait requires of its implementors, all levels, itself first. By name only.
    pub(crate) fn supertraits(&self, id: TraitId) -> Rc<[TraitId]> {
        let entry = &self.tables.traits[id.index()];
        if let Some(known) = entry.supertraits.get() {
            return Rc::clone(known);
        }
        let list = self
            .tables
            .guarded(Query::Supertraits(id), || {
                let mut list = vec![id];
                let ItemKind::Trait(ast) = &entry.item.kind else { return list };
                let selfs = ast
                    .generics
                    .wheres
                    .iter()
                    .filter(|w| w.ty.as_ref().is_some_and(|t| super::lower::is_path_to(t, "Self")));
                for bound in ast.bounds.iter().chain(selfs.flat_map(|w| &w.bounds)) {
                    if let ast::Bound::Trait { path, maybe: false, .. } = bound
                        && let Some(t) = self.trait_named(entry.module, path)
                    {
                        for &t in self.supertraits(t).iter() {
                            if !list.contains(&t) {
                                list.push(t);
                            }
                        }
                    }
                }
                list
            })
            .unwrap_or_else(|| vec![id]);
        let list: Rc<[TraitId]> = Rc::from(list);
        let _ = entry.supertraits.set(Rc::clone(&list));
        list
    }

    /// The trait that a path names, without reporting anything.
    pub(crate) fn trait_named(&self, module: ModId, path: &ast::Path) -> Option<TraitId> {
        use crate::collect::names::{Ns, Res};
        match self.tables.resolve_segments(module, path.global, &path.segments, Ns::Type) {
            Ok(r) if r.used == path.segments.len() => match r.res {
                Res::Def(crate::defs::DefId::Trait(t)) => Some(t),
                _ => None,
            },
            _ => None,
        }
    }

    /// The parameters, trait and type of an implementation, without its items.
    pub(crate) fn impl_header(&self, id: ImplId) -> &ImplDef {
        let entry = &self.tables.impls[id.index()];
        if entry.def.get().is_none() {
            let def = self.tables.guarded(Query::Impl(id), || self.lower_impl(id)).unwrap_or_else(|| {
                self.report_cycle("computing an implementation's header", entry.item.span);
                self.broken_impl(id)
            });
            let _ = entry.def.set(Rc::new(def));
        }
        entry.def.get().expect("set above")
    }

    fn broken_impl(&self, id: ImplId) -> ImplDef {
        let entry = &self.tables.impls[id.index()];
        ImplDef {
            generics: Generics::default(),
            of_trait: None,
            self_ty: self.types.common.error,
            fns: entry.fns.clone(),
            consts: entry.consts.clone(),
            types: Vec::new(),
            span: entry.item.span,
            is_user: entry.is_user,
        }
    }

    fn lower_impl(&self, id: ImplId) -> ImplDef {
        let entry = &self.tables.impls[id.index()];
        let item = Rc::clone(&entry.item);
        let ItemKind::Impl(ast) = &item.kind else { return self.broken_impl(id) };
        let mut scope = self.container_scope(Container::Impl(id), entry.module);
        // The header's own bounds may say `Self` only through the type, which is read first.
        let self_ty = Lower::new(self, &scope).ty(&ast.self_ty);
        scope.known_self = Some(self_ty);
        let of_trait =
            ast.of_trait.as_ref().and_then(|path| Lower::new(self, &scope).trait_ref(path, self_ty, &mut Vec::new()));
        let mut generics = self.lower_generics(&scope, &item, Generics::default());
        generics.parent_count = 0;
        let span = ast.of_trait.as_ref().map_or(ast.self_ty.span, |t| t.span.to(ast.self_ty.span));
        let header = Span { hi: ast.self_ty.span.hi, ..item.span.to(span) };
        ImplDef { generics, of_trait, self_ty, span: header, ..self.broken_impl(id) }
    }

    /// The associated types that an implementation gives.
    pub(crate) fn impl_types(&self, id: ImplId) -> Rc<[(AliasId, Ty)]> {
        let entry = &self.tables.impls[id.index()];
        if let Some(known) = entry.assoc_types.get() {
            return Rc::clone(known);
        }
        let list = self
            .tables
            .guarded(Query::ImplTypes(id), || {
                let mut list = Vec::new();
                let Some(t) = entry.of_trait else { return list };
                let ItemKind::Impl(ast) = &entry.item.kind else { return list };
                let scope = self.container_scope(Container::Impl(id), entry.module);
                for item in &ast.items {
                    let ItemKind::TypeAlias(_, _, Some(ty)) = &item.kind else { continue };
                    let Some(alias) = self.assoc_type_named(t, &item.name.name) else { continue };
                    let mut scope = scope.clone();
                    if let Some(generics) = generics_of(item) {
                        scope.lifetimes.extend(lifetime_params(generics).map(|p| p.name.name.clone()));
                        if type_params(generics).next().is_some() {
                            // Refused where the trait declares it.
                            list.push((alias, self.types.common.error));
                            continue;
                        }
                    }
                    let lower = Lower::new(self, &scope);
                    lower.elision.set(Elision::Missing);
                    let lowered = lower.ty(ty);
                    let missing = lower.missing.take();
                    if let Some(&first) = missing.first()
                        && first.is_user()
                    {
                        self.tables.report(
                            Diagnostic::new(
                                Code::E0637,
                                first,
                                "`&` without an explicit lifetime name cannot be used here",
                            )
                            .primary("explicit lifetime name needed here"),
                        );
                    }
                    list.push((alias, lowered));
                }
                list
            })
            .unwrap_or_default();
        let list: Rc<[(AliasId, Ty)]> = Rc::from(list);
        let _ = entry.assoc_types.set(Rc::clone(&list));
        list
    }

    /// The associated type of a trait (not of its supertraits) of this name.
    pub(crate) fn assoc_type_named(&self, t: TraitId, name: &str) -> Option<AliasId> {
        self.tables.traits[t.index()].types.iter().copied().find(|a| self.tables.aliases[a.index()].name == name)
    }

    /// What is known of an associated type, or of an `impl Trait` in a function's result, through its bounds: predicates for
    /// the parameters of the trait or function, elaborated.
    pub(crate) fn alias_bounds(&self, alias: AliasId) -> Rc<[Predicate]> {
        let entry = &self.tables.aliases[alias.index()];
        if let Some(known) = entry.bounds.get() {
            return Rc::clone(known);
        }
        let (scope, count) = match (entry.opaque_of, self.alias_trait(alias)) {
            (Some(of), _) => {
                let scope = self.fn_scope(of);
                let count = scope.params.len();
                (scope, count)
            }
            (None, Some(t)) => {
                (self.container_scope(entry.container, entry.module), self.trait_sig(t).generics.params.len())
            }
            (None, None) => return Rc::from([]),
        };
        let bounds = self.tables.guarded(Query::AliasBounds(alias), || {
            let ItemKind::TypeAlias(_, bounds, _) = &entry.item.kind else { return Vec::new() };
            let params = scope.params.iter().take(count).enumerate();
            let args: Vec<Ty> =
                params.map(|(i, param)| self.types.mk(TyKind::Param(i as u32, param.name.clone()))).collect();
            let own = self.types.mk(TyKind::Projection(alias, self.types.mk_list(&args)));
            let mut out = Vec::new();
            let mut scope = scope;
            if let Some(generics) = generics_of(&entry.item) {
                scope.lifetimes.extend(lifetime_params(generics).map(|p| p.name.name.clone()));
            }
            Lower::new(self, &scope).bounds(own, bounds, &mut out);
            if let Some(sized) = self.tables.library_trait("Sized")
                && !bounds.iter().any(|b| matches!(b, ast::Bound::Trait { maybe: true, .. }))
            {
                let args = self.types.mk_list(&[own]);
                out.push(Predicate::Trait(TraitRef { def: sized, args }, entry.item.name.span));
            }
            self.elaborate(out)
        });
        let Some(bounds) = bounds else { return Rc::from([]) };
        let bounds: Rc<[Predicate]> = Rc::from(bounds);
        let _ = entry.bounds.set(Rc::clone(&bounds));
        bounds
    }

    /// Whether an alias stands for an `impl Trait` in a function's result.
    pub(crate) fn is_opaque(&self, alias: AliasId) -> bool {
        self.tables.aliases[alias.index()].opaque_of.is_some()
    }

    /// The type behind an `impl Trait`, for the parameters of its function.
    pub(crate) fn opaque_type(&self, alias: AliasId) -> Option<Ty> {
        let of = self.tables.aliases[alias.index()].opaque_of?;
        self.checked_body(of)?;
        self.tables.opaque_types.borrow().get(&alias).copied()
    }

    /// The trait to which an associated type belongs.
    pub(crate) fn alias_trait(&self, alias: AliasId) -> Option<TraitId> {
        let entry = &self.tables.aliases[alias.index()];
        match entry.container {
            _ if entry.opaque_of.is_some() => None,
            Container::Trait(t) => Some(t),
            _ => None,
        }
    }

    /// The parameters of a type alias and what it stands for.
    pub(crate) fn alias_def(&self, id: AliasId) -> Rc<(Generics, Ty)> {
        let entry = &self.tables.aliases[id.index()];
        if let Some(known) = entry.def.get() {
            return Rc::clone(known);
        }
        let def = self
            .tables
            .guarded(Query::Alias(id), || {
                let mut scope = self.container_scope(entry.container, entry.module);
                scope.enter(&entry.item);
                scope.outer = Rc::clone(&entry.outer_locals);
                let generics = self.lower_generics(&scope, &entry.item, self.container_generics(entry.container));
                let ty = match &entry.item.kind {
                    ItemKind::TypeAlias(_, _, Some(ty)) => {
                        let lower = Lower::new(self, &scope);
                        lower.elision.set(Elision::Missing);
                        let lowered = lower.ty(ty);
                        let missing = lower.missing.take();
                        if !missing.is_empty() {
                            self.report_missing_lifetimes(&missing, None);
                        }
                        if matches!(entry.container, Container::Module(_)) {
                            self.objects_of_alias(id, ty.span);
                        }
                        lowered
                    }
                    _ => self.types.common.error,
                };
                (generics, ty)
            })
            .unwrap_or_else(|| {
                self.report_cycle(&format!("expanding type alias `{}`", entry.name), entry.item.name.span);
                (Generics::default(), self.types.common.error)
            });
        let def = Rc::new(def);
        let _ = entry.def.set(Rc::clone(&def));
        def
    }

    /// Whether an implementation declares lifetimes, or has some without a name in its header.
    pub(super) fn impl_has_lifetimes(&self, container: Container) -> bool {
        let Container::Impl(id) = container else { return false };
        let ItemKind::Impl(ast) = &self.tables.impls[id.index()].item.kind else { return false };
        if ast.derived.is_some() {
            return false;
        }
        let scope = self.container_scope(container, self.tables.impls[id.index()].module);
        let lower = Lower::new(self, &scope);
        // What is wrong with the header is told where it is read.
        let before = self.tables.diagnostic_count();
        lower.ty(&ast.self_ty);
        self.tables.diagnostics.borrow_mut().truncate(before);
        lifetime_params(&ast.generics).next().is_some() || lower.lifetime_positions.get() > 0
    }
}
