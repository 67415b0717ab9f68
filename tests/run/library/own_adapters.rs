//! Iterator adapters of a program's own: generic, with lifetimes, with an extension trait, with size hints, from both ends.

use std::collections::VecDeque;
use std::iter::{FusedIterator, Peekable};

struct Pairs<'a, T> {
    items: &'a [T],
    i: usize,
    j: usize,
}

impl<'a, T> Iterator for Pairs<'a, T> {
    type Item = (&'a T, &'a T);
    fn next(&mut self) -> Option<Self::Item> {
        self.j += 1;
        if self.j >= self.items.len() {
            self.i += 1;
            self.j = self.i + 1;
        }
        Some((self.items.get(self.i)?, self.items.get(self.j)?))
    }
}

struct Lagged<I: Iterator, const N: usize> {
    inner: I,
    held: VecDeque<I::Item>,
}

impl<I: Iterator, const N: usize> Iterator for Lagged<I, N>
where
    I::Item: Clone,
{
    type Item = (I::Item, I::Item);
    fn next(&mut self) -> Option<Self::Item> {
        while self.held.len() < N {
            self.held.push_back(self.inner.next()?);
        }
        let now = self.inner.next()?;
        self.held.push_back(now.clone());
        self.held.pop_front().map(|old| (old, now))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let missing = N - self.held.len();
        let (low, high) = self.inner.size_hint();
        (low.saturating_sub(missing), high.map(|h| h.saturating_sub(missing)))
    }
}

struct GroupRuns<I: Iterator, F> {
    inner: Peekable<I>,
    key: F,
}

impl<I: Iterator, K: PartialEq, F: FnMut(&I::Item) -> K> Iterator for GroupRuns<I, F> {
    type Item = (K, Vec<I::Item>);
    fn next(&mut self) -> Option<Self::Item> {
        let first = self.inner.next()?;
        let key = (self.key)(&first);
        let mut run = vec![first];
        while let Some(item) = self.inner.next_if(|item| (self.key)(item) == key) {
            run.push(item);
        }
        Some((key, run))
    }
}

struct Alternate<A, B>(A, B, bool);

impl<T, A: Iterator<Item = T>, B: Iterator<Item = T>> Iterator for Alternate<A, B> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.2 = !self.2;
        if self.2 { self.0.next().or_else(|| self.1.next()) } else { self.1.next().or_else(|| self.0.next()) }
    }
}
impl<T, A: FusedIterator<Item = T>, B: FusedIterator<Item = T>> FusedIterator for Alternate<A, B> {}
impl<T, A: DoubleEndedIterator<Item = T>, B: DoubleEndedIterator<Item = T>> DoubleEndedIterator for Alternate<A, B> {
    fn next_back(&mut self) -> Option<T> {
        self.1.next_back().or_else(|| self.0.next_back())
    }
}

trait More: Iterator + Sized {
    fn lagged<const N: usize>(self) -> Lagged<Self, N> {
        Lagged { inner: self, held: VecDeque::with_capacity(N) }
    }
    fn runs<K: PartialEq, F: FnMut(&Self::Item) -> K>(self, key: F) -> GroupRuns<Self, F> {
        GroupRuns { inner: self.peekable(), key }
    }
    fn alternate<J: IntoIterator<Item = Self::Item>>(self, other: J) -> Alternate<Self, J::IntoIter> {
        Alternate(self, other.into_iter(), false)
    }
    fn total<T: Default + std::ops::AddAssign<Self::Item>>(self) -> T {
        let mut sum = T::default();
        self.for_each(|item| sum += item);
        sum
    }
}
impl<I: Iterator> More for I {}

fn pairs<T>(items: &[T]) -> Pairs<'_, T> {
    Pairs { items, i: 0, j: 0 }
}

fn closest<'a>(words: &'a [String], letter: char) -> Option<(&'a str, &'a str)> {
    pairs(words)
        .filter(|(a, b)| a.contains(letter) == b.contains(letter))
        .min_by_key(|(a, b)| a.len().abs_diff(b.len()))
        .map(|(a, b)| (a.as_str(), b.as_str()))
}

fn main() {
    println!("{:?}", pairs(&[1, 2, 3, 4]).collect::<Vec<_>>());
    println!("{:?} {:?}", pairs::<u8>(&[]).next(), pairs(&["x"]).next());
    let words: Vec<String> = "red orange yellow green blue violet".split(' ').map(String::from).collect();
    println!("{:?} {:?}", closest(&words, 'o'), closest(&words[..1], 'o'));
    let lagged = (1..8).map(|x| x * x).lagged::<3>();
    println!("{:?} {:?}", lagged.size_hint(), lagged.map(|(a, b)| b - a).collect::<Vec<i32>>());
    println!("{:?}", "abc".chars().lagged::<0>().map(|(a, b)| a == b).collect::<Vec<_>>());
    for (len, group) in words.iter().runs(|w| w.len()) {
        println!("{len}: {group:?}");
    }
    let mixed = [1, 3, 5].into_iter().alternate(vec![2, 4, 6, 8, 10]);
    println!("{:?}", mixed.lagged::<1>().map(|(a, b)| a * b).runs(|p| p % 3).collect::<Vec<_>>());
    println!("{:?}", (0..3).alternate(10..13).rev().take(4).collect::<Vec<_>>());
    println!("{} {:.1}", [1u8, 2, 3].into_iter().total::<u8>(), [0.5, 0.25].iter().copied().total::<f64>());
    let text: String = words.iter().flat_map(|w| w.chars().take(2)).alternate("--------".chars()).collect();
    println!("{text}");
    let mut zipped = "ab".chars().alternate("12345".chars()).fuse();
    println!("{:?} {:?} {}", zipped.next(), zipped.nth(2), zipped.by_ref().count());
}
