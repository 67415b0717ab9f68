//! The ring itself: where values lie, and how they move in it.

use super::VecDeque;
use crate::intrinsics;
use crate::mem::{self, ManuallyDrop};
use crate::panicking::{self, CoreFile};
use crate::ptr::{self, NonNull};
use crate::vec::Vec;

impl<T> VecDeque<T> {
    fn wrap(&self, index: usize) -> usize {
        let capacity = self.capacity();
        if index >= capacity { index - capacity } else { index }
    }

    /// So many places behind a place.
    fn wrap_add(&self, place: usize, count: usize) -> usize {
        self.wrap(place.wrapping_add(count))
    }

    /// So many places before a place.
    pub(super) fn wrap_sub(&self, place: usize, count: usize) -> usize {
        self.wrap(place.wrapping_sub(count).wrapping_add(self.capacity()))
    }

    /// The place of the value with this number.
    pub(super) fn physical(&self, index: usize) -> usize {
        self.wrap_add(self.head, index)
    }

    fn at(&self, place: usize) -> *mut T {
        unsafe { self.ptr.as_ptr().add(place) }
    }

    /// Where the value with this number lies.
    pub(super) fn place(&self, index: usize) -> *mut T {
        self.at(self.physical(index))
    }

    fn slice(&self, start: usize, len: usize) -> *mut [T] {
        unsafe { intrinsics::slice_from_raw_mut(self.at(start), len) as *mut [T] }
    }

    /// The values with these numbers, up to the end of the memory and from its start on.
    fn parts(&self, start: usize, end: usize) -> (*mut [T], *mut [T]) {
        let len = end - start;
        if len == 0 {
            return (self.slice(0, 0), self.slice(0, 0));
        }
        let first = self.physical(start);
        let room = self.capacity() - first;
        if room >= len {
            (self.slice(first, len), self.slice(0, 0))
        } else {
            (self.slice(first, room), self.slice(0, len - room))
        }
    }

    pub(super) fn slices(&self, start: usize, end: usize) -> (&[T], &[T]) {
        let (a, b) = self.parts(start, end);
        unsafe { (&*a, &*b) }
    }

    pub(super) fn slices_mut(&mut self, start: usize, end: usize) -> (&mut [T], &mut [T]) {
        let (a, b) = self.parts(start, end);
        unsafe { (&mut *a, &mut *b) }
    }

    fn is_contiguous(&self) -> bool {
        self.head <= self.capacity() - self.len
    }

    pub(super) fn copy(&mut self, from: usize, to: usize, count: usize) {
        unsafe {
            ptr::copy(self.at(from) as *const T, self.at(to), count);
        }
    }

    /// Move values, which may wrap at both places, and both may overlap.
    pub(super) fn wrap_copy(&mut self, from: usize, to: usize, count: usize) {
        if mem::size_of::<T>() == 0 || from == to || count == 0 {
            return;
        }
        let to_is_behind = self.wrap_sub(to, from) < count;
        let from_room = self.capacity() - from;
        let to_room = self.capacity() - to;
        match (to_is_behind, from_room < count, to_room < count) {
            (_, false, false) => self.copy(from, to, count),
            (false, false, true) => {
                self.copy(from, to, to_room);
                self.copy(from + to_room, 0, count - to_room);
            }
            (true, false, true) => {
                self.copy(from + to_room, 0, count - to_room);
                self.copy(from, to, to_room);
            }
            (false, true, false) => {
                self.copy(from, to, from_room);
                self.copy(0, to + from_room, count - from_room);
            }
            (true, true, false) => {
                self.copy(0, to + from_room, count - from_room);
                self.copy(from, to, from_room);
            }
            (false, true, true) => {
                let delta = to_room - from_room;
                self.copy(from, to, from_room);
                self.copy(0, to + from_room, delta);
                self.copy(delta, 0, count - to_room);
            }
            (true, true, true) => {
                let delta = from_room - to_room;
                self.copy(0, delta, count - from_room);
                self.copy(self.capacity() - delta, 0, delta);
                self.copy(from, to, to_room);
            }
        }
    }

    /// Change the memory, as that of a vector with so many values, which are none of its own.
    fn with_memory<F: FnOnce(&mut Vec<T>)>(&mut self, len: usize, change: F) {
        let mut memory = ManuallyDrop::new(unsafe { Vec::from_raw_parts(self.ptr.as_ptr(), len, self.cap) });
        change(&mut memory);
        self.adopt(&mut memory);
    }

    fn adopt(&mut self, memory: &mut Vec<T>) {
        self.cap = memory.capacity();
        self.ptr = unsafe { NonNull::new_unchecked(memory.as_mut_ptr()) };
    }

    /// Make room for one value more than there are places.
    pub(super) fn grow(&mut self) {
        let old = self.capacity();
        self.with_memory(old, |memory| memory.reserve(1));
        self.capacity_increased(old);
    }

    /// The memory became larger: values that were wrapped are moved.
    fn capacity_increased(&mut self, old: usize) {
        if self.head <= old - self.len {
            return;
        }
        let head_len = old - self.head;
        let tail_len = self.len - head_len;
        if head_len > tail_len && self.capacity() - old >= tail_len {
            self.copy(0, old, tail_len);
        } else {
            let head = self.capacity() - head_len;
            self.copy(self.head, head, head_len);
            self.head = head;
        }
    }

    fn must_grow(&self, additional: usize, line: u32) -> bool {
        match self.len.checked_add(additional) {
            Some(needed) => needed > self.capacity(),
            None => panicking::panic_in_core("capacity overflow", &CoreFile::VecDeque, line, 56),
        }
    }

    pub fn reserve(&mut self, additional: usize) {
        if self.must_grow(additional, 1049) {
            let old = self.capacity();
            self.with_memory(self.len, |memory| memory.reserve(additional));
            self.capacity_increased(old);
        }
    }

    pub fn reserve_exact(&mut self, additional: usize) {
        if self.must_grow(additional, 1020) {
            let old = self.capacity();
            self.with_memory(self.len, |memory| memory.reserve_exact(additional));
            self.capacity_increased(old);
        }
    }

    pub fn shrink_to_fit(&mut self) {
        self.shrink_to(0);
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        let target = min_capacity.max(self.len);
        if mem::size_of::<T>() == 0 || self.capacity() <= target {
            return;
        }
        let end = self.head + self.len;
        let tail_outside = target < end && end <= self.capacity();
        if self.len == 0 {
            self.head = 0;
        } else if tail_outside {
            if self.head >= target {
                self.copy(self.head, 0, self.len);
                self.head = 0;
            } else {
                self.copy(target, 0, end - target);
            }
        } else if !self.is_contiguous() {
            let head_len = self.capacity() - self.head;
            let head = target - head_len;
            self.copy(self.head, head, head_len);
            self.head = head;
        }
        self.with_memory(self.len, |memory| memory.shrink_to(target));
    }

    pub fn make_contiguous(&mut self) -> &mut [T] {
        if mem::size_of::<T>() == 0 {
            self.head = 0;
        }
        if !self.is_contiguous() {
            let head_len = self.capacity() - self.head;
            let tail_len = self.len - head_len;
            let free = self.capacity() - self.len;
            if free >= head_len {
                self.copy(0, head_len, tail_len);
                self.copy(self.head, 0, head_len);
                self.head = 0;
            } else if free >= tail_len {
                self.copy(self.head, tail_len, head_len);
                self.copy(0, tail_len + head_len, tail_len);
                self.head = tail_len;
            } else if head_len > tail_len {
                self.copy(0, free, tail_len);
                unsafe {
                    (*self.slice(free, self.len)).rotate_left(tail_len);
                }
                self.head = free;
            } else {
                self.copy(self.head, tail_len, head_len);
                unsafe {
                    (*self.slice(0, self.len)).rotate_right(head_len);
                }
                self.head = 0;
            }
        }
        unsafe { &mut *self.slice(self.head, self.len) }
    }

    pub fn rotate_left(&mut self, n: usize) {
        if n > self.len {
            super::failed("assertion failed: n <= self.len()", 2986);
        }
        let rest = self.len - n;
        if n <= rest { self.turn_left(n) } else { self.turn_right(rest) }
    }

    pub fn rotate_right(&mut self, n: usize) {
        if n > self.len {
            super::failed("assertion failed: n <= self.len()", 3029);
        }
        let rest = self.len - n;
        if n <= rest { self.turn_right(n) } else { self.turn_left(rest) }
    }

    fn turn_left(&mut self, count: usize) {
        self.wrap_copy(self.head, self.physical(self.len), count);
        self.head = self.physical(count);
    }

    fn turn_right(&mut self, count: usize) {
        self.head = self.wrap_sub(self.head, count);
        self.wrap_copy(self.physical(self.len), self.head, count);
    }
}

impl<T> From<Vec<T>> for VecDeque<T> {
    fn from(other: Vec<T>) -> Self {
        let mut memory = ManuallyDrop::new(other);
        let mut deque = VecDeque::new();
        deque.len = memory.len();
        deque.adopt(&mut memory);
        deque
    }
}

impl<T> From<VecDeque<T>> for Vec<T> {
    fn from(mut other: VecDeque<T>) -> Self {
        other.make_contiguous();
        other.copy(other.head, 0, other.len);
        let other = ManuallyDrop::new(other);
        unsafe { Vec::from_raw_parts(other.ptr.as_ptr(), other.len, other.cap) }
    }
}
