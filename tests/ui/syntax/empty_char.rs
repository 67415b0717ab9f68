// A character literal needs a character.
fn main() {
    let c = ''; //~ ERROR syntax
    println!("{c}");
}
