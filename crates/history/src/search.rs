//! Looking for a moment: the next one of some kind, or the last one.

use crate::history::History;
use stair_vm::{Stops, Vm};
use std::fmt;
use std::sync::Arc;

/// Forwards or backwards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// As the program runs.
    Forward,
    /// Against it.
    Back,
}

/// How a search stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Found {
    /// This moment is the one.
    At(u64),
    /// There is none.
    Nothing,
    /// It goes on; this part of what there is to look at, from 0 to 1, has been looked at.
    NotYet(f32),
}

/// How far back a search looks first. Each time that it finds nothing it looks [`FURTHER`] times as far.
const FIRST_LOOK: u64 = 1 << 12;
/// See [`FIRST_LOOK`].
const FURTHER: u64 = 4;

/// A search for a moment before or after another.
///
/// Backwards, the run is executed again from an earlier moment, and the last hit before the starting point counts; from a moment
/// earlier still if there is none.
pub struct Search {
    from: u64,
    direction: Direction,
    stops: Arc<Stops>,
    max_depth: usize,
    ask: Box<dyn FnMut(&Vm) -> bool>,
    /// Moments before this one have been looked at (backwards: from this one on).
    at: u64,
    /// Backwards: what is being looked at, and the last hit in it.
    look: Look,
}

/// A part of the run that a search backwards looks at.
struct Look {
    /// Its first moment, and the one after its last.
    first: u64,
    end: u64,
    /// How far it has been looked at; `None`: not at all.
    at: Option<u64>,
    hit: Option<u64>,
}

impl fmt::Debug for Search {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Search").field("from", &self.from).field("direction", &self.direction).finish_non_exhaustive()
    }
}

impl Search {
    /// A search from a moment on, that moment excepted: for one before an instruction of `stops` at which no more than
    /// `max_depth` functions are running and `ask` agrees. `ask` must answer by what it is shown alone.
    #[must_use]
    pub fn new(
        from: u64,
        direction: Direction,
        stops: Arc<Stops>,
        max_depth: usize,
        ask: Box<dyn FnMut(&Vm) -> bool>,
    ) -> Self {
        let look = Look { first: from.saturating_sub(FIRST_LOOK), end: from, at: None, hit: None };
        Self { from, direction, stops, max_depth, ask, at: from, look }
    }

    /// Go on with the search, executing about `budget` instructions at most. Moves the machine of the history.
    pub fn advance(&mut self, history: &mut History, budget: u64) -> Found {
        match self.direction {
            Direction::Forward => self.forward(history, budget),
            Direction::Back => self.back(history, budget),
        }
    }

    fn forward(&mut self, history: &mut History, budget: u64) -> Found {
        let last = history.last();
        let part = |at: u64| (at.saturating_sub(self.from)) as f32 / (last.saturating_sub(self.from)).max(1) as f32;
        if self.at >= last {
            return Found::Nothing;
        }
        if !history.seek_within(self.at, budget) {
            return Found::NotYet(part(self.at));
        }
        let goal = self.at.saturating_add(budget).min(last);
        let found = history.replay_to(goal, &self.stops, self.max_depth, &mut *self.ask);
        self.at = history.vm().steps();
        match found {
            true => Found::At(self.at),
            false if self.at >= last => Found::Nothing,
            false => Found::NotYet(part(self.at)),
        }
    }

    fn back(&mut self, history: &mut History, budget: u64) -> Found {
        let Self { from, stops, max_depth, ask, look, .. } = self;
        let from = *from;
        if look.end == 0 {
            return Found::Nothing;
        }
        let at = match look.at {
            Some(at) => at,
            None => {
                if !history.seek_within(look.first, budget) {
                    return Found::NotYet((from - look.end) as f32 / from as f32);
                }
                let vm = history.vm();
                let (func, pc) = vm.position();
                if vm.depth() <= *max_depth && stops.contains(func, pc) && ask(vm) {
                    look.hit = Some(look.first);
                }
                look.first
            }
        };
        if !history.seek_within(at, budget) {
            return Found::NotYet((from - look.end) as f32 / from as f32);
        }
        let goal = at.saturating_add(budget).min(look.end - 1);
        let hit = &mut look.hit;
        history.replay_to(goal, stops, *max_depth, &mut |vm| {
            if ask(vm) {
                *hit = Some(vm.steps());
            }
            false
        });
        look.at = Some(goal);
        if goal + 1 == look.end {
            match look.hit {
                Some(hit) => return Found::At(hit),
                None if look.first == 0 => return Found::Nothing,
                None => {
                    let wide = (from - look.first).saturating_mul(FURTHER);
                    let first = look.first.saturating_sub(wide);
                    *look = Look { first, end: look.first, at: None, hit: None };
                }
            }
        }
        let looked = from - look.end + look.at.map_or(0, |at| at - look.first);
        Found::NotYet(looked as f32 / from as f32)
    }
}
