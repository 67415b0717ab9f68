// Comparison of two types.
fn main() {
    println!("{}", 3 < true); //~ ERROR E0277, E0308
}
