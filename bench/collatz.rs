// Integer division and branches: the longest Collatz chain below 300,000.
fn length(start: u64) -> u32 {
    let mut n = start;
    let mut steps = 1;
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        steps += 1;
    }
    steps
}

fn main() {
    let mut best = (0, 0);
    for n in 1..300_000 {
        let steps = length(n);
        if steps > best.1 {
            best = (n, steps);
        }
    }
    println!("{} {}", best.0, best.1);
}
