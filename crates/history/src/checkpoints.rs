//! Checkpoints of a run: how many, how far apart, and which is the best to start from.

use crate::log::Cursor;
use stair_vm::Snapshot;
use std::collections::VecDeque;

/// How many bytes all checkpoints of a run take together.
pub const MAX_CHECKPOINT_BYTES: usize = 64 << 20;

/// How many instructions apart checkpoints are at first: what the VM runs in a few milliseconds.
const FIRST_INTERVAL: u64 = 1 << 20;
/// For so many bytes of memory one instruction more lies between two checkpoints: comparing memory is to take less time
/// than running the program.
const BYTES_PER_STEP: u64 = 8;
/// How many checkpoints near to what was looked at last are kept.
const MAX_NEAR: usize = 4;

/// A moment of the run to start from.
#[derive(Clone, Debug)]
pub(crate) struct Checkpoint {
    pub(crate) snapshot: Snapshot,
    pub(crate) cursor: Cursor,
}

/// The checkpoints of a run.
#[derive(Debug, Default)]
pub(crate) struct Checkpoints {
    /// At every multiple of the interval, as far as the run is recorded; the first is the beginning.
    regular: Vec<Checkpoint>,
    /// Where somebody looked last, the newest at the end.
    near: VecDeque<Checkpoint>,
    /// Instructions from one regular checkpoint to the next; 0: not known yet.
    interval: u64,
    /// Bytes of the regular ones, and of those that are near.
    size: usize,
    near_size: usize,
}

impl Checkpoints {
    /// When the next regular one is due; `None` if there is no room for any but the first.
    pub(crate) fn next(&self) -> Option<u64> {
        self.regular.last().map_or(Some(0), |last| last.snapshot.steps().checked_add(self.interval))
    }

    /// How many regular ones there are, and how many bytes all take.
    pub(crate) fn cost(&self) -> (usize, usize) {
        (self.regular.len(), self.size + self.near_size)
    }

    /// The newest regular one: what the next probably shares most with.
    pub(crate) fn newest(&self) -> Option<&Snapshot> {
        self.regular.last().map(|checkpoint| &checkpoint.snapshot)
    }

    /// Add the regular one that is due.
    pub(crate) fn add(&mut self, checkpoint: Checkpoint, memory_bytes: u64) {
        self.size += checkpoint.snapshot.size_beyond(self.newest());
        self.regular.push(checkpoint);
        let wanted = (memory_bytes / BYTES_PER_STEP).max(FIRST_INTERVAL).next_power_of_two();
        while self.interval < wanted || (self.size > MAX_CHECKPOINT_BYTES && self.regular.len() > 1) {
            self.thin();
        }
    }

    /// Double the interval, giving every second one up.
    fn thin(&mut self) {
        self.interval = match self.interval {
            0 => FIRST_INTERVAL,
            // Where two take too much, the beginning must do: a program like this goes on using as much memory.
            _ if self.regular.len() == 2 && self.size > MAX_CHECKPOINT_BYTES => u64::MAX,
            interval => interval.saturating_mul(2),
        };
        let mut index = 0;
        self.regular.retain(|_| {
            index += 1;
            index % 2 == 1
        });
        self.size = 0;
        let mut older = None;
        for checkpoint in &self.regular {
            self.size += checkpoint.snapshot.size_beyond(older);
            older = Some(&checkpoint.snapshot);
        }
        self.near.clear();
        self.near_size = 0;
    }

    /// Keep a checkpoint near to what is looked at now.
    pub(crate) fn add_near(&mut self, checkpoint: Checkpoint) {
        self.near.push_back(checkpoint);
        loop {
            self.near_size =
                self.near.iter().map(|c| c.snapshot.size_beyond(self.regular_before(c.snapshot.steps()))).sum();
            if self.near.len() <= MAX_NEAR && self.size + self.near_size <= MAX_CHECKPOINT_BYTES {
                break;
            }
            if self.near.pop_front().is_none() {
                break;
            }
        }
    }

    /// The last regular one that is not after a moment.
    pub(crate) fn regular_before(&self, step: u64) -> Option<&Snapshot> {
        let after = self.regular.partition_point(|c| c.snapshot.steps() <= step);
        Some(&self.regular.get(after.checked_sub(1)?)?.snapshot)
    }

    /// The last of all that is not after a moment.
    pub(crate) fn before(&self, step: u64) -> Option<&Checkpoint> {
        let after = self.regular.partition_point(|c| c.snapshot.steps() <= step);
        let regular = after.checked_sub(1).and_then(|index| self.regular.get(index));
        let near = self.near.iter().filter(|c| c.snapshot.steps() <= step);
        regular.into_iter().chain(near).max_by_key(|c| c.snapshot.steps())
    }
}
