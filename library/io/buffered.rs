//! Readers and writers with a buffer.

use super::{BufRead, Error, ErrorKind, Read, Result, Write};
use crate::error;
use crate::fmt;
use crate::mem::{self, ManuallyDrop};
use crate::ptr;
use crate::vec::Vec;

/// How large a buffer is unless it is said.
const CAPACITY: usize = 8192;

pub struct BufReader<R> {
    /// What was read, of which the first `pos` bytes were taken.
    buf: Vec<u8>,
    pos: usize,
    capacity: usize,
    inner: R,
}

impl<R: Read> BufReader<R> {
    pub fn new(inner: R) -> BufReader<R> {
        BufReader::with_capacity(CAPACITY, inner)
    }

    pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> {
        BufReader { buf: Vec::new(), pos: 0, capacity, inner }
    }
}

impl<R> BufReader<R> {
    pub fn get_ref(&self) -> &R {
        &self.inner
    }

    pub fn get_mut(&mut self) -> &mut R {
        &mut self.inner
    }

    pub fn buffer(&self) -> &[u8] {
        &self.buf[self.pos..]
    }

    pub fn capacity(&self) -> usize {
        self.capacity
    }

    pub fn into_inner(self) -> R {
        self.inner
    }
}

impl<R: Read> Read for BufReader<R> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        // A large read has nothing of a detour.
        if self.pos == self.buf.len() && buf.len() >= self.capacity {
            self.buf.clear();
            self.pos = 0;
            return self.inner.read(buf);
        }
        let count = self.fill_buf()?.read(buf)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for BufReader<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.pos == self.buf.len() {
            self.buf.resize(self.capacity, 0);
            let result = self.inner.read(&mut self.buf);
            self.pos = 0;
            self.buf.truncate(match &result {
                Ok(count) => *count,
                Err(_) => 0,
            });
            result?;
        }
        Ok(&self.buf[self.pos..])
    }

    fn consume(&mut self, amount: usize) {
        let end = self.pos + amount;
        self.pos = if end < self.buf.len() { end } else { self.buf.len() };
    }
}

pub struct BufWriter<W: Write> {
    buf: Vec<u8>,
    /// Whether the writer panicked: what waits was perhaps written already.
    panicked: bool,
    inner: W,
}

impl<W: Write> BufWriter<W> {
    pub fn new(inner: W) -> BufWriter<W> {
        BufWriter::with_capacity(CAPACITY, inner)
    }

    pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> {
        BufWriter { buf: Vec::with_capacity(capacity), panicked: false, inner }
    }

    pub fn get_ref(&self) -> &W {
        &self.inner
    }

    pub fn get_mut(&mut self) -> &mut W {
        &mut self.inner
    }

    pub fn buffer(&self) -> &[u8] {
        &self.buf
    }

    pub fn capacity(&self) -> usize {
        self.buf.capacity()
    }

    pub fn into_inner(mut self) -> crate::result::Result<W, IntoInnerError<BufWriter<W>>> {
        match self.flush_buf() {
            Ok(()) => {
                let this = ManuallyDrop::new(self);
                unsafe {
                    mem::drop(ptr::read(&this.buf as *const Vec<u8>));
                    Ok(ptr::read(&this.inner as *const W))
                }
            }
            Err(error) => Err(IntoInnerError { writer: self, error }),
        }
    }

    /// Write all that waits; what could not be written still waits then.
    fn flush_buf(&mut self) -> Result<()> {
        let mut written = Written { buf: &mut self.buf, count: 0 };
        while written.count < written.buf.len() {
            self.panicked = true;
            let result = self.inner.write(&written.buf[written.count..]);
            self.panicked = false;
            match result {
                Ok(0) => return Err(Error::message(ErrorKind::WriteZero, "failed to write the buffered data")),
                Ok(count) => written.count += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn room(&self) -> usize {
        self.buf.capacity() - self.buf.len()
    }

    /// Put as much into the buffer as there is room for.
    fn write_to_buf(&mut self, buf: &[u8]) -> usize {
        let count = if self.room() < buf.len() { self.room() } else { buf.len() };
        self.buf.extend_from_slice(&buf[..count]);
        count
    }
}

/// Bytes of a buffer that are written leave it at the end of a scope.
struct Written<'a> {
    buf: &'a mut Vec<u8>,
    count: usize,
}

impl<'a> Drop for Written<'a> {
    fn drop(&mut self) {
        self.buf.drain(..self.count);
    }
}

impl<W: Write> Write for BufWriter<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        if buf.len() >= self.room() {
            if buf.len() > self.room() {
                self.flush_buf()?;
            }
            if buf.len() >= self.buf.capacity() {
                self.panicked = true;
                let result = self.inner.write(buf);
                self.panicked = false;
                return result;
            }
        }
        self.buf.extend_from_slice(buf);
        Ok(buf.len())
    }

    fn write_all(&mut self, buf: &[u8]) -> Result<()> {
        if buf.len() >= self.room() {
            if buf.len() > self.room() {
                self.flush_buf()?;
            }
            if buf.len() >= self.buf.capacity() {
                self.panicked = true;
                let result = self.inner.write_all(buf);
                self.panicked = false;
                return result;
            }
        }
        self.buf.extend_from_slice(buf);
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        self.flush_buf()?;
        self.inner.flush()
    }
}

impl<W: Write> Drop for BufWriter<W> {
    fn drop(&mut self) {
        if !self.panicked {
            // There is nobody to report an error to.
            let _ = self.flush_buf();
        }
    }
}

/// Writes whole lines.
pub struct LineWriter<W: Write> {
    inner: BufWriter<W>,
}

impl<W: Write> LineWriter<W> {
    pub fn new(inner: W) -> LineWriter<W> {
        LineWriter::with_capacity(1024, inner)
    }

    pub fn with_capacity(capacity: usize, inner: W) -> LineWriter<W> {
        LineWriter { inner: BufWriter::with_capacity(capacity, inner) }
    }

    pub fn get_ref(&self) -> &W {
        self.inner.get_ref()
    }

    pub fn get_mut(&mut self) -> &mut W {
        self.inner.get_mut()
    }

    pub fn into_inner(self) -> crate::result::Result<W, IntoInnerError<LineWriter<W>>> {
        match self.inner.into_inner() {
            Ok(writer) => Ok(writer),
            Err(IntoInnerError { writer, error }) => {
                Err(IntoInnerError { writer: LineWriter { inner: writer }, error })
            }
        }
    }

    fn flush_if_completed_line(&mut self) -> Result<()> {
        if self.inner.buf.last() == Some(&b'\n') { self.inner.flush_buf() } else { Ok(()) }
    }
}

/// Where the last line of some bytes begins.
fn last_line(buf: &[u8]) -> Option<usize> {
    let at = buf.iter().rposition(|b| *b == b'\n')?;
    Some(at + 1)
}

impl<W: Write> Write for LineWriter<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        let Some(lines) = last_line(buf) else {
            self.flush_if_completed_line()?;
            return self.inner.write(buf);
        };
        self.inner.flush_buf()?;
        let flushed = self.inner.inner.write(&buf[..lines])?;
        if flushed == 0 {
            return Ok(0);
        }
        let capacity = self.inner.capacity();
        let tail = if flushed >= lines {
            let tail = &buf[flushed..];
            if tail.len() >= capacity {
                return Ok(flushed);
            }
            tail
        } else if lines - flushed <= capacity {
            &buf[flushed..lines]
        } else {
            let area = &buf[flushed..flushed + capacity];
            &area[..last_line(area).unwrap_or(area.len())]
        };
        Ok(flushed + self.inner.write_to_buf(tail))
    }

    fn write_all(&mut self, buf: &[u8]) -> Result<()> {
        let Some(lines) = last_line(buf) else {
            self.flush_if_completed_line()?;
            return self.inner.write_all(buf);
        };
        let (lines, tail) = buf.split_at(lines);
        if self.inner.buf.is_empty() {
            self.inner.inner.write_all(lines)?;
        } else {
            self.inner.write_all(lines)?;
            self.inner.flush_buf()?;
        }
        self.inner.write_all(tail)
    }

    fn flush(&mut self) -> Result<()> {
        self.inner.flush()
    }
}

/// A buffered writer, and why what it had could not be written.
pub struct IntoInnerError<W> {
    writer: W,
    error: Error,
}

impl<W> IntoInnerError<W> {
    pub fn error(&self) -> &Error {
        &self.error
    }

    pub fn into_inner(self) -> W {
        self.writer
    }

    pub fn into_error(self) -> Error {
        self.error
    }

    pub fn into_parts(self) -> (Error, W) {
        (self.error, self.writer)
    }
}

impl<W> From<IntoInnerError<W>> for Error {
    fn from(failed: IntoInnerError<W>) -> Error {
        failed.error
    }
}

impl<W> fmt::Debug for IntoInnerError<W>
where
    W: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoInnerError").field(&self.writer).field(&self.error).finish()
    }
}

impl<W> fmt::Display for IntoInnerError<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl<W: fmt::Debug> error::Error for IntoInnerError<W> {}

/// How much of a buffer is used.
struct Fill(usize, usize);

impl fmt::Debug for Fill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.0, self.1)
    }
}

impl<R: fmt::Debug> fmt::Debug for BufReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fill = Fill(self.buf.len() - self.pos, self.capacity);
        f.debug_struct("BufReader").field("reader", &self.inner).field("buffer", &fill).finish()
    }
}

impl<W: Write + fmt::Debug> fmt::Debug for BufWriter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fill = Fill(self.buf.len(), self.buf.capacity());
        f.debug_struct("BufWriter").field("writer", &self.inner).field("buffer", &fill).finish()
    }
}

impl<W: Write + fmt::Debug> fmt::Debug for LineWriter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fill = Fill(self.inner.buf.len(), self.inner.buf.capacity());
        f.debug_struct("LineWriter").field("writer", &self.inner.inner).field("buffer", &fill).finish_non_exhaustive()
    }
}
