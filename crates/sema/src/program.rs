//! The result of the analysis: every definition, every checked body, and the instances that running the program needs.

use crate::defs::{AdtDef, ConstDef, FnDef, ImplDef, Instance, LangFn, Resolved, StaticDef, TraitDef};
use crate::ids::{AdtId, ConstId, FnId, ImplId, StaticId, TraitId};
use crate::intrinsics::Intrinsic;
use crate::layout::{Layout, LayoutError};
pub use crate::traits::{CalleeShape, Target as CalleeTarget};
use crate::ty::{Flags, Ty, TyKind, TyList, Types};
use crate::typed::{Body, ConstValue, Owner};
use std::rc::Rc;

/// A program whose types are known.
///
/// All methods are pure look-ups; what they compute on demand (layouts, instances' types) is remembered behind `&self`.
pub struct Program {
    /// The interner.
    pub types: Types,
    pub(crate) tables: crate::tables::Tables,
    /// The library alone: its bodies are checked there, whatever the user's program adds, and once for all programs.
    pub(crate) base: Option<Rc<Program>>,
}

impl Program {
    /// The library alone, if types with these flags mean the same there: what is worked out about them is then kept for all
    /// programs.
    pub(crate) fn library_for(&self, flags: Flags) -> Option<&Program> {
        const OF_A_PROGRAM: Flags = Flags::PROGRAM.and(Flags::INFER).and(Flags::PARAM).and(Flags::ERROR);
        self.base.as_deref().filter(|_| !flags.has(OF_A_PROGRAM))
    }

    /// The library alone, if the instance is one of the library's with nothing of the program in it: it calls and drops the
    /// same in every program, but for the start, which calls the program's `main`.
    pub(crate) fn library_of(&self, instance: Instance) -> Option<&Program> {
        let base = self.library_for(self.types.list_flags(instance.args))?;
        let entry = base.tables.fns.get(instance.def.index())?;
        (entry.name != Intrinsic::UserMain.name()).then_some(base)
    }

    /// A function's definition.
    #[must_use]
    pub fn fn_def(&self, id: FnId) -> &FnDef {
        self.fn_sig(id)
    }

    /// A struct's or enum's definition.
    #[must_use]
    pub fn adt_def(&self, id: AdtId) -> &AdtDef {
        self.adt_sig(id)
    }

    /// A trait's definition.
    #[must_use]
    pub fn trait_def(&self, id: TraitId) -> &TraitDef {
        self.trait_sig(id)
    }

    /// An implementation's definition.
    #[must_use]
    pub fn impl_def(&self, id: ImplId) -> &ImplDef {
        self.impl_header(id)
    }

    /// A constant's definition.
    #[must_use]
    pub fn const_def(&self, id: ConstId) -> &ConstDef {
        self.const_sig(id)
    }

    /// The statics in which the library's allocator counts: blocks handed out, blocks given back, and the bytes in those that
    /// were not. A library that has no allocator has none of them.
    #[must_use]
    pub fn heap_counts(&self) -> [Option<StaticId>; 3] {
        let find = |path: &str| {
            let ids = (0..self.tables.statics.len()).map(|i| StaticId(i as u32));
            ids.take_while(|&id| !self.tables.statics[id.index()].is_user).find(|&id| self.static_def(id).path == path)
        };
        ["ALLOCATED", "RELEASED", "LIVE_BYTES"].map(|name| find(&format!("std::alloc::{name}")))
    }

    /// A static's definition.
    #[must_use]
    pub fn static_def(&self, id: StaticId) -> &StaticDef {
        self.static_sig(id)
    }

    /// The checked body of a function: there is one for every function of the user that has a body, and for every
    /// function among [`Program::instances`].
    #[must_use]
    pub fn body(&self, id: FnId) -> Option<&Rc<Body>> {
        self.checked_body(id)
    }

    /// The functions that the user wrote, in the order of the text.
    pub fn user_fns(&self) -> impl Iterator<Item = FnId> + '_ {
        self.tables.user_fns()
    }

    /// The bodies of the constants and statics that the user wrote and gave a value.
    pub fn user_constants(&self) -> impl Iterator<Item = &Rc<Body>> + '_ {
        let consts = self.tables.consts.own().map(|i| &self.tables.consts[i].body);
        let statics = self.tables.statics.own().map(|i| &self.tables.statics[i].body);
        consts.chain(statics).filter_map(|body| body.get()?.as_ref())
    }

    /// Everything that running the program may call, in a stable order; empty if there were errors.
    #[must_use]
    pub fn instances(&self) -> &[Instance] {
        self.tables.instances()
    }

    /// The first of [`Program::instances`]: those of the library in which there is nothing of the program. They lead to no other
    /// instances, and are the same in every program.
    #[must_use]
    pub fn library_instances(&self) -> &[Instance] {
        self.tables.instances.get().map_or(&[], |(list, own)| &list[..*own])
    }

    /// Where the program starts: the library's [`LangFn::Start`].
    #[must_use]
    pub fn entry(&self) -> Option<Instance> {
        if self.instances().is_empty() { None } else { self.start() }
    }

    /// A function that the compiler calls itself.
    #[must_use]
    pub fn lang(&self, which: LangFn) -> Option<FnId> {
        self.tables.lang(which)
    }

    /// What a call of `def` with these arguments (none of them a parameter any more) comes down to: the method of
    /// the implementation that applies, or the function itself. `None` only for a program with errors.
    #[must_use]
    pub fn resolve(&self, def: FnId, args: TyList) -> Option<Resolved> {
        crate::traits::resolve(self, def, args)
    }

    /// A type of a generic body for an instance with these arguments: substituted, associated types looked up.
    #[must_use]
    pub fn subst(&self, ty: Ty, args: TyList) -> Ty {
        crate::traits::subst_and_normalize(self, ty, args)
    }

    /// [`Program::subst`] for each type of a list.
    #[must_use]
    pub fn subst_list(&self, list: TyList, args: TyList) -> TyList {
        let substituted: Vec<Ty> = self.types.list(list).iter().map(|&t| self.subst(t, args)).collect();
        self.types.mk_list(&substituted)
    }

    /// What a reference, raw pointer or box points to; `None` for any other type.
    #[must_use]
    pub fn pointee(&self, ty: Ty) -> Option<Ty> {
        match self.types.kind(ty) {
            TyKind::Ref(inner, _) | TyKind::Ptr(inner, _) => Some(inner),
            _ => self.boxed(ty),
        }
    }

    /// What becomes of a pointer (its type without parameters) that is unsized to another type.
    #[must_use]
    pub fn unsizing_of(&self, from: Ty, to: Ty) -> Option<crate::traits::Unsizing> {
        self.unsizing(self.pointee(from)?, self.pointee(to)?)
    }

    /// What a box holds; `None` for any type but `Box`.
    #[must_use]
    pub fn boxed(&self, ty: Ty) -> Option<Ty> {
        match self.types.kind(ty) {
            TyKind::Adt(id, args) if self.tables.library_adt("Box") == Some(id) => {
                self.types.list(args).first().copied()
            }
            _ => None,
        }
    }

    /// Whether a struct is one of the library's pointers that count who shares a value: `Rc`, `Arc` and their `Weak`.
    pub(crate) fn is_counted(&self, adt: AdtId) -> bool {
        let entry = &self.tables.adts[adt.index()];
        !entry.is_user && ["Rc", "Arc", "Weak"].contains(&entry.name.as_str())
    }

    /// A function of such a pointer.
    pub(crate) fn counted_fn(&self, adt: AdtId, name: &str) -> Option<FnId> {
        let impls = self.tables.inherent_impls.get(&crate::traits::TypeKey::Adt(adt))?;
        let mut fns = impls.iter().filter_map(|id| self.tables.fn_named(&self.tables.impls[id.index()].fns, name));
        fns.next().filter(|_| self.is_counted(adt))
    }

    /// Whether values of the type (without parameters) are copied rather than moved.
    #[must_use]
    pub fn is_copy(&self, ty: Ty) -> bool {
        crate::traits::is_copy(self, ty)
    }

    /// Whether an iterator's type (without parameters) is a `FusedIterator`.
    #[must_use]
    pub fn is_fused(&self, ty: Ty) -> bool {
        crate::traits::is_fused(self, ty)
    }

    /// Whether values of the type are copied rather than moved within a generic body, given the bounds of its owner.
    #[must_use]
    pub fn is_copy_within(&self, owner: Owner, ty: Ty) -> bool {
        crate::traits::is_copy_within(self, owner, ty)
    }

    /// The layout of a type without parameters.
    pub fn layout(&self, ty: Ty) -> Result<Rc<Layout>, LayoutError> {
        crate::layout::layout_of(self, ty)
    }

    /// The value of a constant for these arguments; `None` only for a program with errors.
    #[must_use]
    pub fn const_value(&self, id: ConstId, args: TyList) -> Option<ConstValue> {
        crate::consteval::const_value(self, id, args)
    }

    /// The first value of a static; `None` only for a program with errors.
    #[must_use]
    pub fn static_value(&self, id: StaticId) -> Option<ConstValue> {
        crate::consteval::static_value(self, id)
    }

    /// The type as Rust writes it, paths by their last segment: `&[Point]`, `Option<i32>`.
    #[must_use]
    pub fn type_name(&self, ty: Ty) -> String {
        crate::display::type_name(self, ty)
    }

    /// The type as `std::any::type_name` gives it: `core::option::Option<main::Point>`. Never missing for what
    /// [`Intrinsic::TypeName`](crate::intrinsics::Intrinsic::TypeName) is called with: other programs are refused.
    #[must_use]
    pub fn full_type_name(&self, ty: Ty) -> String {
        crate::full_name::full_type_name(self, ty).unwrap_or_default()
    }

    /// What `std::any::TypeId` holds: a hash of the type as it is built up from definitions, which does not depend on what
    /// else was interned.
    #[must_use]
    pub fn type_id(&self, ty: Ty) -> u64 {
        // FNV-1a over words, mixed in the end as SplitMix64 does.
        let mut hash = 0xCBF2_9CE4_8422_2325u64;
        self.types.each_word(ty, &mut |word| hash = (hash ^ word).wrapping_mul(0x0100_0000_01B3).rotate_left(23));
        hash = (hash ^ hash >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        hash = (hash ^ hash >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        hash ^ hash >> 31
    }

    /// The instance as Rust writes it: `Point::new`, `Option<i32>::unwrap`, `<Point as Debug>::fmt`.
    #[must_use]
    pub fn instance_name(&self, instance: Instance) -> String {
        crate::display::instance_name(self, instance)
    }
}
