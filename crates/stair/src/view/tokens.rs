//! The tokens pane: one line for each token, with its place and kind.

use super::{Doc, Line};
use stair_source::{LineCol, SourceFile};
use stair_syntax::{Lexed, PieceClass};

/// The tokens of a file, blanks left out.
#[must_use]
pub fn tokens(lexed: &Lexed, file: &SourceFile) -> Doc {
    let pieces = lexed.pieces.iter().filter(|piece| piece.class != PieceClass::Whitespace);
    let lines = pieces.map(|piece| {
        let LineCol { line, col } = file.line_col(piece.span.lo);
        let text = file.text.get(piece.span.lo as usize..piece.span.hi as usize).unwrap_or("");
        let place = format!("{line}:{col}");
        Line::new(0, format!("{place:<8}{:<16}  {}", piece.class.as_str(), one_line(text))).at(piece.span)
    });
    Doc { lines: lines.collect(), ..Doc::default() }
}

/// The text with its line breaks written out.
fn one_line(text: &str) -> String {
    text.replace('\n', "⏎").replace('\r', "")
}
