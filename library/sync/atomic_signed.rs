//! Integers that threads share.

use super::atomic::{Ordering, check_failure, check_load, check_store};
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::mem;

pub struct AtomicI8 {
    v: UnsafeCell<i8>,
}

impl AtomicI8 {
    pub const fn new(v: i8) -> AtomicI8 {
        AtomicI8 { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut i8 {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> i8 {
        self.v.into_inner()
    }

    fn change(&self, val: i8) -> i8 {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> i8 {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> i8 {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: i8, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: i8, _order: Ordering) -> i8 {
        self.change(val)
    }

    pub fn compare_exchange(&self, current: i8, new: i8, _success: Ordering, failure: Ordering) -> Result<i8, i8> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(&self, current: i8, new: i8, success: Ordering, failure: Ordering) -> Result<i8, i8> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<i8, i8>
    where
        F: FnMut(i8) -> Option<i8>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: i8, _order: Ordering) -> i8 {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: i8, _order: Ordering) -> i8 {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: i8, _order: Ordering) -> i8 {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: i8, _order: Ordering) -> i8 {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: i8, _order: Ordering) -> i8 {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: i8, _order: Ordering) -> i8 {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: i8, _order: Ordering) -> i8 {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: i8, _order: Ordering) -> i8 {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicI8 {
    fn default() -> AtomicI8 {
        AtomicI8::new(0)
    }
}

impl From<i8> for AtomicI8 {
    fn from(v: i8) -> AtomicI8 {
        AtomicI8::new(v)
    }
}

impl fmt::Debug for AtomicI8 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}

pub struct AtomicI16 {
    v: UnsafeCell<i16>,
}

impl AtomicI16 {
    pub const fn new(v: i16) -> AtomicI16 {
        AtomicI16 { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut i16 {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> i16 {
        self.v.into_inner()
    }

    fn change(&self, val: i16) -> i16 {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> i16 {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> i16 {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: i16, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: i16, _order: Ordering) -> i16 {
        self.change(val)
    }

    pub fn compare_exchange(&self, current: i16, new: i16, _success: Ordering, failure: Ordering) -> Result<i16, i16> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(
        &self,
        current: i16,
        new: i16,
        success: Ordering,
        failure: Ordering,
    ) -> Result<i16, i16> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<i16, i16>
    where
        F: FnMut(i16) -> Option<i16>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: i16, _order: Ordering) -> i16 {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: i16, _order: Ordering) -> i16 {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: i16, _order: Ordering) -> i16 {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: i16, _order: Ordering) -> i16 {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: i16, _order: Ordering) -> i16 {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: i16, _order: Ordering) -> i16 {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: i16, _order: Ordering) -> i16 {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: i16, _order: Ordering) -> i16 {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicI16 {
    fn default() -> AtomicI16 {
        AtomicI16::new(0)
    }
}

impl From<i16> for AtomicI16 {
    fn from(v: i16) -> AtomicI16 {
        AtomicI16::new(v)
    }
}

impl fmt::Debug for AtomicI16 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}

pub struct AtomicI32 {
    v: UnsafeCell<i32>,
}

impl AtomicI32 {
    pub const fn new(v: i32) -> AtomicI32 {
        AtomicI32 { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut i32 {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> i32 {
        self.v.into_inner()
    }

    fn change(&self, val: i32) -> i32 {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> i32 {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> i32 {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: i32, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: i32, _order: Ordering) -> i32 {
        self.change(val)
    }

    pub fn compare_exchange(&self, current: i32, new: i32, _success: Ordering, failure: Ordering) -> Result<i32, i32> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(
        &self,
        current: i32,
        new: i32,
        success: Ordering,
        failure: Ordering,
    ) -> Result<i32, i32> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<i32, i32>
    where
        F: FnMut(i32) -> Option<i32>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: i32, _order: Ordering) -> i32 {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: i32, _order: Ordering) -> i32 {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: i32, _order: Ordering) -> i32 {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: i32, _order: Ordering) -> i32 {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: i32, _order: Ordering) -> i32 {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: i32, _order: Ordering) -> i32 {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: i32, _order: Ordering) -> i32 {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: i32, _order: Ordering) -> i32 {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicI32 {
    fn default() -> AtomicI32 {
        AtomicI32::new(0)
    }
}

impl From<i32> for AtomicI32 {
    fn from(v: i32) -> AtomicI32 {
        AtomicI32::new(v)
    }
}

impl fmt::Debug for AtomicI32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}

pub struct AtomicI64 {
    v: UnsafeCell<i64>,
}

impl AtomicI64 {
    pub const fn new(v: i64) -> AtomicI64 {
        AtomicI64 { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut i64 {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> i64 {
        self.v.into_inner()
    }

    fn change(&self, val: i64) -> i64 {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> i64 {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> i64 {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: i64, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: i64, _order: Ordering) -> i64 {
        self.change(val)
    }

    pub fn compare_exchange(&self, current: i64, new: i64, _success: Ordering, failure: Ordering) -> Result<i64, i64> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(
        &self,
        current: i64,
        new: i64,
        success: Ordering,
        failure: Ordering,
    ) -> Result<i64, i64> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<i64, i64>
    where
        F: FnMut(i64) -> Option<i64>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: i64, _order: Ordering) -> i64 {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: i64, _order: Ordering) -> i64 {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: i64, _order: Ordering) -> i64 {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: i64, _order: Ordering) -> i64 {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: i64, _order: Ordering) -> i64 {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: i64, _order: Ordering) -> i64 {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: i64, _order: Ordering) -> i64 {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: i64, _order: Ordering) -> i64 {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicI64 {
    fn default() -> AtomicI64 {
        AtomicI64::new(0)
    }
}

impl From<i64> for AtomicI64 {
    fn from(v: i64) -> AtomicI64 {
        AtomicI64::new(v)
    }
}

impl fmt::Debug for AtomicI64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}

pub struct AtomicIsize {
    v: UnsafeCell<isize>,
}

impl AtomicIsize {
    pub const fn new(v: isize) -> AtomicIsize {
        AtomicIsize { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut isize {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> isize {
        self.v.into_inner()
    }

    fn change(&self, val: isize) -> isize {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> isize {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> isize {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: isize, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: isize, _order: Ordering) -> isize {
        self.change(val)
    }

    pub fn compare_exchange(
        &self,
        current: isize,
        new: isize,
        _success: Ordering,
        failure: Ordering,
    ) -> Result<isize, isize> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(
        &self,
        current: isize,
        new: isize,
        success: Ordering,
        failure: Ordering,
    ) -> Result<isize, isize> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<isize, isize>
    where
        F: FnMut(isize) -> Option<isize>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: isize, _order: Ordering) -> isize {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: isize, _order: Ordering) -> isize {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: isize, _order: Ordering) -> isize {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: isize, _order: Ordering) -> isize {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: isize, _order: Ordering) -> isize {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: isize, _order: Ordering) -> isize {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: isize, _order: Ordering) -> isize {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: isize, _order: Ordering) -> isize {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicIsize {
    fn default() -> AtomicIsize {
        AtomicIsize::new(0)
    }
}

impl From<isize> for AtomicIsize {
    fn from(v: isize) -> AtomicIsize {
        AtomicIsize::new(v)
    }
}

impl fmt::Debug for AtomicIsize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}
