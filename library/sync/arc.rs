//! Shared ownership: `Arc` and `Weak`. There is one thread, so that counting is what it is in `Rc`.

use crate::borrow::{Borrow, Cow, ToOwned};
use crate::boxed::Box;
use crate::cmp::Ordering;
use crate::counted::{self, CloneUnsized, counts};
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::FromIterator;
use crate::mem;
use crate::ops::Deref;
use crate::ptr::{self, NonNull};
use crate::string::String;
use crate::vec::Vec;

pub struct Arc<T: ?Sized> {
    ptr: NonNull<T>,
}

/// What does not keep the value alive. One that never had a value points to `usize::MAX`.
pub struct Weak<T: ?Sized> {
    ptr: NonNull<T>,
}

impl<T> Arc<T> {
    pub fn new(value: T) -> Arc<T> {
        unsafe {
            let place = counted::allocate_for::<T>();
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
            let place = counted::allocate_for::<T>();
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
}

impl<T: ?Sized> Arc<T> {
    pub fn downgrade(this: &Arc<T>) -> Weak<T> {
        let weak = &counts(this.ptr.as_ptr()).weak;
        weak.set(weak.get() + 1);
        Weak { ptr: this.ptr }
    }

    pub fn into_raw(this: Arc<T>) -> *const T {
        let raw = this.ptr.as_ptr() as *const T;
        mem::forget(this);
        raw
    }

    pub unsafe fn from_raw(ptr: *const T) -> Arc<T> {
        Arc { ptr: NonNull::new_unchecked(ptr as *mut T) }
    }

    fn of(place: *mut T) -> Arc<T> {
        unsafe { Arc { ptr: NonNull::new_unchecked(place) } }
    }

    pub fn make_mut(this: &mut Arc<T>) -> &mut T
    where
        T: CloneUnsized,
    {
        unsafe {
            let unique = counted::made_unique(this.ptr.as_ptr());
            this.ptr = NonNull::new_unchecked(unique);
            &mut *unique
        }
    }

    pub fn strong_count(this: &Arc<T>) -> usize {
        counts(this.ptr.as_ptr()).strong.get()
    }

    pub fn weak_count(this: &Arc<T>) -> usize {
        counts(this.ptr.as_ptr()).weak.get() - 1
    }

    pub fn get_mut(this: &mut Arc<T>) -> Option<&mut T> {
        let counts = counts(this.ptr.as_ptr());
        if counts.strong.get() == 1 && counts.weak.get() == 1 {
            Some(unsafe { &mut *this.ptr.as_ptr() })
        } else {
            None
        }
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
        counted::release(self.ptr.as_ptr())
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

impl<T: Clone> From<&[T]> for Arc<[T]> {
    fn from(v: &[T]) -> Self {
        Arc::of(v.clone_unsized())
    }
}

impl<T: Clone> From<&mut [T]> for Arc<[T]> {
    fn from(v: &mut [T]) -> Self {
        Arc::of(v.clone_unsized())
    }
}

impl<T, const N: usize> From<[T; N]> for Arc<[T]> {
    fn from(v: [T; N]) -> Self {
        Arc::<[T; N]>::new(v)
    }
}

impl<T> From<Vec<T>> for Arc<[T]> {
    fn from(mut v: Vec<T>) -> Self {
        unsafe {
            let place = counted::copied(v.as_slice());
            v.set_len(0);
            Arc::of(place)
        }
    }
}

impl From<&str> for Arc<str> {
    fn from(v: &str) -> Self {
        Arc::of(v.clone_unsized())
    }
}

impl From<&mut str> for Arc<str> {
    fn from(v: &mut str) -> Self {
        Arc::of(v.clone_unsized())
    }
}

impl From<String> for Arc<str> {
    fn from(v: String) -> Self {
        Arc::from(v.as_str())
    }
}

impl<T: ?Sized> From<Box<T>> for Arc<T> {
    fn from(v: Box<T>) -> Self {
        Arc::of(counted::unboxed(v))
    }
}

impl<'a, B> From<Cow<'a, B>> for Arc<B>
where
    B: ToOwned + ?Sized,
    Arc<B>: From<&'a B> + From<B::Owned>,
{
    fn from(cow: Cow<'a, B>) -> Self {
        match cow {
            Cow::Borrowed(s) => Arc::from(s),
            Cow::Owned(s) => Arc::from(s),
        }
    }
}

impl From<Arc<str>> for Arc<[u8]> {
    fn from(rc: Arc<str>) -> Self {
        unsafe {
            let bytes = (*Arc::into_raw(rc)).as_bytes();
            Arc::from_raw(bytes as *const [u8])
        }
    }
}

impl<T, const N: usize> TryFrom<Arc<[T]>> for Arc<[T; N]> {
    type Error = Arc<[T]>;

    fn try_from(boxed_slice: Arc<[T]>) -> Result<Self, Arc<[T]>> {
        if boxed_slice.len() != N {
            return Err(boxed_slice);
        }
        unsafe { Ok(Arc::from_raw(Arc::into_raw(boxed_slice) as *const [T; N])) }
    }
}

impl<T> FromIterator<T> for Arc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        Arc::from(Vec::from_iter(iter))
    }
}

impl<T> Default for Arc<[T]> {
    fn default() -> Self {
        Arc::from(Vec::new())
    }
}

impl Default for Arc<str> {
    fn default() -> Self {
        Arc::from("")
    }
}

impl<T> Weak<T> {
    pub const fn new() -> Weak<T> {
        Weak { ptr: counted::nowhere() }
    }
}

impl<T: ?Sized> Weak<T> {
    pub fn upgrade(&self) -> Option<Arc<T>> {
        let counts = counted::weak_counts(self.ptr.as_ptr())?;
        if counts.strong.get() == 0 {
            return None;
        }
        counts.strong.set(counts.strong.get() + 1);
        Some(Arc { ptr: self.ptr })
    }

    pub fn strong_count(&self) -> usize {
        match counted::weak_counts(self.ptr.as_ptr()) {
            Some(counts) => counts.strong.get(),
            None => 0,
        }
    }

    pub fn weak_count(&self) -> usize {
        match counted::weak_counts(self.ptr.as_ptr()) {
            Some(counts) if counts.strong.get() > 0 => counts.weak.get() - 1,
            _ => 0,
        }
    }

    pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
        self.ptr.as_ptr() as *mut u8 as usize == other.ptr.as_ptr() as *mut u8 as usize
    }

    pub fn as_ptr(&self) -> *const T {
        self.ptr.as_ptr() as *const T
    }

    pub fn into_raw(self) -> *const T {
        let raw = self.as_ptr();
        mem::forget(self);
        raw
    }

    pub unsafe fn from_raw(ptr: *const T) -> Weak<T> {
        Weak { ptr: NonNull::new_unchecked(ptr as *mut T) }
    }
}

impl<T: ?Sized> Clone for Weak<T> {
    fn clone(&self) -> Self {
        if let Some(counts) = counted::weak_counts(self.ptr.as_ptr()) {
            counts.weak.set(counts.weak.get() + 1);
        }
        Weak { ptr: self.ptr }
    }
}

impl<T: ?Sized> Drop for Weak<T> {
    fn drop(&mut self) {
        counted::release_weak(self.ptr.as_ptr())
    }
}

impl<T> Default for Weak<T> {
    fn default() -> Self {
        Weak::new()
    }
}

impl<T: ?Sized> fmt::Debug for Weak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(Weak)")
    }
}
