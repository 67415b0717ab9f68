// Arithmetic around the ends of 64 bits: wrapping on purpose, products of large numbers, division at the edges.
fn multiply_wide(a: u64, b: u64) -> (u64, u64) {
    let (a1, a0) = (a >> 32, a & 0xffff_ffff);
    let (b1, b0) = (b >> 32, b & 0xffff_ffff);
    let low = a0 * b0;
    let middle = a1 * b0 + (low >> 32);
    let other = a0 * b1 + (middle & 0xffff_ffff);
    (a1 * b1 + (middle >> 32) + (other >> 32), other << 32 | low & 0xffff_ffff)
}

fn hash(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut h = u64::MAX;
    for i in 0..bytes.len() {
        h = (h ^ bytes[i] as u64).wrapping_mul(0xff51_afd7_ed55_8ccd);
        h ^= h >> 33;
    }
    h
}

fn difference(a: u64, b: u64) -> i64 {
    a.wrapping_sub(b) as i64
}

fn main() {
    println!("{:?} {:?}", multiply_wide(u64::MAX, u64::MAX), multiply_wide(1 << 63, 6));
    println!("{:?}", multiply_wide(0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210));
    println!("{:x} {:x}", hash("wrap"), hash(""));
    println!("{} {}", difference(3, 5), difference(5, u64::MAX));
    println!("{} {}", i64::MAX.wrapping_add(1), i64::MIN.wrapping_sub(1));
    println!("{} {}", i64::MIN.wrapping_mul(-1), i64::MAX.wrapping_mul(i64::MAX));
    println!("{} {}", u64::MAX.wrapping_mul(u64::MAX - 1), 0u64.wrapping_sub(1));
    println!("{} {}", u64::MAX / 3, u64::MAX % 10);
    println!("{} {}", i64::MIN / 2, i64::MIN % 10);
    println!("{} {}", i64::MIN / i64::MAX, i64::MIN % i64::MAX);
    println!("{} {}", u64::MAX / (1 << 63), (1u64 << 63) / u64::MAX);
    println!("{} {} {}", u64::MAX > i64::MAX as u64, -1i64 as u64 > 1, (1u64 << 63) as i64);
    println!("{} {}", usize::MAX.wrapping_add(3), (isize::MIN as usize).wrapping_mul(3));
    let mut x = 1u64;
    let mut y = 1i64;
    for _ in 0..64 {
        x = x.wrapping_mul(3);
        y = y.wrapping_mul(-3);
    }
    println!("{x} {y}");
    let mut n = u64::MAX - 2;
    let mut zero_crossings = 0;
    for _ in 0..6 {
        n = n.wrapping_add(1);
        zero_crossings += (n == 0) as u8;
    }
    println!("{n} {zero_crossings}");
    let (mut a, mut b) = (0u64, 1u64);
    let mut index = 1;
    while let Some(sum) = a.checked_add(b) {
        (a, b) = (b, sum);
        index += 1;
    }
    println!("{index} {b} {}", a.wrapping_add(b));
    let mut sum = 0i64;
    let mut i = i64::MAX;
    while i > 1 {
        sum ^= i.wrapping_mul(i);
        i /= 10;
    }
    println!("{sum}");
    println!("{}", (u64::MAX as f64) as u64 == u64::MAX);
    println!("{} {}", i64::MAX as f32 as i64, (i64::MIN as f64) as i64);
    let total: u64 = [u64::MAX - 5, 5][0] + [1, 2, 3][1];
    println!("{total} {}", total + 3);
    let big = total as i64;
    println!("{big}");
    println!("{}", total + (big.unsigned_abs() + 1));
}
