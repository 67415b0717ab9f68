// A user's own Display and operators through the library's traits.
use std::fmt;
use std::ops::{Add, AddAssign, Index, Mul, Neg, Not, Sub};

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Vec2 {
    x: f64,
    y: f64,
}

impl fmt::Display for Vec2 {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "<{:.1}, {:.1}>", self.x, self.y)
    }
}

impl Add for Vec2 {
    type Output = Vec2;
    fn add(self, other: Vec2) -> Vec2 {
        Vec2 { x: self.x + other.x, y: self.y + other.y }
    }
}

impl Sub for Vec2 {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }
}

impl Mul<f64> for Vec2 {
    type Output = Vec2;
    fn mul(self, factor: f64) -> Vec2 {
        Vec2 { x: self.x * factor, y: self.y * factor }
    }
}

impl Mul<Vec2> for f64 {
    type Output = Vec2;
    fn mul(self, v: Vec2) -> Vec2 {
        v * self
    }
}

impl Neg for Vec2 {
    type Output = Vec2;
    fn neg(self) -> Vec2 {
        Vec2 { x: -self.x, y: -self.y }
    }
}

impl AddAssign for Vec2 {
    fn add_assign(&mut self, other: Vec2) {
        self.x += other.x;
        self.y += other.y;
    }
}

impl Index<usize> for Vec2 {
    type Output = f64;
    fn index(&self, i: usize) -> &f64 {
        match i {
            0 => &self.x,
            1 => &self.y,
            _ => panic!("a vector has two parts, not {i}"),
        }
    }
}

struct Flags(u8);

impl Not for Flags {
    type Output = Flags;
    fn not(self) -> Flags {
        Flags(!self.0)
    }
}

impl PartialEq<u8> for Flags {
    fn eq(&self, other: &u8) -> bool {
        self.0 == *other
    }
}

fn main() {
    let a = Vec2 { x: 1.0, y: 2.5 };
    let b = Vec2 { x: -3.25, y: 0.5 };
    println!("{a} {b} {}", a + b);
    println!("{} {} {}", a - b, a * 2.0, 0.5 * a);
    println!("{} {:?}", -a, -b);
    let mut c = a;
    c += b;
    c += c;
    println!("{c} {} {}", c[0], c[1]);
    println!("{} {} {}", a == a, a != b, a > b);
    println!("[{a}] [{:>3}]", 1);
    println!("{}", !Flags(0b1010_0000) == 0b0101_1111);
    println!("{:?}", a.partial_cmp(&b));
}
