//! The typed tree: data only. Everything that the syntax left implicit is spelled out: types, autoref and autoderef,
//! coercions, which function a call means, how a pattern binds. Generic bodies stay generic; whoever runs or lowers one
//! substitutes the instance's arguments.
//!
//! *Places and values.* [`ExprKind::Local`], [`ExprKind::Static`], [`ExprKind::Field`], [`ExprKind::Index`] and
//! [`ExprKind::Deref`] denote places (a field or index of a place is a place; of a value, that of a temporary). Where a
//! value is wanted, the place is read: copied if its type is `Copy`, else moved. Where a place is wanted ([`ExprKind::Borrow`],
//! the left of an assignment, the scrutinee of `match` and `let`) and another expression stands there, it is
//! evaluated into a temporary that lives to the end of the function. A [`ExprKind::Constant`] in the place of a place is
//! static memory: the checker has promoted what `rustc` promotes.
//!
//! *Order of evaluation* is left to right, but for assignments: the right side comes before the place on the left.

#![allow(missing_docs, reason = "a variant's comment says what its fields mean")]

use crate::ids::{AdtId, BlockId, ConstId, ExprId, FieldIdx, FnId, LabelId, LocalId, PatId, StaticId, VariantIdx};
use crate::ty::{Ty, TyList};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use stair_source::Span;
use stair_syntax::ast::NodeId;
use std::rc::Rc;

/// What a body belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Owner {
    /// A function.
    Fn(FnId),
    /// A constant's value.
    Const(ConstId),
    /// A static's value.
    Static(StaticId),
    /// An array length, discriminant or other constant without a name.
    Anonymous,
}

/// The body of a function or constant.
#[derive(Clone, Debug)]
pub struct Body {
    /// Whose body it is.
    pub owner: Owner,
    /// Parameters: each argument is matched against an irrefutable pattern. A `#[track_caller]` function has one more
    /// at the end, a `&Location` named `$caller`.
    pub params: Vec<PatId>,
    /// Variables, by [`LocalId`].
    pub locals: Vec<Local>,
    /// Expressions, by [`ExprId`].
    pub exprs: Vec<Expr>,
    /// Patterns, by [`PatId`].
    pub pats: Vec<Pat>,
    /// Blocks, by [`BlockId`].
    pub blocks: Vec<Block>,
    /// The body itself; its value is the function's result.
    pub value: ExprId,
    /// How many [`LabelId`]s there are.
    pub labels: u32,
    /// The places of calls, for functions that ask for their caller's.
    pub call_sites: CallSites,
}

/// Where calls are that are not where their expressions begin. Only the user's bodies say so.
#[derive(Clone, Debug, Default)]
pub struct CallSites {
    /// Where all are: the `derive` that made the body.
    pub all: Option<Span>,
    /// A method call is at the method's name; what a `for` loop or `?` calls is at the whole expression.
    pub of: FxHashMap<ExprId, Span>,
}

impl Body {
    /// Where a call is, as a function that asks for its caller's place is told.
    #[must_use]
    pub fn call_site(&self, call: ExprId) -> Span {
        let own = self.call_sites.all.or_else(|| self.call_sites.of.get(&call).copied());
        own.unwrap_or(self.exprs[call.index()].span)
    }
}

/// A variable.
#[derive(Clone, Debug)]
pub struct Local {
    /// The user's name, or one that the checker made, beginning with `$`.
    pub name: SmolStr,
    /// The name in its declaration.
    pub span: Span,
    /// Its type: that of the reference, where it binds by reference.
    pub ty: Ty,
    /// Declared `mut`.
    pub mutable: bool,
    /// Where `mut` would be inserted to make it mutable; `None` where that is no remedy.
    pub mut_span: Option<Span>,
}

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its type.
    pub ty: Ty,
    /// The source text that it stands for.
    pub span: Span,
    /// The node of the syntax tree that it was made from.
    pub node: NodeId,
}

/// The kinds of expression.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A known value: a literal, a named constant's value, or an expression that was promoted.
    Constant(ConstValue),
    /// A use of a named constant, whose value may depend on generic arguments: [`crate::Program::const_value`].
    NamedConst(ConstId, TyList),
    /// A variable. Place.
    Local(LocalId),
    /// A static. Place.
    Static(StaticId),
    /// A function as a value of its own zero-sized type (`Expr::ty` says which).
    FnItem,
    /// A field of a struct, tuple or of the one variant that is known to be there. Place if `base` is.
    Field { base: ExprId, field: FieldIdx },
    /// `base[index]` on an array or slice, `index: usize`, bounds-checked. Place if `base` is.
    Index { base: ExprId, index: ExprId },
    /// `*x` on a reference, raw pointer or box. Place; what a box holds belongs to the box's place: reading it may move out
    /// of it, and it is as mutable as the box.
    Deref(ExprId),
    /// `&place` or `&mut place`; also for raw pointers, as the type says.
    Borrow { mutable: bool, place: ExprId },
    /// `-x`, `!x` on built-in types.
    Unary(UnOp, ExprId),
    /// An operator on built-in types. Comparison also of `bool`, `char`, `()` and raw pointers. Arithmetic panics on overflow
    /// in the debug profile, and on division by zero and on overflowing division in both.
    Binary(BinOp, ExprId, ExprId),
    /// `a && b`. Bindings of [`ExprKind::Let`] on the left are visible on the right.
    And(ExprId, ExprId),
    /// `a || b`.
    Or(ExprId, ExprId),
    /// `place = value`: the value is evaluated first. Yields `()`.
    Assign { place: ExprId, value: ExprId },
    /// `place op= value` on built-in types: the value is evaluated first. Yields `()`.
    AssignOp { op: BinOp, place: ExprId, value: ExprId },
    /// `x as T` between built-in types, or from a field-less enum.
    Cast(CastKind, ExprId),
    /// A coercion.
    Coerce(Coercion, ExprId),
    /// A call. Arguments are evaluated in order, after the callee if that is a value.
    Call { callee: Callee, args: Vec<ExprId> },
    /// A struct or variant: explicit fields in the order in which they are written, then the others from `base`.
    Adt { adt: AdtId, variant: VariantIdx, fields: Vec<(FieldIdx, ExprId)>, base: Option<ExprId> },
    /// A closure: the values of what it captures, in the order of [`crate::defs::ClosureDef::captures`] — references to
    /// places, and places that are copied or moved. Its body is a function of its own.
    Closure { def: FnId, captures: Vec<ExprId> },
    /// `(a, b)`.
    Tuple(Vec<ExprId>),
    /// `[a, b]`.
    Array(Vec<ExprId>),
    /// `[x; N]`; the length is in the type. `x` is evaluated once, then copied.
    Repeat(ExprId),
    /// A block, perhaps one that `break 'label value` can leave.
    Block { block: BlockId, label: Option<LabelId> },
    /// `if cond { then } else { els }`; without `els` the value is `()`. Bindings of `cond` are visible in `then`.
    If { cond: ExprId, then: ExprId, els: Option<ExprId> },
    /// `let pat = place` in a condition: a `bool`; where it is true, the pattern's variables are bound.
    Let { pat: PatId, place: ExprId },
    /// `match place { … }`, exhaustive.
    Match { place: ExprId, arms: Vec<Arm> },
    /// `loop { … }`.
    Loop { label: LabelId, body: BlockId },
    /// `while cond { … }`.
    While { label: LabelId, cond: ExprId, body: BlockId },
    /// `for pat in start..end` over integers or `char`: the bounds are evaluated once, the body runs with each value
    /// in turn; an inclusive range that ends at the greatest value ends without overflow.
    ForRange { label: LabelId, pat: PatId, start: ExprId, end: ExprId, inclusive: bool, body: BlockId },
    /// `break 'label value`.
    Break { label: LabelId, value: Option<ExprId> },
    /// `continue 'label`.
    Continue { label: LabelId },
    /// `return value`.
    Return(Option<ExprId>),
    /// Stands where an error was reported; a program that is run has none.
    Error,
}

/// Built-in unary operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnOp {
    /// `-` on signed integers (panics on overflow in the debug profile) and floats.
    Neg,
    /// `!` on integers and `bool`.
    Not,
}

pub use stair_syntax::ast::BinOp;

/// What is called.
#[derive(Clone, Debug)]
pub enum Callee {
    /// A function, or a method of a trait that [`crate::Program::resolve`] turns into that of an implementation.
    /// The arguments are those of its `impl` or trait, then its own.
    Fn(FnId, TyList),
    /// A value that can be called: a function pointer, a function's own type, a closure, or a reference to one of these
    /// ([`crate::Program::callee`] says which). A closure that is called by value is used up.
    Value(ExprId),
}

/// `as` casts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CastKind {
    /// Between integers, and from `bool`, `char` or `u8`-to-`char`: truncate, or extend by the source's sign.
    IntToInt,
    /// Float to integer: towards zero, saturating, NaN to 0.
    FloatToInt,
    /// Integer to float, to nearest even.
    IntToFloat,
    /// Between floats.
    FloatToFloat,
    /// A field-less enum's discriminant to an integer.
    EnumToInt,
    /// Between pointers, and between pointers and `usize`: the same bits.
    Pointer,
}

/// Coercions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Coercion {
    /// `&[T; N]` to `&[T]`, and `Box<[T; N]>` to `Box<[T]>`.
    Unsize,
    /// `!` to any type; the operand never finishes.
    NeverToAny,
    /// A function's own type, or that of a closure without captures, to a function pointer.
    ReifyFn,
}

/// A block.
#[derive(Clone, Debug)]
pub struct Block {
    /// Statements in order.
    pub stmts: Vec<Stmt>,
    /// The value; without one it is `()`, unless the block never finishes.
    pub tail: Option<ExprId>,
    /// From `{` to `}`.
    pub span: Span,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// All of it.
    pub span: Span,
}

/// The kinds of statement.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// `let pat = init else { els };` Without `init` the variables are declared only; without `els` the pattern is
    /// irrefutable; `els` never finishes.
    Let { pat: PatId, init: Option<ExprId>, els: Option<BlockId> },
    /// An expression whose value is dropped.
    Expr(ExprId),
}

/// An arm.
#[derive(Clone, Debug)]
pub struct Arm {
    /// The pattern. Alternatives bind the same variables.
    pub pat: PatId,
    /// `if guard`, evaluated with the variables bound.
    pub guard: Option<ExprId>,
    /// The arm's value.
    pub body: ExprId,
    /// All of it.
    pub span: Span,
}

/// A pattern. It is matched against a place.
#[derive(Clone, Debug)]
pub struct Pat {
    /// What it is.
    pub kind: PatKind,
    /// The type of the place.
    pub ty: Ty,
    /// Where it is written.
    pub span: Span,
}

/// The kinds of pattern. Default binding modes are spelled out: a [`PatKind::Deref`] stands wherever a reference is
/// looked through, and bindings say how they bind.
#[derive(Clone, Debug)]
pub enum PatKind {
    /// `_`, `..`
    Wild,
    /// Bind a variable, if `sub` (if any) matches the same place.
    Binding { local: LocalId, mode: BindingMode, sub: Option<PatId> },
    /// A constant of a scalar type or `&str`: equal by value.
    Constant(ConstValue),
    /// A range of integers, `char`s or floats. A missing end is open; scalars only.
    Range { lo: Option<ConstValue>, hi: Option<ConstValue>, inclusive: bool },
    /// A struct's or tuple's fields; those that are missing match anything.
    Fields(Vec<(FieldIdx, PatId)>),
    /// An enum's variant and its fields.
    Variant { adt: AdtId, variant: VariantIdx, fields: Vec<(FieldIdx, PatId)> },
    /// What a reference points to.
    Deref(PatId),
    /// `[prefix.., rest @ .., suffix..]` on an array or slice. Without `rest` the length is exact; with it, the inner pattern, if any,
    /// is matched against the middle part, an array's or slice's place.
    Slice { prefix: Vec<PatId>, rest: Option<Option<PatId>>, suffix: Vec<PatId> },
    /// The first that matches.
    Or(Vec<PatId>),
    /// Stands where an error was reported.
    Error,
}

/// How a variable is bound.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BindingMode {
    /// The value is copied or moved.
    Value,
    /// A shared reference to the place.
    Ref,
    /// A mutable reference to the place.
    RefMut,
}

/// A value that is known before the program runs.
#[derive(Clone, PartialEq, Debug)]
pub enum ConstValue {
    /// An integer (as its value; a `u128` as its bits, see [`crate::ty::IntTy::rank`]), `bool`, `char`, or the bits of a float; the type says which.
    Scalar(i128),
    /// `&'static str`.
    Str(SmolStr),
    /// `&'static [u8; N]`, from a byte string.
    Bytes(Rc<[u8]>),
    /// A struct, tuple (`()` too) or array: all fields or elements in the order of the declaration.
    Aggregate(Rc<[ConstValue]>),
    /// `[x; N]`, for any N.
    Repeat(Rc<ConstValue>, u64),
    /// An enum's variant and all its fields.
    Variant(VariantIdx, Rc<[ConstValue]>),
    /// A reference to static memory that holds the value; the type of the value. Where the reference's own type is
    /// `&[T]`, the value's is an array.
    Ref(Rc<ConstValue>, Ty),
    /// As `Ref`, to a value of the first type as a trait object of the second.
    Object(Rc<ConstValue>, Ty, Ty),
    /// A reference to a static.
    StaticRef(StaticId),
    /// A function pointer, or a function's own type (then nothing is stored).
    Fn(FnId, TyList),
    /// A `&'static Location` with the file, line and column of this place, for a panic message.
    Location(Span),
}
