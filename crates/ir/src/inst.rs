//! Instructions and terminators: what each means. Data only; the verifier's header gives the rules for all of them.
//!
//! Integers are bit patterns of their width without a sign; the operation says how they are read. `bool` is an `I8` of
//! 0 or 1, `char` an `I32`, a pointer or `usize` an `I64`. Arithmetic wraps unless the instruction is a *checked* one.

#![allow(missing_docs, reason = "a variant's comment says what its fields mean; every item has its own")]

use crate::entities::{Block, DataId, FuncId, ImportId, Slot, Value, Var};

/// The type of a value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Type {
    /// 8 bits; also `bool`, which is 0 or 1.
    I8,
    /// 16 bits.
    I16,
    /// 32 bits; also `char`.
    I32,
    /// 64 bits; also pointers, `usize` and function addresses.
    I64,
    /// IEEE 754 binary32.
    F32,
    /// IEEE 754 binary64.
    F64,
}

/// An instruction. Its results are kept in the function's tables; how many and of what types follows from the instruction.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Inst {
    /// A constant; `bits` holds the pattern, zero-extended to 64 bits.
    Const { ty: Type, bits: u64 },
    /// The address of static data plus `offset` bytes.
    DataAddr { data: DataId, offset: u32 },
    /// The address of a frame slot plus `offset` bytes.
    SlotAddr { slot: Slot, offset: u32 },
    /// The address of a function: an `I64` that [`Inst::CallIndirect`] takes.
    FuncAddr { func: FuncId },
    /// The present value of a variable.
    VarGet { var: Var },
    /// Assign to a variable. No result.
    VarSet { var: Var, value: Value },
    /// One operand, result of the same type.
    Unary { op: UnaryOp, arg: Value },
    /// Two operands of one type, result of that type; wraps.
    Binary { op: BinaryOp, args: [Value; 2] },
    /// Two operands of one type, result of that type; traps where the exact result does not exist.
    Checked { op: CheckedOp, args: [Value; 2], trap: Trap },
    /// Trap with [`TrapKind::Bounds`] unless `index < len`, both `I64` read as unsigned. No result.
    BoundsCheck { index: Value, len: Value, trap: Trap },
    /// Compare two operands of one type: an `I8` of 0 or 1.
    Compare { cc: Cond, args: [Value; 2] },
    /// Convert to another type.
    Convert { op: ConvertOp, to: Type, arg: Value },
    /// `if_true` where `cond` (an `I8`) is not 0, else `if_false`; both are already computed.
    Select { cond: Value, if_true: Value, if_false: Value },
    /// Read `ty` from memory at `addr + offset`, little-endian, any alignment.
    Load { ty: Type, addr: Value, offset: u32 },
    /// Write to memory at `addr + offset`. No result.
    Store { addr: Value, value: Value, offset: u32 },
    /// Copy `len` bytes from `src` to `dst`; they may overlap. No result.
    MemCopy { dst: Value, src: Value, len: Value },
    /// Set `len` bytes at `dst` to the low byte `byte` (an `I8`). No result.
    MemFill { dst: Value, byte: Value, len: Value },
    /// Call a function of the module. Results are the callee's.
    Call { func: FuncId, args: Vec<Value> },
    /// Call a function of the host.
    CallImport { import: ImportId, args: Vec<Value> },
    /// Call through an address that [`Inst::FuncAddr`] made; its signature must be `sig`.
    CallIndirect { sig: Signature, callee: Value, args: Vec<Value> },
    /// The present size of memory in pages of 64 KiB, an `I64`.
    MemorySize,
    /// Grow memory by `pages` (an `I64`); the old size in pages, or all ones where it cannot grow.
    MemoryGrow { pages: Value },
}

/// Operations on one operand.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    /// Integer: leading zeros.
    Clz,
    /// Integer: trailing zeros.
    Ctz,
    /// Integer: ones.
    Popcnt,
    /// Integer: bytes in reverse order.
    Bswap,
    /// Float: sign flipped, also of NaN.
    FNeg,
    /// Float: sign cleared, also of NaN.
    FAbs,
    /// Float: square root, correctly rounded.
    FSqrt,
    /// Float: round towards +∞.
    FCeil,
    /// Float: round towards −∞.
    FFloor,
    /// Float: round towards zero.
    FTrunc,
    /// Float: round to nearest, ties to even.
    FNearest,
}

/// Operations on two operands that never trap.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOp {
    /// Wrapping sum.
    Add,
    /// Wrapping difference.
    Sub,
    /// Wrapping product.
    Mul,
    /// Signed quotient towards zero. The divisor is known not to be 0, nor −1 with the least dividend.
    DivS,
    /// Unsigned quotient. The divisor is known not to be 0.
    DivU,
    /// Signed remainder with the dividend's sign. The divisor is known not to be 0; the remainder by −1 is 0.
    RemS,
    /// Unsigned remainder. The divisor is known not to be 0.
    RemU,
    /// Bitwise and.
    And,
    /// Bitwise or.
    Or,
    /// Bitwise exclusive or.
    Xor,
    /// Shift left by the second operand modulo the width.
    Shl,
    /// Arithmetic shift right, likewise.
    ShrS,
    /// Logical shift right, likewise.
    ShrU,
    /// Rotate left, likewise.
    Rotl,
    /// Rotate right, likewise.
    Rotr,
    /// Float sum.
    FAdd,
    /// Float difference.
    FSub,
    /// Float product.
    FMul,
    /// Float quotient.
    FDiv,
    /// Float remainder with the dividend's sign (C's `fmod`), exact.
    FRem,
    /// Float: the first operand with the second's sign.
    FCopysign,
}

/// Operations on two integers that trap where Rust panics.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CheckedOp {
    /// Signed sum; traps on overflow.
    AddS,
    /// Unsigned sum; traps on overflow.
    AddU,
    /// Signed difference; traps on overflow. Negation is `0 - x` with [`TrapKind::NegOverflow`].
    SubS,
    /// Unsigned difference; traps on overflow.
    SubU,
    /// Signed product; traps on overflow.
    MulS,
    /// Unsigned product; traps on overflow.
    MulU,
    /// Signed quotient; traps with [`TrapKind::DivZero`] on 0, with [`TrapKind::DivOverflow`] on least ÷ −1. The
    /// site's kind is `DivZero`.
    DivS,
    /// Unsigned quotient; traps on 0.
    DivU,
    /// Signed remainder; traps with [`TrapKind::RemZero`] on 0, [`TrapKind::RemOverflow`] on least % −1. The site's
    /// kind is `RemZero`.
    RemS,
    /// Unsigned remainder; traps on 0.
    RemU,
    /// Shift left; traps where the second operand (of the same type, read as unsigned) is not less than the width.
    Shl,
    /// Arithmetic shift right, likewise.
    ShrS,
    /// Logical shift right, likewise.
    ShrU,
}

/// Conditions. Float conditions are false where an operand is NaN, but for [`Cond::FNe`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Cond {
    /// Equal.
    Eq,
    /// Not equal.
    Ne,
    /// Signed less.
    LtS,
    /// Unsigned less.
    LtU,
    /// Signed less or equal.
    LeS,
    /// Unsigned less or equal.
    LeU,
    /// Signed greater.
    GtS,
    /// Unsigned greater.
    GtU,
    /// Signed greater or equal.
    GeS,
    /// Unsigned greater or equal.
    GeU,
    /// Float equal.
    FEq,
    /// Float not equal, or unordered.
    FNe,
    /// Float less.
    FLt,
    /// Float less or equal.
    FLe,
    /// Float greater.
    FGt,
    /// Float greater or equal.
    FGe,
}

/// Conversions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ConvertOp {
    /// To a wider integer, copying the sign bit.
    SignExtend,
    /// To a wider integer, filling with zeros.
    ZeroExtend,
    /// To a narrower integer, dropping the high bits.
    Truncate,
    /// Float to signed integer, towards zero, saturating; NaN gives 0. The target may have any width.
    FloatToSigned,
    /// Float to unsigned integer, likewise.
    FloatToUnsigned,
    /// Signed integer (of any width) to float, to nearest even.
    SignedToFloat,
    /// Unsigned integer (of any width) to float, likewise.
    UnsignedToFloat,
    /// `F32` to `F64`.
    Promote,
    /// `F64` to `F32`, to nearest even.
    Demote,
    /// The same bits as the other kind of the same width: `I32`↔`F32`, `I64`↔`F64`.
    Bitcast,
}

/// Where and why an instruction may panic.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Trap {
    /// The reason, which chooses the handler.
    pub kind: TrapKind,
    /// The `Location` in static memory that the handler is given.
    pub location: DataId,
}

/// The reasons to panic. Each names the module's handler, a function that never returns and takes the location's
/// address; [`TrapKind::Bounds`]'s takes index and length before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TrapKind {
    /// "attempt to add with overflow"
    AddOverflow,
    /// "attempt to subtract with overflow"
    SubOverflow,
    /// "attempt to multiply with overflow"
    MulOverflow,
    /// "attempt to negate with overflow"
    NegOverflow,
    /// "attempt to divide by zero"
    DivZero,
    /// "attempt to divide with overflow"
    DivOverflow,
    /// "attempt to calculate the remainder with a divisor of zero"
    RemZero,
    /// "attempt to calculate the remainder with overflow"
    RemOverflow,
    /// "attempt to shift left with overflow"
    ShlOverflow,
    /// "attempt to shift right with overflow"
    ShrOverflow,
    /// "index out of bounds: the len is {} but the index is {}"
    Bounds,
}

impl TrapKind {
    /// Every kind, in order.
    pub const ALL: [Self; 11] = [
        Self::AddOverflow,
        Self::SubOverflow,
        Self::MulOverflow,
        Self::NegOverflow,
        Self::DivZero,
        Self::DivOverflow,
        Self::RemZero,
        Self::RemOverflow,
        Self::ShlOverflow,
        Self::ShrOverflow,
        Self::Bounds,
    ];
}

/// Parameter and result types of a function. At most two results: a fat pointer's address and length.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Signature {
    /// Parameters.
    pub params: Vec<Type>,
    /// Results.
    pub results: Vec<Type>,
}

/// A jump's target and the values of its parameters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockCall {
    /// The target.
    pub block: Block,
    /// One value for each of its parameters.
    pub args: Vec<Value>,
}

/// How a block ends.
#[derive(Clone, PartialEq, Debug)]
pub enum Terminator {
    /// Go on there.
    Jump(BlockCall),
    /// `then` where `cond` (an `I8`) is not 0, else `els`.
    Branch { cond: Value, then: BlockCall, els: BlockCall },
    /// The case whose pattern equals `value` (any integer type), else `default`. Patterns are distinct.
    Switch { value: Value, cases: Vec<(u64, BlockCall)>, default: BlockCall },
    /// Return these values.
    Return(Vec<Value>),
    /// Never reached: follows a call that does not return.
    Unreachable,
}
