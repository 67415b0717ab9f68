//! Methods of `char`.

mod case;
mod escape;

pub use case::{ToLowercase, ToUppercase};
pub use escape::{EscapeDebug, EscapeDefault, EscapeUnicode};

use crate::fmt;
use crate::intrinsics;
use crate::panicking::{self, CoreFile};
use crate::unicode;

pub const MAX: char = '\u{10FFFF}';
pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';

pub const fn from_u32(i: u32) -> Option<char> {
    char::from_u32(i)
}

pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
    char::from_digit(num, radix)
}

impl char {
    pub const MIN: char = '\0';
    pub const MAX: char = '\u{10FFFF}';
    pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';

    pub const fn from_u32(i: u32) -> Option<char> {
        if i > 0x10FFFF || i >= 0xD800 && i < 0xE000 {
            None
        } else {
            unsafe { Some(intrinsics::char_from_u32_unchecked(i)) }
        }
    }

    pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
        if radix > 36 {
            panicking::panic_in_core("from_digit: radix is too high (maximum 36)", &CoreFile::CharConvert, 332, 9);
        }
        if num >= radix {
            None
        } else if num < 10 {
            Some((b'0' + num as u8) as char)
        } else {
            Some((b'a' - 10 + num as u8) as char)
        }
    }

    pub const fn to_digit(self, radix: u32) -> Option<u32> {
        if radix < 2 || radix > 36 {
            let message = "to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive";
            panicking::panic_in_core(message, &CoreFile::CharMethods, 403, 9);
        }
        let code = self as u32;
        let digit = if self >= '0' && self <= '9' {
            code - 48
        } else if self >= 'a' && self <= 'z' {
            code - 87
        } else if self >= 'A' && self <= 'Z' {
            code - 55
        } else {
            36
        };
        if digit < radix { Some(digit) } else { None }
    }

    pub const fn is_digit(self, radix: u32) -> bool {
        self.to_digit(radix).is_some()
    }

    pub const fn len_utf8(self) -> usize {
        let code = self as u32;
        if code < 0x80 {
            1
        } else if code < 0x800 {
            2
        } else if code < 0x10000 {
            3
        } else {
            4
        }
    }

    pub const fn len_utf16(self) -> usize {
        if (self as u32) < 0x10000 { 1 } else { 2 }
    }

    pub fn is_alphabetic(self) -> bool {
        if self.is_ascii() { self.is_ascii_alphabetic() } else { unicode::is_alphabetic(self as u32) }
    }

    pub fn is_numeric(self) -> bool {
        if self.is_ascii() { self.is_ascii_digit() } else { unicode::is_numeric(self as u32) }
    }

    pub fn is_alphanumeric(self) -> bool {
        self.is_alphabetic() || self.is_numeric()
    }

    pub const fn is_lowercase(self) -> bool {
        if self.is_ascii() { self.is_ascii_lowercase() } else { unicode::is_lowercase(self as u32) }
    }

    pub const fn is_uppercase(self) -> bool {
        if self.is_ascii() { self.is_ascii_uppercase() } else { unicode::is_uppercase(self as u32) }
    }

    pub const fn is_whitespace(self) -> bool {
        match self {
            ' ' | '\t'..='\r' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' => true,
            '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => true,
            _ => false,
        }
    }

    pub fn is_control(self) -> bool {
        self < ' ' || self >= '\u{7F}' && self < '\u{A0}'
    }

    pub const fn is_ascii(&self) -> bool {
        (*self as u32) < 0x80
    }

    pub const fn is_ascii_alphabetic(&self) -> bool {
        self.is_ascii_lowercase() || self.is_ascii_uppercase()
    }

    pub const fn is_ascii_digit(&self) -> bool {
        *self >= '0' && *self <= '9'
    }

    pub const fn is_ascii_hexdigit(&self) -> bool {
        self.is_ascii_digit() || *self >= 'a' && *self <= 'f' || *self >= 'A' && *self <= 'F'
    }

    pub const fn is_ascii_alphanumeric(&self) -> bool {
        self.is_ascii_alphabetic() || self.is_ascii_digit()
    }

    pub const fn is_ascii_lowercase(&self) -> bool {
        *self >= 'a' && *self <= 'z'
    }

    pub const fn is_ascii_uppercase(&self) -> bool {
        *self >= 'A' && *self <= 'Z'
    }

    pub const fn is_ascii_whitespace(&self) -> bool {
        *self == ' ' || *self == '\t' || *self == '\n' || *self == '\u{C}' || *self == '\r'
    }

    pub const fn is_ascii_control(&self) -> bool {
        *self < ' ' || *self == '\u{7F}'
    }

    pub const fn is_ascii_graphic(&self) -> bool {
        *self > ' ' && *self < '\u{7F}'
    }

    pub const fn is_ascii_punctuation(&self) -> bool {
        self.is_ascii_graphic() && !self.is_ascii_alphanumeric()
    }

    pub const fn to_ascii_uppercase(&self) -> char {
        if self.is_ascii_lowercase() { (*self as u8 - 32) as char } else { *self }
    }

    pub const fn to_ascii_lowercase(&self) -> char {
        if self.is_ascii_uppercase() { (*self as u8 + 32) as char } else { *self }
    }

    pub const fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }

    pub const fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }

    pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool {
        self.to_ascii_lowercase() == other.to_ascii_lowercase()
    }
}

/// A number is no character.
pub struct CharTryFromError(pub(crate) ());

impl fmt::Debug for CharTryFromError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CharTryFromError").field(&self.0).finish()
    }
}

impl fmt::Display for CharTryFromError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("converted integer out of range for `char`")
    }
}

impl PartialEq for CharTryFromError {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for CharTryFromError {}

/// A text is not one character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCharError {
    kind: CharErrorKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CharErrorKind {
    EmptyString,
    TooManyChars,
}

impl fmt::Display for ParseCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.kind {
            CharErrorKind::EmptyString => "cannot parse char from empty string",
            CharErrorKind::TooManyChars => "too many characters in string",
        })
    }
}

impl crate::str::FromStr for char {
    type Err = ParseCharError;

    fn from_str(s: &str) -> Result<char, ParseCharError> {
        let bytes = s.as_bytes();
        if bytes.is_empty() {
            return Err(ParseCharError { kind: CharErrorKind::EmptyString });
        }
        if crate::str::char_len(bytes[0]) < bytes.len() {
            return Err(ParseCharError { kind: CharErrorKind::TooManyChars });
        }
        Ok(crate::str::decode(bytes, 0))
    }
}

/// A character has no place in a smaller type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TryFromCharError(());

impl fmt::Debug for TryFromCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TryFromCharError").field(&self.0).finish()
    }
}

impl fmt::Display for TryFromCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("unicode code point out of range")
    }
}

impl TryFrom<char> for u8 {
    type Error = TryFromCharError;

    fn try_from(c: char) -> Result<u8, TryFromCharError> {
        if (c as u32) < 0x100 { Ok(c as u32 as u8) } else { Err(TryFromCharError(())) }
    }
}

impl TryFrom<char> for u16 {
    type Error = TryFromCharError;

    fn try_from(c: char) -> Result<u16, TryFromCharError> {
        if (c as u32) < 0x10000 { Ok(c as u32 as u16) } else { Err(TryFromCharError(())) }
    }
}
