//! The layers: one pane or more, side by side.

use stair_protocol::{Artifact, PassStage, Stage};
use stair_web::format;
use stair_web::state::{Action, Column, Content, Here, MOST_COLUMNS, Mark, Origin, RunView, State, Wait};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::machine::machine;
use super::memory::Memory;
use super::on;
use super::pane::{Counts, Pane};
use super::profile::profile;
use super::transport;

/// A stage's name and what it is, as the page says it.
pub(super) fn stage_name(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Tokens => ("Tokens", "The words and signs that the text is made of"),
        Stage::Ast => ("Tree", "The syntax tree: what belongs to what"),
        Stage::Types => ("Types", "The tree with every name resolved and every type inferred"),
        Stage::Ownership => {
            ("Owners", "Where each variable has a value, and where that goes, beside the lines of the program")
        }
        Stage::Ir => ("IR", "The intermediate representation: blocks of simple instructions, pass by pass"),
        Stage::Bytecode => ("Bytecode", "What the virtual machine runs"),
        Stage::Wat => ("WAT", "The WebAssembly module as text"),
        Stage::Wasm => ("Bytes", "The WebAssembly module as bytes"),
    }
}

/// The name of a view of the run, and what it is.
fn view_name(view: RunView) -> (&'static str, &'static str) {
    match view {
        RunView::Machine => ("Machine", "The call stack, and what the next instruction does to the operand stack"),
        RunView::Memory => ("Memory", "Variables, what they own and what they refer to"),
        RunView::Profile => ("Profile", "How often everything was executed, and what was on the heap over time"),
    }
}

/// What a column shows, in a word.
fn column_name(column: &Column) -> &'static str {
    column.run.map_or(stage_name(column.stage).0, |view| view_name(view).0)
}

pub(crate) fn layers(state: &State, act: &Callback<Action>) -> Html {
    html! {
        <section class="layers" aria-label="Layers">
            { fronts(state, act) }
            { for state.columns.iter().enumerate().map(|(index, column)| self::column(state, index, column, act)) }
        </section>
    }
}

/// Where there is room for one column only: which one.
fn fronts(state: &State, act: &Callback<Action>) -> Html {
    if state.columns.len() == 1 {
        return html! {};
    }
    html! {
        <div class="fronts" role="group" aria-label="Pane in front">
            { for state.columns.iter().enumerate().map(|(index, column)| html! {
                <button type="button" aria-pressed={(index == state.front).to_string()} onclick={on(act, Action::SetFront(index))}>{ column_name(column) }</button>
            }) }
        </div>
    }
}

fn column(state: &State, index: usize, column: &Column, act: &Callback<Action>) -> Html {
    let several = state.columns.len() > 1;
    let panel = format!("pane-{index}");
    let body = match &column.content {
        Content::Doc(doc) => {
            let mark: Option<Mark> = state.mark();
            // A pane moves to what was chosen elsewhere. It stays where it is for what is merely pointed at: a page that
            // scrolls under the pointer is hard to read.
            let follow = state.pointed.is_none() && mark.is_some_and(|mark| mark.origin != Origin::Column(index));
            html! {
                <Pane key={column.stage.name()} doc={doc.clone()} lit={column.lit(index, mark)} follow={follow} column={index}
                    counts={counts(state, index)} running={state.moment().map(|moment| column.running(moment)).unwrap_or_default()}
                    label={stage_name(column.stage).0} old={column.is_old} act={act.clone()} />
            }
        }
        Content::Waiting => waiting(state),
        Content::Unreachable if state.lacks_only_main() => {
            html! { <p class="hint">{ "The program has no " }<code>{ "main" }</code>{ ", and so does not get this far." }</p> }
        }
        Content::Unreachable => {
            html! { <p class="hint">{ "The program has errors, and so does not get this far yet." }</p> }
        }
        Content::Failed(reason) => html! { <p class="hint">{ format!("This layer cannot be shown: {reason}") }</p> },
    };
    html! {
        <div class={classes!("column", (index == state.front).then_some("front"))} key={index}>
            <div class="tabs">
                if several { { stage_menu(state, index, act) } } else { { stage_tabs(state, index, &panel, act) } }
                { passes(index, column, act) }
                { library(index, column, act) }
                <span class="column-end">
                    if column.stage == Stage::Wasm && column.run.is_none() {
                        <button type="button" class="quiet" onclick={on(act, Action::Download(Artifact::Wasm))} title="Save the module; it runs unchanged under any WASI host">{ "Save .wasm" }</button>
                    }
                    if index + 1 == state.columns.len() && state.analysis_wait > Wait::Short {
                        { compiling(state, act) }
                    } else if !several && let Some(time) = state.analysis_time {
                        <span class="detail" title="From the last keystroke's text to every visible pane, in the compile worker">
                            { format::elapsed(time) }
                        </span>
                    }
                    if index + 1 == state.columns.len() && index + 1 < MOST_COLUMNS {
                        <button type="button" class="quiet icon add" onclick={on(act, Action::AddColumn)} aria-label="Show another layer beside this one" title="Show another layer beside this one">{ "+" }</button>
                    }
                    if several {
                        <button type="button" class="quiet icon" onclick={on(act, Action::RemoveColumn(index))} aria-label={format!("Close {}", column_name(column))}>{ "✕" }</button>
                    }
                </span>
            </div>
            <div class="column-body" id={panel}>
                if column.is_old && column.run.is_none() {
                    <p class="old" role="status">{ "Of the last program without errors" }</p>
                }
                { column.run.map_or(body, |view| run_view(state, view, act)) }
                { chosen_line(state, index, act) }
            </div>
        </div>
    }
}

/// What there is to see before the compiler's first answer.
pub(super) fn waiting(state: &State) -> Html {
    if state.is_compiler_ready() {
        return html! { <p class="hint">{ "…" }</p> };
    }
    html! { <p class="hint"><progress aria-label="Loading"></progress>{ " The compiler is loading. You can type already." }</p> }
}

/// That the compiler is at work, and a way to stop it if that takes long; nothing while it is quick.
pub(super) fn compiling(state: &State, act: &Callback<Action>) -> Html {
    if state.analysis_wait == Wait::Short {
        return html! {};
    }
    html! {
        <>
            <span class="detail" role="status"><progress aria-label="Compiling"></progress>{ " Compiling…" }</span>
            if state.analysis_wait >= Wait::Long {
                <button type="button" class="secondary small" onclick={on(act, Action::CancelAnalysis)}>{ "Cancel" }</button>
            }
        </>
    }
}

/// What can be done with the line that was chosen last, if it is in this column and the run is stepped through.
fn chosen_line(state: &State, index: usize, act: &Callback<Action>) -> Html {
    let Some(Here::Pane { column, line }) = state.here.filter(|_| state.moment().is_some()) else { return html! {} };
    if column != index || state.columns[index].run.is_some() {
        return html! {};
    }
    html! {
        <div class="chosen-line" role="group" aria-label="The chosen line">
            <span class="detail">{ format!("Line {}", format::thousands(u64::from(line) + 1)) }</span>
            { transport::to_here(act) }
        </div>
    }
}

fn run_view(state: &State, view: RunView, act: &Callback<Action>) -> Html {
    let Some(moment) = state.moment() else { return html! { <p class="hint">{ "…" }</p> } };
    match view {
        RunView::Machine => machine(moment, act),
        RunView::Memory => {
            let bytes = state.debugger.session.as_ref().and_then(|session| session.bytes.clone());
            html! { <Memory moment={moment.clone()} {bytes} act={act.clone()} /> }
        }
        RunView::Profile => profile(state, act),
    }
}

/// How often the lines of a column were executed, if that has been counted.
fn counts(state: &State, index: usize) -> Option<Counts> {
    let profile = state.debugger.session.as_ref()?.profile.as_ref()?;
    let pane = state.columns[index].counts(profile)?;
    Some(Counts { profile: profile.clone(), pane })
}

fn stage_tabs(state: &State, index: usize, panel: &str, act: &Callback<Action>) -> Html {
    let current = &state.columns[index];
    let tab = |(name, hint): (&'static str, &'static str), is_current: bool, action: Action| {
        html! {
            <button type="button" aria-pressed={is_current.to_string()} aria-controls={panel.to_owned()} title={hint}
                onclick={on(act, action)}>{ name }</button>
        }
    };
    html! {
        <>
        <div class="stairs" role="group" aria-label="Layer">
            { for Stage::ALL.into_iter().map(|stage| {
                let is_current = current.run.is_none() && current.stage == stage;
                tab(stage_name(stage), is_current, Action::SelectStage(index, stage))
            }) }
        </div>
        if state.is_stepping() {
            <div class="views" role="group" aria-label="The run">
                { for RunView::ALL.into_iter().map(|view| {
                    tab(view_name(view), current.run == Some(view), Action::SelectRunView(index, view))
                }) }
            </div>
        }
        </>
    }
}

fn stage_menu(state: &State, index: usize, act: &Callback<Action>) -> Html {
    let current = &state.columns[index];
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let chosen = select.value();
        if let Some(stage) = Stage::ALL.into_iter().find(|stage| stage.name() == chosen) {
            act.emit(Action::SelectStage(index, stage));
        } else if let Some(view) = RunView::ALL.into_iter().find(|view| view.name() == chosen) {
            act.emit(Action::SelectRunView(index, view));
        }
    });
    let option = |value: &'static str, name: &'static str, is_current: bool| {
        html! { <option value={value} selected={is_current}>{ name }</option> }
    };
    html! {
        <label class="menu">
            <span class="only-read">{ "Layer" }</span>
            <select onchange={onchange}>
                { for Stage::ALL.into_iter().map(|stage| {
                    option(stage.name(), stage_name(stage).0, current.run.is_none() && stage == current.stage)
                }) }
                if state.is_stepping() {
                    { for RunView::ALL.into_iter().map(|view| option(view.name(), view_name(view).0, current.run == Some(view))) }
                }
            </select>
        </label>
    }
}

/// The stages below the types hold the library's functions as well, which are most of them and rarely what one looks for.
fn library(index: usize, column: &Column, act: &Callback<Action>) -> Html {
    if column.stage < Stage::Ir || column.run.is_some() {
        return html! {};
    }
    html! {
        <button type="button" class="quiet toggle" aria-pressed={column.library.to_string()}
            title="Show the library's functions below the program's own" onclick={on(act, Action::ShowLibrary(index, !column.library))}>
            { "Library" }
        </button>
    }
}

/// The IR's passes, for a column that shows the IR.
fn passes(index: usize, column: &Column, act: &Callback<Action>) -> Html {
    if column.stage != Stage::Ir || column.run.is_some() {
        return html! {};
    }
    pass_menu(&column.passes, column.after.as_ref(), &act.reform(move |pass| Action::SelectPass(index, pass)))
}

/// A menu of passes. The one that is chosen says after which pass the IR is shown; none is after all of them.
pub(super) fn pass_menu(passes: &[PassStage], after: Option<&String>, choose: &Callback<Option<String>>) -> Html {
    if passes.is_empty() {
        return html! {};
    }
    let choose = choose.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        choose.emit(Some(select.value()).filter(|pass| !pass.is_empty()));
    });
    html! {
        <label class="menu">
            <span>{ "after" }</span>
            <select onchange={onchange}>
                <option value="" selected={after.is_none()}>{ "every pass" }</option>
                { for passes.iter().map(|pass| html! {
                    <option value={pass.name.clone()} selected={after == Some(&pass.name)}>
                        { if pass.changed { pass.name.clone() } else { format!("{} (no change)", pass.name) } }
                    </option>
                }) }
            </select>
        </label>
    }
}
