// Structs have no `+` of their own.
struct Metres(f64);

fn main() {
    let total = Metres(1.0) + Metres(2.0); //~ ERROR E0369
}
