//! `Duration`: constructors, parts, arithmetic, floats with their rounding, `Debug` under every option, in constants and maps.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

const STEP: Duration = Duration::from_millis(1_250);
const LONG: Duration = match STEP.checked_mul(4_000_000_000) {
    Some(long) => long,
    None => Duration::MAX,
};
static TABLE: [Duration; 3] = [Duration::ZERO, STEP, Duration::new(2, 2_500_000_001)];

#[derive(Debug, Clone, Default, PartialEq, PartialOrd)]
struct Task {
    name: String,
    took: Duration,
    limit: Option<Duration>,
}

fn parts(d: Duration) -> (u64, u32, u32, u32, u128, u128, u128) {
    (d.as_secs(), d.subsec_millis(), d.subsec_micros(), d.subsec_nanos(), d.as_millis(), d.as_micros(), d.as_nanos())
}

fn main() {
    let all = [
        Duration::ZERO,
        Duration::from_nanos(1),
        Duration::from_nanos(999_999_999_999),
        Duration::from_micros(1_500),
        Duration::from_micros(u64::MAX),
        Duration::from_millis(1),
        Duration::from_millis(2_069),
        Duration::from_secs(3),
        Duration::from_mins(90),
        Duration::from_hours(2),
        Duration::new(7, 300_000_000),
        Duration::new(u64::MAX, 999_999_999),
        Duration::from_nanos_u128(123_456_789_012_345_678_901),
        Duration::from_nanos(9_999_500),
        Duration::from_nanos(1_050),
        STEP,
        LONG,
    ];
    for d in all {
        println!("{d:?} {:?}", parts(d));
        println!("  [{d:.0?}] [{d:.1?}] [{d:.2?}] [{d:.3?}] [{d:.12?}] [{d:>14?}] [{d:<12.2?}] [{d:^+16.1?}] [{d:*^10?}] [{d:+?}] [{d:010?}] [{d:#?}]");
    }
    println!("{TABLE:?}");
    let (a, b) = (Duration::new(5, 600_000_000), Duration::new(2, 700_000_001));
    println!("{:?} {:?} {:?} {:?} {:?}", a + b, a - b, a * 3, 3 * b, a.checked_div(7));
    println!("{:?} {:?} {:?}", a.abs_diff(b), b.abs_diff(a), a.saturating_sub(b) == a - b);
    println!("{:?} {:?} {:?}", b.checked_sub(a), b.saturating_sub(a), Duration::MAX.checked_add(b));
    println!("{:?} {:?} {:?}", Duration::MAX.saturating_add(b), Duration::MAX.saturating_mul(2), a.checked_div(0));
    println!("{:?} {:?} {:?}", a.checked_add(b), a.checked_mul(u32::MAX), Duration::MAX.checked_mul(2));
    let mut c = a;
    c += b;
    c *= 10;
    c -= Duration::from_millis(3);
    println!("{c:?} {:?} {:?}", c.cmp(&a), c.max(Duration::from_secs(60)));
    println!("{} {} {} {}", c.as_secs_f64(), c.as_secs_f32(), a.div_duration_f64(b), a.div_duration_f32(b));
    for secs in [0.0, -0.0, 1e-10, 4.9e-10, 5e-10, 1.5e-9, 2.5e-9, 0.1, 0.999_999_999_9, 1.999_999_999_6, 2.7, 3e10, 1e19, 1.8446744073709550e19] {
        println!("{secs:e}: {:?} {:?}", Duration::from_secs_f64(secs), Duration::try_from_secs_f32(secs as f32));
    }
    for secs in [-1.0, f64::NAN, f64::INFINITY, 1.9e19, -1e-30] {
        match Duration::try_from_secs_f64(secs) {
            Ok(d) => println!("{d:?}"),
            Err(e) => println!("{e} | {e:?} | [{e:>80}] {}", Duration::try_from_secs_f32(secs as f32) == Err(e.clone())),
        }
    }
    println!("{:?} {:?} {:?} {:?}", b.mul_f64(3.14), b.mul_f32(3.14), b.div_f64(3.14), b.div_f32(3.14));
    println!("{:?} {:?}", all[..4].iter().sum::<Duration>(), [a, b, c].into_iter().sum::<Duration>());
    println!("{:?}", [a, b, c].iter().max().map(|d| d.is_zero()));
    let mut by_time: BTreeMap<Duration, Vec<&str>> = BTreeMap::new();
    for (name, ms) in [("x", 30), ("y", 5), ("z", 30), ("w", 1_000)] {
        by_time.entry(Duration::from_millis(ms)).or_default().push(name);
    }
    println!("{by_time:?} {:?}", by_time.range(Duration::from_millis(6)..).next());
    let task = Task { name: "t".into(), took: STEP, limit: Some(STEP * 2) };
    println!("{task:?} {:#?} {:?}", Task::default(), task.partial_cmp(&Task::default()));
    let hash = |d: Duration| {
        let mut h = DefaultHasher::new();
        d.hash(&mut h);
        h.finish()
    };
    println!("{:x} {}", hash(STEP), size_of::<Duration>());
}
