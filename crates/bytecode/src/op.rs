//! The instruction table: the one place where the bytecode's instructions are declared.
//!
//! Encoding, decoding, mnemonics, verification and `docs/bytecode.md` all derive from it. A row reads
//!
//! ```text
//! byte Variant "MNEMONIC" suffix [operands] (pops -> pushes) "What it does.";
//! ```
//!
//! `suffix` is the set of types that the mnemonic may end with; `T` in the effect is that type's cell, `U` the cell of
//! the second type of a conversion. Where the effect depends on more than the instruction itself, it is given in words,
//! and `verify` and the interpreters each have a case for it.

use crate::scalar::Scalar;

/// A set of types that a mnemonic may end with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Suffix {
    /// No suffix; no type byte in the encoding.
    None,
    /// One for each type of cell: `I8 I16 I32 I64 F32 F64`.
    Cell,
    /// Integers where the sign makes no difference: `I8 I16 I32 I64`.
    Int,
    /// Integers where it does: `I8 U8 I16 U16 I32 U32 I64 U64`.
    Signed,
    /// `F32 F64`.
    Float,
    /// `I8 U8 I16 U16 I32 U32 I64 U64 F32 F64`.
    Number,
}

impl Suffix {
    /// The types in the set.
    #[must_use]
    pub fn types(self) -> &'static [Scalar] {
        use Scalar::{F32, F64, I8, I16, I32, I64, U8, U16, U32, U64};
        match self {
            Self::None => &[],
            Self::Cell => &[I8, I16, I32, I64, F32, F64],
            Self::Int => &[I8, I16, I32, I64],
            Self::Signed => &[I8, U8, I16, U16, I32, U32, I64, U64],
            Self::Float => &[F32, F64],
            Self::Number => &[I8, U8, I16, U16, I32, U32, I64, U64, F32, F64],
        }
    }
}

/// What an operand in the code means, which also fixes how many bytes it takes. All are little-endian.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    /// Two bytes, signed: the value itself.
    Short,
    /// Four bytes: a place in the constant pool.
    Constant,
    /// Two bytes: a local variable of the function.
    Local,
    /// Four bytes: a frame slot of the function.
    Slot,
    /// Four bytes: a data segment.
    Data,
    /// Four bytes, unsigned: added to an address.
    Offset,
    /// Four bytes: a function of the program.
    Func,
    /// Four bytes: a function of the host.
    Import,
    /// Four bytes: a place in the table of signatures.
    Signature,
    /// Four bytes: a switch table of the function.
    Table,
    /// Four bytes: where in the function's code to go on.
    Target,
    /// One byte: the type that a conversion makes.
    To,
}

impl Operand {
    /// How many bytes it takes in the code.
    #[must_use]
    pub fn width(self) -> usize {
        match self {
            Self::To => 1,
            Self::Short | Self::Local => 2,
            _ => 4,
        }
    }

    /// The name that the documentation gives it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Short => "n:i16",
            Self::Constant => "constant:u32",
            Self::Local => "local:u16",
            Self::Slot => "slot:u32",
            Self::Data => "data:u32",
            Self::Offset => "offset:u32",
            Self::Func => "function:u32",
            Self::Import => "import:u32",
            Self::Signature => "signature:u32",
            Self::Table => "table:u32",
            Self::Target => "target:u32",
            Self::To => "type:u8",
        }
    }
}

/// A cell in an instruction's effect.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellKind {
    /// The suffix's type.
    T,
    /// The type that a conversion makes.
    U,
    /// Always `I8`: a condition or a byte.
    I8,
    /// Always `I64`: an address, an index, a length.
    I64,
}

/// What an instruction does to the operand stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Pops and pushes these, the last one named on top.
    Fixed(&'static [CellKind], &'static [CellKind]),
    /// Depends on locals, signatures or the stack itself: in words.
    Words(&'static str),
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct OpInfo {
    /// The instruction.
    pub op: Op,
    /// The mnemonic without its suffix.
    pub mnemonic: &'static str,
    /// The types that it may end with.
    pub suffix: Suffix,
    /// What follows in the code.
    pub operands: &'static [Operand],
    /// What it does to the operand stack.
    pub effect: Effect,
    /// What it does, in a sentence or two.
    pub doc: &'static str,
    /// The heading that it stands under.
    pub group: &'static str,
}

macro_rules! effect {
    ($words:literal) => { Effect::Words($words) };
    (($($pop:ident)* -> $($push:ident)*)) => { Effect::Fixed(&[$(CellKind::$pop),*], &[$(CellKind::$push),*]) };
}

macro_rules! instructions {
    ($($group:literal { $(
        $byte:literal $variant:ident $mnemonic:literal $suffix:ident [$($operand:ident),*] $effect:tt $doc:literal;
    )* })*) => {
        /// An instruction without its type and operands: the first byte of its encoding.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u8)]
        pub enum Op { $($(
            #[doc = $doc]
            $variant = $byte,
        )*)* }

        /// The table, in the order of the documentation.
        pub const TABLE: &[OpInfo] = &[$($( OpInfo {
            op: Op::$variant,
            mnemonic: $mnemonic,
            suffix: Suffix::$suffix,
            operands: &[$(Operand::$operand),*],
            effect: effect!($effect),
            doc: $doc,
            group: $group,
        }, )*)*];

        impl Op {
            /// The instruction that this byte stands for.
            #[must_use]
            pub fn from_byte(byte: u8) -> Option<Self> {
                match byte { $($( $byte => Some(Self::$variant), )*)* _ => None }
            }
        }
    };
}

instructions! {
    "Constants" {
        0x01 Const "CONST" Cell [Constant] ( -> T) "Push a constant of the pool, which has the type T.";
        0x02 Push "PUSH" Int [Short] ( -> T) "Push a small integer that stands in the code itself.";
    }
    "Locals and the operand stack" {
        0x04 LoadLocal "LOAD_LOCAL" None [Local] "→ the local's type" "Push the value of a local variable.";
        0x05 StoreLocal "STORE_LOCAL" None [Local] "the local's type →" "Pop a value into a local variable.";
        0x06 Drop "DROP" None [] "any →" "Pop a value and forget it.";
        0x07 Select "SELECT" None [] "any, the same, I8 → the same"
            "Pop a condition and two values; push the lower value if the condition is not 0, else the upper one.";
    }
    "Checked arithmetic: panics where a debug build does" {
        0x10 Add "ADD" Signed [] (T T -> T) "Sum; panics on overflow.";
        0x11 Sub "SUB" Signed [] (T T -> T)
            "The lower operand minus the upper one; panics on overflow. Negation is `0 - x`.";
        0x12 Mul "MUL" Signed [] (T T -> T) "Product; panics on overflow.";
        0x13 Div "DIV" Signed [] (T T -> T)
            "The lower operand divided by the upper one, towards zero; panics if the upper one is 0 or the quotient \
             overflows.";
        0x14 Rem "REM" Signed [] (T T -> T)
            "Remainder of that division, with the dividend's sign; panics if the upper operand is 0 or the quotient \
             overflows.";
        0x15 Shl "SHL" Int [] (T T -> T)
            "The lower operand shifted left by the upper one; panics if that is not less than the width.";
        0x16 Shr "SHR" Signed [] (T T -> T)
            "Shifted right, filling with the sign for I types and with zeros for U types; panics if the distance is \
             not less than the width.";
    }
    "Wrapping arithmetic: never panics" {
        0x20 AddWrap "ADD_WRAP" Int [] (T T -> T) "Sum modulo 2 to the width.";
        0x21 SubWrap "SUB_WRAP" Int [] (T T -> T) "Difference modulo 2 to the width.";
        0x22 MulWrap "MUL_WRAP" Int [] (T T -> T) "Product modulo 2 to the width.";
        0x23 DivNonzero "DIV_NONZERO" Signed [] (T T -> T)
            "Quotient towards zero where the compiler knows that it exists. (Were the divisor 0 it would be 0; the \
             least integer divided by −1 is itself.)";
        0x24 RemNonzero "REM_NONZERO" Signed [] (T T -> T)
            "Remainder where the compiler knows that the divisor is not 0. (Were it 0 the remainder would be 0.)";
        0x25 And "AND" Int [] (T T -> T) "Bitwise and.";
        0x26 Or "OR" Int [] (T T -> T) "Bitwise or.";
        0x27 Xor "XOR" Int [] (T T -> T) "Bitwise exclusive or. `x ^ -1` is Rust's `!x`.";
        0x28 ShlWrap "SHL_WRAP" Int [] (T T -> T) "Shifted left by the upper operand modulo the width.";
        0x29 ShrWrap "SHR_WRAP" Signed [] (T T -> T)
            "Shifted right by the upper operand modulo the width, filling with the sign (I) or zeros (U).";
        0x2A Rotl "ROTL" Int [] (T T -> T) "Rotated left by the upper operand modulo the width.";
        0x2B Rotr "ROTR" Int [] (T T -> T) "Rotated right by the upper operand modulo the width.";
        0x2C Clz "CLZ" Int [] (T -> T) "Number of leading zeros; the width for 0.";
        0x2D Ctz "CTZ" Int [] (T -> T) "Number of trailing zeros; the width for 0.";
        0x2E Popcnt "POPCNT" Int [] (T -> T) "Number of ones.";
        0x2F Bswap "BSWAP" Int [] (T -> T) "Bytes in reverse order.";
    }
    "Floating point (IEEE 754, to nearest even)" {
        0x30 FAdd "ADD" Float [] (T T -> T) "Sum.";
        0x31 FSub "SUB" Float [] (T T -> T) "Difference.";
        0x32 FMul "MUL" Float [] (T T -> T) "Product.";
        0x33 FDiv "DIV" Float [] (T T -> T) "Quotient.";
        0x34 FRem "REM" Float [] (T T -> T) "Remainder with the dividend's sign, exact (C's fmod, Rust's %).";
        0x35 FCopysign "COPYSIGN" Float [] (T T -> T) "The lower operand with the upper one's sign.";
        0x36 FNeg "NEG" Float [] (T -> T) "Sign flipped, also of NaN.";
        0x37 FAbs "ABS" Float [] (T -> T) "Sign cleared, also of NaN.";
        0x38 FSqrt "SQRT" Float [] (T -> T) "Square root.";
        0x39 FCeil "CEIL" Float [] (T -> T) "Rounded to an integer towards +∞.";
        0x3A FFloor "FLOOR" Float [] (T -> T) "Rounded to an integer towards −∞.";
        0x3B FTrunc "TRUNC" Float [] (T -> T) "Rounded to an integer towards zero.";
        0x3C FNearest "NEAREST" Float [] (T -> T) "Rounded to the nearest integer, ties to even.";
    }
    "Comparisons" {
        0x40 Eq "EQ" Cell [] (T T -> I8) "1 if equal, else 0. A NaN equals nothing.";
        0x41 Ne "NE" Cell [] (T T -> I8) "1 if not equal, else 0.";
        0x42 Lt "LT" Number [] (T T -> I8) "1 if the lower operand is less than the upper one, else 0.";
        0x43 Le "LE" Number [] (T T -> I8) "1 if less or equal, else 0.";
        0x44 Gt "GT" Number [] (T T -> I8) "1 if greater, else 0.";
        0x45 Ge "GE" Number [] (T T -> I8) "1 if greater or equal, else 0.";
    }
    "Conversions" {
        0x48 Cast "CAST" Number [To] (T -> U)
            "Rust's `as`: integers are extended by their own sign or cut, floats round to nearest even, floats become \
             integers towards zero and saturate (NaN gives 0).";
        0x49 Bitcast "BITCAST" Cell [To] (T -> U) "The same bits as a value of another type of the same width.";
    }
    "Memory" {
        0x50 Load "LOAD" Cell [Offset] (I64 -> T)
            "Pop an address; push what memory holds at address + offset, little-endian.";
        0x51 Store "STORE" Cell [Offset] (I64 T -> ) "Pop a value and an address below it; write to address + offset.";
        0x52 SlotAddr "SLOT_ADDR" None [Slot, Offset] ( -> I64) "Push the address of a frame slot plus offset.";
        0x53 DataAddr "DATA_ADDR" None [Data, Offset] ( -> I64) "Push the address of a data segment plus offset.";
        0x54 BoundsCheck "BOUNDS_CHECK" None [] (I64 I64 -> )
            "Pop a length and an index below it; panics unless index < length, both unsigned.";
        0x55 MemCopy "MEM_COPY" None [] (I64 I64 I64 -> )
            "Pop a length, a source address and a destination address; copy that many bytes. They may overlap.";
        0x56 MemFill "MEM_FILL" None [] (I64 I8 I64 -> )
            "Pop a length, a byte and a destination address; set that many bytes.";
        0x57 MemorySize "MEMORY_SIZE" None [] ( -> I64) "Push the size of memory in pages of 64 KiB.";
        0x58 MemoryGrow "MEMORY_GROW" None [] (I64 -> I64)
            "Pop a number of pages and grow memory by it; push the old size in pages, or −1 where it cannot grow.";
    }
    "Control" {
        0x60 Jump "JUMP" None [Target] ( -> ) "Go on at the target.";
        0x61 JumpIfFalse "JUMP_IF_FALSE" None [Target] (I8 -> ) "Pop a condition; go on at the target if it is 0.";
        0x62 JumpIfTrue "JUMP_IF_TRUE" None [Target] (I8 -> ) "Pop a condition; go on at the target if it is not 0.";
        0x63 Switch "SWITCH" Int [Table] (T -> )
            "Pop an integer; go on at the target that the table gives for it, or at the table's default.";
        0x64 Call "CALL" None [Func] "the parameters → the results"
            "Pop the arguments, the last one on top, and run the function; its results are pushed when it returns.";
        0x65 CallHost "CALL_HOST" None [Import] "the parameters → the results" "Likewise with a function of the host.";
        0x66 CallIndirect "CALL_INDIRECT" None [Signature] "the parameters, I64 → the results"
            "Pop a function address, then likewise; the program ends if the function has another signature.";
        0x67 FuncAddr "FUNC_ADDR" None [Func] ( -> I64) "Push the address of a function, for CALL_INDIRECT.";
        0x68 Return "RETURN" None [] "the results →" "End this function. The stack holds its results and nothing else.";
        0x69 Unreachable "UNREACHABLE" None [] ( -> )
            "Ends the program with an error: the compiler knows that control never comes here.";
    }
}

/// Where each byte's row is in [`TABLE`]; 0 for bytes without a row.
const ROW_OF_BYTE: [u8; 256] = {
    let mut rows = [0; 256];
    let mut i = 0;
    while i < TABLE.len() {
        rows[TABLE[i].op as usize] = i as u8;
        i += 1;
    }
    rows
};

impl Op {
    /// The row of the table.
    #[must_use]
    pub fn info(self) -> &'static OpInfo {
        &TABLE[ROW_OF_BYTE[self as usize] as usize]
    }

    /// Whether it may panic, and so has an entry in the function's trap table.
    #[must_use]
    pub fn has_trap(self) -> bool {
        matches!(
            self,
            Self::Add | Self::Sub | Self::Mul | Self::Div | Self::Rem | Self::Shl | Self::Shr | Self::BoundsCheck
        )
    }

    /// Whether control never goes on with the next instruction.
    #[must_use]
    pub fn is_terminator(self) -> bool {
        matches!(self, Self::Jump | Self::Switch | Self::Return | Self::Unreachable)
    }
}
