//! What vectors implement.

use super::{IntoIter, Vec};
use crate::alloc;
use crate::borrow::{Borrow, BorrowMut};
use crate::boxed::Box;
use crate::cmp::Ordering;
use crate::fmt;
use crate::intrinsics;
use crate::iter::{Extend, FromIterator, IntoIterator, Iterator};
use crate::mem;
use crate::ops::{Deref, DerefMut, Index, IndexMut};
use crate::ptr;
use crate::slice::{Iter, IterMut, SliceIndex, SliceIndexMut};
use crate::string::String;

impl<T> Drop for Vec<T> {
    #[only_frees]
    fn drop(&mut self) {
        intrinsics::drop_in_place(self.as_mut_slice() as *mut [T]);
        if self.cap.0 != 0 {
            alloc::release(self.ptr.as_ptr() as *mut u8, self.cap.0 * mem::size_of::<T>(), mem::align_of::<T>());
        }
    }
}

impl<T> Deref for Vec<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        unsafe { intrinsics::slice_from_raw(self.ptr.as_ptr() as *const T, self.len) }
    }
}

impl<T> DerefMut for Vec<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        unsafe { intrinsics::slice_from_raw_mut(self.ptr.as_ptr(), self.len) }
    }
}

impl<T, I: SliceIndex<[T]>> Index<I> for Vec<T> {
    type Output = I::Output;

    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self.as_slice())
    }
}

impl<T, I: SliceIndexMut<[T]>> IndexMut<I> for Vec<T> {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self.as_mut_slice())
    }
}

impl<T: Clone> Clone for Vec<T> {
    fn clone(&self) -> Self {
        self.as_slice().to_vec()
    }

    fn clone_from(&mut self, source: &Vec<T>) {
        self.truncate(source.len());
        let kept = self.len();
        self.clone_from_slice(&source[..kept]);
        self.extend_from_slice(&source[kept..]);
    }
}

impl<T> Default for Vec<T> {
    fn default() -> Self {
        Vec::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for Vec<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_slice(), f)
    }
}

impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Vec<T> {
    fn eq(&self, other: &Vec<U>) -> bool {
        *self.as_slice() == *other.as_slice()
    }
}

impl<T: PartialEq<U>, U> PartialEq<[U]> for Vec<T> {
    fn eq(&self, other: &[U]) -> bool {
        *self.as_slice() == *other
    }
}

impl<T: PartialEq<U>, U> PartialEq<&[U]> for Vec<T> {
    fn eq(&self, other: &&[U]) -> bool {
        *self.as_slice() == **other
    }
}

impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for Vec<T> {
    fn eq(&self, other: &&mut [U]) -> bool {
        *self.as_slice() == **other
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for Vec<T> {
    fn eq(&self, other: &[U; N]) -> bool {
        *self.as_slice() == *other.as_slice()
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U; N]> for Vec<T> {
    fn eq(&self, other: &&[U; N]) -> bool {
        *self.as_slice() == *other.as_slice()
    }
}

impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for [T] {
    fn eq(&self, other: &Vec<U>) -> bool {
        *self == *other.as_slice()
    }
}

impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &[T] {
    fn eq(&self, other: &Vec<U>) -> bool {
        **self == *other.as_slice()
    }
}

impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &mut [T] {
    fn eq(&self, other: &Vec<U>) -> bool {
        **self == *other.as_slice()
    }
}

impl<T: Eq> Eq for Vec<T> {}

impl<T: PartialOrd> PartialOrd for Vec<T> {
    fn partial_cmp(&self, other: &Vec<T>) -> Option<Ordering> {
        self.as_slice().partial_cmp(other.as_slice())
    }
}

impl<T: Ord> Ord for Vec<T> {
    fn cmp(&self, other: &Vec<T>) -> Ordering {
        self.as_slice().cmp(other.as_slice())
    }
}

impl<T> AsRef<[T]> for Vec<T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T> AsMut<[T]> for Vec<T> {
    fn as_mut(&mut self) -> &mut [T] {
        self.as_mut_slice()
    }
}

impl<T> AsRef<Vec<T>> for Vec<T> {
    fn as_ref(&self) -> &Vec<T> {
        self
    }
}

impl<T> AsMut<Vec<T>> for Vec<T> {
    fn as_mut(&mut self) -> &mut Vec<T> {
        self
    }
}

impl<T> Borrow<[T]> for Vec<T> {
    fn borrow(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T> BorrowMut<[T]> for Vec<T> {
    fn borrow_mut(&mut self) -> &mut [T] {
        self.as_mut_slice()
    }
}

impl<T: Clone> From<&[T]> for Vec<T> {
    fn from(s: &[T]) -> Self {
        s.to_vec()
    }
}

impl<T: Clone> From<&mut [T]> for Vec<T> {
    fn from(s: &mut [T]) -> Self {
        s.to_vec()
    }
}

impl<T: Clone, const N: usize> From<&[T; N]> for Vec<T> {
    fn from(s: &[T; N]) -> Self {
        s.as_slice().to_vec()
    }
}

impl<T, const N: usize> From<[T; N]> for Vec<T> {
    fn from(array: [T; N]) -> Self {
        let mut v = Vec::with_capacity(N);
        unsafe {
            ptr::copy(&array as *const [T; N] as *const T, v.as_mut_ptr(), N);
        }
        v.len = N;
        mem::forget(array);
        v
    }
}

impl<T> From<Box<[T]>> for Vec<T> {
    fn from(b: Box<[T]>) -> Self {
        b.into_vec()
    }
}

impl From<&str> for Vec<u8> {
    fn from(s: &str) -> Self {
        s.as_bytes().to_vec()
    }
}

impl From<String> for Vec<u8> {
    fn from(s: String) -> Self {
        s.into_bytes()
    }
}

impl<T, const N: usize> TryFrom<Vec<T>> for [T; N] {
    type Error = Vec<T>;

    fn try_from(mut vec: Vec<T>) -> Result<[T; N], Vec<T>> {
        if vec.len != N {
            return Err(vec);
        }
        vec.len = 0;
        Ok(unsafe { ptr::read(vec.as_ptr() as *const [T; N]) })
    }
}

impl<T> FromIterator<T> for Vec<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Vec<T> {
        let mut iter = iter.into_iter();
        if iter.__known_length() == 1 {
            let mut v = Vec::with_capacity(iter.size_hint().0);
            iter.for_each(|item| v.push(item));
            return v;
        }
        // As std: nothing is allocated for nothing, and else room for four at least.
        let Some(first) = iter.next() else { return Vec::new() };
        let (low, high) = iter.size_hint();
        let exact = match high {
            Some(high) => high == low,
            None => false,
        };
        let wanted = low.saturating_add(1);
        let least = if mem::size_of::<T>() == 1 {
            8
        } else if mem::size_of::<T>() <= 1024 {
            4
        } else {
            1
        };
        let mut v = Vec::with_capacity(if exact { wanted } else { wanted.max(least) });
        v.push(first);
        v.extend_rest(iter);
        v
    }
}

impl<T> Vec<T> {
    fn extend_rest<I: Iterator<Item = T>>(&mut self, mut iter: I) {
        while let Some(item) = iter.next() {
            if self.len == self.capacity() {
                let (low, _) = iter.size_hint();
                self.reserve(low.saturating_add(1));
            }
            self.push(item);
        }
    }
}

impl<T> Extend<T> for Vec<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let iter = iter.into_iter();
        let (low, high) = iter.size_hint();
        if high == Some(low) {
            self.reserve(low);
        }
        self.extend_rest(iter);
    }

    fn extend_one(&mut self, item: T) {
        self.push(item);
    }
}

impl<'a, T: Copy + 'a> Extend<&'a T> for Vec<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        let (low, high) = iter.size_hint();
        if high == Some(low) {
            self.reserve(low);
        }
        while let Some(item) = iter.next() {
            if self.len == self.capacity() {
                let (low, _) = iter.size_hint();
                self.reserve(low.saturating_add(1));
            }
            self.push(*item);
        }
    }
}

impl<T> IntoIterator for Vec<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter::new(self)
    }
}

impl<'a, T> IntoIterator for &'a Vec<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Vec<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
