//! Input and output.

mod adapters;
mod buffered;
mod cursor;
mod error;
pub(crate) mod raw;
mod stdio;
mod util;

pub use adapters::{Bytes, Chain, Lines, Split, Take};
pub use buffered::{BufReader, BufWriter, IntoInnerError, LineWriter};
pub use cursor::Cursor;
pub use error::{Error, ErrorKind, Result};
pub use stdio::{Stderr, StderrLock, Stdin, StdinLock, Stdout, StdoutLock, stderr, stdin, stdout};
pub use util::{Empty, Repeat, Sink, empty, repeat, sink};

pub mod prelude {
    pub use super::{BufRead, Read, Seek, Write};
}

use crate::fmt;
use crate::marker::PhantomData;
use crate::string::String;
use crate::vec::Vec;

pub trait Read {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize>;

    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
        let mut part = [0; 512];
        let mut total = 0;
        loop {
            match self.read(&mut part) {
                Ok(0) => return Ok(total),
                Ok(count) => {
                    buf.extend_from_slice(&part[..count]);
                    total += count;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
        let mut bytes = Vec::new();
        let result = self.read_to_end(&mut bytes);
        append_text(buf, bytes, result)
    }

    fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {
        let mut start = 0;
        while start < buf.len() {
            match self.read(&mut buf[start..]) {
                Ok(0) => return Err(Error::message(ErrorKind::UnexpectedEof, "failed to fill whole buffer")),
                Ok(count) => start += count,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }

    fn bytes(self) -> Bytes<Self>
    where
        Self: Sized,
    {
        Bytes::new(self)
    }

    fn chain<R: Read>(self, next: R) -> Chain<Self, R>
    where
        Self: Sized,
    {
        Chain::new(self, next)
    }

    fn take(self, limit: u64) -> Take<Self>
    where
        Self: Sized,
    {
        Take::new(self, limit)
    }
}

/// Append what was read to a text, unless it is no text.
fn append_text(buf: &mut String, bytes: Vec<u8>, result: Result<usize>) -> Result<usize> {
    match String::from_utf8(bytes) {
        Ok(text) => {
            buf.push_str(&text);
            result
        }
        Err(_) => match result {
            Ok(_) => Err(Error::message(ErrorKind::InvalidData, "stream did not contain valid UTF-8")),
            Err(error) => Err(error),
        },
    }
}

pub fn read_to_string<R: Read>(mut reader: R) -> Result<String> {
    let mut buf = String::new();
    reader.read_to_string(&mut buf)?;
    Ok(buf)
}

pub fn copy<R: ?Sized, W: ?Sized>(reader: &mut R, writer: &mut W) -> Result<u64>
where
    R: Read,
    W: Write,
{
    let mut part = [0; 8192];
    let mut total = 0;
    loop {
        match reader.read(&mut part) {
            Ok(0) => return Ok(total),
            Ok(count) => {
                writer.write_all(&part[..count])?;
                total += count as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

pub trait BufRead: Read {
    fn fill_buf(&mut self) -> Result<&[u8]>;

    fn consume(&mut self, amount: usize);

    fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {
        let mut total = 0;
        loop {
            let (done, used) = {
                let available = match self.fill_buf() {
                    Ok(available) => available,
                    Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                    Err(error) => return Err(error),
                };
                match available.iter().position(|b| *b == byte) {
                    Some(at) => {
                        buf.extend_from_slice(&available[..at + 1]);
                        (true, at + 1)
                    }
                    None => {
                        buf.extend_from_slice(available);
                        (false, available.len())
                    }
                }
            };
            self.consume(used);
            total += used;
            if done || used == 0 {
                return Ok(total);
            }
        }
    }

    fn skip_until(&mut self, byte: u8) -> Result<usize> {
        let mut skipped = Vec::new();
        self.read_until(byte, &mut skipped)
    }

    fn read_line(&mut self, buf: &mut String) -> Result<usize> {
        let mut bytes = Vec::new();
        let result = self.read_until(b'\n', &mut bytes);
        append_text(buf, bytes, result)
    }

    fn split(self, byte: u8) -> Split<Self>
    where
        Self: Sized,
    {
        Split::new(self, byte)
    }

    fn lines(self) -> Lines<Self>
    where
        Self: Sized,
    {
        Lines::new(self)
    }
}

pub enum SeekFrom {
    Start(u64),
    End(i64),
    Current(i64),
}

pub trait Seek {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64>;

    fn rewind(&mut self) -> Result<()> {
        self.seek(SeekFrom::Start(0))?;
        Ok(())
    }

    fn stream_position(&mut self) -> Result<u64> {
        self.seek(SeekFrom::Current(0))
    }
}

pub trait Write {
    fn write(&mut self, buf: &[u8]) -> Result<usize>;

    fn flush(&mut self) -> Result<()>;

    fn write_all(&mut self, mut buf: &[u8]) -> Result<()> {
        while !buf.is_empty() {
            match self.write(buf) {
                Ok(0) => return Err(Error::message(ErrorKind::WriteZero, "failed to write whole buffer")),
                Ok(count) => buf = &buf[count..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }

    /// Write a message that is only a text: what `write!` makes of itself.
    fn __write_text(&mut self, text: &str) -> Result<()> {
        self.write_all(text.as_bytes())
    }

    /// Begin a message: what `write!` makes of itself.
    fn __start_write(&mut self) -> Message<'_, Self>
    where
        Self: Sized,
    {
        Message::new(self)
    }
}

impl<'w> dyn Write + 'w {
    /// Begin a message: what `write!` makes of itself.
    pub fn __start_write(&mut self) -> Message<'_, dyn Write + 'w> {
        Message::new(self)
    }
}

/// A message that `write!` writes.
pub struct Message<'a, W: ?Sized> {
    target: *mut W,
    /// What failed, if it was not formatting.
    error: Option<Error>,
    formatter: fmt::Formatter<'a>,
    borrows: PhantomData<&'a mut W>,
}

impl<'a, W: Write + ?Sized> Message<'a, W> {
    fn new(target: &'a mut W) -> Message<'a, W> {
        Message { target: target as *mut W, error: None, formatter: fmt::Formatter::nowhere(), borrows: PhantomData }
    }

    pub fn formatter(&mut self) -> &mut fmt::Formatter<'a> {
        // From here on the message stays where it is.
        let this = self as *mut Message<'a, W>;
        self.formatter = fmt::Formatter::raw(this as *mut u8, write_to::<W>);
        &mut self.formatter
    }

    pub fn finish(self, result: fmt::Result) -> Result<()> {
        match (result, self.error) {
            (Ok(()), _) => Ok(()),
            (Err(_), Some(error)) => Err(error),
            (Err(_), None) => formatting_failed(),
        }
    }
}

fn formatting_failed() -> ! {
    let message = "a formatting trait implementation returned an error when the underlying stream did not";
    crate::panicking::panic_in_core(message, &crate::panicking::CoreFile::Io, 648, 17)
}

/// Write to the target of the message at `message`.
fn write_to<W: Write + ?Sized>(message: *mut u8, text: &str) -> fmt::Result {
    unsafe {
        let message = &mut *(message as *mut Message<'_, W>);
        match (*message.target).write_all(text.as_bytes()) {
            Ok(()) => Ok(()),
            Err(error) => {
                message.error = Some(error);
                Err(fmt::Error)
            }
        }
    }
}
