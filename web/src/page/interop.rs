//! The one place where the page's Rust meets JavaScript, but for its workers ([`Worker`]). The functions are those of `web/npm/src`:
//! `editor.js` and `shell.js`, which `boot.js` puts under the global name `staircase`.

use stair_protocol::{Diagnostic, Engine, Hover, Profile, Severity, Side, Span};
use stair_web::format;
use stair_web::offsets::Offsets;
use stair_web::state::{Action, BreakAction, Draft, Key, LearnAction, LineBreak, Pick, Source, Stored, Theme};
use wasm_bindgen::prelude::*;
use yew::Callback;

pub(crate) use stair_web::workers::Worker;

#[wasm_bindgen]
extern "C" {
    type JsEditor;
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = create)]
    fn editor_create(
        host: &web_sys::Element,
        text: &str,
        edited: &Closure<dyn Fn(String)>,
        cursor: &Closure<dyn Fn(u32)>,
        pointed: &Closure<dyn Fn(i32)>,
        toggle: &Closure<dyn Fn(u32)>,
        hover: &Closure<dyn Fn(u32, u32)>,
    ) -> JsEditor;
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = setText)]
    fn editor_set_text(editor: &JsEditor, text: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = showProgram)]
    fn editor_show_program(editor: &JsEditor, name: &str, text: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = replace)]
    fn editor_replace(editor: &JsEditor, from: u32, to: u32, text: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = addDiagnostic)]
    fn editor_add_diagnostic(editor: &JsEditor, from: u32, to: u32, severity: &str, code: &str, message: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = addFix)]
    fn editor_add_fix(editor: &JsEditor, name: &str, from: u32, to: u32, text: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = showDiagnostics)]
    fn editor_show_diagnostics(editor: &JsEditor);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = mark)]
    fn editor_mark(editor: &JsEditor, from: i32, to: i32);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = markRunning)]
    fn editor_mark_running(editor: &JsEditor, line: u32, from: u32, to: u32);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = addStop)]
    fn editor_add_stop(editor: &JsEditor, line: u32, look: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = showStops)]
    fn editor_show_stops(editor: &JsEditor);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = addCount)]
    fn editor_add_count(editor: &JsEditor, line: u32, text: &str, heat: u32);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = showCounts)]
    fn editor_show_counts(editor: &JsEditor);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = reveal)]
    fn editor_reveal(editor: &JsEditor, from: u32, to: u32);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = goTo)]
    fn editor_go_to(editor: &JsEditor, from: u32, to: u32);
    #[wasm_bindgen(js_namespace = ["staircase", "editor"], js_name = answerHover)]
    fn editor_answer_hover(editor: &JsEditor, token: u32, from: u32, to: u32, text: &str);

    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = load)]
    fn shell_load(name: &str) -> Option<String>;
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = store)]
    fn shell_store(name: &str, text: &str) -> bool;
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = fragment)]
    pub(crate) fn fragment() -> String;
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = clearFragment)]
    pub(crate) fn clear_fragment();
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = onFragment)]
    fn shell_on_fragment(opened: JsValue);
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = onKey)]
    fn shell_on_key(handle: JsValue);
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = bringIntoView)]
    pub(crate) fn bring_into_view(element: &web_sys::Element);
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = clickedByte)]
    fn shell_clicked_byte(event: &web_sys::MouseEvent) -> i32;
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = focusOn)]
    pub(crate) fn focus_on(id: &str);
    /// The page's address without its fragment.
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = address)]
    pub(crate) fn address() -> String;
    /// Puts a fragment into the address bar, in place of the one that is there.
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = showFragment)]
    pub(crate) fn show_fragment(fragment: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = copy)]
    fn shell_copy(text: &str, done: JsValue);
    /// The address that opens a program in the Rust Playground.
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = rustPlayground)]
    pub(crate) fn rust_playground(source: &str, is_release: bool) -> String;
    /// The address that opens a program in Compiler Explorer.
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = compilerExplorer)]
    pub(crate) fn compiler_explorer(source: &str, is_release: bool) -> String;
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = fetchWorkshop)]
    fn shell_fetch_workshop(path: Option<String>, received: JsValue);
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = pick)]
    fn shell_pick(picked: JsValue);
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = applyTheme)]
    fn shell_apply_theme(name: &str);
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = save)]
    pub(crate) fn save(name: &str, bytes: &[u8]);
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = after)]
    fn shell_after(milliseconds: u32, callback: JsValue);
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = setStyle)]
    pub(crate) fn set_style(element: &web_sys::Element, name: &str, value: &str);

    type JsObserver;
    #[wasm_bindgen(js_namespace = ["staircase", "shell"], js_name = observeSize)]
    fn shell_observe_size(element: &web_sys::Element, changed: &Closure<dyn Fn(u32, u32)>) -> JsObserver;
    #[wasm_bindgen(method)]
    fn disconnect(this: &JsObserver);
}

/// The editor, and the callbacks that it holds.
pub(crate) struct Editor {
    js: JsEditor,
    offsets: std::rc::Rc<std::cell::RefCell<Offsets>>,
    _edited: Closure<dyn Fn(String)>,
    _cursor: Closure<dyn Fn(u32)>,
    _pointed: Closure<dyn Fn(i32)>,
    _toggle: Closure<dyn Fn(u32)>,
    _hover: Closure<dyn Fn(u32, u32)>,
}

impl Editor {
    /// Puts an editor with `text` into `host`; what happens in it is sent to `act`.
    pub(crate) fn new(host: &web_sys::Element, text: &str, act: &Callback<Action>) -> Self {
        let offsets = std::rc::Rc::new(std::cell::RefCell::new(Offsets::new(text)));
        let edited = {
            let (act, offsets) = (act.clone(), offsets.clone());
            Closure::new(move |text: String| {
                offsets.replace(Offsets::new(&text));
                act.emit(Action::Edited(text));
            })
        };
        let cursor = {
            let (act, offsets) = (act.clone(), offsets.clone());
            Closure::new(move |offset| act.emit(Action::CursorMoved(offsets.borrow().to_utf8(offset))))
        };
        let pointed = {
            let (act, offsets) = (act.clone(), offsets.clone());
            Closure::new(move |offset: i32| {
                let offset = u32::try_from(offset).ok().map(|offset| offsets.borrow().to_utf8(offset));
                act.emit(Action::PointedAtSource(offset));
            })
        };
        let toggle = {
            let act = act.clone();
            Closure::new(move |line| act.emit(Action::Break(BreakAction::ToggleLine(line))))
        };
        let hover = {
            let (act, offsets) = (act.clone(), offsets.clone());
            Closure::new(move |token, offset| {
                act.emit(Action::HoverAsked { token, offset: offsets.borrow().to_utf8(offset) });
            })
        };
        let js = editor_create(host, text, &edited, &cursor, &pointed, &toggle, &hover);
        Self { js, offsets, _edited: edited, _cursor: cursor, _pointed: pointed, _toggle: toggle, _hover: hover }
    }

    fn range(&self, (from, to): Span) -> (u32, u32) {
        let offsets = self.offsets.borrow();
        (offsets.to_utf16(from), offsets.to_utf16(to))
    }

    pub(crate) fn set_text(&self, text: &str) {
        self.offsets.replace(Offsets::new(text));
        editor_set_text(&self.js, text);
    }

    /// Shows the program of a side as it was left.
    pub(crate) fn show_program(&self, side: Side, text: &str) {
        self.offsets.replace(Offsets::new(text));
        editor_show_program(&self.js, side.name(), text);
    }

    pub(crate) fn replace(&self, span: Span, text: &str) {
        let (from, to) = self.range(span);
        editor_replace(&self.js, from, to, text);
    }

    pub(crate) fn show_diagnostics(&self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            let (from, to) = self.range(diagnostic.span);
            let severity = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            let mut message = diagnostic.message.clone();
            let here = diagnostic.labels.iter().filter(|label| label.span == diagnostic.span && !label.text.is_empty());
            for line in here.map(|label| &label.text).chain(&diagnostic.notes) {
                message.push('\n');
                message.push_str(line);
            }
            editor_add_diagnostic(&self.js, from, to, severity, &diagnostic.code, &message);
            for suggestion in &diagnostic.suggestions {
                let (from, to) = self.range(suggestion.span);
                editor_add_fix(&self.js, &suggestion.message, from, to, &suggestion.replacement);
            }
        }
        editor_show_diagnostics(&self.js);
    }

    pub(crate) fn mark(&self, span: Option<Span>) {
        let (from, to) = span.map_or((-1, -1), |span| {
            let (from, to) = self.range(span);
            (from as i32, to as i32)
        });
        editor_mark(&self.js, from, to);
    }

    /// Marks a line, counted from 1, and an expression in it as what runs; or nothing.
    pub(crate) fn mark_running(&self, running: Option<(u32, Option<Span>)>) {
        let (line, span) = running.unwrap_or_default();
        let (from, to) = span.map_or((0, 0), |span| self.range(span));
        editor_mark_running(&self.js, line, from, to);
    }

    pub(crate) fn show_breakpoints(&self, breakpoints: &[LineBreak]) {
        for LineBreak { line, look } in breakpoints {
            editor_add_stop(&self.js, *line, look.name());
        }
        editor_show_stops(&self.js);
    }

    /// Shows how often lines, counted from 1, were executed.
    pub(crate) fn show_counts(&self, counts: &[(u32, u64)]) {
        for &(line, count) in counts {
            editor_add_count(&self.js, line, &format::thousands(count), format::heat(count));
        }
        editor_show_counts(&self.js);
    }

    pub(crate) fn reveal(&self, span: Span) {
        let (from, to) = self.range(span);
        editor_reveal(&self.js, from, to);
    }

    pub(crate) fn go_to(&self, span: Span) {
        let (from, to) = self.range(span);
        editor_go_to(&self.js, from, to);
    }

    pub(crate) fn answer_hover(&self, token: u32, hover: Option<&Hover>) {
        let (span, text) = hover.map_or(((0, 0), ""), |hover| (hover.span, hover.text.as_str()));
        let (from, to) = self.range(span);
        editor_answer_hover(&self.js, token, from, to, text);
    }
}

/// Which byte of a text somebody clicked on; `None` if on none, or if that ended a selection.
pub(crate) fn clicked_byte(event: &web_sys::MouseEvent) -> Option<usize> {
    usize::try_from(shell_clicked_byte(event)).ok()
}

/// Whether an element has the keyboard focus.
pub(crate) fn has_focus(element: &web_sys::Element) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.active_element()).as_ref() == Some(element)
}

/// Watches an element's inner size until it is dropped.
pub(crate) struct SizeObserver {
    js: JsObserver,
    _changed: Closure<dyn Fn(u32, u32)>,
}

impl SizeObserver {
    pub(crate) fn new(element: &web_sys::Element, changed: impl Fn(u32, u32) + 'static) -> Self {
        let changed = Closure::<dyn Fn(u32, u32)>::new(changed);
        Self { js: shell_observe_size(element, &changed), _changed: changed }
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.js.disconnect();
    }
}

/// What was kept from the last visit.
pub(crate) fn load() -> Stored {
    let named = |name: &str| shell_load(name).unwrap_or_default();
    let profile = named("profile");
    let engine = named("engine");
    let other = |prefix: &str| {
        let side = Side::ALL.into_iter().find(|side| side.name() == named(&format!("{prefix}side")))?;
        Some((side, shell_load(&format!("{prefix}other"))?))
    };
    Stored {
        source: shell_load("program"),
        stdin: named("input"),
        other: other(""),
        previous: shell_load("previous").map(|source| Draft {
            source,
            stdin: named("previous-input"),
            other: other("previous-"),
        }),
        profile: Profile::ALL.into_iter().find(|known| known.name() == profile).unwrap_or_default(),
        engine: Engine::ALL.into_iter().find(|known| known.name() == engine).unwrap_or_default(),
        theme: Theme::from_name(&named("theme")),
    }
}

/// Keeps the program that another one is compared with, under names with this prefix; false if the browser refuses.
pub(crate) fn store_other(prefix: &str, other: Option<&(Side, String)>) -> bool {
    let (side, text) = other.map_or(("", ""), |(side, text)| (side.name(), text.as_str()));
    shell_store(&format!("{prefix}side"), side) && shell_store(&format!("{prefix}other"), text)
}

/// Keeps a text for the next visit; false if the browser refuses.
pub(crate) fn store(name: &str, text: &str) -> bool {
    shell_store(name, text)
}

/// What is kept under a name.
pub(crate) fn kept(name: &str) -> Option<String> {
    shell_load(name)
}

/// A text, or why there is none.
fn result(ok: bool, text: String) -> Result<String, String> {
    if ok { Ok(text) } else { Err(text) }
}

/// Fetches a workshop of this site, and again whenever its author changes it.
pub(crate) fn fetch_workshop(source: Source, act: &Callback<Action>) {
    let act = act.clone();
    let path = match &source {
        Source::Site(path) => Some(path.clone()),
        _ => None,
    };
    let received = move |ok: bool, text: String| {
        act.emit(Action::Learn(LearnAction::Fetched(source.clone(), result(ok, text))));
    };
    shell_fetch_workshop(path, Closure::<dyn Fn(bool, String)>::new(received).into_js_value());
}

/// Lets the person choose a file of JSON.
pub(crate) fn pick(pick: Pick, act: &Callback<Action>) {
    let act = act.clone();
    let picked = move |name: String, ok: bool, text: String| {
        act.emit(Action::Learn(LearnAction::Picked(pick, name, result(ok, text))));
    };
    shell_pick(Closure::<dyn Fn(String, bool, String)>::new(picked).into_js_value());
}

/// Shows a theme.
pub(crate) fn apply_theme(theme: Theme) {
    shell_apply_theme(theme.name());
}

/// Sends what the browser reports of its own accord to `act`, for as long as the page lives.
pub(crate) fn listen(act: &Callback<Action>) {
    let opened = act.reform(Action::OpenLink);
    shell_on_fragment(Closure::<dyn Fn(String)>::new(move |fragment| opened.emit(fragment)).into_js_value());
}

/// Offers every key to `take`, which says whether it did something with it.
pub(crate) fn listen_to_keys(take: impl Fn(Key<'_>) -> bool + 'static) {
    let handle = move |name: String, ctrl: bool, shift: bool| take(Key { name: &name, ctrl, shift });
    shell_on_key(Closure::<dyn Fn(String, bool, bool) -> bool>::new(handle).into_js_value());
}

/// Puts a text into the clipboard, and comes back with what `done` makes of whether the browser let it.
pub(crate) fn copy(text: &str, act: &Callback<Action>, done: impl Fn(bool) -> Action + 'static) {
    let done = act.reform(done);
    shell_copy(text, Closure::once_into_js(move |copied: bool| done.emit(copied)));
}

/// Comes back with `action` after some milliseconds.
pub(crate) fn after(milliseconds: u32, act: &Callback<Action>, action: Action) {
    let act = act.clone();
    shell_after(milliseconds, Closure::once_into_js(move || act.emit(action)));
}
