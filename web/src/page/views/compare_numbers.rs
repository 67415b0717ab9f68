//! What two programs take: sizes, steps, allocations and times next to each other.

use stair_protocol::{Counts, EngineTiming, Outputs, Side};
use stair_web::format;
use stair_web::state::{Action, Activity, Compare, CompareAction, Numbers, State};
use yew::prelude::*;

use super::header::engine_name;
use super::on;

pub(crate) fn numbers(state: &State, compare: &Compare, act: &Callback<Action>) -> Html {
    let is_measuring = matches!(state.activity, Activity::Measuring(_));
    let button = |name: &'static str| {
        html! {
            <button type="button" class="secondary" onclick={on(act, Action::Compare(CompareAction::Measure))}
                disabled={state.is_busy()}>{ name }</button>
        }
    };
    let Some(numbers) = &compare.numbers else {
        return html! {
            <div class="numbers empty">
                { button("Measure both") }
                <p>{ "Runs both programs, counts instructions and allocations, and times them on the three engines in turns." }</p>
            </div>
        };
    };
    let changed = state.pair().as_ref() != Some(&*numbers.programs) || numbers.stdin != state.stdin;
    html! {
        <div class="numbers">
            <div class="numbers-head">
                if is_measuring {
                    <button type="button" class="secondary" onclick={on(act, Action::Stop)}>{ "Stop" }</button>
                    <span role="status">{ progress(numbers) }</span>
                } else {
                    { button("Measure again") }
                    <span role="status">{ outcome(numbers) }</span>
                }
            </div>
            if changed { <p class="old">{ "Of earlier texts, another profile or another input of these programs" }</p> }
            if let Some(reason) = &numbers.ended_early { <p class="old">{ reason }</p> }
            if let Some(counts) = &numbers.counts { { table(numbers, counts) } }
        </div>
    }
}

fn progress(numbers: &Numbers) -> Html {
    match numbers.current {
        None => html! { <><progress aria-label="Counting"></progress>{ " Counting…" }</> },
        Some((engine, side, part)) => html! {
            <><progress aria-label="Timing" value={part.to_string()}></progress>{ format!(" Timing program {} on {}…", side.name(), engine_name(engine).0) }</>
        },
    }
}

/// Whether both do the same, as far as that can be seen from outside.
fn outcome(numbers: &Numbers) -> String {
    let (Some(counts), Some(outputs)) = (&numbers.counts, numbers.outputs) else { return String::new() };
    let failed: Vec<String> = Side::ALL
        .into_iter()
        .filter_map(|side| {
            Some(format!("Program {} did not run: {}.", side.name(), counts[side.index()].as_ref().err()?))
        })
        .collect();
    if !failed.is_empty() {
        return failed.join(" ");
    }
    let ends = counts.each_ref().map(|counts| counts.as_ref().ok().and_then(|counts| counts.exit));
    let ending = match ends {
        [Some(left), Some(right)] if left == right => format!("end with exit code {left}"),
        [left, right] => {
            let end = |exit: Option<i32>| {
                exit.map_or("was still running when counting ended".to_owned(), |code| {
                    format!("ends with exit code {code}")
                })
            };
            return format!("A {}, B {}; {}.", end(left), end(right), printed(outputs));
        }
    };
    format!("Both {ending} and {}.", printed(outputs))
}

fn printed(outputs: Outputs) -> String {
    match outputs {
        Outputs::Same => "print the same".to_owned(),
        Outputs::Differ { stderr, line } => {
            let stream = if stderr { " of standard error" } else { "" };
            format!("print something else from line {line}{stream} on")
        }
    }
}

fn table(numbers: &Numbers, counts: &[Result<Counts, String>; 2]) -> Html {
    let row = |name: &'static str, hint: &'static str, of: &dyn Fn(&Counts) -> u64| {
        let values = counts.each_ref().map(|counts| counts.as_ref().ok().map(of));
        let ratio = match values {
            [Some(left), Some(right)] if left > 0 => format::relation(right as f64 / left as f64),
            _ => "–".to_owned(),
        };
        html! {
            <tr title={hint}>
                <th scope="row">{ name }</th>
                { for values.iter().map(|value| html! { <td class="main">{ value.map_or("–".to_owned(), format::thousands) }</td> }) }
                <td>{ ratio }</td>
            </tr>
        }
    };
    let times = numbers.times.iter().map(|(engine, sides)| {
        html! {
            <tr>
                <th scope="row">{ format!("Time on {}", engine_name(*engine).0) }</th>
                { for sides.iter().map(time) }
                <td>{ times_ratio(sides) }</td>
            </tr>
        }
    });
    html! {
        <div class="wide" tabindex="0" role="region" aria-label="Numbers of both programs">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ format!("{} profile", numbers.programs[0].profile.name()) }</th>
                        <th scope="col">{ "A" }</th>
                        <th scope="col">{ "B" }</th>
                        <th scope="col">{ "B to A" }</th>
                    </tr>
                </thead>
                <tbody>
                    { row("Instructions executed", "Bytecode instructions that the virtual machine executed, exactly", &|counts| counts.steps) }
                    { row("Heap allocations", "Blocks that the program was given, exactly; growing in place is none", &|counts| counts.allocations) }
                    { for times }
                    { row("IR, own functions", "Instructions after all passes, with what was inlined", &|counts| counts.ir[0]) }
                    { row("Bytecode, own functions", "Instructions, with what was inlined", &|counts| counts.bytecode[0]) }
                    { row("Bytecode, library too", "Instructions of all functions that the program reaches", &|counts| counts.bytecode[1]) }
                    { row("Wasm module, bytes", "The whole module", &|counts| counts.wasm) }
                </tbody>
            </table>
            if let Some(resolution) = numbers.resolution {
                <p class="method">{ format!(
                    "Times are medians of the steady state, beside the middle half of the samples; short runs are timed many at a time, because this browser's clock moves in steps of {}. Output is thrown away.",
                    format::duration(resolution),
                ) }</p>
            }
        </div>
    }
}

fn time(timing: &Option<Result<EngineTiming, String>>) -> Html {
    match timing {
        None => html! { <td>{ "…" }</td> },
        Some(Err(reason)) => html! { <td class="reason">{ reason }</td> },
        Some(Ok(timing)) => html! {
            <td class="main" title={format!("median of {}", format::count(timing.samples, "sample"))}>
                { format::duration(timing.steady.median) }{ " " }
                <small>{ format!("{} – {}", format::duration(timing.steady.lower_quartile), format::duration(timing.steady.upper_quartile)) }</small>
            </td>
        },
    }
}

/// How many times as long the right program takes; in words if the two cannot be told apart.
fn times_ratio(sides: &[Option<Result<EngineTiming, String>>; 2]) -> String {
    let [Some(Ok(left)), Some(Ok(right))] = sides else { return String::new() };
    let (left, right) = (left.steady, right.steady);
    if left.lower_quartile <= right.upper_quartile && right.lower_quartile <= left.upper_quartile {
        return "no difference seen".to_owned();
    }
    format::relation(right.median / left.median.max(1e-3))
}
