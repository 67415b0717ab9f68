use std::cmp::Ordering;
use std::fmt;
use std::ops::*;

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Complex {
    re: f64,
    im: f64,
}

macro_rules! complex_ops {
    ($($tr:ident $f:ident ($a:ident, $b:ident) $body:expr;)*) => {$(
        impl $tr for Complex {
            type Output = Complex;
            fn $f(self, other: Complex) -> Complex {
                let ($a, $b) = (self, other);
                let (re, im) = $body;
                Complex { re, im }
            }
        }
        impl $tr<f64> for Complex {
            type Output = Complex;
            fn $f(self, other: f64) -> Complex {
                self.$f(Complex { re: other, im: 0.0 })
            }
        }
    )*};
}

complex_ops! {
    Add add (a, b) (a.re + b.re, a.im + b.im);
    Sub sub (a, b) (a.re - b.re, a.im - b.im);
    Mul mul (a, b) (a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
    Div div (a, b) {
        let d = b.re * b.re + b.im * b.im;
        ((a.re * b.re + a.im * b.im) / d, (a.im * b.re - a.re * b.im) / d)
    };
}

impl Neg for Complex {
    type Output = Self;
    fn neg(self) -> Self {
        Complex { re: -self.re, im: -self.im }
    }
}

impl fmt::Display for Complex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let p = f.precision().unwrap_or(1);
        match self.im.partial_cmp(&0.0) {
            Some(Ordering::Less) => write!(f, "{:.p$}-{:.p$}i", self.re, -self.im),
            _ => write!(f, "{:.p$}+{:.p$}i", self.re, self.im),
        }
    }
}

impl std::iter::Sum for Complex {
    fn sum<I: Iterator<Item = Complex>>(iter: I) -> Complex {
        iter.fold(Complex::default(), |a, b| a + b)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Set(u32);

impl Set {
    const EMPTY: Set = Set(0);
    fn of(items: &[u32]) -> Set {
        items.iter().fold(Self::EMPTY, |s, &i| s | Set(1 << i))
    }
    fn iter(self) -> impl Iterator<Item = u32> {
        (0..32).filter(move |&i| self.0 >> i & 1 == 1)
    }
}

impl BitOr for Set {
    type Output = Set;
    fn bitor(self, o: Set) -> Set {
        Set(self.0 | o.0)
    }
}
impl BitAnd for Set {
    type Output = Set;
    fn bitand(self, o: Set) -> Set {
        Set(self.0 & o.0)
    }
}
impl Not for Set {
    type Output = Set;
    fn not(self) -> Set {
        Set(!self.0)
    }
}
impl Sub for Set {
    type Output = Set;
    fn sub(self, o: Set) -> Set {
        self & !o
    }
}
impl BitOrAssign<u32> for Set {
    fn bitor_assign(&mut self, i: u32) {
        self.0 |= 1 << i;
    }
}
impl ShlAssign<u32> for Set {
    fn shl_assign(&mut self, n: u32) {
        self.0 <<= n;
    }
}
impl PartialOrd for Set {
    fn partial_cmp(&self, o: &Set) -> Option<Ordering> {
        match ((*self - *o) == Set::EMPTY, (*o - *self) == Set::EMPTY) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Less),
            (false, true) => Some(Ordering::Greater),
            (false, false) => None,
        }
    }
}
impl fmt::Debug for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
struct Meters(i64);

impl<T: Into<i64>> Mul<T> for Meters {
    type Output = Meters;
    fn mul(self, n: T) -> Meters {
        Meters(self.0 * n.into())
    }
}
impl Mul<Meters> for i64 {
    type Output = Meters;
    fn mul(self, m: Meters) -> Meters {
        m * self
    }
}
impl AddAssign for Meters {
    fn add_assign(&mut self, o: Self) {
        self.0 += o.0;
    }
}
impl Rem<i64> for Meters {
    type Output = i64;
    fn rem(self, n: i64) -> i64 {
        self.0 % n
    }
}

struct Poly(Vec<i64>);

impl Index<usize> for Poly {
    type Output = i64;
    fn index(&self, i: usize) -> &i64 {
        self.0.get(i).unwrap_or(&0)
    }
}
impl IndexMut<usize> for Poly {
    fn index_mut(&mut self, i: usize) -> &mut i64 {
        if i >= self.0.len() {
            self.0.resize(i + 1, 0);
        }
        &mut self.0[i]
    }
}
impl Poly {
    fn at(&self, x: i64) -> i64 {
        self.0.iter().rev().fold(0, |acc, c| acc * x + c)
    }
}
impl<'a> Mul<&'a Poly> for &Poly {
    type Output = Poly;
    fn mul(self, other: &'a Poly) -> Poly {
        let mut out = Poly(vec![]);
        for (i, a) in self.0.iter().enumerate() {
            for (j, b) in other.0.iter().enumerate() {
                out[i + j] += a * b;
            }
        }
        out
    }
}

fn main() {
    let (a, b) = (Complex { re: 1.0, im: 2.0 }, Complex { re: 3.0, im: -1.0 });
    println!("{} {} {} {:.3}", a + b, a - b, a * b, a / b);
    println!("{} {}", -(a * 2.0) + 1.0, [a, b, a].into_iter().sum::<Complex>());
    let mut z = Complex::default();
    let steps = (0..50).take_while(|_| {
        z = z * z + Complex { re: -0.5, im: 0.5 };
        z.re * z.re + z.im * z.im < 4.0
    });
    println!("{}", steps.count());
    let (s, t) = (Set::of(&[1, 3, 5]), Set::of(&[3, 4, 5]));
    println!("{:?} {:?} {:?}", s | t, s & t, s - t);
    let mut u = s & t;
    println!("{} {} {:?} {}", u < s, s <= s, s.partial_cmp(&t), s > t);
    u |= 0;
    u <<= 2;
    println!("{u:?} {:?}", (!u).iter().take(4).collect::<Vec<_>>());
    let mut m = Meters(3) * 4u8;
    m += 2 * Meters(10);
    println!("{m:?} {} {:?}", m % 5, Meters(3).max(m));
    let p = Poly(vec![1, 1]);
    let cube = &(&p * &p) * &p;
    println!("{:?} {} {}", cube.0, cube.at(10), cube[7]);
}
