// An assigning operator of a type parameter, by reference, and called by name.
use std::ops::{DivAssign, RemAssign, Sub};

fn reduce<'a, T: RemAssign<&'a T> + DivAssign + 'a>(value: &mut T, by: &'a T, then: T) {
    *value /= then;
    *value %= by;
}

fn main() {
    let zero = std::env::args().count() as i64 - 1;
    let mut value = 100i64.sub(1);
    reduce(&mut value, &7, 2);
    println!("{value}");
    reduce(&mut value, &zero, 2);
}
