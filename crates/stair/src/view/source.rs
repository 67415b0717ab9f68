//! The program itself as lines.

use super::{Doc, Line};
use stair_source::{FileId, SourceFile, Span};

/// The lines of the user's file, with their indentation.
#[must_use]
pub fn source(file: &SourceFile) -> Doc {
    let mut at = 0;
    let lines = file.text.split_inclusive('\n').map(|line| {
        let text = line.trim_end_matches(['\n', '\r']);
        let span = Span::new(FileId::USER, at, at + text.len() as u32);
        at += line.len() as u32;
        Line::new(0, text).at(span)
    });
    Doc { lines: lines.collect(), ..Doc::default() }
}
