// Implementations that nothing determines, that ask too much, or that do not fit.
trait Maker {
    type Item;

    fn make(&mut self) -> Self::Item;
    fn use_it<T>(value: T);
    fn borrow<'a, 'b: 'a>(a: &'a str, b: &'b str);
}

struct Factory;

impl<T: Default> Maker for Factory { //~ ERROR E0207
    type Item = Option<T>;

    fn make(&mut self) -> Option<T> {
        None
    }

    fn use_it<U: Copy>(value: U) {} //~ ERROR E0276

    fn borrow<'a, 'b>(a: &'a str, b: &'b str) {} //~ ERROR E0195
}

impl<const N: usize> Factory { //~ ERROR E0207
    fn size(&self) -> usize {
        4
    }
}

trait First: Second {} //~ ERROR E0391
trait Second: First {}

trait Pattern {
    fn sum((a, b): (i32, i32)) -> i32; //~ ERROR E0642
}

fn main() {}
