//! Variables of inference and unification, after Algorithm W's unifier with two more kinds of variable: those of integer
//! and of float literals. Bindings are logged, so that a trial can be undone.

use crate::Program;
use crate::defs::ClosureKind;
use crate::ids::FnId;
use crate::ty::{Flags, InferTy, Ty, TyKind, TyList};
use rustc_hash::FxHashMap;
use stair_source::Span;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The variables of one body.
pub(crate) struct Infer<'p> {
    pub(crate) p: &'p Program,
    /// The types behind `impl Trait` are seen: the program is being made, not checked.
    pub(crate) reveals: bool,
    /// How many requirements have been followed from the one in question.
    pub(crate) effort: Cell<u32>,
    state: RefCell<State>,
    /// The closures of the body, whose signatures may still have variables.
    pub(crate) closures: RefCell<FxHashMap<FnId, ClosureSig>>,
}

/// What is known of a closure while the body around it is at work.
#[derive(Clone, Debug)]
pub(crate) struct ClosureSig {
    /// The parameters, as one tuple.
    pub(crate) params: Ty,
    pub(crate) ret: Ty,
    /// How it can be called; `None` until its uses of captured variables have been looked at, unless where it stands
    /// says it.
    pub(crate) kind: Option<ClosureKind>,
    /// The types of its captures; `None` until they have been worked out.
    pub(crate) captures: Option<Rc<[Ty]>>,
    /// Whether it mentions no variable from around it.
    pub(crate) captures_nothing: bool,
}

#[derive(Default)]
struct State {
    general: Vec<General>,
    ints: Vec<Option<Ty>>,
    floats: Vec<Option<Ty>>,
    log: Vec<InferTy>,
}

struct General {
    bound: Option<Ty>,
    /// Where the type would have to be written.
    span: Span,
    /// It came from an expression of type `!`, and falls back to `!`.
    diverging: bool,
}

/// A point to which bindings can be undone.
#[derive(Clone, Copy)]
pub(crate) struct Snapshot {
    log: usize,
    general: usize,
    ints: usize,
    floats: usize,
}

impl<'p> Infer<'p> {
    pub(crate) fn new(p: &'p Program) -> Self {
        Self { p, reveals: false, effort: Cell::new(0), state: RefCell::default(), closures: RefCell::default() }
    }

    /// For types of a program that was checked.
    pub(crate) fn revealing(p: &'p Program) -> Self {
        Self { reveals: true, ..Self::new(p) }
    }

    /// A new variable for any type.
    pub(crate) fn new_var(&self, span: Span) -> Ty {
        self.general(span, false)
    }

    /// A variable for the type of what never finishes.
    pub(crate) fn new_diverging(&self, span: Span) -> Ty {
        self.general(span, true)
    }

    fn general(&self, span: Span, diverging: bool) -> Ty {
        let mut state = self.state.borrow_mut();
        let id = state.general.len() as u32;
        state.general.push(General { bound: None, span, diverging });
        self.p.types.mk(TyKind::Infer(InferTy::General(id)))
    }

    /// A variable for an integer type.
    pub(crate) fn new_int(&self) -> Ty {
        let mut state = self.state.borrow_mut();
        let id = state.ints.len() as u32;
        state.ints.push(None);
        self.p.types.mk(TyKind::Infer(InferTy::Int(id)))
    }

    /// A variable for a float type.
    pub(crate) fn new_float(&self) -> Ty {
        let mut state = self.state.borrow_mut();
        let id = state.floats.len() as u32;
        state.floats.push(None);
        self.p.types.mk(TyKind::Infer(InferTy::Float(id)))
    }

    /// Where a variable came from.
    pub(crate) fn var_span(&self, var: InferTy) -> Option<Span> {
        match var {
            InferTy::General(id) => self.state.borrow().general.get(id as usize).map(|v| v.span),
            _ => None,
        }
    }

    /// Whether a variable came from an expression of type `!`.
    pub(crate) fn is_diverging(&self, var: InferTy) -> bool {
        match var {
            InferTy::General(id) => self.state.borrow().general.get(id as usize).is_some_and(|v| v.diverging),
            _ => false,
        }
    }

    fn set_diverging(&self, var: InferTy) {
        if let InferTy::General(id) = var {
            self.state.borrow_mut().general[id as usize].diverging = true;
        }
    }

    fn binding(&self, var: InferTy) -> Option<Ty> {
        let state = self.state.borrow();
        match var {
            InferTy::General(id) => state.general[id as usize].bound,
            InferTy::Int(id) => state.ints[id as usize],
            InferTy::Float(id) => state.floats[id as usize],
        }
    }

    /// Whether a variable is bound by now.
    pub(crate) fn is_bound(&self, var: InferTy) -> bool {
        self.binding(var).is_some()
    }

    fn bind(&self, var: InferTy, ty: Ty) {
        let mut state = self.state.borrow_mut();
        match var {
            InferTy::General(id) => state.general[id as usize].bound = Some(ty),
            InferTy::Int(id) => state.ints[id as usize] = Some(ty),
            InferTy::Float(id) => state.floats[id as usize] = Some(ty),
        }
        state.log.push(var);
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        let s = self.state.borrow();
        Snapshot { log: s.log.len(), general: s.general.len(), ints: s.ints.len(), floats: s.floats.len() }
    }

    /// Undo everything since the snapshot.
    pub(crate) fn rollback(&self, to: Snapshot) {
        let mut state = self.state.borrow_mut();
        while state.log.len() > to.log {
            match state.log.pop() {
                Some(InferTy::General(id)) => state.general[id as usize].bound = None,
                Some(InferTy::Int(id)) => state.ints[id as usize] = None,
                Some(InferTy::Float(id)) => state.floats[id as usize] = None,
                None => break,
            }
        }
        state.general.truncate(to.general);
        state.ints.truncate(to.ints);
        state.floats.truncate(to.floats);
    }

    /// Run `f` and undo what it bound.
    pub(crate) fn probe<T>(&self, f: impl FnOnce() -> T) -> T {
        let snapshot = self.snapshot();
        let result = f();
        self.rollback(snapshot);
        result
    }

    /// How many bindings there are: whether something was learnt.
    pub(crate) fn progress(&self) -> usize {
        self.state.borrow().log.len()
    }

    /// Follow a variable to what it is bound to, one level deep.
    pub(crate) fn shallow(&self, mut ty: Ty) -> Ty {
        while let TyKind::Infer(var) = self.p.types.kind(ty) {
            match self.binding(var) {
                Some(bound) => ty = bound,
                None => break,
            }
        }
        ty
    }

    /// What a type is, variables followed.
    pub(crate) fn kind(&self, ty: Ty) -> TyKind {
        self.p.types.kind(self.shallow(ty))
    }

    /// Replace every bound variable within a type.
    pub(crate) fn resolve(&self, ty: Ty) -> Ty {
        if !self.p.types.flags(ty).has(Flags::INFER) {
            return ty;
        }
        match self.p.types.kind(ty) {
            TyKind::Infer(_) => {
                let shallow = self.shallow(ty);
                if shallow == ty { ty } else { self.resolve(shallow) }
            }
            TyKind::Bool
            | TyKind::Char
            | TyKind::Int(_)
            | TyKind::Float(_)
            | TyKind::Str
            | TyKind::Never
            | TyKind::Const(_)
            | TyKind::Param(..)
            | TyKind::Error => ty,
            _ => self.p.types.fold(ty, &mut |t| match self.p.types.kind(t) {
                TyKind::Infer(_) => {
                    let shallow = self.shallow(t);
                    if shallow == t { t } else { self.resolve(shallow) }
                }
                _ => t,
            }),
        }
    }

    /// [`Infer::resolve`] for each type of a list.
    pub(crate) fn resolve_list(&self, list: TyList) -> TyList {
        if !self.p.types.list_flags(list).has(Flags::INFER) {
            return list;
        }
        let resolved: Vec<Ty> = self.p.types.list(list).iter().map(|&t| self.resolve(t)).collect();
        self.p.types.mk_list(&resolved)
    }

    /// Whether a type still has variables, after following them.
    pub(crate) fn has_vars(&self, ty: Ty) -> bool {
        self.p.types.flags(self.resolve(ty)).has(Flags::INFER)
    }

    /// Whether an error was reported for a part of a type.
    pub(crate) fn has_error(&self, ty: Ty) -> bool {
        self.p.types.flags(self.resolve(ty)).has(Flags::ERROR)
    }

    /// Make two types equal; where that is impossible, nothing is bound and the answer is `false`.
    pub(crate) fn unify(&self, a: Ty, b: Ty) -> bool {
        let snapshot = self.snapshot();
        let ok = self.relate(a, b);
        if !ok {
            self.rollback(snapshot);
        }
        ok
    }

    /// Make the types of two lists equal.
    pub(crate) fn unify_lists(&self, a: TyList, b: TyList) -> bool {
        let snapshot = self.snapshot();
        let ok = self.relate_lists(a, b);
        if !ok {
            self.rollback(snapshot);
        }
        ok
    }

    /// Whether two types could be made equal.
    pub(crate) fn can_unify(&self, a: Ty, b: Ty) -> bool {
        self.probe(|| self.relate(a, b))
    }

    fn relate_lists(&self, a: TyList, b: TyList) -> bool {
        if a == b {
            return true;
        }
        let (a, b) = (self.p.types.list(a), self.p.types.list(b));
        a.len() == b.len() && a.iter().zip(b.iter()).all(|(&x, &y)| self.relate(x, y))
    }

    fn relate(&self, a: Ty, b: Ty) -> bool {
        let (a, b) = (self.shallow(a), self.shallow(b));
        if a == b {
            return true;
        }
        let (ka, kb) = (self.p.types.kind(a), self.p.types.kind(b));
        match (ka, kb) {
            (TyKind::Error, TyKind::Infer(v)) | (TyKind::Infer(v), TyKind::Error) => {
                self.bind(v, self.p.types.common.error);
                true
            }
            (TyKind::Error, _) => {
                self.silence(b);
                true
            }
            (_, TyKind::Error) => {
                self.silence(a);
                true
            }
            (TyKind::Infer(va @ InferTy::General(_)), TyKind::Infer(vb)) => {
                if self.is_diverging(va) {
                    self.set_diverging(vb);
                }
                self.bind(va, b);
                true
            }
            (TyKind::Infer(_), TyKind::Infer(vb @ InferTy::General(_))) => {
                self.bind(vb, a);
                true
            }
            (TyKind::Infer(InferTy::Int(_)), TyKind::Infer(vb @ InferTy::Int(_)))
            | (TyKind::Infer(InferTy::Float(_)), TyKind::Infer(vb @ InferTy::Float(_))) => {
                self.bind(vb, a);
                true
            }
            (TyKind::Infer(v @ InferTy::General(_)), _) => self.bind_checked(v, b),
            (_, TyKind::Infer(v @ InferTy::General(_))) => self.bind_checked(v, a),
            (TyKind::Infer(v @ InferTy::Int(_)), TyKind::Int(_))
            | (TyKind::Infer(v @ InferTy::Float(_)), TyKind::Float(_)) => {
                self.bind(v, b);
                true
            }
            (TyKind::Int(_), TyKind::Infer(v @ InferTy::Int(_)))
            | (TyKind::Float(_), TyKind::Infer(v @ InferTy::Float(_))) => {
                self.bind(v, a);
                true
            }
            (TyKind::Tuple(x), TyKind::Tuple(y)) | (TyKind::FnPtr(x), TyKind::FnPtr(y)) => self.relate_lists(x, y),
            (TyKind::Array(e, n), TyKind::Array(f, m)) => self.relate(e, f) && self.relate(n, m),
            (TyKind::Slice(e), TyKind::Slice(f)) => self.relate(e, f),
            (TyKind::Ref(x, m), TyKind::Ref(y, n)) | (TyKind::Ptr(x, m), TyKind::Ptr(y, n)) => {
                m == n && self.relate(x, y)
            }
            (TyKind::Adt(i, x), TyKind::Adt(j, y)) => i == j && self.relate_lists(x, y),
            (TyKind::FnDef(i, x), TyKind::FnDef(j, y)) | (TyKind::Closure(i, x), TyKind::Closure(j, y)) => {
                i == j && self.relate_lists(x, y)
            }
            (TyKind::Dyn(i, x, m), TyKind::Dyn(j, y, n)) => i == j && m == n && self.relate_lists(x, y),
            (TyKind::Projection(i, x), TyKind::Projection(j, y)) => i == j && self.relate_lists(x, y),
            _ => false,
        }
    }

    /// What agrees with an error is not worth a word of its own: open variables in it become errors too.
    fn silence(&self, ty: Ty) {
        if !self.p.types.flags(ty).has(Flags::INFER) {
            return;
        }
        for var in self.vars_in(ty) {
            if matches!(var, InferTy::General(_)) && self.binding(var).is_none() {
                self.bind(var, self.p.types.common.error);
            }
        }
    }

    fn bind_checked(&self, var: InferTy, ty: Ty) -> bool {
        let resolved = self.resolve(ty);
        if self.p.types.flags(resolved).has(Flags::INFER) && contains(self.p, resolved, &|k| *k == TyKind::Infer(var)) {
            return false;
        }
        self.bind(var, resolved);
        true
    }

    /// The variables that are left within a type.
    pub(crate) fn vars_in(&self, ty: Ty) -> Vec<InferTy> {
        let vars = RefCell::new(Vec::new());
        contains(self.p, self.resolve(ty), &|k| {
            if let TyKind::Infer(v) = k {
                vars.borrow_mut().push(*v);
            }
            false
        });
        vars.into_inner()
    }

    /// Give what is left of literals' variables their defaults, `i32` and `f64`, and what came from `!` the type `!`.
    /// Whether there was any.
    pub(crate) fn fall_back(&self) -> bool {
        let (ints, floats, general) = {
            let s = self.state.borrow();
            (s.ints.len(), s.floats.len(), s.general.len())
        };
        let before = self.progress();
        let common = self.p.types.common;
        for id in 0..ints {
            if self.binding(InferTy::Int(id as u32)).is_none() {
                self.bind(InferTy::Int(id as u32), common.i32);
            }
        }
        for id in 0..floats {
            if self.binding(InferTy::Float(id as u32)).is_none() {
                self.bind(InferTy::Float(id as u32), common.f64);
            }
        }
        for id in 0..general {
            let var = InferTy::General(id as u32);
            if self.binding(var).is_none() && self.is_diverging(var) {
                self.bind(var, common.never);
            }
        }
        self.progress() > before
    }
}

/// Whether a part of a type (itself among them) is of a kind that `f` accepts.
pub(crate) fn contains(p: &Program, ty: Ty, f: &dyn Fn(&TyKind) -> bool) -> bool {
    let kind = p.types.kind(ty);
    if f(&kind) {
        return true;
    }
    match kind {
        TyKind::Tuple(l)
        | TyKind::Adt(_, l)
        | TyKind::FnDef(_, l)
        | TyKind::FnPtr(l)
        | TyKind::Closure(_, l)
        | TyKind::Dyn(_, l, _)
        | TyKind::Projection(_, l) => p.types.list(l).iter().any(|&t| contains(p, t, f)),
        TyKind::Array(e, n) => contains(p, e, f) || contains(p, n, f),
        TyKind::Slice(t) | TyKind::Ref(t, _) | TyKind::Ptr(t, _) => contains(p, t, f),
        _ => false,
    }
}
