//! Methods of slices.

use crate::cmp::Ordering;
use crate::intrinsics;
use crate::ops::{Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use crate::panicking::{self, CoreFile};

/// What a slice or a text can be indexed with.
pub trait SliceIndex<T: ?Sized> {
    type Output: ?Sized;

    fn get(self, slice: &T) -> Option<&Self::Output>;

    #[track_caller]
    fn index(self, slice: &T) -> &Self::Output;
}

/// Likewise where it is changed.
pub trait SliceIndexMut<T: ?Sized>: SliceIndex<T> {
    fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;

    #[track_caller]
    fn index_mut(self, slice: &mut T) -> &mut Self::Output;
}

/// `slice[start..end]`, which is known to fit.
fn within<T>(slice: &[T], start: usize, end: usize) -> &[T] {
    unsafe {
        let from = intrinsics::ptr_offset(intrinsics::slice_as_ptr(slice), start as isize);
        intrinsics::slice_from_raw(from, end - start)
    }
}

fn within_mut<T>(slice: &mut [T], start: usize, end: usize) -> &mut [T] {
    unsafe {
        let from = intrinsics::ptr_offset(intrinsics::slice_as_mut_ptr(slice) as *const T, start as isize);
        intrinsics::slice_from_raw_mut(from as *mut T, end - start)
    }
}

/// Panic unless the range, whose end is included, fits; the end that is not included.
#[track_caller]
fn check_inclusive(start: usize, last: usize, len: usize) -> usize {
    if start <= len && last >= len {
        panic!("range end index {last} out of range for slice of length {len}");
    }
    check(start, last + 1, len);
    last + 1
}

/// Panic unless the range fits.
#[track_caller]
fn check(start: usize, end: usize, len: usize) {
    if start > len {
        panic!("range start index {start} out of range for slice of length {len}");
    }
    if end > len {
        panic!("range end index {end} out of range for slice of length {len}");
    }
    if start > end {
        panic!("slice index starts at {start} but ends at {end}");
    }
}

impl<T> SliceIndex<[T]> for usize {
    type Output = T;

    fn get(self, slice: &[T]) -> Option<&T> {
        if self < slice.len() { Some(&slice[self]) } else { None }
    }

    #[track_caller]
    fn index(self, slice: &[T]) -> &T {
        let len = slice.len();
        if self >= len {
            panic!("index out of bounds: the len is {len} but the index is {self}");
        }
        &slice[self]
    }
}

impl<T> SliceIndexMut<[T]> for usize {
    fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
        if self < slice.len() { Some(&mut slice[self]) } else { None }
    }

    #[track_caller]
    fn index_mut(self, slice: &mut [T]) -> &mut T {
        let len = slice.len();
        if self >= len {
            panic!("index out of bounds: the len is {len} but the index is {self}");
        }
        &mut slice[self]
    }
}

impl<T> SliceIndex<[T]> for Range<usize> {
    type Output = [T];

    fn get(self, slice: &[T]) -> Option<&[T]> {
        if self.start <= self.end && self.end <= slice.len() { Some(within(slice, self.start, self.end)) } else { None }
    }

    #[track_caller]
    fn index(self, slice: &[T]) -> &[T] {
        check(self.start, self.end, slice.len());
        within(slice, self.start, self.end)
    }
}

impl<T> SliceIndexMut<[T]> for Range<usize> {
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if self.start <= self.end && self.end <= slice.len() {
            Some(within_mut(slice, self.start, self.end))
        } else {
            None
        }
    }

    #[track_caller]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        check(self.start, self.end, slice.len());
        within_mut(slice, self.start, self.end)
    }
}

impl<T> SliceIndex<[T]> for RangeFrom<usize> {
    type Output = [T];

    fn get(self, slice: &[T]) -> Option<&[T]> {
        if self.start <= slice.len() { Some(within(slice, self.start, slice.len())) } else { None }
    }

    #[track_caller]
    fn index(self, slice: &[T]) -> &[T] {
        check(self.start, slice.len(), slice.len());
        within(slice, self.start, slice.len())
    }
}

impl<T> SliceIndexMut<[T]> for RangeFrom<usize> {
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if self.start <= slice.len() { Some(within_mut(slice, self.start, slice.len())) } else { None }
    }

    #[track_caller]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        check(self.start, slice.len(), slice.len());
        within_mut(slice, self.start, slice.len())
    }
}

impl<T> SliceIndex<[T]> for RangeTo<usize> {
    type Output = [T];

    fn get(self, slice: &[T]) -> Option<&[T]> {
        if self.end <= slice.len() { Some(within(slice, 0, self.end)) } else { None }
    }

    #[track_caller]
    fn index(self, slice: &[T]) -> &[T] {
        check(0, self.end, slice.len());
        within(slice, 0, self.end)
    }
}

impl<T> SliceIndexMut<[T]> for RangeTo<usize> {
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if self.end <= slice.len() { Some(within_mut(slice, 0, self.end)) } else { None }
    }

    #[track_caller]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        check(0, self.end, slice.len());
        within_mut(slice, 0, self.end)
    }
}

impl<T> SliceIndex<[T]> for RangeFull {
    type Output = [T];

    fn get(self, slice: &[T]) -> Option<&[T]> {
        Some(slice)
    }

    #[track_caller]
    fn index(self, slice: &[T]) -> &[T] {
        slice
    }
}

impl<T> SliceIndexMut<[T]> for RangeFull {
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        Some(slice)
    }

    #[track_caller]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        slice
    }
}

impl<T> SliceIndex<[T]> for RangeInclusive<usize> {
    type Output = [T];

    fn get(self, slice: &[T]) -> Option<&[T]> {
        if *self.end() < slice.len() && *self.start() <= *self.end() + 1 {
            Some(within(slice, *self.start(), *self.end() + 1))
        } else {
            None
        }
    }

    #[track_caller]
    fn index(self, slice: &[T]) -> &[T] {
        let end = check_inclusive(*self.start(), *self.end(), slice.len());
        within(slice, *self.start(), end)
    }
}

impl<T> SliceIndexMut<[T]> for RangeInclusive<usize> {
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if *self.end() < slice.len() && *self.start() <= *self.end() + 1 {
            Some(within_mut(slice, *self.start(), *self.end() + 1))
        } else {
            None
        }
    }

    #[track_caller]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        let end = check_inclusive(*self.start(), *self.end(), slice.len());
        within_mut(slice, *self.start(), end)
    }
}

impl<T> SliceIndex<[T]> for RangeToInclusive<usize> {
    type Output = [T];

    fn get(self, slice: &[T]) -> Option<&[T]> {
        if self.end < slice.len() { Some(within(slice, 0, self.end + 1)) } else { None }
    }

    #[track_caller]
    fn index(self, slice: &[T]) -> &[T] {
        let end = check_inclusive(0, self.end, slice.len());
        within(slice, 0, end)
    }
}

impl<T> SliceIndexMut<[T]> for RangeToInclusive<usize> {
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if self.end < slice.len() { Some(within_mut(slice, 0, self.end + 1)) } else { None }
    }

    #[track_caller]
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        let end = check_inclusive(0, self.end, slice.len());
        within_mut(slice, 0, end)
    }
}

impl<T, I: SliceIndex<[T]>> Index<I> for [T] {
    type Output = I::Output;

    #[track_caller]
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}

impl<T, I: SliceIndexMut<[T]>> IndexMut<I> for [T] {
    #[track_caller]
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

impl<T> [T] {
    pub const fn len(&self) -> usize {
        intrinsics::slice_len(self)
    }

    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub const fn first(&self) -> Option<&T> {
        if self.is_empty() { None } else { Some(&self[0]) }
    }

    pub const fn first_mut(&mut self) -> Option<&mut T> {
        if self.is_empty() { None } else { Some(&mut self[0]) }
    }

    pub const fn last(&self) -> Option<&T> {
        if self.is_empty() { None } else { Some(&self[self.len() - 1]) }
    }

    pub const fn last_mut(&mut self) -> Option<&mut T> {
        let len = self.len();
        if len == 0 { None } else { Some(&mut self[len - 1]) }
    }

    pub const fn split_first(&self) -> Option<(&T, &[T])> {
        if self.is_empty() { None } else { Some((&self[0], within(self, 1, self.len()))) }
    }

    pub const fn split_last(&self) -> Option<(&T, &[T])> {
        let len = self.len();
        if len == 0 { None } else { Some((&self[len - 1], within(self, 0, len - 1))) }
    }

    pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output> {
        index.get(self)
    }

    pub fn get_mut<I: SliceIndexMut<[T]>>(&mut self, index: I) -> Option<&mut I::Output> {
        index.get_mut(self)
    }

    pub const fn as_ptr(&self) -> *const T {
        intrinsics::slice_as_ptr(self)
    }

    #[track_caller]
    pub const fn swap(&mut self, a: usize, b: usize) {
        let len = self.len();
        if a >= len {
            panic!("index out of bounds: the len is {len} but the index is {a}");
        }
        if b >= len {
            panic!("index out of bounds: the len is {len} but the index is {b}");
        }
        unsafe {
            let first = intrinsics::ptr_read(&self[a] as *const T);
            let second = intrinsics::ptr_read(&self[b] as *const T);
            intrinsics::ptr_write(&mut self[a] as *mut T, second);
            intrinsics::ptr_write(&mut self[b] as *mut T, first);
        }
    }

    pub const fn reverse(&mut self) {
        let len = self.len();
        let mut i = 0;
        while i < len / 2 {
            self.swap(i, len - 1 - i);
            i += 1;
        }
    }

    #[track_caller]
    pub const fn split_at(&self, mid: usize) -> (&[T], &[T]) {
        if mid > self.len() {
            panic!("mid > len");
        }
        (within(self, 0, mid), within(self, mid, self.len()))
    }

    #[track_caller]
    pub const fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        let len = self.len();
        if mid > len {
            panic!("mid > len");
        }
        unsafe {
            let start = intrinsics::slice_as_mut_ptr(self);
            let rest = intrinsics::ptr_offset(start as *const T, mid as isize) as *mut T;
            (intrinsics::slice_from_raw_mut(start, mid), intrinsics::slice_from_raw_mut(rest, len - mid))
        }
    }

    pub const fn rotate_left(&mut self, mid: usize) {
        if mid > self.len() {
            panicking::panic_in_core("assertion failed: mid <= self.len()", &CoreFile::Slice, 3885, 9);
        }
        let len = self.len();
        within_mut(self, 0, mid).reverse();
        within_mut(self, mid, len).reverse();
        self.reverse();
    }

    pub const fn rotate_right(&mut self, k: usize) {
        if k > self.len() {
            panicking::panic_in_core("assertion failed: k <= self.len()", &CoreFile::Slice, 3931, 9);
        }
        let len = self.len();
        self.rotate_left(len - k);
    }

    pub fn fill(&mut self, value: T)
    where
        T: Clone,
    {
        for i in 0..self.len() {
            self[i] = value.clone();
        }
    }

    #[track_caller]
    pub const fn copy_from_slice(&mut self, src: &[T])
    where
        T: Copy,
    {
        let len = self.len();
        let from = src.len();
        if len != from {
            panic!("copy_from_slice: source slice length ({from}) does not match destination slice length ({len})");
        }
        unsafe {
            intrinsics::ptr_copy(intrinsics::slice_as_ptr(src), intrinsics::slice_as_mut_ptr(self), len);
        }
    }

    #[track_caller]
    pub fn clone_from_slice(&mut self, src: &[T])
    where
        T: Clone,
    {
        let len = self.len();
        let from = src.len();
        if len != from {
            panic!("copy_from_slice: source slice length ({from}) does not match destination slice length ({len})");
        }
        for i in 0..self.len() {
            self[i] = src[i].clone();
        }
    }

    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        for i in 0..self.len() {
            if self[i] == *x {
                return true;
            }
        }
        false
    }

    pub fn starts_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let len = needle.len();
        self.len() >= len && within(self, 0, len) == needle
    }

    pub fn ends_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        let len = self.len();
        len >= needle.len() && within(self, len - needle.len(), len) == needle
    }

    pub fn is_sorted(&self) -> bool
    where
        T: PartialOrd,
    {
        for i in 1..self.len() {
            if !(self[i - 1] <= self[i]) {
                return false;
            }
        }
        true
    }

    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        // The search of std, step by step: which of several equal elements is found is visible.
        let mut size = self.len();
        if size == 0 {
            return Err(0);
        }
        let mut base = 0;
        while size > 1 {
            let half = size / 2;
            let mid = base + half;
            if !self[mid].cmp(x).is_gt() {
                base = mid;
            }
            size -= half;
        }
        match self[base].cmp(x) {
            Ordering::Equal => Ok(base),
            Ordering::Less => Err(base + 1),
            Ordering::Greater => Err(base),
        }
    }

    /// Stable: runs of eight are sorted by insertion, then merged in place by rotation.
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        let len = self.len();
        let mut start = 0;
        while start < len {
            let end = if len - start < 8 { len } else { start + 8 };
            for i in start + 1..end {
                let mut at = i;
                while at > start && self[at] < self[at - 1] {
                    self.swap(at, at - 1);
                    at -= 1;
                }
            }
            start = end;
        }
        let mut width = 8;
        while width < len {
            let mut start = 0;
            while start + width < len {
                let end = if len - start < 2 * width { len } else { start + 2 * width };
                merge(within_mut(self, start, end), width);
                start = end;
            }
            width *= 2;
        }
    }

    /// Heap sort.
    pub fn sort_unstable(&mut self)
    where
        T: Ord,
    {
        let len = self.len();
        let mut start = len / 2;
        while start > 0 {
            start -= 1;
            sift(self, start, len);
        }
        let mut end = len;
        while end > 1 {
            end -= 1;
            self.swap(0, end);
            sift(self, 0, end);
        }
    }
}

/// Merge two sorted parts, the first of which has `mid` elements.
fn merge<T: Ord>(slice: &mut [T], mid: usize) {
    let len = slice.len();
    if mid == 0 || mid == len || !(slice[mid] < slice[mid - 1]) {
        return;
    }
    if len == 2 {
        slice.swap(0, 1);
        return;
    }
    // Cut the longer part in half, find where its middle element belongs in the other, and exchange what lies between.
    let first;
    let second;
    if mid > len - mid {
        first = mid / 2;
        let mut low = mid;
        let mut high = len;
        while low < high {
            let middle = (low + high) / 2;
            if slice[middle] < slice[first] {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        second = low;
    } else {
        second = mid + (len - mid) / 2;
        let mut low = 0;
        let mut high = mid;
        while low < high {
            let middle = (low + high) / 2;
            if slice[second] < slice[middle] {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        first = low;
    }
    within_mut(slice, first, second).rotate_left(mid - first);
    let border = first + (second - mid);
    merge(within_mut(slice, 0, border), first);
    merge(within_mut(slice, border, len), mid - first);
}

/// Restore the heap below `root` among the first `end` elements.
fn sift<T: Ord>(slice: &mut [T], mut root: usize, end: usize) {
    loop {
        let mut child = 2 * root + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && slice[child] < slice[child + 1] {
            child += 1;
        }
        if !(slice[root] < slice[child]) {
            return;
        }
        slice.swap(root, child);
        root = child;
    }
}

impl<T: PartialEq<U>, U> PartialEq<[U]> for [T] {
    fn eq(&self, other: &[U]) -> bool {
        if self.len() != other.len() {
            return false;
        }
        for i in 0..self.len() {
            if self[i] != other[i] {
                return false;
            }
        }
        true
    }
}

impl<T: Eq> Eq for [T] {}

impl<T: PartialOrd> PartialOrd for [T] {
    fn partial_cmp(&self, other: &[T]) -> Option<Ordering> {
        let len = if self.len() < other.len() { self.len() } else { other.len() };
        for i in 0..len {
            match self[i].partial_cmp(&other[i]) {
                Some(Ordering::Equal) => {}
                order => return order,
            }
        }
        self.len().partial_cmp(&other.len())
    }
}

impl<T: Ord> Ord for [T] {
    fn cmp(&self, other: &[T]) -> Ordering {
        let len = if self.len() < other.len() { self.len() } else { other.len() };
        for i in 0..len {
            match self[i].cmp(&other[i]) {
                Ordering::Equal => {}
                order => return order,
            }
        }
        self.len().cmp(&other.len())
    }
}
