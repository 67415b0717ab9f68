//! The document that a pane shows: lines of classed text, each tied to the source it came from.

use serde::{Deserialize, Serialize};

use crate::Span;

/// What a piece of text is, for its colour and weight. Colour never carries meaning alone: the text says it too.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Class {
    /// Nothing special.
    #[default]
    Plain,
    /// A word of the language, or the name of an instruction.
    Keyword,
    /// A name that the program declares.
    Name,
    /// A type.
    Type,
    /// A number.
    Number,
    /// A string or character.
    Text,
    /// A place: a block, a label, an address, an offset.
    Place,
    /// A remark.
    Comment,
    /// A bracket, a comma, an operator.
    Punctuation,
}

/// A document: one text, cut into lines, which are cut into segments. The text is kept whole so that a document of thousands
/// of lines crosses between threads quickly.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PaneDoc {
    text: String,
    segments: Vec<RawSegment>,
    lines: Vec<RawLine>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct RawSegment {
    end: u32,
    class: Class,
    span: Option<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct RawLine {
    segments_end: u32,
    depth: u16,
    span: Option<Span>,
    from: Option<u32>,
    library: bool,
}

/// One line of a [`PaneDoc`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line<'a> {
    /// How deep it is in a tree; 0 at the top.
    pub depth: u16,
    /// The source that it came from.
    pub span: Option<Span>,
    /// The line of the stage above that it was made from, where the compiler knows it better than by `span`.
    pub from: Option<u32>,
    /// Whether it belongs to the library and not to the person's program.
    pub library: bool,
    doc: &'a PaneDoc,
    first: usize,
    end: usize,
}

/// A piece of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Segment<'a> {
    /// The text.
    pub text: &'a str,
    /// What it is.
    pub class: Class,
    /// The source that it came from, where that is narrower than the line's.
    pub span: Option<Span>,
}

impl PaneDoc {
    /// The number of lines.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Line `index`, counted from 0; `None` past the end.
    pub fn line(&self, index: usize) -> Option<Line<'_>> {
        let raw = self.lines.get(index)?;
        let first = index.checked_sub(1).map_or(0, |before| self.lines[before].segments_end as usize);
        Some(Line {
            depth: raw.depth,
            span: raw.span,
            from: raw.from,
            library: raw.library,
            doc: self,
            first,
            end: (raw.segments_end as usize).min(self.segments.len()),
        })
    }

    /// All lines in order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        (0..self.len()).filter_map(|index| self.line(index))
    }

    /// The lines that belong most closely to a place in the source: of all lines whose span holds `offset`, those with the
    /// shortest span, in order.
    pub fn lines_at(&self, offset: u32) -> Vec<usize> {
        let mut shortest = u32::MAX;
        let mut found = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            let Some((start, end)) = line.span else { continue };
            // The place just behind a name still belongs to it: that is where the cursor is after typing it.
            if offset < start || offset > end {
                continue;
            }
            let length = (end - start) * 2 + u32::from(offset == end);
            if length < shortest {
                shortest = length;
                found.clear();
            }
            if length == shortest {
                found.push(index);
            }
        }
        found
    }

    /// The length of the longest line, in characters; each level of depth takes two.
    pub fn width(&self) -> usize {
        let text = |line: Line<'_>| line.segments().map(|segment| segment.text.chars().count()).sum::<usize>();
        self.lines().map(|line| 2 * usize::from(line.depth) + text(line)).max().unwrap_or(0)
    }
}

impl<'a> Line<'a> {
    /// The pieces of this line, in order.
    pub fn segments(self) -> impl Iterator<Item = Segment<'a>> {
        (self.first..self.end).map(move |index| {
            let raw = self.doc.segments[index];
            let start = index.checked_sub(1).map_or(0, |before| self.doc.segments[before].end as usize);
            let text = self.doc.text.get(start..raw.end as usize).unwrap_or("");
            Segment { text, class: raw.class, span: raw.span }
        })
    }

    /// The line's text, whole.
    pub fn text(self) -> String {
        self.segments().map(|segment| segment.text).collect()
    }
}

/// Writes a [`PaneDoc`] from top to bottom.
#[derive(Debug, Default)]
pub struct PaneBuilder {
    doc: PaneDoc,
}

impl PaneBuilder {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a piece of text to the line that is being written.
    pub fn push(&mut self, class: Class, text: &str) -> &mut Self {
        self.push_at(class, text, None)
    }

    /// Adds a piece of text with the source that it came from.
    pub fn push_at(&mut self, class: Class, text: &str, span: Option<Span>) -> &mut Self {
        if !text.is_empty() {
            self.doc.text.push_str(text);
            self.doc.segments.push(RawSegment { end: index(self.doc.text.len()), class, span });
        }
        self
    }

    /// Ends the line.
    pub fn end_line(&mut self, depth: usize, span: Option<Span>) -> &mut Self {
        self.doc.lines.push(RawLine {
            segments_end: index(self.doc.segments.len()),
            depth: u16::try_from(depth).unwrap_or(u16::MAX),
            span,
            from: None,
            library: false,
        });
        self
    }

    /// Says of the line that was just ended which line of the stage above it was made from, and whether it belongs to the
    /// library.
    pub fn tie(&mut self, from: Option<u32>, library: bool) -> &mut Self {
        if let Some(line) = self.doc.lines.last_mut() {
            line.from = from;
            line.library = library;
        }
        self
    }

    /// The number of lines so far.
    pub fn lines(&self) -> usize {
        self.doc.lines.len()
    }

    /// The document.
    pub fn finish(self) -> PaneDoc {
        self.doc
    }
}

/// A position in a document; a document of more than 4 GiB cannot exist in a page.
fn index(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> PaneDoc {
        let mut builder = PaneBuilder::new();
        builder.push(Class::Keyword, "fn").push(Class::Plain, " ").push_at(Class::Name, "main", Some((3, 7)));
        builder.end_line(0, Some((0, 20)));
        builder.end_line(1, None);
        builder.push(Class::Number, "42").end_line(2, Some((12, 14)));
        builder.push(Class::Number, "42").end_line(2, Some((12, 14)));
        builder.finish()
    }

    #[test]
    fn lines_and_segments_come_back_as_written() {
        let doc = sample();
        let texts: Vec<String> = doc.lines().map(Line::text).collect();
        assert_eq!(texts, ["fn main", "", "42", "42"]);
        let first: Vec<Segment<'_>> = doc.line(0).into_iter().flat_map(Line::segments).collect();
        assert_eq!(first[2], Segment { text: "main", class: Class::Name, span: Some((3, 7)) });
        assert_eq!(doc.line(4), None);
        assert_eq!(doc.width(), 7);
    }

    #[test]
    fn the_closest_lines_are_found() {
        let doc = sample();
        assert_eq!(doc.lines_at(13), [2, 3]);
        assert_eq!(doc.lines_at(14), [2, 3], "just behind it");
        assert_eq!(doc.lines_at(5), [0]);
        assert_eq!(doc.lines_at(21), Vec::<usize>::new());
    }
}
