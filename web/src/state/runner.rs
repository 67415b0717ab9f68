//! The run worker's part of the state: what is asked of it, and what its answers change.

use stair_protocol::{Engine, RequestId, RunAnswer, RunRequest};

use super::{Activity, Drawer, Effect, Outcome, Part, State, TIMING_BUDGET, Timings};

impl State {
    /// Starts the first run worker. Until then the compile worker has the machine, and the network, to itself.
    pub(super) fn start_runner(&mut self, effects: &mut Vec<Effect>) {
        if !std::mem::replace(&mut self.runner_started, true) {
            effects.push(Effect::ReplaceRunner);
        }
    }

    pub(super) fn run(&mut self, effects: &mut Vec<Effect>) {
        self.stop(effects);
        self.start_runner(effects);
        let id = self.next_id();
        self.console.clear();
        self.outcome = None;
        self.drawer = Drawer::Output;
        self.part = Part::Results;
        self.ran = Some((self.program.clone(), self.stdin.clone()));
        self.activity = Activity::Running(id, self.engine);
        self.waiting_run =
            Some(RunRequest::Run { id, program: self.program.clone(), stdin: self.stdin.clone(), engine: self.engine });
    }

    /// Goes on with the run that waits.
    pub(super) fn continue_run(&mut self) {
        let Some(Outcome::Paused { engine, .. }) = self.outcome else { return };
        if self.activity == Activity::Idle {
            let id = self.next_id();
            self.outcome = None;
            self.activity = Activity::Running(id, engine);
            self.waiting_run = Some(RunRequest::Continue { id });
        }
    }

    pub(super) fn time(&mut self, effects: &mut Vec<Effect>) {
        self.stop(effects);
        self.start_runner(effects);
        let id = self.next_id();
        self.drawer = Drawer::Timings;
        self.part = Part::Results;
        self.timings = Some(Timings::new(self.program.clone(), self.stdin.clone()));
        self.activity = Activity::Timing(id);
        self.waiting_run = Some(RunRequest::Time {
            id,
            program: self.program.clone(),
            stdin: self.stdin.clone(),
            engines: Engine::ALL.to_vec(),
            budget: TIMING_BUDGET,
        });
    }

    /// Ends what the run worker is at by ending the worker. What was printed stays.
    pub(super) fn stop(&mut self, effects: &mut Vec<Effect>) {
        match std::mem::take(&mut self.activity) {
            Activity::Idle => return,
            Activity::Running(_, engine) => self.outcome = Some(Outcome::Stopped(engine)),
            Activity::Timing(_) => {
                if let Some(timings) = &mut self.timings {
                    timings.stop();
                }
            }
            Activity::Measuring(_) => self.end_measuring("Stopped before all was measured."),
            Activity::Grading(_) => self.lose_grading(None),
        }
        // A request that has not been sent yet is simply forgotten.
        if self.waiting_run.take().is_none() {
            self.runner_ready = false;
            effects.push(Effect::ReplaceRunner);
        }
    }

    pub(super) fn from_runner(&mut self, answer: RunAnswer, effects: &mut Vec<Effect>) {
        let Some(answer) = self.measured(answer) else { return };
        let running = match self.activity {
            Activity::Running(id, engine) => Some((id, engine)),
            _ => None,
        };
        match answer {
            RunAnswer::Ready => self.runner_ready = true,
            RunAnswer::Output { id, stream, text } => {
                if running.is_some_and(|(expected, _)| expected == id) {
                    self.console.print(stream, &text);
                }
            }
            RunAnswer::Withheld { id, bytes } => {
                if running.is_some_and(|(expected, _)| expected == id) {
                    self.console.withheld = bytes;
                }
            }
            RunAnswer::Exited { id, reason, has_read, compile, run } => {
                if let Some((_, engine)) = running.filter(|(expected, _)| *expected == id) {
                    self.activity = Activity::Idle;
                    self.outcome = Some(Outcome::Exited { engine, reason, has_read, compile, run });
                }
            }
            RunAnswer::Paused { id, steps, run } => {
                if let Some((_, engine)) = running.filter(|(expected, _)| *expected == id) {
                    self.activity = Activity::Idle;
                    self.outcome = Some(Outcome::Paused { engine, steps, run });
                }
            }
            RunAnswer::Counted { .. } => {}
            RunAnswer::Judged { id, of, judgement } => self.judged(id, of, judgement),
            RunAnswer::Graded { id, solved } => self.graded(id, solved, effects),
            RunAnswer::Rejected { id } if self.is_measuring(id) => {
                self.activity = Activity::Idle;
                self.end_measuring("A program has errors.");
            }
            RunAnswer::Rejected { id } => {
                let timing = self.activity == Activity::Timing(id);
                if timing || running.is_some_and(|(expected, _)| expected == id) {
                    self.activity = Activity::Idle;
                    self.outcome = Some(Outcome::Rejected);
                    self.drawer = Drawer::Problems;
                    if timing {
                        self.timings = None;
                    }
                }
            }
            RunAnswer::Progress { id, engine, part } => {
                if let Some(timings) = self.current_timings(id) {
                    timings.progress(engine, part);
                }
            }
            RunAnswer::Sampled { id, engine, sample } => {
                if let Some(timings) = self.current_timings(id) {
                    timings.sample(engine, sample);
                }
            }
            RunAnswer::Timed { id, engine, timing } => {
                if let Some(timings) = self.current_timings(id) {
                    timings.done(engine, timing);
                }
            }
            RunAnswer::TimingDone { id, resolution } => {
                if let Some(timings) = self.current_timings(id) {
                    timings.finish(resolution);
                    self.activity = Activity::Idle;
                }
            }
        }
    }

    pub(super) fn current_timings(&mut self, id: RequestId) -> Option<&mut Timings> {
        if self.activity == Activity::Timing(id) { self.timings.as_mut() } else { None }
    }

    pub(super) fn lose_runner(&mut self, reason: String, effects: &mut Vec<Effect>) {
        self.runner_ready = false;
        self.waiting_run = None;
        match std::mem::take(&mut self.activity) {
            Activity::Idle => {}
            Activity::Running(_, engine) => self.outcome = Some(Outcome::Lost(engine, reason)),
            Activity::Timing(_) => {
                if let Some(timings) = &mut self.timings {
                    timings.lose(&reason);
                }
            }
            Activity::Measuring(_) => self.end_measuring(&format!("The measurement failed: {reason}.")),
            Activity::Grading(_) => self.lose_grading(Some(reason)),
        }
        effects.push(Effect::ReplaceRunner);
    }
}
