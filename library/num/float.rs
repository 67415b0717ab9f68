//! Methods of `f32` and `f64`.

use crate::cmp::Ordering;
use crate::fmt;
use crate::intrinsics;
use crate::panicking::{self, CoreFile};

/// What `clamp` says of its limits, where std's own source does.
const fn clamp_failed(min: f64, max: f64, wide: bool) -> ! {
    let mut f = match wide {
        true => panicking::begin_in_core(&CoreFile::F64, 1502, 9),
        false => panicking::begin_in_core(&CoreFile::F32, 1504, 9),
    };
    f.write_str("min > max, or either was NaN. min = ");
    write_limit(min, wide, &mut f);
    f.write_str(", max = ");
    write_limit(max, wide, &mut f);
    panicking::panic_end()
}

fn write_limit(limit: f64, wide: bool, f: &mut fmt::Formatter<'_>) {
    if wide {
        fmt::Debug::fmt(&limit, f);
    } else {
        fmt::Debug::fmt(&(limit as f32), f);
    }
}

impl f32 {
    pub const RADIX: u32 = 2;
    pub const MANTISSA_DIGITS: u32 = 24;
    pub const DIGITS: u32 = 6;
    pub const EPSILON: f32 = 1.19209290e-07;
    pub const MIN: f32 = -3.40282347e+38;
    pub const MIN_POSITIVE: f32 = 1.17549435e-38;
    pub const MAX: f32 = 3.40282347e+38;
    pub const MIN_EXP: i32 = -125;
    pub const MAX_EXP: i32 = 128;
    pub const MIN_10_EXP: i32 = -37;
    pub const MAX_10_EXP: i32 = 38;
    pub const NAN: f32 = 0.0 / 0.0;
    pub const INFINITY: f32 = 1.0 / 0.0;
    pub const NEG_INFINITY: f32 = -1.0 / 0.0;

    pub const fn is_nan(self) -> bool {
        self != self
    }

    pub const fn is_infinite(self) -> bool {
        self == f32::INFINITY || self == f32::NEG_INFINITY
    }

    pub const fn is_finite(self) -> bool {
        intrinsics::float_abs(self) < f32::INFINITY
    }

    pub const fn is_normal(self) -> bool {
        self.is_finite() && intrinsics::float_abs(self) >= f32::MIN_POSITIVE
    }

    pub const fn is_subnormal(self) -> bool {
        self != 0.0 && intrinsics::float_abs(self) < f32::MIN_POSITIVE
    }

    pub const fn is_sign_positive(self) -> bool {
        !self.is_sign_negative()
    }

    pub const fn is_sign_negative(self) -> bool {
        self.to_bits() >> 31 == 1
    }

    pub const fn to_bits(self) -> u32 {
        intrinsics::f32_to_bits(self)
    }

    pub const fn from_bits(v: u32) -> f32 {
        intrinsics::f32_from_bits(v)
    }

    pub const fn abs(self) -> f32 {
        intrinsics::float_abs(self)
    }

    pub fn sqrt(self) -> f32 {
        intrinsics::float_sqrt(self)
    }

    pub const fn floor(self) -> f32 {
        intrinsics::float_floor(self)
    }

    pub const fn ceil(self) -> f32 {
        intrinsics::float_ceil(self)
    }

    pub const fn trunc(self) -> f32 {
        intrinsics::float_trunc(self)
    }

    pub const fn round_ties_even(self) -> f32 {
        intrinsics::float_round_ties_even(self)
    }

    pub const fn round(self) -> f32 {
        let whole = intrinsics::float_trunc(self);
        if intrinsics::float_abs(self - whole) >= 0.5 { whole + intrinsics::float_copysign(1.0, self) } else { whole }
    }

    pub const fn fract(self) -> f32 {
        self - intrinsics::float_trunc(self)
    }

    pub const fn copysign(self, sign: f32) -> f32 {
        intrinsics::float_copysign(self, sign)
    }

    pub const fn signum(self) -> f32 {
        if self != self { self } else { intrinsics::float_copysign(1.0, self) }
    }

    pub const fn recip(self) -> f32 {
        1.0 / self
    }

    pub fn powi(self, n: i32) -> f32 {
        let mut base = self;
        let mut exp = n;
        let mut acc = 1.0;
        loop {
            if exp % 2 != 0 {
                acc *= base;
            }
            exp /= 2;
            if exp == 0 {
                break;
            }
            base *= base;
        }
        if n < 0 { 1.0 / acc } else { acc }
    }

    pub fn div_euclid(self, rhs: f32) -> f32 {
        let q = intrinsics::float_trunc(self / rhs);
        if self % rhs < 0.0 {
            return if rhs > 0.0 { q - 1.0 } else { q + 1.0 };
        }
        q
    }

    pub fn rem_euclid(self, rhs: f32) -> f32 {
        let r = self % rhs;
        if r < 0.0 { r + intrinsics::float_abs(rhs) } else { r }
    }

    pub const fn max(self, other: f32) -> f32 {
        if self < other || self != self { other } else { self }
    }

    pub const fn min(self, other: f32) -> f32 {
        if self > other || self != self { other } else { self }
    }

    pub const fn clamp(mut self, min: f32, max: f32) -> f32 {
        if !(min <= max) {
            clamp_failed(min as f64, max as f64, false);
        }
        if self < min {
            self = min;
        }
        if self > max {
            self = max;
        }
        self
    }

    pub const fn to_degrees(self) -> f32 {
        self * 57.2957795130823208767981548141051703
    }

    pub const fn to_radians(self) -> f32 {
        self * 0.017453292519943295769236907684886
    }

    pub fn total_cmp(&self, other: &f32) -> Ordering {
        let mut left = self.to_bits() as i32;
        let mut right = other.to_bits() as i32;
        left ^= ((left >> 31) as u32 >> 1) as i32;
        right ^= ((right >> 31) as u32 >> 1) as i32;
        if left < right {
            Ordering::Less
        } else if left > right {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }

    pub const fn midpoint(self, other: f32) -> f32 {
        ((self as f64 + other as f64) / 2.0) as f32
    }
}

impl f64 {
    pub const RADIX: u32 = 2;
    pub const MANTISSA_DIGITS: u32 = 53;
    pub const DIGITS: u32 = 15;
    pub const EPSILON: f64 = 2.2204460492503131e-16;
    pub const MIN: f64 = -1.7976931348623157e+308;
    pub const MIN_POSITIVE: f64 = 2.2250738585072014e-308;
    pub const MAX: f64 = 1.7976931348623157e+308;
    pub const MIN_EXP: i32 = -1021;
    pub const MAX_EXP: i32 = 1024;
    pub const MIN_10_EXP: i32 = -307;
    pub const MAX_10_EXP: i32 = 308;
    pub const NAN: f64 = 0.0 / 0.0;
    pub const INFINITY: f64 = 1.0 / 0.0;
    pub const NEG_INFINITY: f64 = -1.0 / 0.0;

    pub const fn is_nan(self) -> bool {
        self != self
    }

    pub const fn is_infinite(self) -> bool {
        self == f64::INFINITY || self == f64::NEG_INFINITY
    }

    pub const fn is_finite(self) -> bool {
        intrinsics::float_abs(self) < f64::INFINITY
    }

    pub const fn is_normal(self) -> bool {
        self.is_finite() && intrinsics::float_abs(self) >= f64::MIN_POSITIVE
    }

    pub const fn is_subnormal(self) -> bool {
        self != 0.0 && intrinsics::float_abs(self) < f64::MIN_POSITIVE
    }

    pub const fn is_sign_positive(self) -> bool {
        !self.is_sign_negative()
    }

    pub const fn is_sign_negative(self) -> bool {
        self.to_bits() >> 63 == 1
    }

    pub const fn to_bits(self) -> u64 {
        intrinsics::f64_to_bits(self)
    }

    pub const fn from_bits(v: u64) -> f64 {
        intrinsics::f64_from_bits(v)
    }

    pub const fn abs(self) -> f64 {
        intrinsics::float_abs(self)
    }

    pub fn sqrt(self) -> f64 {
        intrinsics::float_sqrt(self)
    }

    pub const fn floor(self) -> f64 {
        intrinsics::float_floor(self)
    }

    pub const fn ceil(self) -> f64 {
        intrinsics::float_ceil(self)
    }

    pub const fn trunc(self) -> f64 {
        intrinsics::float_trunc(self)
    }

    pub const fn round_ties_even(self) -> f64 {
        intrinsics::float_round_ties_even(self)
    }

    pub const fn round(self) -> f64 {
        let whole = intrinsics::float_trunc(self);
        if intrinsics::float_abs(self - whole) >= 0.5 { whole + intrinsics::float_copysign(1.0, self) } else { whole }
    }

    pub const fn fract(self) -> f64 {
        self - intrinsics::float_trunc(self)
    }

    pub const fn copysign(self, sign: f64) -> f64 {
        intrinsics::float_copysign(self, sign)
    }

    pub const fn signum(self) -> f64 {
        if self != self { self } else { intrinsics::float_copysign(1.0, self) }
    }

    pub const fn recip(self) -> f64 {
        1.0 / self
    }

    pub fn powi(self, n: i32) -> f64 {
        let mut base = self;
        let mut exp = n;
        let mut acc = 1.0;
        loop {
            if exp % 2 != 0 {
                acc *= base;
            }
            exp /= 2;
            if exp == 0 {
                break;
            }
            base *= base;
        }
        if n < 0 { 1.0 / acc } else { acc }
    }

    pub fn div_euclid(self, rhs: f64) -> f64 {
        let q = intrinsics::float_trunc(self / rhs);
        if self % rhs < 0.0 {
            return if rhs > 0.0 { q - 1.0 } else { q + 1.0 };
        }
        q
    }

    pub fn rem_euclid(self, rhs: f64) -> f64 {
        let r = self % rhs;
        if r < 0.0 { r + intrinsics::float_abs(rhs) } else { r }
    }

    pub const fn max(self, other: f64) -> f64 {
        if self < other || self != self { other } else { self }
    }

    pub const fn min(self, other: f64) -> f64 {
        if self > other || self != self { other } else { self }
    }

    pub const fn clamp(mut self, min: f64, max: f64) -> f64 {
        if !(min <= max) {
            clamp_failed(min as f64, max as f64, true);
        }
        if self < min {
            self = min;
        }
        if self > max {
            self = max;
        }
        self
    }

    pub const fn to_degrees(self) -> f64 {
        self * (180.0 / crate::f64::consts::PI)
    }

    pub const fn to_radians(self) -> f64 {
        self * (crate::f64::consts::PI / 180.0)
    }

    pub fn total_cmp(&self, other: &f64) -> Ordering {
        let mut left = self.to_bits() as i64;
        let mut right = other.to_bits() as i64;
        left ^= ((left >> 63) as u64 >> 1) as i64;
        right ^= ((right >> 63) as u64 >> 1) as i64;
        if left < right {
            Ordering::Less
        } else if left > right {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }

    pub const fn midpoint(self, other: f64) -> f64 {
        let low = f64::MIN_POSITIVE * 2.0;
        let high = f64::MAX / 2.0;
        let abs_a = intrinsics::float_abs(self);
        let abs_b = intrinsics::float_abs(other);
        if abs_a <= high && abs_b <= high {
            (self + other) / 2.0
        } else if abs_a < low {
            self + other / 2.0
        } else if abs_b < low {
            self / 2.0 + other
        } else {
            self / 2.0 + other / 2.0
        }
    }
}
