//! Items that every program has: generic functions and types, traits with default methods and constants, blanket
//! implementations, trait objects, and a type that prints when it is dropped.

use super::Generator;
use super::types::{Fields, Shape};

/// What does not depend on the program.
const ITEMS: &str = "
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Noisy(pub u32);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!(\"drop {}\", self.0);
    }
}
fn pick<T: Clone + PartialOrd>(a: &T, b: &T, flip: bool) -> T { if (a < b) != flip { a.clone() } else { b.clone() } }
fn apply<A, B, F: Fn(A) -> B>(f: F, a: A) -> B { f(a) }
fn twice<T>(mut f: impl FnMut(T) -> T, x: T) -> T { let y = f(x); f(y) }
fn once<T>(f: impl FnOnce() -> T) -> T { f() }
#[derive(Debug, Clone, PartialEq)]
struct Pair<A, B> { left: A, right: B }
impl<A, B> Pair<A, B> {
    fn new(left: A, right: B) -> Self { Self { left, right } }
    fn swapped(self) -> Pair<B, A> { let Self { left, right } = self; Pair::new(right, left) }
    fn into_right(self) -> B { self.right }
}
struct Stack<T> { items: Vec<T>, depth: usize }
impl<T> Stack<T> {
    fn from_pair(a: T, b: T) -> Self { let mut s = Stack { items: Vec::new(), depth: 0 }; s.push(a); s.push(b); s }
    fn push(&mut self, item: T) -> &mut Self { self.items.push(item); self.depth += 1; self }
    fn top(mut self) -> Option<T> { self.depth -= 1; self.items.pop() }
}
trait Measure {
    const BASE: u64;
    fn measure(&self) -> u64;
    fn doubled(&self) -> u64 { self.measure().wrapping_mul(2).wrapping_add(Self::BASE) }
}
fn total<T: Measure>(items: &[T]) -> u64 {
    items.iter().fold(T::BASE, |sum, item| sum.wrapping_mul(31).wrapping_add(item.doubled()))
}
impl Measure for bool { const BASE: u64 = 1; fn measure(&self) -> u64 { if *self { 5 } else { 3 } } }
impl Measure for char { const BASE: u64 = 2; fn measure(&self) -> u64 { *self as u64 } }
impl Measure for f32 { const BASE: u64 = 3; fn measure(&self) -> u64 { u64::from(self.to_bits()) } fn doubled(&self) -> u64 { *self as u64 } }
impl Measure for f64 { const BASE: u64 = 4; fn measure(&self) -> u64 { *self as u64 } }
impl Measure for str { const BASE: u64 = 5; fn measure(&self) -> u64 { self.len() as u64 } }
impl Measure for String { const BASE: u64 = 6; fn measure(&self) -> u64 { self.as_str().measure() + Self::BASE } }
impl Measure for Noisy { const BASE: u64 = 7; fn measure(&self) -> u64 { u64::from(self.0) } }
impl<T: Measure + ?Sized> Measure for &T { const BASE: u64 = T::BASE + 1; fn measure(&self) -> u64 { (**self).measure() } }
impl<T: Measure> Measure for Box<T> { const BASE: u64 = T::BASE * 2; fn measure(&self) -> u64 { (**self).measure() ^ 1 } }
impl<T: Measure> Measure for Option<T> {
    const BASE: u64 = 8;
    fn measure(&self) -> u64 { match self { Some(inner) => inner.measure().wrapping_add(T::BASE), None => 0 } }
}
impl<T: Measure> Measure for Vec<T> { const BASE: u64 = 9; fn measure(&self) -> u64 { total(self) } }
impl<T: Measure, const N: usize> Measure for [T; N] { const BASE: u64 = N as u64; fn measure(&self) -> u64 { total(self) } }
impl<A: Measure> Measure for (A,) { const BASE: u64 = 10; fn measure(&self) -> u64 { self.0.measure() } }
impl<A: Measure, B: Measure> Measure for (A, B) {
    const BASE: u64 = A::BASE + B::BASE;
    fn measure(&self) -> u64 { self.0.measure().wrapping_sub(self.1.measure()) }
}
impl<A: Measure, B: Measure, C: Measure> Measure for (A, B, C) {
    const BASE: u64 = A::BASE;
    fn measure(&self) -> u64 { self.0.measure() ^ self.1.measure() ^ self.2.doubled() }
}
trait Shown { fn shown(&self) -> String; fn tag(&self) -> usize { self.shown().len() } }
impl<T: std::fmt::Debug> Shown for T { fn shown(&self) -> String { format!(\"<{self:?}>\") } }
trait Chosen: Iterator { fn chosen(mut self, n: usize) -> Option<Self::Item> where Self: Sized { self.nth(n) } }
impl<I: Iterator> Chosen for I {}";

impl Generator {
    /// The items, and implementations of `Measure` for the program's own types.
    pub(super) fn support(&mut self) -> Vec<String> {
        let mut lines: Vec<String> = ITEMS.lines().skip(1).map(str::to_owned).collect();
        for int in super::types::INTS {
            let method = *self.rng.pick(&["wrapping_mul(3)", "wrapping_add(1)", "rotate_left(3)"]);
            lines.push(format!(
                "impl Measure for {int} {{ const BASE: u64 = {}; fn measure(&self) -> u64 {{ self.{method} as u64 }} }}",
                self.rng.below(90)
            ));
        }
        let sum = |fields: &Fields, of: &str| {
            let one = |i: usize| match (fields.shape, of) {
                (_, "self") => format!("self.{}.measure()", fields.fields[i].0),
                _ => format!("x{i}.measure()"),
            };
            (0..fields.fields.len()).map(one).fold("0u64".into(), |sum: String, m| format!("{sum}.wrapping_add({m})"))
        };
        for declared in &self.types.structs {
            let name = &declared.fields.name;
            lines.push(format!(
                "impl Measure for {name} {{ const BASE: u64 = {}; fn measure(&self) -> u64 {{ {} }} }}",
                declared.fields.fields.len(),
                sum(&declared.fields, "self")
            ));
        }
        for declared in &self.types.enums {
            let arm = |variant: &Fields| {
                let bound: Vec<String> = (0..variant.fields.len()).map(|i| format!("x{i}")).collect();
                let pattern = match variant.shape {
                    Shape::Unit => String::new(),
                    Shape::Tuple => format!("({})", bound.join(", ")),
                    Shape::Named => {
                        let fields = variant.fields.iter().zip(&bound);
                        format!(
                            " {{ {} }}",
                            fields.map(|((n, _), b)| format!("{n}: {b}")).collect::<Vec<_>>().join(", ")
                        )
                    }
                };
                format!("Self::{}{pattern} => {}", variant.name, sum(variant, "bound"))
            };
            let arms: Vec<String> = declared.variants.iter().map(arm).collect();
            lines.push(format!(
                "impl Measure for {} {{ const BASE: u64 = {}; fn measure(&self) -> u64 {{ match self {{ {} }} }} }}",
                declared.name,
                declared.variants.len(),
                arms.join(", ")
            ));
        }
        lines
    }
}
