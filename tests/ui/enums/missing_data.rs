// A variant with data as if it had none.
#[derive(Debug)]
enum Shape {
    Circle(f64),
    Empty,
}

fn main() {
    let s: Shape = Shape::Circle; //~ ERROR E0308
    println!("{:?} {:?}", s, Shape::Empty);
}
