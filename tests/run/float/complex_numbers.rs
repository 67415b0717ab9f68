// Complex numbers with operators: roots of unity, a Fourier transform, the Mandelbrot set.

use std::f64::consts::PI;
use std::fmt;
use std::ops::{Add, Mul, Sub};

#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Complex {
    re: f64,
    im: f64,
}

impl Complex {
    fn polar(radius: f64, angle: f64) -> Self {
        let (sin, cos) = angle.sin_cos();
        Complex { re: radius * cos, im: radius * sin }
    }

    fn abs(self) -> f64 {
        self.re.hypot(self.im)
    }

    fn arg(self) -> f64 {
        self.im.atan2(self.re)
    }

    fn exp(self) -> Self {
        Complex::polar(self.re.exp(), self.im)
    }

    fn ln(self) -> Self {
        Complex { re: self.abs().ln(), im: self.arg() }
    }

    fn powf(self, n: f64) -> Self {
        Complex::polar(self.abs().powf(n), self.arg() * n)
    }
}

impl Add for Complex {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Complex { re: self.re + other.re, im: self.im + other.im }
    }
}

impl Sub for Complex {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Complex { re: self.re - other.re, im: self.im - other.im }
    }
}

impl Mul for Complex {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Complex { re: self.re * other.re - self.im * other.im, im: self.re * other.im + self.im * other.re }
    }
}

impl fmt::Display for Complex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No negative zero where it is only rounded to it.
        let clean = |x: f64| if x.abs() < 5e-5 { 0.0 } else { x };
        write!(f, "{:.4}{:+.4}i", clean(self.re), clean(self.im))
    }
}

fn transform(values: &[Complex], sign: f64) -> Vec<Complex> {
    let n = values.len();
    if n == 1 {
        return values.to_vec();
    }
    let even: Vec<Complex> = values.iter().copied().step_by(2).collect();
    let odd: Vec<Complex> = values.iter().copied().skip(1).step_by(2).collect();
    let (even, odd) = (transform(&even, sign), transform(&odd, sign));
    let mut result = vec![Complex::default(); n];
    for k in 0..n / 2 {
        let turned = Complex::polar(1.0, sign * 2.0 * PI * k as f64 / n as f64) * odd[k];
        result[k] = even[k] + turned;
        result[k + n / 2] = even[k] - turned;
    }
    result
}

fn mandelbrot(c: Complex) -> u32 {
    let mut z = Complex::default();
    for step in 0..60 {
        if z.abs() > 2.0 {
            return step;
        }
        z = z * z + c;
    }
    60
}

fn main() {
    for n in [2, 3, 5, 8] {
        let roots: Vec<String> =
            (0..n).map(|k| Complex::polar(1.0, 2.0 * PI * f64::from(k) / f64::from(n)).to_string()).collect();
        println!("{n}: {}", roots.join("  "));
    }
    let z = Complex { re: 1.0, im: 2.0 };
    println!("{} {} {} {}", z.exp(), z.ln(), z.powf(2.5), z.powf(0.5));
    println!("{:.12} {:.12}", z.abs(), z.arg());
    println!("{}", (Complex { re: 0.0, im: PI }).exp());

    let signal: Vec<Complex> = (0..16)
        .map(|i| {
            let t = f64::from(i) / 16.0;
            Complex { re: (2.0 * PI * 2.0 * t).sin() + 0.5 * (2.0 * PI * 5.0 * t).cos(), im: 0.0 }
        })
        .collect();
    let spectrum = transform(&signal, -1.0);
    for (k, value) in spectrum.iter().enumerate() {
        println!("{k:>2} {:>8.4} {}", value.abs(), "#".repeat(value.abs().round() as usize));
    }
    let back = transform(&spectrum, 1.0);
    let worst = back.iter().zip(&signal).map(|(a, b)| (a.re / 16.0 - b.re).abs()).fold(0.0, f64::max);
    println!("{}", worst < 1e-14);

    for row in 0..13 {
        let line: String = (0..48)
            .map(|column| {
                let c = Complex { re: -2.2 + f64::from(column) * 3.2 / 47.0, im: -1.2 + f64::from(row) * 0.2 };
                match mandelbrot(c) {
                    60 => '@',
                    20.. => '+',
                    8.. => '-',
                    4.. => '.',
                    _ => ' ',
                }
            })
            .collect();
        println!("{}", line.trim_end());
    }
}
