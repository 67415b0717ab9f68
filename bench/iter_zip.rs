// Two vectors side by side: a dot product.

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn main() {
    let a: Vec<f64> = (0..1000).map(|i| i as f64 * 0.5).collect();
    let b: Vec<f64> = (0..1000).map(|i| 1.0 / (i as f64 + 1.0)).collect();
    let mut total = 0.0;
    for round in 0..10_000 {
        total += dot(&a, &b) * f64::from(round % 3);
    }
    println!("{total}");
}
