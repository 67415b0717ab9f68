//! `BTreeSet`: an ordered map's keys.

use super::map::BTreeMap;
use super::range::Extract;
use crate::borrow::Borrow;
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::{Extend, FromIterator, IntoIterator, Iterator};
use crate::mem;
use crate::ops::{BitAnd, BitOr, BitXor, RangeBounds, Sub};
use crate::vec::Vec;

pub use super::set_iter::{ExtractIf, IntoIter, Iter, Range};
pub use super::set_ops::{Difference, Intersection, SymmetricDifference, Union};

pub struct BTreeSet<T> {
    map: BTreeMap<T, SetValZST>,
}

/// What a set's values are mapped to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SetValZST;

impl Hash for SetValZST {
    fn hash<H: Hasher>(&self, _state: &mut H) {}
}

impl fmt::Debug for SetValZST {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SetValZST")
    }
}

impl<T> BTreeSet<T> {
    pub const fn new() -> BTreeSet<T> {
        BTreeSet { map: BTreeMap::new() }
    }

    /// A set of values in order, with repetitions.
    fn from_sorted<I: Iterator<Item = T>>(values: I) -> BTreeSet<T>
    where
        T: Ord,
    {
        BTreeSet { map: BTreeMap::from_sorted(values.map(|value| (value, SetValZST))) }
    }

    pub fn range<K: ?Sized, R>(&self, range: R) -> Range<'_, T>
    where
        K: Ord,
        T: Borrow<K> + Ord,
        R: RangeBounds<K>,
    {
        Range::new(self.map.range_of(range, true))
    }

    pub fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> Difference<'a, T>
    where
        T: Ord,
    {
        Difference::new(self, other)
    }

    pub fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> SymmetricDifference<'a, T>
    where
        T: Ord,
    {
        SymmetricDifference::new(self, other)
    }

    pub fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> Intersection<'a, T>
    where
        T: Ord,
    {
        Intersection::new(self, other)
    }

    pub fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> Union<'a, T>
    where
        T: Ord,
    {
        Union::new(self, other)
    }

    pub fn clear(&mut self) {
        self.map.clear();
    }

    pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.map.contains_key(value)
    }

    pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.map.get_key_value(value) {
            Some((found, _)) => Some(found),
            None => None,
        }
    }

    pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        self.intersection(other).next().is_none()
    }

    pub fn is_subset(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        super::set_ops::is_subset(self, other)
    }

    pub fn is_superset(&self, other: &BTreeSet<T>) -> bool
    where
        T: Ord,
    {
        other.is_subset(self)
    }

    pub fn first(&self) -> Option<&T>
    where
        T: Ord,
    {
        match self.map.first_key_value() {
            Some((value, _)) => Some(value),
            None => None,
        }
    }

    pub fn last(&self) -> Option<&T>
    where
        T: Ord,
    {
        match self.map.last_key_value() {
            Some((value, _)) => Some(value),
            None => None,
        }
    }

    pub fn pop_first(&mut self) -> Option<T>
    where
        T: Ord,
    {
        Some(self.map.pop_first()?.0)
    }

    pub fn pop_last(&mut self) -> Option<T>
    where
        T: Ord,
    {
        Some(self.map.pop_last()?.0)
    }

    pub fn insert(&mut self, value: T) -> bool
    where
        T: Ord,
    {
        self.map.insert(value, SetValZST).is_none()
    }

    pub fn replace(&mut self, value: T) -> Option<T>
    where
        T: Ord,
    {
        self.map.replace_key(value, SetValZST)
    }

    pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.map.remove(value).is_some()
    }

    pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q> + Ord,
        Q: Ord,
    {
        Some(self.map.remove_entry(value)?.0)
    }

    pub fn retain<F>(&mut self, mut f: F)
    where
        T: Ord,
        F: FnMut(&T) -> bool,
    {
        self.extract_if(.., |value| !f(value)).for_each(mem::drop);
    }

    pub fn append(&mut self, other: &mut BTreeSet<T>)
    where
        T: Ord,
    {
        self.map.append(&mut other.map);
    }

    pub fn split_off<Q: ?Sized + Ord>(&mut self, value: &Q) -> BTreeSet<T>
    where
        T: Borrow<Q> + Ord,
    {
        BTreeSet { map: self.map.split_off(value) }
    }

    pub fn extract_if<F, R>(&mut self, range: R, pred: F) -> ExtractIf<'_, T, R, F>
    where
        T: Ord,
        R: RangeBounds<T>,
        F: FnMut(&T) -> bool,
    {
        ExtractIf::new(Extract::new(self.map.tree_mut(), range), pred)
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(self.map.keys())
    }

    pub const fn len(&self) -> usize {
        self.map.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
}

impl<T: Clone> Clone for BTreeSet<T> {
    fn clone(&self) -> Self {
        BTreeSet { map: self.map.clone() }
    }
}

impl<T: PartialEq> PartialEq for BTreeSet<T> {
    fn eq(&self, other: &BTreeSet<T>) -> bool {
        self.map == other.map
    }
}

impl<T: Eq> Eq for BTreeSet<T> {}

impl<T: PartialOrd> PartialOrd for BTreeSet<T> {
    fn partial_cmp(&self, other: &BTreeSet<T>) -> Option<Ordering> {
        self.map.partial_cmp(&other.map)
    }
}

impl<T: Ord> Ord for BTreeSet<T> {
    fn cmp(&self, other: &BTreeSet<T>) -> Ordering {
        self.map.cmp(&other.map)
    }
}

impl<T: Hash> Hash for BTreeSet<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.map.hash(state)
    }
}

impl<T: fmt::Debug> fmt::Debug for BTreeSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<T> Default for BTreeSet<T> {
    fn default() -> BTreeSet<T> {
        BTreeSet::new()
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for BTreeSet<T> {
    fn from(mut arr: [T; N]) -> Self {
        if N == 0 {
            return BTreeSet::new();
        }
        arr.sort();
        BTreeSet::from_sorted(arr.into_iter())
    }
}

impl<T: Ord> FromIterator<T> for BTreeSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BTreeSet<T> {
        let mut values = Vec::from_iter(iter);
        if values.is_empty() {
            return BTreeSet::new();
        }
        values.sort();
        BTreeSet::from_sorted(values.into_iter())
    }
}

impl<T: Ord> Extend<T> for BTreeSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for value in iter {
            self.insert(value);
        }
    }

    fn extend_one(&mut self, item: T) {
        self.insert(item);
    }
}

impl<'a, T: 'a + Ord + Copy> Extend<&'a T> for BTreeSet<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for value in iter {
            self.insert(*value);
        }
    }

    fn extend_one(&mut self, item: &'a T) {
        self.insert(*item);
    }
}

impl<T: Ord + Clone> Sub<&BTreeSet<T>> for &BTreeSet<T> {
    type Output = BTreeSet<T>;

    fn sub(self, rhs: &BTreeSet<T>) -> BTreeSet<T> {
        BTreeSet::from_sorted(self.difference(rhs).cloned())
    }
}

impl<T: Ord + Clone> BitXor<&BTreeSet<T>> for &BTreeSet<T> {
    type Output = BTreeSet<T>;

    fn bitxor(self, rhs: &BTreeSet<T>) -> BTreeSet<T> {
        BTreeSet::from_sorted(self.symmetric_difference(rhs).cloned())
    }
}

impl<T: Ord + Clone> BitAnd<&BTreeSet<T>> for &BTreeSet<T> {
    type Output = BTreeSet<T>;

    fn bitand(self, rhs: &BTreeSet<T>) -> BTreeSet<T> {
        BTreeSet::from_sorted(self.intersection(rhs).cloned())
    }
}

impl<T: Ord + Clone> BitOr<&BTreeSet<T>> for &BTreeSet<T> {
    type Output = BTreeSet<T>;

    fn bitor(self, rhs: &BTreeSet<T>) -> BTreeSet<T> {
        BTreeSet::from_sorted(self.union(rhs).cloned())
    }
}

impl<T> IntoIterator for BTreeSet<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter::new(self.map.into_iter())
    }
}

impl<'a, T> IntoIterator for &'a BTreeSet<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
