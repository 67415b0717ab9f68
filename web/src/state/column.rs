//! A column: one pane in view.

use std::rc::Rc;

use stair_protocol::{Moment, PaneContent, PaneCounts, PaneDoc, PaneRequest, PassStage, RunProfile, Span, Stage};

use super::{Mark, Origin};

/// What a column can show of a run that is stepped through.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RunView {
    /// The call stack, and what the next instruction does to the operand stack.
    Machine,
    /// Variables, what they own and what they refer to; and all of that as bytes.
    Memory,
    /// How often everything was executed, and what was on the heap over time.
    Profile,
}

impl RunView {
    /// Every view.
    pub const ALL: [RunView; 3] = [RunView::Machine, RunView::Memory, RunView::Profile];

    /// A short name.
    pub fn name(self) -> &'static str {
        match self {
            RunView::Machine => "machine",
            RunView::Memory => "memory",
            RunView::Profile => "profile",
        }
    }
}

/// One pane in view.
#[derive(Clone, Debug)]
pub struct Column {
    /// What it shows.
    pub stage: Stage,
    /// What it shows of the run, instead of a stage.
    pub run: Option<RunView>,
    /// For the IR: after which pass; `None` is the last.
    pub after: Option<String>,
    /// Whether it shows the library's part, too.
    pub library: bool,
    /// What there is to see.
    pub content: Content,
    /// For the IR: the passes to choose from.
    pub passes: Rc<Vec<PassStage>>,
    /// Whether the program has changed to one that does not reach this stage; what is seen then is of an older one.
    pub is_old: bool,
}

/// What there is to see in a column.
#[derive(Clone, Debug)]
pub enum Content {
    /// Nothing yet.
    Waiting,
    /// A document.
    Doc(Rc<PaneDoc>),
    /// The program does not get this far.
    Unreachable,
    /// The compiler failed.
    Failed(String),
}

impl Column {
    /// A column that has nothing to show yet.
    pub fn new(stage: Stage) -> Self {
        Self {
            stage,
            run: None,
            after: None,
            library: false,
            content: Content::Waiting,
            passes: Rc::default(),
            is_old: false,
        }
    }

    /// A column that shows a run.
    pub fn of_run(view: RunView) -> Self {
        Self { run: Some(view), ..Self::new(Stage::Ast) }
    }

    /// What to ask the compile worker for.
    pub fn request(&self) -> PaneRequest {
        PaneRequest { stage: self.stage, after: self.after.clone(), library: self.library }
    }

    /// Takes the compile worker's answer. While a program is being typed it rarely gets all the way down, so a column keeps the
    /// last document that there was.
    pub(super) fn show(&mut self, content: PaneContent) {
        match content {
            PaneContent::Doc { doc, passes } => {
                self.content = Content::Doc(Rc::new(doc));
                self.passes = Rc::new(passes);
                self.is_old = false;
            }
            PaneContent::Unreachable => match self.content {
                Content::Doc(_) => self.is_old = true,
                _ => self.content = Content::Unreachable,
            },
            PaneContent::Failed(reason) => self.content = Content::Failed(reason),
        }
    }

    /// Says that the compiler gave up on this column, unless there is an older document to look at.
    pub(super) fn give_up(&mut self, reason: &str) {
        match self.content {
            Content::Doc(_) => self.is_old = true,
            _ => self.content = Content::Failed(reason.to_owned()),
        }
    }

    /// The document, if there is one.
    pub fn doc(&self) -> Option<&Rc<PaneDoc>> {
        match &self.content {
            Content::Doc(doc) => Some(doc),
            _ => None,
        }
    }

    /// The lines that run at this moment.
    pub fn running(&self, moment: &Moment) -> Vec<usize> {
        if self.is_old || self.after.is_some() {
            return Vec::new();
        }
        let here = |lines: &&stair_protocol::PaneLines| lines.stage == self.stage && lines.library == self.library;
        match (moment.lines.iter().find(here), self.doc(), moment.span) {
            (Some(found), ..) => found.lines.iter().map(|&line| line as usize).collect(),
            // The stages that only show the text's own structure have lines of their own for each expression.
            (None, Some(doc), Some(span)) if self.stage < Stage::Types || self.stage == Stage::Ownership => {
                let exact = doc.lines().enumerate().filter(|(_, line)| line.span == Some(span));
                let exact: Vec<usize> = exact.map(|(index, _)| index).collect();
                if exact.is_empty() { lines_for(doc, span) } else { exact }
            }
            _ => Vec::new(),
        }
    }

    /// Which of the counts of a run are those of this column's lines: their place in [`RunProfile::panes`].
    pub fn counts(&self, profile: &RunProfile) -> Option<usize> {
        let of_this = |counts: &PaneCounts| counts.stage == self.stage && counts.library == self.library;
        let is_shown = !self.is_old && self.after.is_none() && self.run.is_none();
        profile.panes.iter().position(of_this).filter(|_| is_shown)
    }

    /// The lines that a mark lights up in this column, which has this index. A column does not light up for itself, but for
    /// the line that was chosen in it; that is shown by the pane.
    pub fn lit(&self, index: usize, mark: Option<Mark>) -> Vec<usize> {
        let (Some(doc), Some(mark)) = (self.doc(), mark) else { return Vec::new() };
        if self.is_old || mark.origin == Origin::Column(index) {
            return Vec::new();
        }
        match mark.from {
            // The IR that lower stages are made from is the one after every pass.
            Some((stage, line)) if stage == self.stage && self.after.is_none() => vec![line as usize],
            _ => lines_for(doc, mark.span),
        }
    }
}

/// The lines that belong to a span: those that lie within it, or else those that hold it most closely.
fn lines_for(doc: &PaneDoc, (start, end): Span) -> Vec<usize> {
    if start == end {
        return doc.lines_at(start);
    }
    let within = |line: Option<Span>| line.is_some_and(|(from, to)| start <= from && to <= end && from < to);
    let inside: Vec<usize> =
        doc.lines().enumerate().filter(|(_, line)| within(line.span)).map(|(index, _)| index).collect();
    if inside.is_empty() { doc.lines_at(start) } else { inside }
}
