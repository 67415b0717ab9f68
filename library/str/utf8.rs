//! Whether bytes are UTF-8.

use super::part;
use crate::fmt;

/// Where bytes stop being UTF-8.
pub struct Utf8Error {
    valid_up_to: usize,
    error_len: Option<u8>,
}

impl Utf8Error {
    pub const fn valid_up_to(&self) -> usize {
        self.valid_up_to
    }

    pub const fn error_len(&self) -> Option<usize> {
        match self.error_len {
            Some(len) => Some(len as usize),
            None => None,
        }
    }
}

/// Whether the bytes are UTF-8.
pub fn check_utf8(bytes: &[u8]) -> Result<(), Utf8Error> {
    let len = bytes.len();
    let mut at = 0;
    while at < len {
        let first = bytes[at];
        if first < 0x80 {
            at += 1;
            continue;
        }
        // How many bytes follow, and what the first of them may be.
        let (more, low, high) = match first {
            0xC2..=0xDF => (1, 0x80, 0xBF),
            0xE0 => (2, 0xA0, 0xBF),
            0xE1..=0xEC | 0xEE..=0xEF => (2, 0x80, 0xBF),
            0xED => (2, 0x80, 0x9F),
            0xF0 => (3, 0x90, 0xBF),
            0xF1..=0xF3 => (3, 0x80, 0xBF),
            0xF4 => (3, 0x80, 0x8F),
            _ => return Err(Utf8Error { valid_up_to: at, error_len: Some(1) }),
        };
        let mut i = 1;
        while i <= more {
            if at + i >= len {
                return Err(Utf8Error { valid_up_to: at, error_len: None });
            }
            let byte = bytes[at + i];
            let fits = if i == 1 { low <= byte && byte <= high } else { byte & 0xC0 == 0x80 };
            if !fits {
                return Err(Utf8Error { valid_up_to: at, error_len: Some(i as u8) });
            }
            i += 1;
        }
        at += more + 1;
    }
    Ok(())
}

pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
    match check_utf8(v) {
        Ok(()) => Ok(part(v, 0, v.len())),
        Err(error) => Err(error),
    }
}

impl Clone for Utf8Error {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for Utf8Error {}

impl PartialEq for Utf8Error {
    fn eq(&self, other: &Utf8Error) -> bool {
        self.valid_up_to == other.valid_up_to && self.error_len == other.error_len
    }
}

impl Eq for Utf8Error {}

impl fmt::Debug for Utf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Utf8Error").field("valid_up_to", &self.valid_up_to).field("error_len", &self.error_len).finish()
    }
}

impl fmt::Display for Utf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.valid_up_to;
        match self.error_len {
            Some(len) => write!(f, "invalid utf-8 sequence of {len} bytes from index {at}"),
            None => write!(f, "incomplete utf-8 byte sequence from index {at}"),
        }
    }
}
