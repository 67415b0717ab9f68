//! Standard output and standard error.
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
pub fn write_out(text: &str) {
    let bytes = text.as_bytes();
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
pub fn write_err(text: &str) {
    let bytes = text.as_bytes();
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
