//! Floats read from text, correctly rounded.
//!
//! Few digits and a small power of ten are exact floats, whose product or quotient is rounded once (Clinger, 1990). Else the
//! value is a quotient of two long integers, of which as many binary digits are worked out as the float has; what is left
//! then decides how the last one is rounded.

use crate::cmp::Ordering;
use crate::fmt;
use crate::str::FromStr;
use crate::vec::Vec;

#[derive(Clone, PartialEq, Eq)]
pub struct ParseFloatError {
    empty: bool,
}

impl fmt::Debug for ParseFloatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParseFloatError").field("kind", &Kind { empty: self.empty }).finish()
    }
}

struct Kind {
    empty: bool,
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.empty { "Empty" } else { "Invalid" })
    }
}

impl fmt::Display for ParseFloatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if self.empty { "cannot parse float from empty string" } else { "invalid float literal" })
    }
}

/// A kind of float.
struct Format {
    /// How many binary digits it has.
    digits: i64,
    /// The least exponent of a number with all digits, and the greatest.
    least: i64,
    greatest: i64,
}

const F32: Format = Format { digits: 24, least: -126, greatest: 127 };
const F64: Format = Format { digits: 53, least: -1022, greatest: 1023 };

/// More digits than this are only looked at for being zero: no tie between two floats has as many.
const MAX_DIGITS: usize = 800;

/// Up to here powers of ten are exact in `f64`.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// What a text says: digits, of which the first is not 0, and a power of ten.
struct Decimal {
    digits: Vec<u8>,
    exponent: i64,
}

/// A number as text, or nothing if it is none.
fn read(text: &[u8]) -> Option<Decimal> {
    let mut digits = Vec::new();
    let mut exponent = 0;
    let mut at = 0;
    let mut any = false;
    let mut behind = false;
    // Digits that are left out are not zero.
    let mut more = false;
    while at < text.len() {
        let c = text[at];
        if c == b'.' && !behind {
            behind = true;
        } else if c.is_ascii_digit() {
            any = true;
            let digit = c - b'0';
            if digits.is_empty() && digit == 0 {
                exponent -= behind as i64;
            } else if digits.len() < MAX_DIGITS {
                digits.push(digit);
                exponent -= behind as i64;
            } else {
                more |= digit != 0;
                exponent += !behind as i64;
            }
        } else {
            break;
        }
        at += 1;
    }
    if !any {
        return None;
    }
    if more {
        digits.push(1);
        exponent -= 1;
    }
    if at < text.len() {
        if text[at] != b'e' && text[at] != b'E' {
            return None;
        }
        at += 1;
        let negative = at < text.len() && text[at] == b'-';
        if at < text.len() && (text[at] == b'-' || text[at] == b'+') {
            at += 1;
        }
        if at == text.len() {
            return None;
        }
        let mut written: i64 = 0;
        while at < text.len() {
            if !text[at].is_ascii_digit() {
                return None;
            }
            if written < 0x10000 {
                written = written * 10 + (text[at] - b'0') as i64;
            }
            at += 1;
        }
        exponent += if negative { -written } else { written };
    }
    Some(Decimal { digits, exponent })
}

/// `long = long * factor + more`; the least significant word comes first.
fn multiply_add(long: &mut Vec<u32>, factor: u32, more: u32) {
    let mut carry = more as u64;
    for word in long.iter_mut() {
        let product = *word as u64 * factor as u64 + carry;
        *word = product as u32;
        carry = product >> 32;
    }
    if carry > 0 {
        long.push(carry as u32);
    }
}

fn multiply_power(long: &mut Vec<u32>, mut exponent: i64) {
    while exponent >= 9 {
        multiply_add(long, 1_000_000_000, 0);
        exponent -= 9;
    }
    while exponent > 0 {
        multiply_add(long, 10, 0);
        exponent -= 1;
    }
}

/// How many binary digits there are.
fn bits(long: &[u32]) -> i64 {
    match long.last() {
        Some(top) => long.len() as i64 * 32 - top.leading_zeros() as i64,
        None => 0,
    }
}

fn shift(long: &mut Vec<u32>, mut count: i64) {
    while count > 0 {
        let step = if count < 31 { count } else { 31 };
        multiply_add(long, 1 << step, 0);
        count -= step;
    }
}

fn compare(a: &[u32], b: &[u32]) -> Ordering {
    if a.len() != b.len() {
        return a.len().cmp(&b.len());
    }
    a.iter().rev().cmp(b.iter().rev())
}

/// `a -= b`, which is not greater.
fn subtract(a: &mut Vec<u32>, b: &[u32]) {
    let mut borrow = 0;
    for i in 0..a.len() {
        let taken = borrow + if i < b.len() { b[i] as u64 } else { 0 };
        let value = a[i] as u64;
        borrow = if value < taken { 1 } else { 0 };
        a[i] = (value + (borrow << 32) - taken) as u32;
    }
    while a.last() == Some(&0) {
        a.pop();
    }
}

/// The bits of the float of this format that is nearest to the number.
fn nearest(number: &Decimal, format: &Format) -> u64 {
    let infinite = ((format.greatest - format.least + 2) as u64) << (format.digits - 1);
    // The number is `0.d…` times ten to this power.
    let point = number.digits.len() as i64 + number.exponent;
    if number.digits.is_empty() || point < -400 {
        return 0;
    }
    if point > 400 {
        return infinite;
    }
    let mut n = Vec::new();
    for digit in number.digits.iter() {
        multiply_add(&mut n, 10, *digit as u32);
    }
    let mut m = vec![1];
    multiply_power(&mut n, number.exponent);
    multiply_power(&mut m, -number.exponent);
    // The number is `n / m * 2^exponent`, with a quotient from 1 to 2.
    let mut exponent = bits(&n) - bits(&m);
    shift(&mut m, exponent);
    shift(&mut n, -exponent);
    if compare(&n, &m).is_lt() {
        shift(&mut n, 1);
        exponent -= 1;
    }
    if exponent > format.greatest {
        return infinite;
    }
    let lost = if exponent < format.least { format.least - exponent } else { 0 };
    let mut count = format.digits - lost;
    if count < 0 {
        return 0;
    }
    let mut digits: u64 = 0;
    while count > 0 {
        digits *= 2;
        if compare(&n, &m).is_ge() {
            subtract(&mut n, &m);
            digits += 1;
        }
        shift(&mut n, 1);
        count -= 1;
    }
    let up = match compare(&n, &m) {
        Ordering::Less => 0,
        Ordering::Equal => digits % 2,
        Ordering::Greater => 1,
    };
    let rounded = digits + up;
    if lost > 0 {
        return rounded;
    }
    // The first digit is not stored: it counts as one more in the exponent.
    (((exponent - format.least) as u64) << (format.digits - 1)) + rounded
}

/// The bits of a float without its sign, or nothing if the text is none.
fn parse(text: &[u8], format: &Format) -> Option<u64> {
    match read(text) {
        Some(number) => Some(nearest(&number, format)),
        None => {
            let exponent = ((format.greatest - format.least + 2) as u64) << (format.digits - 1);
            if text.eq_ignore_ascii_case(b"inf") || text.eq_ignore_ascii_case(b"infinity") {
                Some(exponent)
            } else if text.eq_ignore_ascii_case(b"nan") {
                Some(exponent | 1 << (format.digits - 2))
            } else {
                None
            }
        }
    }
}

/// The float, if few digits and a small power of ten say it exactly.
fn parse_short(text: &[u8]) -> Option<f64> {
    if text.len() > 16 {
        return None;
    }
    let mut value: u64 = 0;
    let mut places = 0;
    let mut behind = false;
    let mut any = false;
    for c in text.iter() {
        if *c == b'.' && !behind {
            behind = true;
        } else if c.is_ascii_digit() {
            any = true;
            value = value * 10 + (*c - b'0') as u64;
            places += behind as usize;
        } else {
            return None;
        }
    }
    if any && value < 1 << 53 { Some(value as f64 / POWERS[places]) } else { None }
}

/// Whether the text begins with a minus, and what follows its sign.
fn signed(s: &str) -> Result<(bool, &[u8]), ParseFloatError> {
    let text = s.as_bytes();
    let Some(first) = text.first() else { return Err(ParseFloatError { empty: true }) };
    let rest = if *first == b'-' || *first == b'+' { &text[1..] } else { text };
    Ok((*first == b'-', rest))
}

impl FromStr for f64 {
    type Err = ParseFloatError;

    fn from_str(s: &str) -> Result<f64, ParseFloatError> {
        let (negative, text) = signed(s)?;
        let value = match parse_short(text) {
            Some(value) => value,
            None => match parse(text, &F64) {
                Some(bits) => f64::from_bits(bits),
                None => return Err(ParseFloatError { empty: false }),
            },
        };
        Ok(if negative { -value } else { value })
    }
}

impl FromStr for f32 {
    type Err = ParseFloatError;

    fn from_str(s: &str) -> Result<f32, ParseFloatError> {
        let (negative, text) = signed(s)?;
        let Some(bits) = parse(text, &F32) else { return Err(ParseFloatError { empty: false }) };
        let value = f32::from_bits(bits as u32);
        Ok(if negative { -value } else { value })
    }
}
