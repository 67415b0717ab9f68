// Shifts at each width: by every kind of amount, arithmetic and logical, at the limits, wrapping and checked.
fn bits8(n: u8) {
    for i in 0..8 {
        print!("{:02x}/{:02x}/{} ", n << i, n >> i, (n as i8) >> i);
    }
    println!();
}

fn bits16(n: i16) {
    let mut i = 0u8;
    while i < 16 {
        print!("{}/{}/{:x} ", n << i, n >> i, (n as u16) >> i);
        i += 5;
    }
    println!();
}

fn bits32(n: i32) {
    let amounts = [0i64, 1, 15, 16, 30, 31];
    for i in 0..amounts.len() {
        print!("{}/{}/{} ", n << amounts[i], n >> amounts[i], n as u32 >> amounts[i]);
    }
    println!();
}

fn bits64(n: i64) {
    let amounts = [0i8, 1, 31, 32, 33, 62, 63];
    for i in 0..amounts.len() {
        print!("{}/{}/{:x} ", n << amounts[i], n >> amounts[i], n as u64 >> amounts[i] as usize);
    }
    println!();
}

fn main() {
    bits8(0b1001_0110);
    bits16(-21846);
    bits32(-2_000_000_001);
    bits32(0x7fff_ffff);
    bits64(-0x0123_4567_89ab_cdef);
    println!("{} {} {}", 1u8 << 7, 1i8 << 7, (1i8 << 7) >> 7);
    println!("{} {} {}", 1i16 << 15, 1i32 << 31, 1i64 << 63);
    println!("{} {} {}", -1i16 >> 15, -1i32 >> 31, -1i64 >> 63);
    println!("{} {} {}", u16::MAX >> 15, u32::MAX >> 31, u64::MAX >> 63);
    println!("{} {}", 1usize << 63, isize::MIN >> 62);
    println!("{} {} {}", 200u8 << 1, 0x8001u16 << 1, 0x8000_0001u32 << 1);
    println!("{} {}", 1u8.wrapping_shl(9), 128u8.wrapping_shr(15));
    println!("{} {}", 1i32.wrapping_shl(33), i32::MIN.wrapping_shr(63));
    println!("{} {}", 1u64.wrapping_shl(64), 5u16.wrapping_shl(16));
    println!("{:?} {:?} {:?}", 1u8.checked_shl(7), 1u8.checked_shl(8), 1i64.checked_shr(64));
    println!("{:?} {:?}", 3i16.overflowing_shl(17), (-3i16).overflowing_shr(15));
    println!("{:x} {:x}", 0x12u8.rotate_left(4), 0x1234u16.rotate_right(4));
    println!("{:x} {:x}", 0x1234_5678u32.rotate_left(8), 0x0123_4567_89ab_cdefu64.rotate_left(68));
    println!("{} {}", (-128i8).rotate_left(1), i64::MIN.rotate_left(1));
    println!("{:b} {:b}", 0b1011u8.reverse_bits(), 1i16.reverse_bits());
    println!("{:x} {:x} {:x}", 0x1234u16.swap_bytes(), 0x12345678u32.swap_bytes(), 0x12u8.swap_bytes());
    println!("{} {} {}", 40u8.leading_zeros(), 40u16.leading_zeros(), 40i64.leading_zeros());
    println!("{} {} {}", 40i8.trailing_zeros(), 0u32.trailing_zeros(), i64::MIN.trailing_zeros());
    println!("{} {} {}", (-1i8).count_ones(), 0xf0f0u16.count_ones(), (-2i64).count_zeros());
    println!("{} {} {}", 0xf8u8.leading_ones(), 7i32.trailing_ones(), u64::MAX.leading_ones());
    let mut x = 1u8;
    for i in 0..8u64 {
        x = x << 1 | x >> 7 ^ (i & 1) as u8;
    }
    println!("{x}");
    let mut y = 0x1000i16;
    y <<= 2u64;
    y >>= 1i8;
    y >>= 2usize;
    println!("{y}");
    println!("{} {}", 1 + 2 << 3 - 1, 256 >> 2 + 1 & 0xff);
    println!("{} {}", (1u64 << 40 | 1) as u32, ((1u64 << 40) - 1) as i32);
    println!("{}", -17 >> 1 == (-17i32).div_euclid(2));
    const SHIFTED: [u32; 3] = [1 << 4, !0 >> 4, (1 << 31) >> 3];
    println!("{SHIFTED:?}");
}
