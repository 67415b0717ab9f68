//! Arithmetic of numbers without a sign that are not zero.

use super::{IntErrorKind, NonZero, ParseIntError, TryFromIntError};
use crate::convert::TryFrom;
use crate::ops::{Div, DivAssign, Rem, RemAssign};
use crate::str::FromStr;

impl NonZero<u8> {
    pub const BITS: u32 = u8::BITS;
    pub const MIN: Self = NonZero { value: 1 };
    pub const MAX: Self = NonZero { value: u8::MAX };

    pub const fn leading_zeros(self) -> u32 {
        self.value.leading_zeros()
    }

    pub const fn trailing_zeros(self) -> u32 {
        self.value.trailing_zeros()
    }

    pub const fn count_ones(self) -> NonZero<u32> {
        NonZero { value: self.value.count_ones() }
    }

    pub const fn checked_mul(self, other: Self) -> Option<Self> {
        match self.value.checked_mul(other.value) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_mul(self, other: Self) -> Self {
        NonZero { value: self.value.saturating_mul(other.value) }
    }

    pub const fn checked_pow(self, other: u32) -> Option<Self> {
        match self.value.checked_pow(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_pow(self, other: u32) -> Self {
        NonZero { value: self.value.saturating_pow(other) }
    }

    pub const fn checked_add(self, other: u8) -> Option<Self> {
        match self.value.checked_add(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_add(self, other: u8) -> Self {
        NonZero { value: self.value.saturating_add(other) }
    }

    pub const fn checked_next_power_of_two(self) -> Option<Self> {
        match self.value.checked_next_power_of_two() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn ilog2(self) -> u32 {
        self.value.ilog2()
    }

    pub const fn ilog10(self) -> u32 {
        self.value.ilog10()
    }

    pub const fn midpoint(self, rhs: Self) -> Self {
        NonZero { value: self.value.midpoint(rhs.value) }
    }

    pub const fn is_power_of_two(self) -> bool {
        self.value.is_power_of_two()
    }

    pub const fn isqrt(self) -> Self {
        NonZero { value: self.value.isqrt() }
    }

    pub const fn div_ceil(self, rhs: Self) -> Self {
        NonZero { value: self.value.div_ceil(rhs.value) }
    }

    pub const fn cast_signed(self) -> NonZero<i8> {
        NonZero { value: self.value as i8 }
    }
}

impl Div<NonZero<u8>> for u8 {
    type Output = u8;

    fn div(self, other: NonZero<u8>) -> u8 {
        self / other.value
    }
}

impl DivAssign<NonZero<u8>> for u8 {
    fn div_assign(&mut self, other: NonZero<u8>) {
        *self = *self / other.value;
    }
}

impl Rem<NonZero<u8>> for u8 {
    type Output = u8;

    fn rem(self, other: NonZero<u8>) -> u8 {
        self % other.value
    }
}

impl RemAssign<NonZero<u8>> for u8 {
    fn rem_assign(&mut self, other: NonZero<u8>) {
        *self = *self % other.value;
    }
}

impl FromStr for NonZero<u8> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(u8::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<u8> for NonZero<u8> {
    type Error = TryFromIntError;

    fn try_from(value: u8) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}

impl NonZero<u16> {
    pub const BITS: u32 = u16::BITS;
    pub const MIN: Self = NonZero { value: 1 };
    pub const MAX: Self = NonZero { value: u16::MAX };

    pub const fn leading_zeros(self) -> u32 {
        self.value.leading_zeros()
    }

    pub const fn trailing_zeros(self) -> u32 {
        self.value.trailing_zeros()
    }

    pub const fn count_ones(self) -> NonZero<u32> {
        NonZero { value: self.value.count_ones() }
    }

    pub const fn checked_mul(self, other: Self) -> Option<Self> {
        match self.value.checked_mul(other.value) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_mul(self, other: Self) -> Self {
        NonZero { value: self.value.saturating_mul(other.value) }
    }

    pub const fn checked_pow(self, other: u32) -> Option<Self> {
        match self.value.checked_pow(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_pow(self, other: u32) -> Self {
        NonZero { value: self.value.saturating_pow(other) }
    }

    pub const fn checked_add(self, other: u16) -> Option<Self> {
        match self.value.checked_add(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_add(self, other: u16) -> Self {
        NonZero { value: self.value.saturating_add(other) }
    }

    pub const fn checked_next_power_of_two(self) -> Option<Self> {
        match self.value.checked_next_power_of_two() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn ilog2(self) -> u32 {
        self.value.ilog2()
    }

    pub const fn ilog10(self) -> u32 {
        self.value.ilog10()
    }

    pub const fn midpoint(self, rhs: Self) -> Self {
        NonZero { value: self.value.midpoint(rhs.value) }
    }

    pub const fn is_power_of_two(self) -> bool {
        self.value.is_power_of_two()
    }

    pub const fn isqrt(self) -> Self {
        NonZero { value: self.value.isqrt() }
    }

    pub const fn div_ceil(self, rhs: Self) -> Self {
        NonZero { value: self.value.div_ceil(rhs.value) }
    }

    pub const fn cast_signed(self) -> NonZero<i16> {
        NonZero { value: self.value as i16 }
    }
}

impl Div<NonZero<u16>> for u16 {
    type Output = u16;

    fn div(self, other: NonZero<u16>) -> u16 {
        self / other.value
    }
}

impl DivAssign<NonZero<u16>> for u16 {
    fn div_assign(&mut self, other: NonZero<u16>) {
        *self = *self / other.value;
    }
}

impl Rem<NonZero<u16>> for u16 {
    type Output = u16;

    fn rem(self, other: NonZero<u16>) -> u16 {
        self % other.value
    }
}

impl RemAssign<NonZero<u16>> for u16 {
    fn rem_assign(&mut self, other: NonZero<u16>) {
        *self = *self % other.value;
    }
}

impl FromStr for NonZero<u16> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(u16::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<u16> for NonZero<u16> {
    type Error = TryFromIntError;

    fn try_from(value: u16) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}

impl NonZero<u32> {
    pub const BITS: u32 = u32::BITS;
    pub const MIN: Self = NonZero { value: 1 };
    pub const MAX: Self = NonZero { value: u32::MAX };

    pub const fn leading_zeros(self) -> u32 {
        self.value.leading_zeros()
    }

    pub const fn trailing_zeros(self) -> u32 {
        self.value.trailing_zeros()
    }

    pub const fn count_ones(self) -> NonZero<u32> {
        NonZero { value: self.value.count_ones() }
    }

    pub const fn checked_mul(self, other: Self) -> Option<Self> {
        match self.value.checked_mul(other.value) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_mul(self, other: Self) -> Self {
        NonZero { value: self.value.saturating_mul(other.value) }
    }

    pub const fn checked_pow(self, other: u32) -> Option<Self> {
        match self.value.checked_pow(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_pow(self, other: u32) -> Self {
        NonZero { value: self.value.saturating_pow(other) }
    }

    pub const fn checked_add(self, other: u32) -> Option<Self> {
        match self.value.checked_add(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_add(self, other: u32) -> Self {
        NonZero { value: self.value.saturating_add(other) }
    }

    pub const fn checked_next_power_of_two(self) -> Option<Self> {
        match self.value.checked_next_power_of_two() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn ilog2(self) -> u32 {
        self.value.ilog2()
    }

    pub const fn ilog10(self) -> u32 {
        self.value.ilog10()
    }

    pub const fn midpoint(self, rhs: Self) -> Self {
        NonZero { value: self.value.midpoint(rhs.value) }
    }

    pub const fn is_power_of_two(self) -> bool {
        self.value.is_power_of_two()
    }

    pub const fn isqrt(self) -> Self {
        NonZero { value: self.value.isqrt() }
    }

    pub const fn div_ceil(self, rhs: Self) -> Self {
        NonZero { value: self.value.div_ceil(rhs.value) }
    }

    pub const fn cast_signed(self) -> NonZero<i32> {
        NonZero { value: self.value as i32 }
    }
}

impl Div<NonZero<u32>> for u32 {
    type Output = u32;

    fn div(self, other: NonZero<u32>) -> u32 {
        self / other.value
    }
}

impl DivAssign<NonZero<u32>> for u32 {
    fn div_assign(&mut self, other: NonZero<u32>) {
        *self = *self / other.value;
    }
}

impl Rem<NonZero<u32>> for u32 {
    type Output = u32;

    fn rem(self, other: NonZero<u32>) -> u32 {
        self % other.value
    }
}

impl RemAssign<NonZero<u32>> for u32 {
    fn rem_assign(&mut self, other: NonZero<u32>) {
        *self = *self % other.value;
    }
}

impl FromStr for NonZero<u32> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(u32::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<u32> for NonZero<u32> {
    type Error = TryFromIntError;

    fn try_from(value: u32) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}

impl NonZero<u64> {
    pub const BITS: u32 = u64::BITS;
    pub const MIN: Self = NonZero { value: 1 };
    pub const MAX: Self = NonZero { value: u64::MAX };

    pub const fn leading_zeros(self) -> u32 {
        self.value.leading_zeros()
    }

    pub const fn trailing_zeros(self) -> u32 {
        self.value.trailing_zeros()
    }

    pub const fn count_ones(self) -> NonZero<u32> {
        NonZero { value: self.value.count_ones() }
    }

    pub const fn checked_mul(self, other: Self) -> Option<Self> {
        match self.value.checked_mul(other.value) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_mul(self, other: Self) -> Self {
        NonZero { value: self.value.saturating_mul(other.value) }
    }

    pub const fn checked_pow(self, other: u32) -> Option<Self> {
        match self.value.checked_pow(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_pow(self, other: u32) -> Self {
        NonZero { value: self.value.saturating_pow(other) }
    }

    pub const fn checked_add(self, other: u64) -> Option<Self> {
        match self.value.checked_add(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_add(self, other: u64) -> Self {
        NonZero { value: self.value.saturating_add(other) }
    }

    pub const fn checked_next_power_of_two(self) -> Option<Self> {
        match self.value.checked_next_power_of_two() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn ilog2(self) -> u32 {
        self.value.ilog2()
    }

    pub const fn ilog10(self) -> u32 {
        self.value.ilog10()
    }

    pub const fn midpoint(self, rhs: Self) -> Self {
        NonZero { value: self.value.midpoint(rhs.value) }
    }

    pub const fn is_power_of_two(self) -> bool {
        self.value.is_power_of_two()
    }

    pub const fn isqrt(self) -> Self {
        NonZero { value: self.value.isqrt() }
    }

    pub const fn div_ceil(self, rhs: Self) -> Self {
        NonZero { value: self.value.div_ceil(rhs.value) }
    }

    pub const fn cast_signed(self) -> NonZero<i64> {
        NonZero { value: self.value as i64 }
    }
}

impl Div<NonZero<u64>> for u64 {
    type Output = u64;

    fn div(self, other: NonZero<u64>) -> u64 {
        self / other.value
    }
}

impl DivAssign<NonZero<u64>> for u64 {
    fn div_assign(&mut self, other: NonZero<u64>) {
        *self = *self / other.value;
    }
}

impl Rem<NonZero<u64>> for u64 {
    type Output = u64;

    fn rem(self, other: NonZero<u64>) -> u64 {
        self % other.value
    }
}

impl RemAssign<NonZero<u64>> for u64 {
    fn rem_assign(&mut self, other: NonZero<u64>) {
        *self = *self % other.value;
    }
}

impl FromStr for NonZero<u64> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(u64::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<u64> for NonZero<u64> {
    type Error = TryFromIntError;

    fn try_from(value: u64) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}

impl NonZero<usize> {
    pub const BITS: u32 = usize::BITS;
    pub const MIN: Self = NonZero { value: 1 };
    pub const MAX: Self = NonZero { value: usize::MAX };

    pub const fn leading_zeros(self) -> u32 {
        self.value.leading_zeros()
    }

    pub const fn trailing_zeros(self) -> u32 {
        self.value.trailing_zeros()
    }

    pub const fn count_ones(self) -> NonZero<u32> {
        NonZero { value: self.value.count_ones() }
    }

    pub const fn checked_mul(self, other: Self) -> Option<Self> {
        match self.value.checked_mul(other.value) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_mul(self, other: Self) -> Self {
        NonZero { value: self.value.saturating_mul(other.value) }
    }

    pub const fn checked_pow(self, other: u32) -> Option<Self> {
        match self.value.checked_pow(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_pow(self, other: u32) -> Self {
        NonZero { value: self.value.saturating_pow(other) }
    }

    pub const fn checked_add(self, other: usize) -> Option<Self> {
        match self.value.checked_add(other) {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn saturating_add(self, other: usize) -> Self {
        NonZero { value: self.value.saturating_add(other) }
    }

    pub const fn checked_next_power_of_two(self) -> Option<Self> {
        match self.value.checked_next_power_of_two() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn ilog2(self) -> u32 {
        self.value.ilog2()
    }

    pub const fn ilog10(self) -> u32 {
        self.value.ilog10()
    }

    pub const fn midpoint(self, rhs: Self) -> Self {
        NonZero { value: self.value.midpoint(rhs.value) }
    }

    pub const fn is_power_of_two(self) -> bool {
        self.value.is_power_of_two()
    }

    pub const fn isqrt(self) -> Self {
        NonZero { value: self.value.isqrt() }
    }

    pub const fn div_ceil(self, rhs: Self) -> Self {
        NonZero { value: self.value.div_ceil(rhs.value) }
    }

    pub const fn cast_signed(self) -> NonZero<isize> {
        NonZero { value: self.value as isize }
    }
}

impl Div<NonZero<usize>> for usize {
    type Output = usize;

    fn div(self, other: NonZero<usize>) -> usize {
        self / other.value
    }
}

impl DivAssign<NonZero<usize>> for usize {
    fn div_assign(&mut self, other: NonZero<usize>) {
        *self = *self / other.value;
    }
}

impl Rem<NonZero<usize>> for usize {
    type Output = usize;

    fn rem(self, other: NonZero<usize>) -> usize {
        self % other.value
    }
}

impl RemAssign<NonZero<usize>> for usize {
    fn rem_assign(&mut self, other: NonZero<usize>) {
        *self = *self % other.value;
    }
}

impl FromStr for NonZero<usize> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(usize::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<usize> for NonZero<usize> {
    type Error = TryFromIntError;

    fn try_from(value: usize) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}
