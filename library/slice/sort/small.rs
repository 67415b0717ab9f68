//! Sorting a few elements.

use super::CopyBack;
use crate::intrinsics;
use crate::mem::{self, ManuallyDrop};
use crate::ptr;
use crate::vec::Vec;

/// The best known networks for 9 and 13 elements: pairs of places whose elements are swapped where they are not in order.
const NETWORK_9: [(usize, usize); 25] = [
    (0, 3),
    (1, 7),
    (2, 5),
    (4, 8),
    (0, 7),
    (2, 4),
    (3, 8),
    (5, 6),
    (0, 2),
    (1, 3),
    (4, 5),
    (7, 8),
    (1, 4),
    (3, 6),
    (5, 7),
    (0, 1),
    (2, 4),
    (3, 5),
    (6, 8),
    (2, 3),
    (4, 5),
    (6, 7),
    (1, 2),
    (3, 4),
    (5, 6),
];
const NETWORK_13: [(usize, usize); 45] = [
    (0, 12),
    (1, 10),
    (2, 9),
    (3, 7),
    (5, 11),
    (6, 8),
    (1, 6),
    (2, 3),
    (4, 11),
    (7, 9),
    (8, 10),
    (0, 4),
    (1, 2),
    (3, 6),
    (7, 8),
    (9, 10),
    (11, 12),
    (4, 6),
    (5, 9),
    (8, 11),
    (10, 12),
    (0, 5),
    (3, 8),
    (4, 7),
    (6, 11),
    (9, 10),
    (0, 1),
    (2, 5),
    (6, 9),
    (7, 8),
    (10, 11),
    (1, 3),
    (2, 4),
    (5, 6),
    (9, 10),
    (1, 2),
    (3, 4),
    (5, 7),
    (6, 8),
    (2, 3),
    (4, 5),
    (6, 7),
    (8, 9),
    (3, 4),
    (5, 6),
];

/// Sort by insertion; the first `sorted` elements are in order.
pub unsafe fn insertion<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, sorted: usize, is_less: &mut F) {
    for i in sorted..len {
        unsafe {
            insert(v, i, is_less);
        }
    }
}

/// Move the element at `tail` down to its place among those before it, which are in order.
unsafe fn insert<T, F: FnMut(&T, &T) -> bool>(v: *mut T, tail: usize, is_less: &mut F) {
    unsafe {
        if !is_less(&*v.add(tail), &*v.add(tail - 1)) {
            return;
        }
        let value = ManuallyDrop::new(v.add(tail).read());
        let mut gap = CopyBack { src: &*value as *const T, dst: v.add(tail), len: 1 };
        let mut at = tail - 1;
        loop {
            ptr::copy(v.add(at) as *const T, gap.dst, 1);
            gap.dst = v.add(at);
            if at == 0 || !is_less(&*value, &*v.add(at - 1)) {
                return;
            }
            at -= 1;
        }
    }
}

/// For an unstable sort: up to how many elements this sorts them, and how.
pub fn unstable_limit<T>() -> usize {
    if mem::size_of::<T>() * 48 <= 4096 || uses_network::<T>() { 32 } else { 16 }
}

fn uses_network<T>() -> bool {
    intrinsics::is_copy::<T>() && mem::size_of::<T>() <= 8
}

pub unsafe fn unstable<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, is_less: &mut F) {
    if len < 2 {
        return;
    }
    unsafe {
        if uses_network::<T>() {
            network(v, len, is_less);
        } else if unstable_limit::<T>() == 32 {
            let mut scratch: Vec<T> = Vec::with_capacity(48);
            general(v, len, scratch.as_mut_ptr(), is_less);
        } else {
            insertion(v, len, 1, is_less);
        }
    }
}

/// Sort up to 32 elements; there is room for 16 more in `scratch`.
pub unsafe fn general<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, scratch: *mut T, is_less: &mut F) {
    if len < 2 {
        return;
    }
    let half = len / 2;
    unsafe {
        let sorted = if mem::size_of::<T>() <= 16 && len >= 16 {
            sort_8(v, scratch, scratch.add(len), is_less);
            sort_8(v.add(half), scratch.add(half), scratch.add(len + 8), is_less);
            8
        } else if len >= 8 {
            sort_4(v, scratch, is_less);
            sort_4(v.add(half), scratch.add(half), is_less);
            4
        } else {
            ptr::copy(v as *const T, scratch, 1);
            ptr::copy(v.add(half) as *const T, scratch.add(half), 1);
            1
        };
        for (start, count) in [(0, half), (half, len - half)] {
            for i in sorted..count {
                ptr::copy(v.add(start + i) as *const T, scratch.add(start + i), 1);
                insert(scratch.add(start), i, is_less);
            }
        }
        let whole = CopyBack { src: scratch as *const T, dst: v, len };
        merge_from_both_ends(scratch, len, v, is_less);
        mem::forget(whole);
    }
}

unsafe fn network<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, is_less: &mut F) {
    unsafe {
        if len < 18 {
            return network_part(v, len, is_less);
        }
        let half = len / 2;
        network_part(v, half, is_less);
        network_part(v.add(half), len - half, is_less);
        let mut scratch: Vec<T> = Vec::with_capacity(32);
        merge_from_both_ends(v, len, scratch.as_mut_ptr(), is_less);
        ptr::copy(scratch.as_ptr(), v, len);
    }
}

unsafe fn network_part<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, is_less: &mut F) {
    unsafe {
        let sorted = if len >= 13 {
            for (a, b) in NETWORK_13.iter() {
                exchange(v, *a, *b, is_less);
            }
            13
        } else if len >= 9 {
            for (a, b) in NETWORK_9.iter() {
                exchange(v, *a, *b, is_less);
            }
            9
        } else {
            1
        };
        insertion(v, len, sorted, is_less);
    }
}

unsafe fn exchange<T, F: FnMut(&T, &T) -> bool>(v: *mut T, a: usize, b: usize, is_less: &mut F) {
    unsafe {
        if is_less(&*v.add(b), &*v.add(a)) {
            mem::swap(&mut *v.add(a), &mut *v.add(b));
        }
    }
}

/// Four elements in order, with five comparisons.
unsafe fn sort_4<T, F: FnMut(&T, &T) -> bool>(v: *mut T, dst: *mut T, is_less: &mut F) {
    unsafe {
        let first = is_less(&*v.add(1), &*v);
        let second = is_less(&*v.add(3), &*v.add(2));
        let (a, b) = if first { (1, 0) } else { (0, 1) };
        let (c, d) = if second { (3, 2) } else { (2, 3) };
        let low = is_less(&*v.add(c), &*v.add(a));
        let high = is_less(&*v.add(d), &*v.add(b));
        let least = if low { c } else { a };
        let greatest = if high { b } else { d };
        let left = if low {
            a
        } else if high {
            c
        } else {
            b
        };
        let right = if high {
            d
        } else if low {
            b
        } else {
            c
        };
        let middle = is_less(&*v.add(right), &*v.add(left));
        let (left, right) = if middle { (right, left) } else { (left, right) };
        ptr::copy(v.add(least) as *const T, dst, 1);
        ptr::copy(v.add(left) as *const T, dst.add(1), 1);
        ptr::copy(v.add(right) as *const T, dst.add(2), 1);
        ptr::copy(v.add(greatest) as *const T, dst.add(3), 1);
    }
}

unsafe fn sort_8<T, F: FnMut(&T, &T) -> bool>(v: *mut T, dst: *mut T, scratch: *mut T, is_less: &mut F) {
    unsafe {
        sort_4(v, scratch, is_less);
        sort_4(v.add(4), scratch.add(4), is_less);
        merge_from_both_ends(scratch, 8, dst, is_less);
    }
}

/// Merge the two halves of `src`, the least element and the greatest first, then what lies between them.
unsafe fn merge_from_both_ends<T, F: FnMut(&T, &T) -> bool>(src: *mut T, len: usize, dst: *mut T, is_less: &mut F) {
    let half = len / 2;
    // What is left of the halves: `left..left_end` and `right..right_end`. They may pass each other where the order is none.
    let mut left = 0;
    let mut right = half;
    let mut left_end = half;
    let mut right_end = len;
    unsafe {
        for i in 0..half {
            let takes_right = is_less(&*src.add(right), &*src.add(left));
            ptr::copy(src.add(if takes_right { right } else { left }) as *const T, dst.add(i), 1);
            if takes_right {
                right += 1;
            } else {
                left += 1;
            }
            let takes_left = is_less(&*src.add(right_end - 1), &*src.add(left_end - 1));
            let last = if takes_left { left_end } else { right_end } - 1;
            ptr::copy(src.add(last) as *const T, dst.add(len - 1 - i), 1);
            if takes_left {
                left_end -= 1;
            } else {
                right_end -= 1;
            }
        }
        if len % 2 != 0 {
            let from_left = left < left_end;
            ptr::copy(src.add(if from_left { left } else { right }) as *const T, dst.add(half), 1);
            if from_left {
                left += 1;
            } else {
                right += 1;
            }
        }
    }
    if left != left_end || right != right_end {
        super::no_order();
    }
}
