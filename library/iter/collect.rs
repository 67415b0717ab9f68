//! From iterators and to them.

use super::Iterator;

pub trait FromIterator<A>: Sized {
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
}

pub trait IntoIterator {
    type Item;
    type IntoIter: Iterator<Item = Self::Item>;

    fn into_iter(self) -> Self::IntoIter;

    /// How many items there are, where the type says so: the length of arrays and of references to them.
    fn __fixed_size() -> Option<usize>
    where
        Self: Sized,
    {
        None
    }
}

pub trait Extend<A> {
    fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);

    /// One item more.
    fn extend_one(&mut self, item: A) {
        self.extend(Some(item));
    }
}

impl<I: Iterator> IntoIterator for I {
    type Item = I::Item;
    type IntoIter = I;

    fn into_iter(self) -> I {
        self
    }
}

impl FromIterator<()> for () {
    fn from_iter<I: IntoIterator<Item = ()>>(iter: I) -> () {
        let mut iter = iter.into_iter();
        while let Some(_) = iter.next() {}
    }
}

/// The items up to the first `None`, which is remembered.
struct UntilNone<'a, I> {
    iter: I,
    failed: &'a mut bool,
}

impl<'a, T, I: Iterator<Item = Option<T>>> Iterator for UntilNone<'a, I> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match self.iter.next() {
            Some(Some(item)) => Some(item),
            Some(None) => {
                *self.failed = true;
                None
            }
            None => None,
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if *self.failed { (0, Some(0)) } else { (0, self.iter.size_hint().1) }
    }
}

/// The items up to the first error, which is kept.
struct UntilErr<'a, I, E> {
    iter: I,
    error: &'a mut Option<E>,
}

impl<'a, T, E, I: Iterator<Item = Result<T, E>>> Iterator for UntilErr<'a, I, E> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match self.iter.next() {
            Some(Ok(item)) => Some(item),
            Some(Err(error)) => {
                *self.error = Some(error);
                None
            }
            None => None,
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.error.is_some() { (0, Some(0)) } else { (0, self.iter.size_hint().1) }
    }
}

impl<A, V: FromIterator<A>> FromIterator<Option<A>> for Option<V> {
    fn from_iter<I: IntoIterator<Item = Option<A>>>(iter: I) -> Option<V> {
        let mut failed = false;
        let collected = V::from_iter(UntilNone { iter: iter.into_iter(), failed: &mut failed });
        if failed { None } else { Some(collected) }
    }
}

impl<A, E, V: FromIterator<A>> FromIterator<Result<A, E>> for Result<V, E> {
    fn from_iter<I: IntoIterator<Item = Result<A, E>>>(iter: I) -> Result<V, E> {
        let mut error = None;
        let collected = V::from_iter(UntilErr { iter: iter.into_iter(), error: &mut error });
        match error {
            None => Ok(collected),
            Some(error) => Err(error),
        }
    }
}

impl<T, U: super::Sum<T>> super::Sum<Option<T>> for Option<U> {
    fn sum<I: Iterator<Item = Option<T>>>(iter: I) -> Option<U> {
        let mut failed = false;
        let sum = U::sum(UntilNone { iter, failed: &mut failed });
        if failed { None } else { Some(sum) }
    }
}

impl<T, U: super::Product<T>> super::Product<Option<T>> for Option<U> {
    fn product<I: Iterator<Item = Option<T>>>(iter: I) -> Option<U> {
        let mut failed = false;
        let product = U::product(UntilNone { iter, failed: &mut failed });
        if failed { None } else { Some(product) }
    }
}

impl<T, E, U: super::Sum<T>> super::Sum<Result<T, E>> for Result<U, E> {
    fn sum<I: Iterator<Item = Result<T, E>>>(iter: I) -> Result<U, E> {
        let mut error = None;
        let sum = U::sum(UntilErr { iter, error: &mut error });
        match error {
            None => Ok(sum),
            Some(error) => Err(error),
        }
    }
}

impl<T, E, U: super::Product<T>> super::Product<Result<T, E>> for Result<U, E> {
    fn product<I: Iterator<Item = Result<T, E>>>(iter: I) -> Result<U, E> {
        let mut error = None;
        let product = U::product(UntilErr { iter, error: &mut error });
        match error {
            None => Ok(product),
            Some(error) => Err(error),
        }
    }
}

impl<A, B, ExtendA: Extend<A>, ExtendB: Extend<B>> Extend<(A, B)> for (ExtendA, ExtendB) {
    fn extend<T: IntoIterator<Item = (A, B)>>(&mut self, iter: T) {
        let mut iter = iter.into_iter();
        while let Some((a, b)) = iter.next() {
            self.0.extend_one(a);
            self.1.extend_one(b);
        }
    }
}
