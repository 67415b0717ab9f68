//! What can be called without an implementation in the language: functions, function pointers and closures.

use super::select::{Goal, Select, Selection, Source};
use crate::Program;
use crate::defs::{ClosureKind, Instance, TraitRef, Virtual};
use crate::ids::FnId;
use crate::infer::Infer;
use crate::ty::{Ty, TyKind, TyList};

/// The signature of something that can be called.
pub(crate) struct Signature {
    /// The parameters, as one tuple.
    pub(crate) params: Ty,
    pub(crate) ret: Ty,
    /// Which of the traits it implements at best; `None` for a closure that is still being checked.
    pub(crate) kind: Option<ClosureKind>,
}

/// What a value that is called comes down to, all types known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CalleeShape {
    /// Through how many references it is reached.
    pub derefs: u32,
    /// Which trait's method such a call is: `Fn`'s or `FnMut`'s where the last reference is shared or mutable, `FnOnce`'s
    /// without one.
    pub by: ClosureKind,
    /// What is there.
    pub target: Target,
}

/// What is called in the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A function pointer with these parameters and, at the end, this result.
    Pointer(TyList),
    /// A function, which has no value of its own.
    Fn(FnId, TyList),
    /// A trait object: the last of the references is a fat pointer. Without references it is a place that is used up.
    Object(Virtual),
    /// A box that is used up: the function takes it as its first argument.
    Boxed(Instance),
    /// A closure.
    Closure {
        /// Its body.
        def: FnId,
        /// The arguments of the body around it.
        args: TyList,
        /// How it takes its environment; `None` if it has none.
        env: Option<ClosureKind>,
    },
}

impl Select<'_, '_> {
    /// The signature of a type that can be called as it is.
    pub(crate) fn signature(&self, ty: Ty, goals: &mut Vec<Goal>, depth: u32) -> Option<Signature> {
        let p = self.infer.p;
        match p.types.kind(self.infer.shallow(ty)) {
            TyKind::FnPtr(list) => {
                let list = p.types.list(list);
                let (&ret, params) = list.split_last()?;
                Some(Signature { params: p.types.mk_tuple(params), ret, kind: Some(ClosureKind::Fn) })
            }
            TyKind::FnDef(id, args) => {
                let mut normal = |t: Ty| self.normalize(p.types.subst(t, args), goals, depth + 1);
                let params: Vec<Ty> = crate::display::visible_params(p, id).iter().map(|&t| normal(t)).collect();
                let ret = normal(p.fn_sig(id).ret);
                Some(Signature { params: p.types.mk_tuple(&params), ret, kind: Some(ClosureKind::Fn) })
            }
            TyKind::Closure(id, args) => {
                if let Some(sig) = self.infer.closures.borrow().get(&id) {
                    return Some(Signature { params: sig.params, ret: sig.ret, kind: sig.kind });
                }
                let def = p.fn_sig(id);
                let closure = def.closure.as_ref()?;
                let mut normal = |t: Ty| self.normalize(p.types.subst(t, args), goals, depth + 1);
                let skip = usize::from(!closure.captures.is_empty());
                let params: Vec<Ty> = def.params.iter().skip(skip).map(|&t| normal(t)).collect();
                let ret = normal(def.ret);
                Some(Signature { params: p.types.mk_tuple(&params), ret, kind: Some(closure.kind) })
            }
            _ => None,
        }
    }

    /// Whether a type that can be called as it is implements `Fn` or one of its kin.
    pub(super) fn callable(&self, t: TraitRef, self_ty: Ty, wanted: ClosureKind, depth: u32) -> Option<Selection> {
        let p = self.infer.p;
        let mut goals = Vec::new();
        let sig = self.signature(self_ty, &mut goals, depth)?;
        let args = p.types.list(t.args);
        if !args.get(1).is_some_and(|&wanted| self.infer.unify(wanted, sig.params)) {
            return Some(Selection::No);
        }
        Some(match sig.kind {
            Some(kind) if kind <= wanted => Selection::Yes(goals, Source::Builtin),
            Some(_) => Selection::No,
            None if wanted == ClosureKind::FnOnce => Selection::Yes(goals, Source::Builtin),
            None => Selection::Maybe,
        })
    }

    /// The types of a closure's captures; `None` if they have not been worked out yet.
    pub(super) fn captures(&self, id: FnId, args: TyList) -> Option<Vec<Ty>> {
        match self.infer.closures.borrow().get(&id) {
            Some(sig) => match &sig.captures {
                Some(captures) => Some(captures.to_vec()),
                None => sig.captures_nothing.then(Vec::new),
            },
            None => Some(self.infer.p.capture_types(id, args).unwrap_or_default()),
        }
    }

    /// Whether a closure can be copied or cloned, as its captures can.
    pub(super) fn closure_holds(&self, t: TraitRef, id: FnId, args: TyList) -> Selection {
        let p = self.infer.p;
        let Some(captures) = self.captures(id, args) else { return Selection::Maybe };
        let goal = |&ty: &Ty| Goal::Trait(TraitRef { def: t.def, args: p.types.mk_list(&[ty]) });
        Selection::Yes(captures.iter().map(goal).collect(), Source::Builtin)
    }
}

impl Program {
    /// The types of a closure's captures for these arguments of the body around it, which are the fields of its type;
    /// `None` for what is no closure.
    pub(crate) fn capture_types(&self, id: FnId, args: TyList) -> Option<Vec<Ty>> {
        let closure = self.fn_sig(id).closure.clone()?;
        Some(closure.captures.iter().map(|c| self.types.subst(c.ty, args)).collect())
    }

    /// The fields of a closure's type (without parameters), one for each capture; `None` for any other type.
    #[must_use]
    pub fn closure_captures(&self, ty: Ty) -> Option<Vec<Ty>> {
        let TyKind::Closure(id, args) = self.types.kind(ty) else { return None };
        let closure = self.fn_sig(id).closure.clone()?;
        Some(closure.captures.iter().map(|c| self.subst(c.ty, args)).collect())
    }

    /// What calling a value of this type (without parameters) comes down to; `None` if it cannot be called.
    #[must_use]
    pub fn callee(&self, ty: Ty) -> Option<CalleeShape> {
        let mut ty = ty;
        let mut derefs = 0;
        let mut by = ClosureKind::FnOnce;
        loop {
            let target = match self.types.kind(ty) {
                TyKind::Ref(inner, mutable) => {
                    by = if mutable { ClosureKind::FnMut } else { ClosureKind::Fn };
                    ty = inner;
                    derefs += 1;
                    continue;
                }
                TyKind::FnPtr(list) => Target::Pointer(list),
                TyKind::FnDef(def, args) => Target::Fn(def, args),
                TyKind::Dyn(..) => Target::Object(self.virtual_call(ty, derefs == 0)?),
                TyKind::Adt(..) => {
                    let inner = self.boxed(ty)?;
                    if derefs == 0 {
                        Target::Boxed(self.call_function("call_box", inner, self.call_inputs(inner))?)
                    } else {
                        ty = inner;
                        derefs += 1;
                        continue;
                    }
                }
                TyKind::Closure(def, args) => {
                    let closure = self.fn_sig(def).closure.clone()?;
                    let env = (!closure.captures.is_empty()).then_some(closure.kind);
                    Target::Closure { def, args, env }
                }
                _ => return None,
            };
            return Some(CalleeShape { derefs, by, target });
        }
    }

    /// What can be passed when a value of this type is called, as one tuple.
    fn call_inputs(&self, ty: Ty) -> Option<Ty> {
        match self.types.kind(ty) {
            TyKind::Ref(inner, _) => self.call_inputs(inner),
            TyKind::Adt(..) => self.call_inputs(self.boxed(ty)?),
            TyKind::Dyn(..) => self.object_inputs(ty),
            _ => {
                let infer = Infer::revealing(self);
                let select = Select { infer: &infer, env: &[] };
                let signature = select.signature(ty, &mut Vec::new(), 0)?;
                Some(super::normalize_closed(self, signature.params))
            }
        }
    }
}
