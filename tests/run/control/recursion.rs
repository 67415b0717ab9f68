// Functions that call themselves and each other.
fn factorial(n: u64) -> u64 {
    if n == 0 { 1 } else { n * factorial(n - 1) }
}

fn fibonacci(n: u32) -> u32 {
    match n {
        0 | 1 => n,
        _ => fibonacci(n - 1) + fibonacci(n - 2),
    }
}

fn is_even(n: u32) -> bool {
    n == 0 || is_odd(n - 1)
}

fn is_odd(n: u32) -> bool {
    n != 0 && is_even(n - 1)
}

fn ackermann(m: u64, n: u64) -> u64 {
    match (m, n) {
        (0, n) => n + 1,
        (m, 0) => ackermann(m - 1, 1),
        (m, n) => ackermann(m - 1, ackermann(m, n - 1)),
    }
}

fn hanoi(n: u32, from: char, to: char, via: char) -> u32 {
    if n == 0 {
        return 0;
    }
    let before = hanoi(n - 1, from, via, to);
    if n == 3 {
        println!("move the third disc from {from} to {to}");
    }
    before + 1 + hanoi(n - 1, via, to, from)
}

fn depth(n: u32) -> u32 {
    if n == 0 { 0 } else { 1 + depth(n - 1) }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn main() {
    println!("{} {}", factorial(10), factorial(20));
    println!("{}", fibonacci(20));
    println!("{} {}", is_even(50), is_odd(50));
    println!("{}", ackermann(2, 9));
    println!("{}", hanoi(6, 'A', 'C', 'B'));
    println!("{}", depth(1000));
    println!("{}", gcd(1_071, 462));
}
