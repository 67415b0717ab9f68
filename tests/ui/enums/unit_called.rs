// A variant without data is called.
#[derive(Debug)]
enum Shape {
    Circle(f64),
    Empty,
}

fn main() {
    let s = Shape::Empty(1); //~ ERROR E0618
    println!("{:?} {:?}", s, Shape::Circle(1.0));
}
