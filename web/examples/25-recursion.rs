// Two ways to raise a number to a power. Compare them: this one calls itself, and every call has a frame of its own.

fn power(base: u64, exponent: u32) -> u64 {
    if exponent == 0 {
        1
    } else {
        base.wrapping_mul(power(base, exponent - 1))
    }
}

fn main() {
    let mut sum = 0u64;
    for base in 1..100 {
        sum = sum.wrapping_add(power(base, 60));
    }
    println!("{sum}");
}
