//! Learning with a workshop: its exercises beside the editor, what the learner writes for them, and what holds of it.
//!
//! While a workshop is open, the editor holds what belongs to the exercise, and the person's own program waits. What they had
//! written comes back when they close it; nothing of the workshop is stored in its place.

mod address;
mod grading;
mod opening;
mod progress;
mod record;

use std::collections::VecDeque;
use std::rc::Rc;

use stair_protocol::{Course, Profile, RequestId, Task, Unveiled};

use super::{DebugAction, Draft, Effect, Part, State, Stop};

pub use address::Source;
pub use grading::{Ended, Results};
pub use progress::Import;
pub use record::Record;

/// What the editor holds where an exercise has no program at all.
const EMPTY_PROGRAM: &str = "fn main() {\n}\n";

/// The workshop that is open, and the one that is on its way.
#[derive(Debug, Default)]
pub struct Learning {
    /// The workshop that is open.
    pub open: Option<Box<Learn>>,
    /// The one that is being loaded.
    pub loading: Option<Loading>,
}

/// A workshop that is on its way.
#[derive(Clone, Debug)]
pub struct Loading {
    /// Where it comes from.
    pub source: Source,
    /// The exercise that is wanted.
    wanted: Option<String>,
    /// The request for it to be read.
    request: Option<RequestId>,
    /// What was read, while what is kept of it is fetched.
    course: Option<Rc<Course>>,
}

/// An open workshop.
#[derive(Debug)]
pub struct Learn {
    /// Where it comes from.
    pub source: Source,
    /// What it is.
    pub course: Rc<Course>,
    /// What is kept of each exercise.
    pub records: Vec<Record>,
    /// The exercise that is shown.
    pub at: usize,
    /// Whether the list of exercises is shown in its place.
    pub is_overview: bool,
    /// What the editor holds.
    pub desk: Desk,
    /// What of the exercise is behind the veil, once a hint or the solution has been opened.
    pub unveiled: Option<Unveiled>,
    /// What the learner is asked to confirm.
    pub asking: Option<Asking>,
    /// What came of the last check of the exercise that is shown.
    pub results: Option<Results>,
    /// The check that is going on.
    grading: Option<grading::Grading>,
    /// The exercises that are to be checked after it.
    queue: VecDeque<usize>,
    /// What the names begin with under which it is kept.
    key: String,
    own: Own,
    unveiling: Option<RequestId>,
    writing: Option<RequestId>,
    reading: Option<RequestId>,
    /// Whether the learner has been told that nothing can be kept.
    is_refused: bool,
}

/// What the person had in the editor before.
#[derive(Debug, Default)]
struct Own {
    draft: Draft,
    profile: Profile,
    stops: Vec<Stop>,
}

/// What the editor holds while a workshop is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Desk {
    /// The learner's program.
    Own,
    /// A program of the statement.
    Listing(usize),
    /// The author's solution.
    Solution,
}

/// What is done with a listing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// It is brought into the editor.
    Open,
    /// It is run, too.
    Run,
    /// It is stepped through.
    Step,
}

/// Something that is done only if the learner confirms it.
#[derive(Clone, PartialEq, Debug)]
pub enum Asking {
    /// To open the solution.
    Solution,
    /// To begin with the starter again.
    StartOver,
    /// To take what a summary says in place of what is here.
    Import(Import),
}

/// A file of the person's that is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pick {
    /// A workshop.
    Workshop,
    /// A summary.
    Summary,
}

/// Something about workshops that happened.
#[derive(Clone, PartialEq, Debug)]
pub enum LearnAction {
    /// The person wants a workshop, and perhaps a certain exercise of it.
    Open(Source, Option<String>),
    /// Its text was fetched, or why not.
    Fetched(Source, Result<String, String>),
    /// What is kept of it: of each exercise, and which exercise was shown last.
    Kept(Vec<Option<String>>, Option<String>),
    /// The person has done with it.
    Close,
    /// The person wants this exercise.
    Go(usize),
    /// The person wants the list of exercises, or back from it.
    Overview(bool),
    /// The answer to this question is now this.
    Answer(usize, String),
    /// The person wants to know what holds.
    Check,
    /// The person wants to know it of every exercise.
    CheckAll,
    /// The person wants another hint.
    Hint,
    /// The person wants something that they have to confirm.
    Ask(Asking),
    /// They do not want it after all.
    Dismiss,
    /// They want it. For an import: in place of what is here.
    Confirm,
    /// The person wants a program of the statement in the editor.
    Show(usize, Use),
    /// The person wants the solution in the editor.
    ShowSolution,
    /// The person wants their own program back in the editor.
    ShowOwn,
    /// The person wants to open a file.
    Pick(Pick),
    /// They chose this one: its name, and its text or why it cannot be read.
    Picked(Pick, String, Result<String, String>),
    /// The person wants a summary of their work as a file.
    Export,
}

impl Learn {
    /// The exercise that is shown.
    pub fn task(&self) -> Option<&Task> {
        self.course.tasks.get(self.at)
    }

    /// What is kept of the exercise that is shown.
    pub fn record(&self) -> Option<&Record> {
        self.records.get(self.at)
    }

    /// How many exercises are solved.
    pub fn solved(&self) -> usize {
        self.records.iter().filter(|record| record.solved).count()
    }

    /// The fragment of the address that leads to the exercise that is shown, if one does.
    pub fn fragment(&self) -> Option<String> {
        let task = self.task()?;
        address::write(&self.source, &task.id, &task.sealed.file)
    }

    /// Whether this exercise is being checked, and how many things have been looked at, of how many.
    pub fn progress_of(&self, task: usize) -> Option<(usize, u32)> {
        self.grading.as_ref().filter(|grading| grading.task == task).map(|grading| (grading.done, grading.of))
    }

    fn name_of(&self, task: usize) -> String {
        let id = self.course.tasks.get(task).map_or("", |task| task.id.as_str());
        format!("{}.{id}", self.key)
    }

    fn keep(&self, task: usize, effects: &mut Vec<Effect>) {
        if let Some(record) = self.records.get(task) {
            effects.push(Effect::Keep(self.name_of(task), record.write()));
        }
    }

    /// What the editor is to hold.
    fn text(&self) -> String {
        let (Some(task), Some(record)) = (self.task(), self.record()) else { return EMPTY_PROGRAM.to_owned() };
        let text = match self.desk {
            Desk::Own => record.program.clone().or_else(|| task.starter.clone()),
            Desk::Solution => self.unveiled.as_ref().and_then(|unveiled| unveiled.solution.clone()),
            Desk::Listing(index) => {
                let changed = record.listing.as_ref().filter(|(changed, _)| *changed == index);
                changed.map(|(_, text)| text.clone()).or_else(|| task.listings.get(index).cloned())
            }
        };
        text.unwrap_or_else(|| EMPTY_PROGRAM.to_owned())
    }
}

impl State {
    /// The workshop that is open.
    pub fn learn(&self) -> Option<&Learn> {
        self.learning.open.as_deref()
    }

    /// Whether the editor holds the learner's program for an exercise whose check brings a `main` of its own.
    pub(super) fn may_lack_main(&self) -> bool {
        self.learn().is_some_and(|learn| learn.desk == Desk::Own && learn.task().is_some_and(|task| task.may_lack_main))
    }

    /// Whether a workshop is open or on its way.
    pub fn is_learning(&self) -> bool {
        self.learning.open.is_some() || self.learning.loading.is_some()
    }

    pub(super) fn learn_action(&mut self, action: LearnAction, effects: &mut Vec<Effect>) {
        match action {
            LearnAction::Open(source, wanted) => self.open_workshop(source, wanted, effects),
            LearnAction::Fetched(source, text) => self.fetched(source, text, effects),
            LearnAction::Kept(records, last) => self.enter(records, last, effects),
            LearnAction::Close => self.leave(effects),
            LearnAction::Go(index) => self.show_task(index, effects),
            LearnAction::Overview(is_overview) => {
                if let Some(learn) = &mut self.learning.open {
                    learn.is_overview = is_overview;
                    learn.asking = None;
                    effects.push(Effect::FocusOn("lesson-body"));
                }
            }
            LearnAction::Answer(question, text) => self.answer(question, text, effects),
            LearnAction::Check => self.check(effects),
            LearnAction::CheckAll => self.check_all(effects),
            LearnAction::Hint => self.open_hint(effects),
            LearnAction::Ask(asking) => {
                if let Some(learn) = &mut self.learning.open {
                    learn.asking = Some(asking);
                    effects.push(Effect::FocusOn("lesson-asking"));
                }
            }
            LearnAction::Dismiss => self.dismiss(effects),
            LearnAction::Confirm => self.confirm(effects),
            LearnAction::Show(index, how) => self.show_listing(index, how, effects),
            LearnAction::ShowSolution => self.put_on_desk(Desk::Solution, effects),
            LearnAction::ShowOwn => self.put_on_desk(Desk::Own, effects),
            LearnAction::Pick(pick) => effects.push(Effect::Pick(pick)),
            LearnAction::Picked(pick, name, text) => self.picked(pick, name, text, effects),
            LearnAction::Export => self.export(effects),
        }
    }

    /// Shows an exercise, and puts into the editor what belongs to it.
    fn show_task(&mut self, index: usize, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        let Some(task) = learn.course.tasks.get(index) else { return };
        learn.at = index;
        learn.is_overview = false;
        learn.results = None;
        learn.unveiled = None;
        learn.unveiling = None;
        learn.asking = None;
        let record = learn.records.get(index);
        let changed = record.and_then(|record| record.listing.as_ref()).map_or(0, |(changed, _)| *changed);
        let desk = match &task.starter {
            None if changed < task.listings.len() => Desk::Listing(changed),
            _ => Desk::Own,
        };
        effects.push(Effect::Keep(learn.key.clone(), task.id.clone()));
        if let Some(fragment) = learn.fragment() {
            effects.push(Effect::ShowFragment(fragment));
        }
        if record.is_some_and(|record| record.hints > 0 || record.solution) {
            self.unveil(effects);
        }
        self.put_on_desk(desk, effects);
        self.part = Part::Lesson;
        effects.push(Effect::FocusOn("lesson-body"));
    }

    /// Puts something of the exercise into the editor.
    fn put_on_desk(&mut self, desk: Desk, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        learn.desk = desk;
        let source = learn.text();
        let profile = learn.task().map_or(Profile::Debug, |task| task.profile);
        let part = self.part;
        self.program.profile = profile;
        self.put(Draft { source, ..Draft::default() }, effects);
        self.part = part;
    }

    fn show_listing(&mut self, index: usize, how: Use, effects: &mut Vec<Effect>) {
        let Some(learn) = &self.learning.open else { return };
        if learn.task().is_none_or(|task| index >= task.listings.len()) {
            return;
        }
        if learn.desk != Desk::Listing(index) {
            self.put_on_desk(Desk::Listing(index), effects);
        }
        self.part = Part::Code;
        match how {
            Use::Open => {}
            Use::Run => {
                self.close_debugger(None, effects);
                self.run(effects);
            }
            Use::Step => self.debug(DebugAction::Open(stair_protocol::Start::Beginning), effects),
        }
    }

    /// Closes the workshop; the person's own program is back in the editor.
    pub(super) fn leave(&mut self, effects: &mut Vec<Effect>) {
        if self.learning.loading.take().is_some() && self.learning.open.is_none() {
            self.part = Part::Code;
            effects.push(Effect::ClearFragment);
        }
        let Some(learn) = self.learning.open.take() else { return };
        let Own { draft, profile, stops } = learn.own;
        self.program.profile = profile;
        self.put(draft, effects);
        self.debugger.stops = stops;
        self.show_breakpoints(effects);
        effects.push(Effect::ClearFragment);
        effects.push(Effect::FocusOn("lessons"));
    }

    /// Keeps what is in the editor as what the learner has written, and in place of nothing else.
    pub(super) fn keep_work(&mut self, effects: &mut Vec<Effect>) {
        let Some(learn) = &mut self.learning.open else { return };
        effects.retain(|effect| {
            !matches!(
                effect,
                Effect::StoreProgram(_) | Effect::StoreInput(_) | Effect::StoreOther(_) | Effect::StorePrevious(_)
            )
        });
        if self.program.source == learn.text() {
            return;
        }
        let at = learn.at;
        let source = self.program.source.clone();
        let Some((task, record)) = learn.course.tasks.get(at).zip(learn.records.get_mut(at)) else { return };
        match learn.desk {
            Desk::Own if task.starter.is_none() => return,
            Desk::Own => record.program = Some(source).filter(|source| Some(source) != task.starter.as_ref()),
            Desk::Listing(index) => {
                let is_original = task.listings.get(index) == Some(&source);
                record.listing = Some((index, source)).filter(|_| !is_original);
            }
            Desk::Solution => return,
        }
        learn.keep(at, effects);
    }
}
