// A variable is read before it has a value.
fn main() {
    let x: i32;
    println!("{x}"); //~ ERROR E0381
}
