//! Powers of any number.

use super::dd::{self, Dd};
use super::exp;
use super::log;

/// What the quick form may get wrong: the logarithm's error of 2^-72, times at most 745.
const ERROR: f64 = 4e-19;

pub fn powf(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if x != x || y != y {
        return f64::NAN;
    }
    let odd = is_odd(y);
    // The sign of the result, for which only an odd exponent keeps that of the base.
    let sign = if odd { x } else { 1.0 };
    let size = x.abs();
    if size == 0.0 || size == f64::INFINITY {
        let value: f64 = if (size == 0.0) == (y < 0.0) { f64::INFINITY } else { 0.0 };
        return value.copysign(sign);
    }
    if y.abs() == f64::INFINITY {
        return if size == 1.0 {
            1.0
        } else if (size > 1.0) == (y > 0.0) {
            f64::INFINITY
        } else {
            0.0
        };
    }
    if x < 0.0 && y.trunc() != y {
        return f64::NAN;
    }
    positive(size, y).copysign(sign)
}

fn is_odd(y: f64) -> bool {
    // From 2 to the power 53 on, each f64 is even.
    y.abs() < 9007199254740992.0 && y % 2.0 != 0.0 && y.trunc() == y
}

/// A power of a positive, finite number with a finite exponent.
fn positive(x: f64, y: f64) -> f64 {
    // Beyond this the result is 0, 1 or infinite whatever `x` is, or x is 1.
    if x == 1.0 {
        return 1.0;
    }
    if y.abs() > 1e22 {
        return if (x > 1.0) == (y > 0.0) { f64::INFINITY } else { 0.0 };
    }
    if y.abs() < 1e-22 {
        return 1.0;
    }
    let argument = log::ln_wide(x, false).mul_one(y);
    if argument.hi > 710.0 {
        return f64::INFINITY;
    }
    if argument.hi < -746.0 {
        return 0.0;
    }
    if argument.hi > -700.0 {
        let power = exp::power(argument, false);
        let value = power.significand();
        if value.decides(ERROR) {
            return dd::scaled(value, power.exponent);
        }
    }
    let power = exp::power(log::ln_wide(x, true).mul_one(y), true);
    dd::scaled(snapped(power.significand()), power.exponent)
}

/// The value, or a number of 54 bits that it is so near to that it can only be this: some powers are numbers of so few bits,
/// and then a rounding error must not decide between the two neighbours of a number in the middle.
fn snapped(value: Dd) -> Dd {
    let near = value.hi * 1e-28;
    // The half of the distance to the next `f64` on the side of `lo`.
    let bits = value.hi.to_bits();
    let next = if value.lo > 0.0 { f64::from_bits(bits + 1) } else { f64::from_bits(bits - 1) };
    let half = (next - value.hi) * 0.5;
    if value.lo.abs() < near {
        Dd::from(value.hi)
    } else if (value.lo - half).abs() < near {
        Dd { hi: value.hi, lo: half }
    } else {
        value
    }
}
