//! Implementations as such: private types, lifetimes of the header, what can have one.

use crate::Program;
use crate::gate::Refused;
use crate::ids::ImplId;
use crate::report::head_span;
use crate::sig::{generics_of, lifetime_params};
use crate::ty::{Ty, TyKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, ItemKind};
use std::rc::Rc;

impl Program {
    pub(super) fn check_impl(&self, id: ImplId) {
        let entry = &self.tables.impls[id.index()];
        let item = Rc::clone(&entry.item);
        let ItemKind::Impl(ast) = &item.kind else { return };
        let header = self.impl_header(id);
        if ast.negative {
            self.refuse(Refused::NegativeImpl, header.span);
            return;
        }
        self.check_elided_in_header(ast);
        self.check_declared_params(&ast.generics, &header.generics);
        self.check_constrained_params(id, ast);
        let mut types = vec![(header.self_ty, ast.self_ty.span)];
        if let (Some(t), Some(path)) = (header.of_trait, &ast.of_trait) {
            types.extend(self.types.list(t.args).iter().skip(1).map(|&ty| (ty, path.span)));
        }
        self.check_types_in_signature(&types, &header.generics.bounds);
        let self_ty = header.self_ty;
        let self_error = self.types.kind(self_ty) == TyKind::Error;
        match (&ast.of_trait, entry.of_trait) {
            (None, _) => {
                if ast.is_unsafe {
                    self.tables.report(Diagnostic::new(Code::E0197, header.span, "inherent impls cannot be unsafe"));
                }
                if !self_error {
                    self.check_inherent_target(self_ty, header.span);
                }
            }
            (Some(path), Some(t)) => {
                if ast.is_unsafe {
                    self.refuse(Refused::UnsafeImpl, header.span);
                }
                let Some(trait_ref) = header.of_trait else { return };
                self.check_trait_impl(id, t, trait_ref, path, ast, self_error);
            }
            (Some(_), None) => {}
        }
        self.check_private_types(id, ast);
    }

    /// E0446: an associated type that cannot be seen wherever the trait and the types that it is implemented for can.
    fn check_private_types(&self, id: ImplId, ast: &ast::Impl) {
        let types = self.impl_types(id);
        let Some(of_trait) = self.impl_header(id).of_trait else { return };
        let of = &self.tables.traits[of_trait.def.index()];
        let mut within = if of.is_user { self.visibility(&of.item.vis, of.module) } else { None };
        let mut narrow = |module: Option<crate::ids::ModId>| match (within, module) {
            (_, None) => {}
            (None, found) => within = found,
            (Some(outer), Some(inner)) if self.tables.accessible(Some(outer), inner) => within = Some(inner),
            // Neither contains the other: nobody sees both from outside.
            (Some(_), Some(_)) => {}
        };
        for &arg in self.types.list(of_trait.args).iter() {
            self.named_types(arg, &mut |module, item| narrow(self.visibility(&item.vis, module)));
        }
        for &(alias, ty) in types.iter() {
            let name = &self.tables.aliases[alias.index()].name;
            let Some(item) = ast.items.iter().find(|item| item.name.name == *name) else { continue };
            let mut leaked: Option<(smol_str::SmolStr, Span, &str)> = None;
            self.named_types(ty, &mut |module, item| {
                let Some(visible_in) = self.visibility(&item.vis, module) else { return };
                if leaked.is_none() && within.is_none_or(|from| !self.tables.accessible(Some(visible_in), from)) {
                    let what = match visible_in == self.tables.normal_module(module) {
                        true => "private",
                        false if Some(visible_in) == self.tables.user_root => "crate-private",
                        false => "restricted",
                    };
                    leaked = Some((item.name.name.clone(), head_span(item), what));
                }
            });
            if let Some((name, declared, what)) = leaked {
                let at = Span { hi: item.name.span.hi, ..item.span };
                self.tables.report(
                    Diagnostic::new(Code::E0446, at, format!("{what} type `{name}` in public interface"))
                        .primary("can't leak private type")
                        .label(declared, format!("`{name}` declared as {what}")),
                );
            }
        }
    }

    /// From where an item of a module, or of a block in it, can be seen; `None`: from everywhere.
    fn visibility(&self, vis: &ast::Visibility, module: crate::ids::ModId) -> Option<crate::ids::ModId> {
        self.field_visibility(vis, module).map(|within| self.tables.normal_module(within))
    }

    /// The program's own types and traits that a type names, and their modules.
    fn named_types(&self, ty: Ty, found: &mut dyn FnMut(crate::ids::ModId, &ast::Item)) {
        self.types.fold(ty, &mut |t| {
            match self.types.kind(t) {
                TyKind::Adt(adt, _) if self.tables.adts[adt.index()].is_user => {
                    let entry = &self.tables.adts[adt.index()];
                    found(entry.module, &entry.item);
                }
                TyKind::Dyn(t, ..) if self.tables.traits[t.index()].is_user => {
                    let entry = &self.tables.traits[t.index()];
                    found(entry.module, &entry.item);
                }
                _ => {}
            }
            t
        });
    }

    /// E0726: `impl Trait for Ref` where `Ref` has a lifetime.
    fn check_elided_in_header(&self, ast: &ast::Impl) {
        if ast.derived.is_some() {
            return;
        }
        let mut places = Vec::new();
        self.hidden_lifetimes(&ast.self_ty, &mut places);
        for span in places {
            self.tables.report(
                Diagnostic::new(Code::E0726, span, "implicit elided lifetime not allowed here")
                    .primary("expected lifetime parameter")
                    .suggest("indicate the anonymous lifetime", span.shrink_to_hi(), "<'_>"),
            );
        }
    }

    fn hidden_lifetimes(&self, ty: &ast::Ty, out: &mut Vec<Span>) {
        match &ty.kind {
            ast::TyKind::Path(path) => {
                let Some(last) = path.segments.last() else { return };
                let adt = self.tables.adts.iter().find(|a| a.is_user && a.name == last.name.name);
                if let Some(adt) = adt
                    && last.args.is_none()
                    && path.segments.len() == 1
                    && generics_of(&adt.item).is_some_and(|g| lifetime_params(g).next().is_some())
                {
                    out.push(last.name.span);
                }
            }
            ast::TyKind::Ref { inner, .. } | ast::TyKind::Paren(inner) | ast::TyKind::Slice(inner) => {
                self.hidden_lifetimes(inner, out);
            }
            _ => {}
        }
    }

    /// E0116, E0118, E0390.
    fn check_inherent_target(&self, ty: Ty, span: Span) {
        let d = match self.types.kind(ty) {
            TyKind::Adt(adt, _) if self.tables.adts[adt.index()].is_user => return,
            TyKind::Dyn(t, ..) if self.tables.traits[t.index()].is_user => return,
            TyKind::Error => return,
            TyKind::Adt(..) | TyKind::Dyn(..) => Diagnostic::new(
                Code::E0116,
                span,
                "cannot define inherent `impl` for a type outside of the crate where the type is defined",
            )
            .primary("impl for type defined outside of crate")
            .note("define and implement a trait or new type instead"),
            TyKind::Param(..) => {
                Diagnostic::new(Code::E0118, span, "no nominal type found for inherent implementation")
                    .primary("impl requires a nominal type")
                    .note("either implement a trait on it or create a newtype to wrap it instead")
            }
            _ => {
                let d = Diagnostic::new(Code::E0390, span, "cannot define inherent `impl` for primitive types");
                match self.types.kind(ty) {
                    TyKind::Ref(inner, _) => {
                        let inner = self.type_name(inner);
                        let d = d.help("consider using an extension trait instead");
                        if matches!(self.types.kind(ty), TyKind::Ref(..)) {
                            d.note(format!("you could also try moving the reference to uses of `{inner}` (such as `self`) within the implementation"))
                        } else {
                            d
                        }
                    }
                    _ => d.help("consider using an extension trait instead"),
                }
            }
        };
        self.tables.report(d);
    }
}
