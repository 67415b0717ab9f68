// A factorial that grows out of its type. In the debug profile the
// multiplication that overflows panics, with the line it stands on
// and exit code 101; in release it wraps around, and the numbers
// turn to nonsense. Change the profile, and compare the bytecode of
// `product * n`.

fn factorial(n: i32) -> i32 {
    if n == 0 {
        return 1;
    }
    let product = factorial(n - 1);
    product * n
}

fn main() {
    for n in 1..=15 {
        println!("{n:>2}! = {}", factorial(n));
    }
}
