fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn sieve(n: usize) -> Vec<usize> {
    let mut is = vec![true; n + 1];
    is[0] = false;
    if n >= 1 {
        is[1] = false;
    }
    let mut i = 2;
    while i * i <= n {
        if is[i] {
            for j in (i * i..=n).step_by(i) {
                is[j] = false;
            }
        }
        i += 1;
    }
    is.iter().enumerate().filter_map(|(i, &p)| p.then_some(i)).collect()
}

fn factorize(mut n: u32) -> Vec<(u32, u8)> {
    let mut out: Vec<(u32, u8)> = Vec::new();
    let mut p = 2;
    while n > 1 {
        while n % p == 0 {
            match out.last_mut() {
                Some((q, k)) if *q == p => *k += 1,
                _ => out.push((p, 1)),
            }
            n /= p;
        }
        p += 1;
    }
    out
}

fn roman(mut n: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
        (5, "V"), (4, "IV"), (1, "I"),
    ];
    let mut out = String::new();
    for &(value, text) in STEPS.iter() {
        while n >= value {
            out += text;
            n -= value;
        }
    }
    out
}

fn from_roman(s: &str) -> Option<u32> {
    let values = s
        .chars()
        .map(|c| {
            Some(match c {
                'I' => 1,
                'V' => 5,
                'X' => 10,
                'L' => 50,
                'C' => 100,
                'D' => 500,
                'M' => 1000,
                _ => return None,
            })
        })
        .collect::<Option<Vec<i32>>>()?;
    let sum: i32 = values.windows(2).map(|w| if w[0] < w[1] { -w[0] } else { w[0] }).sum();
    u32::try_from(sum + values.last()?).ok()
}

fn to_base(mut n: u32, base: u32) -> String {
    let mut digits = vec![];
    loop {
        digits.push(char::from_digit(n % base, base).expect("base up to 36"));
        n /= base;
        if n == 0 {
            break digits.into_iter().rev().collect();
        }
    }
}

fn permutations<T: Clone>(items: &[T]) -> Vec<Vec<T>> {
    if items.is_empty() {
        return vec![vec![]];
    }
    (0..items.len())
        .flat_map(|i| {
            let mut rest = items.to_vec();
            let x = rest.remove(i);
            permutations(&rest).into_iter().map(move |mut p| {
                p.insert(0, x.clone());
                p
            })
        })
        .collect()
}

fn queens(n: usize) -> usize {
    fn place(row: usize, n: usize, cols: &mut Vec<usize>) -> usize {
        if row == n {
            return 1;
        }
        let mut found = 0;
        'next: for c in 0..n {
            for (r, &other) in cols.iter().enumerate() {
                if other == c || other.abs_diff(c) == row - r {
                    continue 'next;
                }
            }
            cols.push(c);
            found += place(row + 1, n, cols);
            cols.pop();
        }
        found
    }
    place(0, n, &mut Vec::with_capacity(n))
}

fn collatz(start: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(start), |&n| match n {
        1 => None,
        n if n % 2 == 0 => Some(n / 2),
        n => Some(3 * n + 1),
    })
}

fn newton(x: f64) -> f64 {
    let mut guess = x / 2.0;
    loop {
        let next = (guess + x / guess) / 2.0;
        if (next - guess).abs() < 1e-12 {
            break next;
        }
        guess = next;
    }
}

fn pascal(rows: usize) -> Vec<Vec<u32>> {
    let mut out = vec![vec![1]];
    for _ in 1..rows {
        let last = &out[out.len() - 1];
        let mut row = vec![1; last.len() + 1];
        for i in 1..last.len() {
            row[i] = last[i - 1] + last[i];
        }
        out.push(row);
    }
    out
}

fn main() {
    println!("{} {}", gcd(1071, 462), [12u64, 18, 27].into_iter().reduce(gcd).unwrap());
    println!("{:?} {:?}", sieve(50), sieve(0));
    for n in [1, 97, 360, 1024, 1_000_000] {
        let text: Vec<String> =
            factorize(n).iter().map(|(p, k)| if *k > 1 { format!("{p}^{k}") } else { p.to_string() }).collect();
        println!("{n} = {}", text.join(" * "));
    }
    for n in [4, 9, 14, 1994, 2026, 3999] {
        let r = roman(n);
        assert_eq!(from_roman(&r), Some(n));
        print!("{r} ");
    }
    println!("{:?} {:?}", from_roman("MCZ"), from_roman(""));
    println!("{} {} {} {}", to_base(255, 2), to_base(255, 16), to_base(0, 7), to_base(123456, 36));
    println!("{:?} {}", u32::from_str_radix("2n9c", 36), i64::from_str_radix("-101", 2).unwrap());
    let all = permutations(&['a', 'b', 'c']);
    println!("{}", all.iter().map(|p| p.iter().collect::<String>()).collect::<Vec<_>>().join(","));
    println!("{:?}", (1..=7).map(queens).collect::<Vec<_>>());
    println!("{:?} {}", collatz(6).collect::<Vec<_>>(), collatz(27).count());
    let (longest, steps) = (1..1000).map(|n| (n, collatz(n).count())).max_by_key(|&(_, c)| c).unwrap();
    println!("{longest} {steps}");
    println!("{:.10} {}", newton(2.0), newton(144.0));
    for row in pascal(6) {
        println!("{:^30}", row.iter().map(|n| n.to_string()).collect::<Vec<_>>().join(" "));
    }
    println!("{:?} {:?}", 200u8.checked_add(100), 200u8.wrapping_add(100));
    println!("{:?} {} {}", 5i32.overflowing_sub(i32::MIN), (-7i32).rem_euclid(3), -7 / 2);
    println!("{:08b} {:#x} {:o} {:e}", 37u8, 48879, 511, 1234.5);
    println!("{} {} {}", 0b1011_0000u8.count_ones(), 40u32.leading_zeros(), 40u32.trailing_zeros());
    println!("{} {} {}", u8::MAX as i8, -1i32 as u8, 3.99f32 as i32);
    println!("{} {:?} {}", f64::NAN.max(1.0), (0.1 + 0.2), 1e21);
    println!("{:?}", "3,4;5,x".split(';').map(|p| p.split(',').map(str::parse::<i32>).collect::<Result<Vec<_>, _>>()).collect::<Vec<_>>());
}
