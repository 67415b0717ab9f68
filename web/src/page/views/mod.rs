//! What the person sees, as functions of the state.

mod arrows;
mod breakpoints;
mod chart;
mod compare;
mod compare_numbers;
mod compare_rows;
mod drawer;
mod field;
mod header;
mod hex;
mod input;
mod layers;
mod learn;
mod machine;
mod memory;
mod memory_row;
mod pane;
mod printed;
mod profile;
mod rows;
mod share;
mod timings;
mod transport;

use stair_web::state::{Action, Part, State};
use yew::prelude::*;

/// A callback for any event that lets `action` happen.
fn on<E>(act: &Callback<Action>, action: Action) -> Callback<E> {
    act.reform(move |_| action.clone())
}

/// A set of buttons of which one is pressed in.
fn choice<T: Copy + PartialEq + 'static>(
    label: &'static str,
    options: &[(T, &'static str, &'static str)],
    current: T,
    choose: &Callback<T>,
) -> Html {
    html! {
        <div class="choice" role="group" aria-label={label}>
            { for options.iter().map(|&(value, name, hint)| html! {
                <button type="button" aria-pressed={(value == current).to_string()} title={hint}
                    onclick={choose.reform(move |_| value)}>{ name }</button>
            }) }
        </div>
    }
}

/// The whole page.
pub(crate) fn page(state: &State, act: &Callback<Action>, editor_host: &NodeRef) -> Html {
    let part = match state.part {
        Part::Code => "code",
        Part::Results => "results",
        Part::Layers => "layers",
        Part::Lesson => "lesson",
    };
    html! {
        <div class="page" data-part={part} data-columns={state.columns.len().to_string()} data-comparing={state.comparison().map(|_| "yes")} data-learning={state.is_learning().then_some("yes")} data-stepping={state.is_stepping().then_some("yes")}>
            { header::header(state, act) }
            { notice(state, act) }
            { share::sharing(state, act) }
            { transport::transport(state, act) }
            <main>
                { learn::learn(state, act) }
                <section class="editor" aria-label="Program">
                    { compare::sides(state, act) }
                    <div class="editor-host" ref={editor_host.clone()}></div>
                </section>
                { drawer::drawer(state, act) }
                if let Some(compare) = state.comparison() {
                    { compare::compare(state, compare, act) }
                } else {
                    { layers::layers(state, act) }
                }
            </main>
            { parts(state, act) }
            <p class="only-read" role="status">{ &state.debugger.said }</p>
        </div>
    }
}

/// On a narrow screen: what to show of the page. Beside a workshop's text, which keeps its place where there is room for two parts,
/// stands the code until something else is wanted.
fn parts(state: &State, act: &Callback<Action>) -> Html {
    let button = |part: Part, name: &'static str, is_shown: bool, class: Option<&'static str>| {
        html! {
            <button type="button" {class} aria-pressed={is_shown.to_string()} onclick={on(act, Action::SetPart(part))}>{ name }</button>
        }
    };
    let part = |part: Part, name: &'static str| button(part, name, state.part == part, None);
    html! {
        <nav class="parts" aria-label="Parts of the page">
            if state.is_learning() {
                { button(Part::Lesson, "Text", state.part == Part::Lesson, Some("one-part")) }
                { button(Part::Code, "Code", state.part == Part::Code, Some("one-part")) }
                { button(Part::Code, "Code", matches!(state.part, Part::Code | Part::Lesson), Some("two-parts")) }
            } else {
                { part(Part::Code, "Code") }
            }
            { part(Part::Results, "Results") }
            { part(Part::Layers, "Layers") }
        </nav>
    }
}

fn notice(state: &State, act: &Callback<Action>) -> Html {
    let content = state.notice.as_ref().map(|notice| {
        html! {
            <div class="notice">
                <p>{ &notice.text }</p>
                if notice.offers_previous {
                    <button type="button" class="quiet" onclick={on(act, Action::BringBackPrevious)}>{ "Bring my program back" }</button>
                }
                <button type="button" class="quiet" onclick={on(act, Action::DismissNotice)} aria-label="Dismiss">{ "✕" }</button>
            </div>
        }
    });
    html! { <div role="status" class="notices">{ content.unwrap_or_default() }</div> }
}
