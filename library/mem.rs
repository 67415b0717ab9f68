//! Moving values and asking for their size.

use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::intrinsics;
use crate::marker::DiscriminantKind;

pub const fn size_of<T>() -> usize {
    intrinsics::size_of::<T>()
}

pub const fn align_of<T>() -> usize {
    intrinsics::align_of::<T>()
}

pub const fn size_of_val<T: ?Sized>(val: &T) -> usize {
    intrinsics::size_of_val(val as *const T)
}

pub const fn align_of_val<T: ?Sized>(val: &T) -> usize {
    intrinsics::align_of_val(val as *const T)
}

pub fn drop<T>(_value: T) {}

pub const fn forget<T>(value: T) {
    intrinsics::forget(value)
}

pub const fn needs_drop<T: ?Sized>() -> bool {
    intrinsics::needs_drop::<T>()
}

pub const fn swap<T>(x: &mut T, y: &mut T) {
    unsafe {
        let a = intrinsics::ptr_read(x as *const T);
        let b = intrinsics::ptr_read(y as *const T);
        intrinsics::ptr_write(x as *mut T, b);
        intrinsics::ptr_write(y as *mut T, a);
    }
}

pub const fn replace<T>(dest: &mut T, src: T) -> T {
    unsafe {
        let old = intrinsics::ptr_read(dest as *const T);
        intrinsics::ptr_write(dest as *mut T, src);
        old
    }
}

pub fn take<T: Default>(dest: &mut T) -> T {
    replace(dest, T::default())
}

/// Which variant a value of an enum is.
pub struct Discriminant<T>(<T as DiscriminantKind>::Discriminant);

pub const fn discriminant<T>(v: &T) -> Discriminant<T> {
    Discriminant(intrinsics::discriminant_value(v))
}

impl<T> Clone for Discriminant<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Discriminant<T> {}

impl<T> PartialEq for Discriminant<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Discriminant<T> {}

impl<T> Hash for Discriminant<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for Discriminant<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Discriminant").field(&self.0).finish()
    }
}

/// A value that is not dropped at the end of its life.
pub struct ManuallyDrop<T> {
    value: T,
}

impl<T> ManuallyDrop<T> {
    pub const fn new(value: T) -> ManuallyDrop<T> {
        ManuallyDrop { value }
    }

    pub const fn into_inner(slot: ManuallyDrop<T>) -> T {
        slot.value
    }

    pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
        intrinsics::ptr_read(&slot.value as *const T)
    }

    pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
        intrinsics::drop_in_place(&mut slot.value as *mut T)
    }
}

impl<T> crate::ops::Deref for ManuallyDrop<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> crate::ops::DerefMut for ManuallyDrop<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
