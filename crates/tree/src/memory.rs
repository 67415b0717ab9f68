//! The program's linear memory.

use crate::Stop;
use crate::node::Num;

/// Below this address nothing lies, so that a null pointer is never valid.
pub(crate) const NULL_PAGE: u64 = 1024;

/// Size of the stack, in bytes: twice what a Linux main thread has, for every temporary has its own place in a frame here.
pub(crate) const STACK_BYTES: u64 = 16 << 20;

/// A page of memory, in bytes, as WebAssembly counts them.
pub(crate) const PAGE_BYTES: u64 = 64 << 10;

/// The most memory a program can have, in bytes.
pub(crate) const MAX_MEMORY_BYTES: u64 = 1 << 31;

/// Bytes, addressed from 0.
#[derive(Clone, Debug)]
pub(crate) struct Memory {
    /// All of them.
    pub bytes: Vec<u8>,
}

impl Memory {
    #[inline]
    fn range(&self, address: u64, len: u64) -> Result<std::ops::Range<usize>, Stop> {
        // The sum cannot overflow where both are at most the memory's size.
        let size = self.bytes.len() as u64;
        if address <= size && len <= size - address {
            Ok(address as usize..(address + len) as usize)
        } else {
            Err(Stop::FAULT)
        }
    }

    #[inline]
    fn array<const N: usize>(&self, address: u64) -> Result<[u8; N], Stop> {
        let start = address as usize;
        match self.bytes.get(start..start.wrapping_add(N)) {
            Some(bytes) => bytes.try_into().map_err(|_| Stop::FAULT),
            None => Err(Stop::FAULT),
        }
    }

    #[inline]
    fn set<const N: usize>(&mut self, address: u64, value: [u8; N]) -> Result<(), Stop> {
        let start = address as usize;
        match self.bytes.get_mut(start..start.wrapping_add(N)) {
            Some(bytes) => {
                bytes.copy_from_slice(&value);
                Ok(())
            }
            None => Err(Stop::FAULT),
        }
    }

    /// Read a scalar.
    #[inline]
    pub(crate) fn load(&self, num: Num, address: u64) -> Result<u64, Stop> {
        Ok(match num {
            Num::I8 => i8::from_le_bytes(self.array(address)?) as i64 as u64,
            Num::I16 => i16::from_le_bytes(self.array(address)?) as i64 as u64,
            Num::I32 => i32::from_le_bytes(self.array(address)?) as i64 as u64,
            Num::U8 => u64::from(u8::from_le_bytes(self.array(address)?)),
            Num::U16 => u64::from(u16::from_le_bytes(self.array(address)?)),
            Num::U32 | Num::F32 => u64::from(u32::from_le_bytes(self.array(address)?)),
            Num::I64 | Num::U64 | Num::F64 => u64::from_le_bytes(self.array(address)?),
        })
    }

    /// Write a scalar.
    #[inline]
    pub(crate) fn store(&mut self, num: Num, address: u64, value: u64) -> Result<(), Stop> {
        match num {
            Num::I8 | Num::U8 => self.set(address, (value as u8).to_le_bytes()),
            Num::I16 | Num::U16 => self.set(address, (value as u16).to_le_bytes()),
            Num::I32 | Num::U32 | Num::F32 => self.set(address, (value as u32).to_le_bytes()),
            Num::I64 | Num::U64 | Num::F64 => self.set(address, value.to_le_bytes()),
        }
    }

    /// Read a fat pointer.
    #[inline]
    pub(crate) fn load_pair(&self, address: u64) -> Result<(u64, u64), Stop> {
        Ok((self.load(Num::U64, address)?, self.load(Num::U64, address.wrapping_add(8))?))
    }

    /// Write a fat pointer.
    #[inline]
    pub(crate) fn store_pair(&mut self, address: u64, pair: (u64, u64)) -> Result<(), Stop> {
        self.store(Num::U64, address, pair.0)?;
        self.store(Num::U64, address.wrapping_add(8), pair.1)
    }

    /// Copy bytes that may overlap.
    #[inline]
    pub(crate) fn copy(&mut self, from: u64, to: u64, len: u64) -> Result<(), Stop> {
        if len == 0 {
            return Ok(());
        }
        let (from, to) = (self.range(from, len)?, self.range(to, len)?);
        self.bytes.copy_within(from, to.start);
        Ok(())
    }

    /// Set bytes.
    pub(crate) fn fill(&mut self, address: u64, byte: u8, len: u64) -> Result<(), Stop> {
        let range = self.range(address, len)?;
        self.bytes[range].fill(byte);
        Ok(())
    }

    /// Look at bytes.
    pub(crate) fn slice(&self, address: u64, len: u64) -> Result<&[u8], Stop> {
        let range = self.range(address, len)?;
        Ok(&self.bytes[range])
    }
}
