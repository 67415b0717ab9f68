//! The library in the language: the part of `core` and `std` that programs of the subset use, under std's module names.
//!
//! What is privileged here and refused in a user's program: intrinsics, `static mut`, raw pointers, `#[lang = "…"]`,
//! and inherent implementations of primitive types.

pub mod alloc;
pub mod any;
pub mod array;
mod bool;
pub mod borrow;
pub mod boxed;
pub mod cell;
pub mod char;
pub mod clone;
pub mod cmp;
pub mod collections;
pub mod convert;
mod counted;
pub mod default;
pub mod env;
pub mod error;
pub mod f32;
pub mod f64;
pub mod fmt;
pub mod hash;
pub mod intrinsics;
pub mod io;
pub mod iter;
pub mod marker;
pub mod mem;
pub mod num;
pub mod ops;
pub mod option;
pub mod panic;
pub mod panicking;
pub mod prelude;
pub mod process;
pub mod ptr;
pub mod rc;
pub mod result;
pub mod rt;
pub mod slice;
pub mod str;
pub mod string;
pub mod sync;
pub mod time;
pub mod unicode;
pub mod vec;
