//! Values in the place of references.

use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};

pub struct Copied<I> {
    it: I,
}

impl<I> Copied<I> {
    pub(crate) fn new(it: I) -> Copied<I> {
        Copied { it }
    }
}

impl<'a, I: Iterator<Item = &'a T>, T: Copy + 'a> Iterator for Copied<I> {
    type Item = T;

    fn __is_one_shot() -> bool {
        I::__is_one_shot()
    }

    fn __known_length(&self) -> u8 {
        self.it.__known_length()
    }

    fn next(&mut self) -> Option<T> {
        match self.it.next() {
            Some(item) => Some(*item),
            None => None,
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.it.size_hint()
    }

    fn nth(&mut self, n: usize) -> Option<T> {
        match self.it.nth(n) {
            Some(item) => Some(*item),
            None => None,
        }
    }

    fn count(self) -> usize {
        self.it.count()
    }

    fn last(self) -> Option<T> {
        match self.it.last() {
            Some(item) => Some(*item),
            None => None,
        }
    }
}

impl<'a, I: FusedIterator<Item = &'a T>, T: Copy + 'a> FusedIterator for Copied<I> {}

impl<'a, I: DoubleEndedIterator<Item = &'a T>, T: Copy + 'a> DoubleEndedIterator for Copied<I> {
    fn next_back(&mut self) -> Option<T> {
        match self.it.next_back() {
            Some(item) => Some(*item),
            None => None,
        }
    }
}

impl<'a, I: ExactSizeIterator<Item = &'a T>, T: Copy + 'a> ExactSizeIterator for Copied<I> {}

impl<I: Clone> Clone for Copied<I> {
    fn clone(&self) -> Self {
        Copied { it: self.it.clone() }
    }
}

pub struct Cloned<I> {
    it: I,
}

impl<I> Cloned<I> {
    pub(crate) fn new(it: I) -> Cloned<I> {
        Cloned { it }
    }
}

impl<'a, I: Iterator<Item = &'a T>, T: Clone + 'a> Iterator for Cloned<I> {
    type Item = T;

    fn __is_one_shot() -> bool {
        I::__is_one_shot()
    }

    fn __known_length(&self) -> u8 {
        self.it.__known_length().min(2)
    }

    fn next(&mut self) -> Option<T> {
        match self.it.next() {
            Some(item) => Some(item.clone()),
            None => None,
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.it.size_hint()
    }
}

impl<'a, I: FusedIterator<Item = &'a T>, T: Clone + 'a> FusedIterator for Cloned<I> {}

impl<'a, I: DoubleEndedIterator<Item = &'a T>, T: Clone + 'a> DoubleEndedIterator for Cloned<I> {
    fn next_back(&mut self) -> Option<T> {
        match self.it.next_back() {
            Some(item) => Some(item.clone()),
            None => None,
        }
    }
}

impl<'a, I: ExactSizeIterator<Item = &'a T>, T: Clone + 'a> ExactSizeIterator for Cloned<I> {}

impl<I: Clone> Clone for Cloned<I> {
    fn clone(&self) -> Self {
        Cloned { it: self.it.clone() }
    }
}
