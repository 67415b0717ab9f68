// Numbers with sixteen bits behind the point: operators, a square root, a sine by its series, exact printing.
use std::fmt;
use std::ops::{Add, Div, Mul, MulAssign, Neg, Sub, SubAssign};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fixed(i32);

const BITS: u32 = 16;

impl Fixed {
    const ONE: Fixed = Fixed(1 << BITS);
    const HALF: Fixed = Fixed(Self::ONE.0 / 2);
    const PI: Fixed = Fixed(205_887);

    const fn from_int(n: i16) -> Fixed {
        Fixed((n as i32) << BITS)
    }

    fn round(self) -> i32 {
        (self + Fixed::HALF).0 >> BITS
    }

    fn sqrt(self) -> Option<Fixed> {
        if self.0 < 0 {
            return None;
        }
        let target = (self.0 as u64) << BITS;
        let mut root = 0u64;
        let mut bit = 1u64 << 30;
        while bit != 0 {
            let candidate = root | bit;
            if candidate * candidate <= target {
                root = candidate;
            }
            bit >>= 1;
        }
        Some(Fixed(root as i32))
    }

    fn sin(self) -> Fixed {
        let mut x = self;
        while x > Fixed::PI {
            x -= Fixed(Fixed::PI.0 * 2);
        }
        let square = x * x;
        let mut term = x;
        let mut sum = x;
        for n in 1..7 {
            term *= -square / Fixed::from_int(2 * n * (2 * n + 1));
            sum = sum + term;
        }
        sum
    }
}

impl Add for Fixed {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Fixed(self.0 + other.0)
    }
}

impl Sub for Fixed {
    type Output = Self;
    fn sub(self, Fixed(other): Self) -> Self {
        Fixed(self.0 - other)
    }
}

impl SubAssign for Fixed {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Mul for Fixed {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Fixed((self.0 as i64 * other.0 as i64 >> BITS) as i32)
    }
}

impl MulAssign for Fixed {
    fn mul_assign(&mut self, other: Self) {
        self.0 = (*self * other).0;
    }
}

impl Div for Fixed {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Fixed((((self.0 as i64) << BITS) / i64::from(other.0)) as i32)
    }
}

impl Neg for Fixed {
    type Output = Self;
    fn neg(self) -> Self {
        Fixed(-self.0)
    }
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = f.precision().unwrap_or(4);
        if self.0 < 0 && f.write_str("-").is_err() {
            return Err(fmt::Error);
        }
        let magnitude = self.0.unsigned_abs();
        let mut result = write!(f, "{}.", magnitude >> BITS);
        let mut fraction = magnitude & 0xffff;
        for _ in 0..digits {
            fraction *= 10;
            if result.is_ok() {
                result = write!(f, "{}", fraction >> BITS);
            }
            fraction &= 0xffff;
        }
        result
    }
}

impl fmt::Debug for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#x}/2^{BITS}", self.0)
    }
}

fn main() {
    let a = Fixed::from_int(3) + Fixed::HALF;
    let b = Fixed::from_int(-2) / Fixed::from_int(3);
    println!("{a} {b} {} {} {} {}", a + b, a - b, a * b, a / b);
    println!("{a:?} {b:?} {:.16}", Fixed(1));
    println!("{:.0} {:.2} {:.8}", Fixed::PI, Fixed::PI, Fixed::PI);
    println!("{} {} {} {}", a.round(), b.round(), (-a).round(), Fixed::HALF.round());
    for n in 0..6 {
        let n = Fixed::from_int(n);
        match n.sqrt() {
            Some(root) => println!("{root:.5} squared is {:.5}", root * root),
            None => unreachable!(),
        }
    }
    println!("{:?}", b.sqrt());
    for i in 0..=8 {
        let angle = Fixed::PI * Fixed::from_int(i) / Fixed::from_int(4);
        print!("{:.3} ", angle.sin());
    }
    println!();
    println!("{} {} {}", a > b, b <= -Fixed::HALF, Fixed::ONE.max(a) == a);
}
