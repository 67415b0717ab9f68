//! What can be wrong with generic parameters, and with the arguments of the types in signatures.

use crate::Program;
use crate::defs::{Container, Generics, Predicate, TraitRef};
use crate::gate::{Refused, refusal};
use crate::ids::{AdtId, FnId, ImplId, TraitId};
use crate::infer::Infer;
use crate::sig::{generics_of, lifetime_params, type_params};
use crate::traits::{Goal, Select};
use crate::ty::{Flags, Ty, TyKind, TyList};
use rustc_hash::FxHashSet;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast::{self, GenericParamKind, ItemKind};

impl Program {
    /// E0128, E0203, E0735, E0770: the parameters that an item declares, as they are written.
    pub(crate) fn check_declared_params(&self, ast: &ast::Generics, lowered: &Generics) {
        let params: Vec<&ast::GenericParam> = type_params(ast).collect();
        for (i, param) in params.iter().enumerate() {
            if let GenericParamKind::Type(bounds, default) = &param.kind {
                let relaxed = bounds.iter().filter(|b| matches!(b, ast::Bound::Trait { maybe: true, .. }));
                if relaxed.count() > 1 {
                    let message = "type parameter has more than one relaxed default bound, only one is supported";
                    self.tables.report(Diagnostic::new(Code::E0203, param.name.span, message));
                }
                if let Some(default) = default {
                    self.check_default(default, &params[i..], lowered);
                }
            }
        }
        for param in &lowered.params[lowered.parent_count..] {
            if let Some(ty) = param.const_ty
                && self.types.flags(ty).has(Flags::PARAM)
            {
                let message = "the type of const parameters must not depend on other generic parameters";
                self.tables.report(
                    Diagnostic::new(Code::E0770, param.span, message)
                        .primary("the type must not depend on a parameter"),
                );
            } else if param.const_ty.is_some_and(|ty| matches!(self.types.kind(ty), TyKind::Int(int) if int.is_wide()))
            {
                self.tables.report(refusal(Refused::ConstParamWide, param.span));
            }
        }
    }

    /// The default of the first of these parameters, which may name none of them. In a trait, `Self` is a parameter that
    /// comes before all others.
    fn check_default(&self, default: &ast::Ty, params: &[&ast::GenericParam], lowered: &Generics) {
        let in_trait = lowered.params.first().is_some_and(|p| p.name == "Self");
        let mut names = Vec::new();
        names_in(default, &mut names);
        for (name, span) in names {
            if name == "Self" && !in_trait {
                let message = "generic parameters cannot use `Self` in their defaults";
                self.tables.report(Diagnostic::new(Code::E0735, span, message));
            } else if params.iter().any(|p| p.name.name == name) {
                let message = "generic parameter defaults cannot reference parameters before they are declared";
                self.tables.report(
                    Diagnostic::new(Code::E0128, span, message)
                        .primary(format!("cannot reference `{name}` before it is declared")),
                );
            }
        }
    }

    /// E0392: type parameters that no field mentions.
    pub(crate) fn check_unused_params(&self, id: AdtId) {
        let def = self.adt_sig(id);
        let fields = || def.variants.iter().flat_map(|v| &v.fields);
        if fields().any(|field| self.types.flags(field.ty).has(Flags::ERROR)) {
            return;
        }
        let mut used = FxHashSet::default();
        fields().for_each(|field| self.collect_params(field.ty, true, &mut used));
        for (i, param) in def.generics.params.iter().enumerate() {
            let name = &param.name;
            if param.const_ty.is_none() && !used.contains(&(i as u32)) {
                self.tables.report(
                    Diagnostic::new(Code::E0392, param.span, format!("type parameter `{name}` is never used"))
                        .primary("unused type parameter")
                        .help(format!(
                            "consider removing `{name}`, referring to it in a field, or using a marker such as `PhantomData`"
                        ))
                        .help(format!(
                            "if you intended `{name}` to be a const parameter, use `const {name}: /* Type */` instead"
                        )),
                );
            }
        }
    }

    /// The parameters in a type. Those of a projection's arguments count only if `projections` says so: the projection
    /// does not determine them.
    fn collect_params(&self, ty: Ty, projections: bool, out: &mut FxHashSet<u32>) {
        let lists = |list: TyList, out: &mut FxHashSet<u32>| {
            for &ty in self.types.list(list).iter() {
                self.collect_params(ty, projections, out);
            }
        };
        match self.types.kind(ty) {
            TyKind::Param(index, _) => {
                out.insert(index);
            }
            TyKind::Projection(_, list) if projections => lists(list, out),
            TyKind::Tuple(list)
            | TyKind::Adt(_, list)
            | TyKind::FnDef(_, list)
            | TyKind::FnPtr(list)
            | TyKind::Dyn(_, list, _) => lists(list, out),
            TyKind::Array(element, len) => {
                self.collect_params(element, projections, out);
                self.collect_params(len, projections, out);
            }
            TyKind::Slice(inner) | TyKind::Ref(inner, _) | TyKind::Ptr(inner, _) => {
                self.collect_params(inner, projections, out);
            }
            _ => {}
        }
    }

    /// E0207: parameters of an implementation that nothing determines.
    pub(crate) fn check_constrained_params(&self, id: ImplId, ast: &ast::Impl) {
        let header = self.impl_header(id);
        let mut known = FxHashSet::default();
        self.collect_params(header.self_ty, false, &mut known);
        if let Some(t) = header.of_trait {
            for &arg in self.types.list(t.args).iter() {
                self.collect_params(arg, false, &mut known);
            }
        }
        // What an associated type of something known is, is known.
        let mut before = usize::MAX;
        while before != known.len() {
            before = known.len();
            for bound in &header.generics.bounds {
                let Predicate::Projection(_, args, ty, _) = bound else { continue };
                let mut inputs = FxHashSet::default();
                self.types.list(*args).iter().for_each(|&arg| self.collect_params(arg, true, &mut inputs));
                if inputs.is_subset(&known) {
                    self.collect_params(*ty, false, &mut known);
                }
            }
        }
        for (i, param) in header.generics.params.iter().enumerate() {
            if !known.contains(&(i as u32)) {
                let kind = if param.const_ty.is_some() { "const" } else { "type" };
                self.report_unconstrained(kind, &param.name, param.span);
            }
        }
        for param in lifetime_params(&ast.generics) {
            let name = &param.name.name;
            let in_trait = ast.of_trait.as_ref().is_some_and(|path| {
                let ty = ast::Ty { id: ast.self_ty.id, span: path.span, kind: ast::TyKind::Path(path.clone()) };
                super::wf::mentions_lifetime(&ty, name)
            });
            if super::wf::mentions_lifetime(&ast.self_ty, name) || in_trait {
                continue;
            }
            let in_type = ast.items.iter().any(|item| {
                matches!(&item.kind, ItemKind::TypeAlias(_, _, Some(ty)) if super::wf::mentions_lifetime(ty, name))
            });
            if in_type {
                self.report_unconstrained("lifetime", name, param.name.span);
            }
        }
    }

    fn report_unconstrained(&self, kind: &str, name: &str, span: Span) {
        let message =
            format!("the {kind} parameter `{name}` is not constrained by the impl trait, self type, or predicates");
        self.tables
            .report(Diagnostic::new(Code::E0207, span, message).primary(format!("unconstrained {kind} parameter")));
    }

    /// E0391: a trait that is its own supertrait, told once for each cycle.
    pub(crate) fn check_supertrait_cycle(&self, id: TraitId) {
        let above = self.traits_above(id);
        let is_told = |&t: &TraitId| t < id && self.traits_above(t).contains(&id);
        if !above.contains(&id) || above.iter().any(is_told) {
            return;
        }
        let entry = &self.tables.traits[id.index()];
        let ItemKind::Trait(ast) = &entry.item.kind else { return };
        let span = ast.bounds.iter().find_map(|b| match b {
            ast::Bound::Trait { span, .. } => Some(*span),
            ast::Bound::Lifetime(_) | ast::Bound::Captures(_) => None,
        });
        let name = &entry.name;
        self.tables.report(
            Diagnostic::new(
                Code::E0391,
                span.unwrap_or(entry.item.name.span),
                format!("cycle detected when computing the super predicates of `{name}`"),
            )
            .primary(format!("`{name}` requires itself")),
        );
    }

    /// The traits that the bounds behind a trait's name lead to, itself only if it is among them.
    fn traits_above(&self, id: TraitId) -> Vec<TraitId> {
        let mut found = Vec::new();
        let mut pending = vec![id];
        while let Some(t) = pending.pop() {
            let entry = &self.tables.traits[t.index()];
            let ItemKind::Trait(ast) = &entry.item.kind else { continue };
            for bound in &ast.bounds {
                if let ast::Bound::Trait { path, maybe: false, .. } = bound
                    && let Some(above) = self.trait_named(entry.module, path)
                    && !found.contains(&above)
                {
                    found.push(above);
                    pending.push(above);
                }
            }
        }
        found
    }

    /// E0642: a function without a body has nothing to take its arguments apart for.
    pub(crate) fn check_bodiless_params(&self, id: FnId) {
        let entry = &self.tables.fns[id.index()];
        let ItemKind::Fn(f) = &entry.item.kind else { return };
        if f.body.is_some() || !matches!(entry.container, Container::Trait(_)) {
            return;
        }
        for param in &f.params {
            let plain = matches!(
                &param.pat.kind,
                ast::PatKind::Wild | ast::PatKind::Ident { by_ref: false, mutable: false, sub: None, .. }
            );
            if !plain {
                self.tables.report(
                    Diagnostic::new(Code::E0642, param.pat.span, "patterns aren't allowed in functions without bodies")
                        .primary("pattern not allowed in function without body"),
                );
            }
        }
    }

    /// E0276: bounds of a method that its trait does not ask for.
    pub(crate) fn check_method_bounds(&self, f: FnId, g: FnId, trait_args: TyList) {
        let (own, declared) = (&self.fn_sig(f).generics, &self.fn_sig(g).generics);
        let mut args: Vec<Ty> = self.types.list(trait_args).to_vec();
        for (i, param) in own.params.iter().enumerate().skip(own.parent_count) {
            args.push(self.types.mk(TyKind::Param(i as u32, param.name.clone())));
        }
        let args = self.types.mk_list(&args);
        let infer = Infer::new(self);
        let inherited = match self.tables.fns[f.index()].container {
            Container::Impl(id) => self.impl_header(id).generics.bounds.clone(),
            _ => Vec::new(),
        };
        let count = inherited.len();
        let of_impl = self.elaborate(inherited.clone());
        let select = Select { infer: &infer, env: &of_impl };
        // The trait's `Self::Item` is what the implementation says.
        let known = |ty: Ty| select.normalize(self.types.subst(ty, args), &mut Vec::new(), 0);
        let known_list = |list: TyList| {
            let list: Vec<Ty> = self.types.list(list).iter().map(|&ty| known(ty)).collect();
            self.types.mk_list(&list)
        };
        let declared: Vec<Predicate> = declared
            .bounds
            .iter()
            .map(|bound| match bound {
                Predicate::Trait(t, span) => Predicate::Trait(TraitRef { def: t.def, args: known_list(t.args) }, *span),
                Predicate::Projection(alias, list, ty, span) => {
                    Predicate::Projection(*alias, known_list(*list), known(*ty), *span)
                }
            })
            .collect();
        let env = self.elaborate(inherited.into_iter().chain(declared).collect());
        let select = Select { infer: &infer, env: &env };
        for bound in own.bounds.iter().skip(count) {
            let Predicate::Trait(t, _) = bound else { continue };
            if !select.holds(&Goal::Trait(*t)) {
                let entry = &self.tables.fns[f.index()];
                let ItemKind::Fn(ast) = &entry.item.kind else { return };
                let what = format!(
                    "`{}: {}`",
                    self.type_name(self.types.list(t.args)[0]),
                    crate::display::trait_name(self, *t)
                );
                self.tables.report(
                    Diagnostic::new(Code::E0276, ast.sig_span, "impl has stricter requirements than trait")
                        .primary(format!("impl has extra requirement {what}")),
                );
                return;
            }
        }
    }

    /// E0277: the types in a signature meet the bounds of their own parameters, given the bounds of the item.
    pub(crate) fn check_types_in_signature(&self, types: &[(Ty, Span)], bounds: &[Predicate]) {
        let env = self.elaborate(bounds.to_vec());
        let mut seen = FxHashSet::default();
        let infer = Infer::new(self);
        let select = Select { infer: &infer, env: &env };
        for &(ty, span) in types {
            if !self.types.flags(ty).has(Flags::ERROR) && self.report_ill_formed(ty, &select, span, &mut seen) {
                return;
            }
        }
    }

    /// E0277 for a bound of an item.
    pub(crate) fn unmet_bound(&self, required: TraitRef, span: Span) -> Diagnostic {
        let shown = self.type_name(self.types.list(required.args)[0]);
        let name = crate::display::trait_name(self, required);
        let entry = &self.tables.traits[required.def.index()];
        match if entry.is_user { "" } else { entry.name.as_str() } {
            "Debug" => Diagnostic::new(Code::E0277, span, format!("`{shown}` doesn't implement `Debug`"))
                .primary(format!("`{shown}` cannot be formatted using `{{:?}}`")),
            "Display" => Diagnostic::new(Code::E0277, span, format!("`{shown}` doesn't implement `std::fmt::Display`"))
                .primary(format!("`{shown}` cannot be formatted with the default formatter")),
            "PartialEq" => Diagnostic::new(Code::E0277, span, format!("can't compare `{shown}` with `{shown}`"))
                .primary(format!("no implementation for `{shown} == {shown}`")),
            "Sized" => {
                let message = format!("the size for values of type `{shown}` cannot be known at compilation time");
                Diagnostic::new(Code::E0277, span, message).primary("doesn't have a size known at compile-time")
            }
            _ => Diagnostic::new(Code::E0277, span, format!("the trait bound `{shown}: {name}` is not satisfied"))
                .primary(format!("the trait `{name}` is not implemented for `{shown}`")),
        }
    }

    /// E0746.
    fn report_object_result(&self, ret: &ast::Ty) {
        let shown = stair_syntax::pretty::ty(ret);
        let bounds = shown.strip_prefix("dyn ").unwrap_or(&shown);
        self.tables.report(
            Diagnostic::new(
                Code::E0746,
                ret.span,
                "return type cannot be a trait object without pointer indirection",
            )
            .primary("doesn't have a size known at compile-time")
            .suggest("consider returning an `impl Trait` instead of a `dyn Trait`", ret.span, format!("impl {bounds}"))
            .help(format!(
                "alternatively, box the return type, `Box<{shown}>`, and wrap all of the returned values in `Box::new`"
            )),
        );
    }

    /// [`Program::check_types_in_signature`] for a function.
    pub(crate) fn check_fn_types(&self, id: FnId) {
        let entry = &self.tables.fns[id.index()];
        let ItemKind::Fn(f) = &entry.item.kind else { return };
        let sig = self.fn_sig(id);
        let skip = usize::from(f.self_param.is_some());
        let mut types: Vec<(Ty, Span)> = Vec::new();
        for (i, &ty) in sig.params.iter().enumerate().skip(skip) {
            if let Some(param) = f.params.get(i - skip) {
                types.push((ty, param.ty.span));
            }
        }
        if let Some(ret) = &f.ret {
            if matches!(self.types.kind(sig.ret), TyKind::Dyn(..)) && f.body.is_some() {
                self.report_object_result(ret);
                return;
            }
            types.push((sig.ret, ret.span));
        }
        self.check_types_in_signature(&types, &sig.generics.bounds);
        if let Some(ast) = generics_of(&entry.item) {
            self.check_declared_params(ast, &sig.generics);
        }
    }
}

/// The names of one segment in a type.
fn names_in(ty: &ast::Ty, out: &mut Vec<(smol_str::SmolStr, Span)>) {
    match &ty.kind {
        ast::TyKind::Path(path) => {
            if let [first, ..] = path.segments.as_slice() {
                out.push((first.name.name.clone(), first.name.span));
            }
            for args in path.segments.iter().filter_map(|segment| segment.args.as_ref()) {
                for arg in &args.args {
                    if let ast::GenericArg::Type(ty) = arg {
                        names_in(ty, out);
                    }
                }
            }
        }
        ast::TyKind::Ref { inner, .. } | ast::TyKind::Slice(inner) | ast::TyKind::Paren(inner) => names_in(inner, out),
        ast::TyKind::Array(element, _) => names_in(element, out),
        ast::TyKind::Tuple(elements) => elements.iter().for_each(|element| names_in(element, out)),
        _ => {}
    }
}
