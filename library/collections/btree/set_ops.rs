//! What an ordered set has in common with another one, and what not.
//!
//! Sets of about the same size are walked through side by side; the values of a much smaller one are looked for.

use super::merge::MergeIterInner;
use super::set::{BTreeSet, Iter};
use crate::cmp::Ordering;
use crate::fmt;
use crate::iter::{ExactSizeIterator, FusedIterator, Iterator, Peekable};

/// How many times as large the other set is, at least, where values are looked for: std's number.
const MUCH_LARGER: usize = 16;

/// The first and last values of two sets, if neither is empty.
fn ends<'a, T: Ord>(a: &'a BTreeSet<T>, b: &'a BTreeSet<T>) -> Option<(&'a T, &'a T, &'a T, &'a T)> {
    Some((a.first()?, a.last()?, b.first()?, b.last()?))
}

/// The values that are in one set and not in the other.
pub struct Difference<'a, T> {
    inner: DifferenceInner<'a, T>,
}

enum DifferenceInner<'a, T> {
    Stitch { self_iter: Iter<'a, T>, other_iter: Peekable<Iter<'a, T>> },
    Search { self_iter: Iter<'a, T>, other_set: &'a BTreeSet<T> },
    Iterate(Iter<'a, T>),
}

impl<'a, T: Ord> Difference<'a, T> {
    pub(crate) fn new(set: &'a BTreeSet<T>, other: &'a BTreeSet<T>) -> Difference<'a, T> {
        let mut iter = set.iter();
        let Some((self_min, self_max, other_min, other_max)) = ends(set, other) else {
            return Difference { inner: DifferenceInner::Iterate(iter) };
        };
        let inner = match (self_min.cmp(other_max), self_max.cmp(other_min)) {
            (Ordering::Greater, _) | (_, Ordering::Less) => DifferenceInner::Iterate(iter),
            (Ordering::Equal, _) => {
                iter.next();
                DifferenceInner::Iterate(iter)
            }
            (_, Ordering::Equal) => {
                iter.next_back();
                DifferenceInner::Iterate(iter)
            }
            _ if set.len() <= other.len() / MUCH_LARGER => {
                DifferenceInner::Search { self_iter: iter, other_set: other }
            }
            _ => DifferenceInner::Stitch { self_iter: iter, other_iter: other.iter().peekable() },
        };
        Difference { inner }
    }
}

impl<'a, T: Ord> Iterator for Difference<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        match &mut self.inner {
            DifferenceInner::Stitch { self_iter, other_iter } => {
                let mut value = self_iter.next()?;
                loop {
                    let order = match other_iter.peek() {
                        Some(other) => value.cmp(*other),
                        None => Ordering::Less,
                    };
                    match order {
                        Ordering::Less => return Some(value),
                        Ordering::Equal => {
                            value = self_iter.next()?;
                            other_iter.next();
                        }
                        Ordering::Greater => {
                            other_iter.next();
                        }
                    }
                }
            }
            DifferenceInner::Search { self_iter, other_set } => loop {
                let value = self_iter.next()?;
                if !other_set.contains(value) {
                    return Some(value);
                }
            },
            DifferenceInner::Iterate(iter) => iter.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (self_len, other_len) = match &self.inner {
            DifferenceInner::Stitch { self_iter, other_iter } => (self_iter.len(), other_iter.len()),
            DifferenceInner::Search { self_iter, other_set } => (self_iter.len(), other_set.len()),
            DifferenceInner::Iterate(iter) => (iter.len(), 0),
        };
        (self_len.saturating_sub(other_len), Some(self_len))
    }

    fn min(mut self) -> Option<&'a T> {
        self.next()
    }
}

impl<'a, T: Ord> FusedIterator for Difference<'a, T> {}

impl<'a, T> Clone for Difference<'a, T> {
    fn clone(&self) -> Self {
        let inner = match &self.inner {
            DifferenceInner::Stitch { self_iter, other_iter } => {
                DifferenceInner::Stitch { self_iter: self_iter.clone(), other_iter: other_iter.clone() }
            }
            DifferenceInner::Search { self_iter, other_set } => {
                DifferenceInner::Search { self_iter: self_iter.clone(), other_set: *other_set }
            }
            DifferenceInner::Iterate(iter) => DifferenceInner::Iterate(iter.clone()),
        };
        Difference { inner }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for DifferenceInner<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DifferenceInner::Stitch { self_iter, other_iter } => {
                f.debug_struct("Stitch").field("self_iter", self_iter).field("other_iter", other_iter).finish()
            }
            DifferenceInner::Search { self_iter, other_set } => {
                f.debug_struct("Search").field("self_iter", self_iter).field("other_iter", other_set).finish()
            }
            DifferenceInner::Iterate(iter) => f.debug_tuple("Iterate").field(iter).finish(),
        }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for Difference<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Difference").field(&self.inner).finish()
    }
}

/// The values that are in both sets.
pub struct Intersection<'a, T> {
    inner: IntersectionInner<'a, T>,
}

enum IntersectionInner<'a, T> {
    Stitch { a: Iter<'a, T>, b: Iter<'a, T> },
    Search { small_iter: Iter<'a, T>, large_set: &'a BTreeSet<T> },
    Answer(Option<&'a T>),
}

impl<'a, T: Ord> Intersection<'a, T> {
    pub(crate) fn new(set: &'a BTreeSet<T>, other: &'a BTreeSet<T>) -> Intersection<'a, T> {
        let Some((self_min, self_max, other_min, other_max)) = ends(set, other) else {
            return Intersection { inner: IntersectionInner::Answer(None) };
        };
        let inner = match (self_min.cmp(other_max), self_max.cmp(other_min)) {
            (Ordering::Greater, _) | (_, Ordering::Less) => IntersectionInner::Answer(None),
            (Ordering::Equal, _) => IntersectionInner::Answer(Some(self_min)),
            (_, Ordering::Equal) => IntersectionInner::Answer(Some(self_max)),
            _ if set.len() <= other.len() / MUCH_LARGER => {
                IntersectionInner::Search { small_iter: set.iter(), large_set: other }
            }
            _ if other.len() <= set.len() / MUCH_LARGER => {
                IntersectionInner::Search { small_iter: other.iter(), large_set: set }
            }
            _ => IntersectionInner::Stitch { a: set.iter(), b: other.iter() },
        };
        Intersection { inner }
    }
}

impl<'a, T: Ord> Iterator for Intersection<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        match &mut self.inner {
            IntersectionInner::Stitch { a, b } => {
                let mut a_next = a.next()?;
                let mut b_next = b.next()?;
                loop {
                    match a_next.cmp(b_next) {
                        Ordering::Less => a_next = a.next()?,
                        Ordering::Greater => b_next = b.next()?,
                        Ordering::Equal => return Some(a_next),
                    }
                }
            }
            IntersectionInner::Search { small_iter, large_set } => loop {
                let value = small_iter.next()?;
                if large_set.contains(value) {
                    return Some(value);
                }
            },
            IntersectionInner::Answer(answer) => answer.take(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.inner {
            IntersectionInner::Stitch { a, b } => (0, Some(a.len().min(b.len()))),
            IntersectionInner::Search { small_iter, .. } => (0, Some(small_iter.len())),
            IntersectionInner::Answer(None) => (0, Some(0)),
            IntersectionInner::Answer(Some(_)) => (1, Some(1)),
        }
    }

    fn min(mut self) -> Option<&'a T> {
        self.next()
    }
}

impl<'a, T: Ord> FusedIterator for Intersection<'a, T> {}

impl<'a, T> Clone for Intersection<'a, T> {
    fn clone(&self) -> Self {
        let inner = match &self.inner {
            IntersectionInner::Stitch { a, b } => IntersectionInner::Stitch { a: a.clone(), b: b.clone() },
            IntersectionInner::Search { small_iter, large_set } => {
                IntersectionInner::Search { small_iter: small_iter.clone(), large_set: *large_set }
            }
            IntersectionInner::Answer(answer) => IntersectionInner::Answer(*answer),
        };
        Intersection { inner }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for IntersectionInner<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            IntersectionInner::Stitch { a, b } => f.debug_struct("Stitch").field("a", a).field("b", b).finish(),
            IntersectionInner::Search { small_iter, large_set } => {
                f.debug_struct("Search").field("small_iter", small_iter).field("large_set", large_set).finish()
            }
            IntersectionInner::Answer(answer) => f.debug_tuple("Answer").field(answer).finish(),
        }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for Intersection<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Intersection").field(&self.inner).finish()
    }
}

/// The values that are in one of two sets only.
pub struct SymmetricDifference<'a, T> {
    inner: MergeIterInner<Iter<'a, T>>,
}

impl<'a, T> SymmetricDifference<'a, T> {
    pub(crate) fn new(a: &'a BTreeSet<T>, b: &'a BTreeSet<T>) -> SymmetricDifference<'a, T> {
        SymmetricDifference { inner: MergeIterInner::new(a.iter(), b.iter()) }
    }
}

impl<'a, T: Ord> Iterator for SymmetricDifference<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        loop {
            match self.inner.nexts(|a, b| T::cmp(*a, *b)) {
                (Some(_), Some(_)) => {}
                (Some(value), None) | (None, Some(value)) => return Some(value),
                (None, None) => return None,
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (a_len, b_len) = self.inner.lens();
        (0, Some(a_len + b_len))
    }

    fn min(mut self) -> Option<&'a T> {
        self.next()
    }
}

impl<'a, T: Ord> FusedIterator for SymmetricDifference<'a, T> {}

impl<'a, T> Clone for SymmetricDifference<'a, T> {
    fn clone(&self) -> Self {
        SymmetricDifference { inner: self.inner.clone() }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for SymmetricDifference<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SymmetricDifference").field(&self.inner).finish()
    }
}

/// The values that are in one of two sets or in both.
pub struct Union<'a, T> {
    inner: MergeIterInner<Iter<'a, T>>,
}

impl<'a, T> Union<'a, T> {
    pub(crate) fn new(a: &'a BTreeSet<T>, b: &'a BTreeSet<T>) -> Union<'a, T> {
        Union { inner: MergeIterInner::new(a.iter(), b.iter()) }
    }
}

impl<'a, T: Ord> Iterator for Union<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        let (a_next, b_next) = self.inner.nexts(|a, b| T::cmp(*a, *b));
        a_next.or(b_next)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (a_len, b_len) = self.inner.lens();
        (a_len.max(b_len), Some(a_len + b_len))
    }

    fn min(mut self) -> Option<&'a T> {
        self.next()
    }
}

impl<'a, T: Ord> FusedIterator for Union<'a, T> {}

impl<'a, T> Clone for Union<'a, T> {
    fn clone(&self) -> Self {
        Union { inner: self.inner.clone() }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for Union<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Union").field(&self.inner).finish()
    }
}

/// Whether all values of a set are in another one.
pub(crate) fn is_subset<T: Ord>(set: &BTreeSet<T>, other: &BTreeSet<T>) -> bool {
    if set.len() > other.len() {
        return false;
    }
    if set.is_empty() {
        return true;
    }
    let Some((self_min, self_max, other_min, other_max)) = ends(set, other) else { return false };
    let mut values = set.iter();
    match self_min.cmp(other_min) {
        Ordering::Less => return false,
        Ordering::Equal => {
            values.next();
        }
        Ordering::Greater => {}
    }
    match self_max.cmp(other_max) {
        Ordering::Greater => return false,
        Ordering::Equal => {
            values.next_back();
        }
        Ordering::Less => {}
    }
    if values.len() <= other.len() / MUCH_LARGER {
        return values.all(|value| other.contains(value));
    }
    let mut others = other.iter();
    // The ends were compared.
    others.next();
    others.next_back();
    values.all(|value| {
        while let Some(other) = others.next() {
            match other.cmp(value) {
                Ordering::Less => {}
                Ordering::Equal => return true,
                Ordering::Greater => return false,
            }
        }
        false
    })
}
