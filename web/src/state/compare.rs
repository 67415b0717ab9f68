//! Two programs side by side: the one in the editor, and another one that waits for its turn there.

use std::collections::VecDeque;
use std::rc::Rc;

use stair_protocol::{
    CompareRequest, Compared, ComparedRow, Counts, Engine, EngineTiming, Outputs, PaneDoc, PaneRequest, PassStage,
    Program, RequestId, RunAnswer, RunRequest, Side, Span, Stage,
};

use super::{Activity, Effect, Part, State, Stop};

/// How long each program's steady state is measured on each engine, in milliseconds.
const COMPARE_BUDGET: f64 = 600.0;
/// After how many instructions counting stops.
const COUNT_BUDGET: u64 = 1_000_000_000;

/// The stages that two programs are compared at, beside the programs themselves.
pub const COMPARED: [Stage; 6] = [Stage::Ast, Stage::Types, Stage::Ir, Stage::Bytecode, Stage::Wat, Stage::Wasm];

/// The comparison of two programs.
#[derive(Debug)]
pub struct Compare {
    /// On which side the program in the editor stands.
    pub side: Side,
    /// The other one's text.
    pub other: String,
    /// Whether the comparison is in view, in place of the layers.
    pub is_open: bool,
    /// The stage that is compared; `None` for the programs themselves.
    pub stage: Option<Stage>,
    /// For the IR: after which pass; `None` is the last.
    pub after: Option<String>,
    /// Whether the library's part is shown, too.
    pub library: bool,
    /// Whether only what differs is shown, and a little around it.
    pub only_differences: bool,
    /// What there is to see.
    pub content: CompareContent,
    /// Whether a program has changed to one that does not reach this stage; what is seen then is of an older one.
    pub is_old: bool,
    /// For the IR: the passes to choose from.
    pub passes: Rc<Vec<PassStage>>,
    /// What was measured.
    pub numbers: Option<Numbers>,
    /// The other program's breakpoints.
    stops: Vec<Stop>,
}

/// What there is to see of two programs at a stage.
#[derive(Clone, Debug, Default)]
pub enum CompareContent {
    /// Nothing yet.
    #[default]
    Waiting,
    /// Their lines.
    Rows(Rc<Rows>),
    /// These programs have errors that keep them from the stage.
    Unreachable([bool; 2]),
    /// The compiler failed.
    Failed(String),
}

/// Two documents side by side.
#[derive(Debug, Default)]
pub struct Rows {
    /// The two stages.
    pub docs: [PaneDoc; 2],
    /// Their lines beside each other.
    pub rows: Vec<ComparedRow>,
    /// How many rows are the same, differ, are only on the left, only on the right.
    pub tally: [usize; 4],
}

/// The numbers of two programs.
#[derive(Clone, PartialEq, Debug)]
pub struct Numbers {
    /// What was measured.
    pub programs: Box<[Program; 2]>,
    /// What each of them read from standard input.
    pub stdin: String,
    /// What they take and how large they are, or why that cannot be known; `None` until it is.
    pub counts: Option<[Result<Counts, String>; 2]>,
    /// Whether they print the same.
    pub outputs: Option<Outputs>,
    /// Each engine's times of both programs, in the order of [`Engine::ALL`].
    pub times: Vec<(Engine, [Option<Result<EngineTiming, String>>; 2])>,
    /// What is being timed, and how far that is, from 0 to 1.
    pub current: Option<(Engine, Side, f64)>,
    /// The clock's smallest step in nanoseconds.
    pub resolution: Option<f64>,
    /// Why it ended early.
    pub ended_early: Option<String>,
    /// What is still to be timed.
    queue: VecDeque<(Engine, Side)>,
}

/// Something that happened to the comparison.
#[derive(Clone, PartialEq, Debug)]
pub enum CompareAction {
    /// The person wants to see the comparison, or the layers again.
    Toggle,
    /// The person wants the program on this side in the editor.
    Switch(Side),
    /// The person does not need the other program any more.
    End,
    /// The person chose the stage; `None` for the programs themselves.
    SelectStage(Option<Stage>),
    /// The person chose the pass after which the IR is compared.
    SelectPass(Option<String>),
    /// The person wants the library's part, or not.
    ShowLibrary(bool),
    /// The person wants only the differences, or everything.
    OnlyDifferences(bool),
    /// The person chose a line that came from this place of the program on this side.
    GoTo(Side, Span),
    /// The person wants numbers.
    Measure,
}

impl Compare {
    pub(super) fn new(side: Side, other: String) -> Self {
        Self {
            side,
            other,
            is_open: true,
            stage: Some(Stage::Bytecode),
            after: None,
            library: false,
            only_differences: false,
            content: CompareContent::default(),
            is_old: false,
            passes: Rc::default(),
            numbers: None,
            stops: Vec::new(),
        }
    }

    fn request(&self, current: &Program) -> CompareRequest {
        let pane = self.stage.map(|stage| {
            let of_ir = self.after.clone().filter(|_| stage == Stage::Ir);
            PaneRequest { stage, after: of_ir, library: self.library && stage >= Stage::Ir }
        });
        let other = Program { source: self.other.clone(), ..current.clone() };
        CompareRequest { other, side: self.side, pane }
    }

    /// Takes the compile worker's answer; as in a column, what was seen last stays while a program is being typed.
    fn show(&mut self, compared: Compared) {
        let shows_rows = matches!(self.content, CompareContent::Rows(_));
        match compared {
            Compared::Rows { docs, rows, passes } => {
                let mut tally = [0; 4];
                for row in &rows {
                    let kind = match row.lines {
                        _ if row.is_same() => 0,
                        [Some(_), Some(_)] => 1,
                        [Some(_), None] => 2,
                        _ => 3,
                    };
                    tally[kind] += 1;
                }
                self.content = CompareContent::Rows(Rc::new(Rows { docs: *docs, rows, tally }));
                self.passes = Rc::new(passes);
                self.is_old = false;
            }
            Compared::Unreachable(_) if shows_rows => self.is_old = true,
            Compared::Unreachable(sides) => self.content = CompareContent::Unreachable(sides),
            Compared::Failed(reason) => self.content = CompareContent::Failed(reason),
        }
    }

    /// Forgets what is shown: something else is to be seen.
    fn wait(&mut self) {
        self.content = CompareContent::Waiting;
        self.is_old = false;
        self.passes = Rc::default();
    }
}

impl Numbers {
    fn new(programs: [Program; 2], stdin: String) -> Self {
        Self {
            programs: Box::new(programs),
            stdin,
            counts: None,
            outputs: None,
            times: Vec::new(),
            current: None,
            resolution: None,
            ended_early: None,
            queue: VecDeque::new(),
        }
    }

    fn end(&mut self, reason: String) {
        self.current = None;
        self.queue.clear();
        self.ended_early = Some(reason);
    }
}

impl State {
    /// Both programs, from left to right, if there is a comparison.
    pub fn pair(&self) -> Option<[Program; 2]> {
        let compare = self.compare.as_ref()?;
        let other = Program { source: compare.other.clone(), ..self.program.clone() };
        Some(match compare.side {
            Side::Left => [self.program.clone(), other],
            Side::Right => [other, self.program.clone()],
        })
    }

    /// The comparison, if it is in view.
    pub fn comparison(&self) -> Option<&Compare> {
        self.compare.as_ref().filter(|compare| compare.is_open)
    }

    /// What the compile worker is to set beside the program.
    pub(super) fn beside(&self) -> Option<Box<CompareRequest>> {
        self.comparison().map(|compare| Box::new(compare.request(&self.program)))
    }

    pub(super) fn show_compared(&mut self, compared: Compared) {
        if let Some(compare) = &mut self.compare {
            compare.show(compared);
        }
    }

    pub(super) fn change_comparison(&mut self, action: CompareAction, effects: &mut Vec<Effect>) {
        match action {
            CompareAction::Toggle => {
                self.close_debugger(None, effects);
                match &mut self.compare {
                    Some(compare) => compare.is_open = !compare.is_open,
                    // Two ways to do the same begin with one of them.
                    None => {
                        self.compare = Some(Compare::new(Side::Right, self.program.source.clone()));
                        self.store_other(effects);
                    }
                }
                self.part = Part::Layers;
                self.analyse(effects);
            }
            CompareAction::Switch(side) => self.switch_to(side, effects),
            CompareAction::End => {
                self.stop_measuring(effects);
                self.compare = None;
                self.store_other(effects);
                self.analyse(effects);
            }
            CompareAction::SelectStage(stage) => self.change_view(effects, |compare| compare.stage = stage),
            CompareAction::SelectPass(pass) => self.change_view(effects, |compare| compare.after = pass),
            CompareAction::ShowLibrary(library) => self.change_view(effects, |compare| compare.library = library),
            CompareAction::OnlyDifferences(only) => {
                if let Some(compare) = &mut self.compare {
                    compare.only_differences = only;
                }
            }
            CompareAction::GoTo(side, span) => {
                self.switch_to(side, effects);
                self.part = Part::Code;
                effects.push(Effect::GoTo(span));
            }
            CompareAction::Measure => self.measure(effects),
        }
    }

    fn change_view(&mut self, effects: &mut Vec<Effect>, change: impl FnOnce(&mut Compare)) {
        let Some(compare) = &mut self.compare else { return };
        let before = compare.stage;
        change(compare);
        if compare.stage != before {
            compare.wait();
        }
        self.analyse(effects);
    }

    /// Puts the program of that side into the editor, where it is again as it was left.
    fn switch_to(&mut self, side: Side, effects: &mut Vec<Effect>) {
        if self.compare.as_ref().is_none_or(|compare| compare.side == side) {
            return;
        }
        self.close_debugger(None, effects);
        let Some(compare) = &mut self.compare else { return };
        compare.side = side;
        std::mem::swap(&mut compare.other, &mut self.program.source);
        std::mem::swap(&mut compare.stops, &mut self.debugger.stops);
        self.chosen = None;
        self.pointed = None;
        self.here = None;
        effects.push(Effect::ShowProgram(side, self.program.source.clone()));
        effects.push(Effect::StoreProgram(self.program.source.clone()));
        self.store_other(effects);
        self.show_breakpoints(effects);
        self.analyse(effects);
    }

    pub(super) fn store_other(&self, effects: &mut Vec<Effect>) {
        let other = self.compare.as_ref().map(|compare| (compare.side, compare.other.clone()));
        effects.push(Effect::StoreOther(other));
    }

    fn measure(&mut self, effects: &mut Vec<Effect>) {
        let Some(programs) = self.pair() else { return };
        self.stop(effects);
        self.start_runner(effects);
        let id = self.next_id();
        self.activity = Activity::Measuring(id);
        self.waiting_run = Some(RunRequest::Count {
            id,
            programs: Box::new(programs.clone()),
            stdin: self.stdin.clone(),
            budget: COUNT_BUDGET,
        });
        let stdin = self.stdin.clone();
        if let Some(compare) = &mut self.compare {
            compare.numbers = Some(Numbers::new(programs, stdin));
        }
    }

    fn numbers(&mut self) -> Option<&mut Numbers> {
        self.compare.as_mut()?.numbers.as_mut()
    }

    /// Says why the measurement is over before its time.
    pub(super) fn end_measuring(&mut self, reason: &str) {
        if let Some(numbers) = self.numbers() {
            numbers.end(reason.to_owned());
        }
    }

    fn stop_measuring(&mut self, effects: &mut Vec<Effect>) {
        if matches!(self.activity, Activity::Measuring(_)) {
            self.stop(effects);
        }
    }

    /// Takes an answer of the run worker to a measurement; gives it back if it is none.
    pub(super) fn measured(&mut self, answer: RunAnswer) -> Option<RunAnswer> {
        let Activity::Measuring(expected) = self.activity else { return Some(answer) };
        let Some(numbers) = self.numbers() else { return Some(answer) };
        let current = numbers.current;
        match answer {
            RunAnswer::Counted { id, counts, outputs } if id == expected => {
                let can_be_timed =
                    counts.iter().all(|counts| counts.as_ref().is_ok_and(|counts| counts.exit.is_some()));
                if can_be_timed {
                    numbers.times = Engine::ALL.map(|engine| (engine, [None, None])).to_vec();
                    numbers.queue =
                        Engine::ALL.into_iter().flat_map(|engine| Side::ALL.map(|side| (engine, side))).collect();
                }
                numbers.counts = Some(counts);
                numbers.outputs = Some(outputs);
                self.measure_next();
            }
            RunAnswer::Progress { id, part, .. } if id == expected => {
                numbers.current = current.map(|(engine, side, _)| (engine, side, part));
            }
            RunAnswer::Sampled { id, .. } if id == expected => {}
            RunAnswer::Timed { id, engine, timing } if id == expected => {
                let times = numbers.times.iter_mut().find(|(timed, _)| *timed == engine);
                if let (Some((_, sides)), Some((_, side, _))) = (times, current) {
                    sides[side.index()] = Some(timing);
                }
            }
            RunAnswer::TimingDone { id, resolution } if id == expected => {
                numbers.resolution = Some(resolution);
                self.measure_next();
            }
            other => return Some(other),
        }
        None
    }

    /// Times the next program on the next engine: the programs take turns, so that what else the machine does befalls both.
    fn measure_next(&mut self) {
        let id = self.next_id();
        let next = self.numbers().and_then(|numbers| {
            numbers.current = None;
            let (engine, side) = numbers.queue.pop_front()?;
            numbers.current = Some((engine, side, 0.0));
            Some((engine, numbers.programs[side.index()].clone(), numbers.stdin.clone()))
        });
        match next {
            Some((engine, program, stdin)) => {
                self.activity = Activity::Measuring(id);
                self.waiting_run =
                    Some(RunRequest::Time { id, program, stdin, engines: vec![engine], budget: COMPARE_BUDGET });
            }
            None => self.activity = Activity::Idle,
        }
    }

    /// The request that the run worker is at, if it measures.
    pub(super) fn is_measuring(&self, id: RequestId) -> bool {
        self.activity == Activity::Measuring(id)
    }
}
