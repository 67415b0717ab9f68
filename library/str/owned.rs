//! Text made from text.

use super::part;
use super::pattern::{Pattern, Searcher};
use crate::boxed::Box;
use crate::intrinsics;
use crate::panicking::{self, CoreFile};
use crate::string::String;
use crate::vec::Vec;

impl str {
    pub fn repeat(&self, n: usize) -> String {
        let Some(len) = self.len().checked_mul(n) else {
            panicking::panic_in_core("capacity overflow", &CoreFile::AllocSlice, 523, 50)
        };
        let mut text = String::with_capacity(len);
        let mut i = 0;
        while i < n {
            text.push_str(self);
            i += 1;
        }
        text
    }

    pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String {
        self.replaced(from, to, usize::MAX)
    }

    pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String {
        self.replaced(pat, to, count)
    }

    fn replaced<P: Pattern>(&self, pat: P, to: &str, mut count: usize) -> String {
        let bytes = self.as_bytes();
        let mut text = String::with_capacity(self.len());
        let mut kept = 0;
        let mut searcher = Searcher::new(self, pat);
        while count > 0
            && let Some((start, end)) = searcher.next_match()
        {
            text.push_str(part(bytes, kept, start));
            text.push_str(to);
            kept = end;
            count -= 1;
        }
        text.push_str(part(bytes, kept, bytes.len()));
        text
    }

    pub fn to_uppercase(&self) -> String {
        let mut text = String::with_capacity(self.len());
        for c in self.chars() {
            text.extend(c.to_uppercase());
        }
        text
    }

    pub fn to_lowercase(&self) -> String {
        let mut text = String::with_capacity(self.len());
        for (at, c) in self.char_indices() {
            if c == 'Σ' {
                // At the end of a word it has a form of its own.
                let next = at + c.len_utf8();
                let ends_word = cased_first(self[..at].chars().rev()) && !cased_first(self[next..].chars());
                text.push(if ends_word { 'ς' } else { 'σ' });
            } else {
                text.extend(c.to_lowercase());
            }
        }
        text
    }

    pub fn to_ascii_uppercase(&self) -> String {
        let mut text = String::from(self);
        text.make_ascii_uppercase();
        text
    }

    pub fn to_ascii_lowercase(&self) -> String {
        let mut text = String::from(self);
        text.make_ascii_lowercase();
        text
    }

    pub fn make_ascii_uppercase(&mut self) {
        let bytes = unsafe { self.as_bytes_mut() };
        let mut i = 0;
        while i < bytes.len() {
            bytes[i] = bytes[i].to_ascii_uppercase();
            i += 1;
        }
    }

    pub fn make_ascii_lowercase(&mut self) {
        let bytes = unsafe { self.as_bytes_mut() };
        let mut i = 0;
        while i < bytes.len() {
            bytes[i] = bytes[i].to_ascii_lowercase();
            i += 1;
        }
    }

    pub unsafe fn as_bytes_mut(&mut self) -> &mut [u8] {
        let len = self.len();
        unsafe { intrinsics::slice_from_raw_mut(self.as_ptr() as *mut u8, len) }
    }

    pub fn into_string(self: Box<str>) -> String {
        let raw = Box::into_raw(self);
        unsafe {
            let len = (*raw).len();
            String::from_utf8_unchecked(Vec::from_raw_parts((*raw).as_ptr() as *mut u8, len, len))
        }
    }

    pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]> {
        self.into_string().into_bytes().into_boxed_slice()
    }
}

/// Whether the first character that counts has a case.
fn cased_first<I: Iterator<Item = char>>(mut chars: I) -> bool {
    chars.find(|c| !c.is_case_ignorable()).is_some_and(char::is_cased)
}
