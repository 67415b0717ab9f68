//! Collections beside vectors.

mod hash;

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

pub use hash_map::HashMap;
pub use hash_set::HashSet;
