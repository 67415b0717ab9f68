//! Numbers that are not zero, so that an `Option` of one needs no room of its own.

use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::intrinsics;
use crate::ops::{BitOr, BitOrAssign};

/// The integers.
pub trait ZeroablePrimitive: Copy {}

impl ZeroablePrimitive for i8 {}
impl ZeroablePrimitive for i16 {}
impl ZeroablePrimitive for i32 {}
impl ZeroablePrimitive for i64 {}
impl ZeroablePrimitive for isize {}
impl ZeroablePrimitive for u8 {}
impl ZeroablePrimitive for u16 {}
impl ZeroablePrimitive for u32 {}
impl ZeroablePrimitive for u64 {}
impl ZeroablePrimitive for usize {}

#[niche = "nonzero"]
pub struct NonZero<T: ZeroablePrimitive> {
    pub(super) value: T,
}

pub type NonZeroI8 = NonZero<i8>;
pub type NonZeroI16 = NonZero<i16>;
pub type NonZeroI32 = NonZero<i32>;
pub type NonZeroI64 = NonZero<i64>;
pub type NonZeroIsize = NonZero<isize>;
pub type NonZeroU8 = NonZero<u8>;
pub type NonZeroU16 = NonZero<u16>;
pub type NonZeroU32 = NonZero<u32>;
pub type NonZeroU64 = NonZero<u64>;
pub type NonZeroUsize = NonZero<usize>;

impl<T: ZeroablePrimitive> NonZero<T> {
    pub const fn new(n: T) -> Option<NonZero<T>> {
        if intrinsics::count_ones(n) == 0 { None } else { Some(NonZero { value: n }) }
    }

    pub const unsafe fn new_unchecked(n: T) -> NonZero<T> {
        NonZero { value: n }
    }

    pub const fn get(self) -> T {
        self.value
    }
}

impl<T: ZeroablePrimitive> Clone for NonZero<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ZeroablePrimitive> Copy for NonZero<T> {}

impl<T: ZeroablePrimitive + PartialEq> PartialEq for NonZero<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: ZeroablePrimitive + Eq> Eq for NonZero<T> {}

impl<T: ZeroablePrimitive + PartialOrd> PartialOrd for NonZero<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.get().partial_cmp(&other.get())
    }
}

impl<T: ZeroablePrimitive + Ord> Ord for NonZero<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.get().cmp(&other.get())
    }
}

impl<T: ZeroablePrimitive + Hash> Hash for NonZero<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.get().hash(state)
    }
}

impl<T: ZeroablePrimitive + fmt::Debug> fmt::Debug for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: ZeroablePrimitive + fmt::Display> fmt::Display for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: ZeroablePrimitive + fmt::Binary> fmt::Binary for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: ZeroablePrimitive + fmt::Octal> fmt::Octal for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: ZeroablePrimitive + fmt::LowerHex> fmt::LowerHex for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: ZeroablePrimitive + fmt::UpperHex> fmt::UpperHex for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: ZeroablePrimitive + BitOr<Output = T>> BitOr for NonZero<T> {
    type Output = Self;

    fn bitor(self, rhs: Self) -> Self {
        NonZero { value: self.value | rhs.value }
    }
}

impl<T: ZeroablePrimitive + BitOr<Output = T>> BitOrAssign for NonZero<T> {
    fn bitor_assign(&mut self, rhs: Self) {
        *self = *self | rhs;
    }
}

impl<T: ZeroablePrimitive + BitOr<Output = T>> BitOr<T> for NonZero<T> {
    type Output = Self;

    fn bitor(self, rhs: T) -> Self {
        NonZero { value: self.value | rhs }
    }
}

impl<T: ZeroablePrimitive + BitOr<Output = T>> BitOrAssign<T> for NonZero<T> {
    fn bitor_assign(&mut self, rhs: T) {
        *self = *self | rhs;
    }
}

impl From<NonZero<i8>> for i8 {
    fn from(nonzero: NonZero<i8>) -> Self {
        nonzero.get()
    }
}

impl From<NonZero<i16>> for i16 {
    fn from(nonzero: NonZero<i16>) -> Self {
        nonzero.get()
    }
}

impl From<NonZero<i32>> for i32 {
    fn from(nonzero: NonZero<i32>) -> Self {
        nonzero.get()
    }
}

impl From<NonZero<i64>> for i64 {
    fn from(nonzero: NonZero<i64>) -> Self {
        nonzero.get()
    }
}

impl From<NonZero<isize>> for isize {
    fn from(nonzero: NonZero<isize>) -> Self {
        nonzero.get()
    }
}

impl From<NonZero<u8>> for u8 {
    fn from(nonzero: NonZero<u8>) -> Self {
        nonzero.get()
    }
}

impl From<NonZero<u16>> for u16 {
    fn from(nonzero: NonZero<u16>) -> Self {
        nonzero.get()
    }
}

impl From<NonZero<u32>> for u32 {
    fn from(nonzero: NonZero<u32>) -> Self {
        nonzero.get()
    }
}

impl From<NonZero<u64>> for u64 {
    fn from(nonzero: NonZero<u64>) -> Self {
        nonzero.get()
    }
}

impl From<NonZero<usize>> for usize {
    fn from(nonzero: NonZero<usize>) -> Self {
        nonzero.get()
    }
}
