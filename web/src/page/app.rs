//! The one component that holds the state: it applies actions, carries out effects, and shows the result.

use std::rc::Rc;

use stair_protocol::{CompileAnswer, DebugAnswer, RunAnswer, Side};
use stair_web::dispatch::{Apply, Dispatcher};
use stair_web::state::{Action, DebugAction, Effect, Key, LearnAction, State};
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

/// What is shown, and what it is shown with.
struct Shown {
    state: State,
    act: Callback<Action>,
    editor: Option<Editor>,
    compiler: Worker,
    /// There is none before the page asks for one.
    runner: Option<Worker>,
    /// There is none before the person wants to step.
    debugger: Option<Worker>,
}

impl Shown {
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

    fn start_debugger(act: &Callback<Action>) -> Worker {
        let (answered, lost) = (act.clone(), act.clone());
        Worker::start(
            "debug",
            move |answer: DebugAnswer| answered.emit(Action::Debug(DebugAction::Answered(answer))),
            move |reason| lost.emit(Action::Debug(DebugAction::Lost(reason))),
        )
    }

    fn store(&self, name: &str, text: &str) {
        if !interop::store(name, text) {
            self.act.emit(Action::CouldNotStore);
        }
    }

    fn store_other(&self, prefix: &str, other: Option<&(Side, String)>) {
        if !interop::store_other(prefix, other) {
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
            Effect::ToDebugger(request) => {
                if let Some(debugger) = &self.debugger {
                    debugger.send(&request);
                }
            }
            Effect::ReplaceDebugger => self.debugger = Some(Self::start_debugger(&self.act)),
            Effect::FocusTransport => interop::focus_on("step-into"),
            Effect::FocusInput => interop::focus_on("input"),
            Effect::Remind { id, wait, milliseconds } => {
                interop::after(milliseconds, &self.act, Action::Late(id, wait));
            }
            Effect::StoreProgram(source) => self.store("program", &source),
            Effect::StoreInput(stdin) => self.store("input", &stdin),
            Effect::StorePrevious(draft) => {
                self.store("previous", &draft.source);
                self.store("previous-input", &draft.stdin);
                self.store_other("previous-", draft.other.as_ref());
            }
            Effect::StoreOther(other) => self.store_other("", other.as_ref()),
            Effect::StoreSettings { profile, engine } => {
                self.store("profile", profile.name());
                self.store("engine", engine.name());
            }
            Effect::StoreTheme(theme) => self.store("theme", theme.name()),
            Effect::ApplyTheme(theme) => interop::apply_theme(theme),
            Effect::ShowFragment(fragment) => interop::show_fragment(&fragment),
            Effect::FocusSharing => interop::focus_on("share-link"),
            Effect::Copy(what, text) => interop::copy(&text, &self.act, move |copied| Action::WasCopied(what, copied)),
            Effect::ClearFragment => interop::clear_fragment(),
            Effect::Fetch(source) => interop::fetch_workshop(source, &self.act),
            Effect::LoadKept { key, ids } => {
                let kept = ids.iter().map(|id| interop::kept(&format!("{key}.{id}"))).collect();
                self.act.emit(Action::Learn(LearnAction::Kept(kept, interop::kept(&key))));
            }
            Effect::Keep(name, text) => self.store(&name, &text),
            Effect::Pick(pick) => interop::pick(pick, &self.act),
            Effect::FocusOn(id) => interop::focus_on(id),
            Effect::Save { name, bytes } => interop::save(&name, &bytes),
            Effect::SetEditorText(_)
            | Effect::ShowProgram(..)
            | Effect::ReplaceText { .. }
            | Effect::ShowDiagnostics(_)
            | Effect::MarkSource(_)
            | Effect::MarkRunning(_)
            | Effect::ShowBreakpoints(_)
            | Effect::ShowCounts(_)
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
            Effect::ShowProgram(side, text) => editor.show_program(side, &text),
            Effect::ReplaceText { span, text } => editor.replace(span, &text),
            Effect::ShowDiagnostics(diagnostics) => editor.show_diagnostics(&diagnostics),
            Effect::MarkSource(span) => editor.mark(span),
            Effect::MarkRunning(running) => editor.mark_running(running),
            Effect::ShowCounts(counts) => editor.show_counts(&counts),
            Effect::ShowBreakpoints(breakpoints) => editor.show_breakpoints(&breakpoints),
            Effect::Reveal(span) => editor.reveal(span),
            Effect::GoTo(span) => editor.go_to(span),
            Effect::AnswerHover { token, hover } => editor.answer_hover(token, hover.as_ref()),
            _ => {}
        }
    }
}

impl Apply for Shown {
    type Action = Action;

    fn apply(&mut self, action: Action) {
        for effect in self.state.apply(action) {
            self.carry_out(effect);
        }
    }
}

/// Starts the page's state and its workers; what the browser tells arrives there from now on.
fn dispatcher(redraw: Callback<()>) -> Rc<Dispatcher<Shown>> {
    let mut first = Vec::new();
    let make = |act| {
        let act = Callback::from(act);
        let (state, effects) = State::new(interop::load(), &interop::fragment());
        let compiler = Shown::start_compiler(&act);
        first = effects;
        Shown { state, act, editor: None, compiler, runner: None, debugger: None }
    };
    let dispatcher = Dispatcher::new(make, move || redraw.emit(()));
    {
        let mut shown = dispatcher.shown_mut();
        interop::listen(&shown.act);
        let weak = Rc::downgrade(&dispatcher);
        interop::listen_to_keys(move |stroke| weak.upgrade().is_some_and(|dispatcher| key(&dispatcher, stroke)));
        for effect in first {
            shown.carry_out(effect);
        }
    }
    dispatcher
}

/// Does what a key stands for; false if it stands for nothing.
fn key(dispatcher: &Dispatcher<Shown>, key: Key<'_>) -> bool {
    let action = dispatcher.try_shown().and_then(|shown| shown.state.key(key));
    let is_known = action.is_some();
    if let Some(action) = action {
        dispatcher.act(action);
    }
    is_known
}

struct App {
    dispatcher: Rc<Dispatcher<Shown>>,
    editor_host: NodeRef,
}

impl Component for App {
    /// Something has changed.
    type Message = ();
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        Self { dispatcher: dispatcher(ctx.link().callback(|()| ())), editor_host: NodeRef::default() }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first && let Some(host) = self.editor_host.cast::<web_sys::Element>() {
            let mut shown = self.dispatcher.shown_mut();
            shown.editor = Some(Editor::new(&host, &shown.state.program.source, &shown.act));
        }
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let shown = self.dispatcher.shown();
        views::page(&shown.state, &shown.act, &self.editor_host)
    }
}
