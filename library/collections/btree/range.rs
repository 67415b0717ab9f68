//! A part of an ordered map, and what is taken out of it by a test.

use super::map_iter::Span;
use super::node::Edge;
use super::tree::Tree;
use crate::fmt;
use crate::iter::{DoubleEndedIterator, FusedIterator, Iterator};
use crate::marker::PhantomData;
use crate::mem;
use crate::ops::{Bound, RangeBounds};

pub struct Range<'a, K, V> {
    span: Span<K, V>,
    borrows: PhantomData<&'a (K, V)>,
}

impl<'a, K, V> Range<'a, K, V> {
    pub(crate) fn new(front: Edge<K, V>, back: Edge<K, V>) -> Range<'a, K, V> {
        Range { span: Span { front, back }, borrows: PhantomData }
    }
}

impl<'a, K, V> Iterator for Range<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<(&'a K, &'a V)> {
        let kv = self.span.next()?;
        Some((kv.key(), kv.val()))
    }

    fn last(mut self) -> Option<(&'a K, &'a V)> {
        self.next_back()
    }

    fn min(mut self) -> Option<(&'a K, &'a V)>
    where
        (&'a K, &'a V): Ord,
    {
        self.next()
    }

    fn max(mut self) -> Option<(&'a K, &'a V)>
    where
        (&'a K, &'a V): Ord,
    {
        self.next_back()
    }
}

impl<'a, K, V> DoubleEndedIterator for Range<'a, K, V> {
    fn next_back(&mut self) -> Option<(&'a K, &'a V)> {
        let kv = self.span.next_back()?;
        Some((kv.key(), kv.val()))
    }
}

impl<'a, K, V> Clone for Range<'a, K, V> {
    fn clone(&self) -> Self {
        Range { span: self.span.clone(), borrows: PhantomData }
    }
}

impl<'a, K, V> Default for Range<'a, K, V> {
    fn default() -> Self {
        Range::new(Edge::none(), Edge::none())
    }
}

impl<'a, K: fmt::Debug, V: fmt::Debug> fmt::Debug for Range<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

pub struct RangeMut<'a, K, V> {
    span: Span<K, V>,
    borrows: PhantomData<&'a mut (K, V)>,
}

impl<'a, K, V> RangeMut<'a, K, V> {
    pub(crate) fn new(front: Edge<K, V>, back: Edge<K, V>) -> RangeMut<'a, K, V> {
        RangeMut { span: Span { front, back }, borrows: PhantomData }
    }
}

impl<'a, K, V> Iterator for RangeMut<'a, K, V> {
    type Item = (&'a K, &'a mut V);

    fn next(&mut self) -> Option<(&'a K, &'a mut V)> {
        let kv = self.span.next()?;
        Some((kv.key(), kv.val()))
    }

    fn last(mut self) -> Option<(&'a K, &'a mut V)> {
        self.next_back()
    }

    fn min(mut self) -> Option<(&'a K, &'a mut V)>
    where
        (&'a K, &'a mut V): Ord,
    {
        self.next()
    }

    fn max(mut self) -> Option<(&'a K, &'a mut V)>
    where
        (&'a K, &'a mut V): Ord,
    {
        self.next_back()
    }
}

impl<'a, K, V> DoubleEndedIterator for RangeMut<'a, K, V> {
    fn next_back(&mut self) -> Option<(&'a K, &'a mut V)> {
        let kv = self.span.next_back()?;
        Some((kv.key(), kv.val()))
    }
}

impl<'a, K: fmt::Debug, V: fmt::Debug> fmt::Debug for RangeMut<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rest: Range<'_, K, V> = Range { span: self.span.clone(), borrows: PhantomData };
        fmt::Debug::fmt(&rest, f)
    }
}

/// The entries of a range, each of which may be taken out.
pub struct Extract<'a, K, V, R> {
    tree: &'a mut Tree<K, V>,
    /// Where the search goes on; there is none where it has ended.
    edge: Edge<K, V>,
    range: R,
}

impl<'a, K, V, R> Extract<'a, K, V, R> {
    pub(crate) fn new(tree: &'a mut Tree<K, V>, range: R) -> Extract<'a, K, V, R>
    where
        K: Ord,
        R: RangeBounds<K>,
    {
        let edge = tree.lower_bound(range.start_bound());
        Extract { tree, edge, range }
    }

    /// The entry that is tested next.
    pub(crate) fn peek(&self) -> Option<(&K, &V)> {
        if self.edge.is_none() {
            return None;
        }
        match self.edge.next_kv() {
            Some(kv) => Some((kv.key(), kv.val())),
            None => None,
        }
    }

    /// Take out the next entry that passes a test.
    pub(crate) fn next<F: FnMut(&K, &mut V) -> bool>(&mut self, mut pred: F) -> Option<(K, V)>
    where
        K: PartialOrd,
        R: RangeBounds<K>,
    {
        loop {
            // A test that panics ends the search.
            let edge = mem::replace(&mut self.edge, Edge::none());
            if edge.is_none() {
                return None;
            }
            let kv = edge.next_kv()?;
            let within = match self.range.end_bound() {
                Bound::Included(end) => *kv.key() <= *end,
                Bound::Excluded(end) => *kv.key() < *end,
                Bound::Unbounded => true,
            };
            if !within {
                return None;
            }
            if pred(kv.key(), kv.val()) {
                let (entry, edge) = self.tree.remove(kv);
                self.edge = edge;
                return Some(entry);
            }
            self.edge = kv.next_edge();
        }
    }

    pub(crate) fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.tree.length))
    }
}

/// Entries that pass a test, which are taken out one after the other.
pub struct ExtractIf<'a, K, V, R, F> {
    pred: F,
    inner: Extract<'a, K, V, R>,
}

impl<'a, K, V, R, F> ExtractIf<'a, K, V, R, F> {
    pub(crate) fn new(inner: Extract<'a, K, V, R>, pred: F) -> ExtractIf<'a, K, V, R, F> {
        ExtractIf { pred, inner }
    }
}

impl<'a, K: PartialOrd, V, R: RangeBounds<K>, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'a, K, V, R, F> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        let pred = &mut self.pred;
        self.inner.next(|key, value| pred(key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

impl<'a, K: PartialOrd, V, R: RangeBounds<K>, F: FnMut(&K, &mut V) -> bool> FusedIterator
    for ExtractIf<'a, K, V, R, F>
{
}

impl<'a, K: fmt::Debug, V: fmt::Debug, R, F> fmt::Debug for ExtractIf<'a, K, V, R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExtractIf").field("peek", &self.inner.peek()).finish_non_exhaustive()
    }
}

impl<'a, K, V> FusedIterator for Range<'a, K, V> {}

impl<'a, K, V> FusedIterator for RangeMut<'a, K, V> {}
