//! Values that can be changed through a shared reference.

mod guards;
mod once;

pub use guards::{Ref, RefMut};
pub use once::{LazyCell, OnceCell};

use crate::cmp::Ordering;
use crate::fmt;
use crate::intrinsics;
use crate::mem;
use crate::panicking::{self, CoreFile};

/// What may change while it is shared. That a value inside cannot have some values is not known outside.
pub struct UnsafeCell<T> {
    value: T,
}

impl<T> UnsafeCell<T> {
    pub const fn new(value: T) -> UnsafeCell<T> {
        UnsafeCell { value }
    }

    pub fn into_inner(self) -> T {
        self.value
    }

    pub const fn get(&self) -> *mut T {
        &self.value as *const T as *mut T
    }

    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

/// A value that is moved in and out.
pub struct Cell<T> {
    value: UnsafeCell<T>,
}

impl<T> Cell<T> {
    pub const fn new(value: T) -> Cell<T> {
        Cell { value: UnsafeCell::new(value) }
    }

    pub fn set(&self, val: T) {
        self.replace(val);
    }

    pub fn swap(&self, other: &Cell<T>) {
        if self.as_ptr() as usize != other.as_ptr() as usize {
            unsafe {
                mem::swap(&mut *self.as_ptr(), &mut *other.as_ptr());
            }
        }
    }

    pub fn replace(&self, val: T) -> T {
        mem::replace(unsafe { &mut *self.as_ptr() }, val)
    }

    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }

    pub fn get(&self) -> T
    where
        T: Copy,
    {
        unsafe { intrinsics::ptr_read(self.as_ptr() as *const T) }
    }

    pub fn update<F: FnOnce(T) -> T>(&self, f: F)
    where
        T: Copy,
    {
        let old = self.get();
        self.set(f(old));
    }

    pub fn take(&self) -> T
    where
        T: Default,
    {
        self.replace(T::default())
    }

    pub const fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}

impl<T: Copy> Clone for Cell<T> {
    fn clone(&self) -> Self {
        Cell::new(self.get())
    }
}

impl<T: Default> Default for Cell<T> {
    fn default() -> Self {
        Cell::new(T::default())
    }
}

impl<T: PartialEq + Copy> PartialEq for Cell<T> {
    fn eq(&self, other: &Cell<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq + Copy> Eq for Cell<T> {}

impl<T: PartialOrd + Copy> PartialOrd for Cell<T> {
    fn partial_cmp(&self, other: &Cell<T>) -> Option<Ordering> {
        self.get().partial_cmp(&other.get())
    }
}

impl<T: Ord + Copy> Ord for Cell<T> {
    fn cmp(&self, other: &Cell<T>) -> Ordering {
        self.get().cmp(&other.get())
    }
}

impl<T> From<T> for Cell<T> {
    fn from(t: T) -> Self {
        Cell::new(t)
    }
}

impl<T: Copy + fmt::Debug> fmt::Debug for Cell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cell").field("value", &self.get()).finish()
    }
}

/// A value whose borrows are counted while the program runs.
pub struct RefCell<T> {
    /// How many shared borrows there are; -1 for a mutable one.
    borrow: Cell<isize>,
    value: UnsafeCell<T>,
}

pub struct BorrowError {
    of: (),
}

pub struct BorrowMutError {
    of: (),
}

const BORROWED: &str = "RefCell already borrowed";
const MUTABLY_BORROWED: &str = "RefCell already mutably borrowed";

impl<T> RefCell<T> {
    pub const fn new(value: T) -> RefCell<T> {
        RefCell { borrow: Cell::new(0), value: UnsafeCell::new(value) }
    }

    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }

    #[track_caller]
    pub fn borrow(&self) -> Ref<'_, T> {
        match self.try_borrow() {
            Ok(value) => value,
            Err(_) => panic!("RefCell already mutably borrowed"),
        }
    }

    #[track_caller]
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        match self.try_borrow_mut() {
            Ok(value) => value,
            Err(_) => panic!("RefCell already borrowed"),
        }
    }

    pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {
        if self.borrow.get() < 0 {
            return Err(BorrowError { of: () });
        }
        Ok(Ref::new(unsafe { &*self.value.get() }, &self.borrow))
    }

    pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {
        if self.borrow.get() != 0 {
            return Err(BorrowMutError { of: () });
        }
        Ok(RefMut::new(unsafe { &mut *self.value.get() }, &self.borrow))
    }

    /// `borrow` where std's own source calls it.
    fn borrow_at(&self, line: u32, col: u32) -> Ref<'_, T> {
        match self.try_borrow() {
            Ok(value) => value,
            Err(_) => panicking::panic_in_core(MUTABLY_BORROWED, &CoreFile::Cell, line, col),
        }
    }

    fn borrow_mut_at(&self, line: u32, col: u32) -> RefMut<'_, T> {
        match self.try_borrow_mut() {
            Ok(value) => value,
            Err(_) => panicking::panic_in_core(BORROWED, &CoreFile::Cell, line, col),
        }
    }

    #[track_caller]
    pub fn replace(&self, t: T) -> T {
        mem::replace(&mut *self.borrow_mut(), t)
    }

    #[track_caller]
    pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {
        let mut value = self.borrow_mut();
        let replacement = f(&mut *value);
        mem::replace(&mut *value, replacement)
    }

    pub fn swap(&self, other: &RefCell<T>) {
        let mut this = self.borrow_mut_at(1080, 30);
        let mut that = other.borrow_mut_at(1080, 56);
        mem::swap(&mut *this, &mut *that);
    }

    pub fn take(&self) -> T
    where
        T: Default,
    {
        mem::replace(&mut *self.borrow_mut_at(1431, 14), T::default())
    }

    pub const fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }
}

impl<T: Clone> Clone for RefCell<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        RefCell::new((*self.borrow()).clone())
    }

    #[track_caller]
    fn clone_from(&mut self, source: &Self) {
        self.get_mut().clone_from(&source.borrow());
    }
}

impl<T: Default> Default for RefCell<T> {
    fn default() -> Self {
        RefCell::new(T::default())
    }
}

impl<T: PartialEq> PartialEq for RefCell<T> {
    fn eq(&self, other: &RefCell<T>) -> bool {
        *self.borrow_at(1479, 15) == *other.borrow_at(1479, 34)
    }
}

impl<T: Eq> Eq for RefCell<T> {}

impl<T: PartialOrd> PartialOrd for RefCell<T> {
    fn partial_cmp(&self, other: &RefCell<T>) -> Option<Ordering> {
        (*self.borrow_at(1493, 14)).partial_cmp(&*other.borrow_at(1493, 43))
    }

    fn lt(&self, other: &RefCell<T>) -> bool {
        *self.borrow_at(1501, 15) < *other.borrow_at(1501, 33)
    }

    fn le(&self, other: &RefCell<T>) -> bool {
        *self.borrow_at(1509, 15) <= *other.borrow_at(1509, 34)
    }

    fn gt(&self, other: &RefCell<T>) -> bool {
        *self.borrow_at(1517, 15) > *other.borrow_at(1517, 33)
    }

    fn ge(&self, other: &RefCell<T>) -> bool {
        *self.borrow_at(1525, 15) >= *other.borrow_at(1525, 34)
    }
}

impl<T: Ord> Ord for RefCell<T> {
    fn cmp(&self, other: &RefCell<T>) -> Ordering {
        (*self.borrow_at(1536, 14)).cmp(&*other.borrow_at(1536, 35))
    }
}

impl<T> From<T> for RefCell<T> {
    fn from(t: T) -> Self {
        RefCell::new(t)
    }
}

impl<T: fmt::Debug> fmt::Debug for RefCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.try_borrow() {
            Ok(value) => f.debug_struct("RefCell").field("value", &value).finish(),
            Err(_) => f.debug_struct("RefCell").field("value", &fmt::Verbatim("<borrowed>")).finish(),
        }
    }
}

impl fmt::Debug for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BorrowError")
    }
}

impl fmt::Display for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(MUTABLY_BORROWED, f)
    }
}

impl fmt::Debug for BorrowMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BorrowMutError")
    }
}

impl fmt::Display for BorrowMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(BORROWED, f)
    }
}
