// Powers of a matrix give Fibonacci numbers: arrays of arrays,
// passed by reference and by value. The types pane shows where
// `&Matrix` becomes a place that can be indexed.

type Matrix = [[u64; 2]; 2];

const IDENTITY: Matrix = [[1, 0], [0, 1]];

fn multiply(a: &Matrix, b: &Matrix) -> Matrix {
    let mut product = [[0; 2]; 2];
    for row in 0..2 {
        for column in 0..2 {
            for k in 0..2 {
                product[row][column] += a[row][k] * b[k][column];
            }
        }
    }
    product
}

/// Squares and multiplies: as many steps as the exponent has bits.
fn power(base: &Matrix, mut exponent: u32) -> Matrix {
    let mut result = IDENTITY;
    let mut square = *base;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = multiply(&result, &square);
        }
        exponent >>= 1;
        if exponent > 0 {
            square = multiply(&square, &square);
        }
    }
    result
}

fn main() {
    let step = [[1, 1], [1, 0]];
    let exponents = [1, 2, 3, 10, 50, 90];
    for i in 0..exponents.len() {
        let n = exponents[i];
        println!("fibonacci({n:>2}) = {}", power(&step, n)[0][1]);
    }
}
