//! The one component that holds the state: it applies actions, carries out effects, and shows the result.

use std::rc::Rc;

use stair_protocol::{BundleAnswer, DebugAnswer};
use stair_web::dispatch::{Apply, Dispatcher};
use stair_web::embed::{Action, Effect, State};
use stair_web::workers::Worker;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::interop::{self, Editor};
use crate::views;

/// Shows the frame in `embed.html`. Called once.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "JavaScript reaches it")]
pub fn mount() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("app")) {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// What is shown, and what it is shown with.
struct Shown {
    state: State,
    act: Callback<Action>,
    editor: Option<Editor>,
    stepper: Option<Worker>,
    compiler: Option<Worker>,
}

impl Shown {
    fn start_stepper(&self) -> Worker {
        let (answered, lost) = (self.act.clone(), self.act.clone());
        Worker::start(
            "step",
            move |answer: DebugAnswer| answered.emit(Action::Stepped(answer)),
            move |reason| lost.emit(Action::StepperLost(reason)),
        )
    }

    fn start_compiler(&self) -> Worker {
        let (answered, lost) = (self.act.clone(), self.act.clone());
        Worker::start(
            "bundle",
            move |answer: BundleAnswer| answered.emit(Action::Compiled(answer)),
            move |reason| lost.emit(Action::CompilerLost(reason)),
        )
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::StartStepper => self.stepper = Some(self.start_stepper()),
            Effect::ToStepper(request) => {
                if let Some(stepper) = &self.stepper {
                    stepper.send(&request);
                }
            }
            Effect::StartCompiler => self.compiler = Some(self.start_compiler()),
            Effect::ToCompiler(request) => {
                if let Some(compiler) = &self.compiler {
                    compiler.send(&request);
                }
            }
            Effect::Remind(id, milliseconds) => interop::after(milliseconds, &self.act, Action::Late(id)),
            Effect::Tell(told) => interop::tell(&told),
            Effect::ApplyTheme(theme) => interop::apply_theme(theme),
            // The editor is made once there is an element for it.
            Effect::OpenEditor => {}
            Effect::CloseEditor => self.editor = None,
            Effect::SetEditorText(_) | Effect::MarkRunning(_) | Effect::ShowDiagnostics(_) => {
                let Some(editor) = &self.editor else { return };
                match effect {
                    Effect::SetEditorText(text) => editor.set_text(&text),
                    Effect::MarkRunning(running) => editor.mark_running(running),
                    Effect::ShowDiagnostics(diagnostics) => editor.show_diagnostics(&diagnostics),
                    _ => {}
                }
            }
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

struct App {
    dispatcher: Rc<Dispatcher<Shown>>,
    whole: NodeRef,
    editor_host: NodeRef,
    link: NodeRef,
}

impl Component for App {
    /// Something has changed.
    type Message = ();
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let redraw = ctx.link().callback(|()| ());
        let make = |act| {
            let act = Callback::from(act);
            Shown { state: State::default(), act, editor: None, stepper: None, compiler: None }
        };
        let dispatcher = Dispatcher::new(make, move || redraw.emit(()));
        Self { dispatcher, whole: NodeRef::default(), editor_host: NodeRef::default(), link: NodeRef::default() }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            if let Some(whole) = self.whole.cast::<web_sys::Element>() {
                interop::measure(&whole);
            }
            // The document is told that it can send its program once there is something to show it with.
            let act = self.dispatcher.shown().act.clone();
            interop::listen(&act);
        }
        let mut shown = self.dispatcher.shown_mut();
        if shown.state.is_editing
            && shown.editor.is_none()
            && let Some(host) = self.editor_host.cast::<web_sys::Element>()
        {
            shown.editor = Some(Editor::new(&host, &shown.state.source, &shown.act));
        }
        if let Some(link) = self.link.cast::<web_sys::Element>() {
            interop::link(&link, &stair_link::text::write(&shown.state.shared()));
        }
        drop(shown);
        interop::remeasure();
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let shown = self.dispatcher.shown();
        html! {
            <div class="whole" ref={self.whole.clone()}>
                { views::embed(&shown.state, &shown.act, &self.editor_host, &self.link) }
            </div>
        }
    }
}
