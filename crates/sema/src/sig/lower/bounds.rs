//! Bounds and the traits that they name.

use super::super::wf::{mentions_lifetime, names_lifetime};
use super::{Lower, Wanted, shown_path};
use crate::collect::names::{Ns, Res};
use crate::defs::{DefId, Predicate, TraitRef};
use crate::ty::Ty;
use stair_source::{Code, Diagnostic};
use stair_syntax::ast;
use stair_syntax::ast::{Bound, GenericArg};

impl Lower<'_> {
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
    pub(in crate::sig) fn check_binder(&self, binder: &[ast::Ident], path: &ast::Path) {
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
            let names_it = |own: &ast::GenericArgs| {
                own.args.iter().any(|arg| matches!(arg, GenericArg::Lifetime(l) if l.name == lifetime.name))
            };
            let bindings = args.args.iter().filter_map(|arg| match arg {
                // `Item<'a> = &'a T`: the lifetime is an input of the type.
                GenericArg::Binding(_, own, _) if own.as_ref().is_some_and(|own| names_it(own)) => None,
                GenericArg::Binding(name, _, ty) => Some((name.name.as_str(), name.span.to(ty.span), ty)),
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
}
