//! A vector's values, one after the other.

use super::Vec;
use crate::alloc;
use crate::fmt;
use crate::intrinsics;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
use crate::mem;
use crate::ptr::NonNull;

pub struct IntoIter<T> {
    buf: NonNull<T>,
    cap: usize,
    /// The values from `start` to `end` are still there.
    start: usize,
    end: usize,
}

impl<T> IntoIter<T> {
    pub(crate) fn new(v: Vec<T>) -> IntoIter<T> {
        let (buf, cap, end) = (v.ptr, v.cap.0, v.len);
        mem::forget(v);
        IntoIter { buf, cap, start: 0, end }
    }

    pub fn as_slice(&self) -> &[T] {
        unsafe { intrinsics::slice_from_raw(self.buf.as_ptr().add(self.start) as *const T, self.end - self.start) }
    }

    /// Drop values that are not counted any more, from the front.
    fn drop_from(&mut self, from: usize, count: usize) {
        let passed = unsafe { intrinsics::slice_from_raw_mut(self.buf.as_ptr().add(from), count) };
        intrinsics::drop_in_place(passed as *mut [T]);
    }

    pub fn as_mut_slice(&mut self) -> &mut [T] {
        unsafe { intrinsics::slice_from_raw_mut(self.buf.as_ptr().add(self.start), self.end - self.start) }
    }
}

impl<T> Drop for IntoIter<T> {
    #[only_frees]
    fn drop(&mut self) {
        intrinsics::drop_in_place(self.as_mut_slice() as *mut [T]);
        if self.cap != 0 {
            alloc::release(self.buf.as_ptr() as *mut u8, self.cap * mem::size_of::<T>(), mem::align_of::<T>());
        }
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn __known_length(&self) -> u8 {
        if mem::needs_drop::<T>() { 1 } else { 3 }
    }

    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        let at = self.start;
        self.start = at + 1;
        Some(unsafe { self.buf.as_ptr().add(at).read() })
    }

    fn __advance_by(&mut self, n: usize) -> usize {
        let step = n.min(self.end - self.start);
        let from = self.start;
        self.start += step;
        self.drop_from(from, step);
        n - step
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.start;
        (left, Some(left))
    }
}

impl<T> FusedIterator for IntoIter<T> {}

impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(unsafe { self.buf.as_ptr().add(self.end).read() })
    }

    fn __advance_back_by(&mut self, n: usize) -> usize {
        let step = n.min(self.end - self.start);
        self.end -= step;
        self.drop_from(self.end, step);
        n - step
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<T: Clone> Clone for IntoIter<T> {
    fn clone(&self) -> Self {
        self.as_slice().to_vec().into_iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}
