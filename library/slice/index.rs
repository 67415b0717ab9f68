//! Indexing slices.

use super::{within, within_mut};
use crate::ops::{
    Bound, Index, IndexMut, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive,
};
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

/// Start and end of a range within something of this length; a panic, as std's own, where it does not fit.
pub fn range<R: RangeBounds<usize>>(range: R, len: usize) -> (usize, usize) {
    let start = range.start_bound();
    let end = match range.end_bound() {
        Bound::Included(end) if *end >= len => range_failed(0, *end, len, 1016, 52),
        Bound::Included(end) => *end + 1,
        Bound::Excluded(end) if *end > len => range_failed(0, *end, len, 1020, 51),
        Bound::Excluded(end) => *end,
        Bound::Unbounded => len,
    };
    let start = match start {
        Bound::Excluded(start) if *start >= end => range_failed(*start, end, len, 1027, 56),
        Bound::Excluded(start) => *start + 1,
        Bound::Included(start) if *start > end => range_failed(*start, end, len, 1031, 55),
        Bound::Included(start) => *start,
        Bound::Unbounded => 0,
    };
    (start, end)
}

fn range_failed(start: usize, end: usize, len: usize, line: u32, col: u32) -> ! {
    let mut f = panicking::begin_in_core(&CoreFile::SliceIndex, line, col);
    if start > len {
        write!(f, "range start index {start} out of range for slice of length {len}");
    } else if end > len || start <= end {
        write!(f, "range end index {end} out of range for slice of length {len}");
    } else {
        write!(f, "slice index starts at {start} but ends at {end}");
    }
    panicking::panic_end()
}
