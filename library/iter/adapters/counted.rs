//! Items by their number.

use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};
use crate::panicking::{self, CoreFile};

pub struct Enumerate<I> {
    iter: I,
    count: usize,
}

impl<I> Enumerate<I> {
    pub(crate) fn new(iter: I) -> Enumerate<I> {
        Enumerate { iter, count: 0 }
    }
}

impl<I: Iterator> Iterator for Enumerate<I> {
    type Item = (usize, I::Item);

    fn __known_length(&self) -> u8 {
        self.iter.__known_length()
    }

    fn next(&mut self) -> Option<(usize, I::Item)> {
        match self.iter.next() {
            Some(item) => {
                let i = self.count;
                self.count += 1;
                Some((i, item))
            }
            None => None,
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }

    fn nth(&mut self, n: usize) -> Option<(usize, I::Item)> {
        match self.iter.nth(n) {
            Some(item) => {
                let i = self.count + n;
                self.count = i + 1;
                Some((i, item))
            }
            None => None,
        }
    }

    fn count(self) -> usize {
        self.iter.count()
    }

    fn __advance_by(&mut self, n: usize) -> usize {
        let left = self.iter.__advance_by(n);
        self.count += n - left;
        left
    }
}

impl<I: FusedIterator> FusedIterator for Enumerate<I> {}

impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Enumerate<I> {
    fn next_back(&mut self) -> Option<(usize, I::Item)> {
        match self.iter.next_back() {
            Some(item) => Some((self.count + self.iter.len(), item)),
            None => None,
        }
    }

    fn nth_back(&mut self, n: usize) -> Option<(usize, I::Item)> {
        match self.iter.nth_back(n) {
            Some(item) => Some((self.count + self.iter.len(), item)),
            None => None,
        }
    }

    fn __advance_back_by(&mut self, n: usize) -> usize {
        self.iter.__advance_back_by(n)
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for Enumerate<I> {
    fn len(&self) -> usize {
        self.iter.len()
    }
}

impl<I: Clone> Clone for Enumerate<I> {
    fn clone(&self) -> Self {
        Enumerate { iter: self.iter.clone(), count: self.count }
    }
}

pub struct Skip<I> {
    iter: I,
    n: usize,
}

impl<I> Skip<I> {
    pub(crate) fn new(iter: I, n: usize) -> Skip<I> {
        Skip { iter, n }
    }
}

impl<I: Iterator> Skip<I> {
    /// Take what is to be passed over, as what uses up the rest does; whether all of it was there.
    fn passes_over(&mut self) -> bool {
        self.n == 0 || self.iter.nth(self.n - 1).is_some()
    }
}

impl<I: Iterator> Iterator for Skip<I> {
    type Item = I::Item;

    fn __known_length(&self) -> u8 {
        if self.iter.__known_length() >= 2 { self.iter.__known_length() } else { 0 }
    }

    fn next(&mut self) -> Option<I::Item> {
        if self.n > 0 {
            let n = self.n;
            self.n = 0;
            self.iter.nth(n)
        } else {
            self.iter.next()
        }
    }

    fn nth(&mut self, n: usize) -> Option<I::Item> {
        let skipped = self.n;
        self.n = 0;
        match skipped.checked_add(n) {
            Some(n) => self.iter.nth(n),
            None => {
                self.iter.nth(skipped - 1)?;
                self.iter.nth(n)
            }
        }
    }

    fn fold<B, F: FnMut(B, I::Item) -> B>(mut self, init: B, f: F) -> B {
        if self.passes_over() { self.iter.fold(init, f) } else { init }
    }

    fn for_each<F: FnMut(I::Item)>(self, mut f: F) {
        self.fold((), |(), item| f(item))
    }

    fn count(mut self) -> usize {
        if self.passes_over() { self.iter.count() } else { 0 }
    }

    fn last(mut self) -> Option<I::Item> {
        if self.passes_over() { self.iter.last() } else { None }
    }

    fn __advance_by(&mut self, n: usize) -> usize {
        let skipped = self.n;
        let wanted = skipped.saturating_add(n);
        let missing = self.iter.__advance_by(wanted);
        let passed = wanted - missing;
        let left = n - passed.saturating_sub(skipped);
        self.n = skipped.saturating_sub(passed);
        if missing == 0 && left > 0 { self.iter.__advance_by(left) } else { left }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.iter.size_hint();
        let high = match high {
            Some(high) => Some(high.saturating_sub(self.n)),
            None => None,
        };
        (low.saturating_sub(self.n), high)
    }
}

impl<I: FusedIterator> FusedIterator for Skip<I> {}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Skip<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        if self.len() > 0 { self.iter.next_back() } else { None }
    }

    fn nth_back(&mut self, n: usize) -> Option<I::Item> {
        let len = self.len();
        if n < len {
            return self.iter.nth_back(n);
        }
        if len > 0 {
            self.iter.nth_back(len - 1);
        }
        None
    }

    fn __advance_back_by(&mut self, n: usize) -> usize {
        let within = self.len().min(n);
        self.iter.__advance_back_by(within);
        n - within
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for Skip<I> {}

impl<I: Clone> Clone for Skip<I> {
    fn clone(&self) -> Self {
        Skip { iter: self.iter.clone(), n: self.n }
    }
}

pub struct Take<I> {
    iter: I,
    n: usize,
}

impl<I> Take<I> {
    pub(crate) fn new(iter: I, n: usize) -> Take<I> {
        Take { iter, n }
    }
}

impl<I: Iterator> Iterator for Take<I> {
    type Item = I::Item;

    fn __known_length(&self) -> u8 {
        self.iter.__known_length().min(1)
    }

    fn fold<B, F: FnMut(B, I::Item) -> B>(mut self, init: B, mut f: F) -> B {
        if self.iter.__known_length() >= 2 {
            // Where each item is known by its place, nothing is asked for that is not there: a `skip` passes over nothing then.
            self.n = self.n.min(self.iter.size_hint().0);
        }
        let mut value = init;
        while let Some(item) = self.next() {
            value = f(value, item);
        }
        value
    }

    fn for_each<F: FnMut(I::Item)>(self, mut f: F) {
        self.fold((), |(), item| f(item))
    }

    fn count(self) -> usize {
        self.fold(0, |count, _| count + 1)
    }

    fn last(self) -> Option<I::Item> {
        self.fold(None, |_, item| Some(item))
    }

    fn next(&mut self) -> Option<I::Item> {
        if self.n == 0 {
            return None;
        }
        self.n -= 1;
        self.iter.next()
    }

    fn nth(&mut self, n: usize) -> Option<I::Item> {
        if self.n > n {
            self.n -= n + 1;
            return self.iter.nth(n);
        }
        if self.n > 0 {
            self.iter.nth(self.n - 1);
            self.n = 0;
        }
        None
    }

    fn __advance_by(&mut self, n: usize) -> usize {
        let within = self.n.min(n);
        let passed = within - self.iter.__advance_by(within);
        self.n -= passed;
        n - passed
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.n == 0 {
            return (0, Some(0));
        }
        let (low, high) = self.iter.size_hint();
        let high = match high {
            Some(high) if high < self.n => high,
            _ => self.n,
        };
        (low.min(self.n), Some(high))
    }
}

impl<I: FusedIterator> FusedIterator for Take<I> {}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Take<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        if self.n == 0 {
            return None;
        }
        let n = self.n;
        self.n -= 1;
        let len = self.iter.len();
        self.iter.nth_back(len.saturating_sub(n))
    }

    fn nth_back(&mut self, n: usize) -> Option<I::Item> {
        let len = self.iter.len();
        if self.n > n {
            let beyond = len.saturating_sub(self.n);
            self.n -= n + 1;
            return self.iter.nth_back(beyond + n);
        }
        if len > 0 {
            self.iter.nth_back(len - 1);
        }
        None
    }

    fn __advance_back_by(&mut self, n: usize) -> usize {
        let beyond = self.iter.len().saturating_sub(self.n);
        let wanted = beyond.saturating_add(n);
        let passed = wanted - self.iter.__advance_back_by(wanted) - beyond;
        self.n -= passed;
        n - passed
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for Take<I> {}

impl<I: Clone> Clone for Take<I> {
    fn clone(&self) -> Self {
        Take { iter: self.iter.clone(), n: self.n }
    }
}

pub struct StepBy<I> {
    iter: I,
    /// One less than the step.
    step: usize,
    first_take: bool,
}

impl<I> StepBy<I> {
    pub(crate) fn new(iter: I, step: usize) -> StepBy<I> {
        if step == 0 {
            panicking::panic_in_core("assertion failed: step != 0", &CoreFile::StepBy, 35, 9);
        }
        StepBy { iter, step: step - 1, first_take: true }
    }
}

impl<I: Iterator> Iterator for StepBy<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        if self.first_take {
            self.first_take = false;
            self.iter.next()
        } else {
            self.iter.nth(self.step)
        }
    }

    fn nth(&mut self, n: usize) -> Option<I::Item> {
        let mut steps = n;
        if self.first_take {
            self.first_take = false;
            let first = self.iter.next();
            if n == 0 {
                return first;
            }
            steps -= 1;
        }
        // A step after the other where one number does not hold all of them.
        let step = self.step;
        let far = step.checked_add(1).and_then(|step| steps.checked_add(1).and_then(|steps| steps.checked_mul(step)));
        match far {
            Some(far) => self.iter.nth(far - 1),
            None => {
                while steps > 0 {
                    self.iter.nth(step);
                    steps -= 1;
                }
                self.iter.nth(step)
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.iter.size_hint();
        let high = match high {
            Some(high) => Some(self.steps(high)),
            None => None,
        };
        (self.steps(low), high)
    }
}

impl<I> StepBy<I> {
    /// How many steps there are in so many items.
    fn steps(&self, items: usize) -> usize {
        if !self.first_take {
            items / (self.step + 1)
        } else if items == 0 {
            0
        } else {
            1 + (items - 1) / (self.step + 1)
        }
    }
}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for StepBy<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        self.nth_back(0)
    }

    fn nth_back(&mut self, n: usize) -> Option<I::Item> {
        let rest = self.iter.len() % (self.step + 1);
        let back = if self.first_take { if rest == 0 { self.step } else { rest - 1 } } else { rest };
        self.iter.nth_back(n.saturating_mul(self.step + 1).saturating_add(back))
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}

impl<I: Clone> Clone for StepBy<I> {
    fn clone(&self) -> Self {
        StepBy { iter: self.iter.clone(), step: self.step, first_take: self.first_take }
    }
}
