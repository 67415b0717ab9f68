//! Where a panic happened.

use crate::fmt;

/// A place in a program's text.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location<'a> {
    file: &'a str,
    line: u32,
    /// On a screen.
    col: u32,
    /// In characters.
    chars: u32,
}

impl<'a> Location<'a> {
    pub(crate) const fn internal(file: &'a str, line: u32, col: u32) -> Location<'a> {
        Location { file, line, col, chars: col }
    }

    /// The place of the call; in a function with `#[track_caller]`, that of its own caller. `location!()` is the library's
    /// alone.
    #[track_caller]
    pub const fn caller() -> &'static Location<'static> {
        location!()
    }

    pub const fn file(&self) -> &'a str {
        self.file
    }

    pub const fn line(&self) -> u32 {
        self.line
    }

    pub const fn column(&self) -> u32 {
        self.col
    }

    /// What `column!` says.
    pub const fn __char_column(&self) -> u32 {
        self.chars
    }
}

impl<'a> Clone for Location<'a> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<'a> Copy for Location<'a> {}

impl<'a> fmt::Debug for Location<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Location")
            .field("file", &self.file())
            .field("line", &self.line)
            .field("column", &self.col)
            .finish()
    }
}

impl<'a> fmt::Display for Location<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file);
        f.write_str(":");
        fmt::Display::fmt(&self.line, f);
        f.write_str(":");
        fmt::Display::fmt(&self.col, f)
    }
}
