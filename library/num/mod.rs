//! Methods of numbers, and their errors.

mod float;
mod float_bits;
mod float_math;
mod i128;
mod i16;
mod i32;
mod i64;
mod i8;
mod isize;
mod math;
mod nonzero;
mod nonzero_signed;
mod nonzero_unsigned;
mod parse_float;
mod u128;
mod u16;
mod u32;
mod u64;
mod u8;
mod usize;
mod wide;
mod wrapping;

pub use float_bits::FpCategory;
pub use nonzero::{
    NonZero, NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64,
    NonZeroUsize,
};
pub use parse_float::ParseFloatError;
pub use wrapping::Wrapping;

use crate::fmt;
use crate::intrinsics;
use crate::panicking::{self, CoreFile};

/// Panic where std's own source does: what it reports there has the position of its macros, not that of the caller.
const fn overflow(message: &str, line: u32) -> ! {
    panicking::panic_in_core(message, &CoreFile::Num, line, 5)
}

/// In the debug profile, panic if a sum overflowed.
const fn check_add(overflows: bool, line: u32) {
    if overflows && intrinsics::debug_assertions() {
        overflow("attempt to add with overflow", line)
    }
}

/// In the debug profile, panic if a product overflowed.
const fn check_mul(overflows: bool, line: u32) {
    if overflows && intrinsics::debug_assertions() {
        overflow("attempt to multiply with overflow", line)
    }
}

/// In the debug profile, panic if a negation overflowed.
const fn check_neg(overflows: bool, line: u32) {
    if overflows && intrinsics::debug_assertions() {
        overflow("attempt to negate with overflow", line)
    }
}

/// Panic if a divisor is zero.
const fn check_rem_zero(is_zero: bool, line: u32) {
    if is_zero {
        overflow("attempt to calculate the remainder with a divisor of zero", line)
    }
}

/// Panic if a divisor is zero.
const fn check_div_zero(is_zero: bool, line: u32) {
    if is_zero {
        overflow("attempt to divide by zero", line)
    }
}

/// The low `bits` bits in reverse order.
const fn reverse_bits(mut n: u64, bits: u32) -> u64 {
    let mut reversed = 0;
    let mut i = 0;
    while i < bits {
        reversed = reversed << 1 | n & 1;
        n >>= 1;
        i += 1;
    }
    reversed
}

/// The greatest integer whose square is not above `n`.
const fn isqrt(mut n: u64) -> u64 {
    let mut root = 0;
    let mut bit = 1 << 62;
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
const fn ilog(mut n: u64, base: u64) -> u32 {
    let mut log = 0;
    while n >= base {
        n /= base;
        log += 1;
    }
    log
}

/// Why a text is no integer.
pub enum IntErrorKind {
    Empty,
    InvalidDigit,
    PosOverflow,
    NegOverflow,
    Zero,
}

/// A text is no integer.
pub struct ParseIntError {
    kind: IntErrorKind,
}

impl ParseIntError {
    pub const fn kind(&self) -> &IntErrorKind {
        &self.kind
    }
}

/// Where the digits of an integer in a text begin, and whether there is a minus before them.
const fn digits_of(src: &str, radix: u32, signed: bool) -> Result<(usize, bool), ParseIntError> {
    if radix < 2 || radix > 36 {
        let mut f = panicking::begin_in_core(&CoreFile::Num, if signed { 1801 } else { 1802 }, 1);
        f.write_str("from_ascii_radix: radix must lie in the range `[2, 36]` - found ");
        fmt::Display::fmt(&radix, &mut f);
        panicking::panic_end()
    }
    let bytes = src.as_bytes();
    let len = bytes.len();
    if len == 0 {
        return Err(ParseIntError { kind: IntErrorKind::Empty });
    }
    let negative = signed && bytes[0] == b'-';
    let at = if negative || bytes[0] == b'+' { 1 } else { 0 };
    if at == len { Err(ParseIntError { kind: IntErrorKind::InvalidDigit }) } else { Ok((at, negative)) }
}

/// The value of a digit in any radix; 255 for what is no digit.
const fn digit(byte: u8) -> u8 {
    if byte >= b'0' && byte <= b'9' {
        byte - b'0'
    } else if byte >= b'a' && byte <= b'z' {
        byte - b'a' + 10
    } else if byte >= b'A' && byte <= b'Z' {
        byte - b'A' + 10
    } else {
        255
    }
}

/// The error of an integer that is out of range.
const fn out_of_range(negative: bool) -> ParseIntError {
    ParseIntError { kind: if negative { IntErrorKind::NegOverflow } else { IntErrorKind::PosOverflow } }
}

/// The bits of an integer in a text. `max` is the greatest value of the type.
const fn parse(src: &str, radix: u32, max: u64, signed: bool) -> Result<u64, ParseIntError> {
    let (mut at, negative) = match digits_of(src, radix, signed) {
        Ok(found) => found,
        Err(error) => return Err(error),
    };
    let bytes = src.as_bytes();
    let len = bytes.len();
    let limit = if negative { max + 1 } else { max };
    let mut value = 0;
    while at < len {
        let digit = digit(bytes[at]);
        if digit as u32 >= radix {
            return Err(ParseIntError { kind: IntErrorKind::InvalidDigit });
        }
        if value > (limit - digit as u64) / radix as u64 {
            return Err(out_of_range(negative));
        }
        value = value * radix as u64 + digit as u64;
        at += 1;
    }
    Ok(if negative { intrinsics::wrapping_sub(0, value) } else { value })
}

impl Clone for IntErrorKind {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for IntErrorKind {}

impl PartialEq for IntErrorKind {
    fn eq(&self, other: &Self) -> bool {
        *self as u8 == *other as u8
    }
}

impl Eq for IntErrorKind {}

impl fmt::Debug for IntErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            IntErrorKind::Empty => "Empty",
            IntErrorKind::InvalidDigit => "InvalidDigit",
            IntErrorKind::PosOverflow => "PosOverflow",
            IntErrorKind::NegOverflow => "NegOverflow",
            IntErrorKind::Zero => "Zero",
        })
    }
}

impl Clone for ParseIntError {
    fn clone(&self) -> Self {
        ParseIntError { kind: self.kind }
    }
}

impl PartialEq for ParseIntError {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for ParseIntError {}

impl fmt::Debug for ParseIntError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParseIntError").field("kind", &self.kind).finish()
    }
}

impl fmt::Display for ParseIntError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.kind {
            IntErrorKind::Empty => "cannot parse integer from empty string",
            IntErrorKind::InvalidDigit => "invalid digit found in string",
            IntErrorKind::PosOverflow => "number too large to fit in target type",
            IntErrorKind::NegOverflow => "number too small to fit in target type",
            IntErrorKind::Zero => "number would be zero for non-zero type",
        })
    }
}

/// An integer does not fit the type that it was to be converted to.
pub struct TryFromIntError(pub(crate) ());

impl Clone for TryFromIntError {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for TryFromIntError {}

impl PartialEq for TryFromIntError {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for TryFromIntError {}

impl fmt::Debug for TryFromIntError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TryFromIntError").field(&self.0).finish()
    }
}

impl fmt::Display for TryFromIntError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("out of range integral type conversion attempted")
    }
}
