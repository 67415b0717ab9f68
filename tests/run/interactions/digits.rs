// Numbers by their digits, in several bases, without parsing and without text.
fn reverse(mut n: u64, base: u64) -> u64 {
    let mut reversed = 0;
    while n > 0 {
        reversed = reversed * base + n % base;
        n /= base;
    }
    reversed
}

fn digit_count(n: u64, base: u64) -> u32 {
    if n < base { 1 } else { 1 + digit_count(n / base, base) }
}

fn digital_root(n: u64) -> u64 {
    let mut sum = n;
    while sum > 9 {
        let mut rest = sum;
        sum = 0;
        while rest != 0 {
            sum += rest % 10;
            rest /= 10;
        }
    }
    sum
}

fn is_armstrong(n: u64) -> bool {
    let count = digit_count(n, 10);
    let (mut sum, mut rest) = (0, n);
    while rest > 0 {
        sum += (rest % 10).pow(count);
        rest /= 10;
    }
    sum == n
}

fn to_digits(n: i64, base: u32, out: &mut [u8; 66]) -> &[u8] {
    let mut at = out.len();
    let mut rest = n.unsigned_abs();
    loop {
        at -= 1;
        out[at] = match (rest % base as u64) as u8 {
            d @ 0..=9 => b'0' + d,
            d => b'a' + d - 10,
        };
        rest /= base as u64;
        if rest == 0 {
            break;
        }
    }
    if n < 0 {
        at -= 1;
        out[at] = b'-';
    }
    &out[at..]
}

fn from_digits(digits: &[u8], base: u32) -> Option<i64> {
    let (negative, digits) = match digits {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let mut value = 0i64;
    for i in 0..digits.len() {
        let digit = match (digits[i] as char).to_digit(base) {
            Some(digit) => digit as i64,
            None => return None,
        };
        let Some(scaled) = value.checked_mul(base as i64) else { return None };
        let next = if negative { scaled.checked_sub(digit) } else { scaled.checked_add(digit) };
        match next {
            Some(next) => value = next,
            None => return None,
        }
    }
    Some(value)
}

fn happy(mut n: u32) -> bool {
    let mut steps = 0;
    while n != 1 && steps < 50 {
        let mut sum = 0;
        while n > 0 {
            let digit = n % 10;
            sum += digit * digit;
            n /= 10;
        }
        n = sum;
        steps += 1;
    }
    n == 1
}

fn print_words(n: u32) {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    match n {
        0..=19 => print!("{}", ONES[n as usize]),
        20..=99 => {
            print!("{}", TENS[n as usize / 10 - 2]);
            if n % 10 > 0 {
                print!("-{}", ONES[n as usize % 10]);
            }
        }
        100..=999 => {
            print!("{} hundred", ONES[(n / 100) as usize]);
            if n % 100 > 0 {
                print!(" and ");
                print_words(n % 100);
            }
        }
        _ => {
            let (scale, name) = if n >= 1_000_000 { (1_000_000, "million") } else { (1000, "thousand") };
            print_words(n / scale);
            print!(" {name}");
            if n % scale > 0 {
                print!(" ");
                print_words(n % scale);
            }
        }
    }
}

fn main() {
    println!("{} {} {}", reverse(123_450, 10), reverse(0b1101, 2), reverse(0xabcd, 16));
    println!("{} {} {}", digit_count(0, 10), digit_count(u64::MAX, 10), digit_count(u64::MAX, 2));
    println!("{} {}", digital_root(987_654_321), digital_root(u64::MAX));
    for n in 100..2000 {
        if is_armstrong(n) {
            print!("{n} ");
        }
    }
    for n in 1..40 {
        if happy(n) {
            print!(":{n}");
        }
    }
    println!();
    let mut palindromes = 0;
    for n in 1..1000u64 {
        palindromes += (reverse(n, 10) == n && reverse(n, 2) == n) as u32;
    }
    println!("{palindromes}");
    let numbers = [0, 255, -255, i64::MAX, i64::MIN];
    let bases = [2, 7, 16, 36];
    for i in 0..numbers.len() {
        for j in 0..bases.len() {
            let mut buffer = [0; 66];
            let digits = to_digits(numbers[i], bases[j], &mut buffer);
            for k in 0..digits.len() {
                print!("{}", digits[k] as char);
            }
            assert_eq!(from_digits(digits, bases[j]), Some(numbers[i]));
            print!(" ");
        }
        println!();
    }
    println!("{:?} {:?}", from_digits(b"12a", 10), from_digits(b"9223372036854775808", 10));
    println!("{:?} {:?}", from_digits(b"-9223372036854775808", 10), from_digits(b"", 10));
    let counts = [0, 13, 40, 99, 100, 342, 1001, 12_345, 1_000_000, 987_654_321];
    for i in 0..counts.len() {
        print_words(counts[i]);
        println!();
    }
}
