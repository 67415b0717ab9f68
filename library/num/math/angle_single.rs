//! The inverse functions of sine, cosine and tangent for `f32`, with the arithmetic of Linux's C library (glibc 2.36).

/// Without the last bits of its significand.
fn short(x: f32) -> f32 {
    f32::from_bits(x.to_bits() & 0xffff_f000)
}

pub fn asin(x: f32) -> f32 {
    let size = x.abs();
    if size == 1.0 {
        return x * 1.57079637050628662109375 + x * -4.37113900018624283e-8;
    }
    if !(size < 1.0) {
        return f32::NAN;
    }
    let series = |t: f32| -> f32 {
        t * (1.666675248e-1 + t * (7.495297643e-2 + t * (4.547037598e-2 + t * (2.417951451e-2 + t * 4.216630880e-2))))
    };
    if size < 0.5 {
        return if size < 7.450581e-09 { x } else { x + x * series(x * x) };
    }
    // asin x = pi/2 - 2 asin(sqrt((1 - x) / 2))
    let half = (1.0 - size) * 0.5;
    let p = series(half);
    let root = half.sqrt();
    let value = if size >= 0.975 {
        1.57079637050628662109375 - (2.0 * (root + root * p) - -4.37113900018624283e-8)
    } else {
        let high = short(root);
        let low = (half - high * high) / (root + high);
        let p = 2.0 * root * p - (-4.37113900018624283e-8 - 2.0 * low);
        let q = 0.785398185253143310546875 - 2.0 * high;
        0.785398185253143310546875 - (p - q)
    };
    value.copysign(x)
}

pub fn acos(x: f32) -> f32 {
    let size = x.abs();
    if size == 1.0 {
        return if x > 0.0 { 0.0 } else { 3.1415925026 + 2.0 * 7.5497894159e-08 };
    }
    if !(size < 1.0) {
        return f32::NAN;
    }
    if size <= 1.4901161e-08 {
        return 1.5707962513 + 7.5497894159e-08;
    }
    let quotient = |z: f32| -> f32 {
        let p = z
            * (1.6666667163e-01
                + z * (-3.2556581497e-01
                    + z * (2.0121252537e-01 + z * (-4.0055535734e-02 + z * (7.9153501429e-04 + z * 3.4793309169e-05)))));
        let q = 1.0 + z * (-2.4033949375e+00 + z * (2.0209457874e+00 + z * (-6.8828397989e-01 + z * 7.7038154006e-02)));
        p / q
    };
    if size < 0.5 {
        return 1.5707962513 - (x - (7.5497894159e-08 - x * quotient(x * x)));
    }
    if x < 0.0 {
        let z = (1.0 + x) * 0.5;
        let root = z.sqrt();
        return 3.1415925026 - 2.0 * (root + (quotient(z) * root - 7.5497894159e-08));
    }
    let z = (1.0 - x) * 0.5;
    let root = z.sqrt();
    let high = short(root);
    let low = (z - high * high) / (root + high);
    2.0 * (high + (quotient(z) * root + low))
}

pub fn atan(x: f32) -> f32 {
    let size = x.abs();
    if x != x || size < 1.8626451e-09 {
        return x;
    }
    if size >= 33554432.0 {
        return (1.5707962513_f32 + 7.5497894159e-08).copysign(x);
    }
    // The angle of one of four points, in two parts, and the tangent of what is left.
    let mut high = 0.0;
    let mut low = 0.0;
    let mut t = x;
    if size >= 2.4375 {
        high = 1.5707962513;
        low = 7.5497894159e-08;
        t = -1.0 / size;
    } else if size >= 1.1875 {
        high = 9.8279368877e-01;
        low = 3.4473217170e-08;
        t = (size - 1.5) / (1.0 + 1.5 * size);
    } else if size >= 0.6875 {
        high = 7.8539812565e-01;
        low = 3.7748947079e-08;
        t = (size - 1.0) / (size + 1.0);
    } else if size >= 0.4375 {
        high = 4.6364760399e-01;
        low = 5.0121582440e-09;
        t = (2.0 * size - 1.0) / (2.0 + size);
    }
    let z = t * t;
    let w = z * z;
    let even = z
        * (3.3333334327e-01
            + w * (1.4285714924e-01
                + w * (9.0908870101e-02 + w * (6.6610731184e-02 + w * (4.9768779427e-02 + w * 1.6285819933e-02)))));
    let odd = w
        * (-2.0000000298e-01
            + w * (-1.1111110449e-01 + w * (-7.6918758452e-02 + w * (-5.8335702866e-02 + w * -3.6531571299e-02))));
    if size < 0.4375 {
        return t - t * (even + odd);
    }
    let value: f32 = high - ((t * (even + odd) - low) - t);
    value.copysign(x)
}

pub fn atan2(y: f32, x: f32) -> f32 {
    let pi: f32 = 3.1415927410e+00;
    let rest: f32 = -8.7422776573e-08;
    let right: f32 = 1.5707963705e+00;
    if x != x || y != y {
        return f32::NAN;
    }
    if x == 1.0 {
        return atan(y);
    }
    let backward = x.is_sign_negative();
    let up = y.abs();
    let size = x.abs();
    if y == 0.0 {
        return if backward { pi.copysign(y) } else { y };
    }
    if size == f32::INFINITY {
        let eighths: f32 = match (up == f32::INFINITY, backward) {
            (false, false) => 0.0,
            (false, true) => pi,
            (true, false) => 7.8539818525e-01,
            (true, true) => 3.0 * 7.8539818525e-01,
        };
        return eighths.copysign(y);
    }
    if x == 0.0 || up == f32::INFINITY {
        return right.copysign(y);
    }
    let apart = (up.to_bits() as i32 - size.to_bits() as i32) >> 23;
    let angle = if apart > 60 {
        right + 0.5 * rest
    } else if backward && apart < -60 {
        0.0
    } else {
        atan((y / x).abs())
    };
    let angle = if backward { pi - (angle - rest) } else { angle };
    angle.copysign(y)
}
