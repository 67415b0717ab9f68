// Comparing needs `PartialEq`.
struct Point {
    x: i32,
}

fn main() {
    let same = Point { x: 1 } == Point { x: 1 }; //~ ERROR E0369
}
