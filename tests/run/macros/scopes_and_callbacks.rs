#[macro_use]
mod macros {
    macro_rules! from_mod { ($x:expr) => { $crate::helper($x) }; }
    #[macro_export]
    macro_rules! exported { ($($x:tt)*) => { $crate::macros::inner_fn(stringify!($($x)*)) }; }
    pub fn inner_fn(s: &str) -> usize { s.len() }
    pub mod deep { macro_rules! d { () => { "deep" } } pub(crate) use d; pub(crate) use d as dd; }
}
fn helper(x: i32) -> i32 { x * 3 }
mod user {
    use crate::macros::deep::d;
    pub fn f() -> &'static str { d!() }
    pub fn g() -> usize { crate::exported!(a b c) + exported!(z) }
    pub fn h() -> i32 { from_mod!(4) }
    use crate::macros::deep::dd as ddd;
    pub fn i() -> &'static str { ddd![] }
    pub fn j() -> &'static str { crate::macros::deep::d!{} }
}
macro_rules! shadow { () => { 1 } }
fn a() -> i32 { shadow!() }
macro_rules! shadow { () => { 2 } }
fn b() -> i32 { shadow!() }
macro_rules! println2 { ($($t:tt)*) => { { print!("> "); println!($($t)*); } } }
macro_rules! vec { ($($x:expr),*) => { "own vec" } }
macro_rules! my_assert { ($c:expr $(, $($arg:tt)+)?) => { if !$c { println!("failed: {}", stringify!($c)); $(println!($($arg)+);)? } } }
macro_rules! loc { () => { (line!(), column!()) } }
macro_rules! fmt_all { ($f:literal $(, $a:expr)*) => { format!(concat!("<", $f, ">") $(, $a)*) } }
macro_rules! swap { ($a:expr, $b:expr) => { let tmp = $a; $a = $b; $b = tmp; } }
macro_rules! using_a { ($a:ident, $e:expr) => {{ let $a = 42; $e }} }
macro_rules! while_let { ($p:pat = $e:expr => $b:block) => { while let $p = $e $b } }
macro_rules! closure { ($($a:ident),* => $b:expr) => { |$($a),*| $b } }
macro_rules! gen_struct { ($n:ident<$($g:ident),*> { $($f:ident: $t:ty),* }) => {
  #[derive(Debug, Clone, PartialEq, Default)] struct $n<$($g),*> { $($f: $t),* }
  impl<$($g: Clone),*> $n<$($g),*> { fn dup(&self) -> (Self, Self) { (self.clone(), self.clone()) } }
} }
gen_struct!(Pair<A, B> { left: A, right: B });
macro_rules! op { ($a:expr, $o:tt, $b:expr) => { $a $o $b } }
macro_rules! reverse { ([] $($r:expr),*) => { [$($r),*] }; ([$h:expr $(, $t:expr)*] $($r:expr),*) => { reverse!([$($t),*] $h $(, $r)*) } }
macro_rules! two { ($($a:ident $b:literal)|+ ; $($c:expr);+) => { $( println!("{} {}", stringify!($a), $b); )+ $( println!("{}", $c); )+ } }
macro_rules! block_val { ($b:block) => { { let v = $b; v + 1 } } }
macro_rules! q { ($e:expr) => { match $e { Some(v) => v, None => return None } } }
fn try_it(x: Option<i32>, y: Option<i32>) -> Option<i32> { Some(q!(x) + q!(y)) }
macro_rules! const_arr { ($n:ident, $t:ty, [$($e:expr),*]) => { const $n: [$t; [$($e),*].len()] = [$($e),*]; } }
const_arr!(ARR, u8, [1, 2, 3]);
macro_rules! neg { ($l:literal) => { -$l } }
macro_rules! is { ($e:expr, $p:pat $(if $g:expr)?) => { match $e { $p $(if $g)? => true, _ => false } } }
macro_rules! expr_or_ident { (a) => { "token a" }; ($i:ident) => { "ident" }; ($l:literal) => { "lit" }; ($e:expr) => { "expr" }; }
macro_rules! fwd { ($e:expr) => { expr_or_ident!($e) } }
macro_rules! fwd_tt { ($e:tt) => { expr_or_ident!($e) } }
fn main() {
    println2!("{} {} {} {} {} {}", user::f(), user::g(), user::h(), user::i(), user::j(), a() + b());
    println!("{}", vec![1, 2]);
    println!("{:?}", std::vec![1, 2]);
    my_assert!(1 + 1 == 3, "math {}", 5);
    my_assert!(true);
    println!("{:?} {:?}", loc!(), loc!());
    println!("{}", fmt_all!("{} {}", 1, 2));
    let mut arr = [1, 2]; let tmp = 5;
    swap!(arr[0], arr[1]);
    println!("{:?} {}", arr, tmp);
    println!("{}", using_a!(a, a * 2));
    let mut v = std::vec![1, 2, 3];
    while_let!(Some(x) = v.pop() => { println!("{x}"); });
    println!("{}", closure!(a, b => a + b)(1, 2));
    let p = Pair { left: 1, right: "r" };
    println!("{:?}", p.dup());
    println!("{} {} {}", op!(1 + 2, *, 3 + 4), op!(1, <<, 3), op!(1, ==, 1));
    println!("{:?}", reverse!([1, 2, 3]));
    two!(a 1 | b "x" ; 1 + 1; 2);
    println!("{}", block_val!({ let a = 1; a + 1 }));
    println!("{:?} {:?}", try_it(Some(1), Some(2)), try_it(None, Some(1)));
    println!("{:?} {} {}", ARR, neg!(5), is!(Some(3), Some(n) if n > 2));
    println!("{} {} {} {}", expr_or_ident!(a), expr_or_ident!(b), expr_or_ident!(1), expr_or_ident!(1 + 1));
    println!("{} {} {}", fwd!(a), fwd!(1), fwd_tt!(a));
    let module = "";
    println!("{}", module.is_empty());
    macro_rules! local { ($x:ident) => { let $x = tmp + 1; } }
    local!(w);
    println!("{w}");
    { let tmp = 100; local!(w2); println!("{w2} {tmp}"); }
}
