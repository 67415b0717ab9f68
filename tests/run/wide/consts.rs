// 128-bit integers in constants, statics, arrays and promoted references.
const A: u128 = u128::MAX;
const B: i128 = i128::MIN;
const C: u128 = (1 << 127) / 3 + A % 1000;
const D: i128 = -(1i128 << 100) * 7 >> 3;
const E: bool = A > 1 << 100 && (A as i128) < 0;
const F: f64 = A as f64;
const G: f32 = B as f32;
const H: u128 = 1e30 as u128;
const I: [u128; 5] = [0, 1, u64::MAX as u128 + 1, A, C];
const J: u128 = factorial(34);
const K: Option<u128> = A.checked_add(1);
const L: (u128, bool) = A.overflowing_mul(3);
const M: u32 = C.leading_zeros() + D.trailing_zeros() as u32 + A.count_ones();
const N: u128 = C.rotate_left(77) ^ C.swap_bytes() ^ C.reverse_bits();
const O: [u8; 16] = C.to_be_bytes();
const P: u128 = u128::from_le_bytes(O);
const Q: i128 = i128::MIN.wrapping_sub(1);
const R: u128 = gcd(1 << 100, 3 * (1 << 77));
const S: u8 = match A {
    0..=5 => 1,
    6..=0x8000_0000_0000_0000_0000_0000_0000_0000 => 2,
    _ => 3,
};
const T: i128 = -170141183460469231731687303715884105728;
const U: u128 = {
    let mut n = 0;
    let mut i: u128 = A - 3;
    while i < A {
        i += 1;
        n += i & 0xFF;
    }
    n
};
const V: usize = (A >> 124) as usize;
const W: u128 = u128::MAX.isqrt() + 10u128.pow(30).ilog10() as u128;
const X: u64 = (1u64 << 5u128) + (7u128 as u64);
const Y: i128 = (-7i128).rem_euclid(3) + (-7i128) / 2 + (-7i128) % 2;
const Z: i128 = -9.9e20 as i128;
static COUNT: u128 = 3 << 64;
static TABLE: [(u8, i128); 3] = [(1, -1), (2, i128::MIN), (3, i128::MAX)];
static NESTED: &[Option<u128>] = &[None, Some(5), Some(A)];
const fn factorial(n: u128) -> u128 {
    if n == 0 { 1 } else { n * factorial(n - 1) }
}
const fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
struct Money {
    cents: i128,
}
impl Money {
    const ZERO: Money = Money { cents: 0 };
    const MOST: Money = Money { cents: i128::MAX };
}
fn longest() -> &'static u128 {
    &(1 << 100)
}
fn slice() -> &'static [i128] {
    &[-1, i128::MIN, 5]
}
fn main() {
    println!("{A} {B} {C} {D} {E} {F:e} {G:e} {H}");
    println!("{I:?} {J} {K:?} {L:?} {M} {N}");
    println!("{O:?} {P} {Q} {R} {S} {T} {U} {V} {W} {X} {Y} {Z}");
    println!("{COUNT} {TABLE:?} {NESTED:?}");
    println!("{} {}", Money::ZERO.cents, Money::MOST.cents);
    println!("{} {:?}", longest(), slice());
    let array = [7u128; V];
    println!("{array:?} {}", array.len());
    let zeros = [0u128; 100];
    let same = [A; 50];
    let dots = [0x0101_0101_0101_0101_0101_0101_0101_0101u128; 40];
    println!("{} {} {}", zeros.iter().sum::<u128>(), same.iter().filter(|n| **n == A).count(), dots[39]);
    let big = [1u128, 2, 3, 4, 5, 6, 7, 8, 9, 1 << 90];
    println!("{}", big.iter().map(|n| n * 3).sum::<u128>());
    match P {
        P => println!("same"),
        _ => println!("other"),
    }
    let borrowed: &u128 = &340282366920938463463374607431768211455;
    let negative: &i128 = &-1;
    println!("{borrowed} {negative} {}", *borrowed as i128 == *negative);
}
