// The methods that say what should happen on overflow.
fn main() {
    println!("{} {} {}", 250u8.wrapping_add(10), 5u8.wrapping_sub(10), 200u8.wrapping_mul(3));
    println!("{} {}", i32::MAX.wrapping_add(1), i32::MIN.wrapping_sub(1));
    println!("{} {}", i64::MIN.wrapping_neg(), i8::MIN.wrapping_abs());
    println!("{:?} {:?}", 250u8.checked_add(5), 250u8.checked_add(6));
    println!("{:?} {:?}", 10i32.checked_div(0), i32::MIN.checked_div(-1));
    println!("{:?} {:?}", 3u32.checked_sub(4), i16::MAX.checked_mul(2));
    println!("{} {}", 250u8.saturating_add(10), 5u8.saturating_sub(10));
    println!("{} {}", i32::MAX.saturating_add(1), i32::MIN.saturating_sub(1));
    println!("{:?} {:?}", 250u8.overflowing_add(10), 1u8.overflowing_add(1));
    println!("{} {} {}", 2i32.pow(10), 3u64.pow(20), (-2i64).pow(31));
    println!("{} {} {}", (-5i32).abs(), (-5i32).signum(), 0i32.signum());
    println!("{} {} {}", 7.min(3), 7.max(3), 15.clamp(0, 10));
    println!("{} {} {}", 40u32.count_ones(), 40u32.leading_zeros(), 40u32.trailing_zeros());
    println!("{:x} {:x}", 0x12345678u32.rotate_left(8), 0x12345678u32.swap_bytes());
    println!("{} {}", (-7i32).rem_euclid(3), (-7i32).div_euclid(3));
    println!("{}", 10u32.abs_diff(25));
    println!("{} {}", 16u32.is_power_of_two(), 17u32.next_power_of_two());
}
