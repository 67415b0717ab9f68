//! The text that a link of version 2 carries: a line for each thing that is not as the page has it anyway, an empty line, and
//! the programs.
//!
//! | line | meaning |
//! | --- | --- |
//! | `profile release` | the profile |
//! | `engine vm` | what Run uses |
//! | `panes ir@inline+library memory` | what the panes show, from left to right: a stage or a view of the run, for the IR after which pass, with the library's part |
//! | `front 1` | which of them is in front on a narrow screen, counted from 0 |
//! | `drawer timings` · `part layers` | what is below the editor; what a narrow screen shows |
//! | `step 1234` · `unit line` | the moment of the run; how large a step is |
//! | `mark 3..7 12..30` | places that are lit up |
//! | `break off fib.n if n > 3` | where the run stops |
//! | `other left 210` | behind the empty line come first the 210 bytes of another program, which stands on the left |
//! | `compare ir@inline differences` | what is compared, if the comparison is in view: `source`, or a stage as in `panes`; only differences |
//! | `input 12` | then the 12 bytes of the input |
//!
//! The rest is the program in the editor. A reader passes over lines that it does not know.

use crate::{Breakpoint, Broken, Pane, Shared, View};
use std::fmt::Write as _;
use std::str::FromStr;

/// As text.
#[must_use]
pub fn write(shared: &Shared) -> String {
    let view = &shared.view;
    let mut out = String::new();
    let mut line = |key: &str, value: &str| {
        if !value.is_empty() {
            // A line break in a value would end it; a condition of several lines means the same on one.
            let _ = writeln!(out, "{key} {}", value.replace(['\n', '\r'], " "));
        }
    };
    line("profile", if view.is_release { "release" } else { "" });
    line("engine", &view.engine);
    line("panes", &view.panes.iter().map(pane).collect::<Vec<_>>().join(" "));
    line("front", &number(view.front.into()));
    line("drawer", &view.drawer);
    line("part", &view.part);
    line("step", &view.step.map(|step| step.to_string()).unwrap_or_default());
    line("unit", &view.unit);
    let marks = view.marks.iter().map(|(start, end)| format!("{start}..{end}"));
    line("mark", &marks.collect::<Vec<_>>().join(" "));
    for Breakpoint { place, condition, is_off } in &view.breakpoints {
        let off = if *is_off { "off " } else { "" };
        let condition = if condition.is_empty() { String::new() } else { format!(" if {condition}") };
        line("break", &format!("{off}{place}{condition}"));
    }
    if let Some(other) = &shared.other {
        let side = if other.is_left { "left" } else { "right" };
        line("other", &format!("{side} {}", other.program.len()));
        if let Some(shown) = &other.shown {
            line("compare", &format!("{}{}", pane(shown), if other.only_differences { " differences" } else { "" }));
        }
    }
    line("input", &number(shared.input.len() as u64));
    out.push('\n');
    if let Some(other) = &shared.other {
        out.push_str(&other.program);
    }
    out.push_str(&shared.input);
    out.push_str(&shared.program);
    out
}

/// From text.
///
/// # Errors
/// If a line that is known says what it cannot say, or a part is missing.
pub fn read(text: &str) -> Result<Shared, Broken> {
    let mut shared = Shared::default();
    let mut rest = text;
    let mut lengths = [None, None];
    loop {
        let (line, behind) = rest.split_once('\n').ok_or(Broken::Damaged)?;
        rest = behind;
        if line.is_empty() {
            break;
        }
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        let known = match key {
            "other" => {
                let (side, length) = value.split_once(' ').ok_or(Broken::Damaged)?;
                lengths[0] = Some(parsed(length)?);
                shared.other.get_or_insert_default().is_left = side == "left";
                true
            }
            "compare" => {
                let other = shared.other.get_or_insert_default();
                let (shown, how) = value.split_once(' ').unwrap_or((value, ""));
                other.shown = Some(read_pane(shown));
                other.only_differences = how == "differences";
                true
            }
            "input" => {
                lengths[1] = Some(parsed(value)?);
                true
            }
            _ => setting(&mut shared.view, key, value)?,
        };
        if !known {
            shared.unknown.push(key.to_owned());
        }
    }
    let mut part = |length: Option<usize>| {
        let (part, behind) = rest.split_at_checked(length.unwrap_or(0)).ok_or(Broken::Damaged)?;
        rest = behind;
        Ok(part.to_owned())
    };
    let other = part(lengths[0])?;
    shared.input = part(lengths[1])?;
    shared.program = rest.to_owned();
    match &mut shared.other {
        Some(known) => known.program = other,
        None if lengths[0].is_some() => return Err(Broken::Damaged),
        None => {}
    }
    Ok(shared)
}

/// Reads one line about how things are shown; false if it is not known.
fn setting(view: &mut View, key: &str, value: &str) -> Result<bool, Broken> {
    match key {
        "profile" => view.is_release = value == "release",
        "engine" => view.engine = value.to_owned(),
        "panes" => view.panes = value.split(' ').map(read_pane).collect(),
        "front" => view.front = parsed(value)?,
        "drawer" => view.drawer = value.to_owned(),
        "part" => view.part = value.to_owned(),
        "step" => view.step = Some(parsed(value)?),
        "unit" => view.unit = value.to_owned(),
        "mark" => {
            for range in value.split(' ') {
                let (start, end) = range.split_once("..").ok_or(Broken::Damaged)?;
                view.marks.push((parsed(start)?, parsed(end)?));
            }
        }
        "break" => {
            let (is_off, rest) = value.strip_prefix("off ").map_or((false, value), |rest| (true, rest));
            let (place, condition) = rest.split_once(" if ").unwrap_or((rest, ""));
            let (place, condition) = (place.to_owned(), condition.to_owned());
            view.breakpoints.push(Breakpoint { place, condition, is_off });
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn pane(pane: &Pane) -> String {
    let after = if pane.after.is_empty() { String::new() } else { format!("@{}", pane.after) };
    format!("{}{after}{}", pane.shows, if pane.library { "+library" } else { "" })
}

fn read_pane(text: &str) -> Pane {
    let (text, library) = text.strip_suffix("+library").map_or((text, false), |text| (text, true));
    let (shows, after) = text.split_once('@').unwrap_or((text, ""));
    Pane { shows: shows.to_owned(), after: after.to_owned(), library }
}

/// A number, or nothing for 0.
fn number(value: u64) -> String {
    if value == 0 { String::new() } else { value.to_string() }
}

fn parsed<T: FromStr>(text: &str) -> Result<T, Broken> {
    text.parse().map_err(|_| Broken::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_the_one_that_is_documented() {
        let written = "profile release\npanes ir@inline+library memory\nstep 12\nmark 3..7\nbreak off fib.n if n > 3\nother left 2\ncompare ir@inline differences\ninput 3\n\nB\n1\n2fn main() {}\n";
        let shared = read(written).expect("a link's text");
        assert_eq!(shared.program, "fn main() {}\n");
        assert_eq!(shared.input, "1\n2");
        let other = shared.other.as_ref().expect("another program");
        assert_eq!((other.program.as_str(), other.is_left, other.only_differences), ("B\n", true, true));
        let place =
            |breakpoint: &Breakpoint| (breakpoint.place.clone(), breakpoint.condition.clone(), breakpoint.is_off);
        assert_eq!(
            shared.view.breakpoints.iter().map(place).collect::<Vec<_>>(),
            [("fib.n".into(), "n > 3".into(), true)]
        );
        assert_eq!(write(&shared), written);
    }

    #[test]
    fn what_is_not_known_is_passed_over_and_said() {
        let shared = read("colour green\nfuture\n\nfn main() {}").expect("a later link");
        assert_eq!((shared.program.as_str(), shared.unknown), ("fn main() {}", vec!["colour".into(), "future".into()]));
    }

    #[test]
    fn what_is_known_has_to_make_sense() {
        for text in [
            "",
            "step",
            "step x\n\n",
            "mark 3\n\n",
            "mark 3..\n\n",
            "other left\n\n",
            "other left 9\n\nabc",
            "input 2\n\né"[..].split_at(9).0,
        ] {
            assert_eq!(read(text), Err(Broken::Damaged), "{text:?}");
        }
    }
}
