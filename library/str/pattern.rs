//! What is looked for in a text.

use super::{char_len, decode, is_boundary};
use crate::string::String;

/// What can be looked for in `bytes[from..to]`, which is a text.
pub trait Pattern: Sized {
    /// The first occurrence: its start and end.
    fn first_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)>;

    /// The last occurrence.
    fn last_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)>;

    /// The end of an occurrence that starts at `from`.
    fn match_at_start(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize>;

    /// The start of an occurrence that ends at `to`.
    fn match_at_end(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize>;
}

/// Patterns that find the same occurrences from either end.
pub trait DoubleEndedPattern: Pattern {}

/// Patterns of one character.
pub trait CharPattern {
    fn matches(&mut self, c: char) -> bool;
}

impl CharPattern for char {
    fn matches(&mut self, c: char) -> bool {
        *self == c
    }
}

impl<const N: usize> CharPattern for [char; N] {
    fn matches(&mut self, c: char) -> bool {
        self.contains(&c)
    }
}

impl<const N: usize> CharPattern for &[char; N] {
    fn matches(&mut self, c: char) -> bool {
        self.contains(&c)
    }
}

impl CharPattern for &[char] {
    fn matches(&mut self, c: char) -> bool {
        self.contains(&c)
    }
}

impl<F: FnMut(char) -> bool> CharPattern for F {
    fn matches(&mut self, c: char) -> bool {
        self(c)
    }
}

/// Where the character starts that ends before `end`.
pub const fn char_start(bytes: &[u8], end: usize) -> usize {
    let mut start = end - 1;
    while bytes[start] & 0xC0 == 0x80 {
        start -= 1;
    }
    start
}

impl<C: CharPattern> Pattern for C {
    fn first_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
        let mut at = from;
        while at < to {
            let next = at + char_len(bytes[at]);
            if self.matches(decode(bytes, at)) {
                return Some((at, next));
            }
            at = next;
        }
        None
    }

    fn last_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
        let mut end = to;
        while end > from {
            let start = char_start(bytes, end);
            if self.matches(decode(bytes, start)) {
                return Some((start, end));
            }
            end = start;
        }
        None
    }

    fn match_at_start(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize> {
        if from < to && self.matches(decode(bytes, from)) { Some(from + char_len(bytes[from])) } else { None }
    }

    fn match_at_end(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize> {
        if from == to {
            return None;
        }
        let start = char_start(bytes, to);
        if self.matches(decode(bytes, start)) { Some(start) } else { None }
    }
}

impl<C: CharPattern> DoubleEndedPattern for C {}

/// Whether `part` lies at `bytes[at..]`, where there is room for it.
fn lies_at(bytes: &[u8], at: usize, part: &[u8]) -> bool {
    let mut i = 0;
    while i < part.len() {
        if bytes[at + i] != part[i] {
            return false;
        }
        i += 1;
    }
    true
}

impl Pattern for &str {
    fn first_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
        let part = self.as_bytes();
        let mut at = from;
        while at + part.len() <= to {
            if lies_at(bytes, at, part) && is_boundary(bytes, at) {
                return Some((at, at + part.len()));
            }
            at += 1;
        }
        None
    }

    fn last_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
        let part = self.as_bytes();
        let mut end = to;
        while end >= from + part.len() {
            let at = end - part.len();
            if lies_at(bytes, at, part) && is_boundary(bytes, at) {
                return Some((at, end));
            }
            if end == 0 {
                return None;
            }
            end -= 1;
        }
        None
    }

    fn match_at_start(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize> {
        let part = self.as_bytes();
        if to - from >= part.len() && lies_at(bytes, from, part) { Some(from + part.len()) } else { None }
    }

    fn match_at_end(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize> {
        let part = self.as_bytes();
        if to - from >= part.len() && lies_at(bytes, to - part.len(), part) { Some(to - part.len()) } else { None }
    }
}

impl Pattern for &&str {
    fn first_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
        let mut part: &str = self;
        part.first_match(bytes, from, to)
    }

    fn last_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
        let mut part: &str = self;
        part.last_match(bytes, from, to)
    }

    fn match_at_start(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize> {
        let mut part: &str = self;
        part.match_at_start(bytes, from, to)
    }

    fn match_at_end(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize> {
        let mut part: &str = self;
        part.match_at_end(bytes, from, to)
    }
}

impl Pattern for &String {
    fn first_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
        let mut part = self.as_str();
        part.first_match(bytes, from, to)
    }

    fn last_match(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
        let mut part = self.as_str();
        part.last_match(bytes, from, to)
    }

    fn match_at_start(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize> {
        let mut part = self.as_str();
        part.match_at_start(bytes, from, to)
    }

    fn match_at_end(&mut self, bytes: &[u8], from: usize, to: usize) -> Option<usize> {
        let mut part = self.as_str();
        part.match_at_end(bytes, from, to)
    }
}

/// A search through a text, from its ends inwards.
#[derive(Clone)]
pub struct Searcher<'a, P> {
    pub bytes: &'a [u8],
    pat: P,
    /// What is not searched yet; nothing once `done`.
    from: usize,
    to: usize,
    done: bool,
}

impl<'a, P: Pattern> Searcher<'a, P> {
    pub fn new(text: &'a str, pat: P) -> Searcher<'a, P> {
        Searcher { bytes: text.as_bytes(), pat, from: 0, to: text.len(), done: false }
    }

    /// The next occurrence from the front.
    pub fn next_match(&mut self) -> Option<(usize, usize)> {
        if self.done {
            return None;
        }
        let found = self.pat.first_match(self.bytes, self.from, self.to);
        match found {
            Some((start, end)) if end > start => self.from = end,
            // The empty text lies between any two characters.
            Some((_, end)) if end < self.to => self.from = end + char_len(self.bytes[end]),
            _ => self.done = true,
        }
        found
    }

    /// The next occurrence from the back.
    pub fn next_match_back(&mut self) -> Option<(usize, usize)> {
        if self.done {
            return None;
        }
        let found = self.pat.last_match(self.bytes, self.from, self.to);
        match found {
            Some((start, end)) if end > start => self.to = start,
            Some((start, _)) if start > self.from => self.to = char_start(self.bytes, start),
            _ => self.done = true,
        }
        found
    }

    /// Leave out occurrences at the front: where the rest starts.
    pub fn skip_front(&mut self) -> usize {
        while let Some(end) = self.pat.match_at_start(self.bytes, self.from, self.to) {
            if end == self.from {
                break;
            }
            self.from = end;
        }
        self.from
    }

    /// Leave out occurrences at the back: where the rest ends.
    pub fn skip_back(&mut self) -> usize {
        while let Some(start) = self.pat.match_at_end(self.bytes, self.from, self.to) {
            if start == self.to {
                break;
            }
            self.to = start;
        }
        self.to
    }
}
