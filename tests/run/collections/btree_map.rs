//! `BTreeMap`: in order, from both ends, in ranges; and how often it compares keys, which shows the shape of the tree.

use std::cell::Cell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::btree_map::{self, Entry};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Bound;

/// A key that counts how often it is compared.
#[derive(Debug, Clone)]
struct Counted<'a>(u32, &'a Cell<u32>);

impl PartialEq for Counted<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.1.set(self.1.get() + 1000);
        self.0 == other.0
    }
}

impl Eq for Counted<'_> {}

impl PartialOrd for Counted<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Counted<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.1.set(self.1.get() + 1);
        self.0.cmp(&other.0)
    }
}

fn counting() {
    let count = Cell::new(0);
    let taken = |what: &str| println!("{what}: {}", count.replace(0));
    let mut map = BTreeMap::new();
    for i in 0..300 {
        map.insert(Counted(i * 7919 % 1009, &count), i);
    }
    taken("insert");
    for i in 0..1009 {
        if let Some(v) = map.get(&Counted(i, &count)) {
            assert_eq!(v * 7919 % 1009, i);
        }
    }
    taken("get");
    for i in 0..1009 {
        if i % 3 != 0 {
            map.remove(&Counted(i, &count));
        }
    }
    taken("remove");
    for i in 0..1009 {
        map.contains_key(&Counted(i, &count));
    }
    taken("contains");
    let sum: u32 = map.range(Counted(100, &count)..=Counted(500, &count)).map(|(k, _)| k.0).sum();
    println!("{sum}");
    taken("range");
    let mut high = map.split_off(&Counted(400, &count));
    taken("split_off");
    println!("{} {}", map.len(), high.len());
    for i in 0..1009 {
        map.contains_key(&Counted(i, &count));
        high.contains_key(&Counted(i, &count));
    }
    taken("both");
    let mut more: BTreeMap<_, _> = (0..200).map(|i| (Counted(i * 37 % 211, &count), 1000 + i)).collect();
    taken("collect");
    for i in 0..211 {
        more.contains_key(&Counted(i, &count));
    }
    taken("contains");
    map.append(&mut more);
    taken("append");
    println!("{} {}", map.len(), more.len());
    high.append(&mut map);
    taken("append in front");
    for i in 0..1009 {
        high.contains_key(&Counted(i, &count));
    }
    taken("contains");
    high.retain(|k, v| k.0 % 5 != 0 && *v % 7 != 0);
    taken("retain");
    for i in 0..1009 {
        high.contains_key(&Counted(i, &count));
    }
    taken("contains");
    let copy = high.clone();
    println!("{}", copy == high);
    taken("equal");
    for i in 0..1009 {
        copy.contains_key(&Counted(i, &count));
    }
    taken("copy");
    while high.len() > 5 {
        high.pop_first();
        high.pop_last();
    }
    taken("pop");
    println!("{:?}", high.iter().map(|(k, v)| (k.0, *v)).collect::<Vec<_>>());
    println!("{:?}", high.iter().max().map(|(k, v)| (k.0, *v)));
    println!("{:?}", high.keys().min().map(|k| k.0));
    taken("ends");
    let map = BTreeMap::from([3, 1, 2, 3, 1].map(|k| (Counted(k, &count), 'x')));
    taken("from");
    println!("{}", map.len());
}

fn ends_and_ranges() {
    let mut map: BTreeMap<i32, String> = (0..100).map(|i| (i * 3, format!("v{i}"))).collect();
    println!("{:?} {:?}", map.first_key_value(), map.last_key_value());
    println!("{:?} {:?}", map.pop_first(), map.pop_last());
    println!("{:?}", map.range(10..20).collect::<Vec<_>>());
    println!("{:?}", map.range(..10).rev().collect::<Vec<_>>());
    println!("{:?}", map.range(285..));
    println!("{:?}", map.range(9..=9));
    println!("{:?}", map.range((Bound::Excluded(9), Bound::Excluded(18))));
    println!("{:?} {:?}", map.range(10..10).next(), map.range(1000..).next_back());
    println!("{:?}", map.range(..).nth(50));
    println!("{:?} {:?}", map.range(50..).next(), map.range(..50).next_back());
    for (k, v) in map.range_mut(30..40) {
        v.push_str(&format!("!{k}"));
    }
    println!("{:?}", map.range_mut(28..42));
    let mut iter = map.iter();
    let (mut front, mut back) = (0, 0);
    while let (Some((a, _)), Some((b, _))) = (iter.next(), iter.next_back()) {
        front = front * 31 % 1_000_003 + a;
        back = back * 17 % 1_000_003 + b;
    }
    println!("{front} {back} {:?}", iter.size_hint());
    for v in map.values_mut().rev().take(3) {
        v.clear();
    }
    for (k, v) in &mut map {
        if k % 2 == 0 {
            v.insert(0, '#');
        }
    }
    println!("{:?}", map.iter().rev().take(5).collect::<Vec<_>>());
    println!("{:?}", map.values().filter(|v| v.len() > 5).collect::<Vec<_>>());
    let mut taken: Vec<(i32, String)> = map.extract_if(100..200, |k, v| *k % 4 == 0 && !v.is_empty()).collect();
    taken.truncate(4);
    println!("{taken:?} {}", map.len());
    let mut first = map.first_entry().unwrap();
    first.get_mut().push('f');
    println!("{first:?}");
    println!("{:?}", map.last_entry().map(|e| e.remove_entry()));
    let mut into = map.into_iter();
    println!("{:?} {:?} {}", into.next(), into.next_back(), into.len());
    let middle: Vec<i32> = into.map(|(k, _)| k).skip(40).step_by(9).collect();
    println!("{middle:?}");
}

fn entries() {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for c in "the quick brown fox jumps over the lazy dog".chars() {
        *counts.entry(c).or_insert(0) += 1;
    }
    println!("{counts:?}");
    println!("{:#?}", counts.range('a'..'d').collect::<BTreeMap<_, _>>());
    let mut map: BTreeMap<String, Vec<i32>> = BTreeMap::default();
    map.entry("b".to_string()).or_default().push(1);
    map.entry("a".to_string()).or_insert_with(|| vec![7]).push(2);
    map.entry("ccc".to_string()).or_insert_with_key(|k| vec![k.len() as i32]);
    map.entry("b".to_string()).and_modify(|v| v.push(9)).or_default();
    map.entry("d".to_string()).and_modify(|v| v.push(9)).or_default();
    println!("{map:?}");
    println!("{:?}", map.entry("a".into()));
    println!("{:?}", map.entry("zz".into()));
    println!("{:?}", map.entry("zz".into()).key());
    match map.entry("a".to_string()) {
        Entry::Occupied(mut o) => {
            o.get_mut().push(5);
            println!("{:?} {:?} {:?}", o.key(), o.get(), o);
            println!("{:?}", o.insert(vec![0]));
            println!("{:?}", o.remove_entry());
        }
        Entry::Vacant(_) => println!("vacant"),
    }
    if let btree_map::Entry::Vacant(v) = map.entry("a".to_string()) {
        println!("{v:?} {}", v.key());
        println!("{}", v.into_key());
    }
    println!("{:?}", map.entry("w".to_string()).insert_entry(vec![4]));
    println!("{:?} {:?}", map.get("w"), map["ccc"]);
    println!("{:?} {:?}", map.get_key_value("b"), map.get("n"));
    println!("{:?} {:?}", map.remove("b"), map.remove_entry("b"));
    if let Some(v) = map.get_mut("w") {
        v.extend([1, 2, 3]);
    }
    println!("{map:?} {}", map.contains_key("q"));
    println!("{:?} {:?}", map.keys(), map.values());
    println!("{:?} {:?}", map.clone().into_keys(), map.clone().into_values().rev().collect::<Vec<_>>());
    println!("{:?} {:?}", map.iter(), map.clone().into_iter());
    println!("{:?}", map.iter_mut());
    map.clear();
    println!("{map:?} {} {:?} {:?}", map.is_empty(), map.pop_first(), map.first_key_value());
    println!("{map:#?}");
}

fn compared() {
    let a = BTreeMap::from([(1, 'a'), (2, 'b')]);
    let mut b = BTreeMap::new();
    b.extend([(2, 'b'), (1, 'a')]);
    println!("{} {:?}", a == b, a.cmp(&b));
    b.extend(&BTreeMap::from([(2, 'c')]));
    println!("{} {:?} {}", a == b, a.partial_cmp(&b), a < b);
    let hash = |m: &BTreeMap<i32, char>| {
        let mut h = DefaultHasher::new();
        m.hash(&mut h);
        h.finish()
    };
    println!("{:x} {:x}", hash(&a), hash(&b));
    let mut nested: BTreeMap<BTreeMap<i32, char>, &str> = BTreeMap::new();
    nested.insert(b, "second");
    nested.insert(a, "first");
    println!("{nested:?}");
    let floats: BTreeMap<u8, f64> = [(3, 0.5), (1, f64::NAN)].into();
    println!("{:?} {}", floats, floats == floats.clone());
    println!("{} {}", size_of::<BTreeMap<u8, u8>>(), size_of::<Option<BTreeMap<String, u64>>>());
    let mut units = BTreeMap::new();
    println!("{:?} {:?} {units:?}", units.insert((), 1), units.insert((), 2));
    const EMPTY: BTreeMap<i32, i32> = BTreeMap::new();
    println!("{EMPTY:?} {}", EMPTY.len());
    let (small, large): (BTreeMap<_, _>, BTreeMap<_, _>) = (0..20).map(|i| (i, i * i)).partition(|(_, v)| *v < 50);
    println!("{small:?} {}", large.len());
}

fn main() {
    counting();
    ends_and_ranges();
    entries();
    compared();
    let map: BTreeMap<&str, i32> = BTreeMap::from([("there", 1)]);
    println!("{}", map["missing"]);
}
