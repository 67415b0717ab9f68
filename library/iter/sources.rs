//! Iterators made of nothing, of one value, of a value again and again.

use super::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
use crate::marker::PhantomData;

pub struct Empty<T> {
    of: PhantomData<T>,
}

pub const fn empty<T>() -> Empty<T> {
    Empty { of: PhantomData }
}

impl<T> Iterator for Empty<T> {
    type Item = T;

    fn __is_one_shot() -> bool {
        true
    }

    fn __known_length(&self) -> u8 {
        1
    }

    fn next(&mut self) -> Option<T> {
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(0))
    }
}

impl<T> FusedIterator for Empty<T> {}

impl<T> DoubleEndedIterator for Empty<T> {
    fn next_back(&mut self) -> Option<T> {
        None
    }
}

impl<T> ExactSizeIterator for Empty<T> {}

impl<T> Clone for Empty<T> {
    fn clone(&self) -> Self {
        empty()
    }
}

pub struct Once<T> {
    value: Option<T>,
}

pub fn once<T>(value: T) -> Once<T> {
    Once { value: Some(value) }
}

impl<T> Iterator for Once<T> {
    type Item = T;

    fn __is_one_shot() -> bool {
        true
    }

    fn __known_length(&self) -> u8 {
        1
    }

    fn next(&mut self) -> Option<T> {
        self.value.take()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = if self.value.is_some() { 1 } else { 0 };
        (left, Some(left))
    }
}

impl<T> FusedIterator for Once<T> {}

impl<T> DoubleEndedIterator for Once<T> {
    fn next_back(&mut self) -> Option<T> {
        self.value.take()
    }
}

impl<T> ExactSizeIterator for Once<T> {}

impl<T: Clone> Clone for Once<T> {
    fn clone(&self) -> Self {
        Once { value: self.value.clone() }
    }
}

pub struct Repeat<A> {
    element: A,
}

pub fn repeat<T: Clone>(elt: T) -> Repeat<T> {
    Repeat { element: elt }
}

impl<A: Clone> Iterator for Repeat<A> {
    type Item = A;

    fn __known_length(&self) -> u8 {
        1
    }

    fn next(&mut self) -> Option<A> {
        Some(self.element.clone())
    }

    fn __advance_by(&mut self, _: usize) -> usize {
        0
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
}

impl<A: Clone> FusedIterator for Repeat<A> {}

impl<A: Clone> DoubleEndedIterator for Repeat<A> {
    fn next_back(&mut self) -> Option<A> {
        Some(self.element.clone())
    }

    fn __advance_back_by(&mut self, _: usize) -> usize {
        0
    }
}

impl<A: Clone> Clone for Repeat<A> {
    fn clone(&self) -> Self {
        Repeat { element: self.element.clone() }
    }
}

pub struct RepeatN<A> {
    element: Option<A>,
    count: usize,
}

pub fn repeat_n<T: Clone>(element: T, count: usize) -> RepeatN<T> {
    RepeatN { element: if count == 0 { None } else { Some(element) }, count }
}

impl<A: Clone> Iterator for RepeatN<A> {
    type Item = A;

    fn __known_length(&self) -> u8 {
        1
    }

    fn next(&mut self) -> Option<A> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        if self.count == 0 { self.element.take() } else { self.element.clone() }
    }

    /// Nothing is cloned that nobody gets.
    fn __advance_by(&mut self, n: usize) -> usize {
        if n < self.count {
            self.count -= n;
            return 0;
        }
        let left = n - self.count;
        self.count = 0;
        self.element = None;
        left
    }

    fn count(self) -> usize {
        self.count
    }

    fn last(self) -> Option<A> {
        self.element
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.count, Some(self.count))
    }
}

impl<A: Clone> FusedIterator for RepeatN<A> {}

impl<A: Clone> DoubleEndedIterator for RepeatN<A> {
    fn next_back(&mut self) -> Option<A> {
        self.next()
    }

    fn __advance_back_by(&mut self, n: usize) -> usize {
        self.__advance_by(n)
    }
}

impl<A: Clone> ExactSizeIterator for RepeatN<A> {}

impl<A: Clone> Clone for RepeatN<A> {
    fn clone(&self) -> Self {
        RepeatN { element: self.element.clone(), count: self.count }
    }
}
