//! Text as bytes, and `Debug` of text.

use super::{Debug, Display, Formatter, Result};
use crate::intrinsics;
use crate::string::String;
use crate::unicode;

/// A text that `{:?}` shows as it is, in the place of a value that cannot be shown.
pub(crate) struct Verbatim(pub(crate) &'static str);

impl Debug for Verbatim {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(self.0)
    }
}

/// The text in `bytes[start..end]`, which lie on borders of characters.
pub fn part(bytes: &[u8], start: usize, end: usize) -> &str {
    unsafe {
        let from = intrinsics::ptr_offset(intrinsics::slice_as_ptr(bytes), start as isize);
        intrinsics::str_from_utf8_unchecked(intrinsics::slice_from_raw(from, end - start))
    }
}

/// How many bytes the character has that begins with this byte.
pub fn char_len(first: u8) -> usize {
    if first < 0x80 {
        1
    } else if first < 0xE0 {
        2
    } else if first < 0xF0 {
        3
    } else {
        4
    }
}

/// The character that begins at `bytes[at]`.
pub fn decode(bytes: &[u8], at: usize) -> char {
    let first = bytes[at] as u32;
    let code = if first < 0x80 {
        first
    } else if first < 0xE0 {
        (first & 0x1F) << 6 | (bytes[at + 1] & 0x3F) as u32
    } else if first < 0xF0 {
        (first & 0x0F) << 12 | ((bytes[at + 1] & 0x3F) as u32) << 6 | (bytes[at + 2] & 0x3F) as u32
    } else {
        (first & 0x07) << 18
            | ((bytes[at + 1] & 0x3F) as u32) << 12
            | ((bytes[at + 2] & 0x3F) as u32) << 6
            | (bytes[at + 3] & 0x3F) as u32
    };
    unsafe { intrinsics::char_from_u32_unchecked(code) }
}

/// Put a character's bytes into `buffer`: how many there are.
pub fn encode(c: char, buffer: &mut [u8]) -> usize {
    let code = c as u32;
    if code < 0x80 {
        buffer[0] = code as u8;
        return 1;
    }
    if code < 0x800 {
        buffer[0] = (0xC0 | code >> 6) as u8;
        buffer[1] = (0x80 | code & 0x3F) as u8;
        return 2;
    }
    if code < 0x10000 {
        buffer[0] = (0xE0 | code >> 12) as u8;
        buffer[1] = (0x80 | code >> 6 & 0x3F) as u8;
        buffer[2] = (0x80 | code & 0x3F) as u8;
        return 3;
    }
    buffer[0] = (0xF0 | code >> 18) as u8;
    buffer[1] = (0x80 | code >> 12 & 0x3F) as u8;
    buffer[2] = (0x80 | code >> 6 & 0x3F) as u8;
    buffer[3] = (0x80 | code & 0x3F) as u8;
    4
}

/// Whether `Debug` writes the character in another way than as itself. `quote` is the quotation mark around it.
fn is_escaped(c: char, quote: char) -> bool {
    let code = c as u32;
    if code < 0x7F { code < 0x20 || c == quote || c == '\\' } else { !unicode::is_shown(code) }
}

/// Write a character that [`is_escaped`].
fn write_escape(c: char, f: &mut Formatter<'_>) -> Result {
    match c {
        '\0' => f.write_str("\\0"),
        '\t' => f.write_str("\\t"),
        '\r' => f.write_str("\\r"),
        '\n' => f.write_str("\\n"),
        '\'' => f.write_str("\\'"),
        '"' => f.write_str("\\\""),
        '\\' => f.write_str("\\\\"),
        _ => {
            let mut buffer = [0u8; 10];
            let mut at = 9;
            buffer[at] = b'}';
            let mut code = c as u32;
            while at == 9 || code > 0 {
                at -= 1;
                let digit = (code % 16) as u8;
                buffer[at] = if digit < 10 { b'0' + digit } else { b'a' - 10 + digit };
                code /= 16;
            }
            at -= 3;
            buffer[at] = b'\\';
            buffer[at + 1] = b'u';
            buffer[at + 2] = b'{';
            f.write_str(part(&buffer, at, 10))
        }
    }
}

impl Display for str {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(self)
    }

    fn __to_string(&self) -> String {
        String::from(self)
    }

    fn __as_str(&self) -> Option<&str> {
        Some(self)
    }
}

impl Debug for str {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let bytes = self.as_bytes();
        f.write_str("\"");
        let mut start = 0;
        let mut at = 0;
        while at < bytes.len() {
            let c = decode(bytes, at);
            let next = at + char_len(bytes[at]);
            if is_escaped(c, '"') {
                f.write_str(part(bytes, start, at));
                write_escape(c, f);
                start = next;
            }
            at = next;
        }
        f.write_str(part(bytes, start, at));
        f.write_str("\"")
    }
}

impl Display for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let mut buffer = [0u8; 4];
        let len = encode(*self, &mut buffer);
        f.pad(part(&buffer, 0, len))
    }

    fn __to_string(&self) -> String {
        let mut buffer = [0u8; 4];
        let len = encode(*self, &mut buffer);
        String::from(part(&buffer, 0, len))
    }
}

impl Debug for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str("'");
        if is_escaped(*self, '\'') {
            write_escape(*self, f);
        } else {
            f.write_char(*self);
        }
        f.write_str("'")
    }
}
