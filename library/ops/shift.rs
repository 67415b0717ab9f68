//! Shifts of and by integers, each by value and by reference.

use super::{Shl, ShlAssign, Shr, ShrAssign};
use crate::intrinsics;
use crate::panicking::{self, CoreFile};

/// What std's own source reports where something is shifted by too many places; nothing where only the low bits count.
fn shl_overflow() {
    shift_overflow("attempt to shift left with overflow", 517)
}

fn shr_overflow() {
    shift_overflow("attempt to shift right with overflow", 639)
}

fn shl_assign_overflow() {
    shift_overflow("attempt to shift left with overflow", 991)
}

fn shr_assign_overflow() {
    shift_overflow("attempt to shift right with overflow", 1077)
}

fn shift_overflow(message: &str, line: u32) {
    if intrinsics::debug_assertions() {
        panicking::panic_in_core(message, &CoreFile::Bit, line, 1)
    }
}

/// Integers and references to them as the number of places that something is shifted by: one that is too great stays so.
#[sealed]
pub trait Places {
    fn places(self) -> u64;
}

impl Places for i8 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &i8 {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl Places for i16 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &i16 {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl Places for i32 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &i32 {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl Places for i64 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &i64 {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl Places for i128 {
    fn places(self) -> u64 {
        // Where overflow is no error, only the low bits count.
        if (self as u128) >> 64 != 0 && intrinsics::debug_assertions() { u64::MAX } else { self as u64 }
    }
}

impl Places for &i128 {
    fn places(self) -> u64 {
        // Where overflow is no error, only the low bits count.
        if (*self as u128) >> 64 != 0 && intrinsics::debug_assertions() { u64::MAX } else { *self as u64 }
    }
}

impl Places for isize {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &isize {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl Places for u8 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &u8 {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl Places for u16 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &u16 {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl Places for u32 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &u32 {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl Places for u64 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &u64 {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl Places for u128 {
    fn places(self) -> u64 {
        // Where overflow is no error, only the low bits count.
        if self >> 64 != 0 && intrinsics::debug_assertions() { u64::MAX } else { self as u64 }
    }
}

impl Places for &u128 {
    fn places(self) -> u64 {
        // Where overflow is no error, only the low bits count.
        if *self >> 64 != 0 && intrinsics::debug_assertions() { u64::MAX } else { *self as u64 }
    }
}

impl Places for usize {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for &usize {
    fn places(self) -> u64 {
        *self as u64
    }
}

impl<U: Places> Shl<U> for i8 {
    type Output = i8;

    fn shl(self, other: U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &i8 {
    type Output = i8;

    fn shl(self, other: U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for i8 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 8 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for i8 {
    type Output = i8;

    fn shr(self, other: U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &i8 {
    type Output = i8;

    fn shr(self, other: U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for i8 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 8 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for i16 {
    type Output = i16;

    fn shl(self, other: U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &i16 {
    type Output = i16;

    fn shl(self, other: U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for i16 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 16 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for i16 {
    type Output = i16;

    fn shr(self, other: U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &i16 {
    type Output = i16;

    fn shr(self, other: U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for i16 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 16 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for i32 {
    type Output = i32;

    fn shl(self, other: U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &i32 {
    type Output = i32;

    fn shl(self, other: U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for i32 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 32 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for i32 {
    type Output = i32;

    fn shr(self, other: U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &i32 {
    type Output = i32;

    fn shr(self, other: U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for i32 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 32 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for i64 {
    type Output = i64;

    fn shl(self, other: U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &i64 {
    type Output = i64;

    fn shl(self, other: U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for i64 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 64 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for i64 {
    type Output = i64;

    fn shr(self, other: U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &i64 {
    type Output = i64;

    fn shr(self, other: U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for i64 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 64 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for i128 {
    type Output = i128;

    fn shl(self, other: U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &i128 {
    type Output = i128;

    fn shl(self, other: U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for i128 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 128 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for i128 {
    type Output = i128;

    fn shr(self, other: U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &i128 {
    type Output = i128;

    fn shr(self, other: U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for i128 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 128 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for isize {
    type Output = isize;

    fn shl(self, other: U) -> isize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &isize {
    type Output = isize;

    fn shl(self, other: U) -> isize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for isize {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 64 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for isize {
    type Output = isize;

    fn shr(self, other: U) -> isize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &isize {
    type Output = isize;

    fn shr(self, other: U) -> isize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for isize {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 64 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for u8 {
    type Output = u8;

    fn shl(self, other: U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &u8 {
    type Output = u8;

    fn shl(self, other: U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for u8 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 8 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for u8 {
    type Output = u8;

    fn shr(self, other: U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &u8 {
    type Output = u8;

    fn shr(self, other: U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for u8 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 8 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for u16 {
    type Output = u16;

    fn shl(self, other: U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &u16 {
    type Output = u16;

    fn shl(self, other: U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for u16 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 16 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for u16 {
    type Output = u16;

    fn shr(self, other: U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &u16 {
    type Output = u16;

    fn shr(self, other: U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for u16 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 16 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for u32 {
    type Output = u32;

    fn shl(self, other: U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &u32 {
    type Output = u32;

    fn shl(self, other: U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for u32 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 32 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for u32 {
    type Output = u32;

    fn shr(self, other: U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &u32 {
    type Output = u32;

    fn shr(self, other: U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for u32 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 32 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for u64 {
    type Output = u64;

    fn shl(self, other: U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &u64 {
    type Output = u64;

    fn shl(self, other: U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for u64 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 64 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for u64 {
    type Output = u64;

    fn shr(self, other: U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &u64 {
    type Output = u64;

    fn shr(self, other: U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for u64 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 64 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for u128 {
    type Output = u128;

    fn shl(self, other: U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &u128 {
    type Output = u128;

    fn shl(self, other: U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for u128 {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 128 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for u128 {
    type Output = u128;

    fn shr(self, other: U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &u128 {
    type Output = u128;

    fn shr(self, other: U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for u128 {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 128 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<U: Places> Shl<U> for usize {
    type Output = usize;

    fn shl(self, other: U) -> usize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        self << places
    }
}

impl<U: Places> Shl<U> for &usize {
    type Output = usize;

    fn shl(self, other: U) -> usize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<U: Places> ShlAssign<U> for usize {
    fn shl_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 64 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<U: Places> Shr<U> for usize {
    type Output = usize;

    fn shr(self, other: U) -> usize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        self >> places
    }
}

impl<U: Places> Shr<U> for &usize {
    type Output = usize;

    fn shr(self, other: U) -> usize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<U: Places> ShrAssign<U> for usize {
    fn shr_assign(&mut self, other: U) {
        let places = other.places();
        if places >= 64 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}
