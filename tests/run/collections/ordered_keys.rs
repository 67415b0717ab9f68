//! Maps and heaps by keys with an order written by hand: entries, ranges, Dijkstra on `BinaryHeap<Reverse<_>>`, cached keys.

use std::cell::Cell;
use std::cmp::{Ordering, Reverse};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, VecDeque};
use std::ops::Bound::*;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Version {
    parts: Vec<u32>,
    tag: Option<&'static str>,
}

impl Version {
    fn new(text: &'static str) -> Self {
        let (numbers, tag) = text.split_once('-').map_or((text, None), |(n, t)| (n, Some(t)));
        Version { parts: numbers.split('.').map(|n| n.parse().unwrap_or(u32::MAX)).collect(), tag }
    }
}

impl Ord for Version {
    // A version with a tag comes before the one without; missing parts are zeros.
    fn cmp(&self, other: &Self) -> Ordering {
        let n = self.parts.len().max(other.parts.len());
        let part = |v: &Version, i: usize| v.parts.get(i).copied().unwrap_or_default();
        (0..n)
            .map(|i| part(self, i).cmp(&part(other, i)))
            .find(|o| o.is_ne())
            .unwrap_or(Ordering::Equal)
            .then_with(|| self.tag.is_none().cmp(&other.tag.is_none()))
            .then(self.tag.cmp(&other.tag))
    }
}
impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy, Hash)]
struct Cell2 {
    y: usize,
    x: usize,
}

fn shortest(map: &[&str]) -> Option<(u32, Vec<Cell2>)> {
    let find = |wanted: u8| {
        map.iter().enumerate().find_map(|(y, row)| Some(Cell2 { y, x: row.bytes().position(|b| b == wanted)? }))
    };
    let (start, goal) = (find(b'S')?, find(b'G')?);
    let mut best: HashMap<Cell2, (u32, Option<Cell2>)> = HashMap::from([(start, (0, None))]);
    let mut heap = BinaryHeap::from([Reverse((0, start))]);
    while let Some(Reverse((cost, at))) = heap.pop() {
        if at == goal {
            let mut path = VecDeque::from([at]);
            while let Some(&(_, Some(before))) = best.get(&path[0]) {
                path.push_front(before);
            }
            return Some((cost, path.into()));
        }
        if best[&at].0 < cost {
            continue;
        }
        for (dy, dx) in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
            let (Some(y), Some(x)) = (at.y.checked_add_signed(dy), at.x.checked_add_signed(dx)) else { continue };
            let step = match map.get(y).and_then(|row| row.as_bytes().get(x)) {
                None | Some(b'#') => continue,
                Some(d @ b'0'..=b'9') => u32::from(d - b'0'),
                Some(_) => 1,
            };
            let (next, cost) = (Cell2 { y, x }, cost + step);
            if best.get(&next).is_none_or(|&(old, _)| cost < old) {
                best.insert(next, (cost, Some(at)));
                heap.push(Reverse((cost, next)));
            }
        }
    }
    None
}

fn main() {
    let texts = ["1.2", "1.10", "1.2.0-beta", "1.2.0", "0.9.9", "1.2-alpha", "2", "1.2.0.1"];
    let mut released: BTreeMap<Version, Vec<&str>> = BTreeMap::new();
    for text in texts {
        match released.entry(Version::new(text)) {
            Entry::Vacant(place) => println!("{text} is new: {:?}", place.insert(vec![text])),
            Entry::Occupied(mut place) => {
                place.get_mut().push(text);
                println!("{text} is {:?}", place.key().parts);
            }
        }
    }
    for (version, names) in &released {
        println!("{:?} {:?} {names:?}", version.parts, version.tag);
    }
    let (low, high) = (Version::new("1.2"), Version::new("1.10"));
    println!("{:?}", released.range(&low..&high).map(|(_, n)| n[0]).collect::<Vec<_>>());
    println!("{:?}", released.range((Excluded(low.clone()), Included(high))).map(|(_, n)| n[0]).rev().collect::<Vec<_>>());
    println!("{:?}", released.range(..low.clone()).next_back());
    for (_, names) in released.range_mut(low..) {
        names.iter_mut().for_each(|n| *n = n.rsplit('.').next().unwrap_or(""));
    }
    println!("{:?}", released.first_key_value().map(|(k, _)| k));
    println!("{:?}", released.last_entry().map(|e| e.remove()));
    released.retain(|k, v| k.tag.is_none() && v.len() < 2);
    println!("{:?}", released.values().collect::<Vec<_>>());
    let map = ["S.#....", ".9#.##.", ".1..#G.", "...#..9"];
    match shortest(&map) {
        Some((cost, path)) => println!("{cost}: {:?}", path.iter().map(|c| (c.y, c.x)).collect::<Vec<_>>()),
        None => println!("no way"),
    }
    println!("{:?}", shortest(&["S#G"]));
    let asked = Cell::new(0);
    let mut words = vec!["delta", "Alpha", "charlie", "Bravo", "echo", "alpha"];
    words.sort_by_cached_key(|w| {
        asked.set(asked.get() + 1);
        (Reverse(w.len()), w.to_lowercase())
    });
    println!("{words:?} {}", asked.get());
    words.dedup_by_key(|w| w.to_lowercase());
    println!("{words:?} {:?}", words.binary_search_by(|w| w.len().cmp(&5).reverse()).is_ok());
    println!("{:?} {:?}", words.binary_search_by_key(&Reverse(4), |w| Reverse(w.len())), words.partition_point(|w| w.len() > 5));
    let mut n = 0;
    words.retain_mut(|w| {
        n += 1;
        *w = &w[1..];
        n % 2 == 1
    });
    println!("{words:?}");
    let mut heap: BinaryHeap<(Reverse<usize>, &str)> = words.iter().map(|w| (Reverse(w.len()), *w)).collect();
    if let Some(mut top) = heap.peek_mut() {
        top.0.0 = 100;
    }
    println!("{:?}", heap.peek());
    println!("{:?}", heap.into_sorted_vec());
    let set: BTreeSet<_> = texts.iter().copied().map(Version::new).map(Reverse).collect();
    println!("{:?}", set.iter().map(|Reverse(v)| v.parts[0]).collect::<String2>().0);
}

struct String2(String);
impl FromIterator<u32> for String2 {
    fn from_iter<I: IntoIterator<Item = u32>>(iter: I) -> Self {
        String2(iter.into_iter().filter_map(|d| char::from_digit(d, 10)).collect())
    }
}
