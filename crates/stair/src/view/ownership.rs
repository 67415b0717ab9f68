//! The ownership pane: beside each line of a function what it does to the user's variables, and a lane for each of them.
//!
//! ```text
//!    3  ●    let v = vec![1];  v initialised
//!    4  │ ●  …
//!    5  → │  v moved to `w`
//! ```

use super::{Doc, Line};
use crate::picture::{EventKind, OwnedVariable};
use stair_source::{FileId, SourceFile, Span};

/// What the signs mean.
const LEGEND: &str =
    "● given its value  ◆ given another  → moved  ? perhaps moved  ○ declared  ✕ dropped  │ owned  ┊ without a value";

/// The lines of the functions that own something, with what happens to each variable on them.
#[must_use]
pub fn ownership(variables: &[OwnedVariable], file: &SourceFile) -> Doc {
    let mut doc = Doc::default();
    if variables.is_empty() {
        doc.lines.push(Line::new(0, "no variables"));
        return doc;
    }
    doc.lines.push(Line::new(0, LEGEND));
    // Variables are in the order of the text, so those of a function that lies within another are among that one's.
    let mut names: Vec<&str> = Vec::new();
    for variable in variables {
        if !names.contains(&variable.function.as_str()) {
            names.push(&variable.function);
        }
    }
    for name in names {
        let own: Vec<&OwnedVariable> = variables.iter().filter(|variable| variable.function == name).collect();
        function(&mut doc, name, &own, file);
    }
    doc
}

fn function(doc: &mut Doc, name: &str, variables: &[&OwnedVariable], file: &SourceFile) {
    // What happens at the end of a span happens there: a block's drops at its closing brace.
    let line_of = |span: Span| file.line_col(span.hi.saturating_sub(1).max(span.lo)).line;
    let declared = |variable: &OwnedVariable| file.line_col(variable.span.lo).line;
    let events = variables.iter().flat_map(|variable| variable.events.iter().map(|event| line_of(event.span)));
    let all = events.chain(variables.iter().map(|variable| declared(variable)));
    let (Some(first), Some(last)) = (all.clone().min(), all.max()) else { return };
    doc.lines.push(Line::new(0, format!("fn {name}")));
    let mut lanes = vec![' '; variables.len()];
    for line in first..=last {
        let mut said = Vec::new();
        let mut signs = lanes.clone();
        let mut span = None;
        for (lane, variable) in variables.iter().enumerate() {
            for event in variable.events.iter().filter(|event| line_of(event.span) == line) {
                let part = event.part.as_str();
                let to = if event.to.is_empty() { String::new() } else { format!(" {}", event.to) };
                said.push(format!("{}{part} {}{to}", variable.name, event.kind.as_str()));
                signs[lane] = sign(event.kind);
                span = span.or(Some(event.span));
                if part.is_empty() {
                    lanes[lane] = after(event.kind);
                }
            }
        }
        // The value of a type without a destructor is there until its scope ends.
        for (lane, variable) in variables.iter().enumerate() {
            let is_dropped = variable.events.iter().any(|event| event.kind == EventKind::Dropped);
            if !is_dropped && variable.end.is_some_and(|end| line_of(end) <= line) {
                lanes[lane] = ' ';
            }
        }
        let lane_text: String = signs.iter().flat_map(|sign| [*sign, ' ']).collect();
        let text = format!("{line:>4}  {lane_text} {}", said.join(", "));
        let shown = Line::new(1, text.trim_end());
        doc.lines.push(match line_span(file, line) {
            Some(whole) => shown.at(whole),
            None => shown,
        });
    }
}

/// The text of a line without the blanks around it.
fn line_span(file: &SourceFile, line: u32) -> Option<Span> {
    let text = file.text.lines().nth(line as usize - 1)?;
    let start = text.as_ptr() as usize - file.text.as_ptr() as usize;
    let lo = start + (text.len() - text.trim_start().len());
    let hi = start + text.trim_end().len();
    (lo < hi).then(|| Span::new(FileId::USER, lo as u32, hi as u32))
}

fn sign(kind: EventKind) -> char {
    match kind {
        EventKind::Declared => '○',
        EventKind::Initialised => '●',
        EventKind::Reassigned => '◆',
        EventKind::Moved => '→',
        EventKind::MaybeMoved => '?',
        EventKind::Dropped => '✕',
    }
}

/// What a lane shows on the lines after an event.
fn after(kind: EventKind) -> char {
    match kind {
        EventKind::Initialised | EventKind::Reassigned => '│',
        EventKind::Declared | EventKind::Moved | EventKind::MaybeMoved => '┊',
        EventKind::Dropped => ' ',
    }
}
