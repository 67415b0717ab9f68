//! Characters written with escapes.

use crate::fmt;
use crate::intrinsics;
use crate::iter::FusedIterator;
use crate::str::part;

impl char {
    pub fn escape_default(self) -> EscapeDefault {
        EscapeDefault { text: Escape::default_of(self) }
    }

    pub fn escape_unicode(self) -> EscapeUnicode {
        EscapeUnicode { text: Escape::unicode_of(self) }
    }

    pub fn escape_debug(self) -> EscapeDebug {
        let text = match self {
            '\0' => Escape::backslash(b'0'),
            '\t' | '\r' | '\n' | '\'' | '"' | '\\' => Escape::default_of(self),
            _ if self.is_shown() => Escape::plain(self),
            _ => Escape::unicode_of(self),
        };
        EscapeDebug { text }
    }

    /// Whether `Debug` writes the character as itself, quotation marks apart.
    fn is_shown(self) -> bool {
        let code = self as u32;
        if code < 0x7F { code >= 0x20 } else { crate::unicode::is_shown(code) }
    }

    #[track_caller]
    pub const fn encode_utf8(self, dst: &mut [u8]) -> &mut str {
        let (code, needed, given) = (self as u32, self.len_utf8(), dst.len());
        if given < needed {
            panic!("encode_utf8: need {needed} bytes to encode U+{code:x} but buffer has just {given}",);
        }
        let len = fmt::encode(self, dst);
        unsafe {
            let bytes = intrinsics::slice_from_raw_mut(intrinsics::slice_as_mut_ptr(dst), len);
            &mut *(intrinsics::str_from_utf8_unchecked(bytes) as *const str as *mut str)
        }
    }

    #[track_caller]
    pub const fn encode_utf16(self, dst: &mut [u16]) -> &mut [u16] {
        let (code, needed, given) = (self as u32, self.len_utf16(), dst.len());
        if given < needed {
            panic!("encode_utf16: need {needed} bytes to encode U+{code:x} but buffer has just {given}",);
        }
        if needed == 1 {
            dst[0] = code as u16;
        } else {
            let rest = code - 0x10000;
            dst[0] = 0xD800 | (rest >> 10) as u16;
            dst[1] = 0xDC00 | (rest & 0x3FF) as u16;
        }
        crate::slice::within_mut(dst, 0, needed)
    }
}

/// At most ten bytes, which are a text of characters of the same length.
#[derive(Clone)]
struct Escape {
    bytes: [u8; 10],
    start: usize,
    end: usize,
}

impl Escape {
    fn plain(c: char) -> Escape {
        let mut bytes = [0; 10];
        let end = fmt::encode(c, &mut bytes);
        Escape { bytes, start: 0, end }
    }

    fn backslash(letter: u8) -> Escape {
        let mut bytes = [0; 10];
        bytes[0] = b'\\';
        bytes[1] = letter;
        Escape { bytes, start: 0, end: 2 }
    }

    fn default_of(c: char) -> Escape {
        match c {
            '\t' => Escape::backslash(b't'),
            '\r' => Escape::backslash(b'r'),
            '\n' => Escape::backslash(b'n'),
            '\'' | '"' | '\\' => Escape::backslash(c as u8),
            ' '..='~' => Escape::plain(c),
            _ => Escape::unicode_of(c),
        }
    }

    fn unicode_of(c: char) -> Escape {
        let mut bytes = [0; 10];
        let mut at = 10;
        let mut code = c as u32;
        at -= 1;
        bytes[at] = b'}';
        loop {
            at -= 1;
            let digit = (code % 16) as u8;
            bytes[at] = if digit < 10 { b'0' + digit } else { b'a' - 10 + digit };
            code /= 16;
            if code == 0 {
                break;
            }
        }
        bytes[at - 1] = b'{';
        bytes[at - 2] = b'u';
        bytes[at - 3] = b'\\';
        Escape { bytes, start: at - 3, end: 10 }
    }

    fn as_str(&self) -> &str {
        part(&self.bytes, self.start, self.end)
    }

    fn next(&mut self) -> Option<char> {
        let c = self.as_str().chars().next();
        if let Some(c) = c {
            self.start += c.len_utf8();
        }
        c
    }

    fn len(&self) -> usize {
        if self.start < self.end && self.bytes[self.start] >= 0x80 { 1 } else { self.end - self.start }
    }
}

#[derive(Clone)]
pub struct EscapeDefault {
    text: Escape,
}

impl Iterator for EscapeDefault {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.text.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.text.len(), Some(self.text.len()))
    }
}

impl ExactSizeIterator for EscapeDefault {}

impl FusedIterator for EscapeDefault {}

impl fmt::Display for EscapeDefault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.as_str())
    }
}

#[derive(Clone)]
pub struct EscapeUnicode {
    text: Escape,
}

impl Iterator for EscapeUnicode {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.text.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.text.len(), Some(self.text.len()))
    }
}

impl ExactSizeIterator for EscapeUnicode {}

impl FusedIterator for EscapeUnicode {}

impl fmt::Display for EscapeUnicode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.as_str())
    }
}

#[derive(Clone)]
pub struct EscapeDebug {
    text: Escape,
}

impl Iterator for EscapeDebug {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.text.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.text.len(), Some(self.text.len()))
    }
}

impl ExactSizeIterator for EscapeDebug {}

impl FusedIterator for EscapeDebug {}

impl fmt::Display for EscapeDebug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.as_str())
    }
}
