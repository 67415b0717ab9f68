// An implementation without its method.
use std::fmt;

struct P;

impl fmt::Display for P {} //~ ERROR E0046

fn main() {
    println!("{}", P);
}
