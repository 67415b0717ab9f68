//! Bit operations of integers and of `bool`, by value and by reference.

use super::{BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Not};

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
