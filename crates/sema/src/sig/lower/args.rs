//! Generic arguments: of types, lifetimes and constants.

use super::super::{generics_of, lifetime_params, type_params};
use super::{Elision, Lower};
use crate::collect::names::{Ns, Res};
use crate::defs::DefId;
use crate::expand::is_impl_param;
use crate::ids::AliasId;
use crate::report::count;
use crate::ty::{Ty, TyKind};
use crate::typed::ConstValue;
use smol_str::SmolStr;
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;
use stair_syntax::ast::{Bound, GenericArg, GenericParamKind, PathSegment};

impl Lower<'_> {
    /// E0109.
    pub(crate) fn no_args(&self, segment: &PathSegment, what: &str) {
        let Some(args) = &segment.args else { return };
        if args.args.is_empty() {
            return;
        }
        let kind = if args.args.iter().all(|a| matches!(a, GenericArg::Lifetime(_))) {
            "lifetime"
        } else if args.args.iter().all(|a| matches!(a, GenericArg::Const(_))) {
            "const"
        } else {
            "type"
        };
        let span = match &args.args[0] {
            GenericArg::Lifetime(l) => l.span,
            GenericArg::Type(t) => t.span,
            GenericArg::Const(e) => e.span,
            GenericArg::Binding(n, ..) | GenericArg::Bound(n, _) => n.span,
        };
        self.report(
            Diagnostic::new(
                Code::E0109,
                span,
                format!("{kind} arguments are not allowed on {what} `{}`", segment.name.name),
            )
            .primary(format!("{kind} argument not allowed")),
        );
    }

    /// E0107: the lifetimes of a generic associated type are all written. They are erased: nothing more is needed of them.
    pub(super) fn assoc_args(&self, alias: AliasId, segment: &PathSegment) {
        let entry = &self.p.tables.aliases[alias.index()];
        let declared = generics_of(&entry.item).map_or(0, |generics| lifetime_params(generics).count());
        let mut lifetimes = 0;
        let mut others = 0;
        for arg in segment.args.iter().flat_map(|args| &args.args) {
            match arg {
                GenericArg::Lifetime(l) => {
                    self.lifetime(l);
                    lifetimes += 1;
                }
                _ => others += 1,
            }
        }
        if others > 0 && generics_of(&entry.item).is_some_and(|generics| type_params(generics).next().is_some()) {
            // The declaration is refused.
            return;
        }
        let span = segment.name.span;
        let expected = |n: usize, kind: &str| format!("expected {}", count(n, kind));
        let d = if declared > 0 && lifetimes == 0 && others == 0 {
            let name = match self.p.alias_trait(alias) {
                Some(t) => format!("{}::{}", self.p.tables.traits[t.index()].name, entry.name),
                None => entry.name.to_string(),
            };
            Diagnostic::new(Code::E0107, span, format!("missing generics for associated type `{name}`"))
                .primary(expected(declared, "lifetime argument"))
        } else {
            let (kind, given, wanted) = match lifetimes == declared {
                true if others == 0 => return,
                true => ("generic argument", others, 0),
                false => ("lifetime argument", lifetimes, declared),
            };
            let were = if given == 1 { "was" } else { "were" };
            let message =
                format!("associated type takes {} but {} {were} supplied", count(wanted, kind), count(given, kind));
            Diagnostic::new(Code::E0107, span, message).primary(expected(wanted, kind))
        };
        self.report(self.defined_here(d, &entry.item, "associated type"));
    }

    /// Read the arguments of a path's segment for `def`. `prefix` goes before them (a trait's `Self`). Where none are
    /// written, they are inferred if `infer` says so. Bindings (`Item = T`) are put on `bindings`.
    pub(crate) fn generic_args(
        &self,
        def: DefId,
        segment: Option<&PathSegment>,
        prefix: &[Ty],
        infer: bool,
        span: Span,
        bindings: &mut Vec<(ast::Ident, Ty)>,
    ) -> Vec<Ty> {
        let tables = &self.p.tables;
        let (item, name) = match def {
            DefId::Adt(id) => (&tables.adts[id.index()].item, &tables.adts[id.index()].name),
            DefId::Alias(id) => (&tables.aliases[id.index()].item, &tables.aliases[id.index()].name),
            DefId::Trait(id) => (&tables.traits[id.index()].item, &tables.traits[id.index()].name),
            DefId::Fn(id) => (&tables.fns[id.index()].item, &tables.fns[id.index()].name),
            _ => return prefix.to_vec(),
        };
        let what = match def {
            DefId::Alias(_) => "type alias",
            other => tables.describe(Res::Def(other)),
        };
        let empty = ast::Generics::default();
        let generics = generics_of(item).unwrap_or(&empty);
        let mut out = prefix.to_vec();
        let written = segment.and_then(|s| s.args.as_deref());
        let mut supplied: Vec<&GenericArg> = Vec::new();
        let mut lifetimes = 0usize;
        if let Some(written) = written {
            let is_trait = matches!(def, DefId::Trait(_));
            if written.parenthesized.is_some() && !is_trait {
                self.report(
                    Diagnostic::new(
                        Code::E0214,
                        written.span,
                        "parenthesized type parameters may only be used with a `Fn` trait",
                    )
                    .primary("only `Fn` traits may use parentheses"),
                );
            }
            for arg in &written.args {
                match arg {
                    GenericArg::Binding(name, ..) | GenericArg::Bound(name, _) if !is_trait => {
                        self.report(
                            Diagnostic::new(Code::E0229, name.span, "associated item constraints are not allowed here")
                                .primary("associated item constraint not allowed here"),
                        );
                    }
                    GenericArg::Lifetime(l) => {
                        self.lifetime(l);
                        lifetimes += 1;
                    }
                    GenericArg::Type(_) | GenericArg::Const(_) => supplied.push(arg),
                    GenericArg::Binding(name, _, ty) => bindings.push((name.clone(), self.ty(ty))),
                    GenericArg::Bound(..) => {}
                }
            }
        }
        if let Some(written) = written {
            let first_type = written.args.iter().position(|a| matches!(a, GenericArg::Type(_) | GenericArg::Const(_)));
            let late = written.args[first_type.unwrap_or(written.args.len())..].iter().find_map(|a| match a {
                GenericArg::Lifetime(l) => Some(l.span),
                _ => None,
            });
            if let Some(late) = late {
                let at = match &written.args[first_type.unwrap_or(0)] {
                    GenericArg::Type(ty) => ty.span,
                    GenericArg::Const(expr) => expr.span,
                    _ => late,
                };
                self.report(
                    Diagnostic::new(Code::E0747, at, "type provided when a lifetime was expected")
                        .note("lifetime arguments must be provided before generic arguments"),
                );
                return type_params(generics).map(|_| self.error()).collect();
            }
        }
        let declared_lifetimes = lifetime_params(generics).count();
        let head = segment.map_or(span, |s| s.name.span);
        let is_fn = matches!(def, DefId::Fn(_));
        if declared_lifetimes > 0 && lifetimes == 0 && !is_fn && self.hole.is_none() {
            for _ in 0..declared_lifetimes {
                self.elided(head);
            }
        }
        if is_fn && lifetimes > 0 {
            self.check_lifetime_arguments(item, generics, written, lifetimes);
        }
        let late = if is_fn { late_lifetimes(item, generics).count() } else { 0 };
        if is_fn && (lifetimes == 0 || late > 0) {
            // Those that the parameters' types determine are not given.
        } else if lifetimes > declared_lifetimes || (lifetimes > 0 && lifetimes < declared_lifetimes) {
            let d = Diagnostic::new(
                Code::E0107,
                head,
                format!(
                    "{what} takes {} but {} {} supplied",
                    count(declared_lifetimes, "lifetime argument"),
                    count(lifetimes, "lifetime argument"),
                    if lifetimes == 1 { "was" } else { "were" }
                ),
            )
            .primary(format!("expected {}", count(declared_lifetimes, "lifetime argument")));
            self.report(self.defined_here(d, item, what));
        }
        if let Some(written) = written
            && let Some(ret) = &written.parenthesized
        {
            // `Fn(A, B) -> C`: the inputs are one tuple, the output a binding.
            // Lifetimes in there are its own affair.
            let (elision, positions) = (self.elision.replace(Elision::Fresh), self.lifetime_positions.get());
            let inputs: Vec<Ty> = supplied
                .iter()
                .map(|a| match a {
                    GenericArg::Type(t) => self.parameter(t),
                    _ => self.error(),
                })
                .collect();
            out.push(self.p.types.mk_tuple(&inputs));
            let output = self.callable_result(ret.as_ref(), positions);
            self.elision.set(elision);
            self.lifetime_positions.set(positions);
            bindings.push((ast::Ident::new(SmolStr::new_static("Output"), span), output));
            return out;
        }
        let params: Vec<&ast::GenericParam> = type_params(generics).collect();
        // What stands for an `impl Trait` comes last, and is never written.
        let written_params = params.iter().filter(|p| !is_impl_param(&p.name.name)).count();
        let required = params[..written_params]
            .iter()
            .filter(|p| matches!(&p.kind, GenericParamKind::Type(_, None) | GenericParamKind::Const(_, None)))
            .count();
        let infer_all = supplied.is_empty() && infer && self.hole.is_some();
        if !infer_all && (supplied.len() > written_params || supplied.len() < required) {
            let only_types = params.iter().all(|p| matches!(p.kind, GenericParamKind::Type(..)));
            let _ = only_types;
            let expected = if supplied.len() < required { required } else { written_params };
            let bound = match (required == written_params, supplied.len() < required) {
                (true, _) => "",
                (false, true) => "at least ",
                (false, false) => "at most ",
            };
            let d = if supplied.is_empty() && lifetimes == 0 {
                let d = Diagnostic::new(Code::E0107, head, format!("missing generics for {what} `{name}`"));
                d.primary(format!("expected {bound}{}", count(expected, "generic argument")))
            } else {
                let d = Diagnostic::new(
                    Code::E0107,
                    head,
                    format!(
                        "{what} takes {bound}{} but {} {} supplied",
                        count(expected, "generic argument"),
                        count(supplied.len(), "generic argument"),
                        if supplied.len() == 1 { "was" } else { "were" }
                    ),
                );
                let d = d.primary(format!("expected {bound}{}", count(expected, "generic argument")));
                match (supplied.len() > written_params, written) {
                    (true, Some(w)) => d.label(w.span, "help: remove the unnecessary generics"),
                    _ => d,
                }
            };
            self.report(self.defined_here(d, item, what));
            out.extend(params.iter().map(|_| self.error()));
            return out;
        }
        for (i, param) in params.iter().enumerate() {
            let arg = match (supplied.get(i), &param.kind) {
                (Some(GenericArg::Type(ty)), GenericParamKind::Type(bounds, _)) => {
                    self.check_object_lifetime(ty, bounds);
                    self.ty(ty)
                }
                (Some(GenericArg::Type(ty)), GenericParamKind::Const(const_ty, _)) => {
                    let const_ty = self.ty(const_ty);
                    self.const_arg_of_type(ty, const_ty)
                }
                (Some(GenericArg::Const(expr)), GenericParamKind::Const(const_ty, _)) => {
                    let const_ty = self.ty(const_ty);
                    self.const_arg(expr, const_ty)
                }
                (Some(GenericArg::Const(expr)), _) => {
                    let help = "a constant cannot stand for a type";
                    self.report(
                        Diagnostic::new(Code::E0747, expr.span, "constant provided when a type was expected")
                            .help(help),
                    )
                }
                (Some(_), _) => self.error(),
                (None, _) if infer_all || i >= written_params => self.hole.map_or(self.error(), |hole| hole(span)),
                (None, GenericParamKind::Type(_, Some(default))) => {
                    // The default is written in the scope of the definition.
                    let scope = self.p.def_scope(def);
                    let lower = Lower::new(self.p, &scope);
                    let ty = lower.ty(default);
                    self.p.types.subst(ty, self.p.types.mk_list(&out))
                }
                (None, GenericParamKind::Const(const_ty, Some(default))) => {
                    let scope = self.p.def_scope(def);
                    let lower = Lower::new(self.p, &scope);
                    let const_ty = lower.ty(const_ty);
                    lower.const_arg(default, const_ty)
                }
                _ => self.error(),
            };
            out.push(arg);
        }
        out
    }

    /// E0228: a trait object for a parameter with several lifetimes, which does not say which of them it has.
    fn check_object_lifetime(&self, ty: &ast::Ty, bounds: &[Bound]) {
        let ast::TyKind::DynTrait(own) = &ty.kind else { return };
        let lifetimes = |bounds: &[Bound]| bounds.iter().filter(|b| matches!(b, Bound::Lifetime(_))).count();
        if lifetimes(bounds) < 2 || lifetimes(own) > 0 || self.hole.is_some() || !ty.span.is_user() {
            return;
        }
        let is_bounded = own.iter().any(|bound| match bound {
            Bound::Trait { path, .. } => self.p.trait_named(self.module, path).is_none_or(|t| {
                self.p.supertraits(t).iter().any(|above| match &self.p.tables.traits[above.index()].item.kind {
                    ast::ItemKind::Trait(item) => lifetimes(&item.bounds) > 0,
                    _ => true,
                })
            }),
            _ => false,
        });
        if !is_bounded {
            let message = "cannot deduce the lifetime bound for this trait object type from context";
            self.report(
                Diagnostic::new(Code::E0228, ty.span, message)
                    .primary("which of the lifetimes around it?")
                    .help(format!("please supply an explicit bound: `{} + 'a`", stair_syntax::pretty::ty(ty))),
            );
        }
    }

    /// E0794: lifetimes that the parameters' types determine cannot be given.
    fn check_lifetime_arguments(
        &self,
        item: &ast::Item,
        generics: &ast::Generics,
        written: Option<&ast::GenericArgs>,
        given: usize,
    ) {
        let early = lifetime_params(generics).count() - late_lifetimes(item, generics).count();
        let Some(first_late) = late_lifetimes(item, generics).next() else { return };
        if given > early
            && let Some(GenericArg::Lifetime(at)) = written.and_then(|w| w.args.first())
        {
            self.report(
                Diagnostic::new(
                    Code::E0794,
                    at.span,
                    "cannot specify lifetime arguments explicitly if late bound lifetime parameters are present",
                )
                .label(first_late.name.span, "the late bound lifetime parameter is introduced here"),
            );
        }
    }

    fn defined_here(&self, d: Diagnostic, item: &ast::Item, what: &str) -> Diagnostic {
        if item.name.span.is_user() { d.label(item.name.span, format!("{what} defined here")) } else { d }
    }

    /// A path of a type's syntax that stands for a constant: `Foo<N>`.
    fn const_arg_of_type(&self, ty: &ast::Ty, const_ty: Ty) -> Ty {
        let mut ty = ty;
        while let ast::TyKind::Paren(inner) = &ty.kind {
            ty = inner;
        }
        if matches!(ty.kind, ast::TyKind::Infer)
            && let Some(hole) = self.hole
        {
            return hole(ty.span);
        }
        let ast::TyKind::Path(path) = &ty.kind else {
            return self.report(Diagnostic::new(Code::E0747, ty.span, "type provided when a constant was expected"));
        };
        if self.is_type_name(path) {
            let d = Diagnostic::new(Code::E0747, ty.span, "type provided when a constant was expected");
            let is_const = |p: &crate::sig::ScopeParam| p.is_const && path.segments[0].name.name == p.name;
            return self.report(match self.scope.params.iter().any(is_const) {
                true => d.help(format!(
                    "if the constant is meant, put braces around it: `{{ {} }}`",
                    path.segments[0].name.name
                )),
                false => d,
            });
        }
        let expr = ast::Expr { id: ty.id, span: ty.span, attrs: Vec::new(), kind: ast::ExprKind::Path(path.clone()) };
        self.const_arg(&expr, const_ty)
    }

    /// Whether a name alone is that of a type: then it is not that of a constant, whatever else it could be.
    fn is_type_name(&self, path: &ast::Path) -> bool {
        let [segment] = path.segments.as_slice() else { return false };
        let is_plain = path.qself.is_none() && !path.global && segment.args.is_none();
        is_plain
            && (self.type_param(&segment.name.name).is_some()
                || matches!(
                    self.p.tables.lookup_lexical(self.module, Ns::Type, &segment.name.name),
                    Some((Res::Def(DefId::Adt(_) | DefId::Alias(_)) | Res::Prim(_), _))
                ))
    }

    /// The constant that an expression stands for, as an argument.
    pub(crate) fn const_arg(&self, expr: &ast::Expr, const_ty: Ty) -> Ty {
        match &expr.kind {
            ast::ExprKind::Paren(inner) => return self.const_arg(inner, const_ty),
            ast::ExprKind::Block(block, None) if block.stmts.is_empty() => {
                if let Some(tail) = &block.tail {
                    if matches!(tail.kind, ast::ExprKind::Underscore) {
                        let message = "in expressions, `_` can only be used on the left-hand side of an assignment";
                        return self
                            .report(Diagnostic::new(Code::Syntax, tail.span, message).primary("`_` not allowed here"));
                    }
                    return self.const_arg(tail, const_ty);
                }
            }
            ast::ExprKind::Path(path) => {
                if let [segment] = path.segments.as_slice()
                    && path.qself.is_none()
                    && !path.global
                    && let Some(index) =
                        self.scope.params.iter().rposition(|p| p.is_const && p.name == segment.name.name)
                {
                    return self.p.types.mk(TyKind::Param(index as u32, segment.name.name.clone()));
                }
            }
            ast::ExprKind::Underscore => {
                return match self.hole {
                    Some(hole) => hole(expr.span),
                    None => self.placeholder(expr.span),
                };
            }
            _ => {}
        }
        match self.const_scalar(expr, const_ty) {
            Some(value) => self.p.types.mk(TyKind::Const(value as u64)),
            None => self.error(),
        }
    }

    /// The value of a constant expression of a scalar type; `None` after an error.
    pub(crate) fn const_scalar(&self, expr: &ast::Expr, ty: Ty) -> Option<i128> {
        if let ast::ExprKind::Lit(ast::Lit::Int(value, suffix)) = &expr.kind
            && let TyKind::Int(int) = self.p.types.kind(ty)
            && suffix.as_ref().is_none_or(|s| s == int.as_str())
            && *value <= int.max()
        {
            return Some(*value as i128);
        }
        let known = self.p.tables.anonymous.borrow().get(&expr.id).cloned();
        let value = match known {
            Some(value) => value,
            None => {
                let value = crate::check::anonymous_const(self.p, self.scope, self.module, expr, ty, self.locals);
                self.p.tables.anonymous.borrow_mut().insert(expr.id, value.clone());
                value
            }
        };
        match value {
            Some(ConstValue::Scalar(value)) => Some(value),
            _ => None,
        }
    }
}

/// The lifetime parameters of a function that its parameters' types determine for each call.
fn late_lifetimes<'a>(
    item: &'a ast::Item,
    generics: &'a ast::Generics,
) -> impl Iterator<Item = &'a ast::GenericParam> + use<'a> {
    let is_late = move |p: &&ast::GenericParam| {
        let ast::ItemKind::Fn(f) = &item.kind else { return false };
        f.params.iter().any(|param| crate::sig::wf::mentions_lifetime(&param.ty, &p.name.name))
            || f.self_param.as_ref().is_some_and(|s| s.lifetime.as_ref().is_some_and(|l| l.name == p.name.name))
    };
    lifetime_params(generics).filter(is_late)
}
