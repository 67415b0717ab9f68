// The hyperbolic functions, their inverses, and the forms for small arguments.

fn main() {
    println!("   x |      sinh      cosh      tanh");
    for i in -8..=8 {
        let x = f64::from(i) * 0.5;
        println!("{x:>4} | {:>9.4} {:>9.4} {:>9.4}", x.sinh(), x.cosh(), x.tanh());
    }
    for x in [0.0, -0.0, 0.25, 1.0, -2.0, 3.0, 20.0, 30.0, 1e-10, 710.0, 711.0, -1000.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        let x: f64 = x;
        println!("{x:?}: {:?} {:?} {:?}", x.sinh(), x.cosh(), x.tanh());
        println!("    {:?} {:?} {:?}", x.asinh(), x.acosh(), x.atanh());
        println!("    {:?} {:?}", x.exp_m1(), x.ln_1p());
    }
    for x in [0.5, -0.5, 0.1, 0.9, -0.999, 1e-3] {
        let x: f64 = x;
        println!("{x}: {} {} {}", x.atanh(), x.asinh(), (x.abs() + 1.0).acosh());
    }
    for x in [1e-15, 1e-8, -1e-4, 0.3, 1.7, -5.0, 40.0] {
        let x: f64 = x;
        println!("{x:e}: {:e} {:e}, not {:e}", x.exp_m1(), x.abs().ln_1p(), x.exp() - 1.0);
    }
    // A hanging chain, and a network's layer.
    for x in [-2.0, -1.0, 0.0, 1.0, 2.0] {
        println!("{x} {:.5}", 1.5 * f64::cosh(x / 1.5));
    }
    let layer: Vec<f64> = [0.1, -0.4, 2.0].iter().map(|x: &f64| (x * 0.8 + 0.05).tanh()).collect();
    println!("{layer:.6?}");
    let identity = (-20..20).map(|i| f64::from(i) / 7.0).all(|x| (x.cosh().powi(2) - x.sinh().powi(2) - 1.0).abs() < 1e-10);
    println!("{identity}");
}
