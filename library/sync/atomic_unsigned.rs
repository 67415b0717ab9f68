//! Integers that threads share.

use super::atomic::{Ordering, check_failure, check_load, check_store};
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::mem;

pub struct AtomicU8 {
    v: UnsafeCell<u8>,
}

impl AtomicU8 {
    pub const fn new(v: u8) -> AtomicU8 {
        AtomicU8 { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut u8 {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> u8 {
        self.v.into_inner()
    }

    fn change(&self, val: u8) -> u8 {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> u8 {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> u8 {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: u8, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: u8, _order: Ordering) -> u8 {
        self.change(val)
    }

    pub fn compare_exchange(&self, current: u8, new: u8, _success: Ordering, failure: Ordering) -> Result<u8, u8> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(&self, current: u8, new: u8, success: Ordering, failure: Ordering) -> Result<u8, u8> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<u8, u8>
    where
        F: FnMut(u8) -> Option<u8>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: u8, _order: Ordering) -> u8 {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: u8, _order: Ordering) -> u8 {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: u8, _order: Ordering) -> u8 {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: u8, _order: Ordering) -> u8 {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: u8, _order: Ordering) -> u8 {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: u8, _order: Ordering) -> u8 {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: u8, _order: Ordering) -> u8 {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: u8, _order: Ordering) -> u8 {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicU8 {
    fn default() -> AtomicU8 {
        AtomicU8::new(0)
    }
}

impl From<u8> for AtomicU8 {
    fn from(v: u8) -> AtomicU8 {
        AtomicU8::new(v)
    }
}

impl fmt::Debug for AtomicU8 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}

pub struct AtomicU16 {
    v: UnsafeCell<u16>,
}

impl AtomicU16 {
    pub const fn new(v: u16) -> AtomicU16 {
        AtomicU16 { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut u16 {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> u16 {
        self.v.into_inner()
    }

    fn change(&self, val: u16) -> u16 {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> u16 {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> u16 {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: u16, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: u16, _order: Ordering) -> u16 {
        self.change(val)
    }

    pub fn compare_exchange(&self, current: u16, new: u16, _success: Ordering, failure: Ordering) -> Result<u16, u16> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(
        &self,
        current: u16,
        new: u16,
        success: Ordering,
        failure: Ordering,
    ) -> Result<u16, u16> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<u16, u16>
    where
        F: FnMut(u16) -> Option<u16>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: u16, _order: Ordering) -> u16 {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: u16, _order: Ordering) -> u16 {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: u16, _order: Ordering) -> u16 {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: u16, _order: Ordering) -> u16 {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: u16, _order: Ordering) -> u16 {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: u16, _order: Ordering) -> u16 {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: u16, _order: Ordering) -> u16 {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: u16, _order: Ordering) -> u16 {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicU16 {
    fn default() -> AtomicU16 {
        AtomicU16::new(0)
    }
}

impl From<u16> for AtomicU16 {
    fn from(v: u16) -> AtomicU16 {
        AtomicU16::new(v)
    }
}

impl fmt::Debug for AtomicU16 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}

pub struct AtomicU32 {
    v: UnsafeCell<u32>,
}

impl AtomicU32 {
    pub const fn new(v: u32) -> AtomicU32 {
        AtomicU32 { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut u32 {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> u32 {
        self.v.into_inner()
    }

    fn change(&self, val: u32) -> u32 {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> u32 {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> u32 {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: u32, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: u32, _order: Ordering) -> u32 {
        self.change(val)
    }

    pub fn compare_exchange(&self, current: u32, new: u32, _success: Ordering, failure: Ordering) -> Result<u32, u32> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(
        &self,
        current: u32,
        new: u32,
        success: Ordering,
        failure: Ordering,
    ) -> Result<u32, u32> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<u32, u32>
    where
        F: FnMut(u32) -> Option<u32>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: u32, _order: Ordering) -> u32 {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: u32, _order: Ordering) -> u32 {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: u32, _order: Ordering) -> u32 {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: u32, _order: Ordering) -> u32 {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: u32, _order: Ordering) -> u32 {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: u32, _order: Ordering) -> u32 {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: u32, _order: Ordering) -> u32 {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: u32, _order: Ordering) -> u32 {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicU32 {
    fn default() -> AtomicU32 {
        AtomicU32::new(0)
    }
}

impl From<u32> for AtomicU32 {
    fn from(v: u32) -> AtomicU32 {
        AtomicU32::new(v)
    }
}

impl fmt::Debug for AtomicU32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}

pub struct AtomicU64 {
    v: UnsafeCell<u64>,
}

impl AtomicU64 {
    pub const fn new(v: u64) -> AtomicU64 {
        AtomicU64 { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut u64 {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> u64 {
        self.v.into_inner()
    }

    fn change(&self, val: u64) -> u64 {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> u64 {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> u64 {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: u64, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: u64, _order: Ordering) -> u64 {
        self.change(val)
    }

    pub fn compare_exchange(&self, current: u64, new: u64, _success: Ordering, failure: Ordering) -> Result<u64, u64> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(
        &self,
        current: u64,
        new: u64,
        success: Ordering,
        failure: Ordering,
    ) -> Result<u64, u64> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<u64, u64>
    where
        F: FnMut(u64) -> Option<u64>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: u64, _order: Ordering) -> u64 {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: u64, _order: Ordering) -> u64 {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: u64, _order: Ordering) -> u64 {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: u64, _order: Ordering) -> u64 {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: u64, _order: Ordering) -> u64 {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: u64, _order: Ordering) -> u64 {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: u64, _order: Ordering) -> u64 {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: u64, _order: Ordering) -> u64 {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicU64 {
    fn default() -> AtomicU64 {
        AtomicU64::new(0)
    }
}

impl From<u64> for AtomicU64 {
    fn from(v: u64) -> AtomicU64 {
        AtomicU64::new(v)
    }
}

impl fmt::Debug for AtomicU64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}

pub struct AtomicUsize {
    v: UnsafeCell<usize>,
}

impl AtomicUsize {
    pub const fn new(v: usize) -> AtomicUsize {
        AtomicUsize { v: UnsafeCell::new(v) }
    }

    pub const fn get_mut(&mut self) -> &mut usize {
        self.v.get_mut()
    }

    pub fn into_inner(self) -> usize {
        self.v.into_inner()
    }

    fn change(&self, val: usize) -> usize {
        mem::replace(unsafe { &mut *self.v.get() }, val)
    }

    fn now(&self) -> usize {
        unsafe { *self.v.get() }
    }

    pub fn load(&self, order: Ordering) -> usize {
        check_load(order);
        self.now()
    }

    pub fn store(&self, val: usize, order: Ordering) {
        check_store(order);
        self.change(val);
    }

    pub fn swap(&self, val: usize, _order: Ordering) -> usize {
        self.change(val)
    }

    pub fn compare_exchange(
        &self,
        current: usize,
        new: usize,
        _success: Ordering,
        failure: Ordering,
    ) -> Result<usize, usize> {
        check_failure(failure);
        let old = self.now();
        if old == current { Ok(self.change(new)) } else { Err(old) }
    }

    pub fn compare_exchange_weak(
        &self,
        current: usize,
        new: usize,
        success: Ordering,
        failure: Ordering,
    ) -> Result<usize, usize> {
        self.compare_exchange(current, new, success, failure)
    }

    pub fn fetch_update<F>(&self, _set_order: Ordering, fetch_order: Ordering, mut f: F) -> Result<usize, usize>
    where
        F: FnMut(usize) -> Option<usize>,
    {
        check_load(fetch_order);
        let old = self.now();
        match f(old) {
            Some(new) => Ok(self.change(new)),
            None => Err(old),
        }
    }

    pub fn fetch_add(&self, val: usize, _order: Ordering) -> usize {
        let old = self.now();
        self.change(old.wrapping_add(val))
    }

    pub fn fetch_sub(&self, val: usize, _order: Ordering) -> usize {
        let old = self.now();
        self.change(old.wrapping_sub(val))
    }

    pub fn fetch_and(&self, val: usize, _order: Ordering) -> usize {
        let old = self.now();
        self.change(old & val)
    }

    pub fn fetch_nand(&self, val: usize, _order: Ordering) -> usize {
        let old = self.now();
        self.change(!(old & val))
    }

    pub fn fetch_or(&self, val: usize, _order: Ordering) -> usize {
        let old = self.now();
        self.change(old | val)
    }

    pub fn fetch_xor(&self, val: usize, _order: Ordering) -> usize {
        let old = self.now();
        self.change(old ^ val)
    }

    pub fn fetch_max(&self, val: usize, _order: Ordering) -> usize {
        let old = self.now();
        self.change(old.max(val))
    }

    pub fn fetch_min(&self, val: usize, _order: Ordering) -> usize {
        let old = self.now();
        self.change(old.min(val))
    }
}

impl Default for AtomicUsize {
    fn default() -> AtomicUsize {
        AtomicUsize::new(0)
    }
}

impl From<usize> for AtomicUsize {
    fn from(v: usize) -> AtomicUsize {
        AtomicUsize::new(v)
    }
}

impl fmt::Debug for AtomicUsize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.now(), f)
    }
}
