// Both branches have one type.
fn main() {
    let x = if true { 1 } else { "one" }; //~ ERROR E0308
}
