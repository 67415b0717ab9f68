//! Types, interned: equal types have equal ids, so comparing and hashing them is cheap.
//!
//! Lifetimes are erased. A constant generic argument, an array's length among them, is interned as a type of its own
//! kind ([`TyKind::Const`]), so that inference, substitution and look-up treat both kinds of argument alike.

use crate::ids::{AdtId, AliasId, FnId, TraitId};
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// An interned type. Meaningful with the [`Types`] that made it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ty(u32);

/// An interned list of types: generic arguments, a tuple's elements, a function's parameters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TyList(u32);

impl TyList {
    /// The empty list.
    pub const EMPTY: Self = Self(0);
}

/// Integer types.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "Rust's own names")]
pub enum IntTy {
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
}

impl IntTy {
    /// Every integer type.
    pub const ALL: [Self; 12] = [
        Self::I8,
        Self::I16,
        Self::I32,
        Self::I64,
        Self::I128,
        Self::Isize,
        Self::U8,
        Self::U16,
        Self::U32,
        Self::U64,
        Self::U128,
        Self::Usize,
    ];

    /// Width in bits.
    #[must_use]
    pub fn bits(self) -> u32 {
        match self {
            Self::I8 | Self::U8 => 8,
            Self::I16 | Self::U16 => 16,
            Self::I32 | Self::U32 => 32,
            Self::I64 | Self::U64 | Self::Isize | Self::Usize => 64,
            Self::I128 | Self::U128 => 128,
        }
    }

    /// Whether it has negative values.
    #[must_use]
    pub fn is_signed(self) -> bool {
        matches!(self, Self::I8 | Self::I16 | Self::I32 | Self::I64 | Self::I128 | Self::Isize)
    }

    /// Rust's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::I128 => "i128",
            Self::Isize => "isize",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::U128 => "u128",
            Self::Usize => "usize",
        }
    }

    /// Whether it is wider than any scalar of the IR: `i128`, `u128`.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.bits() == 128
    }

    /// The least value.
    #[must_use]
    pub fn min(self) -> i128 {
        if self.is_signed() { i128::MIN >> (128 - self.bits()) } else { 0 }
    }

    /// The greatest value.
    #[must_use]
    pub fn max(self) -> u128 {
        u128::MAX >> (128 - self.bits() + u32::from(self.is_signed()))
    }

    /// A value's place in the order of the type's values. A value is held in an `i128` everywhere: those of `u128` as their bits,
    /// those of all other types as they are; the places compare as the values do.
    #[must_use]
    pub fn rank(self, value: i128) -> i128 {
        if self == Self::U128 { value ^ i128::MIN } else { value }
    }

    /// A value, held as [`IntTy::rank`] says, in decimal.
    #[must_use]
    pub fn decimal(self, value: i128) -> String {
        if self == Self::U128 { (value as u128).to_string() } else { value.to_string() }
    }
}

/// Float types.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "Rust's own names")]
pub enum FloatTy {
    F32,
    F64,
}

/// The traits without methods that a trait object's type names beside its own trait.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct AutoTraits(u8);

impl AutoTraits {
    /// Their names, in the order in which they are shown.
    pub const NAMES: [&'static str; 5] = ["Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe"];

    /// With the one of this name, if it is one.
    #[must_use]
    pub fn with(self, name: &str) -> Option<Self> {
        Self::NAMES.iter().position(|n| *n == name).map(|i| Self(self.0 | 1 << i))
    }

    /// Whether the other's are all among these.
    #[must_use]
    pub fn includes(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The names.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().enumerate().filter(move |(i, _)| self.0 & 1 << i != 0).map(|(_, name)| name)
    }
}

/// A variable of inference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum InferTy {
    /// Any type.
    General(u32),
    /// An integer type: the type of a literal without suffix; falls back to `i32`.
    Int(u32),
    /// A float type; falls back to `f64`.
    Float(u32),
}

/// What a type is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TyKind {
    /// `bool`
    Bool,
    /// `char`
    Char,
    /// An integer.
    Int(IntTy),
    /// A float.
    Float(FloatTy),
    /// `str`, unsized.
    Str,
    /// `!`
    Never,
    /// A tuple; the empty one is `()`.
    Tuple(TyList),
    /// `[T; N]`: element, and the length as a [`TyKind::Const`], parameter or inference variable.
    Array(Ty, Ty),
    /// `[T]`, unsized.
    Slice(Ty),
    /// `&T`, or `&mut T` where the flag is set.
    Ref(Ty, bool),
    /// `*const T`, or `*mut T` where the flag is set; the library only.
    Ptr(Ty, bool),
    /// A struct or enum with its generic arguments.
    Adt(AdtId, TyList),
    /// The zero-sized type of one function with its generic arguments (those of its `impl` or trait first).
    FnDef(FnId, TyList),
    /// `fn(A, B) -> C`: parameters, then the result as the last element.
    FnPtr(TyList),
    /// The type of one closure expression, with the generic arguments of the body around it.
    Closure(FnId, TyList),
    /// `dyn Trait`, unsized: the trait, its arguments without `Self`, then what its associated types and those of the traits
    /// above it are, in the order of [`crate::traits::ObjectShape`].
    Dyn(TraitId, TyList, AutoTraits),
    /// A generic parameter, type or constant, of the item at hand: its place among the arguments, and its name. In a
    /// trait, `Self` is place 0.
    Param(u32, SmolStr),
    /// `<T as Trait>::Name`, not yet known: the associated type and the trait's arguments, `T` first.
    Projection(AliasId, TyList),
    /// The value of a constant argument, its bits sign- or zero-extended to 64.
    Const(u64),
    /// A variable of inference; none is left in a finished body.
    Infer(InferTy),
    /// Stands where an error was reported; agrees with every type.
    Error,
}

/// What occurs within a type, its parts included.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Flags(u8);

impl Flags {
    /// A variable of inference.
    pub(crate) const INFER: Self = Self(1);
    /// A generic parameter.
    pub(crate) const PARAM: Self = Self(2);
    /// An associated type that is not known yet.
    pub(crate) const PROJECTION: Self = Self(4);
    /// The error type.
    pub(crate) const ERROR: Self = Self(8);
    /// Something that the user's program defines. What lacks it means the same in every program.
    pub(crate) const PROGRAM: Self = Self(16);

    /// Both together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of these occurs.
    pub(crate) const fn has(self, any_of: Self) -> bool {
        self.0 & any_of.0 != 0
    }
}

/// The interner, shared by its clones. Adding types needs no `&mut`, and nothing observable depends on the order in which
/// they were added.
#[derive(Clone, Debug)]
pub struct Types {
    store: Rc<Store>,
    /// Types that are needed all the time.
    pub common: CommonTypes,
}

#[derive(Debug)]
struct Store {
    kinds: RefCell<IndexSet<TyKind, FxBuildHasher>>,
    lists: RefCell<IndexSet<Rc<[Ty]>, FxBuildHasher>>,
    flags: RefCell<Vec<Flags>>,
    list_flags: RefCell<Vec<Flags>>,
    library: Cell<LibraryIds>,
}

/// How many ids of each kind are the library's: those from there on are a program's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LibraryIds {
    pub(crate) adts: usize,
    pub(crate) fns: usize,
    pub(crate) traits: usize,
    pub(crate) aliases: usize,
}

impl LibraryIds {
    /// What all ids are while the library itself is read.
    const ALL: Self = Self { adts: usize::MAX, fns: usize::MAX, traits: usize::MAX, aliases: usize::MAX };
}

/// Types that are needed all the time.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "Rust's own names")]
pub struct CommonTypes {
    pub bool: Ty,
    pub char: Ty,
    pub i8: Ty,
    pub i16: Ty,
    pub i32: Ty,
    pub i64: Ty,
    pub i128: Ty,
    pub isize: Ty,
    pub u8: Ty,
    pub u16: Ty,
    pub u32: Ty,
    pub u64: Ty,
    pub u128: Ty,
    pub usize: Ty,
    pub f32: Ty,
    pub f64: Ty,
    pub str: Ty,
    pub str_ref: Ty,
    pub never: Ty,
    pub unit: Ty,
    pub error: Ty,
}

impl Default for Types {
    fn default() -> Self {
        let mut kinds: IndexSet<TyKind, FxBuildHasher> = IndexSet::default();
        let mut lists: IndexSet<Rc<[Ty]>, FxBuildHasher> = IndexSet::default();
        lists.insert(Rc::from([]));
        let mut flags = Vec::new();
        let mut add = |kind: TyKind| {
            flags.push(if kind == TyKind::Error { Flags::ERROR } else { Flags::default() });
            Ty(kinds.insert_full(kind).0 as u32)
        };
        let int = TyKind::Int;
        let str = add(TyKind::Str);
        let common = CommonTypes {
            bool: add(TyKind::Bool),
            char: add(TyKind::Char),
            i8: add(int(IntTy::I8)),
            i16: add(int(IntTy::I16)),
            i32: add(int(IntTy::I32)),
            i64: add(int(IntTy::I64)),
            i128: add(int(IntTy::I128)),
            isize: add(int(IntTy::Isize)),
            u8: add(int(IntTy::U8)),
            u16: add(int(IntTy::U16)),
            u32: add(int(IntTy::U32)),
            u64: add(int(IntTy::U64)),
            u128: add(int(IntTy::U128)),
            usize: add(int(IntTy::Usize)),
            f32: add(TyKind::Float(FloatTy::F32)),
            f64: add(TyKind::Float(FloatTy::F64)),
            str,
            str_ref: add(TyKind::Ref(str, false)),
            never: add(TyKind::Never),
            unit: add(TyKind::Tuple(TyList::EMPTY)),
            error: add(TyKind::Error),
        };
        let store = Store {
            kinds: RefCell::new(kinds),
            lists: RefCell::new(lists),
            flags: RefCell::new(flags),
            list_flags: RefCell::new(vec![Flags::default()]),
            library: Cell::new(LibraryIds::ALL),
        };
        Self { store: Rc::new(store), common }
    }
}

impl Types {
    /// Intern a type.
    pub fn mk(&self, kind: TyKind) -> Ty {
        let mut kinds = self.store.kinds.borrow_mut();
        if let Some(index) = kinds.get_index_of(&kind) {
            return Ty(index as u32);
        }
        let flags = self.flags_of(&kind);
        self.store.flags.borrow_mut().push(flags);
        Ty(kinds.insert_full(kind).0 as u32)
    }

    fn flags_of(&self, kind: &TyKind) -> Flags {
        let list = |l: TyList| self.store.list_flags.borrow()[l.0 as usize];
        let library = self.store.library.get();
        let defined = |id: usize, end: usize| if id < end { Flags::default() } else { Flags::PROGRAM };
        match *kind {
            TyKind::Tuple(l) | TyKind::FnPtr(l) => list(l),
            TyKind::Adt(id, l) => list(l).and(defined(id.index(), library.adts)),
            TyKind::FnDef(id, l) | TyKind::Closure(id, l) => list(l).and(defined(id.index(), library.fns)),
            TyKind::Dyn(id, l, _) => list(l).and(defined(id.index(), library.traits)),
            TyKind::Projection(id, l) => list(l).and(defined(id.index(), library.aliases)).and(Flags::PROJECTION),
            TyKind::Array(e, n) => self.flags(e).and(self.flags(n)),
            TyKind::Slice(t) | TyKind::Ref(t, _) | TyKind::Ptr(t, _) => self.flags(t),
            TyKind::Param(..) => Flags::PARAM,
            TyKind::Infer(_) => Flags::INFER,
            TyKind::Error => Flags::ERROR,
            _ => Flags::default(),
        }
    }

    /// Say where the library's ids end. Types before this call are all the library's.
    pub(crate) fn end_library(&self, ends: LibraryIds) {
        self.store.library.set(ends);
    }

    /// What occurs within a type.
    pub(crate) fn flags(&self, ty: Ty) -> Flags {
        self.store.flags.borrow()[ty.0 as usize]
    }

    /// What occurs within the types of a list.
    pub(crate) fn list_flags(&self, list: TyList) -> Flags {
        self.store.list_flags.borrow()[list.0 as usize]
    }

    /// What a type is.
    #[must_use]
    pub fn kind(&self, ty: Ty) -> TyKind {
        self.store.kinds.borrow()[ty.0 as usize].clone()
    }

    /// Intern a list.
    pub fn mk_list(&self, tys: &[Ty]) -> TyList {
        let mut lists = self.store.lists.borrow_mut();
        if let Some(index) = lists.get_index_of(tys) {
            return TyList(index as u32);
        }
        let flags = tys.iter().fold(Flags::default(), |all, &t| all.and(self.flags(t)));
        self.store.list_flags.borrow_mut().push(flags);
        TyList(lists.insert_full(Rc::from(tys)).0 as u32)
    }

    /// The elements of a list.
    #[must_use]
    pub fn list(&self, list: TyList) -> Rc<[Ty]> {
        Rc::clone(&self.store.lists.borrow()[list.0 as usize])
    }

    /// `&inner` or `&mut inner`.
    pub fn mk_ref(&self, inner: Ty, mutable: bool) -> Ty {
        self.mk(TyKind::Ref(inner, mutable))
    }

    /// A tuple.
    pub fn mk_tuple(&self, elements: &[Ty]) -> Ty {
        self.mk(TyKind::Tuple(self.mk_list(elements)))
    }

    /// `[element; len]`.
    pub fn mk_array(&self, element: Ty, len: u64) -> Ty {
        self.mk(TyKind::Array(element, self.mk(TyKind::Const(len))))
    }

    /// The value of a constant argument; `None` where it is still a parameter or variable.
    #[must_use]
    pub fn const_value(&self, ty: Ty) -> Option<u64> {
        match self.kind(ty) {
            TyKind::Const(value) => Some(value),
            _ => None,
        }
    }

    /// A copy of `ty` in which `f` has replaced types from the inside out: `f` sees each type after its parts.
    pub fn fold(&self, ty: Ty, f: &mut impl FnMut(Ty) -> Ty) -> Ty {
        let folded = match self.kind(ty) {
            TyKind::Tuple(l) => self.mk(TyKind::Tuple(self.fold_list(l, f))),
            TyKind::Array(e, n) => {
                let (e, n) = (self.fold(e, f), self.fold(n, f));
                self.mk(TyKind::Array(e, n))
            }
            TyKind::Slice(e) => self.mk(TyKind::Slice(self.fold(e, f))),
            TyKind::Ref(t, m) => self.mk(TyKind::Ref(self.fold(t, f), m)),
            TyKind::Ptr(t, m) => self.mk(TyKind::Ptr(self.fold(t, f), m)),
            TyKind::Adt(id, l) => self.mk(TyKind::Adt(id, self.fold_list(l, f))),
            TyKind::FnDef(id, l) => self.mk(TyKind::FnDef(id, self.fold_list(l, f))),
            TyKind::FnPtr(l) => self.mk(TyKind::FnPtr(self.fold_list(l, f))),
            TyKind::Closure(id, l) => self.mk(TyKind::Closure(id, self.fold_list(l, f))),
            TyKind::Dyn(id, l, autos) => self.mk(TyKind::Dyn(id, self.fold_list(l, f), autos)),
            TyKind::Projection(id, l) => self.mk(TyKind::Projection(id, self.fold_list(l, f))),
            _ => ty,
        };
        f(folded)
    }

    /// [`Types::fold`] for each element of a list.
    pub fn fold_list(&self, list: TyList, f: &mut impl FnMut(Ty) -> Ty) -> TyList {
        if list == TyList::EMPTY {
            return list;
        }
        let folded: Vec<Ty> = self.list(list).iter().map(|&t| self.fold(t, f)).collect();
        self.mk_list(&folded)
    }

    /// The type spelt out in numbers: no two types have the same, and they do not depend on the order of interning.
    pub(crate) fn each_word<F: FnMut(u64)>(&self, ty: Ty, word: &mut F) {
        let list = |list: TyList, word: &mut F| {
            let list = self.list(list);
            word(list.len() as u64);
            list.iter().for_each(|&t| self.each_word(t, word));
        };
        let kind = self.kind(ty);
        match &kind {
            TyKind::Bool => word(0),
            TyKind::Char => word(1),
            TyKind::Int(int) => word(0x100 + *int as u64),
            TyKind::Float(float) => word(0x200 + *float as u64),
            TyKind::Str => word(2),
            TyKind::Never => word(3),
            TyKind::Infer(_) | TyKind::Error => word(4),
            TyKind::Tuple(_) => word(5),
            TyKind::Array(element, len) => {
                word(6);
                self.each_word(*element, word);
                self.each_word(*len, word);
            }
            TyKind::Slice(inner) => {
                word(7);
                self.each_word(*inner, word);
            }
            TyKind::Ref(inner, mutable) => {
                word(8 + u64::from(*mutable));
                self.each_word(*inner, word);
            }
            TyKind::Ptr(inner, mutable) => {
                word(10 + u64::from(*mutable));
                self.each_word(*inner, word);
            }
            TyKind::Adt(id, _) => {
                word(12);
                word(id.index() as u64);
            }
            TyKind::FnDef(id, _) => {
                word(13);
                word(id.index() as u64);
            }
            TyKind::FnPtr(_) => word(14),
            TyKind::Closure(id, _) => {
                word(15);
                word(id.index() as u64);
            }
            TyKind::Dyn(id, _, autos) => {
                word(16);
                word(id.index() as u64);
                word(u64::from(autos.0));
            }
            TyKind::Param(index, _) => {
                word(17);
                word(u64::from(*index));
            }
            TyKind::Projection(id, _) => {
                word(18);
                word(id.index() as u64);
            }
            TyKind::Const(value) => {
                word(19);
                word(*value);
            }
        }
        match kind {
            TyKind::Tuple(l)
            | TyKind::FnPtr(l)
            | TyKind::Adt(_, l)
            | TyKind::FnDef(_, l)
            | TyKind::Closure(_, l)
            | TyKind::Dyn(_, l, _)
            | TyKind::Projection(_, l) => list(l, word),
            _ => {}
        }
    }

    /// Replace parameters by arguments. A parameter without an argument stays. Projections are not resolved here.
    pub fn subst(&self, ty: Ty, args: TyList) -> Ty {
        if args == TyList::EMPTY || !self.flags(ty).has(Flags::PARAM) {
            return ty;
        }
        let args = self.list(args);
        self.fold(ty, &mut |t| match self.kind(t) {
            TyKind::Param(index, _) => args.get(index as usize).copied().unwrap_or(t),
            _ => t,
        })
    }

    /// [`Types::subst`] for each element of a list.
    pub fn subst_list(&self, list: TyList, args: TyList) -> TyList {
        if args == TyList::EMPTY || !self.list_flags(list).has(Flags::PARAM) {
            return list;
        }
        let substituted: Vec<Ty> = self.list(list).iter().map(|&t| self.subst(t, args)).collect();
        self.mk_list(&substituted)
    }
}
