//! The list of breakpoints and of what is watched.

use stair_protocol::BreakAt;
use stair_web::state::{Action, BreakAction, State, Stop};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::Field;
use super::on;

pub(crate) fn breakpoints(state: &State, act: &Callback<Action>) -> Html {
    if state.debugger.stops.is_empty() {
        return html! {
            <p class="hint">{ "There are none. Click beside a line’s number, or press F9 on a line, to stop there; a variable can be watched in the memory view." }</p>
        };
    }
    html! {
        <ul class="breakpoints">
            { for state.debugger.stops.iter().enumerate().map(|(index, stop)| breakpoint(index, stop, &state.program.source, act)) }
        </ul>
    }
}

fn breakpoint(index: usize, stop: &Stop, source: &str, act: &Callback<Action>) -> Html {
    let name = stop.name();
    let enable = {
        let act = act.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            act.emit(Action::Break(BreakAction::Enable(index, input.checked())));
        })
    };
    let condition = {
        let act = act.clone();
        Callback::from(move |text: String| {
            act.emit(Action::Break(BreakAction::SetCondition(index, text.trim().to_owned())));
        })
    };
    let text = match stop.breakpoint.at {
        BreakAt::Line(line) => source.lines().nth((line as usize).saturating_sub(1)).unwrap_or_default().trim(),
        _ => "",
    };
    html! {
        <li key={name.clone()}>
            <label class="enable"><input type="checkbox" checked={stop.breakpoint.enabled} onchange={enable} />{ &name }</label>
            <code>{ text }</code>
            <span class="condition">{ "if" }
                <Field value={stop.breakpoint.condition.clone()} label={format!("Condition of {name}")} placeholder="always" done={condition} />
            </span>
            <button type="button" class="quiet small" aria-label={format!("Remove {name}")} title="Remove" onclick={on(act, Action::Break(BreakAction::Remove(index)))}>{ "✕" }</button>
            if let Some(Err(reason)) = &stop.state { <p class="reason">{ reason }</p> }
        </li>
    }
}
