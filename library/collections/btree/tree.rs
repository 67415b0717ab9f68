//! The tree that ordered maps and sets are made of: a B-tree.
//!
//! Source: R. Bayer and E. McCreight, *Organization and Maintenance of Large Ordered Indices* (Acta Informatica 1, 1972).
//! Where nodes are split, merged and balanced, and in which order keys are compared, is as in std: a program that counts
//! comparisons counts the same.

use super::node::{self, Between, Edge, Kv, Node};
use super::search::Bounds;
use crate::borrow::Borrow;
use crate::cmp::Ordering;
use crate::iter::{IntoIterator, Iterator};
use crate::ops::{Bound, RangeBounds};

/// A tree owns what is in it, but it does not drop it: maps and iterators do.
pub struct Tree<K, V> {
    /// 0 until something is inserted.
    pub root: *mut Node<K, V>,
    pub height: usize,
    pub length: usize,
}

/// Where a key is, or the leaf's edge where it would be.
pub enum Found<K, V> {
    At(Kv<K, V>),
    Missing(Edge<K, V>),
}

impl<K, V> Tree<K, V> {
    pub const fn new() -> Tree<K, V> {
        Tree { root: 0 as *mut Node<K, V>, height: 0, length: 0 }
    }

    /// A tree with a leaf that is empty.
    pub fn with_leaf() -> Tree<K, V> {
        Tree { root: node::new(0), height: 0, length: 0 }
    }

    pub fn has_root(&self) -> bool {
        self.root as usize != 0
    }

    /// The edge before everything.
    pub fn first_edge(&self) -> Edge<K, V> {
        if self.has_root() { node::first_edge(self.root, self.height) } else { Edge::none() }
    }

    /// The edge behind everything.
    pub fn last_edge(&self) -> Edge<K, V> {
        if self.has_root() { node::last_edge(self.root, self.height) } else { Edge::none() }
    }

    pub fn first_kv(&self) -> Option<Kv<K, V>> {
        if self.has_root() { self.first_edge().next_kv() } else { None }
    }

    pub fn last_kv(&self) -> Option<Kv<K, V>> {
        if self.has_root() { self.last_edge().prev_kv() } else { None }
    }

    /// Look for a key in a tree that has a root.
    pub fn search<Q: ?Sized + Ord>(&self, key: &Q) -> Found<K, V>
    where
        K: Borrow<Q>,
    {
        let mut node = self.root;
        let mut height = self.height;
        loop {
            let (idx, found) = search_node(node, key, 0);
            if found {
                return Found::At(Kv { node, height, idx });
            }
            if height == 0 {
                return Found::Missing(Edge { leaf: node, idx });
            }
            node = node::child(node, idx);
            height -= 1;
        }
    }

    pub fn find<Q: ?Sized + Ord>(&self, key: &Q) -> Option<Kv<K, V>>
    where
        K: Borrow<Q>,
    {
        if !self.has_root() {
            return None;
        }
        match self.search(key) {
            Found::At(kv) => Some(kv),
            Found::Missing(_) => None,
        }
    }

    /// The edge before the first entry that is not below a bound.
    pub fn lower_bound<Q: ?Sized + Ord>(&self, bound: Bound<&Q>) -> Edge<K, V>
    where
        K: Borrow<Q>,
    {
        if !self.has_root() {
            return Edge::none();
        }
        super::search::lower_bound(self.root, self.height, bound)
    }

    /// The edges around the entries in a range.
    pub fn range<Q: ?Sized + Ord, R: RangeBounds<Q>>(&self, range: &R, is_set: bool) -> (Edge<K, V>, Edge<K, V>)
    where
        K: Borrow<Q>,
    {
        if !self.has_root() {
            return (Edge::none(), Edge::none());
        }
        Bounds::of(range, is_set).search(self.root, self.height)
    }

    /// Put an entry to an edge.
    pub fn insert_at(&mut self, edge: Edge<K, V>, key: K, val: V) -> Kv<K, V> {
        self.length += 1;
        let Edge { leaf, idx } = edge;
        if edge.is_none() {
            self.root = node::new(0);
            node::insert_fit(self.root, 0, key, val);
            return Kv { node: self.root, height: 0, idx: 0 };
        }
        if node::len(leaf) < node::CAPACITY {
            node::insert_fit(leaf, idx, key, val);
            return Kv { node: leaf, height: 0, idx };
        }
        let (middle, goes_right, idx) = node::split_point(idx);
        let (mut key_up, mut val_up, mut right) = node::split(leaf, 0, middle);
        let into = if goes_right { right } else { leaf };
        node::insert_fit(into, idx, key, val);
        let inserted = Kv { node: into, height: 0, idx };

        // What was in the middle goes up.
        let (mut below, mut height) = (leaf, 0);
        loop {
            let Some(Kv { node: parent, idx, .. }) = node::ascend(below, height) else {
                self.grow();
                node::insert_fit_with_child(self.root, 0, key_up, val_up, right);
                return inserted;
            };
            height += 1;
            if node::len(parent) < node::CAPACITY {
                node::insert_fit_with_child(parent, idx, key_up, val_up, right);
                return inserted;
            }
            let (middle, goes_right, idx) = node::split_point(idx);
            let (key, val, new) = node::split(parent, height, middle);
            node::insert_fit_with_child(if goes_right { new } else { parent }, idx, key_up, val_up, right);
            key_up = key;
            val_up = val;
            right = new;
            below = parent;
        }
    }

    /// A new root above the old one.
    pub fn grow(&mut self) {
        self.height += 1;
        let root = node::new(self.height);
        node::set_first_child(root, self.root);
        self.root = root;
    }

    /// The root has no entry: its only child becomes the root.
    fn shrink(&mut self) {
        let old = self.root;
        self.root = node::child(old, 0);
        node::make_root(self.root);
        node::free(old, self.height);
        self.height -= 1;
    }

    /// Take an entry out: it, and the edge where it was.
    pub fn remove(&mut self, kv: Kv<K, V>) -> ((K, V), Edge<K, V>) {
        self.length -= 1;
        if kv.height == 0 {
            return self.remove_from_leaf(kv.node, kv.idx);
        }
        // The entry before it, which is in a leaf, comes in its place.
        let before = kv.prev_edge();
        let (moved, hole) = self.remove_from_leaf(before.leaf, before.idx - 1);
        // The entry may have moved meanwhile.
        let Some(kv) = hole.next_kv() else { crate::intrinsics::unreachable() };
        let old = kv.read();
        unsafe {
            crate::ptr::write(kv.key_mut() as *mut K, moved.0);
            crate::ptr::write(kv.val() as *mut V, moved.1);
        }
        (old, kv.next_edge())
    }

    fn remove_from_leaf(&mut self, leaf: *mut Node<K, V>, idx: usize) -> ((K, V), Edge<K, V>) {
        let entry = node::remove(leaf, idx);
        let mut edge = Edge { leaf, idx };
        if node::len(leaf) < node::MIN_LEN {
            if let Some((between, is_left)) = neighbour(leaf, 0) {
                let left_len = node::len(between.left);
                if between.can_merge() {
                    between.merge();
                    edge = Edge { leaf: between.left, idx: if is_left { idx } else { left_len + 1 + idx } };
                } else if is_left {
                    between.steal_right(1);
                } else {
                    between.steal_left(1);
                    edge.idx = idx + 1;
                }
            }
            if let Some(parent) = node::ascend(edge.leaf, 0) {
                self.fix_upwards(parent.node, 1);
            }
        }
        (entry, edge)
    }

    /// Give a node that has become too small entries of a neighbour, or merge it with one; and so on upwards.
    fn fix_upwards(&mut self, mut node: *mut Node<K, V>, mut height: usize) {
        loop {
            let len = node::len(node);
            if len >= node::MIN_LEN {
                return;
            }
            let Some((between, is_left)) = neighbour(node, height) else {
                if len == 0 {
                    self.shrink();
                }
                return;
            };
            if !between.can_merge() {
                if is_left {
                    between.steal_right(node::MIN_LEN - len);
                } else {
                    between.steal_left(node::MIN_LEN - len);
                }
                return;
            }
            between.merge();
            node = between.parent.node;
            height += 1;
        }
    }

    /// Append entries, which are in order and behind all others.
    pub fn push_sorted<I: Iterator<Item = (K, V)>>(&mut self, entries: I) {
        let mut leaf = node::last_edge(self.root, self.height).leaf;
        for (key, val) in entries {
            if node::len(leaf) < node::CAPACITY {
                node::insert_fit(leaf, node::len(leaf), key, val);
            } else {
                // The lowest node above that is not full gets the entry, and an empty tree to its right.
                let (mut open, mut height) = (leaf, 0);
                loop {
                    match node::ascend(open, height) {
                        Some(parent) => {
                            open = parent.node;
                            height += 1;
                            if node::len(open) < node::CAPACITY {
                                break;
                            }
                        }
                        None => {
                            self.grow();
                            open = self.root;
                            height = self.height;
                            break;
                        }
                    }
                }
                let right = pillar(height - 1);
                node::insert_fit_with_child(open, node::len(open), key, val, right);
                leaf = node::last_edge(right, height - 1).leaf;
            }
            self.length += 1;
        }
        // The nodes at the right border may be too small; those to their left are full.
        let (mut node, mut height) = (self.root, self.height);
        while height > 0 {
            let between = Between::new(Kv { node, height, idx: node::len(node) - 1 });
            let right_len = node::len(between.right);
            if right_len < node::MIN_LEN {
                between.steal_left(node::MIN_LEN - right_len);
            }
            node = between.right;
            height -= 1;
        }
    }

    /// A tree of entries in order; of those with equal keys the last one counts.
    pub fn from_sorted<I: IntoIterator<Item = (K, V)>>(entries: I) -> Tree<K, V>
    where
        K: Eq,
    {
        let mut tree = Tree::with_leaf();
        tree.push_sorted(super::merge::Distinct::new(entries.into_iter()));
        tree
    }

    /// Split the tree, which is not empty, before a key: what is behind comes to a new tree.
    pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> Tree<K, V>
    where
        K: Borrow<Q>,
    {
        let mut other = Tree { root: pillar(self.height), height: self.height, length: 0 };
        let (mut left, mut right, mut height) = (self.root, other.root, self.height);
        loop {
            let (idx, _) = search_node(left, key, 0);
            node::move_suffix(left, right, height, idx);
            if height == 0 {
                break;
            }
            left = node::child(left, idx);
            right = node::child(right, 0);
            height -= 1;
        }
        self.fix_right_border();
        other.fix_left_border();
        let total = self.length;
        if self.height < other.height {
            self.length = node::count(self.root, self.height);
            other.length = total - self.length;
        } else {
            other.length = node::count(other.root, other.height);
            self.length = total - other.length;
        }
        other
    }

    fn fix_top(&mut self) {
        while self.height > 0 && node::len(self.root) == 0 {
            self.shrink();
        }
    }

    fn fix_right_border(&mut self) {
        self.fix_top();
        let (mut node, mut height) = (self.root, self.height);
        while height > 0 {
            let between = Between::new(Kv { node, height, idx: node::len(node) - 1 });
            if between.can_merge() {
                between.merge();
                node = between.left;
            } else {
                let right_len = node::len(between.right);
                if right_len < node::MIN_LEN + 1 {
                    between.steal_left(node::MIN_LEN + 1 - right_len);
                }
                node = between.right;
            }
            height -= 1;
        }
        self.fix_top();
    }

    fn fix_left_border(&mut self) {
        self.fix_top();
        let (mut node, mut height) = (self.root, self.height);
        while height > 0 {
            let between = Between::new(Kv { node, height, idx: 0 });
            if between.can_merge() {
                between.merge();
            } else {
                let left_len = node::len(between.left);
                if left_len < node::MIN_LEN + 1 {
                    between.steal_right(node::MIN_LEN + 1 - left_len);
                }
            }
            node = between.left;
            height -= 1;
        }
        self.fix_top();
    }
}

/// A node of this height without entries, above one child each of the heights below.
fn pillar<K, V>(height: usize) -> *mut Node<K, V> {
    let mut root = node::new(0);
    let mut done = 0;
    while done < height {
        done += 1;
        let above = node::new(done);
        node::set_first_child(above, root);
        root = above;
    }
    root
}

/// The entry between a node and the one to its left, or else the one to its right; and whether the node is the left one.
fn neighbour<K, V>(node: *mut Node<K, V>, height: usize) -> Option<(Between<K, V>, bool)> {
    let mut kv = node::ascend(node, height)?;
    let is_left = kv.idx == 0;
    if !is_left {
        kv.idx -= 1;
    }
    Some((Between::new(kv), is_left))
}

/// A key's index in a node, from some index on, or that of the edge that leads to it; and which of the two.
pub fn search_node<K: Borrow<Q>, V, Q: ?Sized + Ord>(node: *mut Node<K, V>, key: &Q, from: usize) -> (usize, bool) {
    let len = node::len(node);
    let mut idx = from;
    while idx < len {
        let other: &K = Kv { node, height: 0, idx }.key();
        match key.cmp(other.borrow()) {
            Ordering::Greater => idx += 1,
            Ordering::Equal => return (idx, true),
            Ordering::Less => return (idx, false),
        }
    }
    (idx, false)
}
