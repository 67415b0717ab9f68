//! How the linear memory is divided.
//!
//! ```text
//! 0        1024                 data_end  stack_low          stack_high  heap_base
//! | null   | statics, constants |         |       <--- stack |           | heap --->
//! ```
//!
//! The rule for static data, which every engine that places its own follows too: take the pieces in the order in which
//! they were first needed; each goes to the lowest address at or after the end of the one before that has its
//! alignment ([`place_after`]); the first starts at [`DATA_START`]. The stack follows ([`layout_after`]).

use stair_ir::function::MemoryLayout;

/// Where static data begins. What lies below is never used, so that a null pointer, or one near it, points to nothing.
pub const DATA_START: u64 = 1024;

/// The size of the stack: that of a native program's main thread.
pub const STACK_BYTES: u64 = 8 << 20;

/// Where the stack may begin: so far apart that what functions know of it stays the same when static data grow a little.
const STACK_ALIGN: u64 = 4 << 10;

/// The unit in which memory grows.
pub const PAGE_BYTES: u64 = 64 << 10;

/// The most that a function's frame may take.
pub const MAX_FRAME_BYTES: u64 = 1 << 31;

/// The most that all static data may take.
pub const MAX_DATA_BYTES: u64 = 256 << 20;

/// The address of a piece of static data with this alignment (a power of two) when everything before it ends at `end`.
#[must_use]
pub fn place_after(end: u64, align: u64) -> u64 {
    end.next_multiple_of(align.max(1))
}

/// Everything else, when static data ends at `data_end`.
#[must_use]
pub fn layout_after(data_end: u64) -> MemoryLayout {
    let stack_low = data_end.next_multiple_of(STACK_ALIGN);
    let stack_high = stack_low + STACK_BYTES;
    MemoryLayout { data_end, stack_low, stack_high, heap_base: stack_high.next_multiple_of(PAGE_BYTES) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_divided_without_gaps_that_matter() {
        assert_eq!(place_after(DATA_START, 8), 1024);
        assert_eq!(place_after(1025, 4), 1028);
        let layout = layout_after(2001);
        assert_eq!(layout.stack_low, 4096);
        assert_eq!(layout.stack_high - layout.stack_low, STACK_BYTES);
        assert_eq!(layout.heap_base % PAGE_BYTES, 0);
        assert!(layout.heap_base - layout.stack_high < PAGE_BYTES);
    }
}
