// A fragment is one whole: what stands around it does not tear it apart. Tokens are not.
macro_rules! mul { ($a:expr, $b:expr) => { $a * $b }; }
macro_rules! mul_tokens { ($($a:tt)*) => { 2 * $($a)* }; }
macro_rules! neg { ($a:expr) => { -$a }; }
macro_rules! not { ($a:expr) => { !$a }; }
macro_rules! method { ($a:expr) => { $a.abs() }; }
macro_rules! cast { ($a:expr, $t:ty) => { $a as $t }; }
macro_rules! index { ($a:expr, $i:expr) => { $a[$i] }; }
macro_rules! range { ($a:expr, $b:expr) => { $a..$b }; }
macro_rules! less { ($a:expr, $b:expr, $t:ty) => { ($a as $t) < $b }; }
macro_rules! check { ($a:expr, $b:expr) => { println!("{} {}", stringify!($a == $b), $a == $b) }; }
macro_rules! head { ($e:expr, $b:block) => { if $e $b else { println!("not") } }; }
macro_rules! scrutinee { ($e:expr) => { match $e { S { v } => v } }; }
macro_rules! either { ($p:pat) => { Some($p) }; }
macro_rules! params { ($($n:ident : $t:ty),*) => { fn over($($n: $t),*) -> i32 { 0 $(+ $n as i32)* } }; }
macro_rules! path { ($p:path, $e:expr) => { $p($e) }; }
macro_rules! generic { ($t:ty) => { <$t>::MAX }; }
macro_rules! array { ($t:ty; $n:expr) => { [<$t>::default(); $n] }; }
macro_rules! life { ($l:lifetime, $t:ty) => { fn longest<$l>(a: &$l $t, b: &$l $t) -> &$l $t { if a.len() > b.len() { a } else { b } } }; }
macro_rules! stmt { ($($s:stmt;)*) => { $($s;)* }; }
macro_rules! nested { ($([$($x:expr),*]),*) => { [$([$(mul!($x, 10)),*]),*] }; }
macro_rules! pass { ($e:expr) => { mul!($e, $e + 1) }; }
macro_rules! rev { ([] $($r:expr),*) => { [$($r),*] }; ([$h:expr $(, $t:expr)*] $($r:expr),*) => { rev!([$($t),*] $h $(, $r)*) }; }
macro_rules! literal { (1) => { "one" }; ($l:literal) => { "literal" }; ($i:ident) => { "ident" }; ($($t:tt)*) => { "tokens" }; }
macro_rules! shifts { ($t:ty) => { { let v: Option<Option<$t>> = None; v.is_none() } }; }

struct S { v: i32 }
fn wrap(x: i32) -> i32 { x + 100 }
params!(a: u8, b: i16);
life!('x, str);

fn main() {
    println!("{} {}", mul!(1 + 2, 3 + 4), mul_tokens!(1 + 2));
    println!("{} {} {}", neg!(1 - 5), not!(true && false), method!(-5i32));
    println!("{} {}", cast!(-1i32, u8), cast!(200u8 + 50, i8));
    println!("{} {:?}", index!([1, 2, 3], 1 + 1), range!(1 + 1, 2 * 2));
    println!("{}", less!(3u8, 4, i32));
    check!(1 + 1, 2);
    check!(true, 1 < 2);
    head!(1 < 2, { println!("yes") });
    println!("{}", scrutinee!(S { v: 9 }));
    for x in 0..4 {
        let hit = match Some(x) { either!(1 | 2) => true, _ => false };
        println!("{hit}");
    }
    println!("{} {}", over(1, 2), path!(self::wrap, 3));
    println!("{} {:?}", generic!(u16), array!(i32; 3));
    println!("{}", longest("ab", "c"));
    stmt! { let a = 1; let b = a + 1; println!("{a} {b}"); }
    println!("{:?} {}", nested!([1 + 1, 2], [3, 4]), pass!(2 + 3));
    println!("{:?}", rev!([1, 1 + 1, 3]));
    println!("{} {} {} {}", literal!(1), literal!(-2), literal!(x), literal!(1 + 1));
    println!("{}", shifts!(Option<i32>));
    let x = 5;
    println!("{}", mul!(if x > 3 { 2 } else { 1 }, match x { 5 => 7, _ => 0 }));
    let y = mul!({ let t = x; t + 1 }, x);
    println!("{y}");
}
