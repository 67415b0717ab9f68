// A field is declared twice.
struct Point {
    x: i32,
    x: f64, //~ ERROR E0124
}

fn main() {}
