//! Powers of e and of two.

use super::dd::{self, Dd};

/// 2 to the power i/16.
const ROOTS: [Dd; 16] = [
    Dd { hi: 1.0, lo: 0.0 },
    Dd { hi: 1.0442737824274138, lo: 8.551889705537965e-17 },
    Dd { hi: 1.0905077326652577, lo: -3.046782079812471e-17 },
    Dd { hi: 1.1387886347566916, lo: 8.912812676025408e-17 },
    Dd { hi: 1.189207115002721, lo: 3.982015231465646e-17 },
    Dd { hi: 1.241857812073484, lo: 4.658027591836937e-17 },
    Dd { hi: 1.2968395546510096, lo: 2.5382502794888315e-17 },
    Dd { hi: 1.3542555469368927, lo: 7.70094837980299e-17 },
    Dd { hi: 1.4142135623730951, lo: -9.667293313452913e-17 },
    Dd { hi: 1.4768261459394993, lo: -3.483994556892796e-17 },
    Dd { hi: 1.5422108254079407, lo: 7.949834809697621e-17 },
    Dd { hi: 1.6104903319492543, lo: 2.4707192569797888e-17 },
    Dd { hi: 1.681792830507429, lo: 8.199010020581497e-17 },
    Dd { hi: 1.7562521603732995, lo: 2.960140695448873e-17 },
    Dd { hi: 1.8340080864093424, lo: 3.283107224245627e-17 },
    Dd { hi: 1.9152065613971474, lo: -1.0619946056195963e-16 },
];

/// ln(2)/16 in three parts: the first two times a number of 16 bits are exact.
const STEP: f64 = 0.04332169878489367;
const STEP_2: f64 = 1.0291218489291539e-13;
const STEP_3: f64 = 1.9136504600116575e-25;

/// A power of e: (`root` + `root` · `more`) · 2^`exponent`.
pub struct Power {
    pub exponent: i32,
    /// 2 to the power i/16.
    pub root: Dd,
    /// What the power of e of the rest of the argument has more than 1.
    pub more: Dd,
}

impl Power {
    /// The power without its exponent: from 0.97 to 2.
    pub fn significand(&self) -> Dd {
        self.root.add_small(self.root.mul(self.more))
    }
}

/// e to the power `r` less one, for `r` up to 0.022 (half of [`STEP`]); `fully` to 100 bits, else to 73 bits of the result.
fn exp_m1_small(r: Dd, fully: bool) -> Dd {
    let mut t = Dd::from(1.0);
    if fully {
        let mut n = 16.0;
        while n > 1.0 {
            t = r.mul(t).div(Dd::from(n)).add_one(1.0);
            n -= 1.0;
        }
        return r.mul(t);
    }
    // The series, of which the terms that are small enough take part as `f64`.
    let x = r.hi;
    let tail = x * (1.0 / 24.0
        + x * (1.0 / 120.0
            + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0 + x * (1.0 / 362880.0 + x * (1.0 / 3628800.0)))))));
    t = dd::quick_sum(dd::SIXTH.hi, dd::SIXTH.lo + tail);
    t = Dd::from(0.5).add_small(r.mul(t));
    r.add_small(r.mul(r).mul(t))
}

/// e to the power `x`, which is from -750 to 750.
pub fn power(x: Dd, fully: bool) -> Power {
    let steps = (x.hi * (1.0 / STEP)).round_ties_even();
    // The first difference is exact, for the two are near each other.
    let r = dd::two_sum(x.hi - steps * STEP, x.lo).add_one(-(steps * STEP_2)).add_one(-(steps * STEP_3));
    of_steps(steps as i32, r, fully)
}

fn of_steps(steps: i32, r: Dd, fully: bool) -> Power {
    Power { exponent: steps >> 4, root: ROOTS[(steps & 15) as usize], more: exp_m1_small(r, fully) }
}

pub fn exp(x: f64) -> f64 {
    if x != x {
        return x;
    }
    if x > 709.8 {
        return f64::INFINITY;
    }
    if x < -745.2 {
        return 0.0;
    }
    rounded(power(Dd::from(x), false), x < -700.0).unwrap_or_else(|| last(power(Dd::from(x), true)))
}

pub fn exp2(x: f64) -> f64 {
    if x != x {
        return x;
    }
    if x >= 1024.0 {
        return f64::INFINITY;
    }
    if x < -1075.0 {
        return 0.0;
    }
    let steps = (x * 16.0).round_ties_even();
    let r = dd::LN_2.mul_one(x - steps / 16.0);
    rounded(of_steps(steps as i32, r, false), x < -1000.0)
        .unwrap_or_else(|| last(of_steps(steps as i32, r, true)))
}

/// The power as an `f64`, if 73 bits decide it.
fn rounded(power: Power, small: bool) -> Option<f64> {
    let value = power.significand();
    if !small && value.decides(1e-22) { Some(dd::scaled(value, power.exponent)) } else { None }
}

/// The power as an `f64`, from all bits that there are.
fn last(power: Power) -> f64 {
    dd::scaled(power.significand(), power.exponent)
}

/// e to the power `x`, with the arithmetic of Linux's C library (glibc 2.36).
pub fn exp_single(x: f32) -> f32 {
    if x != x {
        return x;
    }
    if x > 88.72283 {
        return f32::INFINITY;
    }
    if x < -103.972084 {
        return 0.0;
    }
    single(x as f64 * 46.16624130844683)
}

/// 2 to the power `x`, with the arithmetic of Linux's C library (glibc 2.36).
pub fn exp2_single(x: f32) -> f32 {
    if x != x {
        return x;
    }
    if x >= 128.0 {
        return f32::INFINITY;
    }
    if x < -150.0 {
        return 0.0;
    }
    single(x as f64 * 32.0)
}

/// 2 to the power of so many 32nds: a polynomial for what is less than one.
fn single(steps: f64) -> f32 {
    let whole = steps.round_ties_even();
    let r = steps - whole;
    let step = whole as i32;
    let mut root = ROOTS[(step >> 1 & 15) as usize];
    if step & 1 == 1 {
        root = root.mul(Dd { hi: 1.0218971486541166, lo: 5.109225028973444e-17 });
    }
    let power = root.hi * dd::power_of_two(step >> 5);
    let square = r * r;
    (((1.6938359250920212e-06 * r + 0.00023459809789509004) * square + (0.021660849396613134 * r + 1.0)) * power) as f32
}
