//! Sorting, comparison by comparison as std does it: how often and of what a closure is asked is visible, and so is the order in
//! which an unstable sort leaves equal elements.
//!
//! Up to twenty elements are sorted by insertion. Longer slices are sorted by `driftsort` where the order of equal elements
//! is kept ([`stable`]), else by `ipnsort` ([`unstable`]); both are by Orson Peters and Lukas Bergdoll.

mod small;
mod stable;
mod unstable;

use crate::cmp::Ordering;
use crate::mem;
use crate::panicking::{self, CoreFile};
use crate::ptr;
use crate::vec::Vec;

/// Up to this length a slice is sorted by insertion.
const SHORT: usize = 20;

impl<T> [T] {
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        sort(self, &mut |a, b| a.lt(b));
    }

    pub fn sort_by<F: FnMut(&T, &T) -> Ordering>(&mut self, mut compare: F) {
        sort(self, &mut |a, b| compare(a, b).is_lt());
    }

    pub fn sort_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, mut f: F) {
        sort(self, &mut |a, b| f(a).lt(&f(b)));
    }

    pub fn sort_unstable(&mut self)
    where
        T: Ord,
    {
        sort_unstable(self, &mut |a, b| a.lt(b));
    }

    pub fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, mut compare: F) {
        sort_unstable(self, &mut |a, b| compare(a, b).is_lt());
    }

    pub fn sort_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, mut f: F) {
        sort_unstable(self, &mut |a, b| f(a).lt(&f(b)));
    }

    pub fn sort_by_cached_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F) {
        let len = self.len();
        if len < 2 {
            return;
        }
        let mut keys: Vec<(K, usize)> = self.iter().map(f).enumerate().map(|(i, k)| (k, i)).collect();
        keys.sort_unstable();
        for i in 0..len {
            // Where an element was already moved, its new place says where it is.
            let mut index = keys[i].1;
            while index < i {
                index = keys[index].1;
            }
            keys[i].1 = index;
            self.swap(i, index);
        }
    }
}

fn sort<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], is_less: &mut F) {
    if mem::size_of::<T>() == 0 || slice.len() < 2 {
        return;
    }
    if slice.len() <= SHORT {
        unsafe { small::insertion(slice.as_mut_ptr(), slice.len(), 1, is_less) };
    } else {
        stable::sort(slice, is_less);
    }
}

fn sort_unstable<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], is_less: &mut F) {
    if mem::size_of::<T>() == 0 || slice.len() < 2 {
        return;
    }
    if slice.len() <= SHORT {
        unsafe { small::insertion(slice.as_mut_ptr(), slice.len(), 1, is_less) };
    } else {
        unstable::sort(slice, is_less);
    }
}

/// Copies back what was taken out, also where a comparison panics: each value is in the slice exactly once then.
struct CopyBack<T> {
    src: *const T,
    dst: *mut T,
    len: usize,
}

impl<T> Drop for CopyBack<T> {
    fn drop(&mut self) {
        unsafe {
            ptr::copy(self.src, self.dst, self.len);
        }
    }
}

/// How many elements at the start are in order, or in reverse order without equals; and whether it is the reverse.
unsafe fn run<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, is_less: &mut F) -> (usize, bool) {
    if len < 2 {
        return (len, false);
    }
    unsafe {
        let falls = is_less(&*v.add(1), &*v);
        let mut end = 2;
        while end < len && is_less(&*v.add(end), &*v.add(end - 1)) == falls {
            end += 1;
        }
        (end, falls)
    }
}

/// Where an element lies that will do as a pivot.
unsafe fn choose_pivot<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, is_less: &mut F) -> usize {
    let eighth = len / 8;
    let (a, b, c) = (0, eighth * 4, eighth * 7);
    unsafe { if len < 64 { median(v, a, b, c, is_less) } else { median_of_medians(v, a, b, c, eighth, is_less) } }
}

unsafe fn median_of_medians<T, F: FnMut(&T, &T) -> bool>(
    v: *mut T,
    mut a: usize,
    mut b: usize,
    mut c: usize,
    n: usize,
    is_less: &mut F,
) -> usize {
    unsafe {
        if n * 8 >= 64 {
            let n = n / 8;
            a = median_of_medians(v, a, a + n * 4, a + n * 7, n, is_less);
            b = median_of_medians(v, b, b + n * 4, b + n * 7, n, is_less);
            c = median_of_medians(v, c, c + n * 4, c + n * 7, n, is_less);
        }
        median(v, a, b, c, is_less)
    }
}

unsafe fn median<T, F: FnMut(&T, &T) -> bool>(v: *mut T, a: usize, b: usize, c: usize, is_less: &mut F) -> usize {
    unsafe {
        let x = is_less(&*v.add(a), &*v.add(b));
        let y = is_less(&*v.add(a), &*v.add(c));
        if x != y {
            return a;
        }
        let z = is_less(&*v.add(b), &*v.add(c));
        if z != x { c } else { b }
    }
}

/// The comparisons contradict each other.
fn no_order() -> ! {
    let message = "user-provided comparison function does not correctly implement a total order";
    panicking::panic_in_core(message, &CoreFile::SmallSort, 860, 5)
}
