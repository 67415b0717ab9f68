//! An embed: one live program in a document, as its reader meets it. What its author asked for, what the reader does, and what
//! becomes of the run, as a reducer like the page's own ([`crate::state`]): [`State::apply`] takes an [`Action`] and returns the
//! [`Effect`]s to be carried out. Nothing is loaded to run a program before the reader, or the author, asks for a run.

mod compiling;
mod lines;
mod options;
mod run;
mod stepping;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::rc::Rc;

use stair_link::{Pane, Shared, View as SharedView};
use stair_protocol::{
    BundleAnswer, BundleRequest, Calls, DebugAnswer, DebugRequest, Diagnostic, Direction, PaneDoc, Profile, Program,
    RequestId, Span, Stage, Stream, Travel, Unit,
};

pub use lines::{Piece, Row, pieces, rows};
pub use options::{At, Highlight, Options, Shows};
pub use run::{Run, Task, Work};

use crate::coloured;
use crate::picture::RowId;
use crate::state::{Content, MOST_COLUMNS, PROGRAM_NAME, Theme};

/// After how many milliseconds the reader is told what is being worked at.
pub const PATIENCE: u32 = 300;

/// An embed.
#[derive(Debug, Default)]
pub struct State {
    /// What its author asked for.
    pub options: Options,
    /// The program; the author's, or what the reader has made of it.
    pub source: String,
    /// The author's program, coloured.
    pub text: Rc<PaneDoc>,
    /// What is highlighted in it: bytes, and whole lines counted from 1.
    pub highlighted: (Vec<Span>, Vec<RangeInclusive<u32>>),
    /// The run, once there is one.
    pub run: Option<Run>,
    /// How large a step is.
    pub unit: Unit,
    /// What the compiler says of a program that it did not accept.
    pub diagnostics: Rc<Vec<Diagnostic>>,
    /// What there is to see of the stages that have a pane.
    pub stages: Vec<(Stage, Content)>,
    /// Whether the program stands in an editor.
    pub is_editing: bool,
    /// Whether hidden lines are shown.
    pub shows_hidden: bool,
    /// The rows of variables that the reader folded, or opened.
    pub turned: BTreeSet<RowId>,
    /// Why something that was asked for did not come about; empty if all is well.
    pub notice: String,
    /// Whether a program has come from the document.
    pub is_loaded: bool,
    original: String,
    /// The author's program as the document brought it, compiled; `None` once it has turned out not to be that.
    brought: Option<Rc<[u8]>>,
    /// Whether it has been looked at: it is what it says it is.
    is_vetted: bool,
    /// The program that was compiled last, and what came of it.
    compiled: Option<(Program, Rc<[u8]>)>,
    /// What steps; it runs what is compiled, and has no compiler.
    stepper: Worker<DebugRequest>,
    /// What compiles, which all embeds of a document share.
    compiler: Worker<BundleRequest>,
    last_id: RequestId,
}

/// What is known of a worker. It is started when it is first needed.
#[derive(Debug, Default)]
enum Worker<T> {
    #[default]
    None,
    /// It is being loaded; these wait for it.
    Starting(Vec<T>),
    Ready,
}

/// Something that happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// The document brings a program and the attributes of its element.
    Load {
        /// The program.
        source: String,
        /// The compiled program, as it came.
        bundle: Option<Vec<u8>>,
        /// Names and values.
        attributes: Vec<(String, String)>,
    },
    /// The document changed its theme.
    SetTheme(Theme),
    /// The program is to run to its end.
    Run,
    /// A step is wanted: of this size, or of the one that is chosen.
    Step(Option<Unit>, Calls, Direction),
    /// Another moment is wanted.
    Travel(Travel),
    /// The reader chose how large a step is.
    SetUnit(Unit),
    /// The recording is to go on.
    Continue,
    /// What is being worked at is not worth the wait.
    Cancel,
    /// The reader wants to edit.
    Edit,
    /// The reader has changed the program.
    Edited(String),
    /// The reader wants the author's program back.
    Reset,
    /// Hidden lines are to be shown, or hidden again.
    ShowHidden(bool),
    /// A row of variables is to be folded, or opened.
    Turn(RowId),
    /// The editor could not be fetched, with the reason.
    EditorLost(String),
    /// The worker that steps answered.
    Stepped(DebugAnswer),
    /// The worker that steps failed, with the reason.
    StepperLost(String),
    /// The compiler answered.
    Compiled(BundleAnswer),
    /// The compiler failed, with the reason.
    CompilerLost(String),
    /// So much time has passed since a request.
    Late(RequestId),
}

/// Something to be done outside.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Start a worker that steps, in place of the one that there may be.
    StartStepper,
    /// Send it something.
    ToStepper(DebugRequest),
    /// Start a compiler, in place of the one that there may be.
    StartCompiler,
    /// Send it something.
    ToCompiler(BundleRequest),
    /// Come back with [`Action::Late`] after so many milliseconds.
    Remind(RequestId, u32),
    /// Tell the document.
    Tell(Told),
    /// Show a theme.
    ApplyTheme(Theme),
    /// Put the program into an editor.
    OpenEditor,
    /// Take the editor away.
    CloseEditor,
    /// Replace the text in the editor.
    SetEditorText(String),
    /// Mark a line and an expression in the editor as what runs.
    MarkRunning(Option<(u32, Option<Span>)>),
    /// Show what is wrong, in the editor.
    ShowDiagnostics(Rc<Vec<Diagnostic>>),
}

/// What the document is told.
#[derive(Clone, PartialEq, Debug)]
pub enum Told {
    /// The program is shown; and which attributes mean nothing.
    Loaded(Vec<String>),
    /// Something was printed.
    Output(Stream, String),
    /// A moment is shown.
    Step {
        /// Its number.
        step: u64,
        /// The number of the last one.
        steps: u64,
        /// The line, counted from 1.
        line: Option<u32>,
        /// How many bytes have been printed by then, to standard output and to standard error.
        printed: (u64, u64),
    },
    /// Something failed, in a sentence.
    Error(String),
}

impl State {
    /// Applies an action, and returns what is to be done.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        match action {
            Action::Load { source, bundle, attributes } => self.load(source, bundle, &attributes, &mut effects),
            Action::SetTheme(theme) => effects.push(Effect::ApplyTheme(theme)),
            Action::Run => self.open(At::End, false, &mut effects),
            Action::Step(unit, calls, direction) => self.step(unit, calls, direction, &mut effects),
            Action::Travel(travel) => self.go(travel, &mut effects),
            Action::SetUnit(unit) => self.unit = unit,
            Action::Continue => self.record_further(&mut effects),
            Action::Cancel => self.cancel(&mut effects),
            Action::Edit if self.options.editable && !self.is_editing => {
                self.is_editing = true;
                effects.push(Effect::OpenEditor);
                self.mark_running(&mut effects);
            }
            Action::Edit => {}
            Action::Edited(text) => {
                self.source = text;
                self.changed(&mut effects);
            }
            Action::Reset => {
                self.source.clone_from(&self.original);
                effects.push(Effect::SetEditorText(self.source.clone()));
                self.changed(&mut effects);
            }
            Action::ShowHidden(shows) => self.shows_hidden = shows,
            Action::Turn(row) => {
                if !self.turned.remove(&row) {
                    self.turned.insert(row);
                }
            }
            Action::EditorLost(reason) => {
                self.is_editing = false;
                effects.push(Effect::CloseEditor);
                self.fail(format!("The editor could not be loaded ({reason})."), "", &mut effects);
            }
            Action::Stepped(answer) => self.stepped(answer, &mut effects),
            Action::StepperLost(reason) => self.lose_stepper(&reason, &mut effects),
            Action::Compiled(answer) => self.compiled(answer, &mut effects),
            Action::CompilerLost(reason) => self.lose_compiler(&reason, &mut effects),
            Action::Late(id) => {
                if let Some(task) = self.run.as_mut().and_then(|run| run.task.as_mut()).filter(|task| task.id == id) {
                    task.is_late = true;
                }
            }
        }
        effects
    }

    fn load(
        &mut self,
        source: String,
        bundle: Option<Vec<u8>>,
        attributes: &[(String, String)],
        effects: &mut Vec<Effect>,
    ) {
        let attributes = attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let (options, wrong) = Options::read(attributes);
        if self.is_editing {
            effects.push(Effect::CloseEditor);
        }
        // Numbers go on, so that a late answer to what was there before is not taken for one to this.
        *self = Self {
            text: Rc::new(coloured::source(&source)),
            highlighted: options.highlighted(&source),
            original: source.clone(),
            brought: bundle.map(Rc::from),
            is_loaded: true,
            last_id: self.last_id,
            stepper: std::mem::take(&mut self.stepper),
            compiler: std::mem::take(&mut self.compiler),
            source,
            options,
            ..Self::default()
        };
        self.forget_stages();
        effects.push(Effect::ApplyTheme(self.options.theme));
        effects.push(Effect::Tell(Told::Loaded(wrong)));
        match self.options.at {
            Some(at) => self.open(at, true, effects),
            None if self.options.autorun => self.open(At::End, false, effects),
            None => {}
        }
    }

    /// The program is another one: what was found out about the one before does not hold.
    fn changed(&mut self, effects: &mut Vec<Effect>) {
        self.run = None;
        self.notice.clear();
        self.diagnostics = Rc::default();
        self.forget_stages();
        effects.push(Effect::MarkRunning(None));
        effects.push(Effect::ShowDiagnostics(Rc::default()));
    }

    /// Whether the program is the author's.
    pub fn is_original(&self) -> bool {
        self.source == self.original
    }

    /// The program, and how it is compiled.
    fn program(&self) -> Program {
        Program { name: PROGRAM_NAME.to_owned(), source: self.source.clone(), profile: self.options.profile }
    }

    /// What the panes show.
    pub fn panes(&self) -> Vec<Shows> {
        self.options.panes(self.is_stepping())
    }

    /// The stages that have a pane.
    fn stages_in_view(&self) -> impl Iterator<Item = Stage> {
        let panes = self.options.panes.iter().flatten();
        panes.filter_map(|pane| if let Shows::Stage(stage) = pane { Some(*stage) } else { None })
    }

    /// The rows of the author's program as they are shown.
    pub fn rows(&self) -> Vec<Row> {
        let hidden: &[RangeInclusive<u32>] = if self.shows_hidden { &[] } else { &self.options.hide };
        rows(u32::try_from(self.text.len()).unwrap_or(u32::MAX), hidden, self.running().map(|(line, _)| line))
    }

    /// What the playground is to show.
    pub fn shared(&self) -> Shared {
        let moment = self.run.as_ref().filter(|run| run.is_stepping).and_then(|run| run.moment.as_ref());
        let pane = |shows: &Shows| {
            let shows = match shows {
                Shows::Output => return None,
                Shows::Variables => "memory",
                Shows::Machine => "machine",
                Shows::Stage(stage) => stage.name(),
            };
            Some(Pane { shows: shows.to_owned(), ..Pane::default() })
        };
        let panes = if moment.is_some() { self.panes() } else { self.options.panes.clone().unwrap_or_default() };
        let mut panes: Vec<Pane> = panes.iter().filter_map(pane).collect();
        panes.truncate(MOST_COLUMNS);
        Shared {
            program: self.source.clone(),
            input: self.options.stdin.clone(),
            view: SharedView {
                is_release: self.options.profile == Profile::Release,
                panes,
                step: moment.map(|moment| moment.step),
                unit: if moment.is_some() { self.unit.name().to_owned() } else { String::new() },
                marks: if self.is_original() { self.highlighted.0.clone() } else { Vec::new() },
                ..SharedView::default()
            },
            ..Shared::default()
        }
    }

    fn next_id(&mut self) -> RequestId {
        self.last_id = RequestId(self.last_id.0.wrapping_add(1));
        self.last_id
    }
}
