//! Associated types that paths name.

use super::super::{SelfIs, generics_of, type_params};
use super::{Lower, is_path_to};
use crate::defs::{Predicate, TraitRef};
use crate::ids::{AliasId, TraitId};
use crate::ty::{Ty, TyKind, TyList};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;
use stair_syntax::ast::{Bound, GenericParamKind, PathSegment};

impl<'a> Lower<'a> {
    /// `base::A::B`: associated types. `param` is the name where `base` is `Self` or a parameter.
    pub(super) fn assoc_path(&self, base: Ty, param: Option<&str>, segments: &[PathSegment], span: Span) -> Ty {
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
                self.assoc_args(alias, segment);
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
                self.assoc_args(alias, segment);
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
                if !binder.is_empty() && binder.iter().any(|l| crate::sig::wf::path_mentions(path, &l.name)) {
                    let message = "cannot use the associated type of a trait with uninferred generic parameters";
                    return Some(self.report(Diagnostic::new(Code::E0212, span, message).help(format!(
                        "use a fully qualified path with a lifetime: `<{param} as {}<'a>>::{name}`",
                        self.p.tables.traits[s.index()].name
                    ))));
                }
                let bound = self.trait_ref(path, base, &mut Vec::new())?;
                let args = if s == t { bound.args } else { self.supertrait_args(bound, s) };
                self.assoc_args(alias, segment);
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
    pub(super) fn supertrait_args(&self, t: TraitRef, supertrait: TraitId) -> TyList {
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

    pub(super) fn assoc_of_trait(&self, t: TraitRef, segment: &PathSegment, span: Span) -> Ty {
        for &s in self.p.supertraits(t.def).iter() {
            if let Some(alias) = self.p.assoc_type_named(s, &segment.name.name) {
                let args = if s == t.def { t.args } else { self.supertrait_args(t, s) };
                self.assoc_args(alias, segment);
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
}
