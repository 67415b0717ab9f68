//! Comparison.

mod impls;

use crate::panicking::{self, CoreFile};

pub trait PartialEq<Rhs: ?Sized = Self> {
    fn eq(&self, other: &Rhs) -> bool;

    fn ne(&self, other: &Rhs) -> bool {
        !self.eq(other)
    }
}

pub trait Eq: PartialEq<Self> {
    /// Called by nobody: in a derived implementation it asks that every field is `Eq` too.
    fn assert_receiver_is_total_eq(&self) {}
}

/// What a derived `Eq` asks of a field.
pub fn assert_param_is_eq<T: Eq + ?Sized>() {}

pub trait PartialOrd<Rhs: ?Sized = Self>: PartialEq<Rhs> {
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;

    fn lt(&self, other: &Rhs) -> bool {
        match self.partial_cmp(other) {
            Some(Ordering::Less) => true,
            _ => false,
        }
    }

    fn le(&self, other: &Rhs) -> bool {
        match self.partial_cmp(other) {
            Some(Ordering::Less) | Some(Ordering::Equal) => true,
            _ => false,
        }
    }

    fn gt(&self, other: &Rhs) -> bool {
        match self.partial_cmp(other) {
            Some(Ordering::Greater) => true,
            _ => false,
        }
    }

    fn ge(&self, other: &Rhs) -> bool {
        match self.partial_cmp(other) {
            Some(Ordering::Greater) | Some(Ordering::Equal) => true,
            _ => false,
        }
    }
}

pub trait Ord: Eq + PartialOrd<Self> {
    fn cmp(&self, other: &Self) -> Ordering;

    fn max(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self { self } else { other }
    }

    fn min(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if other < self { other } else { self }
    }

    #[track_caller]
    fn clamp(self, min: Self, max: Self) -> Self
    where
        Self: Sized,
    {
        if !(min <= max) {
            panicking::panic_in_core("assertion failed: min <= max", &CoreFile::Cmp, 1102, 9);
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

pub fn max<T: Ord>(v1: T, v2: T) -> T {
    v1.max(v2)
}

pub fn min<T: Ord>(v1: T, v2: T) -> T {
    v1.min(v2)
}

/// How two values compare.
#[repr(i8)]
pub enum Ordering {
    Less = -1,
    Equal = 0,
    Greater = 1,
}

impl Ordering {
    pub const fn is_eq(self) -> bool {
        self as i8 == 0
    }

    pub const fn is_ne(self) -> bool {
        self as i8 != 0
    }

    pub const fn is_lt(self) -> bool {
        (self as i8) < 0
    }

    pub const fn is_gt(self) -> bool {
        self as i8 > 0
    }

    pub const fn is_le(self) -> bool {
        self as i8 <= 0
    }

    pub const fn is_ge(self) -> bool {
        self as i8 >= 0
    }

    pub const fn reverse(self) -> Ordering {
        match self {
            Ordering::Less => Ordering::Greater,
            Ordering::Equal => Ordering::Equal,
            Ordering::Greater => Ordering::Less,
        }
    }

    pub const fn then(self, other: Ordering) -> Ordering {
        match self {
            Ordering::Equal => other,
            _ => self,
        }
    }

    pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering {
        match self {
            Ordering::Equal => f(),
            _ => self,
        }
    }
}

impl Clone for Ordering {
    fn clone(&self) -> Self {
        *self
    }
}

impl Copy for Ordering {}

impl PartialEq for Ordering {
    fn eq(&self, other: &Self) -> bool {
        *self as i8 == *other as i8
    }
}

impl Eq for Ordering {}

impl PartialOrd for Ordering {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ordering {
    fn cmp(&self, other: &Self) -> Ordering {
        (*self as i8).cmp(&(*other as i8))
    }
}

/// Compares the other way round.
pub struct Reverse<T>(pub T);

impl<T: Clone> Clone for Reverse<T> {
    fn clone(&self) -> Self {
        Reverse(self.0.clone())
    }

    fn clone_from(&mut self, source: &Self) {
        self.0.clone_from(&source.0);
    }
}

impl<T: Copy> Copy for Reverse<T> {}

impl<T: PartialEq> PartialEq for Reverse<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Eq> Eq for Reverse<T> {}

impl<T: PartialOrd> PartialOrd for Reverse<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        other.0.partial_cmp(&self.0)
    }
}

impl<T: Ord> Ord for Reverse<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.cmp(&self.0)
    }
}

impl<T: crate::fmt::Debug> crate::fmt::Debug for Reverse<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.debug_tuple("Reverse").field(&self.0).finish()
    }
}
