//! What a program is started with: no arguments but its name.

use crate::fmt;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, Iterator};
use crate::string::String;

pub struct Args {
    /// Whether the name was not handed out yet.
    name: bool,
}

pub fn args() -> Args {
    Args { name: true }
}

impl Iterator for Args {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if !self.name {
            return None;
        }
        self.name = false;
        Some(String::from("main"))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.name as usize;
        (len, Some(len))
    }
}

impl DoubleEndedIterator for Args {
    fn next_back(&mut self) -> Option<String> {
        self.next()
    }
}

impl ExactSizeIterator for Args {}

impl fmt::Debug for Args {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let left: &[&str] = if self.name { &["main"] } else { &[] };
        f.debug_struct("Args").field("inner", &left).finish()
    }
}
