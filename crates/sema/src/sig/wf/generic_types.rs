//! Associated types with lifetimes of their own: what a trait has to say of them, and whether implementations agree.

use crate::Program;
use crate::defs::TraitRef;
use crate::gate::{Refused, refusal};
use crate::ids::{AliasId, ImplId, TraitId};
use crate::infer::Infer;
use crate::sig::lower::is_path_to;
use crate::sig::{generics_of, lifetime_params, type_params};
use crate::traits::{Goal, Select};
use crate::ty::{Flags, Ty, TyKind, TyList};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Bound, GenericArg, ItemKind};

impl Program {
    /// The associated types of a trait: type parameters are outside the subset, lifetimes need the bounds that every function
    /// implies which names the type.
    pub(super) fn check_generic_types(&self, id: TraitId) {
        let entry = &self.tables.traits[id.index()];
        let ItemKind::Trait(of) = &entry.item.kind else { return };
        for &alias in entry.types.iter().filter(|_| entry.is_user) {
            let item = &self.tables.aliases[alias.index()].item;
            let Some(generics) = generics_of(item) else { continue };
            if let (Some(span), Some(_)) = (generics.span, type_params(generics).next()) {
                self.tables.report(refusal(Refused::AssocGenerics, span));
                continue;
            }
            self.check_outlives(generics);
            let functions: Vec<&ast::Fn> = entry
                .fns
                .iter()
                .filter_map(|f| match &self.tables.fns[f.index()].item.kind {
                    ItemKind::Fn(f) => Some(&**f),
                    _ => None,
                })
                .collect();
            self.check_required_bounds(of, &functions, item, generics);
        }
    }

    /// E0261: `where Self: 'a` names lifetimes of the type or of the trait.
    fn check_outlives(&self, generics: &ast::Generics) {
        let own: Vec<&str> = lifetime_params(generics).map(|p| p.name.name.as_str()).collect();
        let bounds = generics.wheres.iter().flat_map(|clause| &clause.bounds);
        for bound in bounds {
            if let Bound::Lifetime(name) = bound
                && own.is_empty()
                && name.name != "'static"
            {
                let message = format!("use of undeclared lifetime name `{}`", name.name);
                self.tables.report(Diagnostic::new(Code::E0261, name.span, message).primary("undeclared lifetime"));
            }
        }
    }

    /// Where each function that names the type implies that `Self`, or a parameter of the trait, outlives one of its
    /// lifetimes, the type has to say so.
    fn check_required_bounds(
        &self,
        of: &ast::Trait,
        functions: &[&ast::Fn],
        item: &ast::Item,
        generics: &ast::Generics,
    ) {
        if of.bounds.iter().any(|bound| matches!(bound, Bound::Lifetime(_))) {
            return;
        }
        let mut missing: Vec<String> = Vec::new();
        let params = ["Self"].into_iter().chain(type_params(&of.generics).map(|p| p.name.name.as_str()));
        for param in params {
            for (place, lifetime) in lifetime_params(generics).enumerate() {
                let said = generics.wheres.iter().any(|clause| {
                    clause.ty.as_ref().is_some_and(|ty| is_path_to(ty, param))
                        && clause.bounds.iter().any(|b| matches!(b, Bound::Lifetime(l) if l.name == lifetime.name.name))
                });
                if !said && is_implied(functions, &item.name.name, param, place) {
                    missing.push(format!("{param}: {}", lifetime.name.name));
                }
            }
        }
        let Some(first) = missing.first() else { return };
        let bounds = if missing.len() == 1 { "bound" } else { "bounds" };
        let clause = missing.join(", ");
        let where_ = if generics.wheres.is_empty() { format!(" where {clause}") } else { format!(", {clause}") };
        let end = Span { lo: item.span.hi.saturating_sub(1), hi: item.span.hi.saturating_sub(1), ..item.span };
        let message = format!("missing required {bounds} on `{}`", item.name.name);
        self.tables.report(
            Diagnostic::new(Code::MissingRequiredBound, item.span, message)
                .primary(format!("every function that names the type implies `{first}`"))
                .suggest("add the required where clause", end, where_)
                .note("this bound is currently required to ensure that impls have maximum flexibility"),
        );
    }

    /// E0195, E0049: an implementation's associated type has the parameters of the trait's.
    pub(super) fn compare_generic_types(&self, item: &ast::Item, alias: AliasId) {
        let empty = ast::Generics::default();
        let own = generics_of(item).unwrap_or(&empty);
        let wanted = generics_of(&self.tables.aliases[alias.index()].item).unwrap_or(&empty);
        let name = &item.name.name;
        let (types, lifetimes) = (type_params(own).count(), lifetime_params(own).count());
        if types > type_params(wanted).count() {
            let message = format!(
                "associated type `{name}` has {} but its trait declaration has {}",
                crate::report::count(types, "type parameter"),
                crate::report::count(type_params(wanted).count(), "type parameter")
            );
            let found = format!("found {}", crate::report::count(types, "type parameter"));
            let span = own.span.unwrap_or(item.name.span);
            self.tables.report(Diagnostic::new(Code::E0049, span, message).primary(found));
        } else if lifetimes != lifetime_params(wanted).count() {
            let message =
                format!("lifetime parameters or bounds on associated type `{name}` do not match the trait declaration");
            let span = own.span.unwrap_or(item.name.span.shrink_to_hi());
            self.tables.report(
                Diagnostic::new(Code::E0195, span, message).primary("lifetimes do not match associated type in trait"),
            );
        }
    }
}

impl Program {
    /// E0277, E0271: the associated types of an implementation meet the bounds that the trait declares of them.
    pub(super) fn check_type_bounds(&self, id: ImplId, trait_ref: TraitRef, ast: &ast::Impl) {
        let infer = Infer::new(self);
        let env = self.elaborate(self.impl_header(id).generics.bounds.clone());
        let select = Select { infer: &infer, env: &env };
        for &(alias, ty) in self.impl_types(id).iter() {
            let name = &self.tables.aliases[alias.index()].name;
            let written = ast.items.iter().find(|item| item.name.name == *name).map(|item| &item.kind);
            let Some(ItemKind::TypeAlias(_, _, Some(written))) = written else { continue };
            if self.types.flags(ty).has(Flags::ERROR) {
                continue;
            }
            let itself = self.types.mk(TyKind::Projection(alias, trait_ref.args));
            let goals = select.instantiate(&self.alias_bounds(alias), trait_ref.args);
            let Some(unmet) = goals.iter().find(|goal| !select.is_met(goal)) else { continue };
            let known = |list: TyList| {
                let args: Vec<Ty> =
                    self.types.list(list).iter().map(|&arg| if arg == itself { ty } else { arg }).collect();
                self.types.mk_list(&args)
            };
            let error = match *unmet {
                Goal::Trait(t) => self.unmet_bound(TraitRef { def: t.def, args: known(t.args) }, written.span),
                Goal::Projection(of, args, wanted) => {
                    let projection = self.type_name(self.types.mk(TyKind::Projection(of, known(args))));
                    let wanted = self.type_name(wanted);
                    let message = format!("type mismatch resolving `{projection} == {wanted}`");
                    Diagnostic::new(Code::E0271, written.span, message).primary("type mismatch")
                }
            };
            let trait_name = &self.tables.traits[trait_ref.def.index()].name;
            self.tables.report(error.note(format!("required by a bound in `{trait_name}::{name}`")));
        }
    }
}

/// Whether each function that names the associated type implies that `param` outlives the type's lifetime at `place`.
fn is_implied(functions: &[&ast::Fn], name: &str, param: &str, place: usize) -> bool {
    let mut uses = 0;
    for f in functions {
        let mut lifetimes = Vec::new();
        let inputs = || f.params.iter().map(|p| &p.ty);
        inputs().chain(&f.ret).for_each(|ty| arguments(ty, name, place, &mut lifetimes));
        // What is elided in the result is the receiver's.
        let receiver = f.self_param.as_ref().filter(|receiver| receiver.is_ref && param == "Self");
        let receiver = receiver.map(|r| r.lifetime.as_ref().map_or("'_", |l| l.name.as_str()));
        for lifetime in &lifetimes {
            uses += 1;
            let holds = receiver == Some(lifetime)
                || (*lifetime != "'_" && inputs().any(|ty| holds_reference(ty, param, lifetime)));
            if !holds {
                return false;
            }
        }
    }
    uses > 0
}

/// Whether a type has a reference to the parameter in it, of this lifetime.
fn holds_reference(ty: &ast::Ty, param: &str, lifetime: &str) -> bool {
    let mut found = false;
    each_part(ty, &mut |part| {
        if let ast::TyKind::Ref { lifetime: Some(l), inner, .. } = &part.kind {
            found |= l.name == lifetime && is_path_to(inner, param);
        }
    });
    found
}

/// The lifetimes that stand at this place where a type names the associated type `Self::name`.
fn arguments<'t>(ty: &'t ast::Ty, name: &str, place: usize, out: &mut Vec<&'t str>) {
    each_part(ty, &mut |part| {
        if let ast::TyKind::Path(path) = &part.kind
            && let Some(segment) = path.segments.last().filter(|s| s.name.name == name)
            && (path.qself.is_some() || path.segments.len() == 2 && path.segments[0].name.name == "Self")
        {
            let lifetimes = segment.args.iter().flat_map(|args| &args.args).filter_map(|arg| match arg {
                GenericArg::Lifetime(l) => Some(l.name.as_str()),
                _ => None,
            });
            out.extend(lifetimes.skip(place).take(1));
        }
    });
}

/// A type and the types in it.
fn each_part<'t>(ty: &'t ast::Ty, see: &mut impl FnMut(&'t ast::Ty)) {
    see(ty);
    match &ty.kind {
        ast::TyKind::Ref { inner, .. } | ast::TyKind::Ptr { inner, .. } => each_part(inner, see),
        ast::TyKind::Array(inner, _) | ast::TyKind::Slice(inner) | ast::TyKind::Paren(inner) => each_part(inner, see),
        ast::TyKind::Tuple(parts) => {
            for part in parts {
                each_part(part, see);
            }
        }
        ast::TyKind::Path(path) => {
            for arg in path.segments.iter().flat_map(|s| &s.args).flat_map(|args| &args.args) {
                if let GenericArg::Type(ty) | GenericArg::Binding(_, _, ty) = arg {
                    each_part(ty, see);
                }
            }
        }
        _ => {}
    }
}
