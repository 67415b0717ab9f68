//! Methods of arrays.

use crate::cmp::Ordering;
use crate::fmt;
use crate::intrinsics;
use crate::iter::FusedIterator;
use crate::ops::{Index, IndexMut};
use crate::slice::{SliceIndex, SliceIndexMut};

impl<T, const N: usize> [T; N] {
    pub const fn as_slice(&self) -> &[T] {
        self
    }

    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        self
    }

    pub fn map<F: FnMut(T) -> U, U>(self, mut f: F) -> [U; N] {
        let mut items = self.into_iter();
        from_fn(|_| match items.next() {
            Some(item) => f(item),
            None => unreachable!(),
        })
    }

    pub fn each_ref(&self) -> [&T; N] {
        from_fn(|i| &self[i])
    }

    pub fn each_mut(&mut self) -> [&mut T; N] {
        let mut items = self.iter_mut();
        from_fn(|_| match items.next() {
            Some(item) => item,
            None => unreachable!(),
        })
    }
}

pub fn from_fn<T, const N: usize, F: FnMut(usize) -> T>(mut f: F) -> [T; N] {
    let mut items = Vec::with_capacity(N);
    for i in 0..N {
        items.push(f(i));
    }
    of_vec(items)
}

/// The array of a vector's values, of which there are `N`.
fn of_vec<T, const N: usize>(mut items: Vec<T>) -> [T; N] {
    unsafe {
        // They move into the array: only the vector's memory is left to be released.
        items.set_len(0);
        (items.as_ptr() as *const [T; N]).read()
    }
}

pub const fn from_ref<T>(s: &T) -> &[T; 1] {
    unsafe { &*(s as *const T as *const [T; 1]) }
}

/// A slice is not as long as an array.
#[derive(Clone, Copy)]
pub struct TryFromSliceError(());

impl fmt::Debug for TryFromSliceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TryFromSliceError").field(&self.0).finish()
    }
}

impl fmt::Display for TryFromSliceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("could not convert slice to array")
    }
}

impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] {
    type Error = TryFromSliceError;

    fn try_from(slice: &[T]) -> Result<[T; N], TryFromSliceError> {
        let array: &[T; N] = slice.try_into()?;
        Ok(*array)
    }
}

impl<T: Copy, const N: usize> TryFrom<&mut [T]> for [T; N] {
    type Error = TryFromSliceError;

    fn try_from(slice: &mut [T]) -> Result<[T; N], TryFromSliceError> {
        let slice: &[T] = slice;
        slice.try_into()
    }
}

impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] {
    type Error = TryFromSliceError;

    fn try_from(slice: &'a [T]) -> Result<&'a [T; N], TryFromSliceError> {
        if slice.len() == N { Ok(unsafe { &*(slice.as_ptr() as *const [T; N]) }) } else { Err(TryFromSliceError(())) }
    }
}

impl<'a, T, const N: usize> TryFrom<&'a mut [T]> for &'a mut [T; N] {
    type Error = TryFromSliceError;

    fn try_from(slice: &'a mut [T]) -> Result<&'a mut [T; N], TryFromSliceError> {
        if slice.len() == N {
            Ok(unsafe { &mut *(slice.as_mut_ptr() as *mut [T; N]) })
        } else {
            Err(TryFromSliceError(()))
        }
    }
}

impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] {
    type Error = Vec<T>;

    fn try_from(vec: Vec<T>) -> Result<[T; N], Vec<T>> {
        if vec.len() == N { Ok(of_vec(vec)) } else { Err(vec) }
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

    /// Drop elements that are not counted any more, from the front.
    fn drop_from(&mut self, from: usize, count: usize) {
        let passed = unsafe { intrinsics::slice_from_raw_mut(self.at(from) as *mut T, count) };
        intrinsics::drop_in_place(passed as *mut [T]);
    }
}

impl<T, const N: usize> Drop for IntoIter<T, N> {
    #[only_frees]
    fn drop(&mut self) {
        self.drop_from(self.start, self.end - self.start);
    }
}

impl<T, const N: usize> Iterator for IntoIter<T, N> {
    type Item = T;

    fn __is_one_shot() -> bool {
        N <= 1
    }

    fn __known_length(&self) -> u8 {
        1
    }

    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        let at = self.start;
        self.start = at + 1;
        Some(unsafe { self.at(at).read() })
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

impl<T, const N: usize> FusedIterator for IntoIter<T, N> {}

impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(unsafe { self.at(self.end).read() })
    }

    fn __advance_back_by(&mut self, n: usize) -> usize {
        let step = n.min(self.end - self.start);
        self.end -= step;
        self.drop_from(self.end, step);
        n - step
    }
}

impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}

impl<T, const N: usize> IntoIterator for [T; N] {
    type Item = T;
    type IntoIter = IntoIter<T, N>;

    fn into_iter(self) -> IntoIter<T, N> {
        IntoIter { data: crate::mem::ManuallyDrop::new(self), start: 0, end: N }
    }

    fn __fixed_size() -> Option<usize> {
        Some(N)
    }
}

impl<T: Clone, const N: usize> Clone for IntoIter<T, N> {
    fn clone(&self) -> Self {
        let mut copy =
            IntoIter { data: unsafe { intrinsics::ptr_read(&self.data) }, start: self.start, end: self.start };
        while copy.end < self.end {
            unsafe {
                intrinsics::ptr_write(copy.at(copy.end) as *mut T, (*self.at(copy.end)).clone());
            }
            copy.end += 1;
        }
        copy
    }
}

impl<T: fmt::Debug, const N: usize> fmt::Debug for IntoIter<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}
