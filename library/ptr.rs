//! Raw pointers.

use crate::intrinsics;

/// A pointer that is never null.
#[niche = "zero"]
pub struct NonNull<T: ?Sized> {
    pointer: *mut T,
}

impl<T> NonNull<T> {
    /// A pointer that points to nothing, but is aligned.
    pub const fn dangling() -> NonNull<T> {
        NonNull { pointer: intrinsics::align_of::<T>() as *mut T }
    }
}

impl<T: ?Sized> NonNull<T> {
    pub const unsafe fn new_unchecked(pointer: *mut T) -> NonNull<T> {
        NonNull { pointer }
    }

    pub const fn as_ptr(self) -> *mut T {
        self.pointer
    }
}

impl<T: ?Sized> Clone for NonNull<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for NonNull<T> {}

impl<T> *const T {
    pub const unsafe fn add(self, count: usize) -> *const T {
        intrinsics::ptr_offset(self, count as isize)
    }

    pub const unsafe fn read(self) -> T {
        intrinsics::ptr_read(self)
    }
}

impl<T> *mut T {
    pub const unsafe fn add(self, count: usize) -> *mut T {
        intrinsics::ptr_offset(self as *const T, count as isize) as *mut T
    }

    pub const unsafe fn read(self) -> T {
        intrinsics::ptr_read(self as *const T)
    }

    pub const unsafe fn write(self, value: T) {
        intrinsics::ptr_write(self, value)
    }
}

pub const unsafe fn read<T>(src: *const T) -> T {
    intrinsics::ptr_read(src)
}

pub const unsafe fn write<T>(dst: *mut T, src: T) {
    intrinsics::ptr_write(dst, src)
}

pub const unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize) {
    intrinsics::ptr_copy(src, dst, count)
}

pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool {
    a == b
}
