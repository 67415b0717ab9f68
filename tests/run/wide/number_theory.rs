// Arithmetic that needs more than 64 bits: factorials, Fibonacci numbers, primes, fractions, random numbers, hashes.
use std::collections::HashMap;
use std::ops::{Add, Mul, Sub};

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn factorial(n: u32) -> Option<u128> {
    (1..=n as u128).try_fold(1u128, |product, k| product.checked_mul(k))
}

fn fibonacci(n: usize, known: &mut HashMap<usize, u128>) -> u128 {
    if n < 2 {
        return n as u128;
    }
    if let Some(&value) = known.get(&n) {
        return value;
    }
    let value = fibonacci(n - 1, known) + fibonacci(n - 2, known);
    known.insert(n, value);
    value
}

fn product_modulo(a: u64, b: u64, m: u64) -> u64 {
    (a as u128 * b as u128 % m as u128) as u64
}

fn power_modulo(mut base: u64, mut exponent: u64, m: u64) -> u64 {
    let mut result = 1;
    base %= m;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = product_modulo(result, base, m);
        }
        base = product_modulo(base, base, m);
        exponent >>= 1;
    }
    result
}

/// Miller and Rabin, with bases that suffice for 64 bits.
fn is_prime(n: u64) -> bool {
    const BASES: [u64; 12] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];
    if n < 2 || BASES.iter().any(|&p| n != p && n % p == 0) {
        return false;
    }
    let twos = (n - 1).trailing_zeros();
    BASES.iter().filter(|&&a| a < n).all(|&a| {
        let mut x = power_modulo(a, (n - 1) >> twos, n);
        x == 1
            || (0..twos).any(|_| {
                let square = product_modulo(x, x, n);
                std::mem::replace(&mut x, square) == n - 1
            })
    })
}

/// A product modulo a number of 128 bits, by doubling.
fn large_product(mut a: u128, mut b: u128, m: u128) -> u128 {
    let sum = |x: u128, y: u128| if x >= m - y { x - (m - y) } else { x + y };
    let mut result = 0;
    a %= m;
    while b > 0 {
        if b % 2 == 1 {
            result = sum(result, a);
        }
        a = sum(a, a);
        b /= 2;
    }
    result
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Fraction {
    over: i128,
    under: i128,
}

impl Fraction {
    fn new(over: i128, under: i128) -> Self {
        let common = gcd(over.unsigned_abs(), under.unsigned_abs()) as i128 * under.signum();
        Self { over: over / common, under: under / common }
    }
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.over * other.under + other.over * self.under, self.under * other.under)
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + other * Self::new(-1, 1)
    }
}

impl Mul for Fraction {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::new(self.over * other.over, self.under * other.under)
    }
}

/// The permuted congruential generator with 128 bits of state.
struct Pcg(u128);

impl Iterator for Pcg {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        self.0 = self
            .0
            .wrapping_mul(0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645)
            .wrapping_add(0x5851_F42D_4C95_7F2D_1405_7B7E_F767_814F);
        Some(((self.0 >> 64) as u64 ^ self.0 as u64).rotate_right((self.0 >> 122) as u32))
    }
}

fn fnv(text: &str) -> u128 {
    text.bytes().fold(0x6C62_272E_07BB_0142_62B8_2175_6295_C58D, |hash, byte| {
        (hash ^ byte as u128).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013B)
    })
}

fn collatz(mut n: u128) -> (u32, u128) {
    let (mut steps, mut highest) = (0, n);
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        highest = highest.max(n);
        steps += 1;
    }
    (steps, highest)
}

fn digits(n: u128) -> impl Iterator<Item = u8> {
    std::iter::successors(Some(n), |n| (*n >= 10).then(|| n / 10)).map(|n| (n % 10) as u8)
}

fn main() {
    for n in [0, 20, 33, 34, 35] {
        println!("{n}! = {:?}", factorial(n));
    }
    let mut known = HashMap::new();
    println!("{} {}", fibonacci(100, &mut known), fibonacci(186, &mut known));
    println!("{}", gcd(fibonacci(180, &mut known), fibonacci(120, &mut known)));
    println!("{:?}", [2, 91, 97, 18446744073709551557, 18446744073709551559, 3215031751].map(is_prime));
    println!("{}", power_modulo(3, u64::MAX, 18446744073709551557));
    let prime = 170141183460469231731687303715884105727;
    println!("{} {}", large_product(prime - 2, prime - 3, prime), large_product(u128::MAX / 3, u128::MAX / 5, prime));
    let harmonic = (1..=40).map(|n| Fraction::new(1, n)).fold(Fraction::new(0, 1), Add::add);
    println!("{harmonic:?} {:?}", harmonic - Fraction::new(3, -7));
    println!("{:?}", Pcg(42).take(5).collect::<Vec<_>>());
    println!("{:032x} {:032x}", fnv(""), fnv("hello"));
    println!("{:?} {:?}", collatz(27), collatz(1 << 100 | 1));
    println!("{} {}", digits(u128::MAX).map(u32::from).sum::<u32>(), digits(1 << 90).count());
    let root = (1u128 << 127).isqrt();
    println!("{root} {} {}", root * root <= 1 << 127, (root + 1).pow(2) > 1 << 127);
    let mut bits = 1u128;
    for _ in 0..200 {
        bits = bits << 1 ^ if bits >> 127 == 1 { 0x87 } else { 0 };
    }
    println!("{bits:#034x} {}", bits.count_ones());
}
