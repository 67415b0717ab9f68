//! An ordered set's values, one after the other, from both ends.

use super::map;
use super::range::Extract;
use super::set::SetValZST;
use crate::fmt;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
use crate::ops::RangeBounds;

pub struct Iter<'a, T> {
    iter: map::Keys<'a, T, SetValZST>,
}

impl<'a, T> Iter<'a, T> {
    pub(crate) fn new(iter: map::Keys<'a, T, SetValZST>) -> Iter<'a, T> {
        Iter { iter }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.iter.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }

    fn last(mut self) -> Option<&'a T> {
        self.next_back()
    }

    fn min(mut self) -> Option<&'a T>
    where
        &'a T: Ord,
    {
        self.next()
    }

    fn max(mut self) -> Option<&'a T>
    where
        &'a T: Ord,
    {
        self.next_back()
    }
}

impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        self.iter.next_back()
    }
}

impl<'a, T> ExactSizeIterator for Iter<'a, T> {}

impl<'a, T> FusedIterator for Iter<'a, T> {}

impl<'a, T> Clone for Iter<'a, T> {
    fn clone(&self) -> Self {
        Iter { iter: self.iter.clone() }
    }
}

impl<'a, T> Default for Iter<'a, T> {
    fn default() -> Self {
        Iter { iter: map::Keys::default() }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for Iter<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.iter).finish()
    }
}

pub struct IntoIter<T> {
    iter: map::IntoIter<T, SetValZST>,
}

impl<T> IntoIter<T> {
    pub(crate) fn new(iter: map::IntoIter<T, SetValZST>) -> IntoIter<T> {
        IntoIter { iter }
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        Some(self.iter.next()?.0)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}

impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        Some(self.iter.next_back()?.0)
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<T> FusedIterator for IntoIter<T> {}

impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter { iter: map::IntoIter::default() }
    }
}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntoIter").field("iter", &self.iter).finish()
    }
}

pub struct Range<'a, T> {
    iter: map::Range<'a, T, SetValZST>,
}

impl<'a, T> Range<'a, T> {
    pub(crate) fn new(iter: map::Range<'a, T, SetValZST>) -> Range<'a, T> {
        Range { iter }
    }
}

impl<'a, T> Iterator for Range<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        Some(self.iter.next()?.0)
    }

    fn last(mut self) -> Option<&'a T> {
        self.next_back()
    }

    fn min(mut self) -> Option<&'a T>
    where
        &'a T: Ord,
    {
        self.next()
    }

    fn max(mut self) -> Option<&'a T>
    where
        &'a T: Ord,
    {
        self.next_back()
    }
}

impl<'a, T> DoubleEndedIterator for Range<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        Some(self.iter.next_back()?.0)
    }
}

impl<'a, T> FusedIterator for Range<'a, T> {}

impl<'a, T> Clone for Range<'a, T> {
    fn clone(&self) -> Self {
        Range { iter: self.iter.clone() }
    }
}

impl<'a, T> Default for Range<'a, T> {
    fn default() -> Self {
        Range { iter: map::Range::default() }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for Range<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Range").field("iter", &self.iter).finish()
    }
}

/// Values that pass a test, which are taken out one after the other.
pub struct ExtractIf<'a, T, R, F> {
    pred: F,
    inner: Extract<'a, T, SetValZST, R>,
}

impl<'a, T, R, F> ExtractIf<'a, T, R, F> {
    pub(crate) fn new(inner: Extract<'a, T, SetValZST, R>, pred: F) -> ExtractIf<'a, T, R, F> {
        ExtractIf { pred, inner }
    }
}

impl<'a, T: PartialOrd, R: RangeBounds<T>, F: FnMut(&T) -> bool> Iterator for ExtractIf<'a, T, R, F> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let pred = &mut self.pred;
        Some(self.inner.next(|value, _| pred(value))?.0)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

impl<'a, T: PartialOrd, R: RangeBounds<T>, F: FnMut(&T) -> bool> FusedIterator for ExtractIf<'a, T, R, F> {}

impl<'a, T: fmt::Debug, R, F> fmt::Debug for ExtractIf<'a, T, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let peeked = match self.inner.peek() {
            Some((value, _)) => Some(value),
            None => None,
        };
        f.debug_struct("ExtractIf").field("peek", &peeked).finish_non_exhaustive()
    }
}
