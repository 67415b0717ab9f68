//! Methods of `str`.

use crate::cmp::Ordering;
use crate::fmt;
use crate::intrinsics;
use crate::ops::{Index, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use crate::panicking::{self, CoreFile};
use crate::slice::SliceIndex;

pub use crate::fmt::{char_len, decode, part};

/// Types that a text can be read as.
pub trait FromStr: Sized {
    type Err;

    fn from_str(s: &str) -> Result<Self, Self::Err>;
}

/// What can be looked for in a text: a text or a character.
pub trait Pattern: Sized {
    /// The first occurrence at `from` or later: its start and end, `None` if there is none.
    fn next_match(&self, bytes: &[u8], from: usize) -> Option<(usize, usize)>;

    /// The last occurrence.
    fn last_match(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        let mut found = None;
        let mut at = 0;
        while at <= bytes.len() {
            match self.next_match(bytes, at) {
                Some((start, end)) => {
                    found = Some((start, end));
                    at = start + 1;
                }
                None => at = bytes.len() + 1,
            }
        }
        found
    }
}

/// Whether `part` lies at `bytes[at..]`.
fn lies_at(bytes: &[u8], at: usize, part: &[u8]) -> bool {
    if bytes.len() - at < part.len() {
        return false;
    }
    for i in 0..part.len() {
        if bytes[at + i] != part[i] {
            return false;
        }
    }
    true
}

impl Pattern for &str {
    fn next_match(&self, bytes: &[u8], from: usize) -> Option<(usize, usize)> {
        let part = self.as_bytes();
        let mut at = from;
        while at <= bytes.len() {
            if lies_at(bytes, at, part) && is_boundary(bytes, at) {
                return Some((at, at + part.len()));
            }
            at += 1;
        }
        None
    }
}

impl Pattern for char {
    fn next_match(&self, bytes: &[u8], from: usize) -> Option<(usize, usize)> {
        let mut buffer = [0u8; 4];
        let len = fmt::encode(*self, &mut buffer);
        let mut at = from;
        while at + len <= bytes.len() {
            if lies_at(bytes, at, &buffer[..len]) {
                return Some((at, at + len));
            }
            at += 1;
        }
        None
    }
}

const fn is_boundary(bytes: &[u8], index: usize) -> bool {
    index == 0 || index == bytes.len() || index < bytes.len() && bytes[index] & 0xC0 != 0x80
}

impl str {
    pub const fn len(&self) -> usize {
        intrinsics::slice_len(intrinsics::str_as_bytes(self))
    }

    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub const fn as_bytes(&self) -> &[u8] {
        intrinsics::str_as_bytes(self)
    }

    pub const fn is_char_boundary(&self, index: usize) -> bool {
        is_boundary(self.as_bytes(), index)
    }

    pub const fn is_ascii(&self) -> bool {
        let bytes = self.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            if bytes[i] >= 0x80 {
                return false;
            }
            i += 1;
        }
        true
    }

    pub const fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        let a = self.as_bytes();
        let b = other.as_bytes();
        if a.len() != b.len() {
            return false;
        }
        for i in 0..a.len() {
            if !a[i].eq_ignore_ascii_case(&b[i]) {
                return false;
            }
        }
        true
    }

    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {
        i.get(self)
    }

    pub fn contains<P: Pattern>(&self, pat: P) -> bool {
        pat.next_match(self.as_bytes(), 0).is_some()
    }

    pub fn find<P: Pattern>(&self, pat: P) -> Option<usize> {
        match pat.next_match(self.as_bytes(), 0) {
            Some((start, _)) => Some(start),
            None => None,
        }
    }

    pub fn rfind<P: Pattern>(&self, pat: P) -> Option<usize> {
        match pat.last_match(self.as_bytes()) {
            Some((start, _)) => Some(start),
            None => None,
        }
    }

    pub fn starts_with<P: Pattern>(&self, pat: P) -> bool {
        match pat.next_match(self.as_bytes(), 0) {
            Some((start, _)) => start == 0,
            None => false,
        }
    }

    pub fn ends_with<P: Pattern>(&self, pat: P) -> bool {
        match pat.last_match(self.as_bytes()) {
            Some((_, end)) => end == self.len(),
            None => false,
        }
    }

    pub fn strip_prefix<P: Pattern>(&self, prefix: P) -> Option<&str> {
        match prefix.next_match(self.as_bytes(), 0) {
            Some((0, end)) => Some(part(self.as_bytes(), end, self.len())),
            _ => None,
        }
    }

    pub fn strip_suffix<P: Pattern>(&self, suffix: P) -> Option<&str> {
        match suffix.last_match(self.as_bytes()) {
            Some((start, end)) => {
                if end == self.len() {
                    Some(part(self.as_bytes(), 0, start))
                } else {
                    None
                }
            }
            None => None,
        }
    }

    pub fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {
        let bytes = self.as_bytes();
        match delimiter.next_match(bytes, 0) {
            Some((start, end)) => Some((part(bytes, 0, start), part(bytes, end, bytes.len()))),
            None => None,
        }
    }

    pub fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {
        let bytes = self.as_bytes();
        match delimiter.last_match(bytes) {
            Some((start, end)) => Some((part(bytes, 0, start), part(bytes, end, bytes.len()))),
            None => None,
        }
    }

    pub const fn split_at(&self, mid: usize) -> (&str, &str) {
        if !self.is_char_boundary(mid) {
            let mut f = panicking::begin_in_core(&CoreFile::Str, 849, 21);
            fmt::Display::fmt(&SliceError { text: self, begin: 0, end: mid }, &mut f);
            panicking::panic_end()
        }
        (part(self.as_bytes(), 0, mid), part(self.as_bytes(), mid, self.len()))
    }

    pub fn trim(&self) -> &str {
        self.trim_start().trim_end()
    }

    pub fn trim_start(&self) -> &str {
        let bytes = self.as_bytes();
        let mut at = 0;
        while at < bytes.len() && decode(bytes, at).is_whitespace() {
            at += char_len(bytes[at]);
        }
        part(bytes, at, bytes.len())
    }

    pub fn trim_end(&self) -> &str {
        let bytes = self.as_bytes();
        let mut end = bytes.len();
        while end > 0 {
            let mut start = end - 1;
            while bytes[start] & 0xC0 == 0x80 {
                start -= 1;
            }
            if !decode(bytes, start).is_whitespace() {
                return part(bytes, 0, end);
            }
            end = start;
        }
        part(bytes, 0, 0)
    }

    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {
        F::from_str(self)
    }
}

/// What std says of a range that does not fit a text.
struct SliceError<'a> {
    text: &'a str,
    begin: usize,
    end: usize,
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

impl<I: SliceIndex<str>> Index<I> for str {
    type Output = I::Output;

    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl PartialEq for str {
    fn eq(&self, other: &str) -> bool {
        let a = self.as_bytes();
        let b = other.as_bytes();
        if a.len() != b.len() {
            return false;
        }
        for i in 0..a.len() {
            if a[i] != b[i] {
                return false;
            }
        }
        true
    }
}

impl Eq for str {}

impl Ord for str {
    fn cmp(&self, other: &str) -> Ordering {
        let a = self.as_bytes();
        let b = other.as_bytes();
        let len = if a.len() < b.len() { a.len() } else { b.len() };
        for i in 0..len {
            if a[i] != b[i] {
                return if a[i] < b[i] { Ordering::Less } else { Ordering::Greater };
            }
        }
        a.len().cmp(&b.len())
    }
}

impl PartialOrd for str {
    fn partial_cmp(&self, other: &str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A text is neither `true` nor `false`.
pub struct ParseBoolError {
    private: (),
}

impl fmt::Debug for ParseBoolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ParseBoolError")
    }
}

impl fmt::Display for ParseBoolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("provided string was not `true` or `false`")
    }
}

impl FromStr for bool {
    type Err = ParseBoolError;

    fn from_str(s: &str) -> Result<bool, ParseBoolError> {
        match s {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ParseBoolError { private: () }),
        }
    }
}
