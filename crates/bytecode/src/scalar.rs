//! The types that an instruction's mnemonic ends with, and the types of operand-stack cells.

use stair_ir::inst::Type;
use std::fmt;

/// How an instruction reads its operands: the suffix of its mnemonic, the second byte of its encoding.
///
/// A cell of the operand stack only has a [`Type`] (a width, or a float format); the sign belongs to the instruction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Scalar {
    /// Signed, or without a sign where that makes no difference, 8 bits. Also `bool`.
    I8 = 0,
    /// Unsigned, 8 bits.
    U8 = 1,
    /// Signed, or without a sign, 16 bits.
    I16 = 2,
    /// Unsigned, 16 bits.
    U16 = 3,
    /// Signed, or without a sign, 32 bits. Also `char`.
    I32 = 4,
    /// Unsigned, 32 bits.
    U32 = 5,
    /// Signed, or without a sign, 64 bits. Also addresses.
    I64 = 6,
    /// Unsigned, 64 bits.
    U64 = 7,
    /// IEEE 754 binary32.
    F32 = 8,
    /// IEEE 754 binary64.
    F64 = 9,
}

impl Scalar {
    /// Every scalar type, in the order of its byte.
    pub const ALL: [Self; 10] =
        [Self::I8, Self::U8, Self::I16, Self::U16, Self::I32, Self::U32, Self::I64, Self::U64, Self::F32, Self::F64];

    /// The scalar that this byte stands for.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.get(usize::from(byte)).copied()
    }

    /// The scalar of this name (`I32`).
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }

    /// The name, as mnemonics end with it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::I8 => "I8",
            Self::U8 => "U8",
            Self::I16 => "I16",
            Self::U16 => "U16",
            Self::I32 => "I32",
            Self::U32 => "U32",
            Self::I64 => "I64",
            Self::U64 => "U64",
            Self::F32 => "F32",
            Self::F64 => "F64",
        }
    }

    /// The type of the cell that holds such a value.
    #[must_use]
    pub fn cell(self) -> Type {
        match self {
            Self::I8 | Self::U8 => Type::I8,
            Self::I16 | Self::U16 => Type::I16,
            Self::I32 | Self::U32 => Type::I32,
            Self::I64 | Self::U64 => Type::I64,
            Self::F32 => Type::F32,
            Self::F64 => Type::F64,
        }
    }

    /// Width in bits.
    #[must_use]
    pub fn bits(self) -> u32 {
        type_bytes(self.cell()) * 8
    }

    /// Whether integers are read as signed.
    #[must_use]
    pub fn is_signed(self) -> bool {
        matches!(self, Self::I8 | Self::I16 | Self::I32 | Self::I64)
    }

    /// Whether this is a float format.
    #[must_use]
    pub fn is_float(self) -> bool {
        matches!(self, Self::F32 | Self::F64)
    }

    /// The scalar with a cell type's width: signed for integers.
    #[must_use]
    pub fn of_type(ty: Type) -> Self {
        match ty {
            Type::I8 => Self::I8,
            Type::I16 => Self::I16,
            Type::I32 => Self::I32,
            Type::I64 => Self::I64,
            Type::F32 => Self::F32,
            Type::F64 => Self::F64,
        }
    }

    /// The unsigned scalar of the same width; floats stay as they are.
    #[must_use]
    pub fn unsigned(self) -> Self {
        match self {
            Self::I8 => Self::U8,
            Self::I16 => Self::U16,
            Self::I32 => Self::U32,
            Self::I64 => Self::U64,
            other => other,
        }
    }
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How many bytes a value of this type takes in memory.
#[must_use]
pub fn type_bytes(ty: Type) -> u32 {
    match ty {
        Type::I8 => 1,
        Type::I16 => 2,
        Type::I32 | Type::F32 => 4,
        Type::I64 | Type::F64 => 8,
    }
}

/// The bits that a value of this type can have set: its normal form is `bits & mask`.
#[must_use]
pub fn type_mask(ty: Type) -> u64 {
    match ty {
        Type::I8 => 0xFF,
        Type::I16 => 0xFFFF,
        Type::I32 | Type::F32 => 0xFFFF_FFFF,
        Type::I64 | Type::F64 => u64::MAX,
    }
}

/// The name of a cell's type.
#[must_use]
pub fn type_name(ty: Type) -> &'static str {
    Scalar::of_type(ty).name()
}
