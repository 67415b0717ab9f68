// Array writes with a stride: primes below two million, three times.
const LIMIT: usize = 2_000_000;

fn count_primes(sieve: &mut [bool]) -> u32 {
    for i in 0..sieve.len() {
        sieve[i] = true;
    }
    let mut count = 0;
    for i in 2..sieve.len() {
        if sieve[i] {
            count += 1;
            let mut j = i * i;
            while j < sieve.len() {
                sieve[j] = false;
                j += i;
            }
        }
    }
    count
}

fn main() {
    let mut sieve = [false; LIMIT];
    let mut total = 0;
    for _ in 0..3 {
        total += count_primes(&mut sieve);
    }
    println!("{total}");
}
