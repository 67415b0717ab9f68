//! The page's state, and everything that can happen to it.
//!
//! [`State::apply`] is the one transition: it takes an [`Action`], changes the state, and returns the [`Effect`]s that are to
//! be carried out (a message to a worker, a change in the editor, something to be stored). It touches nothing outside, so
//! that every behaviour of the page is tested here without a browser.

mod action;
mod column;
mod console;
mod timings;

use std::rc::Rc;

use stair_protocol::{
    CompileAnswer, CompileRequest, Diagnostic, Engine, ExitReason, PaneContent, PaneRequest, Profile, Program,
    RequestId, RunAnswer, RunRequest, Span, Stage,
};

pub use action::{Action, Effect, Place, Stored};
pub use column::{Column, Content};
pub use console::{Chunk, Console};
pub use timings::{EngineTimes, Timings};

use crate::examples::EXAMPLES;
use crate::link::{self, Shared};

/// The file name that messages show.
pub const PROGRAM_NAME: &str = "main.rs";
/// After how many milliseconds of an analysis the page says that it is at one, offers to cancel it, and cancels it.
pub const COMPILER_PATIENCE: [(Wait, u32); 3] = [(Wait::Noticeable, 500), (Wait::Long, 2_000), (Wait::TooLong, 10_000)];
/// How long each engine's steady state is measured, in milliseconds.
pub const TIMING_BUDGET: f64 = 1_000.0;
/// How many panes can stand beside each other.
pub const MOST_COLUMNS: usize = 3;

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The theme's name, as it is stored and as the style sheet knows it.
    pub fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of that name; [`Theme::System`] for any other.
    pub fn from_name(name: &str) -> Theme {
        [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }

    /// The one that the theme button goes to.
    pub fn next(self) -> Theme {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }
}

/// What the drawer below the editor shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Drawer {
    /// What the program printed.
    #[default]
    Output,
    /// What the compiler says.
    Problems,
    /// How long the engines took.
    Timings,
}

/// Which part of the page a narrow screen shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Part {
    /// The editor.
    #[default]
    Code,
    /// The drawer.
    Results,
    /// The panes.
    Layers,
}

/// A place that source and panes light up together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The place in the source; empty for a mere position.
    pub span: Span,
    /// Where it was pointed at.
    pub origin: Origin,
    /// The line of another stage that it was made from, where the compiler knows that.
    pub from: Option<(Stage, u32)>,
}

impl Mark {
    /// A position in the editor.
    fn at(offset: u32) -> Self {
        Mark { span: (offset, offset), origin: Origin::Source, from: None }
    }
}

/// Where a mark was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// In the editor.
    Source,
    /// In the column of this index.
    Column(usize),
}

/// What the run worker is doing.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Activity {
    /// Nothing.
    #[default]
    Idle,
    /// Running a program.
    Running(RequestId, Engine),
    /// Timing a program.
    Timing(RequestId),
}

/// How the last run ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// By itself.
    Exited {
        /// What ran it.
        engine: Engine,
        /// How.
        reason: ExitReason,
        /// From source to what the engine runs, in milliseconds.
        compile: f64,
        /// From the first instruction to the last, in milliseconds.
        run: f64,
    },
    /// The person stopped it.
    Stopped(Engine),
    /// The program has errors.
    Rejected,
    /// The worker was lost: out of memory, most likely.
    Lost(Engine, String),
}

/// How long the compile worker has been at an analysis.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Wait {
    /// Not long enough to speak of.
    #[default]
    Short,
    /// Long enough to say so.
    Noticeable,
    /// Long enough to offer an end.
    Long,
    /// Longer than it may take.
    TooLong,
}

/// A message to the person, until it is dismissed or replaced.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// A sentence or two.
    pub text: String,
    /// Whether to offer the program that was there before.
    pub offers_previous: bool,
}

/// The page.
#[derive(Debug)]
pub struct State {
    /// What is in the editor, and its profile.
    pub program: Program,
    /// The program that was there before an example or a link replaced it.
    pub previous: Option<String>,
    /// What Run uses.
    pub engine: Engine,
    /// Light or dark.
    pub theme: Theme,
    /// What is below the editor.
    pub drawer: Drawer,
    /// What a narrow screen shows.
    pub part: Part,
    /// The panes, from left to right; at least one.
    pub columns: Vec<Column>,
    /// What the compiler says of the last program that it has seen.
    pub diagnostics: Rc<Vec<Diagnostic>>,
    /// An error code's explanation that is being shown.
    pub explanation: Option<(String, String)>,
    /// The place of the cursor or of the line that was last chosen.
    pub chosen: Option<Mark>,
    /// The place under the pointer; while there is one it goes before `chosen`.
    pub pointed: Option<Mark>,
    /// What the program printed.
    pub console: Console,
    /// What the run worker is doing.
    pub activity: Activity,
    /// How the last run ended.
    pub outcome: Option<Outcome>,
    /// What the last run ran.
    pub ran: Option<Program>,
    /// The last timing.
    pub timings: Option<Timings>,
    /// A message.
    pub notice: Option<Notice>,
    /// How long the compile worker took for its last answer, in milliseconds.
    pub analysis_time: Option<f64>,
    /// How long it has been at the one that it is at.
    pub analysis_wait: Wait,

    compiler_ready: bool,
    /// Whether there is a run worker: the first one starts when the compile worker has done its first work.
    runner_started: bool,
    runner_ready: bool,
    /// A request that waits for the run worker to be ready.
    waiting_run: Option<RunRequest>,
    last_id: u32,
    /// The analysis that the compile worker is at, and whether the program has changed since.
    analysis: Option<RequestId>,
    analysis_is_stale: bool,
    hover: Option<(RequestId, u32)>,
    explain: Option<(RequestId, String)>,
    module: Option<RequestId>,
    /// The analysis with which the compile worker was lost; it is not asked for again until it changes.
    fatal: Option<(Program, Vec<PaneRequest>)>,
}

impl State {
    /// The page as it opens: with what was stored, and with the link's program if there is one.
    pub fn new(stored: Stored, fragment: &str) -> (State, Vec<Effect>) {
        let mut state = State {
            program: Program {
                name: PROGRAM_NAME.to_owned(),
                source: stored.source.unwrap_or_else(|| EXAMPLES[0].source.to_owned()),
                profile: stored.profile,
            },
            previous: stored.previous,
            engine: stored.engine,
            theme: stored.theme,
            drawer: Drawer::default(),
            part: Part::default(),
            columns: vec![Column::new(Stage::Ast)],
            diagnostics: Rc::default(),
            explanation: None,
            chosen: None,
            pointed: None,
            console: Console::default(),
            activity: Activity::default(),
            outcome: None,
            ran: None,
            timings: None,
            notice: None,
            analysis_time: None,
            analysis_wait: Wait::Short,
            compiler_ready: false,
            runner_started: false,
            runner_ready: false,
            waiting_run: None,
            last_id: 0,
            analysis: None,
            analysis_is_stale: true,
            hover: None,
            explain: None,
            module: None,
            fatal: None,
        };
        let mut effects = vec![Effect::ApplyTheme(state.theme)];
        if !fragment.trim_start_matches('#').is_empty() {
            state.open_link(fragment, &mut effects);
        }
        (state, effects)
    }

    /// The place that is lit now.
    pub fn mark(&self) -> Option<Mark> {
        self.pointed.or(self.chosen)
    }

    /// How many diagnostics are errors.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == stair_protocol::Severity::Error).count()
    }

    /// Whether the compile worker has loaded.
    pub fn is_compiler_ready(&self) -> bool {
        self.compiler_ready
    }

    /// Whether the program or its profile has changed since it was run.
    pub fn has_changed_since_run(&self) -> bool {
        self.ran.as_ref().is_some_and(|ran| *ran != self.program)
    }

    /// Whether the run worker is at work.
    pub fn is_busy(&self) -> bool {
        self.activity != Activity::Idle
    }

    /// Lets `action` happen. The effects are to be carried out in order.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        match action {
            Action::Edited(source) => self.edited(source, &mut effects),
            Action::SetProfile(profile) => {
                self.program.profile = profile;
                effects.push(Effect::StoreSettings { profile, engine: self.engine });
                self.analyse(&mut effects);
            }
            Action::SetEngine(engine) => {
                self.engine = engine;
                effects.push(Effect::StoreSettings { profile: self.program.profile, engine });
            }
            Action::SetTheme(theme) => {
                self.theme = theme;
                effects.push(Effect::StoreTheme(theme));
                effects.push(Effect::ApplyTheme(theme));
            }
            Action::SetDrawer(drawer) => self.drawer = drawer,
            Action::SetPart(part) => self.part = part,
            Action::OpenExample(index) => {
                if let Some(example) = EXAMPLES.get(index) {
                    let text = format!("Opened “{}”.", example.title);
                    self.replace_program(example.source.to_owned(), text, &mut effects);
                }
            }
            Action::OpenLink(fragment) => self.open_link(&fragment, &mut effects),
            Action::BringBackPrevious => {
                if let Some(source) = self.previous.take() {
                    self.replace_program(source, "Your earlier program is back.".to_owned(), &mut effects);
                }
            }
            Action::DismissNotice => self.notice = None,
            Action::Share => {
                let shared = Shared { source: self.program.source.clone(), profile: self.program.profile };
                effects.push(Effect::CopyLink(link::encode(&shared)));
            }
            Action::LinkCopied(copied) => {
                let text = if copied {
                    "The link is in the clipboard. It carries the whole program and its profile."
                } else {
                    "The link is in the address bar. It carries the whole program and its profile."
                };
                self.notice = Some(Notice { text: text.to_owned(), offers_previous: false });
            }
            Action::CouldNotStore => {
                let text = "This browser does not let the page keep your program. It will be gone after a reload.";
                self.notice = Some(Notice { text: text.to_owned(), offers_previous: false });
            }

            Action::SelectStage(index, stage) => {
                if let Some(column) = self.columns.get_mut(index) {
                    *column = Column::new(stage);
                    self.analyse(&mut effects);
                }
            }
            Action::SelectPass(index, pass) => {
                if let Some(column) = self.columns.get_mut(index) {
                    column.after = pass;
                    self.analyse(&mut effects);
                }
            }
            Action::ShowLibrary(index, library) => {
                if let Some(column) = self.columns.get_mut(index) {
                    column.library = library;
                    self.analyse(&mut effects);
                }
            }
            Action::AddColumn => {
                if self.columns.len() < MOST_COLUMNS {
                    let shown: Vec<Stage> = self.columns.iter().map(|column| column.stage).collect();
                    let below = shown.last().and_then(|last| Stage::ALL.into_iter().find(|stage| stage > last));
                    let stage = below.or_else(|| Stage::ALL.into_iter().find(|stage| !shown.contains(stage)));
                    self.columns.push(Column::new(stage.unwrap_or(Stage::Ir)));
                    self.analyse(&mut effects);
                }
            }
            Action::RemoveColumn(index) => {
                if self.columns.len() > 1 && index < self.columns.len() {
                    self.columns.remove(index);
                    self.pointed = None;
                }
            }

            Action::CursorMoved(offset) => {
                self.chosen = Some(Mark::at(offset));
                // A pointer that rests somewhere is not what the person is at now.
                self.pointed = None;
                effects.push(Effect::MarkSource(None));
            }
            Action::PointedAtSource(offset) => {
                self.pointed = offset.map(Mark::at);
                self.mark_source(&mut effects);
            }
            Action::PointedAtPane { column, place } => {
                self.pointed = place.map(|place| self.mark_in(column, place));
                self.mark_source(&mut effects);
            }
            Action::ChoseInPane { column, place, go } => {
                let span = place.span;
                self.chosen = Some(self.mark_in(column, place));
                self.pointed = None;
                self.mark_source(&mut effects);
                effects.push(if go { Effect::GoTo(span) } else { Effect::Reveal(span) });
            }
            Action::GoTo(span) => {
                self.part = Part::Code;
                effects.push(Effect::GoTo(span));
            }

            Action::HoverAsked { token, offset } => {
                if self.compiler_ready {
                    let id = self.next_id();
                    self.hover = Some((id, token));
                    effects.push(Effect::ToCompiler(CompileRequest::Hover { id, offset }));
                } else {
                    effects.push(Effect::AnswerHover { token, hover: None });
                }
            }
            Action::ApplySuggestion { diagnostic, suggestion } => {
                let chosen = self.diagnostics.get(diagnostic).and_then(|found| found.suggestions.get(suggestion));
                if let Some(suggestion) = chosen {
                    effects.push(Effect::ReplaceText { span: suggestion.span, text: suggestion.replacement.clone() });
                }
            }
            Action::Explain(code) => {
                if self.compiler_ready {
                    let id = self.next_id();
                    self.explain = Some((id, code.clone()));
                    effects.push(Effect::ToCompiler(CompileRequest::Explain { id, code }));
                }
            }
            Action::CloseExplanation => self.explanation = None,
            Action::Download => {
                if self.compiler_ready && self.module.is_none() {
                    let id = self.next_id();
                    self.module = Some(id);
                    effects.push(Effect::ToCompiler(CompileRequest::Module { id }));
                }
            }

            Action::Run => self.run(&mut effects),
            Action::Time => self.time(&mut effects),
            Action::Stop => self.stop(&mut effects),

            Action::FromCompiler(answer) => self.from_compiler(answer, &mut effects),
            Action::FromRunner(answer) => self.from_runner(answer),
            Action::CompilerLate(id, wait) => {
                if self.analysis == Some(id) {
                    self.compiler_late(id, wait, &mut effects);
                }
            }
            Action::CancelAnalysis => {
                if self.analysis.is_some() {
                    self.lose_compiler("you cancelled it", &mut effects);
                }
            }
            Action::CompilerLost(reason) => self.lose_compiler(&reason, &mut effects),
            Action::RunnerLost(reason) => self.lose_runner(reason, &mut effects),
        }
        if self.runner_ready
            && let Some(request) = self.waiting_run.take()
        {
            effects.push(Effect::ToRunner(request));
        }
        effects
    }

    fn mark_in(&self, column: usize, place: Place) -> Mark {
        let above = self.columns.get(column).and_then(|column| column.stage.above());
        Mark { span: place.span, origin: Origin::Column(column), from: above.zip(place.from) }
    }

    fn next_id(&mut self) -> RequestId {
        self.last_id += 1;
        RequestId(self.last_id)
    }

    fn edited(&mut self, source: String, effects: &mut Vec<Effect>) {
        if source == self.program.source {
            return;
        }
        self.program.source = source;
        self.pointed = None;
        // The compiler works while the page does the rest.
        self.analyse(effects);
        effects.push(Effect::StoreProgram(self.program.source.clone()));
    }

    /// Puts another program into the editor. The one that was there can be brought back.
    fn replace_program(&mut self, source: String, text: String, effects: &mut Vec<Effect>) {
        if source == self.program.source {
            return;
        }
        let known = EXAMPLES.iter().any(|example| example.source == self.program.source);
        if !known && !self.program.source.trim().is_empty() {
            self.previous = Some(self.program.source.clone());
            effects.push(Effect::StorePrevious(self.program.source.clone()));
        }
        let offers_previous = !known && self.previous.is_some();
        self.notice = offers_previous.then_some(Notice { text, offers_previous });
        self.program.source = source;
        self.chosen = None;
        self.pointed = None;
        self.console.clear();
        self.outcome = None;
        self.timings = None;
        self.part = Part::Code;
        self.stop(effects);
        self.outcome = None;
        effects.push(Effect::StoreProgram(self.program.source.clone()));
        effects.push(Effect::SetEditorText(self.program.source.clone()));
        self.analyse(effects);
    }

    fn open_link(&mut self, fragment: &str, effects: &mut Vec<Effect>) {
        match link::decode(fragment) {
            Ok(shared) => {
                self.program.profile = shared.profile;
                effects.push(Effect::StoreSettings { profile: shared.profile, engine: self.engine });
                self.replace_program(shared.source, "Opened the program in the link.".to_owned(), effects);
            }
            Err(text) => self.notice = Some(Notice { text, offers_previous: false }),
        }
        // The link has done its work: what is in the editor from now on is the person's own, and a reload keeps it.
        effects.push(Effect::ClearFragment);
    }

    /// Asks for a new analysis, at once or, if the worker is still at one, when it is done: keystrokes never queue up.
    fn analyse(&mut self, effects: &mut Vec<Effect>) {
        let panes: Vec<PaneRequest> = self.columns.iter().map(Column::request).collect();
        let is_fatal = self.fatal.as_ref().is_some_and(|(program, fatal)| *program == self.program && *fatal == panes);
        if !self.compiler_ready || self.analysis.is_some() || is_fatal {
            self.analysis_is_stale = true;
            return;
        }
        self.fatal = None;
        self.analysis_is_stale = false;
        let id = self.next_id();
        self.analysis = Some(id);
        self.analysis_wait = Wait::Short;
        effects.push(Effect::ToCompiler(CompileRequest::Analyse { id, program: self.program.clone(), panes }));
        let (wait, milliseconds) = COMPILER_PATIENCE[0];
        effects.push(Effect::Remind { id, wait, milliseconds });
    }

    /// The analysis takes long: says so, and asks to be reminded of the next step.
    fn compiler_late(&mut self, id: RequestId, wait: Wait, effects: &mut Vec<Effect>) {
        self.analysis_wait = wait;
        let spent = COMPILER_PATIENCE.iter().find(|(known, _)| *known == wait).map_or(0, |&(_, spent)| spent);
        match COMPILER_PATIENCE.iter().find(|&&(next, _)| next > wait) {
            Some(&(wait, at)) => effects.push(Effect::Remind { id, wait, milliseconds: at - spent }),
            None => self.lose_compiler("it took too long", effects),
        }
    }

    fn from_compiler(&mut self, answer: CompileAnswer, effects: &mut Vec<Effect>) {
        match answer {
            CompileAnswer::Ready => {
                self.compiler_ready = true;
                self.analyse(effects);
            }
            CompileAnswer::Diagnostics { id, diagnostics } => {
                // What is said of an older text would point at wrong places.
                if self.analysis == Some(id) && !self.analysis_is_stale {
                    self.diagnostics = Rc::new(diagnostics);
                    effects.push(Effect::ShowDiagnostics(Rc::clone(&self.diagnostics)));
                }
            }
            CompileAnswer::Pane { id, pane, content } => {
                if self.analysis == Some(id) {
                    self.show_pane(&pane, content);
                }
            }
            CompileAnswer::Analysed { id, milliseconds } => {
                if self.analysis == Some(id) {
                    self.analysis = None;
                    self.analysis_wait = Wait::Short;
                    self.analysis_time = Some(milliseconds);
                    self.start_runner(effects);
                    if self.analysis_is_stale {
                        self.analyse(effects);
                    }
                }
            }
            CompileAnswer::Hover { id, hover } => {
                if let Some((_, token)) = self.hover.take_if(|(asked, _)| *asked == id) {
                    effects.push(Effect::AnswerHover { token, hover });
                }
            }
            CompileAnswer::Explanation { id, text } => {
                if let Some((_, code)) = self.explain.take_if(|(asked, _)| *asked == id) {
                    let text = text.unwrap_or_else(|| format!("There is no page about {code}."));
                    self.explanation = Some((code, text));
                }
            }
            CompileAnswer::Module { id, bytes } => {
                if self.module.take_if(|asked| *asked == id).is_some() {
                    match bytes {
                        Some(bytes) => effects.push(Effect::Save { name: "program.wasm".to_owned(), bytes }),
                        None => self.drawer = Drawer::Problems,
                    }
                }
            }
        }
    }

    fn show_pane(&mut self, pane: &PaneRequest, content: PaneContent) {
        for column in self.columns.iter_mut().filter(|column| column.request() == *pane) {
            column.show(content.clone());
        }
    }

    fn lose_compiler(&mut self, reason: &str, effects: &mut Vec<Effect>) {
        self.compiler_ready = false;
        if self.analysis.take().is_some() {
            // The text may have changed since: then the new one is tried.
            if !self.analysis_is_stale {
                self.fatal = Some((self.program.clone(), self.columns.iter().map(Column::request).collect()));
                self.columns.iter_mut().for_each(|column| column.give_up(reason));
            }
            self.analysis_is_stale = true;
        }
        self.analysis_wait = Wait::Short;
        self.hover = None;
        self.explain = None;
        self.module = None;
        self.notice = Some(Notice {
            text: format!(
                "The compiler stopped on this program ({reason}). It starts again with your next change; the program is safe."
            ),
            offers_previous: false,
        });
        effects.push(Effect::ReplaceCompiler);
        self.start_runner(effects);
    }

    /// Starts the first run worker. Until then the compile worker has the machine, and the network, to itself.
    fn start_runner(&mut self, effects: &mut Vec<Effect>) {
        if !std::mem::replace(&mut self.runner_started, true) {
            effects.push(Effect::ReplaceRunner);
        }
    }

    fn run(&mut self, effects: &mut Vec<Effect>) {
        self.stop(effects);
        self.start_runner(effects);
        let id = self.next_id();
        self.console.clear();
        self.outcome = None;
        self.drawer = Drawer::Output;
        self.part = Part::Results;
        self.ran = Some(self.program.clone());
        self.activity = Activity::Running(id, self.engine);
        self.waiting_run = Some(RunRequest::Run { id, program: self.program.clone(), engine: self.engine });
    }

    fn time(&mut self, effects: &mut Vec<Effect>) {
        self.stop(effects);
        self.start_runner(effects);
        let id = self.next_id();
        self.drawer = Drawer::Timings;
        self.part = Part::Results;
        self.timings = Some(Timings::new(self.program.clone()));
        self.activity = Activity::Timing(id);
        self.waiting_run = Some(RunRequest::Time {
            id,
            program: self.program.clone(),
            engines: Engine::ALL.to_vec(),
            budget: TIMING_BUDGET,
        });
    }

    /// Ends what the run worker is at by ending the worker. What was printed stays.
    fn stop(&mut self, effects: &mut Vec<Effect>) {
        match std::mem::take(&mut self.activity) {
            Activity::Idle => return,
            Activity::Running(_, engine) => self.outcome = Some(Outcome::Stopped(engine)),
            Activity::Timing(_) => {
                if let Some(timings) = &mut self.timings {
                    timings.stop();
                }
            }
        }
        // A request that has not been sent yet is simply forgotten.
        if self.waiting_run.take().is_none() {
            self.runner_ready = false;
            effects.push(Effect::ReplaceRunner);
        }
    }

    fn from_runner(&mut self, answer: RunAnswer) {
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
            RunAnswer::Exited { id, reason, compile, run } => {
                if let Some((_, engine)) = running.filter(|(expected, _)| *expected == id) {
                    self.activity = Activity::Idle;
                    self.outcome = Some(Outcome::Exited { engine, reason, compile, run });
                }
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

    fn current_timings(&mut self, id: RequestId) -> Option<&mut Timings> {
        if self.activity == Activity::Timing(id) { self.timings.as_mut() } else { None }
    }

    fn lose_runner(&mut self, reason: String, effects: &mut Vec<Effect>) {
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
        }
        effects.push(Effect::ReplaceRunner);
    }

    /// Shows in the editor what is marked elsewhere.
    fn mark_source(&self, effects: &mut Vec<Effect>) {
        let from_pane = self.mark().filter(|mark| mark.origin != Origin::Source);
        effects.push(Effect::MarkSource(from_pane.map(|mark| mark.span)));
    }
}

/// What the profile means, in a line.
pub fn profile_hint(profile: Profile) -> &'static str {
    match profile {
        Profile::Debug => "Overflow panics, nothing is optimised",
        Profile::Release => "Overflow wraps, every pass runs",
    }
}

#[cfg(test)]
mod tests;
