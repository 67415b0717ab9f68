// Primes: a sieve, factors, divisors, the totient, perfect numbers, a deterministic primality test on 64 bits.
const LIMIT: usize = 300;

const fn sieve() -> [bool; LIMIT] {
    let mut prime = [true; LIMIT];
    prime[0] = false;
    prime[1] = false;
    let mut i = 2;
    while i * i < LIMIT {
        if prime[i] {
            let mut j = i * i;
            while j < LIMIT {
                prime[j] = false;
                j += i;
            }
        }
        i += 1;
    }
    prime
}

static PRIMES: [bool; LIMIT] = sieve();

fn print_factors(mut n: u64) {
    print!("{n} =");
    let mut sign = " ";
    let mut p = 2;
    while p * p <= n {
        let mut power = 0;
        while n % p == 0 {
            n /= p;
            power += 1;
        }
        if power > 0 {
            print!("{sign}{p}");
            if power > 1 {
                print!("^{power}");
            }
            sign = " * ";
        }
        p += if p == 2 { 1 } else { 2 };
    }
    if n > 1 || sign == " " {
        print!("{sign}{n}");
    }
    println!();
}

fn totient(n: u32) -> u32 {
    let (mut rest, mut result, mut p) = (n, n, 2);
    while p * p <= rest {
        if rest % p == 0 {
            while rest % p == 0 {
                rest /= p;
            }
            result -= result / p;
        }
        p += 1;
    }
    if rest > 1 { result - result / rest } else { result }
}

fn divisor_sum(n: u32) -> u32 {
    let mut sum = 1;
    let mut d = 2;
    while d * d <= n {
        if n % d == 0 {
            sum += d;
            if d != n / d {
                sum += n / d;
            }
        }
        d += 1;
    }
    sum
}

fn multiply_mod(mut a: u64, mut b: u64, m: u64) -> u64 {
    let mut result = 0u64;
    a %= m;
    while b > 0 {
        if b & 1 == 1 {
            result = if result >= m - a { result - (m - a) } else { result + a };
        }
        a = if a >= m - a { a - (m - a) } else { a + a };
        b >>= 1;
    }
    result
}

fn power_mod(mut base: u64, mut exponent: u64, m: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = multiply_mod(result, base, m);
        }
        base = multiply_mod(base, base, m);
        exponent /= 2;
    }
    result
}

fn is_prime(n: u64) -> bool {
    if n < LIMIT as u64 {
        return PRIMES[n as usize];
    }
    let twos = (n - 1).trailing_zeros();
    let odd = (n - 1) >> twos;
    let bases = [2, 3, 61];
    'bases: for i in 0..bases.len() {
        let mut x = power_mod(bases[i], odd, n);
        if x == 1 || x == n - 1 {
            continue;
        }
        for _ in 1..twos {
            x = multiply_mod(x, x, n);
            if x == n - 1 {
                continue 'bases;
            }
        }
        return false;
    }
    true
}

fn main() {
    let mut count = 0;
    for n in 0..LIMIT {
        if PRIMES[n] {
            count += 1;
            print!("{n}{}", if count % 16 == 0 { '\n' } else { ' ' });
        }
    }
    println!("\n{count} primes");
    let numbers = [1, 2, 12, 97, 360, 1001, 65_536, 999_999, 6_469_693_230];
    for i in 0..numbers.len() {
        print_factors(numbers[i]);
    }
    println!("{} {} {} {}", totient(1), totient(36), totient(97), totient(360));
    for n in 2..500 {
        if divisor_sum(n) == n {
            print!("{n} is perfect, ");
        } else if divisor_sum(n) > n && divisor_sum(divisor_sum(n)) == n {
            print!("{n} is amicable, ");
        }
    }
    println!();
    println!("{} {} {}", is_prime(1_000_000_007), is_prime(3_215_031_751), is_prime(18_446_744_073_709_551_557));
}
