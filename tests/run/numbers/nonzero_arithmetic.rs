//! Arithmetic that keeps numbers from being zero, and what divides by them cannot panic.

use std::collections::BTreeMap;
use std::num::{IntErrorKind, NonZero, NonZeroI8, NonZeroU8, NonZeroU32, NonZeroU64};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Share {
    of: NonZeroU32,
    parts: Option<NonZeroU8>,
}

fn average(items: &[u64]) -> Option<u64> {
    let count = NonZeroU64::new(items.len() as u64)?;
    Some(items.iter().sum::<u64>() / count)
}

const FIVE: NonZeroU8 = match NonZeroU8::new(5) {
    Some(five) => five,
    None => panic!("five"),
};
const FACTORIAL: Option<NonZeroU32> = {
    let mut n = NonZeroU32::MIN;
    let mut i = 1;
    while i < 10 {
        i += 1;
        n = match NonZeroU32::new(i) {
            Some(i) => n.saturating_mul(i),
            None => n,
        };
    }
    n.checked_mul(n.saturating_pow(2))
};

fn main() {
    println!("{:?} {:?} {:?}", average(&[3, 4, 8]), average(&[]), FACTORIAL);
    println!("{} {} {} {}", NonZeroU8::MIN, NonZeroU8::MAX, NonZeroI8::MIN, NonZeroU64::BITS);
    for text in ["12", "0", "-3", "300", "+7", "x", ""] {
        let n = text.parse::<NonZeroI8>();
        println!("{text:?}: {n:?} {:?}", n.as_ref().err().map(|e| matches!(e.kind(), IntErrorKind::Zero)));
    }
    let two = NonZeroU8::new(2).expect("two");
    println!("{:?} {:?} {}", FIVE.checked_add(250), FIVE.checked_add(251), FIVE.saturating_add(251));
    println!("{:?} {:?} {}", FIVE.checked_mul(two), FIVE.checked_pow(4), two.saturating_pow(9));
    println!("{} {} {} {}", FIVE.ilog2(), FIVE.ilog10(), FIVE.leading_zeros(), FIVE.trailing_zeros());
    println!("{:?} {} {}", FIVE.checked_next_power_of_two(), FIVE.is_power_of_two(), two.is_power_of_two());
    println!("{} {} {} {}", FIVE.isqrt(), FIVE.midpoint(two), FIVE.div_ceil(two), FIVE.count_ones());
    println!("{} {} {}", FIVE | two, FIVE | 8, 17u8 / FIVE + 17u8 % FIVE);
    let mut x = 1000u32;
    let seven = NonZeroU32::new(7).unwrap();
    x /= seven;
    x %= seven;
    let mut y = FIVE;
    y |= two;
    y |= 32;
    println!("{x} {y}");
    for n in [NonZeroI8::MIN, NonZero::new(-5).unwrap(), NonZeroI8::MAX] {
        println!("{n}: {:?} {:?} {} {}", n.checked_abs(), n.checked_neg(), n.saturating_abs(), n.saturating_neg());
        println!("  {:?} {:?} {} {}", n.overflowing_abs(), n.overflowing_neg(), n.wrapping_abs(), n.wrapping_neg());
        println!("  {} {} {} {}", n.unsigned_abs(), n.cast_unsigned(), n.is_positive(), n.is_negative());
    }
    let five = FIVE.cast_signed();
    println!("{} {} {}", -five, -&five, (-five).abs());
    println!("{:?} {:?}", NonZero::<u16>::try_from(0), u16::try_from(3).map(NonZero::<u16>::try_from));
    println!("{:?}", <NonZero<i64>>::try_from(-9).map(|n| n.get() * 2).map_err(|e| e.to_string()));
    let mut shares: BTreeMap<NonZeroU32, Vec<Share>> = BTreeMap::new();
    for (of, parts) in [(3, 1), (2, 0), (3, 0)] {
        let of = NonZero::new(of).unwrap();
        shares.entry(of).or_default().push(Share { of, parts: NonZero::new(parts) });
    }
    println!("{shares:?} {}", size_of::<Share>());
    let total: NonZeroU32 = shares.keys().copied().reduce(|a, b| a.saturating_add(b.get())).unwrap();
    println!("{total} {:?}", shares.values().flatten().max());
}
