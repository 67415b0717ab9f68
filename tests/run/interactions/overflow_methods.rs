// The wrapping, checked, overflowing and saturating operations at each width, at the edges of each type.
fn check_i8() {
    let values = [i8::MIN, -1, 0, 1, i8::MAX];
    for i in 0..values.len() {
        for j in 0..values.len() {
            let (a, b) = (values[i], values[j]);
            print!("{} {} {} ", a.wrapping_add(b), a.wrapping_sub(b), a.wrapping_mul(b));
            print!("{} {} {} ", a.saturating_add(b), a.saturating_sub(b), a.saturating_mul(b));
            if b != 0 {
                print!("{:?} {} ", a.checked_div(b), a.wrapping_rem(b));
            }
        }
        println!();
    }
}

fn check_u16() {
    let values = [0, 1, 0x7fff, 0x8000, u16::MAX];
    for i in 0..values.len() {
        for j in i..values.len() {
            let (a, b) = (values[i], values[j]);
            print!("{:?} {:?} {:?} {} ", a.overflowing_add(b), a.checked_sub(b), a.overflowing_mul(b), a.abs_diff(b));
        }
        println!();
    }
}

fn check_i32() {
    let values = [i32::MIN, -65_536, 65_536, i32::MAX];
    for i in 0..values.len() {
        let a = values[i];
        print!("{:?} {:?} {:?} ", a.checked_neg(), a.checked_abs(), a.overflowing_neg());
        print!("{} {} {:?} ", a.wrapping_neg(), a.saturating_neg(), a.checked_mul(values[2]));
        println!("{} {:?}", a.wrapping_mul(a), a.overflowing_sub(1));
    }
}

fn check_u64() {
    let values = [0, 1, 1 << 32, u64::MAX];
    for i in 0..values.len() {
        let a = values[i];
        print!("{} {} {:?} ", a.wrapping_sub(1), a.wrapping_mul(a), a.checked_mul(a));
        print!("{:?} {:?} ", a.overflowing_add(a), a.checked_add_signed(-1));
        println!("{} {} {:?}", a.saturating_mul(3), a.wrapping_neg(), a.checked_next_power_of_two());
    }
}

fn main() {
    check_i8();
    check_u16();
    check_i32();
    check_u64();
    println!("{:?} {:?}", i64::MIN.checked_div(-1), i64::MIN.overflowing_div(-1));
    println!("{:?} {:?}", i64::MIN.checked_rem(-1), 5i64.checked_rem(0));
    println!("{} {}", i64::MIN.wrapping_div(-1), i16::MIN.wrapping_rem(-1));
    println!("{:?} {:?}", 3u8.checked_pow(5), 3u8.checked_pow(6));
    println!("{} {} {}", 3u8.wrapping_pow(6), 3u8.saturating_pow(6), (-3i8).saturating_pow(5));
    println!("{:?} {:?}", 2i64.overflowing_pow(64), (-2i64).overflowing_pow(63));
    println!("{} {}", 2u32.pow(31), (-5i32).pow(3));
    println!("{} {}", usize::MAX.wrapping_add(2), isize::MIN.wrapping_sub(1));
    println!("{:?} {:?}", usize::MAX.checked_add(1), 0usize.checked_sub(1));
    println!("{} {} {}", (-7i32).div_euclid(2), (-7i32).rem_euclid(2), 7i32.div_euclid(-2));
    println!("{} {}", i8::MIN.wrapping_div_euclid(-1), i8::MIN.wrapping_rem_euclid(-1));
    println!("{:?} {:?}", i8::MIN.checked_div_euclid(-1), 7u8.checked_rem_euclid(0));
    println!("{} {} {}", (-5i8).unsigned_abs(), i8::MIN.unsigned_abs(), 100i8.abs_diff(-100));
    println!("{:?} {:?}", i8::MIN.overflowing_abs(), (-1i8).overflowing_abs());
    println!("{} {} {}", 100u8.wrapping_add_signed(-101), 5u8.saturating_add_signed(-6), 250u8.saturating_add(6));
    println!("{} {} {}", 99u32.isqrt(), 1000u32.ilog2(), 1000u32.ilog10());
    println!("{} {} {}", 17u8.next_multiple_of(8), 17u8.div_ceil(8), 33u8.next_power_of_two());
    println!("{} {}", u8::MAX.midpoint(1), 6u64.is_power_of_two());
    println!("{} {} {}", i64::MAX.signum(), 0i8.signum(), i16::MIN.signum());
}
