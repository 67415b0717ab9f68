// A pair is no triple.
fn main() {
    let t: (i32, i32, i32) = (1, 2); //~ ERROR E0308
    println!("{}", t.0);
}
