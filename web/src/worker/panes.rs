//! From what the compiler hands out to what the page shows.

use stair::Session;
use stair::source::FileId;
use stair::syntax::{Piece, PieceClass};
use stair_protocol::{Class, Diagnostic, Label, PaneBuilder, PaneDoc, Severity, Suggestion};
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
    coloured(&session.sources().file(FileId::USER).text, &session.lexed().pieces)
}

/// A text's lines, coloured by its tokens; it need not be a program.
pub(crate) fn text(text: &str) -> PaneDoc {
    coloured(text, &stair::syntax::lex(FileId::USER, text).pieces)
}

fn coloured(text: &str, pieces: &[Piece]) -> PaneDoc {
    let mut doc = PaneBuilder::new();
    let mut line_start = 0;
    for piece in pieces {
        let (lo, hi) = (piece.span.lo, piece.span.hi);
        let written = text.get(lo as usize..hi as usize).unwrap_or("");
        let class = class_of(piece.class, written, text.get(hi as usize..).unwrap_or(""));
        let mut at = lo;
        for part in written.split_inclusive('\n') {
            let shown = part.trim_end_matches(['\n', '\r']);
            doc.push(class, shown);
            if part.ends_with('\n') {
                doc.end_line(0, Some((line_start, at + shown.len() as u32)));
                line_start = at + part.len() as u32;
            }
            at += part.len() as u32;
        }
    }
    if (line_start as usize) < text.len() {
        doc.end_line(0, Some((line_start, text.len() as u32)));
    }
    doc.finish()
}

/// The class of a token, which `rest` follows.
fn class_of(class: PieceClass, text: &str, rest: &str) -> Class {
    match class {
        PieceClass::Keyword => Class::Keyword,
        PieceClass::Identifier if text.starts_with(char::is_uppercase) || is_primitive(text) => Class::Type,
        PieceClass::Identifier if rest.starts_with(['(', '!']) => Class::Name,
        PieceClass::Lifetime => Class::Place,
        PieceClass::Comment | PieceClass::DocComment => Class::Comment,
        PieceClass::Punctuation | PieceClass::Delimiter => Class::Punctuation,
        PieceClass::Literal(_) if text.starts_with(|c: char| c.is_ascii_digit()) => Class::Number,
        PieceClass::Literal(_) => Class::Text,
        PieceClass::Identifier | PieceClass::Whitespace | PieceClass::Unknown => Class::Plain,
    }
}

fn is_primitive(name: &str) -> bool {
    const PRIMITIVES: [&str; 17] = [
        "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32", "f64", "bool",
        "char", "str",
    ];
    PRIMITIVES.contains(&name)
}
