//! `HashMap`.

use super::table::RawTable;
use crate::borrow::Borrow;
use crate::fmt;
use crate::hash::{BuildHasher, Hash, RandomState};
use crate::iter::{Extend, FromIterator, IntoIterator, Iterator};
use crate::mem;
use crate::ops::Index;

pub use super::entry::{Entry, OccupiedEntry, VacantEntry};
pub use super::map_iter::{Drain, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Values, ValuesMut};

pub struct HashMap<K, V, S = RandomState> {
    hash_builder: S,
    table: RawTable<(K, V)>,
}

impl<K, V> HashMap<K, V, RandomState> {
    pub fn new() -> HashMap<K, V, RandomState> {
        HashMap { hash_builder: RandomState::new(), table: RawTable::new() }
    }

    pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {
        HashMap { hash_builder: RandomState::new(), table: RawTable::with_capacity(capacity) }
    }
}

impl<K, V, S> HashMap<K, V, S> {
    pub const fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {
        HashMap { hash_builder, table: RawTable::new() }
    }

    pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> HashMap<K, V, S> {
        HashMap { hash_builder: hasher, table: RawTable::with_capacity(capacity) }
    }

    pub fn capacity(&self) -> usize {
        self.table.capacity()
    }

    pub fn hasher(&self) -> &S {
        &self.hash_builder
    }

    pub fn len(&self) -> usize {
        self.table.len()
    }

    pub fn is_empty(&self) -> bool {
        self.table.len() == 0
    }

    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys::new(self.iter())
    }

    pub fn values(&self) -> Values<'_, K, V> {
        Values::new(self.iter())
    }

    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut::new(self.iter_mut())
    }

    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys::new(self.into_iter())
    }

    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues::new(self.into_iter())
    }

    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter::new(self.table.iter())
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut::new(self.table.iter())
    }

    pub fn drain(&mut self) -> Drain<'_, K, V> {
        Drain::new(&mut self.table)
    }

    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&K, &mut V) -> bool,
    {
        let mut iter = self.table.iter();
        while let Some(index) = iter.next_index() {
            let (key, value) = self.table.get_mut(index);
            if !f(key, value) {
                self.table.remove(index);
            }
        }
    }

    pub fn clear(&mut self) {
        self.table.clear();
    }
}

impl<K: Eq + Hash, V, S: BuildHasher> HashMap<K, V, S> {
    /// The slot of a key.
    fn find<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        let hash = self.hash_builder.hash_one(k);
        self.table.find(hash, |entry| *k == *Borrow::<Q>::borrow(&entry.0))
    }

    pub fn reserve(&mut self, additional: usize) {
        let builder = &self.hash_builder;
        self.table.reserve(additional, |entry| builder.hash_one(&entry.0));
    }

    pub fn shrink_to_fit(&mut self) {
        self.shrink_to(0);
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        let builder = &self.hash_builder;
        self.table.shrink_to(min_capacity, |entry| builder.hash_one(&entry.0));
    }

    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let hash = self.hash_builder.hash_one(&key);
        match self.table.find(hash, |entry| key == entry.0) {
            Some(index) => Entry::Occupied(OccupiedEntry::new(&mut self.table, index)),
            None => {
                self.reserve(1);
                Entry::Vacant(VacantEntry::new(&mut self.table, hash, key))
            }
        }
    }

    pub fn get<Q: ?Sized>(&self, k: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.get_key_value(k) {
            Some((_, value)) => Some(value),
            None => None,
        }
    }

    pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        if self.is_empty() {
            return None;
        }
        let (key, value) = self.table.get(self.find(k)?);
        Some((key, value))
    }

    pub fn contains_key<Q: ?Sized>(&self, k: &Q) -> bool
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        !self.is_empty() && self.find(k).is_some()
    }

    pub fn get_mut<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        if self.is_empty() {
            return None;
        }
        let index = self.find(k)?;
        Some(&mut self.table.get_mut(index).1)
    }

    pub fn insert(&mut self, k: K, v: V) -> Option<V> {
        let hash = self.hash_builder.hash_one(&k);
        // As std: room is made before the key is looked for.
        self.reserve(1);
        match self.table.find(hash, |entry| k == entry.0) {
            Some(index) => Some(mem::replace(&mut self.table.get_mut(index).1, v)),
            None => {
                self.table.insert(hash, (k, v));
                None
            }
        }
    }

    /// Put a key in the place of one that is equal, if there is one; else insert it.
    pub(crate) fn replace_key(&mut self, k: K) -> Option<K>
    where
        V: Default,
    {
        let hash = self.hash_builder.hash_one(&k);
        self.reserve(1);
        match self.table.find(hash, |entry| k == entry.0) {
            Some(index) => Some(mem::replace(&mut self.table.get_mut(index).0, k)),
            None => {
                self.table.insert(hash, (k, V::default()));
                None
            }
        }
    }

    pub fn remove<Q: ?Sized>(&mut self, k: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        match self.remove_entry(k) {
            Some((_, value)) => Some(value),
            None => None,
        }
    }

    pub fn remove_entry<Q: ?Sized>(&mut self, k: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
        Q: Hash + Eq,
    {
        let index = self.find(k)?;
        Some(self.table.remove(index))
    }
}

impl<K: Clone, V: Clone, S: Clone> Clone for HashMap<K, V, S> {
    fn clone(&self) -> Self {
        HashMap { hash_builder: self.hash_builder.clone(), table: self.table.clone() }
    }
}

impl<K: Eq + Hash, V: PartialEq, S: BuildHasher> PartialEq for HashMap<K, V, S> {
    fn eq(&self, other: &HashMap<K, V, S>) -> bool {
        if self.len() != other.len() {
            return false;
        }
        for (key, value) in self {
            match other.get(key) {
                Some(v) if *value == *v => {}
                _ => return false,
            }
        }
        true
    }
}

impl<K: Eq + Hash, V: Eq, S: BuildHasher> Eq for HashMap<K, V, S> {}

impl<K: fmt::Debug, V: fmt::Debug, S> fmt::Debug for HashMap<K, V, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (key, value) in self {
            map.entry(key, value);
        }
        map.finish()
    }
}

impl<K, V, S: Default> Default for HashMap<K, V, S> {
    fn default() -> Self {
        HashMap::with_hasher(S::default())
    }
}

impl<K: Eq + Hash + Borrow<Q>, Q: ?Sized + Eq + Hash, V, S: BuildHasher> Index<&Q> for HashMap<K, V, S> {
    type Output = V;

    #[track_caller]
    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("no entry found for key")
    }
}

impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V, RandomState> {
    fn from(arr: [(K, V); N]) -> Self {
        HashMap::from_iter(arr)
    }
}

impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> HashMap<K, V, S> {
        let mut map = HashMap::with_hasher(S::default());
        map.extend(iter);
        map
    }
}

impl<K: Eq + Hash, V, S: BuildHasher> Extend<(K, V)> for HashMap<K, V, S> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, iter: T) {
        let iter = iter.into_iter();
        let (low, _) = iter.size_hint();
        // As std: half of what comes may be there already.
        self.reserve(if self.is_empty() { low } else { (low + 1) / 2 });
        for (key, value) in iter {
            self.insert(key, value);
        }
    }

    fn extend_one(&mut self, item: (K, V)) {
        self.insert(item.0, item.1);
    }
}

impl<'a, K: Eq + Hash + Copy, V: Copy, S: BuildHasher> Extend<(&'a K, &'a V)> for HashMap<K, V, S> {
    fn extend<T: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: T) {
        let iter = iter.into_iter();
        let (low, _) = iter.size_hint();
        self.reserve(if self.is_empty() { low } else { (low + 1) / 2 });
        for (key, value) in iter {
            self.insert(*key, *value);
        }
    }

    fn extend_one(&mut self, item: (&'a K, &'a V)) {
        self.insert(*item.0, *item.1);
    }
}

impl<K, V, S> IntoIterator for HashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter::new(self.table)
    }
}

impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;

    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}
