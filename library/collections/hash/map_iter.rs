//! A map's keys and values, one after the other, in the order of the table's slots.

use super::table::{RawIter, RawTable};
use crate::fmt;
use crate::intrinsics;
use crate::iter::{ExactSizeIterator, FusedIterator, Iterator};
use crate::marker::PhantomData;

pub struct Iter<'a, K, V> {
    raw: RawIter<(K, V)>,
    borrows: PhantomData<&'a (K, V)>,
}

impl<'a, K, V> Iter<'a, K, V> {
    pub(crate) fn new(raw: RawIter<(K, V)>) -> Iter<'a, K, V> {
        Iter { raw, borrows: PhantomData }
    }
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<(&'a K, &'a V)> {
        let (key, value) = unsafe { &*self.raw.next()? };
        Some((key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.raw.len(), Some(self.raw.len()))
    }

    fn count(self) -> usize {
        self.raw.len()
    }
}

impl<'a, K, V> Clone for Iter<'a, K, V> {
    fn clone(&self) -> Self {
        Iter::new(self.raw.clone())
    }
}

impl<'a, K: fmt::Debug, V: fmt::Debug> fmt::Debug for Iter<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        for entry in self.clone() {
            list.entry(&entry);
        }
        list.finish()
    }
}

pub struct IterMut<'a, K, V> {
    raw: RawIter<(K, V)>,
    borrows: PhantomData<&'a mut (K, V)>,
}

impl<'a, K, V> IterMut<'a, K, V> {
    pub(crate) fn new(raw: RawIter<(K, V)>) -> IterMut<'a, K, V> {
        IterMut { raw, borrows: PhantomData }
    }

    /// What is still to come.
    pub(crate) fn rest(&self) -> Iter<'_, K, V> {
        Iter::new(self.raw.clone())
    }
}

impl<'a, K, V> Iterator for IterMut<'a, K, V> {
    type Item = (&'a K, &'a mut V);

    fn next(&mut self) -> Option<(&'a K, &'a mut V)> {
        let (key, value) = unsafe { &mut *self.raw.next()? };
        Some((key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.raw.len(), Some(self.raw.len()))
    }

    fn count(self) -> usize {
        self.raw.len()
    }
}

impl<'a, K: fmt::Debug, V: fmt::Debug> fmt::Debug for IterMut<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.rest(), f)
    }
}

pub struct IntoIter<K, V> {
    raw: RawIter<(K, V)>,
    table: RawTable<(K, V)>,
}

impl<K, V> IntoIter<K, V> {
    pub(crate) fn new(table: RawTable<(K, V)>) -> IntoIter<K, V> {
        IntoIter { raw: table.iter(), table }
    }

    /// What is still to come.
    pub(crate) fn rest(&self) -> Iter<'_, K, V> {
        Iter::new(self.raw.clone())
    }
}

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        let at = self.raw.next()?;
        Some(unsafe { intrinsics::ptr_read(at as *const (K, V)) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.raw.len(), Some(self.raw.len()))
    }

    fn count(self) -> usize {
        self.raw.len()
    }
}

impl<K, V> Drop for IntoIter<K, V> {
    #[only_frees]
    fn drop(&mut self) {
        while let Some(_) = self.next() {}
        self.table.forget_values();
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for IntoIter<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.rest(), f)
    }
}

pub struct Drain<'a, K, V> {
    raw: RawIter<(K, V)>,
    table: &'a mut RawTable<(K, V)>,
}

impl<'a, K, V> Drain<'a, K, V> {
    pub(crate) fn new(table: &'a mut RawTable<(K, V)>) -> Drain<'a, K, V> {
        Drain { raw: table.iter(), table }
    }

    /// What is still to come.
    pub(crate) fn rest(&self) -> Iter<'_, K, V> {
        Iter::new(self.raw.clone())
    }
}

impl<'a, K, V> Iterator for Drain<'a, K, V> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        let at = self.raw.next()?;
        Some(unsafe { intrinsics::ptr_read(at as *const (K, V)) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.raw.len(), Some(self.raw.len()))
    }
}

impl<'a, K, V> Drop for Drain<'a, K, V> {
    fn drop(&mut self) {
        while let Some(_) = self.next() {}
        self.table.forget_values();
    }
}

impl<'a, K: fmt::Debug, V: fmt::Debug> fmt::Debug for Drain<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.rest(), f)
    }
}

pub struct Keys<'a, K, V> {
    inner: Iter<'a, K, V>,
}

impl<'a, K, V> Keys<'a, K, V> {
    pub(crate) fn new(inner: Iter<'a, K, V>) -> Keys<'a, K, V> {
        Keys { inner }
    }
}

impl<'a, K, V> Iterator for Keys<'a, K, V> {
    type Item = &'a K;

    fn next(&mut self) -> Option<&'a K> {
        let (key, _) = self.inner.next()?;
        Some(key)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }

    fn count(self) -> usize {
        self.inner.count()
    }
}

impl<'a, K, V> Clone for Keys<'a, K, V> {
    fn clone(&self) -> Self {
        Keys { inner: self.inner.clone() }
    }
}

impl<'a, K: fmt::Debug, V> fmt::Debug for Keys<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        for (key, _) in self.inner.clone() {
            list.entry(key);
        }
        list.finish()
    }
}

pub struct Values<'a, K, V> {
    inner: Iter<'a, K, V>,
}

impl<'a, K, V> Values<'a, K, V> {
    pub(crate) fn new(inner: Iter<'a, K, V>) -> Values<'a, K, V> {
        Values { inner }
    }
}

impl<'a, K, V> Iterator for Values<'a, K, V> {
    type Item = &'a V;

    fn next(&mut self) -> Option<&'a V> {
        let (_, value) = self.inner.next()?;
        Some(value)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }

    fn count(self) -> usize {
        self.inner.count()
    }
}

impl<'a, K, V> Clone for Values<'a, K, V> {
    fn clone(&self) -> Self {
        Values { inner: self.inner.clone() }
    }
}

impl<'a, K, V: fmt::Debug> fmt::Debug for Values<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        for (_, value) in self.inner.clone() {
            list.entry(value);
        }
        list.finish()
    }
}

pub struct ValuesMut<'a, K, V> {
    inner: IterMut<'a, K, V>,
}

impl<'a, K, V> ValuesMut<'a, K, V> {
    pub(crate) fn new(inner: IterMut<'a, K, V>) -> ValuesMut<'a, K, V> {
        ValuesMut { inner }
    }
}

impl<'a, K, V> Iterator for ValuesMut<'a, K, V> {
    type Item = &'a mut V;

    fn next(&mut self) -> Option<&'a mut V> {
        let (_, value) = self.inner.next()?;
        Some(value)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }

    fn count(self) -> usize {
        self.inner.count()
    }
}

impl<'a, K, V: fmt::Debug> fmt::Debug for ValuesMut<'a, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        for (_, value) in self.inner.rest() {
            list.entry(value);
        }
        list.finish()
    }
}

pub struct IntoKeys<K, V> {
    inner: IntoIter<K, V>,
}

impl<K, V> IntoKeys<K, V> {
    pub(crate) fn new(inner: IntoIter<K, V>) -> IntoKeys<K, V> {
        IntoKeys { inner }
    }
}

impl<K, V> Iterator for IntoKeys<K, V> {
    type Item = K;

    fn next(&mut self) -> Option<K> {
        let (key, _) = self.inner.next()?;
        Some(key)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }

    fn count(self) -> usize {
        self.inner.count()
    }
}

impl<K: fmt::Debug, V> fmt::Debug for IntoKeys<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        for (key, _) in self.inner.rest() {
            list.entry(key);
        }
        list.finish()
    }
}

pub struct IntoValues<K, V> {
    inner: IntoIter<K, V>,
}

impl<K, V> IntoValues<K, V> {
    pub(crate) fn new(inner: IntoIter<K, V>) -> IntoValues<K, V> {
        IntoValues { inner }
    }
}

impl<K, V> Iterator for IntoValues<K, V> {
    type Item = V;

    fn next(&mut self) -> Option<V> {
        let (_, value) = self.inner.next()?;
        Some(value)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }

    fn count(self) -> usize {
        self.inner.count()
    }
}

impl<K, V: fmt::Debug> fmt::Debug for IntoValues<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        for (_, value) in self.inner.rest() {
            list.entry(value);
        }
        list.finish()
    }
}

impl<'a, K, V> ExactSizeIterator for Iter<'a, K, V> {}

impl<'a, K, V> FusedIterator for Iter<'a, K, V> {}

impl<'a, K, V> ExactSizeIterator for IterMut<'a, K, V> {}

impl<'a, K, V> FusedIterator for IterMut<'a, K, V> {}

impl<K, V> ExactSizeIterator for IntoIter<K, V> {}

impl<K, V> FusedIterator for IntoIter<K, V> {}

impl<'a, K, V> ExactSizeIterator for Drain<'a, K, V> {}

impl<'a, K, V> FusedIterator for Drain<'a, K, V> {}

impl<'a, K, V> ExactSizeIterator for Keys<'a, K, V> {}

impl<'a, K, V> FusedIterator for Keys<'a, K, V> {}

impl<'a, K, V> ExactSizeIterator for Values<'a, K, V> {}

impl<'a, K, V> FusedIterator for Values<'a, K, V> {}

impl<'a, K, V> ExactSizeIterator for ValuesMut<'a, K, V> {}

impl<'a, K, V> FusedIterator for ValuesMut<'a, K, V> {}

impl<K, V> ExactSizeIterator for IntoKeys<K, V> {}

impl<K, V> FusedIterator for IntoKeys<K, V> {}

impl<K, V> ExactSizeIterator for IntoValues<K, V> {}

impl<K, V> FusedIterator for IntoValues<K, V> {}
