// Operators on references: of integers, floats and one's own types, mixed with values, in chains.
use std::ops::{Add, BitAnd, Mul, Neg, Not, Rem, Shl, Sub};

#[derive(Debug, Clone, Copy, PartialEq)]
struct Vector([i32; 3]);

impl Add for Vector {
    type Output = Vector;
    fn add(self, other: Vector) -> Vector {
        &self + &other
    }
}

impl Add<&Vector> for &Vector {
    type Output = Vector;
    fn add(self, other: &Vector) -> Vector {
        let mut sum = [0; 3];
        for i in 0..3 {
            sum[i] = self.0[i] + other.0[i];
        }
        Vector(sum)
    }
}

impl<'a> Sub<&'a Vector> for Vector {
    type Output = Self;
    fn sub(mut self, other: &'a Vector) -> Self {
        for i in 0..3 {
            self.0[i] -= &other.0[i];
        }
        self
    }
}

impl Mul<&Vector> for &Vector {
    type Output = i32;
    fn mul(self, other: &Vector) -> i32 {
        let Vector([a, b, c]) = self;
        let Vector([x, y, z]) = other;
        a * x + b * y + c * z
    }
}

impl Mul<i32> for &Vector {
    type Output = Vector;
    fn mul(self, factor: i32) -> Vector {
        let [a, b, c] = &self.0;
        Vector([a * factor, &factor * b, c * &factor])
    }
}

impl Mul<&Vector> for i32 {
    type Output = Vector;
    fn mul(self, vector: &Vector) -> Vector {
        vector * self
    }
}

impl Neg for &Vector {
    type Output = Vector;
    fn neg(self) -> Vector {
        self * -1
    }
}

impl Not for &Vector {
    type Output = bool;
    fn not(self) -> bool {
        self == &Vector([0; 3])
    }
}

impl Rem<Vector> for &Vector {
    type Output = Vector;
    fn rem(self, other: Vector) -> Vector {
        let (Vector([a, b, c]), Vector([x, y, z])) = (self, other);
        Vector([b * z - c * y, c * x - a * z, a * y - b * x])
    }
}

fn sum(values: &[i64]) -> i64 {
    let mut total = 0;
    for i in 0..values.len() {
        let value = &values[i];
        total += value;
    }
    total
}

fn dot<'a>(a: &'a [f32; 3], b: &'a [f32; 3]) -> f32 {
    let [a0, a1, a2] = a;
    let [b0, b1, b2] = b;
    a0 * b0 + a1 * b1 + a2 * b2
}

fn mean(a: &f64, b: &f64) -> f64 {
    (a + b) / 2.0
}

fn main() {
    let (a, b) = (17i32, 5);
    let (ra, rb) = (&a, &b);
    println!("{} {} {} {} {}", ra + rb, ra - b, a * rb, ra / rb, *ra % rb);
    println!("{} {} {} {} {}", ra & rb, ra | b, a ^ rb, ra << rb, ra >> 2);
    println!("{} {} {}", -ra, !rb, -&(ra + 1));
    println!("{} {} {} {}", ra > rb, ra == &17, ra != rb, &ra >= &&a);
    let (t, f) = (&true, &false);
    println!("{} {} {} {}", t & f, t | f, t ^ t, !t);
    let mut n = 100u8;
    n -= &30;
    n <<= &1u32;
    n %= &100;
    n |= &1;
    println!("{n}");
    println!("{} {} {}", sum(&[1, 2, 3, -10]), dot(&[1.0, 2.0, 3.0], &[0.5, 0.25, 4.0]), mean(&1.0, &4.0));
    let x = Vector([1, 2, 3]);
    let y = Vector([-4, 5, 6]);
    println!("{:?} {:?} {:?}", x + y, &x + &y, x - &y);
    println!("{} {:?} {:?}", &x * &y, &x * 3, 2 * &y);
    println!("{:?} {} {}", -&x, !&x, !&(x - &x));
    println!("{:?} {:?}", &x % y, &y % x);
    println!("{:?}", -&(2 * &(&x + &y)) - &(&x * 10));
    println!("{}", &(x + y) * &(&x % y) == 0);
    let values = [3u64, 4, 5];
    let [p, q, r] = &values;
    println!("{} {}", p * p + q * q == r * r, (p << 60) ^ (r & q));
    let s = &mut 5i16;
    *s += 1;
    println!("{} {}", *s * 2, &*s - 1);
    let flags = Bits(0b1100);
    println!("{:?} {:?}", &flags & &Bits(0b0110), &flags << 2);
}

#[derive(Debug)]
struct Bits(u8);

impl BitAnd for &Bits {
    type Output = Bits;
    fn bitand(self, other: Self) -> Bits {
        Bits(self.0 & other.0)
    }
}

impl Shl<u32> for &Bits {
    type Output = Bits;
    fn shl(self, by: u32) -> Bits {
        Bits(self.0 << by)
    }
}
