//! Collections beside vectors.

pub mod binary_heap;
mod btree;
mod hash;
pub mod linked_list;
pub mod vec_deque;

pub mod btree_map {
    pub use super::btree::map::{
        BTreeMap, Entry, ExtractIf, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, OccupiedEntry, Range, RangeMut,
        VacantEntry, Values, ValuesMut,
    };
}

pub mod btree_set {
    pub use super::btree::set::{
        BTreeSet, Difference, ExtractIf, Intersection, IntoIter, Iter, Range, SymmetricDifference, Union,
    };
}

pub mod hash_map {
    pub use super::hash::map::{
        Drain, Entry, HashMap, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, OccupiedEntry, VacantEntry, Values,
        ValuesMut,
    };
    pub use crate::hash::{DefaultHasher, RandomState};
}

pub mod hash_set {
    pub use super::hash::set::{Difference, Drain, HashSet, Intersection, IntoIter, Iter, SymmetricDifference, Union};
}

pub use binary_heap::BinaryHeap;
pub use btree_map::BTreeMap;
pub use btree_set::BTreeSet;
pub use hash_map::HashMap;
pub use hash_set::HashSet;
pub use linked_list::LinkedList;
pub use vec_deque::VecDeque;
