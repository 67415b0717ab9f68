//! `BTreeMap`.

use super::merge::MergeIter;
use super::node::Edge;
use super::range::Extract;
use super::tree::{Found, Tree};
use crate::borrow::Borrow;
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::{Extend, FromIterator, IntoIterator, Iterator};
use crate::mem;
use crate::ops::{Index, RangeBounds};
use crate::ptr;
use crate::vec::Vec;

pub use super::entry::{Entry, OccupiedEntry, VacantEntry};
pub use super::map_iter::{IntoIter, Iter, IterMut};
pub use super::range::{ExtractIf, Range, RangeMut};
pub use super::views::{IntoKeys, IntoValues, Keys, Values, ValuesMut};

pub struct BTreeMap<K, V> {
    tree: Tree<K, V>,
}

impl<K, V> BTreeMap<K, V> {
    pub const fn new() -> BTreeMap<K, V> {
        BTreeMap { tree: Tree::new() }
    }

    pub fn clear(&mut self) {
        mem::drop(BTreeMap { tree: mem::replace(&mut self.tree, Tree::new()) });
    }

    /// A map of entries in order; of those with equal keys the last one counts.
    pub(crate) fn from_sorted<I: IntoIterator<Item = (K, V)>>(entries: I) -> BTreeMap<K, V>
    where
        K: Ord,
    {
        BTreeMap { tree: Tree::from_sorted(entries) }
    }

    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.tree.find(key) {
            Some(kv) => Some(kv.val()),
            None => None,
        }
    }

    pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.tree.find(k) {
            Some(kv) => Some((kv.key(), kv.val())),
            None => None,
        }
    }

    pub fn first_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        match self.tree.first_kv() {
            Some(kv) => Some((kv.key(), kv.val())),
            None => None,
        }
    }

    pub fn first_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>>
    where
        K: Ord,
    {
        match self.tree.first_kv() {
            Some(kv) => Some(OccupiedEntry::new(&mut self.tree, kv)),
            None => None,
        }
    }

    pub fn pop_first(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        let kv = self.tree.first_kv()?;
        Some(self.tree.remove(kv).0)
    }

    pub fn last_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        match self.tree.last_kv() {
            Some(kv) => Some((kv.key(), kv.val())),
            None => None,
        }
    }

    pub fn last_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>>
    where
        K: Ord,
    {
        match self.tree.last_kv() {
            Some(kv) => Some(OccupiedEntry::new(&mut self.tree, kv)),
            None => None,
        }
    }

    pub fn pop_last(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        let kv = self.tree.last_kv()?;
        Some(self.tree.remove(kv).0)
    }

    pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        self.tree.find(key).is_some()
    }

    pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.tree.find(key) {
            Some(kv) => Some(kv.val()),
            None => None,
        }
    }

    pub fn insert(&mut self, key: K, value: V) -> Option<V>
    where
        K: Ord,
    {
        match self.entry(key) {
            Entry::Occupied(mut entry) => Some(entry.insert(value)),
            Entry::Vacant(entry) => {
                entry.insert(value);
                None
            }
        }
    }

    /// Put a key in the place of one that is equal, if there is one; else insert it.
    pub(crate) fn replace_key(&mut self, key: K, value: V) -> Option<K>
    where
        K: Ord,
    {
        match self.locate(&key) {
            Found::At(kv) => Some(mem::replace(kv.key_mut(), key)),
            Found::Missing(edge) => {
                self.tree.insert_at(edge, key, value);
                None
            }
        }
    }

    pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        match self.remove_entry(key) {
            Some((_, value)) => Some(value),
            None => None,
        }
    }

    pub fn remove_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q> + Ord,
        Q: Ord,
    {
        let kv = self.tree.find(key)?;
        Some(self.tree.remove(kv).0)
    }

    pub fn retain<F>(&mut self, mut f: F)
    where
        K: Ord,
        F: FnMut(&K, &mut V) -> bool,
    {
        self.extract_if(.., |key, value| !f(key, value)).for_each(mem::drop);
    }

    pub fn append(&mut self, other: &mut BTreeMap<K, V>)
    where
        K: Ord,
    {
        if other.is_empty() {
            return;
        }
        if self.is_empty() {
            mem::swap(self, other);
            return;
        }
        let left = mem::replace(self, BTreeMap { tree: Tree::with_leaf() }).into_iter();
        let right = mem::replace(other, BTreeMap::new()).into_iter();
        self.tree.push_sorted(MergeIter::new(left, right));
    }

    pub fn range<T: ?Sized, R>(&self, range: R) -> Range<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        self.range_of(range, false)
    }

    /// A range of a map or of the map that a set is.
    pub(crate) fn range_of<T: ?Sized, R>(&self, range: R, is_set: bool) -> Range<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        let (front, back) = self.tree.range(&range, is_set);
        Range::new(front, back)
    }

    pub fn range_mut<T: ?Sized, R>(&mut self, range: R) -> RangeMut<'_, K, V>
    where
        T: Ord,
        K: Borrow<T> + Ord,
        R: RangeBounds<T>,
    {
        let (front, back) = self.tree.range(&range, false);
        RangeMut::new(front, back)
    }

    /// Where a key is or would be.
    fn locate(&self, key: &K) -> Found<K, V>
    where
        K: Ord,
    {
        if self.tree.has_root() { self.tree.search(key) } else { Found::Missing(Edge::none()) }
    }

    pub fn entry(&mut self, key: K) -> Entry<'_, K, V>
    where
        K: Ord,
    {
        match self.locate(&key) {
            Found::At(kv) => Entry::Occupied(OccupiedEntry::new(&mut self.tree, kv)),
            Found::Missing(edge) => Entry::Vacant(VacantEntry::new(&mut self.tree, edge, key)),
        }
    }

    pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> BTreeMap<K, V>
    where
        K: Borrow<Q> + Ord,
    {
        if self.is_empty() {
            return BTreeMap::new();
        }
        BTreeMap { tree: self.tree.split_off(key) }
    }

    pub fn extract_if<F, R>(&mut self, range: R, pred: F) -> ExtractIf<'_, K, V, R, F>
    where
        K: Ord,
        R: RangeBounds<K>,
        F: FnMut(&K, &mut V) -> bool,
    {
        ExtractIf::new(Extract::new(&mut self.tree, range), pred)
    }

    pub(crate) fn tree_mut(&mut self) -> &mut Tree<K, V> {
        &mut self.tree
    }

    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys::new(self.into_iter())
    }

    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues::new(self.into_iter())
    }

    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter::new(&self.tree)
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut::new(&mut self.tree)
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

    pub const fn len(&self) -> usize {
        self.tree.length
    }

    pub const fn is_empty(&self) -> bool {
        self.tree.length == 0
    }
}

impl<K, V> Drop for BTreeMap<K, V> {
    #[only_frees]
    fn drop(&mut self) {
        mem::drop(IntoIter::new(unsafe { ptr::read(&self.tree as *const Tree<K, V>) }));
    }
}

impl<K: Clone, V: Clone> Clone for BTreeMap<K, V> {
    fn clone(&self) -> BTreeMap<K, V> {
        if self.is_empty() { BTreeMap::new() } else { clone_subtree(self.tree.root, self.tree.height) }
    }
}

/// A map with copies of the entries of a node and what is below it: a panic drops what was copied.
fn clone_subtree<K: Clone, V: Clone>(from: *mut super::node::Node<K, V>, height: usize) -> BTreeMap<K, V> {
    use super::node::{self, Kv};
    let len = node::len(from);
    let mut out = if height == 0 {
        BTreeMap { tree: Tree::with_leaf() }
    } else {
        let mut out = clone_subtree(node::child(from, 0), height - 1);
        out.tree.grow();
        out
    };
    let mut idx = 0;
    while idx < len {
        let kv = Kv { node: from, height, idx };
        let key = kv.key().clone();
        let val = kv.val().clone();
        let root = out.tree.root;
        if height == 0 {
            node::insert_fit(root, idx, key, val);
        } else {
            let mut below = clone_subtree(node::child(from, idx + 1), height - 1);
            let below = mem::replace(&mut below.tree, Tree::new());
            node::insert_fit_with_child(root, idx, key, val, below.root);
            out.tree.length += below.length;
        }
        out.tree.length += 1;
        idx += 1;
    }
    out
}

impl<K: PartialEq, V: PartialEq> PartialEq for BTreeMap<K, V> {
    fn eq(&self, other: &BTreeMap<K, V>) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a == b)
    }
}

impl<K: Eq, V: Eq> Eq for BTreeMap<K, V> {}

impl<K: PartialOrd, V: PartialOrd> PartialOrd for BTreeMap<K, V> {
    fn partial_cmp(&self, other: &BTreeMap<K, V>) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> {
    fn cmp(&self, other: &BTreeMap<K, V>) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len());
        for entry in self {
            entry.hash(state);
        }
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for BTreeMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K, V> Default for BTreeMap<K, V> {
    fn default() -> BTreeMap<K, V> {
        BTreeMap::new()
    }
}

impl<K: Borrow<Q> + Ord, Q: ?Sized + Ord, V> Index<&Q> for BTreeMap<K, V> {
    type Output = V;

    #[track_caller]
    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("no entry found for key")
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {
    fn from(mut arr: [(K, V); N]) -> Self {
        if N == 0 {
            return BTreeMap::new();
        }
        arr.sort_by(|a, b| a.0.cmp(&b.0));
        BTreeMap::from_sorted(arr)
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(iter: T) -> BTreeMap<K, V> {
        let mut entries = Vec::from_iter(iter);
        if entries.is_empty() {
            return BTreeMap::new();
        }
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        BTreeMap::from_sorted(entries)
    }
}

impl<K: Ord, V> Extend<(K, V)> for BTreeMap<K, V> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, iter: T) {
        for (key, value) in iter {
            self.insert(key, value);
        }
    }

    fn extend_one(&mut self, item: (K, V)) {
        self.insert(item.0, item.1);
    }
}

impl<'a, K: Ord + Copy, V: Copy> Extend<(&'a K, &'a V)> for BTreeMap<K, V> {
    fn extend<T: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: T) {
        for (key, value) in iter {
            self.insert(*key, *value);
        }
    }

    fn extend_one(&mut self, item: (&'a K, &'a V)) {
        self.insert(*item.0, *item.1);
    }
}

impl<K, V> IntoIterator for BTreeMap<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(mut self) -> IntoIter<K, V> {
        IntoIter::new(mem::replace(&mut self.tree, Tree::new()))
    }
}

impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;

    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}
