// Euclid's algorithm, twice: once as a loop and once calling itself.
// Compare the two in the IR: after SSA construction both are blocks
// with parameters, and the only real difference is a jump against a
// call.

fn gcd_loop(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        let rest = a % b;
        a = b;
        b = rest;
    }
    a
}

fn gcd_recursive(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd_recursive(b, a % b) }
}

fn main() {
    // Neighbours in the Fibonacci sequence take the most steps of all
    // numbers of their size.
    let pairs = [(48, 18), (17, 5), (1071, 462), (12_200_160_415_121_876_738, 7_540_113_804_746_346_429)];
    let mut i = 0;
    while i < pairs.len() {
        let (a, b) = pairs[i];
        assert_eq!(gcd_loop(a, b), gcd_recursive(a, b));
        println!("gcd({a}, {b}) = {}", gcd_loop(a, b));
        i += 1;
    }
}
