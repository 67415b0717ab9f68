#![allow(warnings)]
use std::fmt::Debug;

#[derive(Debug, Default, Clone, PartialEq)]
struct S {
    a: i32,
}

mod m {
    #[derive(Debug, Default)]
    pub struct T {
        pub a: i32,
    }
    #[derive(Debug)]
    pub enum E {
        A,
        B(i32),
    }
    pub fn f() -> i32 {
        7
    }
    pub const C: i32 = 3;
}

const K: i32 = 3;

struct G<T>(T);

mod case_0 { use super::*; macro_rules! x { ($s:stmt) => { $s; println!("after {}", q) } } fn main() { x!(let q = 1); } } //~ ERROR E0425
mod case_1 { use super::*; macro_rules! x { ($p:pat) => { for $p in [(1, 2)] { println!("{}", a) } } } fn main() { x!((a, _)); } } //~ ERROR E0425
mod case_2 { use super::*; macro_rules! x { ($z:ident) => { let $z = 1; println!("{z}") } } fn main() { let z = 5; x!(z); println!("{z}"); } } //~ ERROR E0425
mod case_3 { use super::*; macro_rules! x { ($n:ident $b:block) => { impl S { fn $n(&self) -> i32 $b } } } x!(g { self.a }); fn main() { println!("{}", S { a: 3 }.g()); } } //~ ERROR E0424
mod case_4 { use super::*; macro_rules! x { () => { break 'o } } fn main() { 'o: loop { x!() } } } //~ ERROR E0426
mod case_5 { use super::*; macro_rules! x { () => { T2 { q } } } struct T2 { q: i32 } fn main() { let q = 4; println!("{}", x!().q); } } //~ ERROR E0425

fn main() {}
