// The functions for f32: tables, special values, and how far they are from those of f64.

use std::f32::consts::{FRAC_PI_3, PI};

fn main() {
    for i in -6..=6 {
        let x = i as f32 * 0.7;
        println!("{x}: {} {} {}", x.sin(), x.cos(), x.tan());
        println!("    {} {} {} {}", x.exp(), x.exp2(), x.exp_m1(), x.abs().ln());
        println!("    {} {} {}", x.sinh(), x.cosh(), x.tanh());
        println!("    {} {} {}", (x / 4.5).asin(), (x / 4.5).acos(), x.atan());
        println!("    {} {} {}", x.asinh(), (x.abs() + 1.0).acosh(), (x / 4.5).atanh());
        println!("    {} {} {} {}", x.abs().log2(), x.abs().log10(), x.abs().ln_1p(), x.abs().log(3.0));
        println!("    {} {} {} {}", x.cbrt(), x.hypot(1.5), x.abs().powf(1.3), x.atan2(-0.9));
    }
    let special = [0.0f32, -0.0, 1.0, -1.0, 1e-40, 1e-10, 100.0, -200.0, 1e10, f32::MAX, f32::INFINITY, f32::NEG_INFINITY, f32::NAN];
    let functions: [(&str, fn(f32) -> f32); 20] = [
        ("sin", f32::sin),
        ("cos", f32::cos),
        ("tan", f32::tan),
        ("asin", f32::asin),
        ("acos", f32::acos),
        ("atan", f32::atan),
        ("exp", f32::exp),
        ("exp2", f32::exp2),
        ("exp_m1", f32::exp_m1),
        ("ln", f32::ln),
        ("ln_1p", f32::ln_1p),
        ("log2", f32::log2),
        ("log10", f32::log10),
        ("sinh", f32::sinh),
        ("cosh", f32::cosh),
        ("tanh", f32::tanh),
        ("asinh", f32::asinh),
        ("acosh", f32::acosh),
        ("atanh", f32::atanh),
        ("cbrt", f32::cbrt),
    ];
    for (name, f) in functions {
        println!("{name}: {:?}", special.map(f));
    }
    for y in special {
        println!("{:?}", special.map(|x| y.atan2(x)));
        println!("{:?}", special.map(|x| y.powf(x)));
        println!("{:?}", special.map(|x| y.hypot(x)));
    }
    println!("{:?} {:?}", FRAC_PI_3.sin_cos(), PI.sin());
    println!("{:?} {:?}", 1e6f32.sin(), 12345.678f32.tan());
    let mut far = 0.0f64;
    for i in 0..300 {
        let x = i as f32 * 0.1 + 0.05;
        far = far.max((f64::from(x.sin()) - f64::from(x).sin()).abs());
        far = far.max((f64::from(x.ln()) - f64::from(x).ln()).abs());
        far = far.max((f64::from(x.atan()) - f64::from(x).atan()).abs());
    }
    println!("{far:.1e}");
    let turned: Vec<(f32, f32)> = (0..8)
        .map(|k| {
            let (s, c) = (k as f32 * PI / 4.0).sin_cos();
            (c * 2.0 - s, s * 2.0 + c)
        })
        .collect();
    println!("{turned:?}");
}
