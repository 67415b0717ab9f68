//! Which functions of two programs are set beside each other.

use super::words::Words;
use crate::view::Doc;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How much two functions of different names must have in common to be set beside each other, where there are several to choose
/// from: this part of their lines.
const LEAST_ALIKE: f64 = 0.25;

/// The stretches of lines to be aligned with each other, in the order of the left program; one of the two can be empty. What
/// stands before the functions goes with what stands before them, and so behind them.
pub(super) fn pair(docs: [&Doc; 2], lines: &[Vec<Words>; 2]) -> Vec<[Range<usize>; 2]> {
    let parts = [0, 1].map(|side| Parts::of(docs[side], lines[side].len()));
    let partners = partners(docs, &parts, lines);
    let [left, right] = &parts;
    let mut pairs = vec![[left.front.clone(), right.front.clone()]];
    let mut is_paired = vec![false; right.functions.len()];
    partners.iter().flatten().for_each(|&partner| is_paired[partner] = true);
    // What only the right program has comes where it stands there: behind the partner of the one before.
    let only_right = |from: usize, pairs: &mut Vec<[Range<usize>; 2]>| {
        let end = left.front.end;
        let alone = (from..right.functions.len()).take_while(|&index| !is_paired[index]);
        pairs.extend(alone.map(|index| [end..end, right.functions[index].clone()]));
    };
    only_right(0, &mut pairs);
    for (index, function) in left.functions.iter().enumerate() {
        match partners[index] {
            Some(partner) => {
                pairs.push([function.clone(), right.functions[partner].clone()]);
                only_right(partner + 1, &mut pairs);
            }
            None => pairs.push([function.clone(), right.front.end..right.front.end]),
        }
    }
    pairs.push([left.back.clone(), right.back.clone()]);
    pairs.retain(|pair| pair.iter().any(|range| !range.is_empty()));
    pairs
}

/// A document's lines: before, in and behind its functions. What is between two functions belongs to the first.
struct Parts {
    front: Range<usize>,
    functions: Vec<Range<usize>>,
    back: Range<usize>,
}

impl Parts {
    fn of(doc: &Doc, len: usize) -> Self {
        let starts: Vec<usize> = doc.functions.iter().map(|function| function.lines.start as usize).collect();
        let last = doc.functions.last().map_or(len, |function| function.lines.end as usize);
        let ends = starts.iter().skip(1).copied().chain([last]);
        Self {
            front: 0..starts.first().copied().unwrap_or(len),
            functions: starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect(),
            back: last..len,
        }
    }
}

/// For each function of the left program its partner in the right one: that of the same name, or else, of those that have no
/// partner yet, the one that has most in common with it. The last two that are left over are two ways to do the same.
fn partners(docs: [&Doc; 2], parts: &[Parts; 2], lines: &[Vec<Words>; 2]) -> Vec<Option<usize>> {
    let name = |side: usize, index: usize| docs[side].functions[index].name.as_str();
    let count = [parts[0].functions.len(), parts[1].functions.len()];
    let mut partners = vec![None; count[0]];
    // Generated functions can share a name: the first goes with the first.
    let mut by_name: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    (0..count[1]).rev().for_each(|index| by_name.entry(name(1, index)).or_default().push(index));
    for (index, partner) in partners.iter_mut().enumerate() {
        *partner = by_name.get_mut(name(0, index)).and_then(Vec::pop);
    }
    let mut left: Vec<usize> = (0..count[0]).filter(|&index| partners[index].is_none()).collect();
    let mut right: Vec<usize> = by_name.into_values().flatten().collect();
    right.sort_unstable();

    let keys = |side: usize, indices: &[usize]| -> Vec<FxHashMap<u32, u32>> {
        let of = |&index: &usize| counted(&lines[side][parts[side].functions[index].clone()]);
        indices.iter().map(of).collect()
    };
    let (left_keys, right_keys) = (keys(0, &left), keys(1, &right));
    let mut pairs = Vec::new();
    for (&l, l_keys) in left.iter().zip(&left_keys) {
        for (&r, r_keys) in right.iter().zip(&right_keys) {
            pairs.push((likeness(l_keys, r_keys), l, r));
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (likeness, l, r) in pairs {
        let is_free = left.contains(&l) && right.contains(&r);
        let are_last = left.len() == 1 && right.len() == 1;
        if is_free && (are_last || likeness >= LEAST_ALIKE) {
            partners[l] = Some(r);
            left.retain(|&index| index != l);
            right.retain(|&index| index != r);
        }
    }
    partners
}

/// How often each line occurs.
fn counted(lines: &[Words]) -> FxHashMap<u32, u32> {
    let mut counts = FxHashMap::default();
    for line in lines.iter().filter(|line| line.operation.is_some()) {
        *counts.entry(line.key).or_insert(0) += 1;
    }
    counts
}

/// The part of their lines that two functions have in common, from 0 to 1: Dice's coefficient of the two multisets.
fn likeness(left: &FxHashMap<u32, u32>, right: &FxHashMap<u32, u32>) -> f64 {
    let common: u32 = left.iter().map(|(key, &count)| count.min(right.get(key).copied().unwrap_or(0))).sum();
    let all: u32 = left.values().chain(right.values()).sum();
    if all == 0 { 1.0 } else { 2.0 * f64::from(common) / f64::from(all) }
}
