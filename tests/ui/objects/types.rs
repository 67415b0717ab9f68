use std::fmt::{Debug, Display};

trait Pair {
    type First;
    type Second;
    fn first(&self) -> Self::First;
}

trait Combine<Rhs = Self> {
    fn combine(&self, other: &Rhs) -> i32;
}

fn several(_: &(dyn Debug + Display)) {} //~ ERROR E0225
fn none(_: &dyn Pair) {} //~ ERROR E0191
fn one(_: &dyn Pair<First = i32>) {} //~ ERROR E0191
fn both(_: &dyn Pair<First = i32, Second = u8>) {}
fn iterator(_: Box<dyn Iterator>) {} //~ ERROR E0191
fn combined(_: &dyn Combine) {} //~ ERROR E0393
fn bare(_: &Debug) {} //~ ERROR E0782
fn returned() -> Box<Display> { //~ ERROR E0782
    Box::new(1)
}
fn fine(_: &(dyn Debug + Send + Sync + 'static)) {}

fn main() {}
