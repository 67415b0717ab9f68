//! Characters in upper and lower case.

use crate::fmt;
use crate::iter::FusedIterator;
use crate::unicode::case;

impl char {
    pub fn to_lowercase(self) -> ToLowercase {
        let code = self as u32;
        let chars = if code < 0x80 { [self.to_ascii_lowercase() as u32, 0, 0] } else { case::to_lower(code) };
        ToLowercase { chars: Few::new(chars) }
    }

    pub fn to_uppercase(self) -> ToUppercase {
        let code = self as u32;
        let chars = if code < 0x80 { [self.to_ascii_uppercase() as u32, 0, 0] } else { case::to_upper(code) };
        ToUppercase { chars: Few::new(chars) }
    }

    /// Whether the character has a case.
    pub(crate) fn is_cased(self) -> bool {
        if self.is_ascii() { self.is_ascii_alphabetic() } else { case::is_cased(self as u32) }
    }

    /// Whether the character is passed over where the case of its neighbours counts.
    pub(crate) fn is_case_ignorable(self) -> bool {
        if self.is_ascii() {
            matches!(self, '\'' | '.' | ':' | '^' | '`')
        } else {
            case::is_case_ignorable(self as u32)
        }
    }
}

/// One to three characters.
#[derive(Clone)]
struct Few {
    chars: [char; 3],
    start: usize,
    end: usize,
}

impl Few {
    /// From codes of characters, zeros behind them.
    fn new(codes: [u32; 3]) -> Few {
        let end = if codes[1] == 0 {
            1
        } else if codes[2] == 0 {
            2
        } else {
            3
        };
        Few { chars: codes.map(|code| char::from_u32(code).unwrap_or('\0')), start: 0, end }
    }

    fn next(&mut self) -> Option<char> {
        if self.start == self.end {
            return None;
        }
        self.start += 1;
        Some(self.chars[self.start - 1])
    }

    fn next_back(&mut self) -> Option<char> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(self.chars[self.end])
    }

    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for i in self.start..self.end {
            f.write_char(self.chars[i])?;
        }
        Ok(())
    }
}

/// As std's own, which holds an array's iterator.
impl fmt::Debug for Few {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CaseMappingIter").field(&Left(&self.chars[self.start..self.end])).finish()
    }
}

struct Left<'a>(&'a [char]);

impl<'a> fmt::Debug for Left<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.0).finish()
    }
}

#[derive(Clone)]
pub struct ToLowercase {
    chars: Few,
}

impl Iterator for ToLowercase {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.chars.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.chars.end - self.chars.start;
        (left, Some(left))
    }
}

impl DoubleEndedIterator for ToLowercase {
    fn next_back(&mut self) -> Option<char> {
        self.chars.next_back()
    }
}

impl ExactSizeIterator for ToLowercase {}

impl FusedIterator for ToLowercase {}

impl fmt::Debug for ToLowercase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ToLowercase").field(&self.chars).finish()
    }
}

impl fmt::Display for ToLowercase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.chars.write(f)
    }
}

#[derive(Clone)]
pub struct ToUppercase {
    chars: Few,
}

impl Iterator for ToUppercase {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.chars.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.chars.end - self.chars.start;
        (left, Some(left))
    }
}

impl DoubleEndedIterator for ToUppercase {
    fn next_back(&mut self) -> Option<char> {
        self.chars.next_back()
    }
}

impl ExactSizeIterator for ToUppercase {}

impl FusedIterator for ToUppercase {}

impl fmt::Debug for ToUppercase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ToUppercase").field(&self.chars).finish()
    }
}

impl fmt::Display for ToUppercase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.chars.write(f)
    }
}
