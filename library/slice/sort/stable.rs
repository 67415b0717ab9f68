//! `driftsort`: runs that are there or made by quicksort, merged in the order of `powersort`.

use super::{CopyBack, choose_pivot, run, small};
use crate::mem;
use crate::ptr;
use crate::vec::Vec;

/// Up to how many elements a small sort sorts.
const SMALL: usize = 32;

/// A part of the slice that is in order, or is still to be put in order, together with its neighbours perhaps.
#[derive(Clone, Copy)]
struct Run {
    len: usize,
    sorted: bool,
}

/// Memory beside the slice.
#[derive(Clone, Copy)]
struct Scratch<T> {
    start: *mut T,
    len: usize,
}

pub fn sort<T, F: FnMut(&T, &T) -> bool>(slice: &mut [T], is_less: &mut F) {
    let len = slice.len();
    let full = len.min(8_000_000 / mem::size_of::<T>());
    let needed = (len - len / 2).max(full).max(48);
    // Smaller memory lies on std's stack, all of it.
    let room = needed.max(4096 / mem::size_of::<T>());
    let mut memory: Vec<T> = Vec::with_capacity(room);
    let scratch = Scratch { start: memory.as_mut_ptr(), len: room };
    unsafe {
        merge_runs(slice.as_mut_ptr(), len, scratch, len <= SMALL * 2, is_less);
    }
}

/// Sort by runs; short ones are sorted at once if `eager`.
unsafe fn merge_runs<T, F: FnMut(&T, &T) -> bool>(
    v: *mut T,
    len: usize,
    scratch: Scratch<T>,
    eager: bool,
    is_less: &mut F,
) {
    if len < 2 {
        return;
    }
    let scale = (1u64 << 62).div_ceil(len as u64);
    let good = if len <= 64 * 64 { (len - len / 2).min(64) } else { root(len) };
    // Runs before the last, each with the depth in the tree of merges at which it meets its successor.
    let mut waiting: Vec<(Run, u32)> = Vec::new();
    let mut last = Run { len: 0, sorted: true };
    let mut at = 0;
    unsafe {
        loop {
            let (next, depth) = if at < len {
                let next = create_run(v.add(at), len - at, scratch, good, eager, is_less);
                (next, merge_depth(at - last.len, at, at + next.len, scale))
            } else {
                (Run { len: 0, sorted: true }, 0)
            };
            while waiting.len() > 1 && waiting[waiting.len() - 1].1 >= depth {
                let Some((left, _)) = waiting.pop() else { break };
                let merged = left.len + last.len;
                last = merge_two(v.add(at - merged), scratch, left, last, is_less);
            }
            waiting.push((last, depth));
            if at >= len {
                break;
            }
            at += next.len;
            last = next;
        }
        if !last.sorted {
            quicksort_all(v, len, scratch, is_less);
        }
    }
}

/// About the square root.
fn root(n: usize) -> usize {
    let shift = (n | 1).ilog2().div_ceil(2);
    ((1 << shift) + (n >> shift)) / 2
}

/// How deep in the tree the runs `left..mid` and `mid..right` are merged.
fn merge_depth(left: usize, mid: usize, right: usize, scale: u64) -> u32 {
    let x = scale.wrapping_mul(left as u64 + mid as u64);
    let y = scale.wrapping_mul(mid as u64 + right as u64);
    (x ^ y).leading_zeros()
}

unsafe fn create_run<T, F: FnMut(&T, &T) -> bool>(
    v: *mut T,
    len: usize,
    scratch: Scratch<T>,
    good: usize,
    eager: bool,
    is_less: &mut F,
) -> Run {
    unsafe {
        if len >= good {
            let (found, falls) = run(v, len, is_less);
            if found >= good {
                if falls {
                    crate::intrinsics::slice_from_raw_mut(v, found).reverse();
                }
                return Run { len: found, sorted: true };
            }
        }
        if eager {
            let count = len.min(SMALL);
            small::general(v, count, scratch.start, is_less);
            return Run { len: count, sorted: true };
        }
        Run { len: good.min(len), sorted: false }
    }
}

/// Merge two runs, or leave it to be done at once with more.
unsafe fn merge_two<T, F: FnMut(&T, &T) -> bool>(
    v: *mut T,
    scratch: Scratch<T>,
    left: Run,
    right: Run,
    is_less: &mut F,
) -> Run {
    let len = left.len + right.len;
    if len <= scratch.len && !left.sorted && !right.sorted {
        return Run { len, sorted: false };
    }
    unsafe {
        if !left.sorted {
            quicksort_all(v, left.len, scratch, is_less);
        }
        if !right.sorted {
            quicksort_all(v.add(left.len), right.len, scratch, is_less);
        }
        merge(v, len, scratch, left.len, is_less);
    }
    Run { len, sorted: true }
}

/// Merge `v[..mid]` and `v[mid..len]`, the shorter of which goes to `scratch` first.
unsafe fn merge<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, scratch: Scratch<T>, mid: usize, is_less: &mut F) {
    if mid == 0 || mid >= len || scratch.len < mid.min(len - mid) {
        return;
    }
    unsafe {
        if mid <= len - mid {
            ptr::copy(v as *const T, scratch.start, mid);
            let mut rest = CopyBack { src: scratch.start as *const T, dst: v, len: mid };
            let mut right = mid;
            while rest.len > 0 && right < len {
                if is_less(&*v.add(right), &*rest.src) {
                    ptr::copy(v.add(right) as *const T, rest.dst, 1);
                    right += 1;
                } else {
                    ptr::copy(rest.src, rest.dst, 1);
                    rest.src = rest.src.add(1);
                    rest.len -= 1;
                }
                rest.dst = rest.dst.add(1);
            }
            return;
        }
        ptr::copy(v.add(mid) as *const T, scratch.start, len - mid);
        let mut rest = CopyBack { src: scratch.start as *const T, dst: v.add(mid), len: len - mid };
        let mut left = mid;
        let mut out = len;
        while left > 0 && rest.len > 0 {
            out -= 1;
            if is_less(&*scratch.start.add(rest.len - 1), &*v.add(left - 1)) {
                left -= 1;
                ptr::copy(v.add(left) as *const T, v.add(out), 1);
                rest.dst = v.add(left);
            } else {
                rest.len -= 1;
                ptr::copy(scratch.start.add(rest.len) as *const T, v.add(out), 1);
            }
        }
    }
}

unsafe fn quicksort_all<T, F: FnMut(&T, &T) -> bool>(v: *mut T, len: usize, scratch: Scratch<T>, is_less: &mut F) {
    unsafe {
        quicksort(v, len, scratch, 2 * (len | 1).ilog2(), None, is_less);
    }
}

/// No element is less than the one at `ancestor`, a copy of a pivot before.
unsafe fn quicksort<T, F: FnMut(&T, &T) -> bool>(
    mut v: *mut T,
    mut len: usize,
    scratch: Scratch<T>,
    mut limit: u32,
    mut ancestor: Option<*const T>,
    is_less: &mut F,
) {
    unsafe {
        loop {
            if len <= SMALL {
                return small::general(v, len, scratch.start, is_less);
            }
            if limit == 0 {
                return merge_runs(v, len, scratch, true, is_less);
            }
            limit -= 1;
            let pivot = choose_pivot(v, len, is_less);
            // The elements move while they are parted, and are sorted while the right part is.
            let copy = mem::ManuallyDrop::new(v.add(pivot).read());
            let mut equal = match ancestor {
                Some(before) => !is_less(&*before, &*v.add(pivot)),
                None => false,
            };
            let mut less = 0;
            if !equal {
                less = partition(v, len, scratch, pivot, false, is_less);
                equal = less == 0;
            }
            if equal {
                let mid = partition(v, len, scratch, pivot, true, &mut |a, b| !is_less(b, a));
                v = v.add(mid);
                len -= mid;
                ancestor = None;
                continue;
            }
            quicksort(v.add(less), len - less, scratch, limit, Some(&*copy as *const T), is_less);
            len = less;
        }
    }
}

/// Put what is less than the pivot first, in the order that it has: how much it is.
unsafe fn partition<T, F: FnMut(&T, &T) -> bool>(
    v: *mut T,
    len: usize,
    scratch: Scratch<T>,
    pivot: usize,
    pivot_goes_left: bool,
    is_less: &mut F,
) -> usize {
    let mut left = 0;
    unsafe {
        for i in 0..len {
            let goes_left = if i == pivot { pivot_goes_left } else { is_less(&*v.add(i), &*v.add(pivot)) };
            // What goes right is kept from the end of the memory on, the last one first.
            let place = if goes_left { left } else { len - 1 - (i - left) };
            ptr::copy(v.add(i) as *const T, scratch.start.add(place), 1);
            left += goes_left as usize;
        }
        ptr::copy(scratch.start as *const T, v, left);
        for i in left..len {
            ptr::copy(scratch.start.add(len - 1 - (i - left)) as *const T, v.add(i), 1);
        }
    }
    left
}
