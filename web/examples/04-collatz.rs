// Halve an even number, triple an odd one and add one. Does every
// start come down to 1? Nobody knows. This searches for the start
// below a limit that takes the longest way: a tight loop of integer
// arithmetic, and so a good first program to compare the engines
// with.

fn steps(start: u64) -> u32 {
    let mut n = start;
    let mut count = 0;
    while n != 1 {
        n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
        count += 1;
    }
    count
}

fn main() {
    let limit = 30_000;
    let mut longest = 0;
    let mut best = 1;
    for start in 1..limit {
        let count = steps(start);
        if count > longest {
            longest = count;
            best = start;
            println!("{start:>6} takes {count:>3} steps");
        }
    }
    println!("below {limit}, the longest way starts at {best}");
}
