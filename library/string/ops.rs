//! What strings implement.

use super::String;
use crate::borrow::{Borrow, BorrowMut};
use crate::boxed::Box;
use crate::cmp::Ordering;
use crate::fmt;
use crate::iter::{Extend, FromIterator, IntoIterator, Iterator};
use crate::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut};
use crate::panicking::{self, CoreFile};
use crate::slice::SliceIndex;
use crate::str::{FromStr, changed};

pub trait ToString {
    fn to_string(&self) -> String;
}

impl<T: fmt::Display + ?Sized> ToString for T {
    fn to_string(&self) -> String {
        fmt::Display::__to_string(self)
    }
}

/// What a value shows, in a string that has room for `capacity` bytes from the start.
pub fn shown<T: fmt::Display + ?Sized>(value: &T, capacity: usize) -> String {
    let mut text = String::with_capacity(capacity);
    let result = fmt::Display::fmt(value, &mut fmt::Formatter::__to(&mut text));
    if result.is_err() {
        let message = "a Display implementation returned an error unexpectedly: Error";
        panicking::panic_in_core(message, &CoreFile::String, 2916, 14);
    }
    text
}

/// A copy of a value that is nothing but text, or what it shows.
pub fn copied_or_shown<T: fmt::Display + ?Sized>(value: &T, text: Option<&str>) -> String {
    match text {
        Some(text) => String::from(text),
        None => shown(value, 0),
    }
}

impl fmt::Write for String {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.push_str(s);
        Ok(())
    }

    fn write_char(&mut self, c: char) -> fmt::Result {
        self.push(c);
        Ok(())
    }
}

impl Deref for String {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl DerefMut for String {
    fn deref_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}

impl<I: SliceIndex<str>> Index<I> for String {
    type Output = I::Output;

    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self.as_str())
    }
}

impl<I: SliceIndex<str, Output = str>> IndexMut<I> for String {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut str {
        changed(index.index(self.as_str()))
    }
}

impl Clone for String {
    fn clone(&self) -> Self {
        String::from(self.as_str())
    }

    fn clone_from(&mut self, source: &String) {
        self.clear();
        self.push_str(source.as_str());
    }
}

impl Default for String {
    fn default() -> Self {
        String::new()
    }
}

impl fmt::Display for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }

    fn __to_string(&self) -> String {
        String::from(self.as_str())
    }
}

impl fmt::Debug for String {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq<String> for String {
    fn eq(&self, other: &String) -> bool {
        *self.as_str() == *other.as_str()
    }
}

impl PartialEq<str> for String {
    fn eq(&self, other: &str) -> bool {
        *self.as_str() == *other
    }
}

impl<'a> PartialEq<&'a str> for String {
    fn eq(&self, other: &&'a str) -> bool {
        *self.as_str() == **other
    }
}

impl PartialEq<String> for str {
    fn eq(&self, other: &String) -> bool {
        *self == *other.as_str()
    }
}

impl<'a> PartialEq<String> for &'a str {
    fn eq(&self, other: &String) -> bool {
        **self == *other.as_str()
    }
}

impl Eq for String {}

impl PartialOrd for String {
    fn partial_cmp(&self, other: &String) -> Option<Ordering> {
        self.as_str().partial_cmp(other.as_str())
    }
}

impl Ord for String {
    fn cmp(&self, other: &String) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Add<&str> for String {
    type Output = String;

    fn add(mut self, other: &str) -> String {
        self.push_str(other);
        self
    }
}

impl AddAssign<&str> for String {
    fn add_assign(&mut self, other: &str) {
        self.push_str(other);
    }
}

impl AsRef<str> for String {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl AsMut<str> for String {
    fn as_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}

impl AsRef<[u8]> for String {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl Borrow<str> for String {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl BorrowMut<str> for String {
    fn borrow_mut(&mut self) -> &mut str {
        self.as_mut_str()
    }
}

impl From<&str> for String {
    fn from(s: &str) -> Self {
        let mut text = String::with_capacity(s.len());
        text.push_str(s);
        text
    }
}

impl From<&mut str> for String {
    fn from(s: &mut str) -> Self {
        let s: &str = s;
        String::from(s)
    }
}

impl From<&String> for String {
    fn from(s: &String) -> Self {
        s.clone()
    }
}

impl From<char> for String {
    fn from(c: char) -> Self {
        let mut text = String::new();
        text.push(c);
        text
    }
}

impl From<Box<str>> for String {
    fn from(s: Box<str>) -> Self {
        s.into_string()
    }
}

impl FromStr for String {
    type Err = crate::convert::Infallible;

    fn from_str(s: &str) -> Result<String, crate::convert::Infallible> {
        Ok(String::from(s))
    }
}

impl Extend<char> for String {
    fn extend<I: IntoIterator<Item = char>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        let (low, _) = iter.size_hint();
        self.reserve(low);
        while let Some(item) = iter.next() {
            self.push(item);
        }
    }
}

impl FromIterator<char> for String {
    fn from_iter<I: IntoIterator<Item = char>>(iter: I) -> String {
        let mut text = String::new();
        text.extend(iter);
        text
    }
}

impl<'a> Extend<&'a char> for String {
    fn extend<I: IntoIterator<Item = &'a char>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        let (low, _) = iter.size_hint();
        self.reserve(low);
        while let Some(item) = iter.next() {
            self.push(*item);
        }
    }
}

impl<'a> FromIterator<&'a char> for String {
    fn from_iter<I: IntoIterator<Item = &'a char>>(iter: I) -> String {
        let mut text = String::new();
        text.extend(iter);
        text
    }
}

impl<'a> Extend<&'a str> for String {
    fn extend<I: IntoIterator<Item = &'a str>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        while let Some(item) = iter.next() {
            self.push_str(item);
        }
    }
}

impl<'a> FromIterator<&'a str> for String {
    fn from_iter<I: IntoIterator<Item = &'a str>>(iter: I) -> String {
        let mut text = String::new();
        text.extend(iter);
        text
    }
}

impl Extend<String> for String {
    fn extend<I: IntoIterator<Item = String>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        while let Some(item) = iter.next() {
            self.push_str(item.as_str());
        }
    }
}

impl FromIterator<String> for String {
    fn from_iter<I: IntoIterator<Item = String>>(iter: I) -> String {
        let mut iter = iter.into_iter();
        match iter.next() {
            None => String::new(),
            Some(mut text) => {
                text.extend(iter);
                text
            }
        }
    }
}

impl Extend<Box<str>> for String {
    fn extend<I: IntoIterator<Item = Box<str>>>(&mut self, iter: I) {
        let mut iter = iter.into_iter();
        while let Some(item) = iter.next() {
            self.push_str(&item);
        }
    }
}

impl FromIterator<Box<str>> for String {
    fn from_iter<I: IntoIterator<Item = Box<str>>>(iter: I) -> String {
        let mut text = String::new();
        text.extend(iter);
        text
    }
}
