//! What each fragment of a macro's call can stand for, a small program a case.
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

mod case_0 {
    use super::*;
    macro_rules! x { ($t:ty) => { <$t>::MAX } }
    pub fn main() { println!("{}", x!(i32)); }
}
mod case_1 {
    use super::*;
    macro_rules! x { ($t:ident) => { $t::MAX } }
    pub fn main() { println!("{}", x!(i32)); }
}
mod case_2 {
    use super::*;
    macro_rules! x { ($t:ident) => { $t { a: 1 } } }
    pub fn main() { println!("{:?}", x!(S)); }
}
mod case_3 {
    use super::*;
    macro_rules! x { ($t:path) => { match m::E::B(2) { $t(n) => n, _ => 0 } } }
    pub fn main() { println!("{:?}", x!(m::E::B)); }
}
mod case_4 {
    use super::*;
    macro_rules! x { ($t:path) => { match m::E::A { $t => 1, _ => 0 } } }
    pub fn main() { println!("{:?}", x!(m::E::A)); }
}
mod case_5 {
    use super::*;
    macro_rules! x { ($t:path) => { match (m::T{a: 4}) { $t { a } => a } } }
    pub fn main() { println!("{:?}", x!(m::T)); }
}
mod case_6 {
    use super::*;
    macro_rules! x { ($e:expr) => { match 3 { $e => 1, _ => 0 } } }
    pub fn main() { println!("{:?}", x!(3)); }
}
mod case_7 {
    use super::*;
    macro_rules! x { ($e:expr) => { match 3 { $e..=5 => 1, _ => 0 } } }
    pub fn main() { println!("{:?}", x!(2)); }
}
mod case_8 {
    use super::*;
    macro_rules! x { ($e:expr) => { match 3 { $e..=5 => 1, _ => 0 } } }
    pub fn main() { println!("{:?}", x!(K)); }
}
mod case_9 {
    use super::*;
    macro_rules! x { ($e:literal) => { match -3 { -$e => 1, _ => 0 } } }
    pub fn main() { println!("{:?}", x!(3)); }
}
mod case_10 {
    use super::*;
    macro_rules! x { ($e:expr) => { [0; $e] } }
    pub fn main() { println!("{:?}", x!(K as usize + 1)); }
}
mod case_11 {
    use super::*;
    macro_rules! x { ($e:expr) => { -$e } }
    pub fn main() { println!("{:?}", x!(1 - 2)); }
}
mod case_12 {
    use super::*;
    macro_rules! x { ($e:expr) => { $e.abs() } }
    pub fn main() { println!("{:?}", x!(1 - 2i32)); }
}
mod case_13 {
    use super::*;
    macro_rules! x { ($e:expr) => { -1i32.pow($e) } }
    pub fn main() { println!("{:?}", x!(2)); }
}
mod case_14 {
    use super::*;
    macro_rules! x { ($e:expr) => { $e as i64 * 2 } }
    pub fn main() { println!("{:?}", x!(1 + 2)); }
}
mod case_15 {
    use super::*;
    macro_rules! x { ($e:tt) => { $e * 2 } }
    pub fn main() { println!("{:?}", x!((1 + 2))); }
}
mod case_16 {
    use super::*;
    macro_rules! x { ($($e:tt)*) => { $($e)* * 2 } }
    pub fn main() { println!("{:?}", x!(1 + 2)); }
}
mod case_17 {
    use super::*;
    macro_rules! x { ($b:block) => { if true $b else $b } }
    pub fn main() { println!("{:?}", x!({ 1 })); }
}
mod case_18 {
    use super::*;
    macro_rules! x { ($b:block) => { loop $b } }
    pub fn main() { println!("{:?}", x!({ break 1 })); }
}
mod case_19 {
    use super::*;
    macro_rules! x { ($b:block) => { match 1 { _ => $b } } }
    pub fn main() { println!("{:?}", x!({ 1 })); }
}
mod case_20 {
    use super::*;
    macro_rules! x { ($e:expr) => { if $e { 1 } else { 2 } } }
    pub fn main() { println!("{:?}", x!(S { a: 1 } == S { a: 1 })); }
}
mod case_21 {
    use super::*;
    macro_rules! x { ($e:expr) => { match $e { S { a } => a } } }
    pub fn main() { println!("{:?}", x!(S { a: 1 })); }
}
mod case_22 {
    use super::*;
    macro_rules! x { ($s:stmt) => { $s println!("after"); } }
    pub fn main() { x!(let q = 1); }
}
mod case_23 {
    use super::*;
    macro_rules! x { ($($s:stmt)*) => { $($s)* } }
    pub fn main() { x!(let q = 1 ; println!("{}", 2)); }
}
mod case_24 {
    use super::*;
    macro_rules! x { ($($s:stmt;)*) => { $($s;)* } }
    pub fn main() { x!(let q = 1; println!("{}", q); fn f() {}; f();); }
}
mod case_25 {
    use super::*;
    macro_rules! x { ($($s:stmt;)*) => { $($s)* } }
    pub fn main() { x!(println!("1"); println!("2");); }
}
mod case_26 {
    use super::*;
    macro_rules! x { ($i:item) => { $i } } x!(fn f() -> i32 { 3 });
    pub fn main() { println!("{}", f()); }
}
mod case_27 {
    use super::*;
    macro_rules! x { ($i:item) => { #[inline] $i } } x!(fn f() -> i32 { 3 });
    pub fn main() { println!("{}", f()); }
}
mod case_28 {
    use super::*;
    macro_rules! x { ($v:vis $n:ident) => { $v struct $n; } } x!(pub A); x!(B); x!(pub(crate) C);
    pub fn main() { let _ = (A, B, C); }
}
mod case_29 {
    use super::*;
    macro_rules! x { ($v:vis) => { struct Q($v i32); struct R { $v a: i32 } } } x!(pub);
    pub fn main() { println!("{}", Q(1).0 + R { a: 1 }.a); }
}
mod case_30 {
    use super::*;
    macro_rules! x { ($m:meta) => { #[$m] struct Z; } } x!(derive(Debug, Clone));
    pub fn main() { println!("{:?}", Z.clone()); }
}
mod case_31 {
    use super::*;
    macro_rules! x { ($($m:ident),*) => { #[derive($($m),*)] struct Z; } } x!(Debug, Clone);
    pub fn main() { println!("{:?}", Z.clone()); }
}
mod case_32 {
    use super::*;
    macro_rules! x { ($($m:path),*) => { #[derive($($m),*)] struct Z; } } x!(Debug, Clone);
    pub fn main() { println!("{:?}", Z.clone()); }
}
mod case_33 {
    use super::*;
    macro_rules! x { ($e:expr) => { #[doc = $e] struct Z; } } x!("hi");
    pub fn main() { }
}
mod case_34 {
    use super::*;
    macro_rules! x { ($m:meta) => { #[cfg($m)] fn f() -> i32 { 1 } #[cfg(not($m))] fn f() -> i32 { 2 } } } x!(test);
    pub fn main() { println!("{}", f()); }
}
mod case_35 {
    use super::*;
    macro_rules! x { ($m:meta) => { cfg!($m) } }
    pub fn main() { println!("{}", x!(not(test))); }
}
mod case_36 {
    use super::*;
    macro_rules! x { ($l:lifetime) => { $l: for i in 0..3 { for j in 0..3 { if j == 1 { continue $l } println!("{i}{j}"); } } } }
    pub fn main() { x!('k); }
}
mod case_37 {
    use super::*;
    macro_rules! x { ($l:lifetime $b:block) => { $l: loop $b } }
    pub fn main() { let mut n = 0; x!('k { n += 1; if n > 3 { break 'k } }); println!("{n}"); }
}
mod case_38 {
    use super::*;
    macro_rules! x { ($t:ty) => { fn f(a: &$t) -> Option<$t> { Some(a.clone()) } } } x!(Vec<i32>);
    pub fn main() { println!("{:?}", f(&vec![1])); }
}
mod case_39 {
    use super::*;
    macro_rules! x { ($t:ty) => { &$t } } fn f(a: x!(i32)) -> i32 { *a }
    pub fn main() { println!("{:?}", f(&1)); }
}
mod case_40 {
    use super::*;
    macro_rules! x { ($t:ty) => { impl $t { fn q(&self) -> i32 { 1 } } } } x!(S); x!(m::T);
    pub fn main() { println!("{:?}", S { a: 1 }.q()); }
}
mod case_41 {
    use super::*;
    macro_rules! x { ($t:path) => { impl Debug for G<i32> where i32: $t { fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { f.write_str("G") } } } } x!(Clone);
    pub fn main() { println!("{:?}", G(1)); }
}
mod case_42 {
    use super::*;
    macro_rules! x { ($b:path) => { fn f<T: $b + Copy>(x: T) { println!("{:?}", x) } } } x!(Debug);
    pub fn main() { f(1) }
}
mod case_43 {
    use super::*;
    macro_rules! x { ($a:ty) => { impl Debug for $a { fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { f.write_str("G") } } } } x!(G<u8>);
    pub fn main() { println!("{:?}", G(1)); }
}
mod case_44 {
    use super::*;
    macro_rules! x { ($p:pat) => { |$p| 1 } }
    pub fn main() { println!("{}", x!((a, b))((1, 2))); }
}
mod case_45 {
    use super::*;
    macro_rules! x { ($p:pat, $e:expr) => { let $p = $e; } }
    pub fn main() { x!((a, b), (1, 2)); println!("{a} {b}"); }
}
mod case_46 {
    use super::*;
    macro_rules! x { ($p:pat) => { match 3 { ($p) | 5 => 1, _ => 2 } } }
    pub fn main() { println!("{}", x!(1 | 3)); }
}
mod case_47 {
    use super::*;
    macro_rules! x { ($p:pat) => { match 3 { $p | 5 => 1, _ => 2 } } }
    pub fn main() { println!("{}", x!(1 | 3)); }
}
mod case_48 {
    use super::*;
    macro_rules! x { ($p:pat_param | $q:pat_param) => { match 3 { $p | $q => 1, _ => 2 } } }
    pub fn main() { println!("{}", x!(1 | 3)); }
}
mod case_49 {
    use super::*;
    macro_rules! x { ($p:pat) => { match Some(3) { Some(n @ ($p)) => n, _ => 2 } } }
    pub fn main() { println!("{}", x!(1 | 3)); }
}
mod case_50 {
    use super::*;
    macro_rules! x { ($i:ident) => { match Some(3) { Some($i @ 1..=4) => $i, _ => 2 } } }
    pub fn main() { println!("{}", x!(k)); }
}
mod case_51 {
    use super::*;
    macro_rules! x { ($i:ident) => { match 3 { ref $i => *$i } } }
    pub fn main() { println!("{}", x!(k)); }
}
mod case_52 {
    use super::*;
    macro_rules! x { ($i:ident) => { match K { $i => 1, _ => 2 } } }
    pub fn main() { println!("{}", x!(K)); }
}
mod case_53 {
    use super::*;
    macro_rules! x { ($i:ident, $($r:tt)*) => { println!(concat!(stringify!($i), " {}"), $($r)*) } }
    pub fn main() { x!(a, 1 + 2); }
}
mod case_54 {
    use super::*;
    macro_rules! x { ($f:literal, $($a:expr),+ $(,)?) => { println!($f, $($a),+) } }
    pub fn main() { let z = 5; x!("{} {z} {1:?} {0}", 1 + 2, "k",); }
}
mod case_55 {
    use super::*;
    macro_rules! x { ($f:expr) => { println!($f) } }
    pub fn main() { let z = 5; x!("{z}"); }
}
mod case_56 {
    use super::*;
    macro_rules! x { ($f:literal) => { println!(concat!($f, "{}"), 1) } }
    pub fn main() { x!("a"); }
}
mod case_57 {
    use super::*;
    macro_rules! x { ($($k:ident = $v:expr),*) => { println!("{a} {b}", $($k = $v),*) } }
    pub fn main() { x!(a = 1, b = 2); }
}
mod case_58 {
    use super::*;
    macro_rules! x { () => { let z = 1; println!("{z}") } }
    pub fn main() { let z = 5; x!(); println!("{z}"); }
}
mod case_59 {
    use super::*;
    macro_rules! x { () => { return 5 } } fn f() -> i32 { x!() }
    pub fn main() { println!("{}", f()); }
}
mod case_60 {
    use super::*;
    macro_rules! x { () => { fn helper() -> i32 { 9 } } } x!();
    pub fn main() { println!("{}", helper()); }
}
mod case_61 {
    use super::*;
    macro_rules! x { () => { struct H; impl H { fn new() -> H { H } fn k(&self) -> i32 { 4 } } } }
    pub fn main() { x!(); println!("{}", H::new().k()); }
}
mod case_62 {
    use super::*;
    macro_rules! x { ($($n:ident),*) => { enum En { $($n),* } impl En { fn s(&self) -> &str { match self { $(Self::$n => stringify!($n)),* } } } } } x!(Aa, Bb);
    pub fn main() { println!("{}", En::Bb.s()); }
}
mod case_63 {
    use super::*;
    macro_rules! x { ($s:expr; $($i:tt)*) => { $s.$($i)* } }
    pub fn main() { println!("{}", x!(S { a: 3 }; a)); }
}
mod case_64 {
    use super::*;
    macro_rules! x { ($s:expr, $i:tt) => { $s.$i } }
    pub fn main() { println!("{}", x!((1, 2), 1)); }
}
mod case_65 {
    use super::*;
    macro_rules! x { ($a:expr $(; $b:expr)*) => { 1 $( + $b )* } }
    pub fn main() { println!("{}", x!(1; 2; 3)); }
}
mod case_66 {
    use super::*;
    macro_rules! x { ($($a:ident),* ; $($b:expr),*) => { $( let $a = $b; )* } }
    pub fn main() { x!(p, q; 1, 2); println!("{}", p + q); }
}
mod case_67 {
    use super::*;
    macro_rules! x { ($($($a:literal),+);*) => { [$([$($a),+].len()),*] } }
    pub fn main() { println!("{:?}", x!(1, 2; 3)); }
}
mod case_68 {
    use super::*;
    macro_rules! x { ($o:ident: $($a:literal),*) => { $( println!("{} {}", $o, $a); )* } }
    pub fn main() { let w = 1; x!(w: 1, 2); }
}
mod case_69 {
    use super::*;
    macro_rules! x { ($($a:literal),* $(,)?) => { 0 $(+ $a)* } }
    pub fn main() { println!("{} {} {}", x!(), x!(1,), x!(1, 2)); }
}
mod case_70 {
    use super::*;
    macro_rules! x { [$a:expr] => { $a } }
    pub fn main() { println!("{}", x!(1) + x![2] + x!{3}); }
}
mod case_71 {
    use super::*;
    macro_rules! x { ($a:expr) => { { $a }; } }
    pub fn main() { x!(1) ; x!{2} x!(println!("k")); }
}
mod case_72 {
    use super::*;
    macro_rules! x { () => {} } x!(); x!{}
    pub fn main() { x!(); x!{} }
}
mod case_73 {
    use super::*;
    macro_rules! x { ($e:expr_2021) => { 1 }; (_) => { 2 } }
    pub fn main() { println!("{}", x!(_)); }
}
mod case_74 {
    use super::*;
    macro_rules! x { ($t:ty, $e:expr) => { { let v: $t = $e; v } } }
    pub fn main() { println!("{:?}", x!([i32; 2], [1, 2])); println!("{:?}", x!((i32, &str), (1, "a"))); }
}
mod case_75 {
    use super::*;
    macro_rules! x { ($n:ident: $e:expr) => { const $n: usize = $e; static T: [i32; $n] = [1; $n]; } } x!(Q: 2 + 1);
    pub fn main() { println!("{:?}", T); }
}
mod case_76 {
    use super::*;
    macro_rules! x { ($($g:tt)*) => { fn f<$($g)*>(t: T) -> T { t } } } x!(T: Clone);
    pub fn main() { println!("{}", f(1)); }
}
mod case_77 {
    use super::*;
    macro_rules! x { (<$($l:lifetime),* $(,)? $($t:ident),*>) => { struct V<$($l,)* $($t),*>($(&$l i32,)* $($t),*); } } x!(<'a, T>);
    pub fn main() { println!("{}", V(&1, 2).1); }
}
mod case_78 {
    use super::*;
    macro_rules! x { ($a:ident . $b:ident) => { $a.$b } }
    pub fn main() { let s = S { a: 3 }; println!("{}", x!(s.a)); }
}
mod case_79 {
    use super::*;
    macro_rules! x { ($a:ident <=> $b:ident) => { $a.cmp(&$b) } }
    pub fn main() { let (a, b) = (1, 2); println!("{:?}", x!(a <=> b)); }
}
mod case_80 {
    use super::*;
    macro_rules! x { (-> $t:ty) => { fn z() -> $t { 1 } } } x!(-> u8);
    pub fn main() { println!("{:?}", z()); }
}
mod case_81 {
    use super::*;
    macro_rules! x { ($a:ty as $b:ty) => { 1 as $a as $b } }
    pub fn main() { println!("{:?}", x!(u8 as i64)); }
}
mod case_82 {
    use super::*;
    macro_rules! x { ($t:ty > $e:expr) => { $e } }
    pub fn main() { println!("{:?}", x!(Vec<Vec<i32>> > 1)); }
}
mod case_83 {
    use super::*;
    macro_rules! x { ($t:ty) => { 1 }; ($($t:tt)*) => { 2 } }
    pub fn main() { println!("{:?}", x!(Vec<Vec<i32>>)); }
}
mod case_84 {
    use super::*;
    macro_rules! x { ($e:expr, $t:ty) => { $e as $t < 5 } }
    pub fn main() { println!("{:?}", x!(3, u8)); }
}

fn main() {
    print!("0: ");
    case_0::main();
    print!("1: ");
    case_1::main();
    print!("2: ");
    case_2::main();
    print!("3: ");
    case_3::main();
    print!("4: ");
    case_4::main();
    print!("5: ");
    case_5::main();
    print!("6: ");
    case_6::main();
    print!("7: ");
    case_7::main();
    print!("8: ");
    case_8::main();
    print!("9: ");
    case_9::main();
    print!("10: ");
    case_10::main();
    print!("11: ");
    case_11::main();
    print!("12: ");
    case_12::main();
    print!("13: ");
    case_13::main();
    print!("14: ");
    case_14::main();
    print!("15: ");
    case_15::main();
    print!("16: ");
    case_16::main();
    print!("17: ");
    case_17::main();
    print!("18: ");
    case_18::main();
    print!("19: ");
    case_19::main();
    print!("20: ");
    case_20::main();
    print!("21: ");
    case_21::main();
    print!("22: ");
    case_22::main();
    print!("23: ");
    case_23::main();
    print!("24: ");
    case_24::main();
    print!("25: ");
    case_25::main();
    print!("26: ");
    case_26::main();
    print!("27: ");
    case_27::main();
    print!("28: ");
    case_28::main();
    print!("29: ");
    case_29::main();
    print!("30: ");
    case_30::main();
    print!("31: ");
    case_31::main();
    print!("32: ");
    case_32::main();
    print!("33: ");
    case_33::main();
    print!("34: ");
    case_34::main();
    print!("35: ");
    case_35::main();
    print!("36: ");
    case_36::main();
    print!("37: ");
    case_37::main();
    print!("38: ");
    case_38::main();
    print!("39: ");
    case_39::main();
    print!("40: ");
    case_40::main();
    print!("41: ");
    case_41::main();
    print!("42: ");
    case_42::main();
    print!("43: ");
    case_43::main();
    print!("44: ");
    case_44::main();
    print!("45: ");
    case_45::main();
    print!("46: ");
    case_46::main();
    print!("47: ");
    case_47::main();
    print!("48: ");
    case_48::main();
    print!("49: ");
    case_49::main();
    print!("50: ");
    case_50::main();
    print!("51: ");
    case_51::main();
    print!("52: ");
    case_52::main();
    print!("53: ");
    case_53::main();
    print!("54: ");
    case_54::main();
    print!("55: ");
    case_55::main();
    print!("56: ");
    case_56::main();
    print!("57: ");
    case_57::main();
    print!("58: ");
    case_58::main();
    print!("59: ");
    case_59::main();
    print!("60: ");
    case_60::main();
    print!("61: ");
    case_61::main();
    print!("62: ");
    case_62::main();
    print!("63: ");
    case_63::main();
    print!("64: ");
    case_64::main();
    print!("65: ");
    case_65::main();
    print!("66: ");
    case_66::main();
    print!("67: ");
    case_67::main();
    print!("68: ");
    case_68::main();
    print!("69: ");
    case_69::main();
    print!("70: ");
    case_70::main();
    print!("71: ");
    case_71::main();
    print!("72: ");
    case_72::main();
    print!("73: ");
    case_73::main();
    print!("74: ");
    case_74::main();
    print!("75: ");
    case_75::main();
    print!("76: ");
    case_76::main();
    print!("77: ");
    case_77::main();
    print!("78: ");
    case_78::main();
    print!("79: ");
    case_79::main();
    print!("80: ");
    case_80::main();
    print!("81: ");
    case_81::main();
    print!("82: ");
    case_82::main();
    print!("83: ");
    case_83::main();
    print!("84: ");
    case_84::main();
}
