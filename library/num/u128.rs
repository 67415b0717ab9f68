//! Methods of `u128`.

use super::{ParseIntError, check_add, check_mul};
use crate::intrinsics;

/// Where std's own source reports overflow in these methods.
const LINE: u32 = 1305;

impl u128 {
    pub const MIN: u128 = 0;
    pub const MAX: u128 = 340282366920938463463374607431768211455;
    pub const BITS: u32 = 128;

    pub const fn min_value() -> u128 {
        u128::MIN
    }

    pub const fn max_value() -> u128 {
        u128::MAX
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

    pub const fn rotate_left(self, n: u32) -> u128 {
        intrinsics::rotate_left(self, n)
    }

    pub const fn rotate_right(self, n: u32) -> u128 {
        intrinsics::rotate_right(self, n)
    }

    pub const fn swap_bytes(self) -> u128 {
        intrinsics::swap_bytes(self)
    }

    pub const fn reverse_bits(self) -> u128 {
        super::wide::reverse_bits(self)
    }

    pub const fn to_be(self) -> u128 {
        intrinsics::swap_bytes(self)
    }

    pub const fn to_le(self) -> u128 {
        self
    }

    pub const fn from_be(x: u128) -> u128 {
        intrinsics::swap_bytes(x)
    }

    pub const fn from_le(x: u128) -> u128 {
        x
    }

    pub const fn to_le_bytes(self) -> [u8; 16] {
        super::wide::to_bytes(self)
    }

    pub const fn to_ne_bytes(self) -> [u8; 16] {
        self.to_le_bytes()
    }

    pub const fn to_be_bytes(self) -> [u8; 16] {
        self.swap_bytes().to_le_bytes()
    }

    pub const fn from_le_bytes(bytes: [u8; 16]) -> u128 {
        super::wide::from_bytes(bytes)
    }

    pub const fn from_ne_bytes(bytes: [u8; 16]) -> u128 {
        u128::from_le_bytes(bytes)
    }

    pub const fn from_be_bytes(bytes: [u8; 16]) -> u128 {
        u128::from_le_bytes(bytes).swap_bytes()
    }

    pub const fn wrapping_add(self, rhs: u128) -> u128 {
        intrinsics::wrapping_add(self, rhs)
    }

    pub const fn checked_add(self, rhs: u128) -> Option<u128> {
        if intrinsics::add_overflows(self, rhs) { None } else { Some(intrinsics::wrapping_add(self, rhs)) }
    }

    pub const fn overflowing_add(self, rhs: u128) -> (u128, bool) {
        (intrinsics::wrapping_add(self, rhs), intrinsics::add_overflows(self, rhs))
    }

    pub const fn saturating_add(self, rhs: u128) -> u128 {
        if !intrinsics::add_overflows(self, rhs) {
            return intrinsics::wrapping_add(self, rhs);
        }
        u128::MAX
    }

    #[track_caller]
    pub const fn strict_add(self, rhs: u128) -> u128 {
        if intrinsics::add_overflows(self, rhs) {
            panic!("attempt to add with overflow");
        }
        intrinsics::wrapping_add(self, rhs)
    }

    pub const fn wrapping_sub(self, rhs: u128) -> u128 {
        intrinsics::wrapping_sub(self, rhs)
    }

    pub const fn checked_sub(self, rhs: u128) -> Option<u128> {
        if intrinsics::sub_overflows(self, rhs) { None } else { Some(intrinsics::wrapping_sub(self, rhs)) }
    }

    pub const fn overflowing_sub(self, rhs: u128) -> (u128, bool) {
        (intrinsics::wrapping_sub(self, rhs), intrinsics::sub_overflows(self, rhs))
    }

    pub const fn saturating_sub(self, rhs: u128) -> u128 {
        if !intrinsics::sub_overflows(self, rhs) {
            return intrinsics::wrapping_sub(self, rhs);
        }
        0
    }

    #[track_caller]
    pub const fn strict_sub(self, rhs: u128) -> u128 {
        if intrinsics::sub_overflows(self, rhs) {
            panic!("attempt to subtract with overflow");
        }
        intrinsics::wrapping_sub(self, rhs)
    }

    pub const fn wrapping_mul(self, rhs: u128) -> u128 {
        intrinsics::wrapping_mul(self, rhs)
    }

    pub const fn checked_mul(self, rhs: u128) -> Option<u128> {
        if intrinsics::mul_overflows(self, rhs) { None } else { Some(intrinsics::wrapping_mul(self, rhs)) }
    }

    pub const fn overflowing_mul(self, rhs: u128) -> (u128, bool) {
        (intrinsics::wrapping_mul(self, rhs), intrinsics::mul_overflows(self, rhs))
    }

    pub const fn saturating_mul(self, rhs: u128) -> u128 {
        if !intrinsics::mul_overflows(self, rhs) {
            return intrinsics::wrapping_mul(self, rhs);
        }
        u128::MAX
    }

    #[track_caller]
    pub const fn strict_mul(self, rhs: u128) -> u128 {
        if intrinsics::mul_overflows(self, rhs) {
            panic!("attempt to multiply with overflow");
        }
        intrinsics::wrapping_mul(self, rhs)
    }

    pub const fn checked_div(self, rhs: u128) -> Option<u128> {
        if rhs == 0 { None } else { Some(intrinsics::unchecked_div(self, rhs)) }
    }

    #[track_caller]
    pub const fn wrapping_div(self, rhs: u128) -> u128 {
        if rhs == 0 {
            panic!("attempt to divide by zero");
        }
        intrinsics::unchecked_div(self, rhs)
    }

    #[track_caller]
    pub const fn overflowing_div(self, rhs: u128) -> (u128, bool) {
        (self.wrapping_div(rhs), false)
    }

    pub const fn checked_rem(self, rhs: u128) -> Option<u128> {
        if rhs == 0 { None } else { Some(intrinsics::unchecked_rem(self, rhs)) }
    }

    #[track_caller]
    pub const fn wrapping_rem(self, rhs: u128) -> u128 {
        if rhs == 0 {
            panic!("attempt to calculate the remainder with a divisor of zero");
        }
        intrinsics::unchecked_rem(self, rhs)
    }

    #[track_caller]
    pub const fn overflowing_rem(self, rhs: u128) -> (u128, bool) {
        (self.wrapping_rem(rhs), false)
    }

    #[track_caller]
    pub const fn div_euclid(self, rhs: u128) -> u128 {
        if rhs == 0 {
            panic!("attempt to divide by zero");
        }
        intrinsics::unchecked_div(self, rhs)
    }

    #[track_caller]
    pub const fn rem_euclid(self, rhs: u128) -> u128 {
        if rhs == 0 {
            panic!("attempt to calculate the remainder with a divisor of zero");
        }
        intrinsics::unchecked_rem(self, rhs)
    }

    #[track_caller]
    pub const fn wrapping_rem_euclid(self, rhs: u128) -> u128 {
        self.rem_euclid(rhs)
    }

    #[track_caller]
    pub const fn wrapping_div_euclid(self, rhs: u128) -> u128 {
        self.div_euclid(rhs)
    }

    pub const fn checked_div_euclid(self, rhs: u128) -> Option<u128> {
        if rhs == 0 { None } else { Some(self.div_euclid(rhs)) }
    }

    pub const fn checked_rem_euclid(self, rhs: u128) -> Option<u128> {
        if rhs == 0 { None } else { Some(self.rem_euclid(rhs)) }
    }

    #[track_caller]
    pub const fn saturating_div(self, rhs: u128) -> u128 {
        self.wrapping_div(rhs)
    }

    pub const fn wrapping_neg(self) -> u128 {
        intrinsics::wrapping_sub(0, self)
    }

    pub const fn checked_neg(self) -> Option<u128> {
        if self == 0 { Some(0) } else { None }
    }

    pub const fn overflowing_neg(self) -> (u128, bool) {
        (self.wrapping_neg(), self != 0)
    }

    pub const fn wrapping_shl(self, rhs: u32) -> u128 {
        intrinsics::wrapping_shl(self, rhs)
    }

    pub const fn checked_shl(self, rhs: u32) -> Option<u128> {
        if rhs < 128 { Some(intrinsics::wrapping_shl(self, rhs)) } else { None }
    }

    pub const fn overflowing_shl(self, rhs: u32) -> (u128, bool) {
        (intrinsics::wrapping_shl(self, rhs), rhs >= 128)
    }

    pub const fn wrapping_shr(self, rhs: u32) -> u128 {
        intrinsics::wrapping_shr(self, rhs)
    }

    pub const fn checked_shr(self, rhs: u32) -> Option<u128> {
        if rhs < 128 { Some(intrinsics::wrapping_shr(self, rhs)) } else { None }
    }

    pub const fn overflowing_shr(self, rhs: u32) -> (u128, bool) {
        (intrinsics::wrapping_shr(self, rhs), rhs >= 128)
    }

    pub const fn pow(self, mut exp: u32) -> u128 {
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

    pub const fn overflowing_pow(self, mut exp: u32) -> (u128, bool) {
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

    pub const fn wrapping_pow(self, exp: u32) -> u128 {
        self.overflowing_pow(exp).0
    }

    pub const fn checked_pow(self, exp: u32) -> Option<u128> {
        let (value, overflows) = self.overflowing_pow(exp);
        if overflows { None } else { Some(value) }
    }

    pub const fn saturating_pow(self, exp: u32) -> u128 {
        let (value, overflows) = self.overflowing_pow(exp);
        if !overflows {
            return value;
        }
        u128::MAX
    }

    pub const fn isqrt(self) -> u128 {
        super::wide::isqrt(self)
    }

    #[track_caller]
    pub const fn ilog2(self) -> u32 {
        if self <= 0 {
            panic!("argument of integer logarithm must be positive");
        }
        127 - intrinsics::leading_zeros(self)
    }

    #[track_caller]
    pub const fn ilog10(self) -> u32 {
        if self <= 0 {
            panic!("argument of integer logarithm must be positive");
        }
        super::wide::ilog(self, 10)
    }

    #[track_caller]
    pub const fn ilog(self, base: u128) -> u32 {
        if base < 2 {
            panic!("base of integer logarithm must be at least 2");
        }
        if self <= 0 {
            panic!("argument of integer logarithm must be positive");
        }
        super::wide::ilog(self, base)
    }

    pub const fn checked_ilog2(self) -> Option<u32> {
        if self <= 0 { None } else { Some(self.ilog2()) }
    }

    pub const fn checked_ilog10(self) -> Option<u32> {
        if self <= 0 { None } else { Some(self.ilog10()) }
    }

    pub const fn checked_ilog(self, base: u128) -> Option<u32> {
        if self <= 0 || base < 2 { None } else { Some(self.ilog(base)) }
    }

    pub const fn abs_diff(self, other: u128) -> u128 {
        if self < other { other - self } else { self - other }
    }

    pub const fn is_power_of_two(self) -> bool {
        intrinsics::count_ones(self) == 1
    }

    pub const fn is_multiple_of(self, rhs: u128) -> bool {
        if rhs == 0 { self == 0 } else { intrinsics::unchecked_rem(self, rhs) == 0 }
    }

    pub const fn checked_next_power_of_two(self) -> Option<u128> {
        if self <= 1 {
            return Some(1);
        }
        let zeros = intrinsics::leading_zeros(self - 1);
        if zeros == 0 { None } else { Some(1 << (128 - zeros)) }
    }

    pub const fn next_power_of_two(self) -> u128 {
        match self.checked_next_power_of_two() {
            Some(value) => value,
            None => {
                check_add(true, LINE);
                0
            }
        }
    }

    #[track_caller]
    pub const fn div_ceil(self, rhs: u128) -> u128 {
        if rhs == 0 {
            panic!("attempt to divide by zero");
        }
        let q = intrinsics::unchecked_div(self, rhs);
        if intrinsics::unchecked_rem(self, rhs) > 0 { q + 1 } else { q }
    }

    pub const fn checked_next_multiple_of(self, rhs: u128) -> Option<u128> {
        if rhs == 0 {
            return None;
        }
        let r = intrinsics::unchecked_rem(self, rhs);
        if r == 0 { Some(self) } else { self.checked_add(rhs - r) }
    }

    pub const fn next_multiple_of(self, rhs: u128) -> u128 {
        super::check_rem_zero(rhs == 0, LINE);
        match self.checked_next_multiple_of(rhs) {
            Some(value) => value,
            None => {
                check_add(true, LINE);
                intrinsics::wrapping_add(self, rhs - intrinsics::unchecked_rem(self, rhs))
            }
        }
    }

    pub const fn cast_signed(self) -> i128 {
        self as i128
    }

    pub const fn wrapping_add_signed(self, rhs: i128) -> u128 {
        intrinsics::wrapping_add(self, rhs as u128)
    }

    pub const fn checked_add_signed(self, rhs: i128) -> Option<u128> {
        let value = intrinsics::wrapping_add(self, rhs as u128);
        if (rhs < 0) == (value > self) && rhs != 0 { None } else { Some(value) }
    }

    pub const fn saturating_add_signed(self, rhs: i128) -> u128 {
        match self.checked_add_signed(rhs) {
            Some(value) => value,
            None => {
                if rhs < 0 {
                    0
                } else {
                    u128::MAX
                }
            }
        }
    }

    pub const fn midpoint(self, rhs: u128) -> u128 {
        (self & rhs) + ((self ^ rhs) >> 1)
    }

    pub const fn from_str_radix(src: &str, radix: u32) -> Result<u128, ParseIntError> {
        super::wide::parse(src, radix, u128::MAX, false)
    }
}

impl crate::str::FromStr for u128 {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<u128, ParseIntError> {
        u128::from_str_radix(src, 10)
    }
}
