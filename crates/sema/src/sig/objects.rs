//! `dyn Trait`: the type that is written, and whether its trait allows such types.

use super::lower::Lower;
use crate::Program;
use crate::defs::{ClosureKind, Predicate, TraitRef};
use crate::gate::{self, Refused};
use crate::ids::{AliasId, FnId, TraitId};
use crate::infer::contains;
use crate::report::join_names;
use crate::traits::Violation;
use crate::ty::{AutoTraits, Ty, TyKind};
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Bound};

/// The most arguments with which a trait object can be called: the library has functions for each number.
const MAX_CALL_ARGUMENTS: usize = 8;

/// What stands for `Self` while the bounds of a `dyn Trait` are read: it is the type that they make.
const OBJECT_SELF: TyKind = TyKind::Param(u32::MAX, SmolStr::new_static("Self"));

impl Lower<'_> {
    /// `dyn A + Send + 'a`.
    pub(super) fn object_ty(&self, bounds: &[Bound]) -> Ty {
        let p = self.p;
        let object_self = p.types.mk(OBJECT_SELF);
        let mut autos = AutoTraits::default();
        let mut first_auto = None;
        let mut traits: Vec<(TraitRef, Span, &ast::Path)> = Vec::new();
        let mut bindings = Vec::new();
        let mut is_broken = false;
        let mut lifetimes = bounds.iter().filter_map(|bound| match bound {
            Bound::Lifetime(lifetime) => Some(lifetime.span),
            _ => None,
        });
        if let Some(second) = lifetimes.nth(1) {
            let message = "only a single explicit lifetime bound is permitted";
            return self.report(Diagnostic::new(Code::E0226, second, message).primary("one lifetime too many"));
        }
        for bound in bounds {
            match bound {
                Bound::Lifetime(lifetime) => self.object_lifetime(lifetime),
                Bound::Trait { maybe: true, .. } | Bound::Captures(_) => {}
                Bound::Trait { binder, path, span, .. } => {
                    self.check_binder(binder, path);
                    let read = || self.trait_ref(path, object_self, &mut bindings);
                    let Some(t) = self.in_binder(binder, read) else {
                        is_broken = true;
                        continue;
                    };
                    let entry = &p.tables.traits[t.def.index()];
                    match autos.with(&entry.name).filter(|_| !entry.is_user) {
                        Some(more) => {
                            autos = more;
                            first_auto.get_or_insert((t, *span, path));
                        }
                        None => traits.push((t, *span, path)),
                    }
                }
            }
        }
        self.check_bound_once(&bindings);
        if let [first, second, ..] = traits.as_slice() {
            return self.several_traits(first.1, second.1, &traits);
        }
        let Some((t, span, path)) = traits.first().copied().or(first_auto) else { return p.types.common.error };
        if is_broken {
            return p.types.common.error;
        }
        let entry = &p.tables.traits[t.def.index()];
        if !entry.is_user
            && ClosureKind::of_trait(&entry.name).is_some()
            && matches!(p.types.list(t.args).get(1).map(|&i| p.types.kind(i)), Some(TyKind::Tuple(l)) if p.types.list(l).len() > MAX_CALL_ARGUMENTS)
        {
            return self.report(gate::refusal(Refused::ObjectArguments, span));
        }
        if span.is_user() {
            p.tables.object_types.borrow_mut().push((t.def, span));
        }
        let bindings: Vec<_> = bindings
            .iter()
            .filter_map(|b| match b {
                Predicate::Projection(alias, args, ty, _) => Some((*alias, *args, *ty)),
                Predicate::Trait(..) => None,
            })
            .collect();
        let is_self = |k: &TyKind| *k == OBJECT_SELF;
        let names_self = p.types.list(t.args).iter().skip(1).any(|&arg| contains(p, arg, &is_self));
        match p.mk_object(t, &bindings, autos) {
            Ok(_) if names_self => self.missing_arguments(t.def, path),
            Ok(object) => object,
            Err(missing) => {
                // What is wrong with the trait is said instead.
                if p.object_violations(t.def).is_empty() {
                    self.missing_types(t.def, &missing, path)
                } else {
                    p.types.common.error
                }
            }
        }
    }

    /// E0719: an associated type that is given twice.
    fn check_bound_once(&self, bindings: &[Predicate]) {
        for (i, binding) in bindings.iter().enumerate() {
            let Predicate::Projection(alias, args, _, span) = binding else { continue };
            let first = bindings[..i].iter().find_map(|earlier| match earlier {
                Predicate::Projection(a, l, _, first) if a == alias && l == args => Some(*first),
                _ => None,
            });
            let (Some(first), Some(t)) = (first, self.p.alias_trait(*alias)) else { continue };
            let (name, trait_name) = (self.p.alias_name(*alias), &self.p.tables.traits[t.index()].name);
            let message =
                format!("the value of the associated type `{name}` in trait `{trait_name}` is already specified");
            self.report(
                Diagnostic::new(Code::E0719, *span, message)
                    .primary("re-bound here")
                    .label(first, format!("`{name}` bound here first")),
            );
        }
    }

    /// A lifetime among the bounds is no part of the type.
    fn object_lifetime(&self, lifetime: &ast::Ident) {
        let positions = self.lifetime_positions.get();
        self.lifetime(lifetime);
        if lifetime.name == "'_" {
            self.lifetime_positions.set(positions);
        }
    }

    /// E0225.
    fn several_traits(&self, first: Span, second: Span, all: &[(TraitRef, Span, &ast::Path)]) -> Ty {
        let names: Vec<&str> = all.iter().map(|t| self.p.tables.traits[t.0.def.index()].name.as_str()).collect();
        self.report(
            Diagnostic::new(Code::E0225, second, "only auto traits can be used as additional traits in a trait object")
                .primary("additional non-auto trait")
                .label(first, "first non-auto trait")
                .help(format!(
                    "consider creating a new trait with all of these as supertraits and using that trait here instead: `trait NewTrait: {} {{}}`",
                    names.join(" + ")
                )),
        )
    }

    /// E0393.
    fn missing_arguments(&self, t: TraitId, path: &ast::Path) -> Ty {
        let name = &self.p.tables.traits[t.index()].name;
        let message = format!("the default type parameters of `{name}` must be explicitly specified");
        let note = "because the parameter's default references `Self`, it must be specified on the trait object type";
        let d = Diagnostic::new(Code::E0393, path.span, message);
        self.report(d.primary("missing reference to a parameter").note(note))
    }

    /// E0191.
    fn missing_types(&self, t: TraitId, missing: &[AliasId], path: &ast::Path) -> Ty {
        let p = self.p;
        let names: Vec<String> = missing.iter().map(|&a| p.alias_name(a).to_owned()).collect();
        let what = if names.len() == 1 { "associated type" } else { "associated types" };
        let name = &p.tables.traits[t.index()].name;
        let mut d = Diagnostic::new(
            Code::E0191,
            path.span,
            format!("the value of the {what} {} in `{name}` must be specified", join_names(&names)),
        );
        for &alias in missing {
            let declared = p.tables.aliases[alias.index()].item.name.span;
            if declared.is_user() {
                d = d.label(declared, format!("`{}` defined here", p.alias_name(alias)));
            }
        }
        let has_args = path.segments.last().is_some_and(|s| s.args.is_some());
        let written: Vec<String> = missing.iter().map(|&a| format!("{} = /* Type */", p.alias_name(a))).collect();
        if !has_args {
            let at = path.span.shrink_to_hi();
            let list = format!("<{}>", written.join(", "));
            d = d.suggest(format!("specify the {what}"), at, list);
        }
        self.report(d)
    }
}

impl Program {
    /// E0038 for each `dyn Trait` whose trait does not allow it.
    pub(crate) fn check_object_types(&self) {
        let written = std::mem::take(&mut *self.tables.object_types.borrow_mut());
        let mut seen = Vec::new();
        for (t, span) in written {
            if !seen.contains(&span) {
                seen.push(span);
                let violations = self.object_violations(t);
                if !violations.is_empty() {
                    self.report_object_violations(t, span, &violations);
                }
            }
        }
    }

    /// The `dyn Trait`s within the text of an alias of a type are looked at where the alias is used.
    pub(super) fn objects_of_alias(&self, alias: AliasId, text: Span) {
        let mut written = self.tables.object_types.borrow_mut();
        let (own, others): (Vec<_>, Vec<_>) =
            written.drain(..).partition(|(_, at)| at.file == text.file && text.lo <= at.lo && at.hi <= text.hi);
        *written = others;
        if !own.is_empty() {
            let traits = own.into_iter().map(|(t, _)| t).collect();
            self.tables.alias_objects.borrow_mut().insert(alias, traits);
        }
    }

    /// An alias of a type is used.
    pub(super) fn alias_used(&self, alias: AliasId, at: Span) {
        if let Some(traits) = self.tables.alias_objects.borrow().get(&alias) {
            self.tables.object_types.borrow_mut().extend(traits.iter().map(|&t| (t, at)));
        }
    }

    fn report_object_violations(&self, t: TraitId, span: Span, violations: &[Violation]) {
        let name = &self.tables.traits[t.index()].name;
        let mut d = Diagnostic::new(Code::E0038, span, format!("the trait `{name}` is not dyn compatible"))
            .primary(format!("`{name}` is not dyn compatible"));
        let declared = self.trait_sig(t).span;
        if declared.is_user() {
            d = d.label(declared, "this trait is not dyn compatible...");
        }
        let method = |f: FnId| (self.fn_sig(f).name_span, self.tables.fns[f.index()].name.clone());
        for violation in violations {
            let (at, why) = match *violation {
                Violation::Sized(at) => (at, "it requires `Self: Sized`".to_owned()),
                Violation::SupertraitSelf(at) => (at, "it uses `Self` as a type parameter".to_owned()),
                Violation::Const(id) => {
                    let entry = &self.tables.consts[id.index()];
                    (entry.item.name.span, format!("it contains associated const `{}`", entry.name))
                }
                Violation::GenericType(alias) => {
                    let entry = &self.tables.aliases[alias.index()];
                    (entry.item.name.span, format!("it contains generic associated type `{}`", entry.name))
                }
                Violation::NoReceiver(f) => {
                    let (at, name) = method(f);
                    (at, format!("associated function `{name}` has no `self` parameter"))
                }
                Violation::Generic(f) => {
                    let (at, name) = method(f);
                    (at, format!("method `{name}` has generic type parameters"))
                }
                Violation::MentionsSelf(f) => {
                    let (at, name) = method(f);
                    (at, format!("method `{name}` references the `Self` type in its parameters or return type"))
                }
                Violation::Receiver(f) => {
                    let (at, name) = method(f);
                    (at, format!("method `{name}`'s `self` parameter cannot be dispatched on"))
                }
            };
            d = if at.is_user() {
                d.label(at, format!("...because {why}"))
            } else {
                d.note(format!("`{name}` is not dyn compatible because {why}"))
            };
        }
        self.tables.report(d.note(
            "for a trait to be dyn compatible it needs to allow building a vtable; for more information, visit <https://doc.rust-lang.org/reference/items/traits.html#dyn-compatibility>",
        ));
    }
}
