//! The engines' times side by side.

use stair_protocol::EngineTiming;
use stair_web::format;
use stair_web::state::{Action, EngineTimes, State, Timings};
use yew::prelude::*;

use super::chart::Chart;
use super::header::engine_name;
use super::on;

pub(crate) fn timings(state: &State, act: &Callback<Action>) -> Html {
    let Some(timings) = &state.timings else {
        return html! {
            <div class="hint">
                <p>{ "Time runs this program on all three engines and shows how long each takes: to compile, to start, for the first run, and once it is warm." }</p>
                <button type="button" class="secondary" onclick={on(act, Action::Time)} disabled={state.is_busy()}>{ "Time it on the engines" }</button>
            </div>
        };
    };
    let changed = timings.program != state.program || timings.stdin != state.stdin;
    html! {
        <div class="timings">
            if changed { <p class="old">{ "Of an earlier text, profile or input of this program" }</p> }
            if let Some(reason) = &timings.ended_early { <p class="old">{ reason }</p> }
            <div class="wide">{ table(timings) }</div>
            <Chart engines={timings.engines.clone()} />
            { first_runs(timings) }
            { method(timings) }
        </div>
    }
}

fn table(timings: &Timings) -> Html {
    let fastest = timings.fastest();
    html! {
        <table>
            <caption>{ format!("{} profile; output is thrown away", timings.program.profile.name()) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Engine" }</th>
                    <th scope="col">{ "Compile" }</th>
                    <th scope="col">{ "Instantiate" }</th>
                    <th scope="col">{ "First run" }</th>
                    <th scope="col">{ "Steady state" }</th>
                    <th scope="col">{ "Middle half" }</th>
                    <th scope="col">{ "To fastest" }</th>
                </tr>
            </thead>
            <tbody>{ for timings.engines.iter().map(|times| row(times, fastest, timings)) }</tbody>
        </table>
    }
}

fn row(times: &EngineTimes, fastest: Option<f64>, timings: &Timings) -> Html {
    let (name, hint) = engine_name(times.engine);
    let cells = match &times.timing {
        Some(Ok(timing)) => measured(timing, fastest, timings.resolution.unwrap_or(0.0)),
        Some(Err(reason)) => html! { <td colspan="6" class="reason">{ reason }</td> },
        None => {
            let text = match timings.current {
                Some((engine, part)) if engine == times.engine => format!("{:.0} %", part * 100.0),
                _ => "–".to_owned(),
            };
            html! { <td colspan="6" class="reason">{ text }</td> }
        }
    };
    html! { <tr><th scope="row" title={hint}>{ name }</th>{ cells }</tr> }
}

fn measured(timing: &EngineTiming, fastest: Option<f64>, resolution: f64) -> Html {
    let steady = timing.steady;
    // What happens once cannot be told from nothing if it is shorter than a step of the clock.
    let once = |nanoseconds: f64| {
        if nanoseconds < resolution {
            format!("< {}", format::duration(resolution))
        } else {
            format::duration(nanoseconds)
        }
    };
    let ratio = fastest.map_or(String::new(), |fastest| format::ratio(steady.median / fastest.max(1e-3)));
    html! {
        <>
            <td>{ once(timing.compile) }</td>
            <td>{ once(timing.instantiate) }</td>
            <td>{ once(timing.first_run) }</td>
            <td class="main" title={format!(
                    "median of {} of {} each, after {} of warm-up",
                    format::count(timing.samples, "sample"),
                    format::count(timing.batch, "run"),
                    format::count(timing.warm_up_runs, "run"),
                )}>
                { format::duration(steady.median) }
            </td>
            <td>{ format!("{} – {}", format::duration(steady.lower_quartile), format::duration(steady.upper_quartile)) }</td>
            <td class="main">{ ratio }</td>
        </>
    }
}

/// The chart's numbers, for those who read rather than look.
fn first_runs(timings: &Timings) -> Html {
    let most = timings.engines.iter().map(|times| times.first_samples.len()).max().unwrap_or(0);
    if most == 0 {
        return html! {};
    }
    let cell = |times: &EngineTimes, index: usize| {
        let text = times.first_samples.get(index).map(|sample| {
            let runs = if sample.runs == 1 {
                String::new()
            } else {
                format!(" (mean of {})", format::thousands(sample.runs.into()))
            };
            format!("{}{runs}", format::duration(sample.nanoseconds))
        });
        html! { <td>{ text.unwrap_or_default() }</td> }
    };
    html! {
        <details>
            <summary>{ "The first runs as a table" }</summary>
            <div class="wide">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ "Sample" }</th>
                            { for timings.engines.iter().map(|times| html! { <th scope="col">{ engine_name(times.engine).0 }</th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for (0..most).map(|index| html! {
                            <tr>
                                <th scope="row">{ index + 1 }</th>
                                { for timings.engines.iter().map(|times| cell(times, index)) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

/// How the numbers were taken.
fn method(timings: &Timings) -> Html {
    let engines = timings.engines.iter().filter_map(|times| {
        let timing = times.timing.as_ref()?.as_ref().ok()?;
        let runs = if timing.batch == 1 {
            "run".to_owned()
        } else {
            format!("batch of {} runs", format::thousands(timing.batch.into()))
        };
        Some(html! {
            <li>{ format!(
                "{}: {} of warm-up, then {}, each a {runs}.",
                engine_name(times.engine).0,
                format::count(timing.warm_up_runs, "run"),
                format::count(timing.samples, "sample"),
            ) }</li>
        })
    });
    html! {
        <div class="method">
            if let Some(resolution) = timings.resolution {
                <p>{ format!("This browser's clock was seen to move in steps of {}. Short runs are timed many at a time, so that a sample takes at least fifty steps.", format::duration(resolution)) }</p>
            }
            <ul>{ for engines }</ul>
            if timings.resolution.is_some() {
                <p>{ "Steady state is the median; the middle half runs from the first quartile to the third. Every run starts from fresh memory; getting it ready is not counted. The tree walker and the VM are Rust compiled to Wasm; the Wasm engine is this browser's own compiler, and faster code that it makes while a program runs shows as steps down in the chart." }</p>
            }
        </div>
    }
}
