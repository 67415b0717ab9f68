//! A search tree of `Option<Box<_>>`: insertion and removal through `&mut Option<Box<_>>`, iterators with lifetimes and a stack,
//! mutable visits, by value.

use std::cmp::Ordering;
use std::fmt::Debug;
use std::mem;

#[derive(Debug, Clone)]
struct Node<K, V> {
    key: K,
    value: V,
    left: Tree<K, V>,
    right: Tree<K, V>,
}

#[derive(Debug, Clone)]
struct Tree<K, V>(Option<Box<Node<K, V>>>);

impl<K, V> Default for Tree<K, V> {
    fn default() -> Self {
        Tree(None)
    }
}

impl<K: Ord, V> Tree<K, V> {
    fn insert(&mut self, key: K, value: V) -> Option<V> {
        let mut at = &mut self.0;
        while let Some(node) = at {
            match key.cmp(&node.key) {
                Ordering::Less => at = &mut node.left.0,
                Ordering::Greater => at = &mut node.right.0,
                Ordering::Equal => return Some(mem::replace(&mut node.value, value)),
            }
        }
        *at = Some(Box::new(Node { key, value, left: Tree(None), right: Tree(None) }));
        None
    }

    fn get<Q: ?Sized + Ord>(&self, key: &Q) -> Option<&V>
    where
        K: std::borrow::Borrow<Q>,
    {
        let node = self.0.as_deref()?;
        match key.cmp(node.key.borrow()) {
            Ordering::Less => node.left.get(key),
            Ordering::Greater => node.right.get(key),
            Ordering::Equal => Some(&node.value),
        }
    }

    fn pop_first(&mut self) -> Option<(K, V)> {
        match self.0.take() {
            None => None,
            Some(mut node) => match node.left.pop_first() {
                Some(first) => {
                    self.0 = Some(node);
                    Some(first)
                }
                None => {
                    let Node { key, value, right, .. } = *node;
                    *self = right;
                    Some((key, value))
                }
            },
        }
    }

    fn remove(&mut self, key: &K) -> Option<V> {
        let node = self.0.as_mut()?;
        match key.cmp(&node.key) {
            Ordering::Less => node.left.remove(key),
            Ordering::Greater => node.right.remove(key),
            Ordering::Equal => {
                let mut node = *self.0.take()?;
                self.0 = match (node.left.0.take(), node.right.0.take()) {
                    (None, other) | (other, None) => other,
                    (left, right) => {
                        let mut right = Tree(right);
                        right.pop_first().map(|(key, value)| Box::new(Node { key, value, left: Tree(left), right }))
                    }
                };
                Some(node.value)
            }
        }
    }
}

impl<K, V> Tree<K, V> {
    fn depth(&self) -> usize {
        self.0.as_ref().map_or(0, |n| 1 + n.left.depth().max(n.right.depth()))
    }
    fn iter(&self) -> Iter<'_, K, V> {
        let mut iter = Iter { stack: Vec::new() };
        iter.push_left(self);
        iter
    }
    fn for_each_mut(&mut self, f: &mut impl FnMut(&K, &mut V)) {
        if let Some(node) = &mut self.0 {
            node.left.for_each_mut(f);
            f(&node.key, &mut node.value);
            node.right.for_each_mut(f);
        }
    }
    fn levels(&self) -> Vec<Vec<&K>> {
        let mut levels = Vec::new();
        let mut now: Vec<&Node<K, V>> = self.0.iter().map(|b| &**b).collect();
        while !now.is_empty() {
            levels.push(now.iter().map(|n| &n.key).collect());
            now = now.iter().flat_map(|n| [&n.left, &n.right]).filter_map(|t| t.0.as_deref()).collect();
        }
        levels
    }
}

struct Iter<'t, K, V> {
    stack: Vec<&'t Node<K, V>>,
}

impl<'t, K, V> Iter<'t, K, V> {
    fn push_left(&mut self, mut tree: &'t Tree<K, V>) {
        while let Tree(Some(node)) = tree {
            self.stack.push(node);
            tree = &node.left;
        }
    }
}

impl<'t, K, V> Iterator for Iter<'t, K, V> {
    type Item = (&'t K, &'t V);
    fn next(&mut self) -> Option<Self::Item> {
        let node = self.stack.pop()?;
        self.push_left(&node.right);
        Some((&node.key, &node.value))
    }
}

impl<'t, K, V> IntoIterator for &'t Tree<K, V> {
    type Item = (&'t K, &'t V);
    type IntoIter = Iter<'t, K, V>;
    fn into_iter(self) -> Iter<'t, K, V> {
        self.iter()
    }
}

struct IntoIter<K, V>(Vec<Box<Node<K, V>>>);

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);
    fn next(&mut self) -> Option<(K, V)> {
        loop {
            let mut node = self.0.pop()?;
            match node.left.0.take() {
                Some(left) => self.0.extend([node, left]),
                None => {
                    self.0.extend(node.right.0.take());
                    return Some((node.key, node.value));
                }
            }
        }
    }
}

impl<K, V> IntoIterator for Tree<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;
    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter(self.0.into_iter().collect())
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Tree<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(iter: I) -> Self {
        iter.into_iter().fold(Tree(None), |mut tree, (k, v)| {
            tree.insert(k, v);
            tree
        })
    }
}

fn show<K: Debug, V: Debug>(name: &str, tree: &Tree<K, V>) {
    println!("{name}: depth {}, {:?}", tree.depth(), tree.iter().collect::<Vec<_>>());
}

fn main() {
    let mut tree: Tree<String, usize> = "the quick brown fox jumps over the lazy dog".split(' ').map(|w| (w.to_string(), w.len())).collect();
    show("tree", &tree);
    println!("{:?}", tree.levels());
    println!("{:?} {:?}", tree.get("fox"), tree.get("cat"));
    println!("{:?}", tree.insert("fox".into(), 30));
    tree.for_each_mut(&mut |k, v| *v = *v * 2 + usize::from(k.contains('o')));
    let copy = tree.clone();
    for gone in ["the", "brown", "zebra", "quick"] {
        println!("{gone}: {:?}", tree.remove(&gone.to_string()));
        show("  now", &tree);
    }
    println!("{:?} {:?}", tree.pop_first(), tree.levels().len());
    let total: usize = (&copy).into_iter().map(|(_, v)| v).sum();
    println!("{total} {:?}", copy.iter().max_by_key(|(k, v)| (**v, k.len())));
    let mut taken = copy.into_iter();
    println!("{:?} {:?}", taken.next(), taken.by_ref().nth(2));
    let rest: Tree<usize, String> = taken.map(|(k, v)| (v, k)).collect();
    show("rest", &rest);
    for (i, (k, v)) in rest.iter().enumerate().filter(|(i, _)| i % 2 == 0) {
        println!("{i} {k} {v}");
    }
    println!("{:?}", Tree::<u8, ()>::default().into_iter().next());
    println!("{:#?}", Tree::from_iter([(2, 'b'), (1, 'a')]));
}
