// Who calls through a function pointer does not say where: the panic is where std implements the operator.
use std::ops::{Add, Mul};

fn apply(f: fn(u32, u32) -> u32, a: u32, b: u32) -> u32 {
    f(a, b)
}

fn main() {
    println!("{}", [1, 2, 3].into_iter().fold(10, Mul::mul));
    println!("{}", apply(u32::add, 3, 4));
    println!("{}", apply(Add::add, u32::MAX, 4));
}
