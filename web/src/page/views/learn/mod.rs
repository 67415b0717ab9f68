//! The column in which a workshop is read: its exercises, what is asked, and what holds.

mod exercise;
mod overview;
mod raw;
mod results;

use stair_web::state::{Action, Asking, Desk, Learn, LearnAction, Source, State};
use yew::prelude::*;

use super::on;

/// The button of the header that opens the lessons, and closes them.
pub(super) fn lessons_button(state: &State, act: &Callback<Action>) -> Html {
    let is_open = state.learn().is_some_and(|learn| learn.source == Source::Lessons);
    let action = if is_open { LearnAction::Close } else { LearnAction::Open(Source::Lessons, None) };
    html! {
        <button type="button" class="quiet toggle" id="lessons" aria-pressed={is_open.to_string()} onclick={on(act, Action::Learn(action))}
            title="Lessons beside the editor, from source text to machine; and workshops of your own">{ "Lessons" }</button>
    }
}

pub(super) fn learn(state: &State, act: &Callback<Action>) -> Html {
    let Some(learn) = state.learn() else {
        return match &state.learning.loading {
            Some(_) => html! {
                <section class="lesson" aria-label="Workshop">
                    <p class="hint" role="status">{ "Loading…" }</p>
                    <p class="hint"><button type="button" class="secondary" onclick={to(act, LearnAction::Close)}>{ "Cancel" }</button></p>
                </section>
            },
            None => html! {},
        };
    };
    html! {
        <section class="lesson" aria-label={if learn.source == Source::Lessons { "Lessons" } else { "Workshop" }}>
            { bar(learn, act) }
            // A scrolled region can be reached from the keyboard; another exercise begins at its top.
            <div class="lesson-body" id="lesson-body" tabindex="0" role="region" key={format!("{}-{}", learn.at, learn.is_overview)}
                aria-label={if learn.is_overview { "Exercises" } else { "Exercise" }}>
                { problems(learn) }
                if learn.is_overview {
                    { overview::overview(learn, act) }
                } else {
                    { exercise::exercise(learn, act) }
                }
            </div>
            if !learn.is_overview {
                { results::results(learn, act) }
                { foot(state, learn, act) }
            }
        </section>
    }
}

/// A callback for any event that lets something happen about the workshop.
fn to<E>(act: &Callback<Action>, action: LearnAction) -> Callback<E> {
    on(act, Action::Learn(action))
}

/// Where in the workshop one is, and the ways from there.
fn bar(learn: &Learn, act: &Callback<Action>) -> Html {
    let count = learn.course.tasks.len();
    let go = |name: &'static str, sign: &'static str, at: Option<usize>| {
        let target = at.filter(|&at| at < count);
        html! {
            <button type="button" class="quiet icon" aria-label={name} title={name} disabled={target.is_none()}
                onclick={to(act, LearnAction::Go(target.unwrap_or(0)))}>{ sign }</button>
        }
    };
    html! {
        <div class="tabs lesson-bar">
            <button type="button" class="quiet toggle" aria-pressed={learn.is_overview.to_string()} title="All exercises, and what you have done"
                onclick={to(act, LearnAction::Overview(!learn.is_overview))}>
                <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true"><path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" /></svg>
                { "Contents" }
            </button>
            <span class="detail">{ format!("{} of {count} solved", learn.solved()) }</span>
            <span class="lesson-end">
                { go("Previous", "‹", learn.at.checked_sub(1)) }
                <span class="detail">{ format!("{} / {count}", learn.at + 1) }</span>
                { go("Next", "›", Some(learn.at + 1)) }
                <button type="button" class="quiet icon" aria-label="Close the workshop" title="Close the workshop: your own program comes back"
                    onclick={to(act, LearnAction::Close)}>{ "✕" }</button>
            </span>
        </div>
    }
}

/// What is wrong with the workshop, for who writes it.
fn problems(learn: &Learn) -> Html {
    if learn.course.problems.is_empty() {
        return html! {};
    }
    html! {
        <div class="author" role="alert">
            <p>{ "For the author of this workshop:" }</p>
            { for learn.course.problems.iter().map(|problem| html! { <pre tabindex="0" role="group" aria-label="Problem">{ problem.trim_end() }</pre> }) }
        </div>
    }
}

/// What is in the editor, and the button that checks.
fn foot(state: &State, learn: &Learn, act: &Callback<Action>) -> Html {
    let Some(task) = learn.task() else { return html! {} };
    let has_program = task.starter.is_some();
    let is_checking = learn.progress_of(learn.at).is_some();
    html! {
        <div class="lesson-foot">
            if has_program && learn.desk != Desk::Own {
                <p class="detail">
                    { if learn.desk == Desk::Solution { "The solution is in the editor. " } else { "A program of the text is in the editor. " } }
                    <button type="button" class="link" onclick={to(act, LearnAction::ShowOwn)}>{ "Back to yours" }</button>
                </p>
            }
            if task.may_lack_main && learn.desk == Desk::Own && !state.program.source.contains("fn main") {
                <p class="detail">{ "A check brings a " }<code>{ "main" }</code>{ " of its own. To run the program or step through it, write one." }</p>
            }
            <div class="lesson-check">
                if has_program || !task.questions.is_empty() {
                    if is_checking {
                        <button type="button" class="primary stop" key="stop" onclick={on(act, Action::Stop)}>{ "Stop checking" }</button>
                    } else {
                        <button type="button" class="primary" key="check" onclick={to(act, LearnAction::Check)} title={if has_program { "Compile and run your program, and look at what it is made of" } else { "Have the engine work out the answers" }}>{ "Check" }</button>
                    }
                }
                <p class="lesson-status" role="status">{ results::status(learn) }</p>
                if results::is_solved(learn) && learn.at + 1 < learn.course.tasks.len() {
                    <button type="button" class="secondary" onclick={to(act, LearnAction::Go(learn.at + 1))}>{ "Next ›" }</button>
                }
            </div>
            if state.learning.loading.is_some() { <p class="detail" role="status">{ "Loading…" }</p> }
        </div>
    }
}

/// A question that has to be answered before something is done.
fn asking(learn: &Learn, act: &Callback<Action>) -> Html {
    let (text, yes, no) = match &learn.asking {
        None => return html! {},
        Some(Asking::Solution) => {
            ("You learn more from it if you have tried for yourself.".to_owned(), "Show it", "Not yet")
        }
        Some(Asking::StartOver) => {
            ("What you wrote for this exercise will be gone.".to_owned(), "Start over", "Keep mine")
        }
        Some(Asking::Import(import)) => {
            let what = import.differs.join(", ");
            (
                format!("The file holds something else than you have written here, for: {what}."),
                "Take the file's",
                "Keep mine",
            )
        }
    };
    html! {
        <div class="asking" id="lesson-asking" role="group" aria-label="Confirm" tabindex="-1">
            <p>{ text }</p>
            <div class="choices">
                <button type="button" class="primary" onclick={to(act, LearnAction::Confirm)}>{ yes }</button>
                <button type="button" class="secondary" onclick={to(act, LearnAction::Dismiss)}>{ no }</button>
            </div>
        </div>
    }
}
