//! Traits without methods, which say what a type can do.

use crate::any;
use crate::cmp::{Eq, Ordering};
use crate::fmt;
use crate::hash::{Hash, Hasher};

/// Types whose size is known; the compiler knows which.
pub trait Sized {}

/// Types whose values are copied bit by bit. Those of the language itself are known to the compiler.
pub trait Copy: Clone {}

/// The type that tells an enum's variants apart: its `repr`, else `isize`; the compiler knows it, of every type.
pub trait DiscriminantKind {
    type Discriminant: Copy + fmt::Debug + Eq + Hash;
}

/// Types that may move to another thread.
pub trait Send {}

/// Types that may be shared with another thread.
pub trait Sync {}

/// A field that stands for a use of `T` without holding one.
pub struct PhantomData<T: ?Sized>;

impl<T: ?Sized> Clone for PhantomData<T> {
    fn clone(&self) -> Self {
        PhantomData
    }
}

impl<T: ?Sized> Copy for PhantomData<T> {}

impl<T: ?Sized> Default for PhantomData<T> {
    fn default() -> Self {
        PhantomData
    }
}

impl<T: ?Sized> PartialEq for PhantomData<T> {
    fn eq(&self, _other: &PhantomData<T>) -> bool {
        true
    }
}

impl<T: ?Sized> Eq for PhantomData<T> {}

impl<T: ?Sized> PartialOrd for PhantomData<T> {
    fn partial_cmp(&self, _other: &PhantomData<T>) -> Option<Ordering> {
        Some(Ordering::Equal)
    }
}

impl<T: ?Sized> Ord for PhantomData<T> {
    fn cmp(&self, _other: &PhantomData<T>) -> Ordering {
        Ordering::Equal
    }
}

impl<T: ?Sized> Hash for PhantomData<T> {
    fn hash<H: Hasher>(&self, _state: &mut H) {}
}

impl<T: ?Sized> fmt::Debug for PhantomData<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhantomData<")?;
        f.write_str(any::type_name::<T>())?;
        f.write_str(">")
    }
}
