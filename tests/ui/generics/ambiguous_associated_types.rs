use std::ops::{Add, Mul};

trait Source {
    type Item;
}

trait Sink {
    type Item;
}

trait Pipe: Source + Sink {
    fn pass(&self) -> Self::Item; //~ ERROR E0221

    fn source(&self) -> <Self as Source>::Item;
}

trait Own: Source {
    type Item;

    fn own(&self) -> Self::Item; //~ ERROR E0221
}

fn twice<T: Copy + Add + Mul>(x: T) -> T::Output { //~ ERROR E0221
    todo!()
}

fn sum<T: Copy + Add<Output = T>>(x: T) -> T::Output {
    x + x
}

trait View<'a> {
    type Item;

    fn view(&'a self) -> Self::Item;
}

fn first<T: for<'x> View<'x>>(item: T::Item) { //~ ERROR E0212
    let _ = item;
}

fn main() {
    println!("{} {}", twice(1), sum(2));
}
