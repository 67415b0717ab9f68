// Determinants three ways: by minors, by elimination without fractions, by elimination in floating point.
const N: usize = 4;

type Matrix = [[i64; N]; N];

fn by_minors(m: &Matrix, row: usize, used: u8) -> i64 {
    if row == N {
        return 1;
    }
    let mut sum = 0;
    let mut sign = 1;
    for column in 0..N {
        if used & (1 << column) == 0 {
            sum += sign * m[row][column] * by_minors(m, row + 1, used | (1 << column));
            sign = -sign;
        }
    }
    sum
}

fn without_fractions(mut m: Matrix) -> i64 {
    let mut sign = 1;
    let mut previous = 1;
    for k in 0..N - 1 {
        if m[k][k] == 0 {
            let mut other = k + 1;
            while other < N && m[other][k] == 0 {
                other += 1;
            }
            if other == N {
                return 0;
            }
            m.swap(k, other);
            sign = -sign;
        }
        for i in k + 1..N {
            for j in k + 1..N {
                m[i][j] = (m[i][j] * m[k][k] - m[i][k] * m[k][j]) / previous;
            }
        }
        previous = m[k][k];
    }
    sign * m[N - 1][N - 1]
}

fn in_floats(m: &Matrix) -> f64 {
    let mut a = [[0.0; N]; N];
    for i in 0..N {
        for j in 0..N {
            a[i][j] = m[i][j] as f64;
        }
    }
    let mut result = 1.0;
    for k in 0..N {
        let mut pivot = k;
        for i in k + 1..N {
            if a[i][k].abs() > a[pivot][k].abs() {
                pivot = i;
            }
        }
        if a[pivot][k] == 0.0 {
            return 0.0;
        }
        if pivot != k {
            a.swap(pivot, k);
            result = -result;
        }
        result *= a[k][k];
        for i in k + 1..N {
            let factor = a[i][k] / a[k][k];
            for j in k..N {
                a[i][j] -= factor * a[k][j];
            }
        }
    }
    result
}

fn product(a: &Matrix, b: &Matrix) -> Matrix {
    let mut c = [[0; N]; N];
    for i in 0..N {
        for j in 0..N {
            for k in 0..N {
                c[i][j] += a[i][k] * b[k][j];
            }
        }
    }
    c
}

fn transpose(m: &mut Matrix) {
    for i in 0..N {
        for j in 0..i {
            (m[i][j], m[j][i]) = (m[j][i], m[i][j]);
        }
    }
}

fn main() {
    let a = [[2, -1, 0, 3], [4, 1, -2, 5], [0, 3, 7, -1], [1, 1, 1, 2]];
    let b = [[0, 2, 1, 0], [1, 0, 0, 3], [0, 0, 4, 1], [5, 1, 0, 0]];
    let singular = [[1, 2, 3, 4], [2, 4, 6, 8], [0, 1, 0, 1], [9, 9, 9, 9]];
    let c = product(&a, &b);
    let mut t = c;
    transpose(&mut t);
    println!("{c:?}\n{t:?}");
    let all = [a, b, singular, c, t];
    for i in 0..all.len() {
        let m = &all[i];
        println!("{} {} {:.6}", by_minors(m, 0, 0), without_fractions(*m), in_floats(m));
    }
    println!("{}", by_minors(&a, 0, 0) * by_minors(&b, 0, 0) == without_fractions(c));
}
