//! Indexing text.

use super::{decode, is_boundary, part};
use crate::fmt;
use crate::ops::{Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use crate::slice::SliceIndex;

/// What std says of a range that does not fit a text.
pub struct SliceError<'a> {
    pub text: &'a str,
    pub begin: usize,
    pub end: usize,
}

impl<'a> fmt::Display for SliceError<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SliceError { text, begin, end } = *self;
        let len = text.len();
        // A long text is shown up to its 256th byte.
        let mut shown = len;
        if shown > 256 {
            shown = 256;
            while !text.is_char_boundary(shown) {
                shown -= 1;
            }
        }
        let ellipsis = if shown < len { "[...]" } else { "" };
        let bytes = text.as_bytes();
        let text = part(bytes, 0, shown);
        if begin > len || end > len {
            let (which, index) = if begin > len { ("start", begin) } else { ("end", end) };
            return write!(f, "{which} byte index {index} is out of bounds of `{text}`{ellipsis}");
        }
        if begin > end {
            return write!(f, "begin > end ({begin} > {end}) when slicing `{text}`{ellipsis}");
        }
        let (which, index) = if is_boundary(bytes, begin) { ("end", end) } else { ("start", begin) };
        let mut start = index;
        while bytes[start] & 0xC0 == 0x80 {
            start -= 1;
        }
        let c = decode(bytes, start);
        let stop = start + c.len_utf8();
        write!(f, "{which} byte index {index} is not a char boundary; it is inside {c:?} (bytes {start}..{stop}) of ");
        write!(f, "`{text}`{ellipsis}")
    }
}

#[track_caller]
fn checked(text: &str, begin: usize, end: usize) -> &str {
    if begin > end || end > text.len() || !text.is_char_boundary(begin) || !text.is_char_boundary(end) {
        panic!("{}", SliceError { text, begin, end });
    }
    part(text.as_bytes(), begin, end)
}

/// [`checked`] for a range whose end is included.
#[track_caller]
fn checked_inclusive(text: &str, begin: usize, last: usize) -> &str {
    let len = text.len();
    if begin <= len && last >= len {
        panic!("end byte index {last} is out of bounds of `{}`", part(text.as_bytes(), 0, len));
    }
    checked(text, begin, last + 1)
}

fn got(s: &str, start: usize, end: usize) -> Option<&str> {
    if start > end || end > s.len() || !s.is_char_boundary(start) || !s.is_char_boundary(end) {
        None
    } else {
        Some(part(s.as_bytes(), start, end))
    }
}

impl SliceIndex<str> for Range<usize> {
    type Output = str;

    fn get(self, s: &str) -> Option<&str> {
        got(s, self.start, self.end)
    }

    #[track_caller]
    fn index(self, s: &str) -> &str {
        checked(s, self.start, self.end)
    }
}

impl SliceIndex<str> for RangeFrom<usize> {
    type Output = str;

    fn get(self, s: &str) -> Option<&str> {
        got(s, self.start, s.len())
    }

    #[track_caller]
    fn index(self, s: &str) -> &str {
        checked(s, self.start, s.len())
    }
}

impl SliceIndex<str> for RangeTo<usize> {
    type Output = str;

    fn get(self, s: &str) -> Option<&str> {
        got(s, 0, self.end)
    }

    #[track_caller]
    fn index(self, s: &str) -> &str {
        checked(s, 0, self.end)
    }
}

impl SliceIndex<str> for RangeFull {
    type Output = str;

    fn get(self, s: &str) -> Option<&str> {
        got(s, 0, s.len())
    }

    #[track_caller]
    fn index(self, s: &str) -> &str {
        checked(s, 0, s.len())
    }
}

impl SliceIndex<str> for RangeInclusive<usize> {
    type Output = str;

    fn get(self, s: &str) -> Option<&str> {
        if *self.end() < s.len() { got(s, *self.start(), *self.end() + 1) } else { None }
    }

    #[track_caller]
    fn index(self, s: &str) -> &str {
        checked_inclusive(s, *self.start(), *self.end())
    }
}

impl SliceIndex<str> for RangeToInclusive<usize> {
    type Output = str;

    fn get(self, s: &str) -> Option<&str> {
        if self.end < s.len() { got(s, 0, self.end + 1) } else { None }
    }

    #[track_caller]
    fn index(self, s: &str) -> &str {
        checked_inclusive(s, 0, self.end)
    }
}

/// A part of a text that nobody else has, to be changed.
pub(crate) fn changed(part: &str) -> &mut str {
    unsafe { &mut *(part as *const str as *mut str) }
}

impl<I: SliceIndex<str>> Index<I> for str {
    type Output = I::Output;

    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<I: SliceIndex<str, Output = str>> IndexMut<I> for str {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut str {
        changed(index.index(self))
    }
}
