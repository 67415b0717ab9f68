//! Associated types with lifetimes in generic code: families of types, adaptors, closures, drops and objects.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

trait Family {
    type Of<'a>;

    fn make<'a>(text: &'a str) -> Self::Of<'a>;
}

struct Words;
struct Length;
struct First;

impl Family for Words {
    type Of<'a> = Vec<&'a str>;

    fn make<'a>(text: &'a str) -> Vec<&'a str> {
        text.split(' ').collect()
    }
}

impl Family for Length {
    type Of<'a> = usize;

    fn make(text: &str) -> usize {
        text.len()
    }
}

impl Family for First {
    type Of<'x> = Option<&'x str>;

    fn make<'x>(text: &'x str) -> Self::Of<'x> {
        text.get(..1)
    }
}

impl<A: Family, B: Family> Family for (A, B) {
    type Of<'a> = (A::Of<'a>, B::Of<'a>);

    fn make<'a>(text: &'a str) -> Self::Of<'a> {
        (A::make(text), B::make(text))
    }
}

fn each<'t, F: Family>(texts: &[&'t str], mut f: impl FnMut(F::Of<'t>)) {
    for text in texts {
        f(F::make(text));
    }
}

fn kept<'t, F>(text: &'t str) -> Kept<'t, F>
where
    F: Family,
{
    Kept { text, made: F::make(text) }
}

struct Kept<'t, F: Family> {
    text: &'t str,
    made: F::Of<'t>,
}

/// Guards: what is lent has a destructor.
trait Locked {
    type Value;
    type Guard<'a>: std::ops::Deref<Target = Self::Value>
    where
        Self: 'a;

    fn lock(&self) -> Self::Guard<'_>;
}

impl<T> Locked for RefCell<T> {
    type Value = T;
    type Guard<'a>
        = Ref<'a, T>
    where
        Self: 'a;

    fn lock(&self) -> Ref<'_, T> {
        self.borrow()
    }
}

struct Noisy<T>(T);

struct NoisyGuard<'a, T>(&'a Noisy<T>, u32);

impl<T> std::ops::Deref for NoisyGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.0
    }
}

impl<T> Drop for NoisyGuard<'_, T> {
    fn drop(&mut self) {
        println!("released {}", self.1);
    }
}

impl<T> Locked for Noisy<T> {
    type Value = T;
    type Guard<'a>
        = NoisyGuard<'a, T>
    where
        T: 'a;

    fn lock(&self) -> Self::Guard<'_> {
        println!("locked");
        NoisyGuard(self, 7)
    }
}

impl<L: Locked> Locked for Rc<L> {
    type Value = L::Value;
    type Guard<'a>
        = L::Guard<'a>
    where
        Self: 'a;

    fn lock(&self) -> L::Guard<'_> {
        (**self).lock()
    }
}

fn with<L: Locked, R>(l: &L, f: impl FnOnce(&L::Value) -> R) -> R {
    let guard = l.lock();
    f(&guard)
}

fn main() {
    let texts = ["a bc", "déf", ""];
    each::<Words>(&texts, |words| println!("{words:?}"));
    let mut lengths = Vec::new();
    each::<Length>(&texts, |n| lengths.push(n));
    println!("{lengths:?}");
    each::<(First, (Length, Words))>(&texts, |(first, (n, words))| println!("{first:?} {n} {}", words.len()));
    let k = kept::<(Length, First)>("xyz");
    println!("{} {:?}", k.text, k.made);
    let made: <Words as Family>::Of<'static> = Words::make("p q");
    println!("{made:?}");

    println!("{}", with(&RefCell::new(vec![1, 2, 3]), |v| v.iter().sum::<i32>()));
    println!("{}", with(&Noisy("text"), |s| s.len()));
    let shared = Rc::new(Noisy(String::from("shared")));
    println!("{}", with(&shared, |s| s.to_uppercase()));
    println!("{}", with(&Rc::clone(&shared), String::len));
    let both = (shared.lock(), shared.lock());
    println!("{} {}", *both.0, both.1.len());
}
