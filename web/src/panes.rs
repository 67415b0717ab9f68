//! The lines of a stage as the page shows them.

use stair_debugger::doc::Doc;
use stair_protocol::{Class, PaneBuilder, PaneDoc, Span, Stage};

use crate::format::count;
use crate::highlight::push_line;

/// A span in the person's own file; `None` for one in the library.
pub fn user_span(span: stair_debugger::source::Span) -> Option<Span> {
    span.is_user().then_some((span.lo, span.hi))
}

/// A stage's lines, and how much of the library is folded away.
pub fn doc(stage: Stage, lines: &Doc) -> PaneDoc {
    let mut doc = PaneBuilder::new();
    for line in &lines.lines {
        push_line(&mut doc, stage, &line.text);
        doc.end_line(usize::from(line.depth), line.span.and_then(user_span)).tie(line.from, line.library);
    }
    if lines.folded > 0 {
        let mut parts = count(lines.folded as u32, "function");
        if lines.folded_data > 0 {
            parts = format!("{parts} and {} of data", count(lines.folded_data as u32, "piece"));
        }
        doc.push(Class::Comment, &format!("{parts} of the library, folded"));
        doc.end_line(0, None).tie(None, true);
    }
    doc.finish()
}
