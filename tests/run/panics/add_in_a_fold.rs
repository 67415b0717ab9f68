// A function that is called as a closure: the panic is where std calls it.
use std::ops::Add;

fn main() {
    println!("{:?}", [1u8, 2, 3].into_iter().reduce(Add::add));
    println!("{:?}", [100u8, 100, 100].into_iter().reduce(u8::add));
}
