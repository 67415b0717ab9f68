//! Selection: from a requirement to the implementation or bound that meets it.

use super::{TypeKey, key_of};
use crate::defs::{ClosureKind, Predicate, TraitRef};
use crate::ids::{AliasId, ImplId};
use crate::infer::Infer;
use crate::ty::{Flags, InferTy, Ty, TyKind, TyList};

/// How deep requirements may require others.
pub(crate) const MAX_DEPTH: u32 = 64;

/// How many requirements one may lead to: where each leads to two, those that are not too deep are too many.
const MAX_EFFORT: u32 = 100_000;

/// How many requirements may wait for each other: those without an end double in each round.
const MAX_SETTLED: usize = 10_000;

/// Something that must hold.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Goal {
    /// A type implements a trait.
    Trait(TraitRef),
    /// An associated type is a type.
    Projection(AliasId, TyList, Ty),
}

/// What meets a requirement.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Source {
    /// An implementation with its arguments.
    Impl(ImplId, TyList),
    /// A bound in scope.
    Bound,
    /// The compiler itself.
    Builtin,
}

/// The answer to a requirement.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Selection {
    /// It is met, if these are.
    Yes(Vec<Goal>, Source),
    /// It can never be met.
    No,
    /// More must be known.
    Maybe,
}

/// What an associated type is.
pub(crate) enum Projected {
    /// This type, if these hold.
    Is(Ty, Vec<Goal>),
    /// A parameter's: itself.
    Rigid,
    /// More must be known.
    Ambiguous,
    /// The trait is not implemented.
    Error,
}

impl Infer<'_> {
    /// Whether a requirement leads to others without an end.
    pub(crate) fn gave_up(&self) -> bool {
        self.effort.get() > MAX_EFFORT
    }
}

/// Selection with the variables of a body and the bounds of its item.
pub(crate) struct Select<'a, 'p> {
    pub(crate) infer: &'a Infer<'p>,
    pub(crate) env: &'a [Predicate],
}

impl Select<'_, '_> {
    /// Find what meets a requirement, and bind the variables that follow from it.
    pub(crate) fn solve(&self, goal: &Goal, depth: u32) -> Selection {
        match *goal {
            Goal::Trait(t) => self.select_at(t, depth),
            Goal::Projection(alias, args, ty) => match self.project(alias, args, depth) {
                Projected::Is(found, nested) => {
                    if self.infer.unify(found, ty) {
                        Selection::Yes(nested, Source::Builtin)
                    } else {
                        Selection::No
                    }
                }
                Projected::Rigid => {
                    let rigid = self.infer.p.types.mk(TyKind::Projection(alias, self.infer.resolve_list(args)));
                    if self.infer.unify(rigid, ty) { Selection::Yes(Vec::new(), Source::Bound) } else { Selection::No }
                }
                Projected::Ambiguous => Selection::Maybe,
                Projected::Error => Selection::No,
            },
        }
    }

    /// Find what meets a requirement on a trait.
    pub(crate) fn select(&self, t: TraitRef) -> Selection {
        self.select_at(t, 0)
    }

    /// Whether requirements have been followed too far, here or on all ways together.
    fn is_too_deep(&self, depth: u32) -> bool {
        self.infer.effort.set(self.infer.effort.get().saturating_add(1));
        depth > MAX_DEPTH || self.infer.gave_up()
    }

    fn select_at(&self, t: TraitRef, depth: u32) -> Selection {
        let infer = self.infer;
        let p = infer.p;
        let args = infer.resolve_list(t.args);
        let t = TraitRef { def: t.def, args };
        let list = p.types.list(args);
        let Some(&self_ty) = list.first() else { return Selection::No };
        if p.types.list_flags(args).has(Flags::ERROR) {
            return Selection::Yes(Vec::new(), Source::Builtin);
        }
        if self.is_too_deep(depth) {
            return Selection::Maybe;
        }
        if matches!(p.types.kind(self_ty), TyKind::Infer(InferTy::General(_))) {
            return Selection::Maybe;
        }
        // Bounds in scope.
        let mut from_env: Vec<TyList> = Vec::new();
        let of_self = self.self_bounds(self_ty);
        for predicate in self.env.iter().chain(&of_self) {
            if let Predicate::Trait(bound, _) = predicate
                && bound.def == t.def
                && infer.probe(|| infer.unify_lists(bound.args, args))
                && !from_env.contains(&bound.args)
            {
                from_env.push(bound.args);
            }
        }
        match from_env.as_slice() {
            [] => {}
            [one] => {
                infer.unify_lists(*one, args);
                return Selection::Yes(Vec::new(), Source::Bound);
            }
            several => {
                if let Some(exact) = several.iter().find(|a| **a == args) {
                    infer.unify_lists(*exact, args);
                    return Selection::Yes(Vec::new(), Source::Bound);
                }
                return Selection::Maybe;
            }
        }
        if let Some(answer) = self.builtin(t, self_ty, depth) {
            return answer;
        }
        let self_key = key_of(p, self_ty);
        let mut candidates: Vec<ImplId> = Vec::new();
        let empty = Vec::new();
        for &id in p.tables.trait_impls.get(&t.def).unwrap_or(&empty) {
            if self.may_match(id, self_ty, self_key) && infer.probe(|| self.match_impl(id, args).is_some()) {
                candidates.push(id);
            }
        }
        if candidates.len() > 1 {
            candidates.retain(|&id| {
                infer.probe(|| {
                    let Some(impl_args) = self.match_impl(id, args) else { return false };
                    self.requirements(id, impl_args).iter().all(|g| self.may_hold(g, depth + 1))
                })
            });
        }
        match candidates.as_slice() {
            [] => Selection::No,
            [id] => match self.family(*id, args, depth) {
                Selection::Yes(..) => match self.match_impl(*id, args) {
                    Some(impl_args) => Selection::Yes(self.requirements(*id, impl_args), Source::Impl(*id, impl_args)),
                    None => Selection::No,
                },
                other => other,
            },
            [first, ..] => {
                if list.iter().any(|&a| infer.has_vars(a)) {
                    return Selection::Maybe;
                }
                // Implementations that overlap were reported; take the first.
                match self.match_impl(*first, args) {
                    Some(impl_args) => {
                        Selection::Yes(self.requirements(*first, impl_args), Source::Impl(*first, impl_args))
                    }
                    None => Selection::No,
                }
            }
        }
    }

    /// What is known of an associated type or an `impl Trait` through its own bounds, and of a trait object by its type.
    pub(crate) fn self_bounds(&self, self_ty: Ty) -> Vec<Predicate> {
        let p = self.infer.p;
        let (alias, args) = match p.types.kind(self_ty) {
            TyKind::Projection(alias, args) => (alias, args),
            TyKind::Dyn(..) => return p.object_bounds(self_ty),
            _ => return Vec::new(),
        };
        let subst = |bound: &Predicate| match bound {
            Predicate::Trait(t, span) => {
                Predicate::Trait(TraitRef { def: t.def, args: p.types.subst_list(t.args, args) }, *span)
            }
            Predicate::Projection(a, list, ty, span) => {
                Predicate::Projection(*a, p.types.subst_list(*list, args), p.types.subst(*ty, args), *span)
            }
        };
        p.alias_bounds(alias).iter().map(subst).collect()
    }

    /// A quick look at whether an implementation's type can be this one.
    fn may_match(&self, id: ImplId, self_ty: Ty, self_key: Option<TypeKey>) -> bool {
        let p = self.infer.p;
        let Some(key) = key_of(p, p.impl_header(id).self_ty) else { return true };
        match self_key {
            Some(k) => k == key,
            None => match p.types.kind(self_ty) {
                TyKind::Infer(InferTy::Int(_)) => matches!(key, TypeKey::Int(_)),
                TyKind::Infer(InferTy::Float(_)) => matches!(key, TypeKey::Float(_)),
                TyKind::Infer(InferTy::General(_)) => true,
                _ => false,
            },
        }
    }

    /// Make an implementation's trait arguments equal to `args`; the implementation's own arguments, as variables.
    pub(crate) fn match_impl(&self, id: ImplId, args: TyList) -> Option<TyList> {
        let infer = self.infer;
        let p = infer.p;
        let header = p.impl_header(id);
        let of_trait = header.of_trait?;
        let vars: Vec<Ty> = header.generics.params.iter().map(|param| infer.new_var(param.span)).collect();
        let vars = p.types.mk_list(&vars);
        let wanted = p.types.subst_list(of_trait.args, vars);
        infer.unify_lists(wanted, args).then_some(vars)
    }

    /// What an implementation requires for these arguments.
    fn requirements(&self, id: ImplId, impl_args: TyList) -> Vec<Goal> {
        let header = self.infer.p.impl_header(id);
        self.instantiate(&header.generics.bounds, impl_args)
    }

    /// Whether one of the implementations that this one stands for applies. With a bound on a `#[sealed]` trait of the library,
    /// it stands for those that std writes for each type of the trait: for none of the other types, and for none yet where the
    /// type is not known.
    fn family(&self, id: ImplId, args: TyList, depth: u32) -> Selection {
        let p = self.infer.p;
        let sealed: Vec<Predicate> = if p.tables.impls[id.index()].is_user {
            Vec::new()
        } else {
            let is_sealed =
                |b: &&Predicate| matches!(b, Predicate::Trait(t, _) if p.tables.traits[t.def.index()].is_sealed);
            p.impl_header(id).generics.bounds.iter().filter(is_sealed).cloned().collect()
        };
        let met = || Selection::Yes(Vec::new(), Source::Builtin);
        if sealed.is_empty() {
            return met();
        }
        self.infer.probe(|| {
            let Some(impl_args) = self.match_impl(id, args) else { return Selection::No };
            for goal in self.instantiate(&sealed, impl_args) {
                match self.solve(&goal, depth + 1) {
                    Selection::Yes(..) => {}
                    other => return other,
                }
            }
            met()
        })
    }

    /// Bounds for arguments.
    pub(crate) fn instantiate(&self, bounds: &[Predicate], args: TyList) -> Vec<Goal> {
        let types = &self.infer.p.types;
        bounds
            .iter()
            .map(|b| match b {
                Predicate::Trait(t, _) => Goal::Trait(TraitRef { def: t.def, args: types.subst_list(t.args, args) }),
                Predicate::Projection(alias, a, ty, _) => {
                    Goal::Projection(*alias, types.subst_list(*a, args), types.subst(*ty, args))
                }
            })
            .collect()
    }

    /// Meet requirements, and what they require in turn, while `open` says that something is still to be learnt from
    /// them: false if one of them cannot be met.
    pub(crate) fn settle(&self, goals: Vec<Goal>, depth: u32, open: impl Fn() -> bool) -> bool {
        let mut pending = goals;
        let mut rounds = 0;
        while !pending.is_empty() && open() && rounds < MAX_DEPTH && pending.len() < MAX_SETTLED {
            rounds += 1;
            let mut next = Vec::new();
            for goal in pending {
                let goal = self.normalize_parts(&goal, &mut next, depth);
                match self.solve(&goal, depth) {
                    Selection::Yes(nested, _) => next.extend(nested),
                    Selection::Maybe => next.push(goal),
                    Selection::No => return false,
                }
            }
            pending = next;
        }
        true
    }

    /// Whether a requirement is not known to be impossible.
    pub(crate) fn may_hold(&self, goal: &Goal, depth: u32) -> bool {
        if self.is_too_deep(depth) {
            return true;
        }
        self.infer.probe(|| {
            let goal = self.normalize_goal(goal, depth);
            match self.solve(&goal, depth) {
                Selection::No => false,
                Selection::Maybe => true,
                Selection::Yes(nested, _) => nested.iter().all(|g| self.may_hold(g, depth + 1)),
            }
        })
    }

    /// Whether a requirement is known to hold.
    pub(crate) fn holds(&self, goal: &Goal) -> bool {
        self.holds_at(goal, 0)
    }

    /// Whether a requirement holds together with what it requires, which may say of each other what is open in them.
    pub(crate) fn is_met(&self, goal: &Goal) -> bool {
        self.holds(goal) || self.infer.probe(|| self.settle(vec![*goal], 0, || true))
    }

    fn holds_at(&self, goal: &Goal, depth: u32) -> bool {
        if self.is_too_deep(depth) {
            return false;
        }
        self.infer.probe(|| {
            let goal = self.normalize_goal(goal, depth);
            match self.solve(&goal, depth) {
                Selection::No | Selection::Maybe => false,
                Selection::Yes(nested, _) => nested.iter().all(|g| self.holds_at(g, depth + 1)),
            }
        })
    }

    /// A requirement without associated types, as far as they are known.
    fn normalize_goal(&self, goal: &Goal, depth: u32) -> Goal {
        let mut goals = Vec::new();
        let normalized = self.normalize_parts(goal, &mut goals, depth);
        if !goals.is_empty() {
            let (Goal::Trait(TraitRef { args, .. }) | Goal::Projection(_, args, _)) = normalized;
            self.settle(goals, depth + 1, || self.infer.has_vars_in_list(args));
        }
        normalized
    }

    /// [`Self::normalize`] for what a requirement is about.
    fn normalize_parts(&self, goal: &Goal, goals: &mut Vec<Goal>, depth: u32) -> Goal {
        let p = self.infer.p;
        let mut list = |l: TyList| {
            if !p.types.list_flags(l).has(Flags::PROJECTION) {
                return l;
            }
            let n: Vec<Ty> = p.types.list(l).iter().map(|&t| self.normalize(t, goals, depth)).collect();
            p.types.mk_list(&n)
        };
        match *goal {
            Goal::Trait(t) => Goal::Trait(TraitRef { def: t.def, args: list(t.args) }),
            Goal::Projection(alias, args, ty) => {
                let args = list(args);
                Goal::Projection(alias, args, self.normalize(ty, goals, depth))
            }
        }
    }

    /// What the compiler itself knows of a trait.
    fn builtin(&self, t: TraitRef, self_ty: Ty, depth: u32) -> Option<Selection> {
        let p = self.infer.p;
        let yes = || Some(Selection::Yes(Vec::new(), Source::Builtin));
        let entry = &p.tables.traits[t.def.index()];
        if entry.is_user {
            return None;
        }
        let kind = p.types.kind(self_ty);
        let each = |list: &[Ty]| {
            let goals =
                list.iter().map(|&e| Goal::Trait(TraitRef { def: t.def, args: p.types.mk_list(&[e]) })).collect();
            Some(Selection::Yes(goals, Source::Builtin))
        };
        match entry.name.as_str() {
            "Sized" => match kind {
                TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..) => Some(Selection::No),
                TyKind::Param(..) => Some(Selection::No),
                TyKind::Infer(InferTy::General(_)) => Some(Selection::Maybe),
                _ => yes(),
            },
            name @ ("Send" | "Sync") => match self.auto_trait(self_ty, name == "Sync") {
                super::auto::Auto::Has => yes(),
                super::auto::Auto::Lacks(_) => Some(Selection::No),
                super::auto::Auto::Open => Some(Selection::Maybe),
            },
            "Unpin" | "RefUnwindSafe" | "UnwindSafe" | "DiscriminantKind" => yes(),
            "Copy" => match kind {
                TyKind::Bool
                | TyKind::Char
                | TyKind::Int(_)
                | TyKind::Float(_)
                | TyKind::Never
                | TyKind::Ref(_, false)
                | TyKind::Ptr(..)
                | TyKind::FnDef(..)
                | TyKind::FnPtr(_)
                | TyKind::Infer(InferTy::Int(_) | InferTy::Float(_)) => yes(),
                TyKind::Ref(_, true) | TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..) => Some(Selection::No),
                TyKind::Tuple(l) => each(&p.types.list(l)),
                TyKind::Array(e, _) => each(&[e]),
                TyKind::Closure(id, args) => Some(self.closure_holds(t, id, args)),
                _ => None,
            },
            "Clone" => match kind {
                TyKind::FnDef(..) | TyKind::FnPtr(_) => yes(),
                TyKind::Closure(id, args) => Some(self.closure_holds(t, id, args)),
                _ => None,
            },
            name => match ClosureKind::of_trait(name) {
                Some(wanted) => self.callable(t, self_ty, wanted, depth),
                None => None,
            },
        }
    }

    /// What an associated type is for these arguments.
    pub(crate) fn project(&self, alias: AliasId, args: TyList, depth: u32) -> Projected {
        let infer = self.infer;
        let p = infer.p;
        if self.is_too_deep(depth) {
            return Projected::Error;
        }
        let args = infer.resolve_list(args);
        if p.is_opaque(alias) {
            return match infer.reveals.then(|| p.opaque_type(alias)).flatten() {
                Some(hidden) => {
                    let mut nested = Vec::new();
                    let ty = self.normalize(p.types.subst(hidden, args), &mut nested, depth + 1);
                    Projected::Is(ty, nested)
                }
                None => Projected::Rigid,
            };
        }
        let self_ty = p.types.list(args).first().copied();
        if self_ty.is_some_and(|t| matches!(p.types.kind(t), TyKind::Infer(InferTy::General(_)))) {
            return Projected::Ambiguous;
        }
        let of_self = self_ty.map(|ty| self.self_bounds(ty)).unwrap_or_default();
        let bounds = || {
            self.env.iter().chain(&of_self).filter_map(|predicate| match predicate {
                Predicate::Projection(a, bound_args, ty, _) if *a == alias => Some((*bound_args, *ty)),
                _ => None,
            })
        };
        // `T: Shl<i8, Output = T> + Shl<u8>` says nothing of `<T as Shl<_>>::Output`.
        if infer.has_vars_in_list(args) && bounds().next().is_some() {
            let mut matching: Vec<TyList> = Vec::new();
            for (bound_args, _) in bounds() {
                if !matching.contains(&bound_args) && infer.probe(|| infer.unify_lists(bound_args, args)) {
                    matching.push(bound_args);
                }
            }
            let is_open =
                |t| infer.probe(|| matches!(self.select_at(TraitRef { def: t, args }, depth), Selection::Maybe));
            if matching.len() > 1 || !matching.is_empty() && p.alias_trait(alias).is_some_and(is_open) {
                return Projected::Ambiguous;
            }
        }
        for (bound_args, ty) in bounds() {
            if infer.unify_lists(bound_args, args) {
                // One bound may say what stands in another: `I: IntoIterator<Item = A>` says what the iterator's items are.
                let itself = p.types.mk(TyKind::Projection(alias, args));
                let mut nested = Vec::new();
                let ty = if ty == itself { ty } else { self.normalize(ty, &mut nested, depth + 1) };
                return Projected::Is(ty, nested);
            }
        }
        let Some(t) = p.alias_trait(alias) else { return Projected::Error };
        match self.select_at(TraitRef { def: t, args }, depth) {
            Selection::No => Projected::Error,
            Selection::Maybe => Projected::Ambiguous,
            Selection::Yes(_, Source::Bound) => Projected::Rigid,
            Selection::Yes(mut nested, Source::Builtin) => {
                let entry = &p.tables.traits[t.index()];
                if entry.name == "DiscriminantKind" && !entry.is_user {
                    return match self_ty.map(|ty| p.types.kind(ty)) {
                        Some(TyKind::Param(..) | TyKind::Projection(..)) | None => Projected::Rigid,
                        Some(TyKind::Infer(_)) => Projected::Ambiguous,
                        Some(_) => {
                            Projected::Is(self_ty.map_or(p.types.common.error, |ty| p.discriminant_type(ty)), nested)
                        }
                    };
                }
                // Of the rest of what is built in, only calls have a result.
                let ty = p.types.list(args).first().and_then(|&ty| self.signature(ty, &mut nested, depth));
                let is_output = p.tables.traits[t.index()].name == "FnOnce" && !p.tables.traits[t.index()].is_user;
                match ty {
                    Some(sig) if is_output => Projected::Is(sig.ret, nested),
                    _ => Projected::Is(p.types.common.error, Vec::new()),
                }
            }
            Selection::Yes(mut nested, Source::Impl(id, impl_args)) => {
                match p.impl_types(id).iter().find(|(a, _)| *a == alias) {
                    Some(&(_, ty)) => {
                        let ty = p.types.subst(ty, impl_args);
                        let ty = self.normalize(ty, &mut nested, depth + 1);
                        Projected::Is(ty, nested)
                    }
                    None => Projected::Is(p.types.common.error, nested),
                }
            }
        }
    }

    /// Replace the associated types in a type. What is not known yet becomes a variable with a goal.
    pub(crate) fn normalize(&self, ty: Ty, goals: &mut Vec<Goal>, depth: u32) -> Ty {
        let infer = self.infer;
        let p = infer.p;
        if !p.types.flags(ty).has(Flags::PROJECTION) {
            return ty;
        }
        p.types.fold(ty, &mut |t| match p.types.kind(t) {
            TyKind::Projection(alias, args) => match self.project(alias, args, depth) {
                Projected::Is(ty, nested) => {
                    goals.extend(nested);
                    ty
                }
                Projected::Rigid => t,
                Projected::Ambiguous => {
                    let span = p.tables.aliases[alias.index()].item.name.span;
                    let var = infer.new_var(span);
                    goals.push(Goal::Projection(alias, args, var));
                    var
                }
                Projected::Error => {
                    // The unmet requirement on the trait is reported where it is a goal of its own.
                    if let Some(def) = p.alias_trait(alias) {
                        goals.push(Goal::Trait(TraitRef { def, args }));
                    }
                    p.types.common.error
                }
            },
            _ => t,
        })
    }
}
