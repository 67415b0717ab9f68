use std::fmt::Display;

fn show(x: &dyn Display) { //~ ERROR S0010
    println!("{x}");
}

fn main() {
    show(&1);
}
