//! The step debugger's part of the state: a recorded run, the moment of it that is shown, and the way to the next one.

use std::collections::VecDeque;
use std::rc::Rc;

use stair_protocol::{
    Calls, DebugAnswer, DebugRequest, Debugged, Direction, Moment, Recording, RequestId, RunProfile, Stage, Start,
    Stream, Stretch, Travel, Unit, View,
};

use super::breakpoints::Stop;
use super::column::RunView;
use super::{
    Column, Console, DEBUGGER_PATIENCE, Drawer, Effect, Here, MOST_COLUMNS, Notice, Outcome, Part, RECORDING_BUDGET,
    State, Wait,
};
use crate::format;

/// How many steps wait at most while the worker is at one: a held key does not run on after it is let go.
const MOST_WAITING: usize = 8;

/// The pane that comes into view when the debugger opens, if the person has not chosen what is; without the library's part.
const DEFAULT_PANE: (Stage, bool) = (Stage::Bytecode, false);

/// The debugger, whether it is open or not.
#[derive(Debug, Default)]
pub struct Debugger {
    /// The run that is stepped through; `None` while the debugger is closed.
    pub session: Option<Session>,
    /// How large a step is.
    pub unit: Unit,
    /// Where a run stops.
    pub stops: Vec<Stop>,
    /// What a screen reader says of the last change of those.
    pub said: String,
    /// The last request about them.
    pub(super) stops_request: Option<RequestId>,
    worker: Worker,
}

/// What is known of the debug worker. It is started when it is first needed.
#[derive(Debug, Default)]
enum Worker {
    #[default]
    None,
    /// It is being loaded; these requests wait for it.
    Starting(Vec<DebugRequest>),
    Ready,
}

/// A run that is stepped through.
#[derive(Debug, Default)]
pub struct Session {
    /// What has been recorded.
    pub recording: Recording,
    /// What the recorded run prints, from its start to its end.
    pub output: Rc<Console>,
    /// The moment that is shown; `None` until there is one.
    pub moment: Option<Rc<Moment>>,
    /// What a screen reader says of it.
    pub spoken: String,
    /// What is to be said of the way there.
    pub remark: String,
    /// How long the worker took for it, in milliseconds.
    pub milliseconds: f64,
    /// What the worker is at.
    pub task: Option<Task>,
    /// The number that the person asked for, until its moment is there.
    pub aim: Option<u64>,
    /// How often everything that is recorded was executed, once that has been counted.
    pub profile: Option<Rc<RunProfile>>,
    /// The part of memory that is shown as bytes.
    pub bytes: Option<Rc<MemoryBytes>>,
    /// The elements that the person wanted to see though they are not among the first of their array.
    pub(super) stretches: Vec<Stretch>,
    /// What the worker knows to be in view, and the request that told it while a moment was shown.
    pub(super) view: View,
    pub(super) view_request: Option<RequestId>,
    bytes_wanted: Option<(u64, u32)>,
    bytes_request: Option<RequestId>,
    /// Where to go when the worker has done what it is at.
    waiting: VecDeque<Travel>,
    /// The column that showed the default layer when the debugger opened, and what that was.
    replaced: Option<Stage>,
}

/// What the debug worker is at.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Task {
    /// The request.
    pub id: RequestId,
    /// What it does.
    pub work: Work,
    /// For how long.
    pub wait: Wait,
    /// How far it is, from 0 to 1; `None` while that is not known.
    pub part: Option<f32>,
}

/// What the debug worker can be at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Work {
    /// Recording a run.
    Record,
    /// Looking for a moment.
    Travel,
    /// Counting how often everything was executed.
    Count,
}

/// A part of memory as bytes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MemoryBytes {
    /// The first address.
    pub address: u64,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What they belong to: from an offset to another, and the name.
    pub owners: Vec<(u32, u32, String)>,
    /// Ranges of offsets that changed since the moment shown before.
    pub changed: Vec<(u32, u32)>,
}

/// Something that happened to the debugger.
#[derive(Clone, PartialEq, Debug)]
pub enum DebugAction {
    /// The person wants to step through the program, from there.
    Open(Start),
    /// The person wants to step no more.
    Close,
    /// The person wants to see another moment.
    Travel(Travel),
    /// The person wants a step.
    Step(Calls, Direction),
    /// The person wants to be where the cursor is, in the program or in a pane.
    ToCursor(Direction),
    /// The person wants to see the moment that printed a byte: one of all that is printed, counted from 0.
    ToPrinted(usize),
    /// The person wants to see these elements of an array, too.
    OpenStretch(Stretch),
    /// The person wants to see only the first elements of what is come to by this way.
    CloseStretches(String),
    /// The person chose how large a step is.
    SetUnit(Unit),
    /// The person wants the recording to go on.
    Continue,
    /// The person wants to know how often everything was executed.
    Count,
    /// The person does not want to wait.
    Cancel,
    /// This part of memory is in view as bytes, or none.
    ShowBytes(Option<(u64, u32)>),
    /// The debug worker answered.
    Answered(DebugAnswer),
    /// The debug worker failed, with the reason.
    Lost(String),
}

impl Session {
    /// The number of the moment that is shown, or that will be.
    pub fn step(&self) -> u64 {
        self.aim.or(self.moment.as_ref().map(|moment| moment.step)).unwrap_or(0)
    }

    /// The number of the last moment: of a program that has not ended, the one before the last recorded instruction.
    pub fn last(&self) -> u64 {
        self.recording.steps.saturating_sub(u64::from(self.recording.exit_code.is_none()))
    }

    /// Whether the recording has reached its budget, and the program not its end.
    pub fn is_paused(&self) -> bool {
        self.moment.is_some() && self.recording.exit_code.is_none() && !self.is_recording()
    }

    /// Whether the worker records.
    pub fn is_recording(&self) -> bool {
        self.task.is_some_and(|task| task.work == Work::Record)
    }

    /// Takes a moment, and what is to be said of it.
    fn show(&mut self, moment: Moment, remark: String, milliseconds: f64) {
        let line_before = self.moment.as_ref().and_then(|before| before.line);
        let place = moment.line.filter(|_| moment.line != line_before).map(|line| format!("Line {line}."));
        let parts = [remark.as_str(), place.as_deref().unwrap_or_default(), moment.narration.as_str()];
        self.spoken = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").replace('`', "");
        self.recording = moment.recording.clone();
        self.remark = remark;
        self.milliseconds = milliseconds;
        self.moment = Some(Rc::new(moment));
    }
}

impl State {
    /// The moment that is shown.
    pub fn moment(&self) -> Option<&Rc<Moment>> {
        self.debugger.session.as_ref()?.moment.as_ref()
    }

    /// Whether the debugger is open.
    pub fn is_stepping(&self) -> bool {
        self.debugger.session.is_some()
    }

    /// Whether the last run ended by a panic, of the program as it is now.
    pub fn ended_by_panic(&self) -> bool {
        let code = stair_protocol::ExitReason::Code(101);
        let panicked = |text: &str| text.contains(" panicked at ");
        matches!(&self.outcome, Some(Outcome::Exited { reason, .. }) if *reason == code)
            && !self.has_changed_since_run()
            && self.console.chunks.iter().any(|chunk| chunk.stream == Stream::Stderr && panicked(&chunk.text))
    }

    pub(super) fn debug(&mut self, action: DebugAction, effects: &mut Vec<Effect>) {
        match action {
            DebugAction::Open(at) => self.open_debugger(at, effects),
            DebugAction::Close => self.close_debugger(None, effects),
            DebugAction::Travel(travel) => self.travel(travel, effects),
            DebugAction::Step(calls, direction) => {
                let unit = self.debugger.unit;
                self.travel(Travel::Step { unit, calls, direction }, effects);
            }
            DebugAction::ToCursor(direction) => {
                if let Some(travel) = self.to_cursor(direction) {
                    self.travel(travel, effects);
                }
            }
            DebugAction::ToPrinted(place) => {
                let session = self.debugger.session.as_ref();
                if let Some((stream, index)) = session.and_then(|session| session.output.origin(place)) {
                    self.travel(Travel::ToOutput(stream, index), effects);
                }
            }
            DebugAction::OpenStretch(stretch) => self.open_stretch(stretch),
            DebugAction::CloseStretches(way) => self.close_stretches(&way),
            DebugAction::SetUnit(unit) => self.debugger.unit = unit,
            DebugAction::Continue => {
                let idle = self.debugger.session.as_ref().is_some_and(|session| session.task.is_none());
                if idle {
                    let id = self.begin(Work::Record, effects);
                    self.to_debugger(DebugRequest::Continue { id, budget: RECORDING_BUDGET }, effects);
                }
            }
            DebugAction::Count => {
                let can = |session: &Session| session.moment.is_some() && !session.is_recording();
                if self.debugger.session.as_ref().is_some_and(can) {
                    let id = self.begin(Work::Count, effects);
                    self.to_debugger(DebugRequest::Count { id }, effects);
                }
            }
            DebugAction::Cancel => {
                let task = self.debugger.session.as_ref().and_then(|session| session.task);
                if let Some(task) = task {
                    let id = self.begin(task.work, effects);
                    self.to_debugger(DebugRequest::Cancel { id }, effects);
                }
            }
            DebugAction::ShowBytes(wanted) => {
                if let Some(session) = &mut self.debugger.session
                    && session.bytes_wanted != wanted
                {
                    session.bytes_wanted = wanted;
                    if wanted.is_none() {
                        session.bytes = None;
                    }
                    self.ask_for_bytes(effects);
                }
            }
            DebugAction::Answered(answer) => self.from_debugger(answer, effects),
            DebugAction::Lost(reason) => {
                self.debugger.worker = Worker::None;
                if self.debugger.session.is_some() {
                    let text = format!("Stepping ended, because its worker stopped ({reason}). The program is safe.");
                    self.close_debugger(Some(text), effects);
                }
            }
        }
    }

    /// Goes there as soon as the run that is being recorded is.
    pub(super) fn go_when_recorded(&mut self, travel: Travel) {
        if let Some(session) = &mut self.debugger.session {
            session.waiting.push_back(travel);
        }
    }

    /// Records the program's run and opens the debugger.
    pub(super) fn open_debugger(&mut self, at: Start, effects: &mut Vec<Effect>) {
        // What is stepped through is seen in the layers.
        if let Some(compare) = &mut self.compare
            && std::mem::replace(&mut compare.is_open, false)
        {
            self.analyse(effects);
        }
        // A worker that is still at an older run is of no use, and would take its time.
        self.close_debugger(None, effects);
        if matches!(self.debugger.worker, Worker::None) {
            self.debugger.worker = Worker::Starting(Vec::new());
            effects.push(Effect::ReplaceDebugger);
        }
        let mut view = self.in_view();
        if !view.panes.contains(&DEFAULT_PANE) {
            view.panes.push(DEFAULT_PANE);
        }
        self.debugger.session = Some(Session { view: view.clone(), ..Session::default() });
        self.notice = None;
        let id = self.begin(Work::Record, effects);
        let (program, stdin) = (self.program.clone(), self.stdin.clone());
        self.to_debugger(
            DebugRequest::Open { id, program: Debugged::Source(program), stdin, budget: RECORDING_BUDGET, at, view },
            effects,
        );
    }

    /// Closes the debugger, with a message if there is something to say.
    pub(super) fn close_debugger(&mut self, why: Option<String>, effects: &mut Vec<Effect>) {
        let Some(session) = self.debugger.session.take() else { return };
        if session.task.is_some() && !matches!(self.debugger.worker, Worker::None) {
            self.debugger.worker = Worker::Starting(Vec::new());
            effects.push(Effect::ReplaceDebugger);
        }
        if let Some(text) = why {
            self.notice = Some(Notice { text, offers_previous: false });
        }
        for stop in &mut self.debugger.stops {
            stop.state = None;
        }
        self.show_breakpoints(effects);
        effects.push(Effect::MarkRunning(None));
        self.columns.retain(|column| column.run.is_none());
        let changed_back = session.replaced.filter(|_| !self.has_chosen_layers);
        if self.columns.is_empty() || changed_back.is_some() {
            self.columns = vec![Column::new(changed_back.unwrap_or(Stage::Ast))];
        }
        self.front = self.front.min(self.columns.len() - 1);
        self.here = None;
        self.analyse(effects);
    }

    /// Goes to another moment, at once or when the worker has done what it is at.
    fn travel(&mut self, travel: Travel, effects: &mut Vec<Effect>) {
        let Some(session) = &mut self.debugger.session else { return };
        if session.moment.is_none() || session.is_recording() {
            return;
        }
        if let Travel::To(step) = travel {
            session.aim = Some(step.min(session.last()));
            session.waiting.clear();
        }
        match session.task {
            // What takes its time is given up for what is wanted now.
            Some(task) if task.wait == Wait::Short => {
                if session.waiting.len() < MOST_WAITING {
                    session.waiting.push_back(travel);
                }
            }
            _ => {
                session.waiting.clear();
                let id = self.begin(Work::Travel, effects);
                self.to_debugger(DebugRequest::Go { id, to: travel }, effects);
            }
        }
    }

    /// The way to where the person is, in the program or in a pane.
    fn to_cursor(&self, direction: Direction) -> Option<Travel> {
        match self.here? {
            Here::Source(offset) => {
                let before = self.program.source.bytes().take(offset as usize);
                let line = before.filter(|&byte| byte == b'\n').count() as u32 + 1;
                Some(Travel::ToLine(line, direction))
            }
            Here::Pane { column, line } => {
                let column = self.columns.get(column)?;
                let (stage, library) = (column.stage, column.library);
                Some(Travel::ToPaneLine { stage, library, line, direction })
            }
        }
    }

    /// Notes that the worker is at something new, and returns its number.
    fn begin(&mut self, work: Work, effects: &mut Vec<Effect>) -> RequestId {
        let id = self.next_id();
        if let Some(session) = &mut self.debugger.session {
            session.task = Some(Task { id, work, wait: Wait::Short, part: None });
            session.remark.clear();
        }
        let (wait, milliseconds) = DEBUGGER_PATIENCE[0];
        effects.push(Effect::Remind { id, wait, milliseconds });
        id
    }

    /// The worker takes long: says so, and asks to be reminded of the next step.
    pub(super) fn debugger_late(&mut self, id: RequestId, wait: Wait, effects: &mut Vec<Effect>) {
        let Some(task) = self.debugger.session.as_mut().and_then(|session| session.task.as_mut()) else { return };
        if task.id != id {
            return;
        }
        task.wait = wait;
        let spent = DEBUGGER_PATIENCE.iter().find(|(known, _)| *known == wait).map_or(0, |&(_, spent)| spent);
        if let Some(&(wait, at)) = DEBUGGER_PATIENCE.iter().find(|&&(next, _)| next > wait) {
            effects.push(Effect::Remind { id, wait, milliseconds: at - spent });
        }
    }

    pub(super) fn to_debugger(&mut self, request: DebugRequest, effects: &mut Vec<Effect>) {
        match &mut self.debugger.worker {
            Worker::Ready => effects.push(Effect::ToDebugger(request)),
            Worker::Starting(waiting) => waiting.push(request),
            Worker::None => {}
        }
    }

    fn ask_for_bytes(&mut self, effects: &mut Vec<Effect>) {
        let id = self.next_id();
        let Some(session) = &mut self.debugger.session else { return };
        session.bytes_request = session.bytes_wanted.map(|_| id);
        if let Some((address, len)) = session.bytes_wanted {
            self.to_debugger(DebugRequest::Bytes { id, address, len }, effects);
        }
    }

    fn from_debugger(&mut self, answer: DebugAnswer, effects: &mut Vec<Effect>) {
        let expected = self.debugger.session.as_ref().and_then(|session| session.task).map(|task| task.id);
        match answer {
            DebugAnswer::Ready => {
                if let Worker::Starting(waiting) = std::mem::replace(&mut self.debugger.worker, Worker::Ready) {
                    effects.extend(waiting.into_iter().map(Effect::ToDebugger));
                }
            }
            DebugAnswer::Rejected { id } if expected == Some(id) => {
                self.end_task();
                self.close_debugger(None, effects);
                self.outcome = Some(Outcome::Rejected);
                self.drawer = Drawer::Problems;
                self.part = Part::Results;
            }
            DebugAnswer::Failed { id, reason } if expected == Some(id) => {
                self.end_task();
                self.close_debugger(Some(format!("The run cannot be stepped through: {reason}.")), effects);
            }
            DebugAnswer::Recorded { id, recording, output } if expected == Some(id) => {
                if let Some(session) = &mut self.debugger.session {
                    session.recording = recording;
                    session.profile = None;
                    if !output.is_empty() {
                        let console = Rc::make_mut(&mut session.output);
                        output.iter().for_each(|(stream, text)| console.print(*stream, text));
                    }
                }
            }
            DebugAnswer::Searched { id, part } if expected == Some(id) => {
                if let Some(task) = self.debugger.session.as_mut().and_then(|session| session.task.as_mut()) {
                    task.part = Some(part);
                }
            }
            DebugAnswer::Moment { id, moment, remark, milliseconds } if expected == Some(id) => {
                self.show_moment(*moment, remark, milliseconds, effects);
            }
            DebugAnswer::Moment { id, moment, .. } => self.looked(id, *moment),
            DebugAnswer::Profile { id, profile } if expected == Some(id) => {
                if let Some(session) = &mut self.debugger.session {
                    session.profile = Some(Rc::new(*profile));
                    session.spoken = "Counted.".to_owned();
                }
                self.task_done(effects);
            }
            DebugAnswer::Breakpoints { id, states } => self.breakpoints_noted(id, states, effects),
            DebugAnswer::Bytes { id, address, bytes, owners, changed } => {
                if let Some(session) = &mut self.debugger.session
                    && session.bytes_request == Some(id)
                {
                    session.bytes_request = None;
                    session.bytes = Some(Rc::new(MemoryBytes { address, bytes, owners, changed }));
                }
            }
            // What nobody waits for any more.
            _ => {}
        }
    }

    fn end_task(&mut self) {
        if let Some(session) = &mut self.debugger.session {
            session.task = None;
        }
    }

    fn show_moment(&mut self, moment: Moment, remark: String, milliseconds: f64, effects: &mut Vec<Effect>) {
        let Some(session) = &mut self.debugger.session else { return };
        let is_first = session.moment.is_none();
        effects.push(Effect::MarkRunning(moment.line.map(|line| (line, moment.span))));
        session.show(moment, remark, milliseconds);
        if is_first {
            let steps = format::thousands(session.recording.steps);
            session.spoken = format!("Stepping through {steps} instructions. {}", session.spoken);
            self.debugger_opened(effects);
        }
        self.task_done(effects);
    }

    /// The worker has done what it was at: on to what waits.
    fn task_done(&mut self, effects: &mut Vec<Effect>) {
        let Some(session) = &mut self.debugger.session else { return };
        session.task = None;
        let next = session.waiting.pop_front();
        if next.is_none() {
            session.aim = None;
        }
        match next {
            Some(to) => {
                let id = self.begin(Work::Travel, effects);
                self.to_debugger(DebugRequest::Go { id, to }, effects);
            }
            None => self.ask_for_wanted_bytes(effects),
        }
    }

    fn ask_for_wanted_bytes(&mut self, effects: &mut Vec<Effect>) {
        if self.debugger.session.as_ref().is_some_and(|session| session.bytes_wanted.is_some()) {
            self.ask_for_bytes(effects);
        }
    }

    /// The first moment is there: the page makes room for what there is to see.
    fn debugger_opened(&mut self, effects: &mut Vec<Effect>) {
        self.send_breakpoints(effects);
        self.drawer = Drawer::Output;
        self.part = Part::Code;
        if !self.has_chosen_layers
            && let [only] = self.columns.as_mut_slice()
            && only.stage != DEFAULT_PANE.0
        {
            let before = std::mem::replace(only, Column::new(DEFAULT_PANE.0)).stage;
            if let Some(session) = &mut self.debugger.session {
                session.replaced = Some(before);
            }
        }
        if self.columns.iter().all(|column| column.run.is_none()) {
            if self.columns.len() == MOST_COLUMNS {
                self.columns.pop();
            }
            self.columns.push(Column::of_run(RunView::Memory));
        }
        self.front = self.columns.len() - 1;
        effects.push(Effect::FocusTransport);
        self.analyse(effects);
    }
}
