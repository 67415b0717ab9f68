// The ends of every integer type.
fn main() {
    println!("{} {}", i8::MIN, i8::MAX);
    println!("{} {}", i16::MIN, i16::MAX);
    println!("{} {}", i32::MIN, i32::MAX);
    println!("{} {}", i64::MIN, i64::MAX);
    println!("{} {}", isize::MIN, isize::MAX);
    println!("{} {}", u8::MIN, u8::MAX);
    println!("{} {}", u16::MIN, u16::MAX);
    println!("{} {}", u32::MIN, u32::MAX);
    println!("{} {}", u64::MIN, u64::MAX);
    println!("{} {}", usize::MIN, usize::MAX);
    println!("{}", i8::MIN as i64 + i16::MIN as i64 + i32::MIN as i64);
    println!("{}", u32::BITS + i8::BITS + u64::BITS);
}
