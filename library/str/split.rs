//! A text's parts between, before and at what a pattern finds.

use super::part;
use super::pattern::{DoubleEndedPattern, Pattern, Searcher};
use crate::iter::{DoubleEndedIterator, FusedIterator, Iterator};

impl str {
    pub fn split<P: Pattern>(&self, pat: P) -> Split<'_, P> {
        Split { parts: Parts::new(self, pat, true) }
    }

    pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<'_, P> {
        RSplit { parts: Parts::new(self, pat, true) }
    }

    pub fn split_terminator<P: Pattern>(&self, pat: P) -> SplitTerminator<'_, P> {
        SplitTerminator { parts: Parts::new(self, pat, false) }
    }

    pub fn rsplit_terminator<P: Pattern>(&self, pat: P) -> RSplitTerminator<'_, P> {
        RSplitTerminator { parts: Parts::new(self, pat, false) }
    }

    pub fn split_inclusive<P: Pattern>(&self, pat: P) -> SplitInclusive<'_, P> {
        SplitInclusive { parts: Parts::new(self, pat, false) }
    }

    pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<'_, P> {
        SplitN { parts: Parts::new(self, pat, true), count: n }
    }

    pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<'_, P> {
        RSplitN { parts: Parts::new(self, pat, true), count: n }
    }

    pub fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {
        let bytes = self.as_bytes();
        match Searcher::new(self, delimiter).next_match() {
            Some((start, end)) => Some((part(bytes, 0, start), part(bytes, end, bytes.len()))),
            None => None,
        }
    }

    pub fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {
        let bytes = self.as_bytes();
        match Searcher::new(self, delimiter).next_match_back() {
            Some((start, end)) => Some((part(bytes, 0, start), part(bytes, end, bytes.len()))),
            None => None,
        }
    }

    pub fn matches<P: Pattern>(&self, pat: P) -> Matches<'_, P> {
        Matches { searcher: Searcher::new(self, pat) }
    }

    pub fn rmatches<P: Pattern>(&self, pat: P) -> RMatches<'_, P> {
        RMatches { searcher: Searcher::new(self, pat) }
    }

    pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<'_, P> {
        MatchIndices { searcher: Searcher::new(self, pat) }
    }

    pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> RMatchIndices<'_, P> {
        RMatchIndices { searcher: Searcher::new(self, pat) }
    }
}

/// What all kinds of splitting share.
struct Parts<'a, P> {
    searcher: Searcher<'a, P>,
    /// What was not given yet.
    start: usize,
    end: usize,
    /// Whether an empty part at the end is one.
    allow_trailing_empty: bool,
    finished: bool,
}

impl<'a, P: Pattern> Parts<'a, P> {
    fn new(text: &'a str, pat: P, allow_trailing_empty: bool) -> Parts<'a, P> {
        let searcher = Searcher::new(text, pat);
        Parts { searcher, start: 0, end: text.len(), allow_trailing_empty, finished: false }
    }

    fn give(&self, start: usize, end: usize) -> &'a str {
        part(self.searcher.bytes, start, end)
    }

    /// What is left.
    fn rest(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        self.finished = true;
        if self.allow_trailing_empty || self.end > self.start { Some(self.give(self.start, self.end)) } else { None }
    }

    fn next(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.searcher.next_match() {
            Some((from, to)) => {
                let found = self.give(self.start, from);
                self.start = to;
                Some(found)
            }
            None => self.rest(),
        }
    }

    fn next_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        match self.searcher.next_match() {
            Some((_, to)) => {
                let found = self.give(self.start, to);
                self.start = to;
                Some(found)
            }
            None => self.rest(),
        }
    }

    fn next_back(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.allow_trailing_empty {
            self.allow_trailing_empty = true;
            match self.next_back() {
                Some(found) if !found.is_empty() => return Some(found),
                _ => {
                    if self.finished {
                        return None;
                    }
                }
            }
        }
        match self.searcher.next_match_back() {
            Some((from, to)) => {
                let found = self.give(to, self.end);
                self.end = from;
                Some(found)
            }
            None => {
                self.finished = true;
                Some(self.give(self.start, self.end))
            }
        }
    }

    fn next_back_inclusive(&mut self) -> Option<&'a str> {
        if self.finished {
            return None;
        }
        if !self.allow_trailing_empty {
            self.allow_trailing_empty = true;
            match self.next_back_inclusive() {
                Some(found) if !found.is_empty() => return Some(found),
                _ => {
                    if self.finished {
                        return None;
                    }
                }
            }
        }
        match self.searcher.next_match_back() {
            Some((_, to)) => {
                let found = self.give(to, self.end);
                self.end = to;
                Some(found)
            }
            None => {
                self.finished = true;
                Some(self.give(self.start, self.end))
            }
        }
    }
}

impl<'a, P: Clone> Clone for Parts<'a, P> {
    fn clone(&self) -> Self {
        Parts {
            searcher: self.searcher.clone(),
            start: self.start,
            end: self.end,
            allow_trailing_empty: self.allow_trailing_empty,
            finished: self.finished,
        }
    }
}

pub struct Split<'a, P> {
    parts: Parts<'a, P>,
}

impl<'a, P: Pattern> Iterator for Split<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.parts.next()
    }
}

impl<'a, P: Pattern> FusedIterator for Split<'a, P> {}

impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for Split<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        self.parts.next_back()
    }
}

impl<'a, P: Clone> Clone for Split<'a, P> {
    fn clone(&self) -> Self {
        Split { parts: self.parts.clone() }
    }
}

pub struct RSplit<'a, P> {
    parts: Parts<'a, P>,
}

impl<'a, P: Pattern> Iterator for RSplit<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.parts.next_back()
    }
}

impl<'a, P: Pattern> FusedIterator for RSplit<'a, P> {}

impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for RSplit<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        self.parts.next()
    }
}

impl<'a, P: Clone> Clone for RSplit<'a, P> {
    fn clone(&self) -> Self {
        RSplit { parts: self.parts.clone() }
    }
}

pub struct SplitTerminator<'a, P> {
    parts: Parts<'a, P>,
}

impl<'a, P: Pattern> Iterator for SplitTerminator<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.parts.next()
    }
}

impl<'a, P: Pattern> FusedIterator for SplitTerminator<'a, P> {}

impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for SplitTerminator<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        self.parts.next_back()
    }
}

impl<'a, P: Clone> Clone for SplitTerminator<'a, P> {
    fn clone(&self) -> Self {
        SplitTerminator { parts: self.parts.clone() }
    }
}

pub struct RSplitTerminator<'a, P> {
    parts: Parts<'a, P>,
}

impl<'a, P: Pattern> Iterator for RSplitTerminator<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.parts.next_back()
    }
}

impl<'a, P: Pattern> FusedIterator for RSplitTerminator<'a, P> {}

impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for RSplitTerminator<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        self.parts.next()
    }
}

impl<'a, P: Clone> Clone for RSplitTerminator<'a, P> {
    fn clone(&self) -> Self {
        RSplitTerminator { parts: self.parts.clone() }
    }
}

pub struct SplitInclusive<'a, P> {
    parts: Parts<'a, P>,
}

impl<'a, P: Pattern> Iterator for SplitInclusive<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.parts.next_inclusive()
    }
}

impl<'a, P: Pattern> FusedIterator for SplitInclusive<'a, P> {}

impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for SplitInclusive<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        self.parts.next_back_inclusive()
    }
}

impl<'a, P: Clone> Clone for SplitInclusive<'a, P> {
    fn clone(&self) -> Self {
        SplitInclusive { parts: self.parts.clone() }
    }
}

pub struct SplitN<'a, P> {
    parts: Parts<'a, P>,
    count: usize,
}

impl<'a, P: Pattern> Iterator for SplitN<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        match self.count {
            0 => None,
            1 => {
                self.count = 0;
                self.parts.rest()
            }
            _ => {
                self.count -= 1;
                self.parts.next()
            }
        }
    }
}

impl<'a, P: Pattern> FusedIterator for SplitN<'a, P> {}

impl<'a, P: Clone> Clone for SplitN<'a, P> {
    fn clone(&self) -> Self {
        SplitN { parts: self.parts.clone(), count: self.count }
    }
}

pub struct RSplitN<'a, P> {
    parts: Parts<'a, P>,
    count: usize,
}

impl<'a, P: Pattern> Iterator for RSplitN<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        match self.count {
            0 => None,
            1 => {
                self.count = 0;
                self.parts.rest()
            }
            _ => {
                self.count -= 1;
                self.parts.next_back()
            }
        }
    }
}

impl<'a, P: Pattern> FusedIterator for RSplitN<'a, P> {}

impl<'a, P: Clone> Clone for RSplitN<'a, P> {
    fn clone(&self) -> Self {
        RSplitN { parts: self.parts.clone(), count: self.count }
    }
}

pub struct Matches<'a, P> {
    searcher: Searcher<'a, P>,
}

impl<'a, P: Pattern> Iterator for Matches<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        match self.searcher.next_match() {
            Some((start, end)) => Some(part(self.searcher.bytes, start, end)),
            None => None,
        }
    }
}

impl<'a, P: Pattern> FusedIterator for Matches<'a, P> {}

impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for Matches<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        match self.searcher.next_match_back() {
            Some((start, end)) => Some(part(self.searcher.bytes, start, end)),
            None => None,
        }
    }
}

impl<'a, P: Clone> Clone for Matches<'a, P> {
    fn clone(&self) -> Self {
        Matches { searcher: self.searcher.clone() }
    }
}

pub struct RMatches<'a, P> {
    searcher: Searcher<'a, P>,
}

impl<'a, P: Pattern> Iterator for RMatches<'a, P> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        match self.searcher.next_match_back() {
            Some((start, end)) => Some(part(self.searcher.bytes, start, end)),
            None => None,
        }
    }
}

impl<'a, P: Pattern> FusedIterator for RMatches<'a, P> {}

impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for RMatches<'a, P> {
    fn next_back(&mut self) -> Option<&'a str> {
        match self.searcher.next_match() {
            Some((start, end)) => Some(part(self.searcher.bytes, start, end)),
            None => None,
        }
    }
}

impl<'a, P: Clone> Clone for RMatches<'a, P> {
    fn clone(&self) -> Self {
        RMatches { searcher: self.searcher.clone() }
    }
}

pub struct MatchIndices<'a, P> {
    searcher: Searcher<'a, P>,
}

impl<'a, P: Pattern> Iterator for MatchIndices<'a, P> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        match self.searcher.next_match() {
            Some((start, end)) => Some((start, part(self.searcher.bytes, start, end))),
            None => None,
        }
    }
}

impl<'a, P: Pattern> FusedIterator for MatchIndices<'a, P> {}

impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for MatchIndices<'a, P> {
    fn next_back(&mut self) -> Option<(usize, &'a str)> {
        match self.searcher.next_match_back() {
            Some((start, end)) => Some((start, part(self.searcher.bytes, start, end))),
            None => None,
        }
    }
}

impl<'a, P: Clone> Clone for MatchIndices<'a, P> {
    fn clone(&self) -> Self {
        MatchIndices { searcher: self.searcher.clone() }
    }
}

pub struct RMatchIndices<'a, P> {
    searcher: Searcher<'a, P>,
}

impl<'a, P: Pattern> Iterator for RMatchIndices<'a, P> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        match self.searcher.next_match_back() {
            Some((start, end)) => Some((start, part(self.searcher.bytes, start, end))),
            None => None,
        }
    }
}

impl<'a, P: Pattern> FusedIterator for RMatchIndices<'a, P> {}

impl<'a, P: DoubleEndedPattern> DoubleEndedIterator for RMatchIndices<'a, P> {
    fn next_back(&mut self) -> Option<(usize, &'a str)> {
        match self.searcher.next_match() {
            Some((start, end)) => Some((start, part(self.searcher.bytes, start, end))),
            None => None,
        }
    }
}

impl<'a, P: Clone> Clone for RMatchIndices<'a, P> {
    fn clone(&self) -> Self {
        RMatchIndices { searcher: self.searcher.clone() }
    }
}
