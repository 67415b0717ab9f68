//! Sorting: by insertion up to twenty elements, as std does it, so that a comparison that is watched is seen in the same
//! order; longer slices by merging, with half as much memory beside the slice.

use super::within_mut;
use crate::intrinsics;
use crate::mem;
use crate::ptr;
use crate::vec::Vec;

/// Up to this length a slice is sorted by insertion.
const SHORT: usize = 20;

/// What sorting asks: whether one value goes before another.
trait Less<T> {
    fn is_less(&mut self, a: &T, b: &T) -> bool;
}

/// As `Ord` has it.
struct Natural;

impl<T: Ord> Less<T> for Natural {
    fn is_less(&mut self, a: &T, b: &T) -> bool {
        *a < *b
    }
}

impl<T> [T] {
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        sort(self, &mut Natural);
    }

    pub fn sort_unstable(&mut self)
    where
        T: Ord,
    {
        sort(self, &mut Natural);
    }
}

fn sort<T, L: Less<T>>(slice: &mut [T], less: &mut L) {
    let len = slice.len();
    if mem::size_of::<T>() == 0 || len < 2 {
        return;
    }
    if len <= SHORT {
        return insert(slice, less);
    }
    let mut spare: Vec<T> = Vec::with_capacity(len / 2);
    merge_sort(slice, spare.as_mut_ptr(), less);
}

/// Sort by insertion: each element goes down to its place among those before it.
fn insert<T, L: Less<T>>(slice: &mut [T], less: &mut L) {
    let len = slice.len();
    let base = intrinsics::slice_as_mut_ptr(slice);
    let mut i = 1;
    while i < len {
        unsafe {
            let tail = base.add(i);
            if less.is_less(&*tail, &*base.add(i - 1)) {
                let value = mem::ManuallyDrop::new(tail.read());
                let mut at = i;
                loop {
                    ptr::copy(base.add(at - 1) as *const T, base.add(at), 1);
                    at -= 1;
                    if at == 0 || !less.is_less(&*value, &*base.add(at - 1)) {
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
fn merge_sort<T, L: Less<T>>(slice: &mut [T], spare: *mut T, less: &mut L) {
    let len = slice.len();
    if len <= SHORT {
        return insert(slice, less);
    }
    let mid = len / 2;
    merge_sort(within_mut(slice, 0, mid), spare, less);
    merge_sort(within_mut(slice, mid, len), spare, less);
    unsafe {
        let base = intrinsics::slice_as_mut_ptr(slice);
        // In order already?
        if !less.is_less(&*base.add(mid), &*base.add(mid - 1)) {
            return;
        }
        ptr::copy(base as *const T, spare, mid);
        let mut left = 0;
        let mut right = mid;
        let mut to = 0;
        while left < mid && right < len {
            if less.is_less(&*base.add(right), &*spare.add(left)) {
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
