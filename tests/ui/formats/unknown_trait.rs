// A format that does not exist.
fn main() {
    println!("{:y}", 1); //~ ERROR syntax
}
