// A struct pattern with a field that is not there.
struct Point {
    x: i32,
    y: i32,
}

fn main() {
    let Point { x, y, z } = Point { x: 1, y: 2 }; //~ ERROR E0026
    println!("{x} {y}");
}
