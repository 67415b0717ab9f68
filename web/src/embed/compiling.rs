//! What the compiler is asked beside the run: what is wrong with a program, and what its stages look like.

use std::rc::Rc;

use stair_protocol::{CompileAnswer, CompileRequest, Diagnostic, PaneContent, PaneRequest};

use super::{Effect, State, Told, Worker};
use crate::state::Content;

impl State {
    /// There is nothing to see of any stage yet.
    pub(super) fn forget_stages(&mut self) {
        self.stages = self.stages_in_view().map(|stage| (stage, Content::Waiting)).collect();
    }

    /// Asks for the stages that have a pane, if there are any.
    pub(super) fn analyse_for_panes(&mut self, effects: &mut Vec<Effect>) {
        if !self.stages.is_empty() {
            self.analyse(effects);
        }
    }

    /// Asks what the compiler says of the program, unless it has been asked.
    pub(super) fn analyse(&mut self, effects: &mut Vec<Effect>) {
        let program = self.program();
        if self.analysis.as_ref().is_some_and(|(_, asked)| *asked == program) {
            return;
        }
        let id = self.next_id();
        let panes = self.stages_in_view().map(|stage| PaneRequest { stage, after: None, library: false }).collect();
        let request = CompileRequest::Analyse { id, program: program.clone(), panes, beside: None };
        self.analysis = Some((id, program));
        match &mut self.compiler {
            Worker::Ready => effects.push(Effect::ToCompiler(request)),
            Worker::Starting(waiting) => *waiting = vec![request],
            Worker::None => {
                self.compiler = Worker::Starting(vec![request]);
                effects.push(Effect::StartCompiler);
            }
        }
    }

    pub(super) fn compiled(&mut self, answer: CompileAnswer, effects: &mut Vec<Effect>) {
        let expected = self.analysis.as_ref().map(|(id, _)| *id);
        match answer {
            CompileAnswer::Ready => {
                if let Worker::Starting(waiting) = std::mem::replace(&mut self.compiler, Worker::Ready) {
                    effects.extend(waiting.into_iter().map(Effect::ToCompiler));
                }
            }
            CompileAnswer::Diagnostics { id, diagnostics } if expected == Some(id) && !diagnostics.is_empty() => {
                let first = diagnostics.first().map(summary).unwrap_or_default();
                effects.push(Effect::Tell(Told::Error(format!("The compiler does not accept this program. {first}"))));
                self.diagnostics = Rc::new(diagnostics);
                effects.push(Effect::ShowDiagnostics(Rc::clone(&self.diagnostics)));
            }
            CompileAnswer::Pane { id, pane, content } if expected == Some(id) => {
                let content = match content {
                    PaneContent::Doc { doc, .. } => Content::Doc(Rc::new(doc)),
                    PaneContent::Unreachable => Content::Unreachable,
                    PaneContent::Failed(reason) => Content::Failed(reason),
                };
                if let Some((_, shown)) = self.stages.iter_mut().find(|(stage, _)| *stage == pane.stage) {
                    *shown = content;
                }
            }
            _ => {}
        }
    }

    pub(super) fn lose_compiler(&mut self, reason: &str, effects: &mut Vec<Effect>) {
        self.compiler = Worker::None;
        if self.analysis.take().is_some() {
            for (_, content) in &mut self.stages {
                *content = Content::Failed(reason.to_owned());
            }
            self.fail(format!("The compiler stopped ({reason})."), effects);
        }
    }
}

/// What is wrong, in one line.
fn summary(diagnostic: &Diagnostic) -> String {
    let code = if diagnostic.code.is_empty() { String::new() } else { format!("{}: ", diagnostic.code) };
    format!("{code}{}.", diagnostic.message.trim_end_matches('.'))
}
