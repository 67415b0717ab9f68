//! Words about a moment that the page and the frames of documents both show.

use stair_protocol::Moment;
#[cfg(target_arch = "wasm32")]
use yew::prelude::*;

/// Where the program is: the person's own function and line, and whether it is the library that runs.
pub fn place(moment: &Moment) -> String {
    let function = moment.frames.iter().find(|frame| frame.is_user).map_or("", |frame| frame.function.as_str());
    let line = moment.line.map(|line| format!("{function}, line {line}")).unwrap_or_else(|| function.to_owned());
    match moment.frames.first() {
        Some(frame) if !frame.is_user => format!("{line} › library"),
        _ => line,
    }
}

/// A sentence in which what stands between backticks is code.
#[cfg(target_arch = "wasm32")]
pub fn with_code(text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(index, part)| {
            if index % 2 == 0 {
                html! { part }
            } else {
                html! { <code>{ part }</code> }
            }
        })
        .collect()
}
