//! Lines and spans of the source, as an author writes them.

use std::fmt;

/// The largest number of a line or column.
const MAX: u32 = 1 << 24;

/// Lines from the first to the last, both counted from 1 and both part of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LineRange {
    /// The first line.
    pub first: u32,
    /// The last line; not before the first.
    pub last: u32,
}

/// What is highlighted. Lines and columns are counted from 1, columns in characters; the last ones are part of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Highlight {
    /// Whole lines.
    Lines(LineRange),
    /// From a line and column to a line and column.
    Span {
        /// Line and column of the first character.
        from: (u32, u32),
        /// Line and column of the last character.
        to: (u32, u32),
    },
}

impl LineRange {
    /// Reads `3` or `3-5`; `None` if it is neither.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let range = Self { first: number(first)?, last: number(last)? };
        (range.first <= range.last).then_some(range)
    }

    /// The ranges that hold these lines, which are counted from 1, in order and without repetition.
    #[must_use]
    pub fn of(lines: impl IntoIterator<Item = u32>) -> Vec<Self> {
        let mut ranges: Vec<Self> = Vec::new();
        for line in lines {
            match ranges.last_mut() {
                Some(range) if range.last.checked_add(1) == Some(line) => range.last = line,
                _ => ranges.push(Self { first: line, last: line }),
            }
        }
        ranges
    }

    /// The same lines where they have other numbers: `line` gives the new number of each, never a smaller one for a later line.
    #[must_use]
    pub fn map_lines(self, line: impl Fn(u32) -> u32) -> Self {
        Self { first: line(self.first), last: line(self.last) }
    }

    /// Whether a line is one of these.
    #[must_use]
    pub fn contains(self, line: u32) -> bool {
        (self.first..=self.last).contains(&line)
    }
}

impl Highlight {
    /// Reads `3`, `3-5` or `3:5-3:12`; `None` if it is none of them.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once('-').filter(|_| text.contains(':')) else {
            return LineRange::parse(text).map(Self::Lines);
        };
        let place = |text: &str| {
            let (line, column) = text.split_once(':')?;
            Some((number(line)?, number(column)?))
        };
        let (from, to) = (place(from)?, place(to)?);
        (from <= to).then_some(Self::Span { from, to })
    }

    /// The same place where the lines have other numbers: `line` gives the new number of each.
    #[must_use]
    pub fn map_lines(self, line: impl Fn(u32) -> u32) -> Self {
        match self {
            Self::Lines(LineRange { first, last }) => Self::Lines(LineRange { first: line(first), last: line(last) }),
            Self::Span { from, to } => Self::Span { from: (line(from.0), from.1), to: (line(to.0), to.1) },
        }
    }
}

/// A number of a line or column.
fn number(text: &str) -> Option<u32> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| is_number && (1..=MAX).contains(number))
}

impl fmt::Display for LineRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { write!(f, "{}", self.first) } else { write!(f, "{}-{}", self.first, self.last) }
    }
}

impl fmt::Display for Highlight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lines(range) => range.fmt(f),
            Self::Span { from, to } => write!(f, "{}:{}-{}:{}", from.0, from.1, to.0, to.1),
        }
    }
}
