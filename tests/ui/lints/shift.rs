// A shift by the whole width.
fn main() {
    let x = 1i32 << 32; //~ ERROR arithmetic_overflow
    let y = 1u8 >> 8; //~ ERROR arithmetic_overflow
    println!("{x} {y}");
}
