// Vectors, and vectors of vectors, by index.

fn main() {
    let n = 4_000_000;
    let mut is_prime = vec![true; n + 1];
    let mut i = 2;
    while i * i <= n {
        if is_prime[i] {
            let mut j = i * i;
            while j <= n {
                is_prime[j] = false;
                j += i;
            }
        }
        i += 1;
    }
    println!("{}", is_prime.iter().skip(2).filter(|&&prime| prime).count());

    let mut ways: Vec<Vec<u32>> = vec![vec![1; 500]; 500];
    for row in 1..500 {
        for column in 1..500 {
            ways[row][column] = ways[row - 1][column].wrapping_add(ways[row][column - 1]);
        }
    }
    println!("{}", ways[499][499]);
}
