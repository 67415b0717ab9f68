//! Whether the user's items are well-formed: what can be said of a signature without looking at bodies.

use crate::Program;
use crate::defs::{Container, TraitRef};
use crate::gate::{self, Refused};
use crate::ids::{AdtId, AliasId, FnId, ImplId, TraitId};
use crate::infer::Infer;
use crate::report::{count, head_span, join_names};
use crate::sig::{generics_of, lifetime_params, type_params};
use crate::tables::FnKind;
use crate::traits::{Goal, Select, TypeKey, key_of};
use crate::ty::{Flags, Ty, TyKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, ItemKind};
use std::rc::Rc;

impl Program {
    fn refuse(&self, what: Refused, span: Span) {
        self.tables.report(gate::refusal(what, span));
    }

    /// Check every item of the user.
    pub(crate) fn check_items(&self) {
        for i in self.tables.traits.own() {
            self.check_trait(TraitId(i as u32));
        }
        for i in self.tables.adts.own() {
            self.check_adt(AdtId(i as u32));
        }
        self.check_recursive_types();
        for i in self.tables.aliases.own() {
            let entry = &self.tables.aliases[i];
            if matches!(entry.container, Container::Module(_)) {
                self.alias_def(AliasId(i as u32));
            }
        }
        for i in self.tables.impls.own() {
            self.check_impl(ImplId(i as u32));
        }
        self.check_duplicate_methods();
        for i in self.tables.fns.own() {
            self.check_fn_item(FnId(i as u32));
        }
    }

    fn check_fn_item(&self, id: FnId) {
        let entry = &self.tables.fns[id.index()];
        if entry.kind != FnKind::Item {
            return;
        }
        let ItemKind::Fn(f) = &entry.item.kind else { return };
        if f.is_async {
            self.refuse(Refused::Async, f.sig_span);
        }
        if f.is_unsafe {
            self.refuse(Refused::UnsafeFn, f.sig_span);
        }
        if f.is_extern {
            self.refuse(Refused::ExternFn, f.sig_span);
        }
        self.check_fn_types(id);
        self.check_bodiless_params(id);
    }

    fn check_trait(&self, id: TraitId) {
        let sig = self.trait_sig(id);
        if let Some(ast) = generics_of(&self.tables.traits[id.index()].item) {
            self.check_declared_params(ast, &sig.generics);
        }
        self.check_supertrait_cycle(id);
    }

    fn check_adt(&self, id: AdtId) {
        let entry = &self.tables.adts[id.index()];
        let item = Rc::clone(&entry.item);
        let def = self.adt_sig(id);
        if let Some(generics) = generics_of(&item) {
            self.check_declared_params(generics, &def.generics);
            self.check_unused_lifetimes(&item, generics);
            self.check_unused_params(id);
        }
        let fields: Vec<(Ty, Span)> = def.variants.iter().flat_map(|v| &v.fields).map(|f| (f.ty, f.span)).collect();
        self.check_types_in_signature(&fields, &def.generics.bounds);
        self.check_transparent(&item, def);
        for variant in &def.variants {
            for field in &variant.fields {
                if matches!(self.types.kind(field.ty), TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..)) {
                    let last_of_struct = !def.is_enum && variant.fields.last().is_some_and(|l| std::ptr::eq(l, field));
                    if last_of_struct {
                        self.refuse(Refused::UnsizedField, field.span);
                        continue;
                    }
                    let name = self.type_name(field.ty);
                    let note = if def.is_enum {
                        "no field of an enum variant may have a dynamically sized type"
                    } else {
                        "only the last field of a struct may have a dynamically sized type"
                    };
                    self.tables.report(
                        Diagnostic::new(
                            Code::E0277,
                            field.span,
                            format!("the size for values of type `{name}` cannot be known at compilation time"),
                        )
                        .primary("doesn't have a size known at compile-time")
                        .help(format!("the trait `Sized` is not implemented for `{name}`"))
                        .note(note),
                    );
                }
            }
        }
        if let ItemKind::Enum(_, variants) = &item.kind {
            if variants.is_empty()
                && let Some(attr) = item.attrs.iter().find(|a| a.path == "repr")
                && (def.repr.is_some() || def.repr_c)
            {
                self.tables.report(
                    Diagnostic::new(
                        Code::E0084,
                        attr.tokens.first().map_or(attr.span, |t| t.span),
                        "unsupported representation for zero-variant enum",
                    )
                    .label(head_span(&item), "zero-variant enum"),
                );
            }
            let has_fields = def.variants.iter().any(|v| v.shape != crate::defs::VariantShape::Unit);
            if has_fields
                && def.repr.is_none()
                && let Some(explicit) = variants.iter().find_map(|v| v.discriminant.as_ref())
            {
                let _ = explicit;
                self.tables.report(Diagnostic::new(
                    Code::E0732,
                    head_span(&item),
                    "`#[repr(inttype)]` must be specified for enums with explicit discriminants and non-unit variants",
                ));
            }
            for (i, variant) in def.variants.iter().enumerate() {
                if let Some((j, first)) =
                    def.variants[..i].iter().enumerate().find(|(_, v)| v.discriminant == variant.discriminant)
                {
                    let at = |k: usize| variants[k].discriminant.as_ref().map_or(variants[k].name.span, |e| e.span);
                    self.tables.report(
                        Diagnostic::new(
                            Code::E0081,
                            head_span(&item),
                            format!("discriminant value `{}` assigned more than once", variant.discriminant),
                        )
                        .label(at(j), format!("`{}` assigned here", first.discriminant))
                        .label(at(i), format!("`{}` assigned here", variant.discriminant)),
                    );
                    break;
                }
            }
        }
    }

    /// E0690: a transparent type with several fields that take room.
    fn check_transparent(&self, item: &ast::Item, def: &crate::defs::AdtDef) {
        let is_transparent = item.attrs.iter().any(|attr| {
            attr.path == "repr"
                && attr.tokens.iter().any(
                    |t| matches!(&t.kind, stair_syntax::token::TokenKind::Ident { name, .. } if name == "transparent"),
                )
        });
        let [variant] = def.variants.as_slice() else { return };
        if !is_transparent || variant.fields.iter().any(|field| self.types.kind(field.ty) == TyKind::Error) {
            return;
        }
        let big: Vec<Span> =
            variant.fields.iter().filter(|field| !self.takes_no_room(field.ty, 0)).map(|field| field.span).collect();
        if big.len() > 1 {
            let what = if def.is_enum { "enum" } else { "struct" };
            let needs = format!("needs at most one field with non-trivial size or alignment, but has {}", big.len());
            let mut d =
                Diagnostic::new(Code::E0690, head_span(item), format!("transparent {what} {needs}")).primary(needs);
            for span in big {
                d = d.label(span, "this field has non-zero size or requires alignment");
            }
            self.tables.report(d);
        }
    }

    /// Whether values of a type have no bytes, whatever its parameters are.
    fn takes_no_room(&self, ty: Ty, depth: u32) -> bool {
        match self.types.kind(ty) {
            TyKind::Tuple(list) => self.types.list(list).iter().all(|&t| self.takes_no_room(t, depth + 1)),
            TyKind::Array(element, len) => {
                self.types.kind(len) == TyKind::Const(0) || self.takes_no_room(element, depth + 1)
            }
            TyKind::FnDef(..) => true,
            TyKind::Adt(adt, args) if depth < 16 => {
                let def = self.adt_sig(adt);
                let is_phantom = self.tables.library_adt("PhantomData") == Some(adt);
                is_phantom
                    || matches!(def.variants.as_slice(), [only] if only
                        .fields
                        .iter()
                        .all(|field| self.takes_no_room(self.types.subst(field.ty, args), depth + 1)))
            }
            _ => false,
        }
    }

    /// E0392 for lifetimes.
    fn check_unused_lifetimes(&self, item: &ast::Item, generics: &ast::Generics) {
        for param in lifetime_params(generics) {
            let fields: Vec<&ast::Field> = match &item.kind {
                ItemKind::Struct(_, data) => fields_of(data).iter().collect(),
                ItemKind::Enum(_, variants) => variants.iter().flat_map(|v| fields_of(&v.data)).collect(),
                _ => return,
            };
            if !fields.iter().any(|f| mentions_lifetime(&f.ty, &param.name.name)) {
                let name = &param.name.name;
                self.tables.report(
                    Diagnostic::new(Code::E0392, param.name.span, format!("lifetime parameter `{name}` is never used"))
                        .primary("unused lifetime parameter")
                        .help(format!(
                            "consider removing `{name}`, referring to it in a field, or using a marker such as `PhantomData`"
                        )),
                );
            }
        }
    }

    /// E0072: types that contain themselves without a reference in between.
    fn check_recursive_types(&self) {
        let users: Vec<AdtId> =
            (0..self.tables.adts.len()).filter(|&i| self.tables.adts[i].is_user).map(|i| AdtId(i as u32)).collect();
        let mut reported: Vec<AdtId> = Vec::new();
        for &id in &users {
            if reported.contains(&id) {
                continue;
            }
            let mut path: Vec<(AdtId, Span)> = Vec::new();
            if self.contains_adt(id, id, &mut path, &mut Vec::new()) {
                let cycle: Vec<AdtId> = std::iter::once(id).chain(path.iter().skip(1).map(|p| p.0)).collect();
                let mut names: Vec<&str> = cycle.iter().map(|a| self.tables.adts[a.index()].name.as_str()).collect();
                names.dedup();
                let message = if names.len() == 1 {
                    format!("recursive type `{}` has infinite size", names[0])
                } else {
                    format!("recursive types {} have infinite size", join_names(&names))
                };
                let mut d = Diagnostic::new(Code::E0072, head_span(&self.tables.adts[id.index()].item), message);
                for (_, span) in &path {
                    d = d.label(*span, "recursive without indirection");
                }
                d = d.help("insert some indirection (e.g., a `Box`, `Rc`, or `&`) to break the cycle");
                self.tables.report(d);
                reported.extend(cycle);
                self.tables.recursive_types.set(true);
            }
        }
    }

    fn contains_adt(&self, at: AdtId, goal: AdtId, path: &mut Vec<(AdtId, Span)>, seen: &mut Vec<AdtId>) -> bool {
        if seen.contains(&at) {
            return false;
        }
        seen.push(at);
        for variant in &self.adt_sig(at).variants {
            for field in &variant.fields {
                path.push((at, field.span));
                if self.type_contains(field.ty, goal, path, seen) {
                    return true;
                }
                path.pop();
            }
        }
        false
    }

    fn type_contains(&self, ty: Ty, goal: AdtId, path: &mut Vec<(AdtId, Span)>, seen: &mut Vec<AdtId>) -> bool {
        match self.types.kind(ty) {
            TyKind::Adt(adt, _) if adt == goal => true,
            TyKind::Adt(adt, args) => {
                if self.tables.adts[adt.index()].is_user {
                    return self.contains_adt(adt, goal, path, seen);
                }
                // A library's type holds what its fields hold.
                let def = self.adt_sig(adt);
                def.variants.iter().flat_map(|v| &v.fields).any(|f| {
                    let field = self.types.subst(f.ty, args);
                    field != ty && path.len() < 64 && self.type_contains(field, goal, path, seen)
                })
            }
            TyKind::Tuple(l) => self.types.list(l).iter().any(|&t| self.type_contains(t, goal, path, seen)),
            TyKind::Array(e, _) => self.type_contains(e, goal, path, seen),
            _ => false,
        }
    }

    // Implementations.

    fn check_impl(&self, id: ImplId) {
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

    fn check_trait_impl(
        &self,
        id: ImplId,
        t: TraitId,
        trait_ref: TraitRef,
        path: &ast::Path,
        ast: &ast::Impl,
        self_error: bool,
    ) {
        let entry = &self.tables.impls[id.index()];
        let trait_entry = &self.tables.traits[t.index()];
        let header = self.impl_header(id);
        let head = header.span;
        if !trait_entry.is_user {
            match trait_entry.name.as_str() {
                "Sized" => {
                    self.tables.report(
                        Diagnostic::new(Code::E0322, head, "explicit impls for the `Sized` trait are not permitted")
                            .primary("impl of `Sized` not allowed"),
                    );
                    return;
                }
                name @ ("Send" | "Sync") if !ast.is_unsafe => self.tables.report(
                    Diagnostic::new(
                        Code::E0200,
                        head,
                        format!("the trait `{name}` requires an `unsafe impl` declaration"),
                    )
                    .note(format!("the trait `{name}` enforces invariants that the compiler can't check")),
                ),
                "Send" | "Sync" => {}
                name if ast.is_unsafe => self.tables.report(Diagnostic::new(
                    Code::E0199,
                    head,
                    format!("implementing the trait `{name}` is not unsafe"),
                )),
                _ => {}
            }
        }
        // The orphan rule.
        let local = |ty: Ty| self.is_local(ty);
        let orphan = !self_error && !trait_entry.is_user && !self.types.list(trait_ref.args).iter().any(|&a| local(a));
        if orphan {
            let self_shown = self.type_name(header.self_ty);
            let primitive = !matches!(self.types.kind(header.self_ty), TyKind::Adt(..));
            let composed = matches!(
                self.types.kind(header.self_ty),
                TyKind::Tuple(_) | TyKind::Array(..) | TyKind::Slice(_) | TyKind::Ref(..)
            );
            let d = if primitive && !composed {
                Diagnostic::new(
                    Code::E0117,
                    head,
                    "only traits defined in the current crate can be implemented for primitive types",
                )
                .label(ast.self_ty.span, format!("`{self_shown}` is not defined in the current crate"))
            } else if primitive {
                Diagnostic::new(
                    Code::E0117,
                    head,
                    "only traits defined in the current crate can be implemented for arbitrary types",
                )
                .label(ast.self_ty.span, "this is not defined in the current crate")
            } else {
                Diagnostic::new(
                    Code::E0117,
                    head,
                    "only traits defined in the current crate can be implemented for types defined outside of the crate",
                )
                .label(ast.self_ty.span, format!("`{self_shown}` is not defined in the current crate"))
            };
            self.tables.report(
                d.note("impl doesn't have any local type before any uncovered type parameters")
                    .note("define and implement a trait or new type instead"),
            );
        }
        // E0371: what the language implements already.
        if let TyKind::Dyn(object, ..) = self.types.kind(header.self_ty)
            && self.supertraits(object).contains(&t)
        {
            let shown = self.type_name(header.self_ty);
            let name = &trait_entry.name;
            let message = format!("the object type `{shown}` automatically implements the trait `{name}`");
            let label = format!("`{shown}` automatically implements trait `{name}`");
            self.tables.report(Diagnostic::new(Code::E0371, head, message).primary(label));
            return;
        }
        if self.tables.library_trait("Drop") == Some(t) {
            self.check_drop_impl(id, ast, orphan);
        }
        // Overlap with another implementation.
        if !self_error && !orphan {
            self.check_overlap(id, t, trait_ref);
        }
        // Items that are missing, or too many.
        let mut missing: Vec<String> = Vec::new();
        let kept: Vec<&ast::Item> = ast.items.iter().collect();
        for &alias in &trait_entry.types {
            let alias_entry = &self.tables.aliases[alias.index()];
            let has_default = matches!(&alias_entry.item.kind, ItemKind::TypeAlias(_, _, Some(_)));
            if !has_default && !kept.iter().any(|i| i.name.name == alias_entry.name) {
                missing.push(alias_entry.name.to_string());
            }
        }
        for &c in &trait_entry.consts {
            let c_entry = &self.tables.consts[c.index()];
            let has_default = matches!(&c_entry.item.kind, ItemKind::Const(_, Some(_)));
            if !has_default && !entry.consts.iter().any(|k| self.tables.consts[k.index()].name == c_entry.name) {
                missing.push(c_entry.name.to_string());
            }
        }
        for &f in &trait_entry.fns {
            let f_entry = &self.tables.fns[f.index()];
            if !self.trait_fn_has_body(f) && self.tables.fn_named(&entry.fns, &f_entry.name).is_none() {
                missing.push(f_entry.name.to_string());
            }
        }
        if !missing.is_empty() {
            let list = missing.iter().map(|m| format!("`{m}`")).collect::<Vec<_>>().join(", ");
            let mut d = Diagnostic::new(Code::E0046, head, format!("not all trait items implemented, missing: {list}"))
                .primary(format!("missing {list} in implementation"));
            for name in &missing {
                d = d.help(format!("implement the missing item: `{name}`"));
            }
            self.tables.report(d);
        }
        let trait_name = crate::sig::lower::shown_path(path);
        let mut seen: Vec<(&str, bool, Span)> = Vec::new();
        for item in &kept {
            let name = &item.name.name;
            if let Some((_, _, first)) = seen.iter().find(|(n, t, _)| n == name && *t) {
                self.report_duplicate_in_impl(item, *first);
            }
            seen.push((name, true, item.span));
            if self.assoc_type_named(t, name).is_none() {
                let in_trait = trait_entry.fns.iter().any(|f| self.tables.fns[f.index()].name == *name);
                let d = if in_trait {
                    Diagnostic::new(
                        Code::E0325,
                        item.span,
                        format!("item `{name}` is an associated type, which doesn't match its trait `{trait_name}`"),
                    )
                    .primary("does not match trait")
                } else {
                    Diagnostic::new(
                        Code::E0437,
                        item.span,
                        format!("type `{name}` is not a member of trait `{trait_name}`"),
                    )
                    .primary(format!("not a member of trait `{trait_name}`"))
                };
                self.tables.report(d);
            }
        }
        let mut values: Vec<(smol_str::SmolStr, Span)> = Vec::new();
        for &c in &entry.consts {
            let c_entry = &self.tables.consts[c.index()];
            let name = &c_entry.name;
            if let Some((_, first)) = values.iter().find(|(n, _)| n == name) {
                self.report_duplicate_in_impl(&c_entry.item, *first);
            }
            values.push((name.clone(), c_entry.item.span));
            match trait_entry.consts.iter().find(|k| self.tables.consts[k.index()].name == *name) {
                None => {
                    let in_trait = trait_entry.fns.iter().any(|f| self.tables.fns[f.index()].name == *name);
                    let d = if in_trait {
                        Diagnostic::new(
                            Code::E0323,
                            c_entry.item.span,
                            format!(
                                "item `{name}` is an associated const, which doesn't match its trait `{trait_name}`"
                            ),
                        )
                        .primary("does not match trait")
                    } else {
                        Diagnostic::new(
                            Code::E0438,
                            c_entry.item.span,
                            format!("const `{name}` is not a member of trait `{trait_name}`"),
                        )
                        .primary(format!("not a member of trait `{trait_name}`"))
                    };
                    self.tables.report(d);
                }
                Some(&k) => {
                    let wanted = self.subst(self.const_sig(k).ty, trait_ref.args);
                    let found = self.const_sig(c).ty;
                    if wanted != found
                        && self.types.kind(wanted) != TyKind::Error
                        && self.types.kind(found) != TyKind::Error
                    {
                        let span = match &c_entry.item.kind {
                            ItemKind::Const(ty, _) => ty.span,
                            _ => c_entry.item.span,
                        };
                        self.tables.report(
                            Diagnostic::new(
                                Code::E0326,
                                span,
                                format!("implemented const `{name}` has an incompatible type for trait"),
                            )
                            .primary(format!(
                                "expected `{}`, found `{}`",
                                self.type_name(wanted),
                                self.type_name(found)
                            )),
                        );
                    }
                }
            }
        }
        for &f in &entry.fns {
            let f_entry = &self.tables.fns[f.index()];
            let name = &f_entry.name;
            if let Some((_, first)) = values.iter().find(|(n, _)| n == name) {
                self.report_duplicate_in_impl(&f_entry.item, *first);
            }
            values.push((name.clone(), f_entry.item.span));
            if let ItemKind::Fn(f) = &f_entry.item.kind
                && f.is_const
                && ast.derived.is_none()
            {
                let keyword = Span { hi: f.sig_span.lo + "const".len() as u32, ..f.sig_span };
                self.tables.report(
                    Diagnostic::new(Code::E0379, keyword, "functions in trait impls cannot be declared const")
                        .primary("functions in trait impls cannot be const"),
                );
            }
            match self.tables.fn_named(&trait_entry.fns, name) {
                None => {
                    let is_type = self.assoc_type_named(t, name).is_some();
                    let is_const = trait_entry.consts.iter().any(|k| self.tables.consts[k.index()].name == *name);
                    let d = if is_type || is_const {
                        Diagnostic::new(
                            Code::E0324,
                            f_entry.item.span,
                            format!(
                                "item `{name}` is an associated function, which doesn't match its trait `{trait_name}`"
                            ),
                        )
                        .primary("does not match trait")
                    } else {
                        let item_span = f_entry.item.span;
                        // Rust's trait may have a method that ours lacks.
                        if !trait_entry.is_user && gate::std_trait_item(&trait_entry.name, name) {
                            gate::std_item(&format!("`{trait_name}::{name}`"), f_entry.item.name.span)
                        } else {
                            Diagnostic::new(
                                Code::E0407,
                                item_span,
                                format!("method `{name}` is not a member of trait `{trait_name}`"),
                            )
                            .primary(format!("not a member of trait `{trait_name}`"))
                        }
                    };
                    self.tables.report(d);
                }
                Some(g) => {
                    if ast.derived.is_none() {
                        self.compare_methods(f, g, id, trait_ref, &trait_name);
                    }
                }
            }
        }
        // What the trait requires of its implementors.
        if !self_error {
            let is_copy = trait_entry.name == "Copy" && !trait_entry.is_user;
            let is_settled = is_copy
                && (self.check_copy_has_no_destructor(header.self_ty, ast)
                    || self.check_copy_impl(header.self_ty, ast));
            if !is_settled {
                self.check_supertraits(id, t, trait_ref, ast);
            }
        }
    }

    fn report_duplicate_in_impl(&self, item: &ast::Item, first: Span) {
        let n = &item.name.name;
        self.tables.report(
            Diagnostic::new(Code::E0201, item.span, format!("duplicate definitions with name `{n}`:"))
                .primary("duplicate definition")
                .label(first, "previous definition here"),
        );
    }

    fn is_local(&self, ty: Ty) -> bool {
        match self.types.kind(ty) {
            TyKind::Adt(adt, _) => {
                self.tables.adts[adt.index()].is_user || self.boxed(ty).is_some_and(|inner| self.is_local(inner))
            }
            TyKind::Dyn(t, ..) => self.tables.traits[t.index()].is_user,
            TyKind::Ref(inner, _) => self.is_local(inner),
            TyKind::Error => true,
            _ => false,
        }
    }

    /// E0119.
    fn check_overlap(&self, id: ImplId, t: TraitId, trait_ref: TraitRef) {
        let empty = Vec::new();
        for &other in self.tables.trait_impls.get(&t).unwrap_or(&empty) {
            if other.0 >= id.0 {
                continue;
            }
            let infer = Infer::new(self);
            let select = Select { infer: &infer, env: &[] };
            let own = self.impl_header(id);
            let broken = |l: crate::ty::TyList| self.types.list_flags(l).has(Flags::ERROR);
            if broken(trait_ref.args) || self.impl_header(other).of_trait.is_some_and(|r| broken(r.args)) {
                continue;
            }
            let vars: Vec<Ty> = own.generics.params.iter().map(|p| infer.new_var(p.span)).collect();
            let args = self.types.subst_list(trait_ref.args, self.types.mk_list(&vars));
            let Some(other_args) = select.match_impl(other, args) else { continue };
            let bounds = &self.impl_header(other).generics.bounds;
            if !select.instantiate(bounds, other_args).iter().all(|g| select.may_hold(g, 0)) {
                continue;
            }
            let other_entry = &self.tables.impls[other.index()];
            let shown = crate::display::trait_name(self, trait_ref);
            let self_shown = self.type_name(own.self_ty);
            let mut d = Diagnostic::new(
                Code::E0119,
                own.span,
                format!("conflicting implementations of trait `{shown}` for type `{self_shown}`"),
            );
            if other_entry.is_user {
                // What is derived counts as later than what is written.
                let derived = match &other_entry.item.kind {
                    ItemKind::Impl(imp) => imp.derived,
                    _ => None,
                };
                let (second, first) = match derived {
                    Some(entry) => (entry, own.span),
                    None => (own.span, self.impl_header(other).span),
                };
                d = Diagnostic::new(Code::E0119, second, d.message)
                    .primary(format!("conflicting implementation for `{self_shown}`"))
                    .label(first, "first implementation here");
            } else {
                d = d.note(format!(
                    "conflicting implementation in crate `core`: `impl {shown} for {}`",
                    self.type_name(self.impl_header(other).self_ty)
                ));
            }
            self.tables.report(d);
            return;
        }
    }

    /// E0277 for supertraits and other requirements.
    fn check_supertraits(&self, id: ImplId, t: TraitId, trait_ref: TraitRef, ast: &ast::Impl) {
        let infer = Infer::new(self);
        let env = self.elaborate(self.impl_header(id).generics.bounds.clone());
        let select = Select { infer: &infer, env: &env };
        let bounds = &self.trait_sig(t).generics.bounds;
        for goal in select.instantiate(bounds, trait_ref.args) {
            let Goal::Trait(required) = goal else { continue };
            if select.holds(&goal) {
                continue;
            }
            let self_shown = self.type_name(self.types.list(required.args)[0]);
            // What is derived for a type is told at the type's name.
            let self_adt = match self.types.kind(self.types.list(trait_ref.args)[0]) {
                TyKind::Adt(adt, _) if ast.derived.is_some() => Some(adt),
                _ => None,
            };
            let span = self_adt.map_or(ast.self_ty.span, |adt| self.tables.adts[adt.index()].item.name.span);
            let trait_name = &self.tables.traits[t.index()].name;
            let required_name = self.tables.traits[required.def.index()].name.as_str();
            let d = self.unmet_bound(required, span);
            let d = d.note(format!("required by a bound in `{trait_name}`"));
            self.tables.report(match ast.derived {
                Some(derive) => d
                    .label(derive, "in this derive macro expansion")
                    .help(format!("consider annotating `{self_shown}` with `#[derive({required_name})]`")),
                None => d,
            });
        }
    }

    /// E0204.
    fn check_copy_impl(&self, ty: Ty, ast: &ast::Impl) -> bool {
        let TyKind::Adt(adt, args) = self.types.kind(ty) else { return false };
        let def = self.adt_sig(adt);
        let mut bad: Vec<Span> = Vec::new();
        for field in def.variants.iter().flat_map(|v| &v.fields) {
            let field_ty = self.subst(field.ty, args);
            let generic = self.types.flags(field_ty).has(Flags::PARAM.and(Flags::ERROR));
            if matches!(self.types.kind(field_ty), TyKind::Error) {
                // A type that was refused: whether it is `Copy` is not known.
                return true;
            }
            if !generic && !self.is_copy(field_ty) {
                bad.push(field.span);
            }
        }
        if !bad.is_empty() {
            let span =
                if ast.derived.is_some() { self.tables.adts[adt.index()].item.name.span } else { ast.self_ty.span };
            let mut d = Diagnostic::new(Code::E0204, span, "the trait `Copy` cannot be implemented for this type");
            for field in bad {
                d = d.label(field, "this field does not implement `Copy`");
            }
            self.tables.report(d);
            return true;
        }
        false
    }

    /// E0049, E0050, E0053, E0185, E0186, E0195: a method against its trait's.
    fn compare_methods(&self, f: FnId, g: FnId, id: ImplId, trait_ref: TraitRef, trait_name: &str) {
        let (fs, gs) = (self.fn_sig(f), self.fn_sig(g));
        let (fe, ge) = (&self.tables.fns[f.index()], &self.tables.fns[g.index()]);
        let (ItemKind::Fn(fa), ItemKind::Fn(ga)) = (&fe.item.kind, &ge.item.kind) else { return };
        let name = &fe.name;
        if fs.has_self && !gs.has_self {
            let span = fa.sig_span;
            let mut d = Diagnostic::new(
                Code::E0185,
                span,
                format!("method `{name}` has a `{}` declaration in the impl, but not in the trait", receiver_text(fa)),
            )
            .primary(format!("`{}` used in impl", receiver_text(fa)));
            if ge.item.span.is_user() {
                d = d.label(ga.sig_span, format!("trait method declared without `{}`", receiver_text(fa)));
            }
            self.tables.report(d);
            return;
        }
        if !fs.has_self && gs.has_self {
            let mut d = Diagnostic::new(
                Code::E0186,
                fa.sig_span,
                format!("method `{name}` has a `{}` declaration in the trait, but not in the impl", receiver_text(ga)),
            )
            .primary(format!("expected `{}` in impl", receiver_text(ga)));
            if ge.item.span.is_user() {
                d = d.label(ga.sig_span, format!("`{}` used in trait", receiver_text(ga)));
            }
            self.tables.report(d);
            return;
        }
        let (fl, gl) = (lifetime_params(&fa.generics).count(), lifetime_params(&ga.generics).count());
        let (ft, gt) = (type_params(&fa.generics).count(), type_params(&ga.generics).count());
        if ft != gt {
            self.tables.report(
                Diagnostic::new(
                    Code::E0049,
                    fa.generics.span.unwrap_or(fe.item.name.span.shrink_to_hi()),
                    format!(
                        "{} `{name}` has {} but its trait declaration has {}",
                        if fs.has_self { "method" } else { "associated function" },
                        count(ft, "type parameter"),
                        count(gt, "type parameter")
                    ),
                )
                .primary(format!("found {}", count(ft, "type parameter"))),
            );
            return;
        }
        if self.compare_impl_params(fa, ga, name) {
            return;
        }
        // Late-bound lifetimes may differ in how they are written; only their number is compared, and that of those with bounds,
        // which are bound early.
        let early = |f: &ast::Fn| {
            let bounded =
                |p: &&ast::GenericParam| matches!(&p.kind, ast::GenericParamKind::Lifetime(b) if !b.is_empty());
            lifetime_params(&f.generics).filter(bounded).count()
                + f.generics.wheres.iter().filter(|w| w.lifetime.is_some()).count()
        };
        if (fl != gl && fl > 0 && gl > 0) || (fl == gl && early(fa) != early(ga)) {
            self.tables.report(
                Diagnostic::new(
                    Code::E0195,
                    fa.generics.span.unwrap_or(fe.item.name.span),
                    format!("lifetime parameters or bounds on method `{name}` do not match the trait declaration"),
                )
                .primary("lifetimes do not match method in trait"),
            );
        }
        let (fp, gp) = (crate::display::visible_params(self, f), crate::display::visible_params(self, g));
        if fp.len() != gp.len() {
            let span = fa.params.first().map_or(fe.item.name.span, |first| {
                fa.params.last().map_or(first.span, |last| first.span.to(last.span))
            });
            let span = match &fa.self_param {
                Some(s) if fa.params.is_empty() => s.span,
                Some(s) => s.span.to(span),
                None => span,
            };
            self.tables.report(
                Diagnostic::new(
                    Code::E0050,
                    span,
                    format!(
                        "method `{name}` has {} but the declaration in trait `{trait_name}::{name}` has {}",
                        count(fp.len(), "parameter"),
                        gp.len()
                    ),
                )
                .primary(format!("expected {}, found {}", count(gp.len(), "parameter"), fp.len())),
            );
            return;
        }
        // The trait's types, with the implementation's in place of `Self` and the parameters.
        let impl_params = self.impl_header(id).generics.params.len();
        let mut args: Vec<Ty> = self.types.list(trait_ref.args).to_vec();
        for (i, param) in fs.generics.params.iter().enumerate().skip(impl_params) {
            args.push(self.types.mk(TyKind::Param(i as u32, param.name.clone())));
        }
        let args = self.types.mk_list(&args);
        let infer = Infer::new(self);
        let env = fs.generics.bounds.clone();
        let select = Select { infer: &infer, env: &env };
        let mut ignored = Vec::new();
        let mut normal = |ty: Ty| select.normalize(ty, &mut ignored, 0);
        for (i, (&a, &b)) in fp.iter().zip(gp).enumerate() {
            let wanted = normal(self.types.subst(b, args));
            let found = normal(a);
            if infer.unify(wanted, found) {
                continue;
            }
            let skip = usize::from(fa.self_param.is_some());
            let span = match &fa.self_param {
                Some(s) if i == 0 => s.span,
                _ => fa.params.get(i - skip).map_or(fe.item.name.span, |p| p.ty.span),
            };
            self.incompatible_method(name, span, wanted, found, fp, gp, fs.ret, gs.ret, args);
            return;
        }
        let wanted = normal(self.types.subst(gs.ret, args));
        let found = normal(fs.ret);
        if !infer.unify(wanted, found) {
            let span = fa.ret.as_ref().map_or(Span { lo: fa.sig_span.hi, ..fa.sig_span }, |r| r.span);
            let span = if span.is_empty() { fa.sig_span } else { span };
            self.incompatible_method(name, span, wanted, found, fp, gp, fs.ret, gs.ret, args);
            return;
        }
        self.check_method_bounds(f, g, trait_ref.args);
    }

    /// E0643: `impl Trait` in one of the signatures where the other has a named parameter; whether it is so.
    fn compare_impl_params(&self, fa: &ast::Fn, ga: &ast::Fn, name: &str) -> bool {
        let is_impl = |p: &ast::GenericParam| crate::expand::is_impl_param(&p.name.name);
        let mut pairs = type_params(&fa.generics).zip(type_params(&ga.generics));
        let Some((own, declared)) = pairs.find(|(own, declared)| is_impl(own) != is_impl(declared)) else {
            return false;
        };
        let (expected, found) = match is_impl(own) {
            true => ("generic parameter", "`impl Trait`"),
            false => ("`impl Trait`", "generic parameter"),
        };
        let message = format!("method `{name}` has incompatible signature for trait");
        let mut d =
            Diagnostic::new(Code::E0643, own.name.span, message).primary(format!("expected {expected}, found {found}"));
        if declared.name.span.is_user() {
            d = d.label(declared.name.span, "declaration in trait here");
        }
        self.tables.report(d);
        true
    }

    #[allow(clippy::too_many_arguments, reason = "both signatures are shown")]
    fn incompatible_method(
        &self,
        name: &str,
        span: Span,
        wanted: Ty,
        found: Ty,
        fp: &[Ty],
        gp: &[Ty],
        fr: Ty,
        gr: Ty,
        args: crate::ty::TyList,
    ) {
        let signature = |params: Vec<Ty>, ret: Ty| {
            let mut list = params;
            list.push(ret);
            let ty = self.types.mk(TyKind::FnPtr(self.types.mk_list(&list)));
            self.type_name(ty)
        };
        let expected = signature(gp.iter().map(|&t| self.subst(t, args)).collect(), self.subst(gr, args));
        let actual = signature(fp.to_vec(), fr);
        let label = if let (TyKind::Ref(a, true), TyKind::Ref(b, false)) | (TyKind::Ref(a, false), TyKind::Ref(b, true)) =
            (self.types.kind(wanted), self.types.kind(found))
            && a == b
        {
            "types differ in mutability".to_owned()
        } else {
            format!("expected `{}`, found `{}`", self.type_name(wanted), self.type_name(found))
        };
        self.tables.report(
            Diagnostic::new(Code::E0053, span, format!("method `{name}` has an incompatible type for trait"))
                .primary(label)
                .note(format!("expected signature `{expected}`\n   found signature `{actual}`")),
        );
    }

    /// E0592: inherent items of the same name for the same type.
    fn check_duplicate_methods(&self) {
        let mut keys: Vec<(TypeKey, &Vec<ImplId>)> = self.tables.inherent_impls.iter().map(|(k, v)| (*k, v)).collect();
        keys.sort_by_key(|(k, _)| *k);
        for (_, impls) in keys {
            let mut seen: Vec<(smol_str::SmolStr, ImplId, Span)> = Vec::new();
            let mut reported: Vec<smol_str::SmolStr> = Vec::new();
            for &id in impls.iter().filter(|i| self.tables.impls[i.index()].is_user) {
                let entry = &self.tables.impls[id.index()];
                let fns = entry.fns.iter().map(|f| &self.tables.fns[f.index()].item);
                let consts = entry.consts.iter().map(|c| &self.tables.consts[c.index()].item);
                for item in fns.chain(consts) {
                    let name = &item.name;
                    let clash = seen
                        .iter()
                        .find(|(n, other, _)| *n == name.name && (*other == id || self.impls_overlap(*other, id)));
                    if let Some((_, other, first)) = clash {
                        // Within one implementation the second is at fault, across two the first.
                        let (at, beside) =
                            if *other == id { (head_span(item), *first) } else { (*first, head_span(item)) };
                        let n = &name.name;
                        if !reported.contains(n) {
                            reported.push(n.clone());
                            self.tables.report(
                                Diagnostic::new(Code::E0592, at, format!("duplicate definitions with name `{n}`"))
                                    .primary(format!("duplicate definitions for `{n}`"))
                                    .label(beside, format!("other definition for `{n}`")),
                            );
                        }
                    }
                    seen.push((name.name.clone(), id, head_span(item)));
                }
            }
        }
    }

    fn impls_overlap(&self, a: ImplId, b: ImplId) -> bool {
        let infer = Infer::new(self);
        let fresh = |id: ImplId| {
            let header = self.impl_header(id);
            let vars: Vec<Ty> = header.generics.params.iter().map(|p| infer.new_var(p.span)).collect();
            self.types.subst(header.self_ty, self.types.mk_list(&vars))
        };
        let (x, y) = (fresh(a), fresh(b));
        infer.unify(x, y)
    }

    /// Work out which implementation is of which trait and for which kind of type, for those from `first` on.
    pub(crate) fn index_impls(&mut self, first: usize) {
        let mut of_traits = Vec::new();
        for i in first..self.tables.impls.len() {
            let entry = &self.tables.impls[i];
            if let ItemKind::Impl(ast) = &entry.item.kind
                && let Some(path) = &ast.of_trait
            {
                of_traits.push((i, self.trait_named(entry.module, path)));
            }
        }
        for (i, t) in of_traits {
            self.tables.impls[i].of_trait = t;
            if let Some(t) = t {
                self.tables.trait_impls.entry(t).push(ImplId(i as u32));
            }
        }
        let mut inherent = Vec::new();
        for i in first..self.tables.impls.len() {
            let entry = &self.tables.impls[i];
            if matches!(&entry.item.kind, ItemKind::Impl(ast) if ast.of_trait.is_none()) {
                let id = ImplId(i as u32);
                if let Some(key) = key_of(self, self.impl_header(id).self_ty) {
                    inherent.push((key, id));
                }
            }
        }
        for (key, id) in inherent {
            self.tables.inherent_impls.entry(key).push(id);
        }
    }
}

fn receiver_text(f: &ast::Fn) -> &'static str {
    match &f.self_param {
        Some(s) if s.is_ref && s.is_mut => "&mut self",
        Some(s) if s.is_ref => "&self",
        _ => "self",
    }
}

fn fields_of(data: &ast::VariantData) -> &[ast::Field] {
    match data {
        ast::VariantData::Named(f) | ast::VariantData::Tuple(f) => f,
        ast::VariantData::Unit => &[],
    }
}

/// Whether a lifetime is certainly used within a type; what bounds in it mention is not looked at.
pub(crate) fn names_lifetime(ty: &ast::Ty, name: &str) -> bool {
    match &ty.kind {
        ast::TyKind::ImplTrait(_) | ast::TyKind::DynTrait(_) => false,
        ast::TyKind::Ref { lifetime, inner, .. } => {
            lifetime.as_ref().is_some_and(|l| l.name == name) || names_lifetime(inner, name)
        }
        ast::TyKind::Slice(inner) | ast::TyKind::Paren(inner) | ast::TyKind::Array(inner, _) => {
            names_lifetime(inner, name)
        }
        ast::TyKind::Tuple(elements) => elements.iter().any(|element| names_lifetime(element, name)),
        ast::TyKind::Path(path) => {
            path.segments.iter().filter_map(|s| s.args.as_ref()).flat_map(|a| &a.args).any(|arg| match arg {
                ast::GenericArg::Lifetime(l) => l.name == name,
                ast::GenericArg::Type(ty) | ast::GenericArg::Binding(_, ty) => names_lifetime(ty, name),
                _ => false,
            })
        }
        _ => false,
    }
}

/// Whether a lifetime is used within a type.
pub(crate) fn mentions_lifetime(ty: &ast::Ty, name: &str) -> bool {
    match &ty.kind {
        ast::TyKind::Ref { lifetime, inner, .. } => {
            lifetime.as_ref().is_some_and(|l| l.name == name) || mentions_lifetime(inner, name)
        }
        ast::TyKind::Path(path) => path_mentions(path, name),
        ast::TyKind::Ptr { inner, .. }
        | ast::TyKind::Array(inner, _)
        | ast::TyKind::Slice(inner)
        | ast::TyKind::Paren(inner) => mentions_lifetime(inner, name),
        ast::TyKind::Tuple(ts) => ts.iter().any(|t| mentions_lifetime(t, name)),
        ast::TyKind::Fn { params, ret, .. } => {
            params.iter().any(|t| mentions_lifetime(t, name))
                || ret.as_ref().is_some_and(|t| mentions_lifetime(t, name))
        }
        // Bounds may mention anything: they are refused elsewhere.
        ast::TyKind::ImplTrait(_) | ast::TyKind::DynTrait(_) => true,
        _ => false,
    }
}

pub(crate) fn path_mentions(path: &ast::Path, name: &str) -> bool {
    let in_self = path.qself.as_ref().is_some_and(|q| {
        mentions_lifetime(&q.ty, name) || q.trait_path.as_ref().is_some_and(|t| path_mentions(t, name))
    });
    in_self
        || path.segments.iter().any(|s| {
            s.args.as_ref().is_some_and(|a| {
                a.args.iter().any(|arg| match arg {
                    ast::GenericArg::Lifetime(l) => l.name == name,
                    ast::GenericArg::Type(t) | ast::GenericArg::Binding(_, t) => mentions_lifetime(t, name),
                    _ => false,
                })
            })
        })
}
