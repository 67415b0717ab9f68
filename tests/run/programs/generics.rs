use std::collections::HashMap;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::marker::PhantomData;

#[derive(Debug, Clone, Default)]
struct Stack<T> {
    items: Vec<T>,
}

impl<T> Stack<T> {
    fn push(&mut self, item: T) -> &mut Self {
        self.items.push(item);
        self
    }
    fn pop(&mut self) -> Option<T> {
        self.items.pop()
    }
    fn map<U>(self, f: impl FnMut(T) -> U) -> Stack<U> {
        Stack { items: self.items.into_iter().map(f).collect() }
    }
}

impl<T: Clone + Ord> Stack<T> {
    fn sorted(&self) -> Vec<T> {
        let mut v = self.items.clone();
        v.sort_unstable_by(|a, b| b.cmp(a));
        v
    }
}

impl Stack<f64> {
    fn mean(&self) -> Option<f64> {
        (!self.items.is_empty()).then(|| self.items.iter().sum::<f64>() / self.items.len() as f64)
    }
}

trait Container {
    type Item;
    const NAME: &'static str = "container";
    fn get(&self, i: usize) -> Option<&Self::Item>;
    fn len(&self) -> usize;
    fn first(&self) -> Option<&Self::Item> {
        self.get(0)
    }
    fn last(&self) -> Option<&Self::Item> {
        self.len().checked_sub(1).and_then(|i| self.get(i))
    }
}

impl<T> Container for Stack<T> {
    type Item = T;
    const NAME: &'static str = "stack";
    fn get(&self, i: usize) -> Option<&T> {
        self.items.iter().rev().nth(i)
    }
    fn len(&self) -> usize {
        self.items.len()
    }
}

impl<T, const N: usize> Container for [T; N] {
    type Item = T;
    fn get(&self, i: usize) -> Option<&T> {
        self.as_slice().get(i)
    }
    fn len(&self) -> usize {
        N
    }
}

fn ends<C>(c: &C) -> String
where
    C: Container + ?Sized,
    C::Item: Debug,
{
    format!("{}: {:?}..{:?} of {}", C::NAME, c.first(), c.last(), c.len())
}

fn group_by<T, K, F>(items: impl IntoIterator<Item = T>, key: F) -> HashMap<K, Vec<T>>
where
    K: Eq + Hash,
    F: Fn(&T) -> K,
{
    let mut out: HashMap<K, Vec<T>> = HashMap::new();
    for item in items {
        out.entry(key(&item)).or_default().push(item);
    }
    out
}

trait Unit {
    const SYMBOL: &'static str;
    const FACTOR: f64;
}
#[derive(Clone, Copy)]
struct Metre;
#[derive(Clone, Copy)]
struct Mile;
impl Unit for Metre {
    const SYMBOL: &'static str = "m";
    const FACTOR: f64 = 1.0;
}
impl Unit for Mile {
    const SYMBOL: &'static str = "mi";
    const FACTOR: f64 = 1609.344;
}

#[derive(Clone, Copy)]
struct Length<U>(f64, PhantomData<U>);

impl<U: Unit> Length<U> {
    fn new(n: f64) -> Self {
        Length(n, PhantomData)
    }
    fn to<V: Unit>(self) -> Length<V> {
        Length::new(self.0 * U::FACTOR / V::FACTOR)
    }
}
impl<U: Unit> std::ops::Add for Length<U> {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        Self::new(self.0 + o.0)
    }
}
impl<U: Unit> Display for Length<U> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.2}{}", self.0, U::SYMBOL)
    }
}

trait Describe {
    fn describe(&self) -> String;
}
impl<T: Debug> Describe for T {
    fn describe(&self) -> String {
        format!("«{self:?}»")
    }
}

struct Ring<T, const N: usize> {
    data: [Option<T>; N],
    at: usize,
}
impl<T: Copy, const N: usize> Ring<T, N> {
    fn new() -> Self {
        Ring { data: [None; N], at: 0 }
    }
    fn push(&mut self, v: T) -> Option<T> {
        let old = self.data[self.at].replace(v);
        self.at = (self.at + 1) % N;
        old
    }
    fn iter(&self) -> impl Iterator<Item = T> + '_ {
        (0..N).filter_map(move |i| self.data[(self.at + i) % N])
    }
}

fn largest<'a, T: PartialOrd>(list: &'a [T]) -> Option<&'a T> {
    let mut it = list.iter();
    let mut best = it.next()?;
    for x in it {
        if x > best {
            best = x;
        }
    }
    Some(best)
}

fn pair_up<A: Clone, B, I, J>(a: I, b: J) -> Vec<(A, B)>
where
    I: IntoIterator<Item = A>,
    J: IntoIterator<Item = B>,
{
    a.into_iter().zip(b).collect()
}

fn convert<T, U: From<T>>(v: Vec<T>) -> Vec<U> {
    v.into_iter().map(U::from).collect()
}

fn main() {
    let mut s = Stack::default();
    s.push(3).push(1).push(2);
    println!("{} {:?}", ends(&s), s.sorted());
    let texts = s.clone().map(|n| "*".repeat(n));
    println!("{}", ends(&texts));
    println!("{:?} {:?}", s.pop(), texts.items);
    println!("{:?} {:?}", s.map(FromLike::from_bits_like).mean(), Stack::<f64>::default().mean());
    println!("{} | {}", ends(&[1.5, 2.5]), ends::<[u8; 0]>(&[]));
    let words = ["apple", "bob", "cat", "alice", "bear"];
    let groups = group_by(words, |w| w.len());
    let mut keys: Vec<_> = groups.iter().collect();
    keys.sort();
    println!("{keys:?}");
    let total = Length::<Mile>::new(1.0).to::<Metre>() + Length::new(90.656);
    println!("{total} {}", total.to::<Mile>());
    println!("{} {} {}", 1.describe(), "x".describe(), Some([1u8]).describe());
    let mut ring = Ring::<_, 3>::new();
    let dropped: Vec<Option<i32>> = (1..=5).map(|n| ring.push(n * n)).collect();
    println!("{dropped:?} {:?}", ring.iter().collect::<Vec<_>>());
    println!("{:?} {:?} {:?}", largest(&[1.5, -2.0]), largest(&["b", "c", "a"]), largest::<u8>(&[]));
    println!("{:?}", pair_up(vec!['a', 'b'], 1..));
    println!("{:?} {:?}", convert::<u8, u32>(vec![1, 2]), convert::<&str, String>(vec!["a"]));
}

trait FromLike {
    fn from_bits_like(self) -> f64;
}
trait Never {}
impl FromLike for usize {
    fn from_bits_like(self) -> f64 {
        self as f64
    }
}
impl Never for f64 {}
#[allow(non_camel_case_types)]
type f64_alias = f64;
#[allow(dead_code)]
const ZERO: f64_alias = 0.0;
