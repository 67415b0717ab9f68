//! What the reader sees, as functions of the state.

mod bar;
mod panes;
mod source;
mod variables;

use stair_web::embed::{Action, State};
use yew::prelude::*;

use crate::interop;

/// A callback for any event that lets `action` happen.
fn on<E>(act: &Callback<Action>, action: Action) -> Callback<E> {
    act.reform(move |_| action.clone())
}

/// The whole embed. What it shows in an editor and where it leads to are known by their elements.
pub(crate) fn embed(state: &State, act: &Callback<Action>, editor_host: &NodeRef, link: &NodeRef) -> Html {
    if !state.is_loaded {
        return if interop::is_framed() {
            html! {}
        } else {
            alone()
        };
    }
    html! {
        <div class="embed" data-stepping={state.is_stepping().then_some("yes")} data-fixed={state.options.fixed.then_some("yes")}>
            { source::source(state, act, editor_host) }
            { bar::bar(state, act, link) }
            { panes::panes(state, act) }
            <p class="only-read" role="status">{ state.run.as_ref().map(|run| run.spoken.clone()).unwrap_or_default() }</p>
        </div>
    }
}

/// What somebody sees who opens the frame by itself.
fn alone() -> Html {
    html! {
        <div class="alone">
            <h1>{ "A live Rust program" }</h1>
            <p>{ "This page shows programs within other documents, and no document has given it one. " }<a href="./">{ "Open the playground" }</a></p>
        </div>
    }
}
