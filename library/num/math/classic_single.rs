//! Hyperbolic functions, their parts and the decimal logarithm for `f32`, as in [`classic`](super::classic).

use super::exp::exp_single;
use super::log;

/// ln(2) in two parts: the first times an exponent is exact.
const LN_2_HIGH: f32 = 6.9313812256e-01;
const LN_2_LOW: f32 = 9.0580006145e-06;

fn power_of_two(n: i32) -> f32 {
    f32::from_bits(((n + 127) as u32) << 23)
}

/// `y` times 2 to the power `k`, which no rounding can be part of.
fn times(y: f32, k: i32) -> f32 {
    y * power_of_two(k - 1) * 2.0
}

pub fn exp_m1(x: f32) -> f32 {
    let size = x.abs();
    if !x.is_finite() {
        return if x < 0.0 { -1.0 } else { x };
    }
    if x >= 88.72284 {
        return f32::INFINITY;
    }
    if size >= 18.714973 && x < 0.0 {
        return -1.0;
    }
    if size < 2.9802322e-08 {
        return x;
    }
    let mut k = 0;
    let mut rest = x;
    // What the rest lacks, for it is rounded.
    let mut lack = 0.0;
    if size >= 0.34657362 {
        k = if size < 1.0397208 {
            if x > 0.0 { 1 } else { -1 }
        } else {
            (1.4426950216 * x + 0.5_f32.copysign(x)) as i32
        };
        let high = x - k as f32 * LN_2_HIGH;
        let low = k as f32 * LN_2_LOW;
        rest = high - low;
        lack = (high - rest) - low;
    }
    let half = 0.5 * rest;
    let z = rest * half;
    let series = 1.0
        + z * (-3.3333335072e-02
            + z * (1.5873016091e-03 + z * (-7.9365076090e-05 + z * (4.0082177293e-06 + z * -2.0109921195e-07))));
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
    if k < 23 {
        times((1.0 - power_of_two(-k)) - (e - rest), k)
    } else {
        times((rest - (e + power_of_two(-k))) + 1.0, k)
    }
}

pub fn ln_1p(x: f32) -> f32 {
    if x != x || x == f32::INFINITY {
        return x;
    }
    if x <= -1.0 {
        return if x == -1.0 { f32::NEG_INFINITY } else { f32::NAN };
    }
    let size = x.abs();
    if size < 1.8626451e-09 {
        return if size < 5.551115e-17 { x } else { x - x * x * 0.5 };
    }
    let mut k = 0;
    let mut f = x;
    // What the sum lacks, for it is rounded.
    let mut lack = 0.0;
    let mut tiny = false;
    if !(x < 0.41421387 && x > -0.2928934) {
        let mut sum = x;
        if x < 9007199254740992.0 {
            sum = 1.0 + x;
            lack = if sum >= 2.0 { 1.0 - (sum - x) } else { x - (sum - 1.0) };
            lack /= sum;
        }
        let bits = sum.to_bits();
        k = (bits >> 23) as i32 - 127;
        let fraction = bits & 0x7f_ffff;
        if fraction < 0x35_04f7 {
            f = f32::from_bits(fraction | 0x3f80_0000) - 1.0;
            tiny = fraction == 0;
        } else {
            k += 1;
            f = f32::from_bits(fraction | 0x3f00_0000) - 1.0;
            tiny = fraction > 0x7f_fffc;
        }
    }
    let exponent = k as f32;
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
    let series = z
        * (6.6666668653e-01
            + z * (4.0000000596e-01
                + z * (2.8571429849e-01
                    + z * (2.2222198546e-01 + z * (1.8183572590e-01 + z * (1.5313838422e-01 + z * 1.4798198640e-01))))));
    let part = s * (half_square + series);
    if k == 0 {
        f - (half_square - part)
    } else {
        exponent * LN_2_HIGH - ((half_square - (part + (exponent * LN_2_LOW + lack))) - f)
    }
}

pub fn log10(x: f32) -> f32 {
    if !(x > 0.0 && x < f32::INFINITY) {
        return log::ln(x as f64) as f32;
    }
    // As an f64, each f32 is normal.
    let bits = (x as f64).to_bits();
    let exponent = (bits >> 52) as i32 - 1023;
    let below = (exponent < 0) as i32;
    let m = f64::from_bits((bits & 0xf_ffff_ffff_ffff) | ((0x3ff - below) as u64) << 52);
    let n = (exponent + below) as f32;
    let low = n * 7.9034151668e-07 + 4.3429449201e-01 * (log::ln(m) as f32);
    low + n * 3.0102920532e-01
}

/// Where e to the power `x` is infinite, half of it need not be.
fn half_power(x: f32) -> f32 {
    if x < 88.72168 {
        return 0.5 * exp_single(x);
    }
    if x <= 89.415985 {
        let root = exp_single(0.5 * x);
        return 0.5 * root * root;
    }
    f32::INFINITY
}

pub fn sinh(x: f32) -> f32 {
    let size = x.abs();
    if !x.is_finite() || size < 3.7252903e-09 {
        return x;
    }
    if size >= 22.0 {
        return half_power(size).copysign(x);
    }
    let t = exp_m1(size);
    let half = 0.5_f32.copysign(x);
    if size < 1.0 { half * (2.0 * t - t * t / (t + 1.0)) } else { half * (t + t / (t + 1.0)) }
}

pub fn cosh(x: f32) -> f32 {
    let size = x.abs();
    if x != x {
        return x;
    }
    if size >= 22.0 {
        return half_power(size);
    }
    if size < 0.3465736 {
        if size < 2.7755576e-17 {
            return 1.0;
        }
        let t = exp_m1(size);
        let power = 1.0 + t;
        return 1.0 + t * t / (power + power);
    }
    let power = exp_single(size);
    0.5 * power + 0.5 / power
}

pub fn tanh(x: f32) -> f32 {
    let size = x.abs();
    if x != x || x == 0.0 {
        return x;
    }
    if size < 2.7755576e-17 {
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
