// `Copy` needs `Clone`.
#[derive(Copy)]
struct Point { //~ ERROR E0277
    x: i32,
}

fn main() {}
