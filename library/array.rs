//! Methods of arrays.

use crate::cmp::Ordering;
use crate::intrinsics;
use crate::ops::{Index, IndexMut};
use crate::slice::{SliceIndex, SliceIndexMut};

impl<T, const N: usize> [T; N] {
    pub const fn as_slice(&self) -> &[T] {
        self
    }

    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        self
    }
}

impl<T, I: SliceIndex<[T]>, const N: usize> Index<I> for [T; N] {
    type Output = I::Output;

    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        let slice: &[T] = self;
        index.index(slice)
    }
}

impl<T, I: SliceIndexMut<[T]>, const N: usize> IndexMut<I> for [T; N] {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        let slice: &mut [T] = self;
        index.index_mut(slice)
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T; N] {
    fn eq(&self, other: &[U; N]) -> bool {
        for i in 0..N {
            if self[i] != other[i] {
                return false;
            }
        }
        true
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U]> for [T; N] {
    fn eq(&self, other: &[U]) -> bool {
        let slice: &[T] = self;
        *slice == *other
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for [T] {
    fn eq(&self, other: &[U; N]) -> bool {
        let slice: &[U] = other;
        *self == *slice
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U]> for [T; N] {
    fn eq(&self, other: &&[U]) -> bool {
        let slice: &[T] = self;
        *slice == **other
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for &[T] {
    fn eq(&self, other: &[U; N]) -> bool {
        let slice: &[U] = other;
        **self == *slice
    }
}

impl<T: Eq, const N: usize> Eq for [T; N] {}

impl<T: PartialOrd, const N: usize> PartialOrd for [T; N] {
    fn partial_cmp(&self, other: &[T; N]) -> Option<Ordering> {
        let a: &[T] = self;
        let b: &[T] = other;
        a.partial_cmp(b)
    }
}

impl<T: Ord, const N: usize> Ord for [T; N] {
    fn cmp(&self, other: &[T; N]) -> Ordering {
        let a: &[T] = self;
        let b: &[T] = other;
        a.cmp(b)
    }
}

/// An array's elements, one after the other.
pub struct IntoIter<T, const N: usize> {
    data: crate::mem::ManuallyDrop<[T; N]>,
    /// The elements from `start` to `end` are still there.
    start: usize,
    end: usize,
}

impl<T, const N: usize> IntoIter<T, N> {
    fn at(&self, index: usize) -> *const T {
        unsafe { (&*self.data as *const [T; N] as *const T).add(index) }
    }

    pub fn as_slice(&self) -> &[T] {
        unsafe { intrinsics::slice_from_raw(self.at(self.start), self.end - self.start) }
    }
}

impl<T, const N: usize> Drop for IntoIter<T, N> {
    #[only_frees]
    fn drop(&mut self) {
        unsafe {
            let rest = intrinsics::slice_from_raw_mut(self.at(self.start) as *mut T, self.end - self.start);
            intrinsics::drop_in_place(rest as *mut [T]);
        }
    }
}

impl<T, const N: usize> Iterator for IntoIter<T, N> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        let at = self.start;
        self.start = at + 1;
        Some(unsafe { self.at(at).read() })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.start;
        (left, Some(left))
    }
}

impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(unsafe { self.at(self.end).read() })
    }
}

impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}

impl<T, const N: usize> IntoIterator for [T; N] {
    type Item = T;
    type IntoIter = IntoIter<T, N>;

    fn into_iter(self) -> IntoIter<T, N> {
        IntoIter { data: crate::mem::ManuallyDrop::new(self), start: 0, end: N }
    }
}

impl<T: Clone, const N: usize> Clone for IntoIter<T, N> {
    fn clone(&self) -> Self {
        let mut copy = IntoIter { data: unsafe { intrinsics::ptr_read(&self.data) }, start: self.start, end: self.start };
        while copy.end < self.end {
            unsafe {
                intrinsics::ptr_write(copy.at(copy.end) as *mut T, (*self.at(copy.end)).clone());
            }
            copy.end += 1;
        }
        copy
    }
}
