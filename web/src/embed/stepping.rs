//! Running and stepping: what is asked of the worker that records the run, and what comes of its answers.

use std::rc::Rc;

use stair_protocol::{
    Calls, DebugAnswer, DebugRequest, Debugged, Direction, Moment, PaneDoc, RequestId, Span, Stage, Start, Travel,
    Unit, View,
};

use super::{At, Effect, PATIENCE, Run, State, Task, Told, Work, Worker};
use crate::state::{Content, RECORDING_BUDGET};

/// How many steps wait at most while the worker is at one: a held key does not run on after it is let go.
const MOST_WAITING: usize = 8;

impl State {
    /// Whether the reader walks through a run.
    pub fn is_stepping(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.is_stepping)
    }

    /// The line that runs at the moment that is shown, counted from 1, and the expression; nothing where the reader does not step.
    pub fn running(&self) -> Option<(u32, Option<Span>)> {
        let run = self.run.as_ref().filter(|run| run.is_stepping)?;
        let moment = run.moment.as_ref()?;
        Some((moment.line?, moment.span))
    }

    /// Records the program's run and shows a moment of it.
    pub(super) fn open(&mut self, at: At, is_stepping: bool, effects: &mut Vec<Effect>) {
        if !self.is_loaded {
            return;
        }
        let (start, then) = match at {
            At::Step(step) => (Start::Beginning, Some(Travel::To(step))),
            At::Panic => (Start::End, None),
            At::End if is_stepping => (Start::End, Some(Travel::To(u64::MAX))),
            At::End => (Start::End, None),
        };
        self.begin_run(start, then, is_stepping, effects);
    }

    fn begin_run(&mut self, at: Start, then: Option<Travel>, is_stepping: bool, effects: &mut Vec<Effect>) {
        self.notice.clear();
        self.diagnostics = Rc::default();
        effects.push(Effect::ShowDiagnostics(Rc::default()));
        effects.push(Effect::MarkRunning(None));
        if matches!(self.stepper, Worker::None) {
            self.stepper = Worker::Starting(Vec::new());
            effects.push(Effect::StartStepper);
        }
        self.run = Some(Run { at, is_stepping, waiting: then.into_iter().collect(), ..Run::default() });
        match self.brought() {
            Some(bundle) => self.record(&bundle, true, effects),
            None => self.compile(effects),
        }
    }

    /// Records the run of a compiled program.
    pub(super) fn record(&mut self, bundle: &[u8], is_brought: bool, effects: &mut Vec<Effect>) {
        let id = self.begin(Work::Record, effects);
        let Some(run) = &mut self.run else { return };
        run.is_brought = is_brought;
        let at = run.at;
        let panes: Vec<Stage> = self.stages_in_view().collect();
        let program = Debugged::Bundle(bundle.to_vec());
        let (stdin, budget) = (self.options.stdin.clone(), RECORDING_BUDGET);
        let view = View { panes: panes.iter().map(|&stage| (stage, false)).collect(), stretches: Vec::new() };
        self.to_stepper(DebugRequest::Open { id, program, stdin, budget, at, view }, effects);
        for stage in panes {
            self.to_stepper(DebugRequest::Listing { id, stage }, effects);
        }
    }

    /// A step; the first one only shows where the run begins.
    pub(super) fn step(&mut self, unit: Option<Unit>, calls: Calls, direction: Direction, effects: &mut Vec<Effect>) {
        if self.run.is_none() {
            if self.is_loaded && direction == Direction::Forward {
                self.begin_run(Start::Beginning, None, true, effects);
            }
            return;
        }
        // From the end of a run that was only run, a step forwards begins anew.
        let was_stepping = self.is_stepping();
        let travel = match direction {
            Direction::Forward if !was_stepping => Travel::To(0),
            _ => Travel::Step { unit: unit.unwrap_or(self.unit), calls, direction },
        };
        self.go(travel, effects);
        if direction == Direction::Forward && !was_stepping {
            // The first moment is before the person's own code; as when stepping begins, their first line is shown.
            self.go(Travel::Step { unit: Unit::Line, calls: Calls::Into, direction }, effects);
        }
    }

    /// Goes to another moment, at once or when the worker has done what it is at; without a run, records one first.
    pub(super) fn go(&mut self, travel: Travel, effects: &mut Vec<Effect>) {
        let Some(run) = &mut self.run else {
            if self.is_loaded {
                self.begin_run(Start::Beginning, Some(travel), true, effects);
            }
            return;
        };
        run.is_stepping = true;
        if let Travel::To(step) = travel {
            run.waiting.clear();
            if run.moment.is_some() {
                run.aim = Some(step.min(run.last()));
            }
        }
        if run.task.is_some() {
            if run.waiting.len() < MOST_WAITING {
                run.waiting.push_back(travel);
            }
            return;
        }
        let id = self.begin(Work::Travel, effects);
        self.to_stepper(DebugRequest::Go { id, to: travel }, effects);
    }

    pub(super) fn record_further(&mut self, effects: &mut Vec<Effect>) {
        if self.run.as_ref().is_some_and(|run| run.task.is_none()) {
            let id = self.begin(Work::Record, effects);
            self.to_stepper(DebugRequest::Continue { id, budget: RECORDING_BUDGET }, effects);
        }
    }

    /// Gives up what the worker is at. Where nothing is recorded yet, that is the run.
    pub(super) fn cancel(&mut self, effects: &mut Vec<Effect>) {
        let Some(run) = &mut self.run else { return };
        let Some(task) = run.task else { return };
        run.waiting.clear();
        if run.recording.steps == 0 {
            self.run = None;
            return;
        }
        let id = self.begin(task.work, effects);
        self.to_stepper(DebugRequest::Cancel { id }, effects);
    }

    /// Notes that the worker is at something new, and returns its number.
    pub(super) fn begin(&mut self, work: Work, effects: &mut Vec<Effect>) -> RequestId {
        let id = self.next_id();
        if let Some(run) = &mut self.run {
            run.task = Some(Task { id, work, is_late: false, part: None });
            run.remark.clear();
        }
        effects.push(Effect::Remind(id, PATIENCE));
        id
    }

    fn to_stepper(&mut self, request: DebugRequest, effects: &mut Vec<Effect>) {
        match &mut self.stepper {
            Worker::Ready => effects.push(Effect::ToStepper(request)),
            Worker::Starting(waiting) => {
                // A new run ends the one before, which need not begin then.
                if matches!(request, DebugRequest::Open { .. }) {
                    waiting.clear();
                }
                waiting.push(request);
            }
            Worker::None => {}
        }
    }

    pub(super) fn stepped(&mut self, answer: DebugAnswer, effects: &mut Vec<Effect>) {
        let expected = self.run.as_ref().and_then(|run| run.task).map(|task| task.id);
        match answer {
            DebugAnswer::Ready => {
                if let Worker::Starting(waiting) = std::mem::replace(&mut self.stepper, Worker::Ready) {
                    effects.extend(waiting.into_iter().map(Effect::ToStepper));
                }
            }
            DebugAnswer::Failed { id, reason } if expected == Some(id) => {
                // What came with the document may be of another version than this.
                if self.run.as_ref().is_some_and(|run| run.is_brought) {
                    self.brought = None;
                    self.compile(effects);
                } else {
                    self.run = None;
                    self.fail(format!("The program cannot be run: {reason}."), "", effects);
                }
            }
            DebugAnswer::Listing { stage, doc, .. } if self.run.is_some() => self.show_listing(stage, doc),
            DebugAnswer::Recorded { id, recording, output } if expected == Some(id) => {
                if let Some(run) = &mut self.run {
                    run.recording = recording;
                    if !output.is_empty() {
                        let console = Rc::make_mut(&mut run.output);
                        for (stream, text) in output {
                            console.print(stream, &text);
                            effects.push(Effect::Tell(Told::Output(stream, text)));
                        }
                    }
                }
            }
            DebugAnswer::Searched { id, part } if expected == Some(id) => {
                if let Some(task) = self.run.as_mut().and_then(|run| run.task.as_mut()) {
                    task.part = Some((100.0 * part) as u32);
                }
            }
            DebugAnswer::Moment { id, moment, remark, .. } if expected == Some(id) => {
                self.show_moment(*moment, remark, effects);
            }
            // What nobody waits for any more.
            _ => {}
        }
    }

    fn show_listing(&mut self, stage: Stage, doc: Option<PaneDoc>) {
        if let Some((_, content)) = self.stages.iter_mut().find(|(known, _)| *known == stage) {
            *content = match doc {
                Some(doc) => Content::Doc(Rc::new(doc)),
                None => Content::Failed("This layer is not among those that came with the document.".to_owned()),
            };
        }
    }

    fn show_moment(&mut self, moment: Moment, remark: String, effects: &mut Vec<Effect>) {
        let Some(run) = &mut self.run else { return };
        run.task = None;
        let (step, line, printed) = (moment.step, moment.line, moment.printed);
        run.show(moment, remark);
        match run.waiting.pop_front() {
            // A moment on the way is not one that anybody asked for.
            Some(to) => {
                let id = self.begin(Work::Travel, effects);
                self.to_stepper(DebugRequest::Go { id, to }, effects);
            }
            None => {
                run.aim = None;
                let steps = run.last();
                effects.push(Effect::Tell(Told::Step { step, steps, line, printed }));
            }
        }
        self.mark_running(effects);
    }

    pub(super) fn mark_running(&self, effects: &mut Vec<Effect>) {
        if self.is_editing {
            effects.push(Effect::MarkRunning(self.running()));
        }
    }

    pub(super) fn lose_stepper(&mut self, reason: &str, effects: &mut Vec<Effect>) {
        self.stepper = Worker::None;
        if self.run.take().is_some() {
            self.fail(format!("The run ended, because its worker stopped ({reason})."), "", effects);
        }
    }
}
