// The sieve of Eratosthenes, in an array on the stack. Every
// `composite[…]` is checked against the array's length: find the
// check in the bytecode, and see what is left of it in the release
// profile.

const LIMIT: usize = 5_000;

fn main() {
    let mut composite = [false; LIMIT];
    let mut count = 0;
    let mut last = 0;
    for n in 2..LIMIT {
        if composite[n] {
            continue;
        }
        count += 1;
        last = n;
        let mut multiple = n * n;
        while multiple < LIMIT {
            composite[multiple] = true;
            multiple += n;
        }
    }
    println!("{count} primes below {LIMIT}, the last of them {last}");
}
