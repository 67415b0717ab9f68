// A representation that does not exist.
#[repr(u9)] //~ ERROR E0552
enum E {
    A,
}

fn main() {}
