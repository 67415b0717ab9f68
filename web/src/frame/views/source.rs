//! The program: read, or in an editor.

use stair_protocol::Class;
use stair_web::classes::class_name;
use stair_web::embed::{Action, Piece, Row, State, pieces};
use web_sys::Element;
use yew::prelude::*;

use super::on;
use crate::interop;

pub(crate) fn source(state: &State, act: &Callback<Action>, editor_host: &NodeRef) -> Html {
    if state.is_editing {
        return html! {
            <section class="code editing" aria-label="Program">
                <div class="editor-host" ref={editor_host.clone()}></div>
            </section>
        };
    }
    let running = state.running();
    let digits = state.text.len().to_string().len();
    html! {
        <section class="code" aria-label="Program">
            <pre data-digits={digits.to_string()} data-scrolls="yes" role="region" aria-label="Text of the program" tabindex="0">
                { for state.rows().into_iter().map(|row| match row {
                    Row::Line(number) => line(state, number, running.filter(|&(line, _)| line == number).is_some()),
                    Row::Hidden(from, to) => hidden(from, to, act),
                }) }
                if state.shows_hidden && !state.options.hide.is_empty() {
                    <button type="button" class="hidden-lines" onclick={on(act, Action::ShowHidden(false))}>{ "▾ hide lines again" }</button>
                }
            </pre>
            <Reveal place={running.map_or(0, |(line, _)| line)} />
        </section>
    }
}

fn hidden(from: u32, to: u32, act: &Callback<Action>) -> Html {
    let text =
        if from == to { format!("▸ line {from} is hidden") } else { format!("▸ lines {from} to {to} are hidden") };
    html! {
        <button type="button" class="hidden-lines" key={format!("h{from}")} title="Show hidden lines" onclick={on(act, Action::ShowHidden(true))}>{ text }</button>
    }
}

fn line(state: &State, number: u32, is_running: bool) -> Html {
    let Some(line) = state.text.line(number as usize - 1) else { return html! {} };
    let span = state.running().filter(|_| is_running || spans_lines(state)).and_then(|(_, span)| span);
    let (spans, whole) = &state.highlighted;
    let is_highlighted = whole.iter().any(|range| range.contains(&number));
    let class = classes!("line", is_running.then_some("running"), is_highlighted.then_some("highlighted"));
    html! {
        <div key={number} {class} data-line={number.to_string()} aria-current={is_running.then_some("step")}>
            { for pieces(line, span, spans).iter().map(piece) }
            { "\n" }
        </div>
    }
}

/// Whether the expression that runs goes over more than one line.
fn spans_lines(state: &State) -> bool {
    let Some((_, Some((from, to)))) = state.running() else { return false };
    state.source.get(from as usize..to as usize).is_some_and(|text| text.contains('\n'))
}

fn piece(piece: &Piece<'_>) -> Html {
    let class = classes!(class_of(piece.class), piece.is_running.then_some("expression"));
    if piece.is_highlighted {
        return html! { <mark {class}>{ piece.text }</mark> };
    }
    if class.is_empty() {
        return html! { piece.text };
    }
    html! { <span {class}>{ piece.text }</span> }
}

/// The style sheet's name of a class of text; none for what needs no element of its own.
pub(super) fn class_of(class: Class) -> Option<&'static str> {
    (class != Class::Plain).then(|| class_name(class))
}

#[derive(Properties, PartialEq)]
pub(super) struct RevealProps {
    /// What runs: whenever it is another one, the first row before this element that runs comes into view in its pane.
    pub(super) place: u32,
}

/// Brings what runs into view, within its pane.
#[component]
pub(super) fn Reveal(props: &RevealProps) -> Html {
    let here = use_node_ref();
    use_effect_with(props.place, {
        let here = here.clone();
        move |_| {
            let section = here.cast::<Element>().and_then(|here| here.parent_element());
            if let Some(row) = section.and_then(|section| section.query_selector(".running").ok().flatten()) {
                interop::reveal(&row);
            }
        }
    });
    html! { <span ref={here} hidden=true></span> }
}
