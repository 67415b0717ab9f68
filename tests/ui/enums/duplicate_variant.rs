// Two variants of one name.
enum Side {
    Left,
    Right,
    Left, //~ ERROR E0428
}

fn main() {}
