macro_rules! grow {
    ($($x:tt)*) => {
        grow!($($x)* $($x)*);
    };
}

fn main() {
    grow!(0); //~ ERROR S0027
}
