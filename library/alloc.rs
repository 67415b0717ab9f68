//! The heap: blocks of a few sizes, each with a list of free blocks, above a line behind which nothing was handed out yet.
//!
//! Sizes are rounded up to a class: multiples of 16 up to 128, then four classes for each doubling. A block that is given
//! back goes to its class's list, unless it is the last below the line: then the line moves down, as it moves up where the
//! last block grows. Whoever gives a block back says how large it is, so blocks have no headers.

use crate::intrinsics;
use crate::io::raw as io;
use crate::panicking::{self, CoreFile};

/// What every block is aligned to.
const ALIGN: usize = 16;
const CLASSES: usize = 104;
/// The largest block that has a class: the last one's.
const LARGEST: usize = 1 << 31;
const PAGE: usize = 1 << 16;
/// Memory grows by this many pages at least.
const STEP: usize = 16;

/// For each class the first free block, 0 where there is none; each holds the address of the next.
static mut FREE: [usize; CLASSES] = [0; CLASSES];
/// Everything from here on was not handed out yet.
static mut LINE: usize = 0;
static mut END: usize = 0;
/// Blocks that were handed out, and of these how many were given back.
static mut ALLOCATED: usize = 0;
static mut RELEASED: usize = 0;
/// Bytes that were handed out and not given back.
static mut LIVE_BYTES: usize = 0;

fn class_of(size: usize) -> usize {
    if size <= 128 {
        return (size + 15) / 16 - 1;
    }
    let bits = 63 - intrinsics::leading_zeros(size - 1) as usize;
    8 + (bits - 7) * 4 + ((size - 1) >> (bits - 2) & 3)
}

fn class_size(class: usize) -> usize {
    if class < 8 {
        return (class + 1) * 16;
    }
    let bits = (class - 8) / 4 + 7;
    (1 << bits) + ((class - 8) % 4 + 1 << bits - 2)
}

/// A block of `size` bytes, which is not 0, with this alignment, a power of two. Its bytes are of no meaning.
pub fn allocate(size: usize, align: usize) -> *mut u8 {
    unsafe {
        ALLOCATED += 1;
        LIVE_BYTES += size;
        if align > ALIGN {
            // The block's own address is kept in front of what is handed out.
            let block = take(size + align) as usize;
            let aligned = (block + align) / align * align;
            intrinsics::ptr_write((aligned - 8) as *mut usize, block);
            return aligned as *mut u8;
        }
        take(size)
    }
}

/// Give a block back that was allocated with this size and alignment.
pub fn release(block: *mut u8, size: usize, align: usize) {
    unsafe {
        RELEASED += 1;
        LIVE_BYTES -= size;
        if align > ALIGN {
            give_back(intrinsics::ptr_read((block as usize - 8) as *const usize), size + align);
        } else {
            give_back(block as usize, size);
        }
    }
}

/// A block with the same bytes, as far as both reach; where `old` is 0, there is no block yet.
pub fn resize(block: *mut u8, old: usize, new: usize, align: usize) -> *mut u8 {
    if old == 0 {
        return allocate(new, align);
    }
    if align <= ALIGN && new <= LARGEST {
        let (from, to) = (class_of(old), class_of(new));
        unsafe {
            let at = block as usize;
            let stays = from == to || at + class_size(from) == LINE && move_line(at + class_size(to));
            if stays {
                LIVE_BYTES = LIVE_BYTES - old + new;
                return block;
            }
        }
    }
    let moved = allocate(new, align);
    intrinsics::ptr_copy(block as *const u8, moved, if old < new { old } else { new });
    release(block, old, align);
    moved
}

unsafe fn take(size: usize) -> *mut u8 {
    unsafe {
        if size > LARGEST {
            exhausted(size);
        }
        let class = class_of(size);
        let free = FREE[class];
        if free != 0 {
            FREE[class] = intrinsics::ptr_read(free as *const usize);
            return free as *mut u8;
        }
        if LINE == 0 {
            LINE = (intrinsics::heap_base() + ALIGN - 1) / ALIGN * ALIGN;
            END = intrinsics::memory_size() * PAGE;
        }
        let block = LINE;
        if !move_line(block + class_size(class)) {
            exhausted(size);
        }
        block as *mut u8
    }
}

unsafe fn give_back(block: usize, size: usize) {
    unsafe {
        let class = class_of(size);
        if block + class_size(class) == LINE {
            LINE = block;
        } else {
            intrinsics::ptr_write(block as *mut usize, FREE[class]);
            FREE[class] = block;
        }
    }
}

/// Move the line, and grow memory if it has to: whether that was possible.
unsafe fn move_line(to: usize) -> bool {
    unsafe {
        if to > END {
            let missing = (to - END + PAGE - 1) / PAGE;
            // By a quarter at least, so that a program that grows does so in few steps.
            let wanted = missing.max(STEP).max(END / PAGE / 4);
            if intrinsics::memory_grow(wanted) != usize::MAX {
                END += wanted * PAGE;
            } else if intrinsics::memory_grow(missing) != usize::MAX {
                END += missing * PAGE;
            } else {
                return false;
            }
        }
        LINE = to;
        true
    }
}

/// How many blocks, and how many bytes in them, were handed out and not given back.
pub fn live() -> (usize, usize) {
    unsafe { (ALLOCATED - RELEASED, LIVE_BYTES) }
}

/// The end of a program whose memory is used up.
fn exhausted(size: usize) -> ! {
    io::flush();
    let mut f = crate::fmt::Formatter::__stderr();
    f.write_str("memory allocation of ");
    crate::fmt::Display::fmt(&size, &mut f);
    f.write_str(" bytes failed\n");
    io::end_err();
    intrinsics::proc_exit(134)
}

/// The panic of a collection that cannot become so large.
pub fn capacity_overflow() -> ! {
    panicking::panic_in_core("capacity overflow", &CoreFile::RawVec, 28, 5)
}

/// How many bytes `count` values take; a panic if no block can be so large.
pub fn array_bytes<T>(count: usize) -> usize {
    match count.checked_mul(crate::mem::size_of::<T>()) {
        Some(bytes) if bytes <= isize::MAX as usize => bytes,
        _ => capacity_overflow(),
    }
}
