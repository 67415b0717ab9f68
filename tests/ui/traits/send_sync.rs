//! What other threads may not have or see.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

static COUNT: Cell<i32> = Cell::new(1); //~ ERROR E0277

struct Deep {
    inner: Option<Box<Deep>>,
    log: RefCell<Vec<u8>>,
}

static DEEP: Option<Deep> = None; //~ ERROR E0277
static FINE: &[Option<&str>] = &[None, Some("a")];

fn send<T: Send>(_: T) {}

fn sync<T: Sync>(_: &T) {}

fn main() {
    send(Cell::new(1));
    sync(&FINE);
    send(Rc::new(1)); //~ ERROR E0277
    sync(&RefCell::new(1)); //~ ERROR E0277
    send(&Cell::new(1)); //~ ERROR E0277
    send((1, vec![Rc::new(2)])); //~ ERROR E0277
    send(DEEP.is_none());
}
