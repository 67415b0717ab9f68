//! The bar with which the program is run and its run is stepped through.

use stair_protocol::{Calls, Direction, Travel, Unit};
use stair_web::embed::{Action, Run, State, Work};
use stair_web::format;
use stair_web::words::{place, with_code};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::on;

pub(crate) fn bar(state: &State, act: &Callback<Action>, link: &NodeRef) -> Html {
    let run = state.run.as_ref();
    let at_start = run.is_none_or(|run| run.step() == 0);
    let at_end = run.is_some_and(|run| run.is_stepping && run.moment.is_some() && run.step() >= run.last());
    let step = |calls, direction| on(act, Action::Step(None, calls, direction));
    let is_busy = run.is_some_and(|run| run.task.is_some());
    use Direction::{Back, Forward};
    html! {
        <section class="bar" aria-label="Run">
            <div class="tools" role="toolbar" aria-label="Run and step" aria-busy={is_busy.to_string()} onkeydown={keys(act)}
                aria-description="Arrow right steps, arrow left steps back, arrow down steps over, arrow up steps back over.">
                <button type="button" class="primary small" onclick={on(act, Action::Run)} title="Run the program to its end">{ icon("M4 2.5v11l9-5.5z") }{ "Run" }</button>
                <button type="button" class="tool" aria-label="Back" title="A step back (arrow left)" aria-disabled={at_start.to_string()}
                    onclick={step(Calls::Into, Back)}>{ arrow(true) }</button>
                <button type="button" class="tool main" title="A step, into calls (arrow right)" aria-disabled={at_end.to_string()}
                    onclick={step(Calls::Into, Forward)}>{ arrow(false) }{ "Step" }</button>
                if state.is_stepping() {
                    <button type="button" class="tool" title="A step, over calls (arrow down)" aria-disabled={at_end.to_string()}
                        onclick={step(Calls::Over, Forward)}>{ "Over" }</button>
                    <button type="button" class="tool" title="Until this function has returned" aria-disabled={at_end.to_string()}
                        onclick={step(Calls::Out, Forward)}>{ "Out" }</button>
                }
            </div>
            if state.is_stepping() { { units(state, act) } }
            <div class="ends">
                if state.options.editable {
                    if !state.is_editing {
                        <button type="button" class="quiet small" onclick={on(act, Action::Edit)}>{ "Edit" }</button>
                    } else if !state.is_original() {
                        <button type="button" class="quiet small" onclick={on(act, Action::Reset)} title="Back to the program as it was written">{ "Reset" }</button>
                    }
                }
                <a class="quiet small" href="./" ref={link.clone()} target="_blank" rel="noopener"
                    aria-label="Open in the playground" title="Open in the playground, in a new tab">{ "Open" }{ icon("M6 3h7v7h-1.6V5.7L4.6 12.6l-1.2-1.2 6.9-6.8H6z") }</a>
            </div>
            if let Some(run) = run { { moment(run, act) } }
            if !state.notice.is_empty() { <p class="notice" role="alert">{ &state.notice }</p> }
        </section>
    }
}

fn icon(path: &'static str) -> Html {
    html! { <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d={path} fill="currentColor" /></svg> }
}

fn arrow(is_back: bool) -> Html {
    html! {
        <svg class={is_back.then_some("back")} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M2.2 8h10.6M9 4.2L12.8 8 9 11.8" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
    }
}

/// The arrow keys step while the focus is on one of the buttons.
fn keys(act: &Callback<Action>) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        let action = match event.key().as_str() {
            "ArrowRight" => Action::Step(None, Calls::Into, Direction::Forward),
            "ArrowLeft" => Action::Step(None, Calls::Into, Direction::Back),
            "ArrowDown" => Action::Step(None, Calls::Over, Direction::Forward),
            "ArrowUp" => Action::Step(None, Calls::Over, Direction::Back),
            "Home" => Action::Travel(Travel::To(0)),
            "End" => Action::Travel(Travel::To(u64::MAX)),
            _ => return,
        };
        event.prevent_default();
        act.emit(action);
    })
}

/// How large a step is.
fn units(state: &State, act: &Callback<Action>) -> Html {
    let chosen = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(unit) = Unit::ALL.into_iter().find(|unit| unit.name() == name) {
            chosen.emit(Action::SetUnit(unit));
        }
    });
    html! {
        <label class="menu"><span class="only-read">{ "Step by" }</span>
            <select {onchange}>
                { for Unit::ALL.map(|unit| html! { <option value={unit.name()} selected={state.unit == unit}>{ unit.name() }</option> }) }
            </select>
        </label>
    }
}

/// Which moment it is, and what happens there.
fn moment(run: &Run, act: &Callback<Action>) -> Html {
    let (step, last) = (run.step(), run.last());
    let chosen = act.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Ok(step) = event.target_unchecked_into::<HtmlInputElement>().value().parse() {
            chosen.emit(Action::Travel(Travel::To(step)));
        }
    });
    let count = format!("{} of {}", format::thousands(step), format::thousands(last));
    html! {
        <>
            if run.moment.is_some() {
                <div class="travel">
                    <input class="scrubber" type="range" min="0" max={last.to_string()} step="1" value={step.to_string()} aria-label="Moment of the run"
                        aria-valuetext={count.clone()} {oninput} />
                    <span class="detail" title="Instructions executed">{ count }</span>
                </div>
            }
            { progress(run, act) }
            if let Some(moment) = run.moment.as_deref().filter(|_| run.is_stepping) {
                <div class="narration" aria-hidden="true">
                    <span class="place">{ place(moment) }</span>
                    <p>
                        if !run.remark.is_empty() { <strong>{ &run.remark }</strong>{ " " } }
                        { with_code(&moment.narration) }
                    </p>
                </div>
            }
        </>
    }
}

/// What is being worked at, once that takes long enough to speak of; and whether there is more to record.
fn progress(run: &Run, act: &Callback<Action>) -> Html {
    let steps = || format!("{} instructions", format::thousands(run.recording.steps));
    let Some(task) = run.task.filter(|task| task.is_late) else {
        if !run.is_paused() {
            return html! {};
        }
        return html! {
            <p class="task" role="status">
                { format!("Paused after {}. ", steps()) }
                <button type="button" class="secondary small" onclick={on(act, Action::Continue)} title="Record as many again">{ "Continue" }</button>
            </p>
        };
    };
    let text = match (task.work, run.recording.steps) {
        (Work::Compile, _) => "Compiling…".to_owned(),
        (Work::Record, 0) => "Starting…".to_owned(),
        (Work::Record, _) => format!("Running, {}…", steps()),
        (Work::Travel, _) => "Searching…".to_owned(),
    };
    html! {
        <p class="task" role="status">
            <progress aria-label={text.clone()} max="100" value={task.part.map(|part| part.to_string())}></progress>
            { text }
            <button type="button" class="secondary small" onclick={on(act, Action::Cancel)}>{ "Stop" }</button>
        </p>
    }
}
