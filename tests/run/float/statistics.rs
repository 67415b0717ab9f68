// Numbers from a generator and what is said of them: normal deviates, moments, a line through points, a histogram.

use std::collections::BTreeMap;

struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.next()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.next()).cos()
    }

    fn exponential(&mut self, rate: f64) -> f64 {
        -(1.0 - self.next()).ln() / rate
    }
}

fn moments(values: &[f64]) -> (f64, f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let skew = values.iter().map(|v| ((v - mean) / variance.sqrt()).powi(3)).sum::<f64>() / n;
    (mean, variance.sqrt(), skew)
}

fn density(x: f64) -> f64 {
    (-x * x / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

fn below(x: f64) -> f64 {
    let steps = 400;
    let width = (x + 8.0) / f64::from(steps);
    (0..=steps)
        .map(|i| {
            let weight = if i == 0 || i == steps { 1.0 } else if i % 2 == 1 { 4.0 } else { 2.0 };
            weight * density(-8.0 + f64::from(i) * width)
        })
        .sum::<f64>()
        * width
        / 3.0
}

fn line(points: &[(f64, f64)]) -> (f64, f64) {
    let n = points.len() as f64;
    let (mut sx, mut sy, mut sxx, mut sxy) = (0.0, 0.0, 0.0, 0.0);
    for &(x, y) in points {
        sx += x;
        sy += y;
        sxx += x * x;
        sxy += x * y;
    }
    let slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    (slope, (sy - slope * sx) / n)
}

fn main() {
    let mut random = Random(88172645463325252);
    let normal: Vec<f64> = (0..300).map(|_| random.normal()).collect();
    let (mean, deviation, skew) = moments(&normal);
    println!("{mean:.6} {deviation:.6} {skew:.6}");
    let mut histogram = BTreeMap::new();
    for value in &normal {
        *histogram.entry((value * 2.0).floor() as i32).or_insert(0usize) += 1;
    }
    for (bin, count) in &histogram {
        println!("{:>5.1} {}", f64::from(*bin) / 2.0, "*".repeat(*count));
    }
    let waits: Vec<f64> = (0..200).map(|_| random.exponential(0.5)).collect();
    println!("{:.6} {:.6}", moments(&waits).0, moments(&waits).1);
    for x in [-3.0, -1.96, -1.0, 0.0, 0.5, 1.0, 1.645, 3.0] {
        println!("{x:>6}: {:.8} {:.8}", density(x), below(x));
    }
    let points: Vec<(f64, f64)> = (1..=12).map(|i| (f64::from(i).ln(), (3.0 * f64::from(i).powf(1.7)).ln() + 0.01 * random.normal())).collect();
    let (slope, start) = line(&points);
    println!("{slope:.5} {:.5}", start.exp());
    let geometric = (points.iter().map(|p| p.1).sum::<f64>() / points.len() as f64).exp();
    println!("{geometric:.6}");
    let mut sorted = normal.clone();
    sorted.sort_by(|a, b| a.total_cmp(b));
    println!("{:.6} {:.6} {:.6}", sorted[0], sorted[150], sorted[299]);
    let logistic = |x: f64| 1.0 / (1.0 + (-x).exp());
    println!("{:?}", [-5.0, -1.0, 0.0, 1.0, 5.0].map(|x| format!("{:.6}", logistic(x))));
}
