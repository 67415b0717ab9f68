// Macros as expressions, statements, items, patterns, types, and items of traits and implementations; what is defined
// where, and for how long.
macro_rules! int {
    () => { i32 };
    (big) => { i64 };
}

macro_rules! small {
    () => { 0 | 1 | 2 };
    ($lo:literal, $hi:literal) => { $lo..=$hi };
}

macro_rules! point {
    ($x:pat, $y:pat) => { Point { x: $x, y: $y } };
}

macro_rules! structure {
    ($(#[$attr:meta])* $vis:vis struct $name:ident { $($fvis:vis $field:ident : $ty:ty = $default:expr),* $(,)? }) => {
        $(#[$attr])*
        $vis struct $name { $($fvis $field: $ty),* }

        impl $name {
            fn new() -> Self {
                Self { $($field: $default),* }
            }
            const FIELDS: usize = [$(stringify!($field)),*].len();
        }
    };
}

structure! {
    /// A point.
    #[derive(Debug, Clone, PartialEq)]
    struct Point { x: int!() = 3, pub(crate) y: int!(big) = -4, }
}

macro_rules! enumeration {
    ($name:ident: $($variant:ident $(= $value:expr)?),+) => {
        #[derive(Debug, Clone, Copy, PartialEq)]
        enum $name { $($variant $(= $value)?),+ }
        impl $name {
            const ALL: [$name; enumeration!(@count $($variant)+)] = [$($name::$variant),+];
            fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }
        }
    };
    (@count) => { 0 };
    (@count $first:ident $($rest:ident)*) => { 1 + enumeration!(@count $($rest)*) };
}

enumeration!(Colour: Red = 5, Green, Blue = 10);

macro_rules! methods {
    ($($name:ident($($p:ident: $t:ty),*) -> $r:ty $body:block)*) => {
        $(fn $name(&self, $($p: $t),*) -> $r $body)*
    };
}

struct Calculator;

impl Calculator {
    methods! {
        add(a: i32, b: i32) -> i32 { a + b }
        negate(a: i32) -> i32 { -a }
        nothing() -> () {}
    }
}

macro_rules! statements {
    ($name:ident) => {
        let $name = 1;
        let $name = $name + 1;
        println!("{} = {}", stringify!($name), $name);
    };
}

macro_rules! functions {
    ($($name:ident => $value:expr);* $(;)?) => { $(fn $name() -> i32 { $value })* };
}

functions! { one => 1; two => one() + 1; }

mod tools {
    macro_rules! hidden {
        () => { "hidden" };
    }
    pub fn call() -> &'static str {
        hidden!()
    }
    #[macro_export]
    macro_rules! exported {
        ($e:expr) => { $crate::tools::double($e) };
    }
    pub fn double(x: i32) -> i32 {
        x * 2
    }
    macro_rules! shared {
        () => { "shared" };
    }
    pub(crate) use shared;
}

#[macro_use]
mod visible {
    macro_rules! seen {
        ($($t:tt)*) => { concat!($(stringify!($t), "."),*) };
    }
}

mod user {
    use crate::exported;
    pub fn run() -> i32 {
        exported!(4) + crate::exported!(5)
    }
}

macro_rules! redefined { () => { 1 }; }
fn first() -> i32 { redefined!() }
macro_rules! redefined { () => { 2 }; }
fn second() -> i32 { redefined!() }

macro_rules! ends_with_value {
    ($e:expr) => { println!("evaluated"); $e };
}

fn brace_tail() -> i32 {
    ends_with_value! { 5 + 6 }
}

macro_rules! nothing { () => {}; }
nothing!();
nothing! {}

macro_rules! define_macro {
    ($name:ident, $value:expr) => {
        macro_rules! $name {
            ($by:expr) => { $value * $by };
        }
    };
}
define_macro!(times_six, 6);

fn main() {
    let p: Point = Point::new();
    println!("{:?} {}", p, Point::FIELDS);
    match p {
        point!(0, _) => println!("zero"),
        point!(x, y) if x > 0 => println!("{x} {y}"),
        _ => println!("other"),
    }
    for n in 0..6 {
        let kind = match n {
            small!() => "small",
            small!(3, 4) => "medium",
            _ => "large",
        };
        println!("{n} {kind}");
    }
    println!("{:?} {} {}", Colour::ALL, Colour::Green.name(), Colour::Blue as u8);
    let c = Calculator;
    c.nothing();
    println!("{} {}", c.add(1, 2), c.negate(3));
    statements!(v);
    println!("{}", v * 10);
    statements! { w }
    println!("{} {} {}", w, one(), two());
    println!("{} {} {}", tools::call(), user::run(), tools::shared!());
    println!("{}", seen!(a + b));
    println!("{} {} {}", first(), second(), redefined!());
    println!("{}", brace_tail());
    nothing!();
    nothing! {}
    println!("{}", times_six!(7));
    let value = if true { times_six!(1) } else { 0 } + 1;
    println!("{value}");
    macro_rules! in_block {
        ($($x:expr),+ $(,)?) => { [$($x),+] };
    }
    println!("{:?}", in_block![1, 2, 3,]);
    {
        macro_rules! in_block { () => { "inner" }; }
        println!("{}", in_block!());
    }
    println!("{:?}", in_block!(4));
}
