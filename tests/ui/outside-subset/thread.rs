use std::thread; //~ ERROR S0005

fn main() {
    let t = thread::spawn(work);
    t.join().unwrap();
}

fn work() {}
