// Two variants, one with data, are not covered.
enum Shape {
    Circle(f64),
    Square { side: f64 },
    Empty,
}

fn main() {
    match Shape::Empty { //~ ERROR E0004
        Shape::Empty => println!("empty"),
    }
}
