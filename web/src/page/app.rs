//! The one component that holds the state: it applies actions, carries out effects, and shows the result.

use stair_protocol::{CompileAnswer, RunAnswer};
use stair_web::state::{Action, Effect, State};
use yew::prelude::*;

use crate::interop::{self, Editor, Worker};
use crate::views;

/// Shows the page in place of what `index.html` holds while it loads.
pub(crate) fn start() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("app")) {
        root.set_text_content(None);
        yew::Renderer::<App>::with_root(root).render();
    }
}

struct App {
    state: State,
    act: Callback<Action>,
    editor_host: NodeRef,
    editor: Option<Editor>,
    compiler: Worker,
    /// There is none before the page asks for one.
    runner: Option<Worker>,
}

impl App {
    fn start_compiler(act: &Callback<Action>) -> Worker {
        let (answered, lost) = (act.clone(), act.clone());
        Worker::start(
            "compile",
            move |answer: CompileAnswer| answered.emit(Action::FromCompiler(answer)),
            move |reason| lost.emit(Action::CompilerLost(reason)),
        )
    }

    fn start_runner(act: &Callback<Action>) -> Worker {
        let (answered, lost) = (act.clone(), act.clone());
        Worker::start(
            "run",
            move |answer: RunAnswer| answered.emit(Action::FromRunner(answer)),
            move |reason| lost.emit(Action::RunnerLost(reason)),
        )
    }

    fn store(&self, name: &str, text: &str) {
        if !interop::store(name, text) {
            self.act.emit(Action::CouldNotStore);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::ToCompiler(request) => self.compiler.send(&request),
            Effect::ToRunner(request) => {
                if let Some(runner) = &self.runner {
                    runner.send(&request);
                }
            }
            Effect::ReplaceCompiler => self.compiler = Self::start_compiler(&self.act),
            Effect::ReplaceRunner => self.runner = Some(Self::start_runner(&self.act)),
            Effect::Remind { id, wait, milliseconds } => {
                interop::after(milliseconds, &self.act, Action::CompilerLate(id, wait));
            }
            Effect::StoreProgram(source) => self.store("program", &source),
            Effect::StorePrevious(source) => self.store("previous", &source),
            Effect::StoreSettings { profile, engine } => {
                self.store("profile", profile.name());
                self.store("engine", engine.name());
            }
            Effect::StoreTheme(theme) => self.store("theme", theme.name()),
            Effect::ApplyTheme(theme) => interop::apply_theme(theme),
            Effect::CopyLink(fragment) => interop::copy_link(&fragment, &self.act),
            Effect::ClearFragment => interop::clear_fragment(),
            Effect::Save { name, bytes } => interop::save(&name, &bytes),
            Effect::SetEditorText(_)
            | Effect::ReplaceText { .. }
            | Effect::ShowDiagnostics(_)
            | Effect::MarkSource(_)
            | Effect::Reveal(_)
            | Effect::GoTo(_)
            | Effect::AnswerHover { .. } => self.carry_out_in_editor(effect),
        }
    }

    fn carry_out_in_editor(&self, effect: Effect) {
        // Before there is an editor there is nothing to change in it: it starts with the state's text.
        let Some(editor) = &self.editor else { return };
        match effect {
            Effect::SetEditorText(text) => editor.set_text(&text),
            Effect::ReplaceText { span, text } => editor.replace(span, &text),
            Effect::ShowDiagnostics(diagnostics) => editor.show_diagnostics(&diagnostics),
            Effect::MarkSource(span) => editor.mark(span),
            Effect::Reveal(span) => editor.reveal(span),
            Effect::GoTo(span) => editor.go_to(span),
            Effect::AnswerHover { token, hover } => editor.answer_hover(token, hover.as_ref()),
            _ => {}
        }
    }
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        // The queue keeps an action that arises while another is being applied until that is done.
        let act = ctx.link().callback(|action: Action| action);
        let (state, effects) = State::new(interop::load(), &interop::fragment());
        interop::listen(&act);
        let compiler = Self::start_compiler(&act);
        let mut app = Self { state, act, editor_host: NodeRef::default(), editor: None, compiler, runner: None };
        for effect in effects {
            app.carry_out(effect);
        }
        app
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        for effect in self.state.apply(action) {
            self.carry_out(effect);
        }
        true
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first && let Some(host) = self.editor_host.cast::<web_sys::Element>() {
            self.editor = Some(Editor::new(&host, &self.state.program.source, &self.act));
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        views::page(&self.state, &self.act, &self.editor_host)
    }
}
