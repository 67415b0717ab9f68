//! Which implementation applies, and what associated types are. Selection follows `rustc`: where clauses go before
//! implementations, a single candidate is taken without a look at what it requires in turn, several candidates wait for
//! more to be known.

pub(crate) mod auto;
mod callable;
mod object;
mod select;
mod vtable;

pub use callable::{CalleeShape, Target};
pub(crate) use object::{ObjectShape, Violation};
pub(crate) use select::{Goal, Projected, Select, Selection, Source};
pub(crate) use vtable::Slot;
pub use vtable::{Unsizing, VTABLE_HEADER, VtableEntry, vtable_offset};

use crate::Program;
use crate::defs::{Container, Instance, Predicate, Resolved, TraitRef};
use crate::ids::{AdtId, ConstId, FnId, ImplId, TraitId};
use crate::infer::Infer;
use crate::intrinsics::Intrinsic;
use crate::ty::{Flags, FloatTy, IntTy, Ty, TyKind, TyList};
use crate::typed::Owner;

/// The outermost part of a type: implementations are indexed by it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum TypeKey {
    Bool,
    Char,
    Int(IntTy),
    Float(FloatTy),
    Str,
    Never,
    Tuple(usize),
    Array,
    Slice,
    Ref(bool),
    Ptr(bool),
    Adt(AdtId),
    Fn,
    Closure(FnId),
    Dyn(TraitId),
}

/// The key of a type; `None` for a parameter, projection, variable or error.
pub(crate) fn key_of(p: &Program, ty: Ty) -> Option<TypeKey> {
    Some(match p.types.kind(ty) {
        TyKind::Bool => TypeKey::Bool,
        TyKind::Char => TypeKey::Char,
        TyKind::Int(i) => TypeKey::Int(i),
        TyKind::Float(f) => TypeKey::Float(f),
        TyKind::Str => TypeKey::Str,
        TyKind::Never => TypeKey::Never,
        TyKind::Tuple(l) => TypeKey::Tuple(p.types.list(l).len()),
        TyKind::Array(..) => TypeKey::Array,
        TyKind::Slice(_) => TypeKey::Slice,
        TyKind::Ref(_, m) => TypeKey::Ref(m),
        TyKind::Ptr(_, m) => TypeKey::Ptr(m),
        TyKind::Adt(id, _) => TypeKey::Adt(id),
        TyKind::FnDef(..) | TyKind::FnPtr(_) => TypeKey::Fn,
        TyKind::Closure(id, _) => TypeKey::Closure(id),
        TyKind::Dyn(id, ..) => TypeKey::Dyn(id),
        TyKind::Param(..) | TyKind::Projection(..) | TyKind::Const(_) | TyKind::Infer(_) | TyKind::Error => {
            return None;
        }
    })
}

/// [`Program::resolve`]
pub(crate) fn resolve(p: &Program, def: FnId, args: TyList) -> Option<Resolved> {
    if let Some(library) = p.library_of(Instance { def, args }) {
        return resolve(library, def, args);
    }
    if let Some(known) = p.tables.resolved.borrow().get(&(def, args)) {
        return *known;
    }
    let resolved = resolve_uncached(p, def, args);
    p.tables.resolved.borrow_mut().insert((def, args), resolved);
    resolved
}

fn resolve_uncached(p: &Program, def: FnId, args: TyList) -> Option<Resolved> {
    let entry = &p.tables.fns[def.index()];
    let mut instance = Instance { def, args };
    if let Container::Trait(t) = entry.container {
        let list = p.types.list(args);
        let own = p.trait_sig(t).generics.params.len();
        if let Some(call) = p.virtual_method(def, args) {
            return Some(Resolved::Virtual(call));
        }
        let trait_args = p.types.mk_list(list.get(..own)?);
        if let Some((impl_id, impl_args)) = impl_for(p, TraitRef { def: t, args: trait_args }) {
            if let Some(f) = p.tables.fn_named(&p.tables.impls[impl_id.index()].fns, &entry.name) {
                let mut all: Vec<Ty> = p.types.list(impl_args).to_vec();
                all.extend_from_slice(&list[own..]);
                instance = Instance { def: f, args: p.types.mk_list(&all) };
            }
        } else if let Some(clone) = p.clone_function(def, trait_args) {
            instance = clone;
        } else if !p.trait_fn_has_body(def) {
            return None;
        }
    }
    let sig = p.fn_sig(instance.def);
    match sig.intrinsic {
        Some(Intrinsic::UserMain) => Some(Resolved::Fn(Instance { def: p.user_main()?, args: TyList::EMPTY })),
        Some(intrinsic) => Some(Resolved::Intrinsic(intrinsic, instance.args)),
        None if sig.has_body => Some(Resolved::Fn(instance)),
        None => None,
    }
}

/// The constant that a trait's constant stands for with these arguments: the implementation's, or the trait's own. Any other
/// constant stands for itself.
pub(crate) fn resolve_const(p: &Program, id: ConstId, args: TyList) -> (ConstId, TyList) {
    let entry = &p.tables.consts[id.index()];
    let Container::Trait(t) = entry.container else { return (id, args) };
    let Some((impl_id, impl_args)) = impl_for(p, TraitRef { def: t, args }) else { return (id, args) };
    let consts = &p.tables.impls[impl_id.index()].consts;
    match consts.iter().copied().find(|c| p.tables.consts[c.index()].name == entry.name) {
        Some(found) => (found, impl_args),
        None => (id, args),
    }
}

/// The implementation of a trait for types without variables, with its arguments.
pub(crate) fn impl_for(p: &Program, t: TraitRef) -> Option<(ImplId, TyList)> {
    let infer = Infer::revealing(p);
    let select = Select { infer: &infer, env: &[] };
    match select.select(t) {
        Selection::Yes(nested, Source::Impl(id, args)) => {
            // What the implementation requires determines the rest of its arguments.
            select.settle(nested, 0, || infer.has_vars_in_list(args)).then(|| (id, infer.resolve_list(args)))
        }
        _ => None,
    }
}

impl Infer<'_> {
    pub(crate) fn has_vars_in_list(&self, list: TyList) -> bool {
        self.p.types.list(list).iter().any(|&t| self.has_vars(t))
    }
}

/// [`Program::subst`]
pub(crate) fn subst_and_normalize(p: &Program, ty: Ty, args: TyList) -> Ty {
    normalize_closed(p, p.types.subst(ty, args))
}

/// Replace the associated types in a type without variables.
pub(crate) fn normalize_closed(p: &Program, ty: Ty) -> Ty {
    if !p.types.flags(ty).has(Flags::PROJECTION) {
        return ty;
    }
    if let Some(library) = p.library_for(p.types.flags(ty)) {
        return normalize_closed(library, ty);
    }
    if let Some(&known) = p.tables.normalized.borrow().get(&ty) {
        return known;
    }
    let infer = Infer::revealing(p);
    let select = Select { infer: &infer, env: &[] };
    let mut goals = Vec::new();
    let normalized = select.normalize(ty, &mut goals, 0);
    select.settle(goals, 0, || infer.has_vars(normalized));
    let normalized = infer.resolve(normalized);
    p.tables.normalized.borrow_mut().insert(ty, normalized);
    normalized
}

/// [`Program::is_copy`]
pub(crate) fn is_copy(p: &Program, ty: Ty) -> bool {
    match p.types.kind(ty) {
        TyKind::Bool
        | TyKind::Char
        | TyKind::Int(_)
        | TyKind::Float(_)
        | TyKind::Never
        | TyKind::Ref(_, false)
        | TyKind::Ptr(..)
        | TyKind::FnDef(..)
        | TyKind::FnPtr(_)
        | TyKind::Error => return true,
        TyKind::Str | TyKind::Slice(_) | TyKind::Dyn(..) | TyKind::Ref(_, true) => return false,
        _ => {}
    }
    if let Some(library) = p.library_for(p.types.flags(ty)) {
        return is_copy(library, ty);
    }
    if let Some(&known) = p.tables.copy.borrow().get(&ty) {
        return known;
    }
    let copy = p.tables.library_trait("Copy").is_some_and(|t| type_implements(p, ty, t));
    p.tables.copy.borrow_mut().insert(ty, copy);
    copy
}

/// [`Program::is_fused`]
pub(crate) fn is_fused(p: &Program, ty: Ty) -> bool {
    if let Some(library) = p.library_for(p.types.flags(ty)) {
        return is_fused(library, ty);
    }
    let Some(t) = p.tables.library_trait("FusedIterator") else { return false };
    // What a closure returns is a parameter of some implementations, which only says what it is once the closure is asked.
    let goal = Goal::Trait(TraitRef { def: t, args: p.types.mk_list(&[ty]) });
    Select { infer: &Infer::new(p), env: &[] }.is_met(&goal)
}

/// [`Program::is_copy_within`]
pub(crate) fn is_copy_within(p: &Program, owner: Owner, ty: Ty) -> bool {
    if !p.types.flags(ty).has(Flags::PARAM) {
        return is_copy(p, ty);
    }
    let bounds = match owner {
        Owner::Fn(id) => p.fn_sig(id).generics.bounds.clone(),
        Owner::Const(id) => p.const_sig(id).generics.bounds.clone(),
        Owner::Static(_) | Owner::Anonymous => Vec::new(),
    };
    let env = p.elaborate(bounds);
    p.tables.library_trait("Copy").is_some_and(|t| type_implements_under(p, ty, t, &env))
}

/// Whether a type without variables implements a trait without arguments.
pub(crate) fn type_implements(p: &Program, ty: Ty, t: TraitId) -> bool {
    type_implements_under(p, ty, t, &[])
}

fn type_implements_under(p: &Program, ty: Ty, t: TraitId, env: &[Predicate]) -> bool {
    let infer = Infer::new(p);
    let select = Select { infer: &infer, env };
    let mut args = vec![ty];
    for _ in 1..p.trait_sig(t).generics.params.len() {
        args.push(infer.new_var(p.trait_sig(t).span));
    }
    select.holds(&Goal::Trait(TraitRef { def: t, args: p.types.mk_list(&args) }))
}

impl Program {
    /// The type of a type's discriminants: an enum's `repr`, else `isize`; `u8` for what is no enum.
    pub fn discriminant_type(&self, ty: Ty) -> Ty {
        let int = match self.types.kind(ty) {
            TyKind::Adt(adt, _) if self.tables.adts[adt.index()].is_enum => {
                self.adt_sig(adt).repr.unwrap_or(IntTy::Isize)
            }
            _ => IntTy::U8,
        };
        self.types.mk(TyKind::Int(int))
    }

    /// Whether a trait's function has a default body.
    pub(crate) fn trait_fn_has_body(&self, id: FnId) -> bool {
        matches!(&self.tables.fns[id.index()].item.kind, stair_syntax::ast::ItemKind::Fn(f) if f.body.is_some())
    }

    /// The user's `main`.
    pub(crate) fn user_main(&self) -> Option<FnId> {
        use crate::collect::names::{Ns, Res};
        let root = self.tables.user_root?;
        match self.tables.binding(root, Ns::Value, "main")?.res {
            Res::Def(crate::defs::DefId::Fn(id)) => Some(id),
            _ => None,
        }
    }
}
