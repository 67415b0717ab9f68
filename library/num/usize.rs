//! Methods of `usize`.

use super::{ParseIntError, check_add, check_mul};
use crate::intrinsics;

/// Where std's own source reports overflow in these methods.
const LINE: u32 = 1400;

impl usize {
    pub const MIN: usize = 0;
    pub const MAX: usize = 18446744073709551615;
    pub const BITS: u32 = 64;

    pub const fn min_value() -> usize {
        usize::MIN
    }

    pub const fn max_value() -> usize {
        usize::MAX
    }

    pub const fn count_ones(self) -> u32 {
        intrinsics::count_ones(self)
    }

    pub const fn leading_zeros(self) -> u32 {
        intrinsics::leading_zeros(self)
    }

    pub const fn trailing_zeros(self) -> u32 {
        intrinsics::trailing_zeros(self)
    }

    pub const fn count_zeros(self) -> u32 {
        intrinsics::count_ones(!self)
    }

    pub const fn leading_ones(self) -> u32 {
        intrinsics::leading_zeros(!self)
    }

    pub const fn trailing_ones(self) -> u32 {
        intrinsics::trailing_zeros(!self)
    }

    pub const fn rotate_left(self, n: u32) -> usize {
        intrinsics::rotate_left(self, n)
    }

    pub const fn rotate_right(self, n: u32) -> usize {
        intrinsics::rotate_right(self, n)
    }

    pub const fn swap_bytes(self) -> usize {
        intrinsics::swap_bytes(self)
    }

    pub const fn reverse_bits(self) -> usize {
        super::reverse_bits(self as usize as u64, 64) as usize
    }

    pub const fn to_be(self) -> usize {
        intrinsics::swap_bytes(self)
    }

    pub const fn to_le(self) -> usize {
        self
    }

    pub const fn from_be(x: usize) -> usize {
        intrinsics::swap_bytes(x)
    }

    pub const fn from_le(x: usize) -> usize {
        x
    }

    pub const fn to_le_bytes(self) -> [u8; 8] {
        [
            self as u8,
            (self >> 8) as u8,
            (self >> 16) as u8,
            (self >> 24) as u8,
            (self >> 32) as u8,
            (self >> 40) as u8,
            (self >> 48) as u8,
            (self >> 56) as u8,
        ]
    }

    pub const fn to_ne_bytes(self) -> [u8; 8] {
        self.to_le_bytes()
    }

    pub const fn to_be_bytes(self) -> [u8; 8] {
        self.swap_bytes().to_le_bytes()
    }

    pub const fn from_le_bytes(bytes: [u8; 8]) -> usize {
        bytes[0] as usize
            | (bytes[1] as usize) << 8
            | (bytes[2] as usize) << 16
            | (bytes[3] as usize) << 24
            | (bytes[4] as usize) << 32
            | (bytes[5] as usize) << 40
            | (bytes[6] as usize) << 48
            | (bytes[7] as usize) << 56
    }

    pub const fn from_ne_bytes(bytes: [u8; 8]) -> usize {
        usize::from_le_bytes(bytes)
    }

    pub const fn from_be_bytes(bytes: [u8; 8]) -> usize {
        usize::from_le_bytes(bytes).swap_bytes()
    }

    pub const fn wrapping_add(self, rhs: usize) -> usize {
        intrinsics::wrapping_add(self, rhs)
    }

    pub const fn checked_add(self, rhs: usize) -> Option<usize> {
        if intrinsics::add_overflows(self, rhs) { None } else { Some(intrinsics::wrapping_add(self, rhs)) }
    }

    pub const fn overflowing_add(self, rhs: usize) -> (usize, bool) {
        (intrinsics::wrapping_add(self, rhs), intrinsics::add_overflows(self, rhs))
    }

    pub const fn saturating_add(self, rhs: usize) -> usize {
        if !intrinsics::add_overflows(self, rhs) {
            return intrinsics::wrapping_add(self, rhs);
        }
        usize::MAX
    }

    #[track_caller]
    pub const fn strict_add(self, rhs: usize) -> usize {
        if intrinsics::add_overflows(self, rhs) {
            panic!("attempt to add with overflow");
        }
        intrinsics::wrapping_add(self, rhs)
    }

    pub const fn wrapping_sub(self, rhs: usize) -> usize {
        intrinsics::wrapping_sub(self, rhs)
    }

    pub const fn checked_sub(self, rhs: usize) -> Option<usize> {
        if intrinsics::sub_overflows(self, rhs) { None } else { Some(intrinsics::wrapping_sub(self, rhs)) }
    }

    pub const fn overflowing_sub(self, rhs: usize) -> (usize, bool) {
        (intrinsics::wrapping_sub(self, rhs), intrinsics::sub_overflows(self, rhs))
    }

    pub const fn saturating_sub(self, rhs: usize) -> usize {
        if !intrinsics::sub_overflows(self, rhs) {
            return intrinsics::wrapping_sub(self, rhs);
        }
        0
    }

    #[track_caller]
    pub const fn strict_sub(self, rhs: usize) -> usize {
        if intrinsics::sub_overflows(self, rhs) {
            panic!("attempt to subtract with overflow");
        }
        intrinsics::wrapping_sub(self, rhs)
    }

    pub const fn wrapping_mul(self, rhs: usize) -> usize {
        intrinsics::wrapping_mul(self, rhs)
    }

    pub const fn checked_mul(self, rhs: usize) -> Option<usize> {
        if intrinsics::mul_overflows(self, rhs) { None } else { Some(intrinsics::wrapping_mul(self, rhs)) }
    }

    pub const fn overflowing_mul(self, rhs: usize) -> (usize, bool) {
        (intrinsics::wrapping_mul(self, rhs), intrinsics::mul_overflows(self, rhs))
    }

    pub const fn saturating_mul(self, rhs: usize) -> usize {
        if !intrinsics::mul_overflows(self, rhs) {
            return intrinsics::wrapping_mul(self, rhs);
        }
        usize::MAX
    }

    #[track_caller]
    pub const fn strict_mul(self, rhs: usize) -> usize {
        if intrinsics::mul_overflows(self, rhs) {
            panic!("attempt to multiply with overflow");
        }
        intrinsics::wrapping_mul(self, rhs)
    }

    pub const fn checked_div(self, rhs: usize) -> Option<usize> {
        if rhs == 0 { None } else { Some(intrinsics::unchecked_div(self, rhs)) }
    }

    #[track_caller]
    pub const fn wrapping_div(self, rhs: usize) -> usize {
        if rhs == 0 {
            panic!("attempt to divide by zero");
        }
        intrinsics::unchecked_div(self, rhs)
    }

    #[track_caller]
    pub const fn overflowing_div(self, rhs: usize) -> (usize, bool) {
        (self.wrapping_div(rhs), false)
    }

    pub const fn checked_rem(self, rhs: usize) -> Option<usize> {
        if rhs == 0 { None } else { Some(intrinsics::unchecked_rem(self, rhs)) }
    }

    #[track_caller]
    pub const fn wrapping_rem(self, rhs: usize) -> usize {
        if rhs == 0 {
            panic!("attempt to calculate the remainder with a divisor of zero");
        }
        intrinsics::unchecked_rem(self, rhs)
    }

    #[track_caller]
    pub const fn overflowing_rem(self, rhs: usize) -> (usize, bool) {
        (self.wrapping_rem(rhs), false)
    }

    #[track_caller]
    pub const fn div_euclid(self, rhs: usize) -> usize {
        if rhs == 0 {
            panic!("attempt to divide by zero");
        }
        intrinsics::unchecked_div(self, rhs)
    }

    #[track_caller]
    pub const fn rem_euclid(self, rhs: usize) -> usize {
        if rhs == 0 {
            panic!("attempt to calculate the remainder with a divisor of zero");
        }
        intrinsics::unchecked_rem(self, rhs)
    }

    #[track_caller]
    pub const fn wrapping_rem_euclid(self, rhs: usize) -> usize {
        self.rem_euclid(rhs)
    }

    #[track_caller]
    pub const fn wrapping_div_euclid(self, rhs: usize) -> usize {
        self.div_euclid(rhs)
    }

    pub const fn checked_div_euclid(self, rhs: usize) -> Option<usize> {
        if rhs == 0 { None } else { Some(self.div_euclid(rhs)) }
    }

    pub const fn checked_rem_euclid(self, rhs: usize) -> Option<usize> {
        if rhs == 0 { None } else { Some(self.rem_euclid(rhs)) }
    }

    #[track_caller]
    pub const fn saturating_div(self, rhs: usize) -> usize {
        self.wrapping_div(rhs)
    }

    pub const fn wrapping_neg(self) -> usize {
        intrinsics::wrapping_sub(0, self)
    }

    pub const fn checked_neg(self) -> Option<usize> {
        if self == 0 { Some(0) } else { None }
    }

    pub const fn overflowing_neg(self) -> (usize, bool) {
        (self.wrapping_neg(), self != 0)
    }

    pub const fn wrapping_shl(self, rhs: u32) -> usize {
        intrinsics::wrapping_shl(self, rhs)
    }

    pub const fn checked_shl(self, rhs: u32) -> Option<usize> {
        if rhs < 64 { Some(intrinsics::wrapping_shl(self, rhs)) } else { None }
    }

    pub const fn overflowing_shl(self, rhs: u32) -> (usize, bool) {
        (intrinsics::wrapping_shl(self, rhs), rhs >= 64)
    }

    pub const fn wrapping_shr(self, rhs: u32) -> usize {
        intrinsics::wrapping_shr(self, rhs)
    }

    pub const fn checked_shr(self, rhs: u32) -> Option<usize> {
        if rhs < 64 { Some(intrinsics::wrapping_shr(self, rhs)) } else { None }
    }

    pub const fn overflowing_shr(self, rhs: u32) -> (usize, bool) {
        (intrinsics::wrapping_shr(self, rhs), rhs >= 64)
    }

    pub const fn pow(self, mut exp: u32) -> usize {
        if exp == 0 {
            return 1;
        }
        let mut base = self;
        let mut acc = 1;
        loop {
            if exp & 1 == 1 {
                check_mul(intrinsics::mul_overflows(acc, base), LINE);
                acc = intrinsics::wrapping_mul(acc, base);
                if exp == 1 {
                    return acc;
                }
            }
            exp /= 2;
            check_mul(intrinsics::mul_overflows(base, base), LINE);
            base = intrinsics::wrapping_mul(base, base);
        }
    }

    pub const fn overflowing_pow(self, mut exp: u32) -> (usize, bool) {
        if exp == 0 {
            return (1, false);
        }
        let mut base = self;
        let mut acc = 1;
        let mut overflows = false;
        loop {
            if exp & 1 == 1 {
                overflows = overflows || intrinsics::mul_overflows(acc, base);
                acc = intrinsics::wrapping_mul(acc, base);
                if exp == 1 {
                    return (acc, overflows);
                }
            }
            exp /= 2;
            overflows = overflows || intrinsics::mul_overflows(base, base);
            base = intrinsics::wrapping_mul(base, base);
        }
    }

    pub const fn wrapping_pow(self, exp: u32) -> usize {
        self.overflowing_pow(exp).0
    }

    pub const fn checked_pow(self, exp: u32) -> Option<usize> {
        let (value, overflows) = self.overflowing_pow(exp);
        if overflows { None } else { Some(value) }
    }

    pub const fn saturating_pow(self, exp: u32) -> usize {
        let (value, overflows) = self.overflowing_pow(exp);
        if !overflows {
            return value;
        }
        usize::MAX
    }

    pub const fn isqrt(self) -> usize {
        super::isqrt(self as u64) as usize
    }

    #[track_caller]
    pub const fn ilog2(self) -> u32 {
        if self <= 0 {
            panic!("argument of integer logarithm must be positive");
        }
        63 - intrinsics::leading_zeros(self)
    }

    #[track_caller]
    pub const fn ilog10(self) -> u32 {
        if self <= 0 {
            panic!("argument of integer logarithm must be positive");
        }
        super::ilog(self as u64, 10)
    }

    #[track_caller]
    pub const fn ilog(self, base: usize) -> u32 {
        if base < 2 {
            panic!("base of integer logarithm must be at least 2");
        }
        if self <= 0 {
            panic!("argument of integer logarithm must be positive");
        }
        super::ilog(self as u64, base as u64)
    }

    pub const fn checked_ilog2(self) -> Option<u32> {
        if self <= 0 { None } else { Some(self.ilog2()) }
    }

    pub const fn checked_ilog10(self) -> Option<u32> {
        if self <= 0 { None } else { Some(self.ilog10()) }
    }

    pub const fn checked_ilog(self, base: usize) -> Option<u32> {
        if self <= 0 || base < 2 { None } else { Some(self.ilog(base)) }
    }

    pub const fn abs_diff(self, other: usize) -> usize {
        if self < other { other - self } else { self - other }
    }

    pub const fn is_power_of_two(self) -> bool {
        intrinsics::count_ones(self) == 1
    }

    pub const fn is_multiple_of(self, rhs: usize) -> bool {
        if rhs == 0 { self == 0 } else { intrinsics::unchecked_rem(self, rhs) == 0 }
    }

    pub const fn checked_next_power_of_two(self) -> Option<usize> {
        if self <= 1 {
            return Some(1);
        }
        let zeros = intrinsics::leading_zeros(self - 1);
        if zeros == 0 { None } else { Some(1 << (64 - zeros)) }
    }

    pub const fn next_power_of_two(self) -> usize {
        match self.checked_next_power_of_two() {
            Some(value) => value,
            None => {
                check_add(true, LINE);
                0
            }
        }
    }

    #[track_caller]
    pub const fn div_ceil(self, rhs: usize) -> usize {
        if rhs == 0 {
            panic!("attempt to divide by zero");
        }
        let q = intrinsics::unchecked_div(self, rhs);
        if intrinsics::unchecked_rem(self, rhs) > 0 { q + 1 } else { q }
    }

    pub const fn checked_next_multiple_of(self, rhs: usize) -> Option<usize> {
        if rhs == 0 {
            return None;
        }
        let r = intrinsics::unchecked_rem(self, rhs);
        if r == 0 { Some(self) } else { self.checked_add(rhs - r) }
    }

    pub const fn next_multiple_of(self, rhs: usize) -> usize {
        super::check_rem_zero(rhs == 0, LINE);
        match self.checked_next_multiple_of(rhs) {
            Some(value) => value,
            None => {
                check_add(true, LINE);
                intrinsics::wrapping_add(self, rhs - intrinsics::unchecked_rem(self, rhs))
            }
        }
    }

    pub const fn cast_signed(self) -> isize {
        self as isize
    }

    pub const fn wrapping_add_signed(self, rhs: isize) -> usize {
        intrinsics::wrapping_add(self, rhs as usize)
    }

    pub const fn checked_add_signed(self, rhs: isize) -> Option<usize> {
        let value = intrinsics::wrapping_add(self, rhs as usize);
        if (rhs < 0) == (value > self) && rhs != 0 { None } else { Some(value) }
    }

    pub const fn saturating_add_signed(self, rhs: isize) -> usize {
        match self.checked_add_signed(rhs) {
            Some(value) => value,
            None => {
                if rhs < 0 {
                    0
                } else {
                    usize::MAX
                }
            }
        }
    }

    pub const fn midpoint(self, rhs: usize) -> usize {
        (self & rhs) + ((self ^ rhs) >> 1)
    }

    pub const fn from_str_radix(src: &str, radix: u32) -> Result<usize, ParseIntError> {
        match super::parse(src, radix, usize::MAX as u64, false) {
            Ok(value) => Ok(value as usize),
            Err(error) => Err(error),
        }
    }
}

impl crate::str::FromStr for usize {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<usize, ParseIntError> {
        usize::from_str_radix(src, 10)
    }
}
