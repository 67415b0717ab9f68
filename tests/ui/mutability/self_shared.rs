// A method with `&self` cannot change a field.
struct Counter {
    n: u32,
}

impl Counter {
    fn step(&self) {
        self.n += 1; //~ ERROR E0594
    }
}

fn main() {
    let c = Counter { n: 0 };
    c.step();
    println!("{}", c.n);
}
