//! A stage as lines of text, each tied to the source and to the line of the stage above that it was made from. Data only.

use serde::{Deserialize, Serialize};
use stair_source::Span;
use std::ops::Range;

/// A stage as lines.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Doc {
    /// The lines, from the top.
    pub lines: Vec<Line>,
    /// The functions that these list, in order; none where the stage has no functions.
    pub functions: Vec<Listed>,
    /// How many of the library's functions are left out.
    pub folded: usize,
    /// How many pieces of its static data are.
    pub folded_data: usize,
}

/// A function that is listed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Its lines.
    pub lines: Range<u32>,
}

/// One line.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Line {
    /// The text, without indentation.
    pub text: String,
    /// How far it is indented.
    pub depth: u16,
    /// The user's source text that it came from; `None` for what comes from the library or from nowhere.
    pub span: Option<Span>,
    /// The line of the stage above that it was made from, where that is known more closely than by `span`.
    pub from: Option<u32>,
    /// Whether it belongs to the library rather than to the user's program: to a function of the library, or to one that
    /// was inlined into the user's.
    pub library: bool,
}

impl Line {
    /// A line without ties.
    #[must_use]
    pub fn new(depth: usize, text: impl Into<String>) -> Self {
        Self { text: text.into(), depth: u16::try_from(depth).unwrap_or(u16::MAX), ..Self::default() }
    }

    /// The same line, tied to the source if that is the user's; else it is the library's.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = (span.is_user() && !span.is_empty()).then_some(span);
        self.library |= !span.is_user();
        self
    }

    /// The same line, of the library if `library` says so.
    #[must_use]
    pub fn within(mut self, library: bool) -> Self {
        self.library |= library;
        self
    }
}

impl Doc {
    /// Says that the lines from `start` on are a function's.
    pub fn end_function(&mut self, name: impl Into<String>, start: usize) {
        let lines = start as u32..self.lines.len() as u32;
        self.functions.push(Listed { name: name.into(), lines });
    }

    /// The lines as one text, two spaces for each level.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            for _ in 0..line.depth {
                text.push_str("  ");
            }
            text.push_str(&line.text);
            text.push('\n');
        }
        text
    }
}
