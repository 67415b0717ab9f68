// A macro is expanded before anything else is known: the tree shows
// the call as it was written, the types show what it became. Each
// `$x:expr` is one whole expression, so `max!(1 + 1, 3)` needs no
// parentheses; and the `a` of the macro is never the `a` of whoever
// calls it, which is called hygiene.

macro_rules! max {
    ($x:expr) => { $x };
    ($x:expr, $($rest:expr),+) => {{
        let a = $x;
        let b = max!($($rest),+);
        if a > b { a } else { b }
    }};
}

// Writes a struct and its methods: once here, for as many as are
// wanted.
macro_rules! units {
    ($($name:ident = $factor:literal $symbol:literal;)+) => {
        $(
            #[derive(Clone, Copy)]
            struct $name(f64);

            impl $name {
                const SYMBOL: &str = $symbol;

                fn metres(self) -> f64 {
                    self.0 * $factor
                }
            }
        )+
    };
}

units! {
    Metre = 1.0 "m";
    Foot = 0.3048 "ft";
    Mile = 1609.344 "mi";
}

macro_rules! show {
    ($($value:expr),* $(,)?) => {
        $( println!("{} = {}", stringify!($value), $value); )*
    };
}

fn main() {
    let a = 40;
    show!(max!(1 + 1, a + 2, 7), max!(a), max!(2.5, 1.5));
    show! {
        Foot(6.0).metres(),
        Mile(26.2).metres() / Metre(1000.0).metres(),
        [Metre::SYMBOL, Foot::SYMBOL, Mile::SYMBOL].join(", "),
    }
}
