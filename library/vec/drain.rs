//! A part of a vector, taken out.

use super::Vec;
use crate::fmt;
use crate::intrinsics;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
use crate::ptr;

pub struct Drain<'a, T> {
    vec: &'a mut Vec<T>,
    /// The values from `start` to `end` are still to be handed out; they lie behind the end of the vector.
    start: usize,
    end: usize,
}

impl<'a, T> Drain<'a, T> {
    /// The rest closes up at once, with what is taken out behind it: a drain that is forgotten only leaks.
    pub(crate) fn new(vec: &'a mut Vec<T>, start: usize, end: usize) -> Drain<'a, T> {
        let len = vec.len;
        let count = end - start;
        // Turn what is taken out to the end.
        unsafe {
            let slice = intrinsics::slice_from_raw_mut(vec.at(start), len - start);
            slice.rotate_left(count);
        }
        vec.len = len - count;
        Drain { vec, start: len - count, end: len }
    }

    pub fn as_slice(&self) -> &[T] {
        unsafe { intrinsics::slice_from_raw(self.vec.at(self.start) as *const T, self.end - self.start) }
    }
}

impl<'a, T> Drop for Drain<'a, T> {
    #[only_frees]
    fn drop(&mut self) {
        unsafe {
            let rest = intrinsics::slice_from_raw_mut(self.vec.at(self.start), self.end - self.start);
            intrinsics::drop_in_place(rest as *mut [T]);
        }
    }
}

impl<'a, T> Iterator for Drain<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        let at = self.start;
        self.start = at + 1;
        Some(unsafe { ptr::read(self.vec.at(at) as *const T) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.start;
        (left, Some(left))
    }
}

impl<'a, T> FusedIterator for Drain<'a, T> {}

impl<'a, T> DoubleEndedIterator for Drain<'a, T> {
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(unsafe { ptr::read(self.vec.at(self.end) as *const T) })
    }
}

impl<'a, T> ExactSizeIterator for Drain<'a, T> {}

impl<'a, T: fmt::Debug> fmt::Debug for Drain<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_slice()).finish()
    }
}
