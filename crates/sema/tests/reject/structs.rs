// Struct expressions and patterns.
struct Point {
    x: i32,
    y: i32,
}
enum Shape {
    Circle { radius: f64 },
    Pair(i32, i32),
    Unit,
}

fn main() {
    let _ = Point { x: 1 }; //~ ERROR E0063
    let _ = Point { x: 1, y: 2, z: 3 }; //~ ERROR E0560
    let _ = Point { x: 1, x: 2, y: 3 }; //~ ERROR E0062
    let _ = Shape::Circle { radius: 1.0, area: 2.0 }; //~ ERROR E0559
    let point = Point { x: 1, y: 2 };
    let Point { x } = point; //~ ERROR E0027
    let Point { z, .. } = point; //~ ERROR E0026
    let Point { x: a, x: b, .. } = point; //~ ERROR E0025
    match Shape::Unit {
        Shape::Circle { .. } => {}
        Shape::Pair(a) => {} //~ ERROR E0023
        Shape::Pair(a, b, c) => {} //~ ERROR E0023
        Shape::Unit(_) => {} //~ ERROR E0532
        Shape::Pair => {} //~ ERROR E0532
        Shape::Gone => {} //~ ERROR E0599
    }
}
