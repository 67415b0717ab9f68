//! Implementations of traits: the items that they owe, whose they may be, what they overlap with.

use crate::defs::TraitRef;
use crate::ids::{ImplId, TraitId};
use crate::infer::Infer;
use crate::traits::{Goal, Select};
use crate::ty::{Flags, Ty, TyKind};
use crate::{Program, gate};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, ItemKind};

impl Program {
    pub(super) fn check_trait_impl(
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
            if let Some(alias) = self.assoc_type_named(t, name) {
                self.compare_generic_types(item, alias);
            } else {
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
            // What a trait of the library has beyond std's is for the library alone.
            let hidden = name.starts_with("__") && !trait_entry.is_user && f_entry.is_user;
            match self.tables.fn_named(&trait_entry.fns, name).filter(|_| !hidden) {
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
                self.check_type_bounds(id, trait_ref, ast);
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
            if select.is_met(&goal) {
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
}
