// Nested loops over two-dimensional arrays of floats.
const N: usize = 200;

fn multiply(a: &[[f64; N]; N], b: &[[f64; N]; N], c: &mut [[f64; N]; N]) {
    for i in 0..N {
        for j in 0..N {
            let mut sum = 0.0;
            for k in 0..N {
                sum += a[i][k] * b[k][j];
            }
            c[i][j] = sum;
        }
    }
}

fn main() {
    let mut a = [[0.0; N]; N];
    let mut b = [[0.0; N]; N];
    let mut c = [[0.0; N]; N];
    for i in 0..N {
        for j in 0..N {
            a[i][j] = (i * j % 7) as f64 + 0.5;
            b[i][j] = (i + j) as f64 / 3.0;
        }
    }
    multiply(&a, &b, &mut c);
    let mut trace = 0.0;
    for i in 0..N {
        trace += c[i][i];
    }
    println!("{trace:.3}");
}
