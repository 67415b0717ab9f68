//! Integers as text.

use super::{Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Result, UpperExp, UpperHex};
use super::{DEBUG_LOWER_HEX, DEBUG_UPPER_HEX, text};
use crate::string::{self, String};

/// Write an integer in decimal: its magnitude, and whether it is not negative.
fn decimal(mut n: u64, is_nonnegative: bool, f: &mut Formatter<'_>) -> Result {
    let mut buffer = [0u8; 20];
    let mut at = 20;
    while n >= 10 {
        at -= 1;
        buffer[at] = b'0' + (n % 10) as u8;
        n /= 10;
    }
    at -= 1;
    buffer[at] = b'0' + n as u8;
    if !f.spec.has_width && f.spec.flags == 0 {
        if !is_nonnegative {
            f.write_str("-");
        }
        return f.write_str(text::part(&buffer, at, 20));
    }
    f.pad_integral(is_nonnegative, "", text::part(&buffer, at, 20))
}

/// The distance from 0.
fn magnitude(n: i64) -> u64 {
    if n < 0 { !(n as u64) + 1 } else { n as u64 }
}

fn signed(n: i64, f: &mut Formatter<'_>) -> Result {
    decimal(magnitude(n), n >= 0, f)
}

/// Write a bit pattern in base 2, 8 or 16: `shift` bits for each digit, `ten` is the digit of value 10.
fn radix(mut n: u64, shift: u32, ten: u8, prefix: &str, f: &mut Formatter<'_>) -> Result {
    let mut buffer = [0u8; 64];
    let mut at = 64;
    while at == 64 || n > 0 {
        at -= 1;
        let digit = n as u8 & (1 << shift) - 1;
        buffer[at] = if digit < 10 { b'0' + digit } else { ten - 10 + digit };
        n >>= shift;
    }
    f.pad_integral(true, prefix, text::part(&buffer, at, 64))
}

/// What `{:?}` writes: hexadecimal for `{:x?}`, else decimal. `bits` is the pattern without sign extension.
fn debug(bits: u64, magnitude: u64, is_nonnegative: bool, f: &mut Formatter<'_>) -> Result {
    if f.spec.flags & DEBUG_LOWER_HEX != 0 {
        radix(bits, 4, b'a', "0x", f)
    } else if f.spec.flags & DEBUG_UPPER_HEX != 0 {
        radix(bits, 4, b'A', "0x", f)
    } else {
        decimal(magnitude, is_nonnegative, f)
    }
}

/// Write an integer with an exponent.
fn exponent(mut n: u64, is_nonnegative: bool, letter: u8, f: &mut Formatter<'_>) -> Result {
    let mut buffer = [0u8; 20];
    let mut at = 20;
    while n >= 10 {
        at -= 1;
        buffer[at] = b'0' + (n % 10) as u8;
        n /= 10;
    }
    at -= 1;
    buffer[at] = b'0' + n as u8;
    scientific(&mut buffer, at, is_nonnegative, letter, f)
}

/// Write the digits from `first` on with an exponent: as many as there are without zeros at the end, or as the precision says,
/// rounded to even.
pub fn scientific(buffer: &mut [u8], first: usize, is_nonnegative: bool, letter: u8, f: &mut Formatter<'_>) -> Result {
    let mut end = buffer.len();
    let mut exponent = end - first - 1;
    let mut zeros = 0;
    match f.precision() {
        None => {
            while end > first + 1 && buffer[end - 1] == b'0' {
                end -= 1;
            }
        }
        Some(precision) if precision >= exponent => zeros = precision - exponent,
        Some(precision) => {
            let last = first + precision;
            let next = buffer[last + 1];
            let mut is_tie = next == b'5';
            for i in last + 2..end {
                if buffer[i] != b'0' {
                    is_tie = false;
                }
            }
            end = last + 1;
            if if is_tie { buffer[last] % 2 == 1 } else { next >= b'5' } {
                let mut at = last;
                while at > first && buffer[at] == b'9' {
                    buffer[at] = b'0';
                    at -= 1;
                }
                if buffer[at] == b'9' {
                    buffer[at] = b'1';
                    exponent += 1;
                } else {
                    buffer[at] += 1;
                }
            }
        }
    }
    let mut sign = "";
    if !is_nonnegative {
        sign = "-";
    } else if f.sign_plus() {
        sign = "+";
    }
    let tail = [letter, b'0' + (exponent / 10) as u8, b'0' + (exponent % 10) as u8];
    let short = [letter, b'0' + (exponent % 10) as u8];
    let suffix = if exponent < 10 { text::part(&short, 0, 2) } else { text::part(&tail, 0, 3) };
    let point = if end - first > 1 || zeros > 0 { "." } else { "" };
    let lead = text::part(buffer, first, first + 1);
    f.pad_number(sign, lead, 0, point, 0, text::part(buffer, first + 1, end), zeros, suffix, "")
}

impl Display for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        signed(*self as i64, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, 3 + (*self < 0) as usize)
    }
}

impl Debug for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u8 as u64, magnitude(*self as i64), *self >= 0, f)
    }
}

impl LowerHex for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u8 as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u8 as u64, 4, b'A', "0x", f)
    }
}

impl Octal for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u8 as u64, 3, b'a', "0o", f)
    }
}

impl Binary for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u8 as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'e', f)
    }
}

impl UpperExp for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'E', f)
    }
}

impl Display for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        signed(*self as i64, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, 5 + (*self < 0) as usize)
    }
}

impl Debug for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u16 as u64, magnitude(*self as i64), *self >= 0, f)
    }
}

impl LowerHex for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u16 as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u16 as u64, 4, b'A', "0x", f)
    }
}

impl Octal for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u16 as u64, 3, b'a', "0o", f)
    }
}

impl Binary for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u16 as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'e', f)
    }
}

impl UpperExp for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'E', f)
    }
}

impl Display for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        signed(*self as i64, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, 10 + (*self < 0) as usize)
    }
}

impl Debug for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u32 as u64, magnitude(*self as i64), *self >= 0, f)
    }
}

impl LowerHex for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u32 as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u32 as u64, 4, b'A', "0x", f)
    }
}

impl Octal for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u32 as u64, 3, b'a', "0o", f)
    }
}

impl Binary for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u32 as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'e', f)
    }
}

impl UpperExp for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'E', f)
    }
}

impl Display for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        signed(*self as i64, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, 19 + (*self < 0) as usize)
    }
}

impl Debug for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u64 as u64, magnitude(*self as i64), *self >= 0, f)
    }
}

impl LowerHex for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64 as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64 as u64, 4, b'A', "0x", f)
    }
}

impl Octal for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64 as u64, 3, b'a', "0o", f)
    }
}

impl Binary for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64 as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'e', f)
    }
}

impl UpperExp for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'E', f)
    }
}

impl Display for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        signed(*self as i64, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, 19 + (*self < 0) as usize)
    }
}

impl Debug for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as usize as u64, magnitude(*self as i64), *self >= 0, f)
    }
}

impl LowerHex for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as usize as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as usize as u64, 4, b'A', "0x", f)
    }
}

impl Octal for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as usize as u64, 3, b'a', "0o", f)
    }
}

impl Binary for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as usize as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'e', f)
    }
}

impl UpperExp for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(magnitude(*self as i64), *self >= 0, b'E', f)
    }
}

impl Display for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        decimal(*self as u64, true, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, self.checked_ilog10().unwrap_or(0) as usize + 1)
    }
}

impl Debug for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u64, *self as u64, true, f)
    }
}

impl LowerHex for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'A', "0x", f)
    }
}

impl Octal for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 3, b'a', "0o", f)
    }
}

impl Binary for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'e', f)
    }
}

impl UpperExp for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'E', f)
    }
}

impl Display for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        decimal(*self as u64, true, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, self.checked_ilog10().unwrap_or(0) as usize + 1)
    }
}

impl Debug for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u64, *self as u64, true, f)
    }
}

impl LowerHex for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'A', "0x", f)
    }
}

impl Octal for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 3, b'a', "0o", f)
    }
}

impl Binary for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'e', f)
    }
}

impl UpperExp for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'E', f)
    }
}

impl Display for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        decimal(*self as u64, true, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, self.checked_ilog10().unwrap_or(0) as usize + 1)
    }
}

impl Debug for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u64, *self as u64, true, f)
    }
}

impl LowerHex for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'A', "0x", f)
    }
}

impl Octal for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 3, b'a', "0o", f)
    }
}

impl Binary for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'e', f)
    }
}

impl UpperExp for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'E', f)
    }
}

impl Display for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        decimal(*self as u64, true, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, self.checked_ilog10().unwrap_or(0) as usize + 1)
    }
}

impl Debug for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u64, *self as u64, true, f)
    }
}

impl LowerHex for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'A', "0x", f)
    }
}

impl Octal for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 3, b'a', "0o", f)
    }
}

impl Binary for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'e', f)
    }
}

impl UpperExp for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'E', f)
    }
}

impl Display for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        decimal(*self as u64, true, f)
    }

    fn __to_string(&self) -> String {
        string::shown(self, self.checked_ilog10().unwrap_or(0) as usize + 1)
    }
}

impl Debug for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        debug(*self as u64, *self as u64, true, f)
    }
}

impl LowerHex for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'a', "0x", f)
    }
}

impl UpperHex for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 4, b'A', "0x", f)
    }
}

impl Octal for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 3, b'a', "0o", f)
    }
}

impl Binary for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        radix(*self as u64, 1, b'a', "0b", f)
    }
}

impl LowerExp for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'e', f)
    }
}

impl UpperExp for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        exponent(*self as u64, true, b'E', f)
    }
}
