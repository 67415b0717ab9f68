// Types in signatures must meet the bounds of their own parameters.
use std::fmt::Display;

struct Shown<T: Display>(T);

struct Opaque;

fn show<T>(shown: Shown<T>) {} //~ ERROR E0277

fn make() -> Shown<Opaque> { //~ ERROR E0277
    loop {}
}

struct Outer<T> {
    inner: Option<Shown<T>>, //~ ERROR E0277
}

impl<T> Shown<T> { //~ ERROR E0277
    fn nothing(&self) {}
}

fn main() {}
