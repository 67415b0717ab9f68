//! The debug worker: records a run and shows any moment of it.
//!
//! It works in spells of a few milliseconds. Between two of them it takes new requests, so that each can be given up.

use stair::bytecode::{scalar::type_name, value_text};
use stair::debugger::{self, BreakAt, Debugger, Layer, Pane, Progress};
use stair::history::Direction as Way;
use stair::inspect::{self, Opened, Owned};
use stair::picture::{Picture, State, VariableAt};
use stair::vm::{self, TypedCell};
use stair::{Compiler, Failure};
use stair_protocol::{
    Block, Breakpoint, Calls, Cells, DebugAnswer, DebugRequest, Direction, Frame, Gap, HotFunction, Instruction,
    MAX_BYTES, Moment, Operand, PaneCounts, PaneLines, Program, Recording, RequestId, RunProfile, Stage, Start, Stream,
    Stretch, Travel, Unit, Value, ValueKind, Variable, VariableState, View,
};
use stair_web::changes;
use stair_web::input::Input;
use stair_web::sent::Sent;

use crate::compile::session;
use crate::interop::{answer, later, now};
use crate::panes::user_span;
use crate::run::QuietHost;

/// How long a spell is to take, in milliseconds: less than anybody notices.
const SPELL: f64 = 12.0;
/// How many instructions the first spell executes, and how many any executes at least.
const FIRST_STEPS: u64 = 1 << 19;
const LEAST_STEPS: u64 = 1 << 12;
/// How often progress is told, in milliseconds.
const REPORT: f64 = 80.0;

/// A run, and what the worker is doing with it.
#[derive(Default)]
pub(crate) struct Recorder {
    compiler: Compiler,
    debugger: Option<Debugger>,
    /// What the run finds while it is recorded.
    world: QuietHost,
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
    fn is_report_due(&mut self) -> bool {
        let is_due = now() - self.reported >= REPORT;
        if is_due {
            self.reported = now();
        }
        is_due
    }

    /// Tells which part of the way is behind, if it is time to.
    fn report(&mut self, part: f32) {
        if self.is_report_due() {
            answer(&DebugAnswer::Searched { id: self.id, part });
        }
    }
}

impl Recorder {
    /// Takes a request; what takes long is done by [`Recorder::go_on`].
    pub(crate) fn serve(&mut self, request: DebugRequest) {
        match request {
            DebugRequest::Open { id, program, stdin, budget, at, view } => {
                self.work = None;
                self.view = view;
                match self.open(&program, &stdin) {
                    Ok(()) => {
                        let then = match at {
                            Start::Beginning => Some(debugger::Travel::ToBeginning),
                            Start::End => None,
                        };
                        self.begin(id, Task::Record { left: budget, then });
                    }
                    Err(Failure::Rejected) => answer(&DebugAnswer::Rejected { id }),
                    Err(failure) => answer(&DebugAnswer::Failed { id, reason: failure.to_string() }),
                }
            }
            DebugRequest::Continue { id, budget } => {
                let next = self.debugger.as_ref().map_or(0, |debugger| debugger.history().last() + 1);
                self.begin(id, Task::Record { left: budget, then: Some(debugger::Travel::To(next)) });
            }
            DebugRequest::Go { id, to } => {
                if let Some(debugger) = &mut self.debugger {
                    debugger.go(&travel(&to));
                }
                self.begin(id, Task::Travel);
            }
            DebugRequest::Look { id, view } => {
                self.view = view;
                self.look_again(id);
            }
            DebugRequest::Break { id, breakpoints } => {
                let Some(debugger) = &mut self.debugger else { return };
                let breakpoints: Vec<debugger::Breakpoint> = breakpoints.iter().map(breakpoint).collect();
                answer(&DebugAnswer::Breakpoints { id, states: debugger.set_breakpoints(&breakpoints) });
            }
            DebugRequest::Count { id } => {
                if let Some(debugger) = &mut self.debugger {
                    debugger.give_up();
                }
                self.begin(id, Task::Count);
            }
            DebugRequest::Bytes { id, address, len } => self.bytes(id, address, len.min(MAX_BYTES)),
            DebugRequest::Cancel { id } => {
                self.work = None;
                if let Some(debugger) = &mut self.debugger {
                    debugger.give_up();
                }
                self.show(id, String::new(), now());
            }
        }
    }

    fn open(&mut self, program: &Program, stdin: &str) -> Result<(), Failure> {
        // The old run's memory is free before the new one's is wanted.
        self.debugger = None;
        self.debugger = Some(Debugger::new(session(&self.compiler, program))?);
        self.world = QuietHost::new(Input::new(stdin));
        (self.steps, self.sent, self.recording) = (FIRST_STEPS, Sent::default(), Recording::default());
        (self.shown, self.before, self.picture) = (None, None, Picture::default());
        Ok(())
    }

    fn begin(&mut self, id: RequestId, task: Task) {
        let started = now();
        self.work = Some(Work { id, task, started, reported: started });
        later();
    }

    /// Works for a spell.
    pub(crate) fn go_on(&mut self) {
        let (Some(mut work), Some(debugger)) = (self.work.take(), &mut self.debugger) else { return };
        let start = now();
        match &mut work.task {
            Task::Record { left, then } => {
                let before = debugger.history().recorded();
                let steps = self.steps.min(*left);
                let recorded = debugger.record(&mut self.world, steps);
                *left -= steps;
                let over = recorded.exit_code.is_some() || recorded.is_full || *left == 0;
                let then = if over { then.take() } else { None };
                self.pace(now() - start, recorded.steps - before.steps);
                self.recording.milliseconds += now() - start;
                if over {
                    self.end_recording(work.id, then);
                    self.begin(work.id, Task::Travel);
                    return;
                }
                if work.is_report_due() {
                    self.report_recording(work.id);
                }
            }
            Task::Travel => {
                let progress = debugger.advance(self.steps);
                self.pace(now() - start, self.steps);
                match progress {
                    Progress::Arrived(remark) => return self.show(work.id, remark, work.started),
                    Progress::OnTheWay(part) => work.report(part),
                }
            }
            Task::Count => {
                let part = debugger.count(self.steps);
                self.pace(now() - start, self.steps);
                match part {
                    None => return self.show_profile(work.id),
                    Some(part) => work.report(part),
                }
            }
        }
        self.work = Some(work);
        later();
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
        answer(&DebugAnswer::Profile { id, profile });
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
        answer(&DebugAnswer::Recorded { id, recording: self.recording.clone(), output });
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
        let told = DebugAnswer::Moment { id, moment, remark, milliseconds: now() - started };
        answer(&told);
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
        self.show(id, String::new(), now());
    }

    fn bytes(&mut self, id: RequestId, address: u64, len: u32) {
        let Some(debugger) = &mut self.debugger else { return };
        let here = debugger.at();
        let before = self.before.as_ref().map(|before| debugger.memory_at(before.step, address, len as usize));
        let bytes = debugger.memory_at(here, address, len as usize);
        let end = address.saturating_add(bytes.len() as u64);
        let owned = debugger.look(here, |debugger, vm, frames| {
            let program = vm.code().verified().program();
            Some(debugger.variables()?.owners(address..end, frames, &self.picture, program))
        });
        let owner = |owned: Owned| ((owned.from - address) as u32, (owned.to - address) as u32, owned.name);
        let owners = owned.unwrap_or_default().into_iter().map(owner).collect();
        let changed = before.map_or_else(Vec::new, |before| changes::differences(&before, &bytes));
        answer(&DebugAnswer::Bytes { id, address, bytes, owners, changed });
    }
}

/// The elements that are to be shown though they are not among the first of their array.
fn opened(view: &View) -> Opened {
    let mut opened = Opened::new();
    for Stretch { way, from, to } in &view.stretches {
        opened.entry(way.clone()).or_default().push(*from..*to);
    }
    opened
}

/// The values of a moment, and with them its frames and blocks.
fn values(debugger: &Debugger, vm: &vm::Vm, frames: &[vm::Frame], opened: Opened) -> (Picture, Vec<Frame>, Vec<Block>) {
    let variables = debugger.variables();
    let picture = variables.map(|v| v.picture_with(frames, vm.memory(), opened)).unwrap_or_default();
    let mut variables = picture.frames.iter();
    let with_variables = |f: &vm::Frame| {
        let variables = variables.next().map_or(&[][..], Vec::as_slice).iter();
        Frame { variables: variables.map(variable).collect(), ..frame(debugger, f) }
    };
    let frames = frames.iter().map(with_variables).collect();
    let block = |block: &inspect::Block| Block {
        address: block.address,
        size: block.size,
        heap: block.heap,
        value: value(&block.value),
    };
    let blocks = picture.blocks.blocks.iter().map(block).collect();
    (picture, frames, blocks)
}

fn variable(found: &VariableAt) -> Variable {
    let state = match found.state {
        State::Live => VariableState::Live,
        State::Uninitialised => VariableState::Uninitialised,
        State::Moved => VariableState::Moved,
        State::PartlyMoved => VariableState::PartlyMoved,
        State::MaybeMoved => VariableState::MaybeMoved,
        State::MaybeUninitialised => VariableState::MaybeUninitialised,
        State::Dropped => VariableState::Dropped,
        State::OptimisedAway => VariableState::OptimisedAway,
    };
    Variable { name: found.name.to_string(), span: user_span(found.span), state, value: value(&found.value) }
}

fn kind(found: inspect::ValueKind) -> ValueKind {
    match found {
        inspect::ValueKind::Scalar => ValueKind::Scalar,
        inspect::ValueKind::Struct => ValueKind::Struct,
        inspect::ValueKind::Enum => ValueKind::Enum,
        inspect::ValueKind::Array => ValueKind::Array,
        inspect::ValueKind::Reference => ValueKind::Reference,
        inspect::ValueKind::MutReference => ValueKind::MutReference,
        inspect::ValueKind::Owner => ValueKind::Owner,
        inspect::ValueKind::SharedOwner => ValueKind::SharedOwner,
        inspect::ValueKind::Address => ValueKind::Address,
    }
}

fn value(found: &inspect::Value) -> Value {
    Value {
        label: found.label.to_string(),
        ty: found.ty.to_string(),
        text: found.text.clone(),
        address: found.address,
        size: found.size,
        kind: kind(found.kind),
        target: found.target,
        parts: found.parts.iter().map(value).collect(),
        cells: found.cells.iter().map(cells).collect(),
        gaps: found.gaps.iter().map(gap).collect(),
        way: found.way.clone(),
        changed: false,
    }
}

fn cells(found: &inspect::Cells) -> Cells {
    Cells {
        from: found.from,
        address: found.address,
        size: found.size,
        ty: found.ty.to_string(),
        kind: kind(found.kind),
        texts: found.texts.clone(),
        ends: found.ends.clone(),
        changed: Vec::new(),
    }
}

fn gap(found: &inspect::Gap) -> Gap {
    Gap { before: found.before as u32, from: found.from, to: found.to }
}

fn way(direction: Direction) -> Way {
    match direction {
        Direction::Forward => Way::Forward,
        Direction::Back => Way::Back,
    }
}

fn travel(to: &Travel) -> debugger::Travel {
    match to {
        Travel::To(step) => debugger::Travel::To(*step),
        Travel::Step { unit, calls, direction } => {
            let unit = match unit {
                Unit::Expression => debugger::Unit::Expression,
                Unit::Line => debugger::Unit::Line,
                Unit::Instruction => debugger::Unit::Instruction,
                Unit::Call => debugger::Unit::Call,
            };
            let calls = match calls {
                Calls::Into => debugger::Calls::Into,
                Calls::Over => debugger::Calls::Over,
                Calls::Out => debugger::Calls::Out,
            };
            debugger::Travel::Step(unit, calls, way(*direction))
        }
        Travel::Run(direction) => debugger::Travel::Run(way(*direction)),
        Travel::ToLine(line, direction) => debugger::Travel::ToLine(*line, way(*direction)),
        Travel::ToPaneLine { stage, library, line, direction } => {
            debugger::Travel::ToPaneLine(pane(*stage, *library), *line, way(*direction))
        }
        Travel::ToWrite { address, len, direction } => debugger::Travel::ToWrite(*address, *len, way(*direction)),
        Travel::ToChange { function, variable, direction } => {
            debugger::Travel::ToChange(function.clone(), variable.clone(), way(*direction))
        }
        Travel::ToOutput(stream, index) => debugger::Travel::ToOutput(usize::from(*stream == Stream::Stderr), *index),
        Travel::ToPanic => debugger::Travel::ToPanic,
    }
}

fn breakpoint(wanted: &Breakpoint) -> debugger::Breakpoint {
    let at = match &wanted.at {
        stair_protocol::BreakAt::Line(line) => BreakAt::Line(*line),
        stair_protocol::BreakAt::Function(name) => BreakAt::Function(name.clone()),
        stair_protocol::BreakAt::Instruction(name, pc) => BreakAt::Instruction(name.clone(), *pc),
        stair_protocol::BreakAt::Memory { address, len } => BreakAt::Memory(*address, *len),
        stair_protocol::BreakAt::Variable(function, name) => BreakAt::Variable(function.clone(), name.clone()),
    };
    debugger::Breakpoint { at, condition: wanted.condition.clone(), enabled: wanted.enabled }
}

fn pane(stage: Stage, library: bool) -> Pane {
    let layer = match stage {
        Stage::Tokens => Layer::Tokens,
        Stage::Ast => Layer::Tree,
        Stage::Types => Layer::Types,
        Stage::Ownership => Layer::Ownership,
        Stage::Ir => Layer::Ir,
        Stage::Bytecode => Layer::Bytecode,
        Stage::Wat => Layer::Wat,
        Stage::Wasm => Layer::Wasm,
    };
    Pane { layer, library }
}

fn stage(layer: Layer) -> Stage {
    match layer {
        Layer::Tokens => Stage::Tokens,
        Layer::Tree => Stage::Ast,
        Layer::Types => Stage::Types,
        Layer::Ownership => Stage::Ownership,
        Layer::Ir => Stage::Ir,
        Layer::Bytecode => Stage::Bytecode,
        Layer::Wat => Stage::Wat,
        Layer::Wasm => Stage::Wasm,
    }
}

fn operand(cell: TypedCell) -> Operand {
    Operand { ty: type_name(cell.ty).to_owned(), text: value_text(cell.ty, cell.bits) }
}

fn frame(debugger: &Debugger, frame: &vm::Frame) -> Frame {
    let program = debugger.history().vm().code().verified().program();
    let func = &program.funcs[frame.func as usize];
    let span = user_span(func.origin(frame.pc).span).filter(|(start, end)| start < end && func.is_user);
    let slots = func.locals.iter().zip(&frame.locals);
    Frame {
        function: func.name.to_string(),
        is_user: func.is_user,
        span,
        line: span.map(|_| debugger.session().sources().line_col(func.origin(frame.pc).span).line),
        pc: frame.pc,
        memory: (frame.address, func.frame_size),
        operands: frame.stack.iter().copied().map(operand).collect(),
        slots: slots.map(|(l, &bits)| (l.name.to_string(), operand(TypedCell { ty: l.ty, bits }))).collect(),
        variables: Vec::new(),
    }
}

fn moment(
    debugger: &Debugger,
    found: debugger::Moment,
    lines: Vec<debugger::PaneLines>,
    recording: Recording,
) -> Moment {
    let program = debugger.history().vm().code().verified().program();
    let instruction = found.next.map(|next| {
        let func = &program.funcs[next.step.func as usize];
        Instruction {
            function: func.name.to_string(),
            is_user: func.is_user,
            pc: next.step.pc,
            bytes: next.bytes,
            text: next.text,
            before: next.before.into_iter().map(operand).collect(),
            after: next.after.into_iter().map(operand).collect(),
            pops: next.pops as u32,
            pushes: next.pushes as u32,
            decoded: next.decoded,
        }
    });
    Moment {
        step: found.step,
        recording,
        narration: found.narration,
        span: found.span.and_then(user_span),
        line: found.line,
        lines: lines
            .into_iter()
            .map(|l| PaneLines { stage: stage(l.pane.layer), library: l.pane.library, lines: l.lines })
            .collect(),
        instruction,
        frames: Vec::new(),
        depth: found.depth as u32,
        printed: (found.printed[0], found.printed[1]),
        read: found.read,
        blocks: Vec::new(),
    }
}
