//! The functions that C libraries compute as Sun's fdlibm did in 1993, hyperbolic ones and their parts, and one more.
//!
//! What these do is right to one bit or two, so their last digit says which of many possible ways was taken. This is the one
//! of Linux's C library (glibc 2.36), in the same order of operations. On a processor that can multiply and add with a single
//! rounding that library does so, which changes one result in some thousands.

use super::dd::power_of_two;
use super::exp::exp;

/// ln(2) in two parts: the first times an exponent is exact.
const LN_2_HIGH: f64 = 6.93147180369123816490e-01;
const LN_2_LOW: f64 = 1.90821492927058770002e-10;

/// `y` times 2 to the power `k`, which no rounding can be part of.
fn times(y: f64, k: i32) -> f64 {
    y * power_of_two(k - 1) * 2.0
}

/// e to the power `x`, less one: x is k·ln(2) and a rest, and for the rest a quotient of series stands for the power.
pub fn exp_m1(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() {
        return if x < 0.0 { -1.0 } else { x };
    }
    if x > 7.09782712893383973096e+02 {
        return f64::INFINITY;
    }
    if size >= 38.81622314453125 && x < 0.0 {
        return -1.0;
    }
    if size < 5.551115123125783e-17 {
        return x;
    }
    let mut k = 0;
    let mut rest = x;
    // What the rest lacks, for it is rounded.
    let mut lack = 0.0;
    if size >= 0.3465735912322998 {
        k = if size < 1.0397205352783203 {
            if x > 0.0 { 1 } else { -1 }
        } else {
            (1.44269504088896338700 * x + 0.5_f64.copysign(x)) as i32
        };
        let high = x - k as f64 * LN_2_HIGH;
        let low = k as f64 * LN_2_LOW;
        rest = high - low;
        lack = (high - rest) - low;
    }
    let half = 0.5 * rest;
    let z = rest * half;
    let z2 = z * z;
    // 1 + z·q1 + z²·(q2 + z·q3) + z⁴·(q4 + z·q5)
    let series = (1.0 + z * -3.33333333333331316428e-02)
        + z2 * (1.58730158725481460165e-03 + z * -7.93650757867487942473e-05)
        + z2 * z2 * (4.00821782732936239552e-06 + z * -2.01099218183624371326e-07);
    let t = 3.0 - series * half;
    let e = z * ((series - t) / (6.0 - rest * t));
    if k == 0 {
        return rest - (rest * e - z);
    }
    let e = (rest * (e - lack) - lack) - z;
    // From here the power of the rest is 1 + (rest - e); what is added when decides which bits are lost.
    if k == -1 {
        return 0.5 * (rest - e) - 0.5;
    }
    if k == 1 {
        return if rest < -0.25 { -2.0 * (e - (rest + 0.5)) } else { 1.0 + 2.0 * (rest - e) };
    }
    if k <= -2 || k > 56 {
        return times(1.0 - (e - rest), k) - 1.0;
    }
    if k < 20 {
        times((1.0 - power_of_two(-k)) - (e - rest), k)
    } else {
        times((rest - (e + power_of_two(-k))) + 1.0, k)
    }
}

/// The logarithm of 1 + `x`: that sum is 2^k·(1 + f), and the logarithm of 1 + f is a series in f / (2 + f).
pub fn ln_1p(x: f64) -> f64 {
    if x != x || x == f64::INFINITY {
        return x;
    }
    if x <= -1.0 {
        return if x == -1.0 { f64::NEG_INFINITY } else { f64::NAN };
    }
    let size = x.abs();
    if size < 1.862645149230957e-09 {
        return if size < 5.551115123125783e-17 { x } else { x - x * x * 0.5 };
    }
    let mut k = 0;
    let mut f = x;
    // What the sum lacks, for it is rounded.
    let mut lack = 0.0;
    let mut tiny = false;
    if !(x < 0.4142136573791504 && x > -0.2928934097290039) {
        let mut sum = x;
        if x < 9007199254740992.0 {
            sum = 1.0 + x;
            lack = if sum >= 2.0 { 1.0 - (sum - x) } else { x - (sum - 1.0) };
            lack /= sum;
        }
        let bits = sum.to_bits();
        k = (bits >> 52) as i32 - 1023;
        let fraction = bits & 0xf_ffff_ffff_ffff;
        let top = fraction >> 32;
        if top < 0x6a09e {
            f = f64::from_bits(fraction | 0x3ff0_0000_0000_0000) - 1.0;
            tiny = top == 0;
        } else {
            k += 1;
            f = f64::from_bits(fraction | 0x3fe0_0000_0000_0000) - 1.0;
            tiny = top > 0xffffc;
        }
    }
    let exponent = k as f64;
    let half_square = 0.5 * f * f;
    if tiny {
        if f == 0.0 {
            return if k == 0 { 0.0 } else { exponent * LN_2_HIGH + (lack + exponent * LN_2_LOW) };
        }
        let r = half_square * (1.0 - 0.66666666666666666 * f);
        return if k == 0 { f - r } else { exponent * LN_2_HIGH - ((r - (exponent * LN_2_LOW + lack)) - f) };
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let z2 = z * z;
    let z4 = z2 * z2;
    let series = z * 6.666666666666735130e-01
        + z2 * (3.999999999940941908e-01 + z * 2.857142874366239149e-01)
        + z4 * (2.222219843214978396e-01 + z * 1.818357216161805012e-01)
        + z4 * z2 * (1.531383769920937332e-01 + z * 1.479819860511658591e-01);
    let part = s * (half_square + series);
    if k == 0 {
        f - (half_square - part)
    } else {
        exponent * LN_2_HIGH - ((half_square - (part + (exponent * LN_2_LOW + lack))) - f)
    }
}

/// Where e to the power `x` is infinite, half of it need not be.
fn half_exp(x: f64) -> f64 {
    if x < 709.7822265625 {
        return 0.5 * exp(x);
    }
    if x <= 710.4758600739439 {
        let root = exp(0.5 * x);
        return 0.5 * root * root;
    }
    f64::INFINITY
}

pub fn sinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() || size < 3.725290298461914e-09 {
        return x;
    }
    if size >= 22.0 {
        return half_exp(size).copysign(x);
    }
    let t = exp_m1(size);
    let half = 0.5_f64.copysign(x);
    if size < 1.0 { half * (2.0 * t - t * t / (t + 1.0)) } else { half * (t + t / (t + 1.0)) }
}

pub fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if x != x {
        return x;
    }
    if size >= 22.0 {
        return half_exp(size);
    }
    if size < 0.3465735912322998 {
        if size < 2.7755575615628914e-17 {
            return 1.0;
        }
        let t = exp_m1(size);
        let power = 1.0 + t;
        return 1.0 + t * t / (power + power);
    }
    let power = exp(size);
    0.5 * power + 0.5 / power
}

pub fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if x != x || x == 0.0 {
        return x;
    }
    if size < 2.7755575615628914e-17 {
        return x * (1.0 + x);
    }
    let value = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / (exp_m1(2.0 * size) + 2.0)
    } else {
        let t = exp_m1(-2.0 * size);
        -t / (t + 2.0)
    };
    value.copysign(x)
}

/// The length of the hypotenuse: the rounded root, less what its square has too much (Borges 2021).
pub fn hypot(x: f64, y: f64) -> f64 {
    let x = x.abs();
    let y = y.abs();
    if x == f64::INFINITY || y == f64::INFINITY {
        return f64::INFINITY;
    }
    if x != x || y != y {
        return f64::NAN;
    }
    let (long, short) = if x < y { (y, x) } else { (x, y) };
    if short <= long * 5.551115123125783e-17 {
        return long + short;
    }
    // Squares must neither overflow nor underflow.
    if long > 6.703903964971299e+153 {
        return corrected(long * power_of_two(-600), short * power_of_two(-600)) * power_of_two(600);
    }
    if short < 6.717876107567089e-139 {
        return corrected(long * power_of_two(600), short * power_of_two(600)) * power_of_two(-600);
    }
    corrected(long, short)
}

fn corrected(long: f64, short: f64) -> f64 {
    let h = (long * long + short * short).sqrt();
    let (a, b) = if h <= 2.0 * short {
        let delta = h - short;
        (long * (2.0 * delta - long), (delta - 2.0 * (long - short)) * delta)
    } else {
        let delta = h - long;
        (2.0 * delta * (long - 2.0 * short), (4.0 * delta - short) * short + delta * delta)
    };
    h - (a + b) / (2.0 * h)
}
