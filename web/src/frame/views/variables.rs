//! The variables of the running functions, and what they own or refer to.

use std::collections::BTreeSet;

use stair_protocol::{Moment, Value};
use stair_web::embed::Action;
use stair_web::format;
use stair_web::picture::{Item, Row, RowId, rows};
use yew::prelude::*;

use super::on;
use super::panes::{indent, pane};

/// How many rows are shown at most; the playground shows all.
const MOST_ROWS: usize = 300;

pub(super) fn variables(moment: &Moment, turned: &BTreeSet<RowId>, act: &Callback<Action>) -> Html {
    let (rows, _) = rows(moment, turned);
    let rows = rows.iter().filter(|row| !matches!(row.item, Item::Gap));
    let count = rows.clone().count();
    let body = if count == 0 {
        html! { <p class="empty">{ "No variable is in scope." }</p> }
    } else {
        html! {
            <div class="variables" data-scrolls="yes" role="region" aria-label="Variables and what they own" tabindex="0">
                <ul>{ for rows.take(MOST_ROWS).map(|row| view(row, act)) }</ul>
                if count > MOST_ROWS { <p class="empty">{ format!("… {} more in the playground", format::thousands((count - MOST_ROWS) as u64)) }</p> }
            </div>
        }
    };
    pane("Variables", html! {}, body)
}

fn view(row: &Row<'_>, act: &Callback<Action>) -> Html {
    let (kind, name, content) = match row.item {
        Item::Gap => return html! {},
        Item::Title(title) => return html! { <li class="title">{ title }</li> },
        Item::Frame(frame) => {
            let line = frame.line.map(|line| format!("line {line}")).unwrap_or_default();
            ("head", frame.function.clone(), html! { <span class="type">{ line }</span> })
        }
        Item::Block(block) => {
            let size = format!("{} at {:#x}", format::count(block.size as u32, "byte"), block.address);
            ("head", block.value.ty.clone(), html! { <span class="type">{ size }</span> })
        }
        Item::More(_, gap) => {
            return html! { <li class="empty">{ format!("… {} more", format::thousands(gap.to - gap.from)) }</li> };
        }
        Item::Variable(_, variable) if variable.state.has_value() => {
            let state = Some(variable.state.in_words()).filter(|words| !words.is_empty());
            ("variable", variable.name.clone(), value(&variable.value, state))
        }
        Item::Variable(_, variable) => {
            let words = variable.state.in_words();
            let content =
                html! { <><span class="state">{ words }</span><span class="type">{ &variable.value.ty }</span></> };
            ("variable gone", variable.name.clone(), content)
        }
        Item::Part(part) => ("part", part.label.clone(), value(part, None)),
        Item::Cell(cells, index) => {
            let index = index as usize;
            let content = html! { <><span class="value">{ cells.text(index).to_owned() }</span><span class="type">{ &cells.ty }</span></> };
            ("part", cells.number(index).to_string(), content)
        }
    };
    let has_changed = row.is_changed() && !kind.ends_with("gone");
    let fold = row.open.filter(|_| kind != "head").map(|open| {
        html! {
            <button type="button" class="fold" aria-expanded={open.to_string()} aria-label={format!("Parts of {name}")}
                onclick={on(act, Action::Turn(row.id))}>{ if open { "▾" } else { "▸" } }</button>
        }
    });
    html! {
        <li class={classes!(kind, has_changed.then_some("changed"))}>
            <span class="sign">if has_changed { <span aria-hidden="true">{ "Δ" }</span><span class="only-read">{ "changed " }</span> }</span>
            if row.depth > 1 { <span class="depth">{ indent(row.depth - 1) }</span> }
            { fold.unwrap_or_default() }
            <span class="label">{ name }</span>
            { content }
        </li>
    }
}

fn value(value: &Value, state: Option<&'static str>) -> Html {
    html! {
        <>
            <span class="value">{ &value.text }</span>
            if let Some(state) = state { <span class="state">{ state }</span> }
            <span class="type">{ &value.ty }</span>
        </>
    }
}
