//! Floats as text.

use super::decimal::{Digits, Limit, Parts, exact, shortest};
use super::{Debug, Display, Formatter, LowerExp, Result, UpperExp, text};
use crate::intrinsics;

/// Turn digits into text.
fn to_ascii(digits: &mut [u8], len: usize) {
    for i in 0..len {
        digits[i] += b'0';
    }
}

/// Write digits without an exponent, with `fraction` digits behind the point or, if that is less, with all there are.
fn write_decimal(sign: &str, digits: &mut [u8], d: Digits, fraction: usize, f: &mut Formatter<'_>) -> Result {
    to_ascii(digits, d.len);
    let mut whole = "0";
    let mut whole_zeros = 0;
    let mut first_zeros = 0;
    let mut rest = "";
    if d.point <= 0 {
        if d.len > 0 {
            first_zeros = (0 - d.point) as usize;
            rest = text::part(digits, 0, d.len);
        }
    } else if d.len <= d.point as usize {
        whole = text::part(digits, 0, d.len);
        whole_zeros = d.point as usize - d.len;
    } else {
        whole = text::part(digits, 0, d.point as usize);
        rest = text::part(digits, d.point as usize, d.len);
    }
    let have = first_zeros + rest.len();
    let last_zeros = if fraction > have { fraction - have } else { 0 };
    let point = if have + last_zeros > 0 { "." } else { "" };
    f.pad_number(sign, whole, whole_zeros, point, first_zeros, rest, last_zeros, "", "")
}

/// Write digits with an exponent, with `fraction` digits behind the point or, if that is less, with all there are.
fn write_exponent(
    sign: &str,
    digits: &mut [u8],
    d: Digits,
    fraction: usize,
    letter: u8,
    f: &mut Formatter<'_>,
) -> Result {
    to_ascii(digits, d.len);
    let mut exponent = d.point - 1;
    let mut whole = text::part(digits, 0, 1);
    let mut rest = "";
    if d.len == 0 {
        exponent = 0;
        whole = "0";
    } else {
        rest = text::part(digits, 1, d.len);
    }
    let lead = [letter, b'-'];
    let lead = text::part(&lead, 0, if exponent < 0 { 2 } else { 1 });
    let mut number = [b'0'; 3];
    let mut at = 3;
    let mut magnitude = if exponent < 0 { 0 - exponent } else { exponent };
    while at == 3 || magnitude > 0 {
        at -= 1;
        number[at] = b'0' + (magnitude % 10) as u8;
        magnitude /= 10;
    }
    let last_zeros = if fraction > rest.len() { fraction - rest.len() } else { 0 };
    let point = if rest.len() + last_zeros > 0 { "." } else { "" };
    f.pad_number(sign, whole, 0, point, 0, rest, last_zeros, lead, text::part(&number, at, 3))
}

/// How a float is to be written.
enum Style {
    /// Without exponent; at least so many digits behind the point.
    Decimal(usize),
    /// With an exponent after this letter.
    Exponent(u8),
}

/// Write what is not a finite number; `None` if it is one.
fn write_special(is_nan: bool, is_infinite: bool, sign: &str, f: &mut Formatter<'_>) -> Option<Result> {
    if is_nan {
        Some(f.pad_number("", "NaN", 0, "", 0, "", 0, "", ""))
    } else if is_infinite {
        Some(f.pad_number(sign, "inf", 0, "", 0, "", 0, "", ""))
    } else {
        None
    }
}

/// Write a finite float.
fn write(parts: &Parts, sign: &str, style: Style, f: &mut Formatter<'_>) -> Result {
    let Some(precision) = f.precision() else {
        let mut digits = [0u8; 48];
        return write_shortest(parts, sign, style, &mut digits, f);
    };
    if precision <= 40 && parts.e <= 10 && parts.e > -64 {
        let mut digits = [0u8; 80];
        write_exact(parts, sign, style, precision, &mut digits, f)
    } else {
        let mut digits = [0u8; 1100];
        write_exact(parts, sign, style, precision, &mut digits, f)
    }
}

fn write_shortest(parts: &Parts, sign: &str, style: Style, digits: &mut [u8], f: &mut Formatter<'_>) -> Result {
    let d = if parts.m == 0 { Digits { len: 0, point: 0 } } else { shortest(parts, digits) };
    match style {
        Style::Decimal(fraction) => write_decimal(sign, digits, d, fraction, f),
        Style::Exponent(letter) => write_exponent(sign, digits, d, 0, letter, f),
    }
}

fn write_exact(
    parts: &Parts,
    sign: &str,
    style: Style,
    precision: usize,
    digits: &mut [u8],
    f: &mut Formatter<'_>,
) -> Result {
    let limit = match style {
        Style::Decimal(_) => Limit::Fraction(precision),
        Style::Exponent(_) => Limit::Significant(precision + 1),
    };
    let d = if parts.m == 0 { Digits { len: 0, point: 0 } } else { exact(parts, &limit, digits) };
    match style {
        Style::Decimal(_) => write_decimal(sign, digits, d, precision, f),
        Style::Exponent(letter) => write_exponent(sign, digits, d, precision, letter, f),
    }
}

fn sign_of(negative: bool, f: &Formatter<'_>) -> &'static str {
    if negative {
        "-"
    } else if f.sign_plus() {
        "+"
    } else {
        ""
    }
}

fn write_f64(x: f64, style: Style, f: &mut Formatter<'_>) -> Result {
    let bits = intrinsics::f64_to_bits(x);
    let sign = sign_of(bits >> 63 == 1, f);
    let biased = (bits >> 52 & 0x7FF) as isize;
    let fraction = bits & 0xF_FFFF_FFFF_FFFF;
    if let Some(written) = write_special(x != x, biased == 0x7FF, sign, f) {
        return written;
    }
    let parts = if biased == 0 {
        Parts { m: fraction, e: -1074, narrow: false }
    } else {
        Parts { m: fraction | 1 << 52, e: biased - 1075, narrow: fraction == 0 && biased > 1 }
    };
    write(&reduce(parts), sign, style, f)
}

fn write_f32(x: f32, style: Style, f: &mut Formatter<'_>) -> Result {
    let bits = intrinsics::f32_to_bits(x);
    let sign = sign_of(bits >> 31 == 1, f);
    let biased = (bits >> 23 & 0xFF) as isize;
    let fraction = (bits & 0x7F_FFFF) as u64;
    if let Some(written) = write_special(x != x, biased == 0xFF, sign, f) {
        return written;
    }
    let parts = if biased == 0 {
        Parts { m: fraction, e: -149, narrow: false }
    } else {
        Parts { m: fraction | 1 << 23, e: biased - 150, narrow: fraction == 0 && biased > 1 }
    };
    write(&reduce(parts), sign, style, f)
}

/// Zero has one form.
fn reduce(parts: Parts) -> Parts {
    if parts.m == 0 { Parts { m: 0, e: 0, narrow: false } } else { parts }
}

impl Display for f64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_f64(*self, Style::Decimal(0), f)
    }
}

impl Debug for f64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let x = intrinsics::float_abs(*self);
        let far = x != 0.0 && x < 1e-4 || x >= 1e16;
        let style = if far && f.precision().is_none() { Style::Exponent(b'e') } else { Style::Decimal(1) };
        write_f64(*self, style, f)
    }
}

impl LowerExp for f64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_f64(*self, Style::Exponent(b'e'), f)
    }
}

impl UpperExp for f64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_f64(*self, Style::Exponent(b'E'), f)
    }
}

impl Display for f32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_f32(*self, Style::Decimal(0), f)
    }
}

impl Debug for f32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let x = intrinsics::float_abs(*self);
        let far = x != 0.0 && x < 1e-4 || x >= 1e16;
        let style = if far && f.precision().is_none() { Style::Exponent(b'e') } else { Style::Decimal(1) };
        write_f32(*self, style, f)
    }
}

impl LowerExp for f32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_f32(*self, Style::Exponent(b'e'), f)
    }
}

impl UpperExp for f32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_f32(*self, Style::Exponent(b'E'), f)
    }
}
