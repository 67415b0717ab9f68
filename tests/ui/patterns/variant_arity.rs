// A variant's pattern has as many parts as the variant.
enum Shape {
    Rect(f64, f64),
}

fn main() {
    match Shape::Rect(1.0, 2.0) {
        Shape::Rect(w) => println!("{w}"), //~ ERROR E0023
    }
}
