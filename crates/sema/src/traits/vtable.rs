//! What calls of trait objects' methods, and pointers that become pointers to trait objects, come down to.
//!
//! ```text
//! &dyn Trait           vtable (one for each type that becomes a `dyn Trait`)
//! | data | vtable | -> | drop glue or 0 | size | align | entries … |
//! ```
//!
//! The entries are those of [`Program::vtable`]: the methods of the trait and of those above it, and the vtables of the
//! traits above it, for `&dyn Sub` to become `&dyn Super`.

use super::{ObjectShape, Resolved, normalize_closed, resolve};
use crate::Program;
use crate::collect::find_attr;
use crate::collect::names::{Ns, Res};
use crate::defs::{ClosureKind, Container, DefId, Instance, TraitRef, Virtual};
use crate::ids::{FnId, ModId, TraitId};
use crate::ty::{AutoTraits, Ty, TyKind, TyList};
use std::rc::Rc;

/// How many words a vtable begins with: drop glue, size and alignment.
pub const VTABLE_HEADER: u64 = 3;

/// Where an entry of a vtable is, in bytes.
#[must_use]
pub fn vtable_offset(entry: u32) -> u64 {
    (VTABLE_HEADER + u64::from(entry)) * 8
}

/// What a place in a vtable is for; `usize` is a place in [`ObjectShape::traits`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Slot {
    /// A method.
    Method(usize, FnId),
    /// The value's own call operator.
    Call(usize, ClosureKind),
    /// The vtable of a trait above.
    Above(usize),
}

/// An entry of a vtable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VtableEntry {
    /// The address of a function, which takes the value's address in the place of the fat pointer.
    Fn(Instance),
    /// Likewise of one that asks for its caller's place, which a call through the vtable does not give:
    /// [`Program::declared_at`].
    Reified(Instance),
    /// The address of the vtable of the same type for this `dyn Trait`.
    Vtable(Ty),
    /// A method that cannot be called for this type.
    Vacant,
}

/// What unsizing a pointer comes down to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unsizing {
    /// An array becomes a slice of this length.
    Length(u64),
    /// A value of the first type becomes a trait object of the second.
    Object(Ty, Ty),
    /// A trait object becomes one of a trait above its own: the vtable is this entry of its vtable.
    Above(u32),
    /// The same vtable serves.
    Same,
}

/// The functions of `library/ops/call.rs` that call something of each kind by its address.
fn call_name(kind: ClosureKind) -> &'static str {
    match kind {
        ClosureKind::Fn => "call",
        ClosureKind::FnMut => "call_mut",
        ClosureKind::FnOnce => "call_once",
    }
}

impl Program {
    /// What vtables of a trait hold behind their header.
    fn object_slots(&self, t: TraitId) -> Rc<[Slot]> {
        if let Some(known) = self.tables.object_slots.borrow().get(&t) {
            return Rc::clone(known);
        }
        let shape = self.object_shape(t);
        let mut slots = Vec::new();
        for (i, &above) in shape.traits.iter().enumerate() {
            let entry = &self.tables.traits[above.def.index()];
            match ClosureKind::of_trait(&entry.name).filter(|_| !entry.is_user) {
                Some(kind) => slots.push(Slot::Call(i, kind)),
                None => {
                    let dispatched = entry.fns.iter().copied().filter(|&f| self.is_dispatched(f));
                    slots.extend(dispatched.map(|f| Slot::Method(i, f)));
                }
            }
        }
        let is_marker = |t: &TraitRef| {
            let entry = &self.tables.traits[t.def.index()];
            !entry.is_user && AutoTraits::default().with(&entry.name).is_some()
        };
        slots.extend((1..shape.traits.len()).filter(|&i| !is_marker(&shape.traits[i])).map(Slot::Above));
        let slots: Rc<[Slot]> = slots.into();
        self.tables.object_slots.borrow_mut().insert(t, Rc::clone(&slots));
        slots
    }

    /// Whether a trait's function is called through vtables.
    fn is_dispatched(&self, f: FnId) -> bool {
        let sig = self.fn_sig(f);
        let is_generic = sig.generics.params.len() > sig.generics.parent_count;
        let by_value = matches!(sig.params.first().map(|&r| self.types.kind(r)), Some(TyKind::Param(0, _)));
        let entry = &self.tables.fns[f.index()];
        // What the library hides is no part of std's trait: a trait object does what the default does.
        let is_helper = !entry.is_user && find_attr(&entry.item.attrs, "doc").is_some();
        sig.has_self && !is_generic && !by_value && !is_helper && !self.needs_sized_self(f)
    }

    /// The arguments of one of a trait object's traits.
    fn object_trait_args(&self, object: Ty, shape: &ObjectShape, list: TyList, i: usize) -> Vec<Ty> {
        let (args, _) = self.object_parts(object, shape, list);
        let args = self.object_args(shape.traits[i].args, args, &self.object_bounds(object));
        self.types.list(args).iter().map(|&a| normalize_closed(self, a)).collect()
    }

    /// What a vtable holds behind its header, for a type (without parameters) that became a trait object.
    #[must_use]
    pub fn vtable(&self, ty: Ty, object: Ty) -> Vec<VtableEntry> {
        let TyKind::Dyn(t, list, _) = self.types.kind(object) else { return Vec::new() };
        let shape = self.object_shape(t);
        let args_of = |i: usize| {
            let mut args = self.object_trait_args(object, &shape, list, i);
            if let Some(self_ty) = args.first_mut() {
                *self_ty = ty;
            }
            args
        };
        let entry = |slot: &Slot| match *slot {
            Slot::Method(i, f) => match resolve(self, f, self.types.mk_list(&args_of(i))) {
                Some(Resolved::Fn(instance)) if self.asks_for_place(f, instance.def) => VtableEntry::Reified(instance),
                Some(Resolved::Fn(instance)) => VtableEntry::Fn(instance),
                _ => VtableEntry::Vacant,
            },
            Slot::Call(i, kind) => {
                let call = self.call_function(call_name(kind), ty, args_of(i).get(1).copied());
                call.map_or(VtableEntry::Vacant, VtableEntry::Fn)
            }
            Slot::Above(i) => match self.object_above(object, &shape, list, i, AutoTraits::default()) {
                Some(above) => VtableEntry::Vtable(above),
                None => VtableEntry::Vacant,
            },
        };
        self.object_slots(t).iter().map(entry).collect()
    }

    /// The library's function that calls a value of this type in some way, with these inputs (as one tuple).
    pub(super) fn call_function(&self, name: &str, ty: Ty, inputs: Option<Ty>) -> Option<Instance> {
        let TyKind::Tuple(inputs) = self.types.kind(inputs?) else { return None };
        let inputs = self.types.list(inputs);
        let calls = self.module_in(self.module_in(self.tables.library_root?, "ops")?, "call")?;
        let def = self.function_in(calls, &format!("{name}_{}", inputs.len()))?;
        let mut args = vec![ty];
        args.extend_from_slice(&inputs);
        Some(Instance { def, args: self.types.mk_list(&args) })
    }

    fn module_in(&self, at: ModId, name: &str) -> Option<ModId> {
        match self.tables.binding(at, Ns::Type, name)?.res {
            Res::Def(DefId::Mod(found)) => Some(found),
            _ => None,
        }
    }

    fn function_in(&self, at: ModId, name: &str) -> Option<FnId> {
        match self.tables.binding(at, Ns::Value, name)?.res {
            Res::Def(DefId::Fn(found)) => Some(found),
            _ => None,
        }
    }

    /// The library's function that clones a function, a pointer to one, or a closure; `None` for anything else.
    pub(super) fn clone_function(&self, method: FnId, trait_args: TyList) -> Option<Instance> {
        let entry = &self.tables.fns[method.index()];
        let Container::Trait(of) = entry.container else { return None };
        if entry.name != "clone" || self.tables.library_trait("Clone") != Some(of) {
            return None;
        }
        let &ty = self.types.list(trait_args).first()?;
        let module = self.module_in(self.tables.library_root?, "clone")?;
        if super::is_copy(self, ty) {
            let is_function = matches!(self.types.kind(ty), TyKind::FnDef(..) | TyKind::FnPtr(_) | TyKind::Closure(..));
            let def = self.function_in(module, "clone_bits")?;
            return is_function.then(|| Instance { def, args: self.types.mk_list(&[ty]) });
        }
        let captures = self.closure_captures(ty)?;
        let holder = match self.tables.binding(module, Ns::Type, &format!("Captures{}", captures.len()))?.res {
            Res::Def(DefId::Adt(holder)) => holder,
            _ => return None,
        };
        let holder = self.types.mk(TyKind::Adt(holder, self.types.mk_list(&captures)));
        Some(Instance { def: self.function_in(module, "clone_captures")?, args: self.types.mk_list(&[ty, holder]) })
    }

    /// The result of calling a value of this type with these inputs (as one tuple).
    fn call_output(&self, ty: Ty, inputs: Ty) -> Option<Ty> {
        let once = self.tables.library_trait("FnOnce")?;
        let output = self.assoc_type_named(once, "Output")?;
        let projection = TyKind::Projection(output, self.types.mk_list(&[ty, inputs]));
        Some(normalize_closed(self, self.types.mk(projection)))
    }

    /// How a call of a trait's method for a trait object goes; `None` where that is no such call.
    pub(crate) fn virtual_method(&self, f: FnId, args: TyList) -> Option<Virtual> {
        let list = self.types.list(args);
        let &object = list.first()?;
        let TyKind::Dyn(t, own, _) = self.types.kind(object) else { return None };
        let Container::Trait(of) = self.tables.fns[f.index()].container else { return None };
        let shape = self.object_shape(t);
        let count = self.trait_sig(of).generics.params.len();
        let entry = self.object_slots(t).iter().position(|slot| match *slot {
            Slot::Method(i, method) => {
                method == f && list.get(..count) == Some(&*self.object_trait_args(object, &shape, own, i))
            }
            _ => false,
        })?;
        let sig = self.fn_sig(f);
        let params = sig.params.iter().skip(1).chain([&sig.ret]).map(|&ty| self.subst(ty, args));
        let receiver = self.types.mk(TyKind::Ptr(self.types.common.u8, false));
        let list: Vec<Ty> = std::iter::once(receiver).chain(params).collect();
        Some(Virtual { entry: entry as u32, sig: self.types.mk_list(&list) })
    }

    /// How a call of a trait object, as of a closure, goes: `once` if it is used up.
    pub(crate) fn virtual_call(&self, object: Ty, once: bool) -> Option<Virtual> {
        let TyKind::Dyn(t, list, _) = self.types.kind(object) else { return None };
        let shape = self.object_shape(t);
        let slots = self.object_slots(t);
        let mut calls: Vec<(ClosureKind, usize, usize)> = slots
            .iter()
            .enumerate()
            .filter_map(|(at, slot)| match *slot {
                Slot::Call(i, kind) => Some((kind, at, i)),
                _ => None,
            })
            .collect();
        calls.sort_unstable();
        let &(_, entry, i) = if once { calls.last()? } else { calls.first()? };
        let inputs = *self.object_trait_args(object, &shape, list, i).get(1)?;
        let TyKind::Tuple(params) = self.types.kind(inputs) else { return None };
        let mut sig = vec![self.types.mk(TyKind::Ptr(self.types.common.u8, false))];
        sig.extend_from_slice(&self.types.list(params));
        sig.push(self.call_output(object, inputs)?);
        Some(Virtual { entry: entry as u32, sig: self.types.mk_list(&sig) })
    }

    /// The inputs (as one tuple) of a trait object that can be called.
    pub(super) fn object_inputs(&self, object: Ty) -> Option<Ty> {
        let TyKind::Dyn(t, list, _) = self.types.kind(object) else { return None };
        let slots = self.object_slots(t);
        let call = slots.iter().find_map(|slot| match *slot {
            Slot::Call(i, _) => Some(i),
            _ => None,
        })?;
        self.object_trait_args(object, &self.object_shape(t), list, call).get(1).copied()
    }

    /// What unsizing a pointer to the first type (without parameters) to one to the second comes down to.
    #[must_use]
    pub fn unsizing(&self, from: Ty, to: Ty) -> Option<Unsizing> {
        match (self.types.kind(from), self.types.kind(to)) {
            (TyKind::Array(_, len), TyKind::Slice(_)) => Some(Unsizing::Length(self.types.const_value(len)?)),
            (TyKind::Dyn(t, list, _), TyKind::Dyn(wanted, wanted_list, _)) => {
                if (t, list) == (wanted, wanted_list) {
                    return Some(Unsizing::Same);
                }
                let shape = self.object_shape(t);
                let is_wanted = |above: Ty| matches!(self.types.kind(normalize_closed(self, above)), TyKind::Dyn(t, l, _) if (t, l) == (wanted, wanted_list));
                let at = self.object_slots(t).iter().position(|slot| match *slot {
                    Slot::Above(i) if shape.traits[i].def == wanted => {
                        self.object_above(from, &shape, list, i, AutoTraits::default()).is_some_and(is_wanted)
                    }
                    _ => false,
                });
                // A trait without methods needs no vtable but for the header.
                Some(at.map_or(Unsizing::Same, |at| Unsizing::Above(at as u32)))
            }
            (_, TyKind::Dyn(..)) => Some(Unsizing::Object(from, to)),
            _ => None,
        }
    }
}
