// What is behind an `impl Trait` is not seen.
use std::fmt::Display;

fn number() -> impl Display {
    5
}

fn broken() -> impl Display { //~ ERROR E0277
    [1, 2]
}

fn two(first: bool) -> impl Display {
    if first {
        return 1;
    }
    "two" //~ ERROR E0308
}

fn main() {
    let n: i32 = number(); //~ ERROR E0308
    println!("{}", number() + 1); //~ ERROR E0369
    println!("{}", number().abs()); //~ ERROR E0599
}
