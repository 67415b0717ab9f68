//! The cube root.

use super::dd::{self, Dd};

/// The cube root, correctly rounded. It never lies in the middle between two `f64`.
pub fn cbrt(x: f64) -> f64 {
    if !x.is_finite() || x == 0.0 {
        return x;
    }
    let mut bits = x.abs().to_bits();
    let mut exponent = -1023;
    if bits >> 52 == 0 {
        bits = (x.abs() * 18014398509481984.0).to_bits();
        exponent -= 54;
    }
    exponent += (bits >> 52) as i32;
    // From 1 to 8, and a power of two that has a cube root.
    let third = exponent.div_euclid(3);
    let m = f64::from_bits(bits & 0xf_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
        * dd::power_of_two(exponent - 3 * third);
    // A line, and Halley's method: each step has three times as many bits as the one before.
    let mut root = 0.9 + m * 0.14;
    let mut step = 0;
    while step < 3 {
        let cube = root * root * root;
        root = root * (cube + 2.0 * m) / (2.0 * cube + m);
        step += 1;
    }
    // Newton's method, from what the cube lacks.
    let cube = dd::two_product(root, root).mul_one(root);
    let lack = Dd::from(m).add(cube.neg());
    let root = dd::quick_sum(root, lack.hi / (3.0 * root * root));
    (root.hi * dd::power_of_two(third)).copysign(x)
}
