//! A value as people think of it. Data only.

use smol_str::SmolStr;

/// A value in memory, or one that has no address.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Value {
    /// The field's name, the index of an element, or empty.
    pub label: SmolStr,
    /// Its type, as Rust writes it.
    pub ty: SmolStr,
    /// In few words: a number, a text in quotes, the variant of an enum; what is wrong with it, if something is.
    pub text: String,
    /// Where it lies; `None` if it is not in memory.
    pub address: Option<u64>,
    /// How many bytes it takes.
    pub size: u64,
    /// What kind of thing it is.
    pub kind: ValueKind,
    /// What it points to.
    pub target: Option<u64>,
    /// Its fields or elements.
    pub parts: Vec<Value>,
    /// How many elements more there are than `parts` shows.
    pub more: u64,
}

/// What kind of thing a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ValueKind {
    /// A number, a truth value, a character.
    #[default]
    Scalar,
    /// A struct, a tuple or a closure.
    Struct,
    /// An enum. Where something tells its variants apart, that is its first part: `discriminant`, or `niche`.
    Enum,
    /// An array, or what lies in a row otherwise.
    Array,
    /// A reference, shared.
    Reference,
    /// A reference that may change what it refers to.
    MutReference,
    /// Something that owns what it points to: `Box`, `Vec`, `String`.
    Owner,
    /// Something that owns together with others: `Rc`, `Arc`.
    SharedOwner,
    /// A pointer, a function: something that is only an address.
    Address,
}
