//! WASI preview 1, the calls that a program can make, decoded against its memory.
//!
//! Source: the WASI preview 1 witx definitions (`fd_write`, `fd_read`, `proc_exit`, `clock_time_get`, `random_get`).

use crate::{Flow, Host};

/// WASI's error numbers that a host here can give.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub enum Errno {
    /// Bad file descriptor.
    Badf = 8,
    /// Bad address: outside the program's memory.
    Fault = 21,
    /// Invalid argument.
    Inval = 28,
    /// Input or output failed.
    Io = 29,
    /// Not supported by this host.
    Nosys = 52,
}

/// A function of the host.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HostCall {
    /// `fd_write(fd, iovs, iovs_len, nwritten) -> errno`
    FdWrite,
    /// `fd_read(fd, iovs, iovs_len, nread) -> errno`
    FdRead,
    /// `proc_exit(code)`
    ProcExit,
    /// `clock_time_get(id, precision, time) -> errno`
    ClockTimeGet,
    /// `random_get(buf, len) -> errno`
    RandomGet,
}

impl HostCall {
    /// Every call.
    pub const ALL: [Self; 5] = [Self::FdWrite, Self::FdRead, Self::ProcExit, Self::ClockTimeGet, Self::RandomGet];

    /// The import module that all of them belong to.
    pub const MODULE: &str = "wasi_snapshot_preview1";

    /// The import's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FdWrite => "fd_write",
            Self::FdRead => "fd_read",
            Self::ProcExit => "proc_exit",
            Self::ClockTimeGet => "clock_time_get",
            Self::RandomGet => "random_get",
        }
    }

    /// How many arguments it takes.
    #[must_use]
    pub fn arity(self) -> usize {
        match self {
            Self::FdWrite | Self::FdRead => 4,
            Self::ProcExit => 1,
            Self::ClockTimeGet => 3,
            Self::RandomGet => 2,
        }
    }

    /// Look a call up by its import's name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.name() == name)
    }
}

/// Make a call. `args` are zero-extended to 64 bits; missing ones count as 0. Addresses outside `memory` give [`Errno::Fault`].
pub fn call(host: &mut dyn Host, memory: &mut [u8], which: HostCall, args: &[u64]) -> Flow {
    let arg = |i: usize| args.get(i).copied().unwrap_or(0) as u32;
    let result = match which {
        HostCall::ProcExit => return Flow::Exit(arg(0) as i32),
        HostCall::FdWrite => fd_write(host, memory, arg(0), arg(1), arg(2), arg(3)),
        HostCall::FdRead => fd_read(host, memory, arg(0), arg(1), arg(2), arg(3)),
        HostCall::ClockTimeGet => host.clock(arg(0)).and_then(|t| store(memory, arg(2), &t.to_le_bytes())),
        HostCall::RandomGet => range(memory, arg(0), arg(1)).and_then(|r| host.random(&mut memory[r])),
    };
    Flow::Continue(result.map_or_else(|errno| errno as u64, |()| 0))
}

type Range = std::ops::Range<usize>;

fn range(memory: &[u8], address: u32, len: u32) -> Result<Range, Errno> {
    let (start, end) = (address as usize, address as usize + len as usize);
    if end <= memory.len() { Ok(start..end) } else { Err(Errno::Fault) }
}

fn store(memory: &mut [u8], address: u32, bytes: &[u8]) -> Result<(), Errno> {
    let range = range(memory, address, bytes.len() as u32)?;
    memory[range].copy_from_slice(bytes);
    Ok(())
}

fn load_u32(memory: &[u8], address: u32) -> Result<u32, Errno> {
    let bytes = &memory[range(memory, address, 4)?];
    Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}

/// The `index`th `(address, length)` pair of an iovec array.
fn iovec(memory: &[u8], iovs: u32, index: u32) -> Result<Range, Errno> {
    let at = index.checked_mul(8).and_then(|o| iovs.checked_add(o)).ok_or(Errno::Fault)?;
    let length_at = at.checked_add(4).ok_or(Errno::Fault)?;
    range(memory, load_u32(memory, at)?, load_u32(memory, length_at)?)
}

fn fd_write(host: &mut dyn Host, memory: &mut [u8], fd: u32, iovs: u32, count: u32, written: u32) -> Result<(), Errno> {
    if !matches!(fd, 1 | 2) {
        return Err(Errno::Badf);
    }
    let mut total = 0u32;
    for i in 0..count {
        let bytes = iovec(memory, iovs, i)?;
        total = total.wrapping_add(bytes.len() as u32);
        host.write(fd, &memory[bytes])?;
    }
    store(memory, written, &total.to_le_bytes())
}

fn fd_read(host: &mut dyn Host, memory: &mut [u8], fd: u32, iovs: u32, count: u32, read: u32) -> Result<(), Errno> {
    if fd != 0 {
        return Err(Errno::Badf);
    }
    let mut total = 0u32;
    for i in 0..count {
        let bytes = iovec(memory, iovs, i)?;
        let wanted = bytes.len();
        let got = host.read(&mut memory[bytes])?.min(wanted);
        total = total.wrapping_add(got as u32);
        if got < wanted {
            break;
        }
    }
    store(memory, read, &total.to_le_bytes())
}
