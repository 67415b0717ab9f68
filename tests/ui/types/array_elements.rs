// All elements have one type.
fn main() {
    let a = [1, 2, "three"]; //~ ERROR E0308
}
