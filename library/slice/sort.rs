//! Sorting: by insertion up to twenty elements, as std does it, so that a comparison that is watched is seen in the same
//! order; longer slices by merging, with half as much memory beside the slice.

use super::within_mut;
use crate::cmp::Ordering;
use crate::intrinsics;
use crate::mem;
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
        sort(self, &mut |a, b| a.lt(b));
    }

    pub fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, mut compare: F) {
        sort(self, &mut |a, b| compare(a, b).is_lt());
    }

    pub fn sort_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, mut f: F) {
        sort(self, &mut |a, b| f(a).lt(&f(b)));
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
    let len = slice.len();
    if mem::size_of::<T>() == 0 || len < 2 {
        return;
    }
    if len <= SHORT {
        return insert(slice, is_less);
    }
    let mut spare: Vec<T> = Vec::with_capacity(len / 2);
    merge_sort(slice, spare.as_mut_ptr(), is_less);
}

/// Sort by insertion: each element goes down to its place among those before it.
fn insert<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], is_less: &mut F) {
    let len = slice.len();
    let base = intrinsics::slice_as_mut_ptr(slice);
    let mut i = 1;
    while i < len {
        unsafe {
            let tail = base.add(i);
            if is_less(&*tail, &*base.add(i - 1)) {
                let value = mem::ManuallyDrop::new(tail.read());
                let mut at = i;
                loop {
                    ptr::copy(base.add(at - 1) as *const T, base.add(at), 1);
                    at -= 1;
                    if at == 0 || !is_less(&*value, &*base.add(at - 1)) {
                        break;
                    }
                }
                ptr::copy(&*value as *const T, base.add(at), 1);
            }
        }
        i += 1;
    }
}

/// Sort both halves, then merge them; `spare` has room for the first half.
fn merge_sort<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], spare: *mut T, is_less: &mut F) {
    let len = slice.len();
    if len <= SHORT {
        return insert(slice, is_less);
    }
    let mid = len / 2;
    merge_sort(within_mut(slice, 0, mid), spare, is_less);
    merge_sort(within_mut(slice, mid, len), spare, is_less);
    unsafe {
        let base = intrinsics::slice_as_mut_ptr(slice);
        // In order already?
        if !is_less(&*base.add(mid), &*base.add(mid - 1)) {
            return;
        }
        ptr::copy(base as *const T, spare, mid);
        let mut left = 0;
        let mut right = mid;
        let mut to = 0;
        while left < mid && right < len {
            if is_less(&*base.add(right), &*spare.add(left)) {
                ptr::copy(base.add(right) as *const T, base.add(to), 1);
                right += 1;
            } else {
                ptr::copy(spare.add(left) as *const T, base.add(to), 1);
                left += 1;
            }
            to += 1;
        }
        ptr::copy(spare.add(left) as *const T, base.add(to), mid - left);
    }
}
