// Arithmetic and comparison of floats, with the special values.
fn main() {
    let (a, b) = (7.5, -2.25);
    println!("{} {} {} {} {}", a + b, a - b, a * b, a / b, a % b);
    println!("{} {}", -a, 5.5 % 2.0);
    println!("{} {} {}", -5.5 % 2.0, 5.5 % -2.0, 1e300 % 7.0);
    let nan = 0.0 / 0.0;
    println!("{} {} {} {}", nan == nan, nan != nan, nan < 1.0, nan >= 1.0);
    println!("{} {}", 1.0 / 0.0, -1.0 / 0.0);
    println!("{} {}", 0.0 == -0.0, 1.0 / -0.0);
    println!("{} {}", f64::INFINITY - f64::INFINITY, f64::INFINITY * 0.0);
    println!("{} {} {}", 1.5f32 + 2.25, 1.0f32 / 3.0, 16777216.0f32 + 1.0);
    println!("{} {} {}", 2.0f64.sqrt(), 9.0f32.sqrt(), (-1.0f64).sqrt().is_nan());
    println!("{} {} {} {}", 2.7f64.floor(), 2.2f64.ceil(), -2.7f64.trunc(), 2.5f64.round());
    println!("{} {}", (-3.5f64).abs(), 3.0f64.powi(4));
    let mut sum = 0.0;
    for i in 1..=10 {
        sum += 1.0 / i as f64;
    }
    println!("{sum}");
}
