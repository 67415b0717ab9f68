// A variant that the enum does not have.
enum Colour {
    Red,
    Green,
}

fn main() {
    let c = Colour::Blue; //~ ERROR E0599
}
