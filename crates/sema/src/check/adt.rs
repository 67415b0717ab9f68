//! Struct expressions and field access.

use super::coerce::Site;
use super::{Expect, FnCtxt};
use crate::collect::names::{Ns, Res};
use crate::defs::{DefId, VariantShape};
use crate::ids::{AdtId, ExprId, FieldIdx, VariantIdx};
use crate::report::{join_names, similar_name};
use crate::sig::SelfIs;
use crate::sig::lower::{Wanted, shown_path};
use crate::ty::{Ty, TyKind, TyList};
use crate::typed::ExprKind;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;

impl FnCtxt<'_> {
    /// The struct or variant that a path names in a struct expression or pattern, with its arguments.
    pub(crate) fn resolve_struct(&mut self, path: &ast::Path) -> Option<(AdtId, VariantIdx, TyList)> {
        let shown = shown_path(path);
        let first = path.segments.first()?;
        if path.qself.is_none() && !path.global && first.name.name == "Self" {
            if self.scope.self_is == SelfIs::None {
                let d = Diagnostic::new(Code::E0433, first.name.span, "cannot find `Self` in this scope");
                self.report(d.primary("`Self` is only available in impls, traits, and type definitions"));
                return None;
            }
            let ty = self.lower_with(|l| l.self_ty(first.name.span));
            return match (self.kind(ty), path.segments.get(1)) {
                (TyKind::Adt(adt, args), None) if !self.p.tables.adts[adt.index()].is_enum => {
                    Some((adt, VariantIdx(0), args))
                }
                (TyKind::Adt(adt, args), Some(name)) => match self.p.tables.variant_named(adt, &name.name.name) {
                    Some(variant) => Some((adt, variant, args)),
                    None => {
                        self.no_variant(adt, &name.name);
                        None
                    }
                },
                (TyKind::Error, _) => None,
                _ => {
                    self.report(
                        Diagnostic::new(
                            Code::E0071,
                            path.span,
                            format!("expected struct, variant or union type, found `{}`", self.name(ty)),
                        )
                        .primary("not a struct"),
                    );
                    None
                }
            };
        }
        if path.qself.is_some() {
            let ty = self.lower_with(|l| l.path_ty(path));
            let ty = self.normalize(ty, path.span);
            return match self.kind(ty) {
                TyKind::Adt(adt, args) if !self.p.tables.adts[adt.index()].is_enum => Some((adt, VariantIdx(0), args)),
                _ => None,
            };
        }
        if path.segments.len() == 1
            && let Some(param) = self.lower_with(|l| l.type_param(&first.name.name))
        {
            let _ = param;
            self.report(
                Diagnostic::new(
                    Code::E0574,
                    path.span,
                    format!("expected struct, variant or union type, found type parameter `{shown}`"),
                )
                .primary("not a struct, variant or union type"),
            );
            return None;
        }
        let found = match self.p.tables.resolve_segments(self.module, path.global, &path.segments, Ns::Type) {
            Ok(found) => found,
            Err(error) => {
                // A function, constant or variable of that name is the wrong thing.
                if let Ok(value) = self.p.tables.resolve_segments(self.module, path.global, &path.segments, Ns::Value)
                    && value.used == path.segments.len()
                    && value.res != Res::Err
                {
                    let what = self.p.tables.describe(value.res);
                    self.report(
                        Diagnostic::new(
                            Code::E0574,
                            path.span,
                            format!("expected struct, variant or union type, found {what} `{shown}`"),
                        )
                        .primary("not a struct, variant or union type"),
                    );
                    return None;
                }
                if path.segments.len() == 1 && crate::gate::is_std_macro(&first.name.name) {
                    self.report(
                        Diagnostic::new(
                            Code::E0574,
                            path.span,
                            format!("expected struct, variant or union type, found macro `{shown}`"),
                        )
                        .primary("not a struct, variant or union type"),
                    );
                    return None;
                }
                if path.segments.len() == 1 && matches!(self.lookup_local(&first.name), Some(Ok(_))) {
                    self.report(
                        Diagnostic::new(
                            Code::E0574,
                            path.span,
                            format!("expected struct, variant or union type, found local variable `{shown}`"),
                        )
                        .primary("not a struct, variant or union type"),
                    );
                    return None;
                }
                self.lower_with(|l| l.unresolved(path, error, Wanted::Struct));
                return None;
            }
        };
        self.p.check_private(path, &found, self.module);
        let last = &path.segments[found.used - 1];
        match found.res {
            Res::Err => None,
            Res::Def(DefId::Variant(adt, variant)) => {
                let args = self.variant_args(adt, path, found.used);
                Some((adt, variant, args))
            }
            Res::Def(DefId::Adt(adt)) if found.used < path.segments.len() => {
                self.no_variant(adt, &path.segments[found.used].name);
                None
            }
            Res::Def(DefId::Adt(adt)) if !self.p.tables.adts[adt.index()].is_enum => {
                let args = self.lower_with(|l| {
                    l.generic_args(DefId::Adt(adt), Some(last), &[], true, last.name.span, &mut Vec::new())
                });
                Some((adt, VariantIdx(0), self.p.types.mk_list(&args)))
            }
            Res::Def(DefId::Alias(_)) => {
                let ty = self.lower_with(|l| l.resolved_base(path, &found, true));
                let ty = self.normalize(ty, path.span);
                match (self.kind(ty), path.segments.get(found.used)) {
                    (TyKind::Adt(adt, args), None) if !self.p.tables.adts[adt.index()].is_enum => {
                        Some((adt, VariantIdx(0), args))
                    }
                    (TyKind::Adt(adt, args), Some(name)) => match self.p.tables.variant_named(adt, &name.name.name) {
                        Some(v) => Some((adt, v, args)),
                        None => {
                            self.no_variant(adt, &name.name);
                            None
                        }
                    },
                    (TyKind::Error, _) => None,
                    _ => {
                        self.report(
                            Diagnostic::new(
                                Code::E0071,
                                path.span,
                                format!("expected struct, variant or union type, found `{}`", self.name(ty)),
                            )
                            .primary("not a struct"),
                        );
                        None
                    }
                }
            }
            other => {
                let what = self.p.tables.describe(other);
                self.report(
                    Diagnostic::new(
                        Code::E0574,
                        path.span,
                        format!("expected struct, variant or union type, found {what} `{shown}`"),
                    )
                    .primary("not a struct, variant or union type"),
                );
                None
            }
        }
    }

    /// E0599 for a variant in a struct expression or pattern.
    pub(crate) fn no_variant(&mut self, adt: AdtId, name: &ast::Ident) {
        let entry = &self.p.tables.adts[adt.index()];
        if !entry.is_enum {
            let d = Diagnostic::new(
                Code::E0223,
                name.span,
                format!("ambiguous associated type `{}` of `{}`", name.name, entry.name),
            );
            self.report(d);
            return;
        }
        let mut d = Diagnostic::new(
            Code::E0599,
            name.span,
            format!("no variant named `{}` found for enum `{}`", name.name, entry.name),
        );
        let similar = similar_name(&name.name, entry.variants.iter().map(|(n, _, _)| n.as_str()));
        d = match similar {
            Some(similar) => d.suggest("there is a variant with a similar name", name.span, similar),
            None => d.primary(format!("variant not found in `{}`", entry.name)),
        };
        if entry.item.name.span.is_user() {
            d = d.label(entry.item.name.span, format!("variant `{}` not found here", name.name));
        }
        self.report(d);
    }

    /// `Path { field: value, ..base }`.
    pub(crate) fn struct_expr(
        &mut self,
        path: &ast::Path,
        fields: &[ast::FieldExpr],
        base: Option<&ast::Expr>,
        expect: Expect,
        expr: &ast::Expr,
    ) -> ExprId {
        let Some((adt, variant, args)) = self.resolve_struct(path) else {
            for field in fields {
                self.check(&field.expr, Expect::No);
            }
            if let Some(base) = base {
                self.check(base, Expect::No);
            }
            return self.error_expr(expr.span, expr.id);
        };
        let ty = self.p.types.mk(TyKind::Adt(adt, args));
        if let Expect::Has(expected) = expect {
            // What is expected may determine the arguments; a mismatch is reported by the caller.
            self.infer.unify(ty, expected);
        }
        self.require_callable(adt, args, path.span);
        let def = self.p.adt_sig(adt);
        let variant_def = &def.variants[variant.0 as usize];
        let shown = self.variant_shown(adt, variant);
        let mut given: Vec<Option<Span>> = vec![None; variant_def.fields.len()];
        let mut out: Vec<(FieldIdx, ExprId)> = Vec::new();
        let mut failed = false;
        for field in fields {
            let Some(index) = variant_def.field(&field.name.name) else {
                self.check(&field.expr, Expect::No);
                self.unknown_struct_field(adt, variant, field, &given, &shown);
                failed = true;
                continue;
            };
            let declared = &variant_def.fields[index.0 as usize];
            if let Some(first) = given[index.0 as usize] {
                let name = &field.name.name;
                self.check(&field.expr, Expect::No);
                self.report(
                    Diagnostic::new(Code::E0062, field.name.span, format!("field `{name}` specified more than once"))
                        .primary("used more than once")
                        .label(first, format!("first use of `{name}`")),
                );
                failed = true;
                continue;
            }
            given[index.0 as usize] = Some(field.span);
            if !self.p.tables.accessible(declared.visible_in, self.module) {
                self.private_field_in_struct(adt, &field.name, field.span);
            }
            let field_ty = self.p.types.subst(declared.ty, args);
            let field_ty = self.normalize(field_ty, field.span);
            let value = self.coercible(&field.expr, field_ty);
            out.push((index, value));
        }
        if let Some(base) = base
            && base.span.is_empty()
        {
            self.report(
                Diagnostic::new(Code::E0797, base.span, "base expression required after `..`")
                    .primary("add a base expression here"),
            );
        }
        let base_id = base.filter(|b| !b.span.is_empty()).map(|base| {
            let id = self.check(base, Expect::Has(ty));
            if def.is_enum {
                self.report(Diagnostic::new(
                    Code::E0436,
                    base.span,
                    "functional record update syntax requires a struct",
                ));
            }
            let site = Site::new(base.span);
            self.coerce_or_report(id, ty, &site)
        });
        if base.is_none() && !failed {
            let missing: Vec<&str> = variant_def
                .fields
                .iter()
                .zip(&given)
                .filter(|(_, g)| g.is_none())
                .map(|(f, _)| f.name.as_str())
                .collect();
            if !missing.is_empty() {
                self.missing_fields(adt, variant, &missing, path, &shown);
            }
        }
        if base.is_some() {
            // The fields taken from the base must be visible.
            for (field, given) in variant_def.fields.iter().zip(&given) {
                if given.is_none() && !self.p.tables.accessible(field.visible_in, self.module) {
                    self.report(
                        Diagnostic::new(
                            Code::E0451,
                            base.map_or(expr.span, |b| b.span),
                            format!("field `{}` of struct `{}` is private", field.name, def.name),
                        )
                        .primary(format!("field `{}` is private", field.name)),
                    );
                }
            }
        }
        self.push(ExprKind::Adt { adt, variant, fields: out, base: base_id }, ty, expr.span, expr.id)
    }

    fn private_field_in_struct(&self, adt: AdtId, name: &ast::Ident, span: Span) {
        let _ = span;
        self.report(
            Diagnostic::new(
                Code::E0451,
                name.span,
                format!("field `{}` of struct `{}` is private", name.name, self.p.tables.adts[adt.index()].name),
            )
            .primary("private field"),
        );
    }

    /// "`Point`", "`Shape::Circle`".
    pub(crate) fn variant_shown(&self, adt: AdtId, variant: VariantIdx) -> String {
        let entry = &self.p.tables.adts[adt.index()];
        if entry.is_enum {
            format!("{}::{}", entry.name, entry.variants[variant.0 as usize].0)
        } else {
            entry.name.to_string()
        }
    }

    /// E0559, E0560.
    fn unknown_struct_field(
        &mut self,
        adt: AdtId,
        variant: VariantIdx,
        field: &ast::FieldExpr,
        given: &[Option<Span>],
        shown: &str,
    ) {
        let def = self.p.adt_sig(adt);
        let variant_def = &def.variants[variant.0 as usize];
        let name = &field.name.name;
        let (code, what) = if def.is_enum { (Code::E0559, "variant") } else { (Code::E0560, "struct") };
        let mut d = Diagnostic::new(code, field.name.span, format!("{what} `{shown}` has no field named `{name}`"));
        if variant_def.shape == VariantShape::Tuple {
            d = d.primary("field does not exist").label(variant_def.span, format!("`{shown}` defined here"));
            self.report(d);
            return;
        }
        let available: Vec<&str> = variant_def
            .fields
            .iter()
            .zip(given)
            .filter(|(f, g)| g.is_none() && self.p.tables.accessible(f.visible_in, self.module))
            .map(|(f, _)| f.name.as_str())
            .collect();
        d = match similar_name(name, available.iter().copied()) {
            Some(similar) => {
                d.primary("unknown field").suggest("a field with a similar name exists", field.name.span, similar)
            }
            None => {
                let of = if def.is_enum { "variant" } else { "struct" };
                let _ = of;
                let d = d.primary(format!("`{shown}` does not have this field"));
                if available.is_empty() {
                    d.note("all struct fields are already assigned")
                } else {
                    d.note(format!("available fields are: {}", join_list(&available)))
                }
            }
        };
        self.report(d);
    }

    /// E0063.
    fn missing_fields(&mut self, adt: AdtId, variant: VariantIdx, missing: &[&str], path: &ast::Path, shown: &str) {
        let def = self.p.adt_sig(adt);
        let variant_def = &def.variants[variant.0 as usize];
        let hidden: Vec<&str> = variant_def
            .fields
            .iter()
            .filter(|f| missing.contains(&f.name.as_str()) && !self.p.tables.accessible(f.visible_in, self.module))
            .map(|f| f.name.as_str())
            .collect();
        if !hidden.is_empty() {
            let s = if hidden.len() == 1 { ("field", "is") } else { ("fields", "are") };
            self.report(
                Diagnostic::new(
                    Code::Syntax,
                    path.span,
                    format!("cannot construct `{shown}` with struct literal syntax due to private fields"),
                )
                .note(format!(
                    "private {} {} that {} not provided",
                    s.0,
                    join_names(&hidden),
                    if hidden.len() == 1 { "was" } else { "were" }
                )),
            );
            return;
        }
        let shown_list: Vec<&str> = missing.iter().copied().take(if missing.len() <= 4 { 4 } else { 3 }).collect();
        let mut list = match shown_list.as_slice() {
            [a] => format!("`{a}`"),
            [a, b] => format!("`{a}` and `{b}`"),
            several if missing.len() <= 4 => join_names(several),
            several => {
                let quoted: Vec<String> = several.iter().map(|s| format!("`{s}`")).collect();
                quoted.join(", ")
            }
        };
        if missing.len() > 4 {
            let rest = missing.len() - 3;
            list = format!("{list} and {rest} other field{}", if rest == 1 { "" } else { "s" });
        }
        let s = if missing.len() == 1 { "" } else { "s" };
        self.report(
            Diagnostic::new(
                Code::E0063,
                path.span,
                format!("missing field{s} {list} in initializer of `{}`", self.adt_shown(adt, shown)),
            )
            .primary(format!("missing {list}")),
        );
    }

    fn adt_shown(&self, adt: AdtId, shown: &str) -> String {
        let _ = shown;
        self.p.tables.adts[adt.index()].name.to_string()
    }

    /// `base.name`.
    pub(crate) fn field(&mut self, base: &ast::Expr, name: &ast::Ident, expr: &ast::Expr) -> ExprId {
        let base_id = self.check(base, Expect::No);
        let ty = self.ty(base_id);
        let Some(ty) = self.known(ty, base.span) else { return self.error_expr(expr.span, expr.id) };
        let mut place = base_id;
        let mut at = ty;
        let mut private: Option<AdtId> = None;
        for _ in 0..super::method::MAX_AUTODEREF {
            at = self.try_known(at);
            match self.p.types.kind(at) {
                TyKind::Error => return self.error_expr(expr.span, expr.id),
                TyKind::Adt(adt, args) if !self.p.tables.adts[adt.index()].is_enum => {
                    let def = self.p.adt_sig(adt);
                    if let Some(index) = def.variants[0].field(&name.name) {
                        let field = &def.variants[0].fields[index.0 as usize];
                        if self.p.tables.accessible(field.visible_in, self.module) {
                            let field_ty = self.p.types.subst(field.ty, args);
                            let field_ty = self.normalize(field_ty, expr.span);
                            return self.push(
                                ExprKind::Field { base: place, field: index },
                                field_ty,
                                expr.span,
                                expr.id,
                            );
                        }
                        private = private.or(Some(adt));
                    }
                }
                TyKind::Tuple(list) => {
                    let elements = self.p.types.list(list);
                    if let Ok(index) = name.name.parse::<u32>()
                        && let Some(&element) = elements.get(index as usize)
                        && (name.name == "0" || !name.name.starts_with('0'))
                    {
                        return self.push(
                            ExprKind::Field { base: place, field: FieldIdx(index) },
                            element,
                            expr.span,
                            expr.id,
                        );
                    }
                }
                TyKind::Infer(crate::ty::InferTy::General(_)) => {
                    self.known(at, base.span);
                    return self.error_expr(expr.span, expr.id);
                }
                _ => {}
            }
            match self.deref_step(place, at, false) {
                Some((next, target)) => (place, at) = (next, target),
                None => break,
            }
        }
        let d = self.no_field(base_id, ty, base, name, private, expr);
        self.report_expr(d, expr.span, expr.id)
    }

    /// Why a field cannot be had: E0616, E0615, E0610, E0609.
    fn no_field(
        &mut self,
        base_id: ExprId,
        ty: Ty,
        base: &ast::Expr,
        name: &ast::Ident,
        private: Option<AdtId>,
        expr: &ast::Expr,
    ) -> Diagnostic {
        let n = &name.name;
        let shown = self.name(ty);
        let _ = (base_id, base, expr);
        if let Some(adt) = private {
            let entry = &self.p.tables.adts[adt.index()];
            let d =
                Diagnostic::new(Code::E0616, name.span, format!("field `{n}` of struct `{}` is private", entry.name))
                    .primary("private field");
            return match self.probe_method(ty, n, name.span) {
                Ok(_) => d.suggest(
                    format!("a method `{n}` also exists, call it with parentheses"),
                    name.span.shrink_to_hi(),
                    "()",
                ),
                Err(_) => d,
            };
        }
        if let Ok(_pick) = self.probe_method(ty, n, name.span) {
            return Diagnostic::new(
                Code::E0615,
                name.span,
                format!("attempted to take value of method `{n}` on type `{shown}`"),
            )
            .primary("method, not a field")
            .suggest("use parentheses to call the method", name.span.shrink_to_hi(), "()");
        }
        let mut bare = self.infer.shallow(ty);
        while let TyKind::Ref(inner, _) = self.p.types.kind(bare) {
            bare = self.infer.shallow(inner);
        }
        match self.p.types.kind(bare) {
            TyKind::Bool | TyKind::Char | TyKind::Int(_) | TyKind::Float(_) | TyKind::Infer(_) => {
                if let Some(d) = crate::gate::std_method(self.p, bare, n, name.span) {
                    let _ = d;
                }
                return Diagnostic::new(
                    Code::E0610,
                    name.span,
                    format!("`{}` is a primitive type and therefore doesn't have fields", self.name(bare)),
                );
            }
            _ => {}
        }
        if crate::gate::std_method(self.p, bare, n, name.span).is_some()
            && !matches!(self.p.types.kind(bare), TyKind::Adt(adt, _) if self.p.tables.adts[adt.index()].is_user)
        {
            return Diagnostic::new(
                Code::E0615,
                name.span,
                format!("attempted to take value of method `{n}` on type `{shown}`"),
            )
            .primary("method, not a field")
            .suggest("use parentheses to call the method", name.span.shrink_to_hi(), "()");
        }
        let d = Diagnostic::new(Code::E0609, name.span, format!("no field `{n}` on type `{shown}`"))
            .primary("unknown field");
        match self.p.types.kind(bare) {
            TyKind::Adt(adt, _) if !self.p.tables.adts[adt.index()].is_enum => {
                let def = self.p.adt_sig(adt);
                let names: Vec<&str> = def.variants[0]
                    .fields
                    .iter()
                    .filter(|f| self.p.tables.accessible(f.visible_in, self.module))
                    .map(|f| f.name.as_str())
                    .collect();
                match similar_name(n, names.iter().copied()) {
                    Some(similar) => d.suggest("a field with a similar name exists", name.span, similar),
                    None if names.is_empty() => d,
                    None if names.len() == 1 => d.note(format!("available field is: {}", join_list(&names))),
                    None => d.note(format!("available fields are: {}", join_list(&names))),
                }
            }
            TyKind::Array(..) if n.parse::<u64>().is_ok() => {
                d.help(format!("instead of using tuple indexing, use array indexing: `[{n}]`"))
            }
            _ => d,
        }
    }
}

/// "`a`, `b`", at most five, then how many more.
fn join_list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().take(5).map(|n| format!("`{n}`")).collect();
    let rest = names.len().saturating_sub(5);
    if rest > 0 { format!("{} ... and {rest} others", quoted.join(", ")) } else { quoted.join(", ") }
}
