trait Everything {
    const C: i32;
    fn make();
    fn itself(&self) -> Self;
    fn same(&self, other: &Self);
    fn any<T>(&self, value: T);
    fn fine(&self);
}

trait Known: Sized {}

trait Ordered: PartialEq {}

trait Restricted {
    fn make() -> Self
    where
        Self: Sized;
    fn any<T>(&self, value: T)
    where
        Self: Sized;
    fn fine(&self);
}

fn a(_: &dyn Everything) {} //~ ERROR E0038
fn b(_: &dyn Known) {} //~ ERROR E0038
fn c(_: &dyn Ordered) {} //~ ERROR E0038
fn d(_: &dyn Restricted) {}
fn e(_: Box<dyn Clone>) {} //~ ERROR E0038

type Unused = dyn Copy;
type Used = dyn Known;
type Again<T> = Vec<(T, Box<Used>)>;
fn f(_: &Used) {} //~ ERROR E0038
fn g(_: Again<u8>) {} //~ ERROR E0038

fn main() {}
