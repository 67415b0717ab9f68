//! How types lie in memory. The rules are those of `rustc` on x86-64: this file declares the data, `compute` follows the rules.

mod compute;
#[cfg(test)]
mod tests;

pub use compute::layout_of;

use crate::ty::Ty;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use std::cell::RefCell;
use std::rc::Rc;

use crate::ids::{FieldIdx, VariantIdx};

/// The layout of a sized type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Size in bytes, a multiple of `align`.
    pub size: u64,
    /// Alignment in bytes, a power of two.
    pub align: u64,
    /// How a value travels.
    pub abi: Abi,
    /// Offsets of the fields of a struct or tuple, by [`FieldIdx`]; empty for anything else (an array's element `i` is at
    /// `i * size of the element`).
    pub fields: Vec<u64>,
    /// An enum's variants.
    pub variants: Variants,
    /// The bit patterns that no value has, of which an enclosing enum may take some.
    pub niche: Option<Niche>,
    /// Whether no value of the type can exist.
    pub uninhabited: bool,
}

/// The layouts that were computed before; the tables of a program hold one.
#[derive(Debug, Default)]
pub struct Memo {
    /// `None` while the layout of the type is being computed: meeting it again means that the type contains itself.
    pub(crate) known: RefCell<IndexMap<Ty, Option<Result<Rc<Layout>, LayoutError>>, FxBuildHasher>>,
}

/// How a value of a type travels between instructions and functions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Abi {
    /// There is nothing to carry.
    Zero,
    /// One scalar: integers, floats, `bool`, `char`, thin pointers, and enums that are only a tag.
    Scalar(Scalar),
    /// Two scalars at offsets 0 and 8: a fat pointer's address and length (or vtable), the halves of a 128-bit integer.
    Pair(Scalar, Scalar),
    /// Bytes in memory, passed by address.
    Memory,
}

/// A scalar as it is stored.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Scalar {
    /// An integer.
    Int {
        /// Its size: 1, 2, 4 or 8 bytes.
        bytes: u8,
        /// Whether it has negative values.
        signed: bool,
    },
    /// `bool`: a byte, 0 or 1.
    Bool,
    /// `char`: four bytes.
    Char,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// An address, eight bytes.
    Pointer,
}

impl Scalar {
    /// Size and alignment in bytes.
    #[must_use]
    pub fn bytes(self) -> u64 {
        match self {
            Self::Int { bytes, .. } => u64::from(bytes),
            Self::Bool => 1,
            Self::Char | Self::F32 => 4,
            Self::F64 | Self::Pointer => 8,
        }
    }
}

/// An enum's variants in memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Variants {
    /// Not an enum.
    None,
    /// An enum of which only this variant can exist (or an enum without variants: index 0, no fields): there is no tag.
    Single {
        /// The variant.
        variant: VariantIdx,
        /// The offsets of its fields.
        fields: Vec<u64>,
    },
    /// Several variants.
    Multiple {
        /// Where the tag lies, and as what.
        tag_offset: u64,
        /// The tag's type: an integer, or the scalar whose niche is used.
        tag: Scalar,
        /// How the tag tells the variant.
        encoding: TagEncoding,
        /// For each variant the offsets of its fields.
        fields: Vec<Vec<u64>>,
    },
}

/// How a tag tells the variant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TagEncoding {
    /// The tag of variant `i` is its discriminant, truncated to the tag's size.
    Direct {
        /// The discriminant of each variant.
        discriminants: Vec<i128>,
    },
    /// The tag is part of one variant's data. Variant `v` in `niche_variants` (a range of indices, inclusive) has the tag
    /// `niche_start + (v - first)` modulo the tag's size; any other tag means `untagged`.
    Niche {
        /// The variant that holds the data.
        untagged: VariantIdx,
        /// First and last of the others.
        niche_variants: (VariantIdx, VariantIdx),
        /// The tag of the first.
        niche_start: u128,
    },
}

/// Unused bit patterns of a scalar somewhere within a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Niche {
    /// Where the scalar lies.
    pub offset: u64,
    /// Its type.
    pub scalar: Scalar,
    /// The valid patterns run from `start` to `end`, inclusive, wrapping around where `start > end`.
    pub start: u128,
    /// See `start`.
    pub end: u128,
}

/// Why a type has no layout.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LayoutError {
    /// Its size is not known: `str`, `[T]`, `dyn Trait`.
    Unsized,
    /// It has parameters that were not substituted.
    Generic,
    /// It is larger than [`MAX_TYPE_BYTES`].
    TooLarge,
    /// It contains itself (reported before as E0072).
    Recursive,
}

/// The largest type that has a layout, in bytes: what fits a 32-bit address space with room for the program.
pub const MAX_TYPE_BYTES: u64 = 1 << 31;

impl Layout {
    /// The offset of a struct's or tuple's field.
    #[must_use]
    pub fn field(&self, field: FieldIdx) -> Option<u64> {
        self.fields.get(field.0 as usize).copied()
    }

    /// The offset of a field of a variant; 0 for those of a variant that cannot exist.
    #[must_use]
    pub fn variant_field(&self, variant: VariantIdx, field: FieldIdx) -> Option<u64> {
        let fields = match &self.variants {
            Variants::None => &self.fields,
            Variants::Single { variant: present, fields } if *present == variant => fields,
            Variants::Single { .. } => return Some(0),
            Variants::Multiple { fields, .. } => fields.get(variant.0 as usize)?,
        };
        fields.get(field.0 as usize).copied()
    }
}
