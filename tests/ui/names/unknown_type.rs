// A type that does not exist.
fn area(shape: Shape) -> f64 { //~ ERROR E0425
    1.0
}

fn main() {}
