//! Numbers of twice the precision: the unevaluated sum of two `f64`.
//!
//! The sums and products of two `f64` are split without error into the rounded result and what rounding took from it (Dekker
//! 1971, Knuth). WebAssembly has no fused multiply-add, so a product is split by halving its factors (Veltkamp).

/// `hi + lo`, where `hi` is that sum rounded to an `f64`.
#[derive(Clone, Copy)]
pub struct Dd {
    pub hi: f64,
    pub lo: f64,
}

/// Half of pi.
pub const PI_2: Dd = Dd { hi: 1.5707963267948966, lo: 6.123233995736766e-17 };
pub const LN_2: Dd = Dd { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };
pub const LOG2_E: Dd = Dd { hi: 1.4426950408889634, lo: 2.0355273740931033e-17 };
pub const SIXTH: Dd = Dd { hi: 0.16666666666666666, lo: 9.25185853854297e-18 };

/// `a + b` without error.
pub const fn two_sum(a: f64, b: f64) -> Dd {
    let hi = a + b;
    let part = hi - a;
    Dd { hi, lo: (a - (hi - part)) + (b - part) }
}

/// `a + b` without error, where `a` is not smaller than `b` (or is zero).
pub const fn quick_sum(a: f64, b: f64) -> Dd {
    let hi = a + b;
    Dd { hi, lo: b - (hi - a) }
}

/// `a * b` without error, where neither comes near overflow or underflow.
pub const fn two_product(a: f64, b: f64) -> Dd {
    let hi = a * b;
    let a_wide = a * 134217729.0;
    let a_top = a_wide - (a_wide - a);
    let a_rest = a - a_top;
    let b_wide = b * 134217729.0;
    let b_top = b_wide - (b_wide - b);
    let b_rest = b - b_top;
    Dd { hi, lo: ((a_top * b_top - hi) + a_top * b_rest + a_rest * b_top) + a_rest * b_rest }
}

impl Dd {
    pub fn from(hi: f64) -> Dd {
        Dd { hi, lo: 0.0 }
    }

    pub const fn neg(self) -> Dd {
        Dd { hi: -self.hi, lo: -self.lo }
    }

    pub fn add(self, other: Dd) -> Dd {
        let high = two_sum(self.hi, other.hi);
        let low = two_sum(self.lo, other.lo);
        let sum = quick_sum(high.hi, high.lo + low.hi);
        quick_sum(sum.hi, sum.lo + low.lo)
    }

    /// `self + other`, where `other` is not larger than `self`.
    pub fn add_small(self, other: Dd) -> Dd {
        let sum = quick_sum(self.hi, other.hi);
        quick_sum(sum.hi, sum.lo + (self.lo + other.lo))
    }

    /// `self + other`.
    pub fn add_one(self, other: f64) -> Dd {
        let high = two_sum(self.hi, other);
        quick_sum(high.hi, high.lo + self.lo)
    }

    pub fn mul(self, other: Dd) -> Dd {
        let product = two_product(self.hi, other.hi);
        quick_sum(product.hi, product.lo + (self.hi * other.lo + self.lo * other.hi))
    }

    /// `self * other`.
    pub fn mul_one(self, other: f64) -> Dd {
        let product = two_product(self.hi, other);
        quick_sum(product.hi, product.lo + self.lo * other)
    }

    /// `self * factor`, a power of two.
    pub fn scale(self, factor: f64) -> Dd {
        Dd { hi: self.hi * factor, lo: self.lo * factor }
    }

    pub fn div(self, other: Dd) -> Dd {
        let first = self.hi / other.hi;
        let back = two_product(first, other.hi);
        let rest = (((self.hi - back.hi) - back.lo) + self.lo) - first * other.lo;
        quick_sum(first, rest / other.hi)
    }

    pub fn sqrt(self) -> Dd {
        if self.hi <= 0.0 {
            return Dd::from(0.0);
        }
        let first = self.hi.sqrt();
        let back = two_product(first, first);
        let rest = ((self.hi - back.hi) - back.lo) + self.lo;
        quick_sum(first, rest / (2.0 * first))
    }

    /// Whether every number that is at most `self.hi * error` from this one rounds to the same `f64`; then that is `self.hi`.
    pub fn decides(self, error: f64) -> bool {
        let error = self.hi * error;
        self.hi + (self.lo + error) == self.hi && self.hi + (self.lo - error) == self.hi
    }
}

/// 2 to the power `n`, for an exponent of a normal `f64`.
pub const fn power_of_two(n: i32) -> f64 {
    f64::from_bits(((n + 1023) as u64) << 52)
}

/// `value` times 2 to the power `n`, rounded once: also where the result has fewer bits than a normal `f64`. `value` is from
/// 0.5 to 4, `n` from -2200 to 2000.
pub const fn scaled(value: Dd, n: i32) -> f64 {
    let rounded = value.hi + value.lo;
    if n > 1000 {
        return rounded * power_of_two(1000) * power_of_two(n - 1000);
    }
    if n >= -1000 {
        return rounded * power_of_two(n);
    }
    if n < -1078 {
        return 0.0;
    }
    let large = power_of_two(-1022 - n);
    if rounded >= large {
        return rounded * power_of_two(-1000) * power_of_two(n + 1000);
    }
    // The last bit of the sum with `large` is the last bit of a subnormal result. What the first sum lacks takes part in the
    // second, and where that lacks something again it is odd, so that no tie is seen where there is none.
    let first = two_sum(large, value.hi);
    let sum = first.hi + odd_sum(first.lo, value.lo);
    (sum - large) * power_of_two(-1000) * power_of_two(n + 1000)
}

/// `a + b`, rounded to the neighbour whose last bit is set where it is not exact: a later rounding to fewer bits is then as if of
/// the exact sum (Boldo and Melquiond 2008).
pub const fn odd_sum(a: f64, b: f64) -> f64 {
    let sum = two_sum(a, b);
    let bits = sum.hi.to_bits();
    if sum.lo == 0.0 || bits & 1 == 1 {
        sum.hi
    } else if (sum.lo > 0.0) == (sum.hi > 0.0) {
        f64::from_bits(bits + 1)
    } else {
        f64::from_bits(bits - 1)
    }
}
