//! Ids of everything that has a definition, and of the parts of a body.

use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The id as an index into its table.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    )*};
}

ids! {
    /// A module.
    ModId;
    /// A function, method or trait method.
    FnId;
    /// A struct or enum.
    AdtId;
    /// A trait.
    TraitId;
    /// An implementation.
    ImplId;
    /// A constant, also an associated one.
    ConstId;
    /// A static.
    StaticId;
    /// A type alias, or an associated type of a trait.
    AliasId;
    /// A variable of a body.
    LocalId;
    /// An expression of a body.
    ExprId;
    /// A pattern of a body.
    PatId;
    /// A block of a body.
    BlockId;
    /// A loop or labelled block of a body: what `break` and `continue` name.
    LabelId;
}

/// A variant of an enum, by its place; a struct has the one variant 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct VariantIdx(pub u32);

/// A field of a variant or tuple, by its place in the declaration.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FieldIdx(pub u32);

impl FieldIdx {
    /// The place as an index into the fields.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
