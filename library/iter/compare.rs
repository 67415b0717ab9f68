//! Iterators compared item by item.

use super::Iterator;
use crate::cmp::Ordering;

pub fn cmp<A: Iterator, B: Iterator<Item = A::Item>>(mut a: A, mut b: B) -> Ordering
where
    A::Item: Ord,
{
    loop {
        let Some(x) = a.next() else {
            return if b.next().is_none() { Ordering::Equal } else { Ordering::Less };
        };
        let Some(y) = b.next() else { return Ordering::Greater };
        match x.cmp(&y) {
            Ordering::Equal => {}
            order => return order,
        }
    }
}

pub fn partial_cmp<A: Iterator, B: Iterator>(mut a: A, mut b: B) -> Option<Ordering>
where
    A::Item: PartialOrd<B::Item>,
{
    loop {
        let Some(x) = a.next() else {
            return Some(if b.next().is_none() { Ordering::Equal } else { Ordering::Less });
        };
        let Some(y) = b.next() else { return Some(Ordering::Greater) };
        match x.partial_cmp(&y) {
            Some(Ordering::Equal) => {}
            order => return order,
        }
    }
}

pub fn eq<A: Iterator, B: Iterator>(mut a: A, mut b: B) -> bool
where
    A::Item: PartialEq<B::Item>,
{
    loop {
        let Some(x) = a.next() else { return b.next().is_none() };
        let Some(y) = b.next() else { return false };
        if x != y {
            return false;
        }
    }
}
