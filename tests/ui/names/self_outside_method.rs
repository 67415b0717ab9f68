// `self` in a function without a receiver.
struct Counter {
    n: i32,
}

impl Counter {
    fn next() -> i32 {
        self.n + 1 //~ ERROR E0424
    }
}

fn main() {
    println!("{}", Counter::next());
}
