use std::rc::Rc;

fn main() {
    let counted = Rc::new(2);
    let _a: Box<dyn Fn() -> i32 + Send> = Box::new(move || *counted); //~ ERROR E0277
}
