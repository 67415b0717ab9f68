trait Counter {
    fn count(&mut self) -> u32;
}

struct One(u32);

impl Counter for One {
    fn count(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

fn shared(counter: &dyn Counter) -> u32 {
    counter.count() //~ ERROR E0596
}

fn boxed(counter: Box<dyn Counter>) -> u32 {
    counter.count() //~ ERROR E0596
}

fn twice(job: Box<dyn FnOnce() -> u32>) -> u32 {
    job() + job() //~ ERROR E0382
}

fn called(f: Box<dyn FnMut()>) {
    f(); //~ ERROR E0596
}

fn main() {
    let counter: Box<dyn Counter> = Box::new(One(0));
    let moved = counter;
    println!("{}", shared(&*counter)); //~ ERROR E0382
    println!("{}", boxed(moved));
}
