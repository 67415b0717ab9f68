//! One recorded run and the machine that walks in it.

use crate::checkpoints::{Checkpoint, Checkpoints};
use crate::log::{Cursor, Echo, Log};
use stair_host::Host;
use stair_vm::{Code, Limits, OutOfMemory, Status, Step, Stops, Vm};
use std::sync::Arc;

/// From how many instructions before a moment on a checkpoint near to it saves time: most people step back more than once.
const NEAR: u64 = 1 << 14;

/// After how many instructions to see at the latest whether there is room for more of the world's answers.
const SPELL: u64 = 1 << 20;

/// How far a run is recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Recorded {
    /// How many instructions.
    pub steps: u64,
    /// The exit code, if the program has ended.
    pub exit_code: Option<i32>,
    /// Whether it cannot be recorded further: the world's answers have become too many.
    pub is_full: bool,
}

/// One run: recorded so far, and at one of its moments.
#[derive(Debug)]
pub struct History {
    vm: Vm,
    log: Log,
    /// How much of the log is behind the moment that the machine is at.
    cursor: Cursor,
    checkpoints: Checkpoints,
    recorded: Recorded,
}

impl History {
    /// A run of which nothing is recorded yet.
    ///
    /// # Errors
    /// Where there is not enough memory for the program's.
    pub fn new(code: Arc<Code>, limits: Limits) -> Result<Self, OutOfMemory> {
        Ok(Self {
            vm: Vm::new(code, limits)?,
            log: Log::default(),
            cursor: Cursor::default(),
            checkpoints: Checkpoints::default(),
            recorded: Recorded { steps: 0, exit_code: None, is_full: false },
        })
    }

    /// Record further, for `steps` instructions at most. The machine is then where the recording ends.
    pub fn record(&mut self, world: &mut dyn Host, steps: u64) -> Recorded {
        self.seek(self.recorded.steps);
        let goal = self.recorded.steps.saturating_add(steps);
        if self.recorded.steps == 0 {
            // The entry gets its frame, which belongs to the first moment already.
            let mut world = Echo { log: &mut self.log, cursor: &mut self.cursor, world: Some(&mut *world) };
            self.vm.run(&mut world, 0);
        }
        while self.recorded.exit_code.is_none() && self.vm.steps() < goal && !self.log.is_full() {
            let due = self.checkpoints.next();
            if due.is_some_and(|due| due <= self.vm.steps()) {
                let memory = self.vm.memory().len() as u64;
                let snapshot = self.vm.snapshot(self.checkpoints.newest());
                self.checkpoints.add(Checkpoint { snapshot, cursor: self.cursor }, memory);
                continue;
            }
            let stop = due.map_or(goal, |due| due.min(goal)).min(self.vm.steps() + SPELL);
            let mut world = Echo { log: &mut self.log, cursor: &mut self.cursor, world: Some(&mut *world) };
            if let Status::Exited(code) = self.vm.run(&mut world, stop - self.vm.steps()) {
                self.recorded.exit_code = Some(code);
            }
            self.recorded.steps = self.vm.steps();
        }
        self.recorded.is_full = self.log.is_full();
        self.recorded
    }

    /// How far the run is recorded.
    #[must_use]
    pub fn recorded(&self) -> Recorded {
        self.recorded
    }

    /// The last moment: after the end of the program, or else before the last instruction recorded, so that there is an
    /// instruction whose effect is known.
    #[must_use]
    pub fn last(&self) -> u64 {
        match self.recorded.exit_code {
            Some(_) => self.recorded.steps,
            None => self.recorded.steps.saturating_sub(1),
        }
    }

    /// The machine, at the moment that it is at.
    #[must_use]
    pub fn vm(&self) -> &Vm {
        &self.vm
    }

    /// How many bytes have been printed to standard output and to standard error before the moment that the machine is at.
    #[must_use]
    pub fn printed(&self) -> [u64; 2] {
        self.cursor.printed
    }

    /// How many bytes of standard input the program had been given before the moment that the machine is at.
    #[must_use]
    pub fn read(&self) -> u64 {
        self.cursor.read
    }

    /// How many bytes were printed to each in all that is recorded.
    #[must_use]
    pub fn printed_in_all(&self) -> [u64; 2] {
        self.log.totals()
    }

    /// What was printed to standard output, as far as it is kept; see [`crate::MAX_OUTPUT_BYTES`].
    #[must_use]
    pub fn stdout(&self) -> &[u8] {
        self.log.written(0)
    }

    /// What was printed to standard error, as far as it is kept.
    #[must_use]
    pub fn stderr(&self) -> &[u8] {
        self.log.written(1)
    }

    /// In which order what is kept of the two was printed: of standard output (0) or standard error (1), and how many more bytes
    /// of it.
    #[must_use]
    pub fn printed_pieces(&self) -> &[(usize, usize)] {
        self.log.pieces()
    }

    /// How many checkpoints there are, and how many bytes they take.
    #[must_use]
    pub fn checkpoints(&self) -> (usize, usize) {
        self.checkpoints.cost()
    }

    /// Go to a moment; to the end of the recording if that is before it.
    pub fn seek(&mut self, step: u64) {
        self.seek_within(step, u64::MAX);
    }

    /// Go towards a moment, executing `budget` instructions at most; `true` when it is reached.
    pub fn seek_within(&mut self, step: u64, budget: u64) -> bool {
        let step = step.min(self.recorded.steps);
        let best = self.checkpoints.before(step);
        if let Some(best) = best.filter(|b| self.vm.steps() > step || b.snapshot.steps() > self.vm.steps()) {
            self.vm.restore(&best.snapshot);
            self.cursor = best.cursor;
        }
        let goal = step.min(self.vm.steps().saturating_add(budget));
        let near = step.saturating_sub(NEAR);
        if near > self.vm.steps() && near - self.vm.steps() > NEAR && near < goal {
            self.replay(near);
            let snapshot = self.vm.snapshot(self.checkpoints.regular_before(near));
            self.checkpoints.add_near(Checkpoint { snapshot, cursor: self.cursor });
        }
        self.replay(goal);
        goal == step
    }

    /// Execute again up to a moment.
    fn replay(&mut self, step: u64) {
        let steps = step.saturating_sub(self.vm.steps());
        if steps > 0 {
            let mut echo = Echo { log: &mut self.log, cursor: &mut self.cursor, world: None };
            self.vm.run(&mut echo, steps);
        }
    }

    /// Execute again up to `goal`, asking `ask` on the way as [`Vm::run_to`] does.
    pub(crate) fn replay_to(
        &mut self,
        goal: u64,
        stops: &Stops,
        max_depth: usize,
        ask: &mut dyn FnMut(&Vm) -> bool,
    ) -> bool {
        let mut echo = Echo { log: &mut self.log, cursor: &mut self.cursor, world: None };
        self.vm.run_to(&mut echo, goal.min(self.recorded.steps), stops, max_depth, ask)
    }

    /// Execute the next instruction and say what it did; the machine is then one moment on. `None` at the end of the
    /// recording.
    pub fn step(&mut self) -> Option<Step> {
        if self.vm.steps() >= self.recorded.steps {
            return None;
        }
        let mut echo = Echo { log: &mut self.log, cursor: &mut self.cursor, world: None };
        self.vm.step(&mut echo)
    }
}
