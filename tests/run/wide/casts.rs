// `as` between 128-bit integers and everything else; `From`, `TryFrom`.
#[derive(Clone, Copy)]
enum Plain {
    A = -3,
    B = 7,
    C = 100000,
}
#[repr(u64)]
#[derive(Clone, Copy)]
enum Large {
    Top = u64::MAX,
    Low = 1,
}
#[repr(i8)]
#[derive(Clone, Copy)]
enum Small {
    Minus = -1,
    Plus = 1,
}
fn all(n: u128) {
    let s = n as i128;
    println!(
        "{n}: {} {} {} {} {} | {} {} {} {} {}",
        n as u8, n as u16, n as u32, n as u64, n as usize, n as i8, n as i16, n as i32, n as i64, n as isize
    );
    println!(
        "  {} {} {} {} {} | {} {} {} {} {}",
        s as u8, s as u16, s as u32, s as u64, s as usize, s as i8, s as i16, s as i32, s as i64, s as isize
    );
    println!(
        "  {:e} {:e} {:e} {:e} {:x} {:x} {:x} {:x}",
        n as f64,
        n as f32,
        s as f64,
        s as f32,
        (n as f64).to_bits(),
        (n as f32).to_bits(),
        (s as f64).to_bits(),
        (s as f32).to_bits()
    );
    println!(
        "  {:?} {:?} {:?} {:?} {:?}",
        u8::try_from(n),
        u16::try_from(n),
        u32::try_from(n),
        u64::try_from(n),
        usize::try_from(n)
    );
    println!(
        "  {:?} {:?} {:?} {:?} {:?}",
        i8::try_from(n),
        i16::try_from(n),
        i32::try_from(n),
        i64::try_from(n),
        isize::try_from(n)
    );
    println!(
        "  {:?} {:?} {:?} {:?} {:?}",
        u8::try_from(s),
        u16::try_from(s),
        u32::try_from(s),
        u64::try_from(s),
        usize::try_from(s)
    );
    println!(
        "  {:?} {:?} {:?} {:?} {:?}",
        i8::try_from(s),
        i16::try_from(s),
        i32::try_from(s),
        i64::try_from(s),
        isize::try_from(s)
    );
    println!("  {:?} {:?} {:?} {:?}", i128::try_from(n), u128::try_from(s), bool::try_from(n), bool::try_from(s));
}
fn float(x: f64) {
    let y = x as f32;
    println!("{x:e}: {} {} {} {}", x as u128, x as i128, y as u128, y as i128);
}
fn main() {
    for n in [
        0,
        128,
        65535,
        1 << 31,
        u64::MAX as u128,
        1 << 64,
        (1u128 << 100) + (1 << 47),
        (1u128 << 100) + (1 << 47) + 1,
        (1u128 << 100) + 3 * (1 << 47),
        (1u128 << 90) + (1 << 66),
        (1u128 << 90) + (1 << 66) + 1,
        (1 << 127) - 1,
        1 << 127,
        u128::MAX - 127,
        u128::MAX << 104 | 1 << 103,
        (u128::MAX << 104 | 1 << 103) - 1,
        u128::MAX,
    ] {
        all(n);
    }
    for x in [
        0.0,
        -0.0,
        0.5,
        -0.5,
        0.999,
        1.0,
        -1.0,
        1.5,
        -1.5,
        255.9,
        1e10,
        -1e10,
        9007199254740993.0,
        9223372036854775807.0,
        -9223372036854775808.0,
        -9223372036854777856.0,
        9223372036854774784.0,
        18446744073709551615.0,
        18446744073709549568.0,
        1e19,
        1e20,
        1.2345e30,
        -1.2345e30,
        1e38,
        1.7014118346046923e38,
        1.7014118346046921e38,
        -1.7014118346046923e38,
        -1.7014118346046921e38,
        -1.8e38,
        3.4028236692093846e38,
        3.402823669209384e38,
        3.4e38,
        1e39,
        -1e39,
        1e300,
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
    ] {
        float(x);
    }
    for e in 60..130 {
        let x = 2f64.powi(e) * 1.3;
        println!("{} {} {}", x as u128, -x as i128, (x as f32) as u128);
    }
    println!("{} {} {}", true as u128, false as i128, 'x' as u128);
    println!("{} {} {}", '\u{10FFFF}' as i128, b'z' as u128, (120u128 as u8) as char);
    println!("{} {} {}", Plain::A as i128, Plain::B as u128, Plain::C as i128);
    println!("{} {} {} {}", Plain::A as u128, Large::Top as u128, Large::Top as i128, Large::Low as u128);
    println!("{} {} {}", Small::Minus as u128, Small::Minus as i128, Small::Plus as u128);
    println!("{} {} {} {}", -1i8 as u128, -1i64 as u128, -1i32 as i128, u64::MAX as i128);
    println!("{} {} {}", i64::MIN as i128, i64::MIN as u128, isize::MIN as u128);
    println!("{} {} {}", u128::from(7u8), u128::from(u64::MAX), u128::from('é'));
    println!("{} {} {}", u128::from(true), i128::from(false), i128::from(-5i8));
    println!("{} {} {} {}", i128::from(i64::MIN), i128::from(u64::MAX), i128::from(u32::MAX), i128::from(-300i16));
    println!("{:?} {:?} {:?}", u128::try_from(-1i8), u128::try_from(5i64), u128::try_from(-5isize));
    println!("{:?} {:?} {:?}", u128::try_from(5usize), i128::try_from(usize::MAX), i128::try_from(isize::MIN));
    let wide: u128 = 9u32.into();
    let narrow: Result<u8, _> = 300u128.try_into();
    println!("{wide} {narrow:?} {}", narrow.unwrap_err());
}
