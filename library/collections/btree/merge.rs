//! Sorted rows: one without repeated keys, and two side by side.

use crate::cmp::Ordering;
use crate::fmt;
use crate::iter::{ExactSizeIterator, Iterator, Peekable};
use crate::mem;

/// Of entries in order, the last one of each key.
pub struct Distinct<K, V, I: Iterator<Item = (K, V)>> {
    iter: Peekable<I>,
}

impl<K, V, I: Iterator<Item = (K, V)>> Distinct<K, V, I> {
    pub fn new(iter: I) -> Distinct<K, V, I> {
        Distinct { iter: iter.peekable() }
    }
}

impl<K: Eq, V, I: Iterator<Item = (K, V)>> Iterator for Distinct<K, V, I> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        loop {
            let next = self.iter.next()?;
            match self.iter.peek() {
                Some(peeked) => {
                    if next.0 != peeked.0 {
                        return Some(next);
                    }
                }
                None => return Some(next),
            }
        }
    }
}

/// Two rows in order, of which one step takes the lower item, or both where they are equal.
pub struct MergeIterInner<I: Iterator> {
    a: I,
    b: I,
    peeked: Option<Peeked<I>>,
}

/// An item that is not taken yet, and the row that it comes from.
enum Peeked<I: Iterator> {
    A(I::Item),
    B(I::Item),
}

impl<I: Iterator> MergeIterInner<I> {
    pub fn new(a: I, b: I) -> MergeIterInner<I> {
        MergeIterInner { a, b, peeked: None }
    }

    pub fn nexts<C: Fn(&I::Item, &I::Item) -> Ordering>(&mut self, cmp: C) -> (Option<I::Item>, Option<I::Item>) {
        let mut a_next;
        let mut b_next;
        match self.peeked.take() {
            Some(Peeked::A(next)) => {
                a_next = Some(next);
                b_next = self.b.next();
            }
            Some(Peeked::B(next)) => {
                b_next = Some(next);
                a_next = self.a.next();
            }
            None => {
                a_next = self.a.next();
                b_next = self.b.next();
            }
        }
        let order = match (&a_next, &b_next) {
            (Some(a), Some(b)) => cmp(a, b),
            _ => Ordering::Equal,
        };
        match order {
            Ordering::Less => {
                if let Some(item) = b_next.take() {
                    self.peeked = Some(Peeked::B(item));
                }
            }
            Ordering::Greater => {
                if let Some(item) = a_next.take() {
                    self.peeked = Some(Peeked::A(item));
                }
            }
            Ordering::Equal => {}
        }
        (a_next, b_next)
    }

    /// How many are left of each row.
    pub fn lens(&self) -> (usize, usize)
    where
        I: ExactSizeIterator,
    {
        match self.peeked {
            Some(Peeked::A(_)) => (1 + self.a.len(), self.b.len()),
            Some(Peeked::B(_)) => (self.a.len(), 1 + self.b.len()),
            None => (self.a.len(), self.b.len()),
        }
    }
}

/// The entries of two maps in order; where keys are equal, the first map's key with the second one's value.
pub struct MergeIter<K, V, I: Iterator<Item = (K, V)>> {
    inner: MergeIterInner<I>,
}

impl<K, V, I: Iterator<Item = (K, V)>> MergeIter<K, V, I> {
    pub fn new(a: I, b: I) -> MergeIter<K, V, I> {
        MergeIter { inner: MergeIterInner::new(a, b) }
    }
}

impl<K: Ord, V, I: Iterator<Item = (K, V)>> Iterator for MergeIter<K, V, I> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        match self.inner.nexts(|a, b| K::cmp(&a.0, &b.0)) {
            (Some((key, old)), Some((other, val))) => {
                mem::drop(old);
                mem::drop(other);
                Some((key, val))
            }
            (a_next, b_next) => a_next.or(b_next),
        }
    }
}

impl<I: Iterator + Clone> Clone for MergeIterInner<I>
where
    I::Item: Clone,
{
    fn clone(&self) -> Self {
        let peeked = match &self.peeked {
            Some(Peeked::A(item)) => Some(Peeked::A(item.clone())),
            Some(Peeked::B(item)) => Some(Peeked::B(item.clone())),
            None => None,
        };
        MergeIterInner { a: self.a.clone(), b: self.b.clone(), peeked }
    }
}

impl<I: Iterator + fmt::Debug> fmt::Debug for Peeked<I>
where
    I::Item: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Peeked::A(item) => f.debug_tuple("A").field(item).finish(),
            Peeked::B(item) => f.debug_tuple("B").field(item).finish(),
        }
    }
}

impl<I: Iterator + fmt::Debug> fmt::Debug for MergeIterInner<I>
where
    I::Item: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MergeIterInner").field(&self.a).field(&self.b).field(&self.peeked).finish()
    }
}
