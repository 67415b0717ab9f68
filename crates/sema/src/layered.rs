//! Tables with a frozen lower layer, which programs share, below a layer of their own: what the library defines is not
//! copied for each program, however large the library is.

use rustc_hash::{FxBuildHasher, FxHashMap};
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::ops::{Index, IndexMut, Range};
use std::rc::Rc;

/// A growing list. The shared layer's elements come first.
pub(crate) struct Layered<T> {
    shared: Rc<Vec<T>>,
    own: Vec<T>,
}

impl<T> Default for Layered<T> {
    fn default() -> Self {
        Self { shared: Rc::default(), own: Vec::new() }
    }
}

impl<T> Layered<T> {
    /// Make everything so far the shared layer of what is forked from now on. Only for a list that shares nothing yet.
    pub(crate) fn freeze(&mut self) {
        debug_assert!(self.shared.is_empty());
        self.shared = Rc::new(std::mem::take(&mut self.own));
    }

    /// A list above the same shared layer.
    pub(crate) fn fork(&self) -> Self {
        debug_assert!(self.own.is_empty());
        Self { shared: Rc::clone(&self.shared), own: Vec::new() }
    }

    /// How many elements both layers have.
    pub(crate) fn len(&self) -> usize {
        self.shared.len() + self.own.len()
    }

    /// The indices of this list's own layer.
    pub(crate) fn own(&self) -> Range<usize> {
        self.shared.len()..self.len()
    }

    /// Add an element to this list's own layer.
    pub(crate) fn push(&mut self, element: T) {
        self.own.push(element);
    }

    /// The element at this index.
    pub(crate) fn get(&self, index: usize) -> Option<&T> {
        match self.shared.get(index) {
            None => self.own.get(index - self.shared.len()),
            found => found,
        }
    }

    /// The elements of both layers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.shared.iter().chain(&self.own)
    }

    /// The elements of this list's own layer.
    pub(crate) fn own_mut(&mut self) -> &mut [T] {
        &mut self.own
    }
}

impl<T> Index<usize> for Layered<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        match self.shared.get(index) {
            Some(element) => element,
            None => &self.own[index - self.shared.len()],
        }
    }
}

/// Only elements of the list's own layer can be changed; others panic, which is a defect of the collector.
impl<T> IndexMut<usize> for Layered<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        &mut self.own[index - self.shared.len()]
    }
}

/// A map. What a program changes of the shared layer, it changes in a copy of its own.
pub(crate) struct LayeredMap<K, V> {
    shared: Rc<FxHashMap<K, V>>,
    own: FxHashMap<K, V>,
}

impl<K, V> Default for LayeredMap<K, V> {
    fn default() -> Self {
        Self { shared: Rc::default(), own: FxHashMap::with_hasher(FxBuildHasher) }
    }
}

impl<K: Eq + Hash, V: Clone> LayeredMap<K, V> {
    /// Make everything so far the shared layer of what is forked from now on. Only for a map that shares nothing yet.
    pub(crate) fn freeze(&mut self) {
        debug_assert!(self.shared.is_empty());
        self.shared = Rc::new(std::mem::take(&mut self.own));
    }

    /// A map above the same shared layer.
    pub(crate) fn fork(&self) -> Self {
        debug_assert!(self.own.is_empty());
        Self { shared: Rc::clone(&self.shared), own: FxHashMap::default() }
    }

    /// The value of a key.
    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.own.get(key).or_else(|| self.shared.get(key))
    }

    /// Set the value of a key.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        self.own.insert(key, value);
    }

    /// Set the value of a key that has none.
    pub(crate) fn insert_new(&mut self, key: K, value: V) {
        if self.get(&key).is_none() {
            self.own.insert(key, value);
        }
    }

    /// The value of a key, to be changed: a copy of the shared one, or the default.
    pub(crate) fn entry(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        match self.own.entry(key) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let value = self.shared.get(entry.key()).cloned().unwrap_or_default();
                entry.insert(value)
            }
        }
    }

    /// Keys and values, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.own.iter().chain(self.shared.iter().filter(|(key, _)| !self.own.contains_key(key)))
    }
}
