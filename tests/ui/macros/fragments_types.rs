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

mod case_0 { use super::*; macro_rules! x { ($s:stmt) => { $s; } } fn main() { x!(5); } } //~ ERROR E0308
mod case_1 { use super::*; macro_rules! x { ($s:stmt) => { $s; println!("k") } } fn main() { x!(5); } } //~ ERROR E0308
mod case_2 { use super::*; macro_rules! x { ($s:stmt) => { $s println!("k"); } } fn main() { x!(5); } } //~ ERROR E0308
mod case_3 { use super::*; macro_rules! x { ($s:stmt) => { { $s; } } } fn main() { println!("{:?}", x!(5)); } } //~ ERROR E0308
mod case_4 { use super::*; macro_rules! x { ($($s:stmt);*) => { { $($s;)* } } } fn main() { println!("{:?}", x!(let a = 1; a + 1)); } } //~ ERROR E0308
mod case_5 { use super::*; macro_rules! x { ($b:expr) => { $b } } fn main() { let v = 3; x!{ 1 } - v; } } //~ ERROR E0308

fn main() {}
