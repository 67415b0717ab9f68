//! From the compiler's stages to what the panes show.

use stair_protocol::{Class, Diagnostic, Label, PaneBuilder, PaneDoc, Severity, Span, Suggestion};
use stair_source::FileId;
use stair_syntax::{Lexed, PieceClass, TreeLine};

/// A span in the person's own file; `None` for one in the library.
pub(crate) fn user_span(span: stair_source::Span) -> Option<Span> {
    (span.file == FileId::USER).then_some((span.lo, span.hi))
}

pub(crate) fn diagnostic(found: &stair_source::Diagnostic) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code: found.code.as_str().to_owned(),
        message: found.message.clone(),
        span: user_span(found.span()).unwrap_or_default(),
        labels: found
            .labels
            .iter()
            .filter_map(|label| Some(Label { span: user_span(label.span)?, text: label.text.clone() }))
            .collect(),
        notes: found.notes.iter().chain(&found.help).cloned().collect(),
        suggestions: found
            .suggestions
            .iter()
            .filter_map(|suggestion| match suggestion.edits.as_slice() {
                [(span, text)] => Some(Suggestion {
                    message: suggestion.message.clone(),
                    span: user_span(*span)?,
                    replacement: text.clone(),
                }),
                _ => None,
            })
            .collect(),
    }
}

/// A line for each token: what it is, and its text.
pub(crate) fn tokens(lexed: &Lexed, text: &str) -> PaneDoc {
    let mut doc = PaneBuilder::new();
    for piece in lexed.pieces.iter().filter(|piece| piece.class != PieceClass::Whitespace) {
        let class = match piece.class {
            PieceClass::Keyword => Class::Keyword,
            PieceClass::Identifier => Class::Name,
            PieceClass::Lifetime => Class::Place,
            PieceClass::Literal(_) => Class::Number,
            PieceClass::Comment | PieceClass::DocComment => Class::Comment,
            _ => Class::Punctuation,
        };
        let span = user_span(piece.span);
        let written = text.get(piece.span.lo as usize..piece.span.hi as usize).unwrap_or("");
        doc.push(Class::Plain, &format!("{:<18}", piece.class.as_str()));
        // A comment may go over several lines; a pane's line shows the first.
        let mut lines = written.lines();
        doc.push(class, lines.next().unwrap_or(""));
        if lines.next().is_some() {
            doc.push(Class::Comment, " …");
        }
        doc.end_line(0, span);
    }
    doc.finish()
}

/// A line for each node, as deep as it lies in the tree.
pub(crate) fn tree(lines: &[TreeLine]) -> PaneDoc {
    let mut doc = PaneBuilder::new();
    for line in lines {
        let (kind, rest) = line.label.split_once(' ').map_or((line.label.as_str(), ""), |(kind, rest)| (kind, rest));
        doc.push(Class::Keyword, kind);
        if !rest.is_empty() {
            doc.push(Class::Plain, " ").push(Class::Name, rest);
        }
        doc.end_line(line.depth as usize, user_span(line.span));
    }
    doc.finish()
}
