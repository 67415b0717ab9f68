// The same sum twice: once as a chain of iterators, once as the
// loop that a person would write. In the debug profile the chain is
// several small calls for each number. In release, walk through the
// IR's passes: inlining puts the library's functions and both
// closures into `chain`, and what is left is one loop. `by_hand` has
// become part of `main`.

fn chain(limit: u32) -> u32 {
    (1..limit)
        .filter(|n| n % 3 == 0 || n % 5 == 0)
        .map(|n| n * n)
        .sum()
}

fn by_hand(limit: u32) -> u32 {
    let mut sum = 0;
    let mut n = 1;
    while n < limit {
        if n % 3 == 0 || n % 5 == 0 {
            sum += n * n;
        }
        n += 1;
    }
    sum
}

fn main() {
    for limit in [10, 100, 1_000] {
        let (chain, by_hand) = (chain(limit), by_hand(limit));
        println!("{limit:>6} {chain:>11} {by_hand:>11}");
    }
    println!("{:>6} {:>11}", 2_000, chain(2_000));

    let words = "the quick brown fox jumps over the lazy dog";
    let mut lengths: Vec<(usize, &str)> =
        words.split(' ').map(|word| (word.len(), word)).collect();
    lengths.sort();
    lengths.dedup();
    for (length, word) in lengths.iter().rev().take(3) {
        println!("{word} has {length} letters");
    }
}
