//! Patterns that name something: constants, structs, variants, ranges.

use super::FnCtxt;
use super::pat::{Mode, Seen};
use super::path::{Use, ValueRes};
use crate::collect::names::{Ns, Res};
use crate::defs::{DefId, VariantShape};
use crate::gate::Refused;
use crate::ids::{AdtId, FieldIdx, PatId, VariantIdx};
use crate::report::{count, join_names, similar_name};
use crate::sig::lower::{Wanted, shown_path};
use crate::ty::{Flags, Ty, TyKind, TyList};
use crate::typed::{ConstValue, PatKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, Ident};

/// How many elements of a constant are spelled out as patterns.
const MAX_CONST_PATTERN: usize = 4096;

impl FnCtxt<'_> {
    /// A lone name that is a constant, a unit struct or a unit variant; `None` if it is a variable.
    #[allow(clippy::too_many_arguments, reason = "the parts of one pattern")]
    pub(crate) fn ident_as_path(
        &mut self,
        pat: &ast::Pat,
        by_ref: bool,
        mutable: bool,
        name: &Ident,
        has_sub: bool,
        expected: Ty,
        mode: Mode,
    ) -> Option<PatId> {
        if name.name.starts_with('$') {
            return None;
        }
        let res = self.item_named(&name.name)?;
        let plain = !by_ref && !mutable && !has_sub;
        let (what, declared) = match res {
            Res::Def(DefId::Const(id)) => {
                if plain {
                    return Some(self.path_pattern(&single(name), expected, mode, pat.span));
                }
                ("constant", self.p.tables.consts[id.index()].item.span)
            }
            Res::Def(DefId::Static(id)) => ("static", self.p.tables.statics[id.index()].item.span),
            Res::Def(DefId::Adt(adt)) => match self.p.variant_shape(adt, VariantIdx(0)) {
                VariantShape::Unit if plain => return Some(self.path_pattern(&single(name), expected, mode, pat.span)),
                VariantShape::Unit => ("unit struct", self.p.tables.adts[adt.index()].item.span),
                VariantShape::Tuple => ("tuple struct", self.p.tables.adts[adt.index()].item.span),
                VariantShape::Named => return None,
            },
            Res::Def(DefId::Variant(adt, variant)) => match self.p.variant_shape(adt, variant) {
                VariantShape::Unit if plain => return Some(self.path_pattern(&single(name), expected, mode, pat.span)),
                VariantShape::Unit => ("unit variant", self.p.tables.adts[adt.index()].variants[variant.0 as usize].2),
                VariantShape::Tuple => {
                    ("tuple variant", self.p.tables.adts[adt.index()].variants[variant.0 as usize].2)
                }
                VariantShape::Named => return None,
            },
            _ => return None,
        };
        let source = self.pat_source;
        let mut d = Diagnostic::new(Code::E0530, name.span, format!("{source}s cannot shadow {what}s"))
            .primary(format!("cannot be named the same as a {what}"));
        if declared.is_user() {
            d = d.label(declared, format!("the {what} `{}` is defined here", name.name));
        }
        self.report(d);
        Some(self.push_pat(PatKind::Error, expected, pat.span))
    }

    /// The item of this name in the value namespace; variables do not count.
    fn item_named(&self, name: &str) -> Option<Res> {
        for mark in self.marks.iter().rev() {
            if let Some(module) = mark.module
                && let Some(binding) = self.p.tables.binding(module, Ns::Value, name)
            {
                return Some(binding.res);
            }
        }
        self.p.tables.lookup_lexical(self.module, Ns::Value, name).map(|(res, _)| res)
    }

    /// A path: a constant, a unit struct or a unit variant.
    pub(crate) fn path_pattern(&mut self, path: &ast::Path, expected: Ty, mode: Mode, span: Span) -> PatId {
        let Some(res) = self.resolve_pattern_path(path, Wanted::UnitPattern) else {
            return self.push_pat(PatKind::Error, expected, span);
        };
        match res {
            ValueRes::Const(id, args) => {
                // Unlike all other patterns, a constant does not look through references.
                let ty = self.p.types.subst(self.p.const_sig(id).ty, args);
                let ty = self.normalize(ty, span);
                let expected = self.try_known(expected);
                if !self.infer.unify(expected, ty) {
                    self.pattern_mismatch(expected, ty, span);
                    return self.push_pat(PatKind::Error, expected, span);
                }
                let args = self.infer.resolve_list(args);
                if self.p.types.list_flags(args).has(Flags::INFER.and(Flags::PARAM)) {
                    self.report(
                        Diagnostic::new(Code::E0158, span, "constant pattern cannot depend on generic parameters")
                            .primary("`const` depends on a generic parameter"),
                    );
                    return self.push_pat(PatKind::Error, expected, span);
                }
                let before = self.p.tables.diagnostic_count();
                match self.p.const_value(id, args) {
                    Some(value) => {
                        let resolved = self.infer.resolve(ty);
                        self.constant_pattern(&value, resolved, span)
                    }
                    None => {
                        if self.p.tables.diagnostic_count() == before {
                            return self.refuse_pat(Refused::FloatPatternConst, expected, span);
                        }
                        self.push_pat(PatKind::Error, ty, span)
                    }
                }
            }
            ValueRes::Ctor(adt, variant, args) => {
                let (peeled, _, expected) = self.peel(expected, mode);
                let shape = self.p.variant_shape(adt, variant);
                let shown = shown_path(path);
                if shape != VariantShape::Unit {
                    let what = self.ctor_noun(adt, shape);
                    let d = Diagnostic::new(
                        if shape == VariantShape::Named { Code::E0533 } else { Code::E0532 },
                        path.span,
                        format!("expected unit struct, unit variant or constant, found {what} `{shown}`"),
                    );
                    let d = match shape {
                        VariantShape::Tuple => d.help(format!(
                            "use the tuple {} pattern syntax instead: `{shown}(..)`",
                            if self.p.tables.adts[adt.index()].is_enum { "variant" } else { "struct" }
                        )),
                        _ => d
                            .primary("not a unit struct, unit variant or constant")
                            .help(format!("use the struct pattern syntax instead: `{shown} {{ .. }}`")),
                    };
                    self.report(d);
                    return self.push_pat(PatKind::Error, expected, span);
                }
                let ty = self.p.types.mk(TyKind::Adt(adt, args));
                if !self.infer.unify(expected, ty) {
                    self.pattern_mismatch(expected, ty, span);
                    return self.push_pat(PatKind::Error, expected, span);
                }
                let kind = self.variant_or_fields(adt, variant, Vec::new());
                let id = self.push_pat(kind, ty, span);
                self.wrap_derefs(id, &peeled, span)
            }
            _ => self.push_pat(PatKind::Error, expected, span),
        }
    }

    /// "tuple variant", "struct variant", "struct".
    fn ctor_noun(&self, adt: AdtId, shape: VariantShape) -> &'static str {
        match (self.p.tables.adts[adt.index()].is_enum, shape) {
            (true, VariantShape::Named) => "struct variant",
            (true, VariantShape::Tuple) => "tuple variant",
            (true, VariantShape::Unit) => "unit variant",
            (false, VariantShape::Named) => "struct",
            (false, VariantShape::Tuple) => "tuple struct",
            (false, VariantShape::Unit) => "unit struct",
        }
    }

    fn variant_or_fields(&self, adt: AdtId, variant: VariantIdx, fields: Vec<(FieldIdx, PatId)>) -> PatKind {
        if self.p.tables.adts[adt.index()].is_enum {
            PatKind::Variant { adt, variant, fields }
        } else {
            PatKind::Fields(fields)
        }
    }

    /// What a path in a pattern means; functions, statics and types are reported.
    fn resolve_pattern_path(&mut self, path: &ast::Path, wanted: Wanted) -> Option<ValueRes> {
        let on_param = path.segments.len() > 1
            && path.segments.first().is_some_and(|s| self.lower_with(|l| l.type_param(&s.name.name)).is_some());
        let simple = path.qself.is_none() && !on_param && path.segments.first().is_none_or(|s| s.name.name != "Self");
        if simple {
            if path.segments.len() == 1 {
                let name = &path.segments[0].name.name;
                if let Some(res) = self.item_named(name) {
                    return self.pattern_res(path, res, 1, wanted);
                }
            }
            match self.p.tables.resolve_segments(self.module, path.global, &path.segments, Ns::Value) {
                Ok(found) if found.used == path.segments.len() => {
                    self.p.check_private(path, &found, self.module);
                    return self.pattern_res(path, found.res, found.used, wanted);
                }
                Ok(_) => {}
                Err(error) => {
                    if let Ok(found) =
                        self.p.tables.resolve_segments(self.module, path.global, &path.segments, Ns::Type)
                        && found.used == path.segments.len()
                        && found.res != Res::Err
                    {
                        return self.pattern_res(path, found.res, found.used, wanted);
                    }
                    let name = &path.segments[0].name;
                    if path.segments.len() == 1 && matches!(self.lookup_local(name), Some(Ok(_))) {
                        self.report(
                            Diagnostic::new(
                                Code::E0532,
                                path.span,
                                format!("expected {}, found local variable `{}`", wanted.expected(), name.name),
                            )
                            .primary(format!("not a {}", wanted.noun())),
                        );
                        return None;
                    }
                    self.lower_with(|l| l.unresolved(path, error, wanted));
                    return None;
                }
            }
        }
        let res = self.resolve_value(path, Use::Value)?;
        match res {
            ValueRes::Const(..) | ValueRes::Ctor(..) => Some(res),
            ValueRes::Fn(..) => {
                let shown = shown_path(path);
                let code = if wanted == Wanted::TuplePattern { Code::E0164 } else { Code::E0533 };
                self.report(
                    Diagnostic::new(
                        code,
                        path.span,
                        format!("expected {}, found associated function `{shown}`", wanted.expected()),
                    )
                    .primary("`fn` calls are not allowed in patterns"),
                );
                None
            }
            _ => None,
        }
    }

    fn pattern_res(&mut self, path: &ast::Path, res: Res, used: usize, wanted: Wanted) -> Option<ValueRes> {
        let last = &path.segments[used - 1];
        match res {
            Res::Err => None,
            Res::Def(DefId::Const(id)) if wanted == Wanted::UnitPattern => Some(ValueRes::Const(id, TyList::EMPTY)),
            Res::Def(DefId::Adt(adt)) if !self.p.tables.adts[adt.index()].is_enum => {
                let shape = self.p.variant_shape(adt, VariantIdx(0));
                if shape == VariantShape::Named && wanted == Wanted::UnitPattern {
                    let shown = shown_path(path);
                    self.report(
                        Diagnostic::new(
                            Code::E0532,
                            path.span,
                            format!("expected {}, found struct `{shown}`", wanted.expected()),
                        )
                        .help(format!("use struct pattern syntax instead: `{shown} {{ .. }}`")),
                    );
                    return None;
                }
                let args = self.lower_with(|l| {
                    l.generic_args(DefId::Adt(adt), Some(last), &[], true, last.name.span, &mut Vec::new())
                });
                Some(ValueRes::Ctor(adt, VariantIdx(0), self.p.types.mk_list(&args)))
            }
            Res::Def(DefId::Variant(adt, variant)) => {
                let args = self.variant_args(adt, path, used);
                Some(ValueRes::Ctor(adt, variant, args))
            }
            other => {
                let shown = shown_path(path);
                let what = self.p.tables.describe(other);
                let d = if let Res::Def(DefId::Fn(_)) = other
                    && wanted == Wanted::TuplePattern
                {
                    Diagnostic::new(Code::E0532, path.span, "expected a pattern, found a function call")
                        .primary("not a tuple struct or tuple variant")
                        .note("function calls are not allowed in patterns")
                } else {
                    Diagnostic::new(
                        Code::E0532,
                        path.span,
                        format!("expected {}, found {what} `{shown}`", wanted.expected()),
                    )
                    .primary(format!("not a {}", wanted.noun()))
                };
                self.report(d);
                None
            }
        }
    }

    /// `Path(a, b, ..)`.
    pub(crate) fn tuple_struct_pattern(
        &mut self,
        path: &ast::Path,
        pats: &[ast::Pat],
        expected: Ty,
        mode: Mode,
        seen: &mut Seen,
        span: Span,
    ) -> PatId {
        let error = self.common().error;
        let resolved = match self.resolve_pattern_path(path, Wanted::TuplePattern) {
            Some(ValueRes::Ctor(adt, variant, args)) => Some((adt, variant, args)),
            Some(ValueRes::Const(..)) => {
                let shown = shown_path(path);
                self.report(
                    Diagnostic::new(
                        Code::E0164,
                        path.span,
                        format!("expected tuple struct or tuple variant, found associated constant `{shown}`"),
                    )
                    .primary("not a tuple struct or tuple variant"),
                );
                None
            }
            _ => None,
        };
        let Some((adt, variant, args)) = resolved else {
            for pat in pats.iter().filter(|p| !matches!(p.kind, ast::PatKind::Rest)) {
                self.pattern(pat, error, mode, seen);
            }
            return self.push_pat(PatKind::Error, expected, span);
        };
        let shape = self.p.variant_shape(adt, variant);
        if shape != VariantShape::Tuple {
            let shown = shown_path(path);
            let what = self.ctor_noun(adt, shape);
            let (code, at) = match shape {
                VariantShape::Named if self.p.tables.adts[adt.index()].is_enum => (Code::E0769, path.span),
                _ => (Code::E0532, span),
            };
            let d = if code == Code::E0769 {
                Diagnostic::new(code, span, format!("tuple variant `{shown}` written as struct variant"))
            } else {
                Diagnostic::new(code, at, format!("expected tuple struct or tuple variant, found {what} `{shown}`"))
            };
            let d = if shape == VariantShape::Named {
                let d = Diagnostic::new(
                    if self.p.tables.adts[adt.index()].is_enum { Code::E0164 } else { Code::E0532 },
                    span,
                    format!("expected tuple struct or tuple variant, found {what} `{shown}`"),
                );
                d.primary("not a tuple struct or tuple variant")
                    .help(format!("use struct pattern syntax instead: `{shown} {{ .. }}`"))
            } else {
                d.suggest("use this syntax instead", span, shown.clone())
            };
            self.report(d);
            for pat in pats.iter().filter(|p| !matches!(p.kind, ast::PatKind::Rest)) {
                self.pattern(pat, error, mode, seen);
            }
            return self.push_pat(PatKind::Error, expected, span);
        }
        let ty = self.p.types.mk(TyKind::Adt(adt, args));
        let matched = self.infer.unify(expected, ty);
        if !matched {
            self.pattern_mismatch(expected, ty, span);
        }
        let def = self.p.adt_sig(adt);
        let fields = &def.variants[variant.0 as usize].fields;
        let rest = self.rest_position(pats, "tuple struct");
        let written = pats.len() - usize::from(rest.is_some());
        let fits = if rest.is_some() { written <= fields.len() } else { written == fields.len() };
        if !fits {
            self.wrong_field_count(adt, variant, pats, rest, fields.len(), path, span);
        }
        let mut out = Vec::new();
        for (i, pat) in pats.iter().enumerate() {
            if Some(i) == rest {
                continue;
            }
            let index = match rest {
                Some(r) if i > r => fields.len().checked_sub(pats.len() - i),
                _ => Some(i),
            };
            let field = index.and_then(|i| fields.get(i)).filter(|_| fits);
            let field_ty = match field {
                Some(field) => {
                    if !self.p.tables.accessible(field.visible_in, self.module) {
                        // The constructor's own privacy was reported.
                    }
                    let field_ty = self.p.types.subst(field.ty, args);
                    if matched { self.normalize(field_ty, pat.span) } else { error }
                }
                None => error,
            };
            let id = self.pattern(pat, field_ty, mode, seen);
            if let Some(index) = index {
                out.push((FieldIdx(index as u32), id));
            }
        }
        if !fits || !matched {
            return self.push_pat(PatKind::Error, expected, span);
        }
        let kind = self.variant_or_fields(adt, variant, out);
        self.push_pat(kind, ty, span)
    }

    /// E0023.
    #[allow(clippy::too_many_arguments, reason = "the parts of one pattern")]
    fn wrong_field_count(
        &mut self,
        adt: AdtId,
        variant: VariantIdx,
        pats: &[ast::Pat],
        rest: Option<usize>,
        declared: usize,
        path: &ast::Path,
        span: Span,
    ) {
        let what = if self.p.tables.adts[adt.index()].is_enum { "tuple variant" } else { "tuple struct" };
        let written = pats.len() - usize::from(rest.is_some());
        let message = format!(
            "this pattern has {}, but the corresponding {what} has {}",
            count(written, "field"),
            count(declared, "field")
        );
        let _ = variant;
        let at = match (pats.first(), pats.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span { lo: path.span.hi, ..span },
        };
        let mut d = Diagnostic::new(Code::E0023, pats.first().map_or(at, |p| p.span), message)
            .primary(format!("expected {}, found {written}", count(declared, "field")));
        for pat in pats.iter().skip(1) {
            d = d.label(pat.span, String::new());
        }
        let def = self.p.adt_sig(adt);
        let variant_def = &def.variants[variant.0 as usize];
        if variant_def.span.is_user() {
            d = d.label(variant_def.span, format!("{what} has {}", count(declared, "field")));
        }
        self.report(d);
    }

    /// `Path { a, b: pat, .. }`.
    #[allow(clippy::too_many_arguments, reason = "the parts of one pattern")]
    pub(crate) fn struct_pattern(
        &mut self,
        path: &ast::Path,
        fields: &[ast::FieldPat],
        rest: bool,
        expected: Ty,
        mode: Mode,
        seen: &mut Seen,
        span: Span,
    ) -> PatId {
        let error = self.common().error;
        let Some((adt, variant, args)) = self.resolve_struct(path) else {
            for field in fields {
                self.pattern(&field.pat, error, mode, seen);
            }
            return self.push_pat(PatKind::Error, expected, span);
        };
        let ty = self.p.types.mk(TyKind::Adt(adt, args));
        let matched = self.infer.unify(expected, ty);
        if !matched {
            self.pattern_mismatch(expected, ty, span);
        }
        let def = self.p.adt_sig(adt);
        let variant_def = &def.variants[variant.0 as usize];
        let shown = self.variant_shown(adt, variant);
        let what = if def.is_enum { "variant" } else { "struct" };
        let mut given: Vec<Option<Span>> = vec![None; variant_def.fields.len()];
        let mut unknown: Vec<&ast::FieldPat> = Vec::new();
        let mut out = Vec::new();
        for field in fields {
            let Some(index) = variant_def.field(&field.name.name) else {
                unknown.push(field);
                self.pattern(&field.pat, error, mode, seen);
                continue;
            };
            let declared = &variant_def.fields[index.0 as usize];
            if let Some(first) = given[index.0 as usize] {
                let name = &field.name.name;
                self.report(
                    Diagnostic::new(
                        Code::E0025,
                        field.span,
                        format!("field `{name}` bound multiple times in the pattern"),
                    )
                    .primary(format!("multiple uses of `{name}` in pattern"))
                    .label(first, format!("first use of `{name}`")),
                );
            }
            given[index.0 as usize] = Some(field.span);
            if !self.p.tables.accessible(declared.visible_in, self.module) {
                self.report(
                    Diagnostic::new(
                        Code::E0451,
                        field.name.span,
                        format!("field `{}` of struct `{}` is private", declared.name, def.name),
                    )
                    .primary("private field"),
                );
            }
            let field_ty = self.p.types.subst(declared.ty, args);
            let field_ty = if matched { self.normalize(field_ty, field.span) } else { error };
            let id = self.pattern(&field.pat, field_ty, mode, seen);
            out.push((index, id));
        }
        if !unknown.is_empty() && variant_def.shape == VariantShape::Tuple && self.p.tables.adts[adt.index()].is_enum {
            let fields = vec!["_"; variant_def.fields.len()].join(", ");
            self.report(
                Diagnostic::new(Code::E0769, span, format!("tuple variant `{shown}` written as struct variant"))
                    .suggest(
                        "use the tuple variant pattern syntax instead",
                        Span { lo: path.span.hi, ..span },
                        format!("({fields})"),
                    ),
            );
        } else if !unknown.is_empty() {
            let names: Vec<&str> = unknown.iter().map(|f| f.name.name.as_str()).collect();
            let (s, does) = if names.len() == 1 { ("a field", "does") } else { ("fields", "does") };
            let list = if names.len() == 1 { format!("`{}`", names[0]) } else { join_comma(&names) };
            let mut d = Diagnostic::new(
                Code::E0026,
                unknown[0].name.span,
                format!("{what} `{shown}` {does} not have {s} named {list}"),
            )
            .primary(format!(
                "{what} `{shown}` does not have {}",
                if names.len() == 1 { "this field" } else { "these fields" }
            ));
            for other in &unknown[1..] {
                d = d.label(other.name.span, String::new());
            }
            let left: Vec<&str> = variant_def
                .fields
                .iter()
                .zip(&given)
                .filter(|(_, g)| g.is_none())
                .map(|(f, _)| f.name.as_str())
                .collect();
            if let [only] = unknown.as_slice()
                && let Some(similar) = similar_name(&only.name.name, left.iter().copied())
            {
                d = d.suggest("a field with a similar name exists", only.name.span, similar);
            }
            self.report(d);
        } else if !rest {
            let hidden = variant_def
                .fields
                .iter()
                .zip(&given)
                .any(|(f, g)| g.is_none() && !self.p.tables.accessible(f.visible_in, self.module));
            let missing: Vec<&str> = variant_def
                .fields
                .iter()
                .zip(&given)
                .filter(|(f, g)| g.is_none() && self.p.tables.accessible(f.visible_in, self.module))
                .map(|(f, _)| f.name.as_str())
                .collect();
            if hidden && missing.is_empty() {
                self.report(
                    Diagnostic::new(Code::Syntax, span, "pattern requires `..` due to inaccessible fields")
                        .help("ignore the inaccessible and unused fields: `..`"),
                );
            } else if !missing.is_empty() {
                let list = match missing.as_slice() {
                    [one] => format!("field `{one}`"),
                    several if several.len() <= 3 => {
                        format!("fields {}", join_comma(several))
                    }
                    several => format!(
                        "fields {} and {} more",
                        several[..3].iter().map(|s| format!("`{s}`")).collect::<Vec<_>>().join(", "),
                        several.len() - 3
                    ),
                };
                let hint = if hidden { " and inaccessible fields" } else { "" };
                self.report(
                    Diagnostic::new(Code::E0027, span, format!("pattern does not mention {list}{hint}"))
                        .primary(format!("missing {list}{hint}"))
                        .help("if you don't care about the missing fields, you can explicitly ignore them: `..`"),
                );
            }
        }
        if !matched {
            return self.push_pat(PatKind::Error, expected, span);
        }
        let kind = self.variant_or_fields(adt, variant, out);
        self.push_pat(kind, ty, span)
    }

    /// `lo..=hi` and its kin.
    pub(crate) fn range_pattern(
        &mut self,
        lo: Option<&ast::Expr>,
        hi: Option<&ast::Expr>,
        inclusive: bool,
        expected: Ty,
        span: Span,
    ) -> PatId {
        let mut ends: Vec<Option<ConstValue>> = Vec::new();
        let mut bad: Vec<(Span, Ty)> = Vec::new();
        let mut found_ty = None;
        for end in [lo, hi] {
            let Some(expr) = end else {
                ends.push(None);
                continue;
            };
            let (value, ty) = match self.range_end(expr, expected) {
                Some(found) => found,
                None => return self.push_pat(PatKind::Error, expected, span),
            };
            let numeric = matches!(
                self.kind(ty),
                TyKind::Int(_) | TyKind::Float(_) | TyKind::Char | TyKind::Infer(_) | TyKind::Error
            );
            if !numeric {
                bad.push((expr.span, ty));
            }
            found_ty = Some((ty, expr.span));
            ends.push(Some(value));
            if numeric && !self.infer.unify(expected, ty) {
                self.pattern_mismatch(expected, ty, expr.span);
                return self.push_pat(PatKind::Error, expected, span);
            }
        }
        if let Some(&(first, ty)) = bad.first() {
            let mut d =
                Diagnostic::new(Code::E0029, span, "only `char` and numeric types are allowed in range patterns");
            d = Diagnostic { labels: Vec::new(), ..d };
            d.labels.push(stair_source::Label {
                span: first,
                text: format!("this is of type `{}` but it should be `char` or numeric", self.name(ty)),
            });
            self.report(d);
            return self.push_pat(PatKind::Error, expected, span);
        }
        let _ = found_ty;
        let hi = ends.pop().flatten();
        let lo = ends.pop().flatten();
        let id = self.push_pat(PatKind::Range { lo, hi, inclusive }, expected, span);
        self.range_patterns.push(id);
        id
    }

    fn range_end(&mut self, expr: &ast::Expr, expected: Ty) -> Option<(ConstValue, Ty)> {
        match &expr.kind {
            ast::ExprKind::Paren(inner) => self.range_end(inner, expected),
            ast::ExprKind::Path(path) => {
                let res = self.resolve_pattern_path(path, Wanted::UnitPattern)?;
                let ValueRes::Const(id, args) = res else {
                    self.report(
                        Diagnostic::new(
                            Code::E0029,
                            expr.span,
                            "only `char` and numeric types are allowed in range patterns",
                        )
                        .primary("not a constant of a numeric type"),
                    );
                    return None;
                };
                let ty = self.p.types.subst(self.p.const_sig(id).ty, args);
                let ty = self.normalize(ty, expr.span);
                let value = self.p.const_value(id, self.infer.resolve_list(args))?;
                Some((value, ty))
            }
            _ => self.pattern_literal(expr, expected),
        }
    }

    /// A constant's value as a pattern.
    fn constant_pattern(&mut self, value: &ConstValue, ty: Ty, span: Span) -> PatId {
        let kind = match (value, self.p.types.kind(ty)) {
            (ConstValue::Scalar(_) | ConstValue::Str(_), _) => PatKind::Constant(value.clone()),
            (ConstValue::Bytes(_), _) => PatKind::Constant(value.clone()),
            (ConstValue::Aggregate(parts), TyKind::Tuple(list)) => {
                let types = self.p.types.list(list);
                let fields = parts
                    .iter()
                    .zip(types.iter())
                    .enumerate()
                    .map(|(i, (v, &t))| (FieldIdx(i as u32), self.constant_pattern(v, t, span)))
                    .collect();
                PatKind::Fields(fields)
            }
            (ConstValue::Aggregate(parts), TyKind::Array(element, _)) if parts.len() <= MAX_CONST_PATTERN => {
                let prefix = parts.iter().map(|v| self.constant_pattern(v, element, span)).collect();
                PatKind::Slice { prefix, rest: None, suffix: Vec::new() }
            }
            (ConstValue::Repeat(one, count), TyKind::Array(element, _)) if *count <= MAX_CONST_PATTERN as u64 => {
                let prefix = (0..*count).map(|_| self.constant_pattern(one, element, span)).collect();
                PatKind::Slice { prefix, rest: None, suffix: Vec::new() }
            }
            (ConstValue::Aggregate(parts), TyKind::Adt(adt, args)) => {
                if !self.is_structural(adt, span, ty) {
                    return self.push_pat(PatKind::Error, ty, span);
                }
                let fields = self.constant_fields(adt, VariantIdx(0), parts, args, span);
                PatKind::Fields(fields)
            }
            (ConstValue::Variant(variant, parts), TyKind::Adt(adt, args)) => {
                if !self.is_structural(adt, span, ty) {
                    return self.push_pat(PatKind::Error, ty, span);
                }
                let fields = self.constant_fields(adt, *variant, parts, args, span);
                PatKind::Variant { adt, variant: *variant, fields }
            }
            (ConstValue::Ref(inner, pointee), TyKind::Ref(target, _)) => {
                let inner_ty = if matches!(self.p.types.kind(target), TyKind::Slice(_)) { *pointee } else { target };
                let inner = self.constant_pattern(inner, inner_ty, span);
                if inner_ty != target {
                    // The place behind the reference is a slice.
                    self.pats[inner.index()].ty = target;
                }
                PatKind::Deref(inner)
            }
            _ => return self.refuse_pat(Refused::FloatPatternConst, ty, span),
        };
        self.push_pat(kind, ty, span)
    }

    fn constant_fields(
        &mut self,
        adt: AdtId,
        variant: VariantIdx,
        parts: &[ConstValue],
        args: TyList,
        span: Span,
    ) -> Vec<(FieldIdx, PatId)> {
        let types: Vec<Ty> = self.p.adt_sig(adt).variants[variant.0 as usize]
            .fields
            .iter()
            .map(|f| self.p.types.subst(f.ty, args))
            .collect();
        parts
            .iter()
            .zip(types)
            .enumerate()
            .map(|(i, (v, t))| {
                let t = self.normalize(t, span);
                (FieldIdx(i as u32), self.constant_pattern(v, t, span))
            })
            .collect()
    }

    /// A constant in a pattern is compared structurally: its type must derive `PartialEq`.
    fn is_structural(&mut self, adt: AdtId, span: Span, ty: Ty) -> bool {
        let Some(eq) = self.p.tables.library_trait("PartialEq") else { return true };
        let empty = Vec::new();
        let derived = self.p.tables.trait_impls.get(&eq).unwrap_or(&empty).iter().any(|&i| {
            let entry = &self.p.tables.impls[i.index()];
            let for_this = matches!(self.p.types.kind(self.p.impl_header(i).self_ty), TyKind::Adt(a, _) if a == adt);
            let by_derive = matches!(&entry.item.kind, ast::ItemKind::Impl(imp) if imp.derived.is_some());
            for_this && (by_derive || !entry.is_user)
        });
        if !derived {
            let name = self.name(ty);
            self.report(
                Diagnostic::new(
                    Code::NonStructural,
                    span,
                    format!("constant of non-structural type `{name}` in a pattern"),
                )
                .primary("constant of non-structural type")
                .note(format!("`{name}` must be annotated with `#[derive(PartialEq)]` to be usable in patterns")),
            );
        }
        derived
    }
}

/// A path of one name.
fn single(name: &Ident) -> ast::Path {
    ast::Path {
        span: name.span,
        global: false,
        qself: None,
        segments: vec![ast::PathSegment { name: name.clone(), args: None }],
    }
}

/// "`a`, `b`", the last with "and" as rustc does for three and more fields.
fn join_comma(names: &[&str]) -> String {
    match names {
        [a, b] => format!("`{a}`, `{b}`"),
        other => {
            let quoted: Vec<String> = other.iter().map(|s| format!("`{s}`")).collect();
            if quoted.len() > 2 { quoted.join(", ") } else { join_names(other) }
        }
    }
}
