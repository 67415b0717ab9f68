// The least and greatest integers of each type in every format, with width, sign and zeros.
fn main() {
    println!("{} {} {} {}", i8::MIN, i8::MAX, u8::MIN, u8::MAX);
    println!("{} {} {} {}", i16::MIN, i16::MAX, u16::MIN, u16::MAX);
    println!("{} {} {} {}", i32::MIN, i32::MAX, u32::MIN, u32::MAX);
    println!("{} {} {} {}", i64::MIN, i64::MAX, u64::MIN, u64::MAX);
    println!("{} {} {} {}", isize::MIN, isize::MAX, usize::MIN, usize::MAX);
    println!("{:x} {:x} {:x} {:x}", i8::MIN, i16::MIN, i32::MIN, i64::MIN);
    println!("{:#X} {:#X} {:#X} {:#X}", i8::MAX, i16::MAX, i32::MAX, i64::MAX);
    println!("{:o} {:o} {:o} {:o}", -1i8, -1i16, -1i32, -1i64);
    println!("{:#o} {:#o}", u64::MAX, i64::MIN);
    println!("{:b}\n{:b}\n{:#b}", i64::MIN, u64::MAX, i64::MAX);
    println!("{:#066b}", 1u64 << 63);
    println!("{:b} {:#b} {:b} {:010b}", i8::MIN, i8::MAX, -2i16, -2i8);
    println!("{:e} {:e} {:E} {:e}", i64::MIN, u64::MAX, i64::MAX, 1_000_000_000_000_000_000i64);
    println!("{:e} {:e} {:e} {:e}", i8::MIN, 100u8, 0, 120_300);
    println!("{:.2e} {:.0e} {:.3e}", u64::MAX, 15, i64::MIN);
    println!("[{:25}] [{:<25}] [{:^25}]", i64::MIN, i64::MAX, u64::MAX);
    println!("[{:025}] [{:+025}] [{:+}]", i64::MIN, i64::MAX, u64::MAX);
    println!("[{:020}] [{:019}] [{:021}]", i64::MIN, i64::MIN, i64::MIN);
    println!("[{:+}] [{:+}] [{:+05}] [{:<+5}]", 0, -0, i8::MIN, i8::MAX);
    println!("[{:#018x}] [{:#20x}] [{:<#20x}] [{:^#20x}]", u64::MAX, u64::MAX, i64::MIN, i64::MAX);
    println!("[{:*>6}] [{:*<6}] [{:*^6}] [{:*^06}]", i8::MIN, i8::MIN, i8::MIN, i8::MIN);
    println!("{:?} {:?} {:#?}", i64::MIN, [u64::MAX, 0], (i8::MIN, u8::MAX));
    println!("{:x?} {:X?} {:#x?}", [i8::MIN, -1], (u16::MAX, 171u8), Some(i64::MIN));
    println!("{:5?}|{:<5?}|{:05?}|{:+?}", [1, -2], (3, 4), [-5], Some(6));
    let mut n = u64::MAX;
    while n > 0 {
        print!("{n} ");
        n /= 1000;
    }
    println!();
    let mut power = 1i64;
    for _ in 0..18 {
        power *= -10;
        print!("{} ", power - 1);
    }
    println!();
    println!("{} {}", i64::MIN.unsigned_abs(), i64::MIN.wrapping_abs());
    println!("{} {}", name(i64::MIN), name(i64::MAX));
}

fn name(n: i64) -> &'static str {
    match n {
        i64::MIN => "least",
        -9_223_372_036_854_775_807..=-1 => "negative",
        0..i64::MAX => "not negative",
        i64::MAX => "greatest",
    }
}
