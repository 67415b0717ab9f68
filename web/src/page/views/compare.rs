//! Two programs side by side: which of them is in the editor, and how they compare.

use stair_protocol::{Side, Stage};
use stair_web::format;
use stair_web::state::{Action, COMPARED, Compare, CompareAction, CompareContent, Rows, State};
use yew::prelude::*;

use super::compare_numbers::numbers;
use super::compare_rows::CompareRows;
use super::layers::{compiling, pass_menu, stage_name, waiting};
use super::on;

/// Above the editor: the two programs, of which one is in it.
pub(crate) fn sides(state: &State, act: &Callback<Action>) -> Html {
    let Some(compare) = &state.compare else { return html! {} };
    html! {
        <div class="sides" key="sides">
            <div role="group" aria-label="Program in the editor" class="choice">
                { for Side::ALL.into_iter().map(|side| html! {
                    <button type="button" aria-pressed={(side == compare.side).to_string()}
                        title={format!("Edit program {}", side.name())}
                        onclick={on(act, Action::Compare(CompareAction::Switch(side)))}>{ format!("Program {}", side.name()) }</button>
                }) }
            </div>
            <button type="button" class="quiet" onclick={on(act, Action::Compare(CompareAction::End))}
                title={format!("Keep only the program in the editor and forget program {}", compare.side.other().name())}>
                { format!("Forget {}", compare.side.other().name()) }
            </button>
        </div>
    }
}

/// In place of the layers: both programs at a stage, and their numbers.
pub(crate) fn compare(state: &State, compare: &Compare, act: &Callback<Action>) -> Html {
    html! {
        <section class="layers compare" aria-label="Comparison">
            <div class="column front">
                <div class="tabs">
                    { stage_tabs(compare, act) }
                    if compare.stage == Some(Stage::Ir) {
                        { pass_menu(&compare.passes, compare.after.as_ref(), &act.reform(|pass| Action::Compare(CompareAction::SelectPass(pass)))) }
                    }
                    if compare.stage >= Some(Stage::Ir) {
                        { toggle("Library", "Show the library's functions, too", compare.library, CompareAction::ShowLibrary(!compare.library), act) }
                    }
                    { toggle("Only differences", "Leave out long stretches that are the same", compare.only_differences, CompareAction::OnlyDifferences(!compare.only_differences), act) }
                    <span class="column-end">
                        { compiling(state, act) }
                        <button type="button" class="quiet icon" onclick={on(act, Action::Compare(CompareAction::Toggle))}
                            aria-label="Close the comparison" title="Back to the layers; both programs stay">{ "✕" }</button>
                    </span>
                </div>
                <div class="column-body">
                    if compare.is_old {
                        <p class="old" role="status">{ "Of the last programs without errors" }</p>
                    }
                    { content(state, compare, act) }
                </div>
                { numbers(state, compare, act) }
            </div>
        </section>
    }
}

fn content(state: &State, compare: &Compare, act: &Callback<Action>) -> Html {
    match &compare.content {
        CompareContent::Waiting => waiting(state),
        CompareContent::Failed(reason) => {
            html! { <p class="hint">{ format!("This cannot be compared: {reason}") }</p> }
        }
        CompareContent::Unreachable(sides) => {
            let wrong: Vec<&str> = Side::ALL.into_iter().filter(|side| sides[side.index()]).map(Side::name).collect();
            let text = match wrong.as_slice() {
                [one] => format!("Program {one} has errors, and so does not get this far yet."),
                _ => "Both programs have errors, and so do not get this far yet.".to_owned(),
            };
            html! { <p class="hint">{ text }</p> }
        }
        CompareContent::Rows(rows) => html! {
                <CompareRows key={compare.stage.map_or("source", Stage::name)} rows={super::compare_rows::Shared::from(rows.clone())} only_differences={compare.only_differences}
                    old={compare.is_old} tally={tally(rows)} act={act.clone()} />
        },
    }
}

/// How much is the same.
fn tally(rows: &Rows) -> String {
    let [same, differ, left, right] = rows.tally;
    if differ + left + right == 0 {
        return format!("All {} are the same. Change one of the programs in the editor.", lines(same));
    }
    format!(
        "{} the same · {} differ · {} only in A · {} only in B",
        lines(same),
        count(differ),
        count(left),
        count(right)
    )
}

fn lines(count: usize) -> String {
    format::count(u32::try_from(count).unwrap_or(u32::MAX), "line")
}

fn count(count: usize) -> String {
    format::thousands(count as u64)
}

fn toggle(name: &'static str, hint: &'static str, is_on: bool, action: CompareAction, act: &Callback<Action>) -> Html {
    html! {
        <button type="button" class="quiet toggle" aria-pressed={is_on.to_string()} title={hint}
            onclick={on(act, Action::Compare(action))}>{ name }</button>
    }
}

fn stage_tabs(compare: &Compare, act: &Callback<Action>) -> Html {
    let stages: Vec<Option<Stage>> = std::iter::once(None).chain(COMPARED.map(Some)).collect();
    let name = |stage: Option<Stage>| stage.map_or(("Source", "The programs themselves"), stage_name);
    html! {
        <div class="stairs" role="group" aria-label="Layer">
                { for stages.iter().map(|&stage| html! {
                    <button type="button" aria-pressed={(stage == compare.stage).to_string()} title={name(stage).1}
                        onclick={on(act, Action::Compare(CompareAction::SelectStage(stage)))}>{ name(stage).0 }</button>
                }) }
        </div>
    }
}
