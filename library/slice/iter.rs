//! A slice's elements, one after the other.

use crate::fmt;
use crate::intrinsics;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, IntoIterator, Iterator};
use crate::marker::PhantomData;

pub struct Iter<'a, T> {
    ptr: *const T,
    len: usize,
    borrows: PhantomData<&'a T>,
}

impl<'a, T> Iter<'a, T> {
    pub(crate) fn new(slice: &'a [T]) -> Iter<'a, T> {
        Iter { ptr: intrinsics::slice_as_ptr(slice), len: intrinsics::slice_len(slice), borrows: PhantomData }
    }

    pub fn as_slice(&self) -> &'a [T] {
        unsafe { intrinsics::slice_from_raw(self.ptr, self.len) }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a T> {
        if self.len == 0 {
            return None;
        }
        let at = self.ptr;
        self.ptr = intrinsics::ptr_offset(at, 1);
        self.len -= 1;
        Some(unsafe { &*at })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.len, Some(self.len))
    }

    fn count(self) -> usize {
        self.len
    }

    fn nth(&mut self, n: usize) -> Option<&'a T> {
        let skipped = if n < self.len { n } else { self.len };
        self.ptr = intrinsics::ptr_offset(self.ptr, skipped as isize);
        self.len -= skipped;
        self.next()
    }
}

impl<'a, T> FusedIterator for Iter<'a, T> {}

impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(unsafe { &*intrinsics::ptr_offset(self.ptr, self.len as isize) })
    }

    fn nth_back(&mut self, n: usize) -> Option<&'a T> {
        self.len -= if n < self.len { n } else { self.len };
        self.next_back()
    }
}

impl<'a, T> ExactSizeIterator for Iter<'a, T> {}

impl<'a, T> Clone for Iter<'a, T> {
    fn clone(&self) -> Self {
        Iter { ptr: self.ptr, len: self.len, borrows: PhantomData }
    }
}

impl<'a, T> Default for Iter<'a, T> {
    fn default() -> Self {
        Iter::new(&[])
    }
}

impl<'a, T> AsRef<[T]> for Iter<'a, T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for Iter<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.as_slice()).finish()
    }
}

pub struct IterMut<'a, T> {
    ptr: *mut T,
    len: usize,
    borrows: PhantomData<&'a mut T>,
}

impl<'a, T> IterMut<'a, T> {
    pub(crate) fn new(slice: &'a mut [T]) -> IterMut<'a, T> {
        let len = slice.len();
        IterMut { ptr: intrinsics::slice_as_mut_ptr(slice), len, borrows: PhantomData }
    }

    pub fn into_slice(self) -> &'a mut [T] {
        unsafe { intrinsics::slice_from_raw_mut(self.ptr, self.len) }
    }

    pub fn as_slice(&self) -> &[T] {
        unsafe { intrinsics::slice_from_raw(self.ptr as *const T, self.len) }
    }
}

impl<'a, T> Iterator for IterMut<'a, T> {
    type Item = &'a mut T;

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a mut T> {
        if self.len == 0 {
            return None;
        }
        let at = self.ptr;
        self.ptr = intrinsics::ptr_offset(at as *const T, 1) as *mut T;
        self.len -= 1;
        Some(unsafe { &mut *at })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.len, Some(self.len))
    }

    fn count(self) -> usize {
        self.len
    }

    fn nth(&mut self, n: usize) -> Option<&'a mut T> {
        let skipped = if n < self.len { n } else { self.len };
        self.ptr = intrinsics::ptr_offset(self.ptr as *const T, skipped as isize) as *mut T;
        self.len -= skipped;
        self.next()
    }
}

impl<'a, T> FusedIterator for IterMut<'a, T> {}

impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(unsafe { &mut *(intrinsics::ptr_offset(self.ptr as *const T, self.len as isize) as *mut T) })
    }

    fn nth_back(&mut self, n: usize) -> Option<&'a mut T> {
        self.len -= if n < self.len { n } else { self.len };
        self.next_back()
    }
}

impl<'a, T> ExactSizeIterator for IterMut<'a, T> {}

impl<'a, T: fmt::Debug> fmt::Debug for IterMut<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IterMut").field(&self.as_slice()).finish()
    }
}

impl<'a, T> IntoIterator for &'a [T] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        Iter::new(self)
    }
}

impl<'a, T> IntoIterator for &'a mut [T] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        IterMut::new(self)
    }
}

impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        Iter::new(self)
    }

    fn __fixed_size() -> Option<usize> {
        Some(N)
    }
}

impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        IterMut::new(self)
    }

    fn __fixed_size() -> Option<usize> {
        Some(N)
    }
}
