//! Arithmetic of numbers with a sign that are not zero.

use super::{IntErrorKind, NonZero, ParseIntError, TryFromIntError};
use crate::convert::TryFrom;
use crate::ops::Neg;
use crate::str::FromStr;

impl NonZero<i8> {
    pub const BITS: u32 = i8::BITS;
    pub const MIN: Self = NonZero { value: i8::MIN };
    pub const MAX: Self = NonZero { value: i8::MAX };

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

    pub const fn abs(self) -> Self {
        NonZero { value: self.value.abs() }
    }

    pub const fn saturating_abs(self) -> Self {
        NonZero { value: self.value.saturating_abs() }
    }

    pub const fn wrapping_abs(self) -> Self {
        NonZero { value: self.value.wrapping_abs() }
    }

    pub const fn saturating_neg(self) -> Self {
        NonZero { value: self.value.saturating_neg() }
    }

    pub const fn wrapping_neg(self) -> Self {
        NonZero { value: self.value.wrapping_neg() }
    }

    pub const fn checked_abs(self) -> Option<Self> {
        match self.value.checked_abs() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn checked_neg(self) -> Option<Self> {
        match self.value.checked_neg() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn overflowing_abs(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_abs();
        (NonZero { value }, overflows)
    }

    pub const fn overflowing_neg(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_neg();
        (NonZero { value }, overflows)
    }

    pub const fn unsigned_abs(self) -> NonZero<u8> {
        NonZero { value: self.value.unsigned_abs() }
    }

    pub const fn cast_unsigned(self) -> NonZero<u8> {
        NonZero { value: self.value as u8 }
    }

    pub const fn is_positive(self) -> bool {
        self.value > 0
    }

    pub const fn is_negative(self) -> bool {
        self.value < 0
    }
}

impl Neg for NonZero<i8> {
    type Output = Self;

    fn neg(self) -> Self {
        NonZero { value: Neg::neg(self.value) }
    }
}

impl Neg for &NonZero<i8> {
    type Output = NonZero<i8>;

    fn neg(self) -> NonZero<i8> {
        Neg::neg(*self)
    }
}

impl FromStr for NonZero<i8> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(i8::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<i8> for NonZero<i8> {
    type Error = TryFromIntError;

    fn try_from(value: i8) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}

impl NonZero<i16> {
    pub const BITS: u32 = i16::BITS;
    pub const MIN: Self = NonZero { value: i16::MIN };
    pub const MAX: Self = NonZero { value: i16::MAX };

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

    pub const fn abs(self) -> Self {
        NonZero { value: self.value.abs() }
    }

    pub const fn saturating_abs(self) -> Self {
        NonZero { value: self.value.saturating_abs() }
    }

    pub const fn wrapping_abs(self) -> Self {
        NonZero { value: self.value.wrapping_abs() }
    }

    pub const fn saturating_neg(self) -> Self {
        NonZero { value: self.value.saturating_neg() }
    }

    pub const fn wrapping_neg(self) -> Self {
        NonZero { value: self.value.wrapping_neg() }
    }

    pub const fn checked_abs(self) -> Option<Self> {
        match self.value.checked_abs() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn checked_neg(self) -> Option<Self> {
        match self.value.checked_neg() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn overflowing_abs(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_abs();
        (NonZero { value }, overflows)
    }

    pub const fn overflowing_neg(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_neg();
        (NonZero { value }, overflows)
    }

    pub const fn unsigned_abs(self) -> NonZero<u16> {
        NonZero { value: self.value.unsigned_abs() }
    }

    pub const fn cast_unsigned(self) -> NonZero<u16> {
        NonZero { value: self.value as u16 }
    }

    pub const fn is_positive(self) -> bool {
        self.value > 0
    }

    pub const fn is_negative(self) -> bool {
        self.value < 0
    }
}

impl Neg for NonZero<i16> {
    type Output = Self;

    fn neg(self) -> Self {
        NonZero { value: Neg::neg(self.value) }
    }
}

impl Neg for &NonZero<i16> {
    type Output = NonZero<i16>;

    fn neg(self) -> NonZero<i16> {
        Neg::neg(*self)
    }
}

impl FromStr for NonZero<i16> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(i16::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<i16> for NonZero<i16> {
    type Error = TryFromIntError;

    fn try_from(value: i16) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}

impl NonZero<i32> {
    pub const BITS: u32 = i32::BITS;
    pub const MIN: Self = NonZero { value: i32::MIN };
    pub const MAX: Self = NonZero { value: i32::MAX };

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

    pub const fn abs(self) -> Self {
        NonZero { value: self.value.abs() }
    }

    pub const fn saturating_abs(self) -> Self {
        NonZero { value: self.value.saturating_abs() }
    }

    pub const fn wrapping_abs(self) -> Self {
        NonZero { value: self.value.wrapping_abs() }
    }

    pub const fn saturating_neg(self) -> Self {
        NonZero { value: self.value.saturating_neg() }
    }

    pub const fn wrapping_neg(self) -> Self {
        NonZero { value: self.value.wrapping_neg() }
    }

    pub const fn checked_abs(self) -> Option<Self> {
        match self.value.checked_abs() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn checked_neg(self) -> Option<Self> {
        match self.value.checked_neg() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn overflowing_abs(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_abs();
        (NonZero { value }, overflows)
    }

    pub const fn overflowing_neg(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_neg();
        (NonZero { value }, overflows)
    }

    pub const fn unsigned_abs(self) -> NonZero<u32> {
        NonZero { value: self.value.unsigned_abs() }
    }

    pub const fn cast_unsigned(self) -> NonZero<u32> {
        NonZero { value: self.value as u32 }
    }

    pub const fn is_positive(self) -> bool {
        self.value > 0
    }

    pub const fn is_negative(self) -> bool {
        self.value < 0
    }
}

impl Neg for NonZero<i32> {
    type Output = Self;

    fn neg(self) -> Self {
        NonZero { value: Neg::neg(self.value) }
    }
}

impl Neg for &NonZero<i32> {
    type Output = NonZero<i32>;

    fn neg(self) -> NonZero<i32> {
        Neg::neg(*self)
    }
}

impl FromStr for NonZero<i32> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(i32::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<i32> for NonZero<i32> {
    type Error = TryFromIntError;

    fn try_from(value: i32) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}

impl NonZero<i64> {
    pub const BITS: u32 = i64::BITS;
    pub const MIN: Self = NonZero { value: i64::MIN };
    pub const MAX: Self = NonZero { value: i64::MAX };

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

    pub const fn abs(self) -> Self {
        NonZero { value: self.value.abs() }
    }

    pub const fn saturating_abs(self) -> Self {
        NonZero { value: self.value.saturating_abs() }
    }

    pub const fn wrapping_abs(self) -> Self {
        NonZero { value: self.value.wrapping_abs() }
    }

    pub const fn saturating_neg(self) -> Self {
        NonZero { value: self.value.saturating_neg() }
    }

    pub const fn wrapping_neg(self) -> Self {
        NonZero { value: self.value.wrapping_neg() }
    }

    pub const fn checked_abs(self) -> Option<Self> {
        match self.value.checked_abs() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn checked_neg(self) -> Option<Self> {
        match self.value.checked_neg() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn overflowing_abs(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_abs();
        (NonZero { value }, overflows)
    }

    pub const fn overflowing_neg(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_neg();
        (NonZero { value }, overflows)
    }

    pub const fn unsigned_abs(self) -> NonZero<u64> {
        NonZero { value: self.value.unsigned_abs() }
    }

    pub const fn cast_unsigned(self) -> NonZero<u64> {
        NonZero { value: self.value as u64 }
    }

    pub const fn is_positive(self) -> bool {
        self.value > 0
    }

    pub const fn is_negative(self) -> bool {
        self.value < 0
    }
}

impl Neg for NonZero<i64> {
    type Output = Self;

    fn neg(self) -> Self {
        NonZero { value: Neg::neg(self.value) }
    }
}

impl Neg for &NonZero<i64> {
    type Output = NonZero<i64>;

    fn neg(self) -> NonZero<i64> {
        Neg::neg(*self)
    }
}

impl FromStr for NonZero<i64> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(i64::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<i64> for NonZero<i64> {
    type Error = TryFromIntError;

    fn try_from(value: i64) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}

impl NonZero<isize> {
    pub const BITS: u32 = isize::BITS;
    pub const MIN: Self = NonZero { value: isize::MIN };
    pub const MAX: Self = NonZero { value: isize::MAX };

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

    pub const fn abs(self) -> Self {
        NonZero { value: self.value.abs() }
    }

    pub const fn saturating_abs(self) -> Self {
        NonZero { value: self.value.saturating_abs() }
    }

    pub const fn wrapping_abs(self) -> Self {
        NonZero { value: self.value.wrapping_abs() }
    }

    pub const fn saturating_neg(self) -> Self {
        NonZero { value: self.value.saturating_neg() }
    }

    pub const fn wrapping_neg(self) -> Self {
        NonZero { value: self.value.wrapping_neg() }
    }

    pub const fn checked_abs(self) -> Option<Self> {
        match self.value.checked_abs() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn checked_neg(self) -> Option<Self> {
        match self.value.checked_neg() {
            Some(value) => Some(NonZero { value }),
            None => None,
        }
    }

    pub const fn overflowing_abs(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_abs();
        (NonZero { value }, overflows)
    }

    pub const fn overflowing_neg(self) -> (Self, bool) {
        let (value, overflows) = self.value.overflowing_neg();
        (NonZero { value }, overflows)
    }

    pub const fn unsigned_abs(self) -> NonZero<usize> {
        NonZero { value: self.value.unsigned_abs() }
    }

    pub const fn cast_unsigned(self) -> NonZero<usize> {
        NonZero { value: self.value as usize }
    }

    pub const fn is_positive(self) -> bool {
        self.value > 0
    }

    pub const fn is_negative(self) -> bool {
        self.value < 0
    }
}

impl Neg for NonZero<isize> {
    type Output = Self;

    fn neg(self) -> Self {
        NonZero { value: Neg::neg(self.value) }
    }
}

impl Neg for &NonZero<isize> {
    type Output = NonZero<isize>;

    fn neg(self) -> NonZero<isize> {
        Neg::neg(*self)
    }
}

impl FromStr for NonZero<isize> {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<Self, ParseIntError> {
        match NonZero::new(isize::from_str_radix(src, 10)?) {
            Some(n) => Ok(n),
            None => Err(ParseIntError { kind: IntErrorKind::Zero }),
        }
    }
}

impl TryFrom<isize> for NonZero<isize> {
    type Error = TryFromIntError;

    fn try_from(value: isize) -> Result<Self, TryFromIntError> {
        match NonZero::new(value) {
            Some(n) => Ok(n),
            None => Err(TryFromIntError(())),
        }
    }
}
