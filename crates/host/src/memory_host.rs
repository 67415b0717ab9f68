//! A host that keeps everything in memory and always behaves the same.

use crate::{Errno, Host};

/// Collects what the program writes, gives it prepared input, a clock that stands still and zeros for random bytes.
#[derive(Clone, Debug, Default)]
pub struct MemoryHost {
    /// What the program reads.
    pub stdin: Vec<u8>,
    /// How much of `stdin` has been read.
    pub stdin_read: usize,
    /// What the program wrote to file descriptor 1.
    pub stdout: Vec<u8>,
    /// What the program wrote to file descriptor 2.
    pub stderr: Vec<u8>,
}

impl Host for MemoryHost {
    fn write(&mut self, fd: u32, bytes: &[u8]) -> Result<(), Errno> {
        let stream = if fd == 1 { &mut self.stdout } else { &mut self.stderr };
        if stream.len() + bytes.len() > Self::MAX_OUTPUT {
            return Err(Errno::Io);
        }
        stream.extend_from_slice(bytes);
        Ok(())
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Errno> {
        let rest = self.stdin.get(self.stdin_read..).unwrap_or(&[]);
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.stdin_read += count;
        Ok(count)
    }

    fn clock(&mut self, _id: u32) -> Result<u64, Errno> {
        Ok(0)
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno> {
        buffer.fill(0);
        Ok(())
    }
}

impl MemoryHost {
    /// The most that is kept of each stream, in bytes; writing more fails with [`Errno::Io`].
    pub const MAX_OUTPUT: usize = 64 << 20;
}
