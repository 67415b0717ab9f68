//! A part of a ring, taken out.

use super::VecDeque;
use crate::fmt;
use crate::intrinsics;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
use crate::mem;

pub struct Drain<'a, T> {
    /// Until the drain is dropped, only what is before it.
    deque: &'a mut VecDeque<T>,
    drain_len: usize,
    /// The first value that is still to be handed out.
    idx: usize,
    /// How many there are behind the drain.
    tail_len: usize,
    remaining: usize,
}

impl<'a, T> Drain<'a, T> {
    pub(super) fn new(deque: &'a mut VecDeque<T>, start: usize, len: usize) -> Drain<'a, T> {
        let tail_len = deque.len - start - len;
        deque.len = start;
        Drain { deque, drain_len: len, idx: start, tail_len, remaining: len }
    }

    fn drop_rest(&mut self) {
        if !mem::needs_drop::<T>() || self.remaining == 0 {
            return;
        }
        let (front, back) = self.deque.slices_mut(self.idx, self.idx + self.remaining);
        let (front, back) = (front as *mut [T], back as *mut [T]);
        // A panic in the first part leaves the second one to be dropped.
        let count = unsafe { (*front).len() };
        self.idx += count;
        self.remaining -= count;
        intrinsics::drop_in_place(front);
        self.remaining = 0;
        intrinsics::drop_in_place(back);
    }

    /// Close the ring up again.
    fn close(&mut self) {
        let Drain { drain_len, tail_len, .. } = *self;
        let deque = &mut *self.deque;
        let head_len = deque.len;
        let new_len = head_len + tail_len;
        if mem::size_of::<T>() == 0 {
            deque.len = new_len;
            return;
        }
        if head_len != 0 && tail_len != 0 {
            if head_len < tail_len {
                deque.wrap_copy(deque.head, deque.physical(drain_len), head_len);
            } else {
                deque.wrap_copy(deque.physical(head_len + drain_len), deque.physical(head_len), tail_len);
            }
        }
        if new_len == 0 {
            deque.head = 0;
        } else if head_len < tail_len {
            deque.head = deque.physical(drain_len);
        }
        deque.len = new_len;
    }
}

/// Closes the ring up at the end of a scope, also when that ends in a panic.
struct Close<'r, 'a, T> {
    drain: &'r mut Drain<'a, T>,
}

impl<'r, 'a, T> Drop for Close<'r, 'a, T> {
    fn drop(&mut self) {
        self.drain.drop_rest();
        self.drain.close();
    }
}

impl<'a, T> Drop for Drain<'a, T> {
    fn drop(&mut self) {
        let close = Close { drain: self };
        close.drain.drop_rest();
    }
}

impl<'a, T> Iterator for Drain<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if self.remaining == 0 {
            return None;
        }
        let at = self.deque.place(self.idx);
        self.idx += 1;
        self.remaining -= 1;
        Some(unsafe { at.read() })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.remaining, Some(self.remaining))
    }
}

impl<'a, T> DoubleEndedIterator for Drain<'a, T> {
    fn next_back(&mut self) -> Option<T> {
        if self.remaining == 0 {
            return None;
        }
        self.remaining -= 1;
        Some(unsafe { self.deque.place(self.idx + self.remaining).read() })
    }
}

impl<'a, T> ExactSizeIterator for Drain<'a, T> {}

impl<'a, T> FusedIterator for Drain<'a, T> {}

impl<'a, T: fmt::Debug> fmt::Debug for Drain<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain")
            .field(&self.drain_len)
            .field(&self.idx)
            .field(&self.tail_len)
            .field(&self.remaining)
            .finish()
    }
}
