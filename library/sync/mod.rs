//! What threads share. There is one thread: locks are free, unless they are taken twice.

mod arc;
pub mod atomic;
mod atomic_signed;
mod atomic_unsigned;
mod mutex;
mod once;
mod poison;
mod rwlock;

pub use arc::{Arc, Weak};
pub use mutex::{Mutex, MutexGuard};
pub use once::{LazyLock, OnceLock};
pub use poison::{LockResult, PoisonError, TryLockError, TryLockResult};
pub use rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::io::raw;

/// The end of a program that waits for itself.
fn deadlock(what: &str) -> ! {
    raw::deadlock(what.as_bytes())
}
