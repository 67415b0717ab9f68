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

use crate::fmt;
use crate::io::raw;

/// A text that `{:?}` shows as it is.
struct Text(&'static str);

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// The end of a program that waits for itself.
fn deadlock(what: &str) -> ! {
    raw::deadlock(what.as_bytes())
}
