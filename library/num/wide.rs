//! What 128-bit integers are made of. The compiler does itself what is short on two halves of 64 bits: sums, bits, comparisons,
//! shifts and casts between integers. Operators, casts and intrinsics for the rest call the functions with `#[lang]`, which so
//! may use only the former.

use super::{IntErrorKind, ParseIntError};
use crate::intrinsics;

const LOW: u64 = 0xFFFF_FFFF;

const fn high(n: u128) -> u64 {
    (n >> 64) as u64
}

const fn join(low: u64, high: u64) -> u128 {
    low as u128 | (high as u128) << 64
}

/// The distance from 0.
const fn magnitude(n: i128) -> u128 {
    if n < 0 { intrinsics::wrapping_sub(0, n as u128) } else { n as u128 }
}

const fn negated(n: u128) -> u128 {
    intrinsics::wrapping_sub(0, n)
}

const fn plus(a: u64, b: u64) -> u64 {
    intrinsics::wrapping_add(a, b)
}

const fn times(a: u64, b: u64) -> u64 {
    intrinsics::wrapping_mul(a, b)
}

/// The whole product of two numbers of 64 bits, digit by digit in base 2^32: no sum on the way overflows.
const fn product(a: u64, b: u64) -> u128 {
    let (a0, a1) = (a & LOW, a >> 32);
    let (b0, b1) = (b & LOW, b >> 32);
    let low = times(a0, b0);
    let middle = plus(times(a1, b0), low >> 32);
    let other = plus(times(a0, b1), middle & LOW);
    join(low & LOW | other << 32, plus(plus(times(a1, b1), middle >> 32), other >> 32))
}

#[lang = "wide_mul"]
const fn mul(a: u128, b: u128) -> u128 {
    let low = product(a as u64, b as u64);
    let cross = plus(times(a as u64, high(b)), times(high(a), b as u64));
    join(low as u64, plus(high(low), cross))
}

#[lang = "wide_mul_overflows_unsigned"]
const fn mul_overflows_unsigned(a: u128, b: u128) -> bool {
    if high(a) == 0 && high(b) == 0 {
        return false;
    }
    if high(a) != 0 && high(b) != 0 {
        return true;
    }
    let (large, small) = if high(a) != 0 { (a, b as u64) } else { (b, a as u64) };
    let cross = product(high(large), small);
    high(cross) != 0 || intrinsics::add_overflows(cross as u64, high(product(large as u64, small)))
}

#[lang = "wide_mul_overflows_signed"]
const fn mul_overflows_signed(a: i128, b: i128) -> bool {
    let (x, y) = (magnitude(a), magnitude(b));
    let limit = if (a < 0) == (b < 0) { 0x7FFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF } else { 1u128 << 127 };
    mul_overflows_unsigned(x, y) || mul(x, y) > limit
}

#[lang = "wide_mul_unsigned"]
#[track_caller]
const fn mul_unsigned(a: u128, b: u128) -> u128 {
    if mul_overflows_unsigned(a, b) {
        panic!("attempt to multiply with overflow");
    }
    mul(a, b)
}

#[lang = "wide_mul_signed"]
#[track_caller]
const fn mul_signed(a: i128, b: i128) -> i128 {
    if mul_overflows_signed(a, b) {
        panic!("attempt to multiply with overflow");
    }
    mul(a as u128, b as u128) as i128
}

/// Quotient and remainder of `high · 2^64 + low` by a divisor above `high`: two digits in base 2^32, each estimated by the
/// divisor's leading digit and corrected (Knuth, volume 2, 4.3.1, algorithm D, as in Warren's *Hacker's Delight*).
const fn divide_half(high: u64, low: u64, divisor: u64) -> (u64, u64) {
    let shift = intrinsics::leading_zeros(divisor);
    let divisor = divisor << shift;
    let (d0, d1) = (divisor & LOW, divisor >> 32);
    let dividend = join(low, high) << shift;
    let low = dividend as u64;
    let (digit1, rest) = next_digit((dividend >> 64) as u64, low >> 32, divisor, d1, d0);
    let (digit0, rest) = next_digit(rest, low & LOW, divisor, d1, d0);
    (digit1 << 32 | digit0, rest >> shift)
}

/// A digit of the quotient of `rest · 2^32 + next` by a divisor above `rest` whose highest bit is set, and what is left.
const fn next_digit(rest: u64, next: u64, divisor: u64, d1: u64, d0: u64) -> (u64, u64) {
    let mut digit = intrinsics::unchecked_div(rest, d1);
    let mut left = intrinsics::unchecked_rem(rest, d1);
    while digit > LOW || times(digit, d0) > (left << 32 | next) {
        digit = intrinsics::wrapping_sub(digit, 1);
        left = plus(left, d1);
        if left > LOW {
            break;
        }
    }
    (digit, intrinsics::wrapping_sub(rest << 32 | next, times(digit, divisor)))
}

/// Quotient and remainder; the divisor is not 0.
const fn divide(n: u128, divisor: u128) -> (u128, u128) {
    if high(divisor) == 0 {
        let d = divisor as u64;
        let above = intrinsics::unchecked_div(high(n), d);
        if high(n) == 0 {
            return (join(intrinsics::unchecked_div(n as u64, d), 0), join(intrinsics::unchecked_rem(n as u64, d), 0));
        }
        let (below, rest) = divide_half(intrinsics::unchecked_rem(high(n), d), n as u64, d);
        return (join(below, above), join(rest, 0));
    }
    if n < divisor {
        return (0, n);
    }
    // The quotient by the divisor's leading 64 bits is right, or one too much.
    let shift = intrinsics::leading_zeros(high(divisor));
    let leading = high(divisor << shift);
    let half = n >> 1;
    let (estimate, _) = divide_half(high(half), half as u64, leading);
    let mut quotient = ((join(estimate, 0) << shift) >> 63) as u64;
    if quotient != 0 {
        quotient = intrinsics::wrapping_sub(quotient, 1);
    }
    let rest = intrinsics::wrapping_sub(n, mul(join(quotient, 0), divisor));
    if rest < divisor {
        return (join(quotient, 0), rest);
    }
    (join(plus(quotient, 1), 0), intrinsics::wrapping_sub(rest, divisor))
}

#[lang = "wide_div_unsigned"]
#[track_caller]
const fn div_unsigned(a: u128, b: u128) -> u128 {
    if b == 0 {
        panic!("attempt to divide by zero");
    }
    divide(a, b).0
}

#[lang = "wide_rem_unsigned"]
#[track_caller]
const fn rem_unsigned(a: u128, b: u128) -> u128 {
    if b == 0 {
        panic!("attempt to calculate the remainder with a divisor of zero");
    }
    divide(a, b).1
}

#[lang = "wide_div_signed"]
#[track_caller]
const fn div_signed(a: i128, b: i128) -> i128 {
    if b == 0 {
        panic!("attempt to divide by zero");
    }
    if b == -1 && a == i128::MIN {
        panic!("attempt to divide with overflow");
    }
    let quotient = divide(magnitude(a), magnitude(b)).0;
    (if (a < 0) == (b < 0) { quotient } else { negated(quotient) }) as i128
}

#[lang = "wide_rem_signed"]
#[track_caller]
const fn rem_signed(a: i128, b: i128) -> i128 {
    if b == 0 {
        panic!("attempt to calculate the remainder with a divisor of zero");
    }
    if b == -1 && a == i128::MIN {
        panic!("attempt to calculate the remainder with overflow");
    }
    let rest = divide(magnitude(a), magnitude(b)).1;
    (if a < 0 { negated(rest) } else { rest }) as i128
}

/// The leading 64 bits of a number that has more, and how many places they are shifted by. The last bit stands for all that
/// follow, so that rounding these rounds the number.
const fn leading(n: u128) -> (u64, u32) {
    let zeros = intrinsics::leading_zeros(high(n));
    let shifted = n << zeros;
    let rest = if shifted as u64 == 0 { 0 } else { 1 };
    (high(shifted) | rest, intrinsics::wrapping_sub(64, zeros))
}

#[lang = "wide_unsigned_to_f64"]
const fn unsigned_to_f64(n: u128) -> f64 {
    if high(n) == 0 {
        return n as u64 as f64;
    }
    let (bits, places) = leading(n);
    bits as f64 * f64::from_bits(plus(1023, places as u64) << 52)
}

#[lang = "wide_unsigned_to_f32"]
const fn unsigned_to_f32(n: u128) -> f32 {
    if high(n) == 0 {
        return n as u64 as f32;
    }
    let (bits, places) = leading(n);
    bits as f32 * f32::from_bits(intrinsics::wrapping_add(127, places) << 23)
}

#[lang = "wide_signed_to_f64"]
const fn signed_to_f64(n: i128) -> f64 {
    let float = unsigned_to_f64(magnitude(n));
    if n < 0 { -float } else { float }
}

#[lang = "wide_signed_to_f32"]
const fn signed_to_f32(n: i128) -> f32 {
    let float = unsigned_to_f32(magnitude(n));
    if n < 0 { -float } else { float }
}

/// A float from 2^63 up to 2^128.
const fn from_large(float: f64) -> u128 {
    let bits = float.to_bits();
    let exponent = (bits >> 52) as u32;
    join(bits & 0xF_FFFF_FFFF_FFFF | 0x10_0000_0000_0000, 0) << intrinsics::wrapping_sub(exponent, 1075)
}

#[lang = "wide_unsigned_from_f64"]
const fn unsigned_from_f64(float: f64) -> u128 {
    if float < 9223372036854775808.0 || float != float {
        float as u64 as u128
    } else if float < 340282366920938463463374607431768211456.0 {
        from_large(float)
    } else {
        u128::MAX
    }
}

#[lang = "wide_signed_from_f64"]
const fn signed_from_f64(float: f64) -> i128 {
    if float > -9223372036854775808.0 && float < 9223372036854775808.0 || float != float {
        float as i64 as i128
    } else if float >= 170141183460469231731687303715884105728.0 {
        i128::MAX
    } else if float > 0.0 {
        from_large(float) as i128
    } else if float > -170141183460469231731687303715884105728.0 {
        negated(from_large(-float)) as i128
    } else {
        i128::MIN
    }
}

/// The bits in reverse order.
pub const fn reverse_bits(n: u128) -> u128 {
    join(super::reverse_bits(high(n), 64), super::reverse_bits(n as u64, 64))
}

/// The bytes, the lowest first.
pub const fn to_bytes(n: u128) -> [u8; 16] {
    let a = (n as u64).to_le_bytes();
    let b = high(n).to_le_bytes();
    [a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]]
}

/// The number with these bytes.
pub const fn from_bytes(b: [u8; 16]) -> u128 {
    join(
        u64::from_le_bytes([b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]]),
        u64::from_le_bytes([b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]]),
    )
}

/// The greatest integer whose square is not above `n`.
pub const fn isqrt(mut n: u128) -> u128 {
    let mut root = 0;
    let mut bit = 1 << 126;
    while bit > n {
        bit >>= 2;
    }
    while bit > 0 {
        if n >= root + bit {
            n -= root + bit;
            root = (root >> 1) + bit;
        } else {
            root >>= 1;
        }
        bit >>= 2;
    }
    root
}

/// How often `n` can be divided by `base` until it is less than `base`.
pub const fn ilog(mut n: u128, base: u128) -> u32 {
    let mut log = 0;
    while n >= base {
        n /= base;
        log += 1;
    }
    log
}

/// The bits of an integer in a text. `max` is the greatest value of the type.
pub const fn parse(src: &str, radix: u32, max: u128, signed: bool) -> Result<u128, ParseIntError> {
    let (mut at, negative) = match super::digits_of(src, radix, signed) {
        Ok(found) => found,
        Err(error) => return Err(error),
    };
    let bytes = src.as_bytes();
    let len = bytes.len();
    let limit = if negative { max + 1 } else { max };
    let greatest = limit / radix as u128;
    let last = limit % radix as u128;
    let mut value = 0;
    while at < len {
        let digit = super::digit(bytes[at]);
        if digit as u32 >= radix {
            return Err(ParseIntError { kind: IntErrorKind::InvalidDigit });
        }
        if value > greatest || value == greatest && digit as u128 > last {
            return Err(super::out_of_range(negative));
        }
        value = value * radix as u128 + digit as u128;
        at += 1;
    }
    Ok(if negative { negated(value) } else { value })
}
