//! What came of a check.

use stair_protocol::Judgement;
use stair_web::format::count;
use stair_web::state::{Action, Ended, Learn};
use yew::prelude::*;

use super::raw::{raw, with_code};
use crate::views::on;

/// Whether the last check of what is written now found that all of it holds.
pub(super) fn is_solved(learn: &Learn) -> bool {
    let ended = learn.results.as_ref().and_then(|results| results.ended.as_ref());
    ended == Some(&Ended::Solved) && !learn.are_results_old()
}

/// How the check goes, or how it went, in a line.
pub(super) fn status(learn: &Learn) -> Html {
    let Some(results) = &learn.results else {
        return match learn.record() {
            Some(record) if record.solved => html! { <span class="good">{ "✓ Solved" }</span> },
            _ => html! {},
        };
    };
    let held = results.items.iter().filter(|item| item.passed).count();
    let of = format!("{held} of {}", count(results.items.len() as u32, "thing"));
    let old = if learn.are_results_old() { " Something has changed since." } else { "" };
    match &results.ended {
        None if results.of == 0 => html! { "Checking…" },
        None => html! { { format!("Checking… {} of {}", results.items.len(), results.of) } },
        Some(Ended::Solved) => html! { <><span class="good">{ "✓ Solved." }</span>{ old }</> },
        Some(Ended::NotSolved) => {
            html! { <><span class="bad">{ format!("✗ {of} {}.", if held == 1 { "holds" } else { "hold" }) }</span>{ old }</> }
        }
        Some(Ended::Stopped) => html! { "Stopped." },
        Some(Ended::Failed(reason)) => {
            html! { <span class="bad">{ format!("It could not be checked: {reason}") }</span> }
        }
    }
}

/// What was found of the program; what was found of answers stands with their questions.
pub(super) fn results(learn: &Learn, act: &Callback<Action>) -> Html {
    let items: Vec<&Judgement> = match &learn.results {
        Some(results) => results.items.iter().filter(|item| item.question.is_none()).collect(),
        None => Vec::new(),
    };
    if items.is_empty() {
        return html! {};
    }
    let is_old = learn.are_results_old();
    html! {
        <div class={classes!("lesson-results", is_old.then_some("is-old"))} tabindex="0" role="region" aria-label="What was checked">
            <ul>{ for items.into_iter().map(|item| judged(item, is_old, act)) }</ul>
        </div>
    }
}

fn judged(item: &Judgement, is_old: bool, act: &Callback<Action>) -> Html {
    let (class, sign, word) = if item.passed { ("good", "✓", "holds") } else { ("bad", "✗", "does not hold") };
    html! {
        <li>
            <span class={classes!("sign", class)} aria-hidden="true">{ sign }</span>
            <div>
                <div class="asked">{ if item.html.is_empty() { with_code(&item.asked) } else { raw(&item.html) } }<span class="only-read">{ word }</span></div>
                if !item.passed && !item.found.is_empty() {
                    if item.found.contains('\n') {
                        <pre tabindex="0" role="group" aria-label="What was found">{ &item.found }</pre>
                    } else {
                        <p class="found">{ with_code(&item.found) }</p>
                    }
                }
                if let Some((span, line)) = item.place.filter(|_| !item.passed && !is_old) {
                    <button type="button" class="link" onclick={on(act, Action::GoTo(span))}>{ format!("Go to line {line}") }</button>
                }
            </div>
        </li>
    }
}
