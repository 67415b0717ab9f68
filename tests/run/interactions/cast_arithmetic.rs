// Casts within arithmetic: precedence, sign extension, truncation, saturation, chains of casts.
type Wide = u64;

#[derive(Clone, Copy)]
enum Level {
    Low = -3,
    Mid,
    High = 250,
}

fn mix(a: u8, b: i8) -> i32 {
    a as i8 as i32 * 100 + b as u8 as i32
}

fn average(a: u8, b: u8) -> u8 {
    ((a as u16 + b as u16) / 2) as u8
}

fn high_product(a: u32, b: u32) -> (u32, u32) {
    let wide = a as u64 * b as u64;
    ((wide >> 32) as u32, wide as u32)
}

fn main() {
    let n = -1i32;
    println!("{} {} {} {}", n as u32, n as u32 >> 28, n as u8 as i32 + 1, (n >> 31) as u64);
    println!("{} {} {}", n as u64 as f64, n as u32 as f32, n as i64 as Wide);
    println!("{} {}", mix(200, -1), mix(127, -128));
    println!("{} {:?}", average(255, 253), high_product(u32::MAX, u32::MAX));
    let big = 0x1234_5678_9abc_def0u64;
    println!("{:x} {:x} {:x} {}", big as u32, big as u16, big as u8, big as i8);
    println!("{} {}", big as i32, (big as i32) as i64 as u64 == big & 0xffff_ffff);
    println!("{} {}", -(128u8 as i8 as i16), !(0u8 as i8) as u16);
    println!("{} {}", 3 + 4 as u8 * 2, (2 as f64).sqrt() as f32 as f64 > 2f64.sqrt());
    println!("{} {} {}", -7 / 2 as i32, (-7.0 / 2.0) as i32, (-7i32).rem_euclid(2) as u8);
    println!("{} {} {}", 300.7 as u8, -300.7 as i8, f64::NAN as i32);
    println!("{} {} {}", f32::INFINITY as i64, -0.9 as i32, 1e20 as u64 as f64);
    println!("{} {}", (0.1 + 0.2) as f32 as f64, 16_777_217 as f32 as i32);
    println!("{} {}", i64::MAX as f64 as i64 == i64::MAX, (i64::MAX as f64) as u64);
    println!("{} {}", u64::MAX as f32, (u64::MAX as f32) as u64 - 1);
    println!("{} {} {}", 'z' as u8 - 'a' as u8, ('a' as u8 + 7) as char, 'é' as u32 as u8 as char);
    println!("{} {} {}", '€' as u16, '😀' as u32, '😀' as u8);
    println!("{} {}", true as i32 + true as i32, (3 > 2) as u64 * 10 - false as u64);
    println!("{} {} {}", Level::Low as i32, Level::Mid as i32 as u8, Level::High as u8 as i8);
    let level = Level::Mid;
    println!("{}", level as i64 * level as i64 - Level::Low as i64);
    let index = 2u8;
    let table = [10, 20, 30, 40];
    println!("{} {}", table[index as usize + 1], table[(index as i32 - 2) as usize]);
    let mut sum = 0i16;
    for b in 250..=255u8 {
        sum += b as i8 as i16;
    }
    println!("{sum} {}", sum as u16 as i32 >> 4);
    println!("{}", (n as usize).wrapping_add(2) as i8);
    let a = 5;
    println!("{} {}", (a as u32) < 6, a as usize + table.len());
    println!("{}", usize::MAX as isize as i8 as u16 as f32 / 2.0);
}
