//! A place in bytes that are in memory.

use super::{BufRead, Error, ErrorKind, Read, Result, Seek, SeekFrom, Write};
use crate::vec::Vec;

#[derive(Clone, PartialEq, Eq, Default)]
pub struct Cursor<T> {
    inner: T,
    pos: u64,
}

impl<T> Cursor<T> {
    pub const fn new(inner: T) -> Cursor<T> {
        Cursor { inner, pos: 0 }
    }

    pub fn into_inner(self) -> T {
        self.inner
    }

    pub const fn get_ref(&self) -> &T {
        &self.inner
    }

    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }

    pub const fn position(&self) -> u64 {
        self.pos
    }

    pub const fn set_position(&mut self, pos: u64) {
        self.pos = pos;
    }
}

impl<T: AsRef<[u8]>> Cursor<T> {
    fn rest(&self) -> &[u8] {
        let bytes = self.inner.as_ref();
        let len = bytes.len();
        &bytes[if self.pos < len as u64 { self.pos as usize } else { len }..]
    }
}

impl<T: AsRef<[u8]>> Read for Cursor<T> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let count = self.rest().read(buf)?;
        self.pos += count as u64;
        Ok(count)
    }

    fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {
        let result = self.rest().read_exact(buf);
        match result {
            Ok(()) => self.pos += buf.len() as u64,
            Err(_) => self.pos = self.inner.as_ref().len() as u64,
        }
        result
    }
}

impl<T: AsRef<[u8]>> BufRead for Cursor<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(self.rest())
    }

    fn consume(&mut self, amount: usize) {
        self.pos += amount as u64;
    }
}

impl<T: AsRef<[u8]>> Seek for Cursor<T> {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        let target = match pos {
            SeekFrom::Start(pos) => Some(pos),
            SeekFrom::End(offset) => (self.inner.as_ref().len() as u64).checked_add_signed(offset),
            SeekFrom::Current(offset) => self.pos.checked_add_signed(offset),
        };
        match target {
            Some(pos) => {
                self.pos = pos;
                Ok(pos)
            }
            None => Err(Error::message(ErrorKind::InvalidInput, "invalid seek to a negative or overflowing position")),
        }
    }
}

/// Overwrite a vector from a place on; it becomes longer as needed, and zeros fill the gap before the place.
fn write_vec(vec: &mut Vec<u8>, pos: &mut u64, buf: &[u8]) -> Result<usize> {
    let start = *pos as usize;
    if vec.len() < start {
        vec.resize(start, 0);
    }
    let over = if vec.len() - start < buf.len() { vec.len() - start } else { buf.len() };
    vec[start..start + over].copy_from_slice(&buf[..over]);
    vec.extend_from_slice(&buf[over..]);
    *pos += buf.len() as u64;
    Ok(buf.len())
}

/// Overwrite a slice from a place on, as far as it reaches.
fn write_slice(slice: &mut [u8], pos: &mut u64, buf: &[u8]) -> Result<usize> {
    let start = if *pos < slice.len() as u64 { *pos as usize } else { slice.len() };
    let count = if slice.len() - start < buf.len() { slice.len() - start } else { buf.len() };
    slice[start..start + count].copy_from_slice(&buf[..count]);
    *pos += count as u64;
    Ok(count)
}

impl Write for Cursor<Vec<u8>> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        write_vec(&mut self.inner, &mut self.pos, buf)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Write for Cursor<&mut Vec<u8>> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        write_vec(self.inner, &mut self.pos, buf)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Write for Cursor<&mut [u8]> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        write_slice(self.inner, &mut self.pos, buf)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl<const N: usize> Write for Cursor<[u8; N]> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        write_slice(&mut self.inner, &mut self.pos, buf)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl<T: crate::fmt::Debug> crate::fmt::Debug for Cursor<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_struct("Cursor").field("inner", &self.inner).field("pos", &self.pos).finish()
    }
}
