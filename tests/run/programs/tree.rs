use std::cmp::Ordering;
use std::fmt::{Debug, Display};

#[derive(Debug, Clone)]
struct Tree<K, V> {
    root: Option<Box<Node<K, V>>>,
}

#[derive(Debug, Clone)]
struct Node<K, V> {
    key: K,
    value: V,
    left: Option<Box<Node<K, V>>>,
    right: Option<Box<Node<K, V>>>,
}

impl<K: Ord, V> Tree<K, V> {
    fn new() -> Self {
        Tree { root: None }
    }

    fn insert(&mut self, key: K, value: V) -> Option<V> {
        let mut at = &mut self.root;
        while let Some(node) = at {
            match key.cmp(&node.key) {
                Ordering::Less => at = &mut node.left,
                Ordering::Greater => at = &mut node.right,
                Ordering::Equal => return Some(std::mem::replace(&mut node.value, value)),
            }
        }
        *at = Some(Box::new(Node { key, value, left: None, right: None }));
        None
    }

    fn get(&self, key: &K) -> Option<&V> {
        let mut at = self.root.as_ref();
        while let Some(node) = at {
            at = match key.cmp(&node.key) {
                Ordering::Less => node.left.as_ref(),
                Ordering::Greater => node.right.as_ref(),
                Ordering::Equal => return Some(&node.value),
            };
        }
        None
    }

    fn height(&self) -> usize {
        fn go<K, V>(node: &Option<Box<Node<K, V>>>) -> usize {
            match node {
                None => 0,
                Some(n) => 1 + go(&n.left).max(go(&n.right)),
            }
        }
        go(&self.root)
    }

    fn each<'t>(&'t self, f: &mut impl FnMut(&'t K, &'t V)) {
        fn go<'t, K, V>(node: Option<&'t Node<K, V>>, f: &mut impl FnMut(&'t K, &'t V)) {
            if let Some(Node { key, value, left, right }) = node {
                go(left.as_deref(), f);
                f(key, value);
                go(right.as_deref(), f);
            }
        }
        go(self.root.as_deref(), f)
    }

    fn remove_min(&mut self) -> Option<(K, V)> {
        fn go<K, V>(link: &mut Option<Box<Node<K, V>>>) -> Option<(K, V)> {
            if link.as_ref()?.left.is_some() {
                return go(&mut link.as_mut()?.left);
            }
            let node = link.take()?;
            let Node { key, value, right, .. } = *node;
            *link = right;
            Some((key, value))
        }
        go(&mut self.root)
    }

    fn range_count(&self, low: &K, high: &K) -> usize {
        let mut n = 0;
        self.each(&mut |k, _| {
            if k >= low && k <= high {
                n += 1;
            }
        });
        n
    }
}

impl<K: Display, V: Debug> Tree<K, V> {
    fn draw(&self) {
        fn go<K: Display, V: Debug>(node: &Option<Box<Node<K, V>>>, depth: usize) {
            let Some(node) = node else { return };
            go(&node.right, depth + 1);
            println!("{:indent$}{}: {:?}", "", node.key, node.value, indent = depth * 4);
            go(&node.left, depth + 1);
        }
        go(&self.root, 0);
    }
}

fn main() {
    let mut tree = Tree::new();
    for (i, word) in "the cat sat on the mat with the hat".split_whitespace().enumerate() {
        if let Some(old) = tree.insert(word.to_string(), i) {
            println!("{word} was at {old}");
        }
    }
    tree.draw();
    println!("height {}", tree.height());
    println!("{:?} {:?}", tree.get(&"mat".to_string()), tree.get(&String::from("dog")));
    println!("{}", tree.range_count(&"cat".to_owned(), &"on".to_owned()));
    let mut keys = Vec::new();
    tree.each(&mut |k, v| keys.push((k.as_str(), *v)));
    println!("{keys:?}");
    let copy = tree.clone();
    while let Some((k, v)) = tree.remove_min() {
        print!("{k}={v} ");
    }
    println!();
    println!("{} {}", tree.root.is_none(), copy.height());
    let mut numbers: Tree<i32, char> = Tree::new();
    [50, 30, 70, 20, 40, 60, 80].into_iter().zip('a'..).for_each(|(k, v)| {
        numbers.insert(k, v);
    });
    numbers.draw();
    let total: i32 = {
        let mut t = 0;
        numbers.each(&mut |k, _| t += k);
        t
    };
    println!("{total}");
}
