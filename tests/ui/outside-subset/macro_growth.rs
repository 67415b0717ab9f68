macro_rules! grow {
    (() $($x:tt)*) => {};
    (($first:tt $($rest:tt)*) $($x:tt)*) => {
        grow!(($($rest)*) $($x)* $($x)*);
    };
}

fn main() {
    grow!((0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0) 0); //~ ERROR S0027
}
