//! Whether the user's items are well-formed: what can be said of a signature without looking at bodies.

mod generic_types;
mod impls;
mod methods;
mod overlap;
mod recursive;
mod trait_impls;
mod types;

use crate::defs::Container;
use crate::gate::Refused;
use crate::ids::{AdtId, AliasId, FnId, ImplId, TraitId};
use crate::report::head_span;
use crate::sig::{generics_of, lifetime_params};
use crate::tables::FnKind;
use crate::ty::{Ty, TyKind};
use crate::{Program, gate};
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
        self.check_generic_types(id);
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
                ast::GenericArg::Type(ty) | ast::GenericArg::Binding(_, _, ty) => names_lifetime(ty, name),
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
                    ast::GenericArg::Type(t) | ast::GenericArg::Binding(_, _, t) => mentions_lifetime(t, name),
                    _ => false,
                })
            })
        })
}
