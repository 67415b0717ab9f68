//! The table that hash maps and hash sets are made of: slots in groups of eight, with a byte for each slot.
//!
//! ```text
//!      slot 7   …   slot 1   slot 0 │ byte 0   byte 1   …   byte 7
//!                                   ▲
//!                                 ctrl
//! ```
//!
//! A slot's byte says that it is empty, that what it held was taken out, or it holds seven bits of the value's hash. A
//! value is looked for in the group that the other bits of its hash name: eight bytes are compared at once, and only slots
//! whose seven bits are right are looked into. A group without an empty slot sends the search on to another one.
//!
//! Source: M. Kulukundis, *Designing a Fast, Efficient, Cache-friendly Hash Table, Step by Step* (CppCon 2017), the "Swiss
//! table", which std uses too. Unlike std's, groups do not overlap; when a table grows, and how far, is as in std.

use crate::alloc;
use crate::intrinsics;
use crate::marker::PhantomData;
use crate::mem;
use crate::ptr::NonNull;

/// The byte of a slot that is empty.
const EMPTY: u8 = 255;
/// The byte of a slot in a full group whose value was taken out.
const DELETED: u8 = 128;
/// How many slots a group has.
const GROUP: usize = 8;
/// Eight bytes, the lowest bit of each.
const LOW: u64 = 0x0101010101010101;
/// Eight bytes, the highest bit of each: it says that a slot holds no value.
const HIGH: u64 = 0x8080808080808080;

pub struct RawTable<T> {
    /// How many buckets there are, less one, which is a mask; 0 where nothing is allocated. There are slots for eight
    /// buckets at least.
    mask: usize,
    ctrl: NonNull<u8>,
    /// How many empty slots may still be taken before the table has to grow.
    growth_left: usize,
    items: usize,
    of: PhantomData<T>,
}

/// How many values fit into a table with this mask: seven eighths, and all but one of a small table.
fn capacity_of(mask: usize) -> usize {
    if mask < GROUP { mask } else { (mask + 1) / 8 * 7 }
}

/// How many buckets are needed for so many values.
fn buckets_for<T>(capacity: usize) -> usize {
    let least = match mem::size_of::<T>() {
        0 | 1 => 14,
        2 | 3 => 7,
        _ => 3,
    };
    let capacity = capacity.max(least);
    if capacity < 4 {
        4
    } else if capacity < 8 {
        8
    } else if capacity < 15 {
        16
    } else {
        match capacity.checked_mul(8) {
            Some(eighths) => (eighths / 7).next_power_of_two(),
            None => capacity_overflow(),
        }
    }
}

fn capacity_overflow() -> ! {
    panic!("Hash table capacity overflow")
}

/// The slots of a group that hold values: the highest bit of each one's byte.
fn full(word: u64) -> u64 {
    !word & HIGH
}

/// The number in its group of the first slot in a set of slots.
fn first(slots: u64) -> usize {
    intrinsics::trailing_zeros(slots) as usize / 8
}

impl<T> RawTable<T> {
    pub const fn new() -> RawTable<T> {
        RawTable { mask: 0, ctrl: NonNull::dangling(), growth_left: 0, items: 0, of: PhantomData }
    }

    pub fn with_capacity(capacity: usize) -> RawTable<T> {
        if capacity == 0 { RawTable::new() } else { RawTable::with_buckets(buckets_for::<T>(capacity)) }
    }

    fn with_buckets(buckets: usize) -> RawTable<T> {
        let slots = buckets.max(GROUP);
        let bytes = match slots.checked_mul(mem::size_of::<T>() + 1) {
            Some(bytes) if bytes <= isize::MAX as usize => bytes,
            _ => capacity_overflow(),
        };
        let block = alloc::allocate(bytes, mem::align_of::<T>().max(GROUP));
        unsafe {
            let ctrl = block.add(slots * mem::size_of::<T>());
            intrinsics::ptr_write_bytes(ctrl, EMPTY, slots);
            let mask = buckets - 1;
            let ctrl = NonNull::new_unchecked(ctrl);
            RawTable { mask, ctrl, growth_left: capacity_of(mask), items: 0, of: PhantomData }
        }
    }

    pub const fn len(&self) -> usize {
        self.items
    }

    pub fn capacity(&self) -> usize {
        self.items + self.growth_left
    }

    fn slots(&self) -> usize {
        (self.mask + 1).max(GROUP)
    }

    /// Where the value of a slot lies.
    fn slot(&self, index: usize) -> *mut T {
        slot_below(self.ctrl.as_ptr(), index)
    }

    pub fn get(&self, index: usize) -> &T {
        unsafe { &*self.slot(index) }
    }

    pub fn get_mut(&mut self, index: usize) -> &mut T {
        unsafe { &mut *self.slot(index) }
    }

    /// The bytes of a group, the first one lowest.
    fn group(&self, group: usize) -> u64 {
        unsafe { intrinsics::ptr_read((self.ctrl.as_ptr() as *const u64).add(group)) }
    }

    fn set_byte(&mut self, index: usize, byte: u8) {
        unsafe {
            intrinsics::ptr_write(self.ctrl.as_ptr().add(index), byte);
        }
    }

    /// The slot with the value that has this hash and passes the test.
    pub fn find<F: FnMut(&T) -> bool>(&self, hash: u64, mut is_it: F) -> Option<usize> {
        if self.items == 0 {
            return None;
        }
        let groups = self.mask / GROUP;
        let wanted = (hash >> 57) * LOW;
        let mut group = hash as usize & groups;
        let mut step = 0;
        loop {
            let word = self.group(group);
            // A byte that is 0 here lends from the one above it. So does a 1 next to it, which the test finds out.
            let differs = word ^ wanted;
            let mut found = intrinsics::wrapping_sub(differs, LOW) & !differs & HIGH;
            while found != 0 {
                let index = group * GROUP + first(found);
                if is_it(self.get(index)) {
                    return Some(index);
                }
                found &= found - 1;
            }
            if has_empty(word) {
                return None;
            }
            step += 1;
            group = (group + step) & groups;
        }
    }

    /// Put a value with this hash into a free slot. There must be room: see `reserve`.
    pub fn insert(&mut self, hash: u64, value: T) -> usize {
        let groups = self.mask / GROUP;
        let mut group = hash as usize & groups;
        let mut step = 0;
        loop {
            let word = self.group(group);
            if word & HIGH != 0 {
                let index = group * GROUP + first(word & HIGH);
                unsafe {
                    if intrinsics::ptr_read(self.ctrl.as_ptr().add(index) as *const u8) == EMPTY {
                        self.growth_left -= 1;
                    }
                    self.set_byte(index, (hash >> 57) as u8);
                    intrinsics::ptr_write(self.slot(index), value);
                }
                self.items += 1;
                return index;
            }
            step += 1;
            group = (group + step) & groups;
        }
    }

    /// Take the value out of a slot.
    pub fn remove(&mut self, index: usize) -> T {
        // No search went on from a group with an empty slot.
        if has_empty(self.group(index / GROUP)) {
            self.set_byte(index, EMPTY);
            self.growth_left += 1;
        } else {
            self.set_byte(index, DELETED);
        }
        self.items -= 1;
        unsafe { intrinsics::ptr_read(self.slot(index) as *const T) }
    }

    /// Make room for `additional` values more.
    pub fn reserve<F: Fn(&T) -> u64>(&mut self, additional: usize, hash: F) {
        if additional <= self.growth_left {
            return;
        }
        let Some(items) = self.items.checked_add(additional) else { capacity_overflow() };
        let capacity = capacity_of(self.mask);
        if items <= capacity / 2 {
            // Slots whose values were taken out use it up.
            self.rebuild(self.mask + 1, hash);
        } else {
            self.rebuild(buckets_for::<T>(items.max(capacity + 1)), hash);
        }
    }

    pub fn shrink_to<F: Fn(&T) -> u64>(&mut self, min_capacity: usize, hash: F) {
        let wanted = self.items.max(min_capacity);
        if wanted == 0 {
            *self = RawTable::new();
        } else if self.mask != 0 {
            let buckets = buckets_for::<T>(wanted);
            if buckets < self.mask + 1 {
                self.rebuild(buckets, hash);
            }
        }
    }

    /// Move all values to a new table.
    fn rebuild<F: Fn(&T) -> u64>(&mut self, buckets: usize, hash: F) {
        // Until all values have moved, they are this table's to drop.
        let mut other = mem::ManuallyDrop::new(RawTable::with_buckets(buckets));
        let mut iter = self.iter();
        while let Some(value) = iter.next() {
            unsafe {
                other.insert(hash(&*value), intrinsics::ptr_read(value as *const T));
            }
        }
        mem::swap(self, &mut *other);
        other.free();
    }

    /// Give the memory back.
    fn free(&mut self) {
        if self.mask != 0 {
            let bytes = self.slots() * mem::size_of::<T>();
            let block = self.ctrl.as_ptr() as usize - bytes;
            alloc::release(block as *mut u8, bytes + self.slots(), mem::align_of::<T>().max(GROUP));
        }
    }

    fn drop_values(&mut self) {
        if mem::needs_drop::<T>() {
            let mut iter = self.iter();
            while let Some(value) = iter.next() {
                intrinsics::drop_in_place(value);
            }
        }
    }

    pub fn clear(&mut self) {
        if self.items > 0 {
            self.drop_values();
            self.forget_values();
        }
    }

    /// Forget the values, all of which were taken out.
    pub fn forget_values(&mut self) {
        if self.mask != 0 {
            let slots = self.slots();
            intrinsics::ptr_write_bytes(self.ctrl.as_ptr(), EMPTY, slots);
            self.items = 0;
            self.growth_left = capacity_of(self.mask);
        }
    }

    pub fn iter(&self) -> RawIter<T> {
        let slots = if self.items == 0 { 0 } else { full(self.group(0)) };
        RawIter { ctrl: self.ctrl.as_ptr(), slots, group: 0, left: self.items, of: PhantomData }
    }
}

impl<T> Drop for RawTable<T> {
    #[only_frees]
    fn drop(&mut self) {
        self.drop_values();
        self.free();
    }
}

/// Where the value of a slot lies, seen from the first byte.
fn slot_below<T>(ctrl: *mut u8, index: usize) -> *mut T {
    intrinsics::ptr_offset(ctrl as *const T, -(index as isize) - 1) as *mut T
}

/// Whether a group has an empty slot: the two highest bits of its byte are set.
fn has_empty(word: u64) -> bool {
    word & word << 1 & HIGH != 0
}

impl<T: Clone> Clone for RawTable<T> {
    fn clone(&self) -> Self {
        if self.mask == 0 {
            return RawTable::new();
        }
        let mut copy = RawTable::with_buckets(self.mask + 1);
        // The values come to the slots that they have here.
        let mut index = 0;
        let slots = self.slots();
        while index < slots {
            unsafe {
                let byte = intrinsics::ptr_read(self.ctrl.as_ptr().add(index) as *const u8);
                if byte < DELETED {
                    let value = self.get(index).clone();
                    intrinsics::ptr_write(copy.slot(index), value);
                    copy.items += 1;
                }
                copy.set_byte(index, byte);
            }
            index += 1;
        }
        copy.growth_left = self.growth_left;
        copy
    }
}

/// The places of a table's values, one after the other.
pub struct RawIter<T> {
    ctrl: *mut u8,
    /// The slots of this group that are still to come.
    slots: u64,
    group: usize,
    left: usize,
    of: PhantomData<T>,
}

impl<T> RawIter<T> {
    /// How many are still to come.
    pub fn len(&self) -> usize {
        self.left
    }

    pub fn next(&mut self) -> Option<*mut T> {
        let index = self.next_index()?;
        Some(slot_below(self.ctrl, index))
    }

    /// The number of the next value's slot.
    pub fn next_index(&mut self) -> Option<usize> {
        if self.left == 0 {
            return None;
        }
        while self.slots == 0 {
            self.group += 1;
            self.slots = full(unsafe { intrinsics::ptr_read((self.ctrl as *const u64).add(self.group)) });
        }
        let index = self.group * GROUP + first(self.slots);
        self.slots &= self.slots - 1;
        self.left -= 1;
        Some(index)
    }
}

impl<T> Clone for RawIter<T> {
    fn clone(&self) -> Self {
        RawIter { ctrl: self.ctrl, slots: self.slots, group: self.group, left: self.left, of: PhantomData }
    }
}
