//! `ipnsort`: quicksort with good pivots, small sorts at the end, and heapsort where the pivots were bad.

use super::{CopyBack, choose_pivot, run, small};
use crate::mem::{self, ManuallyDrop};
use crate::ptr;

pub fn sort<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], is_less: &mut F) {
    let len = slice.len();
    unsafe {
        let (sorted, falls) = run(slice.as_mut_ptr(), len, is_less);
        if sorted == len {
            if falls {
                slice.reverse();
            }
            return;
        }
        quicksort(slice.as_mut_ptr(), len, None, 2 * (len | 1).ilog2(), is_less);
    }
}

/// No element is less than the one at `ancestor`, a pivot before.
unsafe fn quicksort<T, F: FnMut(&T, &T) -> bool>(
    mut v: *mut T,
    mut len: usize,
    mut ancestor: Option<*mut T>,
    mut limit: u32,
    is_less: &mut F,
) {
    unsafe {
        loop {
            if len <= small::unstable_limit::<T>() {
                return small::unstable(v, len, is_less);
            }
            if limit == 0 {
                return heapsort(v, len, is_less);
            }
            limit -= 1;
            let pivot = choose_pivot(v, len, is_less);
            if let Some(before) = ancestor
                && !is_less(&*before, &*v.add(pivot))
            {
                // The pivot is as little as the one before: what equals it is in its place.
                let equal = partition(v, len, pivot, &mut |a, b| !is_less(b, a));
                v = v.add(equal + 1);
                len -= equal + 1;
                ancestor = None;
                continue;
            }
            let less = partition(v, len, pivot, is_less);
            quicksort(v, less, ancestor, limit, is_less);
            ancestor = Some(v.add(less));
            v = v.add(less + 1);
            len -= less + 1;
        }
    }
}

/// Put what is less than the pivot before it, the rest behind it: where it lies then.
unsafe fn partition<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, pivot: usize, is_less: &mut F) -> usize {
    unsafe {
        swap(v, 0, pivot);
        let less = if mem::size_of::<T>() <= 96 {
            from_one_end(v.add(1), len - 1, &*v, is_less)
        } else {
            from_both_ends(v.add(1), len - 1, &*v, is_less)
        };
        swap(v, 0, less);
        less
    }
}

/// Lomuto's partition, with a gap that moves along instead of swaps.
unsafe fn from_one_end<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, pivot: &T, is_less: &mut F) -> usize {
    if len == 0 {
        return 0;
    }
    unsafe {
        let first = ManuallyDrop::new(v.read());
        let mut gap = CopyBack { src: &*first as *const T, dst: v, len: 1 };
        let mut less = 0;
        for i in 1..len {
            let right = v.add(i);
            let is_left = is_less(&*right, pivot);
            let left = v.add(less);
            ptr::copy(left as *const T, gap.dst, 1);
            ptr::copy(right as *const T, left, 1);
            gap.dst = right;
            less += is_left as usize;
        }
        let is_left = is_less(&*first, pivot);
        let left = v.add(less);
        ptr::copy(left as *const T, gap.dst, 1);
        gap.dst = left;
        less + is_left as usize
    }
}

/// Hoare's partition, likewise.
unsafe fn from_both_ends<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, pivot: &T, is_less: &mut F) -> usize {
    if len == 0 {
        return 0;
    }
    unsafe {
        // What lies in the gap is read when the first pair is found.
        let mut taken: Option<ManuallyDrop<T>> = None;
        let mut gap: Option<CopyBack<T>> = None;
        let mut left = 0;
        let mut right = len;
        loop {
            while left < right && is_less(&*v.add(left), pivot) {
                left += 1;
            }
            loop {
                // There may be nothing before the first element.
                if right == 0 {
                    break;
                }
                right -= 1;
                if left >= right || is_less(&*v.add(right), pivot) {
                    break;
                }
            }
            if left >= right {
                return left;
            }
            match &mut gap {
                Some(gap) => {
                    ptr::copy(v.add(left) as *const T, gap.dst, 1);
                    gap.dst = v.add(right);
                }
                None => {
                    let value = taken.insert(ManuallyDrop::new(v.add(left).read()));
                    gap = Some(CopyBack { src: &**value as *const T, dst: v.add(right), len: 1 });
                }
            }
            ptr::copy(v.add(right) as *const T, v.add(left), 1);
            left += 1;
        }
    }
}

unsafe fn heapsort<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, is_less: &mut F) {
    let mut i = len + len / 2;
    while i > 0 {
        i -= 1;
        unsafe {
            if i >= len {
                sift_down(v, len, i - len, is_less);
            } else {
                swap(v, 0, i);
                sift_down(v, i, 0, is_less);
            }
        }
    }
}

unsafe fn sift_down<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, mut node: usize, is_less: &mut F) {
    unsafe {
        loop {
            let mut child = 2 * node + 1;
            if child >= len {
                return;
            }
            if child + 1 < len {
                child += is_less(&*v.add(child), &*v.add(child + 1)) as usize;
            }
            if !is_less(&*v.add(node), &*v.add(child)) {
                return;
            }
            swap(v, node, child);
            node = child;
        }
    }
}

unsafe fn swap<T>(v: *mut T, a: usize, b: usize) {
    unsafe {
        mem::swap(&mut *v.add(a), &mut *v.add(b));
    }
}
