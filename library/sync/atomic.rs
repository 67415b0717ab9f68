//! Numbers that threads share; there is one thread, so that each operation is what it is without others.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::mem;
use crate::panicking::{self, CoreFile};

pub use super::atomic_signed::{AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize};
pub use super::atomic_unsigned::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ordering {
    Relaxed,
    Release,
    Acquire,
    AcqRel,
    SeqCst,
}

impl fmt::Debug for Ordering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Ordering::Relaxed => "Relaxed",
            Ordering::Release => "Release",
            Ordering::Acquire => "Acquire",
            Ordering::AcqRel => "AcqRel",
            Ordering::SeqCst => "SeqCst",
        })
    }
}

/// What a load cannot be ordered as.
pub(super) fn check_load(order: Ordering) {
    match order {
        Ordering::Release => invalid("there is no such thing as a release load", 3893, 24),
        Ordering::AcqRel => invalid("there is no such thing as an acquire-release load", 3894, 23),
        _ => {}
    }
}

/// What a store cannot be ordered as.
pub(super) fn check_store(order: Ordering) {
    match order {
        Ordering::Acquire => invalid("there is no such thing as an acquire store", 3878, 24),
        Ordering::AcqRel => invalid("there is no such thing as an acquire-release store", 3879, 23),
        _ => {}
    }
}

/// What an exchange that fails, which is a load, cannot be ordered as.
pub(super) fn check_failure(order: Ordering) {
    match order {
        Ordering::Release => invalid("there is no such thing as a release failure ordering", 4011, 29),
        Ordering::AcqRel => invalid("there is no such thing as an acquire-release failure ordering", 4010, 28),
        _ => {}
    }
}

fn invalid(message: &str, line: u32, col: u32) -> ! {
    panicking::panic_in_core(message, &CoreFile::Atomic, line, col)
}

pub struct AtomicBool {
    v: UnsafeCell<bool>,
}

impl AtomicBool {
    pub const fn new(v: bool) -> AtomicBool {
        AtomicBool { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut bool {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> bool {
        self.v.into_inner()
    }

    fn change(&self, val: bool) -> bool {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> bool {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> bool {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: bool, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: bool, _order: Ordering) -> bool {
        self.change(val)
    }

    pub fn compare_exchange(
        &self,
        current: bool,
        new: bool,
        _success: Ordering,
        failure: Ordering,
    ) -> Result<bool, bool> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(
        &self,
        current: bool,
        new: bool,
        success: Ordering,
        failure: Ordering,
    ) -> Result<bool, bool> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<bool, bool>
    where
        F: FnMut(bool) -> Option<bool>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_and(&self, val: bool, _order: Ordering) -> bool {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: bool, _order: Ordering) -> bool {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: bool, _order: Ordering) -> bool {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: bool, _order: Ordering) -> bool {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_not(&self, _order: Ordering) -> bool {
        self.change(!self.now())
    }
}

impl Default for AtomicBool {
    fn default() -> AtomicBool {
        AtomicBool::new(false)
    }
}

impl From<bool> for AtomicBool {
    fn from(v: bool) -> AtomicBool {
        AtomicBool::new(v)
    }
}

impl fmt::Debug for AtomicBool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}
