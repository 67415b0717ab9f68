//! The command's own streams, clock and randomness as a program's host.

use stair::host::{Errno, Host};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// What the program sees of the world.
pub(crate) struct StdHost {
    stdin: Box<dyn Read + Send>,
    started: Instant,
    random: u64,
}

impl StdHost {
    /// A host that reads from the command's stdin, or from a file.
    ///
    /// # Errors
    /// If the file cannot be opened.
    pub(crate) fn new(stdin: Option<&Path>) -> io::Result<Self> {
        let stdin: Box<dyn Read + Send> = match stdin {
            Some(path) => Box::new(File::open(path)?),
            None => Box::new(io::stdin()),
        };
        Ok(Self { stdin, started: Instant::now(), random: 0 })
    }
}

fn errno(_: io::Error) -> Errno {
    Errno::Io
}

impl Host for StdHost {
    fn write(&mut self, fd: u32, bytes: &[u8]) -> Result<(), Errno> {
        // What the program writes is out at once, so that the two streams keep their order.
        if fd == 1 {
            let mut out = io::stdout().lock();
            out.write_all(bytes).and_then(|()| out.flush()).map_err(errno)
        } else {
            io::stderr().lock().write_all(bytes).map_err(errno)
        }
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Errno> {
        self.stdin.read(buffer).map_err(errno)
    }

    fn clock(&mut self, id: u32) -> Result<u64, Errno> {
        match id {
            0 => SystemTime::now().duration_since(UNIX_EPOCH).map(|d| d.as_nanos() as u64).map_err(|_| Errno::Inval),
            1 => Ok(self.started.elapsed().as_nanos() as u64),
            _ => Err(Errno::Inval),
        }
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno> {
        use std::hash::{BuildHasher, Hasher, RandomState};
        for chunk in buffer.chunks_mut(8) {
            let mut hasher = RandomState::new().build_hasher();
            hasher.write_u64(self.random);
            self.random = hasher.finish();
            chunk.copy_from_slice(&self.random.to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}
