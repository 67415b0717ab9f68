//! `VecDeque`: a ring of places, so that values come and go at both ends.
//!
//! ```text
//!   │ 3 │ 4 │ 5 │   │   │ 0 │ 1 │ 2 │
//!                         ▲ head
//! ```
//!
//! Where values lie in the ring can be seen through slices: it is as in std after each operation.

mod drain;
mod edit;
mod iter;
mod ops;
mod ring;

pub use drain::Drain;
pub use iter::{IntoIter, Iter, IterMut};

use crate::cmp::Ordering;
use crate::mem;
use crate::ops::RangeBounds;
use crate::panicking::{self, CoreFile};
use crate::ptr::NonNull;
use crate::slice;
use crate::vec::Vec;

pub struct VecDeque<T> {
    /// Where the first value lies.
    head: usize,
    len: usize,
    /// For how many values there is memory; 0 for values without bytes, for which there is always room.
    cap: usize,
    ptr: NonNull<T>,
}

impl<T> VecDeque<T> {
    pub const fn new() -> VecDeque<T> {
        VecDeque { head: 0, len: 0, cap: 0, ptr: NonNull::dangling() }
    }

    pub fn with_capacity(capacity: usize) -> VecDeque<T> {
        VecDeque::from(Vec::with_capacity(capacity))
    }

    pub fn get(&self, index: usize) -> Option<&T> {
        if index < self.len { Some(unsafe { &*self.place(index) }) } else { None }
    }

    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if index < self.len { Some(unsafe { &mut *self.place(index) }) } else { None }
    }

    pub fn swap(&mut self, i: usize, j: usize) {
        if i >= self.len {
            failed("assertion failed: i < self.len()", 971);
        }
        if j >= self.len {
            failed("assertion failed: j < self.len()", 972);
        }
        unsafe {
            let (a, b) = (self.place(i), self.place(j));
            let value = a.read();
            a.write(b.read());
            b.write(value);
        }
    }

    pub fn capacity(&self) -> usize {
        if mem::size_of::<T>() == 0 { usize::MAX } else { self.cap }
    }

    pub fn iter(&self) -> Iter<'_, T> {
        let (a, b) = self.as_slices();
        Iter::new(a.iter(), b.iter())
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        let (a, b) = self.as_mut_slices();
        IterMut::new(a.iter_mut(), b.iter_mut())
    }

    pub fn as_slices(&self) -> (&[T], &[T]) {
        self.slices(0, self.len)
    }

    pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {
        self.slices_mut(0, self.len)
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn range<R>(&self, range: R) -> Iter<'_, T>
    where
        R: RangeBounds<usize>,
    {
        let (start, end) = slice::range(range, self.len);
        let (a, b) = self.slices(start, end);
        Iter::new(a.iter(), b.iter())
    }

    pub fn range_mut<R>(&mut self, range: R) -> IterMut<'_, T>
    where
        R: RangeBounds<usize>,
    {
        let (start, end) = slice::range(range, self.len);
        let (a, b) = self.slices_mut(start, end);
        IterMut::new(a.iter_mut(), b.iter_mut())
    }

    pub fn drain<R>(&mut self, range: R) -> Drain<'_, T>
    where
        R: RangeBounds<usize>,
    {
        let (start, end) = slice::range(range, self.len);
        Drain::new(self, start, end - start)
    }

    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq<T>,
    {
        let (a, b) = self.as_slices();
        a.contains(x) || b.contains(x)
    }

    pub fn front(&self) -> Option<&T> {
        self.get(0)
    }

    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.get_mut(0)
    }

    pub fn back(&self) -> Option<&T> {
        self.get(self.len.wrapping_sub(1))
    }

    pub fn back_mut(&mut self) -> Option<&mut T> {
        self.get_mut(self.len.wrapping_sub(1))
    }

    pub fn pop_front(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        let first = self.place(0);
        self.head = self.physical(1);
        self.len -= 1;
        Some(unsafe { first.read() })
    }

    pub fn pop_back(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(unsafe { self.place(self.len).read() })
    }

    pub fn pop_front_if<F: FnOnce(&mut T) -> bool>(&mut self, predicate: F) -> Option<T> {
        let first = self.front_mut()?;
        if predicate(first) { self.pop_front() } else { None }
    }

    pub fn pop_back_if<F: FnOnce(&mut T) -> bool>(&mut self, predicate: F) -> Option<T> {
        let last = self.back_mut()?;
        if predicate(last) { self.pop_back() } else { None }
    }

    pub fn push_front(&mut self, value: T) {
        if self.len == self.capacity() {
            self.grow();
        }
        self.head = self.wrap_sub(self.head, 1);
        self.len += 1;
        unsafe {
            self.place(0).write(value);
        }
    }

    pub fn push_back(&mut self, value: T) {
        if self.len == self.capacity() {
            self.grow();
        }
        unsafe {
            self.place(self.len).write(value);
        }
        self.len += 1;
    }

    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        self.binary_search_by(|e| e.cmp(x))
    }

    pub fn binary_search_by<'a, F>(&'a self, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> Ordering,
    {
        let (front, back) = self.as_slices();
        let first_of_back = match back.first() {
            Some(value) => f(value),
            None => return front.binary_search_by(f),
        };
        match first_of_back {
            Ordering::Equal => Ok(front.len()),
            Ordering::Greater => front.binary_search_by(f),
            Ordering::Less => match back.binary_search_by(f) {
                Ok(index) => Ok(index + front.len()),
                Err(index) => Err(index + front.len()),
            },
        }
    }

    pub fn binary_search_by_key<'a, B, F>(&'a self, b: &B, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(&'a T) -> B,
        B: Ord,
    {
        self.binary_search_by(|k| f(k).cmp(b))
    }

    pub fn partition_point<P>(&self, mut pred: P) -> usize
    where
        P: FnMut(&T) -> bool,
    {
        let (front, back) = self.as_slices();
        match back.first() {
            Some(value) if pred(value) => back.partition_point(pred) + front.len(),
            _ => front.partition_point(pred),
        }
    }
}

/// A panic where std's own source has it.
fn failed(what: &str, line: u32) -> ! {
    panicking::panic_in_core(what, &CoreFile::VecDeque, line, 9)
}

/// Drops a slice at the end of a scope, also when that ends in a panic.
struct DropSlice<T> {
    slice: *mut [T],
}

impl<T> Drop for DropSlice<T> {
    #[only_frees]
    fn drop(&mut self) {
        crate::intrinsics::drop_in_place(self.slice);
    }
}

impl<T> Drop for VecDeque<T> {
    #[only_frees]
    fn drop(&mut self) {
        let _memory = unsafe { Vec::from_raw_parts(self.ptr.as_ptr(), 0, self.cap) };
        if mem::needs_drop::<T>() {
            let (front, back) = self.as_mut_slices();
            let _back = DropSlice { slice: back as *mut [T] };
            crate::intrinsics::drop_in_place(front as *mut [T]);
        }
    }
}
