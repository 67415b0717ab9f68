const SIZE: usize = 1;

fn function() -> impl Sized + use<main> { //~ ERROR E0799
    1
}

fn variable(x: u8) -> impl Sized + use<x> { //~ ERROR E0799
    x
}

fn constant() -> impl Sized + use<SIZE> { //~ ERROR E0799
    1
}

fn missing<T>(_: T) -> impl Sized + use<T, U> { //~ ERROR E0800
    1
}

fn fine<'a, T, const N: usize>(x: &'a [T; N]) -> impl Sized + use<'a, T, N> {
    x
}

fn main() {
    function();
    variable(1);
    constant();
    missing(1);
    fine(&[1]);
}
