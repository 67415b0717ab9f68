//! What a `RefCell` hands out: a borrow ends when its guard is dropped.

use super::Cell;
use crate::fmt;
use crate::ops::{Deref, DerefMut};

/// A shared borrow.
pub struct Ref<'b, T: ?Sized> {
    value: &'b T,
    borrow: BorrowRef<'b>,
}

/// A mutable borrow.
pub struct RefMut<'b, T: ?Sized> {
    value: &'b mut T,
    borrow: BorrowRefMut<'b>,
}

/// One of the shared borrows that are counted.
struct BorrowRef<'b> {
    count: &'b Cell<isize>,
}

/// The mutable borrow, or one of those of its parts, which are counted downwards.
struct BorrowRefMut<'b> {
    count: &'b Cell<isize>,
}

impl<'b> BorrowRef<'b> {
    fn new(count: &'b Cell<isize>) -> BorrowRef<'b> {
        count.set(count.get() + 1);
        BorrowRef { count }
    }
}

impl<'b> Drop for BorrowRef<'b> {
    fn drop(&mut self) {
        self.count.set(self.count.get() - 1);
    }
}

impl<'b> BorrowRefMut<'b> {
    fn new(count: &'b Cell<isize>) -> BorrowRefMut<'b> {
        count.set(count.get() - 1);
        BorrowRefMut { count }
    }
}

impl<'b> Drop for BorrowRefMut<'b> {
    fn drop(&mut self) {
        self.count.set(self.count.get() + 1);
    }
}

impl<'b, T: ?Sized> Ref<'b, T> {
    pub(crate) fn new(value: &'b T, count: &'b Cell<isize>) -> Ref<'b, T> {
        Ref { value, borrow: BorrowRef::new(count) }
    }

    pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T> {
        Ref { value: orig.value, borrow: BorrowRef::new(orig.borrow.count) }
    }

    pub fn map<U: ?Sized, F>(orig: Ref<'b, T>, f: F) -> Ref<'b, U>
    where
        F: FnOnce(&T) -> &U,
    {
        Ref { value: f(orig.value), borrow: orig.borrow }
    }
}

impl<'b, T: ?Sized> RefMut<'b, T> {
    pub(crate) fn new(value: &'b mut T, count: &'b Cell<isize>) -> RefMut<'b, T> {
        RefMut { value, borrow: BorrowRefMut::new(count) }
    }

    pub fn map<U: ?Sized, F>(orig: RefMut<'b, T>, f: F) -> RefMut<'b, U>
    where
        F: FnOnce(&mut T) -> &mut U,
    {
        RefMut { value: f(orig.value), borrow: orig.borrow }
    }
}

impl<'b, T: ?Sized> Deref for Ref<'b, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

impl<'b, T: ?Sized> Deref for RefMut<'b, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

impl<'b, T: ?Sized> DerefMut for RefMut<'b, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.value
    }
}

impl<'b, T: ?Sized + fmt::Debug> fmt::Debug for Ref<'b, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<'b, T: ?Sized + fmt::Display> fmt::Display for Ref<'b, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<'b, T: ?Sized + fmt::Debug> fmt::Debug for RefMut<'b, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<'b, T: ?Sized + fmt::Display> fmt::Display for RefMut<'b, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
