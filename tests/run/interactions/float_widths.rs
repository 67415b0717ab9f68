// The same computations in `f32` and `f64`: rounding, printing, conversion, limits, subnormal numbers.
fn sum32(n: u32) -> f32 {
    let mut sum = 0.0;
    for _ in 0..n {
        sum += 0.1;
    }
    sum
}

fn sum64(n: u32) -> f64 {
    let mut sum = 0.0;
    for _ in 0..n {
        sum += 0.1;
    }
    sum
}

fn kahan(values: &[f32]) -> f32 {
    let (mut sum, mut carry) = (0.0, 0.0);
    for i in 0..values.len() {
        let y = values[i] - carry;
        let t = sum + y;
        carry = (t - sum) - y;
        sum = t;
    }
    sum
}

fn root32(x: f32) -> f32 {
    let mut r = x;
    for _ in 0..20 {
        r = (r + x / r) / 2.0;
    }
    r
}

fn root64(x: f64) -> f64 {
    let mut r = x;
    for _ in 0..20 {
        r = (r + x / r) / 2.0;
    }
    r
}

fn epsilon32() -> u32 {
    let mut x = 1f32;
    let mut n = 0;
    while 1.0 + x > 1.0 {
        x /= 2.0;
        n += 1;
    }
    n
}

fn halvings(mut x: f64) -> u32 {
    let mut n = 0;
    while x > 0.0 {
        x *= 0.5;
        n += 1;
    }
    n
}

fn main() {
    println!("{} {} {}", sum32(10), sum64(10), sum64(10) as f32);
    println!("{} {}", sum32(1000), sum64(1000));
    println!("{} {} {}", 0.1 + 0.2, 0.1f32 + 0.2f32, 0.1f32 as f64 + 0.2f32 as f64);
    println!("{} {} {}", 1.0f32 / 3.0, 1.0f64 / 3.0, (1.0f64 / 3.0) as f32);
    println!("{} {}", 16_777_216.0f32 + 1.0, 9_007_199_254_740_992.0f64 + 1.0);
    println!("{} {}", (16_777_216.0f32 + 1.0) - 16_777_216.0, 0.1f32 == 0.1f64 as f32);
    println!("{} {}", 0.1f32 as f64 == 0.1, f64::from(0.1f32));
    println!("{} {} {} {}", root32(2.0), root64(2.0), 2f32.sqrt(), 2f64.sqrt());
    println!("{} {}", epsilon32(), halvings(1.0));
    let values = [1e8, 1.0, 1.0, 1.0, 1.0, -1e8];
    println!("{} {}", kahan(&values), values[0] + values[1] + values[2] + values[5]);
    println!("{:?} {:?} {:?} {:?}", f32::MAX, f32::MIN_POSITIVE, f32::EPSILON, f32::MIN);
    println!("{:?} {:?} {:?} {:?}", f64::MAX, f64::MIN_POSITIVE, f64::EPSILON, f64::MIN);
    println!("{:e} {:e} {:e}", f32::from_bits(1), f64::from_bits(1), f32::MIN_POSITIVE / 3.0);
    println!("{} {} {}", f32::MAX * 2.0, f64::MAX as f32, 1e-50 as f32);
    println!("{} {}", (f32::MAX as f64 * 2.0) as f32 == f32::INFINITY, f64::MAX - 1.0 == f64::MAX);
    println!("{:#x} {:#x}", 1.5f32.to_bits(), (-1.5f64).to_bits());
    println!("{} {} {}", 2.5f32.round(), (-2.5f64).round(), 2.5f64.round_ties_even());
    println!("{} {} {} {}", 7.9 as i32, -7.9 as i32, 7.5 % 2.0, -7.5 % 2.0f32);
    println!("{:.3} {:.3} {:.0} {:.0} {:.0}", 1.0005, 1.0005f32, 0.5, 1.5, 2.5);
    println!("{} {}", 123_456_789.0f32, 123_456_789.0f64);
    println!("{:?} {:?} {:?} {:?}", 1e15, 1e16, 1e16f32, 123456.0f32);
    println!("{:?} {:?} {:?}", 1e-4, 1e-5, 0.00001234f32);
    println!("{} {} {}", 1e21, 1e-10f32, 1.0e7f32);
    println!("{} {}", 3.0f32.powi(15), 3.0f64.powi(30));
    println!("{} {}", (1u64 << 53) as f64 + 2.0, u32::MAX as f32);
    let mut x = 1.0f32;
    let mut y = 1.0f64;
    for i in 1..=20 {
        x *= i as f32;
        y *= i as f64;
    }
    println!("{x} {y} {}", x as f64 / y);
}
