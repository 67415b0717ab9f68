//! The page's state, and everything that can happen to it.
//!
//! [`State::apply`] is the one transition: it takes an [`Action`], changes the state, and returns the [`Effect`]s that are to
//! be carried out (a message to a worker, a change in the editor, something to be stored). It touches nothing outside, so
//! that every behaviour of the page is tested here without a browser.

mod action;
mod breakpoints;
mod column;
mod compare;
mod compiler;
mod console;
mod debugger;
mod in_view;
mod keys;
mod learn;
mod runner;
mod share;
mod timings;
mod types;

use std::rc::Rc;

use stair_link::Link;
use stair_protocol::{
    Artifact, CompileRequest, Diagnostic, EmbedForm, Engine, Profile, Program, RequestId, RunProfile, RunRequest, Side,
    Stage,
};

pub use action::{Action, Effect, Place, Stored};
pub use breakpoints::{BreakAction, BreakLook, LineBreak, Stop};
pub use column::{Column, Content, RunView};
pub use compare::{COMPARED, Compare, CompareAction, CompareContent, Numbers, Rows};
pub use console::{Chunk, Console};
pub use debugger::{DebugAction, Debugger, MemoryBytes, Session, Task, Work};
pub use keys::Key;
pub use learn::{
    Asking, Desk, Ended, Import, Learn, LearnAction, Learning, Loading, Pick, Record, Results, Source, Use,
};
pub use share::{CUT_BY_MANY, CUT_BY_SOME, Copied, Sharing};
pub use timings::{EngineTimes, Timings};
pub use types::{Activity, Draft, Drawer, Here, Mark, Notice, Origin, Outcome, Part, Theme, Wait};

use crate::examples::{EXAMPLES, Example};

/// The file name that messages show.
pub const PROGRAM_NAME: &str = "main.rs";
/// After how many milliseconds of an analysis the page says that it is at one, offers to cancel it, and cancels it.
pub const COMPILER_PATIENCE: [(Wait, u32); 3] = [(Wait::Noticeable, 500), (Wait::Long, 2_000), (Wait::TooLong, 10_000)];
/// After how many milliseconds the page says that the debug worker is at something, and offers to cancel it.
pub const DEBUGGER_PATIENCE: [(Wait, u32); 2] = [(Wait::Noticeable, 500), (Wait::Long, 2_000)];
/// After how many instructions a recording pauses.
pub const RECORDING_BUDGET: u64 = 100_000_000;
/// How long each engine's steady state is measured, in milliseconds.
pub const TIMING_BUDGET: f64 = 1_000.0;
/// How many panes can stand beside each other.
pub const MOST_COLUMNS: usize = 3;

/// The page.
#[derive(Debug)]
pub struct State {
    /// What is in the editor, and its profile.
    pub program: Program,
    /// What the program reads from standard input.
    pub stdin: String,
    /// The program that was there before an example or a link replaced it.
    pub previous: Option<Draft>,
    /// The program that it is compared with.
    pub compare: Option<Compare>,
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
    /// The one of them that is shown where there is room for one only.
    pub front: usize,
    /// What the compiler says of the last program that it has seen.
    pub diagnostics: Rc<Vec<Diagnostic>>,
    /// Whether that program has no `main`, and need not have one: a check of the exercise brings its own. Then `diagnostics` leaves it out.
    pub lacks_main: bool,
    /// An error code's explanation that is being shown.
    pub explanation: Option<(String, String)>,
    /// The place of the cursor or of the line that was last chosen.
    pub chosen: Option<Mark>,
    /// The place under the pointer; while there is one it goes before `chosen`.
    pub pointed: Option<Mark>,
    /// Where the person is.
    pub here: Option<Here>,
    /// The step debugger.
    pub debugger: Debugger,
    /// What the program printed.
    pub console: Console,
    /// What the run worker is doing.
    pub activity: Activity,
    /// How the last run ended.
    pub outcome: Option<Outcome>,
    /// What the last run ran, and its input.
    pub ran: Option<(Program, String)>,
    /// The last timing.
    pub timings: Option<Timings>,
    /// The dialogue in which what is seen is shared.
    pub sharing: Option<Sharing>,
    /// The workshop that is open.
    pub learning: Learning,
    /// A message.
    pub notice: Option<Notice>,
    /// How long the compile worker took for its last answer, in milliseconds.
    pub analysis_time: Option<f64>,
    /// How long it has been at the one that it is at.
    pub analysis_wait: Wait,

    /// Whether the person has said which layers to show.
    has_chosen_layers: bool,
    /// The counts that the editor shows.
    counts_shown: Option<Rc<RunProfile>>,
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
    /// The file that is being made.
    file: Option<(RequestId, Artifact)>,
    /// What is being made for a document.
    embed: Option<(RequestId, EmbedForm)>,
    /// The analysis with which the compile worker was lost; it is not asked for again until it changes.
    fatal: Option<compiler::Wanted>,
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
            stdin: stored.stdin,
            previous: stored.previous,
            compare: stored.other.map(|(side, other)| Compare::new(side, other)),
            engine: stored.engine,
            theme: stored.theme,
            drawer: Drawer::default(),
            part: Part::default(),
            columns: vec![Column::new(Stage::Ast)],
            front: 0,
            diagnostics: Rc::default(),
            lacks_main: false,
            explanation: None,
            chosen: None,
            pointed: None,
            here: None,
            debugger: Debugger::default(),
            console: Console::default(),
            activity: Activity::default(),
            outcome: None,
            ran: None,
            timings: None,
            sharing: None,
            learning: Learning::default(),
            notice: None,
            analysis_time: None,
            analysis_wait: Wait::Short,
            has_chosen_layers: false,
            counts_shown: None,
            compiler_ready: false,
            runner_started: false,
            runner_ready: false,
            waiting_run: None,
            last_id: 0,
            analysis: None,
            analysis_is_stale: true,
            hover: None,
            explain: None,
            file: None,
            embed: None,
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

    /// Whether there is nothing to mend in the program, and it has no `main` to be run from.
    pub fn lacks_only_main(&self) -> bool {
        self.lacks_main && self.errors() == 0
    }

    /// Whether the compile worker has loaded.
    pub fn is_compiler_ready(&self) -> bool {
        self.compiler_ready
    }

    /// Whether the program, its profile or its input has changed since it was run.
    pub fn has_changed_since_run(&self) -> bool {
        self.ran.as_ref().is_some_and(|(program, stdin)| *program != self.program || *stdin != self.stdin)
    }

    /// Whether the run worker is at work.
    pub fn is_busy(&self) -> bool {
        self.activity != Activity::Idle
    }

    /// Lets `action` happen. The effects are to be carried out in order.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        if matches!(action, Action::OpenExample(_) | Action::BringBackPrevious) {
            self.leave(&mut effects);
        }
        match action {
            Action::Edited(source) => self.edited(source, &mut effects),
            Action::EditedInput(stdin) => self.edited_input(stdin, &mut effects),
            Action::SetProfile(profile) => {
                if self.program.profile != profile {
                    self.end_stepping("profile", &mut effects);
                }
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
            Action::WriteInput => {
                self.drawer = Drawer::Input;
                self.part = Part::Results;
                effects.push(Effect::FocusInput);
            }
            Action::SetPart(part) => self.part = part,
            Action::OpenExample(index) => {
                if let Some(example) = EXAMPLES.get(index) {
                    let text = format!("Opened “{}”.", example.title);
                    let draft = Draft {
                        source: example.source.to_owned(),
                        stdin: example.stdin.to_owned(),
                        other: example.other.map(|other| (Side::Left, other.to_owned())),
                    };
                    self.replace_program(draft, text, &mut effects);
                }
            }
            Action::OpenLink(fragment) => self.open_link(&fragment, &mut effects),
            Action::BringBackPrevious => {
                if let Some(draft) = self.previous.take() {
                    self.replace_program(draft, "Your earlier program is back.".to_owned(), &mut effects);
                }
            }
            Action::DismissNotice => self.notice = None,
            Action::Share(address) => {
                let fragment = stair_link::encode(&self.shared());
                self.sharing = Some(Sharing { link: format!("{address}#{fragment}"), copied: None });
                effects.push(Effect::ShowFragment(fragment));
                effects.push(Effect::FocusSharing);
            }
            Action::CloseSharing => {
                self.sharing = None;
                // The address is that of the exercise again.
                if let Some(fragment) = self.learn().and_then(Learn::fragment) {
                    effects.push(Effect::ShowFragment(fragment));
                }
            }
            Action::Copy(what) => {
                if let Some(text) = self.sharing.as_ref().and_then(|sharing| what.text(&sharing.link)) {
                    effects.push(Effect::Copy(what, text));
                }
            }
            Action::CopyEmbed(form) => self.copy_embed(form, &mut effects),
            Action::WasCopied(what, copied) => {
                if let Some(sharing) = &mut self.sharing {
                    sharing.copied = Some(what).filter(|_| copied);
                }
                if !copied {
                    let text = "This browser does not let the page use the clipboard. The link is in the address bar.";
                    self.notice = Some(Notice { text: text.to_owned(), offers_previous: false });
                }
            }
            Action::CouldNotStore if self.learn().is_some() => self.cannot_keep(),
            Action::CouldNotStore => {
                let text = "This browser does not let the page keep your program. It will be gone after a reload.";
                self.notice = Some(Notice { text: text.to_owned(), offers_previous: false });
            }

            Action::SelectStage(index, stage) => {
                if let Some(column) = self.columns.get_mut(index) {
                    *column = Column::new(stage);
                    self.has_chosen_layers = true;
                    self.front = index;
                    self.analyse(&mut effects);
                }
            }
            Action::SelectRunView(index, view) => {
                if let Some(column) = self.columns.get_mut(index) {
                    column.run = Some(view);
                    self.front = index;
                }
            }
            Action::SetFront(index) => self.front = index.min(self.columns.len() - 1),
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
                    let column = self.next_column();
                    self.columns.push(column);
                    self.has_chosen_layers = true;
                    self.front = self.columns.len() - 1;
                    self.analyse(&mut effects);
                }
            }
            Action::RemoveColumn(index) => {
                if self.columns.len() > 1 && index < self.columns.len() {
                    self.columns.remove(index);
                    self.has_chosen_layers = true;
                    self.front = self.front.min(self.columns.len() - 1);
                    self.pointed = None;
                    self.here = None;
                }
            }

            Action::CursorMoved(offset) => {
                self.chosen = Some(Mark::at(offset));
                self.here = Some(Here::Source(offset));
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
            Action::ChoseInPane { column, line, place, go } => {
                self.here = Some(Here::Pane { column, line });
                let Some(place) = place else { return effects };
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
            Action::Download(Artifact::Source) => {
                let bytes = self.program.source.clone().into_bytes();
                effects.push(Effect::Save { name: Artifact::Source.file_name().to_owned(), bytes });
            }
            Action::Download(artifact) => {
                if self.compiler_ready && self.file.is_none() {
                    let id = self.next_id();
                    self.file = Some((id, artifact));
                    effects.push(Effect::ToCompiler(CompileRequest::File { id, artifact }));
                }
            }

            Action::Run => {
                self.close_debugger(None, &mut effects);
                self.run(&mut effects);
            }
            Action::ContinueRun => self.continue_run(),
            Action::Time => self.time(&mut effects),
            Action::Stop => self.stop(&mut effects),

            Action::FromCompiler(answer) => self.from_compiler(answer, &mut effects),
            Action::FromRunner(answer) => self.from_runner(answer, &mut effects),
            Action::Late(id, wait) => {
                if self.analysis == Some(id) {
                    self.compiler_late(id, wait, &mut effects);
                } else {
                    self.debugger_late(id, wait, &mut effects);
                }
            }
            Action::Compare(action) => self.change_comparison(action, &mut effects),
            Action::Debug(action) => self.debug(action, &mut effects),
            Action::Break(action) => self.change_breakpoints(action, &mut effects),
            Action::Learn(action) => self.learn_action(action, &mut effects),
            Action::CancelAnalysis => {
                if self.analysis.is_some() {
                    self.lose_compiler("you cancelled it", &mut effects);
                }
            }
            Action::CompilerLost(reason) => self.lose_compiler(&reason, &mut effects),
            Action::RunnerLost(reason) => self.lose_runner(reason, &mut effects),
        }
        self.keep_work(&mut effects);
        self.show_counts(&mut effects);
        self.look(&mut effects);
        if self.runner_ready
            && let Some(request) = self.waiting_run.take()
        {
            effects.push(Effect::ToRunner(request));
        }
        effects
    }

    /// Shows in the editor how often its lines were executed, or no more.
    fn show_counts(&mut self, effects: &mut Vec<Effect>) {
        let profile = self.debugger.session.as_ref().and_then(|session| session.profile.clone());
        if profile.as_ref().map(Rc::as_ptr) != self.counts_shown.as_ref().map(Rc::as_ptr) {
            let counts = profile.as_ref().map(|profile| profile.source.clone()).unwrap_or_default();
            effects.push(Effect::ShowCounts(counts));
            self.counts_shown = profile;
        }
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
        self.end_stepping("text", effects);
        let before = std::mem::replace(&mut self.program.source, source);
        self.move_breakpoints(&before, effects);
        self.pointed = None;
        // The compiler works while the page does the rest.
        self.analyse(effects);
        effects.push(Effect::StoreProgram(self.program.source.clone()));
    }

    fn edited_input(&mut self, stdin: String, effects: &mut Vec<Effect>) {
        if stdin == self.stdin {
            return;
        }
        self.end_stepping("input", effects);
        self.stdin = stdin;
        effects.push(Effect::StoreInput(self.stdin.clone()));
    }

    /// Whether the last run asked for input, and there is none.
    pub fn lacked_input(&self) -> bool {
        let has_read = matches!(self.outcome, Some(Outcome::Exited { has_read: true, .. }));
        has_read && self.stdin.is_empty() && !self.has_changed_since_run()
    }

    /// Closes the debugger because the program is not the one any more that was recorded.
    fn end_stepping(&mut self, what: &str, effects: &mut Vec<Effect>) {
        let text = format!(
            "Stepping ended: the {what} has changed, and the moments were those of the program before. Step records it anew."
        );
        self.close_debugger(Some(text), effects);
    }

    /// What another column shows: of the run what is not there yet, else the next layer down.
    fn next_column(&self) -> Column {
        let views = RunView::ALL.into_iter().filter(|_| self.is_stepping());
        let missing = |view: &RunView| self.columns.iter().all(|column| column.run != Some(*view));
        if let Some(view) = views.into_iter().find(missing) {
            return Column::of_run(view);
        }
        let layers = self.columns.iter().filter(|column| column.run.is_none());
        let shown: Vec<Stage> = layers.map(|column| column.stage).collect();
        let below = shown.last().and_then(|last| Stage::ALL.into_iter().find(|stage| stage > last));
        let stage = below.or_else(|| Stage::ALL.into_iter().find(|stage| !shown.contains(stage)));
        Column::new(stage.unwrap_or(Stage::Ir))
    }

    /// What the person is writing.
    fn draft(&self) -> Draft {
        let other = self.compare.as_ref().map(|compare| (compare.side, compare.other.clone()));
        Draft { source: self.program.source.clone(), stdin: self.stdin.clone(), other }
    }

    /// Puts other work into the page. What was there can be brought back.
    fn replace_program(&mut self, draft: Draft, text: String, effects: &mut Vec<Effect>) {
        let before = self.draft();
        if draft == before {
            return;
        }
        let is_example = |text: &str| {
            let has = |example: &Example| example.source == text || example.other == Some(text);
            text.trim().is_empty() || EXAMPLES.iter().any(has)
        };
        let has_known_input = before.stdin.is_empty() || EXAMPLES.iter().any(|example| example.stdin == before.stdin);
        let known = is_example(&before.source)
            && has_known_input
            && before.other.as_ref().is_none_or(|(_, other)| is_example(other));
        if !known {
            effects.push(Effect::StorePrevious(before.clone()));
            self.previous = Some(before);
        }
        let offers_previous = !known;
        self.put(draft, effects);
        self.notice = offers_previous.then_some(Notice { text, offers_previous });
    }

    /// Puts other work into the page, in place of what is there.
    fn put(&mut self, draft: Draft, effects: &mut Vec<Effect>) {
        self.close_debugger(None, effects);
        self.debugger.stops.clear();
        self.show_breakpoints(effects);
        self.program.source = draft.source;
        self.stdin = draft.stdin;
        self.chosen = None;
        self.pointed = None;
        self.here = None;
        self.console.clear();
        self.outcome = None;
        self.timings = None;
        self.part = Part::Code;
        self.stop(effects);
        self.outcome = None;
        self.compare = draft.other.map(|(side, other)| Compare::new(side, other));
        self.store_other(effects);
        effects.push(Effect::StoreProgram(self.program.source.clone()));
        effects.push(Effect::StoreInput(self.stdin.clone()));
        effects.push(Effect::SetEditorText(self.program.source.clone()));
        self.analyse(effects);
    }

    fn open_link(&mut self, fragment: &str, effects: &mut Vec<Effect>) {
        if let Some((source, wanted)) = Source::read(fragment) {
            return self.learn_action(LearnAction::Open(source, wanted), effects);
        }
        match stair_link::open(fragment) {
            Ok(Link::Workshop(workshop)) => return self.open_link_to_workshop(fragment, workshop, effects),
            Ok(Link::Program(shared)) => {
                self.leave(effects);
                self.open_shared(*shared, effects);
            }
            Err(broken) => {
                let text = format!("{broken} Your own program is as it was.");
                self.notice = Some(Notice { text, offers_previous: false });
            }
        }
        // The link has done its work: what is in the editor from now on is the person's own, and a reload keeps it.
        match self.learn().and_then(Learn::fragment) {
            Some(fragment) => effects.push(Effect::ShowFragment(fragment)),
            None => effects.push(Effect::ClearFragment),
        }
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
