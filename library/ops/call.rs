//! Calls of values whose type is not known where they are called: what the vtables of `dyn Fn` and its kin refer to, and
//! calls that use up a box. There is a function for each number of arguments.

use crate::boxed::Box;
use crate::intrinsics;
use crate::ops::{Fn, FnMut, FnOnce};

pub fn call_0<T: ?Sized + Fn<()>>(value: &T) -> T::Output {
    value()
}

pub fn call_mut_0<T: ?Sized + FnMut<()>>(value: &mut T) -> T::Output {
    value()
}

pub fn call_once_0<T: FnOnce<()>>(value: *mut T) -> T::Output {
    intrinsics::ptr_read(value as *const T)()
}

pub fn call_box_0<T: ?Sized + FnOnce<()>>(value: Box<T>) -> T::Output {
    (*value)()
}

pub fn call_1<T: ?Sized + Fn<(A,)>, A>(value: &T, a: A) -> T::Output {
    value(a)
}

pub fn call_mut_1<T: ?Sized + FnMut<(A,)>, A>(value: &mut T, a: A) -> T::Output {
    value(a)
}

pub fn call_once_1<T: FnOnce<(A,)>, A>(value: *mut T, a: A) -> T::Output {
    intrinsics::ptr_read(value as *const T)(a)
}

pub fn call_box_1<T: ?Sized + FnOnce<(A,)>, A>(value: Box<T>, a: A) -> T::Output {
    (*value)(a)
}

pub fn call_2<T: ?Sized + Fn<(A, B)>, A, B>(value: &T, a: A, b: B) -> T::Output {
    value(a, b)
}

pub fn call_mut_2<T: ?Sized + FnMut<(A, B)>, A, B>(value: &mut T, a: A, b: B) -> T::Output {
    value(a, b)
}

pub fn call_once_2<T: FnOnce<(A, B)>, A, B>(value: *mut T, a: A, b: B) -> T::Output {
    intrinsics::ptr_read(value as *const T)(a, b)
}

pub fn call_box_2<T: ?Sized + FnOnce<(A, B)>, A, B>(value: Box<T>, a: A, b: B) -> T::Output {
    (*value)(a, b)
}

pub fn call_3<T: ?Sized + Fn<(A, B, C)>, A, B, C>(value: &T, a: A, b: B, c: C) -> T::Output {
    value(a, b, c)
}

pub fn call_mut_3<T: ?Sized + FnMut<(A, B, C)>, A, B, C>(value: &mut T, a: A, b: B, c: C) -> T::Output {
    value(a, b, c)
}

pub fn call_once_3<T: FnOnce<(A, B, C)>, A, B, C>(value: *mut T, a: A, b: B, c: C) -> T::Output {
    intrinsics::ptr_read(value as *const T)(a, b, c)
}

pub fn call_box_3<T: ?Sized + FnOnce<(A, B, C)>, A, B, C>(value: Box<T>, a: A, b: B, c: C) -> T::Output {
    (*value)(a, b, c)
}

pub fn call_4<T: ?Sized + Fn<(A, B, C, D)>, A, B, C, D>(value: &T, a: A, b: B, c: C, d: D) -> T::Output {
    value(a, b, c, d)
}

pub fn call_mut_4<T: ?Sized + FnMut<(A, B, C, D)>, A, B, C, D>(value: &mut T, a: A, b: B, c: C, d: D) -> T::Output {
    value(a, b, c, d)
}

pub fn call_once_4<T: FnOnce<(A, B, C, D)>, A, B, C, D>(value: *mut T, a: A, b: B, c: C, d: D) -> T::Output {
    intrinsics::ptr_read(value as *const T)(a, b, c, d)
}

pub fn call_box_4<T: ?Sized + FnOnce<(A, B, C, D)>, A, B, C, D>(value: Box<T>, a: A, b: B, c: C, d: D) -> T::Output {
    (*value)(a, b, c, d)
}

pub fn call_5<T: ?Sized + Fn<(A, B, C, D, E)>, A, B, C, D, E>(value: &T, a: A, b: B, c: C, d: D, e: E) -> T::Output {
    value(a, b, c, d, e)
}

pub fn call_mut_5<T: ?Sized + FnMut<(A, B, C, D, E)>, A, B, C, D, E>(value: &mut T, a: A, b: B, c: C, d: D, e: E) -> T::Output {
    value(a, b, c, d, e)
}

pub fn call_once_5<T: FnOnce<(A, B, C, D, E)>, A, B, C, D, E>(value: *mut T, a: A, b: B, c: C, d: D, e: E) -> T::Output {
    intrinsics::ptr_read(value as *const T)(a, b, c, d, e)
}

pub fn call_box_5<T: ?Sized + FnOnce<(A, B, C, D, E)>, A, B, C, D, E>(value: Box<T>, a: A, b: B, c: C, d: D, e: E) -> T::Output {
    (*value)(a, b, c, d, e)
}

pub fn call_6<T: ?Sized + Fn<(A, B, C, D, E, F)>, A, B, C, D, E, F>(value: &T, a: A, b: B, c: C, d: D, e: E, f: F) -> T::Output {
    value(a, b, c, d, e, f)
}

pub fn call_mut_6<T: ?Sized + FnMut<(A, B, C, D, E, F)>, A, B, C, D, E, F>(value: &mut T, a: A, b: B, c: C, d: D, e: E, f: F) -> T::Output {
    value(a, b, c, d, e, f)
}

pub fn call_once_6<T: FnOnce<(A, B, C, D, E, F)>, A, B, C, D, E, F>(value: *mut T, a: A, b: B, c: C, d: D, e: E, f: F) -> T::Output {
    intrinsics::ptr_read(value as *const T)(a, b, c, d, e, f)
}

pub fn call_box_6<T: ?Sized + FnOnce<(A, B, C, D, E, F)>, A, B, C, D, E, F>(value: Box<T>, a: A, b: B, c: C, d: D, e: E, f: F) -> T::Output {
    (*value)(a, b, c, d, e, f)
}

pub fn call_7<T: ?Sized + Fn<(A, B, C, D, E, F, G)>, A, B, C, D, E, F, G>(value: &T, a: A, b: B, c: C, d: D, e: E, f: F, g: G) -> T::Output {
    value(a, b, c, d, e, f, g)
}

pub fn call_mut_7<T: ?Sized + FnMut<(A, B, C, D, E, F, G)>, A, B, C, D, E, F, G>(value: &mut T, a: A, b: B, c: C, d: D, e: E, f: F, g: G) -> T::Output {
    value(a, b, c, d, e, f, g)
}

pub fn call_once_7<T: FnOnce<(A, B, C, D, E, F, G)>, A, B, C, D, E, F, G>(value: *mut T, a: A, b: B, c: C, d: D, e: E, f: F, g: G) -> T::Output {
    intrinsics::ptr_read(value as *const T)(a, b, c, d, e, f, g)
}

pub fn call_box_7<T: ?Sized + FnOnce<(A, B, C, D, E, F, G)>, A, B, C, D, E, F, G>(value: Box<T>, a: A, b: B, c: C, d: D, e: E, f: F, g: G) -> T::Output {
    (*value)(a, b, c, d, e, f, g)
}

pub fn call_8<T: ?Sized + Fn<(A, B, C, D, E, F, G, H)>, A, B, C, D, E, F, G, H>(value: &T, a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H) -> T::Output {
    value(a, b, c, d, e, f, g, h)
}

pub fn call_mut_8<T: ?Sized + FnMut<(A, B, C, D, E, F, G, H)>, A, B, C, D, E, F, G, H>(value: &mut T, a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H) -> T::Output {
    value(a, b, c, d, e, f, g, h)
}

pub fn call_once_8<T: FnOnce<(A, B, C, D, E, F, G, H)>, A, B, C, D, E, F, G, H>(value: *mut T, a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H) -> T::Output {
    intrinsics::ptr_read(value as *const T)(a, b, c, d, e, f, g, h)
}

pub fn call_box_8<T: ?Sized + FnOnce<(A, B, C, D, E, F, G, H)>, A, B, C, D, E, F, G, H>(value: Box<T>, a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H) -> T::Output {
    (*value)(a, b, c, d, e, f, g, h)
}
