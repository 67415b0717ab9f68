fn power(base: i64, exponent: u32) -> i64 {
    let mut result = 1;
    for _ in 0..exponent {
        result *= base;
    }
    result
}

fn main() {
    println!("{}", power(10, 18));
    println!("{}", power(10, 19));
}
