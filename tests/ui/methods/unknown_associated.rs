// An associated function that does not exist.
struct Lamp;

fn main() {
    let lamp = Lamp::new(); //~ ERROR E0599
}
