//! What `Rc` and `Arc` have in common: a value whose owners are counted. The counts lie in front of the value, so that the
//! pointer is the value's own, whatever its type.

use crate::alloc;
use crate::boxed::Box;
use crate::cell::Cell;
use crate::intrinsics;
use crate::mem;
use crate::ptr::{self, NonNull};

/// The block's head, which ends where the value begins.
pub struct Counts {
    pub strong: Cell<usize>,
    /// All strong pointers together count as one.
    pub weak: Cell<usize>,
}

/// How far the value is from the start of its block.
const fn offset(align: usize) -> usize {
    if align < 16 { 16 } else { align }
}

pub fn counts<'a, T: ?Sized>(value: *mut T) -> &'a Counts {
    unsafe { &*((value as *mut u8 as usize - 16) as *const Counts) }
}

/// The counts a weak pointer leads to, unless there never was a value.
pub fn weak_counts<'a, T: ?Sized>(value: *mut T) -> Option<&'a Counts> {
    if value as *mut u8 as usize == usize::MAX { None } else { Some(counts(value)) }
}

/// What a weak pointer is that never had a value.
pub const fn nowhere<T>() -> NonNull<T> {
    unsafe { NonNull::new_unchecked(usize::MAX as *mut T) }
}

/// Memory for a value, with one strong and one weak count.
fn allocate(size: usize, align: usize) -> *mut u8 {
    let head = offset(align);
    unsafe {
        let value = alloc::allocate(head + size, offset(align)).add(head);
        let counts = Counts { strong: Cell::new(1), weak: Cell::new(1) };
        ptr::write((value as usize - 16) as *mut Counts, counts);
        value
    }
}

/// [`allocate`] for a type.
pub fn allocate_for<T>() -> *mut T {
    allocate(mem::size_of::<T>(), mem::align_of::<T>()) as *mut T
}

/// [`allocate`] for so many values of a type.
fn allocate_many<T>(count: usize) -> *mut T {
    allocate(alloc::array_bytes::<T>(count), mem::align_of::<T>()) as *mut T
}

/// One strong pointer less: the last one drops the value.
pub fn release<T: ?Sized>(value: *mut T) {
    let counts = counts(value);
    counts.strong.set(counts.strong.get() - 1);
    if counts.strong.get() == 0 {
        intrinsics::drop_in_place(value);
        release_weak(value);
    }
}

/// One weak pointer less: the last one gives the memory back.
pub fn release_weak<T: ?Sized>(value: *mut T) {
    if let Some(counts) = weak_counts(value) {
        counts.weak.set(counts.weak.get() - 1);
        if counts.weak.get() == 0 {
            let size = intrinsics::size_of_val(value as *const T);
            let align = intrinsics::align_of_val(value as *const T);
            let head = offset(align);
            alloc::release((value as *mut u8 as usize - head) as *mut u8, head + size, offset(align));
        }
    }
}

/// Values that are now in this slice as well.
pub fn copied<T>(values: &[T]) -> *mut [T] {
    let place = allocate_many::<T>(values.len());
    intrinsics::ptr_copy(values.as_ptr(), place, values.len());
    unsafe { intrinsics::slice_from_raw_mut(place, values.len()) as *mut [T] }
}

/// The bytes as text.
pub fn text(bytes: *mut [u8]) -> *mut str {
    unsafe { intrinsics::str_from_utf8_unchecked(&*bytes) as *const str as *mut str }
}

/// The same pointer with another address.
fn at<T: ?Sized>(mut pointer: *mut T, address: *mut u8) -> *mut T {
    intrinsics::ptr_write(&mut pointer as *mut *mut T as *mut usize, address as usize);
    pointer
}

/// What a box holds.
pub fn unboxed<T: ?Sized>(boxed: Box<T>) -> *mut T {
    let from = Box::into_raw(boxed);
    let size = intrinsics::size_of_val(from as *const T);
    let align = intrinsics::align_of_val(from as *const T);
    let place = allocate(size, align);
    intrinsics::ptr_copy(from as *const u8, place, size);
    if size != 0 {
        alloc::release(from as *mut u8, size, align);
    }
    at(from, place)
}

/// What can be cloned into new memory, though its size may not be known.
pub trait CloneUnsized {
    fn clone_unsized(&self) -> *mut Self;
}

impl<T: Clone> CloneUnsized for T {
    fn clone_unsized(&self) -> *mut T {
        let value = self.clone();
        let place = allocate_for::<T>();
        intrinsics::ptr_write(place, value);
        place
    }
}

impl<T: Clone> CloneUnsized for [T] {
    fn clone_unsized(&self) -> *mut [T] {
        unboxed(self.to_vec().into_boxed_slice())
    }
}

impl CloneUnsized for str {
    fn clone_unsized(&self) -> *mut str {
        text(copied(self.as_bytes()))
    }
}

/// The value of a pointer that is to be changed alone: a clone where others share it, moved where only weak pointers do.
pub fn made_unique<T: CloneUnsized + ?Sized>(value: *mut T) -> *mut T {
    let old = counts(value);
    if old.strong.get() != 1 {
        let cloned = unsafe { (*value).clone_unsized() };
        release(value);
        return cloned;
    }
    if old.weak.get() == 1 {
        return value;
    }
    // Weak pointers lose the value.
    let size = intrinsics::size_of_val(value as *const T);
    let place = allocate(size, intrinsics::align_of_val(value as *const T));
    intrinsics::ptr_copy(value as *const u8, place, size);
    old.strong.set(0);
    release_weak(value);
    at(value, place)
}
