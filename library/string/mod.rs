//! `String`: text on the heap.

mod ops;
mod utf8;

pub use ops::{ToString, copied_or_shown, shown};
pub use utf8::FromUtf8Error;

use crate::borrow::Cow;
use crate::boxed::Box;
use crate::fmt;
use crate::intrinsics;
use crate::iter::{FusedIterator, Iterator};
use crate::ops::RangeBounds;
use crate::ptr;
use crate::str::{char_len, decode, part};
use crate::vec::Vec;

/// Its bytes are UTF-8.
pub struct String {
    vec: Vec<u8>,
}

impl String {
    pub const fn new() -> String {
        String { vec: Vec::new() }
    }

    pub fn with_capacity(capacity: usize) -> String {
        String { vec: Vec::with_capacity(capacity) }
    }

    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {
        match crate::str::check_utf8(vec.as_slice()) {
            Ok(()) => Ok(String { vec }),
            Err(error) => Err(FromUtf8Error::new(vec, error)),
        }
    }

    /// Text, with U+FFFD in the place of what is none.
    pub fn from_utf8_lossy(v: &[u8]) -> Cow<'_, str> {
        let mut text = String::new();
        let mut rest = v;
        loop {
            match crate::str::from_utf8(rest) {
                Ok(valid) if rest.len() == v.len() => return Cow::Borrowed(valid),
                Ok(valid) => {
                    text.push_str(valid);
                    return Cow::Owned(text);
                }
                Err(error) => {
                    let (valid, behind) = rest.split_at(error.valid_up_to());
                    text.push_str(unsafe { crate::intrinsics::str_from_utf8_unchecked(valid) });
                    text.push(char::REPLACEMENT_CHARACTER);
                    match error.error_len() {
                        Some(len) => rest = &behind[len..],
                        None => return Cow::Owned(text),
                    }
                }
            }
        }
    }

    pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String {
        String { vec: bytes }
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.vec
    }

    pub fn as_str(&self) -> &str {
        unsafe { intrinsics::str_from_utf8_unchecked(self.vec.as_slice()) }
    }

    pub fn as_mut_str(&mut self) -> &mut str {
        unsafe { &mut *(intrinsics::str_from_utf8_unchecked(self.vec.as_slice()) as *const str as *mut str) }
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.vec.as_slice()
    }

    pub unsafe fn as_mut_vec(&mut self) -> &mut Vec<u8> {
        &mut self.vec
    }

    pub const fn len(&self) -> usize {
        self.vec.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.vec.is_empty()
    }

    pub const fn capacity(&self) -> usize {
        self.vec.capacity()
    }

    pub fn reserve(&mut self, additional: usize) {
        self.vec.reserve(additional);
    }

    pub fn reserve_exact(&mut self, additional: usize) {
        self.vec.reserve_exact(additional);
    }

    pub fn shrink_to_fit(&mut self) {
        self.vec.shrink_to_fit();
    }

    pub fn push_str(&mut self, string: &str) {
        let bytes = string.as_bytes();
        let count = bytes.len();
        let len = self.vec.len();
        self.vec.reserve(count);
        unsafe {
            ptr::copy(intrinsics::slice_as_ptr(bytes), self.vec.as_mut_ptr().add(len), count);
            self.vec.set_len(len + count);
        }
    }

    pub fn push(&mut self, ch: char) {
        if (ch as u32) < 0x80 {
            self.vec.push(ch as u8);
        } else {
            let mut buffer = [0u8; 4];
            let len = fmt::encode(ch, &mut buffer);
            self.push_str(part(&buffer, 0, len));
        }
    }

    pub fn pop(&mut self) -> Option<char> {
        let last = self.as_str().chars().next_back();
        if let Some(c) = last {
            let len = self.len() - c.len_utf8();
            unsafe {
                self.vec.set_len(len);
            }
        }
        last
    }

    #[track_caller]
    pub fn truncate(&mut self, new_len: usize) {
        if new_len <= self.len() {
            if !self.is_char_boundary(new_len) {
                panic!("assertion failed: self.is_char_boundary(new_len)");
            }
            self.vec.truncate(new_len);
        }
    }

    pub fn clear(&mut self) {
        self.vec.clear();
    }

    #[track_caller]
    pub fn remove(&mut self, idx: usize) -> char {
        let Some(c) = self[idx..].chars().next() else { panic!("cannot remove a char from the end of a string") };
        let next = idx + c.len_utf8();
        self.close(idx, next);
        c
    }

    /// Take the bytes from `start` to `end` out.
    fn close(&mut self, start: usize, end: usize) {
        let len = self.len();
        unsafe {
            let base = self.vec.as_mut_ptr();
            ptr::copy(base.add(end) as *const u8, base.add(start), len - end);
            self.vec.set_len(len - (end - start));
        }
    }

    #[track_caller]
    pub fn insert(&mut self, idx: usize, ch: char) {
        if !self.is_char_boundary(idx) {
            panic!("assertion failed: self.is_char_boundary(idx)");
        }
        let mut buffer = [0u8; 4];
        let len = fmt::encode(ch, &mut buffer);
        self.put(idx, part(&buffer, 0, len));
    }

    #[track_caller]
    pub fn insert_str(&mut self, idx: usize, string: &str) {
        if !self.is_char_boundary(idx) {
            panic!("assertion failed: self.is_char_boundary(idx)");
        }
        self.put(idx, string);
    }

    /// Put text in at `idx`.
    fn put(&mut self, idx: usize, string: &str) {
        let (len, count) = (self.len(), string.len());
        self.vec.reserve(count);
        unsafe {
            let place = self.vec.as_mut_ptr().add(idx);
            ptr::copy(place as *const u8, place.add(count), len - idx);
            ptr::copy(intrinsics::slice_as_ptr(string.as_bytes()), place, count);
            self.vec.set_len(len + count);
        }
    }

    pub fn retain<F: FnMut(char) -> bool>(&mut self, mut f: F) {
        let len = self.len();
        let mut kept = 0;
        let mut at = 0;
        while at < len {
            let count = char_len(self.vec[at]);
            if f(decode(&self.vec, at)) {
                self.vec.copy_within(at..at + count, kept);
                kept += count;
            }
            at += count;
        }
        self.vec.truncate(kept);
    }

    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> String {
        if !self.is_char_boundary(at) {
            panic!("assertion failed: self.is_char_boundary(at)");
        }
        String { vec: self.vec.split_off(at) }
    }

    #[track_caller]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_> {
        let (start, end) = crate::slice::range(range, self.len());
        if !self.is_char_boundary(start) {
            panic!("assertion failed: self.is_char_boundary(start)");
        }
        if !self.is_char_boundary(end) {
            panic!("assertion failed: self.is_char_boundary(end)");
        }
        let taken = String::from(part(self.as_bytes(), start, end));
        self.close(start, end);
        Drain { taken, at: 0, of: crate::marker::PhantomData }
    }

    #[track_caller]
    pub fn replace_range<R: RangeBounds<usize>>(&mut self, range: R, replace_with: &str) {
        let (start, end) = crate::slice::range(range, self.len());
        if !self.is_char_boundary(start) {
            panic!("start of range should be a character boundary");
        }
        if !self.is_char_boundary(end) {
            panic!("end of range should be a character boundary");
        }
        self.close(start, end);
        self.put(start, replace_with);
    }

    pub fn into_boxed_str(self) -> Box<str> {
        let raw = Box::into_raw(self.vec.into_boxed_slice());
        unsafe { Box::from_raw(intrinsics::str_from_utf8_unchecked(&*raw) as *const str as *mut str) }
    }

    pub fn leak<'a>(self) -> &'a mut str {
        Box::leak(self.into_boxed_str())
    }
}

/// `format!` of text alone.
pub fn of_text(text: &str) -> String {
    String::from(text)
}

/// A part of a string, taken out.
pub struct Drain<'a> {
    taken: String,
    at: usize,
    of: crate::marker::PhantomData<&'a mut String>,
}

impl<'a> Iterator for Drain<'a> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let rest = part(self.taken.as_bytes(), self.at, self.taken.len());
        let c = rest.chars().next();
        if let Some(c) = c {
            self.at += c.len_utf8();
        }
        c
    }
}

impl<'a> FusedIterator for Drain<'a> {}

impl<'a> Drain<'a> {
    pub fn as_str(&self) -> &str {
        part(self.taken.as_bytes(), self.at, self.taken.len())
    }
}
