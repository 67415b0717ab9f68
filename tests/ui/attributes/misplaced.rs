#[inline] //~ ERROR syntax
struct A;

#[track_caller] //~ ERROR syntax
enum B {
    #[non_exhaustive]
    #[inline] //~ ERROR syntax
    One,
}

#[non_exhaustive] //~ ERROR syntax
fn c() {}

#[repr(C)] //~ ERROR E0517
fn d() {}

#[repr(u8)] //~ ERROR E0517
trait E {}

struct F {
    #[repr(transparent)] //~ ERROR E0517
    f: u8,
}

impl F {
    #[non_exhaustive] //~ ERROR syntax
    fn method(&self) {}
}

impl E for F {}

#[inline] //~ ERROR E0518
macro_rules! g {
    () => {};
}

fn h(#[inline] x: u8) -> u8 { //~ ERROR syntax
    x
}

fn main() {
    g!();
    let _ = (A, B::One, h(1));
    c();
    d();
    F { f: 1 }.method();
    #[inline] //~ ERROR syntax
    let _x = F { f: 1 }.f;
    #[track_caller] //~ ERROR syntax
    c();
}
