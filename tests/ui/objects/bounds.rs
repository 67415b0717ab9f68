use std::fmt::Display;

trait Shape {}

trait Bounded<'a>: 'a {}

struct Pair<'a, 'b, T: ?Sized + 'a + 'b> {
    left: &'a i32,
    right: &'b i32,
    value: Box<T>,
}

type Drawn<'a, 'b> = Box<dyn Shape + 'a + 'b>; //~ ERROR E0226

type Unclear<'a, 'b> = &'a Pair<'a, 'b, dyn Shape>; //~ ERROR E0228

type Clear<'a, 'b> = &'a Pair<'a, 'b, dyn Shape + 'a>;

type Implied<'a, 'b> = &'a Pair<'a, 'b, dyn Bounded<'a>>;

fn twice(values: &mut dyn Iterator<Item = i32, Item = i32>) { //~ ERROR E0719
    let _ = values;
}

fn unboxed() -> dyn Display { //~ ERROR E0746
    todo!()
}

fn main() {
    twice(&mut [1].into_iter());
}
