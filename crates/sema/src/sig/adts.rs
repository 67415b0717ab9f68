//! Structs and enums: their fields, variants and representation.

use super::ItemScope;
use super::lower::{Elision, Lower};
use crate::Program;
use crate::collect::shape_of;
use crate::defs::{AdtDef, FieldDef, Generics, VariantDef};
use crate::ids::{AdtId, ModId};
use crate::tables::Query;
use crate::ty::{IntTy, TyKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Item, ItemKind, VariantData};
use stair_syntax::token::TokenKind;
use std::rc::Rc;

impl Program {
    /// [`Program::adt_def`]
    pub(crate) fn adt_sig(&self, id: AdtId) -> &AdtDef {
        let entry = &self.tables.adts[id.index()];
        if entry.def.get().is_none() {
            let def = self.tables.guarded(Query::Adt(id), || self.lower_adt(id)).unwrap_or_else(|| {
                self.report_cycle(&format!("computing the layout of `{}`", entry.name), entry.item.name.span);
                self.broken_adt(id)
            });
            let _ = entry.def.set(Rc::new(def));
        }
        entry.def.get().expect("set above")
    }

    fn broken_adt(&self, id: AdtId) -> AdtDef {
        let entry = &self.tables.adts[id.index()];
        let variants = entry
            .variants
            .iter()
            .map(|(name, shape, span)| VariantDef {
                name: name.clone(),
                span: *span,
                shape: *shape,
                fields: Vec::new(),
                discriminant: 0,
            })
            .collect();
        AdtDef {
            name: entry.name.clone(),
            path: entry.path.clone(),
            span: entry.item.name.span,
            is_enum: entry.is_enum,
            generics: Generics::default(),
            variants,
            repr: None,
            repr_c: false,
            is_user: entry.is_user,
        }
    }

    fn lower_fields(&self, scope: &ItemScope, data: &VariantData, public: bool) -> Vec<FieldDef> {
        let fields = match data {
            VariantData::Named(f) | VariantData::Tuple(f) => f.as_slice(),
            VariantData::Unit => &[],
        };
        let named = matches!(data, VariantData::Named(_));
        let mut out: Vec<FieldDef> = Vec::new();
        for field in fields {
            let lower = Lower::new(self, scope);
            lower.elision.set(Elision::Missing);
            lower.within.set(if public { "enums" } else { "structs" });
            let ty = lower.ty(&field.ty);
            let missing = lower.missing.take();
            if !missing.is_empty() {
                self.report_missing_lifetimes(&missing, None);
            }
            if named && let Some(previous) = out.iter().find(|f| f.name == field.name.name) {
                let n = &field.name.name;
                self.tables.report(
                    Diagnostic::new(Code::E0124, field.name.span, format!("field `{n}` is already declared"))
                        .primary("field already declared")
                        .label(previous.span, format!("`{n}` first declared here")),
                );
            }
            let visible_in = if public { None } else { self.field_visibility(&field.vis, scope.module) };
            let span = if named { field.name.span } else { field.ty.span };
            out.push(FieldDef { name: field.name.name.clone(), span, ty, visible_in });
        }
        out
    }

    pub(super) fn field_visibility(&self, vis: &ast::Visibility, module: ModId) -> Option<ModId> {
        match vis {
            ast::Visibility::Public(_) => None,
            ast::Visibility::Inherited => Some(module),
            ast::Visibility::Restricted(_, path) => {
                match self.tables.resolve_segments(module, path.global, &path.segments, crate::collect::names::Ns::Type)
                {
                    Ok(r) => match r.res {
                        crate::collect::names::Res::Def(crate::defs::DefId::Mod(m)) => Some(m),
                        _ => Some(module),
                    },
                    Err(_) => Some(module),
                }
            }
        }
    }

    /// What is wrong with a type's representations taken together: E0565, E0566, E0692, E0731, E0517.
    fn check_repr(&self, item: &Item) {
        let is_list = |a: &&ast::Attr| a.path == "repr" && a.input == ast::AttrInput::List;
        let tokens = || item.attrs.iter().filter(is_list).flat_map(|a| &a.tokens);
        let mut hints: Vec<(&str, Span)> = Vec::new();
        for token in tokens() {
            match &token.kind {
                TokenKind::Ident { name, .. } => hints.push((name, token.span)),
                TokenKind::Literal { .. } if !hints.iter().any(|h| matches!(h.0, "align" | "packed")) => {
                    self.tables.report(
                        Diagnostic::new(Code::E0565, token.span, "meta item in `repr` must be an identifier")
                            .help("representations are written without quotes: `#[repr(C)]`"),
                    );
                }
                _ => {}
            }
        }
        let ints = || hints.iter().filter(|h| IntTy::ALL.into_iter().any(|i| i.as_str() == h.0));
        let transparent = hints.iter().find(|h| h.0 == "transparent");
        if let Some(&(_, span)) = transparent
            && hints.iter().any(|h| h.0 != "transparent")
        {
            let what = if matches!(item.kind, ItemKind::Enum(..)) { "enum" } else { "struct" };
            self.tables.report(Diagnostic::new(
                Code::E0692,
                span,
                format!("transparent {what} cannot have other repr hints"),
            ));
        } else if let Some(&(first, span)) = ints().next()
            && (ints().any(|h| h.0 != first)
                || hints.iter().any(|h| h.0 == "C")
                    && matches!(&item.kind, ItemKind::Enum(_, variants)
                        if variants.iter().all(|v| matches!(v.data, VariantData::Unit))))
        {
            self.tables.report(
                Diagnostic::new(Code::E0566, span, "conflicting representation hints")
                    .help("keep the one that is meant"),
            );
        }
        match &item.kind {
            ItemKind::Enum(_, variants) if transparent.is_some() && variants.len() != 1 => {
                self.tables.report(
                    Diagnostic::new(
                        Code::E0731,
                        item.name.span,
                        format!("transparent enum needs exactly one variant, but has {}", variants.len()),
                    )
                    .primary(format!("needs exactly one variant, but has {}", variants.len())),
                );
            }
            ItemKind::Struct(..) => {
                if let Some(&(_, span)) = ints().next() {
                    self.tables.report(
                        Diagnostic::new(Code::E0517, span, "attribute should be applied to an enum")
                            .primary("not an enum")
                            .label(item.name.span, "a struct"),
                    );
                }
            }
            _ => {}
        }
    }

    fn lower_adt(&self, id: AdtId) -> AdtDef {
        let entry = &self.tables.adts[id.index()];
        let item = Rc::clone(&entry.item);
        let scope = self.adt_scope(id);
        let generics = self.lower_generics(&scope, &item, Generics::default());
        let mut def = AdtDef { generics, ..self.broken_adt(id) };
        if entry.is_user {
            self.check_repr(&item);
        }
        for attr in item.attrs.iter().filter(|a| a.path == "repr") {
            for token in &attr.tokens {
                let TokenKind::Ident { name, .. } = &token.kind else { continue };
                match name.as_str() {
                    "C" => def.repr_c = true,
                    "transparent" | "Rust" => {}
                    "packed" | "align" | "simd" | "i128" | "u128" => {
                        if entry.is_user {
                            self.tables.report(
                                Diagnostic::new(
                                    Code::S0022,
                                    attr.span,
                                    format!("the attribute `repr({name})` is outside the subset"),
                                )
                                .primary("not supported yet"),
                            );
                        }
                    }
                    other => match IntTy::ALL.into_iter().find(|i| i.as_str() == other) {
                        Some(int) => def.repr = Some(int),
                        None => {
                            if entry.is_user {
                                self.tables.report(
                                    Diagnostic::new(Code::E0552, token.span, "unrecognized representation hint")
                                        .help("valid reprs are `Rust` (default), `C`, `align`, `packed`, `transparent`, `simd`, `i8`, `u8`, `i16`, `u16`, `i32`, `u32`, `i64`, `u64`, `i128`, `u128`, `isize`, `usize`"),
                                );
                            }
                        }
                    },
                }
            }
        }
        match &item.kind {
            ItemKind::Struct(_, data) => def.variants[0].fields = self.lower_fields(&scope, data, false),
            ItemKind::Enum(_, variants) => {
                let mut next: Option<i128> = Some(0);
                let int = def.repr.unwrap_or(IntTy::Isize);
                let int_ty = self.types.mk(TyKind::Int(int));
                for (variant, out) in variants.iter().zip(&mut def.variants) {
                    out.fields = self.lower_fields(&scope, &variant.data, true);
                    out.shape = shape_of(&variant.data);
                    if let Some(expr) = &variant.discriminant {
                        let lower = Lower::new(self, &scope);
                        next = lower.const_scalar(expr, int_ty);
                        out.discriminant = next.unwrap_or(0);
                    } else if let Some(value) = next {
                        if value > int.max() as i128 {
                            self.tables.report(
                                Diagnostic::new(Code::E0370, variant.name.span, "enum discriminant overflowed")
                                    .primary(format!("overflowed on value after {}", int.max()))
                                    .note(format!(
                                        "explicitly set `{} = {}` if that is desired outcome",
                                        variant.name.name,
                                        int.min()
                                    )),
                            );
                        }
                        out.discriminant = value;
                    }
                    next = next.map(|v| v + 1);
                }
            }
            _ => {}
        }
        def
    }
}
