//! Traits without methods, which say what a type can do.

/// Types whose size is known; the compiler knows which.
pub trait Sized {}

/// Types whose values are copied bit by bit. Those of the language itself are known to the compiler.
pub trait Copy: Clone {}

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
