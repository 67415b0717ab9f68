//! What the program reads from standard input: a field to write it in and, while a run is stepped through, how much of it is read.

use stair_protocol::Moment;
use stair_web::format;
use stair_web::state::{Action, State};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::printed::Now;

pub(crate) fn input(state: &State, act: &Callback<Action>) -> Html {
    if state.is_stepping() {
        return at_moment(&state.stdin, state.moment().map(|moment| &**moment));
    }
    let oninput = act
        .reform(|event: InputEvent| Action::EditedInput(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
    html! {
        <div class="input">
            <label for="input">{ "What the program reads from standard input" }</label>
            <textarea id="input" spellcheck="false" autocomplete="off" autocapitalize="off" autocorrect="off"
                aria-describedby="input-hint" value={state.stdin.clone()} {oninput} />
            <p id="input-hint" class="hint">
                if state.stdin.is_empty() {
                    { "It is empty. A program reads a line of it with " }
                    <code>{ "std::io::stdin().read_line(&mut line)" }</code>{ "." }
                } else {
                    { "The program is given it line by line, as from a terminal; nothing is added at its end." }
                }
            </p>
        </div>
    }
}

/// What the recorded run reads: what it has read at the moment as usual, and dimmed what it has not.
fn at_moment(stdin: &str, moment: Option<&Moment>) -> Html {
    if stdin.is_empty() {
        return html! { <p class="hint">{ "The recorded run has no input. Close the debugger to write some." }</p> };
    }
    let Some(moment) = moment else { return html! {} };
    let read = usize::try_from(moment.read).unwrap_or(usize::MAX).min(stdin.len());
    let (before, later) = stdin.split_at(stdin.floor_char_boundary(read));
    let count = format!("{} of {} bytes", format::thousands(read as u64), format::thousands(stdin.len() as u64));
    let text =
        if later.is_empty() { "all is read".to_owned() } else { format!("read so far, {count} ▴ ▾ not read yet") };
    html! {
        <pre class="console at-moment" role="group" aria-label="What the program reads"
            title="What the recorded run reads; close the debugger to change it">
            <div>{ before }</div>
            <Now {text} place={read} />
            if !later.is_empty() {
                <div class="later">{ later }</div>
            }
        </pre>
    }
}
