//! The debug worker: records a run and shows any moment of it.
//!
//! It works in spells of a few milliseconds. Between two of them it takes new requests, so that each can be given up.

mod told;

use stair_debugger::host::Host;
use stair_debugger::inspect::Owned;
use stair_debugger::variables::Picture;
use stair_debugger::{self as debugger, Bundle, Debugger, Pane, Progress};
use stair_protocol::{
    DebugAnswer, DebugRequest, Debugged, HotFunction, MAX_BYTES, Moment, PaneCounts, Recording, RequestId, RunProfile,
    Start, Travel, View,
};

use crate::changes;
use crate::input::Input;
use crate::panes;
use crate::sent::Sent;
pub use told::layer;
use told::{breakpoint, moment, opened, pane, stage, travel, values, way};

/// A debugger of a `.stdb` file.
///
/// # Errors
/// If the file cannot be read, or memory ran out.
pub fn load(file: &[u8]) -> Result<Debugger, Refused> {
    let bundle = Bundle::load(file).map_err(|error| Refused::Failed(error.to_string()))?;
    bundle.debugger().map_err(|error| Refused::Failed(error.to_string()))
}

/// Why a program cannot be debugged.
pub enum Refused {
    /// It has errors.
    Rejected,
    /// It is too large, or memory ran out; a sentence that says how.
    Failed(String),
}

/// The worker in which a recorder is.
pub trait Worker {
    /// Whether it does more than step: breakpoints, who changed what, counts, memory as bytes. What a worker that only steps never
    /// does is not linked into it, which makes it small.
    const IS_WHOLE: bool;

    /// Compiles or loads a program.
    ///
    /// # Errors
    /// If that cannot be done.
    fn debugger(&mut self, program: Debugged) -> Result<Debugger, Refused>;

    /// What a run with this input finds while it is recorded.
    fn world(&self, input: Input) -> Box<dyn Host>;

    /// Sends an answer to the page.
    fn answer(&self, answer: &DebugAnswer);

    /// Has [`Recorder::go_on`] called after the requests that have come in by now.
    fn later(&self);

    /// Milliseconds of a clock that only goes forward.
    fn now(&self) -> f64;
}

/// How long a spell is to take, in milliseconds: less than anybody notices.
const SPELL: f64 = 12.0;
/// How many instructions the first spell executes, and how many any executes at least.
const FIRST_STEPS: u64 = 1 << 19;
const LEAST_STEPS: u64 = 1 << 12;
/// How often progress is told, in milliseconds.
const REPORT: f64 = 80.0;
/// What a worker that only steps says of breakpoints.
const NOT_HERE: &str = "breakpoints can be set in the whole playground";

/// A run, and what the worker is doing with it.
pub struct Recorder<W> {
    worker: W,
    debugger: Option<Debugger>,
    /// What the run finds while it is recorded.
    world: Option<Box<dyn Host>>,
    work: Option<Work>,
    /// How many instructions a spell executes now.
    steps: u64,
    recording: Recording,
    /// How much of the output the page has.
    sent: Sent,
    /// What is in view.
    view: View,
    /// The moment that is shown, and the one before, from which it differs by what is marked.
    shown: Option<Box<Moment>>,
    before: Option<Box<Moment>>,
    /// The values of the moment that is shown.
    picture: Picture,
}

/// What the worker is at.
struct Work {
    id: RequestId,
    task: Task,
    started: f64,
    reported: f64,
}

enum Task {
    /// Recording, for so many instructions more, and then going to a moment.
    Record {
        left: u64,
        /// `None`: where the recording ends, or at the panic with which it does.
        then: Option<debugger::Travel>,
    },
    Travel,
    Count,
}

impl Work {
    /// Whether it is time to tell how far it is.
    fn is_report_due(&mut self, now: f64) -> bool {
        let is_due = now - self.reported >= REPORT;
        if is_due {
            self.reported = now;
        }
        is_due
    }

    /// Tells which part of the way is behind, if it is time to.
    fn report(&mut self, worker: &impl Worker, part: f32) {
        if self.is_report_due(worker.now()) {
            worker.answer(&DebugAnswer::Searched { id: self.id, part });
        }
    }
}

impl<W: Worker> Recorder<W> {
    /// A recorder that has nothing to show yet.
    pub fn new(worker: W) -> Self {
        Self {
            worker,
            debugger: None,
            world: None,
            work: None,
            steps: FIRST_STEPS,
            recording: Recording::default(),
            sent: Sent::default(),
            view: View::default(),
            shown: None,
            before: None,
            picture: Picture::default(),
        }
    }

    /// Takes a request; what takes long is done by [`Recorder::go_on`].
    pub fn serve(&mut self, request: DebugRequest) {
        match request {
            DebugRequest::Open { id, program, stdin, budget, at, view } => {
                self.work = None;
                self.view = view;
                match self.open(program, &stdin) {
                    Ok(()) => {
                        let then = match at {
                            Start::Beginning => Some(debugger::Travel::ToBeginning),
                            Start::End => None,
                        };
                        self.begin(id, Task::Record { left: budget, then });
                    }
                    Err(Refused::Rejected) => self.worker.answer(&DebugAnswer::Rejected { id }),
                    Err(Refused::Failed(reason)) => self.worker.answer(&DebugAnswer::Failed { id, reason }),
                }
            }
            DebugRequest::Continue { id, budget } => {
                let next = self.debugger.as_ref().map_or(0, |debugger| debugger.history().last() + 1);
                self.begin(id, Task::Record { left: budget, then: Some(debugger::Travel::To(next)) });
            }
            DebugRequest::Go { id, to } => {
                self.set_out(&to);
                self.begin(id, Task::Travel);
            }
            DebugRequest::Look { id, view } => {
                self.view = view;
                self.look_again(id);
            }
            DebugRequest::Break { id, breakpoints } => {
                let Some(debugger) = &mut self.debugger else { return };
                let states = if W::IS_WHOLE {
                    let breakpoints: Vec<debugger::Breakpoint> = breakpoints.iter().map(breakpoint).collect();
                    debugger.set_breakpoints(&breakpoints)
                } else {
                    breakpoints.iter().map(|_| Err(NOT_HERE.to_owned())).collect()
                };
                self.worker.answer(&DebugAnswer::Breakpoints { id, states });
            }
            DebugRequest::Count { .. } | DebugRequest::Bytes { .. } if !W::IS_WHOLE => {}
            DebugRequest::Count { id } => {
                if let Some(debugger) = &mut self.debugger {
                    debugger.give_up();
                }
                self.begin(id, Task::Count);
            }
            DebugRequest::Bytes { id, address, len } => self.bytes(id, address, len.min(MAX_BYTES)),
            DebugRequest::Listing { id, stage } => {
                let Some(debugger) = &self.debugger else { return };
                let doc = debugger.info().doc(pane(stage, false)).map(|doc| panes::doc(stage, &doc));
                self.worker.answer(&DebugAnswer::Listing { id, stage, doc });
            }
            DebugRequest::Cancel { id } => {
                self.work = None;
                if let Some(debugger) = &mut self.debugger {
                    debugger.give_up();
                }
                self.show(id, String::new(), self.worker.now());
            }
        }
    }

    fn set_out(&mut self, to: &Travel) {
        let Some(debugger) = &mut self.debugger else { return };
        match (travel(to), to) {
            (Some(travel), _) => debugger.go(&travel),
            (None, Travel::ToWrite { address, len, direction }) if W::IS_WHOLE => {
                debugger.go_to_write(*address, *len, way(*direction));
            }
            (None, Travel::ToChange { function, variable, direction }) if W::IS_WHOLE => {
                debugger.go_to_change(function, variable, way(*direction));
            }
            // Without a journey the moment stays as it is.
            (None, _) => debugger.give_up(),
        }
    }

    fn open(&mut self, program: Debugged, stdin: &str) -> Result<(), Refused> {
        // The old run's memory is free before the new one's is wanted.
        self.debugger = None;
        self.debugger = Some(self.worker.debugger(program)?);
        self.world = Some(self.worker.world(Input::new(stdin)));
        (self.steps, self.sent, self.recording) = (FIRST_STEPS, Sent::default(), Recording::default());
        (self.shown, self.before, self.picture) = (None, None, Picture::default());
        Ok(())
    }

    fn begin(&mut self, id: RequestId, task: Task) {
        let started = self.worker.now();
        self.work = Some(Work { id, task, started, reported: started });
        self.worker.later();
    }

    /// Works for a spell.
    pub fn go_on(&mut self) {
        let Some(mut work) = self.work.take() else { return };
        let (Some(debugger), Some(world)) = (&mut self.debugger, &mut self.world) else { return };
        let start = self.worker.now();
        match &mut work.task {
            Task::Record { left, then } => {
                let before = debugger.history().recorded();
                let steps = self.steps.min(*left);
                let recorded = debugger.record(&mut **world, steps);
                *left -= steps;
                let over = recorded.exit_code.is_some() || recorded.is_full || *left == 0;
                let then = if over { then.take() } else { None };
                self.pace(self.worker.now() - start, recorded.steps - before.steps);
                self.recording.milliseconds += self.worker.now() - start;
                if over {
                    self.end_recording(work.id, then);
                    self.begin(work.id, Task::Travel);
                    return;
                }
                if work.is_report_due(self.worker.now()) {
                    self.report_recording(work.id);
                }
            }
            Task::Travel => {
                let progress = debugger.advance(self.steps);
                self.pace(self.worker.now() - start, self.steps);
                match progress {
                    Progress::Arrived(remark) => return self.show(work.id, remark, work.started),
                    Progress::OnTheWay(part) => work.report(&self.worker, part),
                }
            }
            Task::Count => {
                let part = if W::IS_WHOLE { debugger.count(self.steps) } else { None };
                self.pace(self.worker.now() - start, self.steps);
                match part {
                    None if W::IS_WHOLE => return self.show_profile(work.id),
                    None => return,
                    Some(part) => work.report(&self.worker, part),
                }
            }
        }
        self.work = Some(work);
        self.worker.later();
    }

    fn show_profile(&self, id: RequestId) {
        let Some(debugger) = &self.debugger else { return };
        let function =
            |f: debugger::HotFunction| HotFunction { name: f.name, is_user: f.is_user, calls: f.calls, steps: f.steps };
        let executed = [false, true].into_iter().flat_map(|library| debugger.executed(library));
        let pane =
            |e: debugger::Executed| PaneCounts { stage: stage(e.pane.layer), library: e.pane.library, lines: e.lines };
        let profile = Box::new(RunProfile {
            steps: debugger.history().recorded().steps,
            functions: debugger.hot_functions().into_iter().map(function).collect(),
            source: debugger.executed_lines(),
            panes: executed.map(pane).collect(),
            heap: debugger.heap().iter().map(|(step, left)| (*step, left.blocks, left.bytes)).collect(),
        });
        self.worker.answer(&DebugAnswer::Profile { id, profile });
    }

    /// Makes the next spell as long as spells are to be.
    fn pace(&mut self, took: f64, steps: u64) {
        if steps >= self.steps {
            let factor = (SPELL / took.max(0.1)).clamp(0.25, 4.0);
            self.steps = ((self.steps as f64 * factor) as u64).max(LEAST_STEPS);
        }
    }

    fn end_recording(&mut self, id: RequestId, then: Option<debugger::Travel>) {
        let Some(debugger) = &mut self.debugger else { return };
        self.recording.panicked = debugger.panicked();
        debugger.go(&match then {
            Some(then) => then,
            None if self.recording.panicked => debugger::Travel::ToPanic,
            None => debugger::Travel::To(u64::MAX),
        });
        self.report_recording(id);
    }

    fn report_recording(&mut self, id: RequestId) {
        let Some(debugger) = &self.debugger else { return };
        let history = debugger.history();
        let recorded = history.recorded();
        let (count, bytes) = history.checkpoints();
        self.recording = Recording {
            steps: recorded.steps,
            exit_code: recorded.exit_code,
            checkpoints: (count as u32, bytes as u64),
            ..self.recording.clone()
        };
        let is_over = recorded.exit_code.is_some();
        let output = self.sent.take(history.printed_pieces(), [history.stdout(), history.stderr()], is_over);
        self.worker.answer(&DebugAnswer::Recorded { id, recording: self.recording.clone(), output });
    }

    /// Shows the moment that the debugger has come to.
    fn show(&mut self, id: RequestId, remark: String, started: f64) {
        let Some(debugger) = &mut self.debugger else { return };
        let recording = self.recording.clone();
        let opened = opened(&self.view);
        let (frames, blocks);
        (self.picture, frames, blocks) =
            debugger.look(debugger.at(), |debugger, vm, frames| values(debugger, vm, frames, opened));
        let panes: Vec<Pane> = self.view.panes.iter().map(|&(stage, library)| pane(stage, library)).collect();
        let lines = debugger.lines(&panes);
        let found = debugger.moment();
        let mut moment = Box::new(moment(debugger, found, lines, recording));
        (moment.frames, moment.blocks) = (frames, blocks);
        if self.shown.as_ref().is_none_or(|last| last.step != moment.step) {
            self.before = self.shown.take();
        }
        if let Some(before) = &self.before {
            changes::mark(before, &mut moment);
        }
        let told = DebugAnswer::Moment { id, moment, remark, milliseconds: self.worker.now() - started };
        self.worker.answer(&told);
        if let DebugAnswer::Moment { moment, .. } = told {
            self.shown = Some(moment);
        }
    }

    /// Shows the same moment again, with what is in view now.
    fn look_again(&mut self, id: RequestId) {
        let Some(debugger) = self.debugger.as_mut().filter(|_| self.shown.is_some()) else { return };
        // What has come into view differs from what it was before, if it does, and not by having come into view.
        if let Some(before) = &mut self.before {
            let opened = opened(&self.view);
            (_, before.frames, before.blocks) =
                debugger.look(before.step, |debugger, vm, frames| values(debugger, vm, frames, opened));
        }
        self.show(id, String::new(), self.worker.now());
    }

    fn bytes(&mut self, id: RequestId, address: u64, len: u32) {
        let Some(debugger) = &mut self.debugger else { return };
        let here = debugger.at();
        let before = self.before.as_ref().map(|before| debugger.memory_at(before.step, address, len as usize));
        let bytes = debugger.memory_at(here, address, len as usize);
        let end = address.saturating_add(bytes.len() as u64);
        let owned = debugger.look(here, |debugger, _, frames| {
            let program = debugger.program();
            Some(debugger.variables()?.owners(address..end, frames, &self.picture, program))
        });
        let owner = |owned: Owned| ((owned.from - address) as u32, (owned.to - address) as u32, owned.name);
        let owners = owned.unwrap_or_default().into_iter().map(owner).collect();
        let changed = before.map_or_else(Vec::new, |before| changes::differences(&before, &bytes));
        self.worker.answer(&DebugAnswer::Bytes { id, address, bytes, owners, changed });
    }
}
