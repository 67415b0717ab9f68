//! A text's characters, bytes, lines and parts.

use super::{char_len, decode, part};
use crate::fmt;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};

pub struct Chars<'a> {
    bytes: &'a [u8],
    start: usize,
    end: usize,
}

impl<'a> Chars<'a> {
    pub(crate) fn new(text: &'a str) -> Chars<'a> {
        Chars { bytes: text.as_bytes(), start: 0, end: text.len() }
    }

    pub fn as_str(&self) -> &'a str {
        part(self.bytes, self.start, self.end)
    }
}

impl<'a> Iterator for Chars<'a> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if self.start == self.end {
            return None;
        }
        let first = self.bytes[self.start];
        if first < 0x80 {
            self.start += 1;
            return Some(first as char);
        }
        let c = decode(self.bytes, self.start);
        self.start += char_len(first);
        Some(c)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.end - self.start;
        ((len + 3) / 4, Some(len))
    }
}

impl<'a> FusedIterator for Chars<'a> {}

impl<'a> DoubleEndedIterator for Chars<'a> {
    fn next_back(&mut self) -> Option<char> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        while self.bytes[self.end] & 0xC0 == 0x80 {
            self.end -= 1;
        }
        Some(decode(self.bytes, self.end))
    }
}

impl<'a> Clone for Chars<'a> {
    fn clone(&self) -> Self {
        Chars { bytes: self.bytes, start: self.start, end: self.end }
    }
}

impl<'a> fmt::Debug for Chars<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chars(");
        let mut list = f.debug_list();
        let mut chars = self.clone();
        while let Some(c) = chars.next() {
            list.entry(&c);
        }
        list.finish();
        f.write_str(")")
    }
}

pub struct CharIndices<'a> {
    iter: Chars<'a>,
}

impl<'a> CharIndices<'a> {
    pub(crate) fn new(text: &'a str) -> CharIndices<'a> {
        CharIndices { iter: Chars::new(text) }
    }

    pub fn as_str(&self) -> &'a str {
        self.iter.as_str()
    }

    pub fn offset(&self) -> usize {
        self.iter.start
    }
}

impl<'a> Iterator for CharIndices<'a> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        let at = self.iter.start;
        match self.iter.next() {
            Some(c) => Some((at, c)),
            None => None,
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<'a> FusedIterator for CharIndices<'a> {}

impl<'a> DoubleEndedIterator for CharIndices<'a> {
    fn next_back(&mut self) -> Option<(usize, char)> {
        match self.iter.next_back() {
            Some(c) => Some((self.iter.end, c)),
            None => None,
        }
    }
}

impl<'a> Clone for CharIndices<'a> {
    fn clone(&self) -> Self {
        CharIndices { iter: self.iter.clone() }
    }
}

pub struct Bytes<'a> {
    bytes: &'a [u8],
    start: usize,
    end: usize,
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(text: &'a str) -> Bytes<'a> {
        Bytes { bytes: text.as_bytes(), start: 0, end: text.len() }
    }
}

impl<'a> Iterator for Bytes<'a> {
    type Item = u8;

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<u8> {
        if self.start == self.end {
            return None;
        }
        self.start += 1;
        Some(self.bytes[self.start - 1])
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.end - self.start;
        (len, Some(len))
    }
}

impl<'a> FusedIterator for Bytes<'a> {}

impl<'a> DoubleEndedIterator for Bytes<'a> {
    fn next_back(&mut self) -> Option<u8> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(self.bytes[self.end])
    }
}

impl<'a> ExactSizeIterator for Bytes<'a> {}

impl<'a> Clone for Bytes<'a> {
    fn clone(&self) -> Self {
        Bytes { bytes: self.bytes, start: self.start, end: self.end }
    }
}

pub struct Lines<'a> {
    bytes: &'a [u8],
    start: usize,
    end: usize,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Lines<'a> {
        Lines { bytes: text.as_bytes(), start: 0, end: text.len() }
    }

    /// A line without the carriage return that may be its last character.
    fn line(&self, start: usize, end: usize, ended: bool) -> &'a str {
        if ended && end > start && self.bytes[end - 1] == b'\r' {
            part(self.bytes, start, end - 1)
        } else {
            part(self.bytes, start, end)
        }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.start == self.end {
            return None;
        }
        let start = self.start;
        let mut at = start;
        while at < self.end && self.bytes[at] != b'\n' {
            at += 1;
        }
        let ended = at < self.end;
        self.start = if ended { at + 1 } else { at };
        Some(self.line(start, at, ended))
    }
}

impl<'a> FusedIterator for Lines<'a> {}

impl<'a> DoubleEndedIterator for Lines<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        if self.start == self.end {
            return None;
        }
        let ended = self.bytes[self.end - 1] == b'\n';
        let end = if ended { self.end - 1 } else { self.end };
        let mut at = end;
        while at > self.start && self.bytes[at - 1] != b'\n' {
            at -= 1;
        }
        self.end = at;
        Some(self.line(at, end, ended))
    }
}

impl<'a> Clone for Lines<'a> {
    fn clone(&self) -> Self {
        Lines { bytes: self.bytes, start: self.start, end: self.end }
    }
}

pub struct SplitWhitespace<'a> {
    text: &'a str,
}

impl<'a> SplitWhitespace<'a> {
    pub(crate) fn new(text: &'a str) -> SplitWhitespace<'a> {
        SplitWhitespace { text }
    }
}

impl<'a> Iterator for SplitWhitespace<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.text.trim_start();
        if text.is_empty() {
            self.text = text;
            return None;
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() && !decode(bytes, at).is_whitespace() {
            at += char_len(bytes[at]);
        }
        self.text = part(bytes, at, bytes.len());
        Some(part(bytes, 0, at))
    }
}

impl<'a> FusedIterator for SplitWhitespace<'a> {}

impl<'a> DoubleEndedIterator for SplitWhitespace<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        let text = self.text.trim_end();
        if text.is_empty() {
            self.text = text;
            return None;
        }
        let bytes = text.as_bytes();
        let mut at = bytes.len();
        loop {
            let mut start = at;
            if start == 0 {
                break;
            }
            start -= 1;
            while bytes[start] & 0xC0 == 0x80 {
                start -= 1;
            }
            if decode(bytes, start).is_whitespace() {
                break;
            }
            at = start;
        }
        self.text = part(bytes, 0, at);
        Some(part(bytes, at, bytes.len()))
    }
}

impl<'a> Clone for SplitWhitespace<'a> {
    fn clone(&self) -> Self {
        SplitWhitespace { text: self.text }
    }
}

pub struct SplitAsciiWhitespace<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> SplitAsciiWhitespace<'a> {
    pub(crate) fn new(text: &'a str) -> SplitAsciiWhitespace<'a> {
        SplitAsciiWhitespace { bytes: text.as_bytes(), at: 0 }
    }
}

impl<'a> Iterator for SplitAsciiWhitespace<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let len = self.bytes.len();
        while self.at < len && self.bytes[self.at].is_ascii_whitespace() {
            self.at += 1;
        }
        if self.at == len {
            return None;
        }
        let start = self.at;
        while self.at < len && !self.bytes[self.at].is_ascii_whitespace() {
            self.at += 1;
        }
        Some(part(self.bytes, start, self.at))
    }
}

impl<'a> FusedIterator for SplitAsciiWhitespace<'a> {}
