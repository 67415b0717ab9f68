//! The layers: one pane or more, side by side.

use stair_protocol::Stage;
use stair_web::format;
use stair_web::state::{Action, Column, Content, MOST_COLUMNS, Mark, Origin, State, Wait};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::on;
use super::pane::Pane;

/// A stage's name and what it is, as the page says it.
fn stage_name(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Tokens => ("Tokens", "The words and signs that the text is made of"),
        Stage::Ast => ("Tree", "The syntax tree: what belongs to what"),
        Stage::Types => ("Types", "The tree with every name resolved and every type inferred"),
        Stage::Ir => ("IR", "The intermediate representation: blocks of simple instructions, pass by pass"),
        Stage::Bytecode => ("Bytecode", "What the virtual machine runs"),
        Stage::Wat => ("WAT", "The WebAssembly module as text"),
        Stage::Wasm => ("Bytes", "The WebAssembly module as bytes"),
    }
}

pub(crate) fn layers(state: &State, act: &Callback<Action>) -> Html {
    html! {
        <section class="layers" aria-label="Layers">
            { for state.columns.iter().enumerate().map(|(index, column)| self::column(state, index, column, act)) }
        </section>
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
                    label={stage_name(column.stage).0} old={column.is_old} act={act.clone()} />
            }
        }
        Content::Waiting if state.is_compiler_ready() => html! { <p class="hint">{ "…" }</p> },
        Content::Waiting => html! {
            <p class="hint"><progress aria-label="Loading"></progress>{ " The compiler is loading. You can type already." }</p>
        },
        Content::Unreachable => {
            html! { <p class="hint">{ "The program has errors, and so does not get this far yet." }</p> }
        }
        Content::Failed(reason) => html! { <p class="hint">{ format!("This layer cannot be shown: {reason}") }</p> },
    };
    html! {
        <div class="column" key={index}>
            <div class="tabs">
                if several { { stage_menu(index, column.stage, act) } } else { { stage_tabs(index, column.stage, &panel, act) } }
                { passes(index, column, act) }
                { library(index, column, act) }
                <span class="column-end">
                    if column.stage == Stage::Wasm {
                        <button type="button" class="quiet" onclick={on(act, Action::Download)} title="Save the module; it runs unchanged under any WASI host">{ "Save .wasm" }</button>
                    }
                    if index + 1 == state.columns.len() && state.analysis_wait > Wait::Short {
                        <span class="detail" role="status"><progress aria-label="Compiling"></progress>{ " Compiling…" }</span>
                        if state.analysis_wait >= Wait::Long {
                            <button type="button" class="secondary small" onclick={on(act, Action::CancelAnalysis)}>{ "Cancel" }</button>
                        }
                    } else if !several && let Some(time) = state.analysis_time {
                        <span class="detail" title="From the last keystroke's text to every visible pane, in the compile worker">
                            { format::duration(time * 1e6) }
                        </span>
                    }
                    if index + 1 == state.columns.len() && index + 1 < MOST_COLUMNS {
                        <button type="button" class="quiet icon add" onclick={on(act, Action::AddColumn)} aria-label="Show another layer beside this one" title="Show another layer beside this one">{ "+" }</button>
                    }
                    if several {
                        <button type="button" class="quiet icon" onclick={on(act, Action::RemoveColumn(index))} aria-label={format!("Close {}", stage_name(column.stage).0)}>{ "✕" }</button>
                    }
                </span>
            </div>
            <div class="column-body" id={panel}>
                if column.is_old {
                    <p class="old" role="status">{ "Of the last program without errors" }</p>
                }
                { body }
            </div>
        </div>
    }
}

fn stage_tabs(index: usize, current: Stage, panel: &str, act: &Callback<Action>) -> Html {
    html! {
        <div class="stairs" role="group" aria-label="Layer">
            { for Stage::ALL.into_iter().map(|stage| {
                let (name, hint) = stage_name(stage);
                html! {
                    <button type="button" aria-pressed={(stage == current).to_string()} aria-controls={panel.to_owned()} title={hint}
                        onclick={on(act, Action::SelectStage(index, stage))}>{ name }</button>
                }
            }) }
        </div>
    }
}

fn stage_menu(index: usize, current: Stage, act: &Callback<Action>) -> Html {
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let chosen = select.value();
        if let Some(stage) = Stage::ALL.into_iter().find(|stage| stage.name() == chosen) {
            act.emit(Action::SelectStage(index, stage));
        }
    });
    html! {
        <label class="menu">
            <span class="only-read">{ "Layer" }</span>
            <select onchange={onchange}>
                { for Stage::ALL.into_iter().map(|stage| html! {
                    <option value={stage.name()} selected={stage == current}>{ stage_name(stage).0 }</option>
                }) }
            </select>
        </label>
    }
}

/// The stages below the types hold the library's functions as well, which are most of them and rarely what one looks for.
fn library(index: usize, column: &Column, act: &Callback<Action>) -> Html {
    if column.stage < Stage::Ir {
        return html! {};
    }
    html! {
        <button type="button" class="quiet toggle" aria-pressed={column.library.to_string()}
            title="Show the library's functions below the program's own" onclick={on(act, Action::ShowLibrary(index, !column.library))}>
            { "Library" }
        </button>
    }
}

/// The IR's passes. The one that is chosen says after which pass the IR is shown.
fn passes(index: usize, column: &Column, act: &Callback<Action>) -> Html {
    if column.stage != Stage::Ir || column.passes.is_empty() {
        return html! {};
    }
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        act.emit(Action::SelectPass(index, Some(select.value()).filter(|pass| !pass.is_empty())));
    });
    html! {
        <label class="menu">
            <span>{ "after" }</span>
            <select onchange={onchange}>
                <option value="" selected={column.after.is_none()}>{ "every pass" }</option>
                { for column.passes.iter().map(|pass| html! {
                    <option value={pass.name.clone()} selected={column.after.as_ref() == Some(&pass.name)}>
                        { if pass.changed { pass.name.clone() } else { format!("{} (no change)", pass.name) } }
                    </option>
                }) }
            </select>
        </label>
    }
}
