//! Multiplying and adding with a single rounding.

use super::dd::{self, Dd};

/// `a * b + c`, rounded once.
///
/// The operands are brought near 1, where no part of the product is lost; the sum of its two parts and `c` is then made of a
/// rounded sum and of what that lacks, which is odd where it is not exact itself (Boldo and Melquiond 2008).
pub const fn mul_add(a: f64, b: f64, c: f64) -> f64 {
    if a == 0.0 || b == 0.0 || !a.is_finite() || !b.is_finite() {
        return a * b + c;
    }
    if !c.is_finite() {
        return c;
    }
    if c == 0.0 {
        return a * b;
    }
    let (a_near, a_exponent) = split(a);
    let (b_near, b_exponent) = split(b);
    let (c_near, c_exponent) = split(c);
    let exponent = a_exponent + b_exponent;
    let apart = c_exponent - exponent;
    if apart > 120 {
        // The product is too small to change `c`.
        return c;
    }
    // Where `c` is too small, it says only on which side of the product the sum is.
    let c_near = if apart < -120 { 1e-60_f64.copysign(c) } else { c_near * dd::power_of_two(apart) };
    let product = dd::two_product(a_near, b_near);
    let low = dd::two_sum(c_near, product.lo);
    let high = dd::two_sum(product.hi, low.hi);
    if high.hi == 0.0 {
        // Only the last part is left, if any: then it is exact.
        return low.lo * dd::power_of_two(exponent / 2) * dd::power_of_two(exponent - exponent / 2);
    }
    let rest = dd::odd_sum(low.lo, high.lo);
    let (_, up) = split(high.hi);
    let factor = dd::power_of_two(-up);
    let sum = Dd { hi: high.hi * factor, lo: rest * factor };
    if exponent + up > 1030 {
        return f64::INFINITY.copysign(sum.hi);
    }
    let size = if sum.hi < 0.0 { sum.neg() } else { sum };
    dd::scaled(size, exponent + up).copysign(sum.hi)
}

/// A number from 1 to 2, or from -2 to -1, and the exponent of the power of two times which it is `x`.
const fn split(x: f64) -> (f64, i32) {
    let mut bits = x.to_bits();
    let mut exponent = -1023;
    if x.abs() < f64::MIN_POSITIVE {
        bits = (x * 18014398509481984.0).to_bits();
        exponent -= 54;
    }
    exponent += (bits >> 52 & 0x7ff) as i32;
    (f64::from_bits(bits & 0x800f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000), exponent)
}

/// The same for `f32`: the product and the sum of `f64` lose nothing that an odd last bit does not keep.
pub const fn mul_add_single(a: f32, b: f32, c: f32) -> f32 {
    let product = a as f64 * b as f64;
    if product == 0.0 || !product.is_finite() || !c.is_finite() {
        return (product + c as f64) as f32;
    }
    dd::odd_sum(product, c as f64) as f32
}
