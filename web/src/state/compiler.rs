//! The compile worker's part of the state: what is asked of it, and what its answers change.

use std::rc::Rc;

use stair_protocol::{
    CompareRequest, Compared, CompileAnswer, CompileRequest, PaneContent, PaneRequest, Program, RequestId,
};

use super::{COMPILER_PATIENCE, Column, Drawer, Effect, Notice, State, Wait};

/// The code of a program without `main`.
const NO_MAIN: &str = "E0601";

/// What an analysis is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Wanted {
    program: Program,
    panes: Vec<PaneRequest>,
    beside: Option<Box<CompareRequest>>,
}

impl State {
    /// What is in view, and so is wanted of the compile worker.
    fn wanted(&self) -> Wanted {
        Wanted { program: self.program.clone(), panes: self.pane_requests(), beside: self.beside() }
    }

    /// Asks for a new analysis, at once or, if the worker is still at one, when it is done: keystrokes never queue up.
    pub(super) fn analyse(&mut self, effects: &mut Vec<Effect>) {
        let wanted = self.wanted();
        if !self.compiler_ready || self.analysis.is_some() || self.fatal.as_ref() == Some(&wanted) {
            self.analysis_is_stale = true;
            return;
        }
        self.fatal = None;
        self.analysis_is_stale = false;
        let id = self.next_id();
        self.analysis = Some(id);
        self.analysis_wait = Wait::Short;
        let Wanted { program, panes, beside } = wanted;
        effects.push(Effect::ToCompiler(CompileRequest::Analyse { id, program, panes, beside }));
        let (wait, milliseconds) = COMPILER_PATIENCE[0];
        effects.push(Effect::Remind { id, wait, milliseconds });
    }

    /// The analysis takes long: says so, and asks to be reminded of the next step.
    pub(super) fn compiler_late(&mut self, id: RequestId, wait: Wait, effects: &mut Vec<Effect>) {
        self.analysis_wait = wait;
        let spent = COMPILER_PATIENCE.iter().find(|(known, _)| *known == wait).map_or(0, |&(_, spent)| spent);
        match COMPILER_PATIENCE.iter().find(|&&(next, _)| next > wait) {
            Some(&(wait, at)) => effects.push(Effect::Remind { id, wait, milliseconds: at - spent }),
            None => self.lose_compiler("it took too long", effects),
        }
    }

    pub(super) fn from_compiler(&mut self, answer: CompileAnswer, effects: &mut Vec<Effect>) {
        match answer {
            CompileAnswer::Ready => {
                self.compiler_ready = true;
                self.analyse(effects);
            }
            CompileAnswer::Diagnostics { id, mut diagnostics } => {
                // What is said of an older text would point at wrong places.
                if self.analysis == Some(id) && !self.analysis_is_stale {
                    let count = diagnostics.len();
                    if self.may_lack_main() {
                        diagnostics.retain(|diagnostic| diagnostic.code != NO_MAIN);
                    }
                    self.lacks_main = diagnostics.len() < count;
                    self.diagnostics = Rc::new(diagnostics);
                    effects.push(Effect::ShowDiagnostics(Rc::clone(&self.diagnostics)));
                }
            }
            CompileAnswer::Pane { id, pane, content } => {
                if self.analysis == Some(id) {
                    self.show_pane(&pane, content);
                }
            }
            CompileAnswer::Compared { id, compared } => {
                if self.analysis == Some(id) {
                    self.show_compared(compared);
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
            CompileAnswer::Learn { id, answer } => self.from_reader(id, answer, effects),
            CompileAnswer::Explanation { id, text } => {
                if let Some((_, code)) = self.explain.take_if(|(asked, _)| *asked == id) {
                    let text = text.unwrap_or_else(|| format!("There is no page about {code}."));
                    self.explanation = Some((code, text));
                }
            }
            CompileAnswer::Embed { id, text } => {
                if let Some((_, form)) = self.embed.take_if(|(asked, _)| *asked == id) {
                    self.embed_made(form, text, effects);
                }
            }
            CompileAnswer::File { id, bytes } => {
                if let Some((_, artifact)) = self.file.take_if(|(asked, _)| *asked == id) {
                    match bytes {
                        Some(bytes) => effects.push(Effect::Save { name: artifact.file_name().to_owned(), bytes }),
                        None => self.drawer = Drawer::Problems,
                    }
                }
            }
        }
    }

    /// What the columns need of the compiler: nothing while the comparison is in their place.
    fn pane_requests(&self) -> Vec<PaneRequest> {
        if self.comparison().is_some() {
            return Vec::new();
        }
        self.columns.iter().filter(|column| column.run.is_none()).map(Column::request).collect()
    }

    pub(super) fn show_pane(&mut self, pane: &PaneRequest, content: PaneContent) {
        for column in self.columns.iter_mut().filter(|column| column.run.is_none() && column.request() == *pane) {
            column.show(content.clone());
        }
    }

    pub(super) fn lose_compiler(&mut self, reason: &str, effects: &mut Vec<Effect>) {
        self.compiler_ready = false;
        if self.analysis.take().is_some() {
            // The text may have changed since: then the new one is tried.
            if !self.analysis_is_stale {
                self.fatal = Some(self.wanted());
                self.show_compared(Compared::Failed(reason.to_owned()));
                self.columns.iter_mut().for_each(|column| column.give_up(reason));
            }
            self.analysis_is_stale = true;
        }
        self.analysis_wait = Wait::Short;
        self.hover = None;
        self.explain = None;
        (self.file, self.embed) = (None, None);
        self.lose_reader(reason, effects);
        self.notice = Some(Notice {
            text: format!(
                "The compiler stopped on this program ({reason}). It starts again with your next change; the program is safe."
            ),
            offers_previous: false,
        });
        effects.push(Effect::ReplaceCompiler);
        self.start_runner(effects);
    }
}
