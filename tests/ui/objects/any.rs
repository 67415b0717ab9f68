use std::any::Any;
use std::error::Error;
use std::rc::Rc;

struct NotError;

fn describe(value: &dyn Any) -> String {
    value.downcast_ref::<i32>().unwrap() //~ ERROR E0308
}

fn main() {
    let value: Box<dyn Any> = Box::new(1);
    let number: i32 = value; //~ ERROR E0308
    let text: Option<&String> = value.downcast_ref::<&str>(); //~ ERROR E0308
    let value: Box<dyn Any + Send> = Box::new(Rc::new(1)); //~ ERROR E0277
    let error: Box<dyn Error> = "text".into();
    error.downcast_ref::<NotError>(); //~ ERROR E0277
    println!("{}", describe(&3));
}
