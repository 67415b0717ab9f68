//! Shapes: how types lie in memory. Data only.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// A shape of a table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ShapeId(pub u32);

/// The shapes of a program's types, and what else the values of its pointers mean.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Shapes {
    /// The shapes, by their ids.
    pub shapes: Vec<Shape>,
    /// What a trait object is whose table lies at this address.
    pub objects: BTreeMap<u64, ShapeId>,
    /// The functions: a pointer to one is its place in this list plus 1.
    pub functions: Vec<SmolStr>,
}

impl Shapes {
    /// The shape with this id; [`Kind::Unknown`] if there is none.
    #[must_use]
    pub fn get(&self, id: ShapeId) -> &Shape {
        static UNKNOWN: Shape = Shape { name: SmolStr::new_static("?"), size: 0, align: 1, kind: Kind::Unknown };
        self.shapes.get(id.0 as usize).unwrap_or(&UNKNOWN)
    }
}

/// How a type lies in memory.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Shape {
    /// The type, as Rust writes it.
    pub name: SmolStr,
    /// Its size in bytes; 0 for what has no size of its own (`str`, slices, trait objects).
    pub size: u64,
    /// Its alignment in bytes.
    pub align: u64,
    /// What it is.
    pub kind: Kind,
}

/// What a type is.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Kind {
    /// Nothing is known of it but where it lies.
    Unknown,
    /// `bool`
    Bool,
    /// `char`
    Char,
    /// An integer as wide as the shape.
    Int {
        /// Whether it has negative values.
        signed: bool,
    },
    /// `f32` or `f64`, as the size says.
    Float,
    /// No value of the type can exist.
    Never,
    /// A function's own type, which takes no bytes.
    FnItem,
    /// A function pointer.
    FnPtr,
    /// A struct, tuple or closure.
    Struct(Vec<Field>),
    /// An enum.
    Enum(Enum),
    /// An array.
    Array {
        /// Its elements' shape.
        element: ShapeId,
        /// How many.
        len: u64,
    },
    /// `str`, which lies behind a pointer with a length.
    Str,
    /// `[T]`, which lies behind a pointer with a length.
    Slice(ShapeId),
    /// `dyn Trait`, which lies behind a pointer with the address of a table.
    Object,
    /// A pointer, with a length or a table behind it where what it points to asks for it.
    Pointer {
        /// What it points to.
        to: ShapeId,
        /// As what.
        by: By,
    },
    /// `Vec` or `String`.
    Vec(VecParts),
    /// `VecDeque`.
    Deque {
        /// Where the parts are that it has in common with `Vec`.
        vec: VecParts,
        /// The offset of the place in the ring where the first value lies.
        head: u64,
    },
    /// `RefCell`.
    RefCell {
        /// The offset of the count of borrows: -1 for a mutable one.
        borrow: u64,
        /// The value.
        value: Field,
    },
    /// `HashMap` or `HashSet`.
    Table(TableParts),
    /// `BTreeMap` or `BTreeSet`.
    Tree(TreeParts),
    /// `LinkedList`.
    List(ListParts),
}

/// What a pointer is to what it points to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum By {
    /// `&T`
    Ref,
    /// `&mut T`
    RefMut,
    /// `*const T`, `*mut T`: what lies there is not looked at.
    Raw,
    /// `Box<T>`
    Box,
    /// `Rc<T>`, `Arc<T>`: the counts lie in front of the value.
    Counted,
    /// `Weak<T>`: as for [`By::Counted`]; one that never had a value points to `u64::MAX`.
    Weak,
}

/// A field.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Field {
    /// Its name, or its number.
    pub name: SmolStr,
    /// Where it lies, in bytes from the whole's start.
    pub offset: u64,
    /// Its shape.
    pub shape: ShapeId,
}

/// An enum.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Enum {
    /// Its variants.
    pub variants: Vec<Variant>,
    /// What tells them apart.
    pub tag: Tag,
}

/// A variant.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Variant {
    /// Its name.
    pub name: SmolStr,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// What tells the variants of an enum apart.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Tag {
    /// Only this variant can exist, if any.
    Single(u32),
    /// A discriminant of its own.
    Direct {
        /// Where it lies.
        offset: u64,
        /// Its size in bytes: 1, 2, 4 or 8.
        bytes: u8,
        /// Whether it has negative values.
        signed: bool,
        /// The discriminant of each variant.
        discriminants: Vec<i128>,
    },
    /// Values that a part of one variant's data cannot have.
    Niche {
        /// Where the part lies.
        offset: u64,
        /// Its size in bytes: 1, 2, 4 or 8.
        bytes: u8,
        /// The variant with the data: any value that means no other variant.
        untagged: u32,
        /// The first and the last of the others.
        others: (u32, u32),
        /// The value that means the first of them; the next means the next, modulo the size.
        start: u64,
    },
}

/// Where the parts of a `Vec` are.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct VecParts {
    /// The offset of the pointer to the elements.
    pub pointer: u64,
    /// The offset of the capacity.
    pub capacity: u64,
    /// The offset of the length.
    pub len: u64,
    /// The elements' shape; that of `str` in a `String`.
    pub element: ShapeId,
}

/// Where the parts of a hash table are: slots below an address, and a byte for each slot from there on, whose highest bit
/// says that the slot is free.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TableParts {
    /// The offset of how many slots there are, less one. There are [`TableParts::GROUP`] at least.
    pub mask: u64,
    /// The offset of the address.
    pub control: u64,
    /// The offset of how many values there are.
    pub items: u64,
    /// The shape of what is in a slot.
    pub slot: ShapeId,
}

impl TableParts {
    /// The least number of slots.
    pub const GROUP: u64 = 8;
}

/// Where the parts of a B-tree are.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TreeParts {
    /// The offset of the root's address, 0 if there is none.
    pub root: u64,
    /// The offset of the height.
    pub height: u64,
    /// The offset of how many entries there are.
    pub len: u64,
    /// In a node: the offset of how many entries it has (two bytes).
    pub node_len: u64,
    /// In a node: the offset of the keys, side by side.
    pub keys: u64,
    /// In a node: the offset of the values, side by side.
    pub values: u64,
    /// In a node that is no leaf: the offset of the addresses of those below it.
    pub edges: u64,
    /// The size of a leaf, and of any other node.
    pub sizes: (u64, u64),
    /// The keys' shape.
    pub key: ShapeId,
    /// The values' shape.
    pub value: ShapeId,
}

impl TreeParts {
    /// How many entries a node has at most.
    pub const CAPACITY: u64 = 11;
}

/// Where the parts of a linked list are.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ListParts {
    /// The offset of the address of the first node, 0 if there is none.
    pub head: u64,
    /// The offset of how many nodes there are.
    pub len: u64,
    /// In a node: the offset of the next one's address.
    pub next: u64,
    /// In a node: the offset of the value.
    pub element: u64,
    /// The size of a node.
    pub size: u64,
    /// The values' shape.
    pub of: ShapeId,
}
