macro_rules! add { ($a:expr, $b:expr) => { $a + $b } }
macro_rules! sum { () => { 0 }; ($h:expr $(, $t:expr)*) => { $h + sum!($($t),*) } }
macro_rules! maxm { ($x:expr) => ($x); ($x:expr, $($r:expr),+) => {{ let a = $x; let b = maxm!($($r),+); if a > b { a } else { b } }} }
macro_rules! swap { ($a:ident, $b:ident) => { let tmp = $a; $a = $b; $b = tmp; } }
macro_rules! make_fn { ($name:ident, $v:expr) => { fn $name() -> i32 { $v } } }
macro_rules! structs { ($(#[$m:meta])* $v:vis struct $n:ident { $($f:ident : $t:ty),* $(,)? }) => {
    $(#[$m])* $v struct $n { $($f: $t),* }
    impl $n { fn names() -> [&'static str; 2] { [$(stringify!($f)),*] } $(fn $f(&self) -> $t { self.$f })* }
} }
structs! { #[derive(Debug, Clone)] pub struct P { x: i32, y: i64 } }
make_fn!(seven, 3 + 4);
macro_rules! using_a { ($e:expr) => {{ let a = 42; $e }} }
macro_rules! pat { ($p:pat) => { |v: i32| match v { $p => true, _ => false } } }
macro_rules! small { () => { 0 | 1 | 2 } }
macro_rules! int { () => { i32 } }
macro_rules! say { ($($arg:tt)*) => { println!("[{}] {}", line!(), 1); println!($($arg)*) } }
macro_rules! mul { ($a:expr, $b:expr) => { $a * $b } }
macro_rules! find { ($($k:ident => $v:expr),* $(,)?) => { [$((stringify!($k), $v)),*] } }
macro_rules! lp { ($l:lifetime, $b:block) => { $l: loop { $b } } }
macro_rules! brk { ($e:expr) => { 'a: loop { if $e { break 'a; } } } }
macro_rules! count { () => { 0usize }; ($h:tt $($t:tt)*) => { 1usize + count!($($t)*) } }
macro_rules! op { ($a:tt $o:tt $b:tt) => { $a $o $b } }
macro_rules! matrix { ($([$($x:expr),*]),*) => { [$([$($x * 2),*]),*] } }
macro_rules! lit { ($l:literal) => { concat!("<", $l, ">") } }
macro_rules! ch { ($e:expr; $($m:ident),*) => { $e$(.$m())* } }
fn main() {
    println!("{}", add!(1, 2) * 3);
    println!("{}", sum!(1, 2, 3, 4));
    println!("{}", maxm!(3, 9, 4));
    let mut p = 1; let mut q = 2;
    swap!(p, q);
    println!("{p} {q} {}", seven());
    let s = P { x: 1, y: 2 };
    println!("{:?} {} {} {:?}", s, s.x(), s.y(), P::names());
    let a = 10;
    println!("{}", using_a!(a * 2));
    let z: int!() = match 2 { small!() => 5, _ => 6 };
    println!("{z}");
    say!("x = {}, y = {}", 1, 2);
    println!("{}", mul!(1 + 2, 3 + 4));
    let found = find!{ one => 1, two => 2, };
    println!("{:?}", found);
    println!("{}", count!(a b (c d) e));
    println!("{}", op!(3 - 1));
    println!("{:?}", matrix!([1, 2], [3, 4 + 1]));
    println!("{} {}", lit!("a"), lit!(12));
    brk!(a == 10);
    println!("{}", ch!(-5i32; abs, count_ones));
    macro_rules! local { ($x:expr) => { $x + a } }
    println!("{}", local!(1));
    let a = 99;
    println!("{} {a}", local!(1));
    assert!(mul!(1 + 1, 2) == 4, "no {}", a);
}
