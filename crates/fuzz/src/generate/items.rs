//! Items for the scenes of [`super::scene`]: macros, shared graphs, trait objects, operators, errors, and types whose
//! destructors print.

/// Macros stand first in a program, because they must stand before their uses.
pub(super) const MACROS: &str = "
macro_rules! largest {
    ($only:expr) => { $only };
    ($first:expr, $($rest:expr),+ $(,)?) => {{ let (a, b) = ($first, largest!($($rest),+)); if a > b { a } else { b } }};
}
macro_rules! count {
    () => { 0usize };
    ($head:tt $($tail:tt)*) => { 1usize + count!($($tail)*) };
}
macro_rules! table {
    ($($key:expr => $value:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut made = Vec::new();
        $(made.push(($key, $value));)*
        made
    }};
}
macro_rules! point {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $ty:ty = $default:expr),* }) => {
        $(#[$meta])*
        struct $name { $($field: $ty),* }
        impl Default for $name { fn default() -> Self { Self { $($field: $default),* } } }
        impl $name { const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*]; }
    };
}
macro_rules! matching {
    ($value:expr, $($pattern:pat_param)|+ $(if $guard:expr)? => $then:block else $other:block) => {
        match $value { $($pattern)|+ $(if $guard)? => $then, #[allow(unreachable_patterns)] _ => $other }
    };
}
macro_rules! each {
    ($name:ident in [$($value:expr),*] $body:block) => { $({ let $name = $value; $body })* };
}
point! { #[derive(Debug, Clone, PartialEq)] Spot { x: i64 = 3, y: i64 = -4, label: &'static str = \"spot\" } }";

/// Everything else.
pub(super) const ITEMS: &str = "
use std::cell::{Cell, RefCell};
use std::fmt;
use std::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, Mul, Neg, Not, Sub};
use std::rc::{Rc, Weak};

struct Knot<T: fmt::Debug> { name: u32, value: RefCell<T>, parent: RefCell<Weak<Knot<T>>>, children: RefCell<Vec<Rc<Knot<T>>>>, seen: Cell<u32> }
impl<T: fmt::Debug> Knot<T> {
    fn new(name: u32, value: T) -> Rc<Self> {
        Rc::new(Self { name, value: RefCell::new(value), parent: RefCell::default(), children: RefCell::default(), seen: Cell::new(0) })
    }
    fn adopt(self: &Rc<Self>, child: &Rc<Self>) -> bool {
        let fits = self.name < child.name && child.parent.borrow().upgrade().is_none();
        if fits { *child.parent.borrow_mut() = Rc::downgrade(self); self.children.borrow_mut().push(Rc::clone(child)); }
        fits
    }
    fn depth(&self) -> usize { self.seen.set(self.seen.get() + 1); self.parent.borrow().upgrade().map_or(0, |p| p.depth() + 1) }
    fn walk(&self, visit: &mut dyn FnMut(&Self)) { visit(self); for child in self.children.borrow().iter() { child.walk(visit); } }
}
impl<T: fmt::Debug> Drop for Knot<T> {
    fn drop(&mut self) { println!(\"knot {} {:?} {} {}\", self.name, self.value, self.children.borrow().len(), self.parent.borrow().upgrade().is_some()); }
}

trait Named { const KIND: &'static str = \"thing\"; fn name(&self) -> String; }
trait Thing: fmt::Debug {
    fn size(&self) -> i64;
    fn grow(&mut self, by: i64) -> i64 { by.wrapping_add(self.size()) }
    fn copied(&self) -> Box<dyn Thing>;
    fn ended(self: Box<Self>) -> String { format!(\"{:?} ends\", self) }
    fn larger(&self, than: &dyn Thing) -> bool { self.size() > than.size() }
}
#[derive(Debug, Clone)]
struct Dot(i64);
#[derive(Debug, Clone)]
struct Wide<T> { item: T, size: i64 }
impl Thing for Dot {
    fn size(&self) -> i64 { self.0 }
    fn grow(&mut self, by: i64) -> i64 { self.0 = self.0.wrapping_mul(3).wrapping_add(by); self.0 }
    fn copied(&self) -> Box<dyn Thing> { Box::new(self.clone()) }
}
impl<T: fmt::Debug + Clone + 'static> Thing for Wide<T> {
    fn size(&self) -> i64 { self.size ^ 5 }
    fn copied(&self) -> Box<dyn Thing> { Box::new(Wide { item: self.item.clone(), size: 2 }) }
    fn ended(self: Box<Self>) -> String { let Wide { item, .. } = *self; format!(\"{item:?}\") }
}
impl Thing for Noisy {
    fn size(&self) -> i64 { i64::from(self.0) }
    fn copied(&self) -> Box<dyn Thing> { Box::new(self.clone()) }
}
impl Named for Dot { const KIND: &'static str = \"dot\"; fn name(&self) -> String { format!(\"dot{}\", self.0) } }
impl<T: fmt::Debug> Named for Wide<T> { fn name(&self) -> String { format!(\"{}{:?}\", Self::KIND, self.item) } }
impl<N: Named + ?Sized> Named for Box<N> { const KIND: &'static str = N::KIND; fn name(&self) -> String { (**self).name() } }
fn kinds<A: Named, B: Named>(a: &A, b: &B) -> String { format!(\"{} {} {} {}\", A::KIND, B::KIND, a.name(), b.name()) }
fn largest_of<'a>(all: &'a [Box<dyn Thing>]) -> Option<&'a dyn Thing> { all.iter().map(|t| &**t).reduce(|a, b| if b.larger(a) { b } else { a }) }
fn things(n: usize) -> impl Iterator<Item = Box<dyn Thing>> { (0..n as i64).map(|i| -> Box<dyn Thing> { if i % 2 == 0 { Box::new(Dot(i)) } else { Box::new(Noisy(i as u32)) } }) }

trait Series { type Item: fmt::Debug; const STEP: i64; fn at(&self, n: i64) -> Self::Item; fn first(&self, n: i64) -> Vec<Self::Item> { (0..n).map(|i| self.at(i * Self::STEP)).collect() } }
struct Squares;
struct Mapped<S, F> { inner: S, f: F }
impl Series for Squares { type Item = i64; const STEP: i64 = 2; fn at(&self, n: i64) -> i64 { n * n } }
impl<S: Series, R: fmt::Debug, F: Fn(S::Item) -> R> Series for Mapped<S, F> { type Item = R; const STEP: i64 = S::STEP + 1; fn at(&self, n: i64) -> R { (self.f)(self.inner.at(n)) } }

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
struct V2 { x: f64, y: f64 }
impl Add for V2 { type Output = V2; fn add(self, o: V2) -> V2 { V2 { x: self.x + o.x, y: self.y + o.y } } }
impl Sub for V2 { type Output = V2; fn sub(self, o: V2) -> V2 { V2 { x: self.x - o.x, ..o } } }
impl Mul<f64> for V2 { type Output = V2; fn mul(self, k: f64) -> V2 { V2 { x: self.x * k, y: self.y * k } } }
impl Mul<V2> for f64 { type Output = V2; fn mul(self, v: V2) -> V2 { v * self } }
impl Neg for V2 { type Output = V2; fn neg(self) -> V2 { V2 { x: -self.x, y: -self.y } } }
impl Not for V2 { type Output = bool; fn not(self) -> bool { self.x == 0.0 } }
impl AddAssign<f64> for V2 { fn add_assign(&mut self, k: f64) { self.x += k; self.y -= k; } }
impl<'a> Add<&'a V2> for &'a V2 { type Output = V2; fn add(self, o: &V2) -> V2 { *self + *o } }
impl std::iter::Sum for V2 { fn sum<I: Iterator<Item = V2>>(iter: I) -> V2 { iter.fold(V2::default(), |a, b| a + b) } }
impl fmt::Display for V2 { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, \"<{:.1}, {:.1}>\", self.x, self.y) } }
#[derive(Debug, Clone, PartialEq)]
struct Grid<T, const W: usize, const H: usize> { cells: [[T; W]; H] }
impl<T: Clone, const W: usize, const H: usize> Grid<T, W, H> {
    const CELLS: usize = W * H;
    fn filled(x: T) -> Self { Self { cells: std::array::from_fn(|_| std::array::from_fn(|_| x.clone())) } }
    fn turned(&self) -> Grid<T, H, W> { Grid { cells: std::array::from_fn(|c| std::array::from_fn(|r| self.cells[r][c].clone())) } }
}
impl<T, const W: usize, const H: usize> Index<(usize, usize)> for Grid<T, W, H> { type Output = T; fn index(&self, (c, r): (usize, usize)) -> &T { &self.cells[r][c] } }
impl<T, const W: usize, const H: usize> IndexMut<(usize, usize)> for Grid<T, W, H> { fn index_mut(&mut self, (c, r): (usize, usize)) -> &mut T { &mut self.cells[r][c] } }

#[derive(Debug)]
enum Failure { Small(u32), Parse(std::num::ParseIntError), Text(String), Held(Noisy) }
impl From<std::num::ParseIntError> for Failure { fn from(e: std::num::ParseIntError) -> Self { Failure::Parse(e) } }
impl From<String> for Failure { fn from(e: String) -> Self { Failure::Text(e) } }
impl From<Noisy> for Failure { fn from(e: Noisy) -> Self { println!(\"into failure\"); Failure::Held(e) } }
impl fmt::Display for Failure { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { match self { Failure::Small(n) => write!(f, \"small {n}\"), Failure::Parse(e) => write!(f, \"parse: {e}\"), Failure::Text(t) => f.pad(t), Failure::Held(n) => write!(f, \"held {}\", n.0) } } }
impl std::error::Error for Failure {}
fn step(n: u32) -> Result<u32, Failure> { if n % 4 == 0 { Err(Failure::Small(n)) } else { Ok(n / 4) } }
fn parsed(text: &str) -> Result<i64, Failure> { let n: i64 = text.trim().parse()?; if n < 0 { return Err(format!(\"{text} is negative\").into()); } Ok(n) }
fn held(n: u32) -> Result<Noisy, Noisy> { let made = Noisy(n); if n % 2 == 0 { Ok(made) } else { Err(made) } }
fn boxed(text: &str) -> Result<i64, Box<dyn std::error::Error>> { let _guard = Noisy(7); let n = parsed(text)?; let m: u8 = text.parse()?; if m > 9 { Err(\"too many\")?; } Ok(n + i64::from(m)) }

fn make(n: u32) -> Noisy { println!(\"make {n}\"); Noisy(n) }
fn log<T: fmt::Debug>(x: T) -> T { println!(\"log {x:?}\"); x }
fn ended<T>(_: T) { println!(\"ended\"); }
fn keep_first<A, B>(a: A, _: B) -> A { a }
#[derive(Debug, Clone, Default)]
struct Holder { a: Noisy, b: (Noisy, u8), c: Option<Noisy> }
#[derive(Debug)]
enum Cell3 { Empty, One(Noisy), Two { left: Noisy, right: Box<Noisy> } }
struct Guard<'a>(&'a Cell<u32>, &'static str);
impl Drop for Guard<'_> { fn drop(&mut self) { self.0.set(self.0.get() + 1); println!(\"guard {} {}\", self.1, self.0.get()); } }
struct Wrapper<T>(T);
impl<T> Deref for Wrapper<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
impl<T> DerefMut for Wrapper<T> { fn deref_mut(&mut self) -> &mut T { &mut self.0 } }
fn adder(n: i64) -> impl Fn(i64) -> i64 { move |m| m.wrapping_add(n) }
fn counter(mut n: i64) -> Box<dyn FnMut() -> i64> { Box::new(move || { n += 1; n }) }
fn composed<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C { move |x| g(f(x)) }
fn call_all(fs: &mut [Box<dyn FnMut(i64) -> i64 + '_>], n: i64) -> Vec<i64> { fs.iter_mut().map(|f| f(n)).collect() }
const fn power(base: u64, n: u32) -> u64 { let mut r = 1; let mut i = 0; while i < n { r *= base; i += 1; } r }
const POWERS: [u64; 5] = { let mut t = [0; 5]; let mut i = 0; while i < 5 { t[i] = power(3, i as u32); i += 1; } t };
static GREETING: &[&str] = &[\"hi\", \"ho\"];";
