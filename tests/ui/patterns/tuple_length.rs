// A pattern with too many elements.
fn main() {
    let (a, b, c) = (1, 2); //~ ERROR E0308
    println!("{a} {b} {c}");
}
