//! 128-bit integers as text.

use super::num::scientific;
use super::{Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Result, UpperExp, UpperHex};
use super::{DEBUG_LOWER_HEX, DEBUG_UPPER_HEX, text};
use crate::string::{self, String};

/// The digits of `u128::MAX` and a sign.
const LONGEST: usize = 40;

/// How many decimal digits are always fewer than 64 bits, and what follows the greatest number of so many.
const PART: (u32, u64) = (19, 10_000_000_000_000_000_000);

/// Put decimal digits at the end of a buffer: where they begin. What fits 64 bits is divided in 64 bits.
fn digits(mut n: u128, buffer: &mut [u8; LONGEST]) -> usize {
    let mut at = LONGEST;
    loop {
        let above = n / PART.1 as u128;
        let mut part = (n - above * PART.1 as u128) as u64;
        let mut count = 0;
        while part > 0 || count == 0 || above > 0 && count < PART.0 {
            at -= 1;
            buffer[at] = b'0' + (part % 10) as u8;
            part /= 10;
            count += 1;
        }
        if above == 0 {
            return at;
        }
        n = above;
    }
}

fn decimal(n: u128, is_nonnegative: bool, f: &mut Formatter<'_>) -> Result {
    let mut buffer = [0u8; LONGEST];
    let at = digits(n, &mut buffer);
    f.pad_integral(is_nonnegative, "", text::part(&buffer, at, LONGEST))
}

fn exponent(n: u128, is_nonnegative: bool, letter: u8, f: &mut Formatter<'_>) -> Result {
    let mut buffer = [0u8; LONGEST];
    let at = digits(n, &mut buffer);
    scientific(&mut buffer, at, is_nonnegative, letter, f)
}

/// Write a bit pattern in base 2, 8 or 16: `shift` bits for each digit, `ten` is the digit of value 10.
fn radix(mut n: u128, shift: u32, ten: u8, prefix: &str, f: &mut Formatter<'_>) -> Result {
    let mut buffer = [0u8; 128];
    let mut at = 128;
    while at == 128 || n > 0 {
        at -= 1;
        let digit = n as u8 & (1 << shift) - 1;
        buffer[at] = if digit < 10 { b'0' + digit } else { ten - 10 + digit };
        n >>= shift;
    }
    f.pad_integral(true, prefix, text::part(&buffer, at, 128))
}

/// What `{:?}` writes: hexadecimal for `{:x?}`, else decimal.
fn debug(bits: u128, magnitude: u128, is_nonnegative: bool, f: &mut Formatter<'_>) -> Result {
    if f.spec.flags & DEBUG_LOWER_HEX != 0 {
        radix(bits, 4, b'a', "0x", f)
    } else if f.spec.flags & DEBUG_UPPER_HEX != 0 {
        radix(bits, 4, b'A', "0x", f)
    } else {
        decimal(magnitude, is_nonnegative, f)
    }
}

impl Display for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        decimal(self.unsigned_abs(), *self >= 0, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, 39 + (*self < 0) as usize)
    }
}

impl Debug for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u128, self.unsigned_abs(), *self >= 0, f)
    }
}

impl LowerHex for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u128, 4, b'a', "0x", f)
    }
}

impl UpperHex for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u128, 4, b'A', "0x", f)
    }
}

impl Octal for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u128, 3, b'a', "0o", f)
    }
}

impl Binary for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u128, 1, b'a', "0b", f)
    }
}

impl LowerExp for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(self.unsigned_abs(), *self >= 0, b'e', f)
    }
}

impl UpperExp for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(self.unsigned_abs(), *self >= 0, b'E', f)
    }
}

impl Display for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        decimal(*self, true, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, LONGEST - digits(*self, &mut [0; LONGEST]))
    }
}

impl Debug for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self, *self, true, f)
    }
}

impl LowerHex for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self, 4, b'a', "0x", f)
    }
}

impl UpperHex for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self, 4, b'A', "0x", f)
    }
}

impl Octal for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self, 3, b'a', "0o", f)
    }
}

impl Binary for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self, 1, b'a', "0b", f)
    }
}

impl LowerExp for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self, true, b'e', f)
    }
}

impl UpperExp for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self, true, b'E', f)
    }
}
