//! Operators.

mod arith;
mod bit;
mod bounds;
mod call;
mod control_flow;
mod range;
mod shift;

use crate::boxed::Box;
pub use bounds::RangeBounds;
pub use control_flow::{ControlFlow, Try};
pub use range::{Bound, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

/// `+`
pub trait Add<Rhs = Self> {
    type Output;

    fn add(self, rhs: Rhs) -> Self::Output;
}

/// `+=`
pub trait AddAssign<Rhs = Self> {
    fn add_assign(&mut self, rhs: Rhs);
}

/// `-`
pub trait Sub<Rhs = Self> {
    type Output;

    fn sub(self, rhs: Rhs) -> Self::Output;
}

/// `-=`
pub trait SubAssign<Rhs = Self> {
    fn sub_assign(&mut self, rhs: Rhs);
}

/// `*`
pub trait Mul<Rhs = Self> {
    type Output;

    fn mul(self, rhs: Rhs) -> Self::Output;
}

/// `*=`
pub trait MulAssign<Rhs = Self> {
    fn mul_assign(&mut self, rhs: Rhs);
}

/// `/`
pub trait Div<Rhs = Self> {
    type Output;

    fn div(self, rhs: Rhs) -> Self::Output;
}

/// `/=`
pub trait DivAssign<Rhs = Self> {
    fn div_assign(&mut self, rhs: Rhs);
}

/// `%`
pub trait Rem<Rhs = Self> {
    type Output;

    fn rem(self, rhs: Rhs) -> Self::Output;
}

/// `%=`
pub trait RemAssign<Rhs = Self> {
    fn rem_assign(&mut self, rhs: Rhs);
}

/// `&`
pub trait BitAnd<Rhs = Self> {
    type Output;

    fn bitand(self, rhs: Rhs) -> Self::Output;
}

/// `&=`
pub trait BitAndAssign<Rhs = Self> {
    fn bitand_assign(&mut self, rhs: Rhs);
}

/// `|`
pub trait BitOr<Rhs = Self> {
    type Output;

    fn bitor(self, rhs: Rhs) -> Self::Output;
}

/// `|=`
pub trait BitOrAssign<Rhs = Self> {
    fn bitor_assign(&mut self, rhs: Rhs);
}

/// `^`
pub trait BitXor<Rhs = Self> {
    type Output;

    fn bitxor(self, rhs: Rhs) -> Self::Output;
}

/// `^=`
pub trait BitXorAssign<Rhs = Self> {
    fn bitxor_assign(&mut self, rhs: Rhs);
}

/// `<<`
pub trait Shl<Rhs = Self> {
    type Output;

    fn shl(self, rhs: Rhs) -> Self::Output;
}

/// `<<=`
pub trait ShlAssign<Rhs = Self> {
    fn shl_assign(&mut self, rhs: Rhs);
}

/// `>>`
pub trait Shr<Rhs = Self> {
    type Output;

    fn shr(self, rhs: Rhs) -> Self::Output;
}

/// `>>=`
pub trait ShrAssign<Rhs = Self> {
    fn shr_assign(&mut self, rhs: Rhs);
}

/// `-x`
pub trait Neg {
    type Output;

    fn neg(self) -> Self::Output;
}

/// `!x`
pub trait Not {
    type Output;

    fn not(self) -> Self::Output;
}

/// `a[i]`
pub trait Index<Idx: ?Sized> {
    type Output: ?Sized;

    #[track_caller]
    fn index(&self, index: Idx) -> &Self::Output;
}

/// `a[i]` where it is changed.
pub trait IndexMut<Idx: ?Sized>: Index<Idx> {
    #[track_caller]
    fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
}

/// `*x`
pub trait Deref {
    type Target: ?Sized;

    fn deref(&self) -> &Self::Target;
}

/// `*x` where it is changed.
pub trait DerefMut: Deref {
    fn deref_mut(&mut self) -> &mut Self::Target;
}

impl<T: ?Sized> Deref for &T {
    type Target = T;

    fn deref(&self) -> &T {
        *self
    }
}

impl<T: ?Sized> Deref for &mut T {
    type Target = T;

    fn deref(&self) -> &T {
        *self
    }
}

impl<T: ?Sized> DerefMut for &mut T {
    fn deref_mut(&mut self) -> &mut T {
        *self
    }
}

/// What happens at the end of a value's life.
pub trait Drop {
    fn drop(&mut self);
}

/// What can be called once. Closures, functions and function pointers implement it and its kin by themselves.
pub trait FnOnce<Args> {
    type Output;
}

/// What can be called any number of times, changing its state.
pub trait FnMut<Args>: FnOnce<Args> {}

/// What can be called any number of times.
pub trait Fn<Args>: FnMut<Args> {}

impl<Args, F: ?Sized + Fn<Args>> FnOnce<Args> for &F {
    type Output = F::Output;
}

impl<Args, F: ?Sized + Fn<Args>> FnMut<Args> for &F {}

impl<Args, F: ?Sized + Fn<Args>> Fn<Args> for &F {}

impl<Args, F: ?Sized + FnMut<Args>> FnOnce<Args> for &mut F {
    type Output = F::Output;
}

impl<Args, F: ?Sized + FnMut<Args>> FnMut<Args> for &mut F {}

impl<Args, F: ?Sized + FnOnce<Args>> FnOnce<Args> for Box<F> {
    type Output = F::Output;
}

impl<Args, F: ?Sized + FnMut<Args>> FnMut<Args> for Box<F> {}

impl<Args, F: ?Sized + Fn<Args>> Fn<Args> for Box<F> {}
