// Numbers of many digits in arrays: addition, multiplication, division by a small number, comparison.
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, AddAssign, Mul};

const LIMBS: usize = 20;
const BASE: u64 = 1_000_000_000;

/// Nine decimal digits in each limb, the least first.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Big {
    limbs: [u32; LIMBS],
}

impl Big {
    const ZERO: Big = Big { limbs: [0; LIMBS] };

    fn small(n: u32) -> Big {
        let mut big = Self::ZERO;
        big.limbs[0] = n % BASE as u32;
        big.limbs[1] = n / BASE as u32;
        big
    }

    fn limb_count(&self) -> usize {
        let mut n = LIMBS;
        while n > 1 && self.limbs[n - 1] == 0 {
            n -= 1;
        }
        n
    }

    fn divide_small(&self, divisor: u32) -> (Big, u32) {
        let mut quotient = Big::ZERO;
        let mut rest = 0u64;
        let mut i = LIMBS;
        while i > 0 {
            i -= 1;
            let value = rest * BASE + self.limbs[i] as u64;
            quotient.limbs[i] = (value / divisor as u64) as u32;
            rest = value % u64::from(divisor);
        }
        (quotient, rest as u32)
    }

    fn digit_sum(&self) -> u32 {
        let mut sum = 0;
        let mut rest = *self;
        while rest != Big::ZERO {
            let (quotient, digit) = rest.divide_small(10);
            sum += digit;
            rest = quotient;
        }
        sum
    }
}

impl AddAssign<&Big> for Big {
    fn add_assign(&mut self, other: &Big) {
        let mut carry = 0;
        for i in 0..LIMBS {
            let sum = self.limbs[i] + other.limbs[i] + carry;
            carry = u32::from(sum >= BASE as u32);
            self.limbs[i] = sum - carry * BASE as u32;
        }
        assert_eq!(carry, 0, "too large for {LIMBS} limbs");
    }
}

impl Add for &Big {
    type Output = Big;
    fn add(self, other: &Big) -> Big {
        let mut sum = *self;
        sum += other;
        sum
    }
}

impl Add for Big {
    type Output = Big;
    fn add(self, other: Big) -> Big {
        &self + &other
    }
}

impl Mul<u32> for Big {
    type Output = Big;
    fn mul(mut self, factor: u32) -> Big {
        let mut carry = 0;
        for i in 0..LIMBS {
            let product = self.limbs[i] as u64 * factor as u64 + carry;
            self.limbs[i] = (product % BASE) as u32;
            carry = product / BASE;
        }
        assert!(carry == 0, "too large");
        self
    }
}

impl Mul for Big {
    type Output = Big;
    fn mul(self, other: Big) -> Big {
        let mut result = Big::ZERO;
        for i in 0..self.limb_count() {
            let mut carry = 0;
            for j in 0..LIMBS - i {
                let value = result.limbs[i + j] as u64 + u64::from(self.limbs[i]) * u64::from(other.limbs[j]) + carry;
                result.limbs[i + j] = (value % BASE) as u32;
                carry = value / BASE;
            }
        }
        result
    }
}

impl PartialOrd for Big {
    fn partial_cmp(&self, other: &Big) -> Option<Ordering> {
        let mut i = LIMBS;
        while i > 0 {
            i -= 1;
            match self.limbs[i].cmp(&other.limbs[i]) {
                Ordering::Equal => {}
                unequal => return Some(unequal),
            }
        }
        Some(Ordering::Equal)
    }
}

impl fmt::Display for Big {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let mut i = self.limb_count() - 1;
        let mut result = write!(f, "{}", self.limbs[i]);
        while i > 0 && result.is_ok() {
            i -= 1;
            result = write!(f, "{:09}", self.limbs[i]);
        }
        result
    }
}

fn main() {
    let mut factorial = Big::small(1);
    for n in 1..=60 {
        factorial = factorial * n;
    }
    println!("60! = {factorial}");
    println!("its digits sum to {}", factorial.digit_sum());
    let (mut a, mut b) = (Big::ZERO, Big::small(1));
    for _ in 0..300 {
        (a, b) = (b, &a + &b);
    }
    println!("fibonacci 300 = {a}");
    let mut power = Big::small(2);
    for _ in 0..8 {
        power = power * power;
    }
    println!("2^256 = {power}");
    println!("{} {} {}", a < b, factorial > power, factorial >= factorial);
    let (quotient, rest) = power.divide_small(1_000_007);
    println!("{quotient} rest {rest}");
    println!("{}", quotient * 1_000_007 + Big::small(rest) == power);
    println!("{} {}", Big::small(4_294_967_295), Big::ZERO);
}
