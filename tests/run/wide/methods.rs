// The methods that 128-bit integers share with the other integers.
use std::num::Wrapping;
fn unsigned(a: u128, b: u128, e: u32) {
    println!("-- {a} {b} {e}");
    println!("{:?} {:?} {:?} {:?}", a.checked_add(b), a.checked_sub(b), a.checked_mul(b), a.checked_div(b));
    println!("{:?} {:?} {:?} {:?}", a.checked_rem(b), a.checked_neg(), a.checked_shl(e), a.checked_shr(e));
    println!("{:?} {:?} {} {}", a.checked_pow(e), a.overflowing_pow(e), a.wrapping_pow(e), a.saturating_pow(e));
    println!(
        "{:?} {:?} {:?} {:?}",
        a.overflowing_add(b),
        a.overflowing_sub(b),
        a.overflowing_mul(b),
        a.overflowing_neg()
    );
    println!("{:?} {:?} {} {}", a.overflowing_shl(e), a.overflowing_shr(e), a.wrapping_shl(e), a.wrapping_shr(e));
    println!("{} {} {} {}", a.saturating_add(b), a.saturating_sub(b), a.saturating_mul(b), a.wrapping_neg());
    println!("{} {} {} {}", a.rotate_left(e), a.rotate_right(e), a.swap_bytes(), a.reverse_bits());
    println!(
        "{} {} {} {} {} {}",
        a.count_ones(),
        a.count_zeros(),
        a.leading_zeros(),
        a.trailing_zeros(),
        a.leading_ones(),
        a.trailing_ones()
    );
    println!("{} {} {} {}", a.to_be(), a.to_le(), u128::from_be(a), u128::from_le(a));
    println!("{:?} {:?} {:?}", a.to_be_bytes(), a.to_le_bytes(), a.to_ne_bytes());
    assert_eq!(u128::from_be_bytes(a.to_be_bytes()), a);
    assert_eq!(u128::from_le_bytes(a.to_le_bytes()), a);
    assert_eq!(u128::from_ne_bytes(a.to_ne_bytes()), a);
    println!("{} {} {} {:?}", a.isqrt(), a.is_power_of_two(), a.abs_diff(b), a.checked_next_power_of_two());
    println!("{:?} {:?} {:?} {}", a.checked_ilog2(), a.checked_ilog10(), a.checked_ilog(b), a.midpoint(b));
    println!(
        "{:?} {} {:?} {:?}",
        a.checked_next_multiple_of(b),
        a.is_multiple_of(b),
        a.checked_div_euclid(b),
        a.checked_rem_euclid(b)
    );
    println!(
        "{} {:?} {} {}",
        a.wrapping_add_signed(b as i128),
        a.checked_add_signed(b as i128),
        a.saturating_add_signed(b as i128),
        a.cast_signed()
    );
    if b != 0 {
        println!("{} {} {} {}", a.div_ceil(b), a.div_euclid(b), a.rem_euclid(b), a.wrapping_div(b));
    }
    println!("{} {} {} {:?}", a.min(b), a.max(b), a.clamp(5, 1 << 90), a.partial_cmp(&b));
    println!(
        "{:?}",
        (
            Wrapping(a) + Wrapping(b),
            Wrapping(a) * Wrapping(b),
            Wrapping(a) - Wrapping(b),
            -Wrapping(a),
            !Wrapping(a),
            Wrapping(a) << e as usize,
            Wrapping(a) >> 3
        )
    );
}
fn signed(a: i128, b: i128, e: u32) {
    println!("-- {a} {b} {e}");
    println!("{:?} {:?} {:?} {:?}", a.checked_add(b), a.checked_sub(b), a.checked_mul(b), a.checked_div(b));
    println!("{:?} {:?} {:?} {:?}", a.checked_rem(b), a.checked_neg(), a.checked_shl(e), a.checked_shr(e));
    println!("{:?} {:?} {} {}", a.checked_pow(e), a.overflowing_pow(e), a.wrapping_pow(e), a.saturating_pow(e));
    println!(
        "{:?} {:?} {:?} {:?}",
        a.overflowing_add(b),
        a.overflowing_sub(b),
        a.overflowing_mul(b),
        a.overflowing_neg()
    );
    println!("{:?} {:?} {:?} {}", a.overflowing_shr(e), a.checked_abs(), a.overflowing_abs(), a.wrapping_abs());
    println!(
        "{} {} {} {} {}",
        a.saturating_add(b),
        a.saturating_sub(b),
        a.saturating_mul(b),
        a.saturating_neg(),
        a.saturating_abs()
    );
    println!("{} {} {} {}", a.rotate_left(e), a.rotate_right(e), a.swap_bytes(), a.reverse_bits());
    println!("{} {} {} {}", a.unsigned_abs(), a.signum(), a.is_negative(), a.is_positive());
    println!("{} {:?} {} {}", a.abs_diff(b), a.checked_isqrt(), a.midpoint(b), a.cast_unsigned());
    println!("{:?} {:?} {:?}", a.checked_ilog2(), a.checked_ilog10(), a.checked_ilog(b));
    println!(
        "{:?} {:?} {:?}",
        a.checked_add_unsigned(b as u128),
        a.checked_sub_unsigned(b as u128),
        a.saturating_add_unsigned(b as u128)
    );
    println!("{:?} {:?}", a.checked_div_euclid(b), a.checked_rem_euclid(b));
    println!("{:?} {:?}", a.to_be_bytes(), i128::from_le_bytes(a.to_le_bytes()));
    if b != 0 {
        println!(
            "{} {} {} {:?} {:?}",
            a.wrapping_div(b),
            a.wrapping_rem(b),
            a.wrapping_div_euclid(b),
            a.overflowing_div(b),
            a.overflowing_rem(b)
        );
    }
}
fn generic<T>(values: &[T]) -> (T, T)
where
    T: Copy + Default + std::ops::Add<Output = T> + std::ops::Mul<Output = T> + From<u8>,
{
    let mut sum = T::default();
    let mut product = T::from(1);
    for &value in values {
        sum = sum + value;
        product = product * value;
    }
    (sum, product)
}
fn main() {
    for (a, b, e) in [
        (0, 0, 0),
        (10, 3, 65),
        (u128::MAX, 1 << 64, 128),
        (12345678901234567890123456789, 987654321, 3),
        (3, 1 << 100, 81),
    ] {
        unsigned(a, b, e);
        signed(a as i128, b as i128, e);
        signed(-(a as i128 >> 1), b as i128, e);
        signed(a as i128, -(b as i128 >> 1), e);
    }
    signed(i128::MIN, -1, 1);
    signed(i128::MIN, i128::MIN, 3);
    signed(i128::MAX, i128::MIN, 127);
    println!("{} {} {}", u128::BITS, i128::MIN, <u128>::max_value());
    println!("{} {} {} {}", 2u128.pow(100), (-3i128).pow(79), 10u128.pow(38), 0u128.pow(0));
    println!("{} {} {}", (1u128 << 100).ilog2(), u128::MAX.ilog10(), u128::MAX.ilog(7));
    println!("{} {} {}", (1u128 << 90).next_power_of_two(), 5u128.next_multiple_of(1 << 70), (-17i128).rem_euclid(5));
    println!("{:?} {:?}", generic::<u128>(&[1 << 70, 3, 5]), generic::<i128>(&[-(1 << 70), 3, 5]));
    println!("{} {}", std::mem::size_of::<u128>(), std::mem::align_of::<i128>());
    println!("{} {}", std::mem::size_of::<Option<u128>>(), std::mem::size_of::<(u8, i128, u8)>());
    println!("{} {}", std::any::type_name::<u128>(), std::any::type_name::<Vec<i128>>());
    println!("{} {}", u128::default(), i128::default().clone());
    println!("{:?} {:?}", [3u128, 1, 2].iter().sum::<u128>(), [3i128, -1, 2].into_iter().product::<i128>());
    println!("{:?}", [u128::MAX, 3, 1 << 64].iter().copied().reduce(u128::min));
    let (mut x, y) = (5u128, &3u128);
    x += y;
    x -= 1;
    x *= *y;
    x /= &2;
    x %= 100;
    x <<= 70;
    x >>= 3u8;
    x |= 1;
    x &= u128::MAX >> 1;
    x ^= y;
    println!("{x} {} {} {} {}", &x + y, x - y, &x * 2, !&x);
    println!("{} {} {} {}", 1u8 << 5u128, 256i64 >> 3i128, 1u128 << 100u8, -1i128 >> 100i64);
    println!("{} {}", 1u128 << &100u32, &1u128 << &100u128);
    let mut z = -5i128;
    z = -z;
    z = -&z;
    z <<= 4u128;
    println!("{z} {}", -(z));
}
