//! SipHash, as `std` hashes: one round for each eight bytes and three at the end (SipHash-1-3), or two and four.
//!
//! Source: J.-P. Aumasson and D. J. Bernstein, *SipHash: a fast short-input PRF* (INDOCRYPT 2012).

use super::Hasher;
use crate::intrinsics;

/// The state between rounds, and the bytes that do not fill eight yet.
struct Sip {
    v0: u64,
    v1: u64,
    v2: u64,
    v3: u64,
    /// How many bytes came so far.
    length: usize,
    /// Up to seven of them, the first lowest, for which no round was done.
    tail: u64,
    /// How many bits of `tail` are taken.
    taken: usize,
}

impl Sip {
    const fn new(k0: u64, k1: u64) -> Sip {
        Sip {
            v0: k0 ^ 0x736f6d6570736575,
            v1: k1 ^ 0x646f72616e646f6d,
            v2: k0 ^ 0x6c7967656e657261,
            v3: k1 ^ 0x7465646279746573,
            length: 0,
            tail: 0,
            taken: 0,
        }
    }

    fn rounds(&mut self, count: u32) {
        let (mut v0, mut v1, mut v2, mut v3) = (self.v0, self.v1, self.v2, self.v3);
        let mut i = 0;
        while i < count {
            v0 = intrinsics::wrapping_add(v0, v1);
            v2 = intrinsics::wrapping_add(v2, v3);
            v1 = intrinsics::rotate_left(v1, 13) ^ v0;
            v3 = intrinsics::rotate_left(v3, 16) ^ v2;
            v0 = intrinsics::rotate_left(v0, 32);
            v2 = intrinsics::wrapping_add(v2, v1);
            v0 = intrinsics::wrapping_add(v0, v3);
            v1 = intrinsics::rotate_left(v1, 17) ^ v2;
            v3 = intrinsics::rotate_left(v3, 21) ^ v0;
            v2 = intrinsics::rotate_left(v2, 32);
            i += 1;
        }
        self.v0 = v0;
        self.v1 = v1;
        self.v2 = v2;
        self.v3 = v3;
    }

    /// Take eight bytes.
    fn block(&mut self, bytes: u64, rounds: u32) {
        self.v3 ^= bytes;
        self.rounds(rounds);
        self.v0 ^= bytes;
    }

    /// Take the lowest `bits` bits of `bytes`, whose others are 0: whole bytes, up to eight.
    fn short(&mut self, bytes: u64, bits: usize, rounds: u32) {
        self.length += bits / 8;
        let taken = self.taken;
        self.tail |= bytes << taken;
        if taken + bits < 64 {
            self.taken = taken + bits;
            return;
        }
        self.block(self.tail, rounds);
        // What did not fit any more; a shift by 64 would be none.
        self.tail = if taken == 0 { 0 } else { bytes >> (64 - taken) };
        self.taken = taken + bits - 64;
    }

    fn write(&mut self, bytes: &[u8], rounds: u32) {
        let len = bytes.len();
        let at = intrinsics::slice_as_ptr(bytes);
        let mut i = 0;
        unsafe {
            while i + 8 <= len {
                self.short(intrinsics::ptr_read(intrinsics::ptr_offset(at, i as isize) as *const u64), 64, rounds);
                i += 8;
            }
            if i + 4 <= len {
                let part = intrinsics::ptr_read(intrinsics::ptr_offset(at, i as isize) as *const u32);
                self.short(part as u64, 32, rounds);
                i += 4;
            }
            while i < len {
                self.short(intrinsics::ptr_read(intrinsics::ptr_offset(at, i as isize)) as u64, 8, rounds);
                i += 1;
            }
        }
    }

    fn finish(&self, rounds: u32, last_rounds: u32) -> u64 {
        let mut last = *self;
        last.block((self.length as u64 & 255) << 56 | self.tail, rounds);
        last.v2 ^= 255;
        last.rounds(last_rounds);
        last.v0 ^ last.v1 ^ last.v2 ^ last.v3
    }
}

impl Clone for Sip {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for Sip {}

/// The hasher of maps and sets: SipHash-1-3. One that is made with `new` has 0 for both keys.
pub struct DefaultHasher {
    sip: Sip,
}

impl DefaultHasher {
    pub const fn new() -> DefaultHasher {
        DefaultHasher { sip: Sip::new(0, 0) }
    }

    pub(crate) const fn with_keys(k0: u64, k1: u64) -> DefaultHasher {
        DefaultHasher { sip: Sip::new(k0, k1) }
    }
}

impl Hasher for DefaultHasher {
    fn finish(&self) -> u64 {
        self.sip.finish(1, 3)
    }

    fn write(&mut self, bytes: &[u8]) {
        self.sip.write(bytes, 1);
    }

    fn write_u8(&mut self, i: u8) {
        self.sip.short(i as u64, 8, 1);
    }

    fn write_u16(&mut self, i: u16) {
        self.sip.short(i as u64, 16, 1);
    }

    fn write_u32(&mut self, i: u32) {
        self.sip.short(i as u64, 32, 1);
    }

    fn write_u64(&mut self, i: u64) {
        self.sip.short(i, 64, 1);
    }

    fn write_usize(&mut self, i: usize) {
        self.sip.short(i as u64, 64, 1);
    }
}

impl Clone for DefaultHasher {
    fn clone(&self) -> Self {
        DefaultHasher { sip: self.sip }
    }
}

impl Default for DefaultHasher {
    fn default() -> Self {
        DefaultHasher::new()
    }
}

/// SipHash-2-4.
pub struct SipHasher {
    sip: Sip,
}

impl SipHasher {
    pub const fn new() -> SipHasher {
        SipHasher { sip: Sip::new(0, 0) }
    }

    pub const fn new_with_keys(key0: u64, key1: u64) -> SipHasher {
        SipHasher { sip: Sip::new(key0, key1) }
    }
}

impl Hasher for SipHasher {
    fn finish(&self) -> u64 {
        self.sip.finish(2, 4)
    }

    fn write(&mut self, bytes: &[u8]) {
        self.sip.write(bytes, 2);
    }
}

impl Clone for SipHasher {
    fn clone(&self) -> Self {
        SipHasher { sip: self.sip }
    }
}

impl Default for SipHasher {
    fn default() -> Self {
        SipHasher::new()
    }
}
