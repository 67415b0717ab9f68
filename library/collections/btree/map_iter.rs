//! An ordered map's keys and values, one after the other, from both ends.

use super::node::{self, Edge, Kv};
use super::tree::Tree;
use crate::fmt;
use crate::intrinsics;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
use crate::marker::PhantomData;
use crate::mem;

/// The entries between two edges of leaves; there are none where the edges are the same.
pub struct Span<K, V> {
    pub front: Edge<K, V>,
    pub back: Edge<K, V>,
}

impl<K, V> Span<K, V> {
    fn of(tree: &Tree<K, V>) -> Span<K, V> {
        Span { front: tree.first_edge(), back: tree.last_edge() }
    }

    pub fn next(&mut self) -> Option<Kv<K, V>> {
        if self.front.is_at(self.back) {
            return None;
        }
        let kv = self.front.next_kv()?;
        self.front = kv.next_edge();
        Some(kv)
    }

    pub fn next_back(&mut self) -> Option<Kv<K, V>> {
        if self.front.is_at(self.back) {
            return None;
        }
        let kv = self.back.prev_kv()?;
        self.back = kv.prev_edge();
        Some(kv)
    }
}

impl<K, V> Clone for Span<K, V> {
    fn clone(&self) -> Self {
        Span { front: self.front, back: self.back }
    }
}

pub struct Iter<'a, K, V> {
    span: Span<K, V>,
    length: usize,
    borrows: PhantomData<&'a (K, V)>,
}

impl<'a, K, V> Iter<'a, K, V> {
    pub(crate) fn new(tree: &'a Tree<K, V>) -> Iter<'a, K, V> {
        Iter { span: Span::of(tree), length: tree.length, borrows: PhantomData }
    }
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<(&'a K, &'a V)> {
        let kv = self.span.next()?;
        self.length -= 1;
        Some((kv.key(), kv.val()))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.length, Some(self.length))
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

impl<'a, K, V> DoubleEndedIterator for Iter<'a, K, V> {
    fn next_back(&mut self) -> Option<(&'a K, &'a V)> {
        let kv = self.span.next_back()?;
        self.length -= 1;
        Some((kv.key(), kv.val()))
    }
}

impl<'a, K, V> Clone for Iter<'a, K, V> {
    fn clone(&self) -> Self {
        Iter { span: self.span.clone(), length: self.length, borrows: PhantomData }
    }
}

impl<'a, K, V> Default for Iter<'a, K, V> {
    fn default() -> Self {
        Iter { span: Span { front: Edge::none(), back: Edge::none() }, length: 0, borrows: PhantomData }
    }
}

impl<'a, K: fmt::Debug, V: fmt::Debug> fmt::Debug for Iter<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

pub struct IterMut<'a, K, V> {
    span: Span<K, V>,
    length: usize,
    borrows: PhantomData<&'a mut (K, V)>,
}

impl<'a, K, V> IterMut<'a, K, V> {
    pub(crate) fn new(tree: &'a mut Tree<K, V>) -> IterMut<'a, K, V> {
        IterMut { span: Span::of(tree), length: tree.length, borrows: PhantomData }
    }

    /// What is still to come.
    pub(crate) fn rest(&self) -> Iter<'_, K, V> {
        Iter { span: self.span.clone(), length: self.length, borrows: PhantomData }
    }
}

impl<'a, K, V> Iterator for IterMut<'a, K, V> {
    type Item = (&'a K, &'a mut V);

    fn next(&mut self) -> Option<(&'a K, &'a mut V)> {
        let kv = self.span.next()?;
        self.length -= 1;
        Some((kv.key(), kv.val()))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.length, Some(self.length))
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

impl<'a, K, V> DoubleEndedIterator for IterMut<'a, K, V> {
    fn next_back(&mut self) -> Option<(&'a K, &'a mut V)> {
        let kv = self.span.next_back()?;
        self.length -= 1;
        Some((kv.key(), kv.val()))
    }
}

impl<'a, K: fmt::Debug, V: fmt::Debug> fmt::Debug for IterMut<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.rest(), f)
    }
}

/// Nodes are given back as soon as all that is in them was taken.
pub struct IntoIter<K, V> {
    span: Span<K, V>,
    length: usize,
}

impl<K, V> IntoIter<K, V> {
    pub(crate) fn new(tree: Tree<K, V>) -> IntoIter<K, V> {
        IntoIter { span: Span::of(&tree), length: tree.length }
    }

    /// What is still to come.
    pub(crate) fn rest(&self) -> Iter<'_, K, V> {
        Iter { span: self.span.clone(), length: self.length, borrows: PhantomData }
    }

    /// The next entry, which the caller takes over.
    fn take_next(&mut self) -> Option<Kv<K, V>> {
        if self.length == 0 {
            self.free_all();
            return None;
        }
        self.length -= 1;
        let mut kv = Kv { node: self.span.front.leaf, height: 0, idx: self.span.front.idx };
        while kv.idx == node::len(kv.node) {
            let up = node::ascend(kv.node, kv.height)?;
            node::free(kv.node, kv.height);
            kv = up;
        }
        self.span.front = kv.next_edge();
        Some(kv)
    }

    fn take_next_back(&mut self) -> Option<Kv<K, V>> {
        if self.length == 0 {
            self.free_all();
            return None;
        }
        self.length -= 1;
        let mut kv = Kv { node: self.span.back.leaf, height: 0, idx: self.span.back.idx };
        while kv.idx == 0 {
            let up = node::ascend(kv.node, kv.height)?;
            node::free(kv.node, kv.height);
            kv = up;
        }
        kv.idx -= 1;
        self.span.back = kv.prev_edge();
        Some(kv)
    }

    /// Everything was taken: what is left are the nodes above the place where both ends met.
    fn free_all(&mut self) {
        let mut node = mem::replace(&mut self.span.front, Edge::none()).leaf;
        let mut height = 0;
        while node as usize != 0 {
            let up = node::ascend(node, height);
            node::free(node, height);
            node = match up {
                Some(kv) => kv.node,
                None => return,
            };
            height += 1;
        }
    }
}

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        Some(self.take_next()?.read())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.length, Some(self.length))
    }
}

impl<K, V> DoubleEndedIterator for IntoIter<K, V> {
    fn next_back(&mut self) -> Option<(K, V)> {
        Some(self.take_next_back()?.read())
    }
}

/// Drops an iterator's entries, also when one of them panics.
struct DropRest<'a, K, V> {
    iter: &'a mut IntoIter<K, V>,
}

impl<'a, K, V> Drop for DropRest<'a, K, V> {
    #[only_frees]
    fn drop(&mut self) {
        while let Some(kv) = self.iter.take_next() {
            drop_entry(kv);
        }
    }
}

/// A value that is dropped at the end of a scope.
struct DropValue<V> {
    place: *mut V,
}

impl<V> Drop for DropValue<V> {
    #[only_frees]
    fn drop(&mut self) {
        intrinsics::drop_in_place(self.place);
    }
}

/// Drop key and value, the value also when the key's destructor panics.
fn drop_entry<K, V>(kv: Kv<K, V>) {
    let _value = DropValue { place: kv.val() as *mut V };
    intrinsics::drop_in_place(kv.key_mut() as *mut K);
}

impl<K, V> Drop for IntoIter<K, V> {
    #[only_frees]
    fn drop(&mut self) {
        if !mem::needs_drop::<(K, V)>() {
            while let Some(_) = self.take_next() {}
            return;
        }
        while let Some(kv) = self.take_next() {
            let rest = DropRest { iter: self };
            drop_entry(kv);
            mem::forget(rest);
        }
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for IntoIter<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.rest(), f)
    }
}

impl<K, V> Default for IntoIter<K, V> {
    fn default() -> Self {
        IntoIter { span: Span { front: Edge::none(), back: Edge::none() }, length: 0 }
    }
}

impl<'a, K, V> ExactSizeIterator for Iter<'a, K, V> {}

impl<'a, K, V> FusedIterator for Iter<'a, K, V> {}

impl<'a, K, V> ExactSizeIterator for IterMut<'a, K, V> {}

impl<'a, K, V> FusedIterator for IterMut<'a, K, V> {}

impl<K, V> ExactSizeIterator for IntoIter<K, V> {}

impl<K, V> FusedIterator for IntoIter<K, V> {}
