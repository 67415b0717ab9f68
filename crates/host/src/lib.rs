//! The WASI-shaped interface between an engine and the world, and an in-memory host.
//!
//! An engine hands its linear memory and the call's arguments to the host; the host reads and writes that memory as WASI
//! preview 1 says. The page and the command line each implement [`Host`] once; tests use [`MemoryHost`].

mod memory_host;
mod wasi;

pub use memory_host::MemoryHost;
pub use wasi::{Errno, HostCall, call};

/// How a call to the host went on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// The program goes on, with this value where the call has a result.
    Continue(u64),
    /// The program ends with this exit code (`proc_exit`).
    Exit(i32),
}

/// What the world does for a program. Every method answers at once; none panics.
pub trait Host {
    /// Take what the program writes to file descriptor 1 (stdout) or 2 (stderr).
    fn write(&mut self, fd: u32, bytes: &[u8]) -> Result<(), Errno>;
    /// Give the program what it reads from stdin: fill the front of `buffer`, return how much; 0 at the end.
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Errno>;
    /// Nanoseconds of the given WASI clock (0 real time, 1 monotonic).
    fn clock(&mut self, id: u32) -> Result<u64, Errno>;
    /// Fill `buffer` with random bytes.
    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno>;
}
