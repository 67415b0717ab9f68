trait Shape {
    fn area(&self) -> f64 {
        1.0
    }
}

trait Solid: Shape {}

impl Shape for dyn Solid {} //~ ERROR E0371

impl Solid for dyn Solid {} //~ ERROR E0371

fn main() {}
