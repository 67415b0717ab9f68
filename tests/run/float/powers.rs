// Powers with any exponent, roots, and what both say of special values.

fn main() {
    let bases = [2.0, 10.0, 0.5, 1.5, 7.25, 1e-3, 123456.789];
    let exponents = [0.0, 1.0, 2.0, -1.0, 0.5, 1.5, -2.5, 3.0, 1.0 / 3.0, 10.0, 100.0, -100.0];
    for base in bases {
        for exponent in exponents {
            print!("{:?} ", f64::powf(base, exponent));
        }
        println!();
    }
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 0.5, -0.5, 1e300, -1e300, 5e-324];
    for base in odd {
        println!("{base:?}:");
        for exponent in odd {
            print!(" {:?}", f64::powf(base, exponent));
        }
        println!();
    }
    // Exactly in the middle between two numbers, or exact.
    println!("{:?} {:?}", 9007199254740993f64.powf(2.0), 94906267f64.powf(2.0));
    println!("{:?} {:?} {:?}", 3f64.powf(33.0), 3f64.powf(31.0), 5f64.powf(23.0));
    println!("{:?} {:?} {:?}", 6.25f64.powf(1.5), 16f64.powf(0.75), 1048577f64.powf(3.0));
    println!("{:?} {:?} {:?}", 2f64.powf(-1074.0), 2f64.powf(-1075.0), 2f64.powf(-1074.9999));
    println!("{:?} {:?}", 0.5f64.powf(1074.0), 1.7f64.powf(-1400.0));
    for x in [0.0, -0.0, 1.0, 8.0, 27.0, -64.0, 2.0, 0.001, 1e300, 5e-324, -3.375, 100.0, f64::NEG_INFINITY, f64::NAN] {
        println!("{x:?}: {:?} {:?} {:?}", f64::cbrt(x), f64::sqrt(x), f64::powf(x, 1.0 / 3.0));
    }
    for (x, y) in [(3.0, 4.0), (5.0, -12.0), (1.0, 1.0), (1e200, 1e200), (1e-200, 1e-200), (1e308, 1e308), (5e-324, 5e-324), (0.0, -0.0), (1.0, 1e-9)] {
        println!("{:?}", f64::hypot(x, y));
    }
    println!("{:?} {:?} {:?}", f64::NAN.hypot(f64::INFINITY), f64::NAN.hypot(1.0), 1f64.hypot(f64::NEG_INFINITY));
    let mut notes = String::new();
    for (i, name) in ["A", "A#", "B", "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A"].iter().enumerate() {
        notes.push_str(&format!("{name}={:.3} ", 440.0 * 2f64.powf(i as f64 / 12.0)));
    }
    println!("{notes}");
    let geometric = |values: &[f64]| values.iter().product::<f64>().powf(1.0 / values.len() as f64);
    println!("{:.6} {:.6}", geometric(&[1.0, 2.0, 4.0, 8.0]), geometric(&[3.5, 9.1, 0.7]));
    // Kepler's third law.
    for (planet, axis) in [("Mercury", 0.387_098), ("Earth", 1.0), ("Jupiter", 5.2038), ("Neptune", 30.07)] {
        println!("{planet:<8}{:>9.3} years", f64::powf(axis, 1.5));
    }
}
