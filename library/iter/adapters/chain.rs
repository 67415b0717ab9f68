//! Iterators one after the other, side by side, and again from the start.

use crate::intrinsics;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, IntoIterator, Iterator};

pub struct Chain<A, B> {
    a: Option<A>,
    b: Option<B>,
}

impl<A, B> Chain<A, B> {
    pub(crate) fn new(a: A, b: B) -> Chain<A, B> {
        Chain { a: Some(a), b: Some(b) }
    }
}

impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> {
    type Item = A::Item;

    fn __known_length(&self) -> u8 {
        let (a, b) = (self.a.as_ref(), self.b.as_ref());
        let a = a.map_or(1, |a| a.__known_length());
        a.min(b.map_or(1, |b| b.__known_length())).min(1)
    }

    fn next(&mut self) -> Option<A::Item> {
        if let Some(a) = &mut self.a {
            match a.next() {
                Some(item) => return Some(item),
                None => self.a = None,
            }
        }
        match &mut self.b {
            Some(b) => b.next(),
            None => None,
        }
    }

    fn count(self) -> usize {
        self.a.map_or(0, |a| a.count()) + self.b.map_or(0, |b| b.count())
    }

    fn last(self) -> Option<A::Item> {
        let a_last = self.a.and_then(|a| a.last());
        let b_last = self.b.and_then(|b| b.last());
        b_last.or(a_last)
    }

    fn __advance_by(&mut self, n: usize) -> usize {
        let mut left = n;
        if let Some(a) = &mut self.a {
            left = a.__advance_by(left);
            if left == 0 {
                return 0;
            }
            self.a = None;
        }
        match &mut self.b {
            Some(b) => b.__advance_by(left),
            None => left,
        }
    }

    fn nth(&mut self, n: usize) -> Option<A::Item> {
        let mut left = n;
        if let Some(a) = &mut self.a {
            left = a.__advance_by(n);
            if left == 0 {
                let item = a.next();
                if item.is_some() {
                    return item;
                }
            }
            self.a = None;
        }
        self.b.as_mut()?.nth(left)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match (&self.a, &self.b) {
            (Some(a), Some(b)) => {
                let (a_low, a_high) = a.size_hint();
                let (b_low, b_high) = b.size_hint();
                let high = match (a_high, b_high) {
                    (Some(x), Some(y)) => x.checked_add(y),
                    _ => None,
                };
                (a_low.saturating_add(b_low), high)
            }
            (Some(a), None) => a.size_hint(),
            (None, Some(b)) => b.size_hint(),
            (None, None) => (0, Some(0)),
        }
    }
}

impl<A: FusedIterator, B: FusedIterator<Item = A::Item>> FusedIterator for Chain<A, B> {}

impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator for Chain<A, B> {
    fn next_back(&mut self) -> Option<A::Item> {
        if let Some(b) = &mut self.b {
            match b.next_back() {
                Some(item) => return Some(item),
                None => self.b = None,
            }
        }
        match &mut self.a {
            Some(a) => a.next_back(),
            None => None,
        }
    }

    fn __advance_back_by(&mut self, n: usize) -> usize {
        let mut left = n;
        if let Some(b) = &mut self.b {
            left = b.__advance_back_by(left);
            if left == 0 {
                return 0;
            }
            self.b = None;
        }
        match &mut self.a {
            Some(a) => a.__advance_back_by(left),
            None => left,
        }
    }

    fn nth_back(&mut self, n: usize) -> Option<A::Item> {
        let mut left = n;
        if let Some(b) = &mut self.b {
            left = b.__advance_back_by(n);
            if left == 0 {
                let item = b.next_back();
                if item.is_some() {
                    return item;
                }
            }
            self.b = None;
        }
        self.a.as_mut()?.nth_back(left)
    }
}

impl<A: Clone, B: Clone> Clone for Chain<A, B> {
    fn clone(&self) -> Self {
        Chain { a: self.a.clone(), b: self.b.clone() }
    }
}

pub struct Zip<A, B> {
    a: A,
    b: B,
}

pub fn zip<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Zip<A::IntoIter, B::IntoIter> {
    Zip::new(a.into_iter(), b.into_iter())
}

impl<A, B> Zip<A, B> {
    pub(crate) fn new(a: A, b: B) -> Zip<A, B> {
        Zip { a, b }
    }
}

impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
    type Item = (A::Item, B::Item);

    fn next(&mut self) -> Option<(A::Item, B::Item)> {
        if self.a.__known_length() == 2 && self.b.__known_length() >= 2 && self.size_hint().0 == 0 {
            return None;
        }
        let Some(x) = self.a.next() else { return None };
        let Some(y) = self.b.next() else { return None };
        Some((x, y))
    }

    fn count(self) -> usize {
        self.fold(0, |count, _| count + 1)
    }

    fn last(self) -> Option<(A::Item, B::Item)> {
        self.fold(None, |_, pair| Some(pair))
    }

    fn for_each<F: FnMut((A::Item, B::Item))>(self, mut f: F) {
        self.fold((), |(), pair| f(pair))
    }

    fn fold<C, F: FnMut(C, (A::Item, B::Item)) -> C>(mut self, init: C, mut f: F) -> C {
        let mut value = init;
        let known = if self.__known_length() == 0 { None } else { self.size_hint().1 };
        match known {
            Some(len) => {
                for _ in 0..len {
                    let Some(x) = self.a.next() else { return value };
                    let Some(y) = self.b.next() else { return value };
                    value = f(value, (x, y));
                }
            }
            None => {
                while let Some(pair) = self.next() {
                    value = f(value, pair);
                }
            }
        }
        value
    }

    fn __known_length(&self) -> u8 {
        self.a.__known_length().min(self.b.__known_length())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (a_low, a_high) = self.a.size_hint();
        let (b_low, b_high) = self.b.size_hint();
        let high = match (a_high, b_high) {
            (Some(x), Some(y)) => Some(x.min(y)),
            (Some(x), None) => Some(x),
            (None, y) => y,
        };
        (a_low.min(b_low), high)
    }
}

impl<A: FusedIterator, B: FusedIterator> FusedIterator for Zip<A, B> {}

impl<A: DoubleEndedIterator + ExactSizeIterator, B: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator
    for Zip<A, B>
{
    fn next_back(&mut self) -> Option<(A::Item, B::Item)> {
        // The longer one gives up what has no partner.
        while self.a.len() > self.b.len() {
            self.a.next_back();
        }
        while self.b.len() > self.a.len() {
            self.b.next_back();
        }
        match (self.a.next_back(), self.b.next_back()) {
            (Some(x), Some(y)) => Some((x, y)),
            _ => None,
        }
    }
}

impl<A: ExactSizeIterator, B: ExactSizeIterator> ExactSizeIterator for Zip<A, B> {}

impl<A: Clone, B: Clone> Clone for Zip<A, B> {
    fn clone(&self) -> Self {
        Zip { a: self.a.clone(), b: self.b.clone() }
    }
}

pub struct Cycle<I> {
    orig: I,
    iter: I,
}

impl<I: Clone> Cycle<I> {
    pub(crate) fn new(iter: I) -> Cycle<I> {
        Cycle { orig: iter.clone(), iter }
    }
}

impl<I: Clone + Iterator> Iterator for Cycle<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        match self.iter.next() {
            None => {
                self.iter = self.orig.clone();
                self.iter.next()
            }
            item => item,
        }
    }

    fn __advance_by(&mut self, n: usize) -> usize {
        let mut left = self.iter.__advance_by(n);
        while left > 0 {
            self.iter = self.orig.clone();
            let before = left;
            left = self.iter.__advance_by(before);
            if left == before {
                break;
            }
        }
        left
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self.orig.size_hint() {
            (0, Some(0)) => (0, Some(0)),
            (0, _) => (0, None),
            _ => (usize::MAX, None),
        }
    }
}

impl<I: Clone + Iterator> FusedIterator for Cycle<I> {}

impl<I: Clone> Clone for Cycle<I> {
    fn clone(&self) -> Self {
        Cycle { orig: self.orig.clone(), iter: self.iter.clone() }
    }
}

pub struct Fuse<I> {
    iter: Option<I>,
}

impl<I> Fuse<I> {
    pub(crate) fn new(iter: I) -> Fuse<I> {
        Fuse { iter: Some(iter) }
    }

    /// After the end nothing more is asked of the iterator. `std` keeps one that is known to end for good, which shows where it
    /// is dropped.
    fn until_end<T>(&mut self, item: Option<T>) -> Option<T> {
        if item.is_none() && !intrinsics::is_fused::<I>() {
            self.iter = None;
        }
        item
    }
}

impl<I: Iterator> Iterator for Fuse<I> {
    type Item = I::Item;

    fn __known_length(&self) -> u8 {
        self.iter.as_ref().map_or(1, |iter| iter.__known_length())
    }

    fn next(&mut self) -> Option<I::Item> {
        let item = self.iter.as_mut()?.next();
        self.until_end(item)
    }

    fn nth(&mut self, n: usize) -> Option<I::Item> {
        let item = self.iter.as_mut()?.nth(n);
        self.until_end(item)
    }

    fn count(self) -> usize {
        self.iter.map_or(0, |iter| iter.count())
    }

    fn last(self) -> Option<I::Item> {
        self.iter.and_then(|iter| iter.last())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.iter {
            Some(iter) => iter.size_hint(),
            None => (0, Some(0)),
        }
    }
}

impl<I: Iterator> FusedIterator for Fuse<I> {}

impl<I: DoubleEndedIterator> DoubleEndedIterator for Fuse<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        let item = self.iter.as_mut()?.next_back();
        self.until_end(item)
    }

    fn nth_back(&mut self, n: usize) -> Option<I::Item> {
        let item = self.iter.as_mut()?.nth_back(n);
        self.until_end(item)
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for Fuse<I> {}

impl<I: Clone> Clone for Fuse<I> {
    fn clone(&self) -> Self {
        Fuse { iter: self.iter.clone() }
    }
}
