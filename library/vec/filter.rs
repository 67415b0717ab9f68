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
        let len = self.len;
        // Where something panics, what was not looked at is leaked rather than dropped twice.
        self.len = 0;
        let mut kept = 0;
        for i in 0..len {
            unsafe {
                if f(&mut *self.at(i)) {
                    ptr::copy(self.at(i) as *const T, self.at(kept), 1);
                    kept += 1;
                } else {
                    mem::drop(self.at(i).read());
                }
            }
        }
        self.len = kept;
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
        let len = self.len;
        if len < 2 {
            return;
        }
        self.len = 0;
        let mut kept = 1;
        for i in 1..len {
            unsafe {
                if same_bucket(&mut *self.at(i), &mut *self.at(kept - 1)) {
                    mem::drop(self.at(i).read());
                } else {
                    ptr::copy(self.at(i) as *const T, self.at(kept), 1);
                    kept += 1;
                }
            }
        }
        self.len = kept;
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
