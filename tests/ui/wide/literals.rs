fn main() {
    let a: i128 = 170141183460469231731687303715884105728; //~ ERROR overflowing_literals
    let b = -170141183460469231731687303715884105729i128; //~ ERROR overflowing_literals
    let c = 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFFi128; //~ ERROR overflowing_literals
    let d: u64 = 18446744073709551616; //~ ERROR overflowing_literals
    let e: i32 = 340282366920938463463374607431768211455; //~ ERROR overflowing_literals
    let fine = (-170141183460469231731687303715884105728i128, 340282366920938463463374607431768211455u128);
    println!("{a} {b} {c} {d} {e} {fine:?}");
}
