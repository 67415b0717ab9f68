//! Iterators of iterators, as one.

use super::{Fuse, Map};
use crate::iter::{DoubleEndedIterator, IntoIterator, FusedIterator, Iterator};

/// What both adapters do: the inner iterators at the front and at the back, and what is between them.
#[derive(Clone)]
struct Inner<I, U> {
    iter: Fuse<I>,
    front: Option<U>,
    back: Option<U>,
}

impl<I: Iterator, U: Iterator> Inner<I, U>
where
    I::Item: IntoIterator<IntoIter = U>,
{
    fn next(&mut self) -> Option<U::Item> {
        if U::__is_one_shot() {
            while let Some(inner) = self.iter.next() {
                let item = inner.into_iter().next();
                if item.is_some() {
                    return item;
                }
            }
            return None;
        }
        loop {
            if let Some(inner) = &mut self.front {
                match inner.next() {
                    Some(item) => return Some(item),
                    None => self.front = None,
                }
            }
            match self.iter.next() {
                Some(inner) => self.front = Some(inner.into_iter()),
                None => break,
            }
        }
        match &mut self.back {
            Some(inner) => match inner.next() {
                Some(item) => Some(item),
                None => {
                    self.back = None;
                    None
                }
            },
            None => None,
        }
    }

    fn count(self) -> usize {
        let front = self.front.map_or(0, |inner| inner.count());
        let between = self.iter.fold(front, |count, inner| count + inner.into_iter().count());
        between + self.back.map_or(0, |inner| inner.count())
    }

    fn last(self) -> Option<U::Item> {
        let front = self.front.and_then(|inner| inner.last());
        let between = self.iter.fold(front, |last, inner| inner.into_iter().last().or(last));
        self.back.and_then(|inner| inner.last()).or(between)
    }

    /// Where all inner iterators have as many items, all of them are known; of the others only those that have begun.
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.iter.size_hint();
        let fixed = I::Item::__fixed_size();
        if U::__is_one_shot() {
            return match fixed {
                Some(0) => (0, Some(0)),
                Some(_) => (low, high),
                None => (0, high),
            };
        }
        let (front_low, front_high) = match &self.front {
            Some(inner) => inner.size_hint(),
            None => (0, Some(0)),
        };
        let (back_low, back_high) = match &self.back {
            Some(inner) => inner.size_hint(),
            None => (0, Some(0)),
        };
        let begun_low = front_low.saturating_add(back_low);
        let begun_high = match (front_high, back_high) {
            (Some(front), Some(back)) => front.checked_add(back),
            _ => None,
        };
        match (fixed, low, high) {
            (Some(fixed), _, _) => {
                let rest = high.and_then(|high| high.checked_mul(fixed));
                let high = match (begun_high, rest) {
                    (Some(begun), Some(rest)) => begun.checked_add(rest),
                    _ => None,
                };
                (low.saturating_mul(fixed).saturating_add(begun_low), high)
            }
            (None, 0, Some(0)) => (begun_low, begun_high),
            _ => (begun_low, None),
        }
    }
}

impl<I: DoubleEndedIterator, U: DoubleEndedIterator> Inner<I, U>
where
    I::Item: IntoIterator<IntoIter = U>,
{
    fn next_back(&mut self) -> Option<U::Item> {
        if U::__is_one_shot() {
            while let Some(inner) = self.iter.next_back() {
                let item = inner.into_iter().next();
                if item.is_some() {
                    return item;
                }
            }
            return None;
        }
        loop {
            if let Some(inner) = &mut self.back {
                match inner.next_back() {
                    Some(item) => return Some(item),
                    None => self.back = None,
                }
            }
            match self.iter.next_back() {
                Some(inner) => self.back = Some(inner.into_iter()),
                None => break,
            }
        }
        match &mut self.front {
            Some(inner) => match inner.next_back() {
                Some(item) => Some(item),
                None => {
                    self.front = None;
                    None
                }
            },
            None => None,
        }
    }
}

pub struct Flatten<I: Iterator>
where
    I::Item: IntoIterator,
{
    inner: Inner<I, <I::Item as IntoIterator>::IntoIter>,
}

impl<I: Iterator> Flatten<I>
where
    I::Item: IntoIterator,
{
    pub(crate) fn new(iter: I) -> Flatten<I> {
        Flatten { inner: Inner { iter: Fuse::new(iter), front: None, back: None } }
    }
}

impl<I: Iterator> Iterator for Flatten<I>
where
    I::Item: IntoIterator,
{
    type Item = <I::Item as IntoIterator>::Item;

    fn next(&mut self) -> Option<<I::Item as IntoIterator>::Item> {
        self.inner.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }

    fn count(self) -> usize {
        self.inner.count()
    }

    fn last(self) -> Option<Self::Item> {
        self.inner.last()
    }
}

impl<I: FusedIterator> FusedIterator for Flatten<I>
where
    I::Item: IntoIterator,
{
}

impl<I: DoubleEndedIterator> DoubleEndedIterator for Flatten<I>
where
    I::Item: IntoIterator,
    <I::Item as IntoIterator>::IntoIter: DoubleEndedIterator,
{
    fn next_back(&mut self) -> Option<<I::Item as IntoIterator>::Item> {
        self.inner.next_back()
    }
}

impl<I: Iterator + Clone> Clone for Flatten<I>
where
    I::Item: IntoIterator,
    <I::Item as IntoIterator>::IntoIter: Clone,
{
    fn clone(&self) -> Self {
        Flatten { inner: self.inner.clone() }
    }
}

pub struct FlatMap<I, U: IntoIterator, F> {
    inner: Inner<Map<I, F>, U::IntoIter>,
}

impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> FlatMap<I, U, F> {
    pub(crate) fn new(iter: Map<I, F>) -> FlatMap<I, U, F> {
        FlatMap { inner: Inner { iter: Fuse::new(iter), front: None, back: None } }
    }
}

impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> Iterator for FlatMap<I, U, F> {
    type Item = U::Item;

    fn next(&mut self) -> Option<U::Item> {
        self.inner.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }

    fn count(self) -> usize {
        self.inner.count()
    }

    fn last(self) -> Option<Self::Item> {
        self.inner.last()
    }
}

impl<I: FusedIterator, U: IntoIterator, F: FnMut(I::Item) -> U> FusedIterator for FlatMap<I, U, F> {}

impl<I: DoubleEndedIterator, U: IntoIterator, F: FnMut(I::Item) -> U> DoubleEndedIterator for FlatMap<I, U, F>
where
    U::IntoIter: DoubleEndedIterator,
{
    fn next_back(&mut self) -> Option<U::Item> {
        self.inner.next_back()
    }
}

impl<I: Clone, U: IntoIterator, F: Clone> Clone for FlatMap<I, U, F>
where
    U::IntoIter: Clone,
{
    fn clone(&self) -> Self {
        FlatMap { inner: self.inner.clone() }
    }
}
