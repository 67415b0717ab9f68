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

mod case_0 { use super::*; macro_rules! x { ($t:ty) => { $t::MAX } } fn main() { println!("{}", x!(i32)); } } //~ ERROR syntax
mod case_1 { use super::*; macro_rules! x { ($t:path) => { $t::MAX } } fn main() { println!("{}", x!(i32)); } } //~ ERROR syntax
mod case_2 { use super::*; macro_rules! x { ($t:path) => { $t { a: 1 } } } fn main() { println!("{:?}", x!(m::T)); } } //~ ERROR syntax
mod case_3 { use super::*; macro_rules! x { ($t:ty) => { $t { a: 1 } } } fn main() { println!("{:?}", x!(m::T)); } } //~ ERROR syntax
mod case_4 { use super::*; macro_rules! x { ($e:expr) => { match 3 { $e => 1, _ => 0 } } } fn main() { println!("{:?}", x!(K)); } } //~ ERROR syntax
mod case_5 { use super::*; macro_rules! x { ($a:expr, $b:expr) => { $a == $b } } fn main() { println!("{:?}", x!(1 == 1, true)); } } //~ ERROR syntax
mod case_6 { use super::*; macro_rules! x { ($b:block) => { || -> i32 $b } } fn main() { println!("{:?}", x!({ 1 })()); } } //~ ERROR syntax
mod case_7 { use super::*; macro_rules! x { ($i:item) => { pub $i } } x!(fn f() -> i32 { 3 }); fn main() { println!("{}", f()); } } //~ ERROR syntax
mod case_8 { use super::*; macro_rules! x { ($v:vis) => { struct Q($v i32); } } x!(); fn main() { println!("{}", Q(1).0); } } //~ ERROR syntax
mod case_9 { use super::*; macro_rules! x { ($b:ty) => { fn f<T: $b>(x: T) { println!("{:?}", x) } } } x!(Debug); fn main() { f(1) } } //~ ERROR syntax
mod case_10 { use super::*; macro_rules! x { ($s:expr, $i:literal) => { $s.$i } } fn main() { println!("{}", x!((1, 2), 1)); } } //~ ERROR syntax
mod case_11 { use super::*; macro_rules! x { ($($i:ident)? ) => { "o" $(; stringify!($i))? } } fn main() { println!("{}", { x!(a) }); } } //~ ERROR syntax
mod case_12 { use super::*; macro_rules! x { ($($a:tt)*) => { compile_error!(concat!("bad: ", stringify!($($a)*))) } } fn main() { x!(a b); } } //~ ERROR syntax
mod case_13 { use super::*; macro_rules! x { ($s:stmt) => { $s } } fn main() { println!("{}", { x!(5) }); } } //~ ERROR syntax
mod case_14 { use super::*; macro_rules! x { ($b:block) => { 'a: $b } } fn main() { x!({ 1 }); } } //~ ERROR syntax
mod case_15 { use super::*; macro_rules! x { ($b:expr) => { $b } } fn main() { println!("{}", { x!{ 1 } + 2 }); } } //~ ERROR syntax
mod case_16 { use super::*; macro_rules! x { () => { 1; } } fn main() { let v = x!(); } } //~ ERROR syntax
mod case_17 { use super::*; macro_rules! x { () => { 1; } } fn f() -> i32 { x!() } fn main() { f(); } } //~ ERROR syntax
mod case_18 { use super::*; macro_rules! x { () => { return 1; } } fn f() -> i32 { x!() } fn main() { f(); } } //~ ERROR syntax
mod case_19 { use super::*; macro_rules! x { () => { println!("a"); } } fn main() { match 1 { 1 => x!(), _ => {} } } } //~ ERROR syntax
mod case_20 { use super::*; macro_rules! x { () => { println!("a"); } } fn main() { x!() } } //~ ERROR syntax
mod case_21 { use super::*; macro_rules! x { () => { let a = 1; println!("{a}"); } } fn main() { x!() } } //~ ERROR syntax
mod case_22 { use super::*; macro_rules! x { () => { let a = 1; a } } fn main() { let q = x!(); } } //~ ERROR syntax
mod case_23 { use super::*; macro_rules! x { ($e:expr) => { println!("{}", $e); println!("{}", $e + 1) } } fn main() { x!(1); x!(2) } } //~ ERROR syntax
mod case_24 { use super::*; macro_rules! x { ($e:expr) => { $e, 1 } } fn main() { println!("{:?}", (x!(1))); } } //~ ERROR syntax
mod case_25 { use super::*; macro_rules! x { ($t:path) => { $t!(3) } } macro_rules! y { ($e:expr) => { $e } } fn main() { println!("{:?}", x!(y)); } } //~ ERROR syntax
mod case_26 { use super::*; macro_rules! x { ($($a:ident)::+ :: f) => { $($a)::+ } } fn main() { println!("{:?}", x!(m::C::f)); } } //~ ERROR syntax
mod case_27 { use super::*; macro_rules! x { ($o:tt) => { 7 $o 5 } } fn main() { println!("{} {} {} {}", x!(&), x!(&&&), x!(|), x!(>>)); } } //~ ERROR syntax
mod case_28 { use super::*; macro_rules! x { ($t:expr) => { stringify!($t) } } fn main() { println!("{}", x!(a+b*(c-d) as u8)); println!("{}", x!(if a{b}else{c})); println!("{}", x!([1,2;3][..])); } } //~ ERROR syntax
mod case_29 { use super::*; macro_rules! x { ($t:vis) => { stringify!($t) } } fn main() { println!("[{}]", x!(pub(crate))); println!("[{}]", x!()); } } //~ ERROR syntax

fn main() {}
