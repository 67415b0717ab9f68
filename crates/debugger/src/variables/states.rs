//! Whether the parts of a function's variables have their values, at each of its bytecode instructions.

use serde::{Deserialize, Serialize};

/// What may be true of a part of a variable: a set.
pub type Set = u8;
/// It has not been given a value.
pub const UNSET: Set = 1;
/// It has its value.
pub const LIVE: Set = 2;
/// Its value has been moved elsewhere.
pub const MOVED: Set = 4;
/// Its value has been dropped.
pub const DROPPED: Set = 8;
/// The variable is there no more.
pub const ENDED: Set = 16;

/// What happens to a part of a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Change {
    /// It is there from now on, without a value.
    Declared,
    /// It is given a value.
    Given,
    /// Its value is moved elsewhere.
    Moved,
    /// Its value may be moved elsewhere.
    MaybeMoved,
    /// Its value, if it has one, is dropped.
    Dropped,
    /// It is there no more.
    Ended,
}

impl Change {
    /// What may be true after it, of what may have been true before.
    #[must_use]
    pub fn apply(self, set: Set) -> Set {
        match self {
            Self::Declared => UNSET,
            Self::Given => LIVE,
            Self::Moved => MOVED,
            Self::MaybeMoved => set | MOVED,
            Self::Dropped if set & LIVE != 0 => set & !LIVE | DROPPED,
            Self::Dropped => set,
            Self::Ended => ENDED,
        }
    }
}

/// What is known of the values of a function's variables at its bytecode instructions.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct States {
    /// The parts that are followed: of which local of the typed tree each is.
    pub parts: Vec<u32>,
    /// The blocks that have code, in its order.
    pub blocks: Vec<BlockStates>,
    /// For each `pc` from which on instructions belong to another item of the IR, where the next begin. Ascending.
    pub ends: Vec<(u32, u32)>,
}

/// What is known in a block.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BlockStates {
    /// Where it begins.
    pub pc: u32,
    /// What may be true of each part there; `None` where no way leads.
    pub entry: Option<Vec<Set>>,
    /// What happens in it, in order.
    pub marks: Vec<Mark>,
}

/// Something that happens.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mark {
    /// From this `pc` on it has happened.
    pub pc: u32,
    /// What.
    pub change: Change,
    /// To which parts, by their numbers.
    pub parts: Vec<u32>,
}

impl States {
    /// What may be true of each part before the instruction at `pc` is executed; with `under_way`, while the function waits for the
    /// call there. `None` if no way leads there.
    pub(super) fn at(&self, pc: u32, under_way: bool) -> Option<Vec<Set>> {
        let Some(index) = self.blocks.partition_point(|b| b.pc <= pc).checked_sub(1) else {
            // Parameters are being passed on.
            return Some(vec![UNSET; self.parts.len()]);
        };
        let block = &self.blocks[index];
        let mut state = block.entry.clone()?;
        state.resize(self.parts.len(), UNSET);
        let item = self.ends.partition_point(|&(start, _)| start <= pc).checked_sub(1);
        let end = item.map_or(pc, |index| self.ends[index].1);
        for mark in &block.marks {
            // What a call drops is not there any more once it has begun.
            if mark.pc <= pc || under_way && mark.pc <= end && mark.change == Change::Dropped {
                for &part in &mark.parts {
                    if let Some(set) = state.get_mut(part as usize) {
                        *set = mark.change.apply(*set);
                    }
                }
            }
        }
        Some(state)
    }

    /// What may be true of the parts of a local of the typed tree.
    pub(super) fn of_local(&self, local: u32, now: &[Set]) -> impl Iterator<Item = Set> {
        self.parts.iter().zip(now).filter(move |(of, _)| **of == local).map(|(_, set)| *set)
    }
}
