//! Collections: one is made, changed and asked in many ways, and shown.

use super::Generator;
use super::template::Subject;
use super::types::Ty;
use crate::tree::Node;

/// A kind of collection, with what can be done with it. Every template is a statement.
pub(super) struct Kind {
    /// How it is declared, with the values to begin with.
    pub(super) made: &'static [&'static str],
    /// For elements of any type.
    pub(super) any: &'static [&'static str],
    /// For elements that have a total order.
    pub(super) ordered: &'static [&'static str],
    /// How it is shown whatever the order of hash tables is.
    pub(super) shown: &'static str,
    pub(super) elements: Elements,
}

/// What the elements must be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Elements {
    Any,
    /// With a total order.
    Ordered,
    /// That, and not printing when they are dropped: the order in a hash table is no program's business.
    Silent,
    /// The keys have an order.
    OrderedKeys,
    /// Keys and values do not print when they are dropped, and the keys have an order.
    SilentKeys,
}

const VEC: Kind = Kind {
    made: &[
        "let mut $v: Vec<$T> = vec![$x, $x, $x];",
        "let mut $v = Vec::<$T>::with_capacity($n);",
        "let mut $v = [$x, $x, $x, $x].to_vec();",
        "let mut $v: Vec<$T> = std::iter::repeat_n($x, $n).collect();",
        "let mut $v: Vec<$T> = Vec::from([$x, $x]);",
    ],
    any: &[
        "$v.push($x);",
        "$v.insert($n.min($v.len()), $x);",
        "println!(\"{:?}\", $v.pop());",
        "println!(\"{:?}\", $v.drain(..$n.min($v.len())).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.drain($n.min($v.len())..).next_back());",
        "drop($v.drain(1.min($v.len())..2.min($v.len())));",
        "$v.retain($p);",
        "$v.truncate($n);",
        "$v.dedup();",
        "$v.dedup_by_key(|e| ($m)(&*e));",
        "println!(\"{:?}\", $v.windows($n.max(1)).map(|w| w[0] == w[w.len() - 1]).collect::<Vec<_>>());",
        "for part in $v.chunks($n.max(1)) { println!(\"{part:?}\"); }",
        "for part in $v.rchunks($n.max(1)) { println!(\"{part:?}\"); }",
        "println!(\"{:?} {:?}\", $v.chunks_exact($n.max(1)).len(), $v.chunks_exact(2).remainder());",
        "println!(\"{:?}\", $v.split($p).map(<[_]>::len).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.splitn($n, $p).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.rsplit($p).next());",
        "println!(\"{:?}\", $v.chunk_by(|a, b| a == b).map(<[_]>::len).collect::<Vec<_>>());",
        "$v.sort_by_key(|e| format!(\"{e:?}\").len());",
        "$v.sort_by_cached_key(|e| format!(\"{e:?}\").len());",
        "println!(\"{:?}\", $v.split_off($n.min($v.len())));",
        "$v.extend_from_slice(&[$x, $x]);",
        "let mut more = vec![$x]; $v.append(&mut more); println!(\"{}\", more.len());",
        "$v.resize($n, $x);",
        "$v.extend(Some($x));",
        "$v.reverse();",
        "if !$v.is_empty() { println!(\"{:?}\", $v.swap_remove($n % $v.len())); }",
        "if !$v.is_empty() { println!(\"{:?}\", $v.remove($n % $v.len())); }",
        "if !$v.is_empty() { let by = $n % $v.len(); $v.rotate_left(by); }",
        "if $v.len() > 1 { let last = $v.len() - 1; $v.swap(0, last); }",
        "if $v.len() > $n { $v[$n] = $x; }",
        "println!(\"{:?}\", $v.iter().position($p));",
        "println!(\"{:?}\", $v.contains(&$x));",
        "println!(\"{:?} {:?}\", $v.starts_with(&[$x]), $v.ends_with(&[]));",
        "println!(\"{:?}\", $v.split_first());",
        "println!(\"{:?}\", $v.split_last().map(|(last, rest)| (last, rest.len())));",
        "println!(\"{:?}\", $v.get($n..));",
        "println!(\"{:?}\", $v.split_at($n.min($v.len())).1);",
        "if let [first, .., last] = $v.as_slice() { println!(\"{first:?} {last:?}\"); }",
        "if let [first, rest @ ..] = &mut $v[..] { *first = $x; println!(\"{}\", rest.len()); }",
        "match &$v[..] { [] => println!(\"none\"), [one] => println!(\"{one:?}\"), [.., a, b] => println!(\"{a:?} {b:?}\") }",
        "let [a, b, ..] = &$v[..] else { println!(\"short\"); break; }; println!(\"{}\", a == b);",
        "$v.fill($x);",
        "$v.iter_mut().for_each(|e| *e = $x);",
        "for e in $v.iter_mut().rev().step_by(2) { println!(\"{:?}\", std::mem::replace(e, $x)); }",
        "if let Some(e) = $v.first_mut() { std::mem::swap(e, &mut { $x }); }",
        "let mut taken = $v.clone().into_iter(); println!(\"{:?} {:?}\", taken.next(), taken.next_back()); drop(taken);",
        "$v = $v.iter().filter(|e| ($p)(*e)).cloned().collect();",
        "println!(\"{:?}\", std::mem::take(&mut $v));",
        "println!(\"{:?}\", $v.iter().map($m).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.iter().max_by_key(|e| ($m)(*e)));",
        "println!(\"{}\", $v[$n..].len());",
        "$v.clear();",
        "println!(\"{:?}\", $v.iter().rev().skip($n).collect::<Vec<_>>());",
        "$v.clone_from(&vec![$x]);",
        "println!(\"{:?}\", $v.clone().into_boxed_slice());",
        "println!(\"{:?}\", <[$T; 2]>::try_from($v.clone()).is_ok());",
        "$v.resize_with($n, || $x);",
        "println!(\"{:?}\", $v.pop_if(|e| ($p)(&*e)));",
        "println!(\"{:?}\", $v == vec![$x]);",
        "println!(\"{:?}\", $v.partial_cmp(&vec![$x, $x]));",
    ],
    ordered: &[
        "$v.sort();",
        "$v.sort_unstable();",
        "$v.sort_by(|a, b| b.cmp(a));",
        "$v.sort_unstable_by_key(|e| std::cmp::Reverse(format!(\"{e:?}\")));",
        "println!(\"{:?}\", { $v.sort(); $v.binary_search(&$x).is_ok() });",
        "println!(\"{:?}\", $v.partition_point(|e| *e < $x));",
        "println!(\"{:?} {:?}\", $v.iter().max(), $v.iter().min());",
        "println!(\"{:?}\", $v.is_sorted());",
        "println!(\"{:?}\", $v.iter().cmp([$x].iter()));",
    ],
    shown: "println!(\"{:?}\", $v);",
    elements: Elements::Any,
};

const DEQUE: Kind = Kind {
    made: &[
        "let mut $v = std::collections::VecDeque::<$T>::new();",
        "let mut $v: std::collections::VecDeque<$T> = [$x, $x].into_iter().collect();",
        "let mut $v = std::collections::VecDeque::from(vec![$x, $x, $x]);",
    ],
    any: &[
        "$v.push_back($x);",
        "$v.push_front($x);",
        "$v.push_front($x);",
        "println!(\"{:?}\", $v.pop_front());",
        "println!(\"{:?}\", $v.pop_back());",
        "println!(\"{:?} {:?}\", $v.front(), $v.back());",
        "if let Some(e) = $v.front_mut() { *e = $x; }",
        "$v.extend([$x, $x]);",
        "$v.insert($n.min($v.len()), $x);",
        "println!(\"{:?}\", $v.remove($n));",
        "if !$v.is_empty() { let by = $n % $v.len(); $v.rotate_left(by); }",
        "if !$v.is_empty() { let by = $n % $v.len(); $v.rotate_right(by); }",
        "println!(\"{:?}\", $v.make_contiguous().len());",
        "$v.retain($p);",
        "$v.truncate($n);",
        "println!(\"{:?}\", $v.drain(..$n.min($v.len())).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.drain(1.min($v.len())..).next_back());",
        "println!(\"{:?}\", $v.split_off($n.min($v.len())));",
        "println!(\"{:?}\", $v.iter().rev().map($m).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.contains(&$x));",
        "println!(\"{:?} {:?}\", $v.get($n), $v.len());",
        "if $v.len() > 1 { $v.swap(0, 1); }",
        "println!(\"{:?}\", $v.swap_remove_back($n));",
        "println!(\"{:?}\", $v.swap_remove_front($n));",
        "$v.resize($n, $x);",
        "for e in &mut $v { *e = $x; }",
        "for e in $v.range_mut(..$v.len().min(2)) { println!(\"{:?}\", std::mem::replace(e, $x)); }",
        "if $v.len() > $n { println!(\"{:?}\", $v[$n]); }",
        "println!(\"{:?}\", $v == std::collections::VecDeque::from([$x]));",
        "println!(\"{:?}\", Vec::from($v.clone()));",
        "$v.append(&mut std::collections::VecDeque::from([$x]));",
    ],
    ordered: &["$v.make_contiguous().sort();", "println!(\"{:?}\", $v.iter().max());"],
    shown: "println!(\"{:?}\", $v);",
    elements: Elements::Any,
};

const TREE_MAP: Kind = Kind {
    made: &[
        "let mut $v = std::collections::BTreeMap::<$K, $T>::new();",
        "let mut $v = std::collections::BTreeMap::from([($k, $x), ($k, $x), ($k, $x)]);",
        "let mut $v: std::collections::BTreeMap<$K, $T> = vec![($k, $x), ($k, $x)].into_iter().collect();",
    ],
    any: &[
        "println!(\"{:?}\", $v.insert($k, $x));",
        "println!(\"{:?}\", $v.insert($k, $x));",
        "println!(\"{:?}\", $v.remove(&$k));",
        "println!(\"{:?}\", $v.get(&$k));",
        "if let Some(e) = $v.get_mut(&$k) { *e = $x; }",
        "println!(\"{:?}\", $v.entry($k).or_insert($x));",
        "println!(\"{:?}\", $v.entry($k).or_insert_with(|| $x));",
        "$v.entry($k).and_modify(|e| *e = $x).or_insert($x);",
        "match $v.entry($k) { std::collections::btree_map::Entry::Occupied(e) => println!(\"{:?}\", e.remove()), std::collections::btree_map::Entry::Vacant(e) => println!(\"{:?}\", e.insert($x)) }",
        "println!(\"{:?} {:?}\", $v.first_key_value(), $v.last_key_value());",
        "println!(\"{:?}\", $v.pop_first());",
        "println!(\"{:?}\", $v.pop_last());",
        "println!(\"{:?}\", $v.range($k..).map(|(k, _)| k).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.range(..=$k).next_back());",
        "$v.retain(|k, e| ($q)(k) || ($p)(&*e));",
        "for (k, e) in &mut $v { println!(\"{k:?}\"); *e = $x; }",
        "for e in $v.values_mut() { *e = $x; }",
        "println!(\"{:?} {:?}\", $v.keys().rev().collect::<Vec<_>>(), $v.len());",
        "println!(\"{:?}\", $v.values().map($m).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.contains_key(&$k));",
        "println!(\"{:?}\", $v.clone().into_values().collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.split_off(&$k));",
        "$v.extend([($k, $x)]);",
        "$v.append(&mut std::collections::BTreeMap::from([($k, $x)]));",
        "println!(\"{:?}\", $v.iter().rev().find(|(k, _)| ($q)(*k)));",
        "let mut taken = $v.clone().into_iter(); println!(\"{:?} {:?}\", taken.next(), taken.next_back()); drop(taken);",
        "if $v.contains_key(&$k) { println!(\"{:?}\", $v[&$k]); }",
        "if let Some(e) = $v.first_entry() { println!(\"{:?}\", e.remove_entry()); }",
        "println!(\"{:#?}\", $v);",
        "$v.clear();",
    ],
    ordered: &[
        "println!(\"{:?}\", $v.values().max());",
        "println!(\"{:?}\", $v.cmp(&std::collections::BTreeMap::new()));",
    ],
    shown: "println!(\"{:?}\", $v);",
    elements: Elements::OrderedKeys,
};

const HASH_MAP: Kind = Kind {
    made: &[
        "let mut $v = std::collections::HashMap::<$K, $T>::new();",
        "let mut $v = std::collections::HashMap::from([($k, $x), ($k, $x), ($k, $x)]);",
        "let mut $v: std::collections::HashMap<$K, $T> = vec![($k, $x), ($k, $x)].into_iter().collect();",
    ],
    any: &[
        "println!(\"{:?}\", $v.insert($k, $x));",
        "println!(\"{:?}\", $v.insert($k, $x));",
        "println!(\"{:?}\", $v.remove(&$k));",
        "println!(\"{:?}\", $v.get(&$k));",
        "if let Some(e) = $v.get_mut(&$k) { *e = $x; }",
        "println!(\"{:?}\", $v.entry($k).or_insert($x));",
        "println!(\"{:?}\", $v.entry($k).or_insert_with_key(|_| $x));",
        "$v.entry($k).and_modify(|e| *e = $x).or_insert($x);",
        "match $v.entry($k) { std::collections::hash_map::Entry::Occupied(mut e) => println!(\"{:?}\", e.insert($x)), std::collections::hash_map::Entry::Vacant(e) => println!(\"{:?}\", e.key()) }",
        "$v.retain(|k, _| ($r)(k));",
        "for e in $v.values_mut() { *e = $x; }",
        "println!(\"{:?} {:?}\", $v.contains_key(&$k), $v.len());",
        "println!(\"{:?}\", $v.iter().filter(|(k, _)| ($r)(*k)).count());",
        "println!(\"{:?}\", $v.remove_entry(&$k));",
        "println!(\"{:?}\", $v.get_key_value(&$k));",
        "$v.extend([($k, $x)]);",
        "println!(\"{:?}\", $v == std::collections::HashMap::from([($k, $x)]));",
        "println!(\"{}\", $v.drain().count());",
    ],
    ordered: &["println!(\"{:?}\", { let mut all: Vec<_> = $v.values().collect(); all.sort(); all });"],
    shown: "println!(\"{:?}\", $v.iter().collect::<std::collections::BTreeMap<_, _>>());",
    elements: Elements::SilentKeys,
};

const TREE_SET: Kind = Kind {
    made: &[
        "let mut $v = std::collections::BTreeSet::<$T>::new();",
        "let mut $v = std::collections::BTreeSet::from([$x, $x, $x]);",
        "let mut $v: std::collections::BTreeSet<$T> = vec![$x, $x, $x, $x].into_iter().collect();",
    ],
    any: &[
        "println!(\"{:?}\", $v.insert($x));",
        "println!(\"{:?}\", $v.replace($x));",
        "println!(\"{:?}\", $v.remove(&$x));",
        "println!(\"{:?}\", $v.take(&$x));",
        "println!(\"{:?} {:?}\", $v.first(), $v.last());",
        "println!(\"{:?}\", $v.pop_first());",
        "println!(\"{:?}\", $v.range($x..).collect::<Vec<_>>());",
        "$v.retain($p);",
        "println!(\"{:?}\", $v.union(&std::collections::BTreeSet::from([$x, $x])).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.difference(&[$x].into()).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.symmetric_difference(&[$x, $x].into()).count());",
        "println!(\"{:?}\", $v.intersection(&[$x, $x].into()).next());",
        "println!(\"{:?}\", $v.is_subset(&[$x].into()));",
        "println!(\"{:?}\", $v.iter().rev().map($m).collect::<Vec<_>>());",
        "println!(\"{:?}\", &$v - &std::collections::BTreeSet::from([$x]));",
        "$v.extend([$x, $x]);",
        "println!(\"{:?}\", $v.split_off(&$x));",
        "println!(\"{:?}\", $v.contains(&$x));",
    ],
    ordered: &["println!(\"{:?}\", $v.cmp(&std::collections::BTreeSet::from([$x])));"],
    shown: "println!(\"{:?}\", $v);",
    elements: Elements::Ordered,
};

const HASH_SET: Kind = Kind {
    made: &[
        "let mut $v = std::collections::HashSet::<$T>::new();",
        "let mut $v = std::collections::HashSet::from([$x, $x, $x]);",
        "let mut $v: std::collections::HashSet<$T> = vec![$x, $x, $x, $x].into_iter().collect();",
    ],
    any: &[
        "println!(\"{:?}\", $v.insert($x));",
        "println!(\"{:?}\", $v.replace($x));",
        "println!(\"{:?}\", $v.remove(&$x));",
        "println!(\"{:?}\", $v.take(&$x));",
        "$v.retain($r);",
        "println!(\"{:?}\", $v.union(&[$x, $x].into()).count());",
        "println!(\"{:?}\", $v.difference(&[$x].into()).count());",
        "println!(\"{:?}\", $v.symmetric_difference(&[$x, $x].into()).count());",
        "println!(\"{:?}\", $v.intersection(&[$x, $x].into()).count());",
        "println!(\"{:?}\", $v.is_disjoint(&[$x].into()));",
        "println!(\"{:?}\", $v == [$x, $x].into());",
        "$v.extend([$x, $x]);",
        "println!(\"{:?} {}\", $v.contains(&$x), $v.len());",
        "println!(\"{:?}\", { let mut all: Vec<_> = $v.iter().cloned().collect(); all.sort(); all });",
    ],
    ordered: &["println!(\"{:?}\", $v.iter().max());"],
    shown: "println!(\"{:?}\", $v.iter().collect::<std::collections::BTreeSet<_>>());",
    elements: Elements::Silent,
};

const HEAP: Kind = Kind {
    made: &[
        "let mut $v = std::collections::BinaryHeap::<$T>::new();",
        "let mut $v = std::collections::BinaryHeap::from([$x, $x, $x]);",
        "let mut $v: std::collections::BinaryHeap<$T> = vec![$x, $x, $x, $x].into_iter().collect();",
    ],
    any: &[
        "$v.push($x);",
        "$v.push($x);",
        "println!(\"{:?}\", $v.pop());",
        "println!(\"{:?}\", $v.peek());",
        "if let Some(mut top) = $v.peek_mut() { *top = $x; }",
        "if let Some(top) = $v.peek_mut() { println!(\"{:?}\", std::collections::binary_heap::PeekMut::pop(top)); }",
        "println!(\"{:?}\", $v.clone().into_sorted_vec());",
        "println!(\"{:?}\", $v.iter().map($m).max());",
        "$v.extend(vec![$x, $x]);",
        "$v.append(&mut std::collections::BinaryHeap::from(vec![$x, $x]));",
        "$v.retain($p);",
        "println!(\"{:?} {:?}\", $v.len(), $v.clone().into_vec());",
        "println!(\"{}\", $v.drain().count());",
        "while let Some(top) = $v.pop() { println!(\"{top:?}\"); }",
    ],
    ordered: &[],
    shown: "println!(\"{:?}\", $v.into_sorted_vec());",
    elements: Elements::Ordered,
};

const STRING: Kind = Kind {
    made: &[
        "let mut $v = String::from($s);",
        "let mut $v = format!(\"{}-{:?}\", $s, $x);",
        "let mut $v = [$s, $s].concat();",
        "let mut $v: String = [$h, $h, $h].iter().collect();",
        "let mut $v = vec![$s, $s, $s].join($s);",
    ],
    any: &[
        "$v.push_str($s);",
        "$v.push($h);",
        "$v += $s;",
        "$v.insert(0, $h);",
        "$v.insert_str($v.char_indices().nth($n).map_or($v.len(), |(at, _)| at), $s);",
        "println!(\"{:?}\", $v.pop());",
        "if !$v.is_empty() { println!(\"{:?}\", $v.remove(0)); }",
        "$v.retain(|c| c != $h);",
        "$v = $v.replace($h, $s);",
        "$v = $v.replacen($s, \"<>\", $n);",
        "println!(\"{:?}\", $v.split($h).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.split($s).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.rsplit($h).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.splitn($n, $h).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.split_terminator(char::is_whitespace).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.split_inclusive($h).rev().collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.split_whitespace().rev().collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.split([$h, $h]).map(str::len).collect::<Vec<_>>());",
        "println!(\"{:?} {:?}\", $v.split_once($h), $v.rsplit_once($s));",
        "println!(\"{:?} {:?}\", $v.find($h), $v.rfind($s));",
        "println!(\"{:?}\", $v.find(|c: char| c.is_alphabetic()));",
        "println!(\"{:?}\", $v.match_indices($h).collect::<Vec<_>>());",
        "println!(\"{:?} {:?}\", $v.strip_prefix($s), $v.strip_suffix($h));",
        "println!(\"{:?} {:?}\", $v.trim(), $v.trim_end_matches($h));",
        "println!(\"{:?}\", $v.trim_matches(|c: char| !c.is_alphanumeric()));",
        "println!(\"{:?} {:?}\", $v.to_uppercase(), $v.to_lowercase());",
        "println!(\"{:?}\", $v.to_ascii_uppercase());",
        "println!(\"{:?}\", $v.chars().rev().collect::<String>());",
        "println!(\"{:?}\", $v.char_indices().skip($n).step_by(2).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.bytes().rev().take($n).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.lines().map(str::trim).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.parse::<i32>());",
        "println!(\"{:?} {:?}\", \"12\".parse::<u8>(), $v.parse::<f64>());",
        "println!(\"{:?} {:?} {:?}\", $v.parse::<bool>(), $v.parse::<char>(), \"-7\".parse::<i64>());",
        "println!(\"{:>12}|{:<12}|{:^12}|{:*^9.3}|\", $v, $v, $v, $v);",
        "println!(\"{:?}\", $v.chars().map(|c| c as u32).collect::<Vec<_>>());",
        "println!(\"{:?}\", $v.chars().filter(|c| !c.is_ascii()).map(|c| c.len_utf8()).sum::<usize>());",
        "println!(\"{} {:?}\", $v.len(), $v.is_char_boundary($n));",
        "println!(\"{:?}\", $v.get(..$n));",
        "println!(\"{:?}\", $v.drain(..$v.char_indices().nth(1).map_or(0, |(at, _)| at)).collect::<String>());",
        "$v.truncate($v.char_indices().nth($n).map_or($v.len(), |(at, _)| at));",
        "println!(\"{:?}\", $v.chars().all(char::is_alphanumeric));",
        "println!(\"{:?}\", $v.cmp(&String::from($s)));",
        "println!(\"{:?}\", $v.repeat($n));",
        "$v.extend([$s, $s]);",
        "$v.extend($s.chars().rev());",
        "println!(\"{:?}\", $v.chars().fold(7u32, |sum, c| sum.wrapping_mul(31).wrapping_add(c as u32)));",
        "println!(\"{:?}\", String::from_utf8_lossy($v.as_bytes().get(1..).unwrap_or(&[])));",
        "println!(\"{:?}\", std::str::from_utf8(&$v.as_bytes()[..$n.min($v.len())]).map(str::len));",
        "$v.make_ascii_uppercase();",
        "println!(\"{}\", &$v[$n..]);",
        "$v.replace_range(..$v.chars().next().map_or(0, char::len_utf8), $s);",
        "println!(\"{:?}\", $v.char_indices().map(|(at, c)| (c, at)).max());",
        "$v.clear();",
    ],
    ordered: &[],
    shown: "println!(\"{:?} {}\", $v, $v);",
    elements: Elements::Any,
};

const KINDS: [&Kind; 11] =
    [&VEC, &VEC, &VEC, &DEQUE, &TREE_MAP, &HASH_MAP, &TREE_SET, &HASH_SET, &HEAP, &STRING, &STRING];

impl Generator {
    /// A collection and what is done with it, in a block of its own.
    pub(super) fn collection(&mut self, out: &mut Vec<Node>) {
        let kind = *self.rng.pick(&KINDS);
        self.session(kind, out);
    }

    /// Something is made, and a few statements are about it.
    pub(super) fn session(&mut self, kind: &Kind, out: &mut Vec<Node>) {
        let element = match kind.elements {
            Elements::Any | Elements::OrderedKeys => self.types.any(&mut self.rng, 2),
            Elements::Ordered => self.ordered(true),
            Elements::Silent => self.ordered(false),
            Elements::SilentKeys => self.silent(),
        };
        let noisy = kind.elements == Elements::OrderedKeys && self.rng.chance(20);
        let key = self.ordered(noisy);
        let is_ordered = self.types.is_ord(&element);
        let subject = Subject { place: self.name("q"), element, key };
        let made = *self.rng.pick(kind.made);
        let mut body = vec![Node::line(self.fill(made, &subject))];
        for _ in 0..self.rng.within(2, 7) {
            let ordered = is_ordered && !kind.ordered.is_empty() && self.rng.chance(15);
            let template = *self.rng.pick(if ordered { kind.ordered } else { kind.any });
            body.push(Node::line(self.fill(template, &subject)));
            self.cost += 4 * self.times;
        }
        body.push(Node::line(self.fill(kind.shown, &subject)));
        out.push(Node::block("loop", {
            body.push(Node::line("break;"));
            body
        }));
    }

    /// A type with a total order.
    fn ordered(&mut self, noisy: bool) -> Ty {
        for _ in 0..10 {
            let ty = self.types.any(&mut self.rng, 1);
            if self.types.is_ord(&ty) && (noisy || !self.types.is_noisy(&ty)) {
                return ty;
            }
        }
        Ty::I32
    }

    /// A type whose values do not print when they are dropped.
    fn silent(&mut self) -> Ty {
        for _ in 0..10 {
            let ty = self.types.any(&mut self.rng, 1);
            if !self.types.is_noisy(&ty) {
                return ty;
            }
        }
        Ty::I32
    }
}
