//! One row of memory's picture.

use stair_protocol::{Cells, Value, ValueKind};
use stair_web::format;
use stair_web::picture::{Item, Row};
use yew::prelude::*;

/// A row, which is at `place` of `count`.
pub(super) fn memory_row(place: usize, row: &Row<'_>, is_active: bool, count: usize) -> Html {
    let (kind, content) = match row.item {
        Item::Gap => return html! { <div class="memory-row gap" role="presentation"></div> },
        Item::Title(title) => return html! { <div class="memory-row title" role="presentation">{ title }</div> },
        Item::Frame(frame) => {
            let line = frame.line.map(|line| format!("line {line}")).unwrap_or_default();
            ("head", html! { <><span class="label">{ &frame.function }</span><span class="type">{ line }</span></> })
        }
        Item::Block(block) => {
            let what = if block.heap { "block" } else { "data" };
            let size = format!("{}, {} at {:#x}", what, format::count(block.size as u32, "byte"), block.address);
            ("head", html! { <><span class="label">{ &block.value.ty }</span><span class="type">{ size }</span></> })
        }
        Item::More(_, gap) => {
            let (from, last) = (format::thousands(gap.from), format::thousands(gap.to - 1));
            let text = format!("… {} more, {from} to {last}", format::thousands(gap.to - gap.from));
            ("more", html! { <span class="link">{ text }</span> })
        }
        Item::Variable(_, variable) if variable.state.has_value() => {
            let state = Some(variable.state.in_words()).filter(|words| !words.is_empty());
            ("variable", value(&variable.name, &variable.value, state))
        }
        Item::Variable(_, variable) => {
            ("variable gone", without_value(&variable.name, &variable.value, variable.state.in_words()))
        }
        Item::Part(part) => ("part", value(&part.label, part, None)),
        Item::Cell(cells, index) => ("part", cell(cells, index as usize)),
    };
    let has_changed = row.is_changed() && !kind.ends_with("gone");
    let depth = "  ".repeat(usize::from(row.depth.saturating_sub(1)));
    html! {
        <div class={classes!("memory-row", kind, is_active.then_some("active"), has_changed.then_some("changed"), row.is_last.then_some("last"))}
            role="treeitem" id={format!("m{place}")} data-row={place.to_string()} aria-level={(row.depth + 1).to_string()}
            aria-expanded={row.open.map(|open| open.to_string())} aria-selected={is_active.to_string()}
            aria-setsize={count.to_string()} aria-posinset={(place + 1).to_string()}>
            <span class="sign">
                if has_changed { <span aria-hidden="true">{ "Δ" }</span><span class="only-read">{ "changed " }</span> }
            </span>
            if !depth.is_empty() { <span class="depth">{ depth }</span> }
            <span class="fold" aria-hidden="true">{ match row.open { Some(true) => "▾", Some(false) => "▸", None => "" } }</span>
            { content }
        </div>
    }
}

/// A name, what it holds, and its type.
fn value(name: &str, value: &Value, state: Option<&'static str>) -> Html {
    let is_pointer = value.target.is_some() || matches!(value.kind, ValueKind::Reference | ValueKind::MutReference);
    html! {
        <>
            <span class="label">{ name }</span>
            <span class={classes!("value", is_pointer.then_some("pointer"))}>{ &value.text }</span>
            if let Some(state) = state { <span class="state">{ state }</span> }
            <span class="type">{ &value.ty }</span>
        </>
    }
}

/// The same of an element without parts.
fn cell(cells: &Cells, index: usize) -> Html {
    html! {
        <>
            <span class="label">{ cells.number(index) }</span>
            <span class="value">{ cells.text(index).to_owned() }</span>
            <span class="type">{ &cells.ty }</span>
        </>
    }
}

fn without_value(name: &str, value: &Value, state: &'static str) -> Html {
    html! {
        <>
            <span class="label">{ name }</span>
            <span class="state">{ state }</span>
            <span class="type">{ &value.ty }</span>
        </>
    }
}
