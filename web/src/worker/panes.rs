//! From what the compiler hands out to what the page shows.

use stair::Session;
use stair::source::FileId;
use stair::view::Doc;
use stair_protocol::{Class, Diagnostic, Label, PaneBuilder, PaneDoc, Severity, Span, Stage, Suggestion};
use stair_web::coloured;
use stair_web::format::count;
use stair_web::highlight::push_line;

/// A span in the person's own file; `None` for one in the library.
pub(crate) fn user_span(span: stair::source::Span) -> Option<Span> {
    span.is_user().then_some((span.lo, span.hi))
}

pub(crate) fn diagnostic(found: &stair::source::Diagnostic) -> Diagnostic {
    let suggestion = |offered: &stair::source::Suggestion| match offered.edits.as_slice() {
        [(span, text)] => {
            Some(Suggestion { message: offered.message.clone(), span: user_span(*span)?, replacement: text.clone() })
        }
        _ => None,
    };
    let label = |label: &stair::source::Label| Some(Label { span: user_span(label.span)?, text: label.text.clone() });
    Diagnostic {
        severity: Severity::Error,
        code: found.code.as_str().to_owned(),
        message: found.message.clone(),
        span: user_span(found.span()).unwrap_or_default(),
        labels: found.labels.iter().filter_map(label).collect(),
        notes: found.notes.iter().chain(&found.help).cloned().collect(),
        suggestions: found.suggestions.iter().filter_map(suggestion).collect(),
    }
}

/// The program's own lines, coloured by its tokens.
pub(crate) fn source(session: &Session) -> PaneDoc {
    coloured::source(&session.sources().file(FileId::USER).text, session.lexed())
}

/// A stage's lines, and how much of the library is folded away.
pub(crate) fn doc(stage: Stage, lines: &Doc) -> PaneDoc {
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
