// A function without `self` is not called with a dot.
struct Lamp;

impl Lamp {
    fn total() -> u32 {
        3
    }
}

fn main() {
    println!("{}", Lamp.total()); //~ ERROR E0599
}
