//! An exercise: what is to be done, questions, hints, the solution.

use stair_protocol::{AskedQuestion, Judgement, Task};
use stair_web::state::{Action, Asking, Learn, LearnAction, Record};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::raw::{Statement, raw, with_code};
use super::{asking, to};

pub(super) fn exercise(learn: &Learn, act: &Callback<Action>) -> Html {
    let (Some(task), Some(record)) = (learn.task(), learn.record()) else { return html! {} };
    html! {
        <article>
            <Statement course={learn.course.clone()} at={learn.at} act={act.clone()} />
            if !task.questions.is_empty() {
                <section class="questions" aria-labelledby="questions">
                    <h2 id="questions">{ "Questions" }</h2>
                    <p class="detail">{ "What you answer is compared with what the engine finds when it runs the programs." }</p>
                    { for task.questions.iter().enumerate().map(|(index, asked)| question(learn, record, index, asked, act)) }
                </section>
            }
            { help(learn, task, record, act) }
        </article>
    }
}

fn question(learn: &Learn, record: &Record, index: usize, asked: &AskedQuestion, act: &Callback<Action>) -> Html {
    let answer = record.answers.get(&asked.id).cloned().unwrap_or_default();
    let judgement = learn.judgement(index);
    let is_answered = !answer.is_empty();
    let (label, verdict_id) = (format!("question-{index}"), format!("verdict-{index}"));
    let described = judgement.map(|_| verdict_id.clone());
    let field = if asked.choices.is_empty() {
        let oninput = act.reform(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            Action::Learn(LearnAction::Answer(index, field.value()))
        });
        let check = act.clone();
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.ctrl_key() && !event.meta_key() {
                event.prevent_default();
                check.emit(Action::Learn(LearnAction::Check));
            }
        });
        html! {
            <input type="text" class="answer" aria-labelledby={label.clone()} aria-describedby={described} value={answer}
                autocomplete="off" autocapitalize="off" spellcheck="false" {oninput} {onkeydown} />
        }
    } else {
        html! {
            <div role="radiogroup" aria-labelledby={label.clone()} aria-describedby={described}>
                { for asked.choices.iter().map(|choice| html! {
                    <label class="answer-choice">
                        <input type="radio" name={format!("answer-{}-{index}", learn.at)} checked={*choice == answer}
                            onchange={to(act, LearnAction::Answer(index, choice.clone()))} />
                        <span>{ choice }</span>
                    </label>
                }) }
            </div>
        }
    };
    html! {
        <div class="question" key={format!("{}-{index}", learn.at)}>
            <div class="asked" id={label}>{ raw(&asked.text) }</div>
            { field }
            { judgement.map(|judgement| verdict(judgement, is_answered, verdict_id)).unwrap_or_default() }
        </div>
    }
}

/// What came of a question; it gives nothing away that was not asked for.
fn verdict(judgement: &Judgement, is_answered: bool, id: String) -> Html {
    html! {
        <div class="verdict" {id}>
            if judgement.passed {
                <p class="good">{ "✓ Right" }</p>
            } else if !is_answered {
                <p class="detail">{ "○ Not answered yet" }</p>
            } else {
                <p class="bad">{ "✗ " }{ with_code(&judgement.found) }</p>
            }
            if let Some(answer) = judgement.answer.as_ref().filter(|_| !judgement.passed) {
                <p>{ "The answer is " }<code>{ answer.trim_end() }</code>{ "." }</p>
            }
            if !judgement.explain.is_empty() { <div class="prose">{ raw(&judgement.explain) }</div> }
        </div>
    }
}

/// Hints, the solution, and beginning again.
fn help(learn: &Learn, task: &Task, record: &Record, act: &Callback<Action>) -> Html {
    let has_solution = task.has_solution || !task.questions.is_empty();
    let solution = if task.has_solution { "Show the solution" } else { "Show the answers" };
    let opened = record.hints.min(task.hints);
    let hints = learn.unveiled.as_ref().map_or(&[][..], |unveiled| &unveiled.hints);
    html! {
        <section class="help" aria-label="Help">
            { for hints.iter().take(opened).enumerate().map(|(index, hint)| html! {
                <div class="help-hint">
                    <h2>{ format!("Hint {}", index + 1) }</h2>
                    <div class="prose">{ raw(hint) }</div>
                </div>
            }) }
            { shown_solution(learn, record, act) }
            if learn.asking.is_some() {
                { asking(learn, act) }
            } else {
                <div class="choices">
                    if opened < task.hints {
                        <button type="button" class="secondary" onclick={to(act, LearnAction::Hint)}>
                            { if opened == 0 { "Show a hint".to_owned() } else { "Show another hint".to_owned() } }
                            <span class="detail">{ format!("{} of {}", opened + 1, task.hints) }</span>
                        </button>
                    }
                    if has_solution && !record.solution {
                        <button type="button" class="secondary" onclick={to(act, LearnAction::Ask(Asking::Solution))}>{ solution }</button>
                    }
                    if record.program.is_some() || record.listing.is_some() {
                        <button type="button" class="secondary" onclick={to(act, LearnAction::Ask(Asking::StartOver))}>{ "Start over" }</button>
                    }
                </div>
            }
        </section>
    }
}

fn shown_solution(learn: &Learn, record: &Record, act: &Callback<Action>) -> Html {
    let Some(unveiled) = learn.unveiled.as_ref().filter(|_| record.solution) else { return html! {} };
    if unveiled.solution.is_none() {
        return html! {};
    }
    html! {
        <div class="help-hint">
            <h2>{ "A solution" }</h2>
            { raw(&unveiled.listing) }
            <div class="prose">{ raw(&unveiled.explanation) }</div>
            <button type="button" class="secondary" onclick={to(act, LearnAction::ShowSolution)}>{ "Look at it in the editor" }</button>
        </div>
    }
}
