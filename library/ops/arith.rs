//! Arithmetic of numbers, by value and by reference.

use super::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign};
use crate::intrinsics;
use crate::panicking::{self, CoreFile};

/// What std's own source reports where a negation does not fit; nothing where it wraps.
fn neg_overflow() {
    if intrinsics::debug_assertions() {
        panicking::panic_in_core("attempt to negate with overflow", &CoreFile::Arith, 729, 1)
    }
}

impl Add for i8 {
    type Output = i8;

    #[track_caller]
    fn add(self, rhs: i8) -> i8 {
        self + rhs
    }
}

impl Add<i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn add(self, rhs: i8) -> i8 {
        *self + rhs
    }
}

impl Add<&i8> for i8 {
    type Output = i8;

    #[track_caller]
    fn add(self, rhs: &i8) -> i8 {
        self + *rhs
    }
}

impl Add<&i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn add(self, rhs: &i8) -> i8 {
        *self + *rhs
    }
}

impl AddAssign for i8 {
    #[track_caller]
    fn add_assign(&mut self, rhs: i8) {
        *self += rhs;
    }
}

impl AddAssign<&i8> for i8 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &i8) {
        *self += *rhs;
    }
}

impl Sub for i8 {
    type Output = i8;

    #[track_caller]
    fn sub(self, rhs: i8) -> i8 {
        self - rhs
    }
}

impl Sub<i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn sub(self, rhs: i8) -> i8 {
        *self - rhs
    }
}

impl Sub<&i8> for i8 {
    type Output = i8;

    #[track_caller]
    fn sub(self, rhs: &i8) -> i8 {
        self - *rhs
    }
}

impl Sub<&i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn sub(self, rhs: &i8) -> i8 {
        *self - *rhs
    }
}

impl SubAssign for i8 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: i8) {
        *self -= rhs;
    }
}

impl SubAssign<&i8> for i8 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &i8) {
        *self -= *rhs;
    }
}

impl Mul for i8 {
    type Output = i8;

    #[track_caller]
    fn mul(self, rhs: i8) -> i8 {
        self * rhs
    }
}

impl Mul<i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn mul(self, rhs: i8) -> i8 {
        *self * rhs
    }
}

impl Mul<&i8> for i8 {
    type Output = i8;

    #[track_caller]
    fn mul(self, rhs: &i8) -> i8 {
        self * *rhs
    }
}

impl Mul<&i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn mul(self, rhs: &i8) -> i8 {
        *self * *rhs
    }
}

impl MulAssign for i8 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: i8) {
        *self *= rhs;
    }
}

impl MulAssign<&i8> for i8 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &i8) {
        *self *= *rhs;
    }
}

impl Div for i8 {
    type Output = i8;

    #[track_caller]
    fn div(self, rhs: i8) -> i8 {
        self / rhs
    }
}

impl Div<i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn div(self, rhs: i8) -> i8 {
        *self / rhs
    }
}

impl Div<&i8> for i8 {
    type Output = i8;

    #[track_caller]
    fn div(self, rhs: &i8) -> i8 {
        self / *rhs
    }
}

impl Div<&i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn div(self, rhs: &i8) -> i8 {
        *self / *rhs
    }
}

impl DivAssign for i8 {
    #[track_caller]
    fn div_assign(&mut self, rhs: i8) {
        *self /= rhs;
    }
}

impl DivAssign<&i8> for i8 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &i8) {
        *self /= *rhs;
    }
}

impl Rem for i8 {
    type Output = i8;

    #[track_caller]
    fn rem(self, rhs: i8) -> i8 {
        self % rhs
    }
}

impl Rem<i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn rem(self, rhs: i8) -> i8 {
        *self % rhs
    }
}

impl Rem<&i8> for i8 {
    type Output = i8;

    #[track_caller]
    fn rem(self, rhs: &i8) -> i8 {
        self % *rhs
    }
}

impl Rem<&i8> for &i8 {
    type Output = i8;

    #[track_caller]
    fn rem(self, rhs: &i8) -> i8 {
        *self % *rhs
    }
}

impl RemAssign for i8 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: i8) {
        *self %= rhs;
    }
}

impl RemAssign<&i8> for i8 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &i8) {
        *self %= *rhs;
    }
}

impl Neg for i8 {
    type Output = i8;

    fn neg(self) -> i8 {
        if self == i8::MIN {
            neg_overflow();
        }
        -self
    }
}

impl Neg for &i8 {
    type Output = i8;

    fn neg(self) -> i8 {
        if *self == i8::MIN {
            neg_overflow();
        }
        -*self
    }
}

impl Add for i16 {
    type Output = i16;

    #[track_caller]
    fn add(self, rhs: i16) -> i16 {
        self + rhs
    }
}

impl Add<i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn add(self, rhs: i16) -> i16 {
        *self + rhs
    }
}

impl Add<&i16> for i16 {
    type Output = i16;

    #[track_caller]
    fn add(self, rhs: &i16) -> i16 {
        self + *rhs
    }
}

impl Add<&i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn add(self, rhs: &i16) -> i16 {
        *self + *rhs
    }
}

impl AddAssign for i16 {
    #[track_caller]
    fn add_assign(&mut self, rhs: i16) {
        *self += rhs;
    }
}

impl AddAssign<&i16> for i16 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &i16) {
        *self += *rhs;
    }
}

impl Sub for i16 {
    type Output = i16;

    #[track_caller]
    fn sub(self, rhs: i16) -> i16 {
        self - rhs
    }
}

impl Sub<i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn sub(self, rhs: i16) -> i16 {
        *self - rhs
    }
}

impl Sub<&i16> for i16 {
    type Output = i16;

    #[track_caller]
    fn sub(self, rhs: &i16) -> i16 {
        self - *rhs
    }
}

impl Sub<&i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn sub(self, rhs: &i16) -> i16 {
        *self - *rhs
    }
}

impl SubAssign for i16 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: i16) {
        *self -= rhs;
    }
}

impl SubAssign<&i16> for i16 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &i16) {
        *self -= *rhs;
    }
}

impl Mul for i16 {
    type Output = i16;

    #[track_caller]
    fn mul(self, rhs: i16) -> i16 {
        self * rhs
    }
}

impl Mul<i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn mul(self, rhs: i16) -> i16 {
        *self * rhs
    }
}

impl Mul<&i16> for i16 {
    type Output = i16;

    #[track_caller]
    fn mul(self, rhs: &i16) -> i16 {
        self * *rhs
    }
}

impl Mul<&i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn mul(self, rhs: &i16) -> i16 {
        *self * *rhs
    }
}

impl MulAssign for i16 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: i16) {
        *self *= rhs;
    }
}

impl MulAssign<&i16> for i16 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &i16) {
        *self *= *rhs;
    }
}

impl Div for i16 {
    type Output = i16;

    #[track_caller]
    fn div(self, rhs: i16) -> i16 {
        self / rhs
    }
}

impl Div<i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn div(self, rhs: i16) -> i16 {
        *self / rhs
    }
}

impl Div<&i16> for i16 {
    type Output = i16;

    #[track_caller]
    fn div(self, rhs: &i16) -> i16 {
        self / *rhs
    }
}

impl Div<&i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn div(self, rhs: &i16) -> i16 {
        *self / *rhs
    }
}

impl DivAssign for i16 {
    #[track_caller]
    fn div_assign(&mut self, rhs: i16) {
        *self /= rhs;
    }
}

impl DivAssign<&i16> for i16 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &i16) {
        *self /= *rhs;
    }
}

impl Rem for i16 {
    type Output = i16;

    #[track_caller]
    fn rem(self, rhs: i16) -> i16 {
        self % rhs
    }
}

impl Rem<i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn rem(self, rhs: i16) -> i16 {
        *self % rhs
    }
}

impl Rem<&i16> for i16 {
    type Output = i16;

    #[track_caller]
    fn rem(self, rhs: &i16) -> i16 {
        self % *rhs
    }
}

impl Rem<&i16> for &i16 {
    type Output = i16;

    #[track_caller]
    fn rem(self, rhs: &i16) -> i16 {
        *self % *rhs
    }
}

impl RemAssign for i16 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: i16) {
        *self %= rhs;
    }
}

impl RemAssign<&i16> for i16 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &i16) {
        *self %= *rhs;
    }
}

impl Neg for i16 {
    type Output = i16;

    fn neg(self) -> i16 {
        if self == i16::MIN {
            neg_overflow();
        }
        -self
    }
}

impl Neg for &i16 {
    type Output = i16;

    fn neg(self) -> i16 {
        if *self == i16::MIN {
            neg_overflow();
        }
        -*self
    }
}

impl Add for i32 {
    type Output = i32;

    #[track_caller]
    fn add(self, rhs: i32) -> i32 {
        self + rhs
    }
}

impl Add<i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn add(self, rhs: i32) -> i32 {
        *self + rhs
    }
}

impl Add<&i32> for i32 {
    type Output = i32;

    #[track_caller]
    fn add(self, rhs: &i32) -> i32 {
        self + *rhs
    }
}

impl Add<&i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn add(self, rhs: &i32) -> i32 {
        *self + *rhs
    }
}

impl AddAssign for i32 {
    #[track_caller]
    fn add_assign(&mut self, rhs: i32) {
        *self += rhs;
    }
}

impl AddAssign<&i32> for i32 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &i32) {
        *self += *rhs;
    }
}

impl Sub for i32 {
    type Output = i32;

    #[track_caller]
    fn sub(self, rhs: i32) -> i32 {
        self - rhs
    }
}

impl Sub<i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn sub(self, rhs: i32) -> i32 {
        *self - rhs
    }
}

impl Sub<&i32> for i32 {
    type Output = i32;

    #[track_caller]
    fn sub(self, rhs: &i32) -> i32 {
        self - *rhs
    }
}

impl Sub<&i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn sub(self, rhs: &i32) -> i32 {
        *self - *rhs
    }
}

impl SubAssign for i32 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: i32) {
        *self -= rhs;
    }
}

impl SubAssign<&i32> for i32 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &i32) {
        *self -= *rhs;
    }
}

impl Mul for i32 {
    type Output = i32;

    #[track_caller]
    fn mul(self, rhs: i32) -> i32 {
        self * rhs
    }
}

impl Mul<i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn mul(self, rhs: i32) -> i32 {
        *self * rhs
    }
}

impl Mul<&i32> for i32 {
    type Output = i32;

    #[track_caller]
    fn mul(self, rhs: &i32) -> i32 {
        self * *rhs
    }
}

impl Mul<&i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn mul(self, rhs: &i32) -> i32 {
        *self * *rhs
    }
}

impl MulAssign for i32 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: i32) {
        *self *= rhs;
    }
}

impl MulAssign<&i32> for i32 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &i32) {
        *self *= *rhs;
    }
}

impl Div for i32 {
    type Output = i32;

    #[track_caller]
    fn div(self, rhs: i32) -> i32 {
        self / rhs
    }
}

impl Div<i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn div(self, rhs: i32) -> i32 {
        *self / rhs
    }
}

impl Div<&i32> for i32 {
    type Output = i32;

    #[track_caller]
    fn div(self, rhs: &i32) -> i32 {
        self / *rhs
    }
}

impl Div<&i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn div(self, rhs: &i32) -> i32 {
        *self / *rhs
    }
}

impl DivAssign for i32 {
    #[track_caller]
    fn div_assign(&mut self, rhs: i32) {
        *self /= rhs;
    }
}

impl DivAssign<&i32> for i32 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &i32) {
        *self /= *rhs;
    }
}

impl Rem for i32 {
    type Output = i32;

    #[track_caller]
    fn rem(self, rhs: i32) -> i32 {
        self % rhs
    }
}

impl Rem<i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn rem(self, rhs: i32) -> i32 {
        *self % rhs
    }
}

impl Rem<&i32> for i32 {
    type Output = i32;

    #[track_caller]
    fn rem(self, rhs: &i32) -> i32 {
        self % *rhs
    }
}

impl Rem<&i32> for &i32 {
    type Output = i32;

    #[track_caller]
    fn rem(self, rhs: &i32) -> i32 {
        *self % *rhs
    }
}

impl RemAssign for i32 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: i32) {
        *self %= rhs;
    }
}

impl RemAssign<&i32> for i32 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &i32) {
        *self %= *rhs;
    }
}

impl Neg for i32 {
    type Output = i32;

    fn neg(self) -> i32 {
        if self == i32::MIN {
            neg_overflow();
        }
        -self
    }
}

impl Neg for &i32 {
    type Output = i32;

    fn neg(self) -> i32 {
        if *self == i32::MIN {
            neg_overflow();
        }
        -*self
    }
}

impl Add for i64 {
    type Output = i64;

    #[track_caller]
    fn add(self, rhs: i64) -> i64 {
        self + rhs
    }
}

impl Add<i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn add(self, rhs: i64) -> i64 {
        *self + rhs
    }
}

impl Add<&i64> for i64 {
    type Output = i64;

    #[track_caller]
    fn add(self, rhs: &i64) -> i64 {
        self + *rhs
    }
}

impl Add<&i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn add(self, rhs: &i64) -> i64 {
        *self + *rhs
    }
}

impl AddAssign for i64 {
    #[track_caller]
    fn add_assign(&mut self, rhs: i64) {
        *self += rhs;
    }
}

impl AddAssign<&i64> for i64 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &i64) {
        *self += *rhs;
    }
}

impl Sub for i64 {
    type Output = i64;

    #[track_caller]
    fn sub(self, rhs: i64) -> i64 {
        self - rhs
    }
}

impl Sub<i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn sub(self, rhs: i64) -> i64 {
        *self - rhs
    }
}

impl Sub<&i64> for i64 {
    type Output = i64;

    #[track_caller]
    fn sub(self, rhs: &i64) -> i64 {
        self - *rhs
    }
}

impl Sub<&i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn sub(self, rhs: &i64) -> i64 {
        *self - *rhs
    }
}

impl SubAssign for i64 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: i64) {
        *self -= rhs;
    }
}

impl SubAssign<&i64> for i64 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &i64) {
        *self -= *rhs;
    }
}

impl Mul for i64 {
    type Output = i64;

    #[track_caller]
    fn mul(self, rhs: i64) -> i64 {
        self * rhs
    }
}

impl Mul<i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn mul(self, rhs: i64) -> i64 {
        *self * rhs
    }
}

impl Mul<&i64> for i64 {
    type Output = i64;

    #[track_caller]
    fn mul(self, rhs: &i64) -> i64 {
        self * *rhs
    }
}

impl Mul<&i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn mul(self, rhs: &i64) -> i64 {
        *self * *rhs
    }
}

impl MulAssign for i64 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: i64) {
        *self *= rhs;
    }
}

impl MulAssign<&i64> for i64 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &i64) {
        *self *= *rhs;
    }
}

impl Div for i64 {
    type Output = i64;

    #[track_caller]
    fn div(self, rhs: i64) -> i64 {
        self / rhs
    }
}

impl Div<i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn div(self, rhs: i64) -> i64 {
        *self / rhs
    }
}

impl Div<&i64> for i64 {
    type Output = i64;

    #[track_caller]
    fn div(self, rhs: &i64) -> i64 {
        self / *rhs
    }
}

impl Div<&i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn div(self, rhs: &i64) -> i64 {
        *self / *rhs
    }
}

impl DivAssign for i64 {
    #[track_caller]
    fn div_assign(&mut self, rhs: i64) {
        *self /= rhs;
    }
}

impl DivAssign<&i64> for i64 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &i64) {
        *self /= *rhs;
    }
}

impl Rem for i64 {
    type Output = i64;

    #[track_caller]
    fn rem(self, rhs: i64) -> i64 {
        self % rhs
    }
}

impl Rem<i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn rem(self, rhs: i64) -> i64 {
        *self % rhs
    }
}

impl Rem<&i64> for i64 {
    type Output = i64;

    #[track_caller]
    fn rem(self, rhs: &i64) -> i64 {
        self % *rhs
    }
}

impl Rem<&i64> for &i64 {
    type Output = i64;

    #[track_caller]
    fn rem(self, rhs: &i64) -> i64 {
        *self % *rhs
    }
}

impl RemAssign for i64 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: i64) {
        *self %= rhs;
    }
}

impl RemAssign<&i64> for i64 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &i64) {
        *self %= *rhs;
    }
}

impl Neg for i64 {
    type Output = i64;

    fn neg(self) -> i64 {
        if self == i64::MIN {
            neg_overflow();
        }
        -self
    }
}

impl Neg for &i64 {
    type Output = i64;

    fn neg(self) -> i64 {
        if *self == i64::MIN {
            neg_overflow();
        }
        -*self
    }
}

impl Add for i128 {
    type Output = i128;

    #[track_caller]
    fn add(self, rhs: i128) -> i128 {
        self + rhs
    }
}

impl Add<i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn add(self, rhs: i128) -> i128 {
        *self + rhs
    }
}

impl Add<&i128> for i128 {
    type Output = i128;

    #[track_caller]
    fn add(self, rhs: &i128) -> i128 {
        self + *rhs
    }
}

impl Add<&i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn add(self, rhs: &i128) -> i128 {
        *self + *rhs
    }
}

impl AddAssign for i128 {
    #[track_caller]
    fn add_assign(&mut self, rhs: i128) {
        *self += rhs;
    }
}

impl AddAssign<&i128> for i128 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &i128) {
        *self += *rhs;
    }
}

impl Sub for i128 {
    type Output = i128;

    #[track_caller]
    fn sub(self, rhs: i128) -> i128 {
        self - rhs
    }
}

impl Sub<i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn sub(self, rhs: i128) -> i128 {
        *self - rhs
    }
}

impl Sub<&i128> for i128 {
    type Output = i128;

    #[track_caller]
    fn sub(self, rhs: &i128) -> i128 {
        self - *rhs
    }
}

impl Sub<&i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn sub(self, rhs: &i128) -> i128 {
        *self - *rhs
    }
}

impl SubAssign for i128 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: i128) {
        *self -= rhs;
    }
}

impl SubAssign<&i128> for i128 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &i128) {
        *self -= *rhs;
    }
}

impl Mul for i128 {
    type Output = i128;

    #[track_caller]
    fn mul(self, rhs: i128) -> i128 {
        self * rhs
    }
}

impl Mul<i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn mul(self, rhs: i128) -> i128 {
        *self * rhs
    }
}

impl Mul<&i128> for i128 {
    type Output = i128;

    #[track_caller]
    fn mul(self, rhs: &i128) -> i128 {
        self * *rhs
    }
}

impl Mul<&i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn mul(self, rhs: &i128) -> i128 {
        *self * *rhs
    }
}

impl MulAssign for i128 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: i128) {
        *self *= rhs;
    }
}

impl MulAssign<&i128> for i128 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &i128) {
        *self *= *rhs;
    }
}

impl Div for i128 {
    type Output = i128;

    #[track_caller]
    fn div(self, rhs: i128) -> i128 {
        self / rhs
    }
}

impl Div<i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn div(self, rhs: i128) -> i128 {
        *self / rhs
    }
}

impl Div<&i128> for i128 {
    type Output = i128;

    #[track_caller]
    fn div(self, rhs: &i128) -> i128 {
        self / *rhs
    }
}

impl Div<&i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn div(self, rhs: &i128) -> i128 {
        *self / *rhs
    }
}

impl DivAssign for i128 {
    #[track_caller]
    fn div_assign(&mut self, rhs: i128) {
        *self /= rhs;
    }
}

impl DivAssign<&i128> for i128 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &i128) {
        *self /= *rhs;
    }
}

impl Rem for i128 {
    type Output = i128;

    #[track_caller]
    fn rem(self, rhs: i128) -> i128 {
        self % rhs
    }
}

impl Rem<i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn rem(self, rhs: i128) -> i128 {
        *self % rhs
    }
}

impl Rem<&i128> for i128 {
    type Output = i128;

    #[track_caller]
    fn rem(self, rhs: &i128) -> i128 {
        self % *rhs
    }
}

impl Rem<&i128> for &i128 {
    type Output = i128;

    #[track_caller]
    fn rem(self, rhs: &i128) -> i128 {
        *self % *rhs
    }
}

impl RemAssign for i128 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: i128) {
        *self %= rhs;
    }
}

impl RemAssign<&i128> for i128 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &i128) {
        *self %= *rhs;
    }
}

impl Neg for i128 {
    type Output = i128;

    fn neg(self) -> i128 {
        if self == i128::MIN {
            neg_overflow();
        }
        -self
    }
}

impl Neg for &i128 {
    type Output = i128;

    fn neg(self) -> i128 {
        if *self == i128::MIN {
            neg_overflow();
        }
        -*self
    }
}

impl Add for isize {
    type Output = isize;

    #[track_caller]
    fn add(self, rhs: isize) -> isize {
        self + rhs
    }
}

impl Add<isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn add(self, rhs: isize) -> isize {
        *self + rhs
    }
}

impl Add<&isize> for isize {
    type Output = isize;

    #[track_caller]
    fn add(self, rhs: &isize) -> isize {
        self + *rhs
    }
}

impl Add<&isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn add(self, rhs: &isize) -> isize {
        *self + *rhs
    }
}

impl AddAssign for isize {
    #[track_caller]
    fn add_assign(&mut self, rhs: isize) {
        *self += rhs;
    }
}

impl AddAssign<&isize> for isize {
    #[track_caller]
    fn add_assign(&mut self, rhs: &isize) {
        *self += *rhs;
    }
}

impl Sub for isize {
    type Output = isize;

    #[track_caller]
    fn sub(self, rhs: isize) -> isize {
        self - rhs
    }
}

impl Sub<isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn sub(self, rhs: isize) -> isize {
        *self - rhs
    }
}

impl Sub<&isize> for isize {
    type Output = isize;

    #[track_caller]
    fn sub(self, rhs: &isize) -> isize {
        self - *rhs
    }
}

impl Sub<&isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn sub(self, rhs: &isize) -> isize {
        *self - *rhs
    }
}

impl SubAssign for isize {
    #[track_caller]
    fn sub_assign(&mut self, rhs: isize) {
        *self -= rhs;
    }
}

impl SubAssign<&isize> for isize {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &isize) {
        *self -= *rhs;
    }
}

impl Mul for isize {
    type Output = isize;

    #[track_caller]
    fn mul(self, rhs: isize) -> isize {
        self * rhs
    }
}

impl Mul<isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn mul(self, rhs: isize) -> isize {
        *self * rhs
    }
}

impl Mul<&isize> for isize {
    type Output = isize;

    #[track_caller]
    fn mul(self, rhs: &isize) -> isize {
        self * *rhs
    }
}

impl Mul<&isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn mul(self, rhs: &isize) -> isize {
        *self * *rhs
    }
}

impl MulAssign for isize {
    #[track_caller]
    fn mul_assign(&mut self, rhs: isize) {
        *self *= rhs;
    }
}

impl MulAssign<&isize> for isize {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &isize) {
        *self *= *rhs;
    }
}

impl Div for isize {
    type Output = isize;

    #[track_caller]
    fn div(self, rhs: isize) -> isize {
        self / rhs
    }
}

impl Div<isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn div(self, rhs: isize) -> isize {
        *self / rhs
    }
}

impl Div<&isize> for isize {
    type Output = isize;

    #[track_caller]
    fn div(self, rhs: &isize) -> isize {
        self / *rhs
    }
}

impl Div<&isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn div(self, rhs: &isize) -> isize {
        *self / *rhs
    }
}

impl DivAssign for isize {
    #[track_caller]
    fn div_assign(&mut self, rhs: isize) {
        *self /= rhs;
    }
}

impl DivAssign<&isize> for isize {
    #[track_caller]
    fn div_assign(&mut self, rhs: &isize) {
        *self /= *rhs;
    }
}

impl Rem for isize {
    type Output = isize;

    #[track_caller]
    fn rem(self, rhs: isize) -> isize {
        self % rhs
    }
}

impl Rem<isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn rem(self, rhs: isize) -> isize {
        *self % rhs
    }
}

impl Rem<&isize> for isize {
    type Output = isize;

    #[track_caller]
    fn rem(self, rhs: &isize) -> isize {
        self % *rhs
    }
}

impl Rem<&isize> for &isize {
    type Output = isize;

    #[track_caller]
    fn rem(self, rhs: &isize) -> isize {
        *self % *rhs
    }
}

impl RemAssign for isize {
    #[track_caller]
    fn rem_assign(&mut self, rhs: isize) {
        *self %= rhs;
    }
}

impl RemAssign<&isize> for isize {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &isize) {
        *self %= *rhs;
    }
}

impl Neg for isize {
    type Output = isize;

    fn neg(self) -> isize {
        if self == isize::MIN {
            neg_overflow();
        }
        -self
    }
}

impl Neg for &isize {
    type Output = isize;

    fn neg(self) -> isize {
        if *self == isize::MIN {
            neg_overflow();
        }
        -*self
    }
}

impl Add for u8 {
    type Output = u8;

    #[track_caller]
    fn add(self, rhs: u8) -> u8 {
        self + rhs
    }
}

impl Add<u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn add(self, rhs: u8) -> u8 {
        *self + rhs
    }
}

impl Add<&u8> for u8 {
    type Output = u8;

    #[track_caller]
    fn add(self, rhs: &u8) -> u8 {
        self + *rhs
    }
}

impl Add<&u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn add(self, rhs: &u8) -> u8 {
        *self + *rhs
    }
}

impl AddAssign for u8 {
    #[track_caller]
    fn add_assign(&mut self, rhs: u8) {
        *self += rhs;
    }
}

impl AddAssign<&u8> for u8 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &u8) {
        *self += *rhs;
    }
}

impl Sub for u8 {
    type Output = u8;

    #[track_caller]
    fn sub(self, rhs: u8) -> u8 {
        self - rhs
    }
}

impl Sub<u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn sub(self, rhs: u8) -> u8 {
        *self - rhs
    }
}

impl Sub<&u8> for u8 {
    type Output = u8;

    #[track_caller]
    fn sub(self, rhs: &u8) -> u8 {
        self - *rhs
    }
}

impl Sub<&u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn sub(self, rhs: &u8) -> u8 {
        *self - *rhs
    }
}

impl SubAssign for u8 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: u8) {
        *self -= rhs;
    }
}

impl SubAssign<&u8> for u8 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &u8) {
        *self -= *rhs;
    }
}

impl Mul for u8 {
    type Output = u8;

    #[track_caller]
    fn mul(self, rhs: u8) -> u8 {
        self * rhs
    }
}

impl Mul<u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn mul(self, rhs: u8) -> u8 {
        *self * rhs
    }
}

impl Mul<&u8> for u8 {
    type Output = u8;

    #[track_caller]
    fn mul(self, rhs: &u8) -> u8 {
        self * *rhs
    }
}

impl Mul<&u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn mul(self, rhs: &u8) -> u8 {
        *self * *rhs
    }
}

impl MulAssign for u8 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: u8) {
        *self *= rhs;
    }
}

impl MulAssign<&u8> for u8 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &u8) {
        *self *= *rhs;
    }
}

impl Div for u8 {
    type Output = u8;

    #[track_caller]
    fn div(self, rhs: u8) -> u8 {
        self / rhs
    }
}

impl Div<u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn div(self, rhs: u8) -> u8 {
        *self / rhs
    }
}

impl Div<&u8> for u8 {
    type Output = u8;

    #[track_caller]
    fn div(self, rhs: &u8) -> u8 {
        self / *rhs
    }
}

impl Div<&u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn div(self, rhs: &u8) -> u8 {
        *self / *rhs
    }
}

impl DivAssign for u8 {
    #[track_caller]
    fn div_assign(&mut self, rhs: u8) {
        *self /= rhs;
    }
}

impl DivAssign<&u8> for u8 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &u8) {
        *self /= *rhs;
    }
}

impl Rem for u8 {
    type Output = u8;

    #[track_caller]
    fn rem(self, rhs: u8) -> u8 {
        self % rhs
    }
}

impl Rem<u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn rem(self, rhs: u8) -> u8 {
        *self % rhs
    }
}

impl Rem<&u8> for u8 {
    type Output = u8;

    #[track_caller]
    fn rem(self, rhs: &u8) -> u8 {
        self % *rhs
    }
}

impl Rem<&u8> for &u8 {
    type Output = u8;

    #[track_caller]
    fn rem(self, rhs: &u8) -> u8 {
        *self % *rhs
    }
}

impl RemAssign for u8 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: u8) {
        *self %= rhs;
    }
}

impl RemAssign<&u8> for u8 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &u8) {
        *self %= *rhs;
    }
}

impl Add for u16 {
    type Output = u16;

    #[track_caller]
    fn add(self, rhs: u16) -> u16 {
        self + rhs
    }
}

impl Add<u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn add(self, rhs: u16) -> u16 {
        *self + rhs
    }
}

impl Add<&u16> for u16 {
    type Output = u16;

    #[track_caller]
    fn add(self, rhs: &u16) -> u16 {
        self + *rhs
    }
}

impl Add<&u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn add(self, rhs: &u16) -> u16 {
        *self + *rhs
    }
}

impl AddAssign for u16 {
    #[track_caller]
    fn add_assign(&mut self, rhs: u16) {
        *self += rhs;
    }
}

impl AddAssign<&u16> for u16 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &u16) {
        *self += *rhs;
    }
}

impl Sub for u16 {
    type Output = u16;

    #[track_caller]
    fn sub(self, rhs: u16) -> u16 {
        self - rhs
    }
}

impl Sub<u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn sub(self, rhs: u16) -> u16 {
        *self - rhs
    }
}

impl Sub<&u16> for u16 {
    type Output = u16;

    #[track_caller]
    fn sub(self, rhs: &u16) -> u16 {
        self - *rhs
    }
}

impl Sub<&u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn sub(self, rhs: &u16) -> u16 {
        *self - *rhs
    }
}

impl SubAssign for u16 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: u16) {
        *self -= rhs;
    }
}

impl SubAssign<&u16> for u16 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &u16) {
        *self -= *rhs;
    }
}

impl Mul for u16 {
    type Output = u16;

    #[track_caller]
    fn mul(self, rhs: u16) -> u16 {
        self * rhs
    }
}

impl Mul<u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn mul(self, rhs: u16) -> u16 {
        *self * rhs
    }
}

impl Mul<&u16> for u16 {
    type Output = u16;

    #[track_caller]
    fn mul(self, rhs: &u16) -> u16 {
        self * *rhs
    }
}

impl Mul<&u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn mul(self, rhs: &u16) -> u16 {
        *self * *rhs
    }
}

impl MulAssign for u16 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: u16) {
        *self *= rhs;
    }
}

impl MulAssign<&u16> for u16 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &u16) {
        *self *= *rhs;
    }
}

impl Div for u16 {
    type Output = u16;

    #[track_caller]
    fn div(self, rhs: u16) -> u16 {
        self / rhs
    }
}

impl Div<u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn div(self, rhs: u16) -> u16 {
        *self / rhs
    }
}

impl Div<&u16> for u16 {
    type Output = u16;

    #[track_caller]
    fn div(self, rhs: &u16) -> u16 {
        self / *rhs
    }
}

impl Div<&u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn div(self, rhs: &u16) -> u16 {
        *self / *rhs
    }
}

impl DivAssign for u16 {
    #[track_caller]
    fn div_assign(&mut self, rhs: u16) {
        *self /= rhs;
    }
}

impl DivAssign<&u16> for u16 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &u16) {
        *self /= *rhs;
    }
}

impl Rem for u16 {
    type Output = u16;

    #[track_caller]
    fn rem(self, rhs: u16) -> u16 {
        self % rhs
    }
}

impl Rem<u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn rem(self, rhs: u16) -> u16 {
        *self % rhs
    }
}

impl Rem<&u16> for u16 {
    type Output = u16;

    #[track_caller]
    fn rem(self, rhs: &u16) -> u16 {
        self % *rhs
    }
}

impl Rem<&u16> for &u16 {
    type Output = u16;

    #[track_caller]
    fn rem(self, rhs: &u16) -> u16 {
        *self % *rhs
    }
}

impl RemAssign for u16 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: u16) {
        *self %= rhs;
    }
}

impl RemAssign<&u16> for u16 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &u16) {
        *self %= *rhs;
    }
}

impl Add for u32 {
    type Output = u32;

    #[track_caller]
    fn add(self, rhs: u32) -> u32 {
        self + rhs
    }
}

impl Add<u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn add(self, rhs: u32) -> u32 {
        *self + rhs
    }
}

impl Add<&u32> for u32 {
    type Output = u32;

    #[track_caller]
    fn add(self, rhs: &u32) -> u32 {
        self + *rhs
    }
}

impl Add<&u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn add(self, rhs: &u32) -> u32 {
        *self + *rhs
    }
}

impl AddAssign for u32 {
    #[track_caller]
    fn add_assign(&mut self, rhs: u32) {
        *self += rhs;
    }
}

impl AddAssign<&u32> for u32 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &u32) {
        *self += *rhs;
    }
}

impl Sub for u32 {
    type Output = u32;

    #[track_caller]
    fn sub(self, rhs: u32) -> u32 {
        self - rhs
    }
}

impl Sub<u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn sub(self, rhs: u32) -> u32 {
        *self - rhs
    }
}

impl Sub<&u32> for u32 {
    type Output = u32;

    #[track_caller]
    fn sub(self, rhs: &u32) -> u32 {
        self - *rhs
    }
}

impl Sub<&u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn sub(self, rhs: &u32) -> u32 {
        *self - *rhs
    }
}

impl SubAssign for u32 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: u32) {
        *self -= rhs;
    }
}

impl SubAssign<&u32> for u32 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &u32) {
        *self -= *rhs;
    }
}

impl Mul for u32 {
    type Output = u32;

    #[track_caller]
    fn mul(self, rhs: u32) -> u32 {
        self * rhs
    }
}

impl Mul<u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn mul(self, rhs: u32) -> u32 {
        *self * rhs
    }
}

impl Mul<&u32> for u32 {
    type Output = u32;

    #[track_caller]
    fn mul(self, rhs: &u32) -> u32 {
        self * *rhs
    }
}

impl Mul<&u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn mul(self, rhs: &u32) -> u32 {
        *self * *rhs
    }
}

impl MulAssign for u32 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: u32) {
        *self *= rhs;
    }
}

impl MulAssign<&u32> for u32 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &u32) {
        *self *= *rhs;
    }
}

impl Div for u32 {
    type Output = u32;

    #[track_caller]
    fn div(self, rhs: u32) -> u32 {
        self / rhs
    }
}

impl Div<u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn div(self, rhs: u32) -> u32 {
        *self / rhs
    }
}

impl Div<&u32> for u32 {
    type Output = u32;

    #[track_caller]
    fn div(self, rhs: &u32) -> u32 {
        self / *rhs
    }
}

impl Div<&u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn div(self, rhs: &u32) -> u32 {
        *self / *rhs
    }
}

impl DivAssign for u32 {
    #[track_caller]
    fn div_assign(&mut self, rhs: u32) {
        *self /= rhs;
    }
}

impl DivAssign<&u32> for u32 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &u32) {
        *self /= *rhs;
    }
}

impl Rem for u32 {
    type Output = u32;

    #[track_caller]
    fn rem(self, rhs: u32) -> u32 {
        self % rhs
    }
}

impl Rem<u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn rem(self, rhs: u32) -> u32 {
        *self % rhs
    }
}

impl Rem<&u32> for u32 {
    type Output = u32;

    #[track_caller]
    fn rem(self, rhs: &u32) -> u32 {
        self % *rhs
    }
}

impl Rem<&u32> for &u32 {
    type Output = u32;

    #[track_caller]
    fn rem(self, rhs: &u32) -> u32 {
        *self % *rhs
    }
}

impl RemAssign for u32 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: u32) {
        *self %= rhs;
    }
}

impl RemAssign<&u32> for u32 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &u32) {
        *self %= *rhs;
    }
}

impl Add for u64 {
    type Output = u64;

    #[track_caller]
    fn add(self, rhs: u64) -> u64 {
        self + rhs
    }
}

impl Add<u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn add(self, rhs: u64) -> u64 {
        *self + rhs
    }
}

impl Add<&u64> for u64 {
    type Output = u64;

    #[track_caller]
    fn add(self, rhs: &u64) -> u64 {
        self + *rhs
    }
}

impl Add<&u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn add(self, rhs: &u64) -> u64 {
        *self + *rhs
    }
}

impl AddAssign for u64 {
    #[track_caller]
    fn add_assign(&mut self, rhs: u64) {
        *self += rhs;
    }
}

impl AddAssign<&u64> for u64 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &u64) {
        *self += *rhs;
    }
}

impl Sub for u64 {
    type Output = u64;

    #[track_caller]
    fn sub(self, rhs: u64) -> u64 {
        self - rhs
    }
}

impl Sub<u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn sub(self, rhs: u64) -> u64 {
        *self - rhs
    }
}

impl Sub<&u64> for u64 {
    type Output = u64;

    #[track_caller]
    fn sub(self, rhs: &u64) -> u64 {
        self - *rhs
    }
}

impl Sub<&u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn sub(self, rhs: &u64) -> u64 {
        *self - *rhs
    }
}

impl SubAssign for u64 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: u64) {
        *self -= rhs;
    }
}

impl SubAssign<&u64> for u64 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &u64) {
        *self -= *rhs;
    }
}

impl Mul for u64 {
    type Output = u64;

    #[track_caller]
    fn mul(self, rhs: u64) -> u64 {
        self * rhs
    }
}

impl Mul<u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn mul(self, rhs: u64) -> u64 {
        *self * rhs
    }
}

impl Mul<&u64> for u64 {
    type Output = u64;

    #[track_caller]
    fn mul(self, rhs: &u64) -> u64 {
        self * *rhs
    }
}

impl Mul<&u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn mul(self, rhs: &u64) -> u64 {
        *self * *rhs
    }
}

impl MulAssign for u64 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: u64) {
        *self *= rhs;
    }
}

impl MulAssign<&u64> for u64 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &u64) {
        *self *= *rhs;
    }
}

impl Div for u64 {
    type Output = u64;

    #[track_caller]
    fn div(self, rhs: u64) -> u64 {
        self / rhs
    }
}

impl Div<u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn div(self, rhs: u64) -> u64 {
        *self / rhs
    }
}

impl Div<&u64> for u64 {
    type Output = u64;

    #[track_caller]
    fn div(self, rhs: &u64) -> u64 {
        self / *rhs
    }
}

impl Div<&u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn div(self, rhs: &u64) -> u64 {
        *self / *rhs
    }
}

impl DivAssign for u64 {
    #[track_caller]
    fn div_assign(&mut self, rhs: u64) {
        *self /= rhs;
    }
}

impl DivAssign<&u64> for u64 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &u64) {
        *self /= *rhs;
    }
}

impl Rem for u64 {
    type Output = u64;

    #[track_caller]
    fn rem(self, rhs: u64) -> u64 {
        self % rhs
    }
}

impl Rem<u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn rem(self, rhs: u64) -> u64 {
        *self % rhs
    }
}

impl Rem<&u64> for u64 {
    type Output = u64;

    #[track_caller]
    fn rem(self, rhs: &u64) -> u64 {
        self % *rhs
    }
}

impl Rem<&u64> for &u64 {
    type Output = u64;

    #[track_caller]
    fn rem(self, rhs: &u64) -> u64 {
        *self % *rhs
    }
}

impl RemAssign for u64 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: u64) {
        *self %= rhs;
    }
}

impl RemAssign<&u64> for u64 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &u64) {
        *self %= *rhs;
    }
}

impl Add for u128 {
    type Output = u128;

    #[track_caller]
    fn add(self, rhs: u128) -> u128 {
        self + rhs
    }
}

impl Add<u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn add(self, rhs: u128) -> u128 {
        *self + rhs
    }
}

impl Add<&u128> for u128 {
    type Output = u128;

    #[track_caller]
    fn add(self, rhs: &u128) -> u128 {
        self + *rhs
    }
}

impl Add<&u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn add(self, rhs: &u128) -> u128 {
        *self + *rhs
    }
}

impl AddAssign for u128 {
    #[track_caller]
    fn add_assign(&mut self, rhs: u128) {
        *self += rhs;
    }
}

impl AddAssign<&u128> for u128 {
    #[track_caller]
    fn add_assign(&mut self, rhs: &u128) {
        *self += *rhs;
    }
}

impl Sub for u128 {
    type Output = u128;

    #[track_caller]
    fn sub(self, rhs: u128) -> u128 {
        self - rhs
    }
}

impl Sub<u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn sub(self, rhs: u128) -> u128 {
        *self - rhs
    }
}

impl Sub<&u128> for u128 {
    type Output = u128;

    #[track_caller]
    fn sub(self, rhs: &u128) -> u128 {
        self - *rhs
    }
}

impl Sub<&u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn sub(self, rhs: &u128) -> u128 {
        *self - *rhs
    }
}

impl SubAssign for u128 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: u128) {
        *self -= rhs;
    }
}

impl SubAssign<&u128> for u128 {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &u128) {
        *self -= *rhs;
    }
}

impl Mul for u128 {
    type Output = u128;

    #[track_caller]
    fn mul(self, rhs: u128) -> u128 {
        self * rhs
    }
}

impl Mul<u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn mul(self, rhs: u128) -> u128 {
        *self * rhs
    }
}

impl Mul<&u128> for u128 {
    type Output = u128;

    #[track_caller]
    fn mul(self, rhs: &u128) -> u128 {
        self * *rhs
    }
}

impl Mul<&u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn mul(self, rhs: &u128) -> u128 {
        *self * *rhs
    }
}

impl MulAssign for u128 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: u128) {
        *self *= rhs;
    }
}

impl MulAssign<&u128> for u128 {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &u128) {
        *self *= *rhs;
    }
}

impl Div for u128 {
    type Output = u128;

    #[track_caller]
    fn div(self, rhs: u128) -> u128 {
        self / rhs
    }
}

impl Div<u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn div(self, rhs: u128) -> u128 {
        *self / rhs
    }
}

impl Div<&u128> for u128 {
    type Output = u128;

    #[track_caller]
    fn div(self, rhs: &u128) -> u128 {
        self / *rhs
    }
}

impl Div<&u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn div(self, rhs: &u128) -> u128 {
        *self / *rhs
    }
}

impl DivAssign for u128 {
    #[track_caller]
    fn div_assign(&mut self, rhs: u128) {
        *self /= rhs;
    }
}

impl DivAssign<&u128> for u128 {
    #[track_caller]
    fn div_assign(&mut self, rhs: &u128) {
        *self /= *rhs;
    }
}

impl Rem for u128 {
    type Output = u128;

    #[track_caller]
    fn rem(self, rhs: u128) -> u128 {
        self % rhs
    }
}

impl Rem<u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn rem(self, rhs: u128) -> u128 {
        *self % rhs
    }
}

impl Rem<&u128> for u128 {
    type Output = u128;

    #[track_caller]
    fn rem(self, rhs: &u128) -> u128 {
        self % *rhs
    }
}

impl Rem<&u128> for &u128 {
    type Output = u128;

    #[track_caller]
    fn rem(self, rhs: &u128) -> u128 {
        *self % *rhs
    }
}

impl RemAssign for u128 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: u128) {
        *self %= rhs;
    }
}

impl RemAssign<&u128> for u128 {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &u128) {
        *self %= *rhs;
    }
}

impl Add for usize {
    type Output = usize;

    #[track_caller]
    fn add(self, rhs: usize) -> usize {
        self + rhs
    }
}

impl Add<usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn add(self, rhs: usize) -> usize {
        *self + rhs
    }
}

impl Add<&usize> for usize {
    type Output = usize;

    #[track_caller]
    fn add(self, rhs: &usize) -> usize {
        self + *rhs
    }
}

impl Add<&usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn add(self, rhs: &usize) -> usize {
        *self + *rhs
    }
}

impl AddAssign for usize {
    #[track_caller]
    fn add_assign(&mut self, rhs: usize) {
        *self += rhs;
    }
}

impl AddAssign<&usize> for usize {
    #[track_caller]
    fn add_assign(&mut self, rhs: &usize) {
        *self += *rhs;
    }
}

impl Sub for usize {
    type Output = usize;

    #[track_caller]
    fn sub(self, rhs: usize) -> usize {
        self - rhs
    }
}

impl Sub<usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn sub(self, rhs: usize) -> usize {
        *self - rhs
    }
}

impl Sub<&usize> for usize {
    type Output = usize;

    #[track_caller]
    fn sub(self, rhs: &usize) -> usize {
        self - *rhs
    }
}

impl Sub<&usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn sub(self, rhs: &usize) -> usize {
        *self - *rhs
    }
}

impl SubAssign for usize {
    #[track_caller]
    fn sub_assign(&mut self, rhs: usize) {
        *self -= rhs;
    }
}

impl SubAssign<&usize> for usize {
    #[track_caller]
    fn sub_assign(&mut self, rhs: &usize) {
        *self -= *rhs;
    }
}

impl Mul for usize {
    type Output = usize;

    #[track_caller]
    fn mul(self, rhs: usize) -> usize {
        self * rhs
    }
}

impl Mul<usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn mul(self, rhs: usize) -> usize {
        *self * rhs
    }
}

impl Mul<&usize> for usize {
    type Output = usize;

    #[track_caller]
    fn mul(self, rhs: &usize) -> usize {
        self * *rhs
    }
}

impl Mul<&usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn mul(self, rhs: &usize) -> usize {
        *self * *rhs
    }
}

impl MulAssign for usize {
    #[track_caller]
    fn mul_assign(&mut self, rhs: usize) {
        *self *= rhs;
    }
}

impl MulAssign<&usize> for usize {
    #[track_caller]
    fn mul_assign(&mut self, rhs: &usize) {
        *self *= *rhs;
    }
}

impl Div for usize {
    type Output = usize;

    #[track_caller]
    fn div(self, rhs: usize) -> usize {
        self / rhs
    }
}

impl Div<usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn div(self, rhs: usize) -> usize {
        *self / rhs
    }
}

impl Div<&usize> for usize {
    type Output = usize;

    #[track_caller]
    fn div(self, rhs: &usize) -> usize {
        self / *rhs
    }
}

impl Div<&usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn div(self, rhs: &usize) -> usize {
        *self / *rhs
    }
}

impl DivAssign for usize {
    #[track_caller]
    fn div_assign(&mut self, rhs: usize) {
        *self /= rhs;
    }
}

impl DivAssign<&usize> for usize {
    #[track_caller]
    fn div_assign(&mut self, rhs: &usize) {
        *self /= *rhs;
    }
}

impl Rem for usize {
    type Output = usize;

    #[track_caller]
    fn rem(self, rhs: usize) -> usize {
        self % rhs
    }
}

impl Rem<usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn rem(self, rhs: usize) -> usize {
        *self % rhs
    }
}

impl Rem<&usize> for usize {
    type Output = usize;

    #[track_caller]
    fn rem(self, rhs: &usize) -> usize {
        self % *rhs
    }
}

impl Rem<&usize> for &usize {
    type Output = usize;

    #[track_caller]
    fn rem(self, rhs: &usize) -> usize {
        *self % *rhs
    }
}

impl RemAssign for usize {
    #[track_caller]
    fn rem_assign(&mut self, rhs: usize) {
        *self %= rhs;
    }
}

impl RemAssign<&usize> for usize {
    #[track_caller]
    fn rem_assign(&mut self, rhs: &usize) {
        *self %= *rhs;
    }
}

impl Add for f32 {
    type Output = f32;

    fn add(self, rhs: f32) -> f32 {
        self + rhs
    }
}

impl Add<f32> for &f32 {
    type Output = f32;

    fn add(self, rhs: f32) -> f32 {
        *self + rhs
    }
}

impl Add<&f32> for f32 {
    type Output = f32;

    fn add(self, rhs: &f32) -> f32 {
        self + *rhs
    }
}

impl Add<&f32> for &f32 {
    type Output = f32;

    fn add(self, rhs: &f32) -> f32 {
        *self + *rhs
    }
}

impl AddAssign for f32 {
    fn add_assign(&mut self, rhs: f32) {
        *self += rhs;
    }
}

impl AddAssign<&f32> for f32 {
    fn add_assign(&mut self, rhs: &f32) {
        *self += *rhs;
    }
}

impl Sub for f32 {
    type Output = f32;

    fn sub(self, rhs: f32) -> f32 {
        self - rhs
    }
}

impl Sub<f32> for &f32 {
    type Output = f32;

    fn sub(self, rhs: f32) -> f32 {
        *self - rhs
    }
}

impl Sub<&f32> for f32 {
    type Output = f32;

    fn sub(self, rhs: &f32) -> f32 {
        self - *rhs
    }
}

impl Sub<&f32> for &f32 {
    type Output = f32;

    fn sub(self, rhs: &f32) -> f32 {
        *self - *rhs
    }
}

impl SubAssign for f32 {
    fn sub_assign(&mut self, rhs: f32) {
        *self -= rhs;
    }
}

impl SubAssign<&f32> for f32 {
    fn sub_assign(&mut self, rhs: &f32) {
        *self -= *rhs;
    }
}

impl Mul for f32 {
    type Output = f32;

    fn mul(self, rhs: f32) -> f32 {
        self * rhs
    }
}

impl Mul<f32> for &f32 {
    type Output = f32;

    fn mul(self, rhs: f32) -> f32 {
        *self * rhs
    }
}

impl Mul<&f32> for f32 {
    type Output = f32;

    fn mul(self, rhs: &f32) -> f32 {
        self * *rhs
    }
}

impl Mul<&f32> for &f32 {
    type Output = f32;

    fn mul(self, rhs: &f32) -> f32 {
        *self * *rhs
    }
}

impl MulAssign for f32 {
    fn mul_assign(&mut self, rhs: f32) {
        *self *= rhs;
    }
}

impl MulAssign<&f32> for f32 {
    fn mul_assign(&mut self, rhs: &f32) {
        *self *= *rhs;
    }
}

impl Div for f32 {
    type Output = f32;

    fn div(self, rhs: f32) -> f32 {
        self / rhs
    }
}

impl Div<f32> for &f32 {
    type Output = f32;

    fn div(self, rhs: f32) -> f32 {
        *self / rhs
    }
}

impl Div<&f32> for f32 {
    type Output = f32;

    fn div(self, rhs: &f32) -> f32 {
        self / *rhs
    }
}

impl Div<&f32> for &f32 {
    type Output = f32;

    fn div(self, rhs: &f32) -> f32 {
        *self / *rhs
    }
}

impl DivAssign for f32 {
    fn div_assign(&mut self, rhs: f32) {
        *self /= rhs;
    }
}

impl DivAssign<&f32> for f32 {
    fn div_assign(&mut self, rhs: &f32) {
        *self /= *rhs;
    }
}

impl Rem for f32 {
    type Output = f32;

    fn rem(self, rhs: f32) -> f32 {
        self % rhs
    }
}

impl Rem<f32> for &f32 {
    type Output = f32;

    fn rem(self, rhs: f32) -> f32 {
        *self % rhs
    }
}

impl Rem<&f32> for f32 {
    type Output = f32;

    fn rem(self, rhs: &f32) -> f32 {
        self % *rhs
    }
}

impl Rem<&f32> for &f32 {
    type Output = f32;

    fn rem(self, rhs: &f32) -> f32 {
        *self % *rhs
    }
}

impl RemAssign for f32 {
    fn rem_assign(&mut self, rhs: f32) {
        *self %= rhs;
    }
}

impl RemAssign<&f32> for f32 {
    fn rem_assign(&mut self, rhs: &f32) {
        *self %= *rhs;
    }
}

impl Neg for f32 {
    type Output = f32;

    fn neg(self) -> f32 {
        -self
    }
}

impl Neg for &f32 {
    type Output = f32;

    fn neg(self) -> f32 {
        -*self
    }
}

impl Add for f64 {
    type Output = f64;

    fn add(self, rhs: f64) -> f64 {
        self + rhs
    }
}

impl Add<f64> for &f64 {
    type Output = f64;

    fn add(self, rhs: f64) -> f64 {
        *self + rhs
    }
}

impl Add<&f64> for f64 {
    type Output = f64;

    fn add(self, rhs: &f64) -> f64 {
        self + *rhs
    }
}

impl Add<&f64> for &f64 {
    type Output = f64;

    fn add(self, rhs: &f64) -> f64 {
        *self + *rhs
    }
}

impl AddAssign for f64 {
    fn add_assign(&mut self, rhs: f64) {
        *self += rhs;
    }
}

impl AddAssign<&f64> for f64 {
    fn add_assign(&mut self, rhs: &f64) {
        *self += *rhs;
    }
}

impl Sub for f64 {
    type Output = f64;

    fn sub(self, rhs: f64) -> f64 {
        self - rhs
    }
}

impl Sub<f64> for &f64 {
    type Output = f64;

    fn sub(self, rhs: f64) -> f64 {
        *self - rhs
    }
}

impl Sub<&f64> for f64 {
    type Output = f64;

    fn sub(self, rhs: &f64) -> f64 {
        self - *rhs
    }
}

impl Sub<&f64> for &f64 {
    type Output = f64;

    fn sub(self, rhs: &f64) -> f64 {
        *self - *rhs
    }
}

impl SubAssign for f64 {
    fn sub_assign(&mut self, rhs: f64) {
        *self -= rhs;
    }
}

impl SubAssign<&f64> for f64 {
    fn sub_assign(&mut self, rhs: &f64) {
        *self -= *rhs;
    }
}

impl Mul for f64 {
    type Output = f64;

    fn mul(self, rhs: f64) -> f64 {
        self * rhs
    }
}

impl Mul<f64> for &f64 {
    type Output = f64;

    fn mul(self, rhs: f64) -> f64 {
        *self * rhs
    }
}

impl Mul<&f64> for f64 {
    type Output = f64;

    fn mul(self, rhs: &f64) -> f64 {
        self * *rhs
    }
}

impl Mul<&f64> for &f64 {
    type Output = f64;

    fn mul(self, rhs: &f64) -> f64 {
        *self * *rhs
    }
}

impl MulAssign for f64 {
    fn mul_assign(&mut self, rhs: f64) {
        *self *= rhs;
    }
}

impl MulAssign<&f64> for f64 {
    fn mul_assign(&mut self, rhs: &f64) {
        *self *= *rhs;
    }
}

impl Div for f64 {
    type Output = f64;

    fn div(self, rhs: f64) -> f64 {
        self / rhs
    }
}

impl Div<f64> for &f64 {
    type Output = f64;

    fn div(self, rhs: f64) -> f64 {
        *self / rhs
    }
}

impl Div<&f64> for f64 {
    type Output = f64;

    fn div(self, rhs: &f64) -> f64 {
        self / *rhs
    }
}

impl Div<&f64> for &f64 {
    type Output = f64;

    fn div(self, rhs: &f64) -> f64 {
        *self / *rhs
    }
}

impl DivAssign for f64 {
    fn div_assign(&mut self, rhs: f64) {
        *self /= rhs;
    }
}

impl DivAssign<&f64> for f64 {
    fn div_assign(&mut self, rhs: &f64) {
        *self /= *rhs;
    }
}

impl Rem for f64 {
    type Output = f64;

    fn rem(self, rhs: f64) -> f64 {
        self % rhs
    }
}

impl Rem<f64> for &f64 {
    type Output = f64;

    fn rem(self, rhs: f64) -> f64 {
        *self % rhs
    }
}

impl Rem<&f64> for f64 {
    type Output = f64;

    fn rem(self, rhs: &f64) -> f64 {
        self % *rhs
    }
}

impl Rem<&f64> for &f64 {
    type Output = f64;

    fn rem(self, rhs: &f64) -> f64 {
        *self % *rhs
    }
}

impl RemAssign for f64 {
    fn rem_assign(&mut self, rhs: f64) {
        *self %= rhs;
    }
}

impl RemAssign<&f64> for f64 {
    fn rem_assign(&mut self, rhs: &f64) {
        *self %= *rhs;
    }
}

impl Neg for f64 {
    type Output = f64;

    fn neg(self) -> f64 {
        -self
    }
}

impl Neg for &f64 {
    type Output = f64;

    fn neg(self) -> f64 {
        -*self
    }
}
