//! A slice's parts between and before elements that a function chooses.

use super::within;
use crate::intrinsics;
use crate::iter::{DoubleEndedIterator, FusedIterator, Iterator};

impl<T> [T] {
    pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<'_, T, F> {
        Split { v: self, pred, finished: false }
    }

    pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> RSplit<'_, T, F> {
        RSplit { inner: self.split(pred) }
    }

    pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<'_, T, F> {
        SplitMut { v: self, pred, finished: false }
    }

    pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> SplitInclusive<'_, T, F> {
        SplitInclusive { v: self, pred, finished: self.is_empty() }
    }

    pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<'_, T, F> {
        SplitN { inner: self.split(pred), count: n }
    }

    pub fn rsplitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> RSplitN<'_, T, F> {
        RSplitN { inner: self.split(pred), count: n }
    }
}

#[derive(Clone)]
pub struct Split<'a, T, P> {
    v: &'a [T],
    pred: P,
    finished: bool,
}

impl<'a, T, P: FnMut(&T) -> bool> Split<'a, T, P> {
    /// What is left.
    fn finish(&mut self) -> Option<&'a [T]> {
        if self.finished {
            return None;
        }
        self.finished = true;
        Some(self.v)
    }
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for Split<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.finished {
            return None;
        }
        let len = self.v.len();
        for i in 0..len {
            if (self.pred)(&self.v[i]) {
                let found = within(self.v, 0, i);
                self.v = within(self.v, i + 1, len);
                return Some(found);
            }
        }
        self.finish()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.finished { (0, Some(0)) } else { (1, Some(self.v.len() + 1)) }
    }
}

impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for Split<'a, T, P> {}

impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for Split<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        if self.finished {
            return None;
        }
        let len = self.v.len();
        let mut i = len;
        while i > 0 {
            i -= 1;
            if (self.pred)(&self.v[i]) {
                let found = within(self.v, i + 1, len);
                self.v = within(self.v, 0, i);
                return Some(found);
            }
        }
        self.finish()
    }
}

#[derive(Clone)]
pub struct RSplit<'a, T, P> {
    inner: Split<'a, T, P>,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for RSplit<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        self.inner.next_back()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for RSplit<'a, T, P> {}

impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for RSplit<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        self.inner.next()
    }
}

pub struct SplitN<'a, T, P> {
    inner: Split<'a, T, P>,
    count: usize,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitN<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        if self.count == 0 { self.inner.finish() } else { self.inner.next() }
    }
}

impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for SplitN<'a, T, P> {}

pub struct RSplitN<'a, T, P> {
    inner: Split<'a, T, P>,
    count: usize,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for RSplitN<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        if self.count == 0 { self.inner.finish() } else { self.inner.next_back() }
    }
}

impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for RSplitN<'a, T, P> {}

#[derive(Clone)]
pub struct SplitInclusive<'a, T, P> {
    v: &'a [T],
    pred: P,
    finished: bool,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitInclusive<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        if self.finished {
            return None;
        }
        let len = self.v.len();
        let mut end = 0;
        while end < len {
            end += 1;
            if (self.pred)(&self.v[end - 1]) {
                break;
            }
        }
        if end == len {
            self.finished = true;
        }
        let found = within(self.v, 0, end);
        self.v = within(self.v, end, len);
        Some(found)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.finished { (0, Some(0)) } else { (1, Some(self.v.len().max(1))) }
    }
}

impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for SplitInclusive<'a, T, P> {}

impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for SplitInclusive<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        if self.finished {
            return None;
        }
        // The last element ends the last part, whatever the function says of it.
        let len = self.v.len();
        let mut start = len.saturating_sub(1);
        while start > 0 && !(self.pred)(&self.v[start - 1]) {
            start -= 1;
        }
        if start == 0 {
            self.finished = true;
        }
        let found = within(self.v, start, len);
        self.v = within(self.v, 0, start);
        Some(found)
    }
}

pub struct SplitMut<'a, T, P> {
    v: &'a mut [T],
    pred: P,
    finished: bool,
}

impl<'a, T, P> SplitMut<'a, T, P> {
    /// The same elements once more: whoever calls it keeps only one of both.
    fn part(&mut self, start: usize, end: usize) -> &'a mut [T] {
        unsafe {
            let base = intrinsics::slice_as_mut_ptr(self.v);
            intrinsics::slice_from_raw_mut(base.add(start), end - start)
        }
    }
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitMut<'a, T, P> {
    type Item = &'a mut [T];

    fn next(&mut self) -> Option<&'a mut [T]> {
        if self.finished {
            return None;
        }
        let len = self.v.len();
        for i in 0..len {
            if (self.pred)(&self.v[i]) {
                let found = self.part(0, i);
                self.v = self.part(i + 1, len);
                return Some(found);
            }
        }
        self.finished = true;
        Some(self.part(0, len))
    }
}

impl<'a, T, P: FnMut(&T) -> bool> FusedIterator for SplitMut<'a, T, P> {}

impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for SplitMut<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        if self.finished {
            return None;
        }
        let len = self.v.len();
        let mut i = len;
        while i > 0 {
            i -= 1;
            if (self.pred)(&self.v[i]) {
                let found = self.part(i + 1, len);
                self.v = self.part(0, i);
                return Some(found);
            }
        }
        self.finished = true;
        Some(self.part(0, len))
    }
}
