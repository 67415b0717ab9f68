//! E0599 and its kin: no such method or associated item.

use super::FnCtxt;
use super::method::Failure;
use crate::gate;
use crate::ids::ExprId;
use crate::report::similar_name;
use crate::traits::{Goal, key_of};
use crate::ty::{InferTy, Ty, TyKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;

impl FnCtxt<'_> {
    /// Report that a method call has no meaning.
    #[allow(clippy::too_many_arguments, reason = "the parts of one call")]
    pub(crate) fn report_no_method(
        &mut self,
        receiver: ExprId,
        ty: Ty,
        receiver_ast: &ast::Expr,
        method: &ast::PathSegment,
        args: &[ast::Expr],
        failure: Failure,
        expr: &ast::Expr,
    ) {
        let name = method.name.name.as_str();
        let span = method.name.span;
        let _ = receiver;
        if !failure.ambiguous.is_empty() {
            let d = Diagnostic::new(Code::E0034, span, "multiple applicable items in scope")
                .primary(format!("multiple `{name}` found"));
            self.report(d);
            return;
        }
        if let Some(private) = failure.private {
            let declared = self.p.tables.fns[private.index()].item.name.span;
            let mut d =
                Diagnostic::new(Code::E0624, span, format!("method `{name}` is private")).primary("private method");
            if declared.is_user() {
                d = d.label(declared, "private method defined here");
            }
            self.report(d);
            return;
        }
        // The numeric literal whose type is open.
        if matches!(self.kind(ty), TyKind::Infer(InferTy::Int(_) | InferTy::Float(_)))
            && (self.numeric_has_method(name, matches!(self.kind(ty), TyKind::Infer(InferTy::Float(_))))
                || gate::std_method(self.p, self.infer.shallow(ty), name, span).is_some())
        {
            let shown = self.name(ty);
            let mut d = Diagnostic::new(
                Code::E0689,
                span,
                format!("can't call method `{name}` on ambiguous numeric type `{shown}`"),
            );
            let concrete = if matches!(self.kind(ty), TyKind::Infer(InferTy::Int(_))) { "i32" } else { "f32" };
            if let ast::ExprKind::Lit(_) = &receiver_ast.kind {
                d = d.suggest(
                    format!("you must specify a concrete type for this numeric value, like `{concrete}`"),
                    receiver_ast.span.shrink_to_hi(),
                    format!("_{concrete}"),
                );
            } else {
                d = d.help(format!("you must specify a type for this binding, like `{concrete}`"));
            }
            self.report(d);
            return;
        }
        let mut bare = self.infer.shallow(ty);
        while let TyKind::Ref(inner, _) = self.kind(bare) {
            bare = self.infer.shallow(inner);
        }
        let refusal = match failure.unmet {
            _ if matches!(self.kind(bare), TyKind::Infer(_)) => None,
            // The library has the method; what is missing may be an implementation that Rust's library has.
            Some((f, goal)) if matches!(self.p.tables.fns[f.index()].container, crate::defs::Container::Impl(_)) => {
                match goal {
                    Goal::Trait(t) => {
                        let args = self.p.types.list(t.args);
                        let (of, arg) = (self.infer.shallow(args[0]), args.get(1).map(|&a| self.infer.shallow(a)));
                        gate::std_impl(self.p, &self.p.tables.traits[t.def.index()].name, of, arg, span)
                    }
                    Goal::Projection(..) => None,
                }
            }
            _ => gate::std_method(self.p, bare, name, span),
        };
        if let Some(d) = refusal {
            self.report(d);
            return;
        }
        if let TyKind::Adt(adt, _) = self.kind(bare)
            && self.p.tables.adts[adt.index()].is_user
            && let Some(d) = self.unknown_derived(adt, name, span)
        {
            self.report(d);
            return;
        }
        let shown = self.name(ty);
        let (what, of) = self.described_type(ty);
        if let Some((f, goal)) = failure.unmet {
            let of_trait = matches!(self.p.tables.fns[f.index()].container, crate::defs::Container::Trait(_));
            if !of_trait || matches!(self.kind(bare), TyKind::Adt(..)) {
                let bound = self.goal_text(&goal);
                let mut d = if of_trait {
                    Diagnostic::new(
                        Code::E0599,
                        span,
                        format!("no method named `{name}` found for {what} `{shown}` in the current scope"),
                    )
                } else {
                    Diagnostic::new(
                        Code::E0599,
                        span,
                        format!(
                            "the method `{name}` exists for {what} `{shown}`, but its trait bounds were not satisfied"
                        ),
                    )
                };
                if of_trait {
                    d = self.not_found_labels(d, bare, name, "method", span);
                } else {
                    d = d
                        .primary(format!("method cannot be called on `{shown}` due to unsatisfied trait bounds"))
                        .note(format!("the following trait bounds were not satisfied:\n`{bound}`"));
                }
                self.report(d);
                return;
            }
        }
        let mut d = Diagnostic::new(
            Code::E0599,
            span,
            format!("no method named `{name}` found for {what} `{shown}` in the current scope"),
        );
        let _ = of;
        // A field of that name is no method.
        if let TyKind::Adt(adt, _) = self.kind(bare)
            && !self.p.tables.adts[adt.index()].is_enum
            && self.p.adt_sig(adt).variants[0].field(name).is_some()
        {
            d = d.primary("field, not a method");
            if args.is_empty() {
                d = d.suggest("remove the arguments", Span { lo: span.hi, ..expr.span }, "");
            }
            if self.p.tables.adts[adt.index()].is_user {
                d = d.label(
                    self.p.tables.adts[adt.index()].item.name.span,
                    format!("method `{name}` not found for this struct"),
                );
            }
            self.report(d);
            return;
        }
        // An associated function of that name is no method.
        if let Some(f) = self.inherent_fn(bare, name)
            && !self.p.fn_sig(f).has_self
        {
            d = d.primary("this is an associated function, not a method").note("found the following associated functions; to be used as methods, functions must have a `self` parameter");
            let declared = self.p.tables.fns[f.index()].item.name.span;
            if declared.is_user() {
                d = d.label(declared, "the candidate is defined here");
            }
            d = d.help(format!("use associated function syntax instead: `{}::{name}(…)`", self.name(bare)));
            self.report(d);
            return;
        }
        d = self.not_found_labels(d, bare, name, "method", span);
        if let Some(t) = failure.not_in_scope {
            let entry = &self.p.tables.traits[t.index()];
            let path = if entry.is_user { format!("crate::{}", entry.path) } else { entry.path.to_string() };
            d = d.help(format!(
                "trait `{}` which provides `{name}` is implemented but not in scope; perhaps you want to import it: `use {path};`",
                entry.name
            ));
        }
        self.report(d);
    }

    /// A method that a derive of the standard library would give, were the trait there.
    fn unknown_derived(&self, adt: crate::ids::AdtId, name: &str, span: Span) -> Option<Diagnostic> {
        let _ = (adt, name, span);
        None
    }

    fn goal_text(&self, goal: &Goal) -> String {
        match *goal {
            Goal::Trait(t) => {
                let args = self.p.types.list(t.args);
                format!("{}: {}", self.name(args[0]), crate::display::trait_name(self.p, t))
            }
            Goal::Projection(alias, args, ty) => {
                let projection = self.p.types.mk(TyKind::Projection(alias, args));
                format!("{} = {}", self.name(projection), self.name(ty))
            }
        }
    }

    /// "struct", "enum", "type", "reference", ….
    fn described_type(&self, ty: Ty) -> (&'static str, &'static str) {
        match self.kind(ty) {
            TyKind::Adt(adt, _) if self.p.tables.adts[adt.index()].is_enum => ("enum", "this enum"),
            TyKind::Adt(..) => ("struct", "this struct"),
            TyKind::Ref(_, true) => ("mutable reference", ""),
            TyKind::Ref(..) => ("reference", ""),
            TyKind::Array(..) => ("array", ""),
            TyKind::Slice(_) => ("slice", ""),
            TyKind::Tuple(l) if self.p.types.list(l).is_empty() => ("unit type", ""),
            TyKind::Tuple(_) => ("tuple", ""),
            TyKind::Param(..) => ("type parameter", ""),
            TyKind::FnDef(..) => ("fn item", ""),
            TyKind::FnPtr(_) => ("fn pointer", ""),
            _ => ("type", ""),
        }
    }

    /// The primary label, the type's declaration, and a similar name.
    fn not_found_labels(&self, d: Diagnostic, ty: Ty, name: &str, what: &str, span: Span) -> Diagnostic {
        let mut d = d;
        let names = self.inherent_names(ty, what);
        let similar = similar_name(name, names.iter().map(String::as_str))
            .or_else(|| usual_method(name).filter(|usual| names.iter().any(|n| n == usual)).map(str::to_owned));
        d = match &similar {
            Some(s) => {
                let kind = if what == "method" { "a method" } else { "an associated item" };
                d.suggest(format!("there is {kind} `{s}` with a similar name"), span, s.clone())
            }
            None => d.primary(format!("{what} not found in `{}`", self.name(ty))),
        };
        if let TyKind::Adt(adt, _) = self.kind(ty) {
            let entry = &self.p.tables.adts[adt.index()];
            if entry.is_user {
                let of = if entry.is_enum { "enum" } else { "struct" };
                d = d.label(entry.item.name.span, format!("{what} `{name}` not found for this {of}"));
            }
        }
        d
    }

    /// Names of a type's inherent methods, or of all its associated items.
    fn inherent_names(&self, ty: Ty, what: &str) -> Vec<String> {
        let mut names = Vec::new();
        let Some(key) = key_of(self.p, ty) else { return names };
        for &id in self.p.tables.inherent_impls.get(&key).map_or(&[][..], Vec::as_slice) {
            let entry = &self.p.tables.impls[id.index()];
            for &f in &entry.fns {
                let def = &self.p.tables.fns[f.index()];
                let is_method = matches!(&def.item.kind, ast::ItemKind::Fn(f) if f.self_param.is_some());
                if (what != "method" || is_method) && self.p.tables.accessible(def.visible_in, self.module) {
                    names.push(def.name.to_string());
                }
            }
            if what != "method" {
                names.extend(entry.consts.iter().map(|c| self.p.tables.consts[c.index()].name.to_string()));
            }
        }
        if what != "method"
            && let TyKind::Adt(adt, _) = self.kind(ty)
            && self.p.tables.adts[adt.index()].is_enum
        {
            names.extend(self.p.tables.adts[adt.index()].variants.iter().map(|(n, _, _)| n.to_string()));
        }
        names
    }

    fn inherent_fn(&self, ty: Ty, name: &str) -> Option<crate::ids::FnId> {
        let key = key_of(self.p, ty)?;
        self.p
            .tables
            .inherent_impls
            .get(&key)?
            .iter()
            .find_map(|id| self.p.tables.fn_named(&self.p.tables.impls[id.index()].fns, name))
    }

    /// Whether some numeric type of the library has the method.
    fn numeric_has_method(&self, name: &str, float: bool) -> bool {
        use crate::traits::TypeKey;
        self.p.tables.inherent_impls.iter().any(|(key, impls)| {
            let fits = if float { matches!(key, TypeKey::Float(_)) } else { matches!(key, TypeKey::Int(_)) };
            fits && impls.iter().any(|i| self.p.tables.fn_named(&self.p.tables.impls[i.index()].fns, name).is_some())
        })
    }

    /// E0599 for `T::name`.
    pub(crate) fn no_assoc_item(&mut self, ty: Ty, segment: &ast::PathSegment, span: Span) {
        let name = segment.name.name.as_str();
        let at = segment.name.span;
        let _ = span;
        if self.infer.has_error(ty) {
            return;
        }
        if let Some(d) = gate::std_method(self.p, ty, name, at) {
            self.report(d);
            return;
        }
        let shown = self.name(ty);
        let (what_ty, _) = self.described_type(ty);
        let is_enum = matches!(self.kind(ty), TyKind::Adt(adt, _) if self.p.tables.adts[adt.index()].is_enum);
        let upper = name.starts_with(|c: char| c.is_uppercase());
        let what = match (is_enum, upper, self.called_paths) {
            (true, _, false) | (true, true, _) => "variant or associated item",
            (true, false, true) => "variant, associated function, or constant",
            (false, _, true) => "function or associated item",
            (false, _, false) => "associated item",
        };
        let what =
            if what == "variant, associated function, or constant" { "variant or associated item" } else { what };
        let mut d = Diagnostic::new(
            Code::E0599,
            at,
            format!("no {what} named `{name}` found for {what_ty} `{shown}` in the current scope"),
        );
        d = self.not_found_labels(d, ty, name, what, at);
        self.report(d);
    }
}

/// What a method is called here that is called so elsewhere.
fn usual_method(name: &str) -> Option<&'static str> {
    Some(match name {
        "length" | "lenght" | "size" | "count" => "len",
        "append" | "add" | "push_back" => "push",
        "pop_back" => "pop",
        "has" | "includes" | "contains_value" => "contains",
        "put" | "set" => "insert",
        "uppercase" | "to_upper" => "to_uppercase",
        "lowercase" | "to_lower" => "to_lowercase",
        "substr" | "substring" => "get",
        _ => return None,
    })
}
