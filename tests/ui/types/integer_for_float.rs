// An integer literal is no float.
fn main() {
    let x: f64 = 2; //~ ERROR E0308
    println!("{x}");
}
