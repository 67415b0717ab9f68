//! The inverse functions of sine, cosine and tangent.

use super::dd::{self, Dd};
use super::trig;

/// The angle of the point (`x`, `y`), where 0 <= y <= x and x is of a middle size.
///
/// An approximation `a` of 38 bits gets its other bits by turning the point back by it: what is left is so small that it is
/// the same as its tangent.
fn octant(y: Dd, x: Dd, fully: bool) -> Dd {
    let a = rough(y.hi / x.hi);
    let (sin, cos) = trig::sin_cos_small(Dd::from(a), fully);
    let across = y.mul(cos).add(x.mul(sin).neg());
    let along = x.mul(cos).add(y.mul(sin));
    Dd::from(a).add(across.div(along))
}

/// The angle whose tangent is `t`, from 0 to 1, to some 38 bits.
fn rough(t: f64) -> f64 {
    if t > 0.4142135623730951 {
        return 0.7853981633974483 + rough_small((t - 1.0) / (t + 1.0));
    }
    rough_small(t)
}

fn rough_small(t: f64) -> f64 {
    let z = -(t * t);
    let mut sum = 0.0;
    let mut n = 27.0;
    while n > 0.0 {
        sum = sum * z + 1.0 / n;
        n -= 2.0;
    }
    sum * t
}

/// The angle of the point (`x`, `y`), where both are positive or zero, not both zero, and the larger one of a middle size.
fn quarter(y: Dd, x: Dd, fully: bool) -> Dd {
    if y.hi <= x.hi { octant(y, x, fully) } else { dd::PI_2.add(octant(x, y, fully).neg()) }
}

/// The same for an x of either sign.
fn half(y: Dd, x: Dd, fully: bool) -> Dd {
    if x.hi >= 0.0 { quarter(y, x, fully) } else { dd::PI_2.add(quarter(x.neg(), y, fully)) }
}

/// What the quick forms may get wrong.
const ERROR: f64 = 4e-19;

/// The square root of 1 - x².
fn other_side(x: f64) -> Dd {
    dd::two_sum(1.0, -x).mul(dd::two_sum(1.0, x)).sqrt()
}

pub fn asin(x: f64) -> f64 {
    let size = x.abs();
    if !(size <= 1.0) {
        return f64::NAN;
    }
    if size < 1e-8 {
        return x;
    }
    let other = other_side(size);
    let mut value = quarter(Dd::from(size), other, false);
    if !value.decides(ERROR) {
        value = quarter(Dd::from(size), other, true);
    }
    value.hi.copysign(x)
}

pub fn acos(x: f64) -> f64 {
    if !(x.abs() <= 1.0) {
        return f64::NAN;
    }
    if x == 1.0 {
        return 0.0;
    }
    let other = other_side(x);
    let value = half(other, Dd::from(x), false);
    if value.decides(ERROR) { value.hi } else { half(other, Dd::from(x), true).hi }
}

pub fn atan(x: f64) -> f64 {
    if x != x || x.abs() < 1e-8 {
        return x;
    }
    if x.abs() > 1e300 {
        return dd::PI_2.hi.copysign(x);
    }
    let one = Dd::from(1.0);
    let size = Dd::from(x.abs());
    let mut value = quarter(size, one, false);
    if !value.decides(ERROR) {
        value = quarter(size, one, true);
    }
    value.hi.copysign(x)
}

pub fn atan2(y: f64, x: f64) -> f64 {
    if x != x || y != y {
        return f64::NAN;
    }
    positive(y.abs(), x).copysign(y)
}

/// The angle of the point (`x`, `y`), where y is positive or zero.
fn positive(y: f64, x: f64) -> f64 {
    let size = x.abs();
    if y == 0.0 || (size == f64::INFINITY && y < size) {
        return if x.is_sign_negative() { 2.0 * dd::PI_2.hi } else { 0.0 };
    }
    if y == f64::INFINITY && size == y {
        return if x > 0.0 { 0.7853981633974483 } else { 2.356194490192345 };
    }
    if y == f64::INFINITY || x == 0.0 {
        return dd::PI_2.hi;
    }
    // Bring the larger one near 1. Where this would make a subnormal number of the other one, it decides nothing; but in
    // the first octant it is the result.
    let up = exponent(if y > size { y } else { size });
    let down = exponent(if y > size { size } else { y });
    if up - down > 200 {
        if y > size {
            return dd::PI_2.hi;
        }
        return if x > 0.0 { y / x } else { 2.0 * dd::PI_2.hi };
    }
    let y = Dd::from(y * dd::power_of_two(-up / 2) * dd::power_of_two(-up - -up / 2));
    let x = Dd::from(x * dd::power_of_two(-up / 2) * dd::power_of_two(-up - -up / 2));
    let value = half(y, x, false);
    if value.decides(ERROR) { value.hi } else { half(y, x, true).hi }
}

/// Its exponent: nearly, for a subnormal one.
fn exponent(x: f64) -> i32 {
    (x.to_bits() >> 52) as i32 - 1023
}
