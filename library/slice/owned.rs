//! Slices made into vectors and boxes.

use crate::borrow::Borrow;
use crate::boxed::Box;
use crate::intrinsics;
use crate::panicking::{self, CoreFile};
use crate::string::String;
use crate::vec::Vec;

impl<T> [T] {
    pub fn to_vec(&self) -> Vec<T>
    where
        T: Clone,
    {
        let len = self.len();
        let mut v = Vec::with_capacity(len);
        let mut i = 0;
        while i < len {
            v.push(self[i].clone());
            i += 1;
        }
        v
    }

    pub fn into_vec(self: Box<[T]>) -> Vec<T> {
        let raw = Box::into_raw(self);
        unsafe {
            let len = (*raw).len();
            Vec::from_raw_parts(intrinsics::slice_as_mut_ptr(&mut *raw), len, len)
        }
    }

    pub fn repeat(&self, n: usize) -> Vec<T>
    where
        T: Copy,
    {
        let Some(len) = self.len().checked_mul(n) else {
            panicking::panic_in_core("capacity overflow", &CoreFile::AllocSlice, 523, 50)
        };
        let mut v = Vec::with_capacity(len);
        let mut i = 0;
        while i < n {
            v.extend_from_slice(self);
            i += 1;
        }
        v
    }

    pub fn concat<Item: ?Sized>(&self) -> <[T] as Concat<Item>>::Output
    where
        [T]: Concat<Item>,
    {
        Concat::concat(self)
    }

    pub fn join<Separator>(&self, sep: Separator) -> <[T] as Join<Separator>>::Output
    where
        [T]: Join<Separator>,
    {
        Join::join(self, sep)
    }
}

/// What `concat` makes of a slice.
pub trait Concat<Item: ?Sized> {
    type Output;

    fn concat(slice: &Self) -> Self::Output;
}

/// What `join` makes of a slice.
pub trait Join<Separator> {
    type Output;

    fn join(slice: &Self, sep: Separator) -> Self::Output;
}

impl<T: Clone, V: Borrow<[T]>> Concat<T> for [V] {
    type Output = Vec<T>;

    fn concat(slice: &[V]) -> Vec<T> {
        let mut size = 0;
        let mut i = 0;
        while i < slice.len() {
            size += slice[i].borrow().len();
            i += 1;
        }
        let mut result = Vec::with_capacity(size);
        let mut i = 0;
        while i < slice.len() {
            result.extend_from_slice(slice[i].borrow());
            i += 1;
        }
        result
    }
}

impl<S: Borrow<str>> Concat<str> for [S] {
    type Output = String;

    fn concat(slice: &[S]) -> String {
        Join::join(slice, "")
    }
}

impl<T: Clone, V: Borrow<[T]>> Join<&T> for [V] {
    type Output = Vec<T>;

    fn join(slice: &[V], sep: &T) -> Vec<T> {
        let mut result = Vec::new();
        let mut i = 0;
        while i < slice.len() {
            if i > 0 {
                result.push(sep.clone());
            }
            result.extend_from_slice(slice[i].borrow());
            i += 1;
        }
        result
    }
}

impl<T: Clone, V: Borrow<[T]>> Join<&[T]> for [V] {
    type Output = Vec<T>;

    fn join(slice: &[V], sep: &[T]) -> Vec<T> {
        let mut result = Vec::new();
        let mut i = 0;
        while i < slice.len() {
            if i > 0 {
                result.extend_from_slice(sep);
            }
            result.extend_from_slice(slice[i].borrow());
            i += 1;
        }
        result
    }
}

impl<S: Borrow<str>> Join<&str> for [S] {
    type Output = String;

    fn join(slice: &[S], sep: &str) -> String {
        let mut size = 0;
        let mut i = 0;
        while i < slice.len() {
            let text: &str = slice[i].borrow();
            size += text.len() + if i > 0 { sep.len() } else { 0 };
            i += 1;
        }
        let mut result = String::with_capacity(size);
        let mut i = 0;
        while i < slice.len() {
            if i > 0 {
                result.push_str(sep);
            }
            result.push_str(slice[i].borrow());
            i += 1;
        }
        result
    }
}
