//! How often each instruction of a recorded run was executed.

use crate::history::History;
use stair_vm::Stops;

/// Counts of all instructions, of the moments looked at so far.
#[derive(Clone, Debug)]
pub struct Profile {
    stops: Stops,
    /// For each function, for each byte of its code: how often the instruction that begins there was executed.
    counts: Vec<Vec<u64>>,
    /// The moments before this one are counted.
    at: u64,
}

impl Profile {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(history: &History) -> Self {
        let code = history.vm().code();
        let counts = code.verified().program().funcs.iter().map(|func| vec![0; func.code.len()]).collect();
        Self { stops: Stops::new(code, |_| None), counts, at: 0 }
    }

    /// Count further, `budget` instructions at most; `true` when all that is recorded is counted. Moves the machine of the
    /// history.
    pub fn advance(&mut self, history: &mut History, budget: u64) -> bool {
        let end = history.recorded().steps;
        if self.at >= end {
            return true;
        }
        if !history.seek_within(self.at, budget) {
            return false;
        }
        let Self { stops, counts, at } = self;
        let mut count = |(func, pc): (u32, u32)| {
            if let Some(count) = counts.get_mut(func as usize).and_then(|counts| counts.get_mut(pc as usize)) {
                *count += 1;
            }
        };
        count(history.vm().position());
        // The search does not ask about the moment that it begins with, and the one that it ends with belongs to the next.
        let goal = at.saturating_add(budget).min(end);
        history.replay_to(goal, stops, usize::MAX, &mut |vm| {
            if vm.steps() < goal {
                count(vm.position());
            }
            false
        });
        *at = goal;
        goal == end
    }

    /// How many instructions are counted.
    #[must_use]
    pub fn counted(&self) -> u64 {
        self.at
    }

    /// How often an instruction was executed.
    #[must_use]
    pub fn count(&self, func: u32, pc: u32) -> u64 {
        self.counts.get(func as usize).and_then(|counts| counts.get(pc as usize)).copied().unwrap_or(0)
    }

    /// How many instructions of a function were executed.
    #[must_use]
    pub fn in_function(&self, func: u32) -> u64 {
        self.counts.get(func as usize).map_or(0, |counts| counts.iter().sum())
    }
}
