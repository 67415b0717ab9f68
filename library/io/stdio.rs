//! Standard input, output and error.

use super::{BufRead, Lines, Read, Result, Write, raw};
use crate::fmt;
use crate::marker::PhantomData;
use crate::string::String;

pub struct Stdin {
    only_here: (),
}

/// There is one at a time: whoever holds it and asks for another waits for ever.
pub struct StdinLock<'a> {
    borrows: PhantomData<&'a ()>,
}

pub fn stdin() -> Stdin {
    Stdin { only_here: () }
}

impl Stdin {
    pub fn lock(&self) -> StdinLock<'static> {
        raw::lock_in();
        StdinLock { borrows: PhantomData }
    }

    pub fn read_line(&self, buf: &mut String) -> Result<usize> {
        self.lock().read_line(buf)
    }

    pub fn lines(self) -> Lines<StdinLock<'static>> {
        self.lock().lines()
    }
}

impl Read for Stdin {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.lock().read(buf)
    }
}

impl Read for &Stdin {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.lock().read(buf)
    }
}

impl<'a> Drop for StdinLock<'a> {
    fn drop(&mut self) {
        raw::unlock_in();
    }
}

impl<'a> Read for StdinLock<'a> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let waiting = raw::fill_in();
        let count = if waiting.len() < buf.len() { waiting.len() } else { buf.len() };
        buf[..count].copy_from_slice(&waiting[..count]);
        raw::consume_in(count);
        Ok(count)
    }
}

impl<'a> BufRead for StdinLock<'a> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(raw::fill_in())
    }

    fn consume(&mut self, amount: usize) {
        raw::consume_in(amount);
    }
}

impl fmt::Debug for Stdin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stdin").finish_non_exhaustive()
    }
}

impl<'a> fmt::Debug for StdinLock<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StdinLock").finish_non_exhaustive()
    }
}

pub struct Stdout {
    only_here: (),
}

pub struct StdoutLock<'a> {
    borrows: PhantomData<&'a ()>,
}

pub fn stdout() -> Stdout {
    Stdout { only_here: () }
}

impl Stdout {
    pub fn lock(&self) -> StdoutLock<'static> {
        StdoutLock { borrows: PhantomData }
    }
}

impl Write for Stdout {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        raw::write_out(buf);
        raw::end_out();
        Ok(buf.len())
    }

    fn flush(&mut self) -> Result<()> {
        raw::flush();
        Ok(())
    }
}

impl Write for &Stdout {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        raw::write_out(buf);
        raw::end_out();
        Ok(buf.len())
    }

    fn flush(&mut self) -> Result<()> {
        raw::flush();
        Ok(())
    }
}

impl<'a> Write for StdoutLock<'a> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        raw::write_out(buf);
        raw::end_out();
        Ok(buf.len())
    }

    fn flush(&mut self) -> Result<()> {
        raw::flush();
        Ok(())
    }
}

impl fmt::Debug for Stdout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stdout").finish_non_exhaustive()
    }
}

impl<'a> fmt::Debug for StdoutLock<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StdoutLock").finish_non_exhaustive()
    }
}

pub struct Stderr {
    only_here: (),
}

pub struct StderrLock<'a> {
    borrows: PhantomData<&'a ()>,
}

pub fn stderr() -> Stderr {
    Stderr { only_here: () }
}

impl Stderr {
    pub fn lock(&self) -> StderrLock<'static> {
        StderrLock { borrows: PhantomData }
    }
}

impl Write for Stderr {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        raw::write_err(buf);
        raw::end_err();
        Ok(buf.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Write for &Stderr {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        raw::write_err(buf);
        raw::end_err();
        Ok(buf.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl<'a> Write for StderrLock<'a> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        raw::write_err(buf);
        raw::end_err();
        Ok(buf.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl fmt::Debug for Stderr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stderr").finish_non_exhaustive()
    }
}

impl<'a> fmt::Debug for StderrLock<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StderrLock").finish_non_exhaustive()
    }
}
