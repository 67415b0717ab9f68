use std::cell::Cell;
use std::rc::Rc;

trait Work {
    fn work(&self) -> i32 {
        1
    }
}

struct Shared(Rc<i32>);
impl Work for Shared {}
impl Work for Cell<i32> {}
impl Work for i32 {}

fn send<T: Send>(_: T) {}

fn generic<T: Work + 'static>(value: T) -> Box<dyn Work + Send> {
    Box::new(value) //~ ERROR E0277
}

fn bounded<T: Work + Send + 'static>(value: T) -> Box<dyn Work + Send> {
    Box::new(value)
}

fn main() {
    let _a: Box<dyn Work + Send> = Box::new(Shared(Rc::new(1))); //~ ERROR E0277
    let cell = Cell::new(1);
    let _b: &(dyn Work + Sync) = &cell; //~ ERROR E0277
    let _c: &(dyn Work + Send) = &cell;
    let plain: Box<dyn Work> = Box::new(1);
    send(plain); //~ ERROR E0277
    let owned = 3;
    let _e: Box<dyn Fn() -> i32 + Send> = Box::new(move || owned);
    println!("{} {}", generic(1).work(), bounded(2).work());
}
