use std::fmt::Display;

fn show(x: impl Display) { //~ ERROR S0011
    println!("{x}");
}

fn main() {
    show(1);
}
