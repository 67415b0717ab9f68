//! The code table: every diagnostic is declared here once, with its title and the page that explains it.
//!
//! Pages are Markdown files in `explain/`. Codes of three shapes exist: `E0308`, `rustc`'s own, for invalid Rust;
//! `S0001`, Staircase's, for valid Rust outside the subset; and a plain name where `rustc` gives no code
//! (`syntax` errors, and lints that deny by default such as `arithmetic_overflow`), also invalid Rust.

use std::fmt;

/// Which of the two kinds of rejection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `rustc` rejects the program too.
    InvalidRust,
    /// `rustc` accepts the program (or would, as far as this error goes); Staircase cannot run it.
    OutsideSubset,
}

impl Kind {
    /// The name in machine-readable output: `invalid-rust` or `outside-subset`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InvalidRust => "invalid-rust",
            Self::OutsideSubset => "outside-subset",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $code:literal $title:literal;)*) => {
        /// A diagnostic's code.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $(#[doc = $title] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code as it is printed: `E0382`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// What the code stands for, in a few words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// The page that explains the code with an example, in Markdown.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("explain/", $code, ".md")),)* }
            }
        }
    };
}

codes! {
    E0224 "E0224" "a trait object or `impl` type names no trait";
    E0584 "E0584" "a doc comment at the end documents nothing";
    E0585 "E0585" "a doc comment documents nothing";
    E0586 "E0586" "an inclusive range has no end";
    E0704 "E0704" "a visibility is restricted to something that is no module path";
    E0748 "E0748" "a raw string does not end";
    E0753 "E0753" "an inner doc comment stands where nothing encloses it";
    E0758 "E0758" "a block comment does not end";
    E0762 "E0762" "a character literal does not end";
    E0763 "E0763" "a byte literal does not end";
    E0765 "E0765" "a string does not end";
    E0766 "E0766" "a byte string does not end";
    E0767 "E0767" "a C string does not end";
    E0768 "E0768" "a number with a base has no digits";
    E0783 "E0783" "`...` is no longer a range pattern";
    E0797 "E0797" "`..` in a struct expression has no base";
    Syntax "syntax" "the text is not a Rust program";
}

impl Code {
    /// The kind of rejection that this code stands for.
    #[must_use]
    pub fn kind(self) -> Kind {
        let code = self.as_str().as_bytes();
        if code[0] == b'S' && code[1..].iter().all(u8::is_ascii_digit) {
            Kind::OutsideSubset
        } else {
            Kind::InvalidRust
        }
    }

    /// Look a code up by its printed form, in any letter case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.as_str().eq_ignore_ascii_case(text))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
