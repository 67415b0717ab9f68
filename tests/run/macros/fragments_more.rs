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
    macro_rules! a { ($($t:tt)*) => { b!(@ $($t)*) } } macro_rules! b { (@ x $e:expr) => { $e }; (@ $($t:tt)*) => { stringify!($($t)*) } }
    pub fn main() { println!("{} {}", a!(x 1), a!(y 1)); }
}
mod case_1 {
    use super::*;
    macro_rules! c { ($n:ident, $m:ident) => { macro_rules! $n { ($e:expr) => { $m!($e) }; } } } macro_rules! id { ($e:expr) => { $e } } c!(idd, id);
    pub fn main() { println!("{}", idd!(4)); }
}
mod case_2 {
    use super::*;
    macro_rules! x { ($e:expr) => { $e } }
    pub fn main() { let v = x!(vec![1, x!(2), x!(x!(3))]); println!("{:?}", v); }
}
mod case_3 {
    use super::*;
    macro_rules! x { ($b:expr) => { if $b { "y" } else { "n" } } }
    pub fn main() { let o = Some(1); println!("{}", x!(matches!(o, Some(n) if n > 0))); }
}
mod case_4 {
    use super::*;
    macro_rules! x { ($($i:ident)+) => { [$(stringify!($i)),+].join("-") } }
    pub fn main() { println!("{}", x!(a b c)); }
}
mod case_5 {
    use super::*;
    macro_rules! x { ($i:ident) => { struct $i { x: i32 } impl Default for $i { fn default() -> Self { Self { x: 8 } } } } } x!(Df);
    pub fn main() { println!("{}", Df::default().x); }
}
mod case_6 {
    use super::*;
    macro_rules! x { ($a:tt $b:tt) => { concat!($a, $b) } }
    pub fn main() { println!("{}", x!("a" 1)); }
}
mod case_7 {
    use super::*;
    macro_rules! x { ($($t:tt)*) => { { $($t)* } } }
    pub fn main() { println!("{}", x! { let a = 1; let b = 2; a + b }); }
}
mod case_8 {
    use super::*;
    macro_rules! x { (let $p:pat = $e:expr) => { let $p = $e; } }
    pub fn main() { x!(let (a, _b) = (1, 2)); println!("{a}"); }
}
mod case_9 {
    use super::*;
    macro_rules! x { ($e:expr) => { (|| $e)() } }
    pub fn main() { let k = 3; println!("{}", x!(k + 1)); }
}
mod case_10 {
    use super::*;
    macro_rules! x { ($e:expr) => { $e? } } fn f() -> Option<i32> { Some(x!(Some(1)) + x!(None::<i32>)) }
    pub fn main() { println!("{:?}", f()); }
}
mod case_11 {
    use super::*;
    macro_rules! x { ($($x:expr),+) => { { let mut s = String::new(); $( s += &format!("{:?};", $x); )+ s } } }
    pub fn main() { println!("{}", x!(1, "a", 'c', 1.5, None::<i32>)); }
}
mod case_12 {
    use super::*;
    macro_rules! x { ($s:stmt) => { $s } }
    pub fn main() { x!(5); }
}
mod case_13 {
    use super::*;
    macro_rules! x { ($s:stmt) => { $s; println!("k") } }
    pub fn main() { let mut a = 1; x!(a += 1); println!("{a}"); }
}
mod case_14 {
    use super::*;
    macro_rules! x { ($s:stmt) => { $s println!("k") } }
    pub fn main() { let mut a = 1; x!(a += 1); println!("{a}"); }
}
mod case_15 {
    use super::*;
    macro_rules! x { ($s:stmt) => { { $s } } }
    pub fn main() { println!("{}", x!(5)); }
}
mod case_16 {
    use super::*;
    macro_rules! x { ($s:stmt) => { { let a = 1; $s } } }
    pub fn main() { println!("{:?}", x!(if true { 1 } else { 2 })); }
}
mod case_17 {
    use super::*;
    macro_rules! x { ($($s:stmt);*) => { { $($s);* } } }
    pub fn main() { println!("{:?}", x!(let a = 1; a + 1)); }
}
mod case_18 {
    use super::*;
    macro_rules! x { ($($s:stmt)*) => { { $($s)* } } }
    pub fn main() { println!("{:?}", x!(let a = 1 ; if a == 2 { 3 } else { 4 } )); }
}
mod case_19 {
    use super::*;
    macro_rules! x { ($s:stmt) => { $s } }
    pub fn main() { x!(fn f() {}); f(); }
}
mod case_20 {
    use super::*;
    macro_rules! x { ($b:block) => { for _ in 0..1 $b } }
    pub fn main() { x!({ println!("q"); }); }
}
mod case_21 {
    use super::*;
    macro_rules! x { ($b:block) => { while true $b } }
    pub fn main() { x!({ println!("q"); break; }); }
}
mod case_22 {
    use super::*;
    macro_rules! x { ($b:block) => { if let Some(_) = Some(1) $b else $b } }
    pub fn main() { x!({ println!("q"); }); }
}
mod case_23 {
    use super::*;
    macro_rules! x { ($b:block) => { let Some(q) = Some(1) else $b; } }
    pub fn main() { x!({ return }); }
}
mod case_24 {
    use super::*;
    macro_rules! x { ($b:block) => { match 1 { 1 => $b _ => {} } } }
    pub fn main() { x!({ println!("q"); }); }
}
mod case_25 {
    use super::*;
    macro_rules! x { ($b:block) => { $b.len() } }
    pub fn main() { println!("{}", x!({ "abc" })); }
}
mod case_26 {
    use super::*;
    macro_rules! x { ($b:block) => { $b + 1 } }
    pub fn main() { println!("{}", x!({ 1 })); }
}
mod case_27 {
    use super::*;
    macro_rules! x { ($b:expr) => { $b + 1 } }
    pub fn main() { println!("{}", x!({ 1 })); }
}
mod case_28 {
    use super::*;
    macro_rules! x { ($b:expr) => { { $b } + 1 } }
    pub fn main() { println!("{}", { x!({ 1 }) }); }
}
mod case_29 {
    use super::*;
    macro_rules! x { ($b:expr) => { $b; 5 } }
    pub fn main() { println!("{}", { x!{ 1 } }); }
}
mod case_30 {
    use super::*;
    macro_rules! x { ($b:expr) => { $b } }
    pub fn main() { x!{ println!("a") } x!{ println!("b") } }
}
mod case_31 {
    use super::*;
    macro_rules! x { () => { 1 } }
    pub fn main() { let v = x! {} + 1; println!("{v}"); }
}
mod case_32 {
    use super::*;
    macro_rules! x { () => { 1; } }
    pub fn main() { x!(); }
}
mod case_33 {
    use super::*;
    macro_rules! x { ($($e:expr),*) => { ($($e,)*) } }
    pub fn main() { println!("{:?}", x!(1, 2)); }
}
mod case_34 {
    use super::*;
    macro_rules! x { ($t:path) => { let q: $t = 5; println!("{q}"); } }
    pub fn main() { x!(i32); }
}
mod case_35 {
    use super::*;
    macro_rules! x { ($t:path) => { type Q<T> = $t; } } x!(Option<T>);
    pub fn main() { let q: Q<i32> = None; println!("{q:?}"); }
}
mod case_36 {
    use super::*;
    macro_rules! x { ($t:path) => { $t(3) } }
    pub fn main() { println!("{:?}", x!(Some)); println!("{:?}", x!(Option::Some::<i64>)); }
}
mod case_37 {
    use super::*;
    macro_rules! x { ($t:path) => { use $t as zz; } } x!(m::f);
    pub fn main() { println!("{:?}", zz()); }
}
mod case_38 {
    use super::*;
    macro_rules! x { ($t:path) => { pub(in $t) fn zz() -> i32 { 2 } } } x!(crate);
    pub fn main() { println!("{:?}", zz()); }
}
mod case_39 {
    use super::*;
    macro_rules! x { ($a:ident::$b:ident) => { $a::$b } }
    pub fn main() { println!("{:?}", x!(m::C)); }
}
mod case_40 {
    use super::*;
    macro_rules! x { ($($a:ident)::+) => { $($a)::+ } }
    pub fn main() { println!("{:?}", x!(m::C)); }
}
mod case_41 {
    use super::*;
    macro_rules! x { ($($a:tt)::+) => { $($a)::+ } }
    pub fn main() { println!("{:?}", x!(crate::m::C)); }
}
mod case_42 {
    use super::*;
    macro_rules! x { ($t:ty) => { Vec::<$t>::new() } }
    pub fn main() { let mut v = x!(Option<i32>); v.push(None); println!("{v:?}"); }
}
mod case_43 {
    use super::*;
    macro_rules! x { ($t:ty) => { fn q() -> impl Fn($t) -> $t { |a| a } } } x!(i32);
    pub fn main() { println!("{:?}", q()(1)); }
}
mod case_44 {
    use super::*;
    macro_rules! x { ($t:ty) => { <$t as Default>::default() } }
    pub fn main() { println!("{:?}", x!((i32, bool))); }
}
mod case_45 {
    use super::*;
    macro_rules! x { ($t:ty: $b:path) => { fn chk<T: $b>() {} fn go() { chk::<$t>() } } } x!(i32: Copy);
    pub fn main() { go(); }
}
mod case_46 {
    use super::*;
    macro_rules! x { ($t:ty) => { const Z: $t = 5 as $t; } } x!(u8);
    pub fn main() { println!("{Z}"); }
}
mod case_47 {
    use super::*;
    macro_rules! x { ($t:ty, $n:expr) => { [$t; $n] } }
    pub fn main() { let a: x!(u8, 1 + 1) = [1, 2]; println!("{a:?}"); }
}
mod case_48 {
    use super::*;
    macro_rules! x { ($e:expr) => { G::<[u8; $e]>([1; $e]).0.len() } }
    pub fn main() { println!("{}", x!(1 + 1)); }
}
mod case_49 {
    use super::*;
    macro_rules! x { ($l:lifetime) => { fn q<$l>(a: &$l str) -> &$l str { a } } } x!('static_);
    pub fn main() { println!("{}", q("a")); }
}
mod case_50 {
    use super::*;
    macro_rules! x { ($e:expr) => { { let a = $e; 'o: { if a { break 'o 1 } 2 } } } }
    pub fn main() { println!("{}", x!(true)); }
}
mod case_51 {
    use super::*;
    macro_rules! x { ($e:expr) => { 'o: loop { break $e } } }
    pub fn main() { println!("{:?}", 'o: loop { x!({ break 'o 5 }); }); }
}
mod case_52 {
    use super::*;
    macro_rules! x { ($a:ident) => { struct T1 { $a: i32 } fn mk() -> T1 { let $a = 1; T1 { $a } } } } x!(zz);
    pub fn main() { println!("{}", mk().zz); }
}
mod case_53 {
    use super::*;
    macro_rules! x { ($a:ident) => { T2 { $a } } } struct T2 { q: i32 }
    pub fn main() { let q = 4; println!("{}", x!(q).q); }
}
mod case_54 {
    use super::*;
    macro_rules! x { ($e:expr) => { { macro_rules! y { () => { $e } } y!() + y!() } } }
    pub fn main() { println!("{}", x!(4)); }
}
mod case_55 {
    use super::*;
    macro_rules! x { ($($n:ident $e:expr),*) => { $( macro_rules! $n { () => { $e } } )* } } x!(p1 1, p2 2);
    pub fn main() { println!("{}", p1!() + p2!()); }
}
mod case_56 {
    use super::*;
    macro_rules! d { ($d:tt) => { macro_rules! e { ($d($d n:ident),*) => { $d(let $d n = stringify!($d n);)* } } } } d!($);
    pub fn main() { e!(a, b); println!("{a}{b}"); }
}
mod case_57 {
    use super::*;
    macro_rules! x { ($a:expr) => { let v = $a; let w = { let v = 2; v + $a }; println!("{v} {w}"); } }
    pub fn main() { let v = 10; x!(v); }
}
mod case_58 {
    use super::*;
    macro_rules! x { ($a:ident) => { let $a = $a + 1; } }
    pub fn main() { let v = 10; x!(v); x!(v); println!("{v}"); }
}
mod case_59 {
    use super::*;
    macro_rules! x { ($f:ident) => { $f(|k| k + 1) } } fn ap(f: impl Fn(i32) -> i32) -> i32 { f(1) }
    pub fn main() { println!("{}", x!(ap)); }
}
mod case_60 {
    use super::*;
    macro_rules! x { ($c:expr) => { $c(1) } }
    pub fn main() { println!("{}", x!(|k| k + 1)); }
}
mod case_61 {
    use super::*;
    macro_rules! x { ($c:expr) => { ($c)(1) } }
    pub fn main() { println!("{}", x!(|k| k + 1)); }
}
mod case_62 {
    use super::*;
    macro_rules! x { ($c:expr) => { $c } }
    pub fn main() { println!("{}", x!(|k: i32| k + 1)(2)); }
}
mod case_63 {
    use super::*;
    macro_rules! x { ($a:expr, $b:expr) => { $a..$b } }
    pub fn main() { for i in x!(1, 1 + 2) { print!("{i} "); } println!(); }
}
mod case_64 {
    use super::*;
    macro_rules! x { ($a:expr) => { !$a } }
    pub fn main() { println!("{}", x!(true && false)); }
}
mod case_65 {
    use super::*;
    macro_rules! x { ($a:expr) => { &$a } }
    pub fn main() { println!("{}", x!(1 + 2)); }
}
mod case_66 {
    use super::*;
    macro_rules! x { ($a:expr) => { $a[0] } }
    pub fn main() { println!("{}", x!([1, 2])); println!("{}", x!(&[1, 2])); }
}
mod case_67 {
    use super::*;
    macro_rules! x { ($a:expr) => { $a = 5 } }
    pub fn main() { let mut q = [1]; x!(q[0]); println!("{q:?}"); }
}
mod case_68 {
    use super::*;
    macro_rules! x { ($a:expr, $o:tt) => { $a $o 5 } }
    pub fn main() { let mut q = 1; x!(q, +=); println!("{q:?} {}", x!(q, >=)); }
}
mod case_69 {
    use super::*;
    macro_rules! x { ($o:tt) => { 7 $o 5 } }
    pub fn main() { println!("{} {} {}", x!(&), x!(|), x!(>>)); }
}
mod case_70 {
    use super::*;
    macro_rules! x { (<$t:ty>) => { <$t>::MAX } }
    pub fn main() { println!("{}", x!(<u8>)); }
}
mod case_71 {
    use super::*;
    macro_rules! x { ($(#[$a:meta])* fn $n:ident) => { $(#[$a])* fn $n() {} } } x!(/** doc */ #[inline] fn q);
    pub fn main() { q(); }
}
mod case_72 {
    use super::*;
    macro_rules! x { ($($a:literal)*) => { [$($a),*] } }
    pub fn main() { println!("{:?}", x!(-1 2 -3)); }
}
mod case_73 {
    use super::*;
    macro_rules! x { ($a:literal) => { $a } }
    pub fn main() { println!("{:?} {:?} {:?} {:?}", x!("s"), x!('c'), x!(1.5e3), x!(b"ab")); }
}
mod case_74 {
    use super::*;
    macro_rules! x { ($($t:tt)*) => { [$(stringify!($t)),*].len() } }
    pub fn main() { println!("{}", x!(a + (b c) >>= :: 'a -> "s" _ $)); }
}
mod case_75 {
    use super::*;
    macro_rules! x { ($($t:tt)*) => { stringify!($($t)*) } }
    pub fn main() { println!("{}", x!(a+b, c  ::  d<e>, f.g(), #[h] i{j}, -1, 'k', &mut l, |m| n)); }
}
mod case_76 {
    use super::*;
    macro_rules! x { ($t:ty) => { stringify!($t) } }
    pub fn main() { println!("{}", x!(Vec<&'static mut[u8;3]>)); println!("{}", x!(fn(i32)->u8)); }
}
mod case_77 {
    use super::*;
    macro_rules! x { ($t:pat) => { stringify!($t) } }
    pub fn main() { println!("{}", x!(Some(a@1..=2)|None)); println!("{}", x!(S{a,..})); }
}
mod case_78 {
    use super::*;
    macro_rules! x { ($t:item) => { stringify!($t) } }
    pub fn main() { println!("{}", x!(fn  a ( b:u8 )->u8{1})); }
}
mod case_79 {
    use super::*;
    macro_rules! x { ($t:stmt) => { stringify!($t) } }
    pub fn main() { println!("{}", x!(let  a=1)); }
}
mod case_80 {
    use super::*;
    macro_rules! x { ($t:path) => { stringify!($t) } }
    pub fn main() { println!("{}", x!(a :: b <c>)); }
}
mod case_81 {
    use super::*;
    macro_rules! x { ($t:meta) => { stringify!($t) } }
    pub fn main() { println!("{}", x!(a = "b")); println!("{}", x!(a(b,c))); }
}
mod case_82 {
    use super::*;
    macro_rules! x { ($t:block) => { stringify!($t) } }
    pub fn main() { println!("{}", x!({a;b})); }
}
mod case_83 {
    use super::*;
    macro_rules! x { ($t:lifetime $u:literal $v:ident) => { stringify!($t $u $v) } }
    pub fn main() { println!("{}", x!('a -1 b)); }
}
mod case_84 {
    use super::*;
    macro_rules! x { ($w:expr, $($t:tt)*) => { write!($w, $($t)*) } }
    pub fn main() { use std::fmt::Write; let mut s = String::new(); x!(s, "{}", 1).unwrap(); println!("{s}"); }
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
