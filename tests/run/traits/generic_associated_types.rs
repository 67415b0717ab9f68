//! Associated types with lifetimes: bounds on them, several at once, traits with parameters, constants beside them.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::ops::Deref;

trait Container {
    const NAME: &'static str;

    type Item;
    type Iter<'a>: Iterator<Item = &'a Self::Item>
    where
        Self: 'a;
    type View<'a>: Deref<Target = [Self::Item]> + Debug
    where
        Self: 'a;

    fn iter<'a>(&'a self) -> Self::Iter<'a>;
    fn view(&self) -> Self::View<'_>;

    fn first(&self) -> Option<&Self::Item> {
        self.iter().next()
    }

    fn describe(&self) -> String
    where
        Self::Item: Debug,
    {
        let items: Vec<String> = self.iter().map(|item| format!("{item:?}")).collect();
        format!("{}({}): {:?}, {} in view", Self::NAME, items.join(" "), self.first(), self.view().len())
    }
}

impl<T: Debug> Container for Vec<T> {
    const NAME: &'static str = "Vec";
    type Item = T;
    type Iter<'a>
        = std::slice::Iter<'a, T>
    where
        T: 'a;
    type View<'a>
        = &'a [T]
    where
        T: 'a;

    fn iter<'a>(&'a self) -> std::slice::Iter<'a, T> {
        self.as_slice().iter()
    }

    fn view(&self) -> &[T] {
        self
    }
}

struct Backwards<T, const N: usize>([T; N]);

#[derive(Debug)]
struct Copied<T>(Vec<T>);

impl<T> Deref for Copied<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Clone + Debug, const N: usize> Container for Backwards<T, N> {
    const NAME: &'static str = "Backwards";
    type Item = T;
    type Iter<'b>
        = std::iter::Rev<std::slice::Iter<'b, T>>
    where
        Self: 'b;
    type View<'c>
        = Copied<T>
    where
        Self: 'c;

    fn iter<'x>(&'x self) -> Self::Iter<'x> {
        self.0.iter().rev()
    }

    fn view(&self) -> Self::View<'_> {
        Copied(self.iter().cloned().collect())
    }
}

fn show<C>(c: &C) -> String
where
    C: Container,
    C::Item: Debug,
    for<'a> C::Iter<'a>: ExactSizeIterator,
{
    format!("{} items, {}", c.iter().len(), c.describe())
}

fn joined<'c, C: Container>(c: &'c C) -> String
where
    C::Item: Display + 'c,
{
    let mut out = String::new();
    for item in c.iter() {
        out += &format!("[{item}]");
    }
    out
}

/// A trait with a parameter, and a type with two lifetimes.
trait Lookup<K> {
    type Found<'s, 'k>
    where
        Self: 's,
        K: 'k;

    fn look<'s, 'k>(&'s self, key: &'k K) -> Self::Found<'s, 'k>;
}

impl<K: Ord, V> Lookup<K> for BTreeMap<K, V> {
    type Found<'s, 'k>
        = Result<&'s V, &'k K>
    where
        Self: 's,
        K: 'k;

    fn look<'s, 'k>(&'s self, key: &'k K) -> Result<&'s V, &'k K> {
        self.get(key).ok_or(key)
    }
}

impl Lookup<usize> for String {
    type Found<'s, 'k> = Option<char>;

    fn look<'s, 'k>(&'s self, key: &'k usize) -> Option<char> {
        self.chars().nth(*key)
    }
}

fn look_twice<'s, K, L>(l: &'s L, key: &K) -> usize
where
    L: Lookup<K>,
    for<'k> L::Found<'s, 'k>: Debug,
{
    format!("{:?}{:?}", l.look(key), l.look(key)).len()
}

fn main() {
    let v = vec!['x', 'y', 'z'];
    let b = Backwards([1.5, 2.5]);
    println!("{}", show(&v));
    println!("{}", show(&b));
    println!("{} {}", joined(&v), joined(&b));
    println!("{:?} {:?}", v.view(), b.view());
    println!("{:?} {:?}", Container::iter(&v).rev().collect::<String>(), <Backwards<f64, 2> as Container>::NAME);

    let mut map = BTreeMap::new();
    map.insert("one".to_string(), 1);
    map.insert("two".to_string(), 2);
    println!("{:?} {:?}", map.look(&"two".to_string()), map.look(&"three".to_string()));
    println!("{:?} {:?}", "héllo".to_string().look(&1), "a".to_string().look(&1));
    println!("{} {}", look_twice(&map, &"one".to_string()), look_twice(&"abc".to_string(), &2));
}
