//! Ids. Each prints as the text form spells it: `block3`, `v17`, `fn2`.

use std::fmt;

macro_rules! entity {
    ($(#[$doc:meta])* $name:ident $prefix:literal) => {
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

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

entity! {
    /// A function of the module, defined in it.
    FuncId "fn"
}
entity! {
    /// A function of the host, imported by the module.
    ImportId "import"
}
entity! {
    /// A piece of static data.
    DataId "data"
}
entity! {
    /// A basic block of a function.
    Block "block"
}
entity! {
    /// An instruction of a function.
    InstId "inst"
}
entity! {
    /// An SSA value: a block parameter or an instruction's result.
    Value "v"
}
entity! {
    /// A mutable scalar variable of a function, whose address is never taken.
    Var "var"
}
entity! {
    /// A piece of the function's frame in memory.
    Slot "slot"
}
