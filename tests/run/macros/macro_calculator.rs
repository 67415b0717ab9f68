//! Macros that write implementations, count, recurse and pass closures on; tokens munched one at a time.

use std::collections::BTreeMap;
use std::fmt::{self, Display};

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident($inner:ty) = $suffix:literal $(, from $other:ident by $factor:expr)*;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
            struct $name($inner);
            impl Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    if let Some(p) = f.precision() {
                        write!(f, concat!("{:.*}", $suffix), p, self.0)
                    } else {
                        write!(f, concat!("{}", $suffix), self.0)
                    }
                }
            }
            $(impl From<$other> for $name {
                fn from(other: $other) -> Self {
                    $name((other.0 as f64 * $factor) as $inner)
                }
            })*
        )+
        const UNITS: [&str; units!(@count $($name)+)] = [$(stringify!($name)),+];
    };
    (@count) => { 0 };
    (@count $one:ident $($rest:ident)*) => { 1 + units!(@count $($rest)*) };
}

units! {
    /// The base.
    Metre(f64) = "m", from Foot by 0.3048, from Mile by 1609.344;
    Foot(f64) = "ft", from Metre by 1.0 / 0.3048;
    #[derive(Eq)]
    Mile(i32) = " mi", from Metre by 1.0 / 1609.344;
}

macro_rules! calc {
    // Munch tokens from the left: the accumulator, then what is left.
    (@run $acc:expr;) => { $acc };
    (@run $acc:expr; then $f:expr; $($rest:tt)*) => { calc!(@run ($f)($acc); $($rest)*) };
    (@run $acc:expr; + $x:literal $($rest:tt)*) => { calc!(@run $acc + $x; $($rest)*) };
    (@run $acc:expr; * $x:literal $($rest:tt)*) => { calc!(@run $acc * $x; $($rest)*) };
    (@run $acc:expr; ( $($inner:tt)* ) $($rest:tt)*) => { calc!(@run calc!(@run $acc; $($inner)*) + 1; $($rest)*) };
    ($start:literal $($rest:tt)*) => { calc!(@run $start; $($rest)*) };
}

macro_rules! pipeline {
    ($input:expr => $($name:ident $(($($arg:expr),*))? )|+ ) => { $input $(.$name($($($arg),*)?))+ };
}

macro_rules! map {
    ($($k:tt : $v:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut m = BTreeMap::new();
        $(m.insert(map!(@key $k), $v);)*
        m
    }};
    (@key $k:ident) => { stringify!($k).to_string() };
    (@key $k:literal) => { $k.to_string() };
    (@key ($k:expr)) => { $k.to_string() };
}

macro_rules! compose {
    ($f:expr) => { $f };
    ($f:expr, $($rest:expr),+ $(,)?) => {{
        let (f, g) = ($f, compose!($($rest),+));
        move |x| g(f(x))
    }};
}

macro_rules! state_machine {
    ($name:ident { $($from:ident => { $($event:pat => $to:ident),* $(,)? })* }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        enum $name { $($from),* }
        impl $name {
            const ALL: &'static [$name] = &[$($name::$from),*];
            fn step(self, event: char) -> Option<$name> {
                match (self, event) {
                    $($(($name::$from, $event) => Some($name::$to),)*)*
                    _ => None,
                }
            }
        }
    };
}

state_machine!(Door {
    Open => { 'c' => Closed }
    Closed => { 'o' => Open, 'l' | 'k' => Locked }
    Locked => { 'u' => Closed, '0'..='9' => Locked }
});

macro_rules! tuple_sum {
    ($($t:ident)*) => {
        tuple_sum!(@each [] $($t)*);
    };
    (@each [$($done:ident)*]) => {};
    (@each [$($done:ident)*] $next:ident $($rest:ident)*) => {
        #[allow(non_snake_case)]
        impl<$($done: Into<f64>,)* $next: Into<f64>> Total for ($($done,)* $next,) {
            fn total(self) -> f64 {
                let ($($done,)* $next,) = self;
                0.0 $(+ $done.into())* + $next.into()
            }
        }
        tuple_sum!(@each [$($done)* $next] $($rest)*);
    };
}
trait Total {
    fn total(self) -> f64;
}
tuple_sum!(A B C D);

fn main() {
    println!("{UNITS:?}");
    let (mile, metre) = (Mile(2), Metre(100.0));
    println!("{mile} = {} = {:.1}, {:.3}, {:?}", Metre::from(mile), Metre::from(mile), Foot::from(metre), Mile::from(Metre(5000.0)));
    println!("{} {}", calc!(2 + 3 * 4), calc!(1 (+ 2 * 5) * 2 then |x| x - 1; + 4));
    println!("{}", pipeline!("c,a,b" => split(',') | map(|s| s.repeat(2)) | rev | fold(String::new(), |a, b| a + &b)));
    println!("{:?}", map! { one: 1, "two": 2, (1 + 2): 3, });
    println!("{:?}", map! { a: map! { b: 'c' }, d: map! {} });
    let f = compose!(|x: i32| x + 1, |x| x * 10, |x: i32| format!("<{x}>"), |s: String| s.len());
    println!("{} {}", f(4), f(99999));
    let path = "clk5uolx".chars().scan(Some(Door::Open), |state, c| {
        *state = (*state)?.step(c);
        Some((c, *state))
    });
    println!("{:?}", path.collect::<Vec<_>>());
    println!("{:?}", Door::ALL);
    println!("{} {} {}", (1u8,).total(), (1i32, 2.5f32).total(), (1u8, 2i16, 3u32, 0.5f64).total());
}
