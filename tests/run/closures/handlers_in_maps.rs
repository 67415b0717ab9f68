//! Closures kept in maps by name, made by generic functions, called with borrowed state, replaced and returned.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::hash::Hash;
use std::ops::{Add, Mul};

type Handler<'a, T> = Box<dyn FnMut(T) -> Option<T> + 'a>;

fn adder<T: Add<Output = T> + Copy + 'static>(by: T) -> impl Fn(T) -> Option<T> + Clone {
    move |x| Some(x + by)
}

fn squarer<T>() -> impl Fn(T) -> Option<T>
where
    T: Mul<Output = T> + Copy,
{
    |x| Some(x * x)
}

fn compose<A, B, C>(mut f: impl FnMut(A) -> Option<B>, mut g: impl FnMut(B) -> Option<C>) -> impl FnMut(A) -> Option<C> {
    move |a| f(a).and_then(&mut g)
}

fn memo<K: Hash + Eq + Clone, V: Clone>(f: impl Fn(&K) -> V) -> impl FnMut(K) -> (V, bool) {
    let mut seen = HashMap::new();
    move |key| {
        let mut fresh = false;
        let value = seen.entry(key).or_insert_with_key(|k| {
            fresh = true;
            f(k)
        });
        (value.clone(), fresh)
    }
}

struct Registry<'a, T> {
    handlers: BTreeMap<&'static str, Handler<'a, T>>,
    fallback: fn(&str) -> String,
}

impl<'a, T: Copy + Display> Registry<'a, T> {
    fn on(&mut self, name: &'static str, f: impl FnMut(T) -> Option<T> + 'a) -> &mut Self {
        let had = self.handlers.insert(name, Box::new(f)).is_some();
        println!("{name}: {}", if had { "replaced" } else { "new" });
        self
    }
    fn call(&mut self, name: &str, x: T) {
        match self.handlers.get_mut(name) {
            Some(f) => match f(x) {
                Some(y) => println!("{name}({x}) = {y}"),
                None => println!("{name}({x}) has no result"),
            },
            None => println!("{}", (self.fallback)(name)),
        }
    }
}

fn main() {
    let mut log = Vec::new();
    let mut count = 0;
    {
        let mut registry = Registry { handlers: BTreeMap::new(), fallback: |name| format!("no {name:?}") };
        registry.on("add", adder(5)).on("square", squarer()).on("both", compose(adder(1), squarer()));
        registry.on("log", |x: i64| {
            log.push(x);
            log.len().checked_sub(2).map(|n| n as i64)
        });
        registry.on("count", |x| {
            count += x;
            Some(count)
        });
        for (i, name) in ["add", "square", "both", "log", "log", "count", "count", "none"].into_iter().enumerate() {
            registry.call(name, i as i64 + 1);
        }
        registry.on("add", compose(i64::checked_neg, adder(100)));
        registry.call("add", 58);
        let mut names: Vec<_> = registry.handlers.keys().copied().collect();
        names.sort_by_key(|n| std::cmp::Reverse(n.len()));
        println!("{names:?}");
        if let Some(mut f) = registry.handlers.remove("count") {
            println!("taken out: {:?}", f(1000));
        }
    }
    println!("{log:?} {count}");
    let mut lengths = memo(|s: &String| s.chars().rev().collect::<String>());
    for word in ["abc", "de", "abc", "ghij", "de"] {
        println!("{word}: {:?}", lengths(word.to_string()));
    }
    let table: HashMap<char, fn(f64, f64) -> f64> =
        HashMap::from([('+', (|a, b| a + b) as fn(f64, f64) -> f64), ('^', f64::powf), ('m', f64::max)]);
    for op in "+^mx".chars() {
        println!("{op}: {:?}", table.get(&op).map(|f| f(2.0, 10.0)));
    }
    let boxed: Vec<(String, Box<dyn Fn(i32) -> i32>)> =
        (1..4).map(|k| (format!("x{k}"), Box::new(move |x| x * k) as Box<dyn Fn(i32) -> i32>)).collect();
    println!("{}", boxed.iter().fold(1, |acc, (name, f)| f(acc) + name.len() as i32));
}
