//! Sine, cosine and tangent.

use super::dd::{self, Dd};
use super::reduce::{self, Reduced};

/// Sine and cosine of `r`, up to pi/4 (and some); `fully` to 100 bits, else to 64.
pub fn sin_cos_small(r: Dd, fully: bool) -> (Dd, Dd) {
    (sin_small(r, fully), cos_small(r, fully))
}

fn sin_small(r: Dd, fully: bool) -> Dd {
    let square = r.mul(r);
    if fully {
        return r.mul(series(square, 29.0));
    }
    let z = square.hi;
    let tail = z * (-1.0 / 5040.0
        + z * (1.0 / 362880.0
            + z * (-1.0 / 39916800.0
                + z * (1.0 / 6227020800.0
                    + z * (-1.0 / 1307674368000.0
                        + z * (1.0 / 355687428096000.0 - z * (1.0 / 121645100408832000.0)))))));
    let fifth = dd::quick_sum(0.008333333333333333, 1.1564823173178714e-19 + tail);
    let third = dd::SIXTH.neg().add_small(square.mul(fifth));
    r.add_small(r.mul(square.mul(third)))
}

fn cos_small(r: Dd, fully: bool) -> Dd {
    let square = r.mul(r);
    if fully {
        return series(square, 30.0);
    }
    let z = square.hi;
    let tail = z * (-1.0 / 720.0
        + z * (1.0 / 40320.0
            + z * (-1.0 / 3628800.0
                + z * (1.0 / 479001600.0
                    + z * (-1.0 / 87178291200.0
                        + z * (1.0 / 20922789888000.0 - z * (1.0 / 6402373705728000.0)))))));
    let fourth = dd::quick_sum(0.041666666666666664, 2.3129646346357427e-18 + tail);
    let second = Dd::from(-0.5).add_small(square.mul(fourth));
    Dd::from(1.0).add_small(square.mul(second))
}

/// 1 - z/(n-1)(n-2) (1 - z/(n-3)(n-4) (1 - …)): what a sine has after its argument, or a cosine in all.
fn series(square: Dd, last: f64) -> Dd {
    let mut t = Dd::from(1.0);
    let mut n = last;
    while n > 1.0 {
        t = square.mul(t).div(Dd::from(n * (1.0 - n))).add_one(1.0);
        n -= 2.0;
    }
    t
}

/// Sine of the angle plus `quarters` right angles.
fn sin_of(angle: &Reduced, quarters: u32, fully: bool) -> Dd {
    let quadrant = angle.quadrant + quarters;
    let value = if quadrant & 1 == 0 { sin_small(angle.rest, fully) } else { cos_small(angle.rest, fully) };
    if quadrant & 2 == 0 { value } else { value.neg() }
}

fn tan_of(angle: &Reduced, fully: bool) -> Dd {
    let (sin, cos) = sin_cos_small(angle.rest, fully);
    if angle.quadrant & 1 == 0 { sin.div(cos) } else { cos.neg().div(sin) }
}

/// What the quick forms above may get wrong.
const ERROR: f64 = 2e-19;

pub fn sin(x: f64) -> f64 {
    if x.abs() < 1e-8 || !x.is_finite() {
        return if x.is_finite() { x } else { f64::NAN };
    }
    if let Some(angle) = reduce::quickly(x) {
        let value = sin_of(&angle, 0, false);
        if value.decides(ERROR) {
            return value.hi;
        }
    }
    sin_of(&reduce::fully(x), 0, true).hi
}

pub fn cos(x: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    if let Some(angle) = reduce::quickly(x) {
        let value = sin_of(&angle, 1, false);
        if value.decides(ERROR) {
            return value.hi;
        }
    }
    sin_of(&reduce::fully(x), 1, true).hi
}

pub fn tan(x: f64) -> f64 {
    if x.abs() < 1e-8 || !x.is_finite() {
        return if x.is_finite() { x } else { f64::NAN };
    }
    if let Some(angle) = reduce::quickly(x) {
        let value = tan_of(&angle, false);
        if value.decides(ERROR) {
            return value.hi;
        }
    }
    tan_of(&reduce::fully(x), true).hi
}
