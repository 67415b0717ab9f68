//! The files of one compilation, and the line index of each.

use crate::{FileId, Span};
use smol_str::SmolStr;
use std::rc::Rc;
use unicode_width::UnicodeWidthChar;

/// One file: its name as messages print it, its text, and where its lines begin.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name that diagnostics and panic messages print.
    pub name: SmolStr,
    /// The whole text. At most [`MAX_FILE_BYTES`] long.
    pub text: String,
    line_starts: Vec<u32>,
}

/// The longest file that is accepted, in bytes: offsets are 32 bits wide, and no teaching program comes near it.
pub const MAX_FILE_BYTES: usize = 16 << 20;

/// A position as people count it: line and column start at 1, the column counts characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub struct LineCol {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub col: u32,
}

impl SourceFile {
    /// Index `text`.
    #[must_use]
    pub fn new(name: impl Into<SmolStr>, text: impl Into<String>) -> Self {
        let text = text.into();
        let starts = text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(i, _)| i as u32 + 1);
        Self { name: name.into(), line_starts: std::iter::once(0).chain(starts).collect(), text }
    }

    /// Line and column of a byte offset; past the end, those of the end.
    #[must_use]
    pub fn line_col(&self, offset: u32) -> LineCol {
        let mut offset = (offset as usize).min(self.text.len());
        // The end of a text whose last line is ended belongs to that line: there is no other to show.
        if offset == self.text.len() && self.text.ends_with('\n') {
            offset -= 1;
        }
        let line = self.line_starts.partition_point(|&s| s as usize <= offset) - 1;
        let start = self.line_starts[line] as usize;
        let chars = self.text.as_bytes()[start..offset].iter().filter(|&&b| b & 0xC0 != 0x80).count();
        LineCol { line: line as u32 + 1, col: chars as u32 + 1 }
    }

    /// Line and column of a byte offset as panics print them: the column is where the character stands on a screen, with
    /// tabs of four columns, characters that take two and such that take none.
    #[must_use]
    pub fn panic_position(&self, offset: u32) -> LineCol {
        let LineCol { line, col } = self.line_col(offset);
        let start = self.line_starts[line as usize - 1] as usize;
        let before = self.text[start..].chars().take(col as usize - 1);
        LineCol { line, col: before.map(width).sum::<u32>() + 1 }
    }

    /// How many lines there are; at least one.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        self.line_starts.len() as u32
    }
}

/// How many columns of a screen `rustc` takes a character to have.
fn width(c: char) -> u32 {
    match c {
        '\t' => 4,
        // Those that change the direction of text are made visible.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => 1,
        _ => c.width().unwrap_or(1) as u32,
    }
}

/// The files of one compilation.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<Rc<SourceFile>>,
}

impl SourceMap {
    /// Add a file, which other maps may share; the first one added is the user's.
    pub fn add(&mut self, file: impl Into<Rc<SourceFile>>) -> FileId {
        self.files.push(file.into());
        FileId((self.files.len() - 1) as u16)
    }

    /// The file with this id, which must come from this map.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The text that a span covers; empty where the span does not fit the text.
    #[must_use]
    pub fn snippet(&self, span: Span) -> &str {
        self.file(span.file).text.get(span.lo as usize..span.hi as usize).unwrap_or("")
    }

    /// Line and column of the start of a span.
    #[must_use]
    pub fn line_col(&self, span: Span) -> LineCol {
        self.file(span.file).line_col(span.lo)
    }

    /// Line and column of the start of a span, as panics print them: see [`SourceFile::panic_position`].
    #[must_use]
    pub fn panic_position(&self, span: Span) -> LineCol {
        self.file(span.file).panic_position(span.lo)
    }

    /// All files, in the order they were added.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(i, f)| (FileId(i as u16), &**f))
    }
}
