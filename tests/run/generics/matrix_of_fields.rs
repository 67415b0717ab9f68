//! A matrix over any field with `Index<(usize, usize)>`, `IndexMut<usize>`, `Mul`, `MulAssign`, rationals and residues as fields.

use std::fmt::{self, Debug, Display};
use std::ops::{Add, AddAssign, Div, Index, IndexMut, Mul, MulAssign, Neg, Sub, SubAssign};

trait Field: Copy + PartialEq + Debug + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> {
    const ZERO: Self;
    const ONE: Self;
}
impl Field for f64 {
    const ZERO: f64 = 0.0;
    const ONE: f64 = 1.0;
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Ratio(i64, i64);

const fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

impl Ratio {
    const fn new(n: i64, d: i64) -> Ratio {
        let g = gcd(n, d) * if d < 0 { -1 } else { 1 };
        Ratio(n / g, d / g)
    }
}
macro_rules! ratio_op {
    ($($tr:ident $f:ident |$a:ident, $b:ident| $e:expr;)*) => {$(
        impl $tr for Ratio {
            type Output = Ratio;
            fn $f(self, other: Ratio) -> Ratio {
                let ($a, $b) = (self, other);
                $e
            }
        }
    )*};
}
ratio_op! {
    Add add |a, b| Ratio::new(a.0 * b.1 + b.0 * a.1, a.1 * b.1);
    Sub sub |a, b| a + -b;
    Mul mul |a, b| Ratio::new(a.0 * b.0, a.1 * b.1);
    Div div |a, b| if b.0 == 0 { panic!("{a:?} / 0") } else { Ratio::new(a.0 * b.1, a.1 * b.0) };
}
impl Neg for Ratio {
    type Output = Ratio;
    fn neg(self) -> Ratio {
        Ratio(-self.0, self.1)
    }
}
impl Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Ratio(n, 1) => Display::fmt(&n, f),
            Ratio(n, d) => f.pad(&format!("{n}/{d}")),
        }
    }
}
impl Field for Ratio {
    const ZERO: Ratio = Ratio(0, 1);
    const ONE: Ratio = Ratio(1, 1);
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Mod<const P: usize>(usize);
impl<const P: usize> Mod<P> {
    fn pow(self, n: usize) -> Self {
        if n == 0 { return Mod(1) }
        let half = self.pow(n / 2);
        if n % 2 == 1 { half * half * self } else { half * half }
    }
}
impl<const P: usize> Add for Mod<P> { type Output = Self; fn add(self, o: Self) -> Self { Mod((self.0 + o.0) % P) } }
impl<const P: usize> Sub for Mod<P> { type Output = Self; fn sub(self, o: Self) -> Self { Mod((self.0 + P - o.0) % P) } }
impl<const P: usize> Mul for Mod<P> { type Output = Self; fn mul(self, o: Self) -> Self { Mod(self.0 * o.0 % P) } }
impl<const P: usize> Div for Mod<P> { type Output = Self; fn div(self, o: Self) -> Self { self * o.pow(P - 2) } }
impl<const P: usize> Field for Mod<P> {
    const ZERO: Self = Mod(0);
    const ONE: Self = Mod(1 % P);
}

#[derive(Clone, PartialEq)]
struct Matrix<F> {
    rows: usize,
    cells: Vec<F>,
}

impl<F: Field> Matrix<F> {
    fn new<const C: usize>(rows: &[[F; C]]) -> Self {
        Matrix { rows: rows.len(), cells: rows.concat() }
    }
    fn columns(&self) -> usize {
        self.cells.len().checked_div(self.rows).unwrap_or(0)
    }
    fn identity(n: usize) -> Self {
        let mut m = Matrix { rows: n, cells: vec![F::ZERO; n * n] };
        (0..n).for_each(|i| m[i][i] = F::ONE);
        m
    }
    fn inverse(mut self) -> Option<(Self, F)> {
        let n = self.rows;
        let (mut out, mut det) = (Self::identity(n), F::ONE);
        for c in 0..n {
            let pivot = (c..n).find(|&r| self[(r, c)] != F::ZERO)?;
            if pivot != c {
                for m in [&mut self, &mut out] {
                    let w = m.columns();
                    let (top, bottom) = m.cells.split_at_mut(pivot * w);
                    top[c * w..][..w].swap_with_slice(&mut bottom[..w]);
                }
                det = F::ZERO - det;
            }
            let by = self[(c, c)];
            det = det * by;
            for x in self[c].iter_mut().chain(&mut out[c]) {
                *x = *x / by;
            }
            for r in (0..n).filter(|&r| r != c) {
                let by = self[r][c];
                for i in 0..n {
                    let (a, b) = (self[c][i] * by, out[(c, i)] * by);
                    self[r][i] = self[r][i] - a;
                    out[r][i] = out[r][i] - b;
                }
            }
        }
        Some((out, det))
    }
}

impl<F> Index<usize> for Matrix<F> {
    type Output = [F];
    fn index(&self, r: usize) -> &[F] {
        let w = self.cells.len() / self.rows;
        &self.cells[r * w..(r + 1) * w]
    }
}
impl<F> IndexMut<usize> for Matrix<F> {
    fn index_mut(&mut self, r: usize) -> &mut [F] {
        let w = self.cells.len() / self.rows;
        &mut self.cells[r * w..(r + 1) * w]
    }
}
impl<F> Index<(usize, usize)> for Matrix<F> {
    type Output = F;
    fn index(&self, (r, c): (usize, usize)) -> &F {
        &self[r][c]
    }
}
impl<F: Field> Mul for &Matrix<F> {
    type Output = Matrix<F>;
    fn mul(self, other: &Matrix<F>) -> Matrix<F> {
        assert_eq!(self.columns(), other.rows, "shapes");
        let (n, m) = (self.rows, other.columns());
        let cell = |i: usize| self[i / m].iter().enumerate().fold(F::ZERO, |sum, (k, &x)| sum + x * other[(k, i % m)]);
        Matrix { rows: n, cells: (0..n * m).map(cell).collect() }
    }
}
impl<F: Field> MulAssign<F> for Matrix<F> {
    fn mul_assign(&mut self, by: F) {
        self.cells.iter_mut().for_each(|x| *x = *x * by);
    }
}
impl<F: Field> AddAssign<&Matrix<F>> for Matrix<F> {
    fn add_assign(&mut self, other: &Matrix<F>) {
        for (x, &y) in self.cells.iter_mut().zip(&other.cells) {
            *x = *x + y;
        }
    }
}
impl<F: Field> SubAssign<F> for Matrix<F> {
    fn sub_assign(&mut self, by: F) {
        for i in 0..self.rows.min(self.columns()) {
            self[i][i] = self[i][i] - by;
        }
    }
}
impl<F: Debug> Debug for Matrix<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for r in 0..self.rows {
            let row: Vec<String> = self[r].iter().map(|x| if f.alternate() { format!("{x:>6.2?}") } else { format!("{x:?}") }).collect();
            writeln!(f, "[{}]", row.join(", "))?;
        }
        Ok(())
    }
}

fn report<F: Field>(m: Matrix<F>) {
    match m.clone().inverse() {
        Some((inverse, det)) => {
            print!("det {det:?}\n{inverse:#?}{}\n", &m * &inverse == Matrix::identity(m.rows));
        }
        None => println!("singular:\n{m:?}"),
    }
}

fn main() {
    let whole = |rows: [[i64; 3]; 3]| Matrix::new(&rows.map(|r| r.map(|n| Ratio(n, 1))));
    report(whole([[0, 2, 1], [1, 1, 0], [3, 0, 2]]));
    report(whole([[1, 2, 3], [4, 5, 6], [7, 8, 9]]));
    report(Matrix::new(&[[Mod::<7>(3), Mod(5)], [Mod(1), Mod(4)]]));
    report(Matrix::new(&[[0.5, 0.25], [2.0, -1.0]]));
    let mut fib = Matrix::new(&[[Mod::<1_000_007>(1), Mod(1)], [Mod(1), Mod(0)]]);
    let step = fib.clone();
    for _ in 0..49 {
        fib = &fib * &step;
    }
    print!("{fib:?}");
    let mut m = Matrix::new(&[[Ratio::new(1, 2), Ratio::new(-3, 4)]]);
    m *= Ratio::new(2, -3);
    let n = m.clone();
    m += &n;
    m -= Ratio::ONE;
    print!("{m:?}{m:#?}");
    let bad = &m * &m;
    println!("{bad:?}");
}
