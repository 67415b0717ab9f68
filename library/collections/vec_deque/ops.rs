//! What rings do as any collection does: compare, index, show, come from values and give them back.

use super::{IntoIter, Iter, IterMut, VecDeque};
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::{Extend, FromIterator, IntoIterator, Iterator};
use crate::ops::{Index, IndexMut};
use crate::vec::Vec;

impl<T: Clone> Clone for VecDeque<T> {
    fn clone(&self) -> Self {
        let mut copy = VecDeque::with_capacity(self.len);
        copy.extend(self.iter().cloned());
        copy
    }

    fn clone_from(&mut self, source: &Self) {
        self.clear();
        self.extend(source.iter().cloned());
    }
}

impl<T> Default for VecDeque<T> {
    fn default() -> VecDeque<T> {
        VecDeque::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for VecDeque<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T: PartialEq> PartialEq for VecDeque<T> {
    fn eq(&self, other: &VecDeque<T>) -> bool {
        if self.len != other.len {
            return false;
        }
        let (front, back) = self.as_slices();
        let (a, b) = other.slices(0, front.len());
        let (c, d) = other.slices(front.len(), other.len);
        equal(front, a, b) && equal(back, c, d)
    }
}

/// Whether a slice is two others, one behind the other.
fn equal<T: PartialEq<U>, U>(slice: &[T], a: &[U], b: &[U]) -> bool {
    let (front, back) = slice.split_at(a.len());
    *front == *a && *back == *b
}

impl<T: Eq> Eq for VecDeque<T> {}

impl<T> VecDeque<T> {
    fn eq_slice<U>(&self, other: &[U]) -> bool
    where
        T: PartialEq<U>,
    {
        if self.len != other.len() {
            return false;
        }
        let (front, back) = self.as_slices();
        let (a, b) = other.split_at(front.len());
        *front == *a && *back == *b
    }
}

impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for VecDeque<T> {
    fn eq(&self, other: &Vec<U>) -> bool {
        self.eq_slice(other)
    }
}

impl<T: PartialEq<U>, U> PartialEq<&[U]> for VecDeque<T> {
    fn eq(&self, other: &&[U]) -> bool {
        self.eq_slice(*other)
    }
}

impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for VecDeque<T> {
    fn eq(&self, other: &&mut [U]) -> bool {
        self.eq_slice(*other)
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for VecDeque<T> {
    fn eq(&self, other: &[U; N]) -> bool {
        self.eq_slice(other)
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U; N]> for VecDeque<T> {
    fn eq(&self, other: &&[U; N]) -> bool {
        self.eq_slice(*other)
    }
}

impl<T: PartialEq<U>, U, const N: usize> PartialEq<&mut [U; N]> for VecDeque<T> {
    fn eq(&self, other: &&mut [U; N]) -> bool {
        self.eq_slice(*other)
    }
}

impl<T: PartialOrd> PartialOrd for VecDeque<T> {
    fn partial_cmp(&self, other: &VecDeque<T>) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<T: Ord> Ord for VecDeque<T> {
    fn cmp(&self, other: &VecDeque<T>) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<T: Hash> Hash for VecDeque<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len);
        for value in self {
            value.hash(state);
        }
    }
}

impl<T> Index<usize> for VecDeque<T> {
    type Output = T;

    #[track_caller]
    fn index(&self, index: usize) -> &T {
        self.get(index).expect("Out of bounds access")
    }
}

impl<T> IndexMut<usize> for VecDeque<T> {
    #[track_caller]
    fn index_mut(&mut self, index: usize) -> &mut T {
        self.get_mut(index).expect("Out of bounds access")
    }
}

impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
    fn from(arr: [T; N]) -> Self {
        VecDeque::from(Vec::from(arr))
    }
}

impl<T> FromIterator<T> for VecDeque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T> {
        VecDeque::from(Vec::from_iter(iter))
    }
}

impl<T> Extend<T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        while let Some(value) = iter.next() {
            if self.len == self.capacity() {
                let (low, _) = iter.size_hint();
                self.reserve(low.saturating_add(1));
            }
            self.push_back(value);
        }
    }

    fn extend_one(&mut self, item: T) {
        self.push_back(item);
    }
}

impl<'a, T: Copy + 'a> Extend<&'a T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        self.extend(iter.into_iter().copied());
    }

    fn extend_one(&mut self, item: &'a T) {
        self.push_back(*item);
    }
}

impl<T> IntoIterator for VecDeque<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter::new(self)
    }
}

impl<'a, T> IntoIterator for &'a VecDeque<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut VecDeque<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
