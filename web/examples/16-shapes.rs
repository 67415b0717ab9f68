// One list, three types. A `Box<dyn Shape>` is two pointers: one to
// the value, one to a table of its type's methods. `shape.area()` in
// `total` looks up in that table which method to call: find the
// `call_indirect` in the IR. `twice` knows the type, and is compiled
// once for each type that it is used with: nothing is looked up.

trait Shape {
    fn area(&self) -> f64;

    fn name(&self) -> String {
        String::from("a shape")
    }
}

struct Circle {
    radius: f64,
}

struct Rectangle {
    width: f64,
    height: f64,
}

struct Dot;

impl Shape for Circle {
    fn area(&self) -> f64 {
        std::f64::consts::PI * self.radius * self.radius
    }

    fn name(&self) -> String {
        format!("a circle of radius {}", self.radius)
    }
}

impl Shape for Rectangle {
    fn area(&self) -> f64 {
        self.width * self.height
    }

    fn name(&self) -> String {
        format!("{} by {}", self.width, self.height)
    }
}

impl Shape for Dot {
    fn area(&self) -> f64 {
        0.0
    }
}

fn total(shapes: &[Box<dyn Shape>]) -> f64 {
    let mut sum = 0.0;
    for shape in shapes {
        sum += shape.area();
    }
    sum
}

fn twice<S: Shape>(shape: &S) -> f64 {
    shape.area() * 2.0
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![
        Box::new(Circle { radius: 1.5 }),
        Box::new(Rectangle { width: 2.0, height: 3.5 }),
        Box::new(Dot),
    ];
    for shape in &shapes {
        println!("{:<24}{:>8.3}", shape.name(), shape.area());
    }
    println!("{:<24}{:>8.3}", "in all", total(&shapes));
    let square = Rectangle { width: 2.0, height: 2.0 };
    println!("{:<24}{:>8.3}", "a square, twice", twice(&square));
    let circle = Circle { radius: 1.0 };
    println!("{:<24}{:>8.3}", "a circle, twice", twice(&circle));

    let pointer = size_of::<&Circle>();
    let object = size_of::<&dyn Shape>();
    println!("a reference has {pointer} bytes, to a dyn Shape {object}");
}
