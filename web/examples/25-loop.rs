// Two ways to raise a number to a power. Compare them: this one goes round a loop, and changes one variable.

fn power(base: u64, exponent: u32) -> u64 {
    let mut result = 1u64;
    for _ in 0..exponent {
        result = result.wrapping_mul(base);
    }
    result
}

fn main() {
    let mut sum = 0u64;
    for base in 1..100 {
        sum = sum.wrapping_add(power(base, 60));
    }
    println!("{sum}");
}
