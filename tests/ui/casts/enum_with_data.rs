// An enum with data has no number.
enum Shape {
    Circle(f64),
    Empty,
}

fn main() {
    let n = Shape::Empty as i32; //~ ERROR E0605
}
