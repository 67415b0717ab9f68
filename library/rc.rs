//! Shared ownership on one thread: `Rc` and `Weak`.

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

pub struct Rc<T: ?Sized> {
    ptr: NonNull<T>,
}

/// What does not keep the value alive. One that never had a value points to `usize::MAX`.
pub struct Weak<T: ?Sized> {
    ptr: NonNull<T>,
}

impl<T> Rc<T> {
    pub fn new(value: T) -> Rc<T> {
        unsafe {
            let place = counted::allocate_for::<T>();
            ptr::write(place, value);
            Rc { ptr: NonNull::new_unchecked(place) }
        }
    }

    /// A value that knows a weak pointer to itself.
    pub fn new_cyclic<F>(data_fn: F) -> Rc<T>
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
            Rc { ptr: NonNull::new_unchecked(place) }
        }
    }

    pub fn try_unwrap(this: Rc<T>) -> Result<T, Rc<T>> {
        if Rc::strong_count(&this) != 1 {
            return Err(this);
        }
        unsafe {
            let place = this.ptr.as_ptr();
            let value = ptr::read(place as *const T);
            counts(place).strong.set(0);
            mem::forget(this);
            // The weak count of all `Rc`s.
            mem::drop(Weak { ptr: NonNull::new_unchecked(place) });
            Ok(value)
        }
    }

    pub fn into_inner(this: Rc<T>) -> Option<T> {
        Rc::try_unwrap(this).ok()
    }

    pub fn unwrap_or_clone(this: Rc<T>) -> T
    where
        T: Clone,
    {
        match Rc::try_unwrap(this) {
            Ok(value) => value,
            Err(shared) => (*shared).clone(),
        }
    }
}

impl<T: ?Sized> Rc<T> {
    pub fn downgrade(this: &Rc<T>) -> Weak<T> {
        let weak = &counts(this.ptr.as_ptr()).weak;
        weak.set(weak.get() + 1);
        Weak { ptr: this.ptr }
    }

    pub fn into_raw(this: Rc<T>) -> *const T {
        let raw = this.ptr.as_ptr() as *const T;
        mem::forget(this);
        raw
    }

    pub unsafe fn from_raw(ptr: *const T) -> Rc<T> {
        Rc { ptr: NonNull::new_unchecked(ptr as *mut T) }
    }

    fn of(place: *mut T) -> Rc<T> {
        unsafe { Rc { ptr: NonNull::new_unchecked(place) } }
    }

    pub fn make_mut(this: &mut Rc<T>) -> &mut T
    where
        T: CloneUnsized,
    {
        unsafe {
            let unique = counted::made_unique(this.ptr.as_ptr());
            this.ptr = NonNull::new_unchecked(unique);
            &mut *unique
        }
    }

    pub fn strong_count(this: &Rc<T>) -> usize {
        counts(this.ptr.as_ptr()).strong.get()
    }

    pub fn weak_count(this: &Rc<T>) -> usize {
        counts(this.ptr.as_ptr()).weak.get() - 1
    }

    pub fn get_mut(this: &mut Rc<T>) -> Option<&mut T> {
        let counts = counts(this.ptr.as_ptr());
        if counts.strong.get() == 1 && counts.weak.get() == 1 {
            Some(unsafe { &mut *this.ptr.as_ptr() })
        } else {
            None
        }
    }

    pub fn ptr_eq(this: &Rc<T>, other: &Rc<T>) -> bool {
        this.ptr.as_ptr() as *mut u8 as usize == other.ptr.as_ptr() as *mut u8 as usize
    }

    pub fn as_ptr(this: &Rc<T>) -> *const T {
        this.ptr.as_ptr() as *const T
    }
}

impl<T: ?Sized> Clone for Rc<T> {
    fn clone(&self) -> Self {
        let strong = &counts(self.ptr.as_ptr()).strong;
        strong.set(strong.get() + 1);
        Rc { ptr: self.ptr }
    }
}

impl<T: ?Sized> Drop for Rc<T> {
    fn drop(&mut self) {
        counted::release(self.ptr.as_ptr())
    }
}

impl<T: ?Sized> Deref for Rc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &*self.ptr.as_ptr() }
    }
}

impl<T: ?Sized> AsRef<T> for Rc<T> {
    fn as_ref(&self) -> &T {
        &**self
    }
}

impl<T: ?Sized> Borrow<T> for Rc<T> {
    fn borrow(&self) -> &T {
        &**self
    }
}

impl<T: Default> Default for Rc<T> {
    fn default() -> Self {
        Rc::new(T::default())
    }
}

impl<T: PartialEq + ?Sized> PartialEq for Rc<T> {
    fn eq(&self, other: &Rc<T>) -> bool {
        **self == **other
    }

    fn ne(&self, other: &Rc<T>) -> bool {
        **self != **other
    }
}

impl<T: Eq + ?Sized> Eq for Rc<T> {}

impl<T: PartialOrd + ?Sized> PartialOrd for Rc<T> {
    fn partial_cmp(&self, other: &Rc<T>) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }

    fn lt(&self, other: &Rc<T>) -> bool {
        **self < **other
    }

    fn le(&self, other: &Rc<T>) -> bool {
        **self <= **other
    }

    fn gt(&self, other: &Rc<T>) -> bool {
        **self > **other
    }

    fn ge(&self, other: &Rc<T>) -> bool {
        **self >= **other
    }
}

impl<T: Ord + ?Sized> Ord for Rc<T> {
    fn cmp(&self, other: &Rc<T>) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: Hash + ?Sized> Hash for Rc<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state)
    }
}

impl<T: fmt::Display + ?Sized> fmt::Display for Rc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl<T: fmt::Debug + ?Sized> fmt::Debug for Rc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T> From<T> for Rc<T> {
    fn from(t: T) -> Self {
        Rc::new(t)
    }
}

impl<T: Clone> From<&[T]> for Rc<[T]> {
    fn from(v: &[T]) -> Self {
        Rc::of(v.clone_unsized())
    }
}

impl<T: Clone> From<&mut [T]> for Rc<[T]> {
    fn from(v: &mut [T]) -> Self {
        Rc::of(v.clone_unsized())
    }
}

impl<T, const N: usize> From<[T; N]> for Rc<[T]> {
    fn from(v: [T; N]) -> Self {
        Rc::<[T; N]>::new(v)
    }
}

impl<T> From<Vec<T>> for Rc<[T]> {
    fn from(mut v: Vec<T>) -> Self {
        unsafe {
            let place = counted::copied(v.as_slice());
            v.set_len(0);
            Rc::of(place)
        }
    }
}

impl From<&str> for Rc<str> {
    fn from(v: &str) -> Self {
        Rc::of(v.clone_unsized())
    }
}

impl From<&mut str> for Rc<str> {
    fn from(v: &mut str) -> Self {
        Rc::of(v.clone_unsized())
    }
}

impl From<String> for Rc<str> {
    fn from(v: String) -> Self {
        Rc::from(v.as_str())
    }
}

impl<T: ?Sized> From<Box<T>> for Rc<T> {
    fn from(v: Box<T>) -> Self {
        Rc::of(counted::unboxed(v))
    }
}

impl<'a, B> From<Cow<'a, B>> for Rc<B>
where
    B: ToOwned + ?Sized,
    Rc<B>: From<&'a B> + From<B::Owned>,
{
    fn from(cow: Cow<'a, B>) -> Self {
        match cow {
            Cow::Borrowed(s) => Rc::from(s),
            Cow::Owned(s) => Rc::from(s),
        }
    }
}

impl From<Rc<str>> for Rc<[u8]> {
    fn from(rc: Rc<str>) -> Self {
        unsafe {
            let bytes = (*Rc::into_raw(rc)).as_bytes();
            Rc::from_raw(bytes as *const [u8])
        }
    }
}

impl<T, const N: usize> TryFrom<Rc<[T]>> for Rc<[T; N]> {
    type Error = Rc<[T]>;

    fn try_from(boxed_slice: Rc<[T]>) -> Result<Self, Rc<[T]>> {
        if boxed_slice.len() != N {
            return Err(boxed_slice);
        }
        unsafe { Ok(Rc::from_raw(Rc::into_raw(boxed_slice) as *const [T; N])) }
    }
}

impl<T> FromIterator<T> for Rc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        Rc::from(Vec::from_iter(iter))
    }
}

impl<T> Default for Rc<[T]> {
    fn default() -> Self {
        Rc::from(Vec::new())
    }
}

impl Default for Rc<str> {
    fn default() -> Self {
        Rc::from("")
    }
}

impl<T> Weak<T> {
    pub const fn new() -> Weak<T> {
        Weak { ptr: counted::nowhere() }
    }
}

impl<T: ?Sized> Weak<T> {
    pub fn upgrade(&self) -> Option<Rc<T>> {
        let counts = counted::weak_counts(self.ptr.as_ptr())?;
        if counts.strong.get() == 0 {
            return None;
        }
        counts.strong.set(counts.strong.get() + 1);
        Some(Rc { ptr: self.ptr })
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
