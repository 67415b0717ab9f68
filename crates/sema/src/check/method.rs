//! Method look-up: for each step of autoderef, by value, by shared and by mutable reference, inherent methods before those
//! of traits; at last an array as a slice.

use super::FnCtxt;
use crate::defs::{Container, Predicate, TraitRef};
use crate::ids::{ExprId, FnId};
use crate::traits::{Goal, key_of};
use crate::ty::{InferTy, Ty, TyKind, TyList};
use crate::typed::{Callee, ExprKind};
use stair_source::{Code, Diagnostic, Span};

/// How many dereferences are made without being written.
pub(crate) const MAX_AUTODEREF: usize = 128;

/// How the receiver is borrowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Autoref {
    None,
    Shared,
    Mut,
}

/// The method that a call means, and what happens to its receiver.
#[derive(Clone, Debug)]
pub(crate) struct Pick {
    pub(crate) method: FnId,
    pub(crate) of: Container,
    /// How many dereferences.
    pub(crate) derefs: usize,
    pub(crate) autoref: Autoref,
    /// The array becomes a slice.
    pub(crate) unsize: bool,
    /// The arguments of the bound in scope that gives the method.
    pub(crate) bound: Option<TyList>,
}

/// Why there is no method.
#[derive(Clone, Debug, Default)]
pub(crate) struct Failure {
    /// A method that cannot be seen from here.
    pub(crate) private: Option<FnId>,
    /// A method whose bounds do not hold, with the type at that step.
    pub(crate) unmet: Option<(FnId, Goal)>,
    /// Two methods apply.
    pub(crate) ambiguous: Vec<FnId>,
    /// A trait outside the scope has it.
    pub(crate) not_in_scope: Option<crate::ids::TraitId>,
}

struct Step {
    ty: Ty,
    derefs: usize,
    unsize: bool,
}

#[derive(Clone)]
struct Candidate {
    method: FnId,
    of: Container,
    bound: Option<TyList>,
}

/// Whether types of this kind may implement `Deref`; what is generic does so by its bounds.
pub(crate) fn may_deref(kind: &TyKind) -> bool {
    matches!(kind, TyKind::Adt(..) | TyKind::Param(..) | TyKind::Projection(..))
}

enum Match {
    No,
    Unmet(Goal),
    Yes,
}

impl FnCtxt<'_> {
    /// The function of this name in a list, as far as this body may name it: what the library has beyond std's names starts
    /// with `__` there and with `$` in what macros expand to, and a program can write neither of them.
    pub(crate) fn fn_here(&self, fns: &[FnId], name: &str) -> Option<FnId> {
        let tables = &self.p.tables;
        if let Some(own) = name.strip_prefix('$') {
            return tables.fn_named(fns, &format!("__{own}")).filter(|f| !tables.fns[f.index()].is_user);
        }
        let hides = name.starts_with("__") && tables.module(self.module).is_user;
        tables.fn_named(fns, name).filter(|f| !hides || tables.fns[f.index()].is_user)
    }

    /// The types to which a receiver leads.
    fn steps(&mut self, ty: Ty, span: Span) -> Vec<Step> {
        let mut steps = vec![Step { ty, derefs: 0, unsize: false }];
        let mut at = ty;
        loop {
            at = self.try_known(at);
            let next = match self.p.types.kind(at) {
                TyKind::Ref(inner, _) => self.infer.shallow(inner),
                ref kind if may_deref(kind) => match self.p.boxed(at).or_else(|| self.deref_target(at)) {
                    Some(target) => self.infer.shallow(target),
                    None => break,
                },
                _ => break,
            };
            if steps.len() > MAX_AUTODEREF {
                let shown = self.p.type_name(next);
                self.report(
                    Diagnostic::new(
                        Code::E0055,
                        span,
                        format!("reached the recursion limit while auto-dereferencing `{shown}`"),
                    )
                    .primary("deref recursion limit reached"),
                );
                break;
            }
            at = next;
            steps.push(Step { ty: at, derefs: steps.len(), unsize: false });
        }
        if let Some(last) = steps.last()
            && let TyKind::Array(element, _) = self.kind(last.ty)
        {
            let (ty, derefs) = (self.p.types.mk(TyKind::Slice(element)), last.derefs);
            steps.push(Step { ty, derefs, unsize: true });
        }
        steps
    }

    /// Find the method that a call means.
    pub(crate) fn probe_method(&mut self, ty: Ty, name: &str, span: Span) -> Result<Pick, Failure> {
        self.select_if_pending();
        let steps = self.steps(ty, span);
        let mut inherent: Vec<Candidate> = Vec::new();
        for step in &steps {
            let ty = self.infer.shallow(step.ty);
            if let Some(key) = key_of(self.p, ty)
                && let Some(impls) = self.p.tables.inherent_impls.get(&key)
            {
                for &id in impls {
                    if let Some(method) = self.fn_here(&self.p.tables.impls[id.index()].fns, name)
                        && self.p.fn_sig(method).has_self
                        && !inherent.iter().any(|c| c.method == method)
                    {
                        inherent.push(Candidate { method, of: Container::Impl(id), bound: None });
                    }
                }
            }
            if matches!(self.p.types.kind(ty), TyKind::Param(..) | TyKind::Projection(..) | TyKind::Dyn(..)) {
                let of_self = self.select(|s| s.self_bounds(ty));
                for predicate in self.env.iter().chain(&of_self) {
                    if let Predicate::Trait(t, _) = predicate
                        && self.p.types.list(t.args).first() == Some(&ty)
                        && let Some(method) = self.fn_here(&self.p.tables.traits[t.def.index()].fns, name)
                        && self.p.fn_sig(method).has_self
                    {
                        inherent.push(Candidate { method, of: Container::Trait(t.def), bound: Some(t.args) });
                    }
                }
            }
        }
        let mut extension: Vec<Candidate> = Vec::new();
        for &t in self.traits_here().iter() {
            if let Some(method) = self.fn_here(&self.p.tables.traits[t.index()].fns, name)
                && self.p.fn_sig(method).has_self
            {
                extension.push(Candidate { method, of: Container::Trait(t), bound: None });
            }
        }
        let mut failure = Failure::default();
        for step in &steps {
            for autoref in [Autoref::None, Autoref::Shared, Autoref::Mut] {
                if step.unsize && autoref == Autoref::None {
                    continue;
                }
                let self_ty = match autoref {
                    Autoref::None => step.ty,
                    Autoref::Shared => self.p.types.mk_ref(step.ty, false),
                    Autoref::Mut => self.p.types.mk_ref(step.ty, true),
                };
                for group in [&inherent, &extension] {
                    let mut found: Vec<Candidate> = Vec::new();
                    for candidate in group {
                        match self.match_candidate(candidate, self_ty, span) {
                            Match::No => {}
                            Match::Unmet(goal) => {
                                failure.unmet.get_or_insert((candidate.method, goal));
                            }
                            Match::Yes => {
                                let visible_in = self.p.tables.fns[candidate.method.index()].visible_in;
                                if self.p.tables.accessible(visible_in, self.module) {
                                    found.push(candidate.clone());
                                } else if self.p.tables.fns[candidate.method.index()].is_user {
                                    failure.private.get_or_insert(candidate.method);
                                }
                            }
                        }
                    }
                    // What the library has for its trait objects themselves goes before what it has for sized types.
                    if found.iter().any(|c| matches!(c.of, Container::Impl(_))) {
                        found.retain(|c| !self.is_for_sized_types(c));
                    }
                    if found.len() > 1 && found.iter().any(|c| c.method != found[0].method) {
                        failure.ambiguous = found.iter().map(|c| c.method).collect();
                        return Err(failure);
                    }
                    // Which of several bounds on the trait is meant, the arguments of the call say.
                    let is_open = found.iter().any(|c| c.bound != found[0].bound);
                    if let Some(c) = found.into_iter().next() {
                        return Ok(Pick {
                            method: c.method,
                            of: c.of,
                            derefs: step.derefs,
                            autoref,
                            unsize: step.unsize,
                            bound: c.bound.filter(|_| !is_open),
                        });
                    }
                }
            }
        }
        failure.not_in_scope = self.trait_with_method(&steps, name, span);
        Err(failure)
    }

    /// Whether a candidate is a method of a trait of the library that trait objects do not have.
    fn is_for_sized_types(&self, candidate: &Candidate) -> bool {
        let Container::Trait(t) = candidate.of else { return false };
        !self.p.tables.traits[t.index()].is_user && self.p.needs_sized_self(candidate.method)
    }

    /// Whether a candidate's receiver can be of this type.
    fn match_candidate(&self, candidate: &Candidate, self_ty: Ty, span: Span) -> Match {
        let p = self.p;
        self.infer.probe(|| {
            let sig = p.fn_sig(candidate.method);
            let Some(&receiver) = sig.params.first() else { return Match::No };
            let prefix = match (candidate.of, candidate.bound) {
                (_, Some(bound)) => p.types.list(bound).to_vec(),
                (Container::Impl(id), None) => self.fresh_args(p.impl_header(id).generics.params.len(), &[], span),
                (Container::Trait(t), None) => self.fresh_args(p.trait_sig(t).generics.params.len(), &[], span),
                (Container::Module(_), None) => Vec::new(),
            };
            let count = prefix.len();
            let all = self.fresh_args(sig.generics.params.len(), &prefix, span);
            let list = p.types.mk_list(&all);
            let mut ignored = Vec::new();
            let receiver = self.select(|s| s.normalize(p.types.subst(receiver, list), &mut ignored, 0));
            if !self.infer.unify(receiver, self_ty) {
                return Match::No;
            }
            if let Container::Impl(id) = candidate.of {
                let header = p.impl_header(id);
                let own = p.types.mk_list(&all[..count]);
                for goal in self.select(|s| s.instantiate(&header.generics.bounds, own)) {
                    if !self.may_hold(&goal) {
                        return Match::Unmet(self.resolved_goal(&goal));
                    }
                }
            }
            if let Container::Trait(t) = candidate.of
                && candidate.bound.is_none()
            {
                let goal = Goal::Trait(TraitRef { def: t, args: p.types.mk_list(&all[..count]) });
                // A variable could be anything: only a known receiver makes a trait's method apply.
                if let Some(&first) = all.first()
                    && matches!(self.infer.kind(first), TyKind::Infer(InferTy::General(_)))
                {
                    return Match::No;
                }
                if !self.may_hold(&goal) {
                    return Match::Unmet(self.resolved_goal(&goal));
                }
            }
            Match::Yes
        })
    }

    fn resolved_goal(&self, goal: &Goal) -> Goal {
        match *goal {
            Goal::Trait(t) => Goal::Trait(TraitRef { def: t.def, args: self.infer.resolve_list(t.args) }),
            Goal::Projection(a, args, ty) => Goal::Projection(a, self.infer.resolve_list(args), self.infer.resolve(ty)),
        }
    }

    /// A trait that is implemented for a step and has the method, but is not in scope.
    fn trait_with_method(&self, steps: &[Step], name: &str, span: Span) -> Option<crate::ids::TraitId> {
        for (i, entry) in self.p.tables.traits.iter().enumerate() {
            let t = crate::ids::TraitId(i as u32);
            let Some(method) = self.fn_here(&entry.fns, name) else { continue };
            if !self.p.fn_sig(method).has_self {
                continue;
            }
            let candidate = Candidate { method, of: Container::Trait(t), bound: None };
            for step in steps {
                for self_ty in [step.ty, self.p.types.mk_ref(step.ty, false), self.p.types.mk_ref(step.ty, true)] {
                    if matches!(self.match_candidate(&candidate, self_ty, span), Match::Yes) {
                        return Some(t);
                    }
                }
            }
        }
        None
    }

    // Dereferencing.

    /// What a type dereferences to through the trait `Deref`.
    pub(crate) fn deref_target(&mut self, ty: Ty) -> Option<Ty> {
        let t = self.p.tables.library_trait("Deref")?;
        let args = self.p.types.mk_list(&[ty]);
        let goal = Goal::Trait(TraitRef { def: t, args });
        if !self.select(|s| s.may_hold(&goal, 0)) {
            return None;
        }
        let target = self.p.assoc_type_named(t, "Target")?;
        let projection = self.p.types.mk(TyKind::Projection(target, args));
        let span = self.p.tables.traits[t.index()].item.name.span;
        let ty = self.normalize(projection, span);
        Some(self.infer.shallow(ty))
    }

    /// `*x` through the trait `Deref`: the place, and its type.
    pub(crate) fn overloaded_deref(&mut self, place: ExprId, ty: Ty) -> Option<(ExprId, Ty)> {
        if !may_deref(&self.kind(ty)) {
            return None;
        }
        let target = self.deref_target(ty)?;
        let t = self.p.tables.library_trait("Deref")?;
        let deref = self.p.tables.fn_named(&self.p.tables.traits[t.index()].fns, "deref")?;
        let self_ref = self.p.types.mk_ref(ty, false);
        let borrowed = self.push_like(place, ExprKind::Borrow { mutable: false, place }, self_ref);
        let target_ref = self.p.types.mk_ref(target, false);
        let args = self.p.types.mk_list(&[ty]);
        let call =
            self.push_like(place, ExprKind::Call { callee: Callee::Fn(deref, args), args: vec![borrowed] }, target_ref);
        let deref = self.push_like(place, ExprKind::Deref(call), target);
        self.overloaded_places.push(deref);
        Some((deref, target))
    }

    /// One dereference that is not written: of a reference, or through `Deref`.
    pub(crate) fn deref_step(&mut self, place: ExprId, ty: Ty, mutable: bool) -> Option<(ExprId, Ty)> {
        let ty = self.infer.shallow(ty);
        match self.p.types.kind(ty) {
            TyKind::Ref(inner, m) => {
                if mutable && !m {
                    return None;
                }
                let inner = self.infer.shallow(inner);
                Some((self.push_like(place, ExprKind::Deref(place), inner), inner))
            }
            ref kind if may_deref(kind) => {
                if let Some(inner) = self.p.boxed(ty) {
                    if mutable {
                        self.make_mutable(place);
                    }
                    let inner = self.infer.shallow(inner);
                    return Some((self.push_like(place, ExprKind::Deref(place), inner), inner));
                }
                let (next, target) = self.overloaded_deref(place, ty)?;
                if mutable {
                    self.make_mutable(next);
                }
                Some((next, target))
            }
            _ => None,
        }
    }

    /// So many dereferences that are not written.
    pub(crate) fn apply_derefs(&mut self, expr: ExprId, count: usize, mutable: bool) -> ExprId {
        let mut place = expr;
        for _ in 0..count {
            let ty = self.ty(place);
            // Shared references on the way are found by the borrow checker.
            match self.deref_step(place, ty, false) {
                Some((next, _)) => place = next,
                None => break,
            }
        }
        if mutable {
            self.make_mutable(place);
        }
        place
    }

    /// A place is written to or borrowed mutably: turn `deref` and `index` on the way to it into their mutable kin.
    pub(crate) fn make_mutable(&mut self, place: ExprId) {
        match self.exprs[place.index()].kind.clone() {
            ExprKind::Field { base, .. } => self.make_mutable(base),
            ExprKind::Index { base, .. } => self.make_mutable(base),
            ExprKind::Deref(inner) => {
                if self.overloaded_places.contains(&place) {
                    self.make_call_mutable(place, inner);
                } else if self.p.boxed(self.ty(inner)).is_some() {
                    self.make_mutable(inner);
                } else if let TyKind::Ref(_, true) = self.kind(self.exprs[inner.index()].ty) {
                    // The reference itself is only read, but what it came from may have to be mutable too.
                    if let ExprKind::Deref(_) | ExprKind::Field { .. } | ExprKind::Index { .. } =
                        self.exprs[inner.index()].kind
                    {
                        self.make_mutable(inner);
                    }
                }
            }
            _ => {}
        }
    }

    fn make_call_mutable(&mut self, place: ExprId, call: ExprId) {
        let ExprKind::Call { callee: Callee::Fn(f, args), args: operands } = self.exprs[call.index()].kind.clone()
        else {
            return;
        };
        let (trait_name, method) = match self.p.tables.fns[f.index()].name.as_str() {
            "deref" => ("DerefMut", "deref_mut"),
            "index" => ("IndexMut", "index_mut"),
            _ => return,
        };
        let Some(t) = self.p.tables.library_trait(trait_name) else { return };
        let Some(method_id) = self.p.tables.fn_named(&self.p.tables.traits[t.index()].fns, method) else { return };
        let goal = Goal::Trait(TraitRef { def: t, args });
        if !self.may_hold(&goal) {
            // The shared place stays, and the borrow checker says that it cannot be written to.
            let name = self.name(self.p.types.list(args)[0]);
            let span = self.span(place);
            self.report(
                Diagnostic::new(
                    if method == "index_mut" { Code::E0594 } else { Code::E0596 },
                    span,
                    if method == "index_mut" {
                        format!("cannot assign to data in an index of `{name}`")
                    } else {
                        format!("cannot borrow data in dereference of `{name}` as mutable")
                    },
                )
                .primary(if method == "index_mut" { "cannot assign" } else { "cannot borrow as mutable" })
                .help(format!(
                    "trait `{trait_name}` is required to modify indexed content, but it is not implemented for `{name}`"
                )),
            );
            return;
        }
        self.require(goal, self.span(place), super::Cause::Misc);
        let Some(&receiver) = operands.first() else { return };
        if let ExprKind::Borrow { place: inner, .. } = self.exprs[receiver.index()].kind {
            self.make_mutable(inner);
            let ty = self.p.types.mk_ref(self.ty(inner), true);
            self.exprs[receiver.index()].kind = ExprKind::Borrow { mutable: true, place: inner };
            self.exprs[receiver.index()].ty = ty;
        } else if let ExprKind::Coerce(c, inner) = self.exprs[receiver.index()].kind
            && let ExprKind::Borrow { place: base, .. } = self.exprs[inner.index()].kind
        {
            self.make_mutable(base);
            let ty = self.p.types.mk_ref(self.ty(base), true);
            self.exprs[inner.index()].kind = ExprKind::Borrow { mutable: true, place: base };
            self.exprs[inner.index()].ty = ty;
            if let TyKind::Ref(slice, _) = self.kind(self.exprs[receiver.index()].ty) {
                self.exprs[receiver.index()].ty = self.p.types.mk_ref(slice, true);
            }
            self.exprs[receiver.index()].kind = ExprKind::Coerce(c, inner);
        }
        if let TyKind::Ref(target, _) = self.kind(self.exprs[call.index()].ty) {
            self.exprs[call.index()].ty = self.p.types.mk_ref(target, true);
        }
        self.exprs[call.index()].kind = ExprKind::Call { callee: Callee::Fn(method_id, args), args: operands };
    }
}
