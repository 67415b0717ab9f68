//! When maps and sets drop what they hold.

use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};

struct Noisy(&'static str, u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {} {}", self.0, self.1);
    }
}

impl PartialEq for Noisy {
    fn eq(&self, other: &Self) -> bool {
        self.1 == other.1
    }
}

impl Eq for Noisy {}

impl Hash for Noisy {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.1.hash(state);
    }
}

fn main() {
    let mut map = HashMap::new();
    map.insert(1, Noisy("a", 1));
    println!("replaced: {:?}", map.insert(1, Noisy("b", 1)).map(|n| n.1));
    map.insert(1, Noisy("c", 1));
    println!("entry");
    map.entry(1).or_insert(Noisy("unused", 1));
    map.entry(1).or_insert_with(|| Noisy("not made", 1));
    println!("remove");
    let taken = map.remove(&1);
    println!("removed {}", taken.is_some());
    drop(taken);
    map.insert(2, Noisy("d", 2));
    println!("retain");
    map.retain(|_, _| false);
    map.insert(3, Noisy("e", 3));
    println!("clear");
    map.clear();
    map.insert(4, Noisy("f", 4));
    println!("assign");
    map = HashMap::from([(5, Noisy("g", 5))]);
    println!("into_iter");
    for (k, v) in map {
        println!("{k} {}", v.0);
    }

    // Keys.
    let mut set = HashSet::new();
    println!("{}", set.insert(Noisy("first", 1)));
    println!("{}", set.insert(Noisy("second", 1)));
    println!("{:?}", set.replace(Noisy("third", 1)).map(|n| n.0));
    println!("{}", set.remove(&Noisy("look", 1)));
    set.insert(Noisy("fourth", 4));
    println!("drain");
    {
        let mut drain = set.drain();
        println!("{:?}", drain.next().map(|n| n.1));
    }
    println!("{}", set.len());
    set.insert(Noisy("fifth", 5));
    println!("drain unused");
    set.drain();
    println!("{}", set.len());
    set.insert(Noisy("sixth", 6));
    let iter = set.into_iter();
    println!("iterator");
    drop(iter);

    // A key that is found drops the one that was looked for with.
    let mut counts: HashMap<Noisy, u32> = HashMap::new();
    *counts.entry(Noisy("kept", 1)).or_insert(0) += 1;
    println!("again");
    *counts.entry(Noisy("dropped", 1)).or_insert(0) += 1;
    println!("insert");
    counts.insert(Noisy("also dropped", 1), 7);
    println!("vacant");
    match counts.entry(Noisy("vacant", 2)) {
        std::collections::hash_map::Entry::Vacant(v) => println!("{}", v.key().0),
        _ => println!("?"),
    }
    let keys: Vec<Noisy> = counts.into_keys().collect();
    println!("keys {}", keys.len());
    drop(keys);

    // Growing moves and drops nothing.
    let mut total = 0;
    let mut many = HashMap::new();
    for i in 0..40 {
        many.insert(i, Box::new(i));
    }
    for v in many.values() {
        total += **v;
    }
    let copy = many.clone();
    drop(many);
    println!("{total} {}", copy.len());

    let mut nested: HashMap<String, HashMap<u8, Vec<Noisy>>> = HashMap::new();
    nested.entry("x".to_string()).or_default().entry(1).or_default().push(Noisy("nested", 9));
    println!("a panic drops them");
    let _held = nested;
    let none: HashMap<u8, u8> = HashMap::new();
    println!("{}", none[&1]);
}
