//! Calls: of functions, constructors, function pointers and methods.

use super::method::{Autoref, Pick};
use super::path::{Use, ValueRes};
use super::{Cause, Expect, FnCtxt};
use crate::defs::{Container, DefId, TraitRef, VariantShape};
use crate::ids::{AdtId, ExprId, FieldIdx, FnId, VariantIdx};
use crate::report::count;
use crate::traits::Goal;
use crate::ty::{Flags, Ty, TyKind, TyList};
use crate::typed::{Callee, Coercion, ConstValue, ExprKind};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;

impl FnCtxt<'_> {
    /// `f(a, b)`.
    pub(crate) fn call(&mut self, callee: &ast::Expr, args: &[ast::Expr], expect: Expect, expr: &ast::Expr) -> ExprId {
        let mut inner = callee;
        while let ast::ExprKind::Paren(e) = &inner.kind {
            inner = e;
        }
        if let ast::ExprKind::Path(path) = &inner.kind {
            let Some(res) = self.resolve_value(path, Use::Callee) else {
                for arg in args {
                    self.check(arg, Expect::No);
                }
                return self.error_expr(expr.span, expr.id);
            };
            match res {
                ValueRes::Fn(id, _) if self.is_destructor(id) => {
                    for arg in args {
                        self.check(arg, Expect::No);
                    }
                    return self.report_expr(destructor_path(callee.span), expr.span, expr.id);
                }
                ValueRes::Fn(id, list) => return self.call_fn(id, list, None, args, expect, callee.span, expr),
                ValueRes::Ctor(adt, variant, list) if self.p.variant_shape(adt, variant) == VariantShape::Tuple => {
                    return self.call_ctor(adt, variant, list, args, expect, callee.span, expr);
                }
                ValueRes::Ctor(adt, variant, _) => return self.bad_ctor_call(adt, variant, path, args, callee, expr),
                _ => {}
            }
        }
        let id = self.check(callee, Expect::No);
        let ty = self.ty(id);
        let known = self.known(ty, callee.span);
        let mut value = id;
        let mut ty = known.unwrap_or(self.common().error);
        // Through references to something that can be called.
        while let TyKind::Ref(pointee, _) = self.kind(ty) {
            let pointee = self.infer.shallow(pointee);
            value = self.push_like(value, ExprKind::Deref(value), pointee);
            ty = pointee;
        }
        // Through `Deref`, where what it leads to can be called and the value itself cannot.
        while super::method::may_deref(&self.kind(ty))
            && !self.is_callable(ty, callee.span)
            && let Some((next, target)) = self.deref_step(value, ty, false)
        {
            (value, ty) = (next, target);
        }
        match self.kind(ty) {
            TyKind::FnDef(f, list) => {
                // The callee is still evaluated for what it does, but has no value of its own.
                self.call_fn(f, list, None, args, expect, callee.span, expr)
            }
            TyKind::FnPtr(list) => {
                let list = self.p.types.list(list);
                let Some((&ret, params)) = list.split_last() else { return self.error_expr(expr.span, expr.id) };
                let params = params.to_vec();
                let args = self.arguments(&params, ret, args, expect, expr.span, callee.span, &Described::Pointer);
                self.push(ExprKind::Call { callee: Callee::Value(value), args }, ret, expr.span, expr.id)
            }
            TyKind::Error => {
                for arg in args {
                    self.check(arg, Expect::No);
                }
                self.error_expr(expr.span, expr.id)
            }
            _ => {
                if let Some(call) = self.call_value(value, ty, args, expect, callee.span, expr) {
                    return call;
                }
                for arg in args {
                    self.check(arg, Expect::No);
                }
                let name = self.name(self.exprs[id.index()].ty);
                let mut d = Diagnostic::new(Code::E0618, callee.span, format!("expected function, found `{name}`"))
                    .label(expr.span, "call expression requires function");
                if let ExprKind::Local(local) = self.exprs[id.index()].kind {
                    let local = &self.locals[local.index()];
                    if local.span.is_user() {
                        d = Diagnostic::new(Code::E0618, callee.span, format!("expected function, found `{name}`"))
                            .label(local.span, format!("`{}` has type `{name}`", local.name))
                            .label(expr.span, "call expression requires function");
                    }
                }
                self.report_expr(d, expr.span, expr.id)
            }
        }
    }

    /// A unit struct or variant, or one with named fields, in the place of a function.
    fn bad_ctor_call(
        &mut self,
        adt: AdtId,
        variant: VariantIdx,
        path: &ast::Path,
        args: &[ast::Expr],
        callee: &ast::Expr,
        expr: &ast::Expr,
    ) -> ExprId {
        for arg in args {
            self.check(arg, Expect::No);
        }
        let shown = crate::sig::lower::shown_path(path);
        let d = match self.p.variant_shape(adt, variant) {
            VariantShape::Named => {
                Diagnostic::new(Code::E0533, callee.span, format!("expected value, found struct variant `{shown}`"))
                    .primary("not a value")
            }
            _ => {
                let what = if self.p.tables.adts[adt.index()].is_enum { "enum variant" } else { "struct" };
                let declared = self.p.tables.adts[adt.index()].variants[variant.0 as usize].2;
                let mut d =
                    Diagnostic::new(Code::E0618, callee.span, format!("expected function, found {what} `{shown}`"))
                        .label(expr.span, "call expression requires function");
                if declared.is_user() {
                    d = d.label(declared, format!("{what} `{shown}` defined here"));
                }
                d.suggest(
                    format!("`{shown}` is a unit {what}, and does not take parentheses to be constructed"),
                    Span { lo: callee.span.hi, ..expr.span },
                    "",
                )
            }
        };
        self.report_expr(d, expr.span, expr.id)
    }

    /// A call of a known function. `receiver` is the first argument where it is a method call.
    pub(crate) fn call_fn(
        &mut self,
        id: FnId,
        args_list: TyList,
        receiver: Option<ExprId>,
        args: &[ast::Expr],
        expect: Expect,
        callee_span: Span,
        expr: &ast::Expr,
    ) -> ExprId {
        let sig = self.p.fn_sig(id);
        self.check_unsafe_call(id, expr.span);
        let formal: Vec<Ty> =
            crate::display::visible_params(self.p, id).iter().map(|&t| self.p.types.subst(t, args_list)).collect();
        let formal: Vec<Ty> = formal.into_iter().map(|t| self.normalize(t, callee_span)).collect();
        let ret = self.p.types.subst(sig.ret, args_list);
        let ret = self.normalize(ret, callee_span);
        if let Container::Trait(t) = sig.container {
            let count = self.p.trait_sig(t).generics.params.len();
            if let Some(own) = self.p.types.list(args_list).get(..count) {
                let trait_args = self.p.types.mk_list(own);
                let cause = if receiver.is_none() { Cause::TraitPath { callee: id } } else { Cause::Misc };
                self.require(Goal::Trait(TraitRef { def: t, args: trait_args }), callee_span, cause);
            }
        }
        let skip = usize::from(receiver.is_some());
        let described = Described::Fn { id, is_method: receiver.is_some() };
        let name_span = callee_span;
        let mut ids: Vec<ExprId> = receiver.into_iter().collect();
        let formal = formal.get(skip..).unwrap_or_default().to_vec();
        if formal.len() == args.len() {
            self.blame_arguments(id, callee_span, skip, args);
        }
        ids.extend(self.arguments(&formal, ret, args, expect, expr.span, name_span, &described));
        if self.p.has_caller_param(id) {
            ids.push(self.location_argument(expr));
        }
        let call = self.push(ExprKind::Call { callee: Callee::Fn(id, args_list), args: ids }, ret, expr.span, expr.id);
        if receiver.is_some() {
            self.call_is_at(call, call_site(expr));
        }
        call
    }

    /// What a bound requires of a parameter's type is reported at the argument.
    fn blame_arguments(&mut self, id: FnId, callee_span: Span, skip: usize, args: &[ast::Expr]) {
        let p = self.p;
        let sig = p.fn_sig(id);
        for obligation in &mut self.pending {
            let Cause::Bound { callee, bound } = obligation.cause else { continue };
            if callee != id || obligation.span != callee_span {
                continue;
            }
            let subject = match sig.generics.bounds.get(bound) {
                Some(crate::defs::Predicate::Trait(t, _)) => p.types.list(t.args).first().copied(),
                Some(crate::defs::Predicate::Projection(_, args, ..)) => p.types.list(*args).first().copied(),
                None => None,
            };
            let Some(subject) = subject else { continue };
            let at = sig
                .params
                .iter()
                .skip(skip)
                .take(args.len())
                .position(|&param| crate::infer::contains(p, param, &|k| *k == p.types.kind(subject)));
            if let Some(arg) = at.and_then(|i| args.get(i)) {
                obligation.span = arg.span;
            }
        }
    }

    /// Whether a type is broken at its outside, behind references.
    fn is_broken(&self, ty: Ty) -> bool {
        let mut ty = self.infer.shallow(ty);
        while let TyKind::Ref(inner, _) = self.p.types.kind(ty) {
            ty = self.infer.shallow(inner);
        }
        self.p.types.kind(ty) == TyKind::Error
    }

    /// The place of a call, or of the caller if that is wanted.
    pub(crate) fn location_argument(&mut self, expr: &ast::Expr) -> ExprId {
        let ty = self.p.location_ref();
        self.location_at(call_site(expr), ty, expr.span, expr.id)
    }

    /// Say where a call is that may come down to a function which asks for its caller's place.
    pub(crate) fn call_is_at(&mut self, call: ExprId, at: Span) {
        if self.is_user {
            self.call_sites.of.insert(call, at);
        }
    }

    /// A `&Location` of a span, or the caller's.
    pub(crate) fn location_at(&mut self, at: Span, ty: Ty, span: Span, node: ast::NodeId) -> ExprId {
        let at = self.call_sites.all.unwrap_or(at);
        match self.caller {
            Some(local) => self.push(ExprKind::Local(local), ty, span, node),
            None => self.push(ExprKind::Constant(ConstValue::Location(at)), ty, span, node),
        }
    }

    fn check_unsafe_call(&mut self, id: FnId, span: Span) {
        if self.unsafe_depth > 0 || !self.is_user {
            return;
        }
        if let ast::ItemKind::Fn(f) = &self.p.tables.fns[id.index()].item.kind
            && f.is_unsafe
        {
            let name = self.p.tables.fns[id.index()].path.clone();
            self.report(
                Diagnostic::new(
                    Code::E0133,
                    span,
                    format!("call to unsafe function `{name}` is unsafe and requires unsafe function or block"),
                )
                .primary("call to unsafe function")
                .note("consult the function's documentation for information on how to avoid undefined behavior"),
            );
        }
    }

    /// Whether a function is `Drop::drop`, the trait's or an implementation's.
    pub(crate) fn is_destructor(&self, id: FnId) -> bool {
        let Some(drop_trait) = self.p.tables.library_trait("Drop").filter(|_| self.is_user) else { return false };
        match self.p.fn_sig(id).container {
            Container::Trait(t) => t == drop_trait,
            Container::Impl(i) => self.p.tables.trait_impls.get(&drop_trait).is_some_and(|impls| impls.contains(&i)),
            Container::Module(_) => false,
        }
    }

    /// A call of a tuple struct's or variant's constructor.
    fn call_ctor(
        &mut self,
        adt: AdtId,
        variant: VariantIdx,
        list: TyList,
        args: &[ast::Expr],
        expect: Expect,
        callee_span: Span,
        expr: &ast::Expr,
    ) -> ExprId {
        self.require_callable(adt, list, callee_span);
        let def = self.p.adt_sig(adt);
        let ret = self.p.types.mk(TyKind::Adt(adt, list));
        let fields: Vec<Ty> =
            def.variants[variant.0 as usize].fields.iter().map(|f| self.p.types.subst(f.ty, list)).collect();
        let fields: Vec<Ty> = fields.into_iter().map(|t| self.normalize(t, callee_span)).collect();
        let ids = self.arguments(&fields, ret, args, expect, expr.span, callee_span, &Described::Ctor { adt, variant });
        let fields = ids.into_iter().enumerate().map(|(i, id)| (FieldIdx(i as u32), id)).collect();
        self.push(ExprKind::Adt { adt, variant, fields, base: None }, ret, expr.span, expr.id)
    }

    /// Check the arguments of a call against the parameters.
    pub(crate) fn arguments(
        &mut self,
        formal: &[Ty],
        ret: Ty,
        args: &[ast::Expr],
        expect: Expect,
        call_span: Span,
        callee_span: Span,
        described: &Described,
    ) -> Vec<ExprId> {
        if formal.len() != args.len() {
            self.wrong_argument_count(formal, args, call_span, callee_span, described);
            for (i, arg) in args.iter().enumerate() {
                let hint = formal.get(i).map_or(Expect::No, |&t| Expect::Has(t));
                self.check(arg, hint);
            }
            let error = self.common().error;
            return formal.iter().map(|_| self.push(ExprKind::Error, error, call_span, ast::NodeId(0))).collect();
        }
        // What is expected of the result tells something of the parameters, as a hint only.
        let hints: Vec<Ty> = match expect {
            Expect::Has(expected) => {
                let snapshot = self.infer.snapshot();
                let hints = if self.infer.unify(ret, expected) {
                    formal.iter().map(|&t| self.infer.resolve(t)).collect()
                } else {
                    formal.to_vec()
                };
                self.infer.rollback(snapshot);
                hints
            }
            _ => formal.to_vec(),
        };
        let mut ids = vec![ExprId(0); args.len()];
        // Closures come last: what the other arguments are says what theirs are.
        let (closures, others): (Vec<_>, Vec<_>) = args.iter().enumerate().partition(|(_, arg)| is_closure(arg));
        let first_closure = others.len();
        for (nth, (i, arg)) in others.into_iter().chain(closures).enumerate() {
            if nth == 0 || nth == first_closure {
                self.select_if_pending();
            }
            let hint = if nth < first_closure { hints[i] } else { self.infer.resolve(hints[i]) };
            let hint = self.infer.shallow(hint);
            let expected = self.rvalue_hint(hint);
            let is_unsized = matches!(expected, Expect::Rvalue(_));
            let id = self.check(arg, expected);
            let site = self.argument_site(arg, i, callee_span, described);
            // First to what the result asks for, then to the parameter itself.
            let id = if hints[i] != formal[i] && !is_unsized { self.coerce_or_report(id, hints[i], &site) } else { id };
            ids[i] = self.coerce_or_report(id, formal[i], &site);
        }
        ids
    }

    /// Settle obligations if there are some.
    pub(crate) fn select_if_pending(&mut self) {
        if !self.pending.is_empty() {
            self.select_where_possible();
        }
    }

    fn argument_site(
        &self,
        arg: &ast::Expr,
        i: usize,
        callee_span: Span,
        described: &Described,
    ) -> super::coerce::Site {
        let mut site = super::coerce::Site::new(arg.span);
        let what = match described {
            Described::Fn { is_method: true, .. } => "arguments to this method are incorrect",
            Described::Fn { id, .. } if self.p.fn_sig(*id).has_self => "arguments to this method are incorrect",
            Described::Fn { .. } | Described::Pointer | Described::Closure => {
                "arguments to this function are incorrect"
            }
            Described::Ctor { adt, .. } if self.p.tables.adts[adt.index()].is_enum => {
                "arguments to this enum variant are incorrect"
            }
            Described::Ctor { .. } => "arguments to this struct are incorrect",
        };
        site.labels.push((callee_span, what.to_owned()));
        if let Described::Fn { id, is_method } = described {
            let entry = &self.p.tables.fns[id.index()];
            if let ast::ItemKind::Fn(f) = &entry.item.kind
                && entry.item.name.span.is_user()
            {
                let skip = usize::from(f.self_param.is_some() && !*is_method);
                if let Some(param) = i.checked_sub(skip).and_then(|i| f.params.get(i)) {
                    site.labels.push((param.span, format!("parameter of `{}` defined here", entry.name)));
                }
            }
        }
        site
    }

    /// E0061.
    fn wrong_argument_count(
        &mut self,
        formal: &[Ty],
        args: &[ast::Expr],
        call_span: Span,
        callee_span: Span,
        described: &Described,
    ) {
        let what = match described {
            Described::Fn { is_method: true, .. } => "method",
            Described::Fn { .. } | Described::Pointer | Described::Closure => "function",
            Described::Ctor { adt, .. } if self.p.tables.adts[adt.index()].is_enum => "enum variant",
            Described::Ctor { .. } => "struct",
        };
        let message = format!(
            "this {what} takes {} but {} {} supplied",
            count(formal.len(), "argument"),
            count(args.len(), "argument"),
            if args.len() == 1 { "was" } else { "were" }
        );
        let code = if matches!(described, Described::Closure) { Code::E0057 } else { Code::E0061 };
        let mut d = Diagnostic::new(code, callee_span, message);
        if args.len() > formal.len() {
            for arg in &args[formal.len()..] {
                d = d.label(arg.span, "unexpected argument");
            }
        } else {
            let missing: Vec<String> = formal[args.len()..].iter().map(|&t| format!("`{}`", self.name(t))).collect();
            let at = Span { lo: callee_span.hi.min(call_span.hi), ..call_span };
            let text = if missing.len() == 1 {
                format!("argument #{} of type {} is missing", args.len() + 1, missing[0])
            } else {
                format!("{} arguments of type {} are missing", missing.len(), missing.join(", "))
            };
            d = d.label(at, text);
        }
        if let Described::Fn { id, .. } = described {
            let entry = &self.p.tables.fns[id.index()];
            if entry.item.name.span.is_user() {
                let what = if self.p.fn_sig(*id).has_self { "method" } else { "function" };
                d = d.label(entry.item.name.span, format!("{what} defined here"));
            }
        }
        if let Described::Ctor { adt, variant } = described {
            let declared = self.p.tables.adts[adt.index()].variants[variant.0 as usize].2;
            if declared.is_user() {
                d = d.label(declared, format!("{what} defined here"));
            }
        }
        self.report(d);
    }

    /// `x.m(a, b)`.
    pub(crate) fn method_call(
        &mut self,
        receiver: &ast::Expr,
        method: &ast::PathSegment,
        args: &[ast::Expr],
        expect: Expect,
        expr: &ast::Expr,
    ) -> ExprId {
        let id = self.check(receiver, Expect::No);
        let ty = self.ty(id);
        let name = method.name.name.as_str();
        let Some(ty) = self.known(ty, receiver.span) else {
            for arg in args {
                self.check(arg, Expect::No);
            }
            return self.error_expr(expr.span, expr.id);
        };
        if self.is_broken(ty) {
            for arg in args {
                self.check(arg, Expect::No);
            }
            return self.error_expr(expr.span, expr.id);
        }
        match self.probe_method(ty, name, method.name.span) {
            Ok(pick) if self.is_destructor(pick.method) => {
                for arg in args {
                    self.check(arg, Expect::No);
                }
                let d = destructor_call(method.name.span).help("`drop(…)` drops a value early");
                self.report_expr(d, expr.span, expr.id)
            }
            Ok(pick) => self.confirm_method(id, &pick, method, args, expect, expr),
            Err(failure) => {
                for arg in args {
                    self.check(arg, Expect::No);
                }
                self.report_no_method(id, ty, receiver, method, args, failure, expr);
                self.error_expr(expr.span, expr.id)
            }
        }
    }

    /// Whether `Self` of these arguments is a trait object.
    fn is_object(&self, args: TyList) -> bool {
        self.p.types.list(args).first().is_some_and(|&ty| matches!(self.kind(ty), TyKind::Dyn(..)))
    }

    fn confirm_method(
        &mut self,
        receiver: ExprId,
        pick: &Pick,
        method: &ast::PathSegment,
        args: &[ast::Expr],
        expect: Expect,
        expr: &ast::Expr,
    ) -> ExprId {
        let span = method.name.span;
        let place = self.apply_derefs(receiver, pick.derefs, pick.autoref == Autoref::Mut);
        let step_ty = self.ty(place);
        let mut adjusted = match pick.autoref {
            Autoref::None => match self.kind(step_ty) {
                // A `&mut` receiver is borrowed anew rather than moved.
                TyKind::Ref(pointee, true) => {
                    let inner = self.push_like(place, ExprKind::Deref(place), pointee);
                    self.push_like(place, ExprKind::Borrow { mutable: true, place: inner }, step_ty)
                }
                _ => place,
            },
            Autoref::Shared | Autoref::Mut => {
                let mutable = pick.autoref == Autoref::Mut;
                if mutable {
                    self.make_mutable(place);
                }
                let ty = self.p.types.mk_ref(step_ty, mutable);
                self.push_like(place, ExprKind::Borrow { mutable, place }, ty)
            }
        };
        if pick.unsize
            && let TyKind::Array(element, _) = self.kind(step_ty)
        {
            let slice = self.p.types.mk(TyKind::Slice(element));
            let ty = self.p.types.mk_ref(slice, pick.autoref == Autoref::Mut);
            adjusted = self.push_like(adjusted, ExprKind::Coerce(Coercion::Unsize, adjusted), ty);
        }
        // Its generic arguments: those of the implementation or trait, then its own.
        let prefix = match pick.of {
            Container::Impl(id) => {
                let count = self.p.impl_header(id).generics.params.len();
                self.fresh_args(count, &[], span)
            }
            Container::Trait(t) => match pick.bound {
                Some(bound) => self.p.types.list(bound).to_vec(),
                None => {
                    let count = self.p.trait_sig(t).generics.params.len();
                    self.fresh_args(count, &[], span)
                }
            },
            Container::Module(_) => Vec::new(),
        };
        let all = self
            .with_lower(|l| l.generic_args(DefId::Fn(pick.method), Some(method), &prefix, true, span, &mut Vec::new()));
        let list = self.p.types.mk_list(&all);
        let sig = self.p.fn_sig(pick.method);
        let self_param = sig.params.first().copied().unwrap_or(self.common().error);
        let formal = self.p.types.subst(self_param, list);
        let formal = self.normalize(formal, span);
        let adjusted_ty = self.ty(adjusted);
        if !self.infer.unify(formal, adjusted_ty) {
            self.demand_coerce(adjusted, formal);
        }
        // What the result is made of comes before what the method requires, when both stay open.
        if self.p.types.flags(sig.ret).has(Flags::PROJECTION) {
            let ret = self.p.types.subst(sig.ret, list);
            self.normalize(ret, span);
        }
        if pick.bound.is_some_and(|bound| self.is_object(bound)) && self.p.needs_sized_self(pick.method) {
            let name = &method.name.name;
            let message = format!("the `{name}` method cannot be invoked on a trait object");
            return self.report_expr(Diagnostic::new(Code::SizedMethod, span, message), expr.span, expr.id);
        }
        if let TyKind::Dyn(..) = self.kind(adjusted_ty) {
            let name = self.name(adjusted_ty);
            let d = Diagnostic::new(Code::E0161, expr.span, format!("cannot move a value of type `{name}`"))
                .primary(format!("the size of `{name}` cannot be statically determined"));
            return self.report_expr(d, expr.span, expr.id);
        }
        self.require_bounds(pick.method, list, span);
        self.call_fn(pick.method, list, Some(adjusted), args, expect, span, expr)
    }
}

/// What a function that asks for its caller's place is told of a call: a method call is at the method's name.
fn call_site(call: &ast::Expr) -> Span {
    match &call.kind {
        ast::ExprKind::MethodCall { method, .. } => Span { hi: call.span.hi, ..method.name.span },
        _ => call.span,
    }
}

/// Whether an expression is a closure.
fn is_closure(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ast::ExprKind::Closure(_) => true,
        ast::ExprKind::Paren(inner) => is_closure(inner),
        _ => false,
    }
}

/// What is called, for the wording of errors.
pub(crate) enum Described {
    Fn { id: FnId, is_method: bool },
    Ctor { adt: AdtId, variant: VariantIdx },
    Pointer,
    Closure,
}

/// E0040.
fn destructor_call(span: Span) -> Diagnostic {
    Diagnostic::new(Code::E0040, span, "explicit use of destructor method")
        .primary("explicit destructor calls not allowed")
}

/// E0040, for a path.
pub(super) fn destructor_path(span: Span) -> Diagnostic {
    destructor_call(span).help("consider using `drop` function: `drop`")
}
