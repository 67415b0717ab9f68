// `impl Trait` as the type of parameters.
use std::fmt::{Debug, Display};
fn show(a: impl Display, b: &impl Debug, c: impl Display) -> bool { println!("{a} {b:?} {c}"); true }
fn both<T: Display>(t: T, u: impl Display + Copy) { println!("{t} {u} {u}"); }
fn opt(x: Option<impl Debug>) { println!("{x:?}"); }
struct S;
impl S { fn m(&self, f: impl Into<i64>) -> i64 { f.into() + 1 } }
trait Tr { fn go(&self, d: impl Display); }
impl Tr for S { fn go(&self, d: impl Display) { println!("go {d}"); } }
fn main() {
    show(1, &"x", 'c');
    both::<i32>(1, 2.5);
    both("a", "b");
    opt(Some([1, 2]));
    println!("{}", S.m(4i32));
    S.go(7u8);
}
