//! From what the compiler hands out to what the page shows.

use stair::Session;
use stair::source::FileId;
use stair_protocol::{Diagnostic, Label, PaneDoc, Severity, Suggestion};
use stair_web::coloured;
use stair_web::panes::user_span;

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
    coloured::source(&session.sources().file(FileId::USER).text)
}
