//! Methods of `str`.

mod index;
mod iter;
mod owned;
pub mod pattern;
mod split;
mod utf8;

pub use iter::{Bytes, CharIndices, Chars, Lines, SplitAsciiWhitespace, SplitWhitespace};
pub use split::{
    MatchIndices, Matches, RMatchIndices, RMatches, RSplit, RSplitN, RSplitTerminator, Split, SplitInclusive, SplitN,
    SplitTerminator,
};
pub use utf8::{Utf8Error, check_utf8, from_utf8};

use crate::cmp::Ordering;
use crate::fmt;
use crate::intrinsics;
use crate::panicking::{self, CoreFile};
use crate::slice::SliceIndex;
pub(crate) use index::changed;
use index::SliceError;
use pattern::{DoubleEndedPattern, Pattern, Searcher};

pub use crate::fmt::{char_len, decode, part};

/// Types that a text can be read as.
pub trait FromStr: Sized {
    type Err;

    fn from_str(s: &str) -> Result<Self, Self::Err>;
}

/// What std's own source reports where a text cannot be taken apart at a byte.
const fn no_boundary(text: &str, mid: usize, line: u32, column: u32) -> ! {
    let mut f = panicking::begin_in_core(&CoreFile::Str, line, column);
    fmt::Display::fmt(&SliceError { text, begin: 0, end: mid }, &mut f);
    panicking::panic_end()
}

pub const fn is_boundary(bytes: &[u8], index: usize) -> bool {
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

    pub fn get_mut<I: SliceIndex<str, Output = str>>(&mut self, i: I) -> Option<&mut str> {
        i.get(self).map(changed)
    }

    pub fn contains<P: Pattern>(&self, mut pat: P) -> bool {
        pat.first_match(self.as_bytes(), 0, self.len()).is_some()
    }

    pub fn find<P: Pattern>(&self, mut pat: P) -> Option<usize> {
        match pat.first_match(self.as_bytes(), 0, self.len()) {
            Some((start, _)) => Some(start),
            None => None,
        }
    }

    pub fn rfind<P: Pattern>(&self, mut pat: P) -> Option<usize> {
        match pat.last_match(self.as_bytes(), 0, self.len()) {
            Some((start, _)) => Some(start),
            None => None,
        }
    }

    pub fn starts_with<P: Pattern>(&self, mut pat: P) -> bool {
        pat.match_at_start(self.as_bytes(), 0, self.len()).is_some()
    }

    pub fn ends_with<P: Pattern>(&self, mut pat: P) -> bool {
        pat.match_at_end(self.as_bytes(), 0, self.len()).is_some()
    }

    pub fn strip_prefix<P: Pattern>(&self, mut prefix: P) -> Option<&str> {
        match prefix.match_at_start(self.as_bytes(), 0, self.len()) {
            Some(end) => Some(part(self.as_bytes(), end, self.len())),
            None => None,
        }
    }

    pub fn strip_suffix<P: Pattern>(&self, mut suffix: P) -> Option<&str> {
        match suffix.match_at_end(self.as_bytes(), 0, self.len()) {
            Some(start) => Some(part(self.as_bytes(), 0, start)),
            None => None,
        }
    }

    pub fn trim_matches<P: DoubleEndedPattern>(&self, pat: P) -> &str {
        let mut searcher = Searcher::new(self, pat);
        let start = searcher.skip_front();
        part(self.as_bytes(), start, searcher.skip_back())
    }

    pub fn trim_start_matches<P: Pattern>(&self, pat: P) -> &str {
        part(self.as_bytes(), Searcher::new(self, pat).skip_front(), self.len())
    }

    pub fn trim_end_matches<P: Pattern>(&self, pat: P) -> &str {
        part(self.as_bytes(), 0, Searcher::new(self, pat).skip_back())
    }

    pub fn trim_left_matches<P: Pattern>(&self, pat: P) -> &str {
        self.trim_start_matches(pat)
    }

    pub fn trim_right_matches<P: Pattern>(&self, pat: P) -> &str {
        self.trim_end_matches(pat)
    }

    pub fn trim_left(&self) -> &str {
        self.trim_start()
    }

    pub fn trim_right(&self) -> &str {
        self.trim_end()
    }

    pub const fn split_at(&self, mid: usize) -> (&str, &str) {
        if !self.is_char_boundary(mid) {
            no_boundary(self, mid, 849, 21)
        }
        (part(self.as_bytes(), 0, mid), part(self.as_bytes(), mid, self.len()))
    }

    pub fn split_at_mut(&mut self, mid: usize) -> (&mut str, &mut str) {
        if !self.is_char_boundary(mid) {
            no_boundary(self, mid, 894, 13)
        }
        (changed(part(self.as_bytes(), 0, mid)), changed(part(self.as_bytes(), mid, self.len())))
    }

    pub fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut str, &mut str)> {
        if self.is_char_boundary(mid) { Some(self.split_at_mut(mid)) } else { None }
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

    pub const fn as_ptr(&self) -> *const u8 {
        intrinsics::slice_as_ptr(self.as_bytes())
    }

    pub fn chars(&self) -> Chars<'_> {
        Chars::new(self)
    }

    pub fn char_indices(&self) -> CharIndices<'_> {
        CharIndices::new(self)
    }

    pub fn bytes(&self) -> Bytes<'_> {
        Bytes::new(self)
    }

    pub fn lines(&self) -> Lines<'_> {
        Lines::new(self)
    }

    pub fn split_whitespace(&self) -> SplitWhitespace<'_> {
        SplitWhitespace::new(self)
    }

    pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace<'_> {
        SplitAsciiWhitespace::new(self)
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
