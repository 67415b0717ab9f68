// Sine, cosine and tangent: tables, identities, large angles, and what is exact.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_3, FRAC_PI_4, FRAC_PI_6, PI, SQRT_2, TAU};

fn table() {
    println!("deg |    sin |    cos |     tan");
    for degrees in (0..=360).step_by(15) {
        let angle = f64::from(degrees).to_radians();
        let (sin, cos) = angle.sin_cos();
        println!("{degrees:>3} | {sin:>6.3} | {cos:>6.3} | {:>7.3}", if cos.abs() < 1e-9 { f64::INFINITY } else { sin / cos });
    }
}

fn all_digits() {
    for angle in [FRAC_PI_6, FRAC_PI_4, FRAC_PI_3, FRAC_PI_2, PI, TAU, 1.0, 2.0, 3.0, 0.1, -0.5, 1e-3, 1e-9, 100.0] {
        println!("{angle}: {} {} {}", angle.sin(), angle.cos(), angle.tan());
    }
    println!("{} {}", (SQRT_2 / 2.0).asin(), 0.5_f64.acos());
}

fn large_angles() {
    let mut angle = 10.0_f64;
    for _ in 0..8 {
        println!("{angle:e}: {} {}", angle.sin(), angle.cos());
        angle = angle * angle;
        if angle.is_infinite() {
            break;
        }
    }
    for angle in [1e22_f64, 1e100, f64::MAX] {
        println!("{:?} {:?} {:?}", angle.sin(), angle.cos(), angle.tan());
    }
    for turns in [1.0, 10.0, 1000.0, 1e6] {
        println!("{:e} {:?}", (turns * PI).sin(), (turns * TAU).cos());
    }
}

fn identities() {
    let mut worst: f64 = 0.0;
    let mut sum = 0.0;
    for i in 0..500 {
        let x = f64::from(i) * 0.37 - 90.0;
        let (s, c) = x.sin_cos();
        worst = worst.max((s * s + c * c - 1.0).abs());
        worst = worst.max(((2.0 * x).sin() - 2.0 * s * c).abs());
        sum += (x + FRAC_PI_2).sin() - c;
    }
    println!("{} {}", worst < 1e-15, sum.abs() < 1e-12);
}

fn wave() {
    for i in 0..16 {
        let y = (TAU * f64::from(i) / 16.0).sin();
        let column = ((y + 1.0) * 20.0).round() as usize;
        println!("{:>1$}", '*', column + 1);
    }
}

fn triangle(a: f64, b: f64, angle: f64) -> (f64, f64) {
    let gamma = angle.to_radians();
    let c = (a * a + b * b - 2.0 * a * b * gamma.cos()).sqrt();
    (c, 0.5 * a * b * gamma.sin())
}

fn main() {
    table();
    all_digits();
    large_angles();
    identities();
    wave();
    for (a, b, angle) in [(3.0, 4.0, 90.0), (5.0, 7.0, 60.0), (2.0, 2.0, 120.0), (10.0, 1.0, 1.0)] {
        let (side, area) = triangle(a, b, angle);
        println!("{a} {b} {angle}: side {side:.4}, area {area:.4}");
    }
    println!("{:?}", [f64::NAN, f64::INFINITY, -f64::INFINITY].map(f64::sin));
    println!("{:?} {:?}", (-0.0_f64).sin(), (-0.0_f64).tan());
}
