// Literals that their types cannot hold.
fn main() {
    let a: u8 = 256; //~ ERROR overflowing_literals
    let b: i8 = 128; //~ ERROR overflowing_literals
    let c: i8 = -129; //~ ERROR overflowing_literals
    let d = 3_000_000_000_i32; //~ ERROR overflowing_literals
    println!("{a} {b} {c} {d}");
}
