//! Items by their number.

use crate::iter::{DoubleEndedIterator, ExactSizeIterator, Iterator};
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
}

impl<I: ExactSizeIterator + DoubleEndedIterator> DoubleEndedIterator for Enumerate<I> {
    fn next_back(&mut self) -> Option<(usize, I::Item)> {
        match self.iter.next_back() {
            Some(item) => Some((self.count + self.iter.len(), item)),
            None => None,
        }
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

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.iter.size_hint();
        let high = match high {
            Some(high) => Some(high.saturating_sub(self.n)),
            None => None,
        };
        (low.saturating_sub(self.n), high)
    }
}

impl<I: DoubleEndedIterator + ExactSizeIterator> DoubleEndedIterator for Skip<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        if self.len() > 0 { self.iter.next_back() } else { None }
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

    fn next(&mut self) -> Option<I::Item> {
        if self.n == 0 {
            return None;
        }
        self.n -= 1;
        self.iter.next()
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
        let len = self.iter.len();
        let rest = len % (self.step + 1);
        let back = if self.first_take { if rest == 0 { self.step } else { rest - 1 } } else { rest };
        self.iter.nth_back(back)
    }
}

impl<I: ExactSizeIterator> ExactSizeIterator for StepBy<I> {}

impl<I: Clone> Clone for StepBy<I> {
    fn clone(&self) -> Self {
        StepBy { iter: self.iter.clone(), step: self.step, first_take: self.first_take }
    }
}
