//! Running until something: stopping before given instructions, or when a function has returned, at the speed of the fast
//! loop wherever nothing of the kind can happen.
//!
//! The fast loop has no check for it. Its code is copied, and the beginning of each *segment* (what runs from one place where
//! the loop can be entered to the next) in which there is something to stop at is made an instruction that leaves the
//! loop. The segment is then run by the stepping interpreter, which sees every bytecode instruction.

use crate::fast::{Exit, Return};
use crate::ins::Ins;
use crate::{Code, Status, Vm};
use stair_host::Host;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Instructions before which to stop.
#[derive(Clone, Debug)]
pub struct Stops {
    code: Arc<Code>,
    /// For each function the places of the instructions, ascending; `None` for all.
    wanted: Vec<Option<Vec<u32>>>,
    /// The register code with the beginnings of segments replaced, and which.
    ins: Vec<Ins>,
    replaced: Vec<u32>,
}

impl Stops {
    /// Stop where `wanted` says: given a function, the places of instructions in its code, ascending; `None` for every
    /// instruction.
    #[must_use]
    pub fn new(code: &Arc<Code>, wanted: impl Fn(u32) -> Option<Vec<u32>>) -> Self {
        let unit = &code.translated;
        let wanted: Vec<Option<Vec<u32>>> = (0..unit.funcs.len() as u32).map(wanted).collect();
        let mut replaced = BTreeSet::new();
        for (func, wanted) in unit.funcs.iter().zip(&wanted) {
            match wanted {
                None => replaced.extend(func.resume.iter().map(|r| r.1)),
                Some(wanted) => replaced.extend(wanted.iter().filter_map(|&pc| func.segment_of(pc)).map(|r| r.1)),
            }
        }
        // Where a segment is repeated within another, that is one to stop in, too.
        for repeat in &unit.repeats {
            if unit.funcs[repeat.func as usize].resume_at(repeat.of).is_some_and(|ins| replaced.contains(&ins)) {
                replaced.insert(repeat.within);
            }
        }
        let mut ins = unit.code.clone();
        for &at in &replaced {
            if let Some(ins) = ins.get_mut(at as usize) {
                *ins = Ins::Slow;
            }
        }
        Self { code: Arc::clone(code), wanted, ins, replaced: replaced.into_iter().collect() }
    }

    /// Whether to stop before this instruction.
    #[must_use]
    pub fn contains(&self, func: u32, pc: u32) -> bool {
        match self.wanted.get(func as usize) {
            Some(Some(wanted)) => wanted.binary_search(&pc).is_ok(),
            Some(None) => true,
            None => false,
        }
    }

    pub(crate) fn ins(&self) -> &[Ins] {
        &self.ins
    }

    /// Whether the register instruction here was replaced.
    pub(crate) fn replaces(&self, ins: u32) -> bool {
        self.replaced.binary_search(&ins).is_ok()
    }
}

/// Asked at each instruction of [`Stops`].
pub type Ask<'a> = &'a mut dyn FnMut(&Vm) -> bool;

impl Vm {
    /// Go on until `goal` instructions have run since the start of the program, until it ends, or until `ask` agrees to
    /// stop; that alone gives `true`. It is asked before each instruction of `stops` while no more than `max_depth`
    /// functions are running, the instruction that it begins with excepted.
    ///
    /// # Panics
    /// Never; if `stops` were made for other code than this run's it does not stop.
    pub fn run_to(&mut self, host: &mut dyn Host, goal: u64, stops: &Stops, max_depth: usize, ask: Ask<'_>) -> bool {
        let code = Arc::clone(&self.code);
        if !Arc::ptr_eq(&code, &stops.code) {
            self.run(host, goal.saturating_sub(self.steps));
            return false;
        }
        self.start(&code, host);
        let first = self.steps;
        let margin = u64::from(code.translated.longest);
        while self.end.is_none() && self.steps < goal {
            if self.state.depth > max_depth {
                self.run_out(host, goal, max_depth);
                continue;
            }
            if self.steps > first && stops.contains(self.func, self.pc) && ask(self) {
                return true;
            }
            let left = goal - self.steps;
            let start = code.translated.funcs[self.func as usize].resume_at(self.pc);
            match start.filter(|&start| left > margin && !stops.replaces(start)) {
                Some(start) => self.run_fast(&code, Some(stops), host, start, left - margin),
                None => self.step_once(&code, host, None),
            }
        }
        // The goal itself is a moment like any other.
        self.end.is_none()
            && self.steps > first
            && self.state.depth <= max_depth
            && stops.contains(self.func, self.pc)
            && ask(self)
    }

    /// Go on until no more than `max_depth` functions are running, until `goal` instructions have run, or until the end.
    pub fn run_out(&mut self, host: &mut dyn Host, goal: u64, max_depth: usize) -> Status {
        let code = Arc::clone(&self.code);
        self.start(&code, host);
        let margin = u64::from(code.translated.longest);
        while self.end.is_none() && self.steps < goal && self.state.depth > max_depth {
            let left = goal - self.steps;
            let start = code.translated.funcs[self.func as usize].resume_at(self.pc).filter(|_| left > margin);
            let to = self.state.returns.get(max_depth).map_or(Return::BOTTOM, |ret| ret.pc);
            match start {
                // A panic's handler does not return, so there is nothing to wait for.
                Some(start) if to & Return::HANDLER == 0 => {
                    self.state.returns[max_depth].pc = Return::OUT;
                    let exit = self.run_loop(&code, None, start, left - margin);
                    self.state.returns[max_depth].pc = to;
                    let has_returned = exit.1 == Return::OUT as usize;
                    self.settle_exit(&code, None, host, if has_returned { (Exit::Budget, to as usize) } else { exit });
                }
                Some(start) => self.run_fast(&code, None, host, start, left - margin),
                None => self.step_once(&code, host, None),
            }
        }
        self.status()
    }
}
