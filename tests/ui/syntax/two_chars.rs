// A character literal with two characters.
fn main() {
    let c = 'ab'; //~ ERROR syntax
    println!("{c}");
}
