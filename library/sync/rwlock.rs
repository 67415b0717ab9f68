//! `RwLock`: many read, or one writes.

use super::poison::{Flag, Guard, LockResult, TryLockError, TryLockResult};
use crate::cell::{Cell, UnsafeCell};
use crate::fmt;
use crate::ops::{Deref, DerefMut};

pub struct RwLock<T> {
    /// How many read, or `WRITTEN`.
    readers: Cell<usize>,
    poison: Flag,
    data: UnsafeCell<T>,
}

const WRITTEN: usize = usize::MAX;

pub struct RwLockReadGuard<'a, T> {
    lock: &'a RwLock<T>,
}

pub struct RwLockWriteGuard<'a, T> {
    lock: &'a RwLock<T>,
    poison: Guard,
}

impl<T> RwLock<T> {
    pub const fn new(t: T) -> RwLock<T> {
        RwLock { readers: Cell::new(0), poison: Flag::new(), data: UnsafeCell::new(t) }
    }

    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        if self.readers.get() == WRITTEN {
            super::deadlock("a lock that this thread writes to");
        }
        self.read_guard()
    }

    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        if self.readers.get() == WRITTEN {
            return Err(TryLockError::WouldBlock);
        }
        match self.read_guard() {
            Ok(guard) => Ok(guard),
            Err(poisoned) => Err(TryLockError::Poisoned(poisoned)),
        }
    }

    fn read_guard(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        self.readers.set(self.readers.get() + 1);
        self.poison.result(RwLockReadGuard { lock: self })
    }

    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        if self.readers.get() != 0 {
            super::deadlock("a lock that this thread reads from or writes to");
        }
        self.write_guard()
    }

    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        if self.readers.get() != 0 {
            return Err(TryLockError::WouldBlock);
        }
        match self.write_guard() {
            Ok(guard) => Ok(guard),
            Err(poisoned) => Err(TryLockError::Poisoned(poisoned)),
        }
    }

    fn write_guard(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        self.readers.set(WRITTEN);
        self.poison.result(RwLockWriteGuard { lock: self, poison: Guard::new() })
    }

    pub fn is_poisoned(&self) -> bool {
        self.poison.get()
    }

    pub fn clear_poison(&self) {
        self.poison.clear();
    }

    pub fn into_inner(self) -> LockResult<T> {
        let RwLock { poison, data, .. } = self;
        poison.result(data.into_inner())
    }

    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        let RwLock { poison, data, .. } = self;
        poison.result(data.get_mut())
    }
}

impl<'a, T> Drop for RwLockReadGuard<'a, T> {
    fn drop(&mut self) {
        self.lock.readers.set(self.lock.readers.get() - 1);
    }
}

impl<'a, T> Drop for RwLockWriteGuard<'a, T> {
    fn drop(&mut self) {
        self.lock.poison.done(&self.poison);
        self.lock.readers.set(0);
    }
}

impl<'a, T> DerefMut for RwLockWriteGuard<'a, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.data.get() }
    }
}

impl<T: Default> Default for RwLock<T> {
    fn default() -> RwLock<T> {
        RwLock::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(t: T) -> Self {
        RwLock::new(t)
    }
}

impl<T: fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_struct("RwLock");
        if self.readers.get() == WRITTEN {
            d.field("data", &fmt::Verbatim("<locked>"));
        } else {
            d.field("data", unsafe { &*self.data.get() });
        }
        d.field("poisoned", &self.is_poisoned());
        d.finish_non_exhaustive()
    }
}

impl<'a, T> Deref for RwLockReadGuard<'a, T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &*self.lock.data.get() }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for RwLockReadGuard<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<'a, T: fmt::Display> fmt::Display for RwLockReadGuard<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<'a, T> Deref for RwLockWriteGuard<'a, T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &*self.lock.data.get() }
    }
}

impl<'a, T: fmt::Debug> fmt::Debug for RwLockWriteGuard<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<'a, T: fmt::Display> fmt::Display for RwLockWriteGuard<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
