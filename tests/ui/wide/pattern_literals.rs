fn main() {
    let n = 5i128;
    match n {
        170141183460469231731687303715884105728 => {} //~ ERROR overflowing_literals
        -170141183460469231731687303715884105728 => {}
        _ => {}
    }
    match n as u64 {
        18446744073709551616 => {} //~ ERROR overflowing_literals
        340282366920938463463374607431768211455 => {} //~ ERROR overflowing_literals
        _ => {}
    }
}
