//! The nodes of a B-tree, and what is done to one node or to two neighbours and the entry between them.
//!
//! ```text
//!   edge 0   key 0   edge 1   key 1   edge 2   …   key n-1   edge n
//! ```
//!
//! A node of height 0 is a leaf and has keys and values only; any other has children below its edges. Handles are plain
//! pairs of node and index: of an entry, or of an edge, which is also a place between entries of a leaf.

use crate::alloc;
use crate::intrinsics;
use crate::mem;
use crate::ptr;

/// How many entries a node can hold: std's number, for what is compared with what depends on it.
pub const CAPACITY: usize = 11;
/// How many entries a node that is not the root has at least.
pub const MIN_LEN: usize = 5;
/// The entry in the middle of a full node.
const CENTER: usize = 5;

#[repr(C)]
pub struct Node<K, V> {
    /// 0 in the root.
    parent: *mut Node<K, V>,
    /// The parent's edge that leads here.
    parent_idx: u16,
    len: u16,
    keys: [K; CAPACITY],
    vals: [V; CAPACITY],
}

#[repr(C)]
struct Internal<K, V> {
    node: Node<K, V>,
    edges: [*mut Node<K, V>; CAPACITY + 1],
}

/// An entry of a node.
pub struct Kv<K, V> {
    pub node: *mut Node<K, V>,
    pub height: usize,
    pub idx: usize,
}

/// An edge of a leaf.
pub struct Edge<K, V> {
    pub leaf: *mut Node<K, V>,
    pub idx: usize,
}

impl<K, V> Clone for Kv<K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Kv<K, V> {}

impl<K, V> Clone for Edge<K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Edge<K, V> {}

impl<K, V> Kv<K, V> {
    pub fn key<'a>(self) -> &'a K {
        unsafe { &*key_at(self.node, self.idx) }
    }

    pub fn key_mut<'a>(self) -> &'a mut K {
        unsafe { &mut *key_at(self.node, self.idx) }
    }

    pub fn val<'a>(self) -> &'a mut V {
        unsafe { &mut *val_at(self.node, self.idx) }
    }

    /// Move key and value out.
    pub fn read(self) -> (K, V) {
        unsafe {
            (ptr::read(key_at(self.node, self.idx) as *const K), ptr::read(val_at(self.node, self.idx) as *const V))
        }
    }

    /// The leaf's edge right behind this entry.
    pub fn next_edge(self) -> Edge<K, V> {
        if self.height == 0 {
            Edge { leaf: self.node, idx: self.idx + 1 }
        } else {
            first_edge(child(self.node, self.idx + 1), self.height - 1)
        }
    }

    /// The leaf's edge right before this entry.
    pub fn prev_edge(self) -> Edge<K, V> {
        if self.height == 0 {
            Edge { leaf: self.node, idx: self.idx }
        } else {
            last_edge(child(self.node, self.idx), self.height - 1)
        }
    }
}

impl<K, V> Edge<K, V> {
    /// An edge of no leaf.
    pub const fn none() -> Edge<K, V> {
        Edge { leaf: 0 as *mut Node<K, V>, idx: 0 }
    }

    pub fn is_none(self) -> bool {
        self.leaf as usize == 0
    }

    pub fn is_at(self, other: Edge<K, V>) -> bool {
        self.leaf as usize == other.leaf as usize && self.idx == other.idx
    }

    /// The entry behind this edge.
    pub fn next_kv(self) -> Option<Kv<K, V>> {
        let mut kv = Kv { node: self.leaf, height: 0, idx: self.idx };
        while kv.idx == len(kv.node) {
            kv = ascend(kv.node, kv.height)?;
        }
        Some(kv)
    }

    /// The entry before this edge.
    pub fn prev_kv(self) -> Option<Kv<K, V>> {
        let mut kv = Kv { node: self.leaf, height: 0, idx: self.idx };
        while kv.idx == 0 {
            kv = ascend(kv.node, kv.height)?;
        }
        kv.idx -= 1;
        Some(kv)
    }
}

/// The edge that leads to a node, if it is not the root; its index is that of the entry to the edge's right.
pub fn ascend<K, V>(node: *mut Node<K, V>, height: usize) -> Option<Kv<K, V>> {
    let parent = unsafe { (*node).parent };
    if parent as usize == 0 {
        return None;
    }
    Some(Kv { node: parent, height: height + 1, idx: unsafe { (*node).parent_idx as usize } })
}

pub fn len<K, V>(node: *mut Node<K, V>) -> usize {
    unsafe { (*node).len as usize }
}

fn set_len<K, V>(node: *mut Node<K, V>, len: usize) {
    unsafe {
        (*node).len = len as u16;
    }
}

fn key_at<K, V>(node: *mut Node<K, V>, idx: usize) -> *mut K {
    unsafe { (&raw mut (*node).keys as *mut K).add(idx) }
}

fn val_at<K, V>(node: *mut Node<K, V>, idx: usize) -> *mut V {
    unsafe { (&raw mut (*node).vals as *mut V).add(idx) }
}

fn edge_at<K, V>(node: *mut Node<K, V>, idx: usize) -> *mut *mut Node<K, V> {
    unsafe { (&raw mut (*(node as *mut Internal<K, V>)).edges as *mut *mut Node<K, V>).add(idx) }
}

/// The node below an edge of a node that is not a leaf.
pub fn child<K, V>(node: *mut Node<K, V>, idx: usize) -> *mut Node<K, V> {
    unsafe { *edge_at(node, idx) }
}

pub fn first_edge<K, V>(mut node: *mut Node<K, V>, mut height: usize) -> Edge<K, V> {
    while height > 0 {
        node = child(node, 0);
        height -= 1;
    }
    Edge { leaf: node, idx: 0 }
}

pub fn last_edge<K, V>(mut node: *mut Node<K, V>, mut height: usize) -> Edge<K, V> {
    while height > 0 {
        node = child(node, len(node));
        height -= 1;
    }
    Edge { leaf: node, idx: len(node) }
}

/// How many entries there are in a node and below it.
pub fn count<K, V>(node: *mut Node<K, V>, height: usize) -> usize {
    let len = len(node);
    let mut total = len;
    if height > 0 {
        let mut idx = 0;
        while idx <= len {
            total += count(child(node, idx), height - 1);
            idx += 1;
        }
    }
    total
}

fn bytes_of<K, V>(height: usize) -> usize {
    if height == 0 { mem::size_of::<Node<K, V>>() } else { mem::size_of::<Internal<K, V>>() }
}

/// A node without entries. One that is not a leaf has no child yet either, but it needs one.
pub fn new<K, V>(height: usize) -> *mut Node<K, V> {
    let node = alloc::allocate(bytes_of::<K, V>(height), mem::align_of::<Internal<K, V>>()) as *mut Node<K, V>;
    unsafe {
        (*node).parent = 0 as *mut Node<K, V>;
    }
    set_len(node, 0);
    node
}

/// Give a node's memory back.
pub fn free<K, V>(node: *mut Node<K, V>, height: usize) {
    alloc::release(node as *mut u8, bytes_of::<K, V>(height), mem::align_of::<Internal<K, V>>());
}

pub fn make_root<K, V>(node: *mut Node<K, V>) {
    unsafe {
        (*node).parent = 0 as *mut Node<K, V>;
    }
}

/// Tell the children below the edges from `from` to before `to` where they are.
fn correct_children<K, V>(node: *mut Node<K, V>, from: usize, to: usize) {
    let mut idx = from;
    while idx < to {
        let child = child(node, idx);
        unsafe {
            (*child).parent = node;
            (*child).parent_idx = idx as u16;
        }
        idx += 1;
    }
}

pub fn set_first_child<K, V>(node: *mut Node<K, V>, child: *mut Node<K, V>) {
    unsafe {
        ptr::write(edge_at(node, 0), child);
    }
    correct_children(node, 0, 1);
}

/// Put a value before another one of a row that has room.
unsafe fn insert_into<T>(row: *mut T, len: usize, idx: usize, value: T) {
    unsafe {
        let at = row.add(idx);
        if idx < len {
            ptr::copy(at as *const T, at.add(1), len - idx);
        }
        ptr::write(at, value);
    }
}

/// Take a value out of a row, which closes up.
unsafe fn remove_from<T>(row: *mut T, len: usize, idx: usize) -> T {
    unsafe {
        let at = row.add(idx);
        let value = ptr::read(at as *const T);
        ptr::copy(at.add(1) as *const T, at, len - idx - 1);
        value
    }
}

/// Insert an entry into a leaf with room for it.
pub fn insert_fit<K, V>(leaf: *mut Node<K, V>, idx: usize, key: K, val: V) {
    let len = len(leaf);
    unsafe {
        insert_into(key_at(leaf, 0), len, idx, key);
        insert_into(val_at(leaf, 0), len, idx, val);
    }
    set_len(leaf, len + 1);
}

/// Insert an entry, and the child to its right, into a node that is not a leaf and has room.
pub fn insert_fit_with_child<K, V>(node: *mut Node<K, V>, idx: usize, key: K, val: V, right: *mut Node<K, V>) {
    let old = len(node);
    insert_fit(node, idx, key, val);
    unsafe {
        insert_into(edge_at(node, 0), old + 1, idx + 1, right);
    }
    correct_children(node, idx + 1, old + 2);
}

/// Take an entry out of a leaf.
pub fn remove<K, V>(leaf: *mut Node<K, V>, idx: usize) -> (K, V) {
    let len = len(leaf);
    set_len(leaf, len - 1);
    unsafe { (remove_from(key_at(leaf, 0), len, idx), remove_from(val_at(leaf, 0), len, idx)) }
}

/// Where a full node is split so that an entry can come to an edge: the entry in the middle, whether the edge is then in
/// the new node to the right, and the edge's index there.
pub fn split_point(idx: usize) -> (usize, bool, usize) {
    if idx < CENTER {
        (CENTER - 1, false, idx)
    } else if idx == CENTER {
        (CENTER, false, idx)
    } else if idx == CENTER + 1 {
        (CENTER, true, 0)
    } else {
        (CENTER + 1, true, idx - (CENTER + 2))
    }
}

/// Split a node at an entry: what is behind it goes to a new node.
pub fn split<K, V>(node: *mut Node<K, V>, height: usize, idx: usize) -> (K, V, *mut Node<K, V>) {
    let (key, val) = Kv { node, height, idx }.read();
    let right = new(height);
    move_behind(node, right, height, idx);
    set_len(node, idx);
    (key, val, right)
}

/// Move the entries behind one to a node of the same height that has none, with the edges behind the entry.
fn move_behind<K, V>(node: *mut Node<K, V>, right: *mut Node<K, V>, height: usize, idx: usize) {
    let count = len(node) - idx - 1;
    unsafe {
        ptr::copy(key_at(node, idx + 1) as *const K, key_at(right, 0), count);
        ptr::copy(val_at(node, idx + 1) as *const V, val_at(right, 0), count);
        if height > 0 {
            ptr::copy(edge_at(node, idx + 1) as *const *mut Node<K, V>, edge_at(right, 0), count + 1);
            correct_children(right, 0, count + 1);
        }
    }
    set_len(right, count);
}

/// Move all entries from an edge on to a node of the same height that has none; children follow, but for the one below
/// the edge itself.
pub fn move_suffix<K, V>(node: *mut Node<K, V>, right: *mut Node<K, V>, height: usize, idx: usize) {
    let count = len(node) - idx;
    unsafe {
        ptr::copy(key_at(node, idx) as *const K, key_at(right, 0), count);
        ptr::copy(val_at(node, idx) as *const V, val_at(right, 0), count);
        if height > 0 {
            ptr::copy(edge_at(node, idx + 1) as *const *mut Node<K, V>, edge_at(right, 1), count);
            correct_children(right, 1, count + 1);
        }
    }
    set_len(node, idx);
    set_len(right, count);
}

/// An entry between two children: they may be balanced.
pub struct Between<K, V> {
    pub parent: Kv<K, V>,
    pub left: *mut Node<K, V>,
    pub right: *mut Node<K, V>,
}

impl<K, V> Between<K, V> {
    pub fn new(parent: Kv<K, V>) -> Between<K, V> {
        Between { parent, left: child(parent.node, parent.idx), right: child(parent.node, parent.idx + 1) }
    }

    pub fn can_merge(&self) -> bool {
        len(self.left) + 1 + len(self.right) <= CAPACITY
    }

    /// Make one node, the left one, of both and the entry between them.
    pub fn merge(&self) {
        let Kv { node: parent, height, idx } = self.parent;
        let (left, right) = (self.left, self.right);
        let (left_len, right_len, parent_len) = (len(left), len(right), len(parent));
        unsafe {
            ptr::write(key_at(left, left_len), remove_from(key_at(parent, 0), parent_len, idx));
            ptr::write(val_at(left, left_len), remove_from(val_at(parent, 0), parent_len, idx));
            ptr::copy(key_at(right, 0) as *const K, key_at(left, left_len + 1), right_len);
            ptr::copy(val_at(right, 0) as *const V, val_at(left, left_len + 1), right_len);
            remove_from(edge_at(parent, 0), parent_len + 1, idx + 1);
            correct_children(parent, idx + 1, parent_len);
            set_len(parent, parent_len - 1);
            if height > 1 {
                ptr::copy(edge_at(right, 0) as *const *mut Node<K, V>, edge_at(left, left_len + 1), right_len + 1);
                correct_children(left, left_len + 1, left_len + right_len + 2);
            }
        }
        set_len(left, left_len + right_len + 1);
        free(right, height - 1);
    }

    /// Move entries from the left node over the one between to the right node.
    pub fn steal_left(&self, count: usize) {
        let (left, right) = (self.left, self.right);
        let (old_right, new_left) = (len(right), len(left) - count);
        unsafe {
            ptr::copy(key_at(right, 0) as *const K, key_at(right, count), old_right);
            ptr::copy(val_at(right, 0) as *const V, val_at(right, count), old_right);
            ptr::copy(key_at(left, new_left + 1) as *const K, key_at(right, 0), count - 1);
            ptr::copy(val_at(left, new_left + 1) as *const V, val_at(right, 0), count - 1);
            self.pass(left, new_left, right, count - 1);
            if self.parent.height > 1 {
                ptr::copy(edge_at(right, 0) as *const *mut Node<K, V>, edge_at(right, count), old_right + 1);
                ptr::copy(edge_at(left, new_left + 1) as *const *mut Node<K, V>, edge_at(right, 0), count);
                correct_children(right, 0, old_right + count + 1);
            }
        }
        set_len(left, new_left);
        set_len(right, old_right + count);
    }

    /// Move entries from the right node over the one between to the left node.
    pub fn steal_right(&self, count: usize) {
        let (left, right) = (self.left, self.right);
        let (old_left, new_right) = (len(left), len(right) - count);
        unsafe {
            self.pass(right, count - 1, left, old_left);
            ptr::copy(key_at(right, 0) as *const K, key_at(left, old_left + 1), count - 1);
            ptr::copy(val_at(right, 0) as *const V, val_at(left, old_left + 1), count - 1);
            ptr::copy(key_at(right, count) as *const K, key_at(right, 0), new_right);
            ptr::copy(val_at(right, count) as *const V, val_at(right, 0), new_right);
            if self.parent.height > 1 {
                ptr::copy(edge_at(right, 0) as *const *mut Node<K, V>, edge_at(left, old_left + 1), count);
                ptr::copy(edge_at(right, count) as *const *mut Node<K, V>, edge_at(right, 0), new_right + 1);
                correct_children(left, old_left + 1, old_left + count + 1);
                correct_children(right, 0, new_right + 1);
            }
        }
        set_len(left, old_left + count);
        set_len(right, new_right);
    }

    /// The entry between goes to one node; an entry of the other one comes in its place.
    unsafe fn pass(&self, from: *mut Node<K, V>, from_idx: usize, to: *mut Node<K, V>, to_idx: usize) {
        let Kv { node: parent, idx, .. } = self.parent;
        unsafe {
            ptr::copy(key_at(parent, idx) as *const K, key_at(to, to_idx), 1);
            ptr::copy(val_at(parent, idx) as *const V, val_at(to, to_idx), 1);
            ptr::copy(key_at(from, from_idx) as *const K, key_at(parent, idx), 1);
            ptr::copy(val_at(from, from_idx) as *const V, val_at(parent, idx), 1);
        }
    }
}
