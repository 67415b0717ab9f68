// Associated types with lifetimes of their own: what the trait has to say, and what implementations and uses have to agree with.
trait Lend {
    type Item<'a>
    where
        Self: 'a;

    fn next(&mut self) -> Option<Self::Item<'_>>;
}

trait Unbounded {
    type Item<'a>; //~ ERROR missing_required_bound

    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>>;
}

trait Freely {
    type Item<'a>;

    fn one<'a>(&'a mut self) -> Option<Self::Item<'a>>;
    fn other<'a>(text: &'a str) -> Self::Item<'a>;
}

trait Bare {
    type Item<'a>
    where
        Self: 'a;

    fn next(&mut self) -> Option<Self::Item>; //~ ERROR E0107
}

trait Plain {
    type Item;

    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>>; //~ ERROR E0107
    fn other(&mut self) -> Option<Self::Item<u8>>; //~ ERROR E0107
}

struct A;

impl Lend for A {
    type Item = u8; //~ ERROR E0195

    fn next(&mut self) -> Option<u8> {
        None
    }
}

struct B;

impl Lend for B {
    type Item<'a, 'b> = u8; //~ ERROR E0195

    fn next(&mut self) -> Option<u8> {
        None
    }
}

struct C;

impl Lend for C {
    type Item<T> = u8; //~ ERROR E0049

    fn next(&mut self) -> Option<u8> {
        None
    }
}

trait Shown {
    type View<'a>: Copy
    where
        Self: 'a;
}

impl Shown for A {
    type View<'a> = String; //~ ERROR E0277
}

impl Shown for B {
    type View<'a> = &'b u8; //~ ERROR E0261
}

fn object(x: &mut dyn Lend) {} //~ ERROR E0038

fn two<L: Lend>(l: &L, item: L::Item<'_, '_>) {} //~ ERROR E0107

fn main() {}
