//! Operators between references and values of a generic struct, through bounds such as `for<'a> &'a T: Add<Output = T>`.

use std::fmt::{self, Display};
use std::iter::{Product, Sum};
use std::ops::{Add, AddAssign, Deref, Index, Mul, Neg, Not, Rem, Shl, Sub};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Poly<T>(Vec<T>);

impl<T> Poly<T> {
    fn coefficient<'a>(&'a self, n: usize) -> Option<&'a T> {
        self.0.get(n)
    }
}

impl<'a, T: Clone> Add<&'a Poly<T>> for &'a Poly<T>
where
    &'a T: Add<&'a T, Output = T>,
{
    type Output = Poly<T>;
    fn add(self, other: &'a Poly<T>) -> Poly<T> {
        let n = self.0.len().max(other.0.len());
        Poly(
            (0..n)
                .map(|i| match (self.coefficient(i), other.coefficient(i)) {
                    (Some(a), Some(b)) => a + b,
                    (Some(a), None) | (None, Some(a)) => a.clone(),
                    (None, None) => unreachable!(),
                })
                .collect(),
        )
    }
}

impl<T: Clone + Default + AddAssign<T>> Mul for &Poly<T>
where
    for<'x> &'x T: Mul<&'x T, Output = T>,
{
    type Output = Poly<T>;
    fn mul(self, other: Self) -> Poly<T> {
        let mut out = vec![T::default(); (self.0.len() + other.0.len()).saturating_sub(1)];
        for (i, a) in self.0.iter().enumerate() {
            for (j, b) in other.0.iter().enumerate() {
                out[i + j] += a * b;
            }
        }
        Poly(out)
    }
}

impl<T> Neg for Poly<T>
where
    T: Neg<Output = T>,
{
    type Output = Self;
    fn neg(self) -> Self {
        Poly(self.0.into_iter().map(Neg::neg).collect())
    }
}

impl<T: Clone> Sub<Poly<T>> for &Poly<T>
where
    for<'x> &'x T: Add<&'x T, Output = T>,
    T: Neg<Output = T>,
{
    type Output = Poly<T>;
    fn sub(self, other: Poly<T>) -> Poly<T> {
        self + &-other
    }
}

impl<T: Default> Shl<usize> for Poly<T> {
    type Output = Self;
    fn shl(self, by: usize) -> Self {
        Poly((0..by).map(|_| T::default()).chain(self.0).collect())
    }
}

impl<T> Index<usize> for Poly<T> {
    type Output = T;
    fn index(&self, n: usize) -> &T {
        &self.0[n]
    }
}

impl<T: PartialEq + Default> Not for &Poly<T> {
    type Output = bool;
    fn not(self) -> bool {
        self.0.iter().all(|c| *c == T::default())
    }
}

impl<T: Copy + Rem<Output = T>> Rem<T> for &Poly<T> {
    type Output = Poly<T>;
    fn rem(self, by: T) -> Poly<T> {
        Poly(self.0.iter().map(|&c| c % by).collect())
    }
}

impl<'a, T: 'a + Clone> Sum<&'a Poly<T>> for Poly<T>
where
    for<'x> &'x T: Add<&'x T, Output = T>,
{
    fn sum<I: Iterator<Item = &'a Poly<T>>>(iter: I) -> Self {
        iter.fold(Poly(Vec::new()), |a, b| &a + b)
    }
}

impl<T: Clone + Default + AddAssign + From<u8>> Product for Poly<T>
where
    for<'x> &'x T: Mul<&'x T, Output = T>,
{
    fn product<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Poly(vec![T::from(1)]), |a, b| &a * &b)
    }
}

impl<T: Display> Display for Poly<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for (n, c) in self.0.iter().enumerate().rev() {
            if !first {
                f.write_str(if f.sign_plus() { " " } else { ", " })?;
            }
            first = false;
            c.fmt(f)?;
            write!(f, "x^{n}")?;
        }
        Ok(())
    }
}

fn square<T>(x: &T) -> T
where
    for<'a> &'a T: Mul<Output = T>,
{
    x * x
}

fn main() {
    let p = Poly(vec![1, 2, 3]);
    let q = Poly(vec![-1i64, 1]);
    println!("{}", &p + &q);
    println!("{}", &p * &q);
    println!("{:+}", &p - q.clone());
    println!("{:+}", &(&p - q.clone()) % 2);
    println!("{}", q.clone() << 3);
    println!("{} {} {}", !&p, !&(&p - p.clone()), !&Poly::<u8>::default());
    println!("{} {}", square::<i32>(&12), square::<f64>(&1.5));
    println!("{}", square::<Poly<i64>>(&square::<Poly<i64>>(&q)));
    println!("{:.2}", square::<Poly<f64>>(&Poly(vec![0.5, -0.25])));
    let all = [p.clone(), q.clone(), Poly(vec![0, 0, 0, 7])];
    println!("{:?}", all.iter().sum::<Poly<i64>>());
    println!("{:?}", all.into_iter().product::<Poly<_>>());
    println!("{} {:?}", p[2] * q[0], p.0.deref().last());
    let r = &&p;
    println!("{}", *r + &q == &q + *r);
}
