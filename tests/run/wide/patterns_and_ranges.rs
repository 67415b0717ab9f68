// Patterns, ranges and loops over 128-bit integers.
const LIMIT: u128 = 1 << 100;
const LOW: i128 = i128::MIN;
fn class(n: u128) -> &'static str {
    match n {
        0 => "zero",
        1 | 2 | 3 => "few",
        18446744073709551616 => "2^64",
        18446744073709551617 | 36893488147419103233 => "low half 1",
        4..=99 => "small",
        100..18446744073709551615 => "medium",
        LIMIT => "limit",
        340282366920938463463374607431768211455 => "max",
        x if x % 2 == 0 => "even",
        0x8000_0000_0000_0000_0000_0000_0000_0000.. => "upper half",
        _ => "other",
    }
}
fn sign(n: i128) -> i32 {
    match n {
        LOW => -3,
        -170141183460469231731687303715884105727..=-18446744073709551616 => -2,
        -18446744073709551615..=-1 => -1,
        0 => 0,
        1..=i128::MAX => 1,
    }
}
fn exhaustive(n: u128) -> u8 {
    match n {
        0..=0xFFFF_FFFF_FFFF_FFFF => 0,
        0x1_0000_0000_0000_0000..=0x7FFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF => 1,
        0x8000_0000_0000_0000_0000_0000_0000_0000..=u128::MAX => 2,
    }
}
fn pair(p: (u128, i128)) -> u32 {
    match p {
        (0, 0) => 0,
        (0, _) => 1,
        (_, -1) => 2,
        (n @ 5..=10, m) if m > n as i128 => 3,
        (1 | 18446744073709551617, ..) => 4,
        _ => 5,
    }
}
fn guarded(n: u128, calls: &mut u32) -> &'static str {
    let mut ask = |yes: bool| {
        *calls += 1;
        yes
    };
    match n {
        1 | 18446744073709551617 if ask(false) => "never",
        1 | 2 | 18446744073709551617 if ask(n > 1) => "some",
        _ => "rest",
    }
}
struct Point {
    x: u128,
    y: i128,
}
fn main() {
    for n in [
        0,
        1,
        3,
        4,
        99,
        100,
        u64::MAX as u128 - 1,
        u64::MAX as u128,
        1 << 64,
        (1 << 64) + 1,
        (2 << 64) + 1,
        1 << 100,
        (1 << 100) + 1,
        1 << 127,
        (1 << 127) + 1,
        u128::MAX - 1,
        u128::MAX,
    ] {
        println!("{n}: {} {}", class(n), exhaustive(n));
    }
    for n in [i128::MIN, i128::MIN + 1, -(1 << 64), -(1 << 64) + 1, -1, 0, 1, i128::MAX] {
        println!("{n}: {}", sign(n));
    }
    for p in [(0, 0), (0, 3), (7, -1), (7, 8), (7, 7), (1, 0), ((1 << 64) + 1, 5), (99, 99)] {
        println!("{}", pair(p));
    }
    let mut calls = 0;
    for n in [1, 2, 3, (1 << 64) + 1, 1 << 64] {
        println!("{} {calls}", guarded(n, &mut calls));
    }
    for i in 0..3u128 {
        print!("{i} ");
    }
    for i in u128::MAX - 2..=u128::MAX {
        print!("{i} ");
    }
    for i in (i128::MIN..=i128::MIN + 2).rev() {
        print!("{i} ");
    }
    for i in (-2i128..3).rev() {
        print!("{i} ");
    }
    println!();
    let mut n: u128 = 0;
    for i in 18446744073709551614..18446744073709551619 {
        n += i;
        print!("{i} ");
    }
    println!("{n}");
    let end = 5i128;
    for i in -1..end {
        print!("{i} ");
        if i == 3 {
            break;
        }
    }
    for mut i in 0..=end {
        i += 1;
        if i % 2 == 0 {
            continue;
        }
        print!("{i} ");
    }
    println!();
    for i in (0..100u128).step_by(33) {
        print!("{i} ");
    }
    for i in (u128::MAX - 10..=u128::MAX).step_by(4) {
        print!("{i} ");
    }
    for i in (u128::MAX - 10..).take(3) {
        print!("{i} ");
    }
    for i in (-100i128..100).rev().step_by(60).take(2) {
        print!("{i} ");
    }
    println!();
    println!(
        "{:?} {:?} {:?}",
        (0..10u128).size_hint(),
        (0..u128::MAX).size_hint(),
        (i128::MIN..=i128::MAX).size_hint()
    );
    println!(
        "{:?} {:?} {:?}",
        (0..u128::MAX).nth(1 << 40),
        (5..u128::MAX).last_before(),
        (0..=u128::MAX).nth(usize::MAX)
    );
    println!("{} {} {}", (1..10u128).contains(&9), (..=5i128).contains(&6), (i128::MIN..0).contains(&-7));
    println!("{} {}", (0..10u128).len_hint(), (1..=20u128).product::<u128>());
    println!("{:?} {:?}", (0..10u128).min(), (0..10i128).max_by_key(|n| n * (7 - n)));
    let Point { x, y: y @ -5..=5 } = (Point { x: 3, y: 4 }) else { panic!() };
    println!("{x} {y}");
    if let Some(n @ 1..) = Some(5u128).filter(|n| *n > 4) {
        println!("{n}");
    }
    let r = &7u128;
    match r {
        0 => println!("0"),
        &7 => println!("seven"),
        _ => println!("_"),
    }
    let array = [1u128, 2, 3, 1 << 70];
    if let [first, .., 0x40_0000_0000_0000_0000] = array {
        println!("first {first}");
    }
    let mut countdown = 3u128;
    while let 1..=u128::MAX = countdown {
        print!("{countdown} ");
        countdown -= 1;
    }
    println!();
}
trait Extra {
    fn last_before(self) -> Option<u128>;
    fn len_hint(&self) -> usize;
}
impl Extra for std::ops::Range<u128> {
    fn last_before(mut self) -> Option<u128> {
        self.next_back()
    }
    fn len_hint(&self) -> usize {
        self.size_hint().0
    }
}
