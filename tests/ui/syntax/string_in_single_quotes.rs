// A character literal that is a string.
fn main() {
    let c = 'hello'; //~ ERROR syntax
    println!("{c}");
}
