//! Methods of `f32` and `f64` that are functions of analysis: what std takes from the platform's C library.

use super::math::{angle, angle_single, classic, classic_single, exp, fused, log, pow, root, trig, trig_single};

impl f64 {
    pub fn sin(self) -> f64 {
        trig::sin(self)
    }

    pub fn cos(self) -> f64 {
        trig::cos(self)
    }

    pub fn tan(self) -> f64 {
        trig::tan(self)
    }

    pub fn asin(self) -> f64 {
        angle::asin(self)
    }

    pub fn acos(self) -> f64 {
        angle::acos(self)
    }

    pub fn atan(self) -> f64 {
        angle::atan(self)
    }

    pub fn exp(self) -> f64 {
        exp::exp(self)
    }

    pub fn exp2(self) -> f64 {
        exp::exp2(self)
    }

    pub fn exp_m1(self) -> f64 {
        classic::exp_m1(self)
    }

    pub fn ln(self) -> f64 {
        log::ln(self)
    }

    pub fn ln_1p(self) -> f64 {
        classic::ln_1p(self)
    }

    pub fn log2(self) -> f64 {
        log::log2(self)
    }

    pub fn log10(self) -> f64 {
        log::log10(self)
    }

    pub fn sinh(self) -> f64 {
        classic::sinh(self)
    }

    pub fn cosh(self) -> f64 {
        classic::cosh(self)
    }

    pub fn tanh(self) -> f64 {
        classic::tanh(self)
    }

    pub fn cbrt(self) -> f64 {
        root::cbrt(self)
    }

    pub fn powf(self, n: f64) -> f64 {
        pow::powf(self, n)
    }

    pub fn atan2(self, other: f64) -> f64 {
        angle::atan2(self, other)
    }

    pub fn hypot(self, other: f64) -> f64 {
        classic::hypot(self, other)
    }

    pub fn sin_cos(self) -> (f64, f64) {
        (self.sin(), self.cos())
    }

    pub fn log(self, base: f64) -> f64 {
        self.ln() / base.ln()
    }

    pub fn asinh(self) -> f64 {
        let size = self.abs();
        let inverse = 1.0 / size;
        (size + size / (f64::hypot(1.0, inverse) + inverse)).ln_1p().copysign(self)
    }

    pub fn acosh(self) -> f64 {
        if self < 1.0 { f64::NAN } else { (self + (self - 1.0).sqrt() * (self + 1.0).sqrt()).ln() }
    }

    pub fn atanh(self) -> f64 {
        0.5 * (2.0 * self / (1.0 - self)).ln_1p()
    }

    pub const fn mul_add(self, a: f64, b: f64) -> f64 {
        fused::mul_add(self, a, b)
    }
}

impl f32 {
    pub fn sin(self) -> f32 {
        trig_single::sin(self)
    }

    pub fn cos(self) -> f32 {
        trig_single::cos(self)
    }

    pub fn tan(self) -> f32 {
        trig_single::tan(self)
    }

    pub fn asin(self) -> f32 {
        angle_single::asin(self)
    }

    pub fn acos(self) -> f32 {
        angle_single::acos(self)
    }

    pub fn atan(self) -> f32 {
        angle_single::atan(self)
    }

    pub fn exp(self) -> f32 {
        exp::exp_single(self)
    }

    pub fn exp2(self) -> f32 {
        exp::exp2_single(self)
    }

    pub fn exp_m1(self) -> f32 {
        classic_single::exp_m1(self)
    }

    pub fn ln(self) -> f32 {
        (self as f64).ln() as f32
    }

    pub fn ln_1p(self) -> f32 {
        classic_single::ln_1p(self)
    }

    pub fn log2(self) -> f32 {
        (self as f64).log2() as f32
    }

    pub fn log10(self) -> f32 {
        classic_single::log10(self)
    }

    pub fn sinh(self) -> f32 {
        classic_single::sinh(self)
    }

    pub fn cosh(self) -> f32 {
        classic_single::cosh(self)
    }

    pub fn tanh(self) -> f32 {
        classic_single::tanh(self)
    }

    pub fn cbrt(self) -> f32 {
        (self as f64).cbrt() as f32
    }

    pub fn powf(self, n: f32) -> f32 {
        (self as f64).powf(n as f64) as f32
    }

    pub fn atan2(self, other: f32) -> f32 {
        angle_single::atan2(self, other)
    }

    pub fn hypot(self, other: f32) -> f32 {
        if self.is_infinite() || other.is_infinite() {
            return f32::INFINITY;
        }
        let x = self as f64;
        let y = other as f64;
        (x * x + y * y).sqrt() as f32
    }

    pub fn sin_cos(self) -> (f32, f32) {
        (self.sin(), self.cos())
    }

    pub fn log(self, base: f32) -> f32 {
        self.ln() / base.ln()
    }

    pub fn asinh(self) -> f32 {
        let size = self.abs();
        let inverse = 1.0 / size;
        (size + size / (f32::hypot(1.0, inverse) + inverse)).ln_1p().copysign(self)
    }

    pub fn acosh(self) -> f32 {
        if self < 1.0 { f32::NAN } else { (self + (self - 1.0).sqrt() * (self + 1.0).sqrt()).ln() }
    }

    pub fn atanh(self) -> f32 {
        0.5 * (2.0 * self / (1.0 - self)).ln_1p()
    }

    pub const fn mul_add(self, a: f32, b: f32) -> f32 {
        fused::mul_add_single(self, a, b)
    }
}
