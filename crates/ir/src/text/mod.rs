//! The text form: what `staircase emit --stage ir` prints, and what [`parse`] reads back.
//!
//! ```text
//! entry fn1
//! handler add_overflow fn2
//! data0 "location.main.2:5" const align 8 at 1024 = "main.rs" zero 1
//!
//! fn0 user "add" (i32, i32) -> i32 {
//!     var0 "sum" i32
//!     slot0 "pair" "(i32, i32)" size 8 align 4
//! block0(v0: i32, v1: i32):
//!     v2 = checked.adds.i32 v0, v1 !add_overflow data0
//!     set var0, v2                                        ; sum
//!     v3 = get var0                                       ; sum
//!     return v3
//! }
//! ```
//!
//! A name after `;` is a comment for people. With origins, a line ends in `@file:lo:hi#item`, the source bytes and the item
//! of the layer above, and declarations in `@file:lo:hi`. Everything else is in the text, so `parse(print(m))` prints as
//! `m` does; with origins and dense numbers (see [`crate::compact`]) it equals `m`.

mod listing;
mod parse;
mod print;

pub use listing::{Row, listing};
pub use parse::{ParseError, parse};
pub use print::{print, print_function, print_with_origins};
