//! Paths as values: variables, constants, functions, constructors, associated items.

use super::{Cause, FnCtxt, InScope};
use crate::collect::names::{Ns, PathRes, Res, Within};
use crate::defs::{DefId, TraitRef, VariantShape};
use crate::gate::{self, Refused};
use crate::ids::{AdtId, ConstId, ExprId, FnId, LocalId, StaticId, VariantIdx};
use crate::sig::SelfIs;
use crate::sig::lower::{Lower, Wanted, shown_path};
use crate::traits::Goal;
use crate::ty::{InferTy, Ty, TyKind, TyList};
use crate::typed::ExprKind;
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;

/// What a path stands for in an expression.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum ValueRes {
    Local(LocalId),
    Const(ConstId, TyList),
    Static(StaticId),
    Fn(FnId, TyList),
    /// A struct's or variant's constructor, with the type's arguments.
    Ctor(AdtId, VariantIdx, TyList),
    ConstParam,
}

/// How a path is used, for the wording of errors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Use {
    Value,
    Callee,
}

impl Use {
    fn wanted(self) -> Wanted {
        match self {
            Self::Value => Wanted::Value,
            Self::Callee => Wanted::Function,
        }
    }
}

impl FnCtxt<'_> {
    /// The variable of this name, or an item of a block around.
    pub(crate) fn lookup_local(&self, ident: &ast::Ident) -> Option<Result<LocalId, Res>> {
        let (name, mut ctxt) = (&ident.name, ident.ctxt);
        let mut top = self.names.len();
        for mark in self.marks.iter().rev() {
            for entry in self.names[mark.names..top].iter().rev() {
                match entry {
                    InScope::Variable(found, local) if found.name == *name && found.ctxt == ctxt => {
                        return Some(Ok(*local));
                    }
                    InScope::Variable(..) => {}
                    // What the macro's definition says means what it means there.
                    InScope::Macro(definition) => {
                        if let Some((inner, by)) = self.p.tables.hygiene.outermost(ctxt)
                            && by == *definition
                        {
                            ctxt = inner;
                        }
                    }
                }
            }
            top = mark.names;
            if let Some(module) = mark.module
                && let Some(binding) = self.p.tables.binding(module, Ns::Value, name)
            {
                return Some(Err(binding.res));
            }
        }
        None
    }

    /// A path as an expression.
    pub(crate) fn path_expr(&mut self, path: &ast::Path, expr: &ast::Expr, usage: Use) -> ExprId {
        let (span, node) = (expr.span, expr.id);
        match self.resolve_value(path, usage) {
            None => self.error_expr(span, node),
            Some(res) => self.value_expr(res, path, span, expr),
        }
    }

    fn value_expr(&mut self, res: ValueRes, path: &ast::Path, span: Span, expr: &ast::Expr) -> ExprId {
        let node = expr.id;
        match res {
            ValueRes::Local(local) => {
                let ty = self.locals[local.index()].ty;
                self.push(ExprKind::Local(local), ty, span, node)
            }
            ValueRes::Const(id, args) => {
                let ty = self.p.types.subst(self.p.const_sig(id).ty, args);
                let ty = self.normalize(ty, span);
                self.push(ExprKind::NamedConst(id, args), ty, span, node)
            }
            ValueRes::Static(id) => {
                let def = self.p.static_sig(id);
                if def.mutable && self.unsafe_depth == 0 {
                    self.report(
                        Diagnostic::new(Code::E0133, span, "use of mutable static is unsafe and requires unsafe function or block")
                            .primary("use of mutable static")
                            .note("mutable statics can be mutated by multiple threads: aliasing violations or data races will cause undefined behavior"),
                    );
                }
                self.push(ExprKind::Static(id), def.ty, span, node)
            }
            ValueRes::Fn(id, _) if self.is_destructor(id) => {
                self.report_expr(super::call::destructor_path(span), span, node)
            }
            ValueRes::Fn(id, args) => {
                let ty = self.p.types.mk(TyKind::FnDef(id, args));
                self.push(ExprKind::FnItem, ty, span, node)
            }
            ValueRes::Ctor(adt, variant, args) => {
                let ty = self.p.types.mk(TyKind::Adt(adt, args));
                match self.p.variant_shape(adt, variant) {
                    VariantShape::Unit => {
                        self.push(ExprKind::Adt { adt, variant, fields: Vec::new(), base: None }, ty, span, node)
                    }
                    VariantShape::Tuple => match self.p.tables.ctors.get(&(adt, variant)) {
                        Some(&f) => {
                            let ty = self.p.types.mk(TyKind::FnDef(f, args));
                            self.push(ExprKind::FnItem, ty, span, node)
                        }
                        None => self.error_expr(span, node),
                    },
                    VariantShape::Named => {
                        let shown = shown_path(path);
                        let d = Diagnostic::new(
                            Code::E0533,
                            span,
                            format!("expected value, found struct variant `{shown}`"),
                        )
                        .primary("not a value");
                        self.report_expr(d, span, node)
                    }
                }
            }
            ValueRes::ConstParam => self.const_param(path, span, expr),
        }
    }

    /// A constant parameter as a value. One of type `usize` is the size of so many bytes, which needs no form of its own
    /// in the tree.
    fn const_param(&mut self, path: &ast::Path, span: Span, expr: &ast::Expr) -> ExprId {
        let common = self.common();
        let size_of = match self.p.tables.library_names.get("size_of") {
            Some(&DefId::Fn(f)) => Some(f),
            _ => None,
        };
        let arg = self.with_lower(|l| l.const_arg(expr, common.usize));
        let is_usize = self.const_param_ty(path) == Some(common.usize);
        match size_of {
            Some(f) if is_usize => {
                let bytes = self.p.types.mk(TyKind::Array(common.u8, arg));
                let args = self.p.types.mk_list(&[bytes]);
                let callee = crate::typed::Callee::Fn(f, args);
                self.push(ExprKind::Call { callee, args: Vec::new() }, common.usize, span, expr.id)
            }
            _ => self.refuse_expr(Refused::ConstParamValue, span, expr.id),
        }
    }

    fn const_param_ty(&self, path: &ast::Path) -> Option<Ty> {
        let name = &path.segments.first()?.name.name;
        for item in self.scope.items.iter().rev() {
            let param =
                crate::sig::generics_of(item).into_iter().flat_map(|g| &g.params).find(|p| p.name.name == *name);
            if let Some(ast::GenericParam { kind: ast::GenericParamKind::Const(ty, _), .. }) = param {
                return Some(self.with_lower(|l| l.ty(ty)));
            }
        }
        None
    }

    /// What a path means as a value; `None` after an error.
    pub(crate) fn resolve_value(&mut self, path: &ast::Path, usage: Use) -> Option<ValueRes> {
        if let Some(qself) = &path.qself {
            return self.qualified_value(qself, path);
        }
        let first = path.segments.first()?;
        let name = first.name.name.clone();
        if !path.global && path.segments.len() == 1 {
            match self.lookup_local(&first.name) {
                Some(Ok(local)) => {
                    self.with_lower(|l| l.no_args(first, "local variable"));
                    return Some(ValueRes::Local(local));
                }
                Some(Err(res)) => {
                    let found = PathRes { res, used: 1, private: None, ambiguous: None };
                    return self.resolved_value(path, &found, usage);
                }
                None => {}
            }
            if self.scope.params.iter().any(|p| p.is_const && p.name == name) {
                return Some(ValueRes::ConstParam);
            }
            if name == "Self" {
                return self.self_ctor(path, usage);
            }
            if name == "self" {
                return self.no_self(first.name.span);
            }
        }
        if !path.global && path.segments.len() > 1 {
            if name == "Self" {
                if self.scope.self_is == SelfIs::None {
                    self.report(
                        Diagnostic::new(Code::E0433, first.name.span, "cannot find `Self` in this scope")
                            .primary("`Self` is only available in impls, traits, and type definitions"),
                    );
                    return None;
                }
                let base = self.with_lower(|l| l.self_ty(first.name.span));
                return self.rest_of_path(base, path, 1);
            }
            if let Some(param) = self.with_lower(|l| l.type_param(&name)) {
                return self.rest_of_path(param, path, 1);
            }
        }
        match self.p.tables.resolve_segments(self.module, path.global, &path.segments, Ns::Value) {
            Ok(found) => {
                self.p.check_private(path, &found, self.module);
                self.resolved_value(path, &found, usage)
            }
            Err(error) => {
                self.unresolved_value(path, error, usage);
                None
            }
        }
    }

    /// `Self` as a constructor.
    fn self_ctor(&mut self, path: &ast::Path, usage: Use) -> Option<ValueRes> {
        if self.scope.self_is == SelfIs::None {
            self.report(
                Diagnostic::new(Code::E0411, path.span, "cannot find type `Self` in this scope")
                    .primary("`Self` is only available in impls, traits, and type definitions"),
            );
            return None;
        }
        let ty = self.with_lower(|l| l.self_ty(path.span));
        match self.kind(ty) {
            TyKind::Adt(adt, args)
                if !self.p.tables.adts[adt.index()].is_enum
                    && self.p.variant_shape(adt, VariantIdx(0)) != VariantShape::Named =>
            {
                Some(ValueRes::Ctor(adt, VariantIdx(0), args))
            }
            TyKind::Error => None,
            _ => {
                let _ = usage;
                self.report(
                    Diagnostic::new(
                        Code::Syntax,
                        path.span,
                        "the `Self` constructor must be used with unit or tuple struct",
                    )
                    .help("use curly brackets"),
                );
                None
            }
        }
    }

    /// E0424.
    fn no_self(&mut self, span: Span) -> Option<ValueRes> {
        self.report(
            Diagnostic::new(Code::E0424, span, "expected value, found module `self`")
                .primary("`self` value is a keyword only available in methods with a `self` parameter"),
        );
        None
    }

    /// What is left of a path after a type: one segment names an associated item.
    fn rest_of_path(&mut self, base: Ty, path: &ast::Path, used: usize) -> Option<ValueRes> {
        let (last, types) = path.segments[used..].split_last()?;
        let mut ty = base;
        if !types.is_empty() {
            // `Self::Item::new()`: an associated type in between.
            let owner = ast::Path {
                span: path.span,
                global: false,
                qself: None,
                segments: path.segments[..path.segments.len() - 1].to_vec(),
            };
            ty = self.with_lower(|l| l.path_ty(&owner));
        }
        let ty = self.normalize(ty, path.span);
        self.assoc_value(ty, last, path.span)
    }

    fn qualified_value(&mut self, qself: &ast::QSelf, path: &ast::Path) -> Option<ValueRes> {
        let self_ty = self.lower_ty(&qself.ty);
        let segment = path.segments.first()?;
        match &qself.trait_path {
            None => {
                if path.segments.len() > 1 {
                    return self.rest_of_path(self_ty, path, 0);
                }
                self.assoc_value(self_ty, segment, path.span)
            }
            Some(_) if path.segments.len() > 1 => {
                // `<T as Trait>::Type::function`.
                let mut base = path.clone();
                base.segments.truncate(path.segments.len() - 1);
                let ty = self.with_lower(|l| l.path_ty(&base));
                let ty = self.normalize(ty, path.span);
                self.assoc_value(ty, path.segments.last()?, path.span)
            }
            Some(trait_path) => {
                let t = self.with_lower(|l| l.trait_ref(trait_path, self_ty, &mut Vec::new()))?;
                self.value_of_trait(t, segment, path.span)
            }
        }
    }

    /// A path that was resolved as far as modules go.
    fn resolved_value(&mut self, path: &ast::Path, found: &PathRes, usage: Use) -> Option<ValueRes> {
        let last = &path.segments[found.used - 1];
        if found.used < path.segments.len() {
            if let Res::Def(DefId::Trait(t)) = found.res {
                // `Trait::function`: `Self` is inferred.
                if found.used + 1 == path.segments.len() {
                    let self_ty = self.infer.new_var(path.span);
                    let args = self.with_lower(|l| {
                        l.generic_args(DefId::Trait(t), Some(last), &[self_ty], true, path.span, &mut Vec::new())
                    });
                    let t = TraitRef { def: t, args: self.p.types.mk_list(&args) };
                    return self.value_of_trait(t, &path.segments[found.used], path.span);
                }
                return None;
            }
            let base = self.with_lower(|l| l.resolved_base(path, found, true));
            return self.rest_of_path(base, path, found.used);
        }
        match found.res {
            Res::Err => None,
            Res::Def(DefId::Fn(id)) => {
                let args = self.with_lower(|l| {
                    l.generic_args(DefId::Fn(id), Some(last), &[], true, last.name.span, &mut Vec::new())
                });
                Some(self.instantiate_fn(id, &args, path.span))
            }
            Res::Def(DefId::Const(id)) => {
                self.with_lower(|l| l.no_args(last, "constant"));
                Some(ValueRes::Const(id, TyList::EMPTY))
            }
            Res::Def(DefId::Static(id)) => {
                self.with_lower(|l| l.no_args(last, "static"));
                Some(ValueRes::Static(id))
            }
            Res::Def(DefId::Adt(adt)) => {
                let args = self.with_lower(|l| {
                    l.generic_args(DefId::Adt(adt), Some(last), &[], true, last.name.span, &mut Vec::new())
                });
                Some(ValueRes::Ctor(adt, VariantIdx(0), self.p.types.mk_list(&args)))
            }
            Res::Def(DefId::Variant(adt, variant)) => {
                let args = self.variant_args(adt, path, found.used);
                Some(ValueRes::Ctor(adt, variant, args))
            }
            other => {
                self.not_a_value(path, other, usage);
                None
            }
        }
    }

    /// The arguments of an enum in a path to its variant: at the enum's segment or at the variant's.
    pub(crate) fn variant_args(&mut self, adt: AdtId, path: &ast::Path, used: usize) -> TyList {
        let last = &path.segments[used - 1];
        let enum_segment = used.checked_sub(2).map(|i| &path.segments[i]);
        let segment = match enum_segment {
            Some(s) if last.args.is_none() && s.args.is_some() => s,
            _ => last,
        };
        let args = self
            .with_lower(|l| l.generic_args(DefId::Adt(adt), Some(segment), &[], true, last.name.span, &mut Vec::new()));
        self.p.types.mk_list(&args)
    }

    /// A function for arguments: its bounds become obligations.
    pub(crate) fn instantiate_fn(&mut self, id: FnId, args: &[Ty], span: Span) -> ValueRes {
        let list = self.p.types.mk_list(args);
        self.require_bounds(id, list, span);
        ValueRes::Fn(id, list)
    }

    /// Require what a function requires for these arguments.
    pub(crate) fn require_bounds(&mut self, id: FnId, args: TyList, span: Span) {
        let sig = self.p.fn_sig(id);
        if sig.generics.bounds.is_empty() {
            return;
        }
        let goals = self.select(|s| s.instantiate(&sig.generics.bounds, args));
        for (bound, goal) in goals.into_iter().enumerate() {
            self.require(goal, span, Cause::Bound { callee: id, bound });
        }
    }

    /// `<T as Trait>::name`.
    fn value_of_trait(&mut self, t: TraitRef, segment: &ast::PathSegment, span: Span) -> Option<ValueRes> {
        for &s in self.p.supertraits(t.def).iter() {
            let entry = &self.p.tables.traits[s.index()];
            let trait_args = if s == t.def { t.args } else { self.p.types.mk_list(&[self.p.types.list(t.args)[0]]) };
            if let Some(f) = self.fn_here(&entry.fns, &segment.name.name) {
                return Some(self.trait_fn_value(f, trait_args, segment, span));
            }
            if let Some(c) =
                entry.consts.iter().copied().find(|c| self.p.tables.consts[c.index()].name == segment.name.name)
            {
                self.require(Goal::Trait(TraitRef { def: s, args: trait_args }), span, Cause::Misc);
                return Some(ValueRes::Const(c, trait_args));
            }
        }
        let entry = &self.p.tables.traits[t.def.index()];
        let name = &segment.name.name;
        if !entry.is_user && gate::std_trait_item(&entry.name, name) {
            self.report(gate::std_item(&format!("`{}::{name}`", entry.name), span));
            return None;
        }
        self.report(
            Diagnostic::new(
                Code::E0576,
                segment.name.span,
                format!("cannot find method or associated constant `{name}` in trait `{}`", entry.name),
            )
            .primary(format!("not found in `{}`", entry.name)),
        );
        None
    }

    fn trait_fn_value(&mut self, f: FnId, trait_args: TyList, segment: &ast::PathSegment, span: Span) -> ValueRes {
        let prefix = self.p.types.list(trait_args).to_vec();
        let args = self.with_lower(|l| {
            l.generic_args(DefId::Fn(f), Some(segment), &prefix, true, segment.name.span, &mut Vec::new())
        });
        self.instantiate_fn(f, &args, span)
    }

    /// `T::name`: a variant, an associated function or constant.
    pub(crate) fn assoc_value(&mut self, self_ty: Ty, segment: &ast::PathSegment, span: Span) -> Option<ValueRes> {
        let self_ty = self.try_known(self_ty);
        let name = segment.name.name.as_str();
        let kind = self.p.types.kind(self_ty);
        if kind == TyKind::Error {
            return None;
        }
        if let TyKind::Adt(adt, args) = kind
            && let Some(variant) = self.p.tables.variant_named(adt, name)
        {
            return Some(ValueRes::Ctor(adt, variant, args));
        }
        let mut private = None;
        // Inherent items.
        if let Some(key) = crate::traits::key_of(self.p, self_ty)
            && let Some(impls) = self.p.tables.inherent_impls.get(&key)
        {
            for &id in impls {
                let entry = &self.p.tables.impls[id.index()];
                let f = self.fn_here(&entry.fns, name);
                let c = entry.consts.iter().copied().find(|c| self.p.tables.consts[c.index()].name == name);
                if f.is_none() && c.is_none() {
                    continue;
                }
                let Some(impl_args) = self.match_inherent(id, self_ty, span) else { continue };
                let visible_in = match (f, c) {
                    (Some(f), _) => self.p.tables.fns[f.index()].visible_in,
                    (None, Some(c)) => self.p.tables.consts[c.index()].visible_in,
                    (None, None) => None,
                };
                if !self.p.tables.accessible(visible_in, self.module) {
                    // What the library keeps to itself is not in std.
                    private = private.or(entry.is_user.then_some((f, c)));
                    continue;
                }
                return Some(match (f, c) {
                    (Some(f), _) => {
                        let args = self.with_lower(|l| {
                            l.generic_args(
                                DefId::Fn(f),
                                Some(segment),
                                &impl_args,
                                true,
                                segment.name.span,
                                &mut Vec::new(),
                            )
                        });
                        self.instantiate_fn(f, &args, span)
                    }
                    (None, Some(c)) => ValueRes::Const(c, self.p.types.mk_list(&impl_args)),
                    (None, None) => continue,
                });
            }
        }
        // Bounds in scope, then traits in scope.
        let mut candidates: Vec<TraitRef> = Vec::new();
        for predicate in self.env.iter() {
            if let crate::defs::Predicate::Trait(t, _) = predicate
                && self.p.types.list(t.args).first() == Some(&self_ty)
            {
                candidates.push(*t);
            }
        }
        let from_bounds = candidates.len();
        for &t in self.traits_here().iter() {
            let count = self.p.trait_sig(t).generics.params.len();
            let args = self.fresh_args(count, &[self_ty], span);
            candidates.push(TraitRef { def: t, args: self.p.types.mk_list(&args) });
        }
        for (i, &t) in candidates.iter().enumerate() {
            let entry = &self.p.tables.traits[t.def.index()];
            let f = self.fn_here(&entry.fns, name);
            let c = entry.consts.iter().copied().find(|c| self.p.tables.consts[c.index()].name == name);
            if f.is_none() && c.is_none() {
                continue;
            }
            if !self.may_hold(&Goal::Trait(t)) {
                continue;
            }
            if i >= from_bounds
                && self.is_concrete_kind(self_ty)
                && self.report_several(t, &candidates[i + 1..], segment)
            {
                return None;
            }
            if let Some(f) = f {
                return Some(self.trait_fn_value(f, t.args, segment, span));
            }
            if let Some(c) = c {
                self.require(Goal::Trait(t), span, Cause::Misc);
                return Some(ValueRes::Const(c, t.args));
            }
        }
        if matches!(kind, TyKind::Infer(InferTy::General(_))) {
            self.known(self_ty, span);
            return None;
        }
        if let Some((f, _)) = private {
            let (what, declared) = match f {
                Some(f) => {
                    let entry = &self.p.tables.fns[f.index()];
                    let what = if self.p.fn_sig(f).has_self { "method" } else { "associated function" };
                    (what, entry.item.name.span)
                }
                None => ("associated constant", segment.name.span),
            };
            let mut d = Diagnostic::new(Code::E0624, segment.name.span, format!("{what} `{name}` is private"))
                .primary(format!("private {what}"));
            if declared != segment.name.span {
                d = d.label(declared, format!("private {what} defined here"));
            }
            self.report(d);
            return None;
        }
        self.no_assoc_item(self_ty, segment, span);
        None
    }

    /// E0034: whether another trait that the type implements has an item of the name.
    fn report_several(&mut self, first: TraitRef, others: &[TraitRef], segment: &ast::PathSegment) -> bool {
        let name = segment.name.name.as_str();
        let other = others.iter().copied().find(|t| {
            let entry = &self.p.tables.traits[t.def.index()];
            t.def != first.def
                && (self.fn_here(&entry.fns, name).is_some()
                    || entry.consts.iter().any(|c| self.p.tables.consts[c.index()].name == name))
                && self.may_hold(&Goal::Trait(*t))
        });
        if other.is_none() {
            return false;
        }
        self.report(
            Diagnostic::new(Code::E0034, segment.name.span, "multiple applicable items in scope")
                .primary(format!("multiple `{name}` found")),
        );
        true
    }

    /// The arguments of an inherent implementation for a type, if it applies.
    pub(crate) fn match_inherent(&mut self, id: crate::ids::ImplId, self_ty: Ty, span: Span) -> Option<Vec<Ty>> {
        let header = self.p.impl_header(id);
        let args = self.fresh_args(header.generics.params.len(), &[], span);
        let list = self.p.types.mk_list(&args);
        let wanted = self.p.types.subst(header.self_ty, list);
        let snapshot = self.infer.snapshot();
        let holds = self.infer.unify(wanted, self_ty)
            && self.select(|s| s.instantiate(&header.generics.bounds, list)).iter().all(|g| self.may_hold(g));
        if !holds {
            self.infer.rollback(snapshot);
            return None;
        }
        Some(args)
    }

    /// E0423 and its kin: the path means something, but no value.
    fn not_a_value(&mut self, path: &ast::Path, res: Res, usage: Use) {
        let shown = shown_path(path);
        let what = match res {
            Res::Def(DefId::Alias(_)) => "type alias",
            other => self.p.tables.describe(other),
        };
        let mut d = Diagnostic::new(
            Code::E0423,
            path.span,
            format!("expected {}, found {what} `{shown}`", usage.wanted().expected()),
        );
        d = match res {
            Res::Def(DefId::Adt(adt)) if !self.p.tables.adts[adt.index()].is_enum => {
                let span = self.p.tables.adts[adt.index()].item.span;
                let d = if span.is_user() { d.label(span, format!("`{shown}` defined here")) } else { d };
                d.help(format!("use struct literal syntax instead: `{shown} {{ … }}`"))
            }
            Res::Def(DefId::Trait(_) | DefId::Alias(_) | DefId::Mod(_)) | Res::Prim(_) => {
                d.primary(format!("not a {}", usage.wanted().noun()))
            }
            _ => d,
        };
        self.report(d);
    }

    /// A path whose value is not found: maybe it is a type, a variable of an outer function, or a slip.
    fn unresolved_value(&mut self, path: &ast::Path, error: crate::collect::names::Unresolved, usage: Use) {
        let at = &path.segments[error.segment.min(path.segments.len() - 1)].name;
        let name = at.name.clone();
        let last = error.segment + 1 == path.segments.len();
        if last {
            // Something of that name in the other namespace.
            if let Ok(found) = self.p.tables.resolve_segments(self.module, path.global, &path.segments, Ns::Type)
                && found.used == path.segments.len()
                && found.res != Res::Err
            {
                if let Res::Def(DefId::Variant(..)) = found.res {
                    let shown = shown_path(path);
                    self.report(
                        Diagnostic::new(
                            Code::E0533,
                            path.span,
                            format!("expected value, found struct variant `{shown}`"),
                        )
                        .primary("not a value"),
                    );
                    return;
                }
                self.not_a_value(path, found.res, usage);
                return;
            }
            if error.within == Within::Scope {
                if self.scope.params.iter().any(|p| p.name == name && !p.is_const) {
                    self.report(Diagnostic::new(
                        Code::E0423,
                        at.span,
                        format!("expected {}, found type parameter `{name}`", usage.wanted().expected()),
                    ));
                    return;
                }
                if gate::is_std_macro(&name) {
                    let expected = if usage == Use::Callee { "function" } else { "value" };
                    self.report(
                        Diagnostic::new(Code::E0423, at.span, format!("expected {expected}, found macro `{name}`"))
                            .primary(format!("not a {expected}"))
                            .suggest("use `!` to invoke the macro", at.span.shrink_to_hi(), "!"),
                    );
                    return;
                }
                if self.outer_locals.iter().any(|o| o.strip_prefix('<') == Some(&name)) {
                    self.report(
                        Diagnostic::new(Code::E0401, at.span, "can't use generic parameters from outer item")
                            .primary("use of generic parameter from outer item"),
                    );
                    return;
                }
                if self.outer_locals.contains(&name) {
                    let d = if self.in_body_const {
                        Diagnostic::new(Code::E0435, at.span, "attempt to use a non-constant value in a constant")
                            .primary("non-constant value")
                    } else {
                        Diagnostic::new(Code::E0434, at.span, "can't capture dynamic environment in a fn item")
                            .help("use the `|| { ... }` closure form instead")
                    };
                    self.report(d);
                    return;
                }
            }
        }
        let mut locals: Vec<SmolStr> = self.visible_locals().into_iter().filter(|n| !n.starts_with('$')).collect();
        locals.reverse();
        if !last {
            locals.clear();
        }
        let mut d = self.p.unresolved_path(self.module, path, error, usage.wanted(), &locals);
        if last && error.within == Within::Scope && d.code == Code::E0425 {
            d = self.member_advice(d, &name, at.span, usage);
        }
        self.report(d);
    }

    /// A field or method of `self` with the name that was not found.
    fn member_advice(&self, d: Diagnostic, name: &str, span: Span, usage: Use) -> Diagnostic {
        let Some((_, local)) = self.names.iter().filter_map(InScope::variable).find(|(n, _)| n.name == "self") else {
            return match self.scope.self_is {
                SelfIs::Impl(id) => {
                    let fns = &self.p.tables.impls[id.index()].fns;
                    match self.p.tables.fn_named(fns, name) {
                        Some(_) => {
                            d.suggest("consider using the associated function on `Self`", span.shrink_to_lo(), "Self::")
                        }
                        None => d,
                    }
                }
                _ => d,
            };
        };
        let mut ty = self.infer.shallow(self.locals[local.index()].ty);
        while let TyKind::Ref(inner, _) = self.kind(ty) {
            ty = self.infer.shallow(inner);
        }
        if let TyKind::Adt(adt, _) = self.kind(ty)
            && !self.p.tables.adts[adt.index()].is_enum
            && usage == Use::Value
            && self.p.adt_sig(adt).variants[0].field(name).is_some()
        {
            return d.suggest("you might have meant to use the available field", span.shrink_to_lo(), "self.");
        }
        if let SelfIs::Impl(id) = self.scope.self_is
            && let Some(f) = self.p.tables.fn_named(&self.p.tables.impls[id.index()].fns, name)
        {
            return if self.p.fn_sig(f).has_self {
                d.suggest("consider using the method on `Self`", span.shrink_to_lo(), "self.")
            } else {
                d.suggest("consider using the associated function on `Self`", span.shrink_to_lo(), "Self::")
            };
        }
        d
    }

    /// A reader of types for a path's arguments, used by patterns and struct expressions.
    pub(crate) fn lower_with<T>(&self, f: impl FnOnce(&Lower<'_>) -> T) -> T {
        self.with_lower(f)
    }
}
