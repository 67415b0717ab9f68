use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

trait Shape {
    fn area(&self) -> f64;
}

impl Shape for f64 {
    fn area(&self) -> f64 {
        *self
    }
}

fn shared() {
    let _shape: Rc<RefCell<dyn Shape>> = Rc::new(RefCell::new(1.5)); //~ ERROR S0024
}

fn locked() {
    let _shapes: Vec<Arc<Mutex<dyn Shape>>> = Vec::new(); //~ ERROR S0024
}

fn main() {
    shared();
    locked();
}
