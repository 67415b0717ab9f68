//! `Vec`: values side by side on the heap, as many as come.

mod drain;
mod filter;
mod into_iter;
mod ops;

pub use drain::Drain;
pub use filter::ExtractIf;
pub use into_iter::IntoIter;

use crate::alloc;
use crate::boxed::Box;
use crate::intrinsics;
use crate::iter::{Extend, IntoIterator, Iterator};
use crate::mem;
use crate::panicking::{self, CoreFile};
use crate::ptr::{self, NonNull};

/// A capacity: at most `isize::MAX`, so that `Option<Vec<T>>` needs no more room than `Vec<T>`.
#[niche = "negative"]
pub struct Cap(usize);

pub struct Vec<T> {
    /// For how many values there is memory; 0 for values without bytes, for which there is always room.
    cap: Cap,
    ptr: NonNull<T>,
    len: usize,
}

/// `vec![x; n]`
pub fn from_elem<T: Clone>(elem: T, n: usize) -> Vec<T> {
    let mut v = Vec::with_capacity(n);
    v.extend_with(n, elem);
    v
}

/// `vec![a, b]`
pub fn from_array<T, const N: usize>(array: [T; N]) -> Vec<T> {
    Vec::from(array)
}

impl<T> Vec<T> {
    pub const fn new() -> Vec<T> {
        Vec { cap: Cap(0), ptr: NonNull::dangling(), len: 0 }
    }

    pub fn with_capacity(capacity: usize) -> Vec<T> {
        let mut v = Vec::new();
        if capacity > 0 {
            v.set_capacity(capacity);
        }
        v
    }

    pub unsafe fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Vec<T> {
        let capacity = if mem::size_of::<T>() == 0 { 0 } else { capacity };
        Vec { cap: Cap(capacity), ptr: unsafe { NonNull::new_unchecked(ptr) }, len: length }
    }

    pub const fn len(&self) -> usize {
        self.len
    }

    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub const fn capacity(&self) -> usize {
        if mem::size_of::<T>() == 0 { usize::MAX } else { self.cap.0 }
    }

    pub const fn as_ptr(&self) -> *const T {
        self.ptr.as_ptr() as *const T
    }

    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self.ptr.as_ptr()
    }

    pub const fn as_slice(&self) -> &[T] {
        unsafe { intrinsics::slice_from_raw(self.ptr.as_ptr() as *const T, self.len) }
    }

    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        unsafe { intrinsics::slice_from_raw_mut(self.ptr.as_ptr(), self.len) }
    }

    pub unsafe fn set_len(&mut self, new_len: usize) {
        self.len = new_len;
    }

    /// Where the value with this number lies.
    fn at(&self, index: usize) -> *mut T {
        unsafe { self.ptr.as_ptr().add(index) }
    }

    /// Get memory for exactly so many values.
    fn set_capacity(&mut self, capacity: usize) {
        let size = mem::size_of::<T>();
        if size == 0 {
            return;
        }
        let bytes = alloc::array_bytes::<T>(capacity);
        let align = mem::align_of::<T>();
        let block = self.ptr.as_ptr() as *mut u8;
        if bytes == 0 {
            alloc::release(block, self.cap.0 * size, align);
            self.ptr = NonNull::dangling();
        } else {
            let moved = alloc::resize(block, self.cap.0 * size, bytes, align);
            self.ptr = unsafe { NonNull::new_unchecked(moved as *mut T) };
        }
        self.cap = Cap(capacity);
    }

    /// Make room for `additional` values more: for twice as many as now at least, as std does.
    fn grow(&mut self, additional: usize) {
        if mem::size_of::<T>() == 0 {
            alloc::capacity_overflow();
        }
        let Some(required) = self.len.checked_add(additional) else { alloc::capacity_overflow() };
        let least = if mem::size_of::<T>() == 1 {
            8
        } else if mem::size_of::<T>() <= 1024 {
            4
        } else {
            1
        };
        self.set_capacity(required.max(self.cap.0 * 2).max(least));
    }

    pub fn reserve(&mut self, additional: usize) {
        if additional > self.capacity() - self.len {
            self.grow(additional);
        }
    }

    pub fn reserve_exact(&mut self, additional: usize) {
        if additional > self.capacity() - self.len {
            match self.len.checked_add(additional) {
                Some(capacity) => self.set_capacity(capacity),
                None => alloc::capacity_overflow(),
            }
        }
    }

    pub fn shrink_to_fit(&mut self) {
        if self.capacity() > self.len {
            self.set_capacity(self.len);
        }
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        if self.capacity() > min_capacity {
            self.set_capacity(self.len.max(min_capacity));
        }
    }

    pub fn push(&mut self, value: T) {
        if self.len == self.capacity() {
            self.grow(1);
        }
        unsafe {
            ptr::write(self.at(self.len), value);
        }
        self.len += 1;
    }

    pub fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(unsafe { self.at(self.len).read() })
    }

    #[track_caller]
    pub fn insert(&mut self, index: usize, element: T) {
        let len = self.len;
        if index > len {
            panic!("insertion index (is {index}) should be <= len (is {len})");
        }
        self.reserve(1);
        unsafe {
            let place = self.at(index);
            ptr::copy(place as *const T, place.add(1), len - index);
            ptr::write(place, element);
        }
        self.len = len + 1;
    }

    #[track_caller]
    pub fn remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            panic!("removal index (is {index}) should be < len (is {len})");
        }
        unsafe {
            let place = self.at(index);
            let removed = place.read();
            ptr::copy(place.add(1) as *const T, place, len - index - 1);
            self.len = len - 1;
            removed
        }
    }

    pub fn swap_remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            let mut f = panicking::begin_in_core(&CoreFile::Vec, 2202, 13);
            write!(f, "swap_remove index (is {index}) should be < len (is {len})");
            panicking::panic_end()
        }
        unsafe {
            let removed = self.at(index).read();
            ptr::copy(self.at(len - 1) as *const T, self.at(index), 1);
            self.len = len - 1;
            removed
        }
    }

    pub fn truncate(&mut self, len: usize) {
        if len < self.len {
            unsafe {
                let rest = intrinsics::slice_from_raw_mut(self.at(len), self.len - len);
                // Before anything is dropped, for that may panic.
                self.len = len;
                intrinsics::drop_in_place(rest as *mut [T]);
            }
        }
    }

    pub fn clear(&mut self) {
        self.truncate(0);
    }

    pub fn append(&mut self, other: &mut Vec<T>) {
        let count = other.len;
        self.reserve(count);
        unsafe {
            ptr::copy(other.as_ptr(), self.at(self.len), count);
        }
        self.len += count;
        other.len = 0;
    }

    #[track_caller]
    pub fn split_off(&mut self, at: usize) -> Vec<T> {
        let len = self.len;
        if at > len {
            panic!("`at` split index (is {at}) should be <= len (is {len})");
        }
        let mut other = Vec::with_capacity(len - at);
        unsafe {
            ptr::copy(self.at(at) as *const T, other.as_mut_ptr(), len - at);
        }
        self.len = at;
        other.len = len - at;
        other
    }

    pub fn into_boxed_slice(mut self) -> Box<[T]> {
        self.shrink_to_fit();
        let slice = unsafe { intrinsics::slice_from_raw_mut(self.ptr.as_ptr(), self.len) };
        mem::forget(self);
        unsafe { Box::from_raw(slice) }
    }

    pub fn leak<'a>(self) -> &'a mut [T] {
        let slice = unsafe { intrinsics::slice_from_raw_mut(self.ptr.as_ptr(), self.len) };
        mem::forget(self);
        slice
    }

    fn extend_with(&mut self, n: usize, value: T)
    where
        T: Clone,
    {
        if n == 0 {
            return;
        }
        self.reserve(n);
        let mut i = 1;
        while i < n {
            self.push(value.clone());
            i += 1;
        }
        self.push(value);
    }

    pub fn resize(&mut self, new_len: usize, value: T)
    where
        T: Clone,
    {
        let len = self.len;
        if new_len > len {
            self.extend_with(new_len - len, value);
        } else {
            self.truncate(new_len);
        }
    }

    pub fn extend_from_slice(&mut self, other: &[T])
    where
        T: Clone,
    {
        let count = other.len();
        self.reserve(count);
        let mut i = 0;
        while i < count {
            self.push(other[i].clone());
            i += 1;
        }
    }

    pub fn extend_from_within<R: crate::ops::RangeBounds<usize>>(&mut self, src: R)
    where
        T: Clone,
    {
        let (start, end) = crate::slice::range(src, self.len);
        self.reserve(end - start);
        let mut i = start;
        while i < end {
            let value = self[i].clone();
            self.push(value);
            i += 1;
        }
    }

    pub fn drain<R: crate::ops::RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T> {
        let (start, end) = crate::slice::range(range, self.len);
        Drain::new(self, start, end)
    }
}
