//! What is below the editor: output, input, problems, timings.

use stair_protocol::{Engine, ExitReason, Severity, Start};
use stair_web::format;
use stair_web::state::{Action, Activity, DebugAction, Drawer, Outcome, Session, State};
use yew::prelude::*;

use super::header::engine_name;
use super::printed::{Printed, part, parts, pieces};
use super::{breakpoints, input, on, timings};

pub(crate) fn drawer(state: &State, act: &Callback<Action>) -> Html {
    let problems = match state.diagnostics.len() {
        0 => "Problems".to_owned(),
        count => format!("Problems ({count})"),
    };
    let stops = &state.debugger.stops;
    let breaks = if stops.is_empty() { "Breakpoints".to_owned() } else { format!("Breakpoints ({})", stops.len()) };
    let hint = |drawer| (drawer == Drawer::Problems).then_some("F8 in the editor goes to the next one");
    let tab = |drawer: Drawer, name: String, id: &'static str| {
        let selected = state.drawer == drawer;
        html! {
            <button type="button" role="tab" id={format!("tab-{id}")} aria-selected={selected.to_string()} aria-controls="drawer"
                title={hint(drawer)} class={classes!((drawer == Drawer::Problems && state.errors() > 0).then_some("has-errors"))}
                onclick={on(act, Action::SetDrawer(drawer))}>{ name }</button>
        }
    };
    let (body, labelled_by) = match state.drawer {
        Drawer::Output => (output(state, act), "tab-output"),
        Drawer::Input => (input::input(state, act), "tab-input"),
        Drawer::Problems => (problem_list(state, act), "tab-problems"),
        Drawer::Timings => (timings::timings(state, act), "tab-timings"),
        Drawer::Breakpoints => (breakpoints::breakpoints(state, act), "tab-breakpoints"),
    };
    html! {
        <section class="drawer" aria-label="Results">
            <div class="tabs">
                <div role="tablist" aria-label="Results" class="tablist">
                    { tab(Drawer::Output, "Output".to_owned(), "output") }
                    { tab(Drawer::Input, "Input".to_owned(), "input") }
                    { tab(Drawer::Problems, problems, "problems") }
                    { tab(Drawer::Timings, "Timings".to_owned(), "timings") }
                    if state.is_stepping() || !stops.is_empty() || state.drawer == Drawer::Breakpoints {
                        { tab(Drawer::Breakpoints, breaks, "breakpoints") }
                    }
                </div>
                <p class="status" role="status">{ status(state, act) }</p>
            </div>
            <div class="drawer-body" id="drawer" role="tabpanel" aria-labelledby={labelled_by} tabindex="0">{ body }</div>
        </section>
    }
}

/// What is going on, or how the last run ended.
fn status(state: &State, act: &Callback<Action>) -> Html {
    if let Some(session) = &state.debugger.session {
        let recording = &session.recording;
        return match recording.exit_code {
            Some(code) => html! { <>{ exit_code(code) }<span class="detail">{ "of this run" }</span></> },
            None => html! {},
        };
    }
    let how = how_it_went(state, act);
    if state.outcome.is_some() && !state.is_busy() && state.has_changed_since_run() {
        return html! { <>{ how }<span class="detail">{ "of an earlier text, profile or input" }</span></> };
    }
    how
}

fn exit_code(code: i32) -> Html {
    html! { <span class={if code == 0 { "good" } else { "bad" }}>{ format!("Exit code {code}") }</span> }
}

fn how_it_went(state: &State, act: &Callback<Action>) -> Html {
    match &state.activity {
        Activity::Running(_, engine) => return html! { <>{ "Running on " }{ engine_name(*engine).0 }{ "…" }</> },
        Activity::Timing(_) => {
            let current = state.timings.as_ref().and_then(|timings| timings.current);
            let text = current.map_or("Timing…".to_owned(), |(engine, part)| {
                format!("Timing {}, {:.0} %", engine_name(engine).0, part * 100.0)
            });
            return html! { text };
        }
        Activity::Grading(_) => return html! { "Checking…" },
        Activity::Measuring(_) => return html! { <>{ "Measuring two programs…" }</> },
        Activity::Idle => {}
    }
    match &state.outcome {
        None => html! {},
        Some(Outcome::Exited { engine, reason: ExitReason::Code(code), compile, run, .. }) => html! {
            <>
                { exit_code(*code) }
                <span class="detail">{ format!(
                    "{}, compiled in {}, ran for {}",
                    engine_name(*engine).0,
                    format::elapsed(*compile),
                    format::elapsed(*run),
                ) }</span>
            </>
        },
        Some(Outcome::Exited { engine, reason: ExitReason::Failed(reason), .. } | Outcome::Lost(engine, reason)) => {
            html! {
                <span class="bad">{ format!("{} gave up: {reason}", engine_name(*engine).0) }</span>
            }
        }
        Some(Outcome::Paused { engine, steps, run }) => {
            let what = if *engine == Engine::Tree { "calls and rounds of loops" } else { "instructions" };
            let text = format!(
                "{} paused after {} {what}, {}",
                engine_name(*engine).0,
                format::thousands(*steps),
                format::elapsed(*run)
            );
            html! { <><span>{ text }</span><button type="button" class="secondary small" onclick={on(act, Action::ContinueRun)}>{ "Continue" }</button></> }
        }
        Some(Outcome::Stopped(engine)) => {
            html! { <span class="bad">{ format!("{} stopped", engine_name(*engine).0) }</span> }
        }
        Some(Outcome::Rejected) if state.lacks_only_main() => html! {
            <span class="bad">{ "Not run: there is no " }<code>{ "main" }</code></span>
        },
        Some(Outcome::Rejected) => html! { <span class="bad">{ "Not run: the program has errors" }</span> },
    }
}

fn output(state: &State, act: &Callback<Action>) -> Html {
    if let Some(session) = &state.debugger.session {
        return output_at_moment(session, act);
    }
    if state.console.is_empty() {
        let hint = match (&state.activity, &state.outcome) {
            (Activity::Running(..), _) => "",
            (_, Some(Outcome::Exited { .. })) => "The program printed nothing.",
            (_, Some(_)) => "",
            _ => "Press Run, or Ctrl-Enter, and what the program prints appears here.",
        };
        return html! { <><p class="hint">{ hint }</p>{ offers(state, act) }</> };
    }
    let printed = pieces(&state.console, &[], &(0..0));
    html! {
        <>
            { offers(state, act) }
            <pre class="console">
                { for parts(&printed).into_iter().map(|pieces| part(pieces, None)) }
                if state.console.withheld > 0 {
                    <div class="withheld">{ format!("… {} more bytes are not shown", format::thousands(state.console.withheld)) }</div>
                }
            </pre>
        </>
    }
}

/// What can be done about how the last run ended.
fn offers(state: &State, act: &Callback<Action>) -> Html {
    let (panicked, lacked_input) = (state.ended_by_panic(), state.lacked_input());
    if state.is_busy() || !(panicked || lacked_input) {
        return html! {};
    }
    html! {
        <p class="offer">
            if panicked {
                <button type="button" class="secondary" onclick={on(act, Action::Debug(DebugAction::Open(Start::End)))}
                    title="Open the run at the line that caused the panic">{ "◂ Step back from the panic" }</button>
            }
            if lacked_input {
                <span class="detail">{ "The program asked for input, and there is none." }</span>
                <button type="button" class="secondary" onclick={on(act, Action::WriteInput)}>{ "Write its input" }</button>
            }
        </p>
    }
}

/// What the recorded run prints.
fn output_at_moment(session: &Session, act: &Callback<Action>) -> Html {
    if session.output.is_empty() {
        let hint = match (&session.moment, session.recording.exit_code) {
            (None, _) => "",
            (_, None) => "Nothing is printed in what has been recorded.",
            _ => "The program prints nothing.",
        };
        return html! { <p class="hint">{ hint }</p> };
    }
    html! { <Printed output={session.output.clone()} moment={session.moment.clone()} act={act.clone()} /> }
}

fn problem_list(state: &State, act: &Callback<Action>) -> Html {
    if let Some((code, text)) = &state.explanation {
        return html! {
            <article class="explanation">
                <button type="button" class="quiet" onclick={on(act, Action::CloseExplanation)}>{ "← Problems" }</button>
                <h2>{ code }</h2>
                <pre>{ text }</pre>
            </article>
        };
    }
    if state.diagnostics.is_empty() {
        return match state.lacks_main {
            true => without_main(),
            false => html! { <p class="hint">{ "The compiler has nothing to say about this program." }</p> },
        };
    }
    html! {
        <ol class="problems">
            { for state.diagnostics.iter().enumerate().map(|(index, diagnostic)| {
                let (class, word) = match diagnostic.severity {
                    Severity::Error => ("error", "error"),
                    Severity::Warning => ("warning", "warning"),
                };
                let line = line_of(&state.program.source, diagnostic.span.0);
                html! {
                    <li class={class}>
                        <button type="button" class="problem" onclick={on(act, Action::GoTo(diagnostic.span))}>
                            <span class="severity">{ word }</span>
                            <span class="message">{ &diagnostic.message }</span>
                            <span class="where">{ format!("line {line}") }</span>
                        </button>
                        if !diagnostic.code.is_empty() {
                            <button type="button" class="code" title="Explain this code"
                                aria-label={format!("Explain {}", diagnostic.code)}
                                onclick={on(act, Action::Explain(diagnostic.code.clone()))}>{ &diagnostic.code }</button>
                        }
                        <ul>
                            { for diagnostic.labels.iter().filter(|label| !label.text.is_empty()).map(|label| html! {
                                <li>
                                    <button type="button" class="link" onclick={on(act, Action::GoTo(label.span))}>
                                        { format!("line {}", line_of(&state.program.source, label.span.0)) }
                                    </button>
                                    { " " }{ &label.text }
                                </li>
                            }) }
                            { for diagnostic.notes.iter().map(|note| html! { <li>{ note }</li> }) }
                            { for diagnostic.suggestions.iter().enumerate().map(|(suggestion, offered)| html! {
                                <li>
                                    <button type="button" class="fix"
                                        onclick={on(act, Action::ApplySuggestion { diagnostic: index, suggestion })}>
                                        { "Apply" }
                                    </button>
                                    { " " }{ &offered.message }
                                </li>
                            }) }
                        </ul>
                    </li>
                }
            }) }
        </ol>
    }
}

/// What is to be known of a program that a check gives a `main`. Moves and borrows are looked at in whole programs only.
fn without_main() -> Html {
    html! {
        <p class="hint">
            { "There is no " }<code>{ "main" }</code>{ ", and a check brings one of its own. What the compiler says of whole programs only, " }
            { "such as a use of what has been moved, it says when you check." }
        </p>
    }
}

/// The line, counted from 1, that an offset is in.
fn line_of(source: &str, offset: u32) -> usize {
    source.bytes().take(offset as usize).filter(|&byte| byte == b'\n').count() + 1
}
