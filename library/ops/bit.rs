//! Bit operations of integers and of `bool`, by value and by reference; shifts by value.

use super::{BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not, Shl, ShlAssign, Shr, ShrAssign};
use crate::intrinsics;
use crate::panicking::{self, CoreFile};

/// What std's own source reports where something is shifted by too many places; nothing where only the low bits count.
pub fn shl_overflow() {
    shift_overflow("attempt to shift left with overflow", 517)
}

pub fn shr_overflow() {
    shift_overflow("attempt to shift right with overflow", 639)
}

pub fn shl_assign_overflow() {
    shift_overflow("attempt to shift left with overflow", 991)
}

pub fn shr_assign_overflow() {
    shift_overflow("attempt to shift right with overflow", 1077)
}

fn shift_overflow(message: &str, line: u32) {
    if intrinsics::debug_assertions() {
        panicking::panic_in_core(message, &CoreFile::Bit, line, 1)
    }
}

impl BitAnd for i8 {
    type Output = i8;

    fn bitand(self, rhs: i8) -> i8 {
        self & rhs
    }
}

impl BitAnd<i8> for &i8 {
    type Output = i8;

    fn bitand(self, rhs: i8) -> i8 {
        *self & rhs
    }
}

impl BitAnd<&i8> for i8 {
    type Output = i8;

    fn bitand(self, rhs: &i8) -> i8 {
        self & *rhs
    }
}

impl BitAnd<&i8> for &i8 {
    type Output = i8;

    fn bitand(self, rhs: &i8) -> i8 {
        *self & *rhs
    }
}

impl BitAndAssign for i8 {
    fn bitand_assign(&mut self, rhs: i8) {
        *self &= rhs;
    }
}

impl BitAndAssign<&i8> for i8 {
    fn bitand_assign(&mut self, rhs: &i8) {
        *self &= *rhs;
    }
}

impl BitOr for i8 {
    type Output = i8;

    fn bitor(self, rhs: i8) -> i8 {
        self | rhs
    }
}

impl BitOr<i8> for &i8 {
    type Output = i8;

    fn bitor(self, rhs: i8) -> i8 {
        *self | rhs
    }
}

impl BitOr<&i8> for i8 {
    type Output = i8;

    fn bitor(self, rhs: &i8) -> i8 {
        self | *rhs
    }
}

impl BitOr<&i8> for &i8 {
    type Output = i8;

    fn bitor(self, rhs: &i8) -> i8 {
        *self | *rhs
    }
}

impl BitOrAssign for i8 {
    fn bitor_assign(&mut self, rhs: i8) {
        *self |= rhs;
    }
}

impl BitOrAssign<&i8> for i8 {
    fn bitor_assign(&mut self, rhs: &i8) {
        *self |= *rhs;
    }
}

impl BitXor for i8 {
    type Output = i8;

    fn bitxor(self, rhs: i8) -> i8 {
        self ^ rhs
    }
}

impl BitXor<i8> for &i8 {
    type Output = i8;

    fn bitxor(self, rhs: i8) -> i8 {
        *self ^ rhs
    }
}

impl BitXor<&i8> for i8 {
    type Output = i8;

    fn bitxor(self, rhs: &i8) -> i8 {
        self ^ *rhs
    }
}

impl BitXor<&i8> for &i8 {
    type Output = i8;

    fn bitxor(self, rhs: &i8) -> i8 {
        *self ^ *rhs
    }
}

impl BitXorAssign for i8 {
    fn bitxor_assign(&mut self, rhs: i8) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&i8> for i8 {
    fn bitxor_assign(&mut self, rhs: &i8) {
        *self ^= *rhs;
    }
}

impl Not for i8 {
    type Output = i8;

    fn not(self) -> i8 {
        !self
    }
}

impl Not for &i8 {
    type Output = i8;

    fn not(self) -> i8 {
        !*self
    }
}

impl BitAnd for i16 {
    type Output = i16;

    fn bitand(self, rhs: i16) -> i16 {
        self & rhs
    }
}

impl BitAnd<i16> for &i16 {
    type Output = i16;

    fn bitand(self, rhs: i16) -> i16 {
        *self & rhs
    }
}

impl BitAnd<&i16> for i16 {
    type Output = i16;

    fn bitand(self, rhs: &i16) -> i16 {
        self & *rhs
    }
}

impl BitAnd<&i16> for &i16 {
    type Output = i16;

    fn bitand(self, rhs: &i16) -> i16 {
        *self & *rhs
    }
}

impl BitAndAssign for i16 {
    fn bitand_assign(&mut self, rhs: i16) {
        *self &= rhs;
    }
}

impl BitAndAssign<&i16> for i16 {
    fn bitand_assign(&mut self, rhs: &i16) {
        *self &= *rhs;
    }
}

impl BitOr for i16 {
    type Output = i16;

    fn bitor(self, rhs: i16) -> i16 {
        self | rhs
    }
}

impl BitOr<i16> for &i16 {
    type Output = i16;

    fn bitor(self, rhs: i16) -> i16 {
        *self | rhs
    }
}

impl BitOr<&i16> for i16 {
    type Output = i16;

    fn bitor(self, rhs: &i16) -> i16 {
        self | *rhs
    }
}

impl BitOr<&i16> for &i16 {
    type Output = i16;

    fn bitor(self, rhs: &i16) -> i16 {
        *self | *rhs
    }
}

impl BitOrAssign for i16 {
    fn bitor_assign(&mut self, rhs: i16) {
        *self |= rhs;
    }
}

impl BitOrAssign<&i16> for i16 {
    fn bitor_assign(&mut self, rhs: &i16) {
        *self |= *rhs;
    }
}

impl BitXor for i16 {
    type Output = i16;

    fn bitxor(self, rhs: i16) -> i16 {
        self ^ rhs
    }
}

impl BitXor<i16> for &i16 {
    type Output = i16;

    fn bitxor(self, rhs: i16) -> i16 {
        *self ^ rhs
    }
}

impl BitXor<&i16> for i16 {
    type Output = i16;

    fn bitxor(self, rhs: &i16) -> i16 {
        self ^ *rhs
    }
}

impl BitXor<&i16> for &i16 {
    type Output = i16;

    fn bitxor(self, rhs: &i16) -> i16 {
        *self ^ *rhs
    }
}

impl BitXorAssign for i16 {
    fn bitxor_assign(&mut self, rhs: i16) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&i16> for i16 {
    fn bitxor_assign(&mut self, rhs: &i16) {
        *self ^= *rhs;
    }
}

impl Not for i16 {
    type Output = i16;

    fn not(self) -> i16 {
        !self
    }
}

impl Not for &i16 {
    type Output = i16;

    fn not(self) -> i16 {
        !*self
    }
}

impl BitAnd for i32 {
    type Output = i32;

    fn bitand(self, rhs: i32) -> i32 {
        self & rhs
    }
}

impl BitAnd<i32> for &i32 {
    type Output = i32;

    fn bitand(self, rhs: i32) -> i32 {
        *self & rhs
    }
}

impl BitAnd<&i32> for i32 {
    type Output = i32;

    fn bitand(self, rhs: &i32) -> i32 {
        self & *rhs
    }
}

impl BitAnd<&i32> for &i32 {
    type Output = i32;

    fn bitand(self, rhs: &i32) -> i32 {
        *self & *rhs
    }
}

impl BitAndAssign for i32 {
    fn bitand_assign(&mut self, rhs: i32) {
        *self &= rhs;
    }
}

impl BitAndAssign<&i32> for i32 {
    fn bitand_assign(&mut self, rhs: &i32) {
        *self &= *rhs;
    }
}

impl BitOr for i32 {
    type Output = i32;

    fn bitor(self, rhs: i32) -> i32 {
        self | rhs
    }
}

impl BitOr<i32> for &i32 {
    type Output = i32;

    fn bitor(self, rhs: i32) -> i32 {
        *self | rhs
    }
}

impl BitOr<&i32> for i32 {
    type Output = i32;

    fn bitor(self, rhs: &i32) -> i32 {
        self | *rhs
    }
}

impl BitOr<&i32> for &i32 {
    type Output = i32;

    fn bitor(self, rhs: &i32) -> i32 {
        *self | *rhs
    }
}

impl BitOrAssign for i32 {
    fn bitor_assign(&mut self, rhs: i32) {
        *self |= rhs;
    }
}

impl BitOrAssign<&i32> for i32 {
    fn bitor_assign(&mut self, rhs: &i32) {
        *self |= *rhs;
    }
}

impl BitXor for i32 {
    type Output = i32;

    fn bitxor(self, rhs: i32) -> i32 {
        self ^ rhs
    }
}

impl BitXor<i32> for &i32 {
    type Output = i32;

    fn bitxor(self, rhs: i32) -> i32 {
        *self ^ rhs
    }
}

impl BitXor<&i32> for i32 {
    type Output = i32;

    fn bitxor(self, rhs: &i32) -> i32 {
        self ^ *rhs
    }
}

impl BitXor<&i32> for &i32 {
    type Output = i32;

    fn bitxor(self, rhs: &i32) -> i32 {
        *self ^ *rhs
    }
}

impl BitXorAssign for i32 {
    fn bitxor_assign(&mut self, rhs: i32) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&i32> for i32 {
    fn bitxor_assign(&mut self, rhs: &i32) {
        *self ^= *rhs;
    }
}

impl Not for i32 {
    type Output = i32;

    fn not(self) -> i32 {
        !self
    }
}

impl Not for &i32 {
    type Output = i32;

    fn not(self) -> i32 {
        !*self
    }
}

impl BitAnd for i64 {
    type Output = i64;

    fn bitand(self, rhs: i64) -> i64 {
        self & rhs
    }
}

impl BitAnd<i64> for &i64 {
    type Output = i64;

    fn bitand(self, rhs: i64) -> i64 {
        *self & rhs
    }
}

impl BitAnd<&i64> for i64 {
    type Output = i64;

    fn bitand(self, rhs: &i64) -> i64 {
        self & *rhs
    }
}

impl BitAnd<&i64> for &i64 {
    type Output = i64;

    fn bitand(self, rhs: &i64) -> i64 {
        *self & *rhs
    }
}

impl BitAndAssign for i64 {
    fn bitand_assign(&mut self, rhs: i64) {
        *self &= rhs;
    }
}

impl BitAndAssign<&i64> for i64 {
    fn bitand_assign(&mut self, rhs: &i64) {
        *self &= *rhs;
    }
}

impl BitOr for i64 {
    type Output = i64;

    fn bitor(self, rhs: i64) -> i64 {
        self | rhs
    }
}

impl BitOr<i64> for &i64 {
    type Output = i64;

    fn bitor(self, rhs: i64) -> i64 {
        *self | rhs
    }
}

impl BitOr<&i64> for i64 {
    type Output = i64;

    fn bitor(self, rhs: &i64) -> i64 {
        self | *rhs
    }
}

impl BitOr<&i64> for &i64 {
    type Output = i64;

    fn bitor(self, rhs: &i64) -> i64 {
        *self | *rhs
    }
}

impl BitOrAssign for i64 {
    fn bitor_assign(&mut self, rhs: i64) {
        *self |= rhs;
    }
}

impl BitOrAssign<&i64> for i64 {
    fn bitor_assign(&mut self, rhs: &i64) {
        *self |= *rhs;
    }
}

impl BitXor for i64 {
    type Output = i64;

    fn bitxor(self, rhs: i64) -> i64 {
        self ^ rhs
    }
}

impl BitXor<i64> for &i64 {
    type Output = i64;

    fn bitxor(self, rhs: i64) -> i64 {
        *self ^ rhs
    }
}

impl BitXor<&i64> for i64 {
    type Output = i64;

    fn bitxor(self, rhs: &i64) -> i64 {
        self ^ *rhs
    }
}

impl BitXor<&i64> for &i64 {
    type Output = i64;

    fn bitxor(self, rhs: &i64) -> i64 {
        *self ^ *rhs
    }
}

impl BitXorAssign for i64 {
    fn bitxor_assign(&mut self, rhs: i64) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&i64> for i64 {
    fn bitxor_assign(&mut self, rhs: &i64) {
        *self ^= *rhs;
    }
}

impl Not for i64 {
    type Output = i64;

    fn not(self) -> i64 {
        !self
    }
}

impl Not for &i64 {
    type Output = i64;

    fn not(self) -> i64 {
        !*self
    }
}

impl BitAnd for i128 {
    type Output = i128;

    fn bitand(self, rhs: i128) -> i128 {
        self & rhs
    }
}

impl BitAnd<i128> for &i128 {
    type Output = i128;

    fn bitand(self, rhs: i128) -> i128 {
        *self & rhs
    }
}

impl BitAnd<&i128> for i128 {
    type Output = i128;

    fn bitand(self, rhs: &i128) -> i128 {
        self & *rhs
    }
}

impl BitAnd<&i128> for &i128 {
    type Output = i128;

    fn bitand(self, rhs: &i128) -> i128 {
        *self & *rhs
    }
}

impl BitAndAssign for i128 {
    fn bitand_assign(&mut self, rhs: i128) {
        *self &= rhs;
    }
}

impl BitAndAssign<&i128> for i128 {
    fn bitand_assign(&mut self, rhs: &i128) {
        *self &= *rhs;
    }
}

impl BitOr for i128 {
    type Output = i128;

    fn bitor(self, rhs: i128) -> i128 {
        self | rhs
    }
}

impl BitOr<i128> for &i128 {
    type Output = i128;

    fn bitor(self, rhs: i128) -> i128 {
        *self | rhs
    }
}

impl BitOr<&i128> for i128 {
    type Output = i128;

    fn bitor(self, rhs: &i128) -> i128 {
        self | *rhs
    }
}

impl BitOr<&i128> for &i128 {
    type Output = i128;

    fn bitor(self, rhs: &i128) -> i128 {
        *self | *rhs
    }
}

impl BitOrAssign for i128 {
    fn bitor_assign(&mut self, rhs: i128) {
        *self |= rhs;
    }
}

impl BitOrAssign<&i128> for i128 {
    fn bitor_assign(&mut self, rhs: &i128) {
        *self |= *rhs;
    }
}

impl BitXor for i128 {
    type Output = i128;

    fn bitxor(self, rhs: i128) -> i128 {
        self ^ rhs
    }
}

impl BitXor<i128> for &i128 {
    type Output = i128;

    fn bitxor(self, rhs: i128) -> i128 {
        *self ^ rhs
    }
}

impl BitXor<&i128> for i128 {
    type Output = i128;

    fn bitxor(self, rhs: &i128) -> i128 {
        self ^ *rhs
    }
}

impl BitXor<&i128> for &i128 {
    type Output = i128;

    fn bitxor(self, rhs: &i128) -> i128 {
        *self ^ *rhs
    }
}

impl BitXorAssign for i128 {
    fn bitxor_assign(&mut self, rhs: i128) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&i128> for i128 {
    fn bitxor_assign(&mut self, rhs: &i128) {
        *self ^= *rhs;
    }
}

impl Not for i128 {
    type Output = i128;

    fn not(self) -> i128 {
        !self
    }
}

impl Not for &i128 {
    type Output = i128;

    fn not(self) -> i128 {
        !*self
    }
}

impl BitAnd for isize {
    type Output = isize;

    fn bitand(self, rhs: isize) -> isize {
        self & rhs
    }
}

impl BitAnd<isize> for &isize {
    type Output = isize;

    fn bitand(self, rhs: isize) -> isize {
        *self & rhs
    }
}

impl BitAnd<&isize> for isize {
    type Output = isize;

    fn bitand(self, rhs: &isize) -> isize {
        self & *rhs
    }
}

impl BitAnd<&isize> for &isize {
    type Output = isize;

    fn bitand(self, rhs: &isize) -> isize {
        *self & *rhs
    }
}

impl BitAndAssign for isize {
    fn bitand_assign(&mut self, rhs: isize) {
        *self &= rhs;
    }
}

impl BitAndAssign<&isize> for isize {
    fn bitand_assign(&mut self, rhs: &isize) {
        *self &= *rhs;
    }
}

impl BitOr for isize {
    type Output = isize;

    fn bitor(self, rhs: isize) -> isize {
        self | rhs
    }
}

impl BitOr<isize> for &isize {
    type Output = isize;

    fn bitor(self, rhs: isize) -> isize {
        *self | rhs
    }
}

impl BitOr<&isize> for isize {
    type Output = isize;

    fn bitor(self, rhs: &isize) -> isize {
        self | *rhs
    }
}

impl BitOr<&isize> for &isize {
    type Output = isize;

    fn bitor(self, rhs: &isize) -> isize {
        *self | *rhs
    }
}

impl BitOrAssign for isize {
    fn bitor_assign(&mut self, rhs: isize) {
        *self |= rhs;
    }
}

impl BitOrAssign<&isize> for isize {
    fn bitor_assign(&mut self, rhs: &isize) {
        *self |= *rhs;
    }
}

impl BitXor for isize {
    type Output = isize;

    fn bitxor(self, rhs: isize) -> isize {
        self ^ rhs
    }
}

impl BitXor<isize> for &isize {
    type Output = isize;

    fn bitxor(self, rhs: isize) -> isize {
        *self ^ rhs
    }
}

impl BitXor<&isize> for isize {
    type Output = isize;

    fn bitxor(self, rhs: &isize) -> isize {
        self ^ *rhs
    }
}

impl BitXor<&isize> for &isize {
    type Output = isize;

    fn bitxor(self, rhs: &isize) -> isize {
        *self ^ *rhs
    }
}

impl BitXorAssign for isize {
    fn bitxor_assign(&mut self, rhs: isize) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&isize> for isize {
    fn bitxor_assign(&mut self, rhs: &isize) {
        *self ^= *rhs;
    }
}

impl Not for isize {
    type Output = isize;

    fn not(self) -> isize {
        !self
    }
}

impl Not for &isize {
    type Output = isize;

    fn not(self) -> isize {
        !*self
    }
}

impl BitAnd for u8 {
    type Output = u8;

    fn bitand(self, rhs: u8) -> u8 {
        self & rhs
    }
}

impl BitAnd<u8> for &u8 {
    type Output = u8;

    fn bitand(self, rhs: u8) -> u8 {
        *self & rhs
    }
}

impl BitAnd<&u8> for u8 {
    type Output = u8;

    fn bitand(self, rhs: &u8) -> u8 {
        self & *rhs
    }
}

impl BitAnd<&u8> for &u8 {
    type Output = u8;

    fn bitand(self, rhs: &u8) -> u8 {
        *self & *rhs
    }
}

impl BitAndAssign for u8 {
    fn bitand_assign(&mut self, rhs: u8) {
        *self &= rhs;
    }
}

impl BitAndAssign<&u8> for u8 {
    fn bitand_assign(&mut self, rhs: &u8) {
        *self &= *rhs;
    }
}

impl BitOr for u8 {
    type Output = u8;

    fn bitor(self, rhs: u8) -> u8 {
        self | rhs
    }
}

impl BitOr<u8> for &u8 {
    type Output = u8;

    fn bitor(self, rhs: u8) -> u8 {
        *self | rhs
    }
}

impl BitOr<&u8> for u8 {
    type Output = u8;

    fn bitor(self, rhs: &u8) -> u8 {
        self | *rhs
    }
}

impl BitOr<&u8> for &u8 {
    type Output = u8;

    fn bitor(self, rhs: &u8) -> u8 {
        *self | *rhs
    }
}

impl BitOrAssign for u8 {
    fn bitor_assign(&mut self, rhs: u8) {
        *self |= rhs;
    }
}

impl BitOrAssign<&u8> for u8 {
    fn bitor_assign(&mut self, rhs: &u8) {
        *self |= *rhs;
    }
}

impl BitXor for u8 {
    type Output = u8;

    fn bitxor(self, rhs: u8) -> u8 {
        self ^ rhs
    }
}

impl BitXor<u8> for &u8 {
    type Output = u8;

    fn bitxor(self, rhs: u8) -> u8 {
        *self ^ rhs
    }
}

impl BitXor<&u8> for u8 {
    type Output = u8;

    fn bitxor(self, rhs: &u8) -> u8 {
        self ^ *rhs
    }
}

impl BitXor<&u8> for &u8 {
    type Output = u8;

    fn bitxor(self, rhs: &u8) -> u8 {
        *self ^ *rhs
    }
}

impl BitXorAssign for u8 {
    fn bitxor_assign(&mut self, rhs: u8) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&u8> for u8 {
    fn bitxor_assign(&mut self, rhs: &u8) {
        *self ^= *rhs;
    }
}

impl Not for u8 {
    type Output = u8;

    fn not(self) -> u8 {
        !self
    }
}

impl Not for &u8 {
    type Output = u8;

    fn not(self) -> u8 {
        !*self
    }
}

impl BitAnd for u16 {
    type Output = u16;

    fn bitand(self, rhs: u16) -> u16 {
        self & rhs
    }
}

impl BitAnd<u16> for &u16 {
    type Output = u16;

    fn bitand(self, rhs: u16) -> u16 {
        *self & rhs
    }
}

impl BitAnd<&u16> for u16 {
    type Output = u16;

    fn bitand(self, rhs: &u16) -> u16 {
        self & *rhs
    }
}

impl BitAnd<&u16> for &u16 {
    type Output = u16;

    fn bitand(self, rhs: &u16) -> u16 {
        *self & *rhs
    }
}

impl BitAndAssign for u16 {
    fn bitand_assign(&mut self, rhs: u16) {
        *self &= rhs;
    }
}

impl BitAndAssign<&u16> for u16 {
    fn bitand_assign(&mut self, rhs: &u16) {
        *self &= *rhs;
    }
}

impl BitOr for u16 {
    type Output = u16;

    fn bitor(self, rhs: u16) -> u16 {
        self | rhs
    }
}

impl BitOr<u16> for &u16 {
    type Output = u16;

    fn bitor(self, rhs: u16) -> u16 {
        *self | rhs
    }
}

impl BitOr<&u16> for u16 {
    type Output = u16;

    fn bitor(self, rhs: &u16) -> u16 {
        self | *rhs
    }
}

impl BitOr<&u16> for &u16 {
    type Output = u16;

    fn bitor(self, rhs: &u16) -> u16 {
        *self | *rhs
    }
}

impl BitOrAssign for u16 {
    fn bitor_assign(&mut self, rhs: u16) {
        *self |= rhs;
    }
}

impl BitOrAssign<&u16> for u16 {
    fn bitor_assign(&mut self, rhs: &u16) {
        *self |= *rhs;
    }
}

impl BitXor for u16 {
    type Output = u16;

    fn bitxor(self, rhs: u16) -> u16 {
        self ^ rhs
    }
}

impl BitXor<u16> for &u16 {
    type Output = u16;

    fn bitxor(self, rhs: u16) -> u16 {
        *self ^ rhs
    }
}

impl BitXor<&u16> for u16 {
    type Output = u16;

    fn bitxor(self, rhs: &u16) -> u16 {
        self ^ *rhs
    }
}

impl BitXor<&u16> for &u16 {
    type Output = u16;

    fn bitxor(self, rhs: &u16) -> u16 {
        *self ^ *rhs
    }
}

impl BitXorAssign for u16 {
    fn bitxor_assign(&mut self, rhs: u16) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&u16> for u16 {
    fn bitxor_assign(&mut self, rhs: &u16) {
        *self ^= *rhs;
    }
}

impl Not for u16 {
    type Output = u16;

    fn not(self) -> u16 {
        !self
    }
}

impl Not for &u16 {
    type Output = u16;

    fn not(self) -> u16 {
        !*self
    }
}

impl BitAnd for u32 {
    type Output = u32;

    fn bitand(self, rhs: u32) -> u32 {
        self & rhs
    }
}

impl BitAnd<u32> for &u32 {
    type Output = u32;

    fn bitand(self, rhs: u32) -> u32 {
        *self & rhs
    }
}

impl BitAnd<&u32> for u32 {
    type Output = u32;

    fn bitand(self, rhs: &u32) -> u32 {
        self & *rhs
    }
}

impl BitAnd<&u32> for &u32 {
    type Output = u32;

    fn bitand(self, rhs: &u32) -> u32 {
        *self & *rhs
    }
}

impl BitAndAssign for u32 {
    fn bitand_assign(&mut self, rhs: u32) {
        *self &= rhs;
    }
}

impl BitAndAssign<&u32> for u32 {
    fn bitand_assign(&mut self, rhs: &u32) {
        *self &= *rhs;
    }
}

impl BitOr for u32 {
    type Output = u32;

    fn bitor(self, rhs: u32) -> u32 {
        self | rhs
    }
}

impl BitOr<u32> for &u32 {
    type Output = u32;

    fn bitor(self, rhs: u32) -> u32 {
        *self | rhs
    }
}

impl BitOr<&u32> for u32 {
    type Output = u32;

    fn bitor(self, rhs: &u32) -> u32 {
        self | *rhs
    }
}

impl BitOr<&u32> for &u32 {
    type Output = u32;

    fn bitor(self, rhs: &u32) -> u32 {
        *self | *rhs
    }
}

impl BitOrAssign for u32 {
    fn bitor_assign(&mut self, rhs: u32) {
        *self |= rhs;
    }
}

impl BitOrAssign<&u32> for u32 {
    fn bitor_assign(&mut self, rhs: &u32) {
        *self |= *rhs;
    }
}

impl BitXor for u32 {
    type Output = u32;

    fn bitxor(self, rhs: u32) -> u32 {
        self ^ rhs
    }
}

impl BitXor<u32> for &u32 {
    type Output = u32;

    fn bitxor(self, rhs: u32) -> u32 {
        *self ^ rhs
    }
}

impl BitXor<&u32> for u32 {
    type Output = u32;

    fn bitxor(self, rhs: &u32) -> u32 {
        self ^ *rhs
    }
}

impl BitXor<&u32> for &u32 {
    type Output = u32;

    fn bitxor(self, rhs: &u32) -> u32 {
        *self ^ *rhs
    }
}

impl BitXorAssign for u32 {
    fn bitxor_assign(&mut self, rhs: u32) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&u32> for u32 {
    fn bitxor_assign(&mut self, rhs: &u32) {
        *self ^= *rhs;
    }
}

impl Not for u32 {
    type Output = u32;

    fn not(self) -> u32 {
        !self
    }
}

impl Not for &u32 {
    type Output = u32;

    fn not(self) -> u32 {
        !*self
    }
}

impl BitAnd for u64 {
    type Output = u64;

    fn bitand(self, rhs: u64) -> u64 {
        self & rhs
    }
}

impl BitAnd<u64> for &u64 {
    type Output = u64;

    fn bitand(self, rhs: u64) -> u64 {
        *self & rhs
    }
}

impl BitAnd<&u64> for u64 {
    type Output = u64;

    fn bitand(self, rhs: &u64) -> u64 {
        self & *rhs
    }
}

impl BitAnd<&u64> for &u64 {
    type Output = u64;

    fn bitand(self, rhs: &u64) -> u64 {
        *self & *rhs
    }
}

impl BitAndAssign for u64 {
    fn bitand_assign(&mut self, rhs: u64) {
        *self &= rhs;
    }
}

impl BitAndAssign<&u64> for u64 {
    fn bitand_assign(&mut self, rhs: &u64) {
        *self &= *rhs;
    }
}

impl BitOr for u64 {
    type Output = u64;

    fn bitor(self, rhs: u64) -> u64 {
        self | rhs
    }
}

impl BitOr<u64> for &u64 {
    type Output = u64;

    fn bitor(self, rhs: u64) -> u64 {
        *self | rhs
    }
}

impl BitOr<&u64> for u64 {
    type Output = u64;

    fn bitor(self, rhs: &u64) -> u64 {
        self | *rhs
    }
}

impl BitOr<&u64> for &u64 {
    type Output = u64;

    fn bitor(self, rhs: &u64) -> u64 {
        *self | *rhs
    }
}

impl BitOrAssign for u64 {
    fn bitor_assign(&mut self, rhs: u64) {
        *self |= rhs;
    }
}

impl BitOrAssign<&u64> for u64 {
    fn bitor_assign(&mut self, rhs: &u64) {
        *self |= *rhs;
    }
}

impl BitXor for u64 {
    type Output = u64;

    fn bitxor(self, rhs: u64) -> u64 {
        self ^ rhs
    }
}

impl BitXor<u64> for &u64 {
    type Output = u64;

    fn bitxor(self, rhs: u64) -> u64 {
        *self ^ rhs
    }
}

impl BitXor<&u64> for u64 {
    type Output = u64;

    fn bitxor(self, rhs: &u64) -> u64 {
        self ^ *rhs
    }
}

impl BitXor<&u64> for &u64 {
    type Output = u64;

    fn bitxor(self, rhs: &u64) -> u64 {
        *self ^ *rhs
    }
}

impl BitXorAssign for u64 {
    fn bitxor_assign(&mut self, rhs: u64) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&u64> for u64 {
    fn bitxor_assign(&mut self, rhs: &u64) {
        *self ^= *rhs;
    }
}

impl Not for u64 {
    type Output = u64;

    fn not(self) -> u64 {
        !self
    }
}

impl Not for &u64 {
    type Output = u64;

    fn not(self) -> u64 {
        !*self
    }
}

impl BitAnd for u128 {
    type Output = u128;

    fn bitand(self, rhs: u128) -> u128 {
        self & rhs
    }
}

impl BitAnd<u128> for &u128 {
    type Output = u128;

    fn bitand(self, rhs: u128) -> u128 {
        *self & rhs
    }
}

impl BitAnd<&u128> for u128 {
    type Output = u128;

    fn bitand(self, rhs: &u128) -> u128 {
        self & *rhs
    }
}

impl BitAnd<&u128> for &u128 {
    type Output = u128;

    fn bitand(self, rhs: &u128) -> u128 {
        *self & *rhs
    }
}

impl BitAndAssign for u128 {
    fn bitand_assign(&mut self, rhs: u128) {
        *self &= rhs;
    }
}

impl BitAndAssign<&u128> for u128 {
    fn bitand_assign(&mut self, rhs: &u128) {
        *self &= *rhs;
    }
}

impl BitOr for u128 {
    type Output = u128;

    fn bitor(self, rhs: u128) -> u128 {
        self | rhs
    }
}

impl BitOr<u128> for &u128 {
    type Output = u128;

    fn bitor(self, rhs: u128) -> u128 {
        *self | rhs
    }
}

impl BitOr<&u128> for u128 {
    type Output = u128;

    fn bitor(self, rhs: &u128) -> u128 {
        self | *rhs
    }
}

impl BitOr<&u128> for &u128 {
    type Output = u128;

    fn bitor(self, rhs: &u128) -> u128 {
        *self | *rhs
    }
}

impl BitOrAssign for u128 {
    fn bitor_assign(&mut self, rhs: u128) {
        *self |= rhs;
    }
}

impl BitOrAssign<&u128> for u128 {
    fn bitor_assign(&mut self, rhs: &u128) {
        *self |= *rhs;
    }
}

impl BitXor for u128 {
    type Output = u128;

    fn bitxor(self, rhs: u128) -> u128 {
        self ^ rhs
    }
}

impl BitXor<u128> for &u128 {
    type Output = u128;

    fn bitxor(self, rhs: u128) -> u128 {
        *self ^ rhs
    }
}

impl BitXor<&u128> for u128 {
    type Output = u128;

    fn bitxor(self, rhs: &u128) -> u128 {
        self ^ *rhs
    }
}

impl BitXor<&u128> for &u128 {
    type Output = u128;

    fn bitxor(self, rhs: &u128) -> u128 {
        *self ^ *rhs
    }
}

impl BitXorAssign for u128 {
    fn bitxor_assign(&mut self, rhs: u128) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&u128> for u128 {
    fn bitxor_assign(&mut self, rhs: &u128) {
        *self ^= *rhs;
    }
}

impl Not for u128 {
    type Output = u128;

    fn not(self) -> u128 {
        !self
    }
}

impl Not for &u128 {
    type Output = u128;

    fn not(self) -> u128 {
        !*self
    }
}

impl BitAnd for usize {
    type Output = usize;

    fn bitand(self, rhs: usize) -> usize {
        self & rhs
    }
}

impl BitAnd<usize> for &usize {
    type Output = usize;

    fn bitand(self, rhs: usize) -> usize {
        *self & rhs
    }
}

impl BitAnd<&usize> for usize {
    type Output = usize;

    fn bitand(self, rhs: &usize) -> usize {
        self & *rhs
    }
}

impl BitAnd<&usize> for &usize {
    type Output = usize;

    fn bitand(self, rhs: &usize) -> usize {
        *self & *rhs
    }
}

impl BitAndAssign for usize {
    fn bitand_assign(&mut self, rhs: usize) {
        *self &= rhs;
    }
}

impl BitAndAssign<&usize> for usize {
    fn bitand_assign(&mut self, rhs: &usize) {
        *self &= *rhs;
    }
}

impl BitOr for usize {
    type Output = usize;

    fn bitor(self, rhs: usize) -> usize {
        self | rhs
    }
}

impl BitOr<usize> for &usize {
    type Output = usize;

    fn bitor(self, rhs: usize) -> usize {
        *self | rhs
    }
}

impl BitOr<&usize> for usize {
    type Output = usize;

    fn bitor(self, rhs: &usize) -> usize {
        self | *rhs
    }
}

impl BitOr<&usize> for &usize {
    type Output = usize;

    fn bitor(self, rhs: &usize) -> usize {
        *self | *rhs
    }
}

impl BitOrAssign for usize {
    fn bitor_assign(&mut self, rhs: usize) {
        *self |= rhs;
    }
}

impl BitOrAssign<&usize> for usize {
    fn bitor_assign(&mut self, rhs: &usize) {
        *self |= *rhs;
    }
}

impl BitXor for usize {
    type Output = usize;

    fn bitxor(self, rhs: usize) -> usize {
        self ^ rhs
    }
}

impl BitXor<usize> for &usize {
    type Output = usize;

    fn bitxor(self, rhs: usize) -> usize {
        *self ^ rhs
    }
}

impl BitXor<&usize> for usize {
    type Output = usize;

    fn bitxor(self, rhs: &usize) -> usize {
        self ^ *rhs
    }
}

impl BitXor<&usize> for &usize {
    type Output = usize;

    fn bitxor(self, rhs: &usize) -> usize {
        *self ^ *rhs
    }
}

impl BitXorAssign for usize {
    fn bitxor_assign(&mut self, rhs: usize) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&usize> for usize {
    fn bitxor_assign(&mut self, rhs: &usize) {
        *self ^= *rhs;
    }
}

impl Not for usize {
    type Output = usize;

    fn not(self) -> usize {
        !self
    }
}

impl Not for &usize {
    type Output = usize;

    fn not(self) -> usize {
        !*self
    }
}

impl BitAnd for bool {
    type Output = bool;

    fn bitand(self, rhs: bool) -> bool {
        self & rhs
    }
}

impl BitAnd<bool> for &bool {
    type Output = bool;

    fn bitand(self, rhs: bool) -> bool {
        *self & rhs
    }
}

impl BitAnd<&bool> for bool {
    type Output = bool;

    fn bitand(self, rhs: &bool) -> bool {
        self & *rhs
    }
}

impl BitAnd<&bool> for &bool {
    type Output = bool;

    fn bitand(self, rhs: &bool) -> bool {
        *self & *rhs
    }
}

impl BitAndAssign for bool {
    fn bitand_assign(&mut self, rhs: bool) {
        *self &= rhs;
    }
}

impl BitAndAssign<&bool> for bool {
    fn bitand_assign(&mut self, rhs: &bool) {
        *self &= *rhs;
    }
}

impl BitOr for bool {
    type Output = bool;

    fn bitor(self, rhs: bool) -> bool {
        self | rhs
    }
}

impl BitOr<bool> for &bool {
    type Output = bool;

    fn bitor(self, rhs: bool) -> bool {
        *self | rhs
    }
}

impl BitOr<&bool> for bool {
    type Output = bool;

    fn bitor(self, rhs: &bool) -> bool {
        self | *rhs
    }
}

impl BitOr<&bool> for &bool {
    type Output = bool;

    fn bitor(self, rhs: &bool) -> bool {
        *self | *rhs
    }
}

impl BitOrAssign for bool {
    fn bitor_assign(&mut self, rhs: bool) {
        *self |= rhs;
    }
}

impl BitOrAssign<&bool> for bool {
    fn bitor_assign(&mut self, rhs: &bool) {
        *self |= *rhs;
    }
}

impl BitXor for bool {
    type Output = bool;

    fn bitxor(self, rhs: bool) -> bool {
        self ^ rhs
    }
}

impl BitXor<bool> for &bool {
    type Output = bool;

    fn bitxor(self, rhs: bool) -> bool {
        *self ^ rhs
    }
}

impl BitXor<&bool> for bool {
    type Output = bool;

    fn bitxor(self, rhs: &bool) -> bool {
        self ^ *rhs
    }
}

impl BitXor<&bool> for &bool {
    type Output = bool;

    fn bitxor(self, rhs: &bool) -> bool {
        *self ^ *rhs
    }
}

impl BitXorAssign for bool {
    fn bitxor_assign(&mut self, rhs: bool) {
        *self ^= rhs;
    }
}

impl BitXorAssign<&bool> for bool {
    fn bitxor_assign(&mut self, rhs: &bool) {
        *self ^= *rhs;
    }
}

impl Not for bool {
    type Output = bool;

    fn not(self) -> bool {
        !self
    }
}

impl Not for &bool {
    type Output = bool;

    fn not(self) -> bool {
        !*self
    }
}

impl Shl for i8 {
    type Output = i8;

    fn shl(self, rhs: i8) -> i8 {
        if rhs as u64 >= 8 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for i8 {
    fn shl_assign(&mut self, rhs: i8) {
        if rhs as u64 >= 8 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for i8 {
    type Output = i8;

    fn shr(self, rhs: i8) -> i8 {
        if rhs as u64 >= 8 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for i8 {
    fn shr_assign(&mut self, rhs: i8) {
        if rhs as u64 >= 8 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for i8 {
    type Output = i8;

    fn shl(self, rhs: i32) -> i8 {
        if rhs as u64 >= 8 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for i8 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 8 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for i8 {
    type Output = i8;

    fn shr(self, rhs: i32) -> i8 {
        if rhs as u64 >= 8 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for i8 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 8 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for i8 {
    type Output = i8;

    fn shl(self, rhs: u32) -> i8 {
        if rhs as u64 >= 8 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for i8 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 8 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for i8 {
    type Output = i8;

    fn shr(self, rhs: u32) -> i8 {
        if rhs as u64 >= 8 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for i8 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 8 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for i8 {
    type Output = i8;

    fn shl(self, rhs: usize) -> i8 {
        if rhs as u64 >= 8 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for i8 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 8 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for i8 {
    type Output = i8;

    fn shr(self, rhs: usize) -> i8 {
        if rhs as u64 >= 8 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for i8 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 8 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for i16 {
    type Output = i16;

    fn shl(self, rhs: i16) -> i16 {
        if rhs as u64 >= 16 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for i16 {
    fn shl_assign(&mut self, rhs: i16) {
        if rhs as u64 >= 16 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for i16 {
    type Output = i16;

    fn shr(self, rhs: i16) -> i16 {
        if rhs as u64 >= 16 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for i16 {
    fn shr_assign(&mut self, rhs: i16) {
        if rhs as u64 >= 16 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for i16 {
    type Output = i16;

    fn shl(self, rhs: i32) -> i16 {
        if rhs as u64 >= 16 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for i16 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 16 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for i16 {
    type Output = i16;

    fn shr(self, rhs: i32) -> i16 {
        if rhs as u64 >= 16 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for i16 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 16 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for i16 {
    type Output = i16;

    fn shl(self, rhs: u32) -> i16 {
        if rhs as u64 >= 16 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for i16 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 16 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for i16 {
    type Output = i16;

    fn shr(self, rhs: u32) -> i16 {
        if rhs as u64 >= 16 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for i16 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 16 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for i16 {
    type Output = i16;

    fn shl(self, rhs: usize) -> i16 {
        if rhs as u64 >= 16 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for i16 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 16 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for i16 {
    type Output = i16;

    fn shr(self, rhs: usize) -> i16 {
        if rhs as u64 >= 16 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for i16 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 16 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for i32 {
    type Output = i32;

    fn shl(self, rhs: i32) -> i32 {
        if rhs as u64 >= 32 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for i32 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 32 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for i32 {
    type Output = i32;

    fn shr(self, rhs: i32) -> i32 {
        if rhs as u64 >= 32 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for i32 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 32 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for i32 {
    type Output = i32;

    fn shl(self, rhs: u32) -> i32 {
        if rhs as u64 >= 32 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for i32 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 32 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for i32 {
    type Output = i32;

    fn shr(self, rhs: u32) -> i32 {
        if rhs as u64 >= 32 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for i32 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 32 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for i32 {
    type Output = i32;

    fn shl(self, rhs: usize) -> i32 {
        if rhs as u64 >= 32 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for i32 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 32 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for i32 {
    type Output = i32;

    fn shr(self, rhs: usize) -> i32 {
        if rhs as u64 >= 32 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for i32 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 32 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for i64 {
    type Output = i64;

    fn shl(self, rhs: i64) -> i64 {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for i64 {
    fn shl_assign(&mut self, rhs: i64) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for i64 {
    type Output = i64;

    fn shr(self, rhs: i64) -> i64 {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for i64 {
    fn shr_assign(&mut self, rhs: i64) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for i64 {
    type Output = i64;

    fn shl(self, rhs: i32) -> i64 {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for i64 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for i64 {
    type Output = i64;

    fn shr(self, rhs: i32) -> i64 {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for i64 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for i64 {
    type Output = i64;

    fn shl(self, rhs: u32) -> i64 {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for i64 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for i64 {
    type Output = i64;

    fn shr(self, rhs: u32) -> i64 {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for i64 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for i64 {
    type Output = i64;

    fn shl(self, rhs: usize) -> i64 {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for i64 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for i64 {
    type Output = i64;

    fn shr(self, rhs: usize) -> i64 {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for i64 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for i128 {
    type Output = i128;

    fn shl(self, rhs: i128) -> i128 {
        if rhs as u128 >= 128 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for i128 {
    fn shl_assign(&mut self, rhs: i128) {
        if rhs as u128 >= 128 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for i128 {
    type Output = i128;

    fn shr(self, rhs: i128) -> i128 {
        if rhs as u128 >= 128 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for i128 {
    fn shr_assign(&mut self, rhs: i128) {
        if rhs as u128 >= 128 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for i128 {
    type Output = i128;

    fn shl(self, rhs: i32) -> i128 {
        if rhs as u64 >= 128 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for i128 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 128 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for i128 {
    type Output = i128;

    fn shr(self, rhs: i32) -> i128 {
        if rhs as u64 >= 128 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for i128 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 128 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for i128 {
    type Output = i128;

    fn shl(self, rhs: u32) -> i128 {
        if rhs as u64 >= 128 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for i128 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 128 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for i128 {
    type Output = i128;

    fn shr(self, rhs: u32) -> i128 {
        if rhs as u64 >= 128 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for i128 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 128 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for i128 {
    type Output = i128;

    fn shl(self, rhs: usize) -> i128 {
        if rhs as u64 >= 128 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for i128 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 128 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for i128 {
    type Output = i128;

    fn shr(self, rhs: usize) -> i128 {
        if rhs as u64 >= 128 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for i128 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 128 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for isize {
    type Output = isize;

    fn shl(self, rhs: isize) -> isize {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for isize {
    fn shl_assign(&mut self, rhs: isize) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for isize {
    type Output = isize;

    fn shr(self, rhs: isize) -> isize {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for isize {
    fn shr_assign(&mut self, rhs: isize) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for isize {
    type Output = isize;

    fn shl(self, rhs: i32) -> isize {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for isize {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for isize {
    type Output = isize;

    fn shr(self, rhs: i32) -> isize {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for isize {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for isize {
    type Output = isize;

    fn shl(self, rhs: u32) -> isize {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for isize {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for isize {
    type Output = isize;

    fn shr(self, rhs: u32) -> isize {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for isize {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for isize {
    type Output = isize;

    fn shl(self, rhs: usize) -> isize {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for isize {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for isize {
    type Output = isize;

    fn shr(self, rhs: usize) -> isize {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for isize {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for u8 {
    type Output = u8;

    fn shl(self, rhs: u8) -> u8 {
        if rhs as u64 >= 8 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for u8 {
    fn shl_assign(&mut self, rhs: u8) {
        if rhs as u64 >= 8 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for u8 {
    type Output = u8;

    fn shr(self, rhs: u8) -> u8 {
        if rhs as u64 >= 8 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for u8 {
    fn shr_assign(&mut self, rhs: u8) {
        if rhs as u64 >= 8 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for u8 {
    type Output = u8;

    fn shl(self, rhs: i32) -> u8 {
        if rhs as u64 >= 8 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for u8 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 8 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for u8 {
    type Output = u8;

    fn shr(self, rhs: i32) -> u8 {
        if rhs as u64 >= 8 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for u8 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 8 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for u8 {
    type Output = u8;

    fn shl(self, rhs: u32) -> u8 {
        if rhs as u64 >= 8 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for u8 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 8 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for u8 {
    type Output = u8;

    fn shr(self, rhs: u32) -> u8 {
        if rhs as u64 >= 8 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for u8 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 8 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for u8 {
    type Output = u8;

    fn shl(self, rhs: usize) -> u8 {
        if rhs as u64 >= 8 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for u8 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 8 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for u8 {
    type Output = u8;

    fn shr(self, rhs: usize) -> u8 {
        if rhs as u64 >= 8 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for u8 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 8 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for u16 {
    type Output = u16;

    fn shl(self, rhs: u16) -> u16 {
        if rhs as u64 >= 16 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for u16 {
    fn shl_assign(&mut self, rhs: u16) {
        if rhs as u64 >= 16 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for u16 {
    type Output = u16;

    fn shr(self, rhs: u16) -> u16 {
        if rhs as u64 >= 16 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for u16 {
    fn shr_assign(&mut self, rhs: u16) {
        if rhs as u64 >= 16 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for u16 {
    type Output = u16;

    fn shl(self, rhs: i32) -> u16 {
        if rhs as u64 >= 16 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for u16 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 16 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for u16 {
    type Output = u16;

    fn shr(self, rhs: i32) -> u16 {
        if rhs as u64 >= 16 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for u16 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 16 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for u16 {
    type Output = u16;

    fn shl(self, rhs: u32) -> u16 {
        if rhs as u64 >= 16 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for u16 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 16 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for u16 {
    type Output = u16;

    fn shr(self, rhs: u32) -> u16 {
        if rhs as u64 >= 16 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for u16 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 16 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for u16 {
    type Output = u16;

    fn shl(self, rhs: usize) -> u16 {
        if rhs as u64 >= 16 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for u16 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 16 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for u16 {
    type Output = u16;

    fn shr(self, rhs: usize) -> u16 {
        if rhs as u64 >= 16 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for u16 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 16 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for u32 {
    type Output = u32;

    fn shl(self, rhs: u32) -> u32 {
        if rhs as u64 >= 32 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for u32 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 32 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for u32 {
    type Output = u32;

    fn shr(self, rhs: u32) -> u32 {
        if rhs as u64 >= 32 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for u32 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 32 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for u32 {
    type Output = u32;

    fn shl(self, rhs: i32) -> u32 {
        if rhs as u64 >= 32 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for u32 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 32 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for u32 {
    type Output = u32;

    fn shr(self, rhs: i32) -> u32 {
        if rhs as u64 >= 32 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for u32 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 32 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for u32 {
    type Output = u32;

    fn shl(self, rhs: usize) -> u32 {
        if rhs as u64 >= 32 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for u32 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 32 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for u32 {
    type Output = u32;

    fn shr(self, rhs: usize) -> u32 {
        if rhs as u64 >= 32 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for u32 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 32 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for u64 {
    type Output = u64;

    fn shl(self, rhs: u64) -> u64 {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for u64 {
    fn shl_assign(&mut self, rhs: u64) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for u64 {
    type Output = u64;

    fn shr(self, rhs: u64) -> u64 {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for u64 {
    fn shr_assign(&mut self, rhs: u64) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for u64 {
    type Output = u64;

    fn shl(self, rhs: i32) -> u64 {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for u64 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for u64 {
    type Output = u64;

    fn shr(self, rhs: i32) -> u64 {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for u64 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for u64 {
    type Output = u64;

    fn shl(self, rhs: u32) -> u64 {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for u64 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for u64 {
    type Output = u64;

    fn shr(self, rhs: u32) -> u64 {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for u64 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for u64 {
    type Output = u64;

    fn shl(self, rhs: usize) -> u64 {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for u64 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for u64 {
    type Output = u64;

    fn shr(self, rhs: usize) -> u64 {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for u64 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for u128 {
    type Output = u128;

    fn shl(self, rhs: u128) -> u128 {
        if rhs as u128 >= 128 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for u128 {
    fn shl_assign(&mut self, rhs: u128) {
        if rhs as u128 >= 128 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for u128 {
    type Output = u128;

    fn shr(self, rhs: u128) -> u128 {
        if rhs as u128 >= 128 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for u128 {
    fn shr_assign(&mut self, rhs: u128) {
        if rhs as u128 >= 128 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for u128 {
    type Output = u128;

    fn shl(self, rhs: i32) -> u128 {
        if rhs as u64 >= 128 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for u128 {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 128 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for u128 {
    type Output = u128;

    fn shr(self, rhs: i32) -> u128 {
        if rhs as u64 >= 128 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for u128 {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 128 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for u128 {
    type Output = u128;

    fn shl(self, rhs: u32) -> u128 {
        if rhs as u64 >= 128 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for u128 {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 128 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for u128 {
    type Output = u128;

    fn shr(self, rhs: u32) -> u128 {
        if rhs as u64 >= 128 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for u128 {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 128 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<usize> for u128 {
    type Output = u128;

    fn shl(self, rhs: usize) -> u128 {
        if rhs as u64 >= 128 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<usize> for u128 {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 128 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<usize> for u128 {
    type Output = u128;

    fn shr(self, rhs: usize) -> u128 {
        if rhs as u64 >= 128 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<usize> for u128 {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 128 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl for usize {
    type Output = usize;

    fn shl(self, rhs: usize) -> usize {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign for usize {
    fn shl_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr for usize {
    type Output = usize;

    fn shr(self, rhs: usize) -> usize {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign for usize {
    fn shr_assign(&mut self, rhs: usize) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<i32> for usize {
    type Output = usize;

    fn shl(self, rhs: i32) -> usize {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<i32> for usize {
    fn shl_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<i32> for usize {
    type Output = usize;

    fn shr(self, rhs: i32) -> usize {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<i32> for usize {
    fn shr_assign(&mut self, rhs: i32) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}

impl Shl<u32> for usize {
    type Output = usize;

    fn shl(self, rhs: u32) -> usize {
        if rhs as u64 >= 64 {
            shl_overflow();
        }
        self << rhs
    }
}

impl ShlAssign<u32> for usize {
    fn shl_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 64 {
            shl_assign_overflow();
        }
        *self <<= rhs;
    }
}

impl Shr<u32> for usize {
    type Output = usize;

    fn shr(self, rhs: u32) -> usize {
        if rhs as u64 >= 64 {
            shr_overflow();
        }
        self >> rhs
    }
}

impl ShrAssign<u32> for usize {
    fn shr_assign(&mut self, rhs: u32) {
        if rhs as u64 >= 64 {
            shr_assign_overflow();
        }
        *self >>= rhs;
    }
}
