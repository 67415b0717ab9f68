//! All exercises of a workshop, and what the learner has done: a summary to be read, saved and handed in.

use stair_web::format;
use stair_web::state::{Action, CUT_BY_SOME, Learn, LearnAction, Pick, Record};
use yew::prelude::*;

use super::{asking, to};
use crate::interop;

pub(super) fn overview(learn: &Learn, act: &Callback<Action>) -> Html {
    let title = if learn.course.title.is_empty() { "Workshop" } else { learn.course.title.as_str() };
    html! {
        <div class="overview">
            <h2>{ title }</h2>
            <p class="detail">{ format!("{} of {} solved.", learn.solved(), learn.course.tasks.len()) }</p>
            { asking(learn, act) }
            <ol class="tasks">
                { for learn.course.tasks.iter().zip(&learn.records).enumerate().map(|(index, (task, record))| {
                    let (sign, class, word) = state_of(learn, index, record);
                    html! {
                        <li>
                            <button type="button" class="task" aria-current={(index == learn.at).then_some("true")} onclick={to(act, LearnAction::Go(index))}>
                                <span class={classes!("sign", class)} aria-hidden="true">{ sign }</span>
                                <span class="title">{ format!("{}. {}", index + 1, task.title) }</span>
                                <span class="state">{ word }</span>
                            </button>
                        </li>
                    }
                }) }
            </ol>
            <h3>{ "Your work" }</h3>
            <p class="detail">{ "It is kept in this browser, as you write it, and sent nowhere. As a file you can take it to another one, or hand it in: " }<code>{ "staircase exercise verify" }</code>{ " compiles and runs it again." }</p>
            <div class="choices">
                <button type="button" class="secondary" onclick={to(act, LearnAction::CheckAll)}>{ "Check everything" }</button>
                <button type="button" class="secondary" onclick={to(act, LearnAction::Export)}>{ "Save as a file" }</button>
                <button type="button" class="secondary" onclick={to(act, LearnAction::Pick(Pick::Summary))}>{ "Load from a file" }</button>
            </div>
            { link(learn) }
            <h3>{ "Another workshop" }</h3>
            <div class="choices">
                <button type="button" class="secondary" onclick={to(act, LearnAction::Pick(Pick::Workshop))}
                    title="A file that “staircase exercise export” has written">{ "Open a workshop's file" }</button>
            </div>
        </div>
    }
}

/// How far an exercise is: a sign, its class, and words.
fn state_of(learn: &Learn, index: usize, record: &Record) -> (&'static str, &'static str, String) {
    if let Some((done, of)) = learn.progress_of(index) {
        return ("…", "", if of == 0 { "checking".to_owned() } else { format!("checking, {done} of {of}") });
    }
    match record.held {
        Some((held, of)) if record.solved && held == of => ("✓", "good", "solved".to_owned()),
        Some((held, of)) if record.solved => ("✓", "good", format!("solved; {held} of {of} hold now")),
        Some((held, of)) => ("◐", "", format!("{held} of {of} hold")),
        None if record.solved => ("✓", "good", "solved".to_owned()),
        None if record.is_begun() => ("◐", "", "begun".to_owned()),
        None => ("○", "", "not begun".to_owned()),
    }
}

/// The address that leads here, and how long it is.
fn link(learn: &Learn) -> Html {
    let Some(fragment) = learn.fragment() else { return html! {} };
    let link = format!("{}#{fragment}", interop::address());
    let remark = if link.len() > CUT_BY_SOME {
        "some chat programs and mailers cut links of that length"
    } else {
        "it fits wherever links fit"
    };
    html! {
        <>
            <h3>{ "A link to it" }</h3>
            <input type="text" class="answer" readonly=true value={link.clone()} aria-label="Link to this workshop" />
            <p class="detail">{ format!("{} characters: {remark}. It carries nothing of your work.", format::thousands(link.len() as u64)) }</p>
        </>
    }
}
