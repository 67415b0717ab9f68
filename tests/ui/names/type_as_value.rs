// A type is no value.
struct Point {
    x: i32,
}

fn main() {
    let p = Point; //~ ERROR E0423
    let n = i32; //~ ERROR E0423
}
