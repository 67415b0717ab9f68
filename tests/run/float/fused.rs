// Multiplying and adding with one rounding, and where that is seen.

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| f64::mul_add(sum, x, *c))
}

const EXACT: f64 = lost(0.7, 0.3);
const SINGLE: f32 = 0.1f32.mul_add(10.0, -1.0);

/// What a product lacks.
const fn lost(a: f64, b: f64) -> f64 {
    a.mul_add(b, -(a * b))
}

fn main() {
    println!("{EXACT:e} {SINGLE:e} {}", EXACT == lost(0.7, 0.3));
    let x = 1.0 + f64::EPSILON;
    println!("{:?} {:?}", x.mul_add(x, -1.0), x * x - 1.0);
    println!("{:e} {:e}", lost(0.1, 0.1), lost(1.0 / 3.0, 3.0));
    println!("{:?}", polynomial(&[1.0, -2.5, 0.75, 3.0], 1.1));
    let values = [0.0, -0.0, 1.0, -1.5, 1e300, -1e300, 1e-300, 5e-324, f64::MAX, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 0.1];
    for a in values {
        for b in values {
            let row: Vec<String> = values.iter().map(|c| format!("{:?}", a.mul_add(b, *c))).collect();
            println!("{a:?} {b:?}: {}", row.join(" "));
        }
    }
    // Results with few bits, rounded once.
    let tiny = f64::from_bits(3);
    println!("{:?} {:?} {:?}", tiny.mul_add(0.5, 0.0), tiny.mul_add(0.5, 5e-324), tiny.mul_add(0.49999999999, 5e-324));
    println!("{:?}", (1e-160f64).mul_add(1.3e-160, 2.2250738585072014e-308));
    println!("{:?}", (-1e-160f64).mul_add(1.3e-160, 2.2250738585072014e-308));
    println!("{:?} {:?}", 0.1f32.mul_add(0.1, -0.01), 16777217f32.mul_add(3.0, 1e-30));
    println!("{:?} {:?}", f32::MAX.mul_add(2.0, -f32::MAX), f32::MAX.mul_add(2.0, f32::NEG_INFINITY));
    println!("{:?}", f32::from_bits(1).mul_add(0.5, f32::from_bits(1)));
}
