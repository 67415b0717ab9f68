// Powers of e and two, logarithms: interest, half-lives, decibels, digits, entropy.

use std::f64::consts::{E, LN_10, LN_2};

fn doubling_time(rate: f64) -> f64 {
    LN_2 / (1.0 + rate).ln()
}

fn entropy(weights: &[f64]) -> f64 {
    let total: f64 = weights.iter().sum();
    weights.iter().map(|w| w / total).filter(|p| *p > 0.0).map(|p| -p * p.log2()).sum()
}

fn digits(mut n: u64) -> (u32, u32) {
    let by_log = (n as f64).log10().floor() as u32 + 1;
    let mut counted = 0;
    while n > 0 {
        n /= 10;
        counted += 1;
    }
    (by_log, counted)
}

fn main() {
    for x in [0.0, 1.0, -1.0, 0.5, 2.0, 10.0, -20.0, 100.0, 700.0, 709.78, 709.79, -700.0, -745.0, -746.0, 1e-10] {
        println!("exp({x}) = {:?}", f64::exp(x));
    }
    for x in [0.0, 1.0, -1.0, 0.5, 3.3, 10.0, 52.0, 1023.0, 1023.9, 1024.0, -1022.0, -1050.0, -1074.0, -1075.0, -1074.5] {
        println!("exp2({x}) = {:?}", f64::exp2(x));
    }
    for x in [1.0, 2.0, E, 10.0, 0.1, 0.5, 1e-5, 1e300, 5e-324, 1.0000001, 0.9999999] {
        let x: f64 = x;
        println!("{x:?}: ln {} log2 {} log10 {}", x.ln(), x.log2(), x.log10());
    }
    println!("{} {} {} {}", 8f64.log(2.0), 1000f64.log(10.0), 81f64.log(3.0), 0.001f64.log(10.0));
    println!("{} {} {}", 1000f64.log10(), 1e15f64.log10(), 1024f64.log2());
    println!("{:?} {:?} {:?} {:?}", 0f64.ln(), (-1f64).ln(), (-0f64).log2(), f64::INFINITY.log10());

    println!("rate | years to double");
    for percent in 1..=10 {
        println!("{percent:>3}% | {:>6.2}", doubling_time(f64::from(percent) / 100.0));
    }
    let capital = 1000.0;
    for (name, n) in [("yearly", 1.0), ("monthly", 12.0), ("daily", 365.0)] {
        println!("{name:<8}{:>10.2}", capital * (n * 10.0 * (0.05_f64 / n).ln_1p()).exp());
    }
    println!("always  {:>10.2}", capital * (0.05_f64 * 10.0).exp());

    for hours in [0.0, 1.5, 3.0, 6.0, 12.0] {
        println!("after {hours} h: {:.4}", 100.0 * (-LN_2 * hours / 3.0).exp());
    }
    for ratio in [1.0, 2.0, 10.0, 1000.0] {
        println!("{ratio} is {:.2} dB", 10.0 * f64::log10(ratio));
    }
    println!("{:.4} {:.4} {:.4}", entropy(&[1.0, 1.0]), entropy(&[1.0, 2.0, 3.0, 4.0]), entropy(&[1.0, 0.0]));
    for n in [1, 9, 10, 99, 100, 12345, 999_999_999, 1_000_000_000, 1_000_000_000_000_000] {
        println!("{n}: {:?}", digits(n));
    }
    let softmax = |values: &[f64]| -> Vec<f64> {
        let powers: Vec<f64> = values.iter().map(|v| v.exp()).collect();
        let sum: f64 = powers.iter().sum();
        powers.into_iter().map(|p| p / sum).collect()
    };
    println!("{:.5?}", softmax(&[1.0, 2.0, 3.0, -4.0]));
    println!("{:.12}", (1..=20).map(|n| 1.0 / f64::from(n)).sum::<f64>() - 20f64.ln());
    println!("{}", LN_10);
}
