//! `BinaryHeap`: the greatest value first.
//!
//! Source: J. W. J. Williams, *Algorithm 232: Heapsort* (CACM 7, 1964). Values are compared and moved in std's order, so that
//! the heap's own order, which its iterators show, is std's.

use crate::fmt;
use crate::iter::{
    DoubleEndedIterator, ExactSizeIterator, Extend, FromIterator, FusedIterator, IntoIterator, Iterator,
};
use crate::mem::{self, ManuallyDrop};
use crate::ops::{Deref, DerefMut};
use crate::ptr;
use crate::slice;
use crate::vec::{self, Vec};

pub struct BinaryHeap<T> {
    data: Vec<T>,
}

impl<T> BinaryHeap<T> {
    pub const fn new() -> BinaryHeap<T>
    where
        T: Ord,
    {
        BinaryHeap { data: Vec::new() }
    }

    pub fn with_capacity(capacity: usize) -> BinaryHeap<T>
    where
        T: Ord,
    {
        BinaryHeap { data: Vec::with_capacity(capacity) }
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter { iter: self.data.iter() }
    }

    pub fn peek(&self) -> Option<&T> {
        self.data.get(0)
    }

    pub fn capacity(&self) -> usize {
        self.data.capacity()
    }

    pub fn reserve_exact(&mut self, additional: usize) {
        self.data.reserve_exact(additional);
    }

    pub fn reserve(&mut self, additional: usize) {
        self.data.reserve(additional);
    }

    pub fn shrink_to_fit(&mut self) {
        self.data.shrink_to_fit();
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.data.shrink_to(min_capacity);
    }

    pub fn as_slice(&self) -> &[T] {
        self.data.as_slice()
    }

    pub fn into_vec(self) -> Vec<T> {
        self.data
    }

    pub fn len(&self) -> usize {
        self.data.len()
    }

    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    pub fn drain(&mut self) -> Drain<'_, T> {
        Drain { iter: self.data.drain(..) }
    }

    pub fn clear(&mut self) {
        self.data.drain(..);
    }
}

impl<T: Ord> BinaryHeap<T> {
    pub fn peek_mut(&mut self) -> Option<PeekMut<'_, T>> {
        if self.is_empty() { None } else { Some(PeekMut { heap: self, original_len: 0 }) }
    }

    pub fn pop(&mut self) -> Option<T> {
        let mut item = self.data.pop()?;
        if !self.is_empty() {
            mem::swap(&mut item, &mut self.data[0]);
            self.sift_down_to_bottom();
        }
        Some(item)
    }

    pub fn push(&mut self, item: T) {
        let old_len = self.len();
        self.data.push(item);
        self.sift_up(0, old_len);
    }

    pub fn into_sorted_vec(mut self) -> Vec<T> {
        let mut end = self.len();
        while end > 1 {
            end -= 1;
            self.data.swap(0, end);
            self.sift_down(0, end);
        }
        self.data
    }

    /// Move a value towards the top, at most to `start`.
    fn sift_up(&mut self, start: usize, pos: usize) {
        let mut hole = Hole::new(&mut self.data, pos);
        while hole.pos > start {
            let parent = (hole.pos - 1) / 2;
            if *hole.value <= *hole.get(parent) {
                break;
            }
            hole.move_to(parent);
        }
    }

    /// Move a value downwards in the heap that ends before `end`; whether it moved.
    fn sift_down(&mut self, pos: usize, end: usize) -> bool {
        let mut hole = Hole::new(&mut self.data, pos);
        let mut child = 2 * pos + 1;
        while child <= end.saturating_sub(2) {
            if *hole.get(child) <= *hole.get(child + 1) {
                child += 1;
            }
            if *hole.value >= *hole.get(child) {
                return hole.pos != pos;
            }
            hole.move_to(child);
            child = 2 * hole.pos + 1;
        }
        if child == end - 1 && *hole.value < *hole.get(child) {
            hole.move_to(child);
        }
        hole.pos != pos
    }

    /// Move the first value all the way down, and then up to its place: it came from the bottom.
    fn sift_down_to_bottom(&mut self) {
        let end = self.len();
        let mut hole = Hole::new(&mut self.data, 0);
        let mut child = 1;
        while child <= end.saturating_sub(2) {
            if *hole.get(child) <= *hole.get(child + 1) {
                child += 1;
            }
            hole.move_to(child);
            child = 2 * hole.pos + 1;
        }
        if child == end - 1 {
            hole.move_to(child);
        }
        let pos = hole.pos;
        mem::drop(hole);
        self.sift_up(0, pos);
    }

    /// The values from `start` on are not in order yet.
    fn rebuild_tail(&mut self, start: usize) {
        let len = self.len();
        if start == len {
            return;
        }
        let tail_len = len - start;
        let better_to_rebuild = if start < tail_len {
            true
        } else if len <= 2048 {
            2 * len < tail_len * (start.ilog2() as usize)
        } else {
            2 * len < tail_len * 11
        };
        if better_to_rebuild {
            self.rebuild();
        } else {
            let mut pos = start;
            while pos < len {
                self.sift_up(0, pos);
                pos += 1;
            }
        }
    }

    fn rebuild(&mut self) {
        let len = self.len();
        let mut pos = len / 2;
        while pos > 0 {
            pos -= 1;
            self.sift_down(pos, len);
        }
    }

    pub fn append(&mut self, other: &mut BinaryHeap<T>) {
        if self.len() < other.len() {
            mem::swap(self, other);
        }
        let start = self.len();
        self.data.append(&mut other.data);
        self.rebuild_tail(start);
    }

    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> bool,
    {
        let mut guard = Rebuild { from: self.len(), heap: self };
        let mut index = 0;
        let from = &mut guard.from;
        guard.heap.data.retain(|value| {
            let keep = f(value);
            if !keep && index < *from {
                *from = index;
            }
            index += 1;
            keep
        });
    }
}

/// Puts values in order at the end of a scope, also when that ends in a panic.
struct Rebuild<'a, T: Ord> {
    heap: &'a mut BinaryHeap<T>,
    from: usize,
}

impl<'a, T: Ord> Drop for Rebuild<'a, T> {
    fn drop(&mut self) {
        self.heap.rebuild_tail(self.from);
    }
}

/// A place in a slice whose value was taken out, and comes to where the place is in the end.
struct Hole<'a, T> {
    data: &'a mut [T],
    value: ManuallyDrop<T>,
    pos: usize,
}

impl<'a, T> Hole<'a, T> {
    fn new(data: &'a mut [T], pos: usize) -> Hole<'a, T> {
        let value = unsafe { ptr::read(data.as_ptr().add(pos)) };
        Hole { data, value: ManuallyDrop::new(value), pos }
    }

    fn get(&self, index: usize) -> &T {
        unsafe { &*self.data.as_ptr().add(index) }
    }

    fn move_to(&mut self, index: usize) {
        unsafe {
            let data = self.data.as_mut_ptr();
            ptr::copy(data.add(index) as *const T, data.add(self.pos), 1);
        }
        self.pos = index;
    }
}

impl<'a, T> Drop for Hole<'a, T> {
    fn drop(&mut self) {
        unsafe {
            ptr::copy(&*self.value as *const T, self.data.as_mut_ptr().add(self.pos), 1);
        }
    }
}

pub struct PeekMut<'a, T: Ord> {
    heap: &'a mut BinaryHeap<T>,
    /// The heap's length if the value may have changed, else 0: until it is in its place, the heap has no more than it.
    original_len: usize,
}

impl<'a, T: Ord> PeekMut<'a, T> {
    fn restore_len(&mut self) -> bool {
        let len = mem::replace(&mut self.original_len, 0);
        if len != 0 {
            unsafe {
                self.heap.data.set_len(len);
            }
        }
        len != 0
    }

    pub fn pop(mut this: PeekMut<'a, T>) -> T {
        this.restore_len();
        match this.heap.pop() {
            Some(value) => value,
            None => crate::intrinsics::unreachable(),
        }
    }
}

impl<'a, T: Ord> Drop for PeekMut<'a, T> {
    fn drop(&mut self) {
        if self.restore_len() {
            let len = self.heap.len();
            self.heap.sift_down(0, len);
        }
    }
}

impl<'a, T: Ord> Deref for PeekMut<'a, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.heap.data[0]
    }
}

impl<'a, T: Ord> DerefMut for PeekMut<'a, T> {
    fn deref_mut(&mut self) -> &mut T {
        let len = self.heap.len();
        if len > 1 {
            self.original_len = len;
            unsafe {
                self.heap.data.set_len(1);
            }
        }
        &mut self.heap.data[0]
    }
}

impl<'a, T: Ord + fmt::Debug> fmt::Debug for PeekMut<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PeekMut").field(&self.heap.data[0]).finish()
    }
}

impl<T: Clone> Clone for BinaryHeap<T> {
    fn clone(&self) -> Self {
        BinaryHeap { data: self.data.clone() }
    }

    fn clone_from(&mut self, source: &Self) {
        self.data.clone_from(&source.data);
    }
}

impl<T: Ord> Default for BinaryHeap<T> {
    fn default() -> BinaryHeap<T> {
        BinaryHeap::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for BinaryHeap<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {
    fn from(vec: Vec<T>) -> BinaryHeap<T> {
        let mut heap = BinaryHeap { data: vec };
        heap.rebuild();
        heap
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for BinaryHeap<T> {
    fn from(arr: [T; N]) -> Self {
        BinaryHeap::from(Vec::from(arr))
    }
}

impl<T> From<BinaryHeap<T>> for Vec<T> {
    fn from(heap: BinaryHeap<T>) -> Vec<T> {
        heap.data
    }
}

impl<T: Ord> FromIterator<T> for BinaryHeap<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BinaryHeap<T> {
        BinaryHeap::from(Vec::from_iter(iter))
    }
}

impl<T: Ord> Extend<T> for BinaryHeap<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let guard = Rebuild { from: self.len(), heap: self };
        guard.heap.data.extend(iter);
    }

    fn extend_one(&mut self, item: T) {
        self.push(item);
    }
}

impl<'a, T: Ord + Copy + 'a> Extend<&'a T> for BinaryHeap<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        self.extend(iter.into_iter().cloned());
    }

    fn extend_one(&mut self, item: &'a T) {
        self.push(*item);
    }
}

impl<T> IntoIterator for BinaryHeap<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter { iter: self.data.into_iter() }
    }
}

impl<'a, T> IntoIterator for &'a BinaryHeap<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

pub struct Iter<'a, T> {
    iter: slice::Iter<'a, T>,
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.iter.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        self.iter.next_back()
    }
}

impl<'a, T> ExactSizeIterator for Iter<'a, T> {}

impl<'a, T> FusedIterator for Iter<'a, T> {}

impl<'a, T: fmt::Debug> fmt::Debug for Iter<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.iter.as_slice()).finish()
    }
}

impl<'a, T> Clone for Iter<'a, T> {
    fn clone(&self) -> Self {
        Iter { iter: self.iter.clone() }
    }
}

pub struct IntoIter<T> {
    iter: vec::IntoIter<T>,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.iter.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.iter.next_back()
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<T> FusedIterator for IntoIter<T> {}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.iter.as_slice()).finish()
    }
}

impl<T: Clone> Clone for IntoIter<T> {
    fn clone(&self) -> Self {
        IntoIter { iter: self.iter.clone() }
    }
}

pub struct Drain<'a, T> {
    iter: vec::Drain<'a, T>,
}

impl<'a, T> Iterator for Drain<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.iter.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<'a, T> DoubleEndedIterator for Drain<'a, T> {
    fn next_back(&mut self) -> Option<T> {
        self.iter.next_back()
    }
}

impl<'a, T> ExactSizeIterator for Drain<'a, T> {}

impl<'a, T> FusedIterator for Drain<'a, T> {}

impl<'a, T: fmt::Debug> fmt::Debug for Drain<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drain").field("iter", &self.iter).finish()
    }
}
