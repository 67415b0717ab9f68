use std::rc::{Rc, Weak};
use std::sync::Arc;

trait Shape {
    fn area(&self) -> f64;
}

struct Circle;
struct Square;
struct Shared(Rc<i32>);

impl Shape for Circle {
    fn area(&self) -> f64 {
        3.0
    }
}

impl Shape for Shared {
    fn area(&self) -> f64 {
        *self.0 as f64
    }
}

fn main() {
    let circle = Rc::new(Circle);
    let square: Rc<dyn Shape> = Rc::new(Square); //~ ERROR E0277
    // What is wanted of the result is wanted of the argument: `circle.clone()` is another matter.
    let clone: Rc<dyn Shape> = Rc::clone(&circle); //~ ERROR E0308
    let weak: Weak<dyn Shape> = Rc::downgrade(&circle); //~ ERROR E0308
    let other: Arc<dyn Shape> = Rc::new(Circle); //~ ERROR E0308
    let sent: Arc<dyn Shape + Send> = Arc::new(Shared(Rc::new(1))); //~ ERROR E0277
    let bytes: Rc<[u8]> = Rc::new([1i32, 2]); //~ ERROR E0308
    let shapes: Vec<Rc<dyn Shape>> = vec![circle.clone(), circle.clone()];
    let circles: Vec<Rc<Circle>> = vec![circle];
    let shapes: Vec<Rc<dyn Shape>> = circles; //~ ERROR E0308
}
