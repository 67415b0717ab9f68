//! The facts about a body that do not change while it runs: one [`Node`] for each expression of the typed tree, under
//! the same id, with types substituted for the instance and layouts looked up. Data only; [`crate::prepare`] fills it in.

use rustc_hash::FxHashMap;
use stair_sema::drops::{Moves, Path, Root, Step as PathStep};
use stair_sema::ids::{BlockId, ExprId, LabelId, LocalId, PatId};
use stair_sema::intrinsics::Intrinsic;
use stair_sema::layout::Layout;
use stair_sema::typed::BinOp;
use std::rc::Rc;

/// A scalar type as the interpreter computes with it. A value is held in 64 bits: signed integers sign-extended, all
/// else zero-extended; `bool`, `char` and pointers are the unsigned integers of their size.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "Rust's own names")]
pub(crate) enum Num {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    F32,
    F64,
}

/// A number as an operand: one that is held in a word, or one of 128 bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Number {
    /// Up to 64 bits.
    Narrow(Num),
    /// `i128` or `u128`.
    Wide { signed: bool },
}

/// An operation of which an operand or the result is of 128 bits.
#[derive(Clone, Debug)]
pub(crate) enum Wide {
    /// `-x`
    Neg { arg: ExprId, signed: bool, location: u64 },
    /// `!x`
    Not { arg: ExprId },
    /// An operator. The operands of a shift need not be of one type.
    Binary { op: BinOp, numbers: [Number; 2], args: [ExprId; 2], location: u64 },
    /// A conversion between numbers.
    Cast { arg: ExprId, from: Number, to: Number },
    /// The discriminant of a field-less enum.
    EnumToInt { arg: ExprId, layout: Rc<Layout>, discriminants: Rc<[i128]> },
}

/// How a value of a type is carried.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Carry {
    /// Nothing to carry.
    Zero,
    /// One scalar.
    Scalar(Num),
    /// Two words: address and length, or the halves of a 128-bit integer.
    Pair,
    /// So many bytes in memory.
    Memory(u64),
}

impl Carry {
    /// Bytes that a value takes in memory.
    pub(crate) fn size(self) -> u64 {
        match self {
            Self::Zero => 0,
            Self::Scalar(num) => num.bytes(),
            Self::Pair => 16,
            Self::Memory(size) => size,
        }
    }
}

/// An expression, ready to be evaluated.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// What to do.
    pub op: Op,
    /// How its value is carried.
    pub carry: Carry,
    /// Where in the frame its value goes if a place is wanted and it is none; [`NO_TEMP`] if that never happens.
    pub temp: u64,
    /// What is dropped if a place is wanted and it is none: its value, if that has to be.
    pub drops: Option<DropFacts>,
}

/// How a temporary is dropped.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DropFacts {
    /// The way, among [`crate::Prepared`]'s.
    pub glue: usize,
    /// The block at whose end, if not at the end of the innermost scope.
    pub block: Option<BlockId>,
}

/// A variable that has to be dropped.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Var {
    pub local: LocalId,
    pub offset: u64,
    pub glue: usize,
}

/// The location of a panic that is reported at the function's caller: it is in the hidden parameter.
pub(crate) const AT_CALLER: u64 = u64::MAX;

/// See [`Node::temp`].
pub(crate) const NO_TEMP: u64 = u64::MAX;

/// What an expression does. Offsets of variables and temporaries are from the frame's start, in bytes.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    /// A scalar constant, or nothing.
    Scalar(u64),
    /// A constant of two words.
    Pair(u64, u64),
    /// A constant or static in memory. Place.
    Static(u64),
    /// A variable. Place.
    Local(u64),
    /// A field of a place or value. Place.
    Field { base: ExprId, offset: u64 },
    /// An element. Place. `len` is an array's length; a slice carries its own.
    Index { base: ExprId, index: ExprId, size: u64, len: Option<u64>, location: u64 },
    /// What a pointer points to. Place.
    Deref(ExprId),
    /// A call of a closure that is called by value, though it could be called again: it is moved to `temp`, where `call`
    /// finds it, and dropped when that returns.
    CallOwned { env: ExprId, temp: u64, glue: usize, call: ExprId },
    /// What the box at a place holds; its pointer has a length if it is `fat`. Place.
    DerefBox { place: ExprId, fat: bool },
    /// The address of a place (with its length or vtable) whose value is taken.
    Take { place: ExprId, path: Option<Path> },
    /// The value of a place that has to be dropped where it comes to lie.
    Move { place: ExprId, path: Option<Path> },
    /// The address of a place, with its length if the pointer is fat.
    Borrow(ExprId),
    /// `-x`
    Neg { arg: ExprId, num: Num, location: u64 },
    /// Bitwise not of an integer; logical not of a `bool`.
    Not { arg: ExprId, num: Num, is_bool: bool },
    /// An operator on two scalars of type `num` (shifts: the left one's; the right one is of type `rhs`).
    Binary { op: BinOp, num: Num, rhs: Num, args: [ExprId; 2], location: u64 },
    /// `==` and its kin on `()`: both sides are evaluated, the result is known.
    CompareUnit { result: bool, args: [ExprId; 2] },
    /// `a && b`
    And(ExprId, ExprId),
    /// `a || b`
    Or(ExprId, ExprId),
    /// `place = value` with a temporary for values in memory.
    Assign { place: ExprId, value: ExprId, temp: u64 },
    /// Likewise, dropping the old value, which is put at `old`.
    Replace { place: ExprId, value: ExprId, temp: u64, old: u64, size: u64, glue: usize, path: Option<Path> },
    /// An expression whose value is dropped at once, from `temp`.
    Discard { value: ExprId, temp: u64, glue: usize },
    /// `place op= value`
    CompoundAssign { op: BinOp, num: Num, rhs: Num, place: ExprId, value: ExprId, location: u64 },
    /// An operation on 128-bit integers.
    Wide(Box<Wide>),
    /// `place op= value` where one of them is such an integer: both, in this order.
    WideAssign { op: BinOp, numbers: [Number; 2], args: [ExprId; 2], location: u64 },
    /// A conversion between scalars.
    Cast { arg: ExprId, from: Num, to: Num },
    /// The discriminant of a field-less enum, as `to`.
    EnumToInt { arg: ExprId, layout: Rc<Layout>, discriminants: Rc<[i128]>, to: Num },
    /// A fat pointer's address alone, or the same thin pointer.
    PointerCast { arg: ExprId, fat: bool },
    /// A thin pointer with a length or vtable.
    Unsize { arg: ExprId, meta: u64 },
    /// A fat pointer with another vtable, whose address is at this offset in its own.
    Upcast { arg: ExprId, offset: u64 },
    /// An expression that never finishes.
    Diverge(ExprId),
    /// A call of a known function: its place among the instances.
    Call { callee: usize, args: Vec<ExprId> },
    /// A call through a pointer.
    CallPointer { callee: ExprId, args: Vec<ExprId> },
    /// A call of the function whose address is at this offset in the vtable of the first argument, a fat pointer of which
    /// the function takes the address alone. A receiver that is no pointer itself but has one in it, an `Rc`, is put into
    /// memory of its own.
    CallVirtual { offset: u64, args: Vec<ExprId>, receiver: Option<u64> },
    /// A call of an intrinsic.
    Intrinsic(Box<IntrinsicCall>),
    /// Fields to be evaluated to their offsets, in this order; then parts of `base` copied; then the tag written.
    Aggregate(Box<Aggregate>),
    /// Elements one after the other.
    Array { elements: Vec<ExprId>, size: u64, drops: Option<DropFacts> },
    /// One element many times.
    Repeat { element: ExprId, size: u64, count: u64 },
    /// A block. A labelled one takes its `break` values at `temp`.
    Block { block: BlockId, label: Option<LabelId>, temp: u64 },
    /// `if`
    If { cond: ExprId, then: ExprId, els: Option<ExprId> },
    /// `let` in a condition.
    Let { pat: PatId, place: ExprId, path: Option<Path> },
    /// `match`
    Match { place: ExprId, arms: Vec<ArmNode>, path: Option<Path> },
    /// `loop`; takes its `break` values at `temp`.
    Loop { label: LabelId, body: BlockId, temp: u64 },
    /// `while`
    While { label: LabelId, cond: ExprId, body: BlockId },
    /// `for` over a range; the running value is kept at `temp` for the pattern.
    ForRange {
        label: LabelId,
        pat: PatId,
        range: [ExprId; 2],
        inclusive: bool,
        number: Number,
        is_char: bool,
        body: BlockId,
        temp: u64,
    },
    /// `break`; the value goes to `temp`, the label's.
    Break { label: LabelId, value: Option<ExprId>, temp: u64 },
    /// `continue`
    Continue(LabelId),
    /// `return`
    Return(Option<ExprId>),
}

/// A struct, tuple or variant under construction.
#[derive(Clone, Debug)]
pub(crate) struct Aggregate {
    /// Expressions and where their values go.
    pub fields: Vec<(ExprId, u64, Option<DropFacts>)>,
    /// The `..base` and the parts to copy from it: offset and size.
    pub base: Option<(ExprId, Vec<(u64, u64)>)>,
    /// What that moves.
    pub moved: Vec<Path>,
    /// The enum's layout and variant, for the tag.
    pub variant: Option<(Rc<Layout>, u32)>,
}

/// An arm of a `match`.
#[derive(Clone, Debug)]
pub(crate) struct ArmNode {
    pub pat: PatId,
    pub guard: Option<ExprId>,
    pub body: ExprId,
}

/// An enum's layout and its variants' discriminants.
pub(crate) type EnumFacts = (Rc<Layout>, Rc<[i128]>);

/// A call of an intrinsic.
#[derive(Clone, Debug)]
pub(crate) struct IntrinsicCall {
    /// Which.
    pub which: Intrinsic,
    /// Its arguments.
    pub args: Vec<ExprId>,
    /// Its type argument as a number, if it is one.
    pub num: Num,
    /// Whether its type argument is signed, if that is an integer of 128 bits.
    pub wide: Option<bool>,
    /// The size of its type argument, if it has one.
    pub size: u64,
    /// The alignment likewise.
    pub align: u64,
    /// How its type argument is carried.
    pub carry: Carry,
    /// The layout and discriminants of its type argument, if that is an enum.
    pub variants: Option<EnumFacts>,
    /// How its type argument is dropped, if it has to be.
    pub glue: Option<usize>,
    /// A string in static memory, for [`Intrinsic::TypeName`].
    pub text: (u64, u64),
    /// The size is in the vtable of the argument.
    pub in_vtable: bool,
}

/// A pattern, ready to be matched against a place.
#[derive(Clone, Debug)]
pub(crate) enum PatNode {
    /// Matches.
    Wild,
    /// Matches if `sub` does, and copies the place to a variable.
    Copy { offset: u64, size: u64, sub: Option<PatId>, moves: Vec<Rc<[PathStep]>> },
    /// Likewise with the place's address (and length).
    Ref { offset: u64, fat: bool, sub: Option<PatId> },
    /// A scalar equal to this one.
    Scalar { num: Num, value: u64 },
    /// An integer of 128 bits within these bounds.
    Wide { signed: bool, lo: Option<i128>, hi: Option<i128>, inclusive: bool },
    /// A `&str` equal to this text in static memory.
    Str { address: u64, len: u64 },
    /// A scalar within these bounds.
    Range { num: Num, lo: Option<u64>, hi: Option<u64>, inclusive: bool },
    /// Fields at their offsets.
    Fields(Vec<(u64, PatId)>),
    /// A variant, then its fields.
    Variant { layout: Rc<Layout>, variant: u32, fields: Vec<(u64, PatId)> },
    /// What a pointer points to.
    Deref { fat: bool, pat: PatId },
    /// Elements from both ends. `len` is an array's length.
    Slice { size: u64, len: Option<u64>, prefix: Vec<PatId>, rest: Option<Option<PatId>>, suffix: Vec<PatId> },
    /// The first that matches.
    Or(Vec<PatId>),
}

/// A statement.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// `let name = init;`: the value goes straight to the variable.
    Set { offset: u64, init: ExprId, var: Option<Var> },
    /// Any other `let`.
    Let { pat: PatId, init: ExprId, els: Option<BlockId>, path: Option<Path> },
    /// `let name;`
    Declare(PatId),
    /// An expression.
    Effect(ExprId),
}

/// A block.
#[derive(Clone, Debug)]
pub(crate) struct BlockNode {
    /// Statements.
    pub steps: Vec<Step>,
    /// The value.
    pub tail: Option<ExprId>,
}

/// A parameter.
#[derive(Clone, Debug)]
pub(crate) struct Param {
    /// Where the argument goes in the frame.
    pub offset: u64,
    /// How it is carried.
    pub carry: Carry,
    /// The pattern, if it is not simply the variable there.
    pub pat: Option<PatId>,
    /// How the argument is dropped, if it has to be.
    pub glue: Option<usize>,
    /// The variable, if it is simply that and has to be dropped.
    pub var: Option<Var>,
}

/// An instance, ready to be run.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    /// Expressions by [`ExprId`].
    pub nodes: Vec<Node>,
    /// Patterns by [`PatId`].
    pub pats: Vec<PatNode>,
    /// The variables of a pattern that have to be dropped, by [`PatId`].
    pub vars: Vec<Vec<Var>>,
    /// Blocks by [`BlockId`].
    pub blocks: Vec<BlockNode>,
    /// Parameters.
    pub params: Vec<Param>,
    /// The variables, parameters and temporaries with arrays that elements are moved out of.
    pub taken_apart: FxHashMap<Root, Moves>,
    /// The body.
    pub value: ExprId,
    /// How the result is carried.
    pub result: Carry,
    /// Where a `#[track_caller]` function keeps its caller's location, and the one that it has if the caller gives none.
    pub caller: Option<(u64, u64)>,
    /// Size of the frame in bytes, a multiple of 16.
    pub frame: u64,
    /// How deeply expressions nest: what one call takes of the nesting limit.
    pub nesting: u32,
}

impl Num {
    /// Size in bytes.
    pub(crate) fn bytes(self) -> u64 {
        match self {
            Self::I8 | Self::U8 => 1,
            Self::I16 | Self::U16 => 2,
            Self::I32 | Self::U32 | Self::F32 => 4,
            Self::I64 | Self::U64 | Self::F64 => 8,
        }
    }

    /// Width in bits.
    pub(crate) fn bits(self) -> u32 {
        self.bytes() as u32 * 8
    }

    /// Whether it is a signed integer.
    pub(crate) fn is_signed(self) -> bool {
        matches!(self, Self::I8 | Self::I16 | Self::I32 | Self::I64)
    }

    /// Whether it is a float.
    pub(crate) fn is_float(self) -> bool {
        matches!(self, Self::F32 | Self::F64)
    }

    /// The value as it is held, from any 64 bits whose low ones are the number's.
    pub(crate) fn normalize(self, bits: u64) -> u64 {
        match self {
            Self::I8 => bits as i8 as i64 as u64,
            Self::I16 => bits as i16 as i64 as u64,
            Self::I32 => bits as i32 as i64 as u64,
            Self::U8 => u64::from(bits as u8),
            Self::U16 => u64::from(bits as u16),
            Self::U32 | Self::F32 => u64::from(bits as u32),
            Self::I64 | Self::U64 | Self::F64 => bits,
        }
    }
}
