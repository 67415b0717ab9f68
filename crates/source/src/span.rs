//! Positions in source text.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A file known to a [`SourceMap`](crate::SourceMap). `FileId(0)` is the user's program; the library's files follow.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct FileId(pub u16);

impl FileId {
    /// The user's own program.
    pub const USER: Self = Self(0);
}

/// A half-open range of bytes `lo..hi` in one file, on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// Byte offset of the first byte.
    pub lo: u32,
    /// Byte offset just past the last byte; `lo <= hi`.
    pub hi: u32,
}

impl Span {
    /// The range `lo..hi` of `file`.
    #[must_use]
    pub fn new(file: FileId, lo: u32, hi: u32) -> Self {
        debug_assert!(lo <= hi);
        Self { file, lo, hi }
    }

    /// The smallest span that covers both. Where the files differ, `self`.
    #[must_use]
    pub fn to(self, end: Self) -> Self {
        if self.file != end.file {
            return self;
        }
        Self { file: self.file, lo: self.lo.min(end.lo), hi: self.hi.max(end.hi) }
    }

    /// The empty span at the start of `self`.
    #[must_use]
    pub fn shrink_to_lo(self) -> Self {
        Self { hi: self.lo, ..self }
    }

    /// The empty span at the end of `self`.
    #[must_use]
    pub fn shrink_to_hi(self) -> Self {
        Self { lo: self.hi, ..self }
    }

    /// Whether `other` lies within `self`.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.file == other.file && self.lo <= other.lo && other.hi <= self.hi
    }

    /// Whether the span lies in the user's program rather than in the library.
    #[must_use]
    pub fn is_user(self) -> bool {
        self.file == FileId::USER
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.hi - self.lo
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.lo == self.hi
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}..{}", self.file.0, self.lo, self.hi)
    }
}
