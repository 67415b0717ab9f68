//! `Clone`.

use crate::array;
use crate::intrinsics;

pub trait Clone: Sized {
    fn clone(&self) -> Self;

    fn clone_from(&mut self, source: &Self) {
        *self = source.clone();
    }
}

impl Clone for bool {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for char {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for i8 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for i16 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for i32 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for i64 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for i128 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for isize {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for u8 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for u16 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for u32 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for u64 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for u128 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for usize {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for f32 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for f64 {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for () {
    fn clone(&self) -> Self {
        *self
    }
}

impl Clone for ! {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Clone for &T {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Clone for *const T {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Clone for *mut T {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone, const N: usize> Clone for [T; N] {
    fn clone(&self) -> Self {
        if intrinsics::needs_drop::<T>() {
            return array::from_fn(|i| self[i].clone());
        }
        unsafe {
            // Every element is written over before anyone can see the copy.
            let mut copy = intrinsics::ptr_read(self as *const [T; N]);
            for i in 0..N {
                intrinsics::ptr_write(&mut copy[i] as *mut T, self[i].clone());
            }
            copy
        }
    }

    fn clone_from(&mut self, source: &Self) {
        self.clone_from_slice(source);
    }
}

impl<A: Clone> Clone for (A,) {
    fn clone(&self) -> Self {
        (self.0.clone(),)
    }
}

impl<A: Clone, B: Clone> Clone for (A, B) {
    fn clone(&self) -> Self {
        (self.0.clone(), self.1.clone())
    }
}

impl<A: Clone, B: Clone, C: Clone> Clone for (A, B, C) {
    fn clone(&self) -> Self {
        (self.0.clone(), self.1.clone(), self.2.clone())
    }
}

impl<A: Clone, B: Clone, C: Clone, D: Clone> Clone for (A, B, C, D) {
    fn clone(&self) -> Self {
        (self.0.clone(), self.1.clone(), self.2.clone(), self.3.clone())
    }
}

impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone> Clone for (A, B, C, D, E) {
    fn clone(&self) -> Self {
        (self.0.clone(), self.1.clone(), self.2.clone(), self.3.clone(), self.4.clone())
    }
}

impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone> Clone for (A, B, C, D, E, F) {
    fn clone(&self) -> Self {
        (self.0.clone(), self.1.clone(), self.2.clone(), self.3.clone(), self.4.clone(), self.5.clone())
    }
}

impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone> Clone for (A, B, C, D, E, F, G) {
    fn clone(&self) -> Self {
        (self.0.clone(), self.1.clone(), self.2.clone(), self.3.clone(), self.4.clone(), self.5.clone(), self.6.clone())
    }
}

impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone, H: Clone> Clone
    for (A, B, C, D, E, F, G, H)
{
    fn clone(&self) -> Self {
        (
            self.0.clone(),
            self.1.clone(),
            self.2.clone(),
            self.3.clone(),
            self.4.clone(),
            self.5.clone(),
            self.6.clone(),
            self.7.clone(),
        )
    }
}

impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone, H: Clone, I: Clone> Clone
    for (A, B, C, D, E, F, G, H, I)
{
    fn clone(&self) -> Self {
        (
            self.0.clone(),
            self.1.clone(),
            self.2.clone(),
            self.3.clone(),
            self.4.clone(),
            self.5.clone(),
            self.6.clone(),
            self.7.clone(),
            self.8.clone(),
        )
    }
}

impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone, H: Clone, I: Clone, J: Clone> Clone
    for (A, B, C, D, E, F, G, H, I, J)
{
    fn clone(&self) -> Self {
        (
            self.0.clone(),
            self.1.clone(),
            self.2.clone(),
            self.3.clone(),
            self.4.clone(),
            self.5.clone(),
            self.6.clone(),
            self.7.clone(),
            self.8.clone(),
            self.9.clone(),
        )
    }
}

impl<A: Clone, B: Clone, C: Clone, D: Clone, E: Clone, F: Clone, G: Clone, H: Clone, I: Clone, J: Clone, K: Clone> Clone
    for (A, B, C, D, E, F, G, H, I, J, K)
{
    fn clone(&self) -> Self {
        (
            self.0.clone(),
            self.1.clone(),
            self.2.clone(),
            self.3.clone(),
            self.4.clone(),
            self.5.clone(),
            self.6.clone(),
            self.7.clone(),
            self.8.clone(),
            self.9.clone(),
            self.10.clone(),
        )
    }
}

impl<
    A: Clone,
    B: Clone,
    C: Clone,
    D: Clone,
    E: Clone,
    F: Clone,
    G: Clone,
    H: Clone,
    I: Clone,
    J: Clone,
    K: Clone,
    L: Clone,
> Clone for (A, B, C, D, E, F, G, H, I, J, K, L)
{
    fn clone(&self) -> Self {
        (
            self.0.clone(),
            self.1.clone(),
            self.2.clone(),
            self.3.clone(),
            self.4.clone(),
            self.5.clone(),
            self.6.clone(),
            self.7.clone(),
            self.8.clone(),
            self.9.clone(),
            self.10.clone(),
            self.11.clone(),
        )
    }
}

/// What cloning a function, a pointer to one, or a closure that can be copied is.
pub(crate) fn clone_bits<C>(value: &C) -> C {
    unsafe { intrinsics::ptr_read(value as *const C) }
}

/// What cloning any other closure is: `T` holds its captures, and is laid out as the closure is.
pub(crate) fn clone_captures<C, T: Clone>(closure: &C) -> C {
    unsafe {
        let captures = crate::mem::ManuallyDrop::new((&*(closure as *const C as *const T)).clone());
        intrinsics::ptr_read(&captures as *const crate::mem::ManuallyDrop<T> as *const C)
    }
}

#[derive(Clone)]
struct Captures1<A>(A);

#[derive(Clone)]
struct Captures2<A, B>(A, B);

#[derive(Clone)]
struct Captures3<A, B, C>(A, B, C);

#[derive(Clone)]
struct Captures4<A, B, C, D>(A, B, C, D);

#[derive(Clone)]
struct Captures5<A, B, C, D, E>(A, B, C, D, E);

#[derive(Clone)]
struct Captures6<A, B, C, D, E, F>(A, B, C, D, E, F);

#[derive(Clone)]
struct Captures7<A, B, C, D, E, F, G>(A, B, C, D, E, F, G);

#[derive(Clone)]
struct Captures8<A, B, C, D, E, F, G, H>(A, B, C, D, E, F, G, H);

#[derive(Clone)]
struct Captures9<A, B, C, D, E, F, G, H, I>(A, B, C, D, E, F, G, H, I);

#[derive(Clone)]
struct Captures10<A, B, C, D, E, F, G, H, I, J>(A, B, C, D, E, F, G, H, I, J);

#[derive(Clone)]
struct Captures11<A, B, C, D, E, F, G, H, I, J, K>(A, B, C, D, E, F, G, H, I, J, K);

#[derive(Clone)]
struct Captures12<A, B, C, D, E, F, G, H, I, J, K, L>(A, B, C, D, E, F, G, H, I, J, K, L);
