// The functions as values: pointers, closures, iterators, generics, and numerical methods over them.

trait Function {
    fn at(&self, x: f64) -> f64;

    fn slope(&self, x: f64) -> f64 {
        let h = 1e-6;
        (self.at(x + h) - self.at(x - h)) / (2.0 * h)
    }
}

impl<F: Fn(f64) -> f64> Function for F {
    fn at(&self, x: f64) -> f64 {
        self(x)
    }
}

fn simpson(f: &dyn Function, from: f64, to: f64, n: u32) -> f64 {
    let h = (to - from) / f64::from(n);
    let inner: f64 = (1..n).map(|i| f.at(from + f64::from(i) * h) * if i % 2 == 1 { 4.0 } else { 2.0 }).sum();
    (f.at(from) + inner + f.at(to)) * h / 3.0
}

fn bisect(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    for _ in 0..60 {
        let middle = low.midpoint(high);
        if f(low) * f(middle) <= 0.0 {
            high = middle;
        } else {
            low = middle;
        }
    }
    low
}

fn newton<F: Function>(f: F, mut x: f64) -> Option<f64> {
    for _ in 0..50 {
        let step = f.at(x) / f.slope(x);
        x -= step;
        if step.abs() < 1e-12 {
            return Some(x);
        }
    }
    None
}

fn main() {
    let table: [(&str, fn(f64) -> f64); 8] = [
        ("sin", f64::sin),
        ("cos", f64::cos),
        ("exp", f64::exp),
        ("ln", f64::ln),
        ("sqrt", f64::sqrt),
        ("cbrt", f64::cbrt),
        ("atan", f64::atan),
        ("tanh", f64::tanh),
    ];
    for (name, f) in table {
        println!("{name:<5} {:.9} {:.6} {:.6}", f(1.5), f.slope(1.5), simpson(&f, 1.0, 2.0, 50));
    }
    println!("{:?}", [1.0, 4.0, 9.0].iter().copied().map(f64::sqrt).collect::<Vec<_>>());
    println!("{:?}", [0.0, 0.5, 1.0].map(f64::exp));
    println!("{:?}", [3.0, 5.0].into_iter().zip([4.0, 12.0]).map(|(a, b)| f64::hypot(a, b)).collect::<Vec<f64>>());
    println!("{:.12}", simpson(&|x: f64| (-x * x).exp(), -5.0, 5.0, 200));
    println!("{:.12}", simpson(&(|x: f64| 4.0 / (1.0 + x * x)), 0.0, 1.0, 100));
    println!("{:.12}", bisect(|x| x.cos() - x, 0.0, 1.0));
    println!("{:.12}", bisect(|x| x.ln() + x.sqrt() - 2.0, 1.0, 5.0));
    println!("{:.10?} {:.10?}", newton(|x: f64| x.exp() - 5.0, 1.0), newton(|x: f64| x.tan() - x, 4.5));
    let compose = |f: fn(f64) -> f64, g: fn(f64) -> f64| move |x: f64| g(f(x));
    println!("{:.9} {:.9}", compose(f64::ln, f64::exp)(3.7), compose(f64::sin, f64::asin)(0.6));
    let mut series = 0.0;
    let mut term = 1.0;
    for n in 1..=18 {
        series += term;
        term /= f64::from(n);
    }
    println!("{} {}", series, 1f64.exp());
    let best = (0..100).map(|i| f64::from(i) / 10.0).max_by(|a, b| (a.sin() * a).total_cmp(&(b.sin() * b)));
    println!("{best:?}");
}
