//! Methods of slices.

mod ascii;
mod chunks;
mod index;
mod iter;
mod owned;
mod search;
mod sort;
mod split;

pub use chunks::{
    ArrayWindows, ChunkBy, ChunkByMut, Chunks, ChunksExact, ChunksExactMut, ChunksMut, RChunks, RChunksExact,
    RChunksMut, Windows,
};
pub use index::{SliceIndex, SliceIndexMut, range};
pub use iter::{Iter, IterMut};
pub use owned::{Concat, Join};
pub use split::{RSplit, RSplitN, Split, SplitInclusive, SplitMut, SplitN};

use crate::cmp::Ordering;
use crate::intrinsics;
use crate::panicking::{self, CoreFile};

/// `slice[start..end]`, which is known to fit.
pub const fn within<T>(slice: &[T], start: usize, end: usize) -> &[T] {
    unsafe {
        let from = intrinsics::ptr_offset(intrinsics::slice_as_ptr(slice), start as isize);
        intrinsics::slice_from_raw(from, end - start)
    }
}

pub const fn within_mut<T>(slice: &mut [T], start: usize, end: usize) -> &mut [T] {
    unsafe {
        let from = intrinsics::ptr_offset(intrinsics::slice_as_mut_ptr(slice) as *const T, start as isize);
        intrinsics::slice_from_raw_mut(from as *mut T, end - start)
    }
}

pub const fn from_ref<T>(s: &T) -> &[T] {
    unsafe { intrinsics::slice_from_raw(s as *const T, 1) }
}

pub const fn from_mut<T>(s: &mut T) -> &mut [T] {
    unsafe { intrinsics::slice_from_raw_mut(s as *mut T, 1) }
}

impl<T> [T] {
    pub const fn len(&self) -> usize {
        intrinsics::slice_len(self)
    }

    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub const fn first(&self) -> Option<&T> {
        if self.is_empty() { None } else { Some(&self[0]) }
    }

    pub const fn first_mut(&mut self) -> Option<&mut T> {
        if self.is_empty() { None } else { Some(&mut self[0]) }
    }

    pub const fn last(&self) -> Option<&T> {
        if self.is_empty() { None } else { Some(&self[self.len() - 1]) }
    }

    pub const fn last_mut(&mut self) -> Option<&mut T> {
        let len = self.len();
        if len == 0 { None } else { Some(&mut self[len - 1]) }
    }

    pub const fn split_first(&self) -> Option<(&T, &[T])> {
        if self.is_empty() { None } else { Some((&self[0], within(self, 1, self.len()))) }
    }

    pub const fn split_last(&self) -> Option<(&T, &[T])> {
        let len = self.len();
        if len == 0 { None } else { Some((&self[len - 1], within(self, 0, len - 1))) }
    }

    pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output> {
        index.get(self)
    }

    pub fn get_mut<I: SliceIndexMut<[T]>>(&mut self, index: I) -> Option<&mut I::Output> {
        index.get_mut(self)
    }

    pub const fn as_ptr(&self) -> *const T {
        intrinsics::slice_as_ptr(self)
    }

    #[track_caller]
    pub const fn swap(&mut self, a: usize, b: usize) {
        let len = self.len();
        if a >= len {
            panic!("index out of bounds: the len is {len} but the index is {a}");
        }
        if b >= len {
            panic!("index out of bounds: the len is {len} but the index is {b}");
        }
        unsafe {
            let first = intrinsics::ptr_read(&self[a] as *const T);
            let second = intrinsics::ptr_read(&self[b] as *const T);
            intrinsics::ptr_write(&mut self[a] as *mut T, second);
            intrinsics::ptr_write(&mut self[b] as *mut T, first);
        }
    }

    pub const fn reverse(&mut self) {
        let len = self.len();
        let mut i = 0;
        while i < len / 2 {
            self.swap(i, len - 1 - i);
            i += 1;
        }
    }

    #[track_caller]
    pub const fn split_at(&self, mid: usize) -> (&[T], &[T]) {
        if mid > self.len() {
            panic!("mid > len");
        }
        (within(self, 0, mid), within(self, mid, self.len()))
    }

    #[track_caller]
    pub const fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        let len = self.len();
        if mid > len {
            panic!("mid > len");
        }
        unsafe {
            let start = intrinsics::slice_as_mut_ptr(self);
            let rest = intrinsics::ptr_offset(start as *const T, mid as isize) as *mut T;
            (intrinsics::slice_from_raw_mut(start, mid), intrinsics::slice_from_raw_mut(rest, len - mid))
        }
    }

    pub const fn rotate_left(&mut self, mid: usize) {
        if mid > self.len() {
            panicking::panic_in_core("assertion failed: mid <= self.len()", &CoreFile::Slice, 3885, 9);
        }
        let len = self.len();
        within_mut(self, 0, mid).reverse();
        within_mut(self, mid, len).reverse();
        self.reverse();
    }

    pub const fn rotate_right(&mut self, k: usize) {
        if k > self.len() {
            panicking::panic_in_core("assertion failed: k <= self.len()", &CoreFile::Slice, 3931, 9);
        }
        let len = self.len();
        self.rotate_left(len - k);
    }

    pub fn fill(&mut self, value: T)
    where
        T: Clone,
    {
        if let Some((last, rest)) = self.split_last_mut() {
            for element in rest {
                element.clone_from(&value);
            }
            *last = value;
        }
    }

    pub fn fill_with<F: FnMut() -> T>(&mut self, mut f: F) {
        for i in 0..self.len() {
            self[i] = f();
        }
    }

    #[track_caller]
    pub const fn copy_from_slice(&mut self, src: &[T])
    where
        T: Copy,
    {
        let len = self.len();
        let from = src.len();
        if len != from {
            panic!("copy_from_slice: source slice length ({from}) does not match destination slice length ({len})");
        }
        unsafe {
            intrinsics::ptr_copy(intrinsics::slice_as_ptr(src), intrinsics::slice_as_mut_ptr(self), len);
        }
    }

    #[track_caller]
    pub fn clone_from_slice(&mut self, src: &[T])
    where
        T: Clone,
    {
        let len = self.len();
        let from = src.len();
        if len != from {
            panic!("copy_from_slice: source slice length ({from}) does not match destination slice length ({len})");
        }
        for i in 0..self.len() {
            self[i].clone_from(&src[i]);
        }
    }

    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        for i in 0..self.len() {
            if self[i] == *x {
                return true;
            }
        }
        false
    }

    pub fn starts_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let len = needle.len();
        self.len() >= len && within(self, 0, len) == needle
    }

    pub fn ends_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let len = self.len();
        len >= needle.len() && within(self, len - needle.len(), len) == needle
    }

    pub const fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        let len = self.len();
        if len == 0 {
            return None;
        }
        let (first, rest) = self.split_at_mut(1);
        Some((&mut first[0], rest))
    }

    pub const fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        let len = self.len();
        if len == 0 {
            return None;
        }
        let (rest, last) = self.split_at_mut(len - 1);
        Some((&mut last[0], rest))
    }

    pub const fn as_mut_ptr(&mut self) -> *mut T {
        intrinsics::slice_as_mut_ptr(self)
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(self)
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut::new(self)
    }

    pub fn copy_within<R: crate::ops::RangeBounds<usize>>(&mut self, src: R, dest: usize)
    where
        T: Copy,
    {
        let (start, end) = range(src, self.len());
        let count = end - start;
        if dest > self.len() - count {
            panicking::panic_in_core("dest is out of bounds", &CoreFile::Slice, 4146, 9);
        }
        unsafe {
            let base = intrinsics::slice_as_mut_ptr(self);
            intrinsics::ptr_copy(base.add(start) as *const T, base.add(dest), count);
        }
    }

    #[track_caller]
    pub fn swap_with_slice(&mut self, other: &mut [T]) {
        let len = self.len();
        if len != other.len() {
            panic!("destination and source slices have different lengths");
        }
        let mut i = 0;
        while i < len {
            crate::mem::swap(&mut self[i], &mut other[i]);
            i += 1;
        }
    }

    pub fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])> {
        if mid <= self.len() { Some(self.split_at(mid)) } else { None }
    }

    pub fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {
        if mid <= self.len() { Some(self.split_at_mut(mid)) } else { None }
    }

    pub fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        if N <= self.len() { Some(unsafe { &*(self.as_ptr() as *const [T; N]) }) } else { None }
    }

    pub fn last_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        let len = self.len();
        if N <= len { within(self, len - N, len).first_chunk() } else { None }
    }

    pub fn split_first_chunk<const N: usize>(&self) -> Option<(&[T; N], &[T])> {
        match self.first_chunk() {
            Some(chunk) => Some((chunk, within(self, N, self.len()))),
            None => None,
        }
    }

    pub fn split_last_chunk<const N: usize>(&self) -> Option<(&[T], &[T; N])> {
        match self.last_chunk() {
            Some(chunk) => Some((within(self, 0, self.len() - N), chunk)),
            None => None,
        }
    }

    pub fn strip_prefix(&self, prefix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.starts_with(prefix) { Some(within(self, prefix.len(), self.len())) } else { None }
    }

    pub fn strip_suffix(&self, suffix: &[T]) -> Option<&[T]>
    where
        T: PartialEq,
    {
        if self.ends_with(suffix) { Some(within(self, 0, self.len() - suffix.len())) } else { None }
    }
}

impl<T: PartialEq<U>, U> PartialEq<[U]> for [T] {
    fn eq(&self, other: &[U]) -> bool {
        if self.len() != other.len() {
            return false;
        }
        for i in 0..self.len() {
            if self[i] != other[i] {
                return false;
            }
        }
        true
    }
}

impl<T: Eq> Eq for [T] {}

impl<T: PartialOrd> PartialOrd for [T] {
    fn partial_cmp(&self, other: &[T]) -> Option<Ordering> {
        let len = if self.len() < other.len() { self.len() } else { other.len() };
        for i in 0..len {
            match self[i].partial_cmp(&other[i]) {
                Some(Ordering::Equal) => {}
                order => return order,
            }
        }
        self.len().partial_cmp(&other.len())
    }
}

impl<T: Ord> Ord for [T] {
    fn cmp(&self, other: &[T]) -> Ordering {
        let len = if self.len() < other.len() { self.len() } else { other.len() };
        for i in 0..len {
            match self[i].cmp(&other[i]) {
                Ordering::Equal => {}
                order => return order,
            }
        }
        self.len().cmp(&other.len())
    }
}
