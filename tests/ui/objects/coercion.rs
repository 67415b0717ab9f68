use std::fmt::Debug;

trait Shape {
    fn area(&self) -> f64;
}

trait Solid: Shape {
    fn volume(&self) -> f64;
}

struct Square(f64);
struct Stone;

impl Shape for Square {
    fn area(&self) -> f64 {
        self.0
    }
}

fn show(_: &dyn Shape) {}

fn main() {
    let stone = Stone;
    show(&stone); //~ ERROR E0277
    let _: Box<dyn Shape> = Box::new(Stone); //~ ERROR E0277
    let _: &dyn Debug = &Square(1.0); //~ ERROR E0277
    let shape: Box<dyn Shape> = Box::new(Square(1.0));
    show(&shape); //~ ERROR E0277
    show(&*shape);
    let _: &dyn Solid = &*shape; //~ ERROR E0308
    let square = Square(2.0);
    let changed: &mut dyn Shape = &square; //~ ERROR E0308
    let own: dyn Shape = square; //~ ERROR E0308, E0277
    let _ = changed;
}
