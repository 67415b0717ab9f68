//! Vectors whose values a function chooses or makes.

use super::Vec;
use crate::iter::Iterator;
use crate::mem;
use crate::ops::RangeBounds;
use crate::ptr;

impl<T> Vec<T> {
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.retain_mut(|value| f(value));
    }

    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
        let mut gap = Gap::new(self, 0);
        while gap.read < gap.len {
            unsafe {
                let value = gap.vec.at(gap.read);
                if f(&mut *value) {
                    gap.keep();
                } else {
                    gap.read += 1;
                    mem::drop(value.read());
                }
            }
        }
    }

    pub fn dedup(&mut self)
    where
        T: PartialEq,
    {
        self.dedup_by(|a, b| *a == *b);
    }

    pub fn dedup_by_key<F: FnMut(&mut T) -> K, K: PartialEq>(&mut self, mut key: F) {
        self.dedup_by(|a, b| key(a) == key(b));
    }

    pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, mut same_bucket: F) {
        if self.len < 2 {
            return;
        }
        let mut gap = Gap::new(self, 1);
        while gap.read < gap.len {
            unsafe {
                let value = gap.vec.at(gap.read);
                if same_bucket(&mut *value, &mut *gap.vec.at(gap.write - 1)) {
                    gap.read += 1;
                    mem::drop(value.read());
                } else {
                    gap.keep();
                }
            }
        }
    }

    pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, mut f: F) {
        self.reserve(new_len.saturating_sub(self.len));
        while self.len < new_len {
            self.push(f());
        }
        self.truncate(new_len);
    }

    pub fn pop_if<F: FnOnce(&mut T) -> bool>(&mut self, predicate: F) -> Option<T> {
        match self.last_mut() {
            Some(last) if predicate(last) => self.pop(),
            _ => None,
        }
    }

    pub fn extract_if<F: FnMut(&mut T) -> bool, R: RangeBounds<usize>>(
        &mut self,
        range: R,
        filter: F,
    ) -> ExtractIf<'_, T, F> {
        let (start, end) = crate::slice::range(range, self.len);
        ExtractIf { vec: self, at: start, end, pred: filter }
    }
}

/// A vector from which values are taken out: those before `write` are kept, those from `read` on still to be looked at. The gap
/// closes in the end, also where something panics.
struct Gap<'a, T> {
    vec: &'a mut Vec<T>,
    write: usize,
    read: usize,
    len: usize,
}

impl<'a, T> Gap<'a, T> {
    /// No gap yet, before the value at `start`.
    fn new(vec: &'a mut Vec<T>, start: usize) -> Gap<'a, T> {
        let len = vec.len;
        vec.len = 0;
        Gap { vec, write: start, read: start, len }
    }

    /// Keep the value at `read`.
    fn keep(&mut self) {
        if self.write < self.read {
            unsafe {
                ptr::copy(self.vec.at(self.read) as *const T, self.vec.at(self.write), 1);
            }
        }
        self.write += 1;
        self.read += 1;
    }
}

impl<'a, T> Drop for Gap<'a, T> {
    fn drop(&mut self) {
        let left = self.len - self.read;
        unsafe {
            ptr::copy(self.vec.at(self.read) as *const T, self.vec.at(self.write), left);
        }
        self.vec.len = self.write + left;
    }
}

/// The values that a function chooses, taken out one by one.
pub struct ExtractIf<'a, T, F> {
    vec: &'a mut Vec<T>,
    at: usize,
    end: usize,
    pred: F,
}

impl<'a, T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<'a, T, F> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        while self.at < self.end {
            if (self.pred)(&mut self.vec[self.at]) {
                self.end -= 1;
                return Some(self.vec.remove(self.at));
            }
            self.at += 1;
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.end - self.at))
    }
}
