//! Integers that wrap around.

use crate::fmt;
use crate::ops::{
    Add, AddAssign, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Div, DivAssign, Mul, MulAssign,
    Neg, Not, Rem, RemAssign, Shl, ShlAssign, Shr, ShrAssign, Sub, SubAssign,
};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Wrapping<T>(pub T);

impl<T: fmt::Debug> fmt::Debug for Wrapping<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<T: fmt::Display> fmt::Display for Wrapping<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl<T: fmt::Binary> fmt::Binary for Wrapping<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Binary::fmt(&self.0, f)
    }
}

impl<T: fmt::Octal> fmt::Octal for Wrapping<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Octal::fmt(&self.0, f)
    }
}

impl<T: fmt::LowerHex> fmt::LowerHex for Wrapping<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::LowerHex::fmt(&self.0, f)
    }
}

impl<T: fmt::UpperHex> fmt::UpperHex for Wrapping<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::UpperHex::fmt(&self.0, f)
    }
}

/// Integers, whose operations are std's `wrapping_` ones.
pub trait Wraps: Copy {
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn over(self, other: Self) -> Self;
    fn rest(self, other: Self) -> Self;
    fn and(self, other: Self) -> Self;
    fn or(self, other: Self) -> Self;
    fn xor(self, other: Self) -> Self;
    fn inverted(self) -> Self;
    fn negated(self) -> Self;
    fn left(self, places: u32) -> Self;
    fn right(self, places: u32) -> Self;
}

impl Wraps for i8 {
    fn plus(self, other: i8) -> i8 {
        self.wrapping_add(other)
    }

    fn minus(self, other: i8) -> i8 {
        self.wrapping_sub(other)
    }

    fn times(self, other: i8) -> i8 {
        self.wrapping_mul(other)
    }

    fn over(self, other: i8) -> i8 {
        self.wrapping_div(other)
    }

    fn rest(self, other: i8) -> i8 {
        self.wrapping_rem(other)
    }

    fn and(self, other: i8) -> i8 {
        self & other
    }

    fn or(self, other: i8) -> i8 {
        self | other
    }

    fn xor(self, other: i8) -> i8 {
        self ^ other
    }

    fn inverted(self) -> i8 {
        !self
    }

    fn negated(self) -> i8 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> i8 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> i8 {
        self.wrapping_shr(places)
    }
}

impl Wraps for i16 {
    fn plus(self, other: i16) -> i16 {
        self.wrapping_add(other)
    }

    fn minus(self, other: i16) -> i16 {
        self.wrapping_sub(other)
    }

    fn times(self, other: i16) -> i16 {
        self.wrapping_mul(other)
    }

    fn over(self, other: i16) -> i16 {
        self.wrapping_div(other)
    }

    fn rest(self, other: i16) -> i16 {
        self.wrapping_rem(other)
    }

    fn and(self, other: i16) -> i16 {
        self & other
    }

    fn or(self, other: i16) -> i16 {
        self | other
    }

    fn xor(self, other: i16) -> i16 {
        self ^ other
    }

    fn inverted(self) -> i16 {
        !self
    }

    fn negated(self) -> i16 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> i16 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> i16 {
        self.wrapping_shr(places)
    }
}

impl Wraps for i32 {
    fn plus(self, other: i32) -> i32 {
        self.wrapping_add(other)
    }

    fn minus(self, other: i32) -> i32 {
        self.wrapping_sub(other)
    }

    fn times(self, other: i32) -> i32 {
        self.wrapping_mul(other)
    }

    fn over(self, other: i32) -> i32 {
        self.wrapping_div(other)
    }

    fn rest(self, other: i32) -> i32 {
        self.wrapping_rem(other)
    }

    fn and(self, other: i32) -> i32 {
        self & other
    }

    fn or(self, other: i32) -> i32 {
        self | other
    }

    fn xor(self, other: i32) -> i32 {
        self ^ other
    }

    fn inverted(self) -> i32 {
        !self
    }

    fn negated(self) -> i32 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> i32 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> i32 {
        self.wrapping_shr(places)
    }
}

impl Wraps for i64 {
    fn plus(self, other: i64) -> i64 {
        self.wrapping_add(other)
    }

    fn minus(self, other: i64) -> i64 {
        self.wrapping_sub(other)
    }

    fn times(self, other: i64) -> i64 {
        self.wrapping_mul(other)
    }

    fn over(self, other: i64) -> i64 {
        self.wrapping_div(other)
    }

    fn rest(self, other: i64) -> i64 {
        self.wrapping_rem(other)
    }

    fn and(self, other: i64) -> i64 {
        self & other
    }

    fn or(self, other: i64) -> i64 {
        self | other
    }

    fn xor(self, other: i64) -> i64 {
        self ^ other
    }

    fn inverted(self) -> i64 {
        !self
    }

    fn negated(self) -> i64 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> i64 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> i64 {
        self.wrapping_shr(places)
    }
}

impl Wraps for i128 {
    fn plus(self, other: i128) -> i128 {
        self.wrapping_add(other)
    }

    fn minus(self, other: i128) -> i128 {
        self.wrapping_sub(other)
    }

    fn times(self, other: i128) -> i128 {
        self.wrapping_mul(other)
    }

    fn over(self, other: i128) -> i128 {
        self.wrapping_div(other)
    }

    fn rest(self, other: i128) -> i128 {
        self.wrapping_rem(other)
    }

    fn and(self, other: i128) -> i128 {
        self & other
    }

    fn or(self, other: i128) -> i128 {
        self | other
    }

    fn xor(self, other: i128) -> i128 {
        self ^ other
    }

    fn inverted(self) -> i128 {
        !self
    }

    fn negated(self) -> i128 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> i128 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> i128 {
        self.wrapping_shr(places)
    }
}

impl Wraps for isize {
    fn plus(self, other: isize) -> isize {
        self.wrapping_add(other)
    }

    fn minus(self, other: isize) -> isize {
        self.wrapping_sub(other)
    }

    fn times(self, other: isize) -> isize {
        self.wrapping_mul(other)
    }

    fn over(self, other: isize) -> isize {
        self.wrapping_div(other)
    }

    fn rest(self, other: isize) -> isize {
        self.wrapping_rem(other)
    }

    fn and(self, other: isize) -> isize {
        self & other
    }

    fn or(self, other: isize) -> isize {
        self | other
    }

    fn xor(self, other: isize) -> isize {
        self ^ other
    }

    fn inverted(self) -> isize {
        !self
    }

    fn negated(self) -> isize {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> isize {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> isize {
        self.wrapping_shr(places)
    }
}

impl Wraps for u8 {
    fn plus(self, other: u8) -> u8 {
        self.wrapping_add(other)
    }

    fn minus(self, other: u8) -> u8 {
        self.wrapping_sub(other)
    }

    fn times(self, other: u8) -> u8 {
        self.wrapping_mul(other)
    }

    fn over(self, other: u8) -> u8 {
        self.wrapping_div(other)
    }

    fn rest(self, other: u8) -> u8 {
        self.wrapping_rem(other)
    }

    fn and(self, other: u8) -> u8 {
        self & other
    }

    fn or(self, other: u8) -> u8 {
        self | other
    }

    fn xor(self, other: u8) -> u8 {
        self ^ other
    }

    fn inverted(self) -> u8 {
        !self
    }

    fn negated(self) -> u8 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> u8 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> u8 {
        self.wrapping_shr(places)
    }
}

impl Wraps for u16 {
    fn plus(self, other: u16) -> u16 {
        self.wrapping_add(other)
    }

    fn minus(self, other: u16) -> u16 {
        self.wrapping_sub(other)
    }

    fn times(self, other: u16) -> u16 {
        self.wrapping_mul(other)
    }

    fn over(self, other: u16) -> u16 {
        self.wrapping_div(other)
    }

    fn rest(self, other: u16) -> u16 {
        self.wrapping_rem(other)
    }

    fn and(self, other: u16) -> u16 {
        self & other
    }

    fn or(self, other: u16) -> u16 {
        self | other
    }

    fn xor(self, other: u16) -> u16 {
        self ^ other
    }

    fn inverted(self) -> u16 {
        !self
    }

    fn negated(self) -> u16 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> u16 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> u16 {
        self.wrapping_shr(places)
    }
}

impl Wraps for u32 {
    fn plus(self, other: u32) -> u32 {
        self.wrapping_add(other)
    }

    fn minus(self, other: u32) -> u32 {
        self.wrapping_sub(other)
    }

    fn times(self, other: u32) -> u32 {
        self.wrapping_mul(other)
    }

    fn over(self, other: u32) -> u32 {
        self.wrapping_div(other)
    }

    fn rest(self, other: u32) -> u32 {
        self.wrapping_rem(other)
    }

    fn and(self, other: u32) -> u32 {
        self & other
    }

    fn or(self, other: u32) -> u32 {
        self | other
    }

    fn xor(self, other: u32) -> u32 {
        self ^ other
    }

    fn inverted(self) -> u32 {
        !self
    }

    fn negated(self) -> u32 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> u32 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> u32 {
        self.wrapping_shr(places)
    }
}

impl Wraps for u64 {
    fn plus(self, other: u64) -> u64 {
        self.wrapping_add(other)
    }

    fn minus(self, other: u64) -> u64 {
        self.wrapping_sub(other)
    }

    fn times(self, other: u64) -> u64 {
        self.wrapping_mul(other)
    }

    fn over(self, other: u64) -> u64 {
        self.wrapping_div(other)
    }

    fn rest(self, other: u64) -> u64 {
        self.wrapping_rem(other)
    }

    fn and(self, other: u64) -> u64 {
        self & other
    }

    fn or(self, other: u64) -> u64 {
        self | other
    }

    fn xor(self, other: u64) -> u64 {
        self ^ other
    }

    fn inverted(self) -> u64 {
        !self
    }

    fn negated(self) -> u64 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> u64 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> u64 {
        self.wrapping_shr(places)
    }
}

impl Wraps for u128 {
    fn plus(self, other: u128) -> u128 {
        self.wrapping_add(other)
    }

    fn minus(self, other: u128) -> u128 {
        self.wrapping_sub(other)
    }

    fn times(self, other: u128) -> u128 {
        self.wrapping_mul(other)
    }

    fn over(self, other: u128) -> u128 {
        self.wrapping_div(other)
    }

    fn rest(self, other: u128) -> u128 {
        self.wrapping_rem(other)
    }

    fn and(self, other: u128) -> u128 {
        self & other
    }

    fn or(self, other: u128) -> u128 {
        self | other
    }

    fn xor(self, other: u128) -> u128 {
        self ^ other
    }

    fn inverted(self) -> u128 {
        !self
    }

    fn negated(self) -> u128 {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> u128 {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> u128 {
        self.wrapping_shr(places)
    }
}

impl Wraps for usize {
    fn plus(self, other: usize) -> usize {
        self.wrapping_add(other)
    }

    fn minus(self, other: usize) -> usize {
        self.wrapping_sub(other)
    }

    fn times(self, other: usize) -> usize {
        self.wrapping_mul(other)
    }

    fn over(self, other: usize) -> usize {
        self.wrapping_div(other)
    }

    fn rest(self, other: usize) -> usize {
        self.wrapping_rem(other)
    }

    fn and(self, other: usize) -> usize {
        self & other
    }

    fn or(self, other: usize) -> usize {
        self | other
    }

    fn xor(self, other: usize) -> usize {
        self ^ other
    }

    fn inverted(self) -> usize {
        !self
    }

    fn negated(self) -> usize {
        self.wrapping_neg()
    }

    fn left(self, places: u32) -> usize {
        self.wrapping_shl(places)
    }

    fn right(self, places: u32) -> usize {
        self.wrapping_shr(places)
    }
}

impl<T: Wraps> Add for Wrapping<T> {
    type Output = Wrapping<T>;

    fn add(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.plus(other.0))
    }
}

impl<'a, T: Wraps> Add<&'a Wrapping<T>> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn add(self, other: &'a Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.plus(other.0))
    }
}

impl<T: Wraps> AddAssign for Wrapping<T> {
    fn add_assign(&mut self, other: Wrapping<T>) {
        self.0 = self.0.plus(other.0);
    }
}

impl<T: Wraps> AddAssign<T> for Wrapping<T> {
    fn add_assign(&mut self, other: T) {
        self.0 = self.0.plus(other);
    }
}

impl<T: Wraps> Sub for Wrapping<T> {
    type Output = Wrapping<T>;

    fn sub(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.minus(other.0))
    }
}

impl<'a, T: Wraps> Sub<&'a Wrapping<T>> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn sub(self, other: &'a Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.minus(other.0))
    }
}

impl<T: Wraps> SubAssign for Wrapping<T> {
    fn sub_assign(&mut self, other: Wrapping<T>) {
        self.0 = self.0.minus(other.0);
    }
}

impl<T: Wraps> SubAssign<T> for Wrapping<T> {
    fn sub_assign(&mut self, other: T) {
        self.0 = self.0.minus(other);
    }
}

impl<T: Wraps> Mul for Wrapping<T> {
    type Output = Wrapping<T>;

    fn mul(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.times(other.0))
    }
}

impl<'a, T: Wraps> Mul<&'a Wrapping<T>> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn mul(self, other: &'a Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.times(other.0))
    }
}

impl<T: Wraps> MulAssign for Wrapping<T> {
    fn mul_assign(&mut self, other: Wrapping<T>) {
        self.0 = self.0.times(other.0);
    }
}

impl<T: Wraps> MulAssign<T> for Wrapping<T> {
    fn mul_assign(&mut self, other: T) {
        self.0 = self.0.times(other);
    }
}

impl<T: Wraps> Div for Wrapping<T> {
    type Output = Wrapping<T>;

    fn div(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.over(other.0))
    }
}

impl<'a, T: Wraps> Div<&'a Wrapping<T>> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn div(self, other: &'a Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.over(other.0))
    }
}

impl<T: Wraps> DivAssign for Wrapping<T> {
    fn div_assign(&mut self, other: Wrapping<T>) {
        self.0 = self.0.over(other.0);
    }
}

impl<T: Wraps> DivAssign<T> for Wrapping<T> {
    fn div_assign(&mut self, other: T) {
        self.0 = self.0.over(other);
    }
}

impl<T: Wraps> Rem for Wrapping<T> {
    type Output = Wrapping<T>;

    fn rem(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.rest(other.0))
    }
}

impl<'a, T: Wraps> Rem<&'a Wrapping<T>> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn rem(self, other: &'a Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.rest(other.0))
    }
}

impl<T: Wraps> RemAssign for Wrapping<T> {
    fn rem_assign(&mut self, other: Wrapping<T>) {
        self.0 = self.0.rest(other.0);
    }
}

impl<T: Wraps> RemAssign<T> for Wrapping<T> {
    fn rem_assign(&mut self, other: T) {
        self.0 = self.0.rest(other);
    }
}

impl<T: Wraps> BitAnd for Wrapping<T> {
    type Output = Wrapping<T>;

    fn bitand(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.and(other.0))
    }
}

impl<'a, T: Wraps> BitAnd<&'a Wrapping<T>> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn bitand(self, other: &'a Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.and(other.0))
    }
}

impl<T: Wraps> BitAndAssign for Wrapping<T> {
    fn bitand_assign(&mut self, other: Wrapping<T>) {
        self.0 = self.0.and(other.0);
    }
}

impl<T: Wraps> BitAndAssign<T> for Wrapping<T> {
    fn bitand_assign(&mut self, other: T) {
        self.0 = self.0.and(other);
    }
}

impl<T: Wraps> BitOr for Wrapping<T> {
    type Output = Wrapping<T>;

    fn bitor(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.or(other.0))
    }
}

impl<'a, T: Wraps> BitOr<&'a Wrapping<T>> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn bitor(self, other: &'a Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.or(other.0))
    }
}

impl<T: Wraps> BitOrAssign for Wrapping<T> {
    fn bitor_assign(&mut self, other: Wrapping<T>) {
        self.0 = self.0.or(other.0);
    }
}

impl<T: Wraps> BitOrAssign<T> for Wrapping<T> {
    fn bitor_assign(&mut self, other: T) {
        self.0 = self.0.or(other);
    }
}

impl<T: Wraps> BitXor for Wrapping<T> {
    type Output = Wrapping<T>;

    fn bitxor(self, other: Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.xor(other.0))
    }
}

impl<'a, T: Wraps> BitXor<&'a Wrapping<T>> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn bitxor(self, other: &'a Wrapping<T>) -> Wrapping<T> {
        Wrapping(self.0.xor(other.0))
    }
}

impl<T: Wraps> BitXorAssign for Wrapping<T> {
    fn bitxor_assign(&mut self, other: Wrapping<T>) {
        self.0 = self.0.xor(other.0);
    }
}

impl<T: Wraps> BitXorAssign<T> for Wrapping<T> {
    fn bitxor_assign(&mut self, other: T) {
        self.0 = self.0.xor(other);
    }
}

impl<T: Wraps> Not for Wrapping<T> {
    type Output = Wrapping<T>;

    fn not(self) -> Wrapping<T> {
        Wrapping(self.0.inverted())
    }
}

impl<T: Wraps> Neg for Wrapping<T> {
    type Output = Wrapping<T>;

    fn neg(self) -> Wrapping<T> {
        Wrapping(self.0.negated())
    }
}

impl<T: Wraps> Shl<usize> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn shl(self, other: usize) -> Wrapping<T> {
        Wrapping(self.0.left(other as u32))
    }
}

impl<T: Wraps> ShlAssign<usize> for Wrapping<T> {
    fn shl_assign(&mut self, other: usize) {
        self.0 = self.0.left(other as u32);
    }
}

impl<T: Wraps> Shr<usize> for Wrapping<T> {
    type Output = Wrapping<T>;

    fn shr(self, other: usize) -> Wrapping<T> {
        Wrapping(self.0.right(other as u32))
    }
}

impl<T: Wraps> ShrAssign<usize> for Wrapping<T> {
    fn shr_assign(&mut self, other: usize) {
        self.0 = self.0.right(other as u32);
    }
}
