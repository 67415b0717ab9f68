// Not a number: in comparisons, patterns, minimum and maximum, sums, conversion, arrays, sorting.
#[derive(Debug, PartialEq, PartialOrd, Clone, Copy)]
struct Reading {
    value: f64,
    id: u8,
}

fn class(x: f64) -> &'static str {
    match x {
        f64::NEG_INFINITY => "-inf",
        ..0.0 => "negative",
        0.0 => "zero",
        0.0..=1.0 => "small",
        1.0..f64::INFINITY => "large",
        f64::INFINITY => "inf",
        _ => "nan",
    }
}

fn guarded(x: f32) -> &'static str {
    match x {
        n if n < 0.0 => "less",
        n if n >= 0.0 => "more",
        n if n == n => "never",
        _ => "neither",
    }
}

fn maximum(values: &[f64]) -> (f64, f64) {
    let (mut by_compare, mut by_method) = (values[0], values[0]);
    for i in 1..values.len() {
        if values[i] > by_compare {
            by_compare = values[i];
        }
        by_method = by_method.max(values[i]);
    }
    (by_compare, by_method)
}

fn main() {
    let nan = f64::NAN;
    println!("{} {} {} {} {} {}", nan == nan, nan != nan, nan < nan, nan <= nan, nan > nan, nan >= nan);
    println!("{} {} {}", nan == 1.0, !(nan < 1.0), nan.partial_cmp(&1.0).is_none());
    let tests = [f64::NEG_INFINITY, -1.5, -0.0, 0.0, 0.5, 1.0, 1e300, f64::INFINITY, nan, -nan];
    for i in 0..tests.len() {
        print!("{} ", class(tests[i]));
    }
    println!();
    println!("{} {} {}", guarded(-1.0), guarded(0.0), guarded(f32::NAN));
    println!("{:?} {:?}", maximum(&[1.0, nan, 3.0, 2.0]), maximum(&[nan, 1.0, 3.0]));
    println!("{} {} {}", nan.max(2.0), 2.0f64.min(nan), nan.min(nan).is_nan());
    println!("{} {} {} {}", nan as i32, nan as u8, nan as f32, f32::NAN as i64);
    println!("{} {} {}", nan + 1.0, 0.0 * f64::INFINITY, (0.0f64 / 0.0).is_nan());
    println!("{} {} {}", (-1f64).sqrt(), f64::INFINITY - f64::INFINITY, f64::INFINITY % 2.0);
    println!("{} {}", nan.is_nan(), (nan * 0.0).is_finite());
    println!("{:?} {:5} [{:<6}] [{:>6}] [{:06}] [{:+}] [{:.1}]", nan, nan, nan, nan, nan, nan, nan);
    println!("[{:06}] [{:+}] [{:>6.2}] {:e}", f64::INFINITY, f64::INFINITY, -f64::INFINITY, f64::INFINITY);
    println!("{} {}", [nan] == [nan], (nan, 1) == (nan, 1));
    println!("{} {} {:?}", (1.0, nan) < (2.0, 0.0), (nan, 1) < (nan, 2), (1.0, nan).partial_cmp(&(1.0, nan)));
    let (a, b) = (Reading { value: nan, id: 1 }, Reading { value: nan, id: 2 });
    println!("{} {} {:?} {}", a == a, a < b, a.partial_cmp(&b), a != b);
    println!("{} {}", Some(nan) == Some(nan), Some(nan) > None);
    let mut values = [3.0, nan, -1.0, 2.0];
    for i in 1..values.len() {
        let mut j = i;
        while j > 0 && values[j - 1] > values[j] {
            values.swap(j - 1, j);
            j -= 1;
        }
    }
    println!("{values:?}");
    println!("{:?} {:?}", nan.total_cmp(&1.0), f64::INFINITY.total_cmp(&nan));
    println!(
        "{} {}",
        if nan > 0.0 {
            1
        } else if nan <= 0.0 {
            2
        } else {
            3
        },
        !(nan > 0.0) as u8
    );
    let mut steps = 0;
    let mut x = 1e308;
    while x == x && steps < 10 {
        x = x * 10.0 - x * 9.5;
        steps += 1;
    }
    println!("{steps} {x}");
    println!("{:?} {:?}", nan.clamp(0.0, 1.0), 5.0f64.clamp(0.0, 1.0));
    println!("{} {}", nan.signum().is_nan(), f64::INFINITY.signum());
}
