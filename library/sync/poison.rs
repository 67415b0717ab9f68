//! Locks whose value may be half changed: a panic ended what changed it.

use crate::cell::Cell;
use crate::error::Error;
use crate::fmt;
use crate::panicking;

pub type LockResult<T> = Result<T, PoisonError<T>>;

pub type TryLockResult<Guard> = Result<Guard, TryLockError<Guard>>;

/// Whether a lock is poisoned.
pub struct Flag {
    poisoned: Cell<bool>,
}

/// Whether there was a panic already when a lock was taken: a later one poisons it.
pub struct Guard {
    panicking: bool,
}

impl Guard {
    pub fn new() -> Guard {
        Guard { panicking: panicking::panicking() }
    }
}

impl Flag {
    pub const fn new() -> Flag {
        Flag { poisoned: Cell::new(false) }
    }

    pub fn get(&self) -> bool {
        self.poisoned.get()
    }

    pub fn clear(&self) {
        self.poisoned.set(false);
    }

    pub fn done(&self, guard: &Guard) {
        if !guard.panicking && panicking::panicking() {
            self.poisoned.set(true);
        }
    }

    pub fn result<T>(&self, data: T) -> LockResult<T> {
        if self.get() { Err(PoisonError { data }) } else { Ok(data) }
    }
}

pub struct PoisonError<T> {
    data: T,
}

impl<T> PoisonError<T> {
    pub fn new(data: T) -> PoisonError<T> {
        PoisonError { data }
    }

    pub fn into_inner(self) -> T {
        self.data
    }

    pub fn get_ref(&self) -> &T {
        &self.data
    }

    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
}

impl<T> fmt::Debug for PoisonError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PoisonError").finish_non_exhaustive()
    }
}

impl<T> fmt::Display for PoisonError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt("poisoned lock: another task failed inside", f)
    }
}

impl<T> Error for PoisonError<T> {}

pub enum TryLockError<T> {
    Poisoned(PoisonError<T>),
    WouldBlock,
}

impl<T> From<PoisonError<T>> for TryLockError<T> {
    fn from(err: PoisonError<T>) -> TryLockError<T> {
        TryLockError::Poisoned(err)
    }
}

impl<T> fmt::Debug for TryLockError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // As std: texts, in quotes.
            TryLockError::Poisoned(..) => fmt::Debug::fmt("Poisoned(..)", f),
            TryLockError::WouldBlock => fmt::Debug::fmt("WouldBlock", f),
        }
    }
}

impl<T> fmt::Display for TryLockError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            TryLockError::Poisoned(..) => "poisoned lock: another task failed inside",
            TryLockError::WouldBlock => "try_lock failed because the operation would block",
        };
        fmt::Display::fmt(text, f)
    }
}

impl<T> Error for TryLockError<T> {}
