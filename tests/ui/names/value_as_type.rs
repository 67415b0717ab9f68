// A function is no type.
fn size() -> usize {
    4
}

fn use_it(n: size) {} //~ ERROR E0573

fn main() {}
