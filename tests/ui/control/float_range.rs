// A range of floats has no steps.
fn main() {
    for x in 0.0..1.0 { //~ ERROR E0277
        println!("{x}");
    }
}
