// A closure that captures, called by a generic function, in a fold over a range.

fn combine<F: Fn(u64) -> u64>(f: F, n: u64) -> u64 {
    (0..n).fold(0, |sum, x| sum.wrapping_add(f(x)))
}

fn main() {
    let factor = 7;
    println!("{}", combine(|x| x.wrapping_mul(factor) ^ (x >> 3), 20_000_000));
}
