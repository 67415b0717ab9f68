//! Panics: the message on standard error, then the end of the program with code 101.

use crate::fmt::Formatter;
use crate::intrinsics;
use crate::io::raw as io;
use crate::panic::Location;

/// A panic's message is being written.
static mut PANICKING: bool = false;
/// How many panics there were.
static mut PANICS: u32 = 0;

/// Whether there was a panic.
pub fn panicking() -> bool {
    unsafe { PANICS > 0 }
}

/// Begin a panic's message.
pub const fn panic_begin<'a>(location: &Location<'_>) -> Formatter<'a> {
    let mut f = Formatter::__stderr();
    unsafe {
        if PANICKING {
            // A value's own formatting panicked while a message was being written.
            io::drop_err();
            f.write_str("panicked at ");
            crate::fmt::Display::fmt(location, &mut f);
            f.write_str(":\n\nthread panicked while processing panic. aborting.\n");
            io::end_err();
            intrinsics::proc_exit(134)
        }
        PANICKING = true;
        PANICS += 1;
    }
    f.write_str("\nthread 'main' panicked at ");
    crate::fmt::Display::fmt(location, &mut f);
    f.write_str(":\n");
    f
}

/// End a panic's message, drop what is alive, and end the program.
pub const fn panic_end() -> ! {
    unsafe {
        PANICKING = false;
        if PANICS == 1 {
            io::write_err(b"\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n");
        } else {
            io::write_err(b"\n");
        }
    }
    io::end_err();
    intrinsics::unwind()
}

/// A value, or several in a row, that a panic has to drop: engines that do not unwind keep a list of them, the youngest
/// first.
#[repr(C)]
struct Cleanup {
    next: *mut Cleanup,
    drop: fn(*mut u8),
    value: *mut u8,
    count: usize,
    stride: usize,
}

/// Where the destructor that is running during a panic found the list: what is older than that is not its affair.
static mut OLDER: *mut Cleanup = 0 as *mut Cleanup;

/// Drop all that the list holds, the youngest first.
#[lang = "unwind"]
fn unwind() -> ! {
    unsafe {
        let list = intrinsics::cleanups() as *mut *mut Cleanup;
        let end = OLDER;
        while *list != end {
            let cleanup = *list;
            if (*cleanup).count == 0 {
                *list = (*cleanup).next;
            } else {
                let value = (*cleanup).value;
                (*cleanup).count -= 1;
                (*cleanup).value = intrinsics::ptr_offset(value as *const u8, (*cleanup).stride as isize) as *mut u8;
                // A panic in the destructor finds what came to life since.
                OLDER = cleanup;
                let drop = (*cleanup).drop;
                drop(value);
                OLDER = end;
            }
        }
        if PANICS > 1 { panic_in_cleanup() } else { panic_exit() }
    }
}

/// The end of the program after a panic.
#[lang = "panic_exit"]
fn panic_exit() -> ! {
    io::flush();
    intrinsics::proc_exit(101)
}

/// The end of the program after a second panic, in a destructor that the first one ran.
#[lang = "panic_in_cleanup"]
fn panic_in_cleanup() -> ! {
    io::write_err(b"\nthread 'main' panicked at /rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/panicking.rs:233:5:\n");
    io::write_err(b"panic in a destructor during cleanup\nthread caused non-unwinding panic. aborting.\n");
    io::end_err();
    intrinsics::proc_exit(134)
}

pub const fn panic_str(msg: &str, location: &Location<'_>) -> ! {
    let mut f = panic_begin(location);
    f.write_str(msg);
    panic_end()
}

/// Begin the message of a panic that std reports within its own source.
pub const fn begin_in_core<'a>(file: &CoreFile, line: u32, col: u32) -> Formatter<'a> {
    let path = match file {
        CoreFile::Io => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/std/src/io/mod.rs",
        CoreFile::Num => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/num/mod.rs",
        CoreFile::F32 => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/num/f32.rs",
        CoreFile::F64 => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/num/f64.rs",
        CoreFile::CharMethods => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/char/methods.rs",
        CoreFile::CharConvert => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/char/convert.rs",
        CoreFile::Slice => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/slice/mod.rs",
        CoreFile::Str => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/str/mod.rs",
        CoreFile::Cmp => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/cmp.rs",
        CoreFile::Arith => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/ops/arith.rs",
        CoreFile::Bit => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/ops/bit.rs",
        CoreFile::Accum => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/iter/traits/accum.rs",
        CoreFile::AllocFmt => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/alloc/src/fmt.rs",
        CoreFile::AllocSlice => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/alloc/src/slice.rs",
        CoreFile::Atomic => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/sync/atomic.rs",
        CoreFile::BTreeSearch => {
            "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/alloc/src/collections/btree/search.rs"
        }
        CoreFile::Cell => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/cell.rs",
        CoreFile::LinkedList => {
            "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/alloc/src/collections/linked_list.rs"
        }
        CoreFile::Once => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/cell/once.rs",
        CoreFile::Range => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/iter/range.rs",
        CoreFile::RawVec => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/alloc/src/raw_vec/mod.rs",
        CoreFile::SliceIndex => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/slice/index.rs",
        CoreFile::SmallSort => {
            "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/slice/sort/shared/smallsort.rs"
        }
        CoreFile::StepBy => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/iter/adapters/step_by.rs",
        CoreFile::String => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/alloc/src/string.rs",
        CoreFile::VecDeque => {
            "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/alloc/src/collections/vec_deque/mod.rs"
        }
        CoreFile::Time => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/time.rs",
        CoreFile::Vec => "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/alloc/src/vec/mod.rs",
    };
    panic_begin(&Location::internal(path, line, col))
}

/// Panic with a message that has no values in it, where std's own source does.
pub const fn panic_in_core(msg: &str, file: &CoreFile, line: u32, col: u32) -> ! {
    let mut f = begin_in_core(file, line, col);
    f.write_str(msg);
    panic_end()
}

/// The panic of `format!` where a value's own formatting fails.
pub fn format_failed() -> ! {
    let message = "a formatting trait implementation returned an error when the underlying stream did not: Error";
    panic_in_core(message, &CoreFile::AllocFmt, 655, 14)
}

/// Files of std that panic in their own name.
pub enum CoreFile {
    Arith,
    Bit,
    Io,
    Num,
    F32,
    F64,
    CharMethods,
    CharConvert,
    Slice,
    Str,
    Cmp,
    Accum,
    AllocFmt,
    AllocSlice,
    Atomic,
    BTreeSearch,
    Cell,
    LinkedList,
    Once,
    Range,
    RawVec,
    SliceIndex,
    SmallSort,
    StepBy,
    String,
    Time,
    Vec,
    VecDeque,
}

#[lang = "panic_add_overflow"]
fn panic_add_overflow(location: &Location<'_>) -> ! {
    panic_str("attempt to add with overflow", location)
}

#[lang = "panic_sub_overflow"]
fn panic_sub_overflow(location: &Location<'_>) -> ! {
    panic_str("attempt to subtract with overflow", location)
}

#[lang = "panic_mul_overflow"]
fn panic_mul_overflow(location: &Location<'_>) -> ! {
    panic_str("attempt to multiply with overflow", location)
}

#[lang = "panic_neg_overflow"]
fn panic_neg_overflow(location: &Location<'_>) -> ! {
    panic_str("attempt to negate with overflow", location)
}

#[lang = "panic_div_zero"]
fn panic_div_zero(location: &Location<'_>) -> ! {
    panic_str("attempt to divide by zero", location)
}

#[lang = "panic_div_overflow"]
fn panic_div_overflow(location: &Location<'_>) -> ! {
    panic_str("attempt to divide with overflow", location)
}

#[lang = "panic_rem_zero"]
fn panic_rem_zero(location: &Location<'_>) -> ! {
    panic_str("attempt to calculate the remainder with a divisor of zero", location)
}

#[lang = "panic_rem_overflow"]
fn panic_rem_overflow(location: &Location<'_>) -> ! {
    panic_str("attempt to calculate the remainder with overflow", location)
}

#[lang = "panic_shl_overflow"]
fn panic_shl_overflow(location: &Location<'_>) -> ! {
    panic_str("attempt to shift left with overflow", location)
}

#[lang = "panic_shr_overflow"]
fn panic_shr_overflow(location: &Location<'_>) -> ! {
    panic_str("attempt to shift right with overflow", location)
}

#[lang = "panic_bounds"]
fn panic_bounds(index: usize, len: usize, location: &Location<'_>) -> ! {
    let mut f = panic_begin(location);
    f.write_str("index out of bounds: the len is ");
    crate::fmt::Display::fmt(&len, &mut f);
    f.write_str(" but the index is ");
    crate::fmt::Display::fmt(&index, &mut f);
    panic_end()
}
