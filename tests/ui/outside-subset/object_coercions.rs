use std::rc::Rc;

trait Shape {
    fn area(&self) -> f64;
}

impl Shape for f64 {
    fn area(&self) -> f64 {
        *self
    }
}

fn main() {
    let shared: Rc<dyn Shape> = Rc::new(1.5); //~ ERROR S0021
    println!("{}", shared.area());
}
