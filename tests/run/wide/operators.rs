// Every operator on pairs of corner cases and random numbers.
struct Random(u64);
impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
    fn wide(&mut self) -> u128 {
        let (high, low, kind) = (self.next() as u128, self.next() as u128, self.next());
        let all = high << 64 | low;
        let n = all >> (kind % 128);
        if kind >> 60 == 0 {
            !n
        } else if kind >> 60 == 1 {
            n << (kind >> 8 & 127)
        } else {
            n
        }
    }
}
fn mix(sum: &mut u128, n: u128) {
    *sum = sum.rotate_left(7) ^ n;
    *sum = sum.wrapping_mul(0x0123_4567_89AB_CDEF_1122_3344_5566_7789).wrapping_add(n >> 3);
}
fn unsigned(a: u128, b: u128, sum: &mut u128) {
    mix(sum, a.wrapping_add(b));
    mix(sum, a.wrapping_sub(b));
    mix(sum, a.wrapping_mul(b));
    mix(sum, a & b);
    mix(sum, a | b);
    mix(sum, a ^ b);
    mix(sum, !a);
    if b != 0 {
        let (q, r) = (a / b, a % b);
        assert_eq!(q * b + r, a);
        assert!(r < b);
        mix(sum, q);
        mix(sum, r);
    }
    mix(sum, a.checked_add(b).map_or(1, |x| x >> 1));
    mix(sum, a.checked_sub(b).map_or(2, |x| x >> 1));
    mix(sum, a.checked_mul(b).map_or(3, |x| x >> 1));
    mix(sum, a.overflowing_add(b).1 as u128);
    mix(sum, a.overflowing_sub(b).1 as u128);
    mix(sum, a.overflowing_mul(b).1 as u128);
    mix(sum, a.saturating_add(b));
    mix(sum, a.saturating_sub(b));
    mix(sum, a.saturating_mul(b));
    let n = b as u32;
    mix(sum, a.wrapping_shl(n));
    mix(sum, a.wrapping_shr(n));
    mix(sum, a << (n % 128));
    mix(sum, a >> (n % 128));
    mix(sum, a.rotate_left(n));
    mix(sum, a.rotate_right(n));
    mix(sum, (a < b) as u128 | ((a <= b) as u128) << 1 | ((a > b) as u128) << 2 | ((a >= b) as u128) << 3);
    mix(sum, (a == b) as u128 | ((a != b) as u128) << 1);
    mix(sum, a.cmp(&b) as i8 as u128);
    mix(sum, (a as f64).to_bits() as u128);
    mix(sum, (a as f32).to_bits() as u128);
    mix(sum, a.leading_zeros() as u128 | (a.trailing_zeros() as u128) << 8 | (a.count_ones() as u128) << 16);
    mix(sum, a.swap_bytes());
    mix(sum, a.reverse_bits());
    mix(sum, a.abs_diff(b));
    mix(sum, a.midpoint(b));
    mix(sum, a.isqrt());
}
fn signed(a: i128, b: i128, sum: &mut u128) {
    mix(sum, a.wrapping_add(b) as u128);
    mix(sum, a.wrapping_sub(b) as u128);
    mix(sum, a.wrapping_mul(b) as u128);
    mix(sum, a.wrapping_neg() as u128);
    if b != 0 {
        mix(sum, a.wrapping_div(b) as u128);
        mix(sum, a.wrapping_rem(b) as u128);
        mix(sum, a.wrapping_div_euclid(b) as u128);
        mix(sum, a.wrapping_rem_euclid(b) as u128);
        mix(sum, a.checked_div(b).map_or(3, |x| x as u128 >> 1));
        mix(sum, a.checked_rem(b).map_or(3, |x| x as u128 >> 1));
    }
    mix(sum, a.checked_add(b).map_or(1, |x| x as u128 >> 1));
    mix(sum, a.checked_sub(b).map_or(2, |x| x as u128 >> 1));
    mix(sum, a.checked_mul(b).map_or(3, |x| x as u128 >> 1));
    mix(sum, a.overflowing_mul(b).1 as u128);
    mix(sum, a.saturating_add(b) as u128);
    mix(sum, a.saturating_sub(b) as u128);
    mix(sum, a.saturating_mul(b) as u128);
    let n = b as u32;
    mix(sum, a.wrapping_shl(n) as u128);
    mix(sum, a.wrapping_shr(n) as u128);
    mix(sum, (a >> (n % 128)) as u128);
    mix(sum, (a < b) as u128 | ((a <= b) as u128) << 1 | ((a > b) as u128) << 2 | ((a >= b) as u128) << 3);
    mix(sum, a.cmp(&b) as i8 as u128);
    mix(sum, (a as f64).to_bits() as u128);
    mix(sum, (a as f32).to_bits() as u128);
    mix(sum, a.unsigned_abs());
    mix(sum, a.signum() as u128);
    mix(sum, a.abs_diff(b));
    mix(sum, a.midpoint(b) as u128);
    mix(sum, a.leading_zeros() as u128 | (a.trailing_zeros() as u128) << 8 | (a.count_ones() as u128) << 16);
}
fn main() {
    let corners = [
        0,
        1,
        2,
        3,
        10,
        63,
        64,
        65,
        127,
        128,
        0xFFFF_FFFF,
        0x1_0000_0000,
        u64::MAX as u128 - 1,
        u64::MAX as u128,
        u64::MAX as u128 + 1,
        u64::MAX as u128 + 2,
        (u64::MAX as u128) << 64,
        1 << 96,
        (1 << 127) - 1,
        1 << 127,
        (1 << 127) + 1,
        u128::MAX - u64::MAX as u128,
        u128::MAX - 1,
        u128::MAX,
        0xAAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA,
        10_000_000_000_000_000_000,
        100_000_000_000_000_000_000_000_000_000_000_000_000,
        0x8000_0000_0000_0000_0000_0000_0000_0000,
        0x7FFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFE,
        0x1_0000_0000_0000_0000_8000_0000,
        0xFFFF_FFFF_0000_0000_0000_0000_FFFF_FFFF,
    ];
    let mut sum = 0;
    for a in corners {
        for b in corners {
            unsigned(a, b, &mut sum);
            signed(a as i128, b as i128, &mut sum);
        }
        println!("{a} {sum:032x}");
    }
    let mut random = Random(88172645463325252);
    for round in 0..ROUNDS {
        let (a, b) = (random.wide(), random.wide());
        unsigned(a, b, &mut sum);
        signed(a as i128, b as i128, &mut sum);
        signed(-(b as i128 >> 1), a as i128, &mut sum);
        if round % 20 == 0 {
            println!("{a} {b} {sum:032x}");
        }
    }
}
const ROUNDS: u32 = 400;
