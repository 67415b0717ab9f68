//! What readers become: rows of bytes, of lines, of parts; a shorter reader, or two in a row.

use super::{BufRead, ErrorKind, Read, Result};
use crate::fmt;
use crate::iter::Iterator;
use crate::string::String;
use crate::vec::Vec;

pub struct Bytes<R> {
    inner: R,
}

impl<R> Bytes<R> {
    pub(crate) fn new(inner: R) -> Bytes<R> {
        Bytes { inner }
    }
}

impl<R: Read> Iterator for Bytes<R> {
    type Item = Result<u8>;

    fn next(&mut self) -> Option<Result<u8>> {
        let mut byte = [0];
        loop {
            return match self.inner.read(&mut byte) {
                Ok(0) => None,
                Ok(_) => Some(Ok(byte[0])),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => Some(Err(error)),
            };
        }
    }
}

pub struct Lines<B> {
    buf: B,
}

impl<B> Lines<B> {
    pub(crate) fn new(buf: B) -> Lines<B> {
        Lines { buf }
    }
}

impl<B: BufRead> Iterator for Lines<B> {
    type Item = Result<String>;

    fn next(&mut self) -> Option<Result<String>> {
        let mut line = String::new();
        match self.buf.read_line(&mut line) {
            Ok(0) => None,
            Ok(_) => {
                if line.ends_with('\n') {
                    line.pop();
                    if line.ends_with('\r') {
                        line.pop();
                    }
                }
                Some(Ok(line))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

pub struct Split<B> {
    buf: B,
    delim: u8,
}

impl<B> Split<B> {
    pub(crate) fn new(buf: B, delim: u8) -> Split<B> {
        Split { buf, delim }
    }
}

impl<B: BufRead> Iterator for Split<B> {
    type Item = Result<Vec<u8>>;

    fn next(&mut self) -> Option<Result<Vec<u8>>> {
        let mut part = Vec::new();
        match self.buf.read_until(self.delim, &mut part) {
            Ok(0) => None,
            Ok(_) => {
                if part.last() == Some(&self.delim) {
                    part.pop();
                }
                Some(Ok(part))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

pub struct Chain<T, U> {
    first: T,
    second: U,
    done_first: bool,
}

impl<T, U> Chain<T, U> {
    pub(crate) fn new(first: T, second: U) -> Chain<T, U> {
        Chain { first, second, done_first: false }
    }

    pub fn into_inner(self) -> (T, U) {
        (self.first, self.second)
    }

    pub fn get_ref(&self) -> (&T, &U) {
        (&self.first, &self.second)
    }

    pub fn get_mut(&mut self) -> (&mut T, &mut U) {
        (&mut self.first, &mut self.second)
    }
}

impl<T: Read, U: Read> Read for Chain<T, U> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        if !self.done_first {
            let count = self.first.read(buf)?;
            if count != 0 || buf.is_empty() {
                return Ok(count);
            }
            self.done_first = true;
        }
        self.second.read(buf)
    }
}

impl<T: BufRead, U: BufRead> BufRead for Chain<T, U> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if !self.done_first {
            if self.first.fill_buf()?.is_empty() {
                self.done_first = true;
            } else {
                return self.first.fill_buf();
            }
        }
        self.second.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if self.done_first { self.second.consume(amount) } else { self.first.consume(amount) }
    }
}

pub struct Take<T> {
    inner: T,
    limit: u64,
}

impl<T> Take<T> {
    pub(crate) fn new(inner: T, limit: u64) -> Take<T> {
        Take { inner, limit }
    }

    pub fn limit(&self) -> u64 {
        self.limit
    }

    pub fn set_limit(&mut self, limit: u64) {
        self.limit = limit;
    }

    pub fn into_inner(self) -> T {
        self.inner
    }

    pub fn get_ref(&self) -> &T {
        &self.inner
    }

    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }

    /// How many bytes of so many may still come.
    fn within(&self, len: usize) -> usize {
        if (len as u64) < self.limit { len } else { self.limit as usize }
    }
}

impl<T: Read> Read for Take<T> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        if self.limit == 0 {
            return Ok(0);
        }
        let len = self.within(buf.len());
        let count = self.inner.read(&mut buf[..len])?;
        self.limit -= count as u64;
        Ok(count)
    }
}

impl<T: BufRead> BufRead for Take<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.limit == 0 {
            return Ok(&[]);
        }
        let limit = self.limit;
        let available = self.inner.fill_buf()?;
        let len = if (available.len() as u64) < limit { available.len() } else { limit as usize };
        Ok(&available[..len])
    }

    fn consume(&mut self, amount: usize) {
        let amount = self.within(amount);
        self.limit -= amount as u64;
        self.inner.consume(amount);
    }
}

impl<R: fmt::Debug> fmt::Debug for Bytes<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bytes").field("inner", &self.inner).finish()
    }
}

impl<B: fmt::Debug> fmt::Debug for Lines<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").field("buf", &self.buf).finish()
    }
}

impl<B: fmt::Debug> fmt::Debug for Split<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Split").field("buf", &self.buf).field("delim", &self.delim).finish()
    }
}

impl<T: fmt::Debug, U: fmt::Debug> fmt::Debug for Chain<T, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chain")
            .field("first", &self.first)
            .field("second", &self.second)
            .field("done_first", &self.done_first)
            .finish()
    }
}
