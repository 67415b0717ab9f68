//! Ranges as iterators.

use super::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
use crate::ops::{Range, RangeFrom, RangeInclusive};
use crate::panicking::{self, CoreFile};

/// What ranges run over.
pub trait Step: Clone + PartialOrd {
    /// How many steps lead from one to the other; `None` if more than `usize::MAX`.
    fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>);

    /// So many steps on; `None` if there is no such value.
    fn forward_checked(start: Self, count: usize) -> Option<Self>;

    fn backward_checked(start: Self, count: usize) -> Option<Self>;

    /// The next value, which is known to exist.
    fn successor(value: &Self) -> Self;

    fn predecessor(value: &Self) -> Self;

    /// The next value; where there is none, a panic or the first, as arithmetic has it.
    fn forward(start: Self) -> Self;

    /// The same for so many values.
    fn forward_by(start: Self, count: usize) -> Self;
}

/// What std's own source reports where a range without an end goes beyond the last value.
fn overflow() -> ! {
    panicking::panic_in_core("attempt to add with overflow", &CoreFile::Range, 434, 1)
}

impl Step for i8 {
    fn steps_between(start: &i8, end: &i8) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as i64).wrapping_sub(*start as i64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: i8, count: usize) -> Option<i8> {
        if count > (<i8>::MAX as i64).wrapping_sub(start as i64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as i8))
    }

    fn backward_checked(start: i8, count: usize) -> Option<i8> {
        if count > (start as i64).wrapping_sub(<i8>::MIN as i64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as i8))
    }

    fn successor(value: &i8) -> i8 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &i8) -> i8 {
        value.wrapping_sub(1)
    }

    fn forward(start: i8) -> i8 {
        if start == <i8>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: i8, count: usize) -> i8 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as i8)
    }
}

impl Step for i16 {
    fn steps_between(start: &i16, end: &i16) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as i64).wrapping_sub(*start as i64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: i16, count: usize) -> Option<i16> {
        if count > (<i16>::MAX as i64).wrapping_sub(start as i64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as i16))
    }

    fn backward_checked(start: i16, count: usize) -> Option<i16> {
        if count > (start as i64).wrapping_sub(<i16>::MIN as i64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as i16))
    }

    fn successor(value: &i16) -> i16 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &i16) -> i16 {
        value.wrapping_sub(1)
    }

    fn forward(start: i16) -> i16 {
        if start == <i16>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: i16, count: usize) -> i16 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as i16)
    }
}

impl Step for i32 {
    fn steps_between(start: &i32, end: &i32) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as i64).wrapping_sub(*start as i64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: i32, count: usize) -> Option<i32> {
        if count > (<i32>::MAX as i64).wrapping_sub(start as i64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as i32))
    }

    fn backward_checked(start: i32, count: usize) -> Option<i32> {
        if count > (start as i64).wrapping_sub(<i32>::MIN as i64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as i32))
    }

    fn successor(value: &i32) -> i32 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &i32) -> i32 {
        value.wrapping_sub(1)
    }

    fn forward(start: i32) -> i32 {
        if start == <i32>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: i32, count: usize) -> i32 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as i32)
    }
}

impl Step for i64 {
    fn steps_between(start: &i64, end: &i64) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as i64).wrapping_sub(*start as i64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: i64, count: usize) -> Option<i64> {
        if count > (<i64>::MAX as i64).wrapping_sub(start as i64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as i64))
    }

    fn backward_checked(start: i64, count: usize) -> Option<i64> {
        if count > (start as i64).wrapping_sub(<i64>::MIN as i64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as i64))
    }

    fn successor(value: &i64) -> i64 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &i64) -> i64 {
        value.wrapping_sub(1)
    }

    fn forward(start: i64) -> i64 {
        if start == <i64>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: i64, count: usize) -> i64 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as i64)
    }
}

impl Step for i128 {
    fn steps_between(start: &i128, end: &i128) -> (usize, Option<usize>) {
        if *start > *end {
            return (0, None);
        }
        let steps = (*end as u128).wrapping_sub(*start as u128);
        if steps > usize::MAX as u128 { (usize::MAX, None) } else { (steps as usize, Some(steps as usize)) }
    }

    fn forward_checked(start: i128, count: usize) -> Option<i128> {
        start.checked_add(count as i128)
    }

    fn backward_checked(start: i128, count: usize) -> Option<i128> {
        start.checked_sub(count as i128)
    }

    fn successor(value: &i128) -> i128 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &i128) -> i128 {
        value.wrapping_sub(1)
    }

    fn forward(start: i128) -> i128 {
        if start == <i128>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: i128, count: usize) -> i128 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as i128)
    }
}

impl Step for isize {
    fn steps_between(start: &isize, end: &isize) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as i64).wrapping_sub(*start as i64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: isize, count: usize) -> Option<isize> {
        if count > (<isize>::MAX as i64).wrapping_sub(start as i64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as isize))
    }

    fn backward_checked(start: isize, count: usize) -> Option<isize> {
        if count > (start as i64).wrapping_sub(<isize>::MIN as i64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as isize))
    }

    fn successor(value: &isize) -> isize {
        value.wrapping_add(1)
    }

    fn predecessor(value: &isize) -> isize {
        value.wrapping_sub(1)
    }

    fn forward(start: isize) -> isize {
        if start == <isize>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: isize, count: usize) -> isize {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as isize)
    }
}

impl Step for u8 {
    fn steps_between(start: &u8, end: &u8) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as u64).wrapping_sub(*start as u64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: u8, count: usize) -> Option<u8> {
        if count > (<u8>::MAX as u64).wrapping_sub(start as u64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as u8))
    }

    fn backward_checked(start: u8, count: usize) -> Option<u8> {
        if count > (start as u64).wrapping_sub(<u8>::MIN as u64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as u8))
    }

    fn successor(value: &u8) -> u8 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &u8) -> u8 {
        value.wrapping_sub(1)
    }

    fn forward(start: u8) -> u8 {
        if start == <u8>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: u8, count: usize) -> u8 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as u8)
    }
}

impl Step for u16 {
    fn steps_between(start: &u16, end: &u16) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as u64).wrapping_sub(*start as u64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: u16, count: usize) -> Option<u16> {
        if count > (<u16>::MAX as u64).wrapping_sub(start as u64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as u16))
    }

    fn backward_checked(start: u16, count: usize) -> Option<u16> {
        if count > (start as u64).wrapping_sub(<u16>::MIN as u64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as u16))
    }

    fn successor(value: &u16) -> u16 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &u16) -> u16 {
        value.wrapping_sub(1)
    }

    fn forward(start: u16) -> u16 {
        if start == <u16>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: u16, count: usize) -> u16 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as u16)
    }
}

impl Step for u32 {
    fn steps_between(start: &u32, end: &u32) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as u64).wrapping_sub(*start as u64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: u32, count: usize) -> Option<u32> {
        if count > (<u32>::MAX as u64).wrapping_sub(start as u64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as u32))
    }

    fn backward_checked(start: u32, count: usize) -> Option<u32> {
        if count > (start as u64).wrapping_sub(<u32>::MIN as u64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as u32))
    }

    fn successor(value: &u32) -> u32 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &u32) -> u32 {
        value.wrapping_sub(1)
    }

    fn forward(start: u32) -> u32 {
        if start == <u32>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: u32, count: usize) -> u32 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as u32)
    }
}

impl Step for u64 {
    fn steps_between(start: &u64, end: &u64) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as u64).wrapping_sub(*start as u64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: u64, count: usize) -> Option<u64> {
        if count > (<u64>::MAX as u64).wrapping_sub(start as u64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as u64))
    }

    fn backward_checked(start: u64, count: usize) -> Option<u64> {
        if count > (start as u64).wrapping_sub(<u64>::MIN as u64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as u64))
    }

    fn successor(value: &u64) -> u64 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &u64) -> u64 {
        value.wrapping_sub(1)
    }

    fn forward(start: u64) -> u64 {
        if start == <u64>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: u64, count: usize) -> u64 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as u64)
    }
}

impl Step for u128 {
    fn steps_between(start: &u128, end: &u128) -> (usize, Option<usize>) {
        if *start > *end {
            return (0, None);
        }
        let steps = *end - *start;
        if steps > usize::MAX as u128 { (usize::MAX, None) } else { (steps as usize, Some(steps as usize)) }
    }

    fn forward_checked(start: u128, count: usize) -> Option<u128> {
        start.checked_add(count as u128)
    }

    fn backward_checked(start: u128, count: usize) -> Option<u128> {
        start.checked_sub(count as u128)
    }

    fn successor(value: &u128) -> u128 {
        value.wrapping_add(1)
    }

    fn predecessor(value: &u128) -> u128 {
        value.wrapping_sub(1)
    }

    fn forward(start: u128) -> u128 {
        if start == <u128>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: u128, count: usize) -> u128 {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as u128)
    }
}

impl Step for usize {
    fn steps_between(start: &usize, end: &usize) -> (usize, Option<usize>) {
        if *start <= *end {
            let steps = (*end as u64).wrapping_sub(*start as u64) as usize;
            (steps, Some(steps))
        } else {
            (0, None)
        }
    }

    fn forward_checked(start: usize, count: usize) -> Option<usize> {
        if count > (<usize>::MAX as u64).wrapping_sub(start as u64) as usize {
            return None;
        }
        Some(start.wrapping_add(count as usize))
    }

    fn backward_checked(start: usize, count: usize) -> Option<usize> {
        if count > (start as u64).wrapping_sub(<usize>::MIN as u64) as usize {
            return None;
        }
        Some(start.wrapping_sub(count as usize))
    }

    fn successor(value: &usize) -> usize {
        value.wrapping_add(1)
    }

    fn predecessor(value: &usize) -> usize {
        value.wrapping_sub(1)
    }

    fn forward(start: usize) -> usize {
        if start == <usize>::MAX && crate::intrinsics::debug_assertions() {
            overflow();
        }
        start.wrapping_add(1)
    }

    fn forward_by(start: usize, count: usize) -> usize {
        if crate::intrinsics::debug_assertions() && Self::forward_checked(start, count).is_none() {
            overflow();
        }
        start.wrapping_add(count as usize)
    }
}

impl Step for char {
    fn steps_between(start: &char, end: &char) -> (usize, Option<usize>) {
        if *start > *end {
            return (0, None);
        }
        let (a, b) = (*start as u32, *end as u32);
        let gap = if a < 0xD800 && b >= 0xE000 { 0x800 } else { 0 };
        let steps = (b - a - gap) as usize;
        (steps, Some(steps))
    }

    fn forward_checked(start: char, count: usize) -> Option<char> {
        let from = start as usize;
        if count > 0x10FFFF {
            return None;
        }
        let to = from + count;
        let to = if from < 0xD800 && to >= 0xD800 { to + 0x800 } else { to };
        char::from_u32(to as u32)
    }

    fn backward_checked(start: char, count: usize) -> Option<char> {
        let from = start as usize;
        if count > from {
            return None;
        }
        let to = from - count;
        if from < 0xE000 || to >= 0xE000 {
            return char::from_u32(to as u32);
        }
        if to < 0x800 { None } else { char::from_u32((to - 0x800) as u32) }
    }

    fn successor(value: &char) -> char {
        let code = *value as u32;
        unsafe { crate::intrinsics::char_from_u32_unchecked(if code == 0xD7FF { 0xE000 } else { code + 1 }) }
    }

    fn predecessor(value: &char) -> char {
        let code = *value as u32;
        unsafe { crate::intrinsics::char_from_u32_unchecked(if code == 0xE000 { 0xD7FF } else { code - 1 }) }
    }

    fn forward(start: char) -> char {
        if start == char::MAX {
            panicking::panic_in_core("overflow in `Step::forward`", &CoreFile::Range, 73, 38);
        }
        char::successor(&start)
    }

    fn forward_by(start: char, count: usize) -> char {
        match char::forward_checked(start, count) {
            Some(value) => value,
            None => panicking::panic_in_core("overflow in `Step::forward`", &CoreFile::Range, 73, 38),
        }
    }
}

impl<A: Step> Iterator for Range<A> {
    type Item = A;

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<A> {
        if self.start < self.end {
            let next = A::successor(&self.start);
            Some(crate::mem::replace(&mut self.start, next))
        } else {
            None
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.start < self.end { A::steps_between(&self.start, &self.end) } else { (0, Some(0)) }
    }

    fn nth(&mut self, n: usize) -> Option<A> {
        if let Some(found) = A::forward_checked(self.start.clone(), n) {
            if found < self.end {
                self.start = A::successor(&found);
                return Some(found);
            }
        }
        self.start = self.end.clone();
        None
    }
}

impl<A: Step> FusedIterator for Range<A> {}

impl<A: Step> DoubleEndedIterator for Range<A> {
    fn next_back(&mut self) -> Option<A> {
        if self.start < self.end {
            self.end = A::predecessor(&self.end);
            Some(self.end.clone())
        } else {
            None
        }
    }

    fn nth_back(&mut self, n: usize) -> Option<A> {
        if let Some(end) = A::backward_checked(self.end.clone(), n) {
            if end > self.start {
                self.end = A::predecessor(&end);
                return Some(self.end.clone());
            }
        }
        self.end = self.start.clone();
        None
    }
}

impl<A: Step> Iterator for RangeFrom<A> {
    type Item = A;

    fn __known_length(&self) -> u8 {
        1
    }

    fn next(&mut self) -> Option<A> {
        let next = A::forward(self.start.clone());
        Some(crate::mem::replace(&mut self.start, next))
    }

    fn nth(&mut self, n: usize) -> Option<A> {
        let found = A::forward_by(self.start.clone(), n);
        self.start = A::forward(found.clone());
        Some(found)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
}

impl<A: Step> FusedIterator for RangeFrom<A> {}

impl<A: Step> Iterator for RangeInclusive<A> {
    type Item = A;

    fn __known_length(&self) -> u8 {
        1
    }

    fn next(&mut self) -> Option<A> {
        if self.exhausted || !(self.start <= self.end) {
            return None;
        }
        if self.start < self.end {
            let next = A::successor(&self.start);
            Some(crate::mem::replace(&mut self.start, next))
        } else {
            self.exhausted = true;
            Some(self.start.clone())
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.exhausted || !(self.start <= self.end) {
            return (0, Some(0));
        }
        match A::steps_between(&self.start, &self.end).1 {
            Some(steps) if steps < usize::MAX => (steps + 1, Some(steps + 1)),
            _ => (usize::MAX, None),
        }
    }

    fn nth(&mut self, n: usize) -> Option<A> {
        if self.exhausted || !(self.start <= self.end) {
            return None;
        }
        if let Some(found) = A::forward_checked(self.start.clone(), n) {
            if found < self.end {
                self.start = A::successor(&found);
                return Some(found);
            }
            if found == self.end {
                self.start = found.clone();
                self.exhausted = true;
                return Some(found);
            }
        }
        self.start = self.end.clone();
        self.exhausted = true;
        None
    }
}

impl<A: Step> FusedIterator for RangeInclusive<A> {}

impl<A: Step> DoubleEndedIterator for RangeInclusive<A> {
    fn next_back(&mut self) -> Option<A> {
        if self.exhausted || !(self.start <= self.end) {
            return None;
        }
        if self.start < self.end {
            let next = A::predecessor(&self.end);
            Some(crate::mem::replace(&mut self.end, next))
        } else {
            self.exhausted = true;
            Some(self.end.clone())
        }
    }
}

impl ExactSizeIterator for Range<i8> {}

impl ExactSizeIterator for Range<i16> {}

impl ExactSizeIterator for Range<i32> {}

impl ExactSizeIterator for Range<isize> {}

impl ExactSizeIterator for Range<u8> {}

impl ExactSizeIterator for Range<u16> {}

impl ExactSizeIterator for Range<u32> {}

impl ExactSizeIterator for Range<usize> {}

impl ExactSizeIterator for RangeInclusive<i8> {}

impl ExactSizeIterator for RangeInclusive<i16> {}

impl ExactSizeIterator for RangeInclusive<u8> {}

impl ExactSizeIterator for RangeInclusive<u16> {}
