use std::fmt;
use std::ops::{Add, AddAssign, Index, Mul, Neg, Sub};

#[derive(Debug, Clone, PartialEq)]
struct Matrix<T> {
    rows: usize,
    cols: usize,
    data: Vec<T>,
}

impl<T: Copy + Default> Matrix<T> {
    fn new(rows: usize, cols: usize) -> Self {
        Self { rows, cols, data: vec![T::default(); rows * cols] }
    }

    fn from_rows<const R: usize, const C: usize>(rows: [[T; C]; R]) -> Self {
        Self { rows: R, cols: C, data: rows.into_iter().flatten().collect() }
    }

    fn transpose(&self) -> Self {
        let mut out = Self::new(self.cols, self.rows);
        for r in 0..self.rows {
            for c in 0..self.cols {
                out.data[c * self.rows + r] = self[(r, c)];
            }
        }
        out
    }

    fn map<U, F>(&self, f: F) -> Matrix<U>
    where
        F: Fn(T) -> U,
    {
        Matrix { rows: self.rows, cols: self.cols, data: self.data.iter().map(|&x| f(x)).collect() }
    }

    fn row(&self, r: usize) -> &[T] {
        &self.data[r * self.cols..(r + 1) * self.cols]
    }
}

impl<T> Index<(usize, usize)> for Matrix<T> {
    type Output = T;
    fn index(&self, (r, c): (usize, usize)) -> &T {
        assert!(r < self.rows && c < self.cols, "({r}, {c}) is outside of {}x{}", self.rows, self.cols);
        &self.data[r * self.cols + c]
    }
}

impl<T> Mul for &Matrix<T>
where
    T: Copy + Default + Mul<Output = T> + AddAssign,
{
    type Output = Option<Matrix<T>>;

    fn mul(self, rhs: Self) -> Self::Output {
        if self.cols != rhs.rows {
            return None;
        }
        let mut out = Matrix::new(self.rows, rhs.cols);
        for i in 0..self.rows {
            for j in 0..rhs.cols {
                let mut sum = T::default();
                for k in 0..self.cols {
                    sum += self[(i, k)] * rhs[(k, j)];
                }
                out.data[i * rhs.cols + j] = sum;
            }
        }
        Some(out)
    }
}

impl<T: Copy + Add<Output = T>> Add for Matrix<T> {
    type Output = Matrix<T>;
    fn add(self, rhs: Matrix<T>) -> Matrix<T> {
        let data = self.data.iter().zip(&rhs.data).map(|(&a, &b)| a + b).collect();
        Matrix { data, ..self }
    }
}

impl<T: Neg<Output = T>> Neg for Matrix<T> {
    type Output = Self;
    fn neg(self) -> Self {
        Matrix { rows: self.rows, cols: self.cols, data: self.data.into_iter().map(|x| -x).collect() }
    }
}

impl<T: fmt::Display> fmt::Display for Matrix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, row) in self.data.chunks(self.cols).enumerate() {
            let cells: Vec<String> = row.iter().map(|x| format!("{x:>5}")).collect();
            let (l, r) = match (i, self.rows - 1) {
                (0, 0) => ('[', ']'),
                (0, _) => ('/', '\\'),
                (i, last) if i == last => ('\\', '/'),
                _ => ('|', '|'),
            };
            writeln!(f, "{l}{} {r}", cells.join(""))?;
        }
        Ok(())
    }
}

fn power<T>(m: &Matrix<T>, n: u32) -> Option<Matrix<T>>
where
    T: Copy + Default + Mul<Output = T> + AddAssign,
{
    match n {
        0 => None,
        1 => Some(m.clone()),
        n if n % 2 == 0 => {
            let half = power(m, n / 2)?;
            &half * &half
        }
        n => &power(m, n - 1)? * m,
    }
}

fn determinant(m: &Matrix<f64>) -> f64 {
    let n = m.rows;
    let mut a: Vec<Vec<f64>> = (0..n).map(|r| m.row(r).to_vec()).collect();
    let mut det = 1.0;
    for i in 0..n {
        let Some(p) = (i..n).find(|&r| a[r][i].abs() > 1e-12) else { return 0.0 };
        if p != i {
            a.swap(p, i);
            det = -det;
        }
        det *= a[i][i];
        for r in i + 1..n {
            let factor = a[r][i] / a[i][i];
            for c in i..n {
                let x = a[i][c];
                a[r][c] -= factor * x;
            }
        }
    }
    det
}

fn main() {
    let a = Matrix::from_rows([[1, 2, 3], [4, 5, 6]]);
    let b = a.transpose();
    print!("{a}{b}");
    let c = (&a * &b).expect("they fit");
    print!("{c}");
    println!("{:?}", &a * &a);
    let fib = Matrix::from_rows([[1u64, 1], [1, 0]]);
    for n in [1, 2, 10, 50] {
        println!("fib({n}) = {}", power(&fib, n).map_or(0, |m| m[(0, 1)]));
    }
    let sum = a.clone() + a.map(|x| x * 10);
    print!("{}", -sum);
    let halves = a.map(|x| f64::from(x) / 2.0);
    print!("{halves}");
    println!("{}", determinant(&Matrix::from_rows([[2.0, 0.0, 1.0], [1.0, 3.0, 2.0], [1.0, 1.0, 1.0]])));
    println!("{}", determinant(&Matrix::from_rows([[1.0, 2.0], [2.0, 4.0]])));
    let total: i32 = a.data.iter().sum();
    let largest = a.data.iter().max();
    println!("{total} {largest:?} {}", a == b.transpose());
    let diff = Sub::sub(a[(1, 2)], a[(0, 0)]);
    println!("{diff}");
    println!("{}", a[(2, 0)]);
}
