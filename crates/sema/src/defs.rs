//! Definitions: what each item is, after its signature has been read. Data only.

use crate::ids::{AdtId, AliasId, ConstId, FieldIdx, FnId, ImplId, ModId, StaticId, TraitId};
use crate::intrinsics::Intrinsic;
use crate::ty::{Ty, TyList};
use smol_str::SmolStr;
use stair_source::Span;
use std::rc::Rc;

/// A function with the arguments of all its generic parameters (those of its `impl` or trait first), none of them a
/// parameter itself: what is run, lowered and named.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Instance {
    /// The function.
    pub def: FnId,
    /// The arguments.
    pub args: TyList,
}

/// Generic parameters in scope at an item.
#[derive(Clone, Debug, Default)]
pub struct Generics {
    /// All of them, those of the `impl` or trait first, by their place among the arguments. In a trait, `Self` is the first.
    pub params: Vec<GenericParam>,
    /// How many belong to the `impl` or trait.
    pub parent_count: usize,
    /// What the arguments must satisfy.
    pub bounds: Vec<Predicate>,
}

/// A generic parameter.
#[derive(Clone, Debug)]
pub struct GenericParam {
    /// Its name.
    pub name: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// The type of a `const` parameter; `None` for a type parameter.
    pub const_ty: Option<Ty>,
}

/// Something that must hold.
#[derive(Clone, Debug)]
pub enum Predicate {
    /// The type implements the trait.
    Trait(TraitRef, Span),
    /// The associated type, for these arguments (`Self` first), is that type.
    Projection(AliasId, TyList, Ty, Span),
}

/// A trait with its arguments, `Self` first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct TraitRef {
    /// The trait.
    pub def: TraitId,
    /// `Self`, then the others.
    pub args: TyList,
}

/// Where an item of an `impl` or trait belongs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Container {
    /// A module or block.
    Module(ModId),
    /// An implementation.
    Impl(ImplId),
    /// A trait.
    Trait(TraitId),
}

/// A function.
#[derive(Clone, Debug)]
pub struct FnDef {
    /// Its name.
    pub name: SmolStr,
    /// Its path as people write it, without the crate: `geometry::Point::new`; library items begin with `std::` or `core::`.
    pub path: SmolStr,
    /// What diagnostics underline: the signature.
    pub span: Span,
    /// Its name in its declaration.
    pub name_span: Span,
    /// Where it belongs.
    pub container: Container,
    /// Generic parameters.
    pub generics: Generics,
    /// Parameter types, the receiver first; with the hidden location of a `#[track_caller]` function at the end.
    pub params: Vec<Ty>,
    /// The result.
    pub ret: Ty,
    /// Whether the first parameter is `self`.
    pub has_self: bool,
    /// Whether it is `const`.
    pub is_const: bool,
    /// Whether panics in it are reported at its caller.
    pub track_caller: bool,
    /// What it is made of, if it has no body in the language.
    pub intrinsic: Option<Intrinsic>,
    /// Whether the user wrote it.
    pub is_user: bool,
    /// Whether it has a body (a required method has none).
    pub has_body: bool,
    /// What else there is to know of a closure; `None` for any other function.
    pub closure: Option<Rc<ClosureDef>>,
}

/// A closure: what its type holds, and how it is called. As a function it takes its environment first, if it has one.
#[derive(Clone, Debug)]
pub struct ClosureDef {
    /// How it can be called.
    pub kind: ClosureKind,
    /// What it captures, which are the fields of its type, in order. A closure without captures takes no environment.
    pub captures: Vec<Capture>,
    /// The whole expression.
    pub span: Span,
}

/// How a closure can be called, and so how it takes its environment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ClosureKind {
    /// Any number of times, through a shared reference.
    Fn,
    /// Any number of times, through a mutable reference.
    FnMut,
    /// Once, by value.
    FnOnce,
}

impl ClosureKind {
    /// The trait of this name.
    #[must_use]
    pub fn trait_name(self) -> &'static str {
        match self {
            Self::Fn => "Fn",
            Self::FnMut => "FnMut",
            Self::FnOnce => "FnOnce",
        }
    }

    /// The kind with this trait.
    #[must_use]
    pub fn of_trait(name: &str) -> Option<Self> {
        [Self::Fn, Self::FnMut, Self::FnOnce].into_iter().find(|k| k.trait_name() == name)
    }
}

/// Something that a closure captures.
#[derive(Clone, Debug)]
pub struct Capture {
    /// The place as it is written: `point.x`.
    pub name: SmolStr,
    /// The field's type, in terms of the parameters of the body around the closure: a reference, if it is captured by
    /// reference.
    pub ty: Ty,
    /// How it is captured.
    pub by: CaptureBy,
    /// Whether the captured place can be written to.
    pub mutable: bool,
    /// Where the closure uses it.
    pub span: Span,
    /// The name of the variable in its declaration.
    pub declared: Span,
}

/// How something is captured.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CaptureBy {
    /// By shared reference.
    Ref,
    /// By mutable reference.
    RefMut,
    /// Copied or moved into the closure.
    Value,
}

/// A struct or enum.
#[derive(Clone, Debug)]
pub struct AdtDef {
    /// Its name.
    pub name: SmolStr,
    /// Its path, as in [`FnDef::path`].
    pub path: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// Whether it is an enum.
    pub is_enum: bool,
    /// Generic parameters.
    pub generics: Generics,
    /// Its variants; a struct has one, named like it.
    pub variants: Vec<VariantDef>,
    /// The tag's type from `#[repr(u8)]` and the like.
    pub repr: Option<crate::ty::IntTy>,
    /// `#[repr(C)]`: fields in the order of their declaration.
    pub repr_c: bool,
    /// Whether the user wrote it.
    pub is_user: bool,
}

/// A variant.
#[derive(Clone, Debug)]
pub struct VariantDef {
    /// Its name.
    pub name: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// How it is written.
    pub shape: VariantShape,
    /// Its fields.
    pub fields: Vec<FieldDef>,
    /// Its discriminant.
    pub discriminant: i128,
}

/// How a variant is written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum VariantShape {
    /// `{ a: A }`
    Named,
    /// `(A)`
    Tuple,
    /// nothing
    Unit,
}

/// A field.
#[derive(Clone, Debug)]
pub struct FieldDef {
    /// Its name, or its number.
    pub name: SmolStr,
    /// Its name (or type) in its declaration.
    pub span: Span,
    /// Its type, in terms of the ADT's parameters.
    pub ty: Ty,
    /// The module in and below which it can be named; `None` for everywhere.
    pub visible_in: Option<ModId>,
}

impl VariantDef {
    /// The field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<FieldIdx> {
        self.fields.iter().position(|f| f.name == name).map(|i| FieldIdx(i as u32))
    }
}

/// A trait.
#[derive(Clone, Debug)]
pub struct TraitDef {
    /// Its name.
    pub name: SmolStr,
    /// Its path, as in [`FnDef::path`].
    pub path: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// `Self`, then its parameters; supertraits are among the bounds.
    pub generics: Generics,
    /// Its methods and associated functions.
    pub fns: Vec<FnId>,
    /// Its associated constants.
    pub consts: Vec<ConstId>,
    /// Its associated types.
    pub types: Vec<AliasId>,
}

/// An implementation.
#[derive(Clone, Debug)]
pub struct ImplDef {
    /// Generic parameters.
    pub generics: Generics,
    /// The trait with its arguments (`Self` first); `None` for an inherent implementation.
    pub of_trait: Option<TraitRef>,
    /// The type.
    pub self_ty: Ty,
    /// Its functions.
    pub fns: Vec<FnId>,
    /// Its constants.
    pub consts: Vec<ConstId>,
    /// Its associated types.
    pub types: Vec<(AliasId, Ty)>,
    /// What diagnostics underline.
    pub span: Span,
    /// Whether the user wrote it (a derived one counts as the user's).
    pub is_user: bool,
}

/// A constant.
#[derive(Clone, Debug)]
pub struct ConstDef {
    /// Its name.
    pub name: SmolStr,
    /// Its path, as in [`FnDef::path`].
    pub path: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// Where it belongs.
    pub container: Container,
    /// Generic parameters (those of its container).
    pub generics: Generics,
    /// Its type.
    pub ty: Ty,
    /// Whether the user wrote it.
    pub is_user: bool,
}

/// A static.
#[derive(Clone, Debug)]
pub struct StaticDef {
    /// Its name.
    pub name: SmolStr,
    /// Its path, as in [`FnDef::path`].
    pub path: SmolStr,
    /// Its name in its declaration.
    pub span: Span,
    /// Its type.
    pub ty: Ty,
    /// `static mut`: the library only.
    pub mutable: bool,
    /// Whether the user wrote it.
    pub is_user: bool,
}

/// Functions of the library that the compiler itself calls, found by `#[lang = "…"]`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LangFn {
    /// `start<T>`: runs the user's `main`, whose result is a `T` (through [`Intrinsic::UserMain`]), flushes the output and returns,
    /// or exits with what the result says.
    Start,
    /// `panic_add_overflow(&Location) -> !`
    PanicAddOverflow,
    /// `panic_sub_overflow`
    PanicSubOverflow,
    /// `panic_mul_overflow`
    PanicMulOverflow,
    /// `panic_neg_overflow`
    PanicNegOverflow,
    /// `panic_div_zero`
    PanicDivZero,
    /// `panic_div_overflow`
    PanicDivOverflow,
    /// `panic_rem_zero`
    PanicRemZero,
    /// `panic_rem_overflow`
    PanicRemOverflow,
    /// `panic_shl_overflow`
    PanicShlOverflow,
    /// `panic_shr_overflow`
    PanicShrOverflow,
    /// `panic_bounds(index: usize, len: usize, &Location) -> !`
    PanicBounds,
    /// `unwind() -> !`: drops what [`Intrinsic::Cleanups`] lists, then exits as the next one.
    Unwind,
    /// `panic_exit() -> !`: ends the program after a panic.
    PanicExit,
    /// `panic_in_cleanup() -> !`: ends it after a second panic, in a destructor.
    PanicInCleanup,
    /// `wide_mul(u128, u128) -> u128`: the product's low 128 bits, of either signedness.
    WideMul,
    /// `wide_mul_unsigned(u128, u128) -> u128`: likewise, panicking on overflow.
    WideMulUnsigned,
    /// `wide_mul_signed(i128, i128) -> i128`
    WideMulSigned,
    /// `wide_mul_overflows_unsigned(u128, u128) -> bool`
    WideMulOverflowsUnsigned,
    /// `wide_mul_overflows_signed(i128, i128) -> bool`
    WideMulOverflowsSigned,
    /// `wide_div_unsigned(u128, u128) -> u128`, panicking as `/` does.
    WideDivUnsigned,
    /// `wide_div_signed(i128, i128) -> i128`
    WideDivSigned,
    /// `wide_rem_unsigned(u128, u128) -> u128`, panicking as `%` does.
    WideRemUnsigned,
    /// `wide_rem_signed(i128, i128) -> i128`
    WideRemSigned,
    /// `wide_unsigned_to_f64(u128) -> f64`: the nearest, ties to even.
    WideUnsignedToF64,
    /// `wide_unsigned_to_f32(u128) -> f32`
    WideUnsignedToF32,
    /// `wide_signed_to_f64(i128) -> f64`
    WideSignedToF64,
    /// `wide_signed_to_f32(i128) -> f32`
    WideSignedToF32,
    /// `wide_unsigned_from_f64(f64) -> u128`: towards zero, saturating, NaN to 0.
    WideUnsignedFromF64,
    /// `wide_signed_from_f64(f64) -> i128`
    WideSignedFromF64,
}

impl LangFn {
    /// Every one with the name in its attribute.
    pub const ALL: [(Self, &str); 30] = [
        (Self::Start, "start"),
        (Self::PanicAddOverflow, "panic_add_overflow"),
        (Self::PanicSubOverflow, "panic_sub_overflow"),
        (Self::PanicMulOverflow, "panic_mul_overflow"),
        (Self::PanicNegOverflow, "panic_neg_overflow"),
        (Self::PanicDivZero, "panic_div_zero"),
        (Self::PanicDivOverflow, "panic_div_overflow"),
        (Self::PanicRemZero, "panic_rem_zero"),
        (Self::PanicRemOverflow, "panic_rem_overflow"),
        (Self::PanicShlOverflow, "panic_shl_overflow"),
        (Self::PanicShrOverflow, "panic_shr_overflow"),
        (Self::PanicBounds, "panic_bounds"),
        (Self::Unwind, "unwind"),
        (Self::PanicExit, "panic_exit"),
        (Self::PanicInCleanup, "panic_in_cleanup"),
        (Self::WideMul, "wide_mul"),
        (Self::WideMulUnsigned, "wide_mul_unsigned"),
        (Self::WideMulSigned, "wide_mul_signed"),
        (Self::WideMulOverflowsUnsigned, "wide_mul_overflows_unsigned"),
        (Self::WideMulOverflowsSigned, "wide_mul_overflows_signed"),
        (Self::WideDivUnsigned, "wide_div_unsigned"),
        (Self::WideDivSigned, "wide_div_signed"),
        (Self::WideRemUnsigned, "wide_rem_unsigned"),
        (Self::WideRemSigned, "wide_rem_signed"),
        (Self::WideUnsignedToF64, "wide_unsigned_to_f64"),
        (Self::WideUnsignedToF32, "wide_unsigned_to_f32"),
        (Self::WideSignedToF64, "wide_signed_to_f64"),
        (Self::WideSignedToF32, "wide_signed_to_f32"),
        (Self::WideUnsignedFromF64, "wide_unsigned_from_f64"),
        (Self::WideSignedFromF64, "wide_signed_from_f64"),
    ];

    /// Whether it is a part of only those programs that need it: what 128-bit integers are made of (see [`crate::wide`]).
    #[must_use]
    pub fn is_on_demand(self) -> bool {
        self as u8 >= Self::WideMul as u8
    }
}

/// Where a function is declared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Declared {
    /// In the program.
    Here(Span),
    /// In Rust's own library: the file, as panic messages name it, the line and the column, both from 1 on.
    InStd(&'static str, u32, u32),
}

/// What a call comes down to, once all arguments are known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Resolved {
    /// A function with a body.
    Fn(Instance),
    /// An intrinsic with its arguments.
    Intrinsic(Intrinsic, TyList),
    /// A method of a trait object, found in its vtable.
    Virtual(Virtual),
}

/// A call through a vtable. The receiver is a fat pointer, of which the function takes the address alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Virtual {
    /// The entry of the vtable.
    pub entry: u32,
    /// The parameters that the function takes, the receiver as a thin pointer, and at the end the result.
    pub sig: TyList,
}

/// The ids of a definition, for look-ups by path.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names of the ids")]
pub enum DefId {
    Mod(ModId),
    Fn(FnId),
    Adt(AdtId),
    Variant(AdtId, crate::ids::VariantIdx),
    Trait(TraitId),
    Impl(ImplId),
    Const(ConstId),
    Static(StaticId),
    Alias(AliasId),
}
