//! Values that come later, and then stay: `OnceCell` and `LazyCell`.

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::mem;
use crate::ops::Deref;
use crate::panicking::{self, CoreFile};

/// A value that is set once.
pub struct OnceCell<T> {
    value: UnsafeCell<Option<T>>,
}

impl<T> OnceCell<T> {
    pub const fn new() -> OnceCell<T> {
        OnceCell { value: UnsafeCell::new(None) }
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
            panicking::panic_in_core("reentrant init", &CoreFile::Once, 300, 66)
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
        mem::replace(self, OnceCell::new()).into_inner()
    }
}

impl<T> Default for OnceCell<T> {
    fn default() -> Self {
        OnceCell::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("OnceCell");
        match self.get() {
            Some(value) => d.field(value),
            None => d.field(&fmt::Verbatim("<uninit>")),
        };
        d.finish()
    }
}

impl<T: Clone> Clone for OnceCell<T> {
    fn clone(&self) -> OnceCell<T> {
        let copy = OnceCell::new();
        if let Some(value) = self.get() {
            let _ = copy.set(value.clone());
        }
        copy
    }
}

impl<T: PartialEq> PartialEq for OnceCell<T> {
    fn eq(&self, other: &OnceCell<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceCell<T> {}

impl<T> From<T> for OnceCell<T> {
    fn from(value: T) -> Self {
        OnceCell { value: UnsafeCell::new(Some(value)) }
    }
}

/// A value that is computed when it is first looked at.
pub struct LazyCell<T, F = fn() -> T> {
    state: UnsafeCell<State<T, F>>,
}

enum State<T, F> {
    Uninit(F),
    Init(T),
    Poisoned,
}

impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    pub const fn new(f: F) -> LazyCell<T, F> {
        LazyCell { state: UnsafeCell::new(State::Uninit(f)) }
    }

    pub fn force(this: &LazyCell<T, F>) -> &T {
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
            _ => panic!("LazyCell instance has previously been poisoned"),
        }
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> {
    type Target = T;

    fn deref(&self) -> &T {
        LazyCell::force(self)
    }
}

impl<T: Default> Default for LazyCell<T> {
    fn default() -> LazyCell<T> {
        LazyCell::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyCell<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("LazyCell");
        match unsafe { &*self.state.get() } {
            State::Init(value) => d.field(value),
            _ => d.field(&fmt::Verbatim("<uninit>")),
        };
        d.finish()
    }
}
