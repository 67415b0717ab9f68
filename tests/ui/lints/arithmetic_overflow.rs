// Sums that are known to overflow.
fn main() {
    let a: u8 = 255 + 1; //~ ERROR arithmetic_overflow
    let b = i32::MAX + 1; //~ ERROR arithmetic_overflow
    println!("{a} {b}");
}
