// Minus zero: where it comes from, where it shows, what it compares equal to.
fn name(x: f64) -> &'static str {
    match x {
        0.0 if x.is_sign_negative() => "minus zero",
        n if n == -0.0 => "zero",
        _ => "other",
    }
}

fn average(values: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 0..values.len() {
        sum += values[i];
    }
    sum / values.len() as f64
}

fn main() {
    let zero = 0.0f64;
    let minus = -zero;
    println!("{zero} {minus} {zero:?} {minus:?} {:e} {:+} {:+}", minus, zero, minus);
    println!("{:5} [{:<6}] [{:05}] [{:.2}] [{:+.1}]", minus, minus, minus, minus, minus);
    println!("{} {} {}", zero == minus, minus < zero, zero.to_bits() == minus.to_bits());
    println!("{:?} {:?}", zero.total_cmp(&minus), zero.partial_cmp(&minus));
    println!("{} {} {}", name(zero), name(minus), name(0.5));
    println!("{} {}", 1.0 / zero, 1.0 / minus);
    println!("{} {} {} {}", minus + zero, minus + minus, minus - zero, zero - zero);
    println!("{} {} {} {}", minus * 5.0, minus * -5.0, 0.0 * -1.0, minus / 7.0);
    println!("{} {} {} {}", (-0.3f64).round(), (-0.7f64).ceil(), (-0.5f64).trunc(), 0.4f64.floor());
    println!("{} {} {}", minus.sqrt(), minus.abs(), (-3.0f64).rem_euclid(3.0));
    println!("{} {}", -6.0 % 3.0, 6.0 % -3.0);
    println!("{} {} {}", minus as i32, minus as f32, (minus as f32).is_sign_negative());
    println!("{} {} {}", 1.0f64.copysign(minus), zero.copysign(-1.0), minus.signum());
    println!("{} {}", -(0 as f64), (-0) as f64);
    println!("{} {}", -1e-300 * 1e-300, (-1e-30 as f32) * 1e-30);
    println!("{} {}", average(&[minus, minus]), average(&[-1.0, 1.0]));
    println!("{:?} {:?}", [minus, zero] == [zero, minus], (minus, 1) < (zero, 1));
    println!("{:?} {:#?}", [-0.0f32; 2], Some(-0.0));
    println!("{:#x} {:#x}", (-0.0f32).to_bits(), (-0.0f64).to_bits());
    let mut x = 1.0;
    let mut n = 0;
    while x != 0.0 {
        x *= -0.001;
        n += 1;
    }
    println!("{n} {x}");
    println!(
        "{}",
        if minus < 0.0 {
            "negative"
        } else if minus > 0.0 {
            "positive"
        } else {
            "zero"
        }
    );
    const CONSTANT: f64 = -(0.0 * 2.0);
    println!("{CONSTANT} {}", 0.0 + CONSTANT);
    println!("{}", 0.0f64 == -0.0f64 && 0.0f32.to_bits() != (-0.0f32).to_bits());
}
