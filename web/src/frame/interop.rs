//! The one place where the frame's Rust meets JavaScript, but for its workers. The functions are those of
//! `web/npm/src/frame-boot.js`, and of `editor.js` once the reader edits.

use std::cell::RefCell;
use std::rc::Rc;

use stair_protocol::{Calls, Diagnostic, Direction, Severity, Span, Stream, Travel, Unit};
use stair_web::embed::{Action, Told};
use stair_web::offsets::Offsets;
use stair_web::state::Theme;
use wasm_bindgen::prelude::*;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = after)]
    fn frame_after(milliseconds: u32, callback: JsValue);
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = listen)]
    fn frame_listen(received: JsValue);
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = tellLoaded)]
    fn tell_loaded(unknown: js_sys::Array);
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = tellOutput)]
    fn tell_output(stream: &str, text: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = tellStep)]
    fn tell_step(step: f64, steps: f64, line: Option<u32>, stdout: f64, stderr: f64);
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = tellError)]
    fn tell_error(message: &str);
    /// Tells the document the height of an element, now and whenever it changes.
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = measure)]
    pub(crate) fn measure(element: &web_sys::Element);
    /// Looks at that height again, sooner than a browser does for a frame that is out of view.
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = remeasure)]
    pub(crate) fn remeasure();
    /// Has a link lead to the playground with the text of a link (`stair_link::text`).
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = link)]
    pub(crate) fn link(element: &web_sys::Element, text: &str);
    /// Whether a document shows this, and not a tab of its own.
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = isFramed)]
    pub(crate) fn is_framed() -> bool;
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = applyTheme)]
    fn frame_apply_theme(name: &str);
    /// Scrolls the pane that a row is in, and nothing around it, so that the row can be seen.
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = reveal)]
    pub(crate) fn reveal(row: &web_sys::Element);

    type JsEditor;
    #[wasm_bindgen(js_namespace = ["staircase", "frame"], js_name = edit)]
    fn frame_edit(
        host: &web_sys::Element,
        text: &str,
        edited: &Closure<dyn Fn(String)>,
        made: &Closure<dyn Fn(JsEditor)>,
        failed: &Closure<dyn Fn(String)>,
    );
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = setText)]
    fn editor_set_text(editor: &JsEditor, text: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = addDiagnostic)]
    fn editor_add_diagnostic(editor: &JsEditor, from: u32, to: u32, severity: &str, code: &str, message: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = showDiagnostics)]
    fn editor_show_diagnostics(editor: &JsEditor);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = markRunning)]
    fn editor_mark_running(editor: &JsEditor, line: u32, from: u32, to: u32);
}

/// Listens to the document for as long as the frame lives.
pub(crate) fn listen(act: &Callback<Action>) {
    let act = act.clone();
    let received = move |kind: String, values: js_sys::Array, program: Option<js_sys::Uint8Array>| {
        let texts: Vec<String> = values.iter().filter_map(|value| value.as_string()).collect();
        let values = texts.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
        if let Some(action) = asked(&kind, values, program) {
            act.emit(action);
        }
    };
    let received = Closure::<dyn Fn(String, js_sys::Array, Option<js_sys::Uint8Array>)>::new(received);
    frame_listen(received.into_js_value());
}

/// What a message of the document asks for; `None` if it means nothing.
fn asked(kind: &str, mut values: Vec<(String, String)>, program: Option<js_sys::Uint8Array>) -> Option<Action> {
    let find = |wanted: &str| values.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    Some(match kind {
        "load" => {
            let place = values.iter().position(|(name, _)| name == "source")?;
            let (_, source) = values.remove(place);
            Action::Load { source, bundle: program.map(|bytes| bytes.to_vec()), attributes: values }
        }
        "theme" => Action::SetTheme(Theme::from_name(find("theme")?)),
        "run" => Action::Run,
        "step" => {
            let unit = find("unit").and_then(|name| Unit::ALL.into_iter().find(|unit| unit.name() == name));
            let calls = match find("calls") {
                Some("over") => Calls::Over,
                Some("out") => Calls::Out,
                _ => Calls::Into,
            };
            let is_back = matches!(find("direction"), Some("back"));
            Action::Step(unit, calls, if is_back { Direction::Back } else { Direction::Forward })
        }
        "goto" => Action::Travel(Travel::To(find("step")?.parse().ok()?)),
        _ => return None,
    })
}

/// Tells the document something.
pub(crate) fn tell(told: &Told) {
    match told {
        Told::Loaded(unknown) => tell_loaded(unknown.iter().map(|text| JsValue::from_str(text)).collect()),
        Told::Output(stream, text) => {
            tell_output(if *stream == Stream::Stderr { "stderr" } else { "stdout" }, text);
        }
        Told::Step { step, steps, line, printed: (stdout, stderr) } => {
            tell_step(*step as f64, *steps as f64, *line, *stdout as f64, *stderr as f64);
        }
        Told::Error(message) => tell_error(message),
    }
}

/// Shows a theme.
pub(crate) fn apply_theme(theme: Theme) {
    frame_apply_theme(theme.name());
}

/// Comes back with an action after some milliseconds.
pub(crate) fn after(milliseconds: u32, act: &Callback<Action>, action: Action) {
    let act = act.clone();
    frame_after(milliseconds, Closure::once_into_js(move || act.emit(action)));
}

/// The editor, which is fetched when it is made.
pub(crate) struct Editor {
    /// `None` until it has been fetched.
    js: Rc<RefCell<Option<JsEditor>>>,
    offsets: Rc<RefCell<Offsets>>,
    _edited: Closure<dyn Fn(String)>,
    _made: Closure<dyn Fn(JsEditor)>,
    _failed: Closure<dyn Fn(String)>,
}

impl Editor {
    /// Fetches an editor and puts it with `text` into `host`.
    pub(crate) fn new(host: &web_sys::Element, text: &str, act: &Callback<Action>) -> Self {
        let offsets = Rc::new(RefCell::new(Offsets::new(text)));
        let edited = {
            let (act, offsets) = (act.clone(), offsets.clone());
            Closure::<dyn Fn(String)>::new(move |text: String| {
                offsets.replace(Offsets::new(&text));
                act.emit(Action::Edited(text));
            })
        };
        let js = Rc::new(RefCell::new(None));
        let made = {
            let js = js.clone();
            Closure::<dyn Fn(JsEditor)>::new(move |editor| {
                js.replace(Some(editor));
            })
        };
        let failed = {
            let act = act.clone();
            Closure::<dyn Fn(String)>::new(move |reason| act.emit(Action::EditorLost(reason)))
        };
        frame_edit(host, text, &edited, &made, &failed);
        Self { js, offsets, _edited: edited, _made: made, _failed: failed }
    }

    fn range(&self, (from, to): Span) -> (u32, u32) {
        let offsets = self.offsets.borrow();
        (offsets.to_utf16(from), offsets.to_utf16(to))
    }

    pub(crate) fn set_text(&self, text: &str) {
        self.offsets.replace(Offsets::new(text));
        if let Some(editor) = &*self.js.borrow() {
            editor_set_text(editor, text);
        }
    }

    pub(crate) fn show_diagnostics(&self, diagnostics: &[Diagnostic]) {
        let js = self.js.borrow();
        let Some(editor) = &*js else { return };
        for diagnostic in diagnostics {
            let (from, to) = self.range(diagnostic.span);
            let severity = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            editor_add_diagnostic(editor, from, to, severity, &diagnostic.code, &diagnostic.message);
        }
        editor_show_diagnostics(editor);
    }

    /// Marks a line, counted from 1, and an expression in it as what runs; or nothing.
    pub(crate) fn mark_running(&self, running: Option<(u32, Option<Span>)>) {
        let (line, span) = running.unwrap_or_default();
        let (from, to) = span.map_or((0, 0), |span| self.range(span));
        if let Some(editor) = &*self.js.borrow() {
            editor_mark_running(editor, line, from, to);
        }
    }
}
