// Every way to write a number.
fn main() {
    println!("{} {} {} {}", 1_000_000, 0xff, 0o77, 0b1010_1010);
    println!("{} {} {}", 1u8, 2_i64, 0xDEAD_BEEF_u32);
    println!("{} {} {} {}", 1.0, 2.5e3, 1e-3, 12E+2);
    println!("{} {} {}", 1f32, 2.0_f64, 1_000.000_1);
    println!("{} {} {}", b'a', b'\n', b'\x7f');
    println!("{} {}", i128_free(0x7fff_ffff_ffff_ffff), 0usize);
    println!("{}", -9_223_372_036_854_775_808i64);
    println!("{}", 1e308 * 10.0);
}

fn i128_free(x: u64) -> u64 {
    x
}
