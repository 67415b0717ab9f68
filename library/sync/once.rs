//! Values that come later, and then stay: `OnceLock` and `LazyLock`.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::mem;
use crate::ops::Deref;

/// A value that is set once.
pub struct OnceLock<T> {
    value: UnsafeCell<Option<T>>,
}

impl<T> OnceLock<T> {
    pub const fn new() -> OnceLock<T> {
        OnceLock { value: UnsafeCell::new(None) }
    }

    pub fn get(&self) -> Option<&T> {
        unsafe { (*self.value.get()).as_ref() }
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut().as_mut()
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        if self.get().is_some() {
            return Err(value);
        }
        unsafe {
            *self.value.get() = Some(value);
        }
        Ok(())
    }

    pub fn get_or_init<F>(&self, f: F) -> &T
    where
        F: FnOnce() -> T,
    {
        if let Some(value) = self.get() {
            return value;
        }
        let value = f();
        if self.set(value).is_err() {
            super::deadlock("what is computed by what waits for it")
        }
        match self.get() {
            Some(value) => value,
            None => crate::intrinsics::unreachable(),
        }
    }

    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }

    pub fn take(&mut self) -> Option<T> {
        mem::replace(self, OnceLock::new()).into_inner()
    }
}

impl<T> Default for OnceLock<T> {
    fn default() -> Self {
        OnceLock::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("OnceLock");
        match self.get() {
            Some(value) => d.field(value),
            None => d.field(&fmt::Verbatim("<uninit>")),
        };
        d.finish()
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    fn clone(&self) -> OnceLock<T> {
        let copy = OnceLock::new();
        if let Some(value) = self.get() {
            let _ = copy.set(value.clone());
        }
        copy
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    fn eq(&self, other: &OnceLock<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> Self {
        OnceLock { value: UnsafeCell::new(Some(value)) }
    }
}

/// A value that is computed when it is first looked at.
pub struct LazyLock<T, F = fn() -> T> {
    state: UnsafeCell<State<T, F>>,
}

enum State<T, F> {
    Uninit(F),
    Init(T),
    Poisoned,
}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    pub const fn new(f: F) -> LazyLock<T, F> {
        LazyLock { state: UnsafeCell::new(State::Uninit(f)) }
    }

    pub fn force(this: &LazyLock<T, F>) -> &T {
        let state = unsafe { &mut *this.state.get() };
        if let State::Uninit(_) = state {
            // A panic leaves it poisoned.
            if let State::Uninit(f) = mem::replace(state, State::Poisoned) {
                let value = f();
                unsafe {
                    *this.state.get() = State::Init(value);
                }
            }
        }
        match unsafe { &*this.state.get() } {
            State::Init(value) => value,
            _ => panic!("LazyLock instance has previously been poisoned"),
        }
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

impl<T: Default> Default for LazyLock<T> {
    fn default() -> LazyLock<T> {
        LazyLock::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("LazyLock");
        match unsafe { &*self.state.get() } {
            State::Init(value) => d.field(value),
            _ => d.field(&fmt::Verbatim("<uninit>")),
        };
        d.finish()
    }
}
