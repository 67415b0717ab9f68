//! How often everything in a recorded run was executed, and what was on its heap over time.

use stair_protocol::{Direction, HotFunction, RunProfile, Travel};
use stair_web::format;
use stair_web::state::{Action, DebugAction, State};
use yew::prelude::*;

use super::on;

/// How many functions are listed.
const MOST_FUNCTIONS: usize = 60;
/// The size of the drawing of the heap, in its own units.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 90.0;

/// The whole view.
pub(crate) fn profile(state: &State, act: &Callback<Action>) -> Html {
    let Some(session) = &state.debugger.session else { return html! {} };
    let Some(profile) = &session.profile else {
        return html! {
            <div class="profile" tabindex="0" role="region" aria-label="Profile">
                <p class="hint">{ "Counting executes the recorded run once more, one instruction at a time. Nothing is sampled or estimated. The counts then stand beside the lines of every pane, too." }</p>
                <p><button type="button" class="secondary" disabled={session.task.is_some()} onclick={on(act, Action::Debug(DebugAction::Count))}>
                    { format!("Count all {} instructions", format::thousands(session.recording.steps)) }
                </button></p>
            </div>
        };
    };
    html! {
        <div class="profile" tabindex="0" role="region" aria-label="Profile">
            { functions(profile) }
            { lines(profile, &state.program.source, act) }
            { heap(profile) }
        </div>
    }
}

fn functions(profile: &RunProfile) -> Html {
    let more = profile.functions.len().saturating_sub(MOST_FUNCTIONS);
    let row = |function: &HotFunction| {
        let part = function.steps as f64 / profile.steps.max(1) as f64;
        html! {
            <tr class={(!function.is_user).then_some("library")}>
                <th scope="row">{ &function.name }{ if function.is_user { "" } else { " (library)" } }</th>
                <td class="number">{ format::thousands(function.calls) }</td>
                <td class="number">{ format::thousands(function.steps) }</td>
                <td class="number">{ format!("{:.1} %", part * 100.0) }</td>
                <td class="share" aria-hidden="true"><meter min="0" max="1" value={format!("{part:.4}")}></meter></td>
            </tr>
        }
    };
    html! {
        <section aria-labelledby="hot-functions">
            <h2 id="hot-functions">{ "Functions" }<span class="detail">{ format!("{} instructions, all counted; those of callees are the callees’", format::thousands(profile.steps)) }</span></h2>
            <table class="hot">
                <thead><tr><th scope="col">{ "Function" }</th><th scope="col">{ "Calls" }</th><th scope="col">{ "Instructions" }</th><th scope="col">{ "Share" }</th><td></td></tr></thead>
                <tbody>{ for profile.functions.iter().take(MOST_FUNCTIONS).map(row) }</tbody>
            </table>
            if more > 0 { <p class="hint">{ format!("… and {} more", format::thousands(more as u64)) }</p> }
        </section>
    }
}

fn lines(profile: &RunProfile, source: &str, act: &Callback<Action>) -> Html {
    let text: Vec<&str> = source.lines().collect();
    let row = |&(line, count): &(u32, u64)| {
        let travel = |direction| on(act, Action::Debug(DebugAction::Travel(Travel::ToLine(line, direction))));
        html! {
            <tr>
                <td class={format!("number heat-{}", format::heat(count))}>{ format::thousands(count) }</td>
                <th scope="row">{ line }</th>
                <td class="code"><code>{ text.get(line as usize - 1).copied().unwrap_or_default() }</code></td>
                <td class="go">
                    if count > 0 {
                        <button type="button" class="link" onclick={travel(Direction::Back)} aria-label={format!("Back to line {line}")} title="Back to it">{ "←" }</button>
                        <button type="button" class="link" onclick={travel(Direction::Forward)} aria-label={format!("On to line {line}")} title="On to it">{ "→" }</button>
                    }
                </td>
            </tr>
        }
    };
    html! {
        <section aria-labelledby="hot-lines">
            <h2 id="hot-lines">{ "Lines" }<span class="detail">{ "how often the most frequent instruction of each was executed" }</span></h2>
            <table class="hot lines">
                <thead class="only-read"><tr><th scope="col">{ "Executed" }</th><th scope="col">{ "Line" }</th><th scope="col">{ "Text" }</th><th scope="col">{ "Go" }</th></tr></thead>
                <tbody>{ for profile.source.iter().map(row) }</tbody>
            </table>
        </section>
    }
}

/// The bytes on the heap over the run, as steps from one moment at which they are known to the next.
fn heap(profile: &RunProfile) -> Html {
    let Some(&(peak_at, blocks, peak)) = profile.heap.iter().max_by_key(|sample| sample.2) else { return html! {} };
    let bytes =
        |count: u64| if count == 1 { "1 byte".to_owned() } else { format!("{} bytes", format::thousands(count)) };
    let said = format!(
        "At {} of the recording the heap was looked at. Most was on it at step {}: {} in {}.",
        format::count(profile.heap.len() as u32, "moment"),
        format::thousands(peak_at),
        bytes(peak),
        format::count(blocks as u32, "block"),
    );
    let x = |step: u64| step as f64 / profile.steps.max(1) as f64 * WIDTH;
    let y = |bytes: u64| HEIGHT - bytes as f64 / peak.max(1) as f64 * (HEIGHT - 4.0);
    let mut path = format!("M0 {HEIGHT:.1}");
    for &(step, _, bytes) in &profile.heap {
        path.push_str(&format!(" L{:.1} {:.1}", x(step), y(bytes)));
    }
    html! {
        <section aria-labelledby="heap-over-time">
            <h2 id="heap-over-time">{ "Heap over time" }</h2>
            <p class="hint">{ said }</p>
            if peak > 0 {
                <svg class="heap" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} preserveAspectRatio="none" aria-hidden="true"><path d={path} /></svg>
            }
        </section>
    }
}
