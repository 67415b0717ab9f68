// `Copy` only where all fields are.
#[derive(Clone)]
struct Inner;

#[derive(Clone, Copy)]
struct Outer { //~ ERROR E0204
    inner: Inner,
}

fn main() {}
