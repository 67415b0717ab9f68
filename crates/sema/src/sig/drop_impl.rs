//! What an implementation of `Drop` may look like: E0120, E0184, E0366 and E0367.

use crate::Program;
use crate::defs::{Generics, Predicate};
use crate::ids::{AdtId, ImplId};
use crate::infer::Infer;
use crate::report::head_span;
use crate::traits::{Goal, Select};
use crate::ty::{Ty, TyKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;

impl Program {
    /// Check an implementation of `Drop`; `is_foreign` if the orphan rule speaks against it.
    pub(super) fn check_drop_impl(&self, id: ImplId, ast: &ast::Impl, is_foreign: bool) {
        let header = self.impl_header(id);
        let adt = match self.types.kind(header.self_ty) {
            TyKind::Error => return,
            TyKind::Adt(adt, _) if !is_foreign => adt,
            _ => {
                self.tables.report(
                    Diagnostic::new(
                        Code::E0120,
                        ast.self_ty.span,
                        "the `Drop` trait may only be implemented for local structs, enums, and unions",
                    )
                    .primary("must be a struct, enum, or union in the current crate"),
                );
                return;
            }
        };
        if let Some(why) = self.specialised(header.self_ty, ast) {
            let kind = if self.adt_sig(adt).is_enum { "enum" } else { "struct" };
            self.tables.report(
                Diagnostic::new(Code::E0366, header.span, "`Drop` impls cannot be specialized").note(why).label(
                    head_span(&self.tables.adts[adt.index()].item),
                    format!(
                        "use the same sequence of generic lifetime, type and const parameters as the {kind} definition"
                    ),
                ),
            );
            return;
        }
        self.check_drop_bounds(adt, header.self_ty, &header.generics);
    }

    /// Why a destructor is for some of a type's instances only.
    fn specialised(&self, self_ty: Ty, ast: &ast::Impl) -> Option<String> {
        let mut seen: Vec<String> = Vec::new();
        let mut parameter = |shown: String, is_parameter: bool| {
            if !is_parameter {
                return Some(format!("`{shown}` is not a generic parameter"));
            }
            if seen.contains(&shown) {
                return Some(format!("`{shown}` is mentioned multiple times"));
            }
            seen.push(shown);
            None
        };
        let path = match &ast.self_ty.kind {
            ast::TyKind::Path(path) => path.segments.last(),
            _ => None,
        };
        for arg in path.and_then(|segment| segment.args.as_deref()).into_iter().flat_map(|args| &args.args) {
            if let ast::GenericArg::Lifetime(name) = arg
                && name.name != "'_"
                && let Some(why) = parameter(name.name.to_string(), name.name != "'static")
            {
                return Some(why);
            }
        }
        let TyKind::Adt(_, args) = self.types.kind(self_ty) else { return None };
        self.types.list(args).iter().find_map(|&arg| match self.types.kind(arg) {
            TyKind::Error => None,
            kind => parameter(self.type_name(arg), matches!(kind, TyKind::Param(..))),
        })
    }

    /// The destructor may require no more than the type does.
    fn check_drop_bounds(&self, adt: AdtId, self_ty: Ty, generics: &Generics) {
        let TyKind::Adt(_, args) = self.types.kind(self_ty) else { return };
        let definition = self.adt_sig(adt);
        let declared: Vec<Predicate> = definition
            .generics
            .bounds
            .iter()
            .map(|bound| match bound {
                Predicate::Trait(required, span) => {
                    let list: Vec<Ty> =
                        self.types.list(required.args).iter().map(|&arg| self.types.subst(arg, args)).collect();
                    let args = self.types.mk_list(&list);
                    Predicate::Trait(crate::defs::TraitRef { def: required.def, args }, *span)
                }
                Predicate::Projection(alias, list, ty, span) => {
                    let list: Vec<Ty> = self.types.list(*list).iter().map(|&arg| self.types.subst(arg, args)).collect();
                    Predicate::Projection(*alias, self.types.mk_list(&list), self.types.subst(*ty, args), *span)
                }
            })
            .collect();
        let env = self.elaborate(declared);
        let infer = Infer::new(self);
        let select = Select { infer: &infer, env: &env };
        for bound in &generics.bounds {
            let Predicate::Trait(required, span) = *bound else { continue };
            if span == Span::default() || select.holds(&Goal::Trait(required)) {
                continue;
            }
            let kind = if definition.is_enum { "enum" } else { "struct" };
            let list = self.types.list(required.args);
            let subject = list.first().map_or_else(String::new, |&ty| self.type_name(ty));
            let name = &self.tables.traits[required.def.index()].name;
            self.tables.report(
                Diagnostic::new(
                    Code::E0367,
                    span,
                    format!("`Drop` impl requires `{subject}: {name}` but the {kind} it is implemented for does not"),
                )
                .label(
                    head_span(&self.tables.adts[adt.index()].item),
                    "the implementor must specify the same requirement",
                ),
            );
        }
    }

    /// E0184: what is copied cannot have a destructor. Whether that was reported.
    pub(super) fn check_copy_has_no_destructor(&self, ty: Ty, ast: &ast::Impl) -> bool {
        let TyKind::Adt(adt, _) = self.types.kind(ty) else { return false };
        let Some(drop_impl) = self.drop_impl_of(adt) else { return false };
        let entry = &self.tables.impls[drop_impl.index()];
        let span = if ast.derived.is_some() { self.tables.adts[adt.index()].item.name.span } else { ast.self_ty.span };
        let mut d = Diagnostic::new(
            Code::E0184,
            span,
            "the trait `Copy` cannot be implemented for this type; the type has a destructor",
        )
        .primary("`Copy` not allowed on types with destructors");
        if let Some(derive) = ast.derived {
            d = d.label(derive, "in this derive macro expansion");
        }
        if let Some(&method) = entry.fns.first() {
            d = d.label(self.tables.fns[method.index()].item.span, "destructor declared here");
        }
        self.tables.report(d);
        true
    }
}
