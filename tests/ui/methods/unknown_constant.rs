// An associated constant that does not exist.
fn main() {
    println!("{}", u8::LIMIT); //~ ERROR E0599
}
