//! What programs in the page find of the world, and a host for timed and recorded runs: what is printed goes nowhere.

use stair_debugger::host::{Errno, Host};

use crate::input::Input;

/// How many random bytes the browser gives at a time.
pub const MOST_RANDOM: usize = 65_536;

/// What a program in the page can find out about the world: the browser's clocks and its random numbers.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// Milliseconds of a clock that only goes forward.
    pub now: fn() -> f64,
    /// Milliseconds since 1970.
    pub date: fn() -> f64,
    /// Fills a buffer of at most [`MOST_RANDOM`] with random bytes.
    pub random: fn(&mut [u8]),
}

impl World {
    /// Nanoseconds of a WASI clock.
    ///
    /// # Errors
    /// If there is no such clock.
    pub fn clock(&self, id: u32) -> Result<u64, Errno> {
        match id {
            0 => Ok(((self.date)() * 1e6) as u64),
            1 => Ok(((self.now)() * 1e6) as u64),
            _ => Err(Errno::Inval),
        }
    }

    /// Fills a buffer with random bytes.
    pub fn fill(&self, buffer: &mut [u8]) {
        buffer.chunks_mut(MOST_RANDOM).for_each(self.random);
    }
}

/// The host.
#[derive(Clone, Debug)]
pub struct QuietHost {
    world: World,
    input: Input,
}

impl QuietHost {
    /// A host with this input.
    pub fn new(world: World, input: Input) -> Self {
        Self { world, input }
    }
}

impl Host for QuietHost {
    fn write(&mut self, _: u32, _: &[u8]) -> Result<(), Errno> {
        Ok(())
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Errno> {
        Ok(self.input.read(buffer))
    }

    fn clock(&mut self, id: u32) -> Result<u64, Errno> {
        self.world.clock(id)
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno> {
        self.world.fill(buffer);
        Ok(())
    }
}
