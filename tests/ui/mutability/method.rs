// A method with `&mut self` on an immutable variable.
struct Counter {
    n: u32,
}

impl Counter {
    fn step(&mut self) {
        self.n += 1;
    }
}

fn main() {
    let c = Counter { n: 0 };
    c.step(); //~ ERROR E0596
    println!("{}", c.n);
}
