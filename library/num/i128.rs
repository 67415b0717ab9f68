//! Methods of `i128`.

use super::{ParseIntError, check_mul, check_neg};
use crate::intrinsics;

/// Where std's own source reports overflow in these methods.
const LINE: u32 = 442;

impl i128 {
    pub const MIN: i128 = -170141183460469231731687303715884105728;
    pub const MAX: i128 = 170141183460469231731687303715884105727;
    pub const BITS: u32 = 128;

    pub const fn min_value() -> i128 {
        i128::MIN
    }

    pub const fn max_value() -> i128 {
        i128::MAX
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

    pub const fn rotate_left(self, n: u32) -> i128 {
        intrinsics::rotate_left(self, n)
    }

    pub const fn rotate_right(self, n: u32) -> i128 {
        intrinsics::rotate_right(self, n)
    }

    pub const fn swap_bytes(self) -> i128 {
        intrinsics::swap_bytes(self)
    }

    pub const fn reverse_bits(self) -> i128 {
        super::wide::reverse_bits(self as u128) as i128
    }

    pub const fn to_be(self) -> i128 {
        intrinsics::swap_bytes(self)
    }

    pub const fn to_le(self) -> i128 {
        self
    }

    pub const fn from_be(x: i128) -> i128 {
        intrinsics::swap_bytes(x)
    }

    pub const fn from_le(x: i128) -> i128 {
        x
    }

    pub const fn to_le_bytes(self) -> [u8; 16] {
        super::wide::to_bytes(self as u128)
    }

    pub const fn to_ne_bytes(self) -> [u8; 16] {
        self.to_le_bytes()
    }

    pub const fn to_be_bytes(self) -> [u8; 16] {
        self.swap_bytes().to_le_bytes()
    }

    pub const fn from_le_bytes(bytes: [u8; 16]) -> i128 {
        super::wide::from_bytes(bytes) as i128
    }

    pub const fn from_ne_bytes(bytes: [u8; 16]) -> i128 {
        i128::from_le_bytes(bytes)
    }

    pub const fn from_be_bytes(bytes: [u8; 16]) -> i128 {
        i128::from_le_bytes(bytes).swap_bytes()
    }

    pub const fn wrapping_add(self, rhs: i128) -> i128 {
        intrinsics::wrapping_add(self, rhs)
    }

    pub const fn checked_add(self, rhs: i128) -> Option<i128> {
        if intrinsics::add_overflows(self, rhs) { None } else { Some(intrinsics::wrapping_add(self, rhs)) }
    }

    pub const fn overflowing_add(self, rhs: i128) -> (i128, bool) {
        (intrinsics::wrapping_add(self, rhs), intrinsics::add_overflows(self, rhs))
    }

    pub const fn saturating_add(self, rhs: i128) -> i128 {
        if !intrinsics::add_overflows(self, rhs) {
            return intrinsics::wrapping_add(self, rhs);
        }
        if rhs < 0 { i128::MIN } else { i128::MAX }
    }

    #[track_caller]
    pub const fn strict_add(self, rhs: i128) -> i128 {
        if intrinsics::add_overflows(self, rhs) {
            panic!("attempt to add with overflow");
        }
        intrinsics::wrapping_add(self, rhs)
    }

    pub const fn wrapping_sub(self, rhs: i128) -> i128 {
        intrinsics::wrapping_sub(self, rhs)
    }

    pub const fn checked_sub(self, rhs: i128) -> Option<i128> {
        if intrinsics::sub_overflows(self, rhs) { None } else { Some(intrinsics::wrapping_sub(self, rhs)) }
    }

    pub const fn overflowing_sub(self, rhs: i128) -> (i128, bool) {
        (intrinsics::wrapping_sub(self, rhs), intrinsics::sub_overflows(self, rhs))
    }

    pub const fn saturating_sub(self, rhs: i128) -> i128 {
        if !intrinsics::sub_overflows(self, rhs) {
            return intrinsics::wrapping_sub(self, rhs);
        }
        if rhs < 0 { i128::MAX } else { i128::MIN }
    }

    #[track_caller]
    pub const fn strict_sub(self, rhs: i128) -> i128 {
        if intrinsics::sub_overflows(self, rhs) {
            panic!("attempt to subtract with overflow");
        }
        intrinsics::wrapping_sub(self, rhs)
    }

    pub const fn wrapping_mul(self, rhs: i128) -> i128 {
        intrinsics::wrapping_mul(self, rhs)
    }

    pub const fn checked_mul(self, rhs: i128) -> Option<i128> {
        if intrinsics::mul_overflows(self, rhs) { None } else { Some(intrinsics::wrapping_mul(self, rhs)) }
    }

    pub const fn overflowing_mul(self, rhs: i128) -> (i128, bool) {
        (intrinsics::wrapping_mul(self, rhs), intrinsics::mul_overflows(self, rhs))
    }

    pub const fn saturating_mul(self, rhs: i128) -> i128 {
        if !intrinsics::mul_overflows(self, rhs) {
            return intrinsics::wrapping_mul(self, rhs);
        }
        if (self < 0) == (rhs < 0) { i128::MAX } else { i128::MIN }
    }

    #[track_caller]
    pub const fn strict_mul(self, rhs: i128) -> i128 {
        if intrinsics::mul_overflows(self, rhs) {
            panic!("attempt to multiply with overflow");
        }
        intrinsics::wrapping_mul(self, rhs)
    }

    pub const fn checked_div(self, rhs: i128) -> Option<i128> {
        if rhs == 0 || self == i128::MIN && rhs == -1 { None } else { Some(intrinsics::unchecked_div(self, rhs)) }
    }

    pub const fn wrapping_div(self, rhs: i128) -> i128 {
        super::check_div_zero(rhs == 0, LINE);
        if rhs == -1 {
            return intrinsics::wrapping_sub(0, self);
        }
        intrinsics::unchecked_div(self, rhs)
    }

    pub const fn overflowing_div(self, rhs: i128) -> (i128, bool) {
        (self.wrapping_div(rhs), self == i128::MIN && rhs == -1)
    }

    pub const fn checked_rem(self, rhs: i128) -> Option<i128> {
        if rhs == 0 || self == i128::MIN && rhs == -1 { None } else { Some(intrinsics::unchecked_rem(self, rhs)) }
    }

    pub const fn wrapping_rem(self, rhs: i128) -> i128 {
        super::check_rem_zero(rhs == 0, LINE);
        if rhs == -1 {
            return 0;
        }
        intrinsics::unchecked_rem(self, rhs)
    }

    pub const fn overflowing_rem(self, rhs: i128) -> (i128, bool) {
        (self.wrapping_rem(rhs), self == i128::MIN && rhs == -1)
    }

    #[track_caller]
    pub const fn div_euclid(self, rhs: i128) -> i128 {
        if rhs == 0 {
            panic!("attempt to divide by zero");
        }
        if self == i128::MIN && rhs == -1 {
            panic!("attempt to divide with overflow");
        }
        let q = intrinsics::unchecked_div(self, rhs);
        if intrinsics::unchecked_rem(self, rhs) >= 0 {
            q
        } else if rhs > 0 {
            q - 1
        } else {
            q + 1
        }
    }

    #[track_caller]
    pub const fn rem_euclid(self, rhs: i128) -> i128 {
        if rhs == 0 {
            panic!("attempt to calculate the remainder with a divisor of zero");
        }
        if self == i128::MIN && rhs == -1 {
            panic!("attempt to calculate the remainder with overflow");
        }
        let r = intrinsics::unchecked_rem(self, rhs);
        if r >= 0 { r } else { intrinsics::wrapping_add(r, rhs.wrapping_abs()) }
    }

    pub const fn wrapping_rem_euclid(self, rhs: i128) -> i128 {
        super::check_rem_zero(rhs == 0, LINE);
        if rhs == -1 { 0 } else { self.rem_euclid(rhs) }
    }

    pub const fn wrapping_div_euclid(self, rhs: i128) -> i128 {
        super::check_div_zero(rhs == 0, LINE);
        if self == i128::MIN && rhs == -1 { self } else { self.div_euclid(rhs) }
    }

    pub const fn checked_div_euclid(self, rhs: i128) -> Option<i128> {
        if rhs == 0 || self == i128::MIN && rhs == -1 { None } else { Some(self.div_euclid(rhs)) }
    }

    pub const fn checked_rem_euclid(self, rhs: i128) -> Option<i128> {
        if rhs == 0 || self == i128::MIN && rhs == -1 { None } else { Some(self.rem_euclid(rhs)) }
    }

    pub const fn saturating_div(self, rhs: i128) -> i128 {
        if self == i128::MIN && rhs == -1 { i128::MAX } else { self.wrapping_div(rhs) }
    }

    pub const fn wrapping_neg(self) -> i128 {
        intrinsics::wrapping_sub(0, self)
    }

    pub const fn checked_neg(self) -> Option<i128> {
        if self == i128::MIN { None } else { Some(-self) }
    }

    pub const fn overflowing_neg(self) -> (i128, bool) {
        (self.wrapping_neg(), self == i128::MIN)
    }

    pub const fn wrapping_shl(self, rhs: u32) -> i128 {
        intrinsics::wrapping_shl(self, rhs)
    }

    pub const fn checked_shl(self, rhs: u32) -> Option<i128> {
        if rhs < 128 { Some(intrinsics::wrapping_shl(self, rhs)) } else { None }
    }

    pub const fn overflowing_shl(self, rhs: u32) -> (i128, bool) {
        (intrinsics::wrapping_shl(self, rhs), rhs >= 128)
    }

    pub const fn wrapping_shr(self, rhs: u32) -> i128 {
        intrinsics::wrapping_shr(self, rhs)
    }

    pub const fn checked_shr(self, rhs: u32) -> Option<i128> {
        if rhs < 128 { Some(intrinsics::wrapping_shr(self, rhs)) } else { None }
    }

    pub const fn overflowing_shr(self, rhs: u32) -> (i128, bool) {
        (intrinsics::wrapping_shr(self, rhs), rhs >= 128)
    }

    pub const fn pow(self, mut exp: u32) -> i128 {
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

    pub const fn overflowing_pow(self, mut exp: u32) -> (i128, bool) {
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

    pub const fn wrapping_pow(self, exp: u32) -> i128 {
        self.overflowing_pow(exp).0
    }

    pub const fn checked_pow(self, exp: u32) -> Option<i128> {
        let (value, overflows) = self.overflowing_pow(exp);
        if overflows { None } else { Some(value) }
    }

    pub const fn saturating_pow(self, exp: u32) -> i128 {
        let (value, overflows) = self.overflowing_pow(exp);
        if !overflows {
            return value;
        }
        if self < 0 && exp % 2 == 1 { i128::MIN } else { i128::MAX }
    }

    #[track_caller]
    pub const fn isqrt(self) -> i128 {
        if self < 0 {
            panic!("argument of integer square root cannot be negative");
        }
        super::wide::isqrt(self as u128) as i128
    }

    pub const fn checked_isqrt(self) -> Option<i128> {
        if self < 0 { None } else { Some(super::wide::isqrt(self as u128) as i128) }
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
        super::wide::ilog(self as u128, 10)
    }

    #[track_caller]
    pub const fn ilog(self, base: i128) -> u32 {
        if base < 2 {
            panic!("base of integer logarithm must be at least 2");
        }
        if self <= 0 {
            panic!("argument of integer logarithm must be positive");
        }
        super::wide::ilog(self as u128, base as u128)
    }

    pub const fn checked_ilog2(self) -> Option<u32> {
        if self <= 0 { None } else { Some(self.ilog2()) }
    }

    pub const fn checked_ilog10(self) -> Option<u32> {
        if self <= 0 { None } else { Some(self.ilog10()) }
    }

    pub const fn checked_ilog(self, base: i128) -> Option<u32> {
        if self <= 0 || base < 2 { None } else { Some(self.ilog(base)) }
    }

    pub const fn abs_diff(self, other: i128) -> u128 {
        if self < other {
            (other as u128).wrapping_sub(self as u128)
        } else {
            (self as u128).wrapping_sub(other as u128)
        }
    }

    pub const fn abs(self) -> i128 {
        if self >= 0 {
            return self;
        }
        check_neg(self == i128::MIN, LINE);
        intrinsics::wrapping_sub(0, self)
    }

    pub const fn unsigned_abs(self) -> u128 {
        self.wrapping_abs() as u128
    }

    pub const fn wrapping_abs(self) -> i128 {
        if self < 0 { intrinsics::wrapping_sub(0, self) } else { self }
    }

    pub const fn checked_abs(self) -> Option<i128> {
        if self == i128::MIN { None } else { Some(self.wrapping_abs()) }
    }

    pub const fn overflowing_abs(self) -> (i128, bool) {
        (self.wrapping_abs(), self == i128::MIN)
    }

    pub const fn saturating_abs(self) -> i128 {
        if self == i128::MIN { i128::MAX } else { self.wrapping_abs() }
    }

    pub const fn saturating_neg(self) -> i128 {
        if self == i128::MIN { i128::MAX } else { -self }
    }

    pub const fn signum(self) -> i128 {
        if self < 0 {
            -1
        } else if self == 0 {
            0
        } else {
            1
        }
    }

    pub const fn is_positive(self) -> bool {
        self > 0
    }

    pub const fn is_negative(self) -> bool {
        self < 0
    }

    pub const fn cast_unsigned(self) -> u128 {
        self as u128
    }

    pub const fn wrapping_add_unsigned(self, rhs: u128) -> i128 {
        intrinsics::wrapping_add(self, rhs as i128)
    }

    pub const fn checked_add_unsigned(self, rhs: u128) -> Option<i128> {
        let value = intrinsics::wrapping_add(self, rhs as i128);
        if value < self { None } else { Some(value) }
    }

    pub const fn saturating_add_unsigned(self, rhs: u128) -> i128 {
        match self.checked_add_unsigned(rhs) {
            Some(value) => value,
            None => i128::MAX,
        }
    }

    pub const fn wrapping_sub_unsigned(self, rhs: u128) -> i128 {
        intrinsics::wrapping_sub(self, rhs as i128)
    }

    pub const fn checked_sub_unsigned(self, rhs: u128) -> Option<i128> {
        let value = intrinsics::wrapping_sub(self, rhs as i128);
        if value > self { None } else { Some(value) }
    }

    pub const fn saturating_sub_unsigned(self, rhs: u128) -> i128 {
        match self.checked_sub_unsigned(rhs) {
            Some(value) => value,
            None => i128::MIN,
        }
    }

    pub const fn midpoint(self, rhs: i128) -> i128 {
        // Half the sum towards minus infinity, then towards zero.
        let floor = (self & rhs) + ((self ^ rhs) >> 1);
        if floor < 0 && (self ^ rhs) & 1 == 1 { floor + 1 } else { floor }
    }

    pub const fn from_str_radix(src: &str, radix: u32) -> Result<i128, ParseIntError> {
        match super::wide::parse(src, radix, i128::MAX as u128, true) {
            Ok(value) => Ok(value as i128),
            Err(error) => Err(error),
        }
    }
}

impl crate::str::FromStr for i128 {
    type Err = ParseIntError;

    fn from_str(src: &str) -> Result<i128, ParseIntError> {
        i128::from_str_radix(src, 10)
    }
}
