use std::fmt;
// Tt muncher calculator, internal rules, callbacks.
macro_rules! count {
    () => { 0usize };
    ($head:tt $($tail:tt)*) => { 1usize + count!($($tail)*) };
}
macro_rules! calc {
    (@acc $acc:expr ;) => { $acc };
    (@acc $acc:expr ; plus $x:literal $($rest:tt)*) => { calc!(@acc ($acc + $x) ; $($rest)*) };
    (@acc $acc:expr ; minus $x:literal $($rest:tt)*) => { calc!(@acc ($acc - $x) ; $($rest)*) };
    (@acc $acc:expr ; times $x:literal $($rest:tt)*) => { calc!(@acc ($acc * $x) ; $($rest)*) };
    ($x:literal $($rest:tt)*) => { calc!(@acc $x ; $($rest)*) };
}
macro_rules! make_enum {
    ($(#[$m:meta])* $v:vis enum $name:ident { $( $(#[$vm:meta])* $var:ident $(= $val:expr)? ),* $(,)? }) => {
        $(#[$m])*
        $v enum $name { $( $(#[$vm])* $var $(= $val)? ),* }
        impl $name {
            pub const ALL: [$name; count!($($var)*)] = [$($name::$var),*];
            pub fn name(self) -> &'static str {
                match self { $( $name::$var => stringify!($var) ),* }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}::{}", stringify!($name), self.name())
            }
        }
    };
}
make_enum! {
    /// A color.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Color {
        /// red
        Red = 1,
        Green,
        #[allow(dead_code)]
        Blue = 1 + 8,
    }
}
macro_rules! maps {
    ($($k:expr => $v:expr),* $(,)?) => {{
        let mut m = Vec::new();
        $( m.push(($k, $v)); )*
        m
    }};
}
macro_rules! matrix {
    ($([$($x:expr),*]),*) => { [$([$($x),*]),*] };
}
macro_rules! compose {
    ($name:ident, |$arg:ident : $t:ty| -> $r:ty $body:block) => {
        fn $name($arg: $t) -> $r $body
    };
}
compose!(double, |x: i32| -> i32 { x * 2 });
macro_rules! call_with { ($mac:ident, $($args:tt)*) => { $mac!($($args)*) }; }
macro_rules! define_macro {
    ($name:ident => $e:expr) => { macro_rules! $name { () => { $e }; } };
}
define_macro!(seven => 3 + 4);
macro_rules! with_dollar {
    ($d:tt $name:ident) => {
        macro_rules! $name { ($d($d x:expr),*) => { [$d($d x * 10),*] }; }
    };
}
with_dollar!($ tens);
macro_rules! max {
    ($x:expr) => { $x };
    ($x:expr, $($y:expr),+) => {{ let a = $x; let b = max!($($y),+); if a > b { a } else { b } }};
}
macro_rules! tuple_ty { ($($t:ty),*) => { ($($t,)*) }; }
macro_rules! pat { ($a:pat) => { Some($a) }; }
macro_rules! range_pat { () => { 1 | 2 | 3 }; }
macro_rules! impls { ($tr:ident for $($t:ty),+ => $e:expr) => { $( impl $tr for $t { fn val(&self) -> i64 { let f: fn(&$t) -> i64 = $e; f(self) } } )+ }; }
trait Val { fn val(&self) -> i64; }
impls!(Val for i32, u8, (i32, i32) => |_| 5);
macro_rules! lt { ($l:lifetime, $name:ident) => { fn $name<$l>(x: &$l str, _y: &str) -> &$l str { x } }; }
lt!('a, first);
macro_rules! labeled { ($l:lifetime, $b:block) => { $l: loop { $b; #[allow(unreachable_code)] { break $l } } }; }
macro_rules! stmts { ($($s:stmt;)*) => { $($s;)* }; }
macro_rules! items { ($($i:item)*) => { $($i)* }; }
items! { fn one() -> i32 { 1 } const TWO: i32 = 2; struct P { a: i32 } impl P { fn get(&self) -> i32 { self.a } } }
macro_rules! methods { ($($n:ident: $e:expr;)*) => { $(fn $n(&self) -> i32 { $e + self.0 })* }; }
struct W(i32);
impl W { methods! { ten: 10; twenty: 20; } }
macro_rules! path { ($p:path) => { <$p>::default() }; }
macro_rules! path_call { ($p:path, $($a:expr),*) => { $p($($a),*) }; }
macro_rules! opt { ($a:ident $(: $t:ty)? $(= $e:expr)?) => { let $a $(: $t)? $(= $e)?; }; }
macro_rules! nested { ($( $name:ident { $($k:ident : $v:expr),* } )*) => { $( $( println!("{}.{} = {}", stringify!($name), stringify!($k), $v); )* )* }; }
macro_rules! hyg { ($e:expr) => {{ let x = 10; $e + x }}; }
macro_rules! vis_fn { ($v:vis fn $n:ident) => { $v fn $n() -> &'static str { concat!(stringify!($n), "!") } }; }
vis_fn!(fn private_one);
vis_fn!(pub fn public_one);
vis_fn!(pub(crate) fn crate_one);
fn main() {
    println!("{}", count!(a b c (d e) [f] {g}));
    println!("{}", calc!(1 plus 2 times 3 minus 4));
    for c in Color::ALL { println!("{} {:?} {}", c, c, c as i32); }
    for (k, v) in maps! { "a" => 1, "b" => 2, } { println!("{k}={v}"); }
    println!("{:?}", matrix!([1, 2], [3, 4], [5, 6]));
    println!("{}", double(4));
    println!("{}", call_with!(max, 3, 9, 4));
    println!("{}", seven!() * 2);
    println!("{:?}", tens!(1, 2 + 1, 3));
    let t: tuple_ty!(i32, &str) = (1, "x");
    println!("{:?}", t);
    if let pat!(1 | 2) = Some(2) { println!("pat"); }
    match 3 { range_pat!() => println!("range"), _ => println!("no") }
    println!("{} {} {}", 1i32.val(), 2u8.val(), (1, 2).val());
    println!("{}", first("p", "q"));
    let mut n = 0;
    labeled!('outer, { n += 1; if n > 3 { break 'outer } else { continue 'outer } });
    println!("{n}");
    stmts! { let a = 1; let b = a + 1; println!("{a} {b}"); }
    println!("{} {} {}", one(), TWO, P { a: 3 }.get());
    println!("{} {}", W(1).ten(), W(1).twenty());
    let s: String = path!(String);
    println!("{:?} {:?}", s, path!(std::option::Option<i32>));
    println!("{:?}", path_call!(Option::Some, 3));
    opt!(q: i32 = 5); opt!(r = 6); opt!(z); z = 1;
    println!("{q} {r} {z}");
    nested!(a { x: 1, y: 2 } b { } c { z: "3" });
    let x = 1;
    println!("{}", hyg!(x * 100));
    println!("{} {} {}", private_one(), public_one(), crate_one());
    println!("{}", stringify!(a + b * (c - d), &x, x::<T>(), 'a'));
    println!("{}", stringify!($ a fn foo ( ) -> i32 { 1 }));
}
