//! Shared ownership: `Arc` and `Weak`. There is one thread, so that counting is what it is in `Rc`.
//!
//! The two counts lie in front of the value, so that the pointer is the value's own, whatever its type.

use crate::alloc;
use crate::borrow::Borrow;
use crate::cell::Cell;
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::intrinsics;
use crate::mem;
use crate::ops::Deref;
use crate::ptr::{self, NonNull};
use crate::string::String;

/// The block's head, which ends where the value begins.
struct Counts {
    strong: Cell<usize>,
    /// All `Arc`s together count as one.
    weak: Cell<usize>,
}

pub struct Arc<T: ?Sized> {
    ptr: NonNull<T>,
}

/// What does not keep the value alive. One that never had a value points to `usize::MAX`.
pub struct Weak<T> {
    ptr: NonNull<T>,
}

/// How far the value is from the start of its block.
const fn offset(align: usize) -> usize {
    if align < 16 { 16 } else { align }
}

fn counts<'a, T: ?Sized>(value: *mut T) -> &'a Counts {
    unsafe { &*((value as *mut u8 as usize - 16) as *const Counts) }
}

/// Give the memory of a value back that is dropped already.
fn free(value: *mut u8, size: usize, align: usize) {
    let head = offset(align);
    alloc::release((value as usize - head) as *mut u8, head + size, offset(align));
}

/// Memory for a value, with one strong and one weak count.
fn allocate(size: usize, align: usize) -> *mut u8 {
    let head = offset(align);
    unsafe {
        let value = alloc::allocate(head + size, offset(align)).add(head);
        let counts = Counts { strong: Cell::new(1), weak: Cell::new(1) };
        ptr::write((value as usize - 16) as *mut Counts, counts);
        value
    }
}

impl<T> Arc<T> {
    pub fn new(value: T) -> Arc<T> {
        unsafe {
            let place = allocate(mem::size_of::<T>(), mem::align_of::<T>()) as *mut T;
            ptr::write(place, value);
            Arc { ptr: NonNull::new_unchecked(place) }
        }
    }

    /// A value that knows a weak pointer to itself.
    pub fn new_cyclic<F>(data_fn: F) -> Arc<T>
    where
        F: FnOnce(&Weak<T>) -> T,
    {
        unsafe {
            let place = allocate(mem::size_of::<T>(), mem::align_of::<T>()) as *mut T;
            counts(place).strong.set(0);
            let weak = Weak { ptr: NonNull::new_unchecked(place) };
            let value = data_fn(&weak);
            ptr::write(place, value);
            counts(place).strong.set(1);
            mem::forget(weak);
            Arc { ptr: NonNull::new_unchecked(place) }
        }
    }

    pub fn try_unwrap(this: Arc<T>) -> Result<T, Arc<T>> {
        if Arc::strong_count(&this) != 1 {
            return Err(this);
        }
        unsafe {
            let place = this.ptr.as_ptr();
            let value = ptr::read(place as *const T);
            counts(place).strong.set(0);
            mem::forget(this);
            // The weak count of all `Arc`s.
            mem::drop(Weak { ptr: NonNull::new_unchecked(place) });
            Ok(value)
        }
    }

    pub fn into_inner(this: Arc<T>) -> Option<T> {
        Arc::try_unwrap(this).ok()
    }

    pub fn unwrap_or_clone(this: Arc<T>) -> T
    where
        T: Clone,
    {
        match Arc::try_unwrap(this) {
            Ok(value) => value,
            Err(shared) => (*shared).clone(),
        }
    }

    pub fn downgrade(this: &Arc<T>) -> Weak<T> {
        let weak = &counts(this.ptr.as_ptr()).weak;
        weak.set(weak.get() + 1);
        Weak { ptr: this.ptr }
    }

    pub fn make_mut(this: &mut Arc<T>) -> &mut T
    where
        T: Clone,
    {
        if Arc::strong_count(this) != 1 {
            *this = Arc::new((**this).clone());
        } else if Arc::weak_count(this) != 0 {
            // Weak pointers lose the value.
            unsafe {
                let place = this.ptr.as_ptr();
                let moved = Arc::new(ptr::read(place as *const T));
                let counts = counts(place);
                counts.strong.set(0);
                counts.weak.set(counts.weak.get() - 1);
                mem::forget(mem::replace(this, moved));
            }
        }
        unsafe { &mut *this.ptr.as_ptr() }
    }
}

impl<T: ?Sized> Arc<T> {
    pub fn strong_count(this: &Arc<T>) -> usize {
        counts(this.ptr.as_ptr()).strong.get()
    }

    pub fn weak_count(this: &Arc<T>) -> usize {
        counts(this.ptr.as_ptr()).weak.get() - 1
    }

    pub fn get_mut(this: &mut Arc<T>) -> Option<&mut T> {
        let counts = counts(this.ptr.as_ptr());
        if counts.strong.get() == 1 && counts.weak.get() == 1 { Some(unsafe { &mut *this.ptr.as_ptr() }) } else { None }
    }

    pub fn ptr_eq(this: &Arc<T>, other: &Arc<T>) -> bool {
        this.ptr.as_ptr() as *mut u8 as usize == other.ptr.as_ptr() as *mut u8 as usize
    }

    pub fn as_ptr(this: &Arc<T>) -> *const T {
        this.ptr.as_ptr() as *const T
    }
}

impl<T: ?Sized> Clone for Arc<T> {
    fn clone(&self) -> Self {
        let strong = &counts(self.ptr.as_ptr()).strong;
        strong.set(strong.get() + 1);
        Arc { ptr: self.ptr }
    }
}

impl<T: ?Sized> Drop for Arc<T> {
    fn drop(&mut self) {
        let place = self.ptr.as_ptr();
        let counts = counts(place);
        counts.strong.set(counts.strong.get() - 1);
        if counts.strong.get() == 0 {
            let size = intrinsics::size_of_val(place as *const T);
            let align = intrinsics::align_of_val(place as *const T);
            intrinsics::drop_in_place(place);
            counts.weak.set(counts.weak.get() - 1);
            if counts.weak.get() == 0 {
                free(place as *mut u8, size, align);
            }
        }
    }
}

impl<T: ?Sized> Deref for Arc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &*self.ptr.as_ptr() }
    }
}

impl<T: ?Sized> AsRef<T> for Arc<T> {
    fn as_ref(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> Borrow<T> for Arc<T> {
    fn borrow(&self) -> &T {
        &**self
    }
}

impl<T: Default> Default for Arc<T> {
    fn default() -> Self {
        Arc::new(T::default())
    }
}

impl<T: PartialEq + ?Sized> PartialEq for Arc<T> {
    fn eq(&self, other: &Arc<T>) -> bool {
        **self == **other
    }

    fn ne(&self, other: &Arc<T>) -> bool {
        **self != **other
    }
}

impl<T: Eq + ?Sized> Eq for Arc<T> {}

impl<T: PartialOrd + ?Sized> PartialOrd for Arc<T> {
    fn partial_cmp(&self, other: &Arc<T>) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }

    fn lt(&self, other: &Arc<T>) -> bool {
        **self < **other
    }

    fn le(&self, other: &Arc<T>) -> bool {
        **self <= **other
    }

    fn gt(&self, other: &Arc<T>) -> bool {
        **self > **other
    }

    fn ge(&self, other: &Arc<T>) -> bool {
        **self >= **other
    }
}

impl<T: Ord + ?Sized> Ord for Arc<T> {
    fn cmp(&self, other: &Arc<T>) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: Hash + ?Sized> Hash for Arc<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state)
    }
}

impl<T: fmt::Display + ?Sized> fmt::Display for Arc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<T: fmt::Debug + ?Sized> fmt::Debug for Arc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T> From<T> for Arc<T> {
    fn from(t: T) -> Self {
        Arc::new(t)
    }
}

impl From<&str> for Arc<str> {
    fn from(v: &str) -> Self {
        let bytes = v.as_bytes();
        let place = allocate(bytes.len(), 1);
        unsafe {
            ptr::copy(bytes.as_ptr(), place, bytes.len());
            let text = intrinsics::str_from_utf8_unchecked(intrinsics::slice_from_raw(place as *const u8, bytes.len()));
            Arc { ptr: NonNull::new_unchecked(text as *const str as *mut str) }
        }
    }
}

impl From<String> for Arc<str> {
    fn from(v: String) -> Self {
        Arc::from(v.as_str())
    }
}

impl<T> Weak<T> {
    pub const fn new() -> Weak<T> {
        unsafe { Weak { ptr: NonNull::new_unchecked(usize::MAX as *mut T) } }
    }

    /// The counts, unless there never was a value.
    fn counts(&self) -> Option<&Counts> {
        if self.ptr.as_ptr() as usize == usize::MAX { None } else { Some(counts(self.ptr.as_ptr())) }
    }

    pub fn upgrade(&self) -> Option<Arc<T>> {
        let counts = self.counts()?;
        if counts.strong.get() == 0 {
            return None;
        }
        counts.strong.set(counts.strong.get() + 1);
        Some(Arc { ptr: self.ptr })
    }

    pub fn strong_count(&self) -> usize {
        match self.counts() {
            Some(counts) => counts.strong.get(),
            None => 0,
        }
    }

    pub fn weak_count(&self) -> usize {
        match self.counts() {
            Some(counts) if counts.strong.get() > 0 => counts.weak.get() - 1,
            _ => 0,
        }
    }

    pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
        self.ptr.as_ptr() as usize == other.ptr.as_ptr() as usize
    }
}

impl<T> Clone for Weak<T> {
    fn clone(&self) -> Self {
        if let Some(counts) = self.counts() {
            counts.weak.set(counts.weak.get() + 1);
        }
        Weak { ptr: self.ptr }
    }
}

impl<T> Drop for Weak<T> {
    fn drop(&mut self) {
        if let Some(counts) = self.counts() {
            counts.weak.set(counts.weak.get() - 1);
            if counts.weak.get() == 0 {
                free(self.ptr.as_ptr() as *mut u8, mem::size_of::<T>(), mem::align_of::<T>());
            }
        }
    }
}

impl<T> Default for Weak<T> {
    fn default() -> Self {
        Weak::new()
    }
}

impl<T> fmt::Debug for Weak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(Weak)")
    }
}
