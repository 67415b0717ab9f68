// A struct pattern names all fields or ends in `..`.
struct Point {
    x: i32,
    y: i32,
}

fn main() {
    let Point { x } = Point { x: 1, y: 2 }; //~ ERROR E0027
    println!("{x}");
}
