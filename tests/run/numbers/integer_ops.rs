// Every operator on every integer type, with values that keep each operation in range.
fn main() {
    let a: i8 = 100;
    let b: i8 = 7;
    println!("i8 {} {} {} {} {}", a - b, a / b, a % b, -a, !a);
    println!("i8 {} {} {} {} {}", a & b, a | b, a ^ b, b << 3, a >> 2);
    let a: i16 = -30000;
    let b: i16 = 123;
    println!("i16 {} {} {} {} {}", a + b, a / b, a % b, -a, !a);
    println!("i16 {} {} {} {} {}", a & b, a | b, a ^ b, b << 5, a >> 3);
    let a: i32 = -2_000_000_000;
    let b: i32 = 65_537;
    println!("i32 {} {} {} {} {}", a + b, a / b, a % b, -a, !a);
    println!("i32 {} {} {} {} {}", a & b, a | b, a ^ b, b << 10, a >> 9);
    let a: i64 = -9_000_000_000_000_000_000;
    let b: i64 = 4_294_967_297;
    println!("i64 {} {} {} {} {}", a + b, a / b, a % b, -a, !a);
    println!("i64 {} {} {} {} {}", a & b, a | b, a ^ b, b << 20, a >> 33);
    let a: u8 = 200;
    let b: u8 = 13;
    println!("u8 {} {} {} {} {}", a + b, a - b, a / b, a % b, !a);
    println!("u8 {} {} {} {} {}", a & b, a | b, a ^ b, b << 4, a >> 3);
    let a: u16 = 50_000;
    let b: u16 = 999;
    println!("u16 {} {} {} {} {}", a + b, a - b, a / b, a % b, !a);
    println!("u16 {} {} {} {} {}", a & b, a | b, a ^ b, b << 6, a >> 7);
    let a: u32 = 4_000_000_000;
    let b: u32 = 77_777;
    println!("u32 {} {} {} {} {}", a + b, a - b, a / b, a % b, !a);
    println!("u32 {} {} {} {} {}", a & b, a | b, a ^ b, b << 12, a >> 11);
    let a: u64 = 18_000_000_000_000_000_000;
    let b: u64 = 1_234_567_890_123;
    println!("u64 {} {} {} {} {}", a + b, a - b, a / b, a % b, !a);
    println!("u64 {} {} {} {} {}", a & b, a | b, a ^ b, b << 22, a >> 31);
    let a: usize = 18_000_000_000_000_000_000;
    let b: isize = -5;
    println!("size {} {} {} {}", a / 3, a % 1000, b * 7, b / 2);
    println!("compare {} {} {} {} {} {}", a > 5, b < 0, 3u8 == 3, 4i16 != 4, 5u32 <= 5, 6i64 >= 7);
}
