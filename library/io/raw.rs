//! The standard streams, as the host has them.
//!
//! Standard output is buffered by lines: what is written goes to the host up to the last end of a line when a message
//! is complete, when the buffer is full, and when the program ends. Standard error is gathered for one message at a time.

use crate::intrinsics;

/// How many bytes wait at most.
const CAPACITY: usize = 4096;

static mut OUT: [u8; CAPACITY] = [0; CAPACITY];
static mut OUT_LEN: usize = 0;
/// How many bytes at the start of `OUT` are known to hold no end of a line.
static mut OUT_SEEN: usize = 0;
static mut ERR: [u8; CAPACITY] = [0; CAPACITY];
static mut ERR_LEN: usize = 0;
/// One entry of a list of buffers, as WASI reads it: address and length.
static mut PART: [u32; 2] = [0; 2];
static mut WRITTEN: u32 = 0;

/// What was read from standard input and not taken yet: from `IN_START` to `IN_END`.
static mut IN: [u8; CAPACITY] = [0; CAPACITY];
static mut IN_START: usize = 0;
static mut IN_END: usize = 0;
static mut IN_LOCKED: bool = false;

/// Hand bytes to the host, all of them unless it fails.
fn write_all(fd: u32, mut start: *const u8, mut len: usize) {
    unsafe {
        while len > 0 {
            PART[0] = start as usize as u32;
            PART[1] = len as u32;
            let parts = &raw const PART;
            if intrinsics::fd_write(fd, parts as *const u8, 1, &raw mut WRITTEN) != 0 || WRITTEN == 0 {
                return;
            }
            start = intrinsics::ptr_offset(start, WRITTEN as isize);
            len -= WRITTEN as usize;
        }
    }
}

/// Append to standard output's buffer.
pub fn write_out(bytes: &[u8]) {
    let len = intrinsics::slice_len(bytes);
    let from = intrinsics::slice_as_ptr(bytes);
    unsafe {
        let buffer = &raw mut OUT as *mut u8;
        if len > CAPACITY - OUT_LEN {
            flush();
            if len > CAPACITY {
                write_all(1, from, len);
                return;
            }
        }
        intrinsics::ptr_copy(from, intrinsics::ptr_offset(buffer as *const u8, OUT_LEN as isize) as *mut u8, len);
        OUT_LEN += len;
    }
}

/// Hand standard output's complete lines to the host.
pub fn end_out() {
    unsafe {
        let mut end = OUT_LEN;
        while end > OUT_SEEN && OUT[end - 1] != b'\n' {
            end -= 1;
        }
        if end > OUT_SEEN {
            let buffer = &raw mut OUT as *mut u8;
            write_all(1, buffer as *const u8, end);
            let rest = OUT_LEN - end;
            if rest > 0 {
                intrinsics::ptr_copy(intrinsics::ptr_offset(buffer as *const u8, end as isize), buffer, rest);
            }
            OUT_LEN = rest;
        }
        OUT_SEEN = OUT_LEN;
    }
}

/// Hand everything that waits for standard output to the host.
pub fn flush() {
    unsafe {
        let len = OUT_LEN;
        OUT_LEN = 0;
        OUT_SEEN = 0;
        write_all(1, &raw const OUT as *const u8, len);
    }
}

/// Append to standard error's message.
pub fn write_err(bytes: &[u8]) {
    let len = intrinsics::slice_len(bytes);
    let from = intrinsics::slice_as_ptr(bytes);
    unsafe {
        let buffer = &raw mut ERR as *mut u8;
        if len > CAPACITY - ERR_LEN {
            end_err();
            if len > CAPACITY {
                write_all(2, from, len);
                return;
            }
        }
        intrinsics::ptr_copy(from, intrinsics::ptr_offset(buffer as *const u8, ERR_LEN as isize) as *mut u8, len);
        ERR_LEN += len;
    }
}

/// Hand standard error's message to the host.
pub fn end_err() {
    unsafe {
        let len = ERR_LEN;
        ERR_LEN = 0;
        write_all(2, &raw const ERR as *const u8, len);
    }
}

/// Forget standard error's message, as far as it was not handed over yet.
pub fn drop_err() {
    unsafe {
        ERR_LEN = 0;
    }
}

/// What waits in standard input's buffer; where nothing does, the host is asked. It is empty at the end.
pub fn fill_in() -> &'static [u8] {
    unsafe {
        if IN_START == IN_END {
            PART[0] = &raw mut IN as usize as u32;
            PART[1] = CAPACITY as u32;
            let parts = &raw const PART;
            IN_START = 0;
            IN_END = 0;
            if intrinsics::fd_read(0, parts as *const u8, 1, &raw mut WRITTEN) == 0 {
                IN_END = WRITTEN as usize;
            }
        }
        let buffer = &raw const IN as *const u8;
        intrinsics::slice_from_raw(intrinsics::ptr_offset(buffer, IN_START as isize), IN_END - IN_START)
    }
}

/// Take bytes from the front of standard input's buffer.
pub fn consume_in(count: usize) {
    unsafe {
        let left = IN_END - IN_START;
        IN_START += if count < left { count } else { left };
    }
}

/// Take standard input's lock, which is not taken.
pub fn lock_in() {
    unsafe {
        if IN_LOCKED {
            deadlock(b"standard input, which it holds locked");
        }
        IN_LOCKED = true;
    }
}

pub fn unlock_in() {
    unsafe {
        IN_LOCKED = false;
    }
}

/// The end of a program that waits for itself: a native one waits for ever.
pub fn deadlock(what: &[u8]) -> ! {
    flush();
    write_err(b"deadlock: the program waits for ");
    write_err(what);
    write_err(b"\n");
    end_err();
    intrinsics::proc_exit(134)
}
