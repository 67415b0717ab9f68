// `as` between every kind of number: truncation, extension, saturation.
fn main() {
    let big: i64 = -1_234_567_890_123;
    println!("{} {} {} {}", big as i8, big as i16, big as i32, big as isize);
    println!("{} {} {} {}", big as u8, big as u16, big as u32, big as u64);
    println!("{} {} {}", -1i8 as u64, -1i8 as u8 as i64, 255u8 as i8);
    println!("{} {}", 65u8 as char, 'é' as u32);
    println!("{} {} {}", true as i32, false as u8, '\u{1F600}' as u32);
    println!("{} {} {}", 3.99f64 as i32, -3.99f64 as i32, 1e20 as i32);
    println!("{} {} {}", -1e20 as i64, f64::NAN as u8, 300.7f32 as u8);
    println!("{} {}", -5.5f64 as u32, f32::INFINITY as u64);
    println!("{} {}", 16_777_217i32 as f32, u64::MAX as f64);
    println!("{} {}", i64::MIN as f64, u64::MAX as f32);
    println!("{} {}", 0.1f32 as f64, 0.1f64 as f32);
    println!("{} {}", 1e300f64 as f32, -1e-300f64 as f32);
    println!("{}", 'a' as u8 + 1);
    println!("{}", (('a' as u8) + 25) as char);
    println!("{}", i32::MAX as f32 as i32);
    println!("{}", (-7i32) as u16 as i32);
    let wide = 0x1234_5678_9abc_def0u64;
    println!("{:x} {:x} {:x}", wide as u32, wide as u16, wide as u8);
}
