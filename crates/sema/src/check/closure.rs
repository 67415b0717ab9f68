//! Closures and calls of what is no plain function: what is expected of a closure, its signature, and which trait a
//! call goes through.

use super::call::Described;
use super::capture::CapturedPlace;
use super::coerce::{CoerceMany, Site};
use super::{Cause, Expect, FnCtxt, RefutableIn};
use crate::defs::{ClosureKind, Predicate, TraitRef};
use crate::gate::Refused;
use crate::ids::{AliasId, ExprId, FnId, PatId};
use crate::infer::ClosureSig;
use crate::report::count;
use crate::traits::Goal;
use crate::ty::{InferTy, Ty, TyKind, TyList};
use crate::typed::{Callee, ExprKind, Owner};
use stair_source::{Code, Diagnostic, Span};
use stair_syntax::ast;

/// A closure whose body has been checked.
pub(crate) struct CheckedClosure {
    pub(crate) def: FnId,
    /// The expression.
    pub(crate) expr: ExprId,
    pub(crate) params: Vec<PatId>,
    pub(crate) value: ExprId,
    /// Expressions from this one on, up to its own, are its body.
    pub(crate) first_expr: usize,
    /// Variables from this one on are its own.
    pub(crate) first_local: usize,
    /// The first variable behind its own.
    pub(crate) end_local: usize,
    pub(crate) is_move: bool,
    /// What it captures, once that has been worked out.
    pub(crate) captures: Vec<CapturedPlace>,
}

/// A call of a closure whose kind may not be known yet.
pub(crate) struct ClosureCall {
    pub(crate) call: ExprId,
    pub(crate) callee: ExprId,
    pub(crate) def: FnId,
}

/// What is known of a closure from where it stands.
#[derive(Default)]
struct Expected {
    kind: Option<ClosureKind>,
    params: Option<Vec<Ty>>,
    ret: Option<Ty>,
}

impl FnCtxt<'_> {
    /// `|x, y| body`.
    pub(crate) fn closure(&mut self, closure: &ast::Closure, expect: Expect, expr: &ast::Expr) -> ExprId {
        if closure.is_async {
            return self.refuse_expr(Refused::Async, expr.span, expr.id);
        }
        let Some(&def) = self.p.tables.closures.get(&expr.id) else {
            return self.error_expr(expr.span, expr.id);
        };
        let mut expected = self.expected_closure(expect);
        let broken = matches!(expect, Expect::Has(ty) if self.kind(ty) == TyKind::Error);
        let mut wrong_count = false;
        if let Some(params) = &expected.params
            && params.len() != closure.params.len()
        {
            self.wrong_parameter_count(params.len(), closure, def);
            expected.params = Some(vec![self.common().error; closure.params.len()]);
            wrong_count = true;
        }
        let mut params = Vec::new();
        for (i, (pat, written)) in closure.params.iter().enumerate() {
            let known = expected.params.as_ref().and_then(|p| p.get(i)).copied();
            params.push(match written {
                Some(written) => {
                    let ty = self.lower_ty(written);
                    if let Some(known) = known {
                        // Where they differ, the bound that expects the other type is reported.
                        self.infer.unify(ty, known);
                    }
                    ty
                }
                None if broken => self.common().error,
                None => known.unwrap_or_else(|| self.infer.new_var(pat.span)),
            });
        }
        let ret = match &closure.ret {
            Some(written) => {
                let ty = self.lower_ty(written);
                if let Some(known) = expected.ret {
                    self.infer.unify(ty, known);
                }
                ty
            }
            None => expected.ret.unwrap_or_else(|| self.infer.new_var(closure.body.span)),
        };
        let sig = ClosureSig {
            params: if wrong_count { self.common().error } else { self.p.types.mk_tuple(&params) },
            ret,
            kind: expected.kind,
            captures: None,
            captures_nothing: false,
        };
        self.infer.closures.borrow_mut().insert(def, sig);
        let (first_local, first_expr) = (self.locals.len(), self.exprs.len());
        let (pats, value) = self.closure_body(closure, &params, ret);
        let captures_nothing = !self.exprs[first_expr..]
            .iter()
            .any(|e| matches!(e.kind, ExprKind::Local(local) if local.index() < first_local));
        if let Some(sig) = self.infer.closures.borrow_mut().get_mut(&def) {
            sig.captures_nothing = captures_nothing;
        }
        let args = self.owner_args();
        let ty = self.p.types.mk(TyKind::Closure(def, args));
        let id = self.push(ExprKind::Closure { def, captures: Vec::new() }, ty, expr.span, expr.id);
        self.closures.push(CheckedClosure {
            def,
            expr: id,
            params: pats,
            value,
            first_expr,
            first_local,
            end_local: self.locals.len(),
            is_move: closure.is_move,
            captures: Vec::new(),
        });
        id
    }

    /// The generic parameters of the body, each as its own argument.
    fn owner_args(&self) -> TyList {
        match self.owner {
            Owner::Fn(id) => self.p.identity_args(&self.p.fn_sig(id).generics),
            Owner::Const(id) => self.p.identity_args(&self.p.const_sig(id).generics),
            Owner::Static(_) | Owner::Anonymous => TyList::EMPTY,
        }
    }

    fn closure_body(&mut self, closure: &ast::Closure, params: &[Ty], ret: Ty) -> (Vec<PatId>, ExprId) {
        let outer_ret = self.ret.replace(ret);
        let outer_span = std::mem::replace(&mut self.ret_span, closure.ret.as_ref().map(|r| r.span));
        let outer_coerce = self.ret_coerce.replace(CoerceMany::new(ret));
        let outer_targets = std::mem::take(&mut self.targets);
        let outer_labels = self.labels_outside.len();
        self.labels_outside.extend(outer_targets.iter().filter_map(|t| Some((t.name.clone()?, t.span?))));
        let outer_caller = self.caller.take();
        let outer_diverges = std::mem::replace(&mut self.diverges, false);
        let outer_in_closure = std::mem::replace(&mut self.in_closure, true);
        let outer_bindings = std::mem::take(&mut self.or_bindings);
        self.enter_scope(None);
        let mut seen = Vec::new();
        let mut pats = Vec::new();
        for ((pat, _), &ty) in closure.params.iter().zip(params) {
            self.param_span = Some(pat.span);
            let id = self.param_pattern(pat, ty, &mut seen);
            self.refutability.push((id, RefutableIn::Param));
            self.require_sized(ty, pat.span, "all function arguments must have a statically known size");
            pats.push(id);
        }
        let value = self.check(&closure.body, Expect::Has(ret));
        let mut coerce = self.ret_coerce.take().unwrap_or_else(|| CoerceMany::new(ret));
        let site = Site::new(self.span(value)).because_of(self.ret_span, "expected `{}` because of return type");
        let value = coerce.add(self, value, &site);
        let merged = coerce.complete(self);
        if matches!(self.kind(ret), TyKind::Infer(InferTy::General(_))) {
            self.infer.unify(ret, merged);
        }
        self.leave_scope();
        self.or_bindings = outer_bindings;
        self.in_closure = outer_in_closure;
        self.diverges = outer_diverges;
        self.caller = outer_caller;
        self.labels_outside.truncate(outer_labels);
        self.targets = outer_targets;
        self.ret_coerce = outer_coerce;
        self.ret_span = outer_span;
        self.ret = outer_ret;
        (pats, value)
    }

    /// What the place of a closure says of it: a function pointer's type, or what is required of a type that is not known.
    fn expected_closure(&mut self, expect: Expect) -> Expected {
        let (Expect::Has(ty) | Expect::Rvalue(ty)) = expect else { return Expected::default() };
        let ty = self.try_known(ty);
        match self.p.types.kind(ty) {
            TyKind::FnPtr(list) => {
                let list = self.p.types.list(list);
                match list.split_last() {
                    Some((&ret, params)) => Expected { kind: None, params: Some(params.to_vec()), ret: Some(ret) },
                    None => Expected::default(),
                }
            }
            TyKind::Infer(InferTy::General(_)) => self.expected_of_pending(ty),
            TyKind::Dyn(..) => {
                let bounds = self.p.object_bounds(ty);
                self.expected_of_bounds(ty, bounds, Expected::default())
            }
            _ => Expected::default(),
        }
    }

    fn expected_of_pending(&self, var: Ty) -> Expected {
        let p = self.p;
        let mut expected = Expected::default();
        let is_about = |args: TyList| p.types.list(args).first().is_some_and(|&s| self.infer.shallow(s) == var);
        let inputs = |args: TyList| match p.types.list(args).get(1).map(|&a| self.kind(a)) {
            Some(TyKind::Tuple(list)) => Some(p.types.list(list).iter().map(|&t| self.infer.resolve(t)).collect()),
            _ => None,
        };
        let mut traits: Vec<Predicate> = Vec::new();
        for obligation in &self.pending {
            match obligation.goal {
                Goal::Projection(alias, args, ty) if is_about(args) && self.is_call_output(alias) => {
                    if let Some(params) = inputs(args) {
                        expected.params = Some(params);
                    }
                    expected.ret = Some(ty);
                }
                Goal::Trait(t) if is_about(t.args) => traits.push(Predicate::Trait(t, obligation.span)),
                _ => {}
            }
        }
        self.expected_of_bounds(var, p.elaborate(traits), expected)
    }

    /// What bounds on a type say of a closure of the type. A trait of the program's own may have `Fn` or its kin above it.
    fn expected_of_bounds(&self, var: Ty, bounds: Vec<Predicate>, mut expected: Expected) -> Expected {
        let p = self.p;
        let is_about = |args: TyList| p.types.list(args).first().is_some_and(|&s| self.infer.shallow(s) == var);
        let inputs = |args: TyList| match p.types.list(args).get(1).map(|&a| self.kind(a)) {
            Some(TyKind::Tuple(list)) => Some(p.types.list(list).iter().map(|&t| self.infer.resolve(t)).collect()),
            _ => None,
        };
        for predicate in bounds {
            match predicate {
                Predicate::Trait(t, _) => {
                    let entry = &p.tables.traits[t.def.index()];
                    let Some(kind) = ClosureKind::of_trait(&entry.name).filter(|_| !entry.is_user) else { continue };
                    expected.kind = Some(expected.kind.map_or(kind, |k| k.min(kind)));
                    if expected.params.is_none() {
                        expected.params = inputs(t.args);
                    }
                }
                Predicate::Projection(alias, args, ty, _) if self.is_call_output(alias) && is_about(args) => {
                    expected.params = expected.params.or_else(|| inputs(args));
                    expected.ret = expected.ret.or(Some(ty));
                }
                Predicate::Projection(..) => {}
            }
        }
        expected
    }

    /// Whether an associated type is `FnOnce::Output`.
    fn is_call_output(&self, alias: AliasId) -> bool {
        self.p.alias_trait(alias).is_some_and(|t| {
            let entry = &self.p.tables.traits[t.index()];
            !entry.is_user && entry.name == "FnOnce"
        })
    }

    /// E0593.
    fn wrong_parameter_count(&mut self, expected: usize, closure: &ast::Closure, def: FnId) {
        let found = closure.params.len();
        let head = self.p.tables.fns[def.index()].item.name.span;
        let message = format!(
            "closure is expected to take {}, but it takes {}",
            count(expected, "argument"),
            count(found, "argument")
        );
        self.report(
            Diagnostic::new(Code::E0593, head, message)
                .primary(format!("expected closure that takes {}", count(expected, "argument")))
                .label(head, format!("takes {}", count(found, "argument"))),
        );
    }

    /// A call of a value that is no function pointer: a closure, or something that a bound says can be called.
    pub(crate) fn call_value(
        &mut self,
        callee: ExprId,
        ty: Ty,
        args: &[ast::Expr],
        expect: Expect,
        callee_span: Span,
        expr: &ast::Expr,
    ) -> Option<ExprId> {
        let (inputs, ret, by) = match self.kind(ty) {
            TyKind::Closure(..) => {
                let mut goals = Vec::new();
                let sig = self.select(|s| s.signature(ty, &mut goals, 0))?;
                self.require_all(goals, callee_span, &Cause::Misc);
                (sig.params, sig.ret, None)
            }
            _ => {
                let (inputs, ret, kind) = self.overloaded_call(ty, callee_span)?;
                (inputs, ret, Some(kind))
            }
        };
        let TyKind::Tuple(list) = self.kind(inputs) else {
            for arg in args {
                self.check(arg, Expect::No);
            }
            return Some(self.error_expr(expr.span, expr.id));
        };
        let formal = self.p.types.list(list).to_vec();
        let ids = self.arguments(&formal, ret, args, expect, expr.span, callee_span, &Described::Closure);
        let call = self.push(ExprKind::Call { callee: Callee::Value(callee), args: ids }, ret, expr.span, expr.id);
        match (by, self.kind(ty)) {
            (Some(kind), _) => self.call_by(call, callee, kind),
            (None, TyKind::Closure(def, _)) => self.closure_calls.push(ClosureCall { call, callee, def }),
            _ => {}
        }
        Some(call)
    }

    /// Whether an implementation says that a type can be called.
    pub(crate) fn is_callable(&mut self, ty: Ty, span: Span) -> bool {
        let inputs = self.infer.new_var(span);
        self.library_goal("FnOnce", &[ty, inputs]).is_some_and(|goal| self.may_hold(&goal))
    }

    /// The inputs, as one tuple, the result and the trait of a call of something that a bound or implementation says can
    /// be called.
    fn overloaded_call(&mut self, ty: Ty, span: Span) -> Option<(Ty, Ty, ClosureKind)> {
        let once = self.p.tables.library_trait("FnOnce")?;
        let output = self.p.assoc_type_named(once, "Output")?;
        for kind in [ClosureKind::Fn, ClosureKind::FnMut, ClosureKind::FnOnce] {
            let inputs = self.infer.new_var(span);
            let Some(goal) = self.library_goal(kind.trait_name(), &[ty, inputs]) else { continue };
            if !self.may_hold(&goal) {
                continue;
            }
            self.require(goal, span, Cause::Misc);
            self.select_where_possible();
            let inputs = self.infer.resolve(inputs);
            let projection = TyKind::Projection(output, self.p.types.mk_list(&[ty, inputs]));
            let ret = self.normalize(self.p.types.mk(projection), span);
            return Some((inputs, ret, kind));
        }
        None
    }

    /// Say how a call takes its callee.
    fn call_by(&mut self, call: ExprId, callee: ExprId, kind: ClosureKind) {
        let mutable = match kind {
            ClosureKind::Fn => false,
            ClosureKind::FnMut => true,
            ClosureKind::FnOnce => return,
        };
        if mutable {
            self.make_mutable(callee);
        }
        let ty = self.p.types.mk_ref(self.ty(callee), mutable);
        let borrow = self.push_like(callee, ExprKind::Borrow { mutable, place: callee }, ty);
        if let ExprKind::Call { callee, .. } = &mut self.exprs[call.index()].kind {
            *callee = Callee::Value(borrow);
        }
    }

    /// Settle the calls of a closure whose kind is known now.
    pub(crate) fn settle_closure_calls(&mut self, of: Option<FnId>) {
        for pending in std::mem::take(&mut self.closure_calls) {
            let known = self.infer.closures.borrow().get(&pending.def).map(|sig| sig.kind);
            let kind = match known {
                Some(kind) => kind,
                None => self.p.fn_sig(pending.def).closure.as_ref().map(|c| c.kind),
            };
            match kind {
                Some(kind) if of.is_none_or(|def| def == pending.def) => {
                    self.call_by(pending.call, pending.callee, kind)
                }
                _ => self.closure_calls.push(pending),
            }
        }
    }

    /// The function pointer's type that a closure without captures becomes.
    pub(crate) fn closure_pointer(&mut self, ty: Ty, span: Span) -> Option<Ty> {
        let TyKind::Closure(id, _) = self.kind(ty) else { return None };
        let known = self.infer.closures.borrow().get(&id).map(|sig| sig.captures_nothing);
        let captures_nothing = match known {
            Some(nothing) => nothing,
            None => self.p.fn_sig(id).closure.as_ref().is_some_and(|c| c.captures.is_empty()),
        };
        if !captures_nothing {
            return None;
        }
        let mut goals = Vec::new();
        let sig = self.select(|s| s.signature(ty, &mut goals, 0))?;
        self.require_all(goals, span, &Cause::Misc);
        let TyKind::Tuple(params) = self.kind(sig.params) else { return None };
        let mut list = self.p.types.list(params).to_vec();
        list.push(sig.ret);
        Some(self.p.types.mk(TyKind::FnPtr(self.p.types.mk_list(&list))))
    }

    /// E0525: a closure that is used as what it cannot be, for what it does with what it captures.
    pub(crate) fn unmet_closure_kind(&self, t: TraitRef, span: Span) -> Option<Diagnostic> {
        let args = self.p.types.list(t.args);
        let TyKind::Closure(id, _) = self.kind(*args.first()?) else { return None };
        let entry = &self.p.tables.traits[t.def.index()];
        let wanted = ClosureKind::of_trait(&entry.name).filter(|_| !entry.is_user)?;
        let (kind, params) = self.infer.closures.borrow().get(&id).map(|sig| (sig.kind, sig.params))?;
        let head = self.p.tables.fns[id.index()].item.name.span;
        let found = kind.filter(|&k| k > wanted && self.infer.can_unify(params, args[1]));
        if let Some(found) = found {
            let (wanted, found) = (wanted.trait_name(), found.trait_name());
            let message = format!(
                "expected a closure that implements the `{wanted}` trait, but this closure only implements `{found}`"
            );
            return Some(
                Diagnostic::new(Code::E0525, head, message)
                    .primary(format!("this closure implements `{found}`, not `{wanted}`"))
                    .label(span, format!("the requirement to implement `{wanted}` derives from here")),
            );
        }
        let shown = |tuple: Ty| match self.kind(tuple) {
            TyKind::Tuple(list) => {
                let list: Vec<String> = self.p.types.list(list).iter().map(|&t| self.name(t)).collect();
                list.join(", ")
            }
            _ => self.name(tuple),
        };
        Some(
            Diagnostic::new(Code::E0631, span, "type mismatch in closure arguments")
                .primary("expected due to this")
                .label(head, "found signature defined here")
                .note(format!("expected closure signature `fn({}) -> _`", shown(args[1])))
                .note(format!("   found closure signature `fn({}) -> _`", shown(params))),
        )
    }
}
