//! What lies outside of the frames and can be reached from them.

use crate::read::{Found, Reader, What};
use crate::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, VecDeque};

/// How many blocks are looked at.
pub const MAX_BLOCKS: usize = 2_000;

/// How memory is divided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Regions {
    /// Static data ends before this address.
    pub data_end: u64,
    /// Frames lie from here on.
    pub stack_low: u64,
    /// Frames end before this address.
    pub stack_high: u64,
    /// The heap begins here.
    pub heap_base: u64,
}

/// A block: on the heap, or static data.
#[derive(Clone, PartialEq, Debug)]
pub struct Block {
    /// Its first address.
    pub address: u64,
    /// How many bytes it takes, as far as its owner knows.
    pub size: u64,
    /// Whether it is on the heap.
    pub heap: bool,
    /// What is in it.
    pub value: Value,
    /// The way to it, from the variable that was met first: `main: v →`.
    pub path: String,
}

/// The blocks, and whether these are all.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Blocks {
    /// By ascending address; they do not overlap.
    pub blocks: Vec<Block>,
    /// Whether there are more than [`MAX_BLOCKS`].
    pub cut_off: bool,
}

/// The name under which a variable is the start of a way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Root<'a> {
    /// The function.
    pub function: &'a str,
    /// The variable.
    pub variable: &'a str,
}

impl std::fmt::Display for Root<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.function, self.variable)
    }
}

/// The blocks that the values which the reader has read lead to, directly or by way of others.
pub fn reachable(reader: &mut Reader<'_>, regions: Regions) -> Blocks {
    let mut queue: VecDeque<Found> = std::mem::take(&mut reader.found).into();
    let mut seen = BTreeSet::new();
    let mut found: Vec<(bool, Block)> = Vec::new();
    let mut cut_off = false;
    while let Some(next) = queue.pop_front() {
        let end = next.address + next.size;
        let heap = next.address >= regions.heap_base;
        if !heap && end > regions.data_end || !seen.insert((next.address, next.size, next.is_owned)) {
            continue;
        }
        // A reference into a block that is known says nothing new.
        let within = |block: &Block| block.address <= next.address && end <= block.address + block.size;
        if !next.is_owned && found.iter().any(|(_, block)| within(block)) {
            continue;
        }
        if found.len() == MAX_BLOCKS {
            cut_off = true;
            break;
        }
        let value = reader.block(&next);
        queue.extend(std::mem::take(&mut reader.found));
        let path = if heap { next.path.clone() } else { static_name(&next, &value) };
        found.push((next.is_owned, Block { address: next.address, size: next.size, heap, value, path }));
    }
    Blocks { blocks: apart(found), cut_off }
}

/// What people call a piece of static data.
fn static_name(found: &Found, value: &Value) -> String {
    match found.what {
        What::Plain(_) if value.text.starts_with('"') => format!("static {}", value.text),
        _ => format!("static {}", value.ty),
    }
}

/// Of blocks that overlap, the one that begins first; of those, the one that reaches furthest; of those, the owner's.
fn apart(mut found: Vec<(bool, Block)>) -> Vec<Block> {
    found.sort_by_key(|(is_owned, block)| (block.address, std::cmp::Reverse(block.size), !is_owned));
    let mut blocks: Vec<Block> = Vec::new();
    for (_, block) in found {
        match blocks.last() {
            Some(last) if block.address < last.address + last.size => {}
            _ => blocks.push(block),
        }
    }
    blocks
}
