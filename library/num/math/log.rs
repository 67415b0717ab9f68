//! Logarithms.

use super::dd::{self, Dd};
use super::exp;

/// `x`, positive and finite, as a number from the square root of 1/2 to that of 2 and a power of two.
fn split(x: f64) -> (f64, i32) {
    let mut bits = x.to_bits();
    let mut exponent = 0;
    if bits >> 52 == 0 {
        bits = (x * 18014398509481984.0).to_bits();
        exponent = -54;
    }
    exponent += (bits >> 52) as i32 - 1023;
    let fraction = bits & 0xf_ffff_ffff_ffff;
    if fraction >= 0x6_a09e_667f_3bcd {
        (f64::from_bits(fraction | 0x3fe0_0000_0000_0000), exponent + 1)
    } else {
        (f64::from_bits(fraction | 0x3ff0_0000_0000_0000), exponent)
    }
}

/// The logarithm of `m`, from [`split`]; `fully` to some 98 bits, else to some 72.
///
/// An approximation `y` of 39 bits gets its other bits from the power of e: ln(m) = y + ln(m / e^y), where the second is
/// so small that 2 (m - e^y) / (m + e^y) is as good.
fn ln_near_one(m: f64, fully: bool) -> Dd {
    let s = (m - 1.0) / (m + 1.0);
    let z = s * s;
    let y = 2.0 * s
        * (1.0 + z * (1.0 / 3.0 + z * (1.0 / 5.0 + z * (1.0 / 7.0 + z * (1.0 / 9.0 + z * (1.0 / 11.0 + z * (1.0 / 13.0)))))));
    let power = exp::power(Dd::from(y), fully);
    // e^y - 1: near zero it must not be taken from e^y.
    let scale = dd::power_of_two(power.exponent);
    let mut more = power.root.mul(power.more).scale(scale);
    if power.root.hi != 1.0 || power.exponent != 0 {
        more = dd::two_sum(power.root.hi * scale, -1.0).add(Dd { hi: power.root.lo * scale, lo: 0.0 }).add(more);
    }
    let rest = Dd::from(m - 1.0).add(more.neg());
    let sum = more.add_one(1.0).add_one(m);
    Dd::from(y).add(rest.scale(2.0).div(sum))
}

/// The logarithm of `x`, positive and finite.
pub fn ln_wide(x: f64, fully: bool) -> Dd {
    let (m, exponent) = split(x);
    dd::LN_2.mul_one(exponent as f64).add(ln_near_one(m, fully))
}

/// The logarithm where it needs no computing: of what is not positive, infinite or not a number.
fn special(x: f64) -> Option<f64> {
    if x > 0.0 && x < f64::INFINITY {
        None
    } else if x == 0.0 {
        Some(f64::NEG_INFINITY)
    } else if x < 0.0 {
        Some(f64::NAN)
    } else {
        Some(x)
    }
}

pub fn ln(x: f64) -> f64 {
    if let Some(value) = special(x) {
        return value;
    }
    let value = ln_wide(x, false);
    if value.decides(1e-20) { value.hi } else { ln_wide(x, true).hi }
}

fn log2_wide(x: f64, fully: bool) -> Dd {
    let (m, exponent) = split(x);
    Dd::from(exponent as f64).add(ln_near_one(m, fully).mul(dd::LOG2_E))
}

pub fn log2(x: f64) -> f64 {
    if let Some(value) = special(x) {
        return value;
    }
    let value = log2_wide(x, false);
    if value.decides(1e-20) { value.hi } else { log2_wide(x, true).hi }
}

/// As the C library of Linux does it: from a logarithm that is rounded already. Log10(2) is in two parts, of which the first
/// times an exponent is exact.
pub fn log10(x: f64) -> f64 {
    if let Some(value) = special(x) {
        return value;
    }
    let mut bits = x.to_bits();
    let mut exponent = -1023;
    if bits >> 52 == 0 {
        bits = (x * 18014398509481984.0).to_bits();
        exponent -= 54;
    }
    exponent += (bits >> 52) as i32;
    // A number below one is taken from 1/2 to 1, that no part of the sum has another sign than the sum.
    let below = (exponent < 0) as i32;
    let m = f64::from_bits((bits & 0xf_ffff_ffff_ffff) | ((0x3ff - below) as u64) << 52);
    let n = (exponent + below) as f64;
    let low = n * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * ln(m);
    low + n * 3.01029995663611771306e-01
}
