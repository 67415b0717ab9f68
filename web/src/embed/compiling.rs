//! From the program to what can be stepped: what the document brought, or what the compiler makes of the text.

use std::rc::Rc;

use stair_debugger::Bundle;
use stair_protocol::{BundleAnswer, BundleRequest, Bundled, Diagnostic};

use super::{Effect, State, Told, Work, Worker};
use crate::state::Content;

impl State {
    /// There is nothing to see of any stage yet.
    pub(super) fn forget_stages(&mut self) {
        self.stages = self.stages_in_view().map(|stage| (stage, Content::Waiting)).collect();
    }

    /// What the document brought, if that is this program, compiled.
    pub(super) fn brought(&mut self) -> Option<Rc<[u8]>> {
        if !self.is_original() {
            return None;
        }
        if !self.is_vetted {
            let is_this = |file: &Rc<[u8]>| Bundle::load(file).is_ok_and(|bundle| bundle.source().text == self.source);
            self.brought = self.brought.take().filter(is_this);
            self.is_vetted = true;
        }
        self.brought.clone()
    }

    /// Has the program compiled, unless it has been, and then records its run.
    pub(super) fn compile(&mut self, effects: &mut Vec<Effect>) {
        let program = self.program();
        if let Some((compiled, bundle)) = &self.compiled
            && *compiled == program
        {
            let bundle = Rc::clone(bundle);
            return self.record(&bundle, false, effects);
        }
        let id = self.begin(Work::Compile, effects);
        let request = BundleRequest { id, program, panes: self.stages_in_view().collect() };
        match &mut self.compiler {
            Worker::Ready => effects.push(Effect::ToCompiler(request)),
            Worker::Starting(waiting) => *waiting = vec![request],
            Worker::None => {
                self.compiler = Worker::Starting(vec![request]);
                effects.push(Effect::StartCompiler);
            }
        }
    }

    pub(super) fn compiled(&mut self, answer: BundleAnswer, effects: &mut Vec<Effect>) {
        match answer {
            BundleAnswer::Ready => {
                if let Worker::Starting(waiting) = std::mem::replace(&mut self.compiler, Worker::Ready) {
                    effects.extend(waiting.into_iter().map(Effect::ToCompiler));
                }
            }
            BundleAnswer::Bundled { id, bundled } => {
                let task = self.run.as_ref().and_then(|run| run.task);
                if task.is_some_and(|task| task.id == id) {
                    self.bundled(bundled, effects);
                }
            }
        }
    }

    fn bundled(&mut self, bundled: Bundled, effects: &mut Vec<Effect>) {
        match bundled {
            Bundled::Done(bundle) => {
                let bundle: Rc<[u8]> = Rc::from(bundle);
                self.compiled = Some((self.program(), Rc::clone(&bundle)));
                self.record(&bundle, false, effects);
            }
            Bundled::Rejected(diagnostics) => {
                self.run = None;
                let first = diagnostics.first().map(summary).unwrap_or_default();
                self.fail("The compiler does not accept this program.".to_owned(), &first, effects);
                self.diagnostics = Rc::new(diagnostics);
                effects.push(Effect::ShowDiagnostics(Rc::clone(&self.diagnostics)));
            }
            Bundled::Failed(reason) => {
                self.run = None;
                self.fail(format!("The program cannot be compiled: {reason}."), "", effects);
            }
        }
    }

    pub(super) fn lose_compiler(&mut self, reason: &str, effects: &mut Vec<Effect>) {
        self.compiler = Worker::None;
        if self.run.as_ref().and_then(|run| run.task).is_some_and(|task| task.work == Work::Compile) {
            self.run = None;
            self.fail(format!("The compiler stopped ({reason})."), "", effects);
        }
    }

    /// Says what failed, to the reader and, with the `details` that the reader sees elsewhere, to the document.
    pub(super) fn fail(&mut self, text: String, details: &str, effects: &mut Vec<Effect>) {
        let told = [text.as_str(), details].join(" ").trim_end().to_owned();
        self.notice = text;
        effects.push(Effect::Tell(Told::Error(told)));
    }
}

/// What is wrong, in one line.
fn summary(diagnostic: &Diagnostic) -> String {
    let code = if diagnostic.code.is_empty() { String::new() } else { format!("{}: ", diagnostic.code) };
    format!("{code}{}.", diagnostic.message.trim_end_matches('.'))
}
