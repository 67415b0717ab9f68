//! A ring's values, one after the other, from both ends.

use super::VecDeque;
use crate::fmt;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
use crate::mem;
use crate::slice;

pub struct Iter<'a, T> {
    i1: slice::Iter<'a, T>,
    i2: slice::Iter<'a, T>,
}

impl<'a, T> Iter<'a, T> {
    pub(super) fn new(i1: slice::Iter<'a, T>, i2: slice::Iter<'a, T>) -> Iter<'a, T> {
        Iter { i1, i2 }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        if let Some(value) = self.i1.next() {
            return Some(value);
        }
        // The next time the first part has the values that are left.
        mem::swap(&mut self.i1, &mut self.i2);
        self.i1.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.i1.len() + self.i2.len();
        (len, Some(len))
    }
}

impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        if let Some(value) = self.i2.next_back() {
            return Some(value);
        }
        mem::swap(&mut self.i1, &mut self.i2);
        self.i2.next_back()
    }
}

impl<'a, T> ExactSizeIterator for Iter<'a, T> {}

impl<'a, T> FusedIterator for Iter<'a, T> {}

impl<'a, T: fmt::Debug> fmt::Debug for Iter<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.i1.as_slice()).field(&self.i2.as_slice()).finish()
    }
}

impl<'a, T> Clone for Iter<'a, T> {
    fn clone(&self) -> Self {
        Iter { i1: self.i1.clone(), i2: self.i2.clone() }
    }
}

pub struct IterMut<'a, T> {
    i1: slice::IterMut<'a, T>,
    i2: slice::IterMut<'a, T>,
}

impl<'a, T> IterMut<'a, T> {
    pub(super) fn new(i1: slice::IterMut<'a, T>, i2: slice::IterMut<'a, T>) -> IterMut<'a, T> {
        IterMut { i1, i2 }
    }
}

impl<'a, T> Iterator for IterMut<'a, T> {
    type Item = &'a mut T;

    fn next(&mut self) -> Option<&'a mut T> {
        if let Some(value) = self.i1.next() {
            return Some(value);
        }
        // The next time the first part has the values that are left.
        mem::swap(&mut self.i1, &mut self.i2);
        self.i1.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.i1.len() + self.i2.len();
        (len, Some(len))
    }
}

impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut T> {
        if let Some(value) = self.i2.next_back() {
            return Some(value);
        }
        mem::swap(&mut self.i1, &mut self.i2);
        self.i2.next_back()
    }
}

impl<'a, T> ExactSizeIterator for IterMut<'a, T> {}

impl<'a, T> FusedIterator for IterMut<'a, T> {}

impl<'a, T: fmt::Debug> fmt::Debug for IterMut<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IterMut").field(&self.i1.as_slice()).field(&self.i2.as_slice()).finish()
    }
}

pub struct IntoIter<T> {
    inner: VecDeque<T>,
}

impl<T> IntoIter<T> {
    pub(super) fn new(inner: VecDeque<T>) -> IntoIter<T> {
        IntoIter { inner }
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.inner.pop_front()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.inner.len(), Some(self.inner.len()))
    }

    fn count(self) -> usize {
        self.inner.len()
    }

    fn last(mut self) -> Option<T> {
        self.inner.pop_back()
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.inner.pop_back()
    }

    fn __advance_back_by(&mut self, n: usize) -> usize {
        let len = self.inner.len();
        self.inner.truncate(len.saturating_sub(n));
        n.saturating_sub(len)
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<T> FusedIterator for IntoIter<T> {}

impl<T: Clone> Clone for IntoIter<T> {
    fn clone(&self) -> Self {
        IntoIter { inner: self.inner.clone() }
    }
}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.inner).finish()
    }
}
