//! `HashMap`: what it answers does not depend on its order, which is sorted out of it before it is printed.

use std::collections::HashMap;
use std::collections::hash_map::{self, Entry};

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key {
    Number(i32),
    Name(String),
    Pair(u8, char),
}

fn sorted<K: Ord + Clone, V: Clone, S>(map: &HashMap<K, V, S>) -> Vec<(K, V)>
where
    V: Ord,
{
    let mut entries = Vec::new();
    for (k, v) in map {
        entries.push((k.clone(), v.clone()));
    }
    entries.sort();
    entries
}

fn count_words(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}

fn main() {
    // From the book: scores.
    let mut scores = HashMap::new();
    scores.insert(String::from("Blue"), 10);
    scores.insert(String::from("Yellow"), 50);
    println!("{:?} {:?}", scores.get("Blue"), scores.get(&String::from("Red")));
    println!("{}", scores.get("Blue").copied().unwrap_or(0));
    println!("{:?}", scores.insert(String::from("Blue"), 25));
    scores.entry(String::from("Blue")).or_insert(99);
    scores.entry(String::from("Green")).or_insert(5);
    println!("{:?} {}", sorted(&scores), scores.len());
    println!("{} {}", scores["Blue"], scores["Green"]);
    if let Some(score) = scores.get_mut("Green") {
        *score *= 3;
    }
    println!("{:?} {:?}", scores.remove("Green"), scores.remove("Green"));
    println!("{:?}", scores.remove_entry("Yellow"));
    println!("{} {}", scores.contains_key("Yellow"), scores.contains_key("Blue"));
    println!("{scores:?} {:?}", scores.get_key_value("Blue"));
    println!("{scores:#?}");

    println!("{:?}", sorted(&count_words("the quick brown fox jumps over the lazy dog the end")));

    // Keys of an enum, values of vectors.
    let mut groups: HashMap<Key, Vec<u32>> = HashMap::new();
    for i in 0..60u32 {
        let key = match i % 3 {
            0 => Key::Number(i as i32 % 7),
            1 => Key::Name(format!("n{}", i % 5)),
            _ => Key::Pair(i as u8 % 4, 'x'),
        };
        groups.entry(key).or_default().push(i);
    }
    for (key, values) in sorted(&groups) {
        println!("{key:?}: {values:?}");
    }
    println!("{:?}", groups.get(&Key::Pair(2, 'x')).map(|v| v.len()));

    // Many keys: growing, removing, growing again.
    let mut map = HashMap::new();
    for i in 0..1000u64 {
        map.insert(i * 7919 % 1009, i);
    }
    println!("{}", map.len());
    for i in 0..1009u64 {
        if i % 3 == 0 {
            map.remove(&i);
        }
    }
    println!("{}", map.len());
    for i in 0..500u64 {
        *map.entry(i).or_insert(1) += 1;
    }
    let (mut keys, mut values) = (0, 0);
    for (k, v) in &map {
        keys += k;
        values += v;
    }
    println!("{} {keys} {values}", map.len());
    map.retain(|k, v| {
        *v += 1;
        k % 2 == 0
    });
    let mut total = 0;
    for v in map.values() {
        total += v;
    }
    println!("{} {total}", map.len());
    for v in map.values_mut() {
        *v = 2;
    }
    for (_, v) in map.iter_mut() {
        *v += 1;
    }
    for (_, v) in &mut map {
        *v += 1;
    }
    let mut total = 0;
    for k in map.keys() {
        total += map[k];
    }
    println!("{total}");

    // What iterators know.
    println!("{:?} {}", map.iter().size_hint(), map.keys().len());
    let small = HashMap::from([(1, 'a')]);
    println!("{:?} {:?} {:?}", small.iter(), small.keys(), small.values());
    println!("{:?} {:?}", small.clone().into_keys(), small.clone().into_values());
    println!("{:?}", small.clone().into_iter());
    let mut keys: Vec<i32> = HashMap::from([(3, 'c'), (1, 'a'), (2, 'b')]).into_keys().collect();
    keys.sort();
    println!("{keys:?}");
    let mut values: Vec<char> = HashMap::from([(3, 'c'), (1, 'a'), (2, 'b')]).into_values().collect();
    values.sort();
    println!("{values:?}");
    let mut pairs: Vec<(char, i32)> = Vec::new();
    for (k, v) in HashMap::from([(3, 'c'), (1, 'a'), (3, 'd')]) {
        pairs.push((v, k));
    }
    pairs.sort();
    println!("{pairs:?}");

    // Equality, copies, extension.
    let a: HashMap<&str, i32> = HashMap::from([("x", 1), ("y", 2)]);
    let mut b = HashMap::new();
    b.insert("y", 2);
    println!("{} {}", a == b, a != b);
    b.extend([("x", 1)]);
    println!("{}", a == b);
    b.extend(&HashMap::from([("x", 5), ("z", 3)]));
    println!("{:?} {}", sorted(&b), a == b);
    let c = b.clone();
    b.clear();
    println!("{} {} {:?} {:?}", b.len(), c.len(), b.get("x"), b);
    let d: HashMap<usize, char> = "hello".chars().enumerate().collect();
    println!("{:?}", sorted(&d));
    let mut e: HashMap<usize, char> = d.clone();
    let mut drained = Vec::new();
    for (k, v) in e.drain() {
        drained.push((k, v));
    }
    drained.sort();
    println!("{drained:?} {}", e.is_empty());

    // Entries.
    let mut m: HashMap<String, Vec<i32>> = HashMap::default();
    m.entry("a".to_string()).or_insert_with(Vec::new).push(1);
    m.entry("a".to_string()).or_insert_with(|| vec![9, 9]).push(2);
    m.entry("bcd".to_string()).or_insert_with_key(|k| vec![k.len() as i32]).push(3);
    m.entry("a".to_string()).and_modify(|v| v.push(4)).or_default();
    m.entry("e".to_string()).and_modify(|v| v.push(4)).or_default();
    println!("{:?}", sorted(&m));
    println!("{:?}", m.entry("a".to_string()));
    println!("{:?}", m.entry("q".to_string()));
    println!("{:?}", m.entry("a".to_string()).key());
    println!("{:?}", m.entry("q".to_string()).key());
    match m.entry("a".to_string()) {
        Entry::Occupied(mut o) => {
            o.get_mut().push(5);
            println!("{:?} {:?}", o.key(), o.get());
            println!("{:?}", o.insert(vec![0]));
            println!("{:?}", o.remove_entry());
        }
        Entry::Vacant(_) => println!("vacant"),
    }
    match m.entry("a".to_string()) {
        hash_map::Entry::Occupied(_) => println!("occupied"),
        hash_map::Entry::Vacant(v) => {
            println!("{:?} {:?}", v.key(), v);
            v.insert(vec![7]).push(8);
        }
    }
    if let Entry::Occupied(o) = m.entry("a".to_string()) {
        println!("{:?}", o.remove());
    }
    let o = m.entry("w".to_string()).insert_entry(vec![1]);
    println!("{:?}", o);
    println!("{:?}", m.entry("zz".to_string()).or_insert(vec![]).len());

    // Capacities.
    let mut caps = Vec::new();
    let mut m = HashMap::new();
    for i in 0..200 {
        if caps.last() != Some(&m.capacity()) {
            caps.push(m.capacity());
        }
        m.insert(i, i);
    }
    println!("{caps:?}");
    for n in [0, 1, 3, 4, 7, 8, 14, 15, 28, 29, 100, 1000] {
        print!("{} ", HashMap::<u64, u64>::with_capacity(n).capacity());
        print!("{} ", HashMap::<u8, ()>::with_capacity(n).capacity());
        print!("{} ", HashMap::<u8, u8>::with_capacity(n).capacity());
    }
    println!();
    m.shrink_to_fit();
    println!("{}", m.capacity());
    m.retain(|k, _| *k < 5);
    m.shrink_to(10);
    println!("{} {}", m.capacity(), m.len());
    m.shrink_to_fit();
    println!("{}", m.capacity());
    m.reserve(100);
    println!("{}", m.capacity());
    println!("{} {}", size_of::<HashMap<u8, u8>>(), size_of::<Option<HashMap<String, u64>>>());

    // Keys without bytes, and values without bytes.
    let mut unit: HashMap<(), i32> = HashMap::new();
    println!("{:?} {:?} {:?}", unit.insert((), 1), unit.insert((), 2), unit);
    println!("{:?} {:?}", unit.remove(&()), unit);

    let missing: HashMap<i32, i32> = HashMap::new();
    println!("{}", missing[&4]);
}
