// `for` over ranges at the edges of types: empty ones, whole types, bounds that change, variables that are changed.
fn count_u8() -> (u32, u32) {
    let (mut half_open, mut closed) = (0, 0);
    for _ in 0..u8::MAX {
        half_open += 1;
    }
    for _ in 0..=u8::MAX {
        closed += 1;
    }
    (half_open, closed)
}

fn bound(n: &mut i32) -> i32 {
    *n += 1;
    print!("bound {n}; ");
    *n
}

const fn constant(n: u32) -> u32 {
    n * 2
}

fn first_multiple(of: u64, from: u64) -> Option<u64> {
    for n in from..=u64::MAX {
        if n % of == 0 {
            return Some(n);
        }
    }
    None
}

fn main() {
    println!("{:?}", count_u8());
    let mut sum = 0i32;
    for i in i8::MIN..=i8::MAX {
        sum += i as i32;
    }
    println!("{sum}");
    for n in i64::MAX - 1..=i64::MAX {
        print!("{n} ");
    }
    for n in u64::MAX - 2..u64::MAX {
        print!("{n} ");
    }
    for n in i32::MIN..i32::MIN + 2 {
        print!("{n} ");
    }
    println!();
    for i in 5..5 {
        println!("never {i}");
    }
    for i in 5..=4 {
        println!("never {i}");
    }
    for i in 3..-3 {
        println!("never {i}");
    }
    for i in 7..=7 {
        println!("once {i}");
    }
    let mut n = 0;
    let mut rounds = 0;
    for i in bound(&mut n)..bound(&mut n) * 2 {
        n += 100;
        rounds += i;
    }
    println!("{n} {rounds}");
    let mut limit = 3;
    for i in 0..limit {
        limit += 10;
        print!("{i}/{limit} ");
    }
    println!();
    for mut i in 0..3 {
        i *= 10;
        while i % 7 != 0 {
            i += 1;
        }
        print!("{i} ");
    }
    println!();
    let i = 99;
    for i in 0..2 {
        for i in i..i + 2 {
            print!("{i}");
        }
        print!("-{i} ");
    }
    println!("{i}");
    for i in 1..=2 * constant(2) {
        if i == 2 {
            continue;
        } else if i == 4 {
            break;
        }
        print!("{i} ");
    }
    println!();
    println!("{:?} {:?}", first_multiple(1 << 62, (1 << 62) - 3), first_multiple(1 << 63, u64::MAX - 5));
    let values = [4usize, 2, 0];
    for i in 0..values.len() {
        for _ in 0..values[i] {
            print!("*");
        }
        print!("|");
    }
    println!();
    let mut array = [0; 6];
    for i in 0..array.len() {
        array[i] = i * i;
    }
    for i in 1..array.len() {
        array[i] += array[i - 1];
    }
    println!("{array:?}");
    let (low, high): (u16, u16) = (65_533, 65_535);
    let mut seen = 0u64;
    for n in low..=high {
        seen = seen * 100_000 + n as u64;
    }
    println!("{seen}");
    let unit = for _ in 0..1 {};
    println!("{unit:?}");
    let mut last = None;
    for n in 0isize..=3 {
        last = Some(n - 2);
    }
    println!("{last:?}");
    let range = 2..5u8;
    println!("{} {} {}", range.start, range.end, range.contains(&4));
    for n in range {
        print!("{n} ");
    }
    println!();
}
