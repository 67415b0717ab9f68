// An operator of a type parameter panics where it stands, not where the library has it.
use std::ops::Add;

fn sum<T: Copy + Add<Output = T>>(items: &[T], zero: T) -> T {
    let mut total = zero;
    for &item in items {
        total = total + item;
    }
    total
}

fn main() {
    println!("{}", sum(&[1.5, 2.5], 0.0));
    println!("{}", sum(&[100u8, 100], 0));
    println!("{}", sum(&[100u8, 100, 100], 0));
}
