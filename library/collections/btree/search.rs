//! Ranges of a tree: where they begin and end.

use super::node::{self, Edge, Node};
use super::tree::search_node;
use crate::borrow::Borrow;
use crate::ops::{Bound, RangeBounds};
use crate::panicking::{self, CoreFile};

/// A bound, as far as it is still to be looked for below a node.
enum Limit<'a, Q: ?Sized> {
    Included(&'a Q),
    Excluded(&'a Q),
    /// Everything below the node.
    AllIncluded,
    /// Nothing below the node.
    AllExcluded,
}

impl<'a, Q: ?Sized> Clone for Limit<'a, Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<'a, Q: ?Sized> Copy for Limit<'a, Q> {}

impl<'a, Q: ?Sized + Ord> Limit<'a, Q> {
    fn of(bound: Bound<&'a Q>) -> Limit<'a, Q> {
        match bound {
            Bound::Included(key) => Limit::Included(key),
            Bound::Excluded(key) => Limit::Excluded(key),
            Bound::Unbounded => Limit::AllIncluded,
        }
    }

    /// The edge of a node where a range begins, and what bounds it below that edge.
    fn lower<K: Borrow<Q>, V>(self, node: *mut Node<K, V>) -> (usize, Limit<'a, Q>) {
        match self {
            Limit::Included(key) => match search_node(node, key, 0) {
                (idx, true) => (idx, Limit::AllExcluded),
                (idx, false) => (idx, self),
            },
            Limit::Excluded(key) => match search_node(node, key, 0) {
                (idx, true) => (idx + 1, Limit::AllIncluded),
                (idx, false) => (idx, self),
            },
            Limit::AllIncluded => (0, Limit::AllIncluded),
            Limit::AllExcluded => (node::len(node), Limit::AllExcluded),
        }
    }

    /// The edge of a node where a range ends, not before `from`, and what bounds it below that edge.
    fn upper<K: Borrow<Q>, V>(self, node: *mut Node<K, V>, from: usize) -> (usize, Limit<'a, Q>) {
        match self {
            Limit::Included(key) => match search_node(node, key, from) {
                (idx, true) => (idx + 1, Limit::AllExcluded),
                (idx, false) => (idx, self),
            },
            Limit::Excluded(key) => match search_node(node, key, from) {
                (idx, true) => (idx, Limit::AllIncluded),
                (idx, false) => (idx, self),
            },
            Limit::AllIncluded => (node::len(node), Limit::AllIncluded),
            Limit::AllExcluded => (from, Limit::AllExcluded),
        }
    }
}

/// Both bounds of a range.
pub struct Bounds<'a, Q: ?Sized> {
    lower: Limit<'a, Q>,
    upper: Limit<'a, Q>,
}

impl<'a, Q: ?Sized + Ord> Bounds<'a, Q> {
    /// The bounds of a range; a panic if it ends before it begins.
    pub fn of<R: RangeBounds<Q>>(range: &'a R, is_set: bool) -> Bounds<'a, Q> {
        let (start, end) = (range.start_bound(), range.end_bound());
        match (start, end) {
            (Bound::Excluded(s), Bound::Excluded(e)) if *s == *e => {
                wrong_range("range start and end are equal and excluded in ", is_set, 110)
            }
            (Bound::Included(s) | Bound::Excluded(s), Bound::Included(e) | Bound::Excluded(e)) if *s > *e => {
                wrong_range("range start is greater than range end in ", is_set, 119)
            }
            _ => {}
        }
        Bounds { lower: Limit::of(start), upper: Limit::of(end) }
    }

    /// The edges of leaves between which the range lies.
    pub fn search<K: Borrow<Q>, V>(self, root: *mut Node<K, V>, mut height: usize) -> (Edge<K, V>, Edge<K, V>) {
        let (mut lower_node, mut upper_node) = (root, root);
        let Bounds { mut lower, mut upper } = self;
        // As far as both edges are the same, no key is compared twice.
        let mut together = true;
        loop {
            let (lower_idx, lower_below) = lower.lower(lower_node);
            let (upper_idx, upper_below) = upper.upper(upper_node, if together { lower_idx } else { 0 });
            together = together && lower_idx == upper_idx;
            if height == 0 {
                if together {
                    return (Edge::none(), Edge::none());
                }
                return (Edge { leaf: lower_node, idx: lower_idx }, Edge { leaf: upper_node, idx: upper_idx });
            }
            lower_node = node::child(lower_node, lower_idx);
            upper_node = node::child(upper_node, upper_idx);
            lower = lower_below;
            upper = upper_below;
            height -= 1;
        }
    }
}

/// The panic of a set's range; a map's is two lines further down.
fn wrong_range(what: &str, is_set: bool, line: u32) -> ! {
    let mut f = panicking::begin_in_core(&CoreFile::BTreeSearch, if is_set { line } else { line + 2 }, 21);
    f.write_str(what);
    f.write_str(if is_set { "BTreeSet" } else { "BTreeMap" });
    panicking::panic_end()
}

/// The edge of a leaf before the first entry that is not below a bound.
pub fn lower_bound<K: Borrow<Q>, V, Q: ?Sized + Ord>(
    mut node: *mut Node<K, V>,
    mut height: usize,
    bound: Bound<&Q>,
) -> Edge<K, V> {
    let mut limit = Limit::of(bound);
    loop {
        let (idx, below) = limit.lower(node);
        if height == 0 {
            return Edge { leaf: node, idx };
        }
        node = node::child(node, idx);
        limit = below;
        height -= 1;
    }
}
