//! `HashSet`: operations on sets, printed in order.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hash, Hasher};

fn show<'a, T: Ord + std::fmt::Debug + 'a>(values: impl Iterator<Item = &'a T>) {
    let mut values: Vec<&T> = values.collect();
    values.sort();
    println!("{values:?}");
}

/// A hasher of a program's own: everything falls into few places.
#[derive(Default, Clone)]
struct Poor(u64);

impl Hasher for Poor {
    fn finish(&self) -> u64 {
        self.0 % 3
    }

    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 += b as u64;
        }
    }
}

#[derive(Debug, Clone)]
struct Person {
    id: u32,
    name: &'static str,
}

impl PartialEq for Person {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Person {}

impl Hash for Person {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

fn main() {
    let mut a: HashSet<i32> = HashSet::new();
    println!("{} {} {}", a.insert(1), a.insert(2), a.insert(1));
    a.extend([3, 4, 5, 3]);
    let b: HashSet<i32> = [4, 5, 6, 7].into();
    println!("{} {}", a.len(), b.len());
    show(a.iter());
    show(a.union(&b));
    show(a.intersection(&b));
    show(a.difference(&b));
    show(b.difference(&a));
    show(a.symmetric_difference(&b));
    show((&a | &b).iter());
    show((&a & &b).iter());
    show((&a - &b).iter());
    show((&a ^ &b).iter());
    println!("{} {}", a.is_subset(&b), (&a & &b).is_subset(&a));
    println!("{} {}", a.is_superset(&HashSet::from([1, 2])), a.is_superset(&HashSet::from([1, 9])));
    println!("{} {}", a.is_disjoint(&b), a.is_disjoint(&HashSet::from([10, 11])));
    println!("{} {}", a == b, a == HashSet::from([5, 4, 3, 2, 1]));
    println!("{:?} {:?}", a.get(&3), a.get(&30));
    println!("{} {}", a.remove(&3), a.remove(&3));
    println!("{:?} {:?}", a.take(&4), a.take(&4));
    println!("{} {}", a.contains(&1), a.contains(&3));
    a.retain(|x| x % 2 == 1);
    show(a.iter());
    println!("{:?} {:#?}", HashSet::from(["only"]), HashSet::from([7]));
    println!("{:?} {:?}", HashSet::from(["only"]).iter(), HashSet::from([7]).into_iter());
    println!("{:?} {:?}", a.intersection(&b).size_hint().0, a.is_empty());

    // Text in, text out.
    let words: HashSet<String> = "a b c a b d".split(' ').map(String::from).collect();
    println!("{} {} {}", words.len(), words.contains("c"), words.contains("e"));
    show(words.iter());
    let letters: HashSet<char> = "mississippi".chars().collect();
    show(letters.iter());
    let mut doubled: Vec<String> = words.into_iter().map(|w| w.repeat(2)).collect();
    doubled.sort();
    println!("{doubled:?}");

    // Equal is not the same.
    let mut people = HashSet::new();
    println!("{}", people.insert(Person { id: 1, name: "Ada" }));
    println!("{}", people.insert(Person { id: 1, name: "Eve" }));
    println!("{:?}", people);
    println!("{:?}", people.replace(Person { id: 1, name: "Eve" }));
    println!("{:?}", people.replace(Person { id: 2, name: "Kim" }));
    println!("{:?} {}", people.get(&Person { id: 1, name: "" }), people.len());

    // Many collisions.
    let mut poor: HashSet<u32, BuildHasherDefault<Poor>> = HashSet::default();
    for i in 0..300 {
        poor.insert(i * 7 % 211);
    }
    println!("{}", poor.len());
    for i in 0..211 {
        if i % 2 == 0 {
            assert!(poor.remove(&i));
        }
        assert_eq!(poor.contains(&i), i % 2 == 1);
    }
    for i in 0..50 {
        poor.insert(i);
    }
    let mut sum = 0;
    for x in &poor {
        sum += x;
    }
    println!("{} {sum}", poor.len());

    // Sets of sets' members, by sorting.
    let mut sieve: HashSet<u32> = (2..60).collect();
    for n in 2..8 {
        sieve.retain(|&m| m == n || m % n != 0);
    }
    show(sieve.iter());
    let mut pairs = HashSet::new();
    for x in -3i32..4 {
        for y in -3i32..4 {
            pairs.insert((x * x + y * y, x.abs() == y.abs()));
        }
    }
    show(pairs.iter());
    let mut drained: Vec<u32> = sieve.drain().collect();
    drained.sort();
    println!("{} {}", drained.len(), sieve.len());
    sieve.insert(5);
    println!("{sieve:?}");
    let copy = sieve.clone();
    sieve.clear();
    println!("{sieve:?} {copy:?} {}", size_of::<HashSet<u64>>());
    let unit: HashSet<()> = [(), ()].into_iter().collect();
    println!("{unit:?}");
}
