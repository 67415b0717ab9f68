// The string never ends.
fn main() {
    println!("no end in sight); //~ ERROR E0765
}
