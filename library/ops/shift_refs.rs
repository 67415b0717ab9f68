//! Shifts of and by references.

use super::bit::{shl_assign_overflow, shl_overflow, shr_assign_overflow, shr_overflow};
use super::{Shl, ShlAssign, Shr, ShrAssign};

/// Integers as the number of places that something is shifted by: one that is too great stays so.
pub trait Places: Copy {
    fn places(self) -> u64;
}

impl Places for i8 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for i16 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for i32 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for i64 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for i128 {
    fn places(self) -> u64 {
        // Where overflow is no error, only the low bits count.
        if (self as u128) >> 64 != 0 && crate::intrinsics::debug_assertions() { u64::MAX } else { self as u64 }
    }
}

impl Places for isize {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for u8 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for u16 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for u32 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for u64 {
    fn places(self) -> u64 {
        self as u64
    }
}

impl Places for u128 {
    fn places(self) -> u64 {
        // Where overflow is no error, only the low bits count.
        if self >> 64 != 0 && crate::intrinsics::debug_assertions() { u64::MAX } else { self as u64 }
    }
}

impl Places for usize {
    fn places(self) -> u64 {
        self as u64
    }
}

impl<'a, U: Places> Shl<U> for &'a i8 {
    type Output = i8;

    fn shl(self, other: U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for i8 {
    type Output = i8;

    fn shl(self, other: &'a U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a i8 {
    type Output = i8;

    fn shl(self, other: &'b U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for i8 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 8 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a i8 {
    type Output = i8;

    fn shr(self, other: U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for i8 {
    type Output = i8;

    fn shr(self, other: &'a U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a i8 {
    type Output = i8;

    fn shr(self, other: &'b U) -> i8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for i8 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 8 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a i16 {
    type Output = i16;

    fn shl(self, other: U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for i16 {
    type Output = i16;

    fn shl(self, other: &'a U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a i16 {
    type Output = i16;

    fn shl(self, other: &'b U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for i16 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 16 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a i16 {
    type Output = i16;

    fn shr(self, other: U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for i16 {
    type Output = i16;

    fn shr(self, other: &'a U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a i16 {
    type Output = i16;

    fn shr(self, other: &'b U) -> i16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for i16 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 16 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a i32 {
    type Output = i32;

    fn shl(self, other: U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for i32 {
    type Output = i32;

    fn shl(self, other: &'a U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a i32 {
    type Output = i32;

    fn shl(self, other: &'b U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for i32 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 32 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a i32 {
    type Output = i32;

    fn shr(self, other: U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for i32 {
    type Output = i32;

    fn shr(self, other: &'a U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a i32 {
    type Output = i32;

    fn shr(self, other: &'b U) -> i32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for i32 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 32 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a i64 {
    type Output = i64;

    fn shl(self, other: U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for i64 {
    type Output = i64;

    fn shl(self, other: &'a U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a i64 {
    type Output = i64;

    fn shl(self, other: &'b U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for i64 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 64 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a i64 {
    type Output = i64;

    fn shr(self, other: U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for i64 {
    type Output = i64;

    fn shr(self, other: &'a U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a i64 {
    type Output = i64;

    fn shr(self, other: &'b U) -> i64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for i64 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 64 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a i128 {
    type Output = i128;

    fn shl(self, other: U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for i128 {
    type Output = i128;

    fn shl(self, other: &'a U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a i128 {
    type Output = i128;

    fn shl(self, other: &'b U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for i128 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 128 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a i128 {
    type Output = i128;

    fn shr(self, other: U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for i128 {
    type Output = i128;

    fn shr(self, other: &'a U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a i128 {
    type Output = i128;

    fn shr(self, other: &'b U) -> i128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for i128 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 128 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a isize {
    type Output = isize;

    fn shl(self, other: U) -> isize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for isize {
    type Output = isize;

    fn shl(self, other: &'a U) -> isize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a isize {
    type Output = isize;

    fn shl(self, other: &'b U) -> isize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for isize {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 64 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a isize {
    type Output = isize;

    fn shr(self, other: U) -> isize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for isize {
    type Output = isize;

    fn shr(self, other: &'a U) -> isize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a isize {
    type Output = isize;

    fn shr(self, other: &'b U) -> isize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for isize {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 64 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a u8 {
    type Output = u8;

    fn shl(self, other: U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for u8 {
    type Output = u8;

    fn shl(self, other: &'a U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a u8 {
    type Output = u8;

    fn shl(self, other: &'b U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for u8 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 8 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a u8 {
    type Output = u8;

    fn shr(self, other: U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for u8 {
    type Output = u8;

    fn shr(self, other: &'a U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a u8 {
    type Output = u8;

    fn shr(self, other: &'b U) -> u8 {
        let places = other.places();
        if places >= 8 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for u8 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 8 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a u16 {
    type Output = u16;

    fn shl(self, other: U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for u16 {
    type Output = u16;

    fn shl(self, other: &'a U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a u16 {
    type Output = u16;

    fn shl(self, other: &'b U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for u16 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 16 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a u16 {
    type Output = u16;

    fn shr(self, other: U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for u16 {
    type Output = u16;

    fn shr(self, other: &'a U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a u16 {
    type Output = u16;

    fn shr(self, other: &'b U) -> u16 {
        let places = other.places();
        if places >= 16 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for u16 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 16 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a u32 {
    type Output = u32;

    fn shl(self, other: U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for u32 {
    type Output = u32;

    fn shl(self, other: &'a U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a u32 {
    type Output = u32;

    fn shl(self, other: &'b U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for u32 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 32 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a u32 {
    type Output = u32;

    fn shr(self, other: U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for u32 {
    type Output = u32;

    fn shr(self, other: &'a U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a u32 {
    type Output = u32;

    fn shr(self, other: &'b U) -> u32 {
        let places = other.places();
        if places >= 32 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for u32 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 32 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a u64 {
    type Output = u64;

    fn shl(self, other: U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for u64 {
    type Output = u64;

    fn shl(self, other: &'a U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a u64 {
    type Output = u64;

    fn shl(self, other: &'b U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for u64 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 64 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a u64 {
    type Output = u64;

    fn shr(self, other: U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for u64 {
    type Output = u64;

    fn shr(self, other: &'a U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a u64 {
    type Output = u64;

    fn shr(self, other: &'b U) -> u64 {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for u64 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 64 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a u128 {
    type Output = u128;

    fn shl(self, other: U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for u128 {
    type Output = u128;

    fn shl(self, other: &'a U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a u128 {
    type Output = u128;

    fn shl(self, other: &'b U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for u128 {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 128 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a u128 {
    type Output = u128;

    fn shr(self, other: U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for u128 {
    type Output = u128;

    fn shr(self, other: &'a U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a u128 {
    type Output = u128;

    fn shr(self, other: &'b U) -> u128 {
        let places = other.places();
        if places >= 128 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for u128 {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 128 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}

impl<'a, U: Places> Shl<U> for &'a usize {
    type Output = usize;

    fn shl(self, other: U) -> usize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> Shl<&'a U> for usize {
    type Output = usize;

    fn shl(self, other: &'a U) -> usize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        self << places
    }
}

impl<'a, 'b, U: Places> Shl<&'b U> for &'a usize {
    type Output = usize;

    fn shl(self, other: &'b U) -> usize {
        let places = other.places();
        if places >= 64 {
            shl_overflow();
        }
        *self << places
    }
}

impl<'a, U: Places> ShlAssign<&'a U> for usize {
    fn shl_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 64 {
            shl_assign_overflow();
        }
        *self <<= places;
    }
}

impl<'a, U: Places> Shr<U> for &'a usize {
    type Output = usize;

    fn shr(self, other: U) -> usize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> Shr<&'a U> for usize {
    type Output = usize;

    fn shr(self, other: &'a U) -> usize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        self >> places
    }
}

impl<'a, 'b, U: Places> Shr<&'b U> for &'a usize {
    type Output = usize;

    fn shr(self, other: &'b U) -> usize {
        let places = other.places();
        if places >= 64 {
            shr_overflow();
        }
        *self >> places
    }
}

impl<'a, U: Places> ShrAssign<&'a U> for usize {
    fn shr_assign(&mut self, other: &'a U) {
        let places = other.places();
        if places >= 64 {
            shr_assign_overflow();
        }
        *self >>= places;
    }
}
