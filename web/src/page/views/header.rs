//! The bar on top: what to run, how, and on what.

use stair_protocol::{Engine, Profile, Start};
use stair_web::examples::{EXAMPLES, Example};
use stair_web::state::{Action, Activity, CompareAction, DebugAction, State, Theme, profile_hint};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::learn::lessons_button;
use super::share::share_button;
use super::{choice, on};

/// An engine's name and what it is, as the page says it.
pub(crate) fn engine_name(engine: Engine) -> (&'static str, &'static str) {
    match engine {
        Engine::Tree => ("Tree", "The tree walker: runs the typed syntax tree itself"),
        Engine::Vm => ("VM", "The virtual machine: runs the bytecode"),
        Engine::Wasm => ("Wasm", "The WebAssembly module, compiled by this browser's own engine"),
    }
}

pub(crate) fn header(state: &State, act: &Callback<Action>) -> Html {
    let profiles = Profile::ALL.map(|profile| (profile, profile.name(), profile_hint(profile)));
    let engines = Engine::ALL.map(|engine| {
        let (name, hint) = engine_name(engine);
        (engine, name, hint)
    });
    html! {
        <header class="bar">
            <h1 class="brand">{ logo() }<span>{ "Staircase" }</span></h1>
            { examples(act) }
            { lessons_button(state, act) }
            <div class="bar-run">
                { choice("Profile", &profiles, state.program.profile, &act.reform(Action::SetProfile)) }
                { choice("Engine", &engines, state.engine, &act.reform(Action::SetEngine)) }
                { run_button(state, act) }
                { step_button(state, act) }
                <button type="button" class="secondary" onclick={on(act, Action::Time)} disabled={state.is_busy()}
                    title="Time the program on all three engines">{ "Time" }</button>
                <button type="button" class="secondary pressable" aria-pressed={state.comparison().is_some().to_string()}
                    onclick={on(act, Action::Compare(CompareAction::Toggle))}
                    title="Set another program beside this one: bytecode, IR, Wasm, steps and times">{ "Compare" }</button>
            </div>
            <div class="bar-end">
                { share_button(state, act) }
                { theme_button(state.theme, act) }
            </div>
        </header>
    }
}

/// Five steps down.
fn logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M1 3h4v3.5h3.5V10H12v3.5h3.5V17H19" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round" />
        </svg>
    }
}

fn examples(act: &Callback<Action>) -> Html {
    let chosen = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Ok(index) = select.value().parse() {
            chosen.emit(Action::OpenExample(index));
        }
        // The menu is a way to an example, and does not say which one the program is.
        select.set_value("");
    });
    html! {
        <label class="menu">
            <span class="only-read">{ "Examples" }</span>
            <select onchange={onchange}>
                <option value="" selected=true>{ "Examples" }</option>
                { for examples_by_group().into_iter().map(|(group, examples)| html! {
                    <optgroup label={group}>
                        { for examples.into_iter().map(|(index, example)| html! {
                            <option value={index.to_string()}>{ format!("{}: {}", example.title, example.hint) }</option>
                        }) }
                    </optgroup>
                }) }
            </select>
        </label>
    }
}

/// The examples with their places in the list, group by group.
fn examples_by_group() -> Vec<(&'static str, Vec<(usize, &'static Example)>)> {
    let mut groups: Vec<(&str, Vec<(usize, &Example)>)> = Vec::new();
    for (index, example) in EXAMPLES.iter().enumerate() {
        match groups.last_mut() {
            Some((group, examples)) if *group == example.group => examples.push((index, example)),
            _ => groups.push((example.group, vec![(index, example)])),
        }
    }
    groups
}

fn run_button(state: &State, act: &Callback<Action>) -> Html {
    if state.activity == Activity::Idle {
        html! {
            <button type="button" class="primary" key="run" onclick={on(act, Action::Run)} title="Run (Ctrl-Enter)">
                <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true"><path d="M2 1l9 5-9 5z" fill="currentColor" /></svg>
                { "Run" }
            </button>
        }
    } else {
        html! {
            <button type="button" class="primary stop" key="stop" onclick={on(act, Action::Stop)} title="Stop at once">
                <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true"><rect x="1.5" y="1.5" width="9" height="9" rx="1" fill="currentColor" /></svg>
                { "Stop" }
            </button>
        }
    }
}

fn step_button(state: &State, act: &Callback<Action>) -> Html {
    let is_stepping = state.is_stepping();
    let (name, action) = match is_stepping {
        true => ("Stepping", DebugAction::Close),
        false => ("Step", DebugAction::Open(Start::Beginning)),
    };
    html! {
        <button type="button" class="secondary step" aria-pressed={is_stepping.to_string()} onclick={on(act, Action::Debug(action))}
            disabled={state.is_busy()} title="Step through the run, forwards and backwards (Ctrl-Shift-Enter)">
            <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true"><path d="M2.2 8h10.6M9 4.2L12.8 8 9 11.8" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round" /></svg>
            { name }
        </button>
    }
}

fn theme_button(theme: Theme, act: &Callback<Action>) -> Html {
    let (icon, name) = match theme {
        Theme::System => (
            html! { <><circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6" /><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" /></> },
            "Theme: as the system",
        ),
        Theme::Light => (
            html! { <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" stroke-width="1.6" /> },
            "Theme: light",
        ),
        Theme::Dark => (
            html! { <path d="M12.5 10.2A5.5 5.5 0 0 1 5.8 3.5a5.5 5.5 0 1 0 6.7 6.7z" fill="currentColor" /> },
            "Theme: dark",
        ),
    };
    html! {
        <button type="button" class="quiet icon" onclick={on(act, Action::SetTheme(theme.next()))} aria-label={name} title={name}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{ icon }</svg>
        </button>
    }
}
