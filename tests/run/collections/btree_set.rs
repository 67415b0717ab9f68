//! `BTreeSet`, and what ordered collections drop, and when.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

struct Noisy(&'static str, u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {} {}", self.0, self.1);
        if self.1 == 99 {
            panic!("dropping {}", self.0);
        }
    }
}

impl PartialEq for Noisy {
    fn eq(&self, other: &Self) -> bool {
        self.1 == other.1
    }
}

impl Eq for Noisy {}

impl PartialOrd for Noisy {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Noisy {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.1.cmp(&other.1)
    }
}

fn sets() {
    let a: BTreeSet<i32> = [5, 1, 9, 3, 7, 3, 1].into_iter().collect();
    let b = BTreeSet::from([3, 4, 5, 6]);
    println!("{a:?} {b:?} {a:#?}");
    println!("{:?}", a.union(&b));
    println!("{:?} {:?}", a.difference(&b), b.difference(&a).collect::<Vec<_>>());
    println!("{:?} {:?}", a.intersection(&b), a.intersection(&b).min());
    println!("{:?}", a.symmetric_difference(&b).collect::<Vec<_>>());
    println!("{:?} {:?} {:?} {:?}", &a | &b, &a & &b, &a - &b, &a ^ &b);
    let mut difference = a.difference(&b);
    difference.next();
    println!("{:?} {:?} {:?}", difference.clone(), difference.size_hint(), a.union(&b).size_hint());
    let mut union = a.union(&b);
    union.next();
    println!("{union:?}");
    let large: BTreeSet<i32> = (0..200).map(|i| i * 2).collect();
    println!("{:?} {:?}", b.difference(&large).collect::<Vec<_>>(), large.intersection(&b).collect::<Vec<_>>());
    println!("{:?}", b.intersection(&large).rev_sum());
    let far = BTreeSet::from([9, 100]);
    println!("{:?} {:?} {:?}", a.intersection(&far), a.difference(&far), far.difference(&a));
    let (empty, one) = (BTreeSet::new(), BTreeSet::from([3]));
    println!("{} {} {}", a.is_subset(&a), one.is_subset(&a), a.is_superset(&b));
    println!("{} {} {}", empty.is_subset(&a), a.is_subset(&empty), a.is_disjoint(&empty));
    println!("{} {}", (2..90).map(|i| i * 4).collect::<BTreeSet<_>>().is_subset(&large), b.is_subset(&large));
    println!("{} {}", one.is_disjoint(&b), BTreeSet::from([2, 8]).is_disjoint(&a));

    let mut words: BTreeSet<String> = "one two three four five six".split(' ').map(String::from).collect();
    println!("{:?} {:?} {}", words.first(), words.last(), words.contains("four"));
    println!("{:?}", words.get("two"));
    println!("{:?}", words.take("two"));
    println!("{} {} {}", words.insert("one".to_string()), words.remove("one"), words.remove("one"));
    println!("{:?}", words.range::<str, _>((Bound::Included("g"), Bound::Excluded("three"))));
    println!("{:?}", words.range::<String, _>(&"four".to_string()..=&"one".to_string()));
    println!("{:?}", words.range("four".to_string()..).rev().collect::<Vec<_>>());
    words.retain(|w| w.len() > 3);
    println!("{:?} {:?}", words.clone().pop_first(), words.clone().pop_last());
    let mut more = BTreeSet::from(["four".to_string(), "zero".to_string()]);
    words.append(&mut more);
    println!("{words:?} {more:?}");
    println!("{:?} {words:?}", words.clone().split_off("s"));
    println!("{:?} {:?}", words.iter().rev().collect::<Vec<_>>(), words.iter().max());
    println!("{:?} {:?}", words.clone().into_iter(), words.into_iter().next_back());

    let mut evens: BTreeSet<u32> = (0..50).collect();
    let odd: Vec<u32> = evens.extract_if(10..40, |n| n % 2 == 1).collect();
    println!("{} {:?} {}", odd.len(), odd.last(), evens.len());
    evens.extend(&[1, 100, 7]);
    println!("{:?} {:?}", evens.range(..12).collect::<Vec<_>>(), evens.len());
    println!("{:?} {}", a.cmp(&b), a > b);
    let nested = BTreeSet::from([a.clone(), b.clone(), empty]);
    println!("{nested:?} {}", nested.contains(&b));
}

trait RevSum {
    fn rev_sum(self) -> (i32, usize);
}

impl<'a, I: Iterator<Item = &'a i32>> RevSum for I {
    fn rev_sum(self) -> (i32, usize) {
        self.fold((0, 0), |(sum, n), x| (sum * 10 + x, n + 1))
    }
}

fn drops() {
    let mut set = BTreeSet::new();
    println!("{}", set.insert(Noisy("first", 1)));
    println!("{}", set.insert(Noisy("second", 1)));
    println!("{:?}", set.replace(Noisy("third", 1)).map(|n| n.0));
    println!("{:?}", set.get(&Noisy("look", 1)).map(|n| n.0));
    set.append(&mut BTreeSet::from([Noisy("appended", 1), Noisy("behind", 2), Noisy("again", 2)]));
    println!("{:?}", set.iter().map(|n| n.0).collect::<Vec<_>>());
    set.retain(|n| n.1 != 1);
    println!("pop");
    set.pop_last();
    let mut map = BTreeMap::new();
    for i in [3, 1, 2, 8, 5, 4, 9, 7, 6, 10, 13, 11, 12] {
        map.insert(Noisy("key", i), Noisy("value", i + 100));
    }
    println!("insert");
    map.insert(Noisy("other key", 3), Noisy("other value", 3));
    println!("entry");
    map.entry(Noisy("entry", 3)).or_insert(Noisy("unused", 3));
    println!("remove");
    drop(map.remove(&Noisy("look", 5)));
    let mut high = map.split_off(&Noisy("at", 9));
    println!("assign");
    *high.get_mut(&Noisy("look", 10)).unwrap() = Noisy("assigned", 0);
    println!("extract");
    high.extract_if(.., |k, _| k.1 == 11).next();
    println!("iterate");
    for (k, v) in high {
        println!("{} {}", k.1, v.1);
        if k.1 == 10 {
            break;
        }
    }
    println!("both ends");
    let mut iter = map.into_iter();
    let (a, b) = (iter.next(), iter.next_back());
    drop(iter);
    println!("taken");
    drop((b, a));
    let keys: Vec<Noisy> =
        BTreeMap::from([(Noisy("k", 2), Noisy("v", 1)), (Noisy("k", 2), Noisy("v", 2))]).into_keys().collect();
    println!("{}", keys.len());
}

fn main() {
    sets();
    drops();
    println!("a panic in a destructor");
    let mut map = BTreeMap::new();
    for i in 0..14 {
        map.insert(i, (Noisy("held", i), Noisy("held too", 50 + i)));
    }
    map.insert(4, (Noisy("panics", 99), Noisy("after", 1)));
    drop(map);
}
