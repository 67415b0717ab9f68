//! Sine, cosine and tangent of an `f32`, with the arithmetic of Linux's C library (glibc 2.36).

use super::dd;
use super::reduce;

/// Half of pi as an `f64`.
const RIGHT_ANGLE: f64 = 1.5707963267948966;

/// The angle less a number of right angles (from 0 to 3), as an `f64`; `fused` if what is subtracted is not rounded before.
fn reduced(x: f32, fused: bool) -> (f64, u32) {
    let wide = x as f64;
    if x.abs() >= 120.0 {
        let angle = reduce::fully(wide);
        return (angle.rest.hi, angle.quadrant);
    }
    // Halves are rounded up, also those of negative numbers.
    let scaled = (wide * 10680707.430881744) as i32;
    let turns = (scaled + 0x80_0000) >> 24;
    let angle = dd::two_product(turns as f64, RIGHT_ANGLE);
    let rest = wide - angle.hi;
    (if fused { rest - angle.lo } else { rest }, (turns & 3) as u32)
}

/// Sine of an angle, to which `quadrant` right angles are added, by minimax polynomials.
fn sin_of(angle: f64, quadrant: u32) -> f32 {
    let z = angle * angle;
    let value = if quadrant & 1 == 0 {
        let cube = angle * z;
        (angle + cube * -0.16666654943701084) + cube * z * (0.008332178146138854 + z * -0.00019517298981385725)
    } else {
        let square = z * z;
        ((1.0 + z * -0.49999999725108224) + square * 0.041666623324344516)
            + square * z * (-0.001388676379437604 + z * 2.4390450703564542e-05)
    };
    (if quadrant & 2 == 0 { value } else { -value }) as f32
}

pub fn sin(x: f32) -> f32 {
    if !x.is_finite() {
        return f32::NAN;
    }
    if x.abs() < 0.00024414062 {
        return x;
    }
    let (angle, quadrant) = reduced(x, true);
    sin_of(angle, quadrant)
}

pub fn cos(x: f32) -> f32 {
    if !x.is_finite() {
        return f32::NAN;
    }
    let (angle, quadrant) = reduced(x, true);
    sin_of(angle, quadrant + 1)
}

pub fn tan(x: f32) -> f32 {
    if !x.is_finite() {
        return f32::NAN;
    }
    if x.abs() <= 0.7853981 {
        return tan_of(x, 0.0, false);
    }
    let (angle, quadrant) = reduced(x, false);
    let high = angle as f32;
    tan_of(high, (angle - high as f64) as f32, quadrant & 1 == 1)
}

/// Without the last bits of its significand.
fn short(x: f32) -> f32 {
    f32::from_bits(x.to_bits() & 0xffff_f000)
}

/// Tangent of `x` + `y`, an angle of at most pi/4; of a right angle more if `turned`.
fn tan_of(x: f32, y: f32, turned: bool) -> f32 {
    let size = x.abs();
    if size < 0.00012207031 {
        return if !turned {
            x
        } else if x == 0.0 {
            1.0 / size
        } else {
            -1.0 / x
        };
    }
    let sign: f32 = if turned { -1.0 } else { 1.0 };
    let near = size >= 0.6743355;
    let mut x = x;
    let mut y = y;
    let negative = x < 0.0;
    if near {
        // tan(pi/4 - a) = (1 - tan a) / (1 + tan a)
        if negative {
            x = -x;
            y = -y;
        }
        let z: f32 = 7.8539812565e-01 - x;
        let w: f32 = 3.7748947079e-08 - y;
        x = z + w;
        y = 0.0;
        if x.abs() < 0.00012207031 {
            let value = sign * (1.0 - 2.0 * sign * x);
            return if negative { -value } else { value };
        }
    }
    let z = x * x;
    let w = z * z;
    let odd = 1.3333334029e-01
        + w * (2.1869488060e-02
            + w * (3.5920790397e-03 + w * (5.8804126456e-04 + w * (7.8179444245e-05 + w * -1.8558637748e-05))));
    let even = z
        * (5.3968254477e-02
            + w * (8.8632395491e-03
                + w * (1.4562094584e-03 + w * (2.4646313977e-04 + w * (7.1407252108e-05 + w * 2.5907305826e-05)))));
    let cube = z * x;
    let r = (y + z * (cube * (odd + even) + y)) + 3.3333334327e-01 * cube;
    let w = x + r;
    if near {
        let value = sign - 2.0 * (x - (w * w / (w + sign) - r));
        return if negative { -value } else { value };
    }
    if !turned {
        return w;
    }
    // -1 / (x + r), with what the quotient lacks.
    let z = short(w);
    let v = r - (z - x);
    let a = -1.0 / w;
    let t = short(a);
    t + a * ((1.0 + t * z) + t * v)
}
