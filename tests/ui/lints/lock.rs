use std::sync::{Mutex, RwLock};

fn main() {
    let m = Mutex::new(1);
    let r = RwLock::new(2);
    let _ = m.lock().unwrap(); //~ ERROR let_underscore_lock
    let _ = m.lock(); //~ ERROR let_underscore_lock
    let (_, n) = (r.read().unwrap(), 3); //~ ERROR let_underscore_lock
    let (k, ..) = (4, r.read().unwrap());
    let _guard = r.write();
    let _ = *m.lock().unwrap();
    drop(m.lock());
    #[allow(let_underscore_lock)]
    let _ = m.lock();
    println!("{n} {k}");
}
