// `impl Trait` as a result, and what bounds of associated types promise.
use std::fmt::{Debug, Display};
fn number() -> impl Display + Copy { 5 }
fn pair<T: Debug>(t: T) -> (impl Debug, bool) { ((t, 'x'), true) }
fn wrap<T: Display>(t: T) -> Option<impl Display> { if true { Some(t) } else { None } }
trait Shape { fn area(&self) -> f64; fn name(&self) -> &'static str { "shape" } }
struct Sq(f64);
impl Shape for Sq { fn area(&self) -> f64 { self.0 * self.0 } }
fn shape() -> impl Shape { Sq(1.5) }
mod hidden {
    pub trait Loud { fn shout(&self) -> i32; }
    struct L(i32);
    impl Loud for L { fn shout(&self) -> i32 { self.0 * 10 } }
    pub fn loud(n: i32) -> impl Loud { L(n) }
}
trait Producer { type Out: Debug + PartialEq; fn make(&self) -> Self::Out; }
impl Producer for Sq { type Out = (u8, bool); fn make(&self) -> (u8, bool) { (self.0 as u8, true) } }
fn show<P: Producer>(p: &P) { let (a, b) = (p.make(), p.make()); println!("{a:?} {}", a == b); }
struct Counter { n: i32 }
impl Counter { fn view(&self) -> impl Display + '_ { self.n + 1 } }
fn main() {
    let n = number();
    println!("{n} {n} {}", number());
    println!("{:?}", pair("a"));
    if let Some(w) = wrap(2.5) { println!("{w}"); }
    let s = shape();
    println!("{} {}", s.area(), s.name());
    { use hidden::Loud; println!("{}", hidden::loud(4).shout()); }
    show(&Sq(3.0));
    println!("{}", Counter { n: 1 }.view());
    println!("{}", std::mem::size_of_val(&number()));
}
